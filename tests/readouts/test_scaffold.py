"""A new source begun by `readouts sources add` works at once, in a copy of the project."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent.parent
_GIVEN = (
    "sources", "add", "us-state", "--publisher", "Department of State", "--country", "US",
    "--homepage", "https://www.state.gov/", "--feed", "https://www.state.gov/rss",
)  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project's packages, copied."""
    for name in ("archive", "bench", "connectors", "pipelines", "readouts", "schemas", "tests"):
        shutil.copytree(_ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(_ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _in(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip


def test_a_source_begun_passes_the_suite_at_once(copy: Path) -> None:
    done = _in(copy, "-m", "readouts", *_GIVEN, "--json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert [Path(path).name for path in made["files"]] == [
        "us-state.toml", "us_state.py", "example.txt", "example.txt.url", "example.json",
    ]  # fmt: skip
    record = json.loads((copy / "tests/golden/us-state/example.json").read_text())
    assert record["event"]["date"] == "2025-06-17"
    assert [person["term"] for person in record["participants"]] == ["us/47-trump", "ca/24-carney"]
    suite = _in(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/golden", "-k", "us-state or enough")
    assert suite.returncode == 0, suite.stdout
    lint = _in(copy, "-m", "ruff", "check", "connectors/sources/us_state.py")
    assert lint.returncode == 0, lint.stdout
    assert _in(copy, "-m", "ruff", "format", "--check", "connectors/sources/us_state.py").returncode == 0
    # A second time nothing is written over.
    again = _in(copy, "-m", "readouts", *_GIVEN)
    assert again.returncode != 0
    assert "there already" in again.stderr


def test_a_source_may_be_begun_in_another_checkout_than_the_one_that_runs(copy: Path) -> None:
    done = _in(_ROOT, "-m", "readouts", *_GIVEN, "--project", str(copy), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads((copy / "tests/golden/us-state/example.json").read_text())["event"]["date"] == "2025-06-17"
    assert not (_ROOT / "connectors/sources/us-state.toml").exists()
    suite = _in(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/golden", "-k", "us-state")
    assert suite.returncode == 0, suite.stdout


def test_what_cannot_be_begun_is_told(tmp_path: Path) -> None:
    done = _in(_ROOT, "-m", "readouts", *_GIVEN, "--project", str(tmp_path))
    assert done.returncode == 1
    assert "no checkout" in done.stderr
    done = _in(_ROOT, "-m", "readouts", *[part.replace("us-state", "US state") for part in _GIVEN])
    assert done.returncode == 2
