"""Parse, normalise and validate one page of 40 KB, on one core."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

from bench import making
from connectors import source as sources
from pipelines import steps
from schemas import validation


def measure() -> Iterator[str]:
    """The median of 300 pages, in milliseconds, and the slower tenth."""
    source = sources.load()["jp-kantei"]
    url = making.BASE + "/105/diplomatic/202602/19usa.html"
    content = making.page(1, date(2026, 2, 19), 40_000).encode()
    times = []
    for _ in range(300):
        begun = time.perf_counter()
        record = steps.of_saved_page(source, url, content, "text/html", datetime(2026, 3, 1, tzinfo=UTC))
        assert validation.is_valid(record)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    median = statistics.median(times)
    yield f"{len(content):,} bytes: median {median:.2f} ms, 90th percentile {times[270]:.2f} ms (limit 3 ms)"
