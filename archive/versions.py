"""Deciding whether a page is a new version of something, and committing it.

A version is made when what the page says changed, when it moved, went or came back, when our own parser reads an old
page better, or when a part of its past is found that was not known; never for a menu or a banner. The decision is taken
against the object itself, not against state, so a lost state or a repeated bundle cannot make a version twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import cast

import orjson

from archive import log, ocfl
from archive.errors import ArchiveError, ConflictError, DamagedError
from archive.kept import CAPTURE, RECORD, Head, capture_in, current, event_of, inventory_of, moved_from, record_in
from archive.ocfl import Inventory
from archive.store import JournalEntry, ObjectUpdate, Store, side_by_side
from schemas.record import Change, Readout


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
    found: bool = False
    """The page was found in a web archive or handed in: it may be older than what is known."""
    absent: bool = False
    """The page was seen to be absent often enough: its record, unchanged, is to be marked withdrawn."""
    anew: bool = False
    """The capture is the one that is kept, read again: more may be told of it now, or otherwise."""


@dataclass(frozen=True)
class Decided:
    """What became of a candidate. `change` and `event` are None where nothing was to be written.

    `moved_from` is the address of the version before, where that was another. `damaged` says why the object that the
    candidate belongs to could not be read or written; then nothing was.
    """

    record: Readout
    version: str
    change: Change | None
    event: log.Event | None
    moved_from: str | None = None
    damaged: str | None = None


@dataclass(frozen=True)
class Reread:
    """What today's parser finds in an old capture (provenance's fields)."""

    content_digest: str
    capture_digest: str


class Versions:
    """Versions of records in a store.

    `reread` tells what today's parser of a source finds at an address in an old capture (None where it cannot read
    it), which is what tells the publisher's revisions from our own better reading; `renamed` whether two addresses of
    a source are of one page, whose address changes with the prime ministership.
    """

    def __init__(
        self,
        store: Store,
        run: str,
        now: datetime,
        reread: Callable[[str, str, bytes], Reread | None],
        renamed: Callable[[str, str, str], bool] = lambda source, old, new: False,
    ) -> None:
        self._store = store
        self._run = run
        self._now = now
        self._reread = reread
        self._renamed = renamed

    def commit(
        self, candidates: Sequence[Candidate], entry: Callable[[Sequence[tuple[int, Decided]]], JournalEntry]
    ) -> list[Decided]:
        """Decide and commit candidates together, in order; each at most one version.

        `entry` makes the journal entry of what is about to be committed, given as (number of the candidate, decision).
        An object that is damaged is left alone, and the rest committed. Raises ConflictError where other writers keep
        changing the same record, ArchiveError where the archive cannot be written.
        """
        decided: dict[int, Decided] = {}
        waiting = list(enumerate(candidates))
        for attempt in range(50):
            if not waiting:
                return [decided[number] for number in range(len(candidates))]
            again: list[tuple[int, Candidate]] = []
            now: list[tuple[int, Candidate]] = []
            updates: list[tuple[int, Candidate, ObjectUpdate, Decided]] = []
            touched: set[str] = set()
            for number, candidate in waiting:
                names = {candidate.record["id"], candidate.known or candidate.record["id"]}
                (again if names & touched else now).append((number, candidate))
                touched |= names
            decide = partial(self._decide_or_tell, hopeful=attempt == 0)
            decisions = side_by_side(self._store, decide, [candidate for _, candidate in now])
            for (number, candidate), (decision, update) in zip(now, decisions, strict=True):
                if update is None:
                    decided[number] = decision
                else:
                    updates.append((number, candidate, update, decision))
            results: list[bool] = []
            if updates:
                journal = entry([(number, decision) for number, _, _, decision in updates])
                try:
                    results = self._store.commit([update for _, _, update, _ in updates], journal)
                except DamagedError as error:
                    # Found out before anything was written; the others are tried again without it.
                    for number, candidate, update, _ in updates:
                        if update.path == error.record:
                            decided[number] = _damaged(candidate, error)
                        else:
                            again.append((number, candidate))
                    updates = []
            for (number, candidate, _, decision), done in zip(updates, results, strict=True):
                if done:
                    decided[number] = decision
                else:
                    again.append((number, candidate))
            waiting = again
        raise ConflictError(waiting[0][1].record["id"], "other writers keep changing this record")

    def _decide_or_tell(self, candidate: Candidate, *, hopeful: bool) -> tuple[Decided, ObjectUpdate | None]:
        try:
            return self._decide(candidate, hopeful=hopeful)
        except DamagedError as error:
            return _damaged(candidate, error), None

    def _decide(self, candidate: Candidate, *, hopeful: bool) -> tuple[Decided, ObjectUpdate | None]:
        """What becomes of a candidate. `hopeful`: a new name is taken to be free; the commit finds out if it is not."""
        if candidate.known is not None:
            return self._against(candidate, inventory_of(self._store, candidate.known))
        for path in _free_names(candidate.record["id"]):
            raw = None if hopeful else self._store.read(f"ocfl/{path}/{ocfl.INVENTORY}")
            if raw is None:
                return self._version(candidate, cast(Readout, {**candidate.record, "id": path}), None, "created")
            inventory = ocfl.parse(path, raw)
            # An object of this name is this page if it came from the same address; state may have been lost.
            old, new = Head.said(self._store, inventory).url, candidate.record["url"]
            if old == new:
                return self._against(candidate, inventory)
            if self._renamed(candidate.record["source"], old, new):
                return self._against(replace(candidate, moved=True), inventory)
        raise ArchiveError(candidate.record["id"], "too many different pages of one name on one day")

    def _against(self, candidate: Candidate, inventory: Inventory) -> tuple[Decided, ObjectUpdate | None]:
        if candidate.found and (placed := self._in_the_past(candidate, inventory)) is not None:
            return placed
        head = Head.said(self._store, inventory)
        new = Head.of(candidate.record)
        same = head.content_digest == new.content_digest
        if head.run == self._run and same and head.url == new.url:
            # A repeated bundle of the run that wrote this version: the same answer as the first time.
            return self._as_written(inventory, current(inventory)), None
        record = cast(Readout, {**candidate.record, "id": inventory.path})
        change: Change | None = None
        if candidate.anew:
            return self._told_anew(candidate, record, inventory, head)
        if candidate.absent:
            change = None if head.change == "withdrawn" else "withdrawn"
        elif head.change == "withdrawn":
            change = "restored"
        elif same and candidate.moved and head.url != new.url:
            change = "relocated"
        elif same and head.parser != new.parser:
            return self._told_anew(candidate, record, inventory, head)
        elif same:
            change = None
        elif head.parser != new.parser:
            return self._read_anew(candidate, record, inventory, head)
        else:
            change = "revised"
        if change is None:
            return Decided(cast(Readout, {**record, "url": head.url}), current(inventory), None, None), None
        return self._version(candidate, record, inventory, change, declared=_declared(change, head, new))

    def _in_the_past(self, candidate: Candidate, inventory: Inventory) -> tuple[Decided, ObjectUpdate | None] | None:
        """What becomes of a page found elsewhere; None where it is newer than what is known and says something else.

        It is a version of its own where what was seen last before it said something else: history then knows from when
        on this was shown. The current version stays what it is.
        """
        at = candidate.record["provenance"]["captured_at"]
        says = candidate.record["provenance"]["content_digest"]
        seen = [(_seen_at(record), version, record) for version, record in self._all(inventory)]
        earlier = [s for s in seen if s[0] <= at]
        # Of one moment the newest version counts: the better reading.
        _, version, before = max(reversed(earlier), key=lambda s: s[0], default=(None, "", None))
        if before is not None and not candidate.moved and self._says(inventory, version, before, candidate) == says:
            written = before["provenance"]
            if written["run"] == self._run and written["captured_at"] == at:
                return self._as_written(inventory, version), None
            if written["change"] != "withdrawn":
                return Decided(before, version, None, None), None
        if at >= max(moment for moment, _, _ in seen):
            return None
        record = cast(Readout, {**candidate.record, "id": inventory.path})
        return self._version(candidate, record, inventory, "backfilled")

    def _says(self, inventory: Inventory, version: str, record: Readout, candidate: Candidate) -> str:
        """The digest of what a version says, as the candidate's parser reads its capture where it can."""
        provenance = record["provenance"]
        says = provenance["content_digest"]
        if provenance["parser"] == candidate.record["provenance"]["parser"] or provenance["change"] == "withdrawn":
            return says
        capture = capture_in(self._store, inventory, version)
        found = self._reread(record["source"], record["url"], capture) if capture is not None else None
        return found.content_digest if found is not None else says

    def _all(self, inventory: Inventory) -> list[tuple[str, Readout]]:
        return [(version, record_in(self._store, inventory, version)) for version in inventory.versions]

    def _read_anew(
        self, candidate: Candidate, record: Readout, inventory: Inventory, head: Head
    ) -> tuple[Decided, ObjectUpdate]:
        """A page that reads otherwise than before, by another parser: was it the page that changed, or our reading?"""
        version = current(inventory)
        digest = inventory.digest_of(version, CAPTURE)
        capture = capture_in(self._store, inventory, version)
        found = self._reread(record["source"], head.url, capture) if capture is not None else None
        new = Head.of(record)
        if capture is None or digest is None or found is None or found.content_digest != new.content_digest:
            return self._version(candidate, record, inventory, "revised", declared=_declared("revised", head, new))
        kept = record_in(self._store, inventory, version)
        return self._reprocessed(candidate, record, inventory, kept, capture)

    def _told_anew(
        self, candidate: Candidate, record: Readout, inventory: Inventory, head: Head
    ) -> tuple[Decided, ObjectUpdate | None]:
        """A page that says what it said, read anew: a version where anything is told otherwise of it.

        Where the kept capture was read anew, and another was archived or the page withdrawn meanwhile, there is none.
        """
        version = current(inventory)
        kept = record_in(self._store, inventory, version)
        record = cast(Readout, {**record, "url": head.url})
        same_capture = kept["provenance"]["capture_digest"] == record["provenance"]["capture_digest"]
        outrun = candidate.anew and (head.change == "withdrawn" or not same_capture)
        if outrun or _told(record) == _told(kept):
            return Decided(record, version, None, None), None
        capture = capture_in(self._store, inventory, version)
        return self._reprocessed(candidate, record, inventory, kept, capture)

    def _reprocessed(
        self, candidate: Candidate, record: Readout, inventory: Inventory, kept: Readout, capture: bytes | None
    ) -> tuple[Decided, ObjectUpdate]:
        """A better reading. Of the very bytes that are kept already, it refers to them, and to how they came."""
        was, now = kept["provenance"], record["provenance"]
        if capture is not None and was["capture_digest"] == now["capture_digest"]:
            came = {"captured_at": was["captured_at"], "requested_url": was["requested_url"]}
            record = cast(Readout, {**record, "provenance": {**now, **came}})
            candidate = replace(candidate, capture=capture)
        return self._version(candidate, record, inventory, "reprocessed")

    def _version(
        self,
        candidate: Candidate,
        record: Readout,
        previous: Inventory | None,
        change: Change,
        *,
        declared: bool | None = None,
    ) -> tuple[Decided, ObjectUpdate]:
        provenance = {**record["provenance"], "change": change, "run": self._run, "declared": declared}
        record = cast(Readout, {**record, "provenance": provenance})
        files = {
            RECORD: orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE),
            CAPTURE: candidate.capture,
        }
        update, inventory = ocfl.new_version(record["id"], previous, files, self._now, str(Head.of(record)))
        event = event_of(record, inventory, inventory.head)
        moved = moved_from(record, inventory, inventory.head)
        return Decided(record, inventory.head, change, event, moved), update

    def _as_written(self, inventory: Inventory, version: str) -> Decided:
        record = record_in(self._store, inventory, version)
        change, event = record["provenance"]["change"], event_of(record, inventory, version)
        return Decided(record, version, change, event, moved_from(record, inventory, version))


def _damaged(candidate: Candidate, error: DamagedError) -> Decided:
    return Decided(candidate.record, "", None, None, damaged=str(error))


def _told(record: Readout) -> bytes:
    """All that is told of a page, but for how it was received and read."""
    return orjson.dumps({**record, "provenance": None}, option=orjson.OPT_SORT_KEYS)


def _seen_at(record: Readout) -> str:
    """From when on a version is known to have been so: as received, or first seen to be absent."""
    absent = record["provenance"]["absent_on"]
    return absent[0] if absent else record["provenance"]["captured_at"]


def _declared(change: Change, head: Head, new: Head) -> bool | None:
    """Whether the page itself says that it was changed since: only a revision is declared or silent."""
    return new.declared > head.declared if change == "revised" else None


def _free_names(path: str) -> list[str]:
    return [path, *(f"{path}-{number}" for number in range(2, 100))]
