"""Crash safety: a run stopped after any storage operation, a server that fails, a disk that fills up.

Whatever happened, the archive validates at once, and the next run ends where an undisturbed one does.
"""

from __future__ import annotations

import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive.audit import audit
from archive.errors import ArchiveError
from pipelines.ingest import ingest
from pipelines.items import RunClock
from tests import proxy
from tests.places import Place
from tests.serving import Server
from tests.whole import crashing
from tests.whole.crashing import Site

_SHARES = 4
_FULL = "the disk is full .free some space"
_ENOUGH = 64
"""Kilobytes with which a run may come through, or not; with less it cannot."""

_CHANGES = {"created": 5, "revised": 1, "withdrawn": 1, "relocated": 1}


@pytest.fixture
def site(server: Server) -> Site:
    return Site(server)


def _copied(place: Place, scratch: Path) -> Place:
    """The archive once more, byte for byte."""
    if place.kind == "folder":
        folder = scratch / uuid.uuid4().hex
        shutil.copytree(place.uri, folder)
        return Place("folder", str(folder))
    copy = Place(place.kind, f"{place.uri.rpartition('/')[0]}/{uuid.uuid4().hex}")
    store = copy.store
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda item: store.restore(*item), place.files()))
    return copy


def _reaches_the_same(
    place: Place, site: Site, expected: dict[str, object], why: str, *, once_more: bool = True
) -> None:
    """The archive validates as it is; after the next run it holds what an undisturbed one does; then nothing is new."""
    report = audit.of_archive(place.store)
    assert report.sound, (why, report.faults)
    assert crashing.run(place.uri, site.source(), 2) is not None
    report = audit.of_archive(place.store)
    assert (report.faults, report.pending) == ([], 0), (why, report.faults)
    assert crashing.content(place.store) == expected, why
    if once_more:
        before = place.kept()
        assert crashing.run(place.uri, site.source(), 2) is not None
        assert place.kept() == before, why


@pytest.mark.parametrize("share", range(_SHARES))
def test_stopped_after_every_single_operation(
    run_place: Place, site: Site, tmp_path: Path, accepts: Callable[[Path], None], share: int
) -> None:
    site.first_day()
    crashing.run(run_place.uri, site.source(), 1)
    site.second_day()
    undisturbed = _copied(run_place, tmp_path)
    operations = crashing.run(undisturbed.uri, site.source(), 2)
    assert operations is not None
    assert operations > 30
    expected = crashing.content(undisturbed.store)
    changes = [event["data"]["change"] for event in expected["log"]]
    assert {change: changes.count(change) for change in changes} == _CHANGES
    for number in range(share, operations, _SHARES):
        place = _copied(run_place, tmp_path)
        crashing.run(place.uri, site.source(), 2, stop_at=number)
        if place.kind == "folder" and number % 5 == 0:
            accepts(Path(place.uri))
        why = f"stopped before operation {number} of {operations}"
        _reaches_the_same(place, site, expected, why, once_more=number % 5 == 0)


@pytest.mark.parametrize("share", range(2))
def test_the_very_first_run_stopped_after_every_operation(
    run_place: Place, site: Site, tmp_path: Path, share: int
) -> None:
    site.second_day()
    operations = crashing.run(run_place.uri, site.source(), 2)
    assert operations is not None
    expected = crashing.content(run_place.store)
    for number in range(share, min(operations, 40), 2):
        uri = str(tmp_path / f"first{number}") if run_place.kind == "folder" else f"{run_place.uri}-{number}"
        place = Place(run_place.kind, uri)
        crashing.run(place.uri, site.source(), 2, stop_at=number)
        if place.store.read("ocfl/0=ocfl_1.1") is None:
            assert crashing.run(place.uri, site.source(), 2) is not None
        why = f"stopped before operation {number} of {operations}"
        _reaches_the_same(place, site, expected, why, once_more=number % 5 == 0)


@pytest.mark.parametrize(("seed", "rate"), [(1, 0.05), (2, 0.1), (3, 0.2), (4, 0.8)])
def test_a_server_that_fails(
    site: Site,
    tmp_path: Path,
    s3_place: Place,
    s3_address: str,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    rate: float,
) -> None:
    site.first_day()
    crashing.run(s3_place.uri, site.source(), 1)
    site.second_day()
    undisturbed = _copied(s3_place, tmp_path)
    crashing.run(undisturbed.uri, site.source(), 2)
    expected = crashing.content(undisturbed.store)
    with proxy.in_front_of(s3_address) as between:
        between.decide = proxy.at_random(seed, rate)
        with monkeypatch.context() as through:
            through.setenv("AWS_ENDPOINT_URL", between.address)
            through.setenv("READOUTS_S3_TIMEOUT", "1")
            ended = crashing.start(s3_place.uri, site.source(), 2)
            ended.join(200)
        assert between.faults
        assert ended.exitcode in (0, crashing.EXPLAINED)  # it came through, or it said that the server fails
        if rate <= 0.1:
            assert ended.exitcode == 0
    _reaches_the_same(s3_place, site, expected, f"{between.faults}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A real file system of so many kilobytes (tmpfs), if this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def make(kilobytes: int) -> Path:
        options = f"size={kilobytes}k" + (",remount" if folder.is_mount() else "")
        command = ["mount", "-t", "tmpfs", "-o", options, "readouts-test", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this user may not mount a small file system to fill up")
        return folder

    yield make
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(small_disk: Callable[[int], Path], site: Site, tmp_path: Path) -> None:
    site.first_day()
    folder = small_disk(4096)
    place = Place("folder", str(folder / "archive"))
    crashing.run(place.uri, site.source(), 1)
    site.second_day()
    undisturbed = _copied(place, tmp_path)
    crashing.run(undisturbed.uri, site.source(), 2)
    expected = crashing.content(undisturbed.store)
    shutil.copytree(place.uri, tmp_path / "original")
    used = shutil.disk_usage(folder).used // 1024
    for spare in (4, 8, 16, 24, 32, 48, 64, 96, 128, 192):
        shutil.rmtree(place.uri)
        shutil.copytree(tmp_path / "original", place.uri)
        small_disk(used + spare)
        with suppress(ArchiveError) if spare > _ENOUGH else pytest.raises(ArchiveError, match=_FULL):
            _in_process(place, site)
        report = audit.of_archive(place.store)
        assert report.sound, (spare, report.faults)
        small_disk(4096)
        _reaches_the_same(place, site, expected, f"{spare} KB were left")


def _in_process(place: Place, site: Site) -> None:
    ingest(place.uri, [site.source()], clock=RunClock(crashing.FIRST + timedelta(days=1) - datetime.now(UTC)))


def test_a_read_only_disk(small_disk: Callable[[int], Path], site: Site) -> None:
    site.first_day()
    folder = small_disk(4096)
    place = Place("folder", str(folder / "archive"))
    crashing.run(place.uri, site.source(), 1)
    site.second_day()
    before = place.kept()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    with pytest.raises(ArchiveError, match="not allowed to write here"):
        _in_process(place, site)
    assert place.kept() == before
    assert audit.of_archive(place.store).faults == []  # an audit writes nothing
