"""Proofs: each holds, without the archive, and none that was touched does."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from archive import log, proof
from archive.errors import ArchiveError, NoRecordError
from archive.note import Signer
from archive.store import Store
from tests.archive.making import archived


@pytest.fixture
def signer() -> Signer:
    return Signer.new("archive.example/log")


@pytest.fixture
def full(store: Store, signer: Signer) -> Store:
    archived(store, ["a", "b", "c", "d", "e"], signer=signer)
    return store


def test_every_version_can_be_proven(full: Store, signer: Signer) -> None:
    for segment in log.since(full, 0):
        for event in segment.events:
            data = event["data"]
            made = proof.prove(full, data["record"], data["version"])
            files = {"record.json": full.read(data["record_key"]) or b""}
            proven = proof.check(made, [signer.verifier], files)
            assert (proven.event, proven.signed_by) == (event, (signer.name,))


def test_what_is_not_in_the_log_cannot_be_proven(full: Store) -> None:
    with pytest.raises(NoRecordError):
        proof.prove(full, "jp/105-takaichi/2026-02-26/x", "v1")


def _changed(made: dict[str, Any], how: str) -> dict[str, Any]:
    changed = copy.deepcopy(made)
    match how:
        case "event":
            changed["event"]["data"]["title"] = "Another title"
        case "index":
            changed["index"] = (changed["index"] + 1) % 5
        case "hash":
            changed["hashes"][0] = changed["hashes"][-1][::-1].lstrip("=") + "="
        case "fewer":
            changed["hashes"].pop()
        case "checkpoint":
            changed["checkpoint"] = changed["checkpoint"].replace("\n5\n", "\n6\n")
        case "unsigned":
            changed["checkpoint"] = changed["checkpoint"].partition("\n\n")[0] + "\n\n"
        case "form":
            changed["form"] = "readouts.proof.v9"
        case "nothing":
            changed = {}
    return changed


@pytest.mark.parametrize("how", ["event", "index", "hash", "fewer", "checkpoint", "unsigned", "form", "nothing"])
def test_a_proof_that_was_touched_does_not_hold(full: Store, signer: Signer, how: str) -> None:
    (first, *_), *_ = (segment.events for segment in log.since(full, 0))
    made = proof.prove(full, first["data"]["record"], "v1")
    proof.check(made, [signer.verifier])
    with pytest.raises(ArchiveError):
        proof.check(_changed(made, how), [signer.verifier])


def test_files_must_be_the_versions(full: Store) -> None:
    (first, *_), *_ = (segment.events for segment in log.since(full, 0))
    made = proof.prove(full, first["data"]["record"], "v1")
    with pytest.raises(ArchiveError, match=r"record\.json: is not the file"):
        proof.check(made, [], {"record.json": b"{}"})
