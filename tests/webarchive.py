"""A real web archive on 127.0.0.1 for tests: pywb over a collection of WARC files."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests import buckets

VARIABLE = "READOUTS_WEB_ARCHIVE"
"""Names the folder with pywb's programs; `make test` sets it."""


@contextmanager
def pywb(warcs: Sequence[Path]) -> Iterator[str]:
    """pywb serving these files; the address of its collection."""
    programs = Path(os.environ[VARIABLE])
    port = buckets.free_port()
    with tempfile.TemporaryDirectory() as folder:
        for command in (["init", "pages"], ["add", "pages", *map(str, warcs)]):
            subprocess.run([str(programs / "wb-manager"), *command], cwd=folder, check=True, capture_output=True)
        command = [str(programs / "wayback"), "-b", "127.0.0.1", "-p", str(port)]
        with buckets.running(command, port, {}, folder=folder) as address:
            yield f"{address}/pages"
