"""Bytes a version takes in an archive, against the size of the page it keeps."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from archive.folder import FolderStore
from archive.state import SourceState
from bench import making
from connectors import source as sources
from connectors.capture import of_saved_page
from pipelines import steps
from pipelines.items import Fetched, PageRequest, Ready, RunClock

_PAGE = 39_000
_COUNT = 100


def measure() -> Iterator[str]:
    """The bytes of objects and of the log a version, new and revised, and what an unchanged capture adds."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        store = FolderStore(Path(folder))
        store.prepare()
        sizes = []
        for day in range(3):
            _run(store, day)
            sizes.append({part: _bytes(Path(folder) / part) for part in ("ocfl", "log")})
    page = len(making.page(1, date(2026, 2, 19), _PAGE))
    new = sizes[0]["ocfl"] / _COUNT
    revised = (sizes[1]["ocfl"] - sizes[0]["ocfl"]) / _COUNT
    same = (sizes[2]["ocfl"] - sizes[1]["ocfl"]) / _COUNT
    log = sizes[0]["log"] / _COUNT
    yield (
        f"a page of {page:,} bytes: {new:,.0f} bytes as a new record ({new / page:.2f} of the page), {revised:,.0f} as "
        f"a revision ({revised / page:.2f}), {same:,.0f} where it is unchanged; {log:,.0f} in the log"
    )


def _run(store: FolderStore, day: int) -> None:
    source = sources.load()["jp-kantei"]
    clock = RunClock()
    run = f"2026010{day + 1}T000000Z-00000000"
    ready = []
    for number in range(_COUNT):
        html = making.page(number, date(2026, 2, 19), _PAGE)
        if day:
            html = html.replace("expressed his agreement", "expressed agreement")
        url = f"{making.BASE}/105/diplomatic/202602/19p{number}.html"
        capture = of_saved_page(url, html.encode(), "text/html; charset=utf-8", datetime(2026, 3, 9, tzinfo=UTC))
        known = SourceState(store, source.id).page(url)
        got = steps.read(Fetched(PageRequest(source.id, url, known=known), capture), source, clock, run)
        if isinstance(got, Ready):
            ready.append(got)
    outcomes = steps.archive(ready, store, {source.id: source}, clock, run, day)
    steps.seal(store, run, clock.now(), clock, (), outcomes, {source.id: source.expects}, day)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
