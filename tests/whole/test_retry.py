"""Quarantine, emptied: what can be read after all takes its place in the history of its page."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from archive.store import open_store
from connectors import capture as captures
from connectors import source as sources
from connectors.finds import Find
from pipelines.collecting import collect
from schemas.authorities.premierships import authority

_URL = "https://www.gov.uk/government/news/pm-call-with-president-stubb-of-finland"
_DAY = authority("GB").known_until + timedelta(days=1)
"""A day of which the data do not say who was in office."""


def _run(*args: str, code: int = 0) -> Any:
    done = subprocess.run([sys.executable, "-m", "readouts", *args, "--json"], capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return json.loads(done.stdout)


def _import(archive: str, folder: Path, days: int, said: str, *more: str, code: int) -> Any:
    """Bring in the page as it was so many days after the meeting."""
    saved = folder / f"{days}.txt"
    saved.write_text(
        f"PM call with President Stubb of Finland: {_DAY:%d %B %Y}\n\n"
        f"The Prime Minister spoke to the President of Finland, Alexander Stubb, today.\n\nThey agreed {said}.\n",
        "utf-8",
    )
    at = datetime.combine(_DAY + timedelta(days=days), time(9), UTC).isoformat()
    where = ("--source", "gb-number10", "--url", _URL, "--captured-at", at, "--archive", archive)
    return _run("import", str(saved), *where, *more, code=code)


@pytest.fixture
def known(tmp_path: Path) -> tuple[str, str]:
    """The options that tell commands who was in office."""
    folder = str(tmp_path / "authorities")
    term = ("--family-name", "Dupont", "--given-name", "Jean", "--since", str(_DAY), "--until", str(_DAY))
    _run("authorities", "add", "GB", *term, "--source", "a page", "--authorities", folder)
    return "--authorities", folder


def _history(archive: str) -> list[tuple[str, date]]:
    (record,) = _run("list", "--archive", archive)
    versions = _run("history", record["record"], "--archive", archive)["versions"]
    return [(v["change"], date.fromisoformat(v["captured_at"][:10])) for v in versions]


def _day(days: int) -> date:
    return _DAY + timedelta(days=days)


def test_captures_of_one_page_are_read_in_the_order_in_which_they_were_made(
    tmp_path: Path, known: tuple[str, str], accepts: Any
) -> None:
    archive = str(tmp_path / "archive")
    said = {days: f"to meet {days} times" for days in (1, 2, 3, 4)}
    for days in (3, 1, 4, 2):
        _import(archive, tmp_path, days, said[days], code=3)
    done = _run("quarantine", "retry", "--archive", archive, *known)
    assert len({result["record"] for result in done}) == 1
    assert _history(archive) == [("created", _day(1)), *(("revised", _day(days)) for days in (2, 3, 4))]
    assert _run("quarantine", "list", "--archive", archive) == []
    assert _run("quarantine", "retry", "--archive", archive, *known) == []
    accepts(Path(archive))


def test_an_older_capture_than_what_is_archived_becomes_a_part_of_the_past(
    tmp_path: Path, known: tuple[str, str], accepts: Any
) -> None:
    archive = str(tmp_path / "archive")
    _import(archive, tmp_path, 1, "to meet", code=3)
    _import(archive, tmp_path, 2, "to speak", *known, code=0)
    (result,) = _run("quarantine", "retry", "--archive", archive, *known)
    assert result["record"].startswith(f"gb/{_DAY.year}-dupont/")
    assert _history(archive) == [("backfilled", _day(1)), ("created", _day(2))]
    # What the page says now is still told by the newer one.
    shown = _run("show", result["record"], "--archive", archive)
    assert shown["points"][0]["text"] == "They agreed to speak."
    accepts(Path(archive))


def test_the_newer_of_two_is_read_first(tmp_path: Path, known: tuple[str, str], accepts: Any) -> None:
    archive = str(tmp_path / "archive")
    _import(archive, tmp_path, 1, "to meet", code=3)
    _import(archive, tmp_path, 2, "to speak", code=3)
    newest = max(_run("quarantine", "list", "--archive", archive), key=lambda entry: entry["captured_at"])
    _run("quarantine", "retry", newest["id"], "--archive", archive, *known)
    _run("quarantine", "retry", "--archive", archive, *known)
    assert _history(archive) == [("backfilled", _day(1)), ("created", _day(2))]
    accepts(Path(archive))


def test_what_is_no_summary_by_the_rules_of_today_leaves_too(
    tmp_path: Path, known: tuple[str, str], accepts: Any
) -> None:
    archive, rules = str(tmp_path / "archive"), tmp_path / "sources"
    _import(archive, tmp_path, 1, "to meet", code=3)
    rules.mkdir()
    (rules / "gb-number10.toml").write_text(
        'extends = "gb-number10"\n[[rules]]\nkeep = false\ntitle = "Stubb"\nreason = "Finland is not ours"\n'
    )
    (result,) = _run("quarantine", "retry", "--archive", archive, "--sources", str(rules), *known)
    assert (result["record"], "not ours" in result["message"]) == (None, True)
    assert _run("quarantine", "list", "--archive", archive) == []
    (entry,) = _run("quarantine", "list", "--resolved", "--archive", archive)
    assert "not ours" in entry["passed_over"]
    assert _run("quarantine", "retry", "--archive", archive, *known) == []
    assert _run("list", "--archive", archive) == []
    accepts(Path(archive))


def test_what_is_no_summary_never_waits_in_quarantine(tmp_path: Path) -> None:
    """Nor does a page from a file whose title is that of no summary, though nobody knows who was in office."""
    saved, archive = tmp_path / "page.txt", str(tmp_path / "archive")
    saved.write_text(
        f"PM meeting with First Ministers: {_DAY:%d %B %Y}\n\nThe Prime Minister met the First Ministers today.\n"
    )
    url = "https://www.gov.uk/government/news/pm-meeting-with-first-ministers"
    done = _run("import", str(saved), "--url", url, "--archive", archive)
    assert done["counts"] == {"skipped": 1}
    assert _run("quarantine", "list", "--archive", archive) == []


def test_what_belongs_to_a_damaged_record_stays(tmp_path: Path, known: tuple[str, str]) -> None:
    archive = tmp_path / "archive"
    _import(str(archive), tmp_path, 1, "to meet", code=3)
    _import(str(archive), tmp_path, 2, "to speak", *known, code=0)
    (inventory,) = [path for path in (archive / "ocfl").rglob("inventory.json") if path.parent.parent.name == str(_DAY)]
    sound = inventory.read_bytes()
    inventory.write_bytes(b"damaged")
    (result,) = _run("quarantine", "retry", "--archive", str(archive), *known, code=3)
    assert (result["left"], result["record"]) == (True, None)
    inventory.write_bytes(sound)
    _run("quarantine", "retry", "--archive", str(archive), *known)
    assert _history(str(archive)) == [("backfilled", _day(1)), ("created", _day(2))]


def _damage_state(archive: Path, part: str) -> None:
    """Every file of a part of the source's state, there already or not."""
    for number in range(256):
        file = archive / f"state/gb-number10/{part}/{number:02x}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"{")


def test_what_cannot_be_looked_up_stays(tmp_path: Path, known: tuple[str, str]) -> None:
    archive = tmp_path / "archive"
    _import(str(archive), tmp_path, 1, "to meet", code=3)
    _damage_state(archive, "pages")
    (result,) = _run("quarantine", "retry", "--archive", str(archive), *known, code=3)
    assert (result["left"], result["record"]) == (True, None)
    assert "not sound JSON (readouts repair makes it anew)" in result["message"]
    _run("repair", "--archive", str(archive))
    _run("quarantine", "retry", "--archive", str(archive), *known)
    assert _history(str(archive)) == [("created", _day(1))]


def test_what_was_read_is_kept_though_it_cannot_be_remembered(tmp_path: Path, known: tuple[str, str]) -> None:
    archive = tmp_path / "archive"
    _import(str(archive), tmp_path, 1, "to meet", code=3)
    _damage_state(archive, "finds")
    (result,) = _run("quarantine", "retry", "--archive", str(archive), *known, code=3)
    assert (result["left"], result["remembered"]) == (False, False)
    assert result["record"] is not None
    assert "what was learnt is not remembered: state/gb-number10/finds/" in result["message"]
    assert "not sound JSON (readouts repair makes it anew)" in result["message"]
    assert _history(str(archive)) == [("created", _day(1))]
    assert _run("quarantine", "list", "--archive", str(archive)) == []
    assert _run("log", "verify", "--archive", str(archive))


def test_a_capture_of_a_web_archive_is_of_when_it_was_made(tmp_path: Path, known: tuple[str, str]) -> None:
    """It was received years later, when the web archive was asked for it."""
    archive, made = str(tmp_path / "archive"), datetime.combine(_day(1), time(9), UTC)
    text = (
        f"PM call with President Stubb of Finland: {_DAY:%d %B %Y}\n\n"
        "The Prime Minister spoke to the President of Finland, Alexander Stubb, today.\n\nThey agreed to meet.\n"
    )
    received = captures.of_saved_page(_URL, text.encode(), "text/plain", made + timedelta(days=400))
    done = collect(open_store(archive), sources.load(), [Find(_URL, made, received, "a web archive")])
    assert done.counts == {"quarantined": 1}
    (entry,) = _run("quarantine", "list", "--archive", archive)
    assert entry["captured_at"][:10] == str(_day(1))
    _run("quarantine", "retry", "--archive", archive, *known)
    assert _history(archive) == [("created", _day(1))]
