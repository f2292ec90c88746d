"""Material for measurements: pages of a given size, archives of a given number of records, a site that serves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from archive.folder import FolderStore
from connectors import capture as captures
from connectors import source as sources
from connectors.capture import Capture
from connectors.source import Source
from pipelines import steps
from pipelines.items import Fetched, Outcome, PageRequest, Ready, RunClock

BASE = "https://japan.kantei.go.jp"
_NOISE = "".join(
    f'<li><a href="/menu/{n}.html">Entry number {n} of a long menu of the site</a></li>' for n in range(330)
)


def page(number: int, day: date, size: int = 0) -> str:
    """A page in the form of the Prime Minister's Office, with menus to make up `size` bytes."""
    points = "".join(
        f"<p>{n}. {heading}</p>"
        f"<p>(1) Prime Minister Takaichi stated that item {number} of {heading.lower()} mattered.</p>"
        f"<p>(2) President Trump expressed his agreement, and the two leaders concurred in further work on it.</p>"
        for n, heading in enumerate(("Security", "Economy", "Regional situation", "Energy", "Exchanges"), 1)
    )
    html = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Summit</title></head><body><header><nav><ul>'
        f"{_NOISE if size else ''}</ul></nav></header><main><h1>Japan-U.S. Summit Telephone Talk</h1>"
        f'<p class="date">{day:%B} {day.day}, {day.year}</p><p>[Provisional Translation]</p>'
        f"<p>On {day:%B} {day.day}, commencing at 9:30 a.m. for approximately 15 minutes, Ms. TAKAICHI Sanae, "
        "Prime Minister of Japan, held a summit telephone talk with the Honorable Donald J. Trump, President "
        f"of the United States of America. The overview of the talk is as follows.</p>{points}</main></body></html>"
    )
    return html + "<!--" + "x" * max(0, size - len(html) - 7) + "-->" if size else html


def capture(url: str, html: str) -> Capture:
    """A capture of a page, as if just received."""
    return captures.of_saved_page(url, html.encode(), "text/html; charset=utf-8", datetime(2026, 3, 9, tzinfo=UTC))


def ready(source: Source, numbers: Sequence[int], clock: RunClock, run: str) -> Iterator[Ready]:
    """Valid records, spread over the years since 2013."""
    for number in numbers:
        day = date(2013, 1, 1) + timedelta(days=number * 4800 // 20000)
        url = f"{BASE}/105/diplomatic/{day:%Y%m}/{day:%d}p{number}.html"
        request = PageRequest(source.id, url)
        got = steps.read(Fetched(request, capture(url, page(number, day))), source, clock, run)
        assert isinstance(got, Ready), got
        yield got


def fill(folder: Path, records: int, source: Source | None = None) -> None:
    """Make an archive of so many records, through the same steps as a run."""
    source = source or sources.load()["jp-kantei"]
    store = FolderStore(folder)
    store.prepare()
    clock = RunClock()
    for begin in range(0, records, 1000):
        run = f"20260101T0000{begin // 1000:02}Z-00000000"
        batch = list(ready(source, range(begin, min(begin + 1000, records)), clock, run))
        outcomes: list[Outcome] = []
        for start in range(0, len(batch), 100):
            outcomes += steps.archive(batch[start : start + 100], store, {source.id: source}, clock, run, begin // 1000)
        steps.seal(store, run, clock.now(), clock, (), outcomes, {source.id: source.expects}, begin // 1000)


def pointed_at(source: Source, feed: str) -> Source:
    """A source that asks a server on this machine."""
    polite = replace(source.politeness, delay=0.0, allowed_hosts=frozenset(["127.0.0.1"]))
    return replace(source, feeds=(feed,), politeness=polite)
