"""Auditing a storage root, side by side with ocfl-py's validation of the same one."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from archive.audit import audit
from archive.folder import FolderStore
from bench import making

_RECORDS = 3000


def measure() -> Iterator[str]:
    """Objects a second of both, their ratio, and what the whole archive's audit takes beside its objects'."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        archive = Path(folder) / "archive"
        making.fill(archive, _RECORDS)
        ours = audit.at_path(archive / "ocfl")
        whole = audit.of_archive(FolderStore(archive))
        assert ours.sound, ours.faults[:3]
        assert whole.sound, whole.faults[:3]
        theirs = _theirs(archive / "ocfl")
    rate, other = ours.objects / ours.seconds, ours.objects / theirs
    yield f"{ours.objects:,} objects: ours {rate:,.0f}/s, ocfl-py {other:,.0f}/s: {rate / other:.1f} times (aim 5)"
    yield f"the archive with its log and quarantine: {whole.seconds:.2f} s against {ours.seconds:.2f} s for its objects"


def _theirs(root: Path) -> float:
    scripts = Path.cwd() / ".venv-ocfl" / "bin"
    command = [str(scripts / "python"), str(scripts / "ocfl-root.py"), "validate", "--root", str(root)]
    begun = time.perf_counter()
    done = subprocess.run(
        [*command, "--validate-objects", "--check-digests"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-1000:]
    return time.perf_counter() - begun
