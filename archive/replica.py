"""Copying an archive to another place, folder or bucket: what is new, in the order of the log, every byte checked.

The copy is an archive like any other. Objects come before the segment of the log that tells of them, so that a copy
that was cut off is sound and goes on where it ended. Its log is the same log, byte for byte; an archive whose log is
another is no copy and is left alone.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import orjson

from archive import frame, log, ocfl
from archive.errors import ArchiveError
from archive.store import JournalEntry, ObjectUpdate, Store, side_by_side

_BATCH = 50
_CHUNK = 500


@dataclass
class Copied:
    """What was copied. `problems` name what could not be; the copy then ends before the segment that tells of it."""

    objects: int = 0
    versions: int = 0
    segments: int = 0
    files: int = 0
    bytes: int = 0
    problems: list[str] = field(default_factory=list)


def copy(source: Store, target: Store, progress: Callable[[int, int], None] = lambda done, total: None) -> Copied:
    """Bring `target` up to `source`. Work is in proportion to what is new, beside listing quarantine, runs and state.

    Raises ArchiveError where the source is no archive, or the target something else than a copy of it.
    """
    frame.check(source)
    target.prepare()
    target.journal()
    done = Copied()
    at = log.last(target)
    _check_common(source, target, at)
    last = log.last(source)
    for chunk in _chunks(source, at):
        heads: dict[str, int] = {}
        for segment in chunk:
            for event in segment.events:
                number = int(str(event["data"]["version"])[1:])
                heads[str(event["data"]["record"])] = max(number, heads.get(str(event["data"]["record"]), 0))
        _objects(source, target, heads, chunk[-1].number, done)
        if done.problems:
            return done
        for segment in chunk:
            raw = source.read(log.key(segment.number)) or b""
            if not target.create(log.key(segment.number), raw) and target.read(log.key(segment.number)) != raw:
                raise ArchiveError(f"{target.uri}/{log.key(segment.number)}", "another writer is at work here")
            done.segments += 1
            progress(segment.number, last)
    _written_once(source, target, done)
    _replaced(source, target, done)
    return done


def _check_common(source: Store, target: Store, at: int) -> None:
    """A copy's log is the beginning of the source's: the newest segment it has tells, by the chain, of all before."""
    if at and source.read(log.key(at)) != target.read(log.key(at)):
        raise ArchiveError(
            target.uri, f"is no copy of {source.uri}: segment {at} of its log is another", "name another place"
        )


def _chunks(source: Store, at: int) -> Iterator[list[log.Segment]]:
    chunk: list[log.Segment] = []
    for segment in log.since(source, at):
        chunk.append(segment)
        if sum(len(one.events) for one in chunk) >= _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _objects(source: Store, target: Store, heads: Mapping[str, int], segment: int, done: Copied) -> None:
    items = list(heads.items())
    for begin in range(0, len(items), _BATCH):
        batch = items[begin : begin + _BATCH]
        updates = []
        for update in side_by_side(source, lambda item: _update(source, target, *item), batch):
            if isinstance(update, str):
                done.problems.append(update)
            elif update is not None:
                updates.append(update)
        if not updates:
            continue
        copying = [f"{update.path}#v{n}" for update in updates for n in range(1, heads[update.path] + 1)]
        data = {"run": "copy", "log_at": segment, "outcomes": [], "copying": copying}
        entry = JournalEntry(f"{frame.JOURNAL}/copy-{uuid.uuid4().hex}.json", orjson.dumps(data))
        for update, committed in zip(updates, target.commit(updates, entry), strict=True):
            if not committed:
                done.problems.append(f"{update.path}: another writer changed the copy")
                continue
            _read_back(target, update)
            done.objects += 1
            done.versions += sum(name.endswith(f"/{ocfl.INVENTORY}") for name in update.files)
            done.files += len(update.files)
            done.bytes += sum(len(content) for content in update.files.values())
        target.close([entry])


def _update(source: Store, target: Store, path: str, head: int) -> ObjectUpdate | str | None:
    """What the copy of an object lacks up to a version; None where nothing, a sentence where it cannot be had."""
    base = f"{frame.OCFL_ROOT}/{path}"
    expected = target.read(f"{base}/{ocfl.INVENTORY}")
    have = int(ocfl.parse(path, expected).head[1:]) if expected is not None else 0
    if have and source.read(f"{base}/v{have}/{ocfl.INVENTORY}") != expected:
        return f"{path}: the copy's v{have} is not the source's v{have}"
    if have >= head:
        return None
    try:
        files = version_files(source, path, range(have + 1, head + 1))
    except ArchiveError as error:
        return str(error)
    if not have:
        files[ocfl.DECLARATION] = ocfl.DECLARATION_TEXT
    newest = files[f"v{head}/{ocfl.INVENTORY}"]
    files |= {ocfl.SIDECAR: ocfl.sidecar(newest), ocfl.INVENTORY: newest}
    return ObjectUpdate(path, files, expected)


def version_files(store: Store, path: str, numbers: Iterable[int]) -> dict[str, bytes]:
    """The files of some versions of an object, by path in it. Raises ArchiveError where one is not as it should be."""
    base = f"{frame.OCFL_ROOT}/{path}"
    files: dict[str, bytes] = {}
    for number in numbers:
        raw = _needed(store, f"{base}/v{number}/{ocfl.INVENTORY}")
        inventory = ocfl.parse(path, raw)
        if _needed(store, f"{base}/v{number}/{ocfl.SIDECAR}") != ocfl.sidecar(raw):
            raise ArchiveError(f"{base}/v{number}/{ocfl.INVENTORY}", "is not what its digest file says", _AUDIT)
        files |= {f"v{number}/{ocfl.INVENTORY}": raw, f"v{number}/{ocfl.SIDECAR}": ocfl.sidecar(raw)}
        for digest, names in inventory.data["manifest"].items():
            for name in names:
                if name.startswith(f"v{number}/"):
                    content = _needed(store, f"{base}/{name}")
                    if hashlib.sha512(content).hexdigest() != digest.lower():
                        raise ArchiveError(f"{base}/{name}", "is not what the manifest says", _AUDIT)
                    files[name] = content
    return files


_AUDIT = "run readouts audit"


def _needed(store: Store, key: str) -> bytes:
    data = store.read(key)
    if data is None:
        raise ArchiveError(f"{store.uri}/{key}", "is missing", _AUDIT)
    return data


def _read_back(target: Store, update: ObjectUpdate) -> None:
    base = f"{frame.OCFL_ROOT}/{update.path}"
    for name, found in side_by_side(target, lambda name: (name, target.read(f"{base}/{name}")), list(update.files)):
        if found != update.files[name]:
            raise ArchiveError(f"{target.uri}/{base}/{name}", "does not read back as it was written", "check the disk")


def _written_once(source: Store, target: Store, done: Copied) -> None:
    """Quarantine and run reports: what the copy has already is not read again. A capture comes before its reasons."""
    for part in ("quarantine", "runs"):
        there = set(target.keys(part))
        for key in sorted(source.keys(part)):
            if key not in there and key != "runs/latest.json":
                _take(source, target, key, done)


def _replaced(source: Store, target: Store, done: Copied) -> None:
    """State, which runs replace: the copy takes what differs."""
    keys = [*source.keys("state"), *(["runs/latest.json"] if source.read("runs/latest.json") is not None else [])]

    def take(key: str) -> None:
        if source.read(key) != target.read(key):
            _take(source, target, key, done)

    side_by_side(target, take, keys)


def _take(source: Store, target: Store, key: str, done: Copied) -> None:
    data = source.read(key)
    if data is not None:
        target.restore(key, data)
        done.files += 1
        done.bytes += len(data)
