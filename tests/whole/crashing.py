"""Runs in processes of their own, stopped where a test says, and what an archive holds apart from run ids and clock."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import orjson

from archive import durable, log, s3
from archive.catalogue import Catalogue
from archive.errors import ArchiveError
from archive.store import Store, open_store
from connectors import capture as captures
from connectors import source as sources
from connectors.finds import in_path
from connectors.source import Source
from pipelines.collecting import collect
from pipelines.ingest import ingest
from pipelines.items import RunClock
from pipelines.reprocess import chosen, reprocess
from tests.serving import Reply, Server, page

FIRST = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_STOPPED = 9
EXPLAINED = 4
"""The exit code of a run that ended with an error that a user is told; 1 is that of any other, a traceback."""
_BASE = "/105/diplomatic/202602/"

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(
    [
        "pipelines.transforms",
        "archive.audit.audit",
        "archive.folder",
        "archive.s3",
        "botocore.client",
        "connectors.sources.jp_kantei",
        "tests.whole.crashing",
    ]
)


@dataclass(frozen=True)
class Site:
    """A small site with one page for each thing that can become of a page."""

    server: Server

    def source(self) -> Source:
        source = self.server.source(self.server.address + "/feed.rdf", attempts=1)
        return replace(source, withdrawn_after_days=1)

    def first_day(self) -> None:
        for name in ("revised", "gone", "same", "moved"):
            self.server.page(f"{_BASE}{name}.html", page(first=f"The {name} page was discussed."))
        self.server.feed(*(f"{_BASE}{name}.html" for name in ("revised", "gone", "same", "moved")))

    def second_day(self) -> None:
        self.server.page(f"{_BASE}revised.html", page(first="The page was revised."))
        self.server.replies[f"{_BASE}gone.html"] = Reply(404)
        self.server.replies[f"{_BASE}moved.html"] = Reply(301, b"", {"Location": "/elsewhere/moved.html"})
        self.server.page("/elsewhere/moved.html", page(first="The moved page was discussed."))
        self.server.page(f"{_BASE}new.html", page(first="A new page was discussed."))
        self.server.page(f"{_BASE}broken.html", "<h1>Japan-Italy Summit Meeting</h1>")
        names = ("revised", "gone", "same", "moved", "new", "broken")
        self.server.feed(*(f"{_BASE}{name}.html" for name in names))


def run(uri: str, source: Source, day: int, *, stop_at: int | None = None) -> int | None:
    """One run in a process of its own, ended the hard way before its `stop_at`-th change of the storage (from 0).

    Gives the number of operations it made where it came to its end, None where it was stopped.
    """
    receiver, sender = _context.Pipe(duplex=False)
    # A run that is stopped leaves Beam's folder of temporary files behind.
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "TMPDIR": scratch}
        process = _context.Process(target=_run, args=(uri, source, day, stop_at, environment, sender))
        process.start()
        sender.close()
        process.join(120)
    assert process.exitcode in (0, _STOPPED), f"the run ended with {process.exitcode}"
    return int(receiver.recv()) if process.exitcode == 0 else None


def bring_in(uri: str, path: Path, *, stop_at: int | None = None) -> int | None:
    """One import of a file, likewise."""
    return _stopped(_bring_in, uri, path, stop_at)


def read_again(uri: str, cache: Path, *, stop_at: int | None = None) -> int | None:
    """All records read again, likewise; the catalogue is kept in `cache`."""
    return _stopped(_read_again, uri, cache, stop_at)


def _stopped(work: Callable[[str, Path], None], uri: str, path: Path, stop_at: int | None) -> int | None:
    receiver, sender = _context.Pipe(duplex=False)
    process = _context.Process(target=_until, args=(work, uri, path, stop_at, sender))
    process.start()
    sender.close()
    process.join(120)
    assert process.exitcode in (0, _STOPPED), f"the work ended with {process.exitcode}"
    return int(receiver.recv()) if process.exitcode == 0 else None


def _until(work: Callable[[str, Path], None], uri: str, path: Path, stop_at: int | None, sender: Any) -> None:
    count = itertools.count()
    made = 0

    def operation(name: str, place: object) -> None:
        nonlocal made
        made = next(count)
        if made == stop_at:
            os._exit(_STOPPED)

    durable.before_operation = operation
    work(uri, path)
    sender.send(made + 1)


def _bring_in(uri: str, path: Path) -> None:
    collect(open_store(uri), sources.load(), in_path(path), clock=RunClock(FIRST - datetime.now(UTC)))


def _read_again(uri: str, cache: Path) -> None:
    store, known = open_store(uri), sources.load()
    with closing(Catalogue(store, cache / f"{Path(uri).name}.sqlite3")) as catalogue:
        names = list(chosen(store, catalogue, known.values()))
    reprocess(store, known, names, whole=list(known.values()), clock=RunClock(FIRST - datetime.now(UTC)))


def start(
    uri: str, source: Source, day: int, barrier: Barrier | None = None, *, scratch: Path | None = None
) -> ForkServerProcess:
    """Begin a run in a process of its own, at a barrier with others; its temporary files go to `scratch`."""
    environment = {**os.environ} if scratch is None else {**os.environ, "TMPDIR": str(scratch)}
    process = _context.Process(target=_run, args=(uri, source, day, None, environment, None, barrier))
    process.start()
    return process


def barrier(parties: int) -> Barrier:
    return _context.Barrier(parties)


def _run(
    uri: str,
    source: Source,
    day: int,
    stop_at: int | None,
    environment: Mapping[str, str],
    sender: Any,
    together: Barrier | None = None,
) -> None:
    os.environ.update(environment)
    tempfile.tempdir = None  # what the process that this one was forked from had found
    count = itertools.count()
    made = 0

    def operation() -> None:
        nonlocal made
        made = next(count)
        if made == stop_at:
            os._exit(_STOPPED)

    def around(name: str, key: str, request: Callable[[], Any]) -> Any:
        if name in ("put_object", "delete_objects"):
            operation()
        return request()

    durable.before_operation = lambda name, path: operation()
    s3.around_request = around
    if together is not None:
        together.wait()
    shift = FIRST + timedelta(days=day - 1) - datetime.now(UTC)
    try:
        ingest(uri, [source], clock=RunClock(shift))
    except ArchiveError:
        sys.exit(EXPLAINED)
    if sender is not None:
        sender.send(made + 1)


def difference(one: Any, other: Any, place: str = "") -> list[str]:
    """Where two contents differ, a line each."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [
            line
            for key in sorted({*one, *other})
            for line in difference(one.get(key), other.get(key), f"{place}/{key}")
        ]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [line for n in range(len(one)) for line in difference(one[n], other[n], f"{place}/{n}")]
    return [] if one == other else [f"{place}: {str(one)[:300]} != {str(other)[:300]}"]


def content(store: Store) -> dict[str, Any]:
    """What an archive holds, run ids and clock aside: every version of every record, the log, the quarantine."""
    objects: dict[str, Any] = {}
    for key in store.keys("ocfl"):
        if key.endswith("/inventory.json") and key.count("/") == 5:
            inventory = orjson.loads(store.read(key) or b"")
            path = key.removesuffix("/inventory.json")
            objects[path] = [_version(store, path, inventory, f"v{n + 1}") for n in range(len(inventory["versions"]))]
    quarantine = [
        {**orjson.loads(store.read(key) or b""), "run": "", "captured_at": "", "quarantined_at": ""}
        for key in store.keys("quarantine")
        if key.endswith("reasons.json")
    ]
    return {
        "objects": objects,
        "quarantine": quarantine,
        "log": [_event(e) for s in log.since(store, 0) for e in s.events],
    }


def _version(store: Store, path: str, inventory: dict[str, Any], name: str) -> dict[str, Any]:
    files = {}
    for digest, names in inventory["versions"][name]["state"].items():
        data = store.read(f"{path}/{inventory['manifest'][digest][0]}") or b""
        for logical in names:
            files[logical] = data
    record = orjson.loads(files["record.json"])
    for field in ("run", "captured_at"):
        record["provenance"][field] = ""
    record["provenance"]["absent_on"] = len(record["provenance"]["absent_on"])
    capture = captures.from_warc(files["capture.warc.gz"])
    exchanges = [(e.url, e.status, e.body.decode("utf-8", "replace")) for e in capture.exchanges]
    return {"record": record, "capture": exchanges}


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    data = {**event["data"], "run": "", "recorded_at": "", "captured_at": "", "inventory": ""}
    data["files"] = sorted(event["data"]["files"])
    return {**event, "time": "", "data": data}
