"""`readouts history`: every version of a record."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from archive.catalogue import VersionRow
from readouts import cli, moments, output
from readouts.asking import reading


@click.command("history")
@click.argument("record")
@moments.as_of_option()
@cli.archive_option()
@cli.json_option()
def command(record: str, as_of: str | None, archive: str, as_json: bool) -> int:
    """Show every version of a record: when it was captured, and what made it a version.

    created: first archived. revised: the publisher changed what it says, and the page declares that or is silent about
    it. relocated: it moved. withdrawn: it was seen to be absent on several days. restored: it came back. reprocessed:
    the publisher changed nothing, our parser reads it better. backfilled: a part of the past, found later in a web
    archive or a file. They stand in the order of what was shown.
    """
    with reading(archive) as asked:
        name = asked.record_id(record)
        versions = asked.catalogue.history(name, moments.moment(as_of, None))
    if as_json:
        output.print_json({"record": name, "versions": [asdict(version) for version in versions]})
        return 0
    print_history(name, versions)
    return 0


def print_history(name: str, versions: list[VersionRow]) -> None:
    """A history for a person."""
    out = output.console()
    out.print(Text(name, style="bold"))
    rows = [
        [v.version, change(v), _SAYS[v.says], v.valid_from if v.change == "withdrawn" else v.captured_at, v.url]
        for v in versions
    ]
    out.print(output.table(["version", "change", "text", "observed", "address"], rows))


_SAYS = {"first": "", "same": "same", "other": "changed"}


def change(version: VersionRow) -> str:
    """What made a version, in a few words."""
    if version.change == "revised":
        return "revised, as it declares" if version.declared else "revised silently"
    if version.change == "withdrawn":
        return f"withdrawn: absent on {', '.join(moment[:10] for moment in version.absent_on)}"
    return version.change
