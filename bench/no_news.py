"""A run with no news over a feed of 20, against importing Beam, with 20 and with 20,000 records in the archive."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import making
from tests.serving import Server, serving

_ROUNDS = 7


def measure() -> Iterator[str]:
    """Medians of seven runs each, taken in turn, in seconds."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, serving() as server:
        small, large = Path(folder) / "small", Path(folder) / "large"
        extra = _site(server, Path(folder))
        making.fill(large, 20_000)
        for archive in (small, large):
            _ingest(archive, extra)
            _ingest(archive, extra)
        times: dict[str, list[float]] = {"import": [], "small": [], "large": []}
        for _ in range(_ROUNDS):
            times["import"].append(_timed([sys.executable, "-c", "import apache_beam"]))
            times["small"].append(_ingest(small, extra))
            times["large"].append(_ingest(large, extra))
        bare, with_20, with_20000 = (statistics.median(times[name]) for name in ("import", "small", "large"))

    yield f"import apache_beam: {bare:.2f} s"
    yield f"20 records: {with_20:.2f} s, {with_20 - bare:.2f} s above the import (limit 1.0 s)"
    yield f"20,000 records: {with_20000:.2f} s, {with_20000 / with_20:.2f} of the run with 20 (limit 1.20)"


def _site(server: Server, folder: Path) -> Path:
    paths = []
    for number in range(20):
        path = f"/105/diplomatic/202602/{number:02}feed.html"
        server.page(path, making.page(100_000 + number, date(2026, 2, 19)), ETag=f'"{number}"')
        paths.append(path)
    feed = server.feed(*paths)
    server.conditional = True
    extra = folder / "sources"
    extra.mkdir()
    (extra / "jp-kantei.toml").write_text(
        f'extends = "jp-kantei"\nfeeds = ["{feed}"]\n[politeness]\ndelay = 0.0\nallowed_hosts = ["127.0.0.1"]\n'
    )
    return extra


def _ingest(archive: Path, extra: Path) -> float:
    command = [sys.executable, "-m", "readouts", "ingest", "--source", "jp-kantei"]
    return _timed([*command, "--archive", str(archive), "--sources", str(extra)])


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return time.perf_counter() - begun
