"""The two times, held against a plain model of the history; and what makes a version, told apart."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import log, ocfl
from archive.catalogue import Catalogue, Filter
from archive.errors import NoRecordError
from archive.folder import FolderStore
from archive.kept import CAPTURE, RECORD, event_of
from archive.moments import Moment
from archive.store import JournalEntry, Store
from schemas.record import Readout
from tests.golden.records import pages, record

_BASE: Any = record(next(iter(pages())))
_START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Step:
    """One version of the model: hours since the start at which it was recorded and captured, and its kind."""

    record: str
    change: str
    recorded: int
    captured: int
    absent: int | None = None


def _instant(hours: int) -> str:
    return (_START + timedelta(hours=hours)).isoformat(timespec="seconds")


def _write(store: Store, steps: Sequence[Step]) -> None:
    """Put the steps into an archive, a segment each."""
    for number, step in enumerate(steps):
        name = f"jp/105-takaichi/2026-01-01/{step.record}"
        raw = store.read(f"ocfl/{name}/inventory.json")
        previous = ocfl.parse(name, raw) if raw else None
        made = orjson.loads(orjson.dumps(_BASE))
        made["id"], made["title"] = name, f"Title {number}"
        made["provenance"] |= {
            "change": step.change,
            "captured_at": _instant(step.captured),
            "content_digest": f"sha256:{number:064x}",
            "absent_on": [_instant(step.absent)] if step.absent is not None else [],
            "run": f"20260101T000000Z-{number:08x}",
        }
        files = {RECORD: orjson.dumps(made), CAPTURE: str(number).encode()}
        when = _START + timedelta(hours=step.recorded)
        update, inventory = ocfl.new_version(name, previous, files, when, step.change)
        store.commit([update], JournalEntry(f".staging/journal/{number}.json", b"{}"))
        log.append(store, str(number), [event_of(cast(Readout, made), inventory, inventory.head)], number)


def _model(steps: Sequence[Step], name: str, as_of: int | None, valid_at: int | None) -> int | None:
    """The number of the version that a question names, worked out step by step."""
    shown_from: dict[int, int] = {}
    changes: dict[int, str] = {}
    number = 0
    for step in steps:
        if step.record != name:
            continue
        number += 1
        if as_of is not None and step.recorded > as_of:
            break
        changes[number] = step.change
        if step.change == "reprocessed":
            shown_from[number] = shown_from[max(n for n in changes if n < number and changes[n] != "backfilled")]
        else:
            shown_from[number] = step.absent if step.absent is not None else step.captured
    if valid_at is None:
        return max((n for n in changes if changes[n] != "backfilled"), default=None)
    shown = [n for n in changes if shown_from[n] <= valid_at]
    best = max(shown, key=lambda n: (shown_from[n], n), default=None)
    return None if best is None or changes[best] == "withdrawn" else best


@st.composite
def _histories(draw: st.DrawFn) -> list[Step]:
    steps: list[Step] = []
    hour = 0
    seen: set[str] = set()
    for _ in range(draw(st.integers(1, 8))):
        name = draw(st.sampled_from("abc"))
        hour += draw(st.integers(0, 30))
        change = "created"
        if name in seen:
            change = draw(
                st.sampled_from(["revised", "relocated", "withdrawn", "restored", "reprocessed", "backfilled"])
            )
        seen.add(name)
        # A version from a web archive is recorded long after it was captured.
        captured = draw(st.one_of(st.just(hour), st.integers(0, hour)))
        absent = draw(st.integers(0, captured)) if change == "withdrawn" else None
        steps.append(Step(name, change, hour, captured, absent))
    return steps


@given(
    _histories(), st.lists(st.tuples(st.none() | st.integers(-1, 250), st.none() | st.integers(-1, 250)), min_size=6)
)
@settings(max_examples=60, deadline=None)
def test_both_times_against_the_model(steps: list[Step], questions: list[tuple[int | None, int | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = FolderStore(Path(folder) / "archive")
        store.prepare()
        _write(store, steps)
        catalogue = Catalogue(store, Path(folder) / "catalogue.sqlite3")
        for as_of, valid_at in questions:
            moment = Moment(
                _instant(as_of) if as_of is not None else None, _instant(valid_at) if valid_at is not None else None
            )
            listed = {row.record.rpartition("/")[2]: row.head for row in catalogue.rows(Filter(), moment)}
            expected = {}
            for name in "abc":
                number = _model(steps, name, as_of, valid_at)
                full = f"jp/105-takaichi/2026-01-01/{name}"
                if number is None:
                    with pytest.raises(NoRecordError):
                        catalogue.version_at(full, moment)
                else:
                    expected[name] = f"v{number}"
                    assert catalogue.version_at(full, moment) == f"v{number}"
            assert listed == expected
        catalogue.close()


def test_filters_hold_for_the_version_of_the_moment(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    _write(store, [Step("a", "created", 0, 0), Step("a", "withdrawn", 10, 10, 8)])
    catalogue = Catalogue(store, tmp_path / "catalogue.sqlite3")
    wanted = Filter(kind=_BASE["event"]["sessions"][0]["kinds"][0])
    assert [row.head for row in catalogue.rows(wanted, Moment(valid_at=_instant(7)))] == ["v1"]
    assert list(catalogue.rows(wanted, Moment(valid_at=_instant(8)))) == []
    assert [row.standing for row in catalogue.rows(wanted, Moment(as_of=_instant(9)))] == ["published"]
    assert [row.standing for row in catalogue.rows(wanted)] == ["withdrawn"]
    catalogue.close()
