"""Whole runs against a real server: what is kept, what is not written twice, and that the archive validates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from archive import log
from archive.catalogue import Catalogue, Filter
from archive.kept import inventory_of, record_of
from archive.runs import SourceReport
from connectors.source import Source
from pipelines.ingest import Ingested, ingest
from pipelines.items import Outcome, RunClock
from tests.places import Place
from tests.serving import Reply, Server, page

_FIRST = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_PATH = "/105/diplomatic/202602/26italy.html"
_ID = "jp/105-takaichi/2026-02-26/26italy"


class Archive:
    """An archive under test, run on days of a calendar of its own."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.store = place.store

    def run(self, source: Source, day: int = 1) -> SourceReport:
        return self.ingested(source, day).report.sources[source.id]

    def ingested(self, source: Source, day: int = 1, **options: Any) -> Ingested:
        shift = _FIRST + timedelta(days=day - 1) - datetime.now(UTC)
        return ingest(self.place.uri, [source], clock=RunClock(shift), **options)

    def changes(self, record: str = _ID) -> list[str]:
        catalogue = Catalogue(self.store)
        try:
            return [version.change for version in catalogue.history(record)]
        finally:
            catalogue.close()

    def records(self) -> list[str]:
        catalogue = Catalogue(self.store)
        try:
            return [row.record for row in catalogue.rows(Filter())]
        finally:
            catalogue.close()


@pytest.fixture
def archive(run_place: Place) -> Archive:
    return Archive(run_place)


def _counts(report: SourceReport) -> dict[str, int]:
    return {name: count for name, count in report.counts.items() if count and name != "seen"}


def test_a_page_is_archived_once(server: Server, archive: Archive, accepts: Callable[[Place], None]) -> None:
    server.page(_PATH, page())
    source = server.source(server.feed(_PATH))
    assert _counts(archive.run(source)) == {"new": 1}
    before = archive.place.kept()
    for day in (1, 2, 3):
        assert _counts(archive.run(source, day)) == {"unchanged": 1}
    assert archive.place.kept() == before
    assert archive.changes() == ["created"]
    accepts(archive.place)


def test_only_what_the_page_says_makes_a_version(server: Server, archive: Archive) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, page())
    archive.run(source)
    server.page(_PATH, page(banner="A new banner"))
    assert _counts(archive.run(source, 2)) == {"unchanged": 1}
    server.page(_PATH, page(first="Prime Minister Meloni warmly congratulated Prime Minister Takaichi."))
    assert _counts(archive.run(source, 3)) == {"revised": 1}
    assert archive.changes() == ["created", "revised"]


def test_withdrawn_only_after_three_days_and_restored(
    server: Server, archive: Archive, accepts: Callable[[Place], None]
) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, page())
    archive.run(source)
    server.replies[_PATH] = Reply(404, b"not found")
    assert _counts(archive.run(source, 2)) == {"missing": 1}
    assert _counts(archive.run(source, 2)) == {"missing": 1}  # the same day counts once
    assert _counts(archive.run(source, 3)) == {"missing": 1}
    assert _counts(archive.run(source, 4)) == {"withdrawn": 1}
    assert _counts(archive.run(source, 5)) == {"unchanged": 1}
    server.page(_PATH, page())
    assert _counts(archive.run(source, 6)) == {"restored": 1}
    assert archive.changes() == ["created", "withdrawn", "restored"]
    accepts(archive.place)


def test_a_page_that_was_away_for_a_day_starts_anew(server: Server, archive: Archive) -> None:
    source = server.source(server.feed(_PATH))
    for day, there in enumerate((True, False, False, True, False, False), 1):
        server.replies[_PATH] = Reply(404)
        if there:
            server.page(_PATH, page())
        archive.run(source, day)
    assert archive.changes() == ["created"]


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_failures_never_withdraw(server: Server, archive: Archive, status: int) -> None:
    source = server.source(server.feed(_PATH), attempts=1)
    server.page(_PATH, page())
    archive.run(source)
    server.replies[_PATH] = Reply(status)
    for day in range(2, 8):
        assert _counts(archive.run(source, day)) == {"failed": 1}
    assert archive.changes() == ["created"]


def test_moved_with_the_prime_ministership(server: Server, archive: Archive) -> None:
    new = _PATH.replace("/105/", "/105_takaichi/")
    server.page(_PATH, page())
    archive.run(server.source(server.feed(_PATH)))
    server.replies[_PATH] = Reply(404)
    server.page(new, page())
    source = server.source(server.feed(new))
    assert _counts(archive.run(source, 2))["relocated"] == 1
    for day in (3, 4, 5, 6):
        assert set(_counts(archive.run(source, day))) <= {"unchanged"}
    assert archive.changes() == ["created", "relocated"]
    record = record_of(archive.store, inventory_of(archive.store, _ID))
    assert record["url"].endswith(new)
    assert archive.records() == [_ID]


def test_moved_by_permanent_redirect(server: Server, archive: Archive) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, page())
    archive.run(source)
    server.replies[_PATH] = Reply(301, b"", {"Location": "/elsewhere/26italy.html"})
    server.page("/elsewhere/26italy.html", page())
    assert _counts(archive.run(source, 2)) == {"relocated": 1}
    assert archive.records() == [_ID]


def test_one_page_at_two_addresses_is_one_record(server: Server, archive: Archive) -> None:
    other = "/105/diplomatic/202602/copy.html"
    server.page(_PATH, page())
    archive.run(server.source(server.feed(_PATH)))
    server.page(other, page())
    assert _counts(archive.run(server.source(server.feed(_PATH, other)), 2)) == {"unchanged": 2}
    assert archive.records() == [_ID]


def test_two_pages_of_one_name_and_day_are_two_records(server: Server, archive: Archive) -> None:
    other = "/105/diplomatic/other/26italy.html"
    server.page(_PATH, page())
    server.page(other, page(first="Something else altogether was said."))
    source = server.source(server.feed(_PATH, other))
    assert _counts(archive.run(source)) == {"new": 2}
    assert archive.records() == [_ID, f"{_ID}-2"]
    assert _counts(archive.run(source, 2)) == {"unchanged": 2}


def test_what_left_the_feed_is_looked_at_again(server: Server, archive: Archive) -> None:
    server.page(_PATH, page(date="March 8, 2026", event="March 8"))
    archive.run(server.source(server.feed(_PATH)))
    source = server.source(server.feed())
    asked = []
    for day in range(2, 12):
        before = server.asked(_PATH)
        archive.run(source, day)
        asked.append(server.asked(_PATH) - before)
    # Published on the 8th, looked at on the 10th (2 days), 12th (4), 16th (8).
    assert asked == [1, 0, 1, 0, 0, 0, 1, 0, 0, 0]


def test_lost_state_makes_nothing_twice(server: Server, archive: Archive) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, page())
    archive.run(source)
    before = archive.place.kept()
    for key in list(archive.store.keys("state")):
        archive.store.remove(key)
    assert _counts(archive.run(source, 2)) == {"unchanged": 1}
    assert archive.place.kept() == before


def test_a_parser_that_breaks_harms_one_page(
    server: Server, archive: Archive, monkeypatch: pytest.MonkeyPatch, accepts: Callable[[Place], None]
) -> None:
    other = _PATH.replace("26italy", "26other")
    server.page(_PATH, page())
    server.page(other, page(first="Broken."))
    source = server.source(server.feed(_PATH, other))
    original = Source.parse

    def breaking(self: Source, content: bytes, *rest: Any) -> Any:
        if b"Broken." in content:
            raise ZeroDivisionError("a fault of ours")
        return original(self, content, *rest)

    with monkeypatch.context() as broken:
        broken.setattr(Source, "parse", breaking)
        done = archive.ingested(source)
    assert _counts(done.report.sources["jp-kantei"]) == {"new": 1, "quarantined": 1}
    assert done.report.exit_code == 3
    assert "ZeroDivisionError" in done.report.sources["jp-kantei"].problems[0]
    # Quarantined once, and not again for the same bytes.
    assert _counts(archive.run(source, 2)) == {"unchanged": 2}
    accepts(archive.place)


def test_every_stage_is_counted(server: Server, archive: Archive) -> None:
    server.page(_PATH, page())
    told: list[Outcome] = []
    done = archive.ingested(server.source(server.feed(_PATH)), watch=told.append)
    assert done.counters["fetch_in"] == done.counters["read_in"] == done.counters["archive_in"] == 1
    assert done.counters["new"] == 1
    assert [outcome.result for outcome in told] == ["new"]


def test_events_say_what_was_archived(server: Server, archive: Archive) -> None:
    server.page(_PATH, page())
    archive.run(server.source(server.feed(_PATH)))
    (segment,) = log.since(archive.store, 0)
    (event,) = segment.events
    assert event["specversion"] == "1.0"
    assert event["type"] == "readouts.version.created"
    assert event["id"] == f"{_ID}#v1"
    assert archive.store.read(event["data"]["record_key"]) is not None


def test_hosts_are_asked_side_by_side(sample_site: Any, archive: Archive, tmp_path: Path) -> None:
    from connectors import source as sources
    from readouts.demo import site as sample

    extra = tmp_path / "sources"
    extra.mkdir()
    for name, text in sample.source_files(sample_site).items():
        (extra / name).write_text(text)
    chosen = [replace(source) for name, source in sources.load([extra]).items() if name in ("jp-kantei", "jp-mofa")]
    done = ingest(archive.place.uri, chosen, clock=RunClock(_FIRST - datetime.now(UTC)))
    assert {name: s.counts["new"] for name, s in done.report.sources.items()} == {"jp-kantei": 19, "jp-mofa": 8}
    assert len({record.split("/")[1] for record in archive.records()}) == 8
