"""Reading quarantined pages again: after a parser was mended, its old failures become records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive import log, quarantine
from archive.state import SourceState
from archive.store import open_store
from connectors import capture as captures
from connectors.source import Expectations, Source
from pipelines import steps
from pipelines.ingest import new_run_id
from pipelines.items import Fetched, Outcome, PageRequest, RunClock, ToQuarantine
from pipelines.normalise import record as records


@dataclass(frozen=True)
class Retried:
    """What became of one page: the record it became, or None and why."""

    id: str
    record: str | None
    message: str


def retry(
    archive: str, sources: Mapping[str, Source], names: Sequence[str], clock: RunClock | None = None
) -> list[Retried]:
    """Read the named pages (all, where none is named) with today's parsers; archive those that can be read now."""
    clock = clock or RunClock()
    store = open_store(archive)
    store.prepare()
    chosen = [quarantine.get(store, name) for name in names] or list(quarantine.entries(store))
    started = clock.now()
    run = new_run_id(started)
    log_at = log.last(store)
    done: list[Retried] = []
    outcomes: list[Outcome] = []
    for entry in chosen:
        source = sources.get(entry.source)
        if source is None:
            done.append(Retried(entry.id, None, f"there is no source {entry.source}"))
            continue
        state = SourceState(store, source.id)
        known = state.page(entry.url)
        # The failure as it is remembered would answer "unchanged": the page is read as if it came for the first time.
        record_known = known if known is not None and known.record is not None else None
        request = PageRequest(source.id, entry.url, entry.title or "")
        capture = captures.from_warc(quarantine.capture(store, entry.id))
        got = steps.read(Fetched(request, capture), source, clock, run)
        if isinstance(got, ToQuarantine):
            done.append(Retried(entry.id, None, got.page.reason or ""))
            continue
        if isinstance(got, Outcome):
            done.append(Retried(entry.id, None, got.message))
            continue
        ready = steps.identify(got, source, state)
        if isinstance(ready, Outcome):
            outcome = ready
        elif record_known is not None:
            done.append(Retried(entry.id, record_known.record, "a newer capture of this page was archived meanwhile"))
            quarantine.resolve(store, [entry.id], record_known.record or "", records.instant(clock.now()))
            continue
        else:
            (outcome,) = steps.archive([ready], store, sources, clock, run, log_at)
        outcomes.append(outcome)
        quarantine.resolve(store, [entry.id], outcome.record or "", records.instant(clock.now()))
        done.append(Retried(entry.id, outcome.record, outcome.message))
    if outcomes:
        asked = {outcome.source: Expectations() for outcome in outcomes}
        steps.seal(store, run, started, clock, (), outcomes, asked, log_at)
    return done
