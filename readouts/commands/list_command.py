"""`readouts list`: the records, by prime ministership."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date
from itertools import groupby

import click
from rich.text import Text

from archive.catalogue import Filter, Row
from readouts import cli, moments, output
from readouts.asking import reading
from schemas.authorities.topics import topics
from schemas.validation import schema

KINDS: list[str] = schema()["properties"]["event"]["properties"]["sessions"]["items"]["properties"]["kinds"]["items"][
    "enum"
]


class _Day(click.ParamType[str]):
    """A day, a month or a year; it stands for its first or last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
        if match is None:
            self.fail(f"{value!r} is not a date such as 2024-07-11, 2024-07 or 2024", param, ctx)
        year, month, day = match.groups()
        try:
            if day:
                return date.fromisoformat(value).isoformat()
            date(int(year), int(month or 1), 1)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)
        return f"{year}-{month or ('12' if self.last else '01')}-{'31' if self.last else '01'}"


@click.command("list")
@cli.archive_option()
@click.option("--premiership", metavar="ID", help="Such as jp/101-kishida, kishida or 101.")
@click.option("--since", type=_Day(last=False), metavar="DATE", help="Events on or after this day, month or year.")
@click.option("--until", type=_Day(last=True), metavar="DATE", help="Events on or before this day, month or year.")
@click.option("--participant", metavar="WORDS", help="Part of a name, or a country's or organisation's name or code.")
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help="A kind of session, such as telephone_talk.")
@click.option("--source", metavar="ID", help="The source, such as jp-kantei.")
@click.option(
    "--topic",
    type=click.Choice(list(topics())),
    metavar="TOPIC",
    help="A topic of the vocabulary, such as ukraine; an unknown one is answered with the list of them.",
)
@moments.as_of_option()
@moments.valid_at_option()
@cli.json_option()
def command(
    archive: str,
    premiership: str | None,
    since: str | None,
    until: str | None,
    participant: str | None,
    kind: str | None,
    source: str | None,
    topic: str | None,
    as_of: str | None,
    valid_at: str | None,
    as_json: bool,
) -> int:
    """List the records in the archive, by prime ministership and date. All filters given must hold.

    --as-of lists what the archive knew at a time, --valid-at what publishers were showing at a time; both together,
    what the archive knew then of what was shown then.
    """
    wanted = Filter(premiership, since, until, participant, kind, source, topic)
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
