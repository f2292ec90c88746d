"""Closing a run: its log segment, the state of its sources, its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from archive import log, runs
from archive.note import Signer
from archive.runs import RunReport, SourceReport
from archive.state import PageState, SourceState, Standing
from archive.store import Store
from archive.versions import inventory_of, record_of
from connectors.source import Expectations
from pipelines import recovery
from pipelines.items import FeedResult, Outcome, RunClock
from pipelines.normalise import record as records
from pipelines.steps import reporting


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
        reports[source] = reporting.report_of(mine, own_feeds)
        reporting.hold_to(expected, reports[source], mine)
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
