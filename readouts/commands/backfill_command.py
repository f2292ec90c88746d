"""`readouts backfill`: pages that left the feeds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click
from rich.text import Text

from connectors import source as sources
from connectors.errors import ConnectorError
from connectors.fetch import Client
from connectors.listings import pages
from connectors.source import Listing, Source
from readouts import cli, collected, output, progress


@click.command("backfill")
@cli.archive_option()
@cli.sources_option()
@cli.authorities_option()
@click.option("--source", "name", required=True, metavar="ID", help="The source whose pages are wanted.")
@click.option(
    "--from", "first", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The first day."
)
@click.option(
    "--to", "last", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The last day; today unless given."
)
@click.option("--way", "ways", multiple=True, metavar="NAME", help="Only this way to find pages; may be repeated.")
@click.option("--url", "urls", multiple=True, metavar="ADDRESS", help="Only captures of this page; may be repeated.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after fetching so many pages.")
@click.option("--dry-run", is_flag=True, help="Only list what would be looked into.")
@cli.json_option()
def command(
    archive: str,
    sources_folders: tuple[Path, ...],
    name: str,
    first: datetime,
    last: datetime | None,
    ways: tuple[str, ...],
    urls: tuple[str, ...],
    limit: int | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Bring in pages that left the feeds: from the publisher's index pages, sitemap or search, and from web archives.

    The ways a source offers are in its data (readouts sources ID shows them). For the publisher's own, the days are
    those of publication (a page is taken where neither the listing nor its address tells); for web archives, those of
    capture: a page kept there is archived as of then, and takes its place in the history. Requests are polite, one at a
    time; the work can be stopped and started again, and a second time fetches nothing twice.

    Exit codes: 0 all well; 3 something could not be had, or went to quarantine.
    """
    from archive.store import open_store
    from pipelines import backfill
    from pipelines.collecting import collect

    source = cli.known_source(name, sources.load(sources_folders))
    chosen = _chosen(source, ways, urls)
    begin, end = first.date(), last.date() if last else datetime.now(UTC).date()
    if begin > end:
        raise click.UsageError(f"--from {begin} is after --to {end}")
    if source.politeness.contact is None and not source.politeness.allowed_hosts:
        click.echo("readouts: set READOUTS_CONTACT to a web or mail address that publishers can write to", err=True)
    client = Client(source.politeness)
    try:
        if dry_run:
            return _listed(source, chosen, begin, end, client, urls, limit, as_json=as_json)
        store = open_store(archive)
        with progress.shown("pages", quiet=as_json) as told:
            found = backfill.finds(
                store, source, chosen, begin, end, client, urls=urls, most=limit,
                told=lambda so_far: told(so_far.done, so_far.listed),
            )  # fmt: skip
            done = collect(store, {source.id: source}, found, only=source.id)
    finally:
        client.close()
    return collected.printed(done, as_json=as_json)


def _chosen(source: Source, ways: tuple[str, ...], urls: tuple[str, ...]) -> list[Listing]:
    names = {listing.name: listing for listing in source.listings}
    for way in ways:
        if way not in {listing.name for listing in source.listings}:
            raise click.BadParameter(
                f"{source.id} has no such way; it has {', '.join(names) or 'none'}", param_hint="--way"
            )
    chosen = [listing for listing in source.listings if not ways or listing.name in ways]
    # A TimeMap is of one page; without one to ask for it lists nothing.
    chosen = [
        listing for listing in chosen if (listing.kind in ("cdx", "timemap") if urls else listing.kind != "timemap")
    ]
    if not chosen:
        raise click.UsageError(f"{source.id} has no way to find such pages; see readouts sources {source.id}")
    return chosen


def _listed(
    source: Source,
    listings: list[Listing],
    first: date,
    last: date,
    client: Client,
    urls: tuple[str, ...],
    limit: int | None,
    *,
    as_json: bool,
) -> int:
    rows: list[list[str]] = []
    problems: list[str] = []
    for listing in listings:
        try:
            for page in pages(source, listing, first, last, client, urls):
                if limit is not None and len(rows) >= limit:
                    break
                at = page.memento.at.isoformat() if page.memento else (page.published or "")
                rows.append([listing.name, str(at), page.url])
        except ConnectorError as error:
            problems.append(f"{listing.name}: {error}")
    if as_json:
        output.print_json(
            {"pages": [dict(zip(("way", "at", "url"), row, strict=True)) for row in rows], "problems": problems}
        )
    else:
        output.console().print(output.table(["way", "captured or published", "address"], rows))
        for problem in problems:
            output.console().print(Text(problem, style="yellow"), soft_wrap=True)
    return cli.PARTLY if problems else 0
