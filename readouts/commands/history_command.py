"""`readouts history`: every version of a record."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from archive.catalogue import VersionRow
from readouts import cli, output
from readouts.asking import reading


@click.command("history")
@click.argument("record")
@cli.archive_option()
@cli.json_option()
def command(record: str, archive: str, as_json: bool) -> int:
    """Show every version of a record: when it was captured, and what made it a version.

    created: first archived. revised: the publisher changed what it says. relocated: it moved. withdrawn: absent on
    several days. restored: it came back. reprocessed: our parser reads it better.
    """
    with reading(archive) as asked:
        name = asked.record_id(record)
        versions = asked.catalogue.history(name)
    if as_json:
        output.print_json({"record": name, "versions": [asdict(version) for version in versions]})
        return 0
    print_history(name, versions)
    return 0


def print_history(name: str, versions: list[VersionRow]) -> None:
    """A history for a person."""
    out = output.console()
    out.print(Text(name, style="bold"))
    out.print(
        output.table(
            ["version", "change", "captured", "address"],
            [[v.version, v.change, v.captured_at, v.url] for v in versions],
        )
    )
