"""Asking for one page: it comes, it is as it was, it is missing, or nothing is known of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.state import PageState
from connectors.errors import DisallowedError, FetchError, GoneError
from connectors.fetch import Client, NotModified, Validators
from connectors.source import Source
from pipelines.items import Fetched, Outcome, PageRequest
from pipelines.normalise import record as records


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
        return request.outcome("skipped", error.problem)
    except FetchError as error:
        return request.outcome("failed", f"{request.url}: {error.problem}")
    if isinstance(answer, NotModified):
        assert known is not None
        # A page that is there again was only away for a while.
        seen = ((request.url, replace(known, missing=())),) if known.missing else ()
        return request.outcome("unchanged", record=known.record, pages=seen)
    return Fetched(request, answer)


def _missing(request: PageRequest, source: Source, error: GoneError, now: datetime) -> Fetched | Outcome:
    known = request.known or PageState("announced")
    if known.standing == "withdrawn":
        return request.outcome("unchanged", "still absent", record=known.record)
    moment = records.instant(now)
    seen_today = any(earlier[:10] == moment[:10] for earlier in known.missing)
    missing = known.missing if seen_today else (*known.missing, moment)
    if known.record is not None and len(missing) >= source.withdrawn_after_days:
        return Fetched(request, error.capture, absent=True, missing=missing)
    days = "day" if len(missing) == 1 else "days"
    message = f"{request.url}: {error.problem} on {len(missing)} {days}"
    page = replace(known, missing=missing)
    return request.outcome("missing", message, record=known.record, pages=((request.url, page),))
