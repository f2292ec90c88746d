"""Records read again by better parsers: what is told otherwise is a version, what is not stays as it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive import rebuild
from archive.folder import FolderStore
from archive.kept import inventory_of, record_of
from archive.store import Store
from connectors.sources import jp_kantei
from pipelines import steps
from pipelines.normalise import record as records
from readouts.cli import readouts
from tests.archive.making import archived
from tests.whole import crashing

_ID = "jp/105-takaichi/2026-02-26/"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("READOUTS_CACHE", str(tmp_path / "cache"))
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    return store


def _reprocess(store: Store, *args: str, code: int = 0) -> Any:
    done = CliRunner().invoke(
        readouts, ["reprocess", "--archive", store.uri, "--json", *args], standalone_mode=False, catch_exceptions=False
    )
    assert done.return_value == code, done.output
    return json.loads(done.stdout)


def _as_before(monkeypatch: pytest.MonkeyPatch, store: Store, *names: str) -> None:
    """Archive pages with a parser that did not tell topics yet."""
    with monkeypatch.context() as before:
        before.setattr(records, "subjects", lambda points, language: [])
        before.setattr(jp_kantei, "VERSION", jp_kantei.VERSION - 1)
        archived(store, names, first="Prime Minister Meloni spoke of Ukraine and {name}.")


def _everything(root: str) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path(root).rglob("*")) if path.is_file()}


def test_what_is_told_otherwise_is_a_version_of_the_same_capture(
    store: Store, monkeypatch: pytest.MonkeyPatch, accepts: Callable[[Path], None]
) -> None:
    _as_before(monkeypatch, store, "italy", "france")
    done = _reprocess(store)
    assert done["looked_into"] == 2
    assert done["changes"] == [
        {"record": _ID + name, "version": "v2", "properties": ["topics"]} for name in ("france", "italy")
    ]
    inventory = inventory_of(store, _ID + "italy")
    old, new = (record_of(store, inventory, version) for version in ("v1", "v2"))
    assert (old["topics"], [tag["topic"] for tag in new["topics"]]) == ([], ["ukraine"])
    assert new["provenance"]["change"] == "reprocessed"
    came = ("captured_at", "capture_digest", "content_digest", "requested_url", "media_type")
    assert [old["provenance"][name] for name in came] == [new["provenance"][name] for name in came]  # type: ignore[literal-required]
    assert {inventory.content_key(v, "capture.warc.gz") for v in ("v1", "v2")} == {
        f"ocfl/{_ID}italy/v1/content/capture.warc.gz"
    }
    accepts(Path(store.uri))
    # A second time does nothing twice, however it is asked.
    before = _everything(store.uri)
    for asked in ((), ("italy",), ("--source", "jp-kantei")):
        assert _reprocess(store, *asked)["changes"] == []
    assert _reprocess(store)["looked_into"] == 0
    assert {name: data for name, data in _everything(store.uri).items() if name in before} == before
    again = _reprocess(store, "--again")
    assert (again["looked_into"], again["changes"]) == (2, [])


def test_a_dry_run_writes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _as_before(monkeypatch, store, "italy")
    before = _everything(store.uri)
    done = _reprocess(store, "--dry-run")
    assert done["changes"] == [{"record": _ID + "italy", "version": None, "properties": ["topics"]}]
    assert _everything(store.uri) == before


def test_points_that_are_read_better_are_no_revision(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = jp_kantei.parse
    with monkeypatch.context() as before:
        before.setattr(jp_kantei, "parse", lambda *given: replace(parse(*given), points=parse(*given).points[:1]))
        before.setattr(jp_kantei, "VERSION", jp_kantei.VERSION - 1)
        archived(store, ["italy"])
    (change,) = _reprocess(store)["changes"]
    assert "points" in change["properties"]
    inventory = inventory_of(store, _ID + "italy")
    assert [record_of(store, inventory, v)["provenance"]["change"] for v in inventory.versions] == [
        "created",
        "reprocessed",
    ]
    # The page itself, seen again, has nothing new.
    (outcome,) = archived(store, ["italy"], day=1)
    assert outcome.result == "unchanged"


def test_a_page_seen_again_is_told_as_today(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _as_before(monkeypatch, store, "italy")
    (outcome,) = archived(store, ["italy"], first="Prime Minister Meloni spoke of Ukraine and {name}.", day=1)
    assert (outcome.result, outcome.version) == ("reprocessed", "v2")
    assert _reprocess(store)["looked_into"] == 0


def test_what_can_no_longer_be_read_stays_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _as_before(monkeypatch, store, "france", "italy")
    parse = jp_kantei.parse

    def stumbling(content: bytes, url: str, *more: Any) -> Any:
        if "france" in url:
            raise LookupError("a fault of ours")
        return parse(content, url, *more)

    monkeypatch.setattr(jp_kantei, "parse", stumbling)
    done = _reprocess(store, code=3)
    assert [change["record"] for change in done["changes"]] == [_ID + "italy"]
    assert "a fault of ours" in done["problems"][0]
    assert inventory_of(store, _ID + "france").versions == ["v1"]
    assert not list(store.keys("quarantine"))


@pytest.mark.parametrize("file", ["v1/content/capture.warc.gz", "inventory.json"])
@pytest.mark.parametrize("altered", [b"", b"WARC/1.0\r\nnonsense", None])
def test_one_damaged_record_is_told_and_the_rest_goes_on(
    store: Store, monkeypatch: pytest.MonkeyPatch, file: str, altered: bytes | None
) -> None:
    _as_before(monkeypatch, store, "italy", "france")
    path = Path(store.uri) / f"ocfl/{_ID}france" / file
    sound = path.read_bytes()
    if altered is None:
        path.unlink()
    else:
        path.write_bytes(altered)
    done = _reprocess(store, code=3)
    assert [change["record"] for change in done["changes"]] == [_ID + "italy"]
    assert "france" in done["problems"][0]
    # Once it is mended it is looked into, the others are not again.
    path.write_bytes(sound)
    done = _reprocess(store)
    assert (done["looked_into"], [change["record"] for change in done["changes"]]) == (1, [_ID + "france"])


def test_what_is_known_of_a_page_may_be_damaged(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another source's records are read again all the same; this one's once its state is made anew."""
    _as_before(monkeypatch, store, "italy")
    (file,) = Path(store.uri).glob("state/*/pages/*.json")
    file.write_bytes(b"{")
    done = _reprocess(store, code=3)
    assert done["changes"] == []
    assert "not sound JSON (readouts repair makes it anew)" in done["problems"][0]
    rebuild.fill_in(store)
    assert [change["record"] for change in _reprocess(store)["changes"]] == [_ID + "italy"]


def test_what_is_archived_meanwhile_is_not_outrun(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _as_before(monkeypatch, store, "italy")
    archive = steps.archive

    def after_a_revision(*given: Any) -> Any:
        monkeypatch.setattr(steps, "archive", archive)
        archived(store, ["italy"], first="The page was revised.", day=1)
        return archive(*given)

    monkeypatch.setattr(steps, "archive", after_a_revision)
    assert _reprocess(store)["changes"] == []
    inventory = inventory_of(store, _ID + "italy")
    changes = [record_of(store, inventory, v)["provenance"]["change"] for v in inventory.versions]
    assert changes == ["created", "revised"]


def test_cut_off_anywhere_it_ends_as_an_undisturbed_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepts: Callable[[Path], None]
) -> None:
    _as_before(monkeypatch, store, "italy", "france")
    whole = tmp_path / "whole"
    shutil.copytree(store.uri, whole)
    operations = crashing.read_again(str(whole), tmp_path / "cache")
    wanted = crashing.content(FolderStore(whole))
    assert operations is not None
    for stop_at in range(operations):
        archive = tmp_path / str(stop_at)
        shutil.copytree(store.uri, archive)
        assert crashing.read_again(str(archive), tmp_path / "cache", stop_at=stop_at) is None
        crashing.read_again(str(archive), tmp_path / "cache")
        assert crashing.difference(wanted, crashing.content(FolderStore(archive))) == [], stop_at
        accepts(archive)
