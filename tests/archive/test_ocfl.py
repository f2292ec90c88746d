"""OCFL objects: what is written validates, holds what was put in, and changes in one step."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import ocfl
from archive.errors import ArchiveError, NoArchiveError
from archive.folder import FolderStore
from archive.store import JournalEntry, ObjectUpdate, checked_key, open_store
from archive.versions import inventory_of

_NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_ENTRY = JournalEntry(".staging/journal/test.json", b"{}")
_PATH = "jp/105-takaichi/2026-02-26/26italy"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    made = FolderStore(tmp_path / "archive")
    made.prepare()
    return made


def _put(store: FolderStore, path: str, files: dict[str, bytes], day: int = 0) -> str:
    previous = inventory_of(store, path) if store.read(f"ocfl/{path}/inventory.json") else None
    update, version = ocfl.new_version(path, previous, files, _NOW + timedelta(days=day), "test")
    assert store.commit([update], _ENTRY) == [True]
    return version


def test_versions_validate_and_hold_what_was_put_in(store: FolderStore, accepts: Callable[[Path], None]) -> None:
    assert _put(store, _PATH, {"record.json": b"1", "capture.warc.gz": b"a"}) == "v1"
    assert _put(store, _PATH, {"record.json": b"2", "capture.warc.gz": b"a"}) == "v2"
    assert _put(store, _PATH, {"record.json": b"1", "capture.warc.gz": b"c"}) == "v3"
    inventory = inventory_of(store, _PATH)
    read = [
        [store.read(inventory.content_key(version, name) or "") for name in ("record.json", "capture.warc.gz")]
        for version in inventory.versions
    ]
    assert read == [[b"1", b"a"], [b"2", b"a"], [b"1", b"c"]]
    # What an earlier version holds is not stored again.
    assert inventory.content_key("v2", "capture.warc.gz") == f"ocfl/{_PATH}/v1/content/capture.warc.gz"
    assert inventory.content_key("v3", "record.json") == f"ocfl/{_PATH}/v1/content/record.json"
    accepts(store.root)


def test_many_objects_in_one_batch(store: FolderStore, accepts: Callable[[Path], None]) -> None:
    updates = [
        ocfl.new_version(f"jp/{n % 3}-x/2026-01-0{n % 7 + 1}/p{n}", None, {"record.json": b"%d" % n}, _NOW, "t")[0]
        for n in range(40)
    ]
    assert store.commit(updates, _ENTRY) == [True] * 40
    assert sorted(path.name for path in (store.root / ".staging").iterdir()) == ["journal", "lock"]
    accepts(store.root)


@given(st.lists(st.lists(st.sampled_from([b"a", b"b", b"c", b""]), min_size=1, max_size=3), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_reads_back(history: list[list[bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(Path(folder) / "a")
        store.prepare()
        for contents in history:
            _put(store, _PATH, {f"f{n}": data for n, data in enumerate(contents)})
        inventory = inventory_of(store, _PATH)
        assert len(inventory.versions) == len(history)
        for version, contents in zip(inventory.versions, history, strict=True):
            for n, data in enumerate(contents):
                assert store.read(inventory.content_key(version, f"f{n}") or "") == data


def test_another_writer_is_noticed(store: FolderStore) -> None:
    _put(store, _PATH, {"record.json": b"1"})
    before = inventory_of(store, _PATH)
    _put(store, _PATH, {"record.json": b"2"})
    late, _ = ocfl.new_version(_PATH, before, {"record.json": b"3"}, _NOW, "late")
    assert store.commit([late], _ENTRY) == [False]
    assert inventory_of(store, _PATH).head == "v2"


def test_content_paths_cannot_leave_the_object() -> None:
    raw = (
        b'{"id":"urn:readouts:jp/x","type":"https://ocfl.io/1.1/spec/#inventory","head":"v1","manifest":{"00":["../../etc/x"]},'
        b'"versions":{"v1":{"state":{"00":["record.json"]}}}}'
    )
    with pytest.raises(ArchiveError, match="outside the object"):
        ocfl.parse("jp/x", raw).content_key("v1", "record.json")


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b'{"type":"https://ocfl.io/9.9/spec/#inventory"}', b"\xff"])
def test_unsound_inventories_are_refused(raw: bytes) -> None:
    with pytest.raises(ArchiveError):
        ocfl.parse("jp/x", raw)


@pytest.mark.parametrize("key", ["../x", "a/../b", "/etc/passwd", "a//b", "", "a b", "a\x00", "é", "."])
def test_keys_are_checked(key: str) -> None:
    with pytest.raises(ArchiveError):
        checked_key(key)


def test_a_folder_that_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(NoArchiveError, match="not empty"):
        FolderStore(tmp_path).prepare()
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_read_only_folder_is_said_so(store: FolderStore, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    store.root.chmod(0o500)
    with pytest.raises(ArchiveError, match="not allowed"):
        _put(store, _PATH, {"record.json": b"1"})


def test_something_else_in_the_way(store: FolderStore) -> None:
    (store.root / "ocfl" / "jp").mkdir()
    (store.root / "ocfl" / "jp" / "x").write_text("hello")
    with pytest.raises(ArchiveError):
        store.commit([ObjectUpdate("jp/x", {"a": b"1"}, None)], _ENTRY)
    assert (store.root / "ocfl" / "jp" / "x").read_text() == "hello"


def test_only_folders_are_known() -> None:
    with pytest.raises(ArchiveError, match="not supported"):
        open_store("ftp://x/y")
