"""Repairing: harm is undone, from what is there or from a copy, byte for byte; what cannot be is left and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive import frame, log, ocfl, repair, replica
from archive.audit import audit
from archive.errors import ArchiveError
from archive.folder import FolderStore
from archive.state import SourceState
from archive.store import Store
from tests import places
from tests.archive.making import BASE, archived
from tests.archive.test_audit import _HARM, _OBJECT, _codes
from tests.places import Place

_RUN = "20260312T000000Z-00000000"
_FOREIGN = ("a file is added",)
_WITHOUT_A_COPY = {
    "the inventory is removed",
    "the inventory is edited",
    "an old inventory is edited",
    "the declaration is removed",
    "the log is cut off",
    "the form is not said",
}


@pytest.fixture
def full(store: Store) -> Store:
    archived(store, ["a", "b", "c", "d", "e", "x"], broken=["x"])
    archived(store, ["b"], first="Prime Minister Meloni asked about {name}.", day=1)
    return store


@pytest.mark.parametrize("harm", [name for name in _HARM if not name.startswith(_FOREIGN)])
def test_harm_is_undone_from_a_copy(full: Store, place: Place, tmp_path: Path, harm: str) -> None:
    copy = FolderStore(tmp_path / "copy")
    replica.copy(full, copy)
    before = place.kept()
    _HARM[harm][0](full)
    done = repair.repair(full, copy, _RUN)
    assert done.after is not None
    assert done.after.faults == [], done.after.faults
    assert place.kept() == before
    assert done.done


@pytest.mark.parametrize("harm", sorted(_WITHOUT_A_COPY))
def test_harm_to_what_is_derived_is_undone_without_a_copy(full: Store, place: Place, harm: str) -> None:
    before = place.kept()
    _HARM[harm][0](full)
    done = repair.repair(full, None, _RUN)
    assert done.after is not None
    assert done.after.faults == [], done.after.faults
    if harm != "the log is cut off":  # its event is told anew, in a segment of another run
        assert place.kept() == before


def test_content_that_is_lost_for_good_is_left_and_told(full: Store, place: Place) -> None:
    full.remove(f"ocfl/{_OBJECT}/v1/content/record.json")
    before = place.kept()
    done = repair.repair(full, None, _RUN)
    assert done.after is not None
    assert _codes(done.after) == {"E092"}
    assert place.kept() == before


def test_a_copy_that_is_damaged_itself_is_not_believed(full: Store, tmp_path: Path) -> None:
    copy = FolderStore(tmp_path / "copy")
    replica.copy(full, copy)
    key = f"ocfl/{_OBJECT}/v1/content/record.json"
    full.restore(key, b"{}")
    copy.restore(key, b"[]")
    done = repair.repair(full, copy, _RUN)
    assert done.after is not None
    assert _codes(done.after) == {"E092"}
    assert full.read(key) == b"{}"


@pytest.mark.parametrize("harm", [name for name in _HARM if name.startswith(_FOREIGN)])
def test_what_belongs_to_nothing_is_never_removed(full: Store, place: Place, harm: str) -> None:
    _HARM[harm][0](full)
    before = sorted(place.files())
    done = repair.repair(full, None, _RUN)
    assert done.after is not None
    assert done.after.faults
    assert set(before) <= set(place.files())


def test_state_is_filled_in_from_what_is_kept(full: Store) -> None:
    before = {name: SourceState(full, "jp-kantei").page(f"{BASE}{name}.html") for name in ("a", "b", "x")}
    for key in list(full.keys("state")):
        full.remove(key)
    full.create("state/jp-kantei/feeds.json", b"{")
    repair.repair(full, None, _RUN)
    state = SourceState(full, "jp-kantei")
    for name, page in before.items():
        found = state.page(f"{BASE}{name}.html")
        assert found is not None
        assert page is not None
        assert (found.standing, found.record, found.content) == (page.standing, page.record, page.content)
    assert log.last(full) == 2
    # A run that sees the same pages again finds nothing new.
    assert [outcome.result for outcome in archived(full, ["a", "c"], day=3)] == ["unchanged", "unchanged"]


# Copies


def _same(one: Place, other: Place) -> bool:
    def files(place: Place) -> list[tuple[str, bytes]]:
        return sorted(item for item in place.files() if not item[0].startswith(frame.STAGING))

    return files(one) == files(other)


@pytest.mark.parametrize("kind", ["folder", "bucket"])
def test_a_copy_is_the_same_and_grows_with_its_source(
    full: Store, place: Place, tmp_path: Path, kind: str, accepts: Callable[[Any], None]
) -> None:
    if kind == "bucket" and place.kind == "folder":
        pytest.skip("needs a server; buckets are copied to folders and to buckets")
    copy = Place("folder", str(tmp_path / "copy")) if kind == "folder" else places.beside(place, tmp_path, "copy")
    first = replica.copy(full, copy.store)
    assert (first.objects, first.versions, first.segments, first.problems) == (5, 6, 2, [])
    assert _same(place, copy)
    accepts(copy)
    archived(full, ["a"], first="Prime Minister Meloni thanked for {name}.", day=2)
    again = replica.copy(full, copy.store)
    assert (again.objects, again.versions, again.segments) == (1, 1, 1)
    assert _same(place, copy)
    nothing = replica.copy(full, copy.store)
    assert (nothing.objects, nothing.segments, nothing.files) == (0, 0, 0)
    # And back again, into a new place.
    back = places.beside(place, tmp_path, "back")
    replica.copy(copy.store, back.store)
    assert _same(place, back)


def test_an_archive_of_its_own_is_no_copy(full: Store, tmp_path: Path) -> None:
    other = FolderStore(tmp_path / "other")
    other.prepare()
    archived(other, ["z"])
    with pytest.raises(ArchiveError, match="is no copy of"):
        replica.copy(full, other)
    assert audit.of_archive(other).objects == 1


def test_what_is_damaged_is_not_copied(full: Store, tmp_path: Path) -> None:
    full.restore(f"ocfl/{_OBJECT}/v1/content/record.json", b"{}")
    copy = FolderStore(tmp_path / "copy")
    done = replica.copy(full, copy)
    assert len(done.problems) == 1
    assert "is not what the manifest says" in done.problems[0]
    # What was copied by then is sound, but for what the log does not tell of yet.
    assert _codes(audit.of_archive(copy)) <= {"L008"}


def test_earlier_inventories_are_found_again_in_later_ones(full: Store) -> None:
    raw = full.read(f"ocfl/{_OBJECT}/inventory.json")
    assert raw is not None
    inventory = ocfl.parse(_OBJECT, raw)
    assert ocfl.inventory_at(inventory, "v1") == full.read(f"ocfl/{_OBJECT}/v1/inventory.json")
