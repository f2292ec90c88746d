"""Backfilling: pages that left the feeds, from their publisher or from web archives, brought in as captures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive.state import SourceState
from archive.store import Store
from connectors.errors import ConnectorError, FetchError
from connectors.feeds import FeedEntry
from connectors.fetch import Client, NotModified
from connectors.finds import Find, Passed
from connectors.listings import Listed, pages
from connectors.source import Listing, Source
from connectors.web_archives import told_datetime
from pipelines.filing import filed_under
from pipelines.normalise.record import instant


@dataclass
class Progress:
    """How far a backfill is: pages that listings named, and what became of them so far."""

    listed: int = 0
    known: int = 0
    turned_away: int = 0
    fetched: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        return self.known + self.turned_away + self.fetched + self.failed


def finds(
    store: Store,
    source: Source,
    listings: Sequence[Listing],
    first: date,
    last: date,
    client: Client,
    *,
    urls: tuple[str, ...] = (),
    most: int | None = None,
    progress: Progress | None = None,
    told: Callable[[Progress], None] = lambda progress: None,
) -> Iterator[Find | Passed]:
    """Fetch what listings name and the archive does not have yet, one page after the other.

    A page known as read by today's parser, and a capture that was looked into before, are not asked for again: a
    backfill that was cut short goes on where it stopped. `most` ends it after so many pages. A listing or a page that
    cannot be had is told as passed over, and the rest goes on.
    """
    progress = progress or Progress()
    state = SourceState(store, source.id)
    for listing in listings:
        named = pages(source, listing, first, last, client, urls)
        while most is None or progress.fetched + progress.failed < most:
            try:
                page = next(named)
            except StopIteration:
                break
            except ConnectorError as error:
                yield Passed(f"{source.id} {listing.name}", str(error), failed=True)
                break
            progress.listed += 1
            page = replace(page, url=filed_under(page.url, source, state))
            if _is_known(state, page, source):
                progress.known += 1
            elif _turned_away(source, page):
                progress.turned_away += 1
            else:
                yield _fetched(page, source, client, progress)
            told(progress)


def _is_known(state: SourceState, page: Listed, source: Source) -> bool:
    if page.memento is not None:
        return instant(page.memento.at) in state.finds(page.url)
    known = state.page(page.url)
    return known is not None and (known.parser == source.parser_version or known.standing in ("alias", "withdrawn"))


def _turned_away(source: Source, page: Listed) -> bool:
    """Whether the source's rules turn a page away by what the listing tells of it."""
    if page.title:
        return not source.decide(FeedEntry(page.url, page.title, None, "")).keep
    for rule in source.rules:
        if rule.title is None and rule.address is not None and rule.address.search(page.url):
            return not rule.keep
        if rule.title is not None:
            # Its title will decide, once it is read.
            return False
    return True


def _fetched(page: Listed, source: Source, client: Client, progress: Progress) -> Find | Passed:
    address = page.memento.address if page.memento else source.request_address(page.url)
    try:
        answer = client.get(address)
    except FetchError as error:
        progress.failed += 1
        return Passed(page.url, f"{address}: {error.problem}", failed=True)
    assert not isinstance(answer, NotModified)
    progress.fetched += 1
    if page.memento is None:
        return Find(page.url, answer.received_at, answer, address)
    # An archive answers with the capture nearest to what was asked, and says when that was made.
    at = told_datetime(answer.final.header("memento-datetime")) or page.memento.at
    return Find(page.url, at, answer, address, asked=page.memento.at)
