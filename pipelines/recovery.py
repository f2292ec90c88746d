"""What a run that was cut off leaves behind, and how the next one takes it up.

Before versions are committed, the journal says which: the outcomes, with their events and what to remember of their
pages. When a run is sealed, whatever the journal holds (its own entries and those of runs that died) is logged unless
it is logged already, remembered, and then the entries are closed.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import orjson

from archive import frame, log
from archive.kept import RECORD
from archive.store import JournalEntry, Store
from pipelines.items import Outcome, from_json, to_json


@dataclass(frozen=True)
class LeftBehind:
    """The journal as a sealing run finds it.

    `outcomes` are other runs' whose versions are in the archive; `log_at` is how far the log was when the oldest of
    them began; `entries` are all to be closed.
    """

    outcomes: tuple[Outcome, ...]
    log_at: int
    entries: tuple[JournalEntry, ...]


def entry(run: str, log_at: int, outcomes: Sequence[Outcome]) -> JournalEntry:
    """A journal entry for a batch about to be committed, under a key of its own."""
    data = {"run": run, "log_at": log_at, "outcomes": [to_json(outcome) for outcome in outcomes]}
    return JournalEntry(f"{_own(run)}{uuid.uuid4().hex[:12]}.json", orjson.dumps(data))


def _own(run: str) -> str:
    """How the keys of a run's entries begin."""
    return f"{frame.JOURNAL}/{run}-"


def left_behind(store: Store, run: str) -> LeftBehind:
    """Read the journal. Versions that were announced in it and never committed are passed over."""
    outcomes: dict[str, Outcome] = {}
    entries = store.journal(own=_own(run))
    began: list[int] = []
    for found in entries:
        if found.key.startswith(_own(run)):
            continue
        data = orjson.loads(found.data)
        began.append(int(data["log_at"]))
        for item in data["outcomes"]:
            outcome = from_json(item)
            if outcome.event is not None and _was_committed(store, outcome.event):
                outcomes[str(outcome.event["id"])] = outcome
    return LeftBehind(tuple(outcomes.values()), min(began, default=2**31), tuple(entries))


def _was_committed(store: Store, event: log.Event) -> bool:
    """Whether the version that an event tells of is in the archive, and is the one it tells of, byte for byte."""
    data = store.read(str(event["data"]["record_key"]))
    return data is not None and f"sha512:{hashlib.sha512(data).hexdigest()}" == event["data"]["files"][RECORD]
