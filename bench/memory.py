"""Peak memory of a run that archives 500 new pages of 40 KB, on Beam's local runner."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import making
from tests.serving import serving

_RUN = """
import resource, sys
from readouts import cli
code = cli.readouts.main(sys.argv[1:], standalone_mode=False)
print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def measure() -> Iterator[str]:
    """The resident set at its largest, in MB."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, serving() as server:
        paths = [f"/105/diplomatic/202602/{number:03}new.html" for number in range(500)]
        for number, path in enumerate(paths):
            server.page(path, making.page(number, date(2026, 2, 19), 40_000))
        feed = server.feed(*paths)
        (Path(folder) / "jp-kantei.toml").write_text(
            f'extends = "jp-kantei"\nfeeds = ["{feed}"]\n[politeness]\ndelay = 0.0\nallowed_hosts = ["127.0.0.1"]\n'
        )
        arguments = ["ingest", "--source", "jp-kantei", "--archive", f"{folder}/archive", "--sources", folder]
        done = subprocess.run([sys.executable, "-c", _RUN, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        code, peak = done.stdout.split()[-2:]
        assert code == "0", done.stdout
    yield f"500 new pages of 40 KB: {peak} MB at the peak (limit 350 MB)"
