"""The audit: sound archives pass, and whatever is done to one is named."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from archive import frame, log, note, ocfl
from archive.audit import audit
from archive.audit.audit import Report
from archive.audit.faults import MEANINGS
from archive.errors import ArchiveError, NoArchiveError
from archive.folder import FolderStore
from archive.note import Checkpoint, Signer
from archive.store import Store
from tests.archive.making import archived
from tests.places import Place

_OBJECT = "jp/105-takaichi/2026-02-26/b"


@pytest.fixture
def full(store: Store) -> Store:
    """An archive of five records, one with two versions, and a page in quarantine, in two runs."""
    archived(store, ["a", "b", "c", "d", "e", "x"], broken=["x"])
    archived(store, ["b"], first="Prime Minister Meloni asked about {name}.", day=1)
    return store


def _codes(report: Report) -> set[str]:
    return {fault.code for fault in report.faults}


def test_a_sound_archive(full: Store) -> None:
    report = audit.of_archive(full)
    assert report.faults == []
    counted = (report.objects, report.versions, report.events, report.segments, report.quarantined, report.pending)
    assert counted == (5, 6, 6, 2, 1, 0)
    assert audit.of_log(full).faults == []


def _edit(store: Store, key: str, change: Callable[[bytes], bytes]) -> None:
    store.restore(key, change(store.read(key) or b""))


def _renumber(store: Store, one: int, other: int) -> None:
    first, second = store.read(log.key(one)) or b"", store.read(log.key(other)) or b""
    store.restore(log.key(one), second)
    store.restore(log.key(other), first)


def _rewrite_second_segment(store: Store) -> None:
    """Take an event out of the last segment, and mend the chain and the tree, as somebody who knows how would."""
    previous = log.read(store, 1)
    segment = orjson.loads(store.read(log.key(2)) or b"")
    assert previous is not None
    event = {**segment["events"][0], "data": {**segment["events"][0]["data"], "title": "Another"}}
    tree = previous.tree.grown(log.leaf_hashes([event]))
    segment |= {
        "events": [event],
        "tree": {"size": tree.size, "subtrees": [root.hex() for root in tree.roots]},
        "checkpoint": note.sign(str(Checkpoint(log.UNNAMED, tree.size, tree.root)), []),
    }
    store.restore(log.key(2), orjson.dumps(segment))


_HARM: dict[str, tuple[Callable[[Store], Any], set[str]]] = {
    "a record is edited": (
        lambda s: _edit(s, f"ocfl/{_OBJECT}/v1/content/record.json", lambda d: d.replace(b"Italy", b"Itaiy")),
        {"E092"},
    ),
    "a capture is cut short": (
        lambda s: _edit(s, f"ocfl/{_OBJECT}/v2/content/capture.warc.gz", lambda d: d[:-1]),
        {"E092"},
    ),
    "a record is removed": (lambda s: s.remove(f"ocfl/{_OBJECT}/v1/content/record.json"), {"E092"}),
    "the inventory is removed": (lambda s: s.remove(f"ocfl/{_OBJECT}/inventory.json"), {"E063", "L006"}),
    "the inventory is edited": (
        lambda s: _edit(s, f"ocfl/{_OBJECT}/inventory.json", lambda d: d.replace(b"revised:", b"created:")),
        {"E060", "E064"},
    ),
    "an old inventory is edited": (
        lambda s: _edit(s, f"ocfl/{_OBJECT}/v1/inventory.json", lambda d: d.replace(b"created:", b"revised:")),
        {"E060", "W011"},
    ),
    "the declaration is removed": (lambda s: s.remove(f"ocfl/{_OBJECT}/{ocfl.DECLARATION}"), {"E072", "L006"}),
    "a file is added to a version": (lambda s: s.create(f"ocfl/{_OBJECT}/v1/content/more.txt", b"x"), {"E023"}),
    "a file is added to an object": (lambda s: s.create(f"ocfl/{_OBJECT}/more.txt", b"x"), {"E001"}),
    "a file is added to the hierarchy": (lambda s: s.create("ocfl/jp/more.txt", b"x"), {"E072"}),
    "a file is added to the archive": (lambda s: s.create("holiday.jpg", b"x"), {"A002"}),
    "a file is added to the log": (lambda s: s.create("log/more.txt", b"x"), {"A002"}),
    "an event is edited": (
        lambda s: _edit(s, log.key(1), lambda d: d.replace(b"2026-02-26", b"2026-02-27", 1)),
        {"L002", "L004"},
    ),
    "a segment is removed": (lambda s: s.remove(log.key(1)), {"L001", "L002", "L004", "L008", "L009"}),
    "segments are exchanged": (lambda s: _renumber(s, 1, 2), {"L003", "L008"}),
    "the log is cut off": (lambda s: s.remove(log.key(2)), {"L008", "L010"}),
    "an event is rewritten with its tree": (_rewrite_second_segment, {"L004", "L007"}),
    "quarantine loses a capture": (
        lambda s: s.remove(next(k for k in s.keys("quarantine") if k.endswith(".gz"))),
        {"Q001"},
    ),
    "a capture in quarantine is another": (
        lambda s: s.restore(
            next(k for k in s.keys("quarantine") if k.endswith(".gz")),
            s.read(f"ocfl/{_OBJECT}/v1/content/capture.warc.gz") or b"",
        ),
        {"Q002"},
    ),
    "the form is not said": (lambda s: s.remove(frame.FORM_KEY), {"A001"}),
}


@pytest.mark.parametrize("harm", _HARM)
def test_harm_is_named(full: Store, place: Place, harm: str) -> None:
    do, codes = _HARM[harm]
    earlier = log.read(full, 2)
    assert earlier is not None
    do(full)
    before = sorted(place.files())
    report = audit.of_archive(place.store, earlier=[earlier.checkpoint])
    expected = codes
    assert expected <= _codes(report), report.faults
    assert sorted(place.files()) == before
    if expected & {"L001", "L003", "L004", "L008"}:
        assert not audit.of_log(place.store, earlier=[earlier.checkpoint]).sound


def test_a_log_cut_off_with_its_objects_is_shown_by_a_checkpoint(full: Store) -> None:
    newest = log.read(full, 2)
    assert newest is not None
    for key in list(full.keys(f"ocfl/{_OBJECT}")):
        full.remove(key)
    if isinstance(full, FolderStore):
        shutil.rmtree(full.root / "ocfl" / _OBJECT)
    first = orjson.loads(full.read(log.key(1)) or b"")
    first["events"] = [event for event in first["events"] if not event["id"].startswith(_OBJECT)]
    full.remove(log.key(1))
    full.remove(log.key(2))
    full.remove(log.HINT_KEY)
    log.append(full, first["run"], first["events"], 0)
    assert audit.of_archive(full).sound  # nothing inside the archive tells
    report = audit.of_archive(full, earlier=[newest.checkpoint])
    assert _codes(report) == {"L010"}


def test_signatures(store: Store) -> None:
    signer, stranger = Signer.new("archive.example/log"), Signer.new("archive.example/log")
    archived(store, ["a"], signer=signer)
    archived(store, ["b"], day=1, signer=signer)
    assert audit.of_archive(store, verifiers=[signer.verifier]).signed_by == [signer.name]
    assert _codes(audit.of_archive(store, verifiers=[stranger.verifier])) == {"L005"}
    archived(store, ["c"], day=2)
    assert _codes(audit.of_archive(store, verifiers=[signer.verifier])) == {"L005"}


def test_every_code_has_a_meaning_and_is_documented() -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "audit.md").read_text("utf-8")
    for code, meaning in MEANINGS.items():
        assert f"| {code} | {meaning} |" in text, code


# Objects on a disk, held against the independent validator


@pytest.fixture
def root(tmp_path: Path) -> Path:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, ["a", "b"])
    archived(store, ["b"], first="Prime Minister Meloni asked about {name}.", day=1)
    return tmp_path / "archive" / "ocfl"


def _inventory(change: Callable[[dict[str, Any]], Any]) -> Callable[[Path], None]:
    """Change the newest inventory, in both its places, with sound digest files."""

    def do(folder: Path) -> None:
        data = orjson.loads((folder / "inventory.json").read_bytes())
        change(data)
        raw = orjson.dumps(data)
        for where in (folder, folder / "v2"):
            (where / "inventory.json").write_bytes(raw)
            (where / "inventory.json.sha512").write_bytes(ocfl.sidecar(raw))

    return do


def _v2(data: dict[str, Any]) -> dict[str, Any]:
    version: dict[str, Any] = data["versions"]["v2"]
    return version


def _first_digest(data: dict[str, Any]) -> str:
    return str(next(iter(data["manifest"])))


_BAD_OBJECTS: dict[str, tuple[str, Callable[[Path], Any]]] = {
    "extra file": ("E001", lambda f: (f / "x").touch()),
    "extra folder": ("E001", lambda f: (f / "x").mkdir()),
    "no declaration": ("E003", lambda f: (f / ocfl.DECLARATION).unlink()),
    "two declarations": ("E003", lambda f: (f / "0=ocfl_object_1.0").write_text("ocfl_object_1.0\n")),
    "declaration text": ("E007", lambda f: (f / ocfl.DECLARATION).write_text("ocfl_object_1.1")),
    "no versions": ("E008", _inventory(lambda d: d["versions"].clear())),
    "a gap": ("E010", _inventory(lambda d: d["versions"].update(v4=d["versions"]["v2"]))),
    "file in version": ("E015", lambda f: (f / "v1" / "x").touch()),
    "content directory": ("E017", _inventory(lambda d: d.update(contentDirectory="a/b"))),
    "unknown content": ("E023", lambda f: (f / "v1" / "content" / "x").touch()),
    "algorithm": ("E025", _inventory(lambda d: d.update(digestAlgorithm="md5"))),
    "no JSON": ("E033", lambda f: (f / "inventory.json").write_text("{")),
    "no id": ("E036", _inventory(lambda d: d.pop("id"))),
    "another id": ("E037", _inventory(lambda d: d.update(id="urn:x:y"))),
    "another type": ("E038", _inventory(lambda d: d.update(type="https://ocfl.io/1.0/spec/#inventory"))),
    "head": ("E040", _inventory(lambda d: d.update(head="v1"))),
    "no manifest": ("E041", _inventory(lambda d: d.pop("manifest"))),
    "created": ("E049", _inventory(lambda d: _v2(d).update(created="yesterday"))),
    "created without a zone": ("E049", _inventory(lambda d: _v2(d).update(created="2026-03-10T12:00:00"))),
    "state": ("E050", _inventory(lambda d: _v2(d)["state"].update({"ab" * 64: ["x"]}))),
    "logical path up": ("E052", _inventory(lambda d: _v2(d)["state"].update({_first_digest(d): ["../x"]}))),
    "logical path from the root": ("E053", _inventory(lambda d: _v2(d)["state"].update({_first_digest(d): ["/x"]}))),
    "user": ("E054", _inventory(lambda d: _v2(d).update(user={"address": "urn:x"}))),
    "no digest file": ("E058", lambda f: (f / "inventory.json.sha512").unlink()),
    "digest": ("E060", lambda f: (f / "inventory.json.sha512").write_text("0" * 128 + " inventory.json\n")),
    "digest file": ("E061", lambda f: (f / "inventory.json.sha512").write_text("x")),
    "no inventory": ("E063", lambda f: (f / "inventory.json").unlink()),
    "another inventory": ("E064", lambda f: shutil.copy(f / "v1" / "inventory.json", f / "v2" / "inventory.json")),
    "another past": (
        "E066",
        _inventory(lambda d: d["versions"]["v1"].update(state=d["versions"]["v2"]["state"])),
    ),
    "content changed": ("E092", lambda f: (f / "v1" / "content" / "record.json").write_text("{}")),
    "content gone": ("E092", lambda f: (f / "v1" / "content" / "record.json").unlink()),
    "fixity": ("E093", _inventory(lambda d: d.update(fixity={"md5": {"0" * 32: ["v1/content/record.json"]}}))),
    "message": ("E094", _inventory(lambda d: _v2(d).update(message=1))),
    "paths in conflict": (
        "E095",
        _inventory(lambda d: _v2(d)["state"].update({_first_digest(d): ["record.json/x"]})),
    ),
    "content path up": (
        "E099",
        _inventory(lambda d: d["manifest"].update({_first_digest(d): ["v1/content/../../../x"]})),
    ),
    "content path from the root": (
        "E100",
        _inventory(lambda d: d["manifest"].update({_first_digest(d): ["/etc/passwd"]})),
    ),
    "content path twice": (
        "E101",
        _inventory(lambda d: d["manifest"].update({_first_digest(d): ["v1/content/record.json"] * 2})),
    ),
    "unused digest": ("E107", _inventory(lambda d: d["manifest"].update({"ab" * 64: ["v1/content/record.json"]}))),
    "fixity form": ("E111", _inventory(lambda d: d.update(fixity=[]))),
    "folder in version": ("W002", lambda f: (f / "v1" / "x").mkdir()),
    "no URI": ("W005", _inventory(lambda d: d.update(id="x"))),
    "no message": ("W007", _inventory(lambda d: _v2(d).pop("message"))),
    "no address": ("W008", _inventory(lambda d: _v2(d)["user"].pop("address"))),
    "no version inventory": (
        "W010",
        lambda f: any(map(Path.unlink, (f / "v1").glob("inventory*"))),
    ),
    "another message": ("W011", _inventory(lambda d: d["versions"]["v1"].update(message="x"))),
}


# ocfl-py does without a declaration's newline (E007), and takes the inventory's word for the version of OCFL (E038).
_WHERE_IT_IS_LENIENT = ("declaration text", "another type")


@pytest.mark.parametrize("name", _BAD_OBJECTS)
def test_a_bad_object_is_named_as_the_independent_validator_judges_it(root: Path, name: str) -> None:
    code, harm = _BAD_OBJECTS[name]
    folder = root / _OBJECT
    harm(folder)
    report = audit.at_path(folder)
    assert code in _codes(report), report.faults
    tool = os.environ.get("READOUTS_OCFL_VALIDATOR")
    if tool is None:
        pytest.skip("READOUTS_OCFL_VALIDATOR does not name ocfl-validate.py; `make test` sets it")
    done = subprocess.run(
        [str(Path(tool).with_name("python")), tool, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stdout + done.stderr
    if name in _WHERE_IT_IS_LENIENT:
        return
    assert ("VALID" in said and "INVALID" not in said) == report.sound, (said, report.faults)


def test_links_are_named_and_not_followed(root: Path, tmp_path: Path) -> None:
    record = root / _OBJECT / "v1" / "content" / "record.json"
    shutil.copy(record, tmp_path / "elsewhere")
    record.unlink()
    record.symlink_to(tmp_path / "elsewhere")
    (root / "jp" / "link").symlink_to(tmp_path)
    report = audit.at_path(root)
    assert {(f.code, f.path) for f in report.faults if f.code == "E090"} == {
        ("E090", f"{_OBJECT}/v1/content/record.json"),
        ("E090", "jp/link"),
    }


@pytest.mark.parametrize(
    ("code", "harm"),
    [
        ("E069", lambda r: (r / "0=ocfl_1.1").unlink()),
        ("E076", lambda r: (r / "0=ocfl_1.0").write_text("ocfl_1.0\n")),
        ("E080", lambda r: (r / "0=ocfl_1.1").write_text("x")),
        ("E070", lambda r: (r / "ocfl_layout.json").write_text("{}")),
        ("E072", lambda r: (r / "jp" / "x").touch()),
        ("E073", lambda r: (r / "jp" / "empty").mkdir()),
        ("E112", lambda r: ((r / "extensions").mkdir(), (r / "extensions" / "x").touch())),
        ("W016", lambda r: (r / "extensions" / "x").mkdir(parents=True)),
    ],
)
def test_a_bad_storage_root_is_named(root: Path, code: str, harm: Callable[[Path], Any]) -> None:
    harm(root)
    if code == "E069":
        with pytest.raises(NoArchiveError):
            audit.at_path(root)
        with pytest.raises(ArchiveError, match="damaged, or of a newer form"):
            audit.of_archive(FolderStore(root.parent))
        return
    assert code in _codes(audit.at_path(root))
    assert code in _codes(audit.of_archive(FolderStore(root.parent)))


def test_many_objects_on_all_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    archived(store, [f"p{n}" for n in range(150)])
    (store.root / "ocfl" / "jp/105-takaichi/2026-02-26/p77" / "v1" / "content" / "record.json").write_text("{}")
    monkeypatch.setattr(audit, "_WORTH_MORE_CORES", 1)
    told: list[int] = []
    report = audit.of_archive(store, progress=lambda done, total: told.append(done))
    assert [(f.code, f.path.rpartition("/p77")[1]) for f in report.faults] == [("E092", "/p77")]
    assert (report.objects, told[-1]) == (150, 150)


def test_what_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NoArchiveError):
        audit.at_path(tmp_path)
    with pytest.raises(NoArchiveError):
        audit.at_path(tmp_path / "nowhere")
