"""The change log: what was archived, in order, in numbered segments that are never changed.

Each run that archived something writes one segment. It names the digest of the one before, and carries a checkpoint:
the size of the log and the Merkle root over all its events so far, signed where there is a key. So nothing can be
edited, removed, reordered or inserted unseen, and that an event is in the log can be proven in a few hashes. Events are
CloudEvents 1.0 in JSON; a consumer keeps the number of the last segment it has read and reads on from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from archive import merkle, note, ocfl
from archive.errors import ArchiveError, ConflictError
from archive.merkle import Frontier
from archive.note import Checkpoint, Signer
from archive.ocfl import Inventory
from archive.store import Store
from schemas.record import Readout

HINT_KEY = "state/log.json"
UNNAMED = "urn:readouts:log"
"""What a log is called that nobody signs; a signed one is called by its key's name."""

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Segment:
    """One segment: its number (from 1), the digest of the one before (None for the first), its events.

    `tree` is the Merkle tree of all events up to its end, `checkpoint` the note that says so.
    """

    number: int
    previous: str | None
    run: str
    events: tuple[Event, ...]
    tree: Frontier
    checkpoint: str
    digest: str


def event(record: Readout, inventory: Inventory, version: str, record_name: str) -> Event:
    """The event of one version, a CloudEvents 1.0 object: all it says follows from the version as it is kept.

    `inventory` is the object's, at that version or later; `record_name` the name of the record among its files.
    """
    provenance = record["provenance"]
    recorded_at = inventory.created(version)
    own = hashlib.sha512(ocfl.inventory_at(inventory, version)).hexdigest()
    return {
        "specversion": "1.0",
        "id": f"{record['id']}#{version}",
        "source": "urn:readouts",
        "type": f"readouts.version.{provenance['change']}",
        "subject": ocfl.URN + record["id"],
        "time": recorded_at,
        "datacontenttype": "application/json",
        "data": {
            "record": record["id"],
            "version": version,
            "change": provenance["change"],
            "declared": provenance["declared"],
            "source": record["source"],
            "premiership": record["premiership"]["id"],
            "event_date": record["event"]["date"],
            "title": record["title"],
            "url": record["url"],
            "content_digest": provenance["content_digest"],
            "capture_digest": provenance["capture_digest"],
            "files": {name: f"sha512:{digest}" for name, digest in sorted(inventory.files(version).items())},
            "inventory": f"sha512:{own}",
            "captured_at": provenance["captured_at"],
            "recorded_at": recorded_at,
            "run": provenance["run"],
            "record_key": inventory.content_key(version, record_name),
        },
    }


def leaf(event: Event) -> bytes:
    """The bytes of an event that the Merkle tree is over: JSON, keys sorted, no white space, UTF-8.

    For what events hold (text, null, true and false) that is the canonical form of RFC 8785.
    """
    return orjson.dumps(event, option=orjson.OPT_SORT_KEYS)


def leaf_hashes(events: Sequence[Event]) -> list[bytes]:
    """The Merkle leaf of each event."""
    return [merkle.leaf_hash(leaf(event)) for event in events]


def append(store: Store, run: str, events: Sequence[Event], since: int, signer: Signer | None = None) -> int | None:
    """Write one segment with those of the events that no segment after `since` holds; its number, None if none is left.

    Two writers that reach for one number: one gets it, the other looks at what was written and takes the next. So an
    event that two of them hold (one finishing what the other began) is written once. Raises ConflictError where
    others are always first.
    """
    number, previous = since, read(store, since) if since else None
    left = list(events)
    for _ in range(1000):
        while (following := read(store, number + 1)) is not None:
            held = {str(event["id"]) for event in following.events}
            left = [event for event in left if event["id"] not in held]
            number, previous = number + 1, following
        if not left:
            return None
        if store.create(key(number + 1), _written(number + 1, previous, run, left, signer)):
            hint = store.read(HINT_KEY)
            store.replace(HINT_KEY, orjson.dumps({"segment": number + 1}), hint)
            return number + 1
    raise ConflictError("log/", "other writers always came first")


def _written(number: int, previous: Segment | None, run: str, events: Sequence[Event], signer: Signer | None) -> bytes:
    tree = (previous.tree if previous else Frontier()).grown(leaf_hashes(events))
    checkpoint = Checkpoint(signer.name if signer else UNNAMED, tree.size, tree.root)
    return orjson.dumps(
        {
            "segment": number,
            "previous": previous.digest if previous else None,
            "run": run,
            "events": events,
            "tree": {"size": tree.size, "subtrees": [root.hex() for root in tree.roots]},
            "checkpoint": note.sign(str(checkpoint), [signer] if signer else []),
        },
        option=orjson.OPT_INDENT_2,
    )


def read(store: Store, number: int) -> Segment | None:
    """One segment, or None where it is not written yet. Raises ArchiveError where it is not sound."""
    data = store.read(key(number))
    return None if data is None else parse(number, data)


def parse(number: int, data: bytes) -> Segment:
    """A segment from its bytes. Raises ArchiveError where they are none, or are another's."""
    try:
        content = orjson.loads(data)
        if content["segment"] != number:
            raise ValueError("segment")
        return Segment(
            number=number,
            previous=content["previous"],
            run=content["run"],
            events=tuple(content["events"]),
            tree=Frontier(content["tree"]["size"], tuple(bytes.fromhex(r) for r in content["tree"]["subtrees"])),
            checkpoint=content["checkpoint"],
            digest="sha256:" + hashlib.sha256(data).hexdigest(),
        )
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError):
        raise ArchiveError(key(number), "not a sound segment of the change log", "run readouts audit") from None


def since(store: Store, number: int) -> Iterator[Segment]:
    """The segments after a number, in order, checked to follow each other. Raises ArchiveError where one does not."""
    before = read(store, number) if number else None
    while (segment := read(store, number + 1)) is not None:
        if segment.previous != (before.digest if before else None):
            raise ArchiveError(key(segment.number), "does not follow the segment before it: the log was altered")
        yield segment
        before, number = segment, segment.number


def last(store: Store) -> int:
    """The number of the newest segment, 0 where there is none: from a hint, then one by one, not by listing."""
    hint = store.read(HINT_KEY)
    number = 0
    if hint is not None:
        try:
            number = int(orjson.loads(hint)["segment"])
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            number = 0
    if number and read(store, number) is None:
        number = 0
    while read(store, number + 1) is not None:
        number += 1
    return number


def key(number: int) -> str:
    """Where a segment stands."""
    return f"log/{number:08d}.json"
