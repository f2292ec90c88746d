"""The steps of one page through a run, as plain functions: fetch, read, quarantine, archive, seal.

`transforms.py` wires them into Beam; every rule is here and is tested without a pipeline.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import cast

from archive import log, quarantine, runs
from archive.note import Signer
from archive.quarantine import Quarantined
from archive.runs import RunReport, SourceReport
from archive.state import PageState, SourceState, Standing
from archive.store import JournalEntry, Store
from archive.versions import Candidate, Decided, Head, Reread, Versions, inventory_of, record_of
from connectors import capture as captures
from connectors.capture import Capture
from connectors.errors import (
    DisallowedError,
    FetchError,
    GoneError,
    NotASummaryError,
    UnreadableError,
)
from connectors.fetch import Client, NotModified, Validators
from connectors.source import Expectations, Source
from pipelines import recovery
from pipelines.items import FeedResult, Fetched, Outcome, PageRequest, Ready, Result, RunClock, ToQuarantine
from pipelines.normalise import record as records
from schemas import validation
from schemas.record import Provenance, Readout, Reason

_RESULTS: dict[str, Result] = {
    "created": "new",
    "revised": "revised",
    "relocated": "relocated",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "reprocessed": "reprocessed",
    "backfilled": "backfilled",
}
_TEXTUAL = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_DATA = ("application/json",)
"""Taken as pages only from sources that are asked at another address than the page's own."""


# Fetching


def fetch(request: PageRequest, source: Source, client: Client, now: datetime) -> Fetched | Outcome:
    """Ask for one page. `now` is aware: when an absence is noted.

    A page that answers 404 or 410 is missing; once it has been on as many days as the source says, it is gone, and
    the evidence goes on to be archived. Any other failure says nothing about the page.
    """
    known = request.known
    readable = known is not None and known.parser == source.parser_version
    validators = Validators(known.etag, known.last_modified) if known and readable else None
    try:
        answer = client.get(source.request_address(request.url), validators)
    except GoneError as error:
        return _missing(request, source, error, now)
    except DisallowedError as error:
        return _outcome(request, "skipped", error.problem)
    except FetchError as error:
        return _outcome(request, "failed", f"{request.url}: {error.problem}")
    if isinstance(answer, NotModified):
        assert known is not None
        # A page that is there again was only away for a while.
        seen = ((request.url, replace(known, missing=())),) if known.missing else ()
        return _outcome(request, "unchanged", record=known.record, pages=seen)
    return Fetched(request, answer)


def _missing(request: PageRequest, source: Source, error: GoneError, now: datetime) -> Fetched | Outcome:
    known = request.known or PageState("announced")
    if known.standing == "withdrawn":
        return _outcome(request, "unchanged", "still absent", record=known.record)
    moment = records.instant(now)
    seen_today = any(earlier[:10] == moment[:10] for earlier in known.missing)
    missing = known.missing if seen_today else (*known.missing, moment)
    if known.record is not None and len(missing) >= source.withdrawn_after_days:
        return Fetched(request, error.capture, absent=True, missing=missing)
    days = "day" if len(missing) == 1 else "days"
    message = f"{request.url}: {error.problem} on {len(missing)} {days}"
    page = replace(known, missing=missing)
    return _outcome(request, "missing", message, record=known.record, pages=((request.url, page),))


# Reading


def read(fetched: Fetched, source: Source, clock: RunClock, run: str) -> Ready | ToQuarantine | Outcome:
    """Make a valid record of a page, or say why there is none.

    A fault of a parser of ours is treated as the page's: it goes to quarantine with the fault, and the run goes on.
    """
    request, capture = fetched.request, fetched.capture
    try:
        content = capture.content
    except FetchError as error:
        return _outcome(request, "failed", f"{request.url}: {error.problem}")
    digest = captures.digest(content)
    content_type = capture.final.header("content-type")
    media_type = _media_type(content_type, content, data=source.asked_at is not None)
    validators = Validators.of(capture.final)
    page = PageState(
        standing="archived",
        etag=validators.etag,
        last_modified=validators.last_modified,
        capture=digest,
        parser=source.parser_version,
        published=request.published,
    )
    known = request.known
    found_at = fetched.found_at
    moved = capture.permanently_redirected and source.asked_at is None and found_at is None
    url = capture.url if moved else request.url
    # What was read here before, by the same parser, and can be compared with.
    before = known if known is not None and url == request.url and known.parser == page.parser else None
    if before is not None and (before.standing == "withdrawn" or found_at is not None):
        # What was found elsewhere is compared with the page's whole history, not with what is shown now.
        before = None
    if before is not None and before.capture == digest:
        return _outcome(request, "unchanged", record=before.record, pages=((request.url, _kept(before, page)),))
    if media_type is None:
        reason = f"not a page but {content_type or 'of unknown type'}"
        return _skip(request, page, reason)
    requested = request.url if found_at is None else capture.requested_url
    received = records.Received(requested, url, found_at or capture.received_at, digest, media_type)
    stage = "read"
    try:
        draft = source.parse(content, url, media_type, content_type)
        stage = "normalise"
        record = records.normalise(draft, source, received)
        stage = "validate"
        reasons = validation.reasons(record)
    except NotASummaryError as error:
        return _skip(request, page, error.problem)
    except UnreadableError as error:
        reason_found = Reason(pointer=error.pointer, expected=error.expected, found=error.found)
        return _to_quarantine(fetched, source, clock, run, page, media_type, stage, [reason_found], None)
    except Exception as error:
        # Whatever a parser stumbles over, only this page suffers.
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = Reason(
            pointer="",
            expected="a page that the parser can read",
            found=f"{type(error).__name__}: {error}",
            rule=f"{where.name}, line {where.lineno}",
        )
        return _to_quarantine(fetched, source, clock, run, page, media_type, stage, [fault], None)
    if reasons:
        return _to_quarantine(fetched, source, clock, run, page, media_type, stage, reasons, record)
    says = record["provenance"]["content_digest"]
    if before is not None and before.content == says:
        # Its menu or its banner changed, or how it was served: nothing that it says.
        return _outcome(request, "unchanged", record=before.record, pages=((request.url, _kept(before, page)),))
    page = replace(page, content=says)
    candidate = Candidate(
        record, captures.to_warc(capture), known=known.record if known else None, found=found_at is not None
    )
    hops = tuple(exchange.url for exchange in capture.exchanges) if moved else ()
    return Ready(request, candidate, page, draft.canonical_url, hops)


def _media_type(content_type: str | None, content: bytes, *, data: bool) -> str | None:
    declared = (content_type or "").partition(";")[0].strip().lower()
    if data and declared in _DATA:
        return declared
    if declared in _TEXTUAL:
        return _TEXTUAL[declared]
    looks_like_html = content[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    return "text/html" if declared in ("", "application/octet-stream") and looks_like_html else None


def _skip(request: PageRequest, page: PageState, reason: str) -> Outcome:
    known = replace(page, standing="skipped", reason=reason)
    return _outcome(request, "skipped", f"{request.url}: {reason}", pages=((request.url, known),))


def _kept(known: PageState, page: PageState) -> PageState:
    """What was known, with the page's newest bytes and validators, and no longer missing."""
    return replace(known, etag=page.etag, last_modified=page.last_modified, capture=page.capture, missing=())


def _to_quarantine(
    fetched: Fetched,
    source: Source,
    clock: RunClock,
    run: str,
    page: PageState,
    media_type: str,
    stage: str,
    reasons: Sequence[Reason],
    record: Readout | None,
) -> ToQuarantine:
    request, capture = fetched.request, fetched.capture
    name = quarantine.identify(source.id, request.url, page.capture or "")
    entry = Quarantined(
        id=name,
        source=source.id,
        url=request.url,
        title=request.title or None,
        stage=stage,
        reasons=tuple(reasons),
        captured_at=records.instant(capture.received_at),
        quarantined_at=records.instant(clock.now()),
        run=run,
        parser=source.parser_version,
        media_type=media_type,
        record=cast("dict[str, object] | None", record),
    )
    first = reasons[0]
    said = f"{first['pointer'] or '/'}: expected {first['expected']}, found {first['found']}"
    record_known = request.known.record if request.known else None
    known = replace(page, standing="quarantined", reason=said, record=record_known)
    return ToQuarantine(request, entry, captures.to_warc(capture), known)


def put_in_quarantine(item: ToQuarantine, store: Store) -> Outcome:
    """Keep a page that did not validate, with its reasons."""
    quarantine.put(store, item.entry, item.capture)
    message = f"{item.request.url}: {item.page.reason} (readouts quarantine show {item.entry.id})"
    return _outcome(item.request, "quarantined", message, pages=((item.request.url, item.page),))


# Archiving


def identify(ready: Ready, source: Source, state: SourceState) -> Ready | Outcome:
    """Find the record that a page at an address not seen before already is: by redirect, canonical link or content."""
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
    return _outcome(ready.request, "unchanged", f"{url}: {reason}", record=twin, pages=((ready.request.url, page),))


def absent_candidate(fetched: Fetched, store: Store) -> Ready | Outcome:
    """The withdrawal of a page seen to be gone: its record as last published, with the evidence as its capture.

    An address that is no longer the record's own says nothing about the record.
    """
    request = fetched.request
    assert request.known is not None
    assert request.known.record is not None
    record = record_of(store, inventory_of(store, request.known.record))
    page = replace(request.known, missing=fetched.missing)
    if record["url"] != request.url:
        alias = replace(page, standing="alias", reason=f"moved to {record['url']}")
        return _outcome(request, "unchanged", record=record["id"], pages=((request.url, alias),))
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
    versions = Versions(store, run, clock.now(), partial(reread, sources))

    def entry(decided: Sequence[tuple[int, Decided]]) -> JournalEntry:
        outcomes = [_archived(batch[number], decision) for number, decision in decided]
        return recovery.entry(run, log_at, outcomes)

    decided = versions.commit([ready.candidate for ready in batch], entry)
    return [_archived(ready, decision) for ready, decision in zip(batch, decided, strict=True)]


def _archived(ready: Ready, decided: Decided) -> Outcome:
    request, record = ready.request, decided.record
    page = replace(ready.page, record=record["id"], content=record["provenance"]["content_digest"])
    pages = [(request.url, page)]
    if record["url"] != request.url:
        pages = [
            (record["url"], page),
            (request.url, replace(page, standing="alias", reason=f"moved to {record['url']}")),
        ]
    result: Result = _RESULTS[decided.change] if decided.change else "unchanged"
    return replace(
        _outcome(request, result, record=record["id"], pages=tuple(pages)),
        version=decided.version,
        message=record["title"],
        event=decided.event,
        content_digest=record["provenance"]["content_digest"],
        cohort=record["published"] or record["event"]["date"],
        find=ready.candidate.record["provenance"]["captured_at"] if ready.candidate.found else None,
    )


def reread(sources: Mapping[str, Source], source_id: str, head: Head, warc: bytes) -> Reread | None:
    """What today's parser finds in an old capture; None where it cannot read it."""
    source = sources.get(source_id)
    if source is None:
        return None
    capture = captures.from_warc(warc)
    try:
        content = capture.content
        content_type = capture.final.header("content-type")
        draft = source.parse(
            content,
            head.url,
            _media_type(content_type, content, data=source.asked_at is not None) or "text/html",
            content_type,
        )
    except (NotASummaryError, UnreadableError, FetchError):
        return None
    return Reread(records.content_digest(draft), captures.digest(content))


# Sealing


def seal(
    store: Store,
    run: str,
    started: datetime,
    clock: RunClock,
    feeds: Iterable[FeedResult],
    outcomes: Iterable[Outcome],
    sources: Mapping[str, Expectations],
    log_at: int,
) -> RunReport:
    """Close a run: its log segment, the state of its sources, its report. Doing it again changes nothing.

    `sources` are those that were asked, with what each is expected to yield.

    What runs before it committed and could not log any more, because they were cut off, is logged with it.
    """
    ordered = sorted(outcomes, key=_in_order)
    feed_results = list(feeds)
    left = recovery.left_behind(store, run)
    everything = sorted([*ordered, *left.outcomes], key=_in_order)
    events = [outcome.event for outcome in everything if outcome.event is not None]
    segment = log.append(store, run, events, min(log_at, left.log_at), Signer.from_environment())
    reports: dict[str, SourceReport] = {}
    for source, expected in sources.items():
        mine = [o for o in ordered if o.source == source]
        own_feeds = [f for f in feed_results if f.source == source]
        reports[source] = _report(mine, own_feeds)
        _hold_to(expected, reports[source], mine)
    for source in {*reports, *(outcome.source for outcome in left.outcomes)}:
        # What this run saw itself is newer than what was left behind.
        told = [o for o in (*left.outcomes, *ordered) if o.source == source]
        _remember(SourceState(store, source), told, [f for f in feed_results if f.source == source])
    finished = clock.now()
    report = RunReport(
        run=run,
        started=records.instant(started),
        finished=records.instant(finished),
        seconds=round((finished - started).total_seconds(), 3),
        sources=reports,
        segment=segment,
        exit_code=_exit_code(reports.values()),
        recovered=len(left.outcomes),
    )
    runs.put(store, report)
    store.close(left.entries)
    return report


def _in_order(outcome: Outcome) -> tuple[str, str, int, str]:
    return outcome.source, outcome.record or "", int((outcome.version or "v0")[1:]), outcome.url


def _remember(state: SourceState, outcomes: Sequence[Outcome], feeds: Sequence[FeedResult]) -> None:
    for feed in feeds:
        if feed.state is not None:
            state.set_feed(feed.url, feed.state)
    for outcome in outcomes:
        if outcome.find is not None:
            state.add_find(outcome.url, outcome.find)
        for url, page in outcome.pages:
            if outcome.find is not None and state.page(url) is not None:
                # What was found of the past says nothing of how the page is now.
                continue
            state.set_page(url, page)
            if outcome.event is not None and page.standing == "archived" and outcome.cohort:
                state.add_to_cohort(date.fromisoformat(outcome.cohort), url)
        if outcome.event is not None and outcome.content_digest and outcome.record and outcome.find is None:
            state.set_record_saying(outcome.content_digest, outcome.record)
            _retire_old_address(state, outcome)
    state.save()


def _retire_old_address(state: SourceState, outcome: Outcome) -> None:
    """After a move, the old address stands for the record but says nothing about it any more."""
    if outcome.result != "relocated" or outcome.version is None or outcome.record is None:
        return
    inventory = inventory_of(state.store, outcome.record)
    earlier = [v for v in inventory.versions if v != outcome.version]
    new_url = outcome.pages[0][0]
    for version in earlier:
        old_url = record_of(state.store, inventory, version)["url"]
        if old_url != new_url:
            moved: Standing = "alias"
            old = state.page(old_url) or PageState(moved)
            state.set_page(
                old_url,
                replace(old, standing=moved, record=outcome.record, reason=f"moved to {new_url}", missing=()),
            )


def _report(outcomes: Sequence[Outcome], feeds: Sequence[FeedResult]) -> SourceReport:
    report = SourceReport()
    seen: set[str] = set()
    for outcome in outcomes:
        report.counts["seen"] += outcome.url not in seen
        seen.add(outcome.url)
        report.counts[outcome.result] += 1
        report.seconds += outcome.seconds
        if outcome.result in ("failed", "quarantined", "missing"):
            report.problems.append(f"{outcome.result}: {outcome.message}")
        elif outcome.result == "skipped":
            report.remarks.append(f"skipped: {outcome.message}")
        if outcome.event is not None:
            report.changes.append(
                {
                    "change": outcome.result,
                    "record": outcome.record or "",
                    "version": outcome.version or "",
                    "title": outcome.message,
                }
            )
    for feed in feeds:
        report.seconds += feed.seconds
        report.feeds_read += feed.result == "read"
        report.feeds_unchanged += feed.result == "unchanged"
        report.feeds_failed += feed.result == "failed"
        if feed.result == "failed":
            report.problems.append(feed.message)
        report.remarks += [f"feed {feed.url}: {remark}" for remark in feed.remarks]
    report.seconds = round(report.seconds, 3)
    return report


_READ = ("new", "revised", "relocated", "restored", "reprocessed", "backfilled")


def _hold_to(expected: Expectations, report: SourceReport, outcomes: Sequence[Outcome]) -> None:
    """Say so where far fewer pages than expected could be read as summaries: their markup may have changed."""
    readable = sum(outcome.result in _READ for outcome in outcomes)
    # A page skipped with something to remember was fetched, and turned out to be no summary.
    looked_into = readable + sum(
        o.result == "quarantined" or (o.result == "skipped" and bool(o.pages)) for o in outcomes
    )
    if looked_into >= expected.of_at_least and readable < expected.readable * looked_into:
        report.unexpected += 1
        report.problems.append(
            f"failed: only {readable} of {looked_into} pages could be read as summaries, where "
            f"{expected.readable:.0%} are expected; did their markup change?"
        )


def _exit_code(reports: Iterable[SourceReport]) -> int:
    """0 all well, 3 something failed or was quarantined, 1 nothing could be done (not one feed or page was had)."""
    every = list(reports)
    failed = sum(r.feeds_failed + r.unexpected + r.counts["failed"] + r.counts["quarantined"] for r in every)
    had = sum(
        r.feeds_read + r.feeds_unchanged + r.counts["seen"] - r.counts["failed"] - r.counts["skipped"] for r in every
    )
    if not failed:
        return 0
    return 3 if had > 0 else 1


def _outcome(
    request: PageRequest,
    result: Result,
    message: str = "",
    *,
    record: str | None = None,
    pages: tuple[tuple[str, PageState], ...] = (),
) -> Outcome:
    return Outcome(request.source, request.url, result, message, record=record, pages=pages)


def of_saved_page(source: Source, url: str, content: bytes, media_type: str, read_at: datetime) -> Readout:
    """The record of a page handed in as a file, outside any archive.

    Raises NotASummaryError or UnreadableError where there is none.
    """
    capture: Capture = captures.of_saved_page(url, content, media_type, read_at)
    draft = source.parse(content, url, media_type, None)
    received = records.Received(url, url, capture.received_at, captures.digest(content), media_type)
    return records.normalise(draft, source, received)
