"""Committing versions to a bucket: requests and CPU a version, and what is left of latency times parallelism.

The server (VersityGW) is on this machine; latency is added on our side of each request, so that what a remote bucket
costs can be told from what we cost.
"""

from __future__ import annotations

import os
import resource
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from archive import ocfl, s3
from archive.bucket import BucketStore
from archive.store import JournalEntry
from tests import buckets

_BATCH = 50
_BATCHES = 4
_LATENCY = 0.1
_FILES = {"record.json": b"x" * 4500, "capture.warc.gz": b"y" * 4500}


def measure() -> Iterator[str]:
    """Requests and CPU milliseconds a version, and versions a second with and without added latency."""
    with buckets.versity() as address:
        os.environ.update(buckets.environment(address))
        buckets.make_bucket(address, "bench")
        store = BucketStore("bench", uuid.uuid4().hex)
        store.prepare()
        _commit(store, 0, None)
        before = store.bucket.requests
        new = _timed(lambda: _all(store, None))
        new_requests = (store.bucket.requests - before) / (_BATCH * _BATCHES)
        before = store.bucket.requests
        more = _timed(lambda: _all(store, "again"))
        more_requests = (store.bucket.requests - before) / (_BATCH * _BATCHES)

        def slow(operation: str, key: str, request: Callable[[], Any]) -> Any:
            time.sleep(_LATENCY)
            return request()

        s3.around_request = slow
        far = _timed(lambda: _commit(store, 99, None))
    count = _BATCH * _BATCHES
    yield (
        f"a new record: {new_requests:.2f} requests, {new[1] / count * 1000:.1f} ms of CPU; "
        f"a new version: {more_requests:.2f} requests, {more[1] / count * 1000:.1f} ms of CPU (limit 8 requests)"
    )
    floor = _LATENCY * new_requests * _BATCH / s3.PARALLEL
    yield (
        f"with {_LATENCY * 1000:.0f} ms of latency: {_BATCH / far[0]:.1f} versions/s, {floor / far[0]:.0%} of what "
        f"latency alone allows with {s3.PARALLEL} requests at once; CPU busy for {far[1] / far[0]:.0%} of the time"
    )


def _all(store: BucketStore, change: str | None) -> None:
    for batch in range(1, 1 + _BATCHES):
        _commit(store, batch, change)


def _commit(store: BucketStore, batch: int, change: str | None) -> None:
    now = datetime.now(UTC)
    updates = []
    for number in range(_BATCH):
        path = f"jp/105-takaichi/2026-02-19/b{batch}-p{number}"
        mark = f"{batch} {number} {change}".encode()
        previous = None
        if change is not None:
            raw = store.read(f"ocfl/{path}/{ocfl.INVENTORY}")
            assert raw is not None
            previous = ocfl.parse(path, raw)
        files = {name: data + mark for name, data in _FILES.items()}
        updates.append(ocfl.new_version(path, previous, files, now, "created")[0])
    entry = JournalEntry(f".staging/journal/{uuid.uuid4().hex}.json", b"x" * 1500 * _BATCH)
    assert all(store.commit(updates, entry))
    store.close([entry])


def _timed(work: Callable[[], Any]) -> tuple[float, float]:
    """Seconds on the clock, and of CPU (this process alone)."""
    began, used = time.perf_counter(), _cpu()
    work()
    return time.perf_counter() - began, _cpu() - used


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
