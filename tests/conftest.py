"""What tests share: a real server to fetch from, sources that point at it, and the independent OCFL validator."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.store import Store
from readouts.demo import site as sample
from tests import buckets, places
from tests.places import Place
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


@pytest.fixture(scope="session")
def moto_address() -> Iterator[str]:
    """Moto's S3 server."""
    with buckets.moto() as address:
        yield address


@pytest.fixture(scope="session")
def s3_address() -> Iterator[str]:
    """A real S3 server with conditional writes."""
    if buckets.SERVER_VARIABLE not in os.environ:
        pytest.skip(f"{buckets.SERVER_VARIABLE} does not name the versitygw program; `make test` sets it")
    with buckets.versity() as address:
        yield address


def _place(kind: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    if kind == "folder":
        return places.make(kind, tmp_path, None)
    address = request.getfixturevalue(f"{kind}_address")
    for name, value in buckets.environment(address).items():
        monkeypatch.setenv(name, value)
    return places.make(kind, tmp_path, address)


@pytest.fixture(params=places.KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place for an archive: the test runs once on each kind."""
    return _place(request.param, request, tmp_path, monkeypatch)


@pytest.fixture(params=["folder", "bucket"])
def run_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place for whole runs: a folder, and a bucket on a real S3 server, on moto's where there is no real one."""
    bucket = "s3" if buckets.SERVER_VARIABLE in os.environ else "moto"
    return _place(bucket if request.param == "bucket" else "folder", request, tmp_path, monkeypatch)


@pytest.fixture
def s3_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place in a bucket on a real S3 server."""
    return _place("s3", request, tmp_path, monkeypatch)


@pytest.fixture
def moto_place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place in a bucket on moto's server."""
    return _place("moto", request, tmp_path, monkeypatch)


@pytest.fixture
def store(place: Place) -> Store:
    """An empty archive, made ready, on each kind of place."""
    made = place.store
    made.prepare()
    return made


@pytest.fixture
def accepts(tmp_path: Path) -> Callable[[Path | Place], None]:
    """Assert that the independent validator (ocfl-py) finds neither error nor warning in an archive's storage root."""
    tool = os.environ.get("READOUTS_OCFL_VALIDATOR")

    def check(where: Path | Place) -> None:
        archive = where.as_folder(tmp_path) if isinstance(where, Place) else where
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
