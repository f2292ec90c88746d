"""Closing a run: its log segment, the state of its sources, its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from archive import log, runs
from archive.errors import UnsoundStateError
from archive.note import Signer
from archive.runs import RunReport, SourceReport
from archive.state import SourceState
from archive.store import Store
from connectors.source import Expectations
from pipelines import recovery
from pipelines.items import FeedResult, Outcome, RunClock
from pipelines.normalise import record as records
from pipelines.steps import reporting
from pipelines.steps.remembering import remember


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

    What runs before it committed and could not log any more, because they were cut off, is logged with it. A source
    whose state turns out to be unsound is reported as failed; the others are remembered.
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
        reports[source] = reporting.report_of(mine, own_feeds)
        reporting.hold_to(expected, reports[source], mine)
    for source in {*reports, *(outcome.source for outcome in left.outcomes)}:
        # What this run saw itself is newer than what was left behind.
        told = [o for o in (*left.outcomes, *ordered) if o.source == source]
        try:
            _remember(SourceState(store, source), told, [f for f in feed_results if f.source == source])
        except UnsoundStateError as error:
            # What was archived is, and is logged: only what the next run would have known of it is not.
            reporting.tell_forgotten(reports.setdefault(source, SourceReport()), error)
    finished = clock.now()
    report = RunReport(
        run=run,
        started=records.instant(started),
        finished=records.instant(finished),
        seconds=round((finished - started).total_seconds(), 3),
        sources=reports,
        segment=segment,
        exit_code=reporting.exit_code(reports.values()),
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
        remember(state, outcome)
    state.save()
