"""`readouts diff`: what changed between two versions."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from archive.compare import Difference, differences
from archive.versions import inventory_of, record_of
from readouts import cli, output
from readouts.asking import reading


@click.command("diff")
@click.argument("record")
@click.argument("old", required=False, metavar="[vM]")
@click.argument("new", required=False, metavar="[vN]")
@cli.archive_option()
@cli.json_option()
def command(record: str, old: str | None, new: str | None, archive: str, as_json: bool) -> int:
    """Show what changed between two versions of a record, word by word.

    Without versions: what the newest changed. With one: from that to the newest. Removed words stand in [-brackets-],
    added words in {+braces+}.
    """
    with reading(archive) as asked:
        inventory = inventory_of(asked.store, asked.record_id(record))
        names = inventory.versions
        newer = new or inventory.head
        older = old or (names[names.index(newer) - 1] if newer in names and names.index(newer) else newer)
        before = record_of(asked.store, inventory, older)
        after = record_of(asked.store, inventory, newer)
    found = differences(before, after)
    if as_json:
        output.print_json(
            {"record": before["id"], "old": older, "new": newer, "differences": [asdict(d) for d in found]}
        )
        return 0
    print_differences(before["id"], older, newer, found)
    return 0


def print_differences(name: str, older: str, newer: str, found: list[Difference]) -> None:
    """The differences for a person."""
    out = output.console()
    out.print(Text(f"{name}  {older} → {newer}", style="bold"))
    if not found:
        out.print("the two versions say the same" if older != newer else "there is only one version")
    for difference in found:
        out.print(Text(difference.place, style="dim"))
        out.print(Text("  ") + output.marked(difference))
