"""Quarantine: pages that should have become records and did not, with what is needed to understand and retry them.

quarantine/<source>/<name>/ holds the capture (WARC), the reasons, and `resolved.json` once nothing is left to be read.
The name comes from the address and the page's digest, so the same failure is kept once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import orjson

from archive.errors import DamagedError, NoRecordError
from archive.store import Store
from connectors import capture as captures
from connectors.capture import Capture
from connectors.errors import ConnectorError
from schemas.record import Reason


@dataclass(frozen=True)
class Quarantined:
    """One page in quarantine. Times are ISO 8601 UTC; `stage` is where it failed: read, normalise or validate."""

    id: str
    source: str
    url: str
    title: str | None
    stage: str
    reasons: tuple[Reason, ...]
    captured_at: str
    quarantined_at: str
    run: str
    parser: str
    media_type: str
    record: dict[str, Any] | None = field(default=None, repr=False)
    resolved: str | None = None
    """The record that it became after all."""
    passed_over: str | None = None
    """Why it is no summary after all."""

    @property
    def done_with(self) -> bool:
        """Whether there is nothing left to be read of it."""
        return self.resolved is not None or self.passed_over is not None


def identify(source: str, url: str, capture_digest: str) -> str:
    """The id of a page in quarantine: its source and a name that this address and content always give."""
    return f"{source}/{hashlib.sha256(f'{url} {capture_digest}'.encode()).hexdigest()[:16]}"


def put(store: Store, entry: Quarantined, capture: bytes) -> bool:
    """Keep a page; False where the same failure is kept already."""
    base = f"quarantine/{entry.id}"
    store.create(f"{base}/capture.warc.gz", capture)
    data = {key: value for key, value in asdict(entry).items() if key not in ("resolved", "passed_over")}
    return store.create(f"{base}/reasons.json", orjson.dumps(data, option=orjson.OPT_INDENT_2))


def entries(
    store: Store, *, resolved: bool = False, damaged: Callable[[DamagedError], object] = lambda error: None
) -> Iterator[Quarantined]:
    """What is in quarantine, in order of id; what was resolved only where asked for.

    Of what is not what was kept there, `damaged` is told; the rest is given.
    """
    for key in store.keys("quarantine"):
        if key.endswith("/reasons.json"):
            try:
                entry = get(store, key.removeprefix("quarantine/").removesuffix("/reasons.json"))
            except DamagedError as error:
                damaged(error)
                continue
            if resolved or not entry.done_with:
                yield entry


def get(store: Store, name: str) -> Quarantined:
    """One page in quarantine. Raises NoRecordError where there is none of this id, DamagedError where what is kept of
    it cannot be read."""
    raw = store.read(f"quarantine/{name}/reasons.json")
    if raw is None:
        raise NoRecordError(name, "nothing of this id is in quarantine", "see readouts quarantine list")
    raw_mark = store.read(f"quarantine/{name}/resolved.json")
    try:
        data = orjson.loads(raw)
        mark = orjson.loads(raw_mark) if raw_mark is not None else {}
        entry = Quarantined(
            **{
                **data,
                "reasons": tuple(data["reasons"]),
                "resolved": mark.get("record"),
                "passed_over": mark.get("reason"),
            }
        )
        datetime.fromisoformat(entry.captured_at)
        if entry.id != name:
            raise ValueError("of another page")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(name, f"quarantine/{name}", f"its reasons cannot be read ({type(error).__name__})") from None
    return entry


def page(store: Store, entry: Quarantined) -> Capture:
    """The very page that an entry was kept for. Raises DamagedError where that is not what is kept."""
    place = f"quarantine/{entry.id}/capture.warc.gz"
    try:
        found = captures.from_warc(store.read(place) or b"")
        digest = captures.digest(found.content)
    except ConnectorError as error:
        raise DamagedError(entry.id, place, str(error)) from None
    if identify(entry.source, entry.url, digest) != entry.id:
        raise DamagedError(entry.id, place, "is not the page that it was kept for: it was altered")
    return found


def resolve(store: Store, name: str, record: str | None, why: str, at: str) -> None:
    """Mark a page as read after all, naming the record it became, or why it is no summary by the rules of `at`."""
    mark = {"record": record, "at": at} if record is not None else {"record": None, "reason": why, "at": at}
    store.create(f"quarantine/{name}/resolved.json", orjson.dumps(mark))
