"""What a source's state learns of a page: how it is now, and which record it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from archive.state import PageState, SourceState, Standing
from pipelines.items import Outcome


def remember(state: SourceState, outcome: Outcome) -> None:
    """Tell the state of a source what became of a page; it is not saved here."""
    current = outcome.event is not None and outcome.result != "backfilled"
    if outcome.find is not None:
        state.add_find(outcome.url, outcome.find)
    for url, page in outcome.pages:
        known = state.page(url)
        if outcome.find is not None and known is not None:
            page = _as_found(known, page, outcome, current=current)
        state.set_page(url, page)
        if outcome.event is not None and page.standing == "archived" and outcome.cohort:
            state.add_to_cohort(date.fromisoformat(outcome.cohort), url)
    if current and outcome.content_digest and outcome.record:
        state.set_record_saying(outcome.content_digest, outcome.record)
        _retire_old_address(state, outcome)


def _as_found(known: PageState, page: PageState, outcome: Outcome, *, current: bool) -> PageState:
    """A page of which something is known, after a capture of it was found elsewhere or read after all.

    A capture of the past says nothing of how the page is now, unless it is the newest known, or the very bytes that
    could not be read; but it may say which record the page is.
    """
    if current or (known.standing == "quarantined" and known.capture == page.capture):
        # Days on which it was seen to be absent count on, unless it is known to have come back.
        missing = () if outcome.result == "restored" else known.missing
        return replace(page, missing=missing, published=page.published or known.published)
    if known.record is None and known.standing in ("quarantined", "announced"):
        return replace(known, record=outcome.record)
    return known


def _retire_old_address(state: SourceState, outcome: Outcome) -> None:
    """After a move, the old address stands for the record but says nothing about it any more."""
    if outcome.moved_from is None:
        return
    moved: Standing = "alias"
    old = state.page(outcome.moved_from) or PageState(moved)
    reason = f"moved to {outcome.pages[0][0]}"
    state.set_page(outcome.moved_from, replace(old, standing=moved, record=outcome.record, reason=reason, missing=()))
