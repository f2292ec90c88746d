"""`readouts statements`: what was said, by whom, how, and of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import groupby, islice
from typing import Any

import click
from rich.text import Text

from archive.catalogue import Catalogue, Filter
from archive.moments import Moment
from archive.statements import Asked, Statement, meets, statements_of
from readouts import cli, filters, moments, output
from readouts.asking import reading
from schemas.authorities import verbs
from schemas.record import Readout


@click.command("statements")
@cli.archive_option()
@click.option("--by", metavar="WHOM", help="Who says it: a name or its beginning, or a country or organisation.")
@click.option(
    "--said",
    type=click.Choice(verbs.classes()),
    metavar="HOW",
    help="How it is reported, such as expressed_concern; an unknown one is answered with the list of them.",
)
@click.option("--voice", type=click.Choice(["one", "both"]), help="Whether one side says it, or both do.")
@click.option("--words", metavar="WORDS", help="Words that it holds, in small letters or capitals.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many statements.")
@filters.options()
@moments.as_of_option()
@moments.valid_at_option()
@cli.json_option()
def command(
    archive: str,
    by: str | None,
    said: str | None,
    voice: str | None,
    words: str | None,
    limit: int | None,
    as_of: str | None,
    valid_at: str | None,
    as_json: bool,
    **given: str | None,
) -> int:
    """Show what was said: sentence by sentence, with who says it, how, and of what. All filters given must hold.

    \b
    What Japan's prime ministers said of Ukraine in 2023, and where they expressed concern:
      readouts statements --by JP --topic ukraine --since 2023 --until 2023
      readouts statements --by JP --said expressed_concern

    --topic is of the statement itself, or of the heading that it stands under; the other filters of `readouts list` are
    of its record. Withdrawn pages are left out. With --json each statement has what it takes to cite it.

    Exit codes: 0 something was found; 3 nothing was.
    """
    asked = Asked(by=by, kind=said, voice=voice, topic=given["topic"], words=words)
    with reading(archive) as opened:
        found = list(islice(_found(opened.catalogue, Filter(**given), asked, moments.moment(as_of, valid_at)), limit))
    if as_json:
        output.print_json([_cited(one) for one in found])
    else:
        _print(found)
    return 0 if found else cli.PARTLY


@dataclass(frozen=True)
class _Found:
    record: str
    version: str
    body: Readout
    statement: Statement


def _found(catalogue: Catalogue, wanted: Filter, asked: Asked, moment: Moment) -> Iterator[_Found]:
    for record, version, body in catalogue.records(wanted, moment):
        for statement in statements_of(body):
            if meets(statement, asked):
                yield _Found(record, version, body, statement)


def _cited(found: _Found) -> dict[str, Any]:
    body = found.body
    return {
        "record": found.record,
        "version": found.version,
        "source": body["source"],
        "url": body["url"],
        "date": body["event"]["date"] or body["published"],
        "title": body["title"],
        "content_digest": body["provenance"]["content_digest"],
        **asdict(found.statement),
    }


def _print(found: list[_Found]) -> None:
    out = output.console()
    if not found:
        out.print("no statements")
    for record, group in groupby(found, key=lambda one: one.record):
        members = list(group)
        body = members[0].body
        out.print(Text(f"{body['event']['date'] or body['published'] or ''}  {body['title']}", style="bold"))
        out.print(Text(f"{record} {members[0].version}", style="dim"), soft_wrap=True)
        for one in members:
            told = one.statement
            whose = f"{told.speaker} ({', '.join(told.speakers)})" if told.speakers else told.speaker or "nobody named"
            how = f"; {told.report['verb']}" if told.report else ""
            of = f"; {', '.join(topic.replace('_', ' ') for topic in told.topics)}" if told.topics else ""
            out.print(Text(f"  {whose}{how}{of}", style="dim"), soft_wrap=True)
            out.print(Text(f"  {told.text}"))
        out.print()
