"""Both sides of one meeting in an archive, as a user asks for them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_GOLDEN = Path(__file__).parent.parent / "golden"
_PAGES = ("ca-pm", "gb-number10", "int-nato", "jp-kantei", "jp-mofa", "jp-kanteija", "jp-mofaja")


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "readouts", *args], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The golden pages of seven sources, imported."""
    folder = str(tmp_path_factory.mktemp("both") / "archive")
    done = _run(
        "import", *(str(_GOLDEN / name) for name in _PAGES), "--archive", folder, "--captured-at", "2026-03-01T09:00Z"
    )
    assert "new" in done.stdout, done.stdout + done.stderr
    return folder


def _found(archive: str, record: str, *more: str) -> Any:
    done = _run("counterpart", record, "--archive", archive, "--json", *more)
    assert done.returncode in (0, 3), done.stderr
    return json.loads(done.stdout)


def test_two_sides_are_shown_topic_by_topic(archive: str) -> None:
    found = _found(archive, "news-235000")
    by_source = {counterpart["source"]: counterpart for counterpart in found["counterparts"]}
    # Its English and its Japanese page are two accounts of the other side.
    assert set(by_source) == {"jp-kantei", "jp-kanteija"}
    kantei = by_source["jp-kantei"]
    assert kantei["record"] == "jp/103-ishiba/2025-04-09/09nato"
    assert kantei["score"] >= 0.6
    assert kantei["reasons"]
    assert not kantei["same_side"]
    said = {entry["topic"]: entry["said_by"] for entry in kantei["topics"]}
    assert said["ukraine"] == "both"
    assert said["abductions"] == "other"
    # Both are told as they must be to be cited: which version of which page, and the digest of what it said.
    for cited in (found, kantei):
        assert cited["version"] == "v1"
        assert cited["url"].startswith("https://")
        assert cited["content_digest"].startswith("sha256:")


def test_it_is_the_same_from_the_other_side(archive: str) -> None:
    found = _found(archive, "call-with-prime-minister-carney")
    assert [c["source"] for c in found["counterparts"]] == ["ca-pm"]
    back = _found(archive, "speaks-prime-minister-united-kingdom")
    assert [c["source"] for c in back["counterparts"]] == ["gb-number10"]
    assert found["counterparts"][0]["score"] == back["counterparts"][0]["score"]


def test_for_people(archive: str) -> None:
    done = _run("counterpart", "news-235000", "--archive", archive)
    assert done.returncode == 0
    for part in ("both sides; score", "Ukraine", "only jp-kantei", "int-nato", "jp/103-ishiba/2025-04-09/09nato v1"):
        assert part in done.stdout


def test_none_is_told(archive: str) -> None:
    done = _run("counterpart", "kishida-fumio", "--archive", archive)
    assert done.returncode == 3
    assert "no other publisher's record" in done.stdout


def test_topics_can_be_listed(archive: str) -> None:
    rows = json.loads(_run("list", "--archive", archive, "--topic", "abductions", "--json").stdout)
    assert "jp/103-ishiba/2025-04-09/09nato" in {row["record"] for row in rows}
    wrong = _run("list", "--archive", archive, "--topic", "weather")
    assert wrong.returncode == 2
    assert "ukraine" in wrong.stderr


def test_who_said_what_can_be_asked(archive: str) -> None:
    done = _run("statements", "--archive", archive, "--by", "jp", "--topic", "abductions", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    nato = [told for told in found if told["record"] == "jp/103-ishiba/2025-04-09/09nato"]
    assert [(told["speakers"], told["report"]["class"]) for told in nato] == [(["Ishiba"], "requested")]
    assert all("abductions" in told["topics"] and "JP" in told["countries"] for told in found)
    assert all(told["content_digest"].startswith("sha256:") and told["url"].startswith("http") for told in found)
    shown = _run("statements", "--archive", archive, "--said", "concurred", "--voice", "both", "--limit", "2")
    assert shown.returncode == 0
    assert shown.stdout.count("concurred") >= 2
    assert _run("statements", "--archive", archive, "--words", "no such words").returncode == 3
    wrong = _run("statements", "--archive", archive, "--said", "sang")
    assert wrong.returncode == 2
    assert "expressed_concern" in wrong.stderr


def test_the_japanese_and_the_english_page_are_translations(archive: str) -> None:
    found = _found(archive, "jp/103-ishiba/2025-04-09/09nato-2")
    assert "jp/103-ishiba/2025-04-09/09nato" in {t["record"] for t in found["translations"]}
    assert {t["language"] for t in found["translations"]} == {"en"}
    assert "int-nato" in {c["source"] for c in found["counterparts"]}
    # The Ministry's two languages stand on one host; each page is read as what it is.
    ministry = _found(archive, "jp/103-ishiba/2025-03-26/pageit-000001-00411")
    assert {(t["record"], t["language"]) for t in ministry["translations"]} == {
        ("jp/103-ishiba/2025-03-26/page4e-001700", "en")
    }
