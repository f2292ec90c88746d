"""What tests share: a real server to fetch from, sources that point at it, and the independent OCFL validator."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readouts.demo import site as sample
from tests.serving import Server, serving

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture
def server() -> Iterator[Server]:
    """A real HTTP server on 127.0.0.1 whose answers the test sets."""
    with serving() as running:
        yield running


@pytest.fixture
def sample_site() -> Iterator[sample.SampleSite]:
    """The demonstration's two publishers, on day one."""
    with sample.serving() as running:
        yield running


@pytest.fixture
def accepts() -> Callable[[Path], None]:
    """Assert that the independent validator (ocfl-py) finds neither error nor warning in an archive's storage root."""
    tool = os.environ.get("READOUTS_OCFL_VALIDATOR")

    def check(archive: Path) -> None:
        if tool is None:
            pytest.skip("READOUTS_OCFL_VALIDATOR does not name ocfl-validate.py; `make test` sets it")
        python = Path(tool).with_name("python")
        command = [str(python), str(Path(tool).with_name("ocfl-root.py")), "validate", "--root", str(archive / "ocfl")]
        done = subprocess.run(
            [*command, "--validate-objects", "--check-digests"],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, said
        counted = re.search(r"Objects checked: (\d+) / (\d+) are VALID", said)
        assert counted is not None, said
        assert counted[1] == counted[2], said
        assert "is VALID" in said, said
        assert not re.search(r"\[?W\d{3}|warning", said, re.IGNORECASE), said

    return check


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READOUTS_CACHE", str(tmp_path_factory.mktemp("cache")))
