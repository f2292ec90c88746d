"""Many runs at the same time over the same feeds end as one run would: nothing lost, doubled or out of order."""

from __future__ import annotations

from typing import Any

import pytest

from archive.audit import audit
from tests import places
from tests.places import Place
from tests.serving import Server
from tests.whole import crashing
from tests.whole.crashing import Site


def unordered(content: dict[str, Any]) -> dict[str, Any]:
    """Runs share the log's events out among their segments: what holds is which there are, and their order by record.

    The audit holds the order by record (L009).
    """
    return {**content, "log": sorted(content["log"], key=lambda event: str(event["id"]))}


@pytest.mark.parametrize("writers", [2, 8])
def test_runs_at_the_same_time(run_place: Place, server: Server, tmp_path: Any, writers: int) -> None:
    site = Site(server)
    alone = places.beside(run_place, tmp_path, "alone")
    for place, runs in ((alone, 1), (run_place, writers)):
        site.first_day()
        _together(place, site, 1, runs)
        site.second_day()
        _together(place, site, 2, runs)
        report = audit.of_archive(place.store)
        assert (report.faults, report.pending) == ([], 0)
        # Whatever the runs left to each other, the next one finds nothing to do.
        before = place.kept()
        assert crashing.run(place.uri, site.source(), 2) is not None
        assert place.kept() == before
    assert unordered(crashing.content(run_place.store)) == unordered(crashing.content(alone.store))


def _together(place: Place, site: Site, day: int, runs: int) -> None:
    barrier = crashing.barrier(runs)
    processes = [crashing.start(place.uri, site.source(), day, barrier) for _ in range(runs)]
    for process in processes:
        process.join(300)
    assert [process.exitcode for process in processes] == [0] * runs
