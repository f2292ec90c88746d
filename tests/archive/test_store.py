"""What every store promises, held on a folder, on moto's server and on a real S3 server alike."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import frame, ocfl
from archive.errors import ArchiveError
from archive.folder import FolderStore
from archive.kept import inventory_of
from archive.store import JournalEntry, Store
from tests.places import Place

_NOW = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_PATH = "jp/105-takaichi/2026-02-26/26italy"


def _entry() -> JournalEntry:
    return JournalEntry(f".staging/journal/{uuid.uuid4().hex}.json", b"{}")


def _put(store: Store, path: str, files: dict[str, bytes], day: int = 0) -> str:
    previous = inventory_of(store, path) if store.read(f"ocfl/{path}/inventory.json") else None
    update, inventory = ocfl.new_version(path, previous, files, _NOW + timedelta(days=day), "test")
    assert store.commit([update], _entry()) == [True]
    return inventory.head


def test_versions_validate_and_hold_what_was_put_in(
    place: Place, store: Store, accepts: Callable[[Place], None]
) -> None:
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
    accepts(place)


def test_many_objects_in_one_batch(place: Place, store: Store, accepts: Callable[[Place], None]) -> None:
    updates = [
        ocfl.new_version(f"jp/{n % 3}-x/2026-01-0{n % 7 + 1}/p{n}", None, {"record.json": b"%d" % n}, _NOW, "t")[0]
        for n in range(40)
    ]
    assert store.commit(updates, _entry()) == [True] * 40
    left = [key for key in store.keys(frame.STAGING) if not key.startswith(frame.JOURNAL)]
    assert left in ([f"{frame.STAGING}/lock"], [])
    accepts(place)


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


def test_another_writer_is_noticed(store: Store) -> None:
    _put(store, _PATH, {"record.json": b"1"})
    before = inventory_of(store, _PATH)
    _put(store, _PATH, {"record.json": b"2"})
    late, _ = ocfl.new_version(_PATH, before, {"record.json": b"3"}, _NOW, "late")
    assert store.commit([late], _entry()) == [False]
    assert inventory_of(store, _PATH).head == "v2"


def test_keys_are_created_once_and_replaced_on_a_condition(store: Store) -> None:
    assert store.read("state/a.json") is None
    assert store.create("state/a.json", b"1")
    assert not store.create("state/a.json", b"2")
    assert store.read("state/a.json") == b"1"
    assert not store.replace("state/a.json", b"3", b"2")
    assert not store.replace("state/a.json", b"3", None)
    assert store.replace("state/a.json", b"3", b"1")
    assert not store.replace("state/b.json", b"3", b"1")
    assert store.replace("state/b.json", b"4", None)
    store.restore("state/b.json", b"5")
    assert store.read("state/b.json") == b"5"
    assert list(store.keys("state")) == ["state/a.json", "state/b.json"]
    store.remove("state/a.json")
    store.remove("state/a.json")
    assert list(store.keys("state")) == ["state/b.json"]


def test_another_instance_replaces_what_it_read(place: Place, store: Store) -> None:
    store.create("state/a.json", b"1")
    assert place.store.replace("state/a.json", b"2", b"1")
    assert store.replace("state/a.json", b"3", b"2")


def test_of_writers_that_reach_for_one_version_one_gets_it(place: Place, store: Store) -> None:
    if place.kind == "moto":
        pytest.skip("moto checks a condition and writes in two steps, so that of two writers at once both may win")
    updates = [ocfl.new_version(_PATH, None, {"record.json": b"%d" % n}, _NOW, str(n))[0] for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda update: store.commit([update], _entry()), updates))
    assert sum(won for (won,) in done) == 1
    inventory = inventory_of(store, _PATH)
    winner = next(n for n, (won,) in enumerate(done) if won)
    assert (inventory.versions, inventory.message("v1")) == (["v1"], str(winner))
    assert store.read(f"ocfl/{_PATH}/v1/content/record.json") == b"%d" % winner


def test_the_journal_holds_what_is_committed_until_it_is_closed(store: Store) -> None:
    entry = JournalEntry(f"{frame.JOURNAL}/x.json", b"{}")
    store.commit([ocfl.new_version(_PATH, None, {"record.json": b"1"}, _NOW, "t")[0]], entry)
    (found,) = store.journal()
    assert found == entry
    store.close([found, found])
    assert store.journal() == []


def test_a_newer_form_is_refused(place: Place, store: Store) -> None:
    store.restore(frame.FORM_KEY, b'{"form": "readouts.archive.v2"}')
    before = place.kept()
    for use in (store.prepare, lambda: frame.check(store)):
        with pytest.raises(ArchiveError, match=r"readouts\.archive\.v2; this readouts knows"):
            use()
    assert place.kept() == before


def test_a_newer_ocfl_is_refused(store: Store) -> None:
    store.remove(frame.DECLARATION)
    store.create("ocfl/0=ocfl_2.0", b"ocfl_2.0\n")
    with pytest.raises(ArchiveError, match="of a newer form"):
        frame.check(store)
    with pytest.raises(ArchiveError):
        store.prepare()


def test_a_place_with_other_things_in_it_is_left_alone(place: Place) -> None:
    store = place.store
    if isinstance(store, FolderStore):
        store.root.mkdir()
        (store.root / "holiday.jpg").write_bytes(b"x")
    else:
        store.restore("holiday.jpg", b"x")
    with pytest.raises(ArchiveError, match="no archive"):
        store.prepare()
    assert list(store.keys("")) == ["holiday.jpg"]
