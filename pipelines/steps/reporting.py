"""What a run says of its sources: counts, problems, whether they yielded what their data expect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.errors import UnsoundStateError
from archive.runs import SourceReport
from connectors.source import Expectations
from pipelines.items import FeedResult, Outcome

_READ = ("new", "revised", "relocated", "restored", "reprocessed", "backfilled")


def report_of(outcomes: Sequence[Outcome], feeds: Sequence[FeedResult]) -> SourceReport:
    """The report of one source, of its pages and feeds."""
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


def hold_to(expected: Expectations, report: SourceReport, outcomes: Sequence[Outcome]) -> None:
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


def tell_forgotten(report: SourceReport, error: UnsoundStateError) -> None:
    """Say that what the run learnt of a source could not be remembered."""
    report.forgotten = f"what was learnt is not remembered: {error}"
    report.problems.append(f"failed: {report.forgotten}")


def exit_code(reports: Iterable[SourceReport]) -> int:
    """0 all well, 3 something failed or was quarantined, 1 nothing could be done (not one feed or page was had)."""
    every = list(reports)
    failed = sum(
        r.feeds_failed + r.unexpected + bool(r.forgotten) + r.counts["failed"] + r.counts["quarantined"] for r in every
    )
    had = sum(
        r.feeds_read + r.feeds_unchanged + r.counts["seen"] - r.counts["failed"] - r.counts["skipped"] for r in every
    )
    if not failed:
        return 0
    return 3 if had > 0 else 1
