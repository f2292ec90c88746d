"""Committing versions durably, side by side with ocfl-py creating objects without durability."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from archive import ocfl
from archive.folder import FolderStore
from archive.store import JournalEntry
from pipelines.transforms import Job

_COUNT = 1000
_BATCH = Job.batch_size
_FILES = {"record.json": b"x" * 4500, "capture.warc.gz": b"y" * 4500}
_OTHER = """
import sys, time, pathlib, ocfl
root, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
source = root / "source"; source.mkdir()
begun = time.perf_counter()
for n in range(count):
    (source / "record.json").write_bytes(b"x" * 4500 + str(n).encode())
    (source / "capture.warc.gz").write_bytes(b"y" * 4500 + str(n).encode())
    about = ocfl.VersionMetadata(message="created", name="x", address="mailto:x@example.org")
    ocfl.Object(identifier=f"urn:x:{n}").create(
        srcdir=str(source), metadata=about, objdir=str(root / f"object{n}")
    )
print(count / (time.perf_counter() - begun))
"""


def measure() -> Iterator[str]:
    """Objects a second of both, and their ratio, in batches as a run makes them and one by one."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        ours = _ours(Path(folder) / "batched", _BATCH)
        single = _ours(Path(folder) / "single", 1, 200)
        theirs = _theirs(Path(folder))
    yield (
        f"ours, durable, {_BATCH} a batch: {ours:,.0f}/s; one by one: {single:,.0f}/s; "
        f"ocfl-py, not durable: {theirs:,.0f}/s; "
        f"ratio {ours / theirs:.2f} (aim 3), one by one {single / theirs:.2f}"
    )


def _ours(root: Path, batch: int, count: int = _COUNT) -> float:
    store = FolderStore(root)
    store.prepare()
    now = datetime.now(UTC)
    begun = time.perf_counter()
    for start in range(0, count, batch):
        updates = [
            ocfl.new_version(
                f"jp/105-takaichi/2026-02-19/p{n}",
                None,
                {name: data + str(n).encode() for name, data in _FILES.items()},
                now,
                "created",
            )[0]
            for n in range(start, start + batch)
        ]
        assert all(store.commit(updates, JournalEntry(f".staging/journal/{start}.json", b"x" * 1500 * batch)))
    return count / (time.perf_counter() - begun)


def _theirs(root: Path) -> float:
    python = Path.cwd() / ".venv-ocfl" / "bin" / "python"
    done = subprocess.run(
        [str(python), "-c", _OTHER, str(root), str(_COUNT)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(done.stdout.splitlines()[-1])
