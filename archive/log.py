"""The change log: what was archived, in order, in numbered segments that are never changed.

Each run that archived something writes one segment; it names the digest of the one before, so that nothing can be
taken out or altered unseen. Events are CloudEvents 1.0 in JSON; a consumer keeps the number of the last segment it
has read and reads on from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from archive import ocfl
from archive.errors import ArchiveError, ConflictError
from archive.store import Store
from schemas.record import Readout

_HINT = "state/log.json"

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Segment:
    """One segment: its number (from 1), the digest of the one before (None for the first), its events."""

    number: int
    previous: str | None
    run: str
    events: tuple[Event, ...]
    digest: str


def event(record: Readout, version: str, recorded_at: str, record_key: str) -> Event:
    """The event of one version, a CloudEvents 1.0 object. `recorded_at` is ISO 8601 UTC."""
    provenance = record["provenance"]
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
            "source": record["source"],
            "premiership": record["premiership"]["id"],
            "event_date": record["event"]["date"],
            "title": record["title"],
            "url": record["url"],
            "content_digest": provenance["content_digest"],
            "capture_digest": provenance["capture_digest"],
            "captured_at": provenance["captured_at"],
            "recorded_at": recorded_at,
            "run": provenance["run"],
            "record_key": record_key,
        },
    }


def append(store: Store, run: str, events: Sequence[Event], since: int) -> int | None:
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
        data = orjson.dumps(
            {
                "segment": number + 1,
                "previous": previous.digest if previous else None,
                "run": run,
                "events": left,
            },
            option=orjson.OPT_INDENT_2,
        )
        if store.create(_key(number + 1), data):
            hint = store.read(_HINT)
            store.replace(_HINT, orjson.dumps({"segment": number + 1}), hint)
            return number + 1
    raise ConflictError("log/", "other writers always came first")


def read(store: Store, number: int) -> Segment | None:
    """One segment, or None where it is not written yet. Raises ArchiveError where it is not sound."""
    data = store.read(_key(number))
    if data is None:
        return None
    try:
        content = orjson.loads(data)
        if content["segment"] != number:
            raise KeyError("segment")
        return Segment(
            number=number,
            previous=content["previous"],
            run=content["run"],
            events=tuple(content["events"]),
            digest="sha256:" + hashlib.sha256(data).hexdigest(),
        )
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise ArchiveError(_key(number), "not a sound segment of the change log") from None


def since(store: Store, number: int) -> Iterator[Segment]:
    """The segments after a number, in order, checked to follow each other. Raises ArchiveError where one does not."""
    before = read(store, number) if number else None
    while (segment := read(store, number + 1)) is not None:
        if segment.previous != (before.digest if before else None):
            raise ArchiveError(_key(segment.number), "does not follow the segment before it: the log was altered")
        yield segment
        before, number = segment, segment.number


def last(store: Store) -> int:
    """The number of the newest segment, 0 where there is none: from a hint, then one by one, not by listing."""
    hint = store.read(_HINT)
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


def _key(number: int) -> str:
    return f"log/{number:08d}.json"
