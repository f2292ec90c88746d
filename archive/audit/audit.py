"""Auditing whole things: an object, a storage root, an archive; on all cores where they are on a disk."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import orjson

from archive import frame, ocfl
from archive.audit import agreement, inventory, log_chain, storage_root
from archive.audit.agreement import Kept
from archive.audit.faults import Fault
from archive.audit.files import InMemory, OnDisk
from archive.audit.ocfl_object import DECLARATION_PREFIX, Audited, check
from archive.errors import NoArchiveError
from archive.folder import FolderStore
from archive.note import Verifier
from archive.store import ObjectUpdate, Store

Progress = Callable[[int, int], None]
"""Told how many objects are done, of how many."""

_BATCH = 64
_WORTH_MORE_CORES = 400
_PARTS = {"ocfl", "log", "runs", "quarantine", "state", frame.STAGING}
_TOP = {frame.README_KEY, frame.FORM_KEY}


@dataclass
class Report:
    """What an audit found. `pending` counts versions that a run is committing, or that a crash left to the next."""

    place: str
    kind: str
    objects: int = 0
    versions: int = 0
    events: int = 0
    segments: int = 0
    quarantined: int = 0
    pending: int = 0
    checkpoint: str | None = None
    signed_by: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether nothing that must be so is otherwise; warnings do not count."""
        return all(fault.warning for fault in self.faults)


@dataclass(frozen=True)
class _Checked:
    """What is passed back from a worker: small."""

    path: str
    faults: tuple[Fault, ...]
    kept: Kept | None


def nothing(done: int, total: int) -> None:
    """No progress is shown."""


def at_path(path: Path, progress: Progress = nothing) -> Report:
    """Audit an OCFL object or storage root in a folder. Raises NoArchiveError where it is neither."""
    began = time.monotonic()
    try:
        names = [entry.name for entry in path.iterdir()]
    except OSError as error:
        raise NoArchiveError(str(path), error.strerror or str(error)) from None
    if any(name.startswith(DECLARATION_PREFIX) for name in names) or "inventory.json" in names:
        found = check(OnDisk(str(path)))
        report = Report(str(path), "object", objects=1, faults=found.faults)
        report.versions = len(found.facts.states) if found.facts else 0
    elif any(name.startswith(storage_root.ROOT_PREFIX) for name in names):
        report = Report(str(path), "storage root")
        _root_on_disk(path, report, progress, "")
    else:
        raise NoArchiveError(str(path), "is no archive, no OCFL storage root and no OCFL object")
    report.faults.sort()
    report.seconds = time.monotonic() - began
    return report


def of_archive(
    store: Store, *, verifiers: Sequence[Verifier] = (), earlier: Sequence[str] = (), progress: Progress = nothing
) -> Report:
    """Audit an archive: its objects, its log, and that they and the quarantine agree. Changes nothing.

    It may be written meanwhile: what is being committed counts as pending, not as a fault. Raises NoArchiveError where
    there is none.
    """
    began = time.monotonic()
    frame.check(store)
    report = Report(store.uri, "archive")
    report.faults += _frame(store)
    # A version is journaled, then committed, then logged, then closed in the journal. Read in this order, what a run
    # does meanwhile is in one of them: an event's version was there before the objects were read, a version without an
    # event is in the journal or in what was logged since.
    chain = log_chain.check(store, verifiers, earlier)
    if isinstance(store, FolderStore):
        objects = _root_on_disk(store.root / frame.OCFL_ROOT, report, progress, f"{frame.OCFL_ROOT}/")
    else:
        objects = _root_in_bucket(store, report, progress)
    _against_objects(store, report, chain, objects)
    report.faults += agreement.ids(objects)
    report.quarantined, faults = agreement.in_quarantine(store, set(objects))
    report.faults += faults
    report.faults.sort()
    report.seconds = time.monotonic() - began
    return report


def of_log(
    store: Store, *, verifiers: Sequence[Verifier] = (), earlier: Sequence[str] = (), progress: Progress = nothing
) -> Report:
    """Audit an archive's log: by itself, and against the inventories and records of all objects."""
    began = time.monotonic()
    frame.check(store)
    report = Report(store.uri, "log")
    chain = log_chain.check(store, verifiers, earlier)
    objects: dict[str, Kept] = {}
    suffix = f"/{ocfl.INVENTORY}"
    keys = [k for k in store.keys(frame.OCFL_ROOT) if k.endswith(suffix) and not ocfl.in_version_folder(k)]
    for path, kept in _inventories(store, [k[len(frame.OCFL_ROOT) + 1 : -len(suffix)] for k in keys]):
        if kept is None:
            report.faults.append(Fault(f"{frame.OCFL_ROOT}/{path}{suffix}", "E033"))
        else:
            objects[path] = kept
            report.versions += len(kept.versions)
        report.objects += 1
        progress(report.objects, len(keys))
    _against_objects(store, report, chain, objects)
    report.faults.sort()
    report.seconds = time.monotonic() - began
    return report


def _inventories(store: Store, paths: Sequence[str]) -> Iterator[tuple[str, Kept | None]]:
    def read(path: str) -> tuple[str, Kept | None]:
        base = f"{frame.OCFL_ROOT}/{path}"
        raw = store.read(f"{base}/{ocfl.INVENTORY}") or b""
        facts = inventory.check(raw, lambda code, detail: None)
        if facts is None:
            return path, None
        own = agreement.leaves(path, raw, lambda name: store.read(f"{base}/{name}"))
        return path, Kept(facts.id, facts.spec, facts.states, own)

    if store.parallel == 1:
        yield from map(read, paths)
        return
    with ThreadPoolExecutor(store.parallel) as pool:
        yield from pool.map(read, paths)


def _against_objects(store: Store, report: Report, chain: log_chain.Chain, objects: Mapping[str, Kept]) -> None:
    """Hold a log, read before the objects were, against them."""
    announced = agreement.announced(store.pending())
    since = {str(event["id"]) for event in log_chain.written_since(store, chain)}
    report.faults += chain.faults
    report.faults += agreement.log_with_objects(chain.events, objects, announced | since)
    report.pending = len(announced - since - {str(event["id"]) for event in chain.events})
    report.events, report.segments = len(chain.events), chain.segments
    report.checkpoint, report.signed_by = chain.checkpoint, chain.signed_by


def _frame(store: Store) -> list[Fault]:
    faults = []
    if store.read(frame.FORM_KEY) is None:
        faults.append(Fault(frame.FORM_KEY, "A001"))
    for name in _top_level(store):
        if name not in _PARTS | _TOP:
            faults.append(Fault(name, "A002"))
    return faults


def _top_level(store: Store) -> Iterable[str]:
    if isinstance(store, FolderStore):
        return sorted(entry.name for entry in store.root.iterdir())
    return sorted({key.split("/")[0] for key in store.keys("")})


def _root_on_disk(root: Path, report: Report, progress: Progress, prefix: str) -> dict[str, Kept]:
    hierarchy = storage_root.on_disk(str(root))
    total = len(hierarchy.objects)
    checked = partial(_check_on_disk, str(root), bool(prefix))
    batches = [hierarchy.objects[begin : begin + _BATCH] for begin in range(0, total, _BATCH)]
    cores = min(os.cpu_count() or 1, len(batches))
    if total < _WORTH_MORE_CORES or cores < 2:
        results: Iterator[list[_Checked]] = map(checked, batches)
        return _gathered(report, hierarchy, results, progress, prefix)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(cores, mp_context=context) as pool:
        return _gathered(report, hierarchy, pool.map(checked, batches), progress, prefix)


def _check_on_disk(root: str, in_archive: bool, paths: Sequence[str]) -> list[_Checked]:
    looks = ((path, partial(_look_on_disk, f"{root}/{path}")) for path in paths)
    return [_settled(path, look, look, in_archive=in_archive) for path, look in looks]


def _look_on_disk(path: str) -> Audited:
    try:
        return check(OnDisk(path))
    except OSError as error:
        return Audited([Fault(str(error.filename or "").removeprefix(path).strip("/"), "E092", error.strerror or "")])


def _settled(
    path: str, look: Callable[[], Audited], look_again: Callable[[], Audited], *, in_archive: bool = True
) -> _Checked:
    """What is found of an object; one with faults is looked at once more, since it may just have been written."""
    found = look()
    if found.faults:
        found = look_again()
    facts, kept = found.facts, None
    if facts is not None:
        ours = in_archive and facts.id == ocfl.URN + path
        own = agreement.leaves(path, found.inventory, found.read) if ours else {}
        kept = Kept(facts.id, facts.spec, facts.states, own)
    return _Checked(path, tuple(fault.below(path) for fault in found.faults), kept)


def _gathered(
    report: Report,
    hierarchy: storage_root.Hierarchy,
    results: Iterable[list[_Checked]],
    progress: Progress,
    prefix: str,
) -> dict[str, Kept]:
    report.faults += [fault.below(prefix.rstrip("/")) for fault in hierarchy.faults]
    objects: dict[str, Kept] = {}
    for batch in results:
        for one in batch:
            report.objects += 1
            report.faults += [fault.below(prefix.rstrip("/")) for fault in one.faults]
            if one.kept is None:
                continue
            objects[one.path] = one.kept
            report.versions += len(one.kept.versions)
            if hierarchy.spec and one.kept.spec > hierarchy.spec:
                report.faults.append(Fault(f"{prefix}{one.path}", "E081"))
        progress(report.objects, len(hierarchy.objects))
    return objects


def _root_in_bucket(store: Store, report: Report, progress: Progress) -> dict[str, Kept]:
    base = f"{frame.OCFL_ROOT}/"
    overlay = _carried_through(store)
    names = sorted({*(key[len(base) :] for key in store.keys(frame.OCFL_ROOT)), *overlay})
    hierarchy = storage_root.of_keys(names, lambda name: store.read(base + name) or b"")
    below: dict[str, list[str]] = {path: [] for path in hierarchy.objects}
    for name in names:
        parts = name.split("/")
        path = next((p for p in ("/".join(parts[:depth]) for depth in range(1, len(parts))) if p in below), None)
        if path is not None:
            below[path].append(name[len(path) + 1 :])

    def checked(path: str) -> list[_Checked]:
        first = partial(_look_in_bucket, store, path, below[path], overlay)
        return [_settled(path, first, partial(_look_in_bucket, store, path))]

    with ThreadPoolExecutor(store.parallel) as pool:
        return _gathered(report, hierarchy, pool.map(checked, hierarchy.objects), progress, base)


def _look_in_bucket(
    store: Store, path: str, names: Sequence[str] | None = None, overlay: Mapping[str, bytes] | None = None
) -> Audited:
    base = f"{frame.OCFL_ROOT}/{path}/"
    over = _carried_through(store, path) if overlay is None else overlay
    if names is None:
        given = {key[len(base) :] for key in store.keys(base.rstrip("/"))}
        names = sorted(given | {name[len(path) + 1 :] for name in over})

    def read(name: str) -> bytes:
        pending = over.get(f"{path}/{name}")
        return pending if pending is not None else store.read(base + name) or b""

    return check(InMemory(names, read))


def _carried_through(store: Store, only: str | None = None) -> dict[str, bytes]:
    """What objects hold once the claims that the journal stands behind are carried through, by path below the root."""
    found: dict[str, bytes] = {}
    for batch in store.pending():
        for update in batch.updates:
            if only in (None, update.path) and _claimed(store, update):
                found |= {f"{update.path}/{name}": data for name, data in update.files.items()}
    return found


def _claimed(store: Store, update: ObjectUpdate) -> bool:
    """Whether an update's version is its own by claim, and the object has not moved on since."""
    inventory = update.files[ocfl.INVENTORY]
    base = f"{frame.OCFL_ROOT}/{update.path}"
    head = str(orjson.loads(inventory)["head"])
    if store.read(f"{base}/{head}/{ocfl.INVENTORY}") != inventory:
        return False
    current = store.read(f"{base}/{ocfl.INVENTORY}")
    return current in (update.expected, inventory)
