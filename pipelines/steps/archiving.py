"""Keeping what was read: which record a page is, and its version or its place in quarantine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import cast

from archive import quarantine
from archive.errors import DamagedError, UnsoundStateError
from archive.kept import inventory_of, record_of
from archive.state import SourceState
from archive.store import JournalEntry, Store
from archive.versions import Candidate, Decided, Versions
from connectors import capture as captures
from connectors.source import Source
from pipelines import recovery
from pipelines.items import Fetched, Outcome, Ready, Result, RunClock, ToQuarantine
from pipelines.normalise import record as records
from pipelines.steps.reading import reread
from pipelines.steps.remembering import remember
from schemas.record import Provenance, Readout

_RESULTS: dict[str, Result] = {
    "created": "new",
    "revised": "revised",
    "relocated": "relocated",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "reprocessed": "reprocessed",
    "backfilled": "backfilled",
}


def put_in_quarantine(item: ToQuarantine, store: Store) -> Outcome:
    """Keep a page that did not validate, with its reasons."""
    quarantine.put(store, item.entry, item.capture)
    message = f"{item.request.url}: {item.page.reason} (readouts quarantine show {item.entry.id})"
    return item.request.outcome("quarantined", message, pages=((item.request.url, item.page),))


def identify(ready: Ready, source: Source, state: SourceState) -> Ready | Outcome:
    """Find the record that a page at an address not seen before already is: by redirect, canonical link or content."""
    try:
        return _identified(ready, source, state)
    except (DamagedError, UnsoundStateError) as error:
        return ready.request.outcome("failed", f"{ready.request.url}: {error}")


def _identified(ready: Ready, source: Source, state: SourceState) -> Ready | Outcome:
    if ready.candidate.known is not None:
        return replace(ready, candidate=replace(ready.candidate, moved=True))
    url = ready.candidate.record["url"]
    told = [address for address in (*ready.redirected_from, ready.canonical_url) if address]
    for other in dict.fromkeys(form for address in told for form in (address, source.address_of(address))):
        found = state.page(other) if other != ready.request.url else None
        if found is not None and found.record is not None:
            return replace(ready, candidate=replace(ready.candidate, known=found.record, moved=True))
    twin = state.record_saying(ready.candidate.record["provenance"]["content_digest"])
    if twin is None:
        return ready
    old_url = record_of(state.store, inventory_of(state.store, twin))["url"]
    if old_url == url:
        return replace(ready, candidate=replace(ready.candidate, known=twin))
    old_page = state.page(old_url)
    if source.same_page_renamed(old_url, url) or (old_page is not None and old_page.missing):
        return replace(ready, candidate=replace(ready.candidate, known=twin, moved=True))
    reason = f"says exactly what {twin} says"
    page = replace(ready.page, standing="alias", record=twin, reason=reason)
    return ready.request.outcome("unchanged", f"{url}: {reason}", record=twin, pages=((ready.request.url, page),))


def absent_candidate(fetched: Fetched, store: Store) -> Ready | Outcome:
    """The withdrawal of a page seen to be gone: its record as last published, with the evidence as its capture.

    An address that is no longer the record's own says nothing about the record.
    """
    request = fetched.request
    assert request.known is not None
    assert request.known.record is not None
    try:
        record = record_of(store, inventory_of(store, request.known.record))
    except DamagedError as error:
        return request.outcome("failed", f"{request.url}: {error}")
    page = replace(request.known, missing=fetched.missing)
    if record["url"] != request.url:
        alias = replace(page, standing="alias", reason=f"moved to {record['url']}")
        return request.outcome("unchanged", record=record["id"], pages=((request.url, alias),))
    evidence = fetched.capture
    provenance: Provenance = {
        **record["provenance"],
        "captured_at": records.instant(evidence.received_at),
        "capture_digest": captures.digest(evidence.final.body),
        "requested_url": evidence.requested_url,
        "absent_on": list(fetched.missing),
    }
    gone = cast(Readout, {**record, "provenance": provenance})
    candidate = Candidate(gone, captures.to_warc(evidence), known=record["id"], absent=True)
    return Ready(request, candidate, replace(page, standing="withdrawn"))


def archive(
    batch: Sequence[Ready], store: Store, sources: Mapping[str, Source], clock: RunClock, run: str, log_at: int
) -> list[Outcome]:
    """Commit a batch of valid records together; one outcome each, in order.

    `log_at` is the number of the newest log segment when the run began: what the run commits is not logged before.
    """

    def renamed(source: str, old: str, new: str) -> bool:
        return source in sources and sources[source].same_page_renamed(old, new)

    versions = Versions(store, run, clock.now(), partial(reread, sources), renamed)

    def entry(decided: Sequence[tuple[int, Decided]]) -> JournalEntry:
        outcomes = [_archived(batch[number], decision) for number, decision in decided]
        return recovery.entry(run, log_at, outcomes)

    decided = versions.commit([ready.candidate for ready in batch], entry)
    return [_archived(ready, decision) for ready, decision in zip(batch, decided, strict=True)]


def archive_in_turn(
    ready: Sequence[Ready],
    states: Mapping[str, SourceState],
    store: Store,
    sources: Mapping[str, Source],
    clock: RunClock,
    run: str,
    log_at: int,
) -> Iterator[tuple[Ready, Outcome]]:
    """Archive captures of the past, given the oldest first, each with what became of it.

    Captures of one page, and of pages that say the same, are taken one after the other, whatever is committed
    together: what the one before turned out to be, the next is compared with. `states` (by source) learn of it; they
    are not saved.
    """
    waiting = list(ready)
    while waiting:
        batch: list[Ready] = []
        later: list[Ready] = []
        taken: set[str] = set()
        for capture in waiting:
            names = {capture.request.url, capture.candidate.record["provenance"]["content_digest"]}
            (later if names & taken else batch).append(capture)
            taken |= names
        told: list[Ready] = []
        for capture in batch:
            named = _identify_in_turn(capture, sources[capture.request.source], states[capture.request.source])
            if isinstance(named, Outcome):
                _learn(states, named)
                yield capture, named
            else:
                told.append(named)
        for capture, outcome in zip(told, archive(told, store, sources, clock, run, log_at), strict=True):
            _learn(states, outcome)
            yield capture, outcome
        waiting = later


def _identify_in_turn(ready: Ready, source: Source, state: SourceState) -> Ready | Outcome:
    """As `identify`; but what is known of the address, the captures before may just have taught."""
    try:
        known = state.page(ready.request.url)
    except UnsoundStateError as error:
        return ready.request.outcome("failed", f"{ready.request.url}: {error}")
    if known is not None and known.record is not None:
        return replace(ready, candidate=replace(ready.candidate, known=known.record))
    return identify(ready, source, state)


def _learn(states: Mapping[str, SourceState], outcome: Outcome) -> None:
    """Tell the next capture's lookups of it. What cannot be remembered is reported when the run is sealed."""
    with suppress(UnsoundStateError):
        remember(states[outcome.source], outcome)


def _archived(ready: Ready, decided: Decided) -> Outcome:
    request, record = ready.request, decided.record
    if decided.damaged is not None:
        # Nothing is remembered of it, so that the next run tries again.
        return request.outcome("failed", f"{request.url}: {decided.damaged}")
    page = replace(ready.page, record=record["id"], content=record["provenance"]["content_digest"])
    pages = [(request.url, page)]
    if record["url"] != request.url:
        pages = [
            (record["url"], page),
            (request.url, replace(page, standing="alias", reason=f"moved to {record['url']}")),
        ]
    result: Result = _RESULTS[decided.change] if decided.change else "unchanged"
    return replace(
        request.outcome(result, record=record["id"], pages=tuple(pages)),
        version=decided.version,
        message=record["title"],
        event=decided.event,
        moved_from=decided.moved_from,
        content_digest=record["provenance"]["content_digest"],
        cohort=record["published"] or record["event"]["date"],
        find=ready.candidate.record["provenance"]["captured_at"] if ready.candidate.found else None,
    )
