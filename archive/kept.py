"""A record as it is kept: its inventory, its versions, which of them is current, and their bytes, held to digests."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import cast

import orjson

from archive import log, ocfl
from archive.errors import DamagedError, NoRecordError
from archive.ocfl import Inventory
from archive.store import Store
from schemas.record import Readout

RECORD = "record.json"
CAPTURE = "capture.warc.gz"


def inventory_of(store: Store, record_id: str) -> Inventory:
    """The root inventory of a record. Raises NoRecordError where there is none."""
    raw = store.read(f"ocfl/{record_id}/{ocfl.INVENTORY}")
    if raw is None:
        raise NoRecordError(record_id, "the archive holds no such record", "see readouts list")
    return ocfl.parse(record_id, raw)


def current(inventory: Inventory) -> str:
    """The version that tells what the page says now: the newest but for those of its past that were found later."""
    newest_first = reversed(inventory.versions)
    return next((v for v in newest_first if not inventory.message(v).startswith("backfilled:")), inventory.head)


def record_of(store: Store, inventory: Inventory, version: str | None = None) -> Readout:
    """A version of a record (the current where none is named). Raises NoRecordError where there is no such version."""
    name = version or current(inventory)
    if name not in inventory.data["versions"]:
        known = ", ".join(inventory.versions)
        raise NoRecordError(f"{inventory.path} {name}", "the record has no such version", f"it has {known}")
    return record_in(store, inventory, name)


def record_in(store: Store, inventory: Inventory, version: str) -> Readout:
    """The record of a version that there is. Raises DamagedError where it is not what was kept."""
    key = inventory.content_key(version, RECORD)
    data = store.read(key) if key else None
    if data is None:
        raise DamagedError(inventory.path, f"ocfl/{inventory.path}", f"{version} has no {RECORD}")
    if hashlib.sha512(data).hexdigest() != inventory.digest_of(version, RECORD):
        raise DamagedError(inventory.path, str(key), "is not what the inventory's digest says: it was altered")
    try:
        return cast(Readout, orjson.loads(data))
    except orjson.JSONDecodeError:
        raise DamagedError(inventory.path, str(key), "not sound JSON") from None


def capture_in(store: Store, inventory: Inventory, version: str) -> bytes | None:
    """The WARC of a version, None where it is not there; it is not held to its digest."""
    key = inventory.content_key(version, CAPTURE)
    return store.read(key) if key else None


def event_of(record: Readout, inventory: Inventory, version: str) -> log.Event:
    """The log's event of a version as it stands in its object."""
    return log.event(record, inventory, version, RECORD)


# What a version's inventory says of it, for people, and enough for the next decision without reading the record.
_SAID = re.compile(
    r"(?P<change>[a-z]+): (?P<url>\S+) "
    r"\(says (?P<content>sha256:[0-9a-f]{64}), read by (?P<parser>\S+), run (?P<run>\S+?)"
    r"(?:, declares a change of (?P<declared>\S+))?\)"
)


@dataclass(frozen=True)
class Head:
    """What a decision needs to know of a current version. `declared` is the latest change it declares, or empty."""

    change: str
    url: str
    content_digest: str
    parser: str
    run: str
    declared: str

    def __str__(self) -> str:
        declared = f", declares a change of {self.declared}" if self.declared else ""
        return (
            f"{self.change}: {self.url} (says {self.content_digest}, read by {self.parser}, run {self.run}{declared})"
        )

    @classmethod
    def of(cls, record: Readout) -> Head:
        provenance = record["provenance"]
        return cls(
            change=provenance["change"] or "",
            url=record["url"],
            content_digest=provenance["content_digest"],
            parser=provenance["parser"],
            run=provenance["run"] or "",
            declared=max((change["at"] for change in record["declared_changes"]), default=""),
        )

    @classmethod
    def said(cls, store: Store, inventory: Inventory) -> Head:
        """Of an object's current version: from its inventory, or from the record where that says nothing."""
        version = current(inventory)
        match = _SAID.fullmatch(inventory.message(version))
        if match is None:
            return cls.of(record_in(store, inventory, version))
        return cls(
            match["change"], match["url"], match["content"], match["parser"], match["run"], match["declared"] or ""
        )


def moved_from(record: Readout, inventory: Inventory, version: str) -> str | None:
    """The address of what was current before a version, where that was another."""
    earlier = [v for v in inventory.versions if int(v[1:]) < int(version[1:])]
    said = (_SAID.fullmatch(inventory.message(v)) for v in reversed(earlier))
    before = next((match["url"] for match in said if match is not None and match["change"] != "backfilled"), None)
    return before if before != record["url"] else None
