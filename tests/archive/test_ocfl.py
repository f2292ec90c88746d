"""OCFL objects in a folder: inventories are read with care, and what is in the way is told."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive import ocfl
from archive.errors import ArchiveError
from archive.folder import FolderStore
from archive.kept import inventory_of
from archive.store import JournalEntry, ObjectUpdate, checked_key, open_store

_NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_PATH = "jp/105-takaichi/2026-02-26/26italy"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    made = FolderStore(tmp_path / "archive")
    made.prepare()
    return made


def _entry() -> JournalEntry:
    return JournalEntry(f".staging/journal/{uuid.uuid4().hex}.json", b"{}")


def _put(store: FolderStore, path: str, files: dict[str, bytes]) -> None:
    assert store.commit([ocfl.new_version(path, None, files, _NOW, "test")[0]], _entry()) == [True]


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
        store.commit([ObjectUpdate("jp/x", {"a": b"1"}, None)], _entry())
    assert (store.root / "ocfl" / "jp" / "x").read_text() == "hello"


def test_only_folders_are_known() -> None:
    with pytest.raises(ArchiveError, match="not supported"):
        open_store("ftp://x/y")


def test_a_link_in_the_archive_is_not_followed(store: FolderStore, tmp_path: Path) -> None:
    _put(store, _PATH, {"record.json": b"1"})
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    path = store.root / "ocfl" / _PATH / "v1" / "content" / "record.json"
    path.unlink()
    path.symlink_to(secret)
    with pytest.raises(ArchiveError, match="symbolic link"):
        store.read(f"ocfl/{_PATH}/v1/content/record.json")


def test_nothing_is_written_through_a_link(store: FolderStore, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (store.root / "ocfl" / "jp").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ArchiveError, match="leads out of the archive"):
        _put(store, _PATH, {"record.json": b"1"})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_is_built_on_an_inventory_that_was_altered(store: FolderStore) -> None:
    _put(store, _PATH, {"record.json": b"1"})
    path = store.root / "ocfl" / _PATH / "inventory.json"
    path.write_bytes(path.read_bytes().replace(b'"test"', b'"tent"'))
    altered = inventory_of(store, _PATH)
    update, _ = ocfl.new_version(_PATH, altered, {"record.json": b"2"}, _NOW, "test")
    with pytest.raises(ArchiveError, match="it was altered"):
        store.commit([update], _entry())
    assert not (store.root / "ocfl" / _PATH / "v2").exists()
