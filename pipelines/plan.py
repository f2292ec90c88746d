"""What a run will ask for: the feeds are read, their entries sorted, and what is due for another look added."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime

from archive import runs
from archive.errors import UnsoundStateError
from archive.state import FeedState, SourceState
from archive.store import Store
from connectors import feeds
from connectors.errors import ConnectorError
from connectors.feeds import FeedEntry
from connectors.fetch import Client, NotModified, Validators
from connectors.source import Source
from pipelines.filing import filed_under
from pipelines.items import FeedResult, Outcome, PageRequest


@dataclass(frozen=True)
class Plan:
    """The pages to ask for, how the feeds were, and what was passed over without asking."""

    requests: tuple[PageRequest, ...]
    feeds: tuple[FeedResult, ...]
    outcomes: tuple[Outcome, ...]


def make(
    store: Store,
    sources: Iterable[Source],
    now: datetime,
    client_for: Callable[[Source], Client],
) -> Plan:
    """Plan a run over these sources; `now` is aware. Sources are asked side by side.

    A feed that fails is a FeedResult, never an exception; the pages it announced last time are still looked at. So is a
    source whose state cannot be read: nothing is asked of it until that is mended.
    """
    chosen = list(sources)
    with ThreadPoolExecutor(max_workers=max(1, min(8, len(chosen)))) as pool:
        plans = list(pool.map(lambda source: _of_source_or_failed(store, source, now, client_for(source)), chosen))
    return Plan(
        requests=tuple(request for plan in plans for request in plan.requests),
        feeds=tuple(feed for plan in plans for feed in plan.feeds),
        outcomes=tuple(outcome for plan in plans for outcome in plan.outcomes),
    )


def _of_source_or_failed(store: Store, source: Source, now: datetime, client: Client) -> Plan:
    try:
        return _of_source(store, source, now, client)
    except UnsoundStateError as error:
        return Plan((), (FeedResult(source.id, error.place, "failed", str(error)),), ())


def _of_source(store: Store, source: Source, now: datetime, client: Client) -> Plan:
    state = SourceState(store, source.id)
    results: list[FeedResult] = []
    announced: dict[str, FeedEntry] = {}
    for url in source.feeds:
        result, entries = _read_feed(url, source, state.feed(url), client)
        results.append(result)
        for entry in entries:
            filed = filed_under(entry.url, source, state)
            announced.setdefault(filed, replace(entry, url=filed))
    requests: dict[str, PageRequest] = {}
    outcomes: list[Outcome] = []
    for entry in announced.values():
        rule = source.decide(entry)
        if not rule.keep:
            outcomes.append(Outcome(source.id, entry.url, "skipped", f"{rule.reason}: {entry.title!r}"))
            continue
        known = state.page(entry.url)
        if known is not None and known.standing == "alias":
            outcomes.append(Outcome(source.id, entry.url, "unchanged", known.reason or "", record=known.record))
            continue
        published = entry.published.isoformat() if entry.published else None
        requests[entry.url] = PageRequest(source.id, entry.url, entry.title, entry.feed, published, known)
    for url in state.due(now.date(), runs.last_run_of(store, source.id)):
        known = state.page(url)
        if url not in requests and known is not None and known.standing in ("archived", "quarantined", "withdrawn"):
            requests[url] = PageRequest(source.id, url, known=known)
    return Plan(tuple(requests.values()), tuple(results), tuple(outcomes))


def _read_feed(url: str, source: Source, known: FeedState, client: Client) -> tuple[FeedResult, list[FeedEntry]]:
    """Read one feed, conditionally; when it is unchanged or fails, what it announced last stands."""
    started = time.monotonic()
    last = [_entry(item, url) for item in known.announced]
    try:
        answer = client.get(url, Validators(known.etag, known.last_modified))
        if isinstance(answer, NotModified):
            return FeedResult(source.id, url, "unchanged", seconds=time.monotonic() - started), last
        feed = feeds.read(answer.url, answer.content, answer.final.header("content-type"))
    except ConnectorError as error:
        problem = getattr(error, "problem", str(error))
        failed = FeedResult(source.id, url, "failed", f"feed {url}: {problem}", seconds=time.monotonic() - started)
        return failed, last
    entries = [replace(entry, feed=url) for entry in feed.entries]
    if len(entries) < source.expects.entries:
        # Its entries are taken as they are; but it is not remembered as read, so that the next run reads it again.
        said = (
            f"feed {url}: {len(entries)} entries, where at least {source.expects.entries} are expected; did it change?"
        )
        spent = time.monotonic() - started
        return FeedResult(source.id, url, "failed", said, remarks=feed.remarks, seconds=spent), entries
    validators = Validators.of(answer.final)
    state = FeedState(
        validators.etag,
        validators.last_modified,
        [
            {"url": e.url, "title": e.title, "published": e.published.isoformat() if e.published else None}
            for e in feed.entries
        ],
    )
    result = FeedResult(source.id, url, "read", remarks=feed.remarks, state=state, seconds=time.monotonic() - started)
    return result, entries


def _entry(item: dict[str, str | None], feed: str) -> FeedEntry:
    published = item.get("published")
    return FeedEntry(
        url=item["url"] or "",
        title=item.get("title") or "",
        published=datetime.fromisoformat(published) if published else None,
        feed=feed,
    )
