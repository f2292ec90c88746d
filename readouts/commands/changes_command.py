"""`readouts changes`: what became of pages, across the archive; and how a program follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, get_args

import click
from rich.text import Text

from archive.catalogue import ChangeRow, Filter, Made
from archive.compare import Difference
from readouts import cli, filters, moments, output
from readouts.asking import Reading, reading
from readouts.commands.diff_command import compared
from readouts.commands.history_command import change
from schemas.record import Change

_BY_PUBLISHER = ("revised", "relocated", "withdrawn", "restored")


@click.command("changes")
@cli.archive_option()
@click.option(
    "--change",
    "kinds",
    multiple=True,
    type=click.Choice(get_args(Change)),
    metavar="KIND",
    help="Only versions that this made, such as revised; may be repeated.",
)
@click.option("--by-publisher", is_flag=True, help="Only what publishers did to pages that were archived.")
@click.option("--silent", is_flag=True, help="Only revisions that their pages do not declare.")
@click.option("--recorded-since", type=moments.MomentType(start=True), metavar="TIME", help="Recorded then or later.")
@click.option("--recorded-until", type=moments.MomentType(), metavar="TIME", help="Recorded then or earlier.")
@click.option(
    "--after", type=click.IntRange(min=0), default=0, metavar="CURSOR", help="Only what the log has after this segment."
)
@click.option("--words", "with_words", is_flag=True, help="Also what each says otherwise than the version before.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@filters.options()
@cli.json_option()
def command(
    archive: str,
    kinds: tuple[str, ...],
    by_publisher: bool,
    silent: bool,
    recorded_since: str | None,
    recorded_until: str | None,
    after: int,
    with_words: bool,
    limit: int | None,
    as_json: bool,
    **given: str | None,
) -> int:
    """List what became of pages, in the order in which it was recorded: every version across the archive.

    \b
    What governments edited this year without saying so, word by word:
      readouts changes --silent --recorded-since 2026 --words
    What became of pages about meetings with Ukraine, but for their first versions:
      readouts changes --by-publisher --participant Ukraine

    A program follows the archive with --json: it keeps the cursor it is given, and names it next time with --after.
    All filters given must hold; those of readouts list are of the record as each version tells it.
    """
    if by_publisher and kinds:
        raise click.UsageError("name either --by-publisher or each --change")
    if after and limit:
        raise click.UsageError("--limit gives the newest alone: what goes on with --after would miss the others")
    made = Made(_BY_PUBLISHER if by_publisher else kinds, silent, recorded_since, recorded_until, after)
    with reading(archive) as asked:
        found = list(asked.catalogue.changes(Filter(**given), made))[-(limit or 0) :]
        said = [_said(asked, row) if with_words else [] for row in found]
        cursor = asked.catalogue.segment
    if as_json:
        output.print_json(
            {"cursor": cursor, "changes": [_told(*one, with_words) for one in zip(found, said, strict=True)]}
        )
        return 0
    _print(found, said, with_words)
    return 0


def _said(asked: Reading, row: ChangeRow) -> list[Difference]:
    """What a version says otherwise than the one that was shown before it."""
    known = [step.version for step in asked.catalogue.history(row.record)]
    place = known.index(row.version)
    return compared(asked, row.record, known[place - 1], row.version)[0] if place else []


def _told(row: ChangeRow, said: list[Difference], with_words: bool) -> dict[str, Any]:
    return {**asdict(row), **({"differences": [asdict(difference) for difference in said]} if with_words else {})}


def _print(found: Sequence[ChangeRow], said: Sequence[list[Difference]], with_words: bool) -> None:
    out = output.console()
    if not found:
        out.print("no changes")
        return
    if not with_words:
        rows = [[r.recorded_at[:16].replace("T", " "), change(r), r.record, r.version, r.title] for r in found]
        out.print(output.table(["recorded", "change", "record", "version", "title"], rows))
        return
    for row, differences in zip(found, said, strict=True):
        out.print(Text(f"{row.record} {row.version}", style="bold"), Text(row.title))
        out.print(Text(f"{change(row)}, recorded {row.recorded_at}, {row.url}", style="dim"), soft_wrap=True)
        for difference in differences:
            out.print(Text(difference.place, style="dim"))
            out.print(Text("  ") + output.marked(difference))
        out.print()
