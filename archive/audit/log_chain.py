"""The log by itself: every segment is there and follows the one before, and trees and checkpoints fit the events."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson

from archive import log, note
from archive.audit.faults import Fault
from archive.errors import ArchiveError
from archive.log import Event, Segment
from archive.merkle import Frontier
from archive.note import Checkpoint, Verifier
from archive.store import Store

_SEGMENT = re.compile(r"log/(\d{8})\.json")


@dataclass
class Chain:
    """The events of a log in order, its tree as recomputed, and its faults. `checkpoint` is the newest one's note."""

    events: list[Event] = field(default_factory=list)
    segments: int = 0
    newest: int = 0
    tree: Frontier = field(default_factory=Frontier)
    checkpoint: str | None = None
    signed_by: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(store: Store, verifiers: Sequence[Verifier] = (), earlier: Sequence[str] = ()) -> Chain:
    """Read the whole log and check it. `earlier` are checkpoints (notes) kept elsewhere that it must continue.

    With `verifiers`, every checkpoint must bear the signature of one of them.
    """
    found = Chain()
    numbers = {}
    for name in store.keys("log"):
        match = _SEGMENT.fullmatch(name)
        if match:
            numbers[name] = int(match[1])
        else:
            found.faults.append(Fault(name, "A002"))
    newest = found.newest = max(numbers.values(), default=0)
    leaves: list[bytes] = []
    previous: str | None = None
    for number in range(1, newest + 1):
        raw = store.read(log.key(number))
        if raw is None:
            found.faults.append(Fault(log.key(number), "L001"))
            continue
        try:
            segment = log.parse(number, raw)
            hashes = log.leaf_hashes(segment.events)
        except ArchiveError as error:
            found.faults.append(Fault(log.key(number), "L003", error.problem))
            previous = "sha256:" + hashlib.sha256(raw).hexdigest()
            continue
        if segment.previous != previous:
            found.faults.append(Fault(log.key(number), "L002"))
        previous = segment.digest
        leaves += hashes
        found.tree = found.tree.grown(hashes)
        found.events += segment.events
        found.segments += 1
        _checkpoint(found, segment, verifiers)
    _not_shorter(found, store, newest, leaves, earlier, verifiers)
    return found


def written_since(store: Store, chain: Chain) -> list[Event]:
    """The events of the segments that were written after a log was checked."""
    number, events = chain.newest + 1, list[Event]()
    while (raw := store.read(log.key(number))) is not None:
        try:
            events += log.parse(number, raw).events
        except ArchiveError:
            break
        number += 1
    return events


def _checkpoint(found: Chain, segment: Segment, verifiers: Sequence[Verifier]) -> None:
    place = log.key(segment.number)
    if segment.tree != found.tree:
        found.faults.append(Fault(place, "L004", "the tree is another"))
        # What follows builds on what is written, so that one fault is told once.
        found.tree = segment.tree
    try:
        text, names = note.read(segment.checkpoint, verifiers)
        said = Checkpoint.parse(text)
    except ArchiveError as error:
        found.faults.append(Fault(place, "L005", error.problem))
        return
    if (said.size, said.root) != (segment.tree.size, segment.tree.root):
        found.faults.append(Fault(place, "L004", "the checkpoint is another's"))
    if verifiers and not names:
        found.faults.append(Fault(place, "L005", f"none by {', '.join(v.name for v in verifiers)}"))
    found.checkpoint, found.signed_by = segment.checkpoint, names


def _not_shorter(
    found: Chain,
    store: Store,
    newest: int,
    leaves: Sequence[bytes],
    earlier: Sequence[str],
    verifiers: Sequence[Verifier],
) -> None:
    """What was once known of the log still holds: by the archive's own hint, and by checkpoints kept elsewhere."""
    hint = store.read(log.HINT_KEY)
    try:
        hinted = int(orjson.loads(hint)["segment"]) if hint else 0
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        hinted = 0
    if hinted > newest:
        found.faults.append(Fault(log.key(hinted), "L010", f"{log.HINT_KEY} knew {hinted} segments"))
    for given in earlier:
        try:
            text, names = note.read(given, verifiers)
            said = Checkpoint.parse(text)
        except ArchiveError as error:
            found.faults.append(Fault("checkpoint", "L005", error.problem))
            continue
        if verifiers and not names:
            found.faults.append(Fault("checkpoint", "L005"))
        elif said.size > len(leaves):
            found.faults.append(Fault("log", "L010", f"it had {said.size} events, and has {len(leaves)}"))
        elif Frontier().grown(leaves[: said.size]).root != said.root:
            found.faults.append(Fault("log", "L004", f"its first {said.size} events are not those of the checkpoint"))
