"""Questions to an archive of which something is not what was kept: the rest is answered, and it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.folder import FolderStore
from tests.archive.making import archived

_RECORD = "jp/105-takaichi/2026-02-26/france"


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "readouts", *args], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("altered", [None, b"", b"{", b"[]", b'{"id": 1}', b"\xff"])
@pytest.mark.parametrize("known_before", [True, False])
def test_one_damaged_record_does_not_silence_the_others(
    tmp_path: Path, altered: bytes | None, known_before: bool
) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, ["italy", "france"])
    if known_before:
        assert _run("list", "--archive", store.uri).returncode == 0
        archived(store, ["france"], first="The page was revised.", day=1)
    number = 2 if known_before else 1
    path = Path(store.uri) / f"ocfl/{_RECORD}/v{number}/content/record.json"
    sound = path.read_bytes()
    if altered is None:
        path.unlink()
    else:
        path.write_bytes(altered)

    listed = _run("list", "--archive", store.uri, "--json")
    assert listed.returncode == 0, listed.stderr
    assert {row["record"]: row["title"] for row in json.loads(listed.stdout)} == {
        _RECORD: "Japan-Italy Summit Telephone Talk",
        _RECORD.replace("france", "italy"): "Japan-Italy Summit Telephone Talk",
    }
    assert f"{_RECORD} v{number} (run readouts audit)" in listed.stderr
    said = json.loads(_run("statements", "--archive", store.uri, "--json").stdout)
    assert {statement["record"] for statement in said} == {_RECORD.replace("france", "italy")}
    for command in ("show", "history", "diff", "counterpart"):
        done = _run(command, "france", "--archive", store.uri)
        assert "Traceback" not in done.stderr
    shown = _run("show", "france", "--archive", store.uri)
    assert (shown.returncode, "readouts audit" in shown.stderr) == (1, True)

    # Once it is mended, everything is known of it again.
    path.write_bytes(sound)
    listed = _run("list", "--archive", store.uri, "--participant", "Meloni", "--json")
    assert (len(json.loads(listed.stdout)), listed.stderr) == (2, "")


def test_an_old_version_that_is_damaged_does_not_stand_for_the_current_one(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, ["france"])
    archived(store, ["france"], first="The page was revised.", day=1)
    first = Path(store.uri) / f"ocfl/{_RECORD}/v1/content/record.json"
    sound = first.read_bytes()
    # Damaged, asked about twice (the second time it is known to be damaged), and mended.
    for content in (b"{", b"{", sound):
        first.write_bytes(content)
        listed = _run("list", "--archive", store.uri, "--json")
        assert [row["head"] for row in json.loads(listed.stdout)] == ["v2"]
