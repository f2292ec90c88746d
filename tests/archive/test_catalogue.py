"""What a question costs: in proportion to what it asks for, and not to what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from archive.catalogue import Catalogue, Filter, Made
from archive.folder import FolderStore
from connectors.source import forms_of_address
from tests.archive.making import BASE, FIRST, archived


@contextmanager
def _counted(catalogue: Catalogue) -> Iterator[Callable[[], int]]:
    """What the questions asked within cost, in tens of SQLite's steps."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    catalogue._db.set_progress_handler(step, 10)
    yield lambda: steps
    catalogue._db.set_progress_handler(None, 10)


def _newer(catalogue: Catalogue, question: str, day: int) -> tuple[int, int]:
    """How many rows what was recorded after a day has, each day being a segment, and what it costs to find them."""
    since = (FIRST + timedelta(days=day)).isoformat()
    with _counted(catalogue) as cost:
        if question == "changes":
            found = len(list(catalogue.changes(Filter(), Made(after=day))))
        elif question == "recorded since":
            found = len(list(catalogue.changes(Filter(), Made(since=since))))
        else:
            found = len(list(catalogue.records(Filter(source="jp-kantei"), after=day)))
    return found, cost()


@pytest.mark.parametrize("question", ["changes", "recorded since", "records"])
def test_what_is_new_is_found_by_work_in_proportion_to_it(tmp_path: Path, question: str) -> None:
    costs = []
    for size in (10, 160):
        store = FolderStore(tmp_path / f"archive-{size}")
        store.prepare()
        archived(store, [f"page{number}" for number in range(size)])
        archived(store, ["new", "newer"], day=1)
        catalogue = Catalogue(store, tmp_path / f"{size}.sqlite3")
        everything, cost_of_all = _newer(catalogue, question, 0)
        found, cost = _newer(catalogue, question, 1)
        catalogue.close()
        assert (everything, found) == (size + 2, 2)
        costs.append((cost_of_all, cost))
    small, large = costs
    assert large[0] > 5 * small[0], "the measure tells an archive of sixteen times the size"
    assert large[1] < 1.5 * small[1]


def test_a_page_is_found_by_any_form_of_its_address_and_without_going_through_all(tmp_path: Path) -> None:
    costs = []
    for size in (10, 160):
        store = FolderStore(tmp_path / f"archive-{size}")
        store.prepare()
        archived(store, [f"page{number}" for number in range(size)])
        catalogue = Catalogue(store, tmp_path / f"{size}.sqlite3")
        asked = forms_of_address(f"{BASE.replace('https://', 'http://www.')}page7.html/#top")
        with _counted(catalogue) as cost:
            (record,) = catalogue.of_page(asked)
        costs.append(cost())
        assert record.endswith("/page7")
        assert catalogue.of_page(forms_of_address(f"{BASE}page.html")) == []
        assert catalogue.of_page([]) == []
        catalogue.close()
    assert costs[1] < 1.5 * costs[0]


def test_nothing_was_recorded_since_a_time_to_come(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, ["one"])
    catalogue = Catalogue(store, tmp_path / "c.sqlite3")
    assert list(catalogue.changes(Filter(), Made(since="2030-01-01T00:00:00+00:00"))) == []
    assert len(list(catalogue.changes(Filter(), Made(since="2020-01-01T00:00:00+00:00")))) == 1
    catalogue.close()
