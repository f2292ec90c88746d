"""Parse, normalise and validate one page, on one core: a large one, and each source's golden pages."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from selectolax.lexbor import LexborHTMLParser

from bench import making
from connectors import source as sources
from pipelines import steps
from schemas import validation
from tests.golden import records as golden

_READ_AT = datetime(2026, 3, 1, tzinfo=UTC)


def measure() -> Iterator[str]:
    """Medians, in milliseconds: of 300 readings of a page of 40 KB, and of the golden pages of each source."""
    known = sources.load()
    url = making.BASE + "/105/diplomatic/202602/19usa.html"
    content = making.page(1, date(2026, 2, 19), 40_000).encode()

    def large() -> None:
        record = steps.of_saved_page(known["jp-kantei"], url, content, "text/html", _READ_AT)
        assert validation.is_valid(record)

    times = _times(large, 300)
    tree = statistics.median(_times(lambda: LexborHTMLParser(content), 300))
    median = statistics.median(times)
    yield (
        f"{len(content):,} bytes: median {median:.2f} ms, 90th percentile {times[270]:.2f} ms (limit 3 ms); "
        f"{median / tree:.1f} times what selectolax takes to build its tree ({tree:.2f} ms)"
    )
    by_source: dict[str, list[float]] = defaultdict(list)
    pages = list(golden.pages())
    # The data are loaded when a source is first read.
    loaded = {page.source: page for page in pages}
    for page in loaded.values():
        _read(known[page.source], page)
    first, later = 0.0, 0.0
    for page in pages:
        source = known[page.source]

        def one(page: golden.Golden = page, source: sources.Source = source) -> None:
            _read(source, page)

        if page is not loaded[page.source]:
            first += _times(one, 1)[0]
            later += statistics.median(_times(one, 30))
        by_source[page.source].append(statistics.median(_times(one, 30)))
    yield (
        f"{len(pages) - len(loaded)} golden pages read for the first time take {first / later:.2f} times what they "
        "take when they are read again"
    )
    slowest = max(max(medians) for medians in by_source.values())
    each = ", ".join(f"{name} {max(medians):.2f}" for name, medians in sorted(by_source.items()))
    yield f"the slowest golden page of each source: {each}; of all {slowest:.2f} ms (limit 3 ms)"


def _read(source: sources.Source, page: golden.Golden) -> None:
    steps.of_saved_page(source, page.url, page.content, page.media_type, _READ_AT)


def _times(what: Callable[[], object], count: int) -> list[float]:
    times = []
    for _ in range(count):
        begun = time.perf_counter()
        what()
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)
