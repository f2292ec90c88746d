"""Whether the parts of an archive agree: the log with the objects, the quarantine with itself and with the objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from archive import log, merkle, ocfl, quarantine
from archive.audit.faults import Fault
from archive.errors import ArchiveError
from archive.kept import CAPTURE, RECORD, event_of
from archive.log import Event
from archive.store import Pending, Store


@dataclass
class Kept:
    """What an object holds: its id, the OCFL version it declares, and each version's files' SHA-512 by name.

    `events` are the Merkle leaves of the events that its versions must have in the log, as far as they can be read.
    """

    id: str
    spec: str
    versions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    events: Mapping[str, bytes] = field(default_factory=dict)


def leaves(path: str, raw: bytes, read: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The Merkle leaves of the events of an object's versions, from its inventory and its records.

    `read` gives a file by its path in the object. What cannot be read is left out; the object's own audit names it.
    """
    found: dict[str, bytes] = {}
    try:
        inventory = ocfl.parse(path, raw)
    except ArchiveError:
        return found
    for version in inventory.versions:
        try:
            key = inventory.content_key(version, RECORD) or ""
            record = orjson.loads(read(key.removeprefix(f"ocfl/{path}/")) or b"")
            found[version] = merkle.leaf_hash(log.leaf(event_of(record, inventory, version)))
        except (ArchiveError, OSError, orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError):
            continue
    return found


def announced(pending: Iterable[Pending]) -> set[str]:
    """The ids of events that the journal holds: their versions may be there and not yet in the log."""
    found: set[str] = set()
    for batch in pending:
        try:
            data = orjson.loads(batch.entry.data)
            found.update(data.get("copying", ()))
            for outcome in data.get("outcomes", ()):
                if outcome["event"] is not None:
                    found.add(str(outcome["event"]["id"]))
        except (orjson.JSONDecodeError, KeyError, TypeError):
            continue
    return found


def log_with_objects(events: Sequence[Event], objects: Mapping[str, Kept], waiting: set[str]) -> list[Fault]:
    """Every event's version is there as the event says, every version has its event, in order and once."""
    faults: list[Fault] = []
    told: dict[str, set[str]] = {}
    for event in events:
        record, version = str(event["data"]["record"]), str(event["data"]["version"])
        before = told.setdefault(record, set())
        earlier = f"v{int(version[1:]) - 1}"
        if version in before or (version != "v1" and earlier not in before):
            faults.append(Fault(f"log/{event['id']}", "L009"))
        before.add(version)
        kept = objects.get(record)
        files = kept.versions.get(version) if kept is not None else None
        if files is None:
            faults.append(Fault(f"ocfl/{record}/{version}", "L006"))
            continue
        due = kept.events.get(version) if kept is not None else None
        if due is not None and due != merkle.leaf_hash(log.leaf(event)):
            faults.append(Fault(f"ocfl/{record}/{version}", "L007"))
    for record, kept in objects.items():
        faults += [
            Fault(f"ocfl/{record}/{version}", "L008")
            for version in kept.versions
            if version not in told.get(record, ()) and f"{record}#{version}" not in waiting
        ]
    return faults


def ids(objects: Mapping[str, Kept]) -> list[Fault]:
    """Every object stands where its id says, and holds a record and a capture."""
    faults = [
        Fault(f"ocfl/{path}", "E083", f"its id is {kept.id}")
        for path, kept in objects.items()
        if kept.id != ocfl.URN + path
    ]
    faults += [
        Fault(f"ocfl/{path}/{version}", "A003", "no " + " and no ".join(sorted({RECORD, CAPTURE} - set(files))))
        for path, kept in objects.items()
        for version, files in kept.versions.items()
        if not {RECORD, CAPTURE} <= set(files)
    ]
    return faults


def in_quarantine(store: Store, records: set[str]) -> tuple[int, list[Fault]]:
    """How many pages are in quarantine; each has its reasons and the very page it was kept for."""
    faults: list[Fault] = []
    parts: dict[str, set[str]] = {}
    for key in store.keys("quarantine"):
        folder, _, name = key.rpartition("/")
        parts.setdefault(folder, set()).add(name)
    for folder, names in sorted(parts.items()):
        # The capture is written first: a page is in quarantine once its reasons are there.
        if "reasons.json" not in names:
            faults.append(Fault(f"{folder}/reasons.json", "Q004"))
        elif "capture.warc.gz" not in names:
            faults.append(Fault(f"{folder}/capture.warc.gz", "Q001"))
        if unknown := sorted(names - {"reasons.json", "capture.warc.gz", "resolved.json"}):
            faults.append(Fault(f"{folder}/{unknown[0]}", "A002"))
        if "reasons.json" in names and "capture.warc.gz" in names:
            faults += _entry(store, folder, records)
    return len(parts), faults


def _entry(store: Store, folder: str, records: set[str]) -> list[Fault]:
    name = folder.removeprefix("quarantine/")
    try:
        entry = quarantine.get(store, name)
    except ArchiveError as error:
        return [Fault(folder, "Q001", error.problem)]
    faults = []
    try:
        quarantine.page(store, entry)
    except ArchiveError as error:
        faults.append(Fault(f"{folder}/capture.warc.gz", "Q002", error.problem))
    if entry.resolved and entry.resolved not in records:
        faults.append(Fault(f"{folder}/resolved.json", "Q003", entry.resolved))
    return faults
