"""Reading quarantined pages again: after a parser was mended, its old failures become records.

What can be read now takes its place in the history of its page by when it was captured, as any capture of the past
does: a page may have been received several times in a form that could not be read, and archived since.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from archive import log, quarantine
from archive.errors import DamagedError, UnsoundStateError
from archive.quarantine import Quarantined
from archive.runs import RunReport
from archive.state import SourceState
from archive.store import Store
from connectors.source import Expectations, Source
from pipelines import steps
from pipelines.ingest import new_run_id
from pipelines.items import Fetched, Outcome, PageRequest, Ready, RunClock, ToQuarantine
from pipelines.normalise import record as records

RUN_OF = 200
"""Pages a run: what a crash costs at most is reading these again."""


@dataclass(frozen=True)
class Retried:
    """What became of one page: the record it became, or None and why. `left` where it stays in quarantine.

    Not `remembered`: that is done, but the state of its source is unsound, so the next run will not know of it.
    """

    id: str
    record: str | None
    message: str
    left: bool = False
    remembered: bool = True


def retry(
    store: Store,
    sources: Mapping[str, Source],
    names: Sequence[str],
    clock: RunClock | None = None,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> list[Retried]:
    """Read the named pages (all, where none is named) with today's parsers and rules; archive what can be read now.

    `told` is given how many are done, of how many. Raises NoRecordError for a name that is not in quarantine,
    ArchiveError where the archive cannot be written.
    """
    clock = clock or RunClock()
    store.prepare()
    done: list[Retried] = []
    chosen = [quarantine.get(store, name) for name in names] or list(
        quarantine.entries(store, damaged=lambda error: done.append(Retried(error.record, None, str(error), left=True)))
    )
    chosen.sort(key=lambda entry: (entry.captured_at, entry.id))
    for first in range(0, len(chosen), RUN_OF):
        done += _run(store, sources, chosen[first : first + RUN_OF], clock)
        told(min(first + RUN_OF, len(chosen)), len(chosen))
    return done


def _run(store: Store, sources: Mapping[str, Source], entries: Sequence[Quarantined], clock: RunClock) -> list[Retried]:
    started = clock.now()
    run = new_run_id(started)
    log_at = log.last(store)
    done: list[Retried] = []
    ready: list[Ready] = []
    outcomes: list[Outcome] = []
    states: dict[str, SourceState] = {}
    for entry in entries:
        source = sources.get(entry.source)
        if source is None:
            done.append(Retried(entry.id, None, f"there is no source {entry.source}", left=True))
            continue
        state = states.setdefault(source.id, SourceState(store, source.id))
        try:
            got = _read(store, entry, source, clock, run)
            known = state.page(entry.url)
        except (DamagedError, UnsoundStateError) as error:
            done.append(Retried(entry.id, None, str(error), left=True))
            continue
        if isinstance(got, Ready):
            ready.append(got)
        elif isinstance(got, ToQuarantine):
            done.append(Retried(entry.id, None, got.page.reason or "", left=True))
        elif got.result == "skipped":
            # That one capture of a record's page was none says nothing of the page.
            outcomes.append(replace(got, pages=()) if known is not None and known.record is not None else got)
            done.append(_resolved(store, entry.id, got, clock))
        else:
            done.append(Retried(entry.id, None, got.message, left=True))
    for capture, outcome in steps.archive_in_turn(ready, states, store, sources, clock, run, log_at):
        outcomes.append(outcome)
        name = quarantine.identify(outcome.source, capture.request.url, capture.page.capture or "")
        if outcome.result == "failed":
            done.append(Retried(name, None, outcome.message, left=True))
        else:
            done.append(_resolved(store, name, outcome, clock))
    if outcomes:
        asked = {outcome.source: Expectations() for outcome in outcomes}
        report = steps.seal(store, run, started, clock, (), outcomes, asked, log_at)
        done = [_remembered(result, report) for result in done]
    return done


def _read(
    store: Store, entry: Quarantined, source: Source, clock: RunClock, run: str
) -> Ready | ToQuarantine | Outcome:
    capture = quarantine.page(store, entry)
    # A web archive was asked long after the capture was made.
    made_at = datetime.fromisoformat(entry.captured_at)
    found_at = made_at if entry.captured_at != records.instant(capture.received_at) else None
    # What is known of the page is that it could not be read: it is read as if it came for the first time.
    request = PageRequest(source.id, entry.url, entry.title or "")
    got = steps.read(Fetched(request, capture, found_at=found_at), source, clock, run)
    if not isinstance(got, Ready):
        return got
    return replace(got, candidate=replace(got.candidate, found=True))


def _remembered(result: Retried, report: RunReport) -> Retried:
    part = report.sources.get(result.id.partition("/")[0])
    if part is None or part.forgotten is None or result.left:
        return result
    return replace(result, message=part.forgotten, remembered=False)


def _resolved(store: Store, name: str, outcome: Outcome, clock: RunClock) -> Retried:
    quarantine.resolve(store, name, outcome.record, outcome.message, records.instant(clock.now()))
    return Retried(name, outcome.record, outcome.message)
