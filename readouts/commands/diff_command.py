"""`readouts diff`: what changed between two versions."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from archive.catalogue import VersionRow
from archive.compare import Difference, differences, readings
from archive.errors import NoRecordError
from archive.kept import inventory_of, record_of
from archive.moments import Moment
from readouts import cli, moments, output
from readouts.asking import Reading, reading
from readouts.commands.history_command import change


@click.command("diff")
@click.argument("record")
@click.argument("old", required=False, metavar="[vM]")
@click.argument("new", required=False, metavar="[vN]")
@moments.as_of_option()
@moments.valid_at_option()
@cli.archive_option()
@cli.json_option()
def command(
    record: str,
    old: str | None,
    new: str | None,
    as_of: str | None,
    valid_at: str | None,
    archive: str,
    as_json: bool,
) -> int:
    """Show what changed between two versions of a record, word by word.

    Without versions: what the newest changed. With one: from that to the newest. Removed words stand in [-brackets-],
    added words in {+braces+}. What the page says comes first; what we read in it otherwise (date, people, speakers) is
    set apart. --valid-at compares what the publisher was showing then with the newest; --as-of asks as if it were then.
    """
    if valid_at is not None and old is not None:
        raise click.UsageError("the older version is named either by itself or by --valid-at")
    with reading(archive) as asked:
        name = asked.record_id(record)
        steps = asked.catalogue.history(name, Moment(as_of))
        newest = asked.catalogue.version_at(name, Moment(as_of))
        known = [step.version for step in steps]
        newer = _known(name, new or newest, known)
        before_it = known[known.index(newer) - 1] if known.index(newer) else newer
        if valid_at is not None:
            old = asked.catalogue.version_at(name, Moment(as_of, valid_at))
        older = _known(name, old or before_it, known)
        said, read = compared(asked, name, older, newer)
    between = steps[known.index(older) + 1 : known.index(newer) + 1]
    if as_json:
        output.print_json(
            {
                "record": name,
                "old": older,
                "new": newer,
                "changes": [asdict(step) for step in between],
                "differences": [asdict(d) for d in said],
                "readings": [asdict(d) for d in read],
            }
        )
        return 0
    print_differences(name, older, newer, said, read, between)
    return 0


def _known(record: str, version: str, known: list[str]) -> str:
    if version not in known:
        raise NoRecordError(f"{record} {version}", "the record has no such version", f"it has {', '.join(known)}")
    return version


def compared(asked: Reading, record: str, older: str, newer: str) -> tuple[list[Difference], list[Difference]]:
    """What two versions say otherwise, and what was read in them otherwise."""
    inventory = inventory_of(asked.store, record)
    before, after = record_of(asked.store, inventory, older), record_of(asked.store, inventory, newer)
    return differences(before, after), readings(before, after)


def print_differences(
    name: str,
    older: str,
    newer: str,
    said: list[Difference],
    read: list[Difference],
    between: list[VersionRow],
) -> None:
    """The differences for a person."""
    out = output.console()
    out.print(Text(f"{name}  {older} → {newer}", style="bold"))
    for step in between:
        out.print(Text(f"{step.version}: {change(step)}", style="dim"))
    if older == newer:
        out.print("there is only one version")
    elif not said:
        out.print("the two versions say the same")
    for difference in said:
        out.print(Text(difference.place, style="dim"))
        out.print(Text("  ") + output.marked(difference))
    if read:
        out.print(Text("read otherwise:", style="bold"))
    for difference in read:
        out.print(Text(difference.place, style="dim"))
        out.print(Text("  ") + output.marked(difference))
