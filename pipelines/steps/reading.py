"""Reading one page: a valid record, or why there is none."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from archive import quarantine
from archive.quarantine import Quarantined
from archive.state import PageState
from archive.versions import Candidate, Reread
from connectors import capture as captures
from connectors.capture import Capture
from connectors.errors import FetchError, NotASummaryError, UnreadableError
from connectors.feeds import FeedEntry
from connectors.fetch import Validators
from connectors.source import Source
from pipelines.items import Fetched, Outcome, Ready, RunClock, ToQuarantine
from pipelines.normalise import record as records
from pipelines.normalise.person import is_unnamed_leader
from schemas import validation
from schemas.record import Readout, Reason, speaks_for

_TEXTUAL = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_DATA = {"application/json": "application/json", "application/xml": "application/xml", "text/xml": "application/xml"}
"""Taken as pages only from sources that are asked at another address than the page's own."""


def read(fetched: Fetched, source: Source, clock: RunClock, run: str) -> Ready | ToQuarantine | Outcome:
    """Make a valid record of a page, or say why there is none.

    A fault of a parser of ours is treated as the page's: it goes to quarantine with the fault, and the run goes on.
    """
    request, capture = fetched.request, fetched.capture
    try:
        content = capture.content
    except FetchError as error:
        return request.outcome("failed", f"{request.url}: {error.problem}")
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
        return request.outcome("unchanged", record=before.record, pages=((request.url, _kept(before, page)),))
    if media_type is None:
        reason = f"not a page but {content_type or 'of unknown type'}"
        return _no_summary(fetched, source, clock, run, page, content_type or "application/octet-stream", reason)
    requested = request.url if found_at is None else capture.requested_url
    received = records.Received(requested, url, found_at or capture.received_at, digest, media_type)
    stage = "read"
    try:
        draft = source.parse(content, url, media_type, content_type)
        entry = FeedEntry(request.url, request.title or draft.title, None, "")
        rule = source.decide(entry)
        new = known is None or known.record is None
        # Where no feed announced it now, by whose title it was taken, its own tells whether it is a summary.
        if new and request.feed is None and not rule.keep:
            return request.outcome("skipped", f"{rule.reason}: {entry.title!r}")
        stage = "normalise"
        record = records.normalise(draft, source, received)
        if new and rule.names_guest and not source.decide(entry, names_guest(record)).keep:
            why = f"its title leaves open whether it is a summary, and it names no guest; {entry.title!r}"
            return _no_summary(fetched, source, clock, run, page, media_type, why)
        stage = "validate"
        reasons = validation.reasons(record)
    except NotASummaryError as error:
        return _no_summary(fetched, source, clock, run, page, media_type, error.problem)
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
        return request.outcome("unchanged", record=before.record, pages=((request.url, _kept(before, page)),))
    page = replace(page, content=says)
    candidate = Candidate(
        record, captures.to_warc(capture), known=known.record if known else None, found=found_at is not None
    )
    hops = tuple(exchange.url for exchange in capture.exchanges) if moved else ()
    return Ready(request, candidate, page, draft.canonical_url, hops)


def names_guest(record: Readout) -> bool:
    """Whether a record tells of a leader or a minister of another country or organisation than the publisher's."""
    own = record["premiership"]["country"]
    return any(
        speaks_for(person) not in (None, own) and (person["rank"] not in (None, "other") or is_unnamed_leader(person))
        for person in record["participants"]
    )


def _media_type(content_type: str | None, content: bytes, *, data: bool) -> str | None:
    declared = (content_type or "").partition(";")[0].strip().lower()
    if data and declared in _DATA:
        return _DATA[declared]
    if declared in _TEXTUAL:
        return _TEXTUAL[declared]
    looks_like_html = content[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
    return "text/html" if declared in ("", "application/octet-stream") and looks_like_html else None


def _no_summary(
    fetched: Fetched, source: Source, clock: RunClock, run: str, page: PageState, media_type: str, why: str
) -> ToQuarantine | Outcome:
    """What becomes of a page that is no summary: it is passed over, unless it was one when it was seen last.

    A page of which there is a record may show something else for a day ("under maintenance"), or for good and answer
    200 all the same: what it showed is kept in quarantine, and it is looked at again as before.
    """
    request = fetched.request
    if request.known is not None and request.known.record is not None and fetched.found_at is None:
        reason = Reason(pointer="", expected=f"the summary that {request.known.record} was read from", found=why)
        return _to_quarantine(fetched, source, clock, run, page, media_type, "read", [reason], None)
    skipped = replace(page, standing="skipped", reason=why)
    return request.outcome("skipped", f"{request.url}: {why}", pages=((request.url, skipped),))


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
        captured_at=records.instant(fetched.found_at or capture.received_at),
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


def reread(sources: Mapping[str, Source], source_id: str, url: str, warc: bytes) -> Reread | None:
    """What today's parser finds in an old capture; None where it cannot read it."""
    source = sources.get(source_id)
    if source is None:
        return None
    try:
        capture = captures.from_warc(warc)
        content = capture.content
        content_type = capture.final.header("content-type")
        draft = source.parse(
            content,
            url,
            _media_type(content_type, content, data=source.asked_at is not None) or "text/html",
            content_type,
        )
    except Exception:
        # As of any page: whatever a parser stumbles over, nothing but this page suffers.
        return None
    return Reread(records.content_digest(draft), captures.digest(content))


def of_saved_page(source: Source, url: str, content: bytes, media_type: str, read_at: datetime) -> Readout:
    """The record of a page handed in as a file, outside any archive.

    Raises NotASummaryError or UnreadableError where there is none.
    """
    capture: Capture = captures.of_saved_page(url, content, media_type, read_at)
    draft = source.parse(content, url, media_type, None)
    received = records.Received(url, url, capture.received_at, captures.digest(content), media_type)
    return records.normalise(draft, source, received)
