"""A quarantine of which something is not what was kept: it is told, and the rest is listed, read again and mended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.folder import FolderStore
from connectors import capture as captures
from tests.archive.making import FIRST, archived


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", "readouts", *args], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


_OTHER_PAGE = captures.to_warc(captures.of_saved_page("https://example.org/", b"<h1>Other</h1>", "text/html", FIRST))


@pytest.mark.parametrize(
    ("file", "altered"),
    [
        ("reasons.json", b"{"),
        ("reasons.json", b"{}"),
        ("reasons.json", b"[]"),
        ("reasons.json", b"\xff"),
        ("resolved.json", b"["),
        ("capture.warc.gz", b""),
        ("capture.warc.gz", b"no WARC"),
        ("capture.warc.gz", _OTHER_PAGE[:-9]),
        ("capture.warc.gz", _OTHER_PAGE),
    ],
)
def test_one_damaged_page_does_not_keep_the_others(tmp_path: Path, file: str, altered: bytes) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, ["italy", "bad", "worse"], broken=["bad", "worse"])
    where = ("--archive", store.uri)
    listed = json.loads(_run("quarantine", "list", *where, "--json").stdout)
    bad, worse = (entry["id"] for entry in sorted(listed, key=lambda entry: entry["url"]))
    path = Path(store.uri) / f"quarantine/{bad}/{file}"
    path.write_bytes(altered)

    again = _run("quarantine", "list", *where, "--json")
    names = {entry["id"] for entry in json.loads(again.stdout)}
    assert names == ({bad, worse} if file == "capture.warc.gz" else {worse})
    assert (f"quarantine/{bad}" in again.stderr) == (file != "capture.warc.gz")
    if file != "capture.warc.gz":
        shown = _run("quarantine", "show", bad, *where)
        assert (shown.returncode, "run readouts audit" in shown.stderr) == (1, True)

    retried = _run("quarantine", "retry", *where, "--json")
    told = {result["id"]: result["message"] for result in json.loads(retried.stdout)}
    assert (retried.returncode, set(told)) == (3, {bad, worse})
    assert f"quarantine/{bad}" in told[bad]
    assert "run readouts audit" in told[bad]

    assert _run("audit", *where).returncode == 3
    mended = _run("repair", *where)
    assert "filled in" not in mended.stdout
    assert path.read_bytes() == altered
