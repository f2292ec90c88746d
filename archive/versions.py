"""Deciding whether a page is a new version of something, and committing it.

A version is made when what the page says changed, when it moved, went or came back, or when our own parser reads an
old page better; never for a menu or a banner. The decision is taken against the object itself, not against state, so
a lost state or a repeated bundle cannot make a version twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

import orjson

from archive import log, ocfl
from archive.errors import ArchiveError, ConflictError, NoRecordError
from archive.ocfl import Inventory
from archive.store import JournalEntry, ObjectUpdate, Store
from schemas.record import Change, Readout

RECORD = "record.json"
CAPTURE = "capture.warc.gz"


@dataclass(frozen=True)
class Candidate:
    """A valid record, ready to be compared with what is kept.

    `known` is the id of the record that this page is already known to be, or None. `moved` says that the page was
    known at another address (its record's `url`), by redirect, canonical link or the same content.
    """

    record: Readout
    capture: bytes
    known: str | None = None
    moved: bool = False
    absent: bool = False
    """The page was seen to be absent often enough: its record, unchanged, is to be marked withdrawn."""


@dataclass(frozen=True)
class Decided:
    """What became of a candidate. `change` and `event` are None where nothing was to be written."""

    record: Readout
    version: str
    change: Change | None
    event: log.Event | None


class Versions:
    """Versions of records in a store.

    `reread` gives the content digest that today's parser finds in an old capture (None where it cannot read it),
    which is what tells the publisher's revisions from our own better reading.
    """

    def __init__(self, store: Store, run: str, now: datetime, reread: Callable[[Readout, bytes], str | None]) -> None:
        self._store = store
        self._run = run
        self._now = now
        self._reread = reread

    def commit(
        self, candidates: Sequence[Candidate], entry: Callable[[Sequence[tuple[int, Decided]]], JournalEntry]
    ) -> list[Decided]:
        """Decide and commit candidates together, in order; each at most one version.

        `entry` makes the journal entry of what is about to be committed, given as (number of the candidate, decision).
        Raises ConflictError where other writers keep changing the same record, ArchiveError where the archive
        cannot be written.
        """
        decided: dict[int, Decided] = {}
        waiting = list(enumerate(candidates))
        for _ in range(50):
            if not waiting:
                return [decided[number] for number in range(len(candidates))]
            again: list[tuple[int, Candidate]] = []
            updates: list[tuple[int, Candidate, ObjectUpdate, Decided]] = []
            touched: set[str] = set()
            for number, candidate in waiting:
                if candidate.record["id"] in touched or candidate.known in touched:
                    again.append((number, candidate))
                    continue
                decision, update = self._decide(candidate)
                touched.add(decision.record["id"])
                if update is None:
                    decided[number] = decision
                else:
                    updates.append((number, candidate, update, decision))
            results: list[bool] = []
            if updates:
                journal = entry([(number, decision) for number, _, _, decision in updates])
                results = self._store.commit([update for _, _, update, _ in updates], journal)
            for (number, candidate, _, decision), done in zip(updates, results, strict=True):
                if done:
                    decided[number] = decision
                else:
                    again.append((number, candidate))
            waiting = again
        raise ConflictError(waiting[0][1].record["id"], "other writers keep changing this record")

    def _decide(self, candidate: Candidate) -> tuple[Decided, ObjectUpdate | None]:
        if candidate.known is not None:
            inventory = inventory_of(self._store, candidate.known)
            return self._against(candidate, inventory)
        for path in _free_names(candidate.record["id"]):
            raw = self._store.read(f"ocfl/{path}/{ocfl.INVENTORY}")
            if raw is None:
                return self._new(candidate, path)
            inventory = ocfl.parse(path, raw)
            # An object of this name is this page if it came from the same address; state may have been lost.
            if _record(self._store, inventory, inventory.head)["url"] == candidate.record["url"]:
                return self._against(candidate, inventory)
        raise ArchiveError(candidate.record["id"], "too many different pages of one name on one day")

    def _new(self, candidate: Candidate, path: str) -> tuple[Decided, ObjectUpdate]:
        return self._version(candidate, cast(Readout, {**candidate.record, "id": path}), None, "created")

    def _against(self, candidate: Candidate, inventory: Inventory) -> tuple[Decided, ObjectUpdate | None]:
        head = _record(self._store, inventory, inventory.head)
        kept, new = head["provenance"], candidate.record["provenance"]
        same = kept["content_digest"] == new["content_digest"]
        if kept["run"] == self._run and same and head["url"] == candidate.record["url"]:
            # A repeated bundle of the run that wrote this version: the same answer as the first time.
            return self._as_written(head, inventory), None
        record = cast(Readout, {**candidate.record, "id": inventory.path})
        if candidate.absent:
            change: Change | None = None if kept["change"] == "withdrawn" else "withdrawn"
        elif kept["change"] == "withdrawn":
            change = "restored"
        elif same:
            change = "relocated" if candidate.moved and head["url"] != record["url"] else None
        elif kept["parser"] != new["parser"] and self._only_read_better(head, inventory, new["content_digest"]):
            change = "reprocessed"
        else:
            change = "revised"
        if change is None:
            return Decided(head, inventory.head, None, None), None
        return self._version(candidate, record, inventory, change)

    def _only_read_better(self, head: Readout, inventory: Inventory, content_digest: str) -> bool:
        key = inventory.content_key(inventory.head, CAPTURE)
        capture = self._store.read(key) if key else None
        return capture is not None and self._reread(head, capture) == content_digest

    def _version(
        self, candidate: Candidate, record: Readout, previous: Inventory | None, change: Change
    ) -> tuple[Decided, ObjectUpdate]:
        record = cast(Readout, {**record, "provenance": {**record["provenance"], "change": change, "run": self._run}})
        files = {
            RECORD: orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE),
            CAPTURE: candidate.capture,
        }
        update, version = ocfl.new_version(record["id"], previous, files, self._now, f"{change}: {record['url']}")
        recorded_at = self._now.isoformat(timespec="seconds")
        key = f"ocfl/{record['id']}/{version}/content/{RECORD}"
        return Decided(record, version, change, log.event(record, version, recorded_at, key)), update

    def _as_written(self, head: Readout, inventory: Inventory) -> Decided:
        key = inventory.content_key(inventory.head, RECORD) or ""
        recorded = log.event(head, inventory.head, inventory.created(inventory.head), key)
        return Decided(head, inventory.head, head["provenance"]["change"], recorded)


def _free_names(path: str) -> list[str]:
    return [path, *(f"{path}-{number}" for number in range(2, 100))]


def inventory_of(store: Store, record_id: str) -> Inventory:
    """The root inventory of a record. Raises NoRecordError where there is none."""
    raw = store.read(f"ocfl/{record_id}/{ocfl.INVENTORY}")
    if raw is None:
        raise NoRecordError(record_id, "the archive holds no such record", "see readouts list")
    return ocfl.parse(record_id, raw)


def record_of(store: Store, inventory: Inventory, version: str | None = None) -> Readout:
    """A version of a record (the newest where none is named). Raises NoRecordError where there is no such version."""
    name = version or inventory.head
    if name not in inventory.data["versions"]:
        known = ", ".join(inventory.versions)
        raise NoRecordError(f"{inventory.path} {name}", "the record has no such version", f"it has {known}")
    return _record(store, inventory, name)


def _record(store: Store, inventory: Inventory, version: str) -> Readout:
    key = inventory.content_key(version, RECORD)
    data = store.read(key) if key else None
    if data is None:
        raise ArchiveError(f"ocfl/{inventory.path}", f"{version} has no {RECORD}", "run readouts audit")
    try:
        return cast(Readout, orjson.loads(data))
    except orjson.JSONDecodeError:
        raise ArchiveError(str(key), "not sound JSON", "run readouts audit") from None
