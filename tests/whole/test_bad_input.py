"""Bad feeds and bad pages: what the user is told, and that the archive still validates."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive import quarantine
from archive.runs import RunReport
from connectors.source import Expectations
from pipelines.ingest import ingest
from pipelines.trial import attempt
from tests.serving import Reply, Server, page

_PATH = "/105/diplomatic/202602/26italy.html"
_SOUND = "/105/diplomatic/202602/27sound.html"


@pytest.fixture
def run(server: Server, tmp_path: Path, accepts: Callable[[Path], None]) -> Callable[[], RunReport]:
    """Run once over a feed with the page under test and a sound one; the archive must validate after it."""

    def once() -> RunReport:
        server.page(_SOUND, page(first="Sound."))
        if "/feed.rdf" not in server.replies:
            server.feed(_PATH, _SOUND)
        report = ingest(str(tmp_path / "archive"), [server.source(server.address + "/feed.rdf", attempts=1)]).report
        accepts(tmp_path / "archive")
        return report

    return once


def _feed(server: Server, body: bytes, **headers: str) -> None:
    server.replies["/feed.rdf"] = Reply(200, body, {"Content-Type": "application/rss+xml", **headers})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"certainly not XML", "not a feed"),
        (b"", "the feed is empty"),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>&a;</channel></rss>',
            "entities",
        ),
        (b"<!DOCTYPE html><html><head><title>Sign in</title></head></html>", "it is an HTML page"),
    ],
)
def test_a_feed_that_cannot_be_read(server: Server, run: Callable[[], RunReport], body: bytes, said: str) -> None:
    _feed(server, body)
    report = run()
    assert report.exit_code == 1  # the only feed failed, and there was nothing else to do
    assert said in report.sources["jp-kantei"].problems[0]
    assert "/feed.rdf" in report.sources["jp-kantei"].problems[0]


def test_a_feed_in_a_wrong_encoding(server: Server, run: Callable[[], RunReport]) -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>t</title><item><title>'
    body = head.encode() + "日伊首脳会談".encode("cp932")
    body += f"</title><link>{server.address}{_SOUND}</link></item></channel></rss>".encode()
    _feed(server, body)
    report = run()
    assert report.sources["jp-kantei"].counts["new"] == 1
    assert "not well-formed" in report.sources["jp-kantei"].remarks[0]
    assert report.exit_code == 0


def test_a_feed_with_relative_and_duplicate_links_and_no_dates(server: Server, run: Callable[[], RunReport]) -> None:
    items = f"<item><title>Summit Meeting</title><link>{_SOUND}</link></item>" * 3
    _feed(server, f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'.encode())
    report = run()
    assert report.sources["jp-kantei"].counts["new"] == 1
    assert any("repeat" in remark for remark in report.sources["jp-kantei"].remarks)


def test_a_feed_of_500_items(server: Server, run: Callable[[], RunReport]) -> None:
    paths = [f"/105/diplomatic/202602/{n}.html" for n in range(500)]
    for n, path in enumerate(paths):
        server.page(path, page(first=f"This was said as number {n}."))
    server.feed(*paths)
    report = run()
    assert report.sources["jp-kantei"].counts["new"] == 500
    assert report.exit_code == 0


def test_a_feed_that_answers_403_leaves_the_known_pages_watched(server: Server, run: Callable[[], RunReport]) -> None:
    server.page(_PATH, page())
    run()
    server.replies["/feed.rdf"] = Reply(403)
    report = run()
    counts = report.sources["jp-kantei"].counts
    assert (counts["unchanged"], report.sources["jp-kantei"].feeds_failed, report.exit_code) == (2, 1, 3)
    assert "403" in report.sources["jp-kantei"].problems[0]


def _in_quarantine(tmp_path: Path) -> list[str]:
    from archive.folder import FolderStore

    return [
        f"{r['pointer']}: expected {r['expected']}, found {r['found']}"
        for entry in quarantine.entries(FolderStore(tmp_path / "archive"))
        for r in entry.reasons
    ]


_TRUNCATED = page()[: page().index("commencing")]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("", ": expected a page, found an empty body"),
        ("   \n ", ": expected a page, found an empty body"),
        (page(title="").replace("<h1></h1>", ""), "/title: expected a title, found none"),
        (_TRUNCATED, "/opening: expected an opening sentence with the date of the event"),
        (page(date="", event="February 26").replace("/202602/", "/x/"), None),
        ("<b>" * 50_000, "expected a page that somebody wrote"),
        ("<html><h1>Summit Meeting</h1>" + "\x00" * 1000, "/opening: expected an opening sentence"),
    ],
)
def test_a_page_that_cannot_be_read_goes_to_quarantine(
    server: Server, run: Callable[[], RunReport], tmp_path: Path, html: str, said: str | None
) -> None:
    server.page(_PATH, html)
    report = run()
    counts = report.sources["jp-kantei"].counts
    if said is None:  # no date on the page: the year is taken from the address, and a finding says so
        assert counts["new"] == 2
        return
    assert (counts["new"], counts["quarantined"], report.exit_code) == (1, 1, 3)
    assert any(said in reason for reason in _in_quarantine(tmp_path)), _in_quarantine(tmp_path)
    assert "readouts quarantine show" in report.sources["jp-kantei"].problems[0]


def test_a_page_without_any_year(server: Server, run: Callable[[], RunReport], tmp_path: Path) -> None:
    path = "/105/diplomatic/italy.html"
    server.page(path, page(date=""))
    server.feed(path, _SOUND)
    assert run().sources["jp-kantei"].counts["quarantined"] == 1
    assert "/event/date: expected a date in the opening or on the page" in _in_quarantine(tmp_path)[0]


def test_a_page_of_20_megabytes(server: Server, run: Callable[[], RunReport]) -> None:
    server.replies[_PATH] = Reply(200, lambda: itertools.repeat(b"x" * 65536, 320), {"Content-Type": "text/html"})
    report = run()
    counts = report.sources["jp-kantei"].counts
    assert (counts["new"], counts["failed"], report.exit_code) == (1, 1, 3)
    assert "larger than the limit of 10,485,760 bytes" in report.sources["jp-kantei"].problems[0]


def test_a_page_in_shift_jis_that_claims_otherwise(
    server: Server, run: Callable[[], RunReport], tmp_path: Path
) -> None:
    body = page(first="両首脳は協力を確認しました。両首脳は協力を確認しました。").encode("cp932")
    server.replies[_PATH] = Reply(200, body, {"Content-Type": "text/html; charset=utf-8"})
    assert run().sources["jp-kantei"].counts["new"] == 2
    (path,) = (tmp_path / "archive").glob("ocfl/jp/*/*/26italy/v1/content/record.json")
    text = path.read_text("utf-8")
    assert "両首脳は協力を確認しました" in text
    assert "encoding_doubtful" in text


def test_two_opening_sentences(server: Server, run: Callable[[], RunReport], tmp_path: Path) -> None:
    second = (
        "On March 1, commencing at 5:00 p.m., the two leaders spoke once more. The overview of the talk is as follows."
    )
    server.page(_PATH, page(first=f"Agreed.</p><p>{second}"))
    assert run().sources["jp-kantei"].counts["new"] == 2
    (path,) = (tmp_path / "archive").glob("ocfl/jp/*/2026-02-26/26italy/v1/content/record.json")
    assert "several_openings" in path.read_text("utf-8")


def test_hostile_markup_is_only_text(server: Server, run: Callable[[], RunReport], tmp_path: Path) -> None:
    hostile = (
        "<script>alert(1)</script><img src=x onerror=alert(1)>[red]Both sides[/red] concurred &lt;b&gt;so&lt;/b&gt;."
    )
    server.page(_PATH, page(first=hostile))
    assert run().sources["jp-kantei"].counts["new"] == 2
    (path,) = (tmp_path / "archive").glob("ocfl/jp/*/*/26italy/v1/content/record.json")
    text = path.read_text("utf-8")
    assert "alert(1)" not in text
    assert "[red]Both sides[/red] concurred <b>so</b>." in text


def test_what_is_no_page_at_all(server: Server, run: Callable[[], RunReport]) -> None:
    server.replies[_PATH] = Reply(200, b"%PDF-1.7", {"Content-Type": "application/pdf"})
    report = run()
    assert report.sources["jp-kantei"].counts["skipped"] == 1
    assert any("application/pdf" in remark for remark in report.sources["jp-kantei"].remarks)


def test_an_address_made_to_escape_the_archive(server: Server, run: Callable[[], RunReport], tmp_path: Path) -> None:
    path = "/105/diplomatic/202602/..%2F..%2F..%2Fetc%2Fpasswd.html"
    server.page(path, page())
    server.feed(path, _SOUND)
    assert run().sources["jp-kantei"].counts["new"] == 2
    assert (tmp_path / "archive/ocfl/jp/105-takaichi/2026-02-26/passwd").is_dir()


def test_a_dead_host(server: Server, tmp_path: Path) -> None:
    source = server.source("http://127.0.0.1:9/feed.rdf", attempts=1)
    report = ingest(str(tmp_path / "archive"), [source]).report
    assert report.exit_code == 1
    assert "the connection was refused" in report.sources["jp-kantei"].problems[0]


def test_a_feed_that_announces_far_less_than_it_should(server: Server, tmp_path: Path) -> None:
    server.page(_SOUND, page(first="Sound."))
    source = replace(server.source(server.feed(_SOUND)), expects=Expectations(entries=5))
    for _ in range(2):
        report = ingest(str(tmp_path / "archive"), [source]).report
        assert report.exit_code == 3
        assert "1 entries, where at least 5 are expected; did it change?" in report.sources["jp-kantei"].problems[0]
    assert report.sources["jp-kantei"].counts["unchanged"] == 1


def test_markup_that_changed_fails_the_source_and_archives_nothing(server: Server, tmp_path: Path) -> None:
    paths = [f"/105/diplomatic/202602/{n}.html" for n in range(6)]
    for n, path in enumerate(paths):
        changed = page(first=f"Number {n}.", title="Flowers").replace("<p>", "<text>").replace("</p>", "</text>")
        server.page(path, page(first=f"Number {n}.") if n == 0 else changed.replace("<text>On ", "<text hidden>On "))
    source = replace(server.source(server.feed(*paths)), expects=Expectations(readable=0.6))
    report = ingest(str(tmp_path / "archive"), [source]).report
    counts = report.sources["jp-kantei"].counts
    assert (counts["new"], report.exit_code, report.sources["jp-kantei"].unexpected) == (1, 3, 1)
    assert "only 1 of 6 pages could be read" in report.sources["jp-kantei"].problems[-1]


def test_trying_a_source_keeps_nothing_and_says_what_it_found(server: Server) -> None:
    server.page(_PATH, page())
    server.page(_SOUND, "<h1>Japan-Italy Summit Meeting</h1>")
    source = server.source(server.feed(_PATH, _SOUND, "/105/diplomatic/gone.html", "/elsewhere/x.html"), attempts=1)
    trial = attempt(source, 3)
    assert [(entry.result, entry.said[:40]) for entry in trial.entries] == [
        ("passed over", "no rule of the source matches it"),
        ("readable", "jp/105-takaichi/2026-02-26/26italy"),
        ("quarantined", "/opening: expected an opening sentence w"),
        ("missing", "the server answered 404: seen to be abse"),
    ]
    assert len(trial.problems) == 1
    strict = attempt(replace(source, expects=Expectations(entries=9, readable=0.9, of_at_least=2)), 3)
    assert len(strict.problems) == 3
    dead = attempt(replace(source, feeds=("http://127.0.0.1:9/feed",)), 3)
    assert "the connection was refused" in dead.problems[0]
