"""`readouts list`: the records, by prime ministership."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby

import click
from rich.text import Text

from archive.catalogue import Filter, Row
from readouts import cli, filters, moments, output
from readouts.asking import reading


@click.command("list")
@cli.archive_option()
@filters.options()
@moments.as_of_option()
@moments.valid_at_option()
@cli.json_option()
def command(archive: str, as_of: str | None, valid_at: str | None, as_json: bool, **given: str | None) -> int:
    """List the records in the archive, by prime ministership and date. All filters given must hold.

    --as-of lists what the archive knew at a time, --valid-at what publishers were showing at a time; both together,
    what the archive knew then of what was shown then.
    """
    wanted = Filter(**given)
    with reading(archive) as asked:
        rows = list(asked.catalogue.rows(wanted, moments.moment(as_of, valid_at)))
    if as_json:
        output.print_json([asdict(row) for row in rows])
        return 0
    print_rows(rows)
    return 0


def print_rows(rows: list[Row]) -> None:
    """The listing for a person: a table for each prime ministership."""
    out = output.console()
    if not rows:
        out.print("no records")
    for term, group in groupby(rows, key=lambda row: row.premiership):
        members = list(group)
        out.print(Text(f"{term}  ({len(members)})", style="bold"))
        out.print(
            output.table(
                ["date", "record", "title", "versions"],
                [
                    [
                        row.event_date or "",
                        row.record.rpartition("/")[2],
                        row.title + (" [withdrawn]" if row.standing == "withdrawn" else ""),
                        str(row.versions),
                    ]
                    for row in members
                ],
            )
        )
        out.print()
