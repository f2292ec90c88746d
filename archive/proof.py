"""Proofs that the log tells of a version, which anyone can check without the archive.

A proof holds the event, the hashes beside its way to the Merkle root (RFC 9162 §2.1.3), and the checkpoint that bears
that root. What it proves is worth as much as the checkpoint: a signature of a key that is trusted, or the same root
from somewhere else.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive import log, merkle, note
from archive.errors import ArchiveError, NoRecordError
from archive.log import Event
from archive.note import Checkpoint, Verifier
from archive.store import Store

FORM = "readouts.proof.v1"


def prove(store: Store, record: str, version: str) -> dict[str, Any]:
    """The proof that the log tells of a version, as JSON. Raises NoRecordError where it does not."""
    wanted = f"{record}#{version}"
    leaves: list[bytes] = []
    place: tuple[int, Event] | None = None
    newest: log.Segment | None = None
    for newest in log.since(store, 0):
        for event in newest.events:
            if event["id"] == wanted:
                place = len(leaves), event
            leaves.append(merkle.leaf_hash(log.leaf(event)))
    if place is None or newest is None:
        raise NoRecordError(wanted, "the log tells of no such version", "see readouts history")
    index, found = place
    return {
        "form": FORM,
        "event": dict(found),
        "index": index,
        "hashes": [base64.b64encode(beside).decode() for beside in merkle.inclusion_path(leaves, index)],
        "checkpoint": newest.checkpoint,
    }


@dataclass(frozen=True)
class Proven:
    """What a proof shows. `signed_by` names the known keys that signed its checkpoint; without one, trust has to come
    from having the same root from elsewhere."""

    event: Event
    index: int
    checkpoint: Checkpoint
    signed_by: tuple[str, ...]


def check(proof: Any, verifiers: Sequence[Verifier] = (), files: Mapping[str, bytes] | None = None) -> Proven:
    """Check a proof. With `verifiers` its checkpoint must bear the signature of one; `files` (by name, such as
    record.json) must be those of the version.

    Raises ArchiveError where anything does not hold.
    """
    try:
        if proof["form"] != FORM:
            raise ArchiveError("proof", f"is of the form {proof['form']!r}; {FORM} is known here")
        event, index = proof["event"], int(proof["index"])
        hashes = [base64.b64decode(text, validate=True) for text in proof["hashes"]]
        text, names = note.read(proof["checkpoint"], verifiers)
        said = dict(event["data"]["files"])
    except (KeyError, TypeError, ValueError, binascii.Error, AttributeError):
        raise ArchiveError("proof", "is not a proof", "readouts log prove makes one") from None
    checkpoint = Checkpoint.parse(text)
    root = merkle.root_from_path(merkle.leaf_hash(log.leaf(event)), index, checkpoint.size, hashes)
    if root != checkpoint.root:
        raise ArchiveError("proof", "does not lead to the checkpoint's root: the event or the proof was altered")
    if verifiers and not names:
        raise ArchiveError("proof", f"its checkpoint is not signed by {', '.join(v.name for v in verifiers)}")
    for name, data in (files or {}).items():
        if said.get(name) != f"sha512:{hashlib.sha512(data).hexdigest()}":
            raise ArchiveError(name, "is not the file that the log tells of")
    return Proven(event, index, checkpoint, tuple(names))
