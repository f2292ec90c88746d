"""Repairing an archive: what can be derived is derived anew, what cannot is taken from a copy, nothing is thrown away.

An object's inventories say in several places what the object holds, and the log says it once more. The one that is
believed is one that agrees with the log; then every file that is not as it says is replaced, by what is derived from it
or by the copy's, and only by bytes that have the digest it names.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archive import frame, log, ocfl, quarantine, rebuild
from archive.audit import audit, log_chain
from archive.audit.audit import Report
from archive.errors import ArchiveError
from archive.kept import event_of, record_of
from archive.merkle import Frontier
from archive.note import Signer
from archive.ocfl import Inventory
from archive.store import Store

Told = Mapping[str, str]
"""Version -> SHA-512 of its inventory, as the log tells of one record."""


@dataclass
class Repaired:
    """What was done, a sentence each, and the audit afterwards."""

    done: list[str] = field(default_factory=list)
    after: Report | None = None


def repair(store: Store, copy: Store | None, run: str, *, progress: audit.Progress = audit.nothing) -> Repaired:
    """Repair an archive, with a copy of it at hand or without. `run` names the segment that logs what was not logged.

    Raises NoArchiveError where there is none, ArchiveError where it cannot be written.
    """
    work = _Repair(store, copy)
    work.the_frame()
    before = audit.of_archive(store, progress=progress)
    paths = {fault.path for fault in before.faults}
    codes = {fault.code for fault in before.faults}
    if any(code.startswith("L") for code in codes):
        work.the_log(tells_otherwise="L007" in codes)
    work.objects({_record(path) for path in paths if path.startswith(f"{frame.OCFL_ROOT}/")})
    work.the_quarantine({path for path in paths if path.startswith("quarantine/")})
    work.unlogged(run)
    work.done += rebuild.fill_in(store)
    return Repaired(work.done, audit.of_archive(store, progress=progress))


def _record(path: str) -> str:
    """The record that a path below ocfl/ belongs to: country, premiership, date, name."""
    return "/".join(path.split("/")[1:5])


class _Repair:
    def __init__(self, store: Store, copy: Store | None) -> None:
        self.store = store
        self.copy = copy
        self.done: list[str] = []

    def _write(self, key: str, data: bytes, how: str) -> None:
        self.store.restore(key, data)
        self.done.append(f"{key}: {how}")

    def the_frame(self) -> None:
        store = self.store
        if store.read(frame.DECLARATION) is None and store.read(frame.FORM_KEY) == frame.FORM_TEXT:
            others = [key for key in store.keys(frame.OCFL_ROOT) if key.count("/") == 1 and "/0=" in key]
            if not others:
                self._write(frame.DECLARATION, frame.DECLARATION_TEXT, "written anew")
        frame.check(store)
        for key, text in ((frame.FORM_KEY, frame.FORM_TEXT), (frame.README_KEY, frame.README)):
            if store.read(key) is None:
                self._write(key, text, "written anew")
        if store.read(frame.DECLARATION) != frame.DECLARATION_TEXT:
            self._write(frame.DECLARATION, frame.DECLARATION_TEXT, "written anew")

    def the_log(self, *, tells_otherwise: bool) -> None:
        """Segments that are lost or altered, from the copy, if its own chain is sound.

        `tells_otherwise`: some event is not the one that its version has, so a sound chain of ours proves nothing.
        """
        if self.copy is None:
            return
        theirs = log_chain.check(self.copy)
        if any(fault.path.startswith("log") for fault in theirs.faults):
            return
        for number in range(1, theirs.newest + 1):
            raw, own = self.copy.read(log.key(number)), self.store.read(log.key(number))
            if raw is not None and own != raw:
                if own is not None and not tells_otherwise and self._follows(number, own):
                    break  # ours goes another way from here on, and soundly: that is no damage
                self._write(log.key(number), raw, "taken from the copy")

    def _follows(self, number: int, raw: bytes) -> bool:
        try:
            segment = log.parse(number, raw)
            before = log.read(self.store, number - 1) if number > 1 else None
        except ArchiveError:
            return False
        grown = (before.tree if before else Frontier()).grown(log.leaf_hashes(segment.events))
        return segment.previous == (before.digest if before else None) and segment.tree == grown

    def objects(self, records: set[str]) -> None:
        if not records:
            return
        told: dict[str, dict[str, str]] = defaultdict(dict)
        for event in log_chain.check(self.store).events:
            data = event["data"]
            if data["record"] in records:
                told[data["record"]][data["version"]] = str(data["inventory"]).removeprefix("sha512:")
        for record in sorted(records):
            if record.count("/") == 3:
                self._object(record, told[record])

    def _object(self, record: str, told: Told) -> None:
        base = f"{frame.OCFL_ROOT}/{record}"
        believed = next(self._believable(record, told), None)
        if believed is None:
            return
        self._put(f"{base}/{ocfl.DECLARATION}", ocfl.DECLARATION_TEXT, "written anew")
        for version in believed.versions:
            raw = ocfl.inventory_at(believed, version)
            self._put(f"{base}/{version}/{ocfl.INVENTORY}", raw, "written anew from a later inventory")
            self._put(f"{base}/{version}/{ocfl.SIDECAR}", ocfl.sidecar(raw), "written anew")
        for digest, names in believed.data["manifest"].items():
            for name in names:
                self._content(f"{base}/{name}", str(digest).lower())
        self._put(f"{base}/{ocfl.SIDECAR}", ocfl.sidecar(believed.raw), "written anew")
        self._put(f"{base}/{ocfl.INVENTORY}", believed.raw, "written anew from another copy of it")

    def _believable(self, record: str, told: Told) -> Iterator[Inventory]:
        """Inventories of a record that agree with the log, the newest of ours first, then the copy's."""
        base = f"{frame.OCFL_ROOT}/{record}"
        newest = max((int(version[1:]) for version in told), default=0)
        names = [f"{base}/{ocfl.INVENTORY}", *(f"{base}/v{n}/{ocfl.INVENTORY}" for n in range(newest + 1, 0, -1))]
        found: list[tuple[bool, Inventory]] = []
        for store in (self.store, self.copy):
            for key in names if store is not None else ():
                assert store is not None
                raw = store.read(key)
                try:
                    inventory = ocfl.parse(record, raw) if raw is not None else None
                    if inventory is not None and int(inventory.head[1:]) >= newest and _agrees(inventory, told):
                        sidecar = store.read(f"{key.removesuffix(ocfl.INVENTORY)}{ocfl.SIDECAR}")
                        found.append((sidecar == ocfl.sidecar(inventory.raw), inventory))
                except (ArchiveError, KeyError, TypeError, ValueError, AttributeError):
                    continue
        # Those that are as their digest file says come first.
        yield from (inventory for sound, inventory in found if sound)
        yield from (inventory for sound, inventory in found if not sound)

    def _put(self, key: str, data: bytes, how: str) -> None:
        if self.store.read(key) != data:
            self._write(key, data, how)

    def _content(self, key: str, digest: str) -> None:
        try:
            own = self.store.read(key)
        except ArchiveError:
            own = None
        if own is not None and hashlib.sha512(own).hexdigest() == digest:
            return
        theirs = self.copy.read(key) if self.copy is not None else None
        if theirs is not None and hashlib.sha512(theirs).hexdigest() == digest:
            self._write(key, theirs, "taken from the copy")

    def the_quarantine(self, paths: set[str]) -> None:
        for folder in sorted({"/".join(path.split("/")[:3]) for path in paths}):
            name = folder.removeprefix("quarantine/")
            if self.copy is None:
                continue
            try:
                quarantine.page(self.copy, quarantine.get(self.copy, name))
            except ArchiveError:
                continue  # the copy's is of no use here
            for file in ("capture.warc.gz", "reasons.json"):
                theirs = self.copy.read(f"{folder}/{file}")
                if theirs is not None:
                    self._put(f"{folder}/{file}", theirs, "taken from the copy")

    def unlogged(self, run: str) -> None:
        """Versions that no event tells of are told of now: their records say all that an event says."""
        chain = log_chain.check(self.store)
        if any(fault.code in ("L001", "L003") for fault in chain.faults):
            return  # what is lost of the log may tell of them
        report = audit.of_log(self.store)
        missing = sorted(
            (fault.path.split("/")[-1], _record(fault.path)) for fault in report.faults if fault.code == "L008"
        )
        events = []
        for version, record in sorted(missing, key=lambda item: (item[1], int(item[0][1:]))):
            try:
                inventory = ocfl.parse(record, self.store.read(f"{frame.OCFL_ROOT}/{record}/{ocfl.INVENTORY}") or b"")
                events.append(event_of(record_of(self.store, inventory, version), inventory, version))
            except (ArchiveError, KeyError, TypeError):
                continue
        if events:
            log.append(self.store, run, events, chain.newest, Signer.from_environment())
            self.done += [f"log: told of {event['id']}" for event in events]


def _agrees(inventory: Inventory, told: Told) -> bool:
    """Whether an inventory is, version for version, the one that the log tells of."""
    return all(
        version in inventory.data["versions"]
        and hashlib.sha512(ocfl.inventory_at(inventory, version)).hexdigest() == digest
        for version, digest in told.items()
    )
