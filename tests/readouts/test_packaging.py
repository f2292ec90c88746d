"""The project as it is installed: a wheel has all that the commands read, not only the modules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

_PROJECT = Path(__file__).parent.parent.parent


def test_a_wheel_works_away_from_the_checkout(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    left_out = shutil.ignore_patterns(".*", "build", "*.egg-info", "demo-archive", "__pycache__")
    shutil.copytree(_PROJECT, checkout, ignore=left_out)
    built = "from setuptools import build_meta as b; print(b.build_wheel('dist'))"
    done = subprocess.run([sys.executable, "-c", built], cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = (checkout / "dist").glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    here = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str) -> str:
        called = [sys.executable, "-P", "-m", "readouts", *arguments]
        ran = subprocess.run(called, cwd=tmp_path, env=here, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    where = [sys.executable, "-P", "-c", "import connectors; print(connectors.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=here, capture_output=True, text=True, check=True).stdout
    assert found.startswith(str(installed))
    assert len(json.loads(run("sources", "--json"))) >= 12
    assert "all holds" in run("authorities", "check")
    assert len(json.loads(run("demo", "--archive", str(tmp_path / "demo"), "--json"))["days"]) == 3
