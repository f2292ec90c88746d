"""State: what is due, what changed, and nothing written that was so already."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from archive.errors import ArchiveError
from archive.state import LOOK_AGAIN_AFTER, PageState, SourceState
from archive.store import Store


def test_reads_back_and_writes_only_changes(store: Store) -> None:
    state = SourceState(store, "jp-kantei")
    page = PageState("archived", record="jp/x", etag='"1"', missing=("2026-03-09",))
    state.set_page("https://x/a", page)
    assert state.save() == 1
    again = SourceState(store, "jp-kantei")
    assert again.page("https://x/a") == page
    again.set_page("https://x/a", page)
    assert again.save() == 0


def test_two_writers_both_keep_what_they_learnt(store: Store) -> None:
    one, other = SourceState(store, "s-x"), SourceState(store, "s-x")
    for n in range(20):
        one.set_page(f"https://x/one/{n}", PageState("skipped"))
        other.set_page(f"https://x/other/{n}", PageState("skipped"))
    one.save()
    other.save()
    both = SourceState(store, "s-x")
    assert all(both.page(f"https://x/{who}/{n}") for who in ("one", "other") for n in range(20))


def test_pages_are_looked_at_again_at_growing_intervals(store: Store) -> None:
    born = date(2026, 1, 1)
    state = SourceState(store, "s-x")
    state.add_to_cohort(born, "https://x/a")
    state.save()
    due = [
        age
        for age in range(1, 40)
        if SourceState(store, "s-x").due(born + timedelta(days=age), born + timedelta(days=age - 1))
    ]
    assert due == [age for age in LOOK_AGAIN_AFTER if age < 40]


def test_a_day_without_a_run_is_made_up_for(store: Store) -> None:
    born = date(2026, 1, 1)
    state = SourceState(store, "s-x")
    state.add_to_cohort(born, "https://x/a")
    state.save()
    assert SourceState(store, "s-x").due(born + timedelta(days=30), born + timedelta(days=10)) == ["https://x/a"]
    assert SourceState(store, "s-x").due(born + timedelta(days=30), born + timedelta(days=30)) == []


def test_unsound_state_is_said_so(store: Store) -> None:
    store.create("state/s-x/feeds.json", b"{")
    with pytest.raises(ArchiveError, match="readouts repair"):
        SourceState(store, "s-x").feed("https://x/feed")
