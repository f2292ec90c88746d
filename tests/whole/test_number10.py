"""Downing Street: an Atom feed, pages asked for as JSON at the Content API, changes as the publisher declares them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from archive.catalogue import Catalogue
from archive.folder import FolderStore
from connectors import source as sources
from connectors.feeds import FeedEntry
from connectors.finds import in_path
from connectors.source import Expectations, Source
from pipelines.collecting import collect
from pipelines.ingest import ingest
from pipelines.items import RunClock
from schemas.authorities import added, premierships
from schemas.authorities.premierships import authority
from tests.serving import Reply, Server

_PATH = "/government/news/pm-call-with-president-stubb-of-finland-14-may-2025"
_TITLE = "PM call with President Stubb of Finland: 14 May 2025"
_ID = f"gb/2024-starmer/2025-05-14/{_PATH.rpartition('/')[2]}"
_OPENING = "<p>The Prime Minister spoke to the President of Finland, Alexander Stubb, this evening.</p>"


def _told(text: str, *changes: tuple[str, str]) -> dict[str, Any]:
    history = [
        {"note": note, "public_timestamp": at} for at, note in (("2025-05-14T20:40:05Z", "First published."), *changes)
    ]
    return {
        "document_type": "press_release",
        "title": _TITLE,
        "first_published_at": "2025-05-14T20:40:05Z",
        "details": {"body": f"{_OPENING}<p>{text}</p>", "change_history": history},
    }


def _item(item: dict[str, Any]) -> Reply:
    return Reply(200, orjson.dumps(item), {"Content-Type": "application/json; charset=utf-8"})


def _source(server: Server) -> Source:
    when = "<updated>2025-05-14T20:40:05Z</updated>"
    entry = f'<entry><title>{_TITLE}</title><link href="{server.address}{_PATH}"/>{when}</entry>'
    speech = (
        f'<entry><title>PM speech at a factory</title><link href="{server.address}/government/speeches/x"/></entry>'
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>{entry}{speech}</feed>'
    server.replies["/news.atom"] = Reply(200, feed.encode(), {"Content-Type": "application/atom+xml"})
    base = sources.load()["gb-number10"]
    polite = replace(base.politeness, delay=0.0, backoff=0.01, allowed_hosts=frozenset(["127.0.0.1"]))
    feeds, hosts = (f"{server.address}/news.atom",), base.hosts | {"127.0.0.1"}
    return replace(base, feeds=feeds, hosts=hosts, politeness=polite, expects=Expectations())


def test_a_page_and_its_declared_change(server: Server, tmp_path: Path) -> None:
    source = _source(server)

    def run(day: int) -> dict[str, int]:
        shift = datetime(2025, 5, 14 + day, 12, 0, tzinfo=UTC) - datetime.now(UTC) + timedelta(0)
        counts = ingest(str(tmp_path / "archive"), [source], clock=RunClock(shift)).report.sources[source.id].counts
        return {name: count for name, count in counts.items() if count and name != "seen"}

    api = f"/api/content{_PATH}"
    server.replies[api] = _item(_told("They agreed to stay in touch."))
    assert run(1) == {"new": 1, "skipped": 1}
    assert server.asked(_PATH) == 0
    server.replies[api] = _item(
        _told("They agreed to stay in close touch.", ("2025-05-16T08:00:00Z", "Clarified the text."))
    )
    assert run(2) == {"revised": 1, "skipped": 1}
    server.replies[api] = _item(_told("They agreed to meet.", ("2025-05-16T08:00:00Z", "Clarified the text.")))
    assert run(3) == {"revised": 1, "skipped": 1}
    server.replies[api] = Reply(200, b"{}", {"Content-Type": "application/json"})
    assert run(4) == {"quarantined": 1, "skipped": 1}
    catalogue = Catalogue(FolderStore(tmp_path / "archive"), tmp_path / "catalogue.sqlite3")
    versions = catalogue.history(_ID)
    assert [(v.change, v.declared) for v in versions] == [("created", None), ("revised", True), ("revised", False)]
    assert versions[0].url == server.address + _PATH
    catalogue.close()


def test_what_a_run_captured_is_read_again_from_its_own_warc_files(server: Server, tmp_path: Path) -> None:
    source = _source(server)
    server.replies[f"/api/content{_PATH}"] = _item(_told("They agreed to stay in touch."))
    ingest(str(tmp_path / "archive"), [source])
    again = FolderStore(tmp_path / "again")
    done = collect(again, {source.id: source}, in_path(tmp_path / "archive" / "ocfl"), only=source.id)
    assert (done.counts["new"], done.counts["quarantined"]) == (1, 0)
    catalogues = [
        Catalogue(FolderStore(tmp_path / name), tmp_path / f"{name}.sqlite3") for name in ("archive", "again")
    ]
    first, second = (catalogue.history(_ID)[0] for catalogue in catalogues)
    assert (first.url, first.captured_at) == (second.url, second.captured_at)
    for catalogue in catalogues:
        catalogue.close()


@pytest.mark.parametrize("mode", ["in_memory", "multi_processing"])
def test_workers_know_what_was_added_to_the_data(server: Server, tmp_path: Path, mode: str) -> None:
    source = _source(server)
    later = authority("GB").known_until + timedelta(days=40)
    at = f"{later.isoformat()}T20:40:05Z"
    told = _told("They agreed to stay in touch.")
    told |= {"title": f"PM call with President Stubb of Finland: {later:%d %B %Y}", "first_published_at": at}
    told["details"]["change_history"] = [{"note": "First published.", "public_timestamp": at}]
    server.replies[f"/api/content{_PATH}"] = _item(told)
    added.write(tmp_path / "added", {"extends": "GB", "known_until": later.isoformat(), "sources": ["a page"]})
    premierships.add_from(tmp_path / "added")
    noon = datetime(later.year, later.month, later.day, 23, 0, tzinfo=UTC)
    options = [f"--direct_running_mode={mode}", "--direct_num_workers=2"]
    try:
        clock = RunClock(noon - datetime.now(UTC))
        done = ingest(str(tmp_path / "archive"), [source], clock=clock, beam_options=options)
    finally:
        premierships.add_from(None)
    counts = done.report.sources[source.id].counts
    assert (counts["new"], counts["quarantined"]) == (1, 0)


def test_which_entries_are_summaries() -> None:
    source = sources.load()["gb-number10"]
    kept = {
        "PM call with President Zelenskyy of Ukraine: 10 April 2025": True,
        "PM meeting with Prime Minister Store of Norway: 3 March 2025": True,
        "PM's bilateral meeting with President Macron: 9 July 2025": True,
        "Keir Starmer call with President Biden of the United States": True,
        "PM speech at the Munich Security Conference": False,
        "PM statement on the situation in Ukraine: 1 March 2025": False,
        "Press conference by the Prime Minister": False,
        "New homes for veterans": False,
    }
    assert {title: source.decide(FeedEntry("https://www.gov.uk/x", title, None, "feed")).keep for title in kept} == kept
