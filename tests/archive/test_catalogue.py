"""What a question costs: in proportion to what it asks for, and not to what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.catalogue import Catalogue, Filter, Made
from archive.folder import FolderStore
from tests.archive.making import archived


def _work(catalogue: Catalogue, question: str, after: int) -> tuple[int, int]:
    """How many rows what is newer than a segment has, and what it costs to find them, in tens of SQLite's steps."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    catalogue._db.set_progress_handler(step, 10)
    if question == "changes":
        found = len(list(catalogue.changes(Filter(), Made(after=after))))
    else:
        found = len(list(catalogue.records(Filter(source="jp-kantei"), after=after)))
    catalogue._db.set_progress_handler(None, 10)
    return found, steps


@pytest.mark.parametrize("question", ["changes", "records"])
def test_what_is_new_is_found_by_work_in_proportion_to_it(tmp_path: Path, question: str) -> None:
    costs = []
    for size in (10, 160):
        store = FolderStore(tmp_path / f"archive-{size}")
        store.prepare()
        archived(store, [f"page{number}" for number in range(size)])
        archived(store, ["new", "newer"], day=1)
        catalogue = Catalogue(store, tmp_path / f"{size}.sqlite3")
        everything, cost_of_all = _work(catalogue, question, 0)
        found, cost = _work(catalogue, question, 1)
        catalogue.close()
        assert (everything, found) == (size + 2, 2)
        costs.append((cost_of_all, cost))
    small, large = costs
    assert large[0] > 5 * small[0], "the measure tells an archive of sixteen times the size"
    assert large[1] < 1.5 * small[1]
