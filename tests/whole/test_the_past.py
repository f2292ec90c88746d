"""The past, brought in: files, publishers' own listings, web archives; and how it takes its place in the history."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import urllib.request
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from warcio.statusandheaders import StatusAndHeaders

from archive.folder import FolderStore
from connectors import capture as captures
from connectors.capture import _InMemoryWriter as InMemoryWriter
from connectors.finds import Find, Passed
from pipelines.collecting import _parts
from tests import webarchive
from tests.serving import Reply, Server, page
from tests.whole import crashing

_URL = "https://japan.kantei.go.jp/105/diplomatic/202602/26italy.html"
_ID = "jp/105-takaichi/2026-02-26/26italy"


def _readouts(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readouts", *args, "--json"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "READOUTS_CONTACT": "mailto:tests@example.org"},
    )


def _run(*args: str, code: int = 0) -> Any:
    done = _readouts(*args)
    assert done.returncode == code, done.stdout + done.stderr
    return json.loads(done.stdout)


def _warc(path: Path, *captures: tuple[str, datetime, str]) -> Path:
    """A WARC file as crawlers write them, with records that are no pages among them."""
    out = io.BytesIO()
    writer = InMemoryWriter(out, gzip=path.suffix == ".gz")
    writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a crawler"}))
    for url, at, body in captures:
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body.encode()),
            http_headers=http,
            warc_headers_dict={"WARC-Date": stamp},
        )
        writer.write_record(record)
    http = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "https://japan.kantei.go.jp/x.png", "response", payload=io.BytesIO(b"x"), http_headers=http
        )
    )
    path.write_bytes(out.getvalue())
    return path


def _at(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 9, 0, tzinfo=UTC)


def _said(text: str) -> str:
    return page(first=f"Prime Minister Meloni congratulated Prime Minister Takaichi on {text}.")


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_warc_file_becomes_history(tmp_path: Path, name: str, accepts: Any) -> None:
    archive = str(tmp_path / "archive")
    crawl = _warc(
        tmp_path / name, (_URL, _at(9), _said("two")), (_URL, _at(1), _said("one")), (_URL, _at(5), _said("one"))
    )
    done = _run("import", str(crawl), "--archive", archive)
    assert done["counts"] == {"new": 1, "unchanged": 1, "revised": 1}
    assert done["problems"] == []
    history = _run("history", _ID, "--archive", archive)["versions"]
    assert [(v["change"], v["captured_at"][:10]) for v in history] == [
        ("created", "2026-03-01"),
        ("revised", "2026-03-09"),
    ]
    shown = _run("show", _ID, "--archive", archive, "--valid-at", "2026-03-06")
    assert "on one" in shown["points"][0]["text"]
    # A second time does nothing twice.
    again = _run("import", str(crawl), "--archive", archive)
    assert again["counts"] == {"unchanged": 3}
    assert again["runs"] == []
    accepts(Path(archive))


def test_a_page_has_one_history_in_whatever_form_its_address_is_found(tmp_path: Path, accepts: Any) -> None:
    """Web archives have pages of before 2018 or so at http, and links leave "www." out or go to a part of the page."""
    archive = str(tmp_path / "archive")
    rest = _URL.removeprefix("https://")
    first = _warc(tmp_path / "a.warc", (f"http://{rest}", _at(1), _said("one")), (_URL, _at(9), _said("three")))
    assert _run("import", str(first), "--archive", archive)["counts"] == {"new": 1, "revised": 1}
    between = _warc(tmp_path / "b.warc", (f"http://{rest}#top", _at(4), _said("two")))
    assert _run("import", str(between), "--archive", archive)["counts"] == {"backfilled": 1}
    history = _run("history", _ID, "--archive", archive)["versions"]
    assert [v["captured_at"][:10] for v in history] == ["2026-03-01", "2026-03-04", "2026-03-09"]
    shown = [_run("show", _ID, "--archive", archive, "--version", v["version"]) for v in history]
    assert {record["url"] for record in shown} == {_URL}
    # What was asked for is kept as it was.
    assert [record["provenance"]["requested_url"].partition(":")[0] for record in shown] == ["http", "http", "https"]
    assert _run("import", str(first), str(between), "--archive", archive)["counts"] == {"unchanged": 3}
    accepts(Path(archive))


@pytest.mark.parametrize("together", [True, False])
def test_a_page_that_moved_is_one_record(tmp_path: Path, together: bool, accepts: Any) -> None:
    """With a new prime ministership every page of the one before gets a new address; web archives have both."""
    archive = str(tmp_path / "archive")
    before = (_URL.replace("/105/", "/104/"), _at(1), _said("one"))
    after = (_URL, _at(5), _said("one"))
    if together:
        crawls = [_warc(tmp_path / "a.warc", after, before)]
    else:
        crawls = [_warc(tmp_path / "a.warc", before), _warc(tmp_path / "b.warc", after)]
    counts: Counter[str] = Counter()
    for crawl in crawls:
        counts.update(_run("import", str(crawl), "--archive", archive)["counts"])
    assert counts == {"new": 1, "relocated": 1}
    history = _run("history", _ID, "--archive", archive)["versions"]
    assert [(v["change"], v["captured_at"][:10]) for v in history] == [
        ("created", "2026-03-01"),
        ("relocated", "2026-03-05"),
    ]
    accepts(Path(archive))


def test_a_page_that_goes_back_to_what_it_said_before_is_revised(tmp_path: Path, server: Server, accepts: Any) -> None:
    """What is remembered of a page is its newest capture, not the first that was brought in."""
    archive, sources = str(tmp_path / "archive"), _sources(tmp_path / "sources", server)
    path = "/105/diplomatic/202602/26italy.html"
    url = server.page(path, _said("one"))
    server.feed(path)
    crawl = _warc(tmp_path / "a.warc", (url, _at(1), _said("one")), (url, _at(5), _said("two")))
    imported = _run("import", str(crawl), "--archive", archive, "--sources", sources, "--source", "jp-kantei")
    assert imported["counts"] == {"new": 1, "revised": 1}
    # A feed of one entry is less than the source expects.
    _run("ingest", "--source", "jp-kantei", "--sources", sources, "--archive", archive, code=3)
    history = _run("history", "26italy", "--archive", archive)["versions"]
    assert [v["change"] for v in history] == ["created", "revised", "revised"]
    accepts(Path(archive))


def test_what_is_found_later_takes_its_place(tmp_path: Path, accepts: Any) -> None:
    """What is known of now stays; what was shown before is told apart from it, and asked for by --valid-at."""
    archive = str(tmp_path / "archive")
    _run("import", str(_warc(tmp_path / "a.warc", (_URL, _at(9), _said("three")))), "--archive", archive)
    older = _warc(
        tmp_path / "b.warc", (_URL, _at(1), _said("one")), (_URL, _at(4), _said("two")), (_URL, _at(8), _said("three"))
    )
    done = _run("import", str(older), "--archive", archive)
    assert done["counts"] == {"backfilled": 3}

    def said(*when: str) -> str:
        text: str = _run("show", _ID, "--archive", archive, *when)["points"][0]["text"]
        return text.rpartition(" ")[2]

    assert said() == "three."
    assert said("--valid-at", "2026-03-02") == "one."
    assert said("--valid-at", "2026-03-05") == "two."
    assert said("--valid-at", "2026-03-08T12:00:00Z") == "three."
    history = _run("history", _ID, "--archive", archive)["versions"]
    assert [v["version"] for v in history] == ["v2", "v3", "v4", "v1"]
    assert [v["says"] for v in history] == ["first", "other", "other", "first"]
    # The next revision is one of what is shown now, not of what was found last.
    newer = _warc(tmp_path / "c.warc", (_URL, _at(20), _said("four")), (_URL, _at(21), _said("four")))
    assert _run("import", str(newer), "--archive", archive)["counts"] == {"revised": 1, "unchanged": 1}
    assert said() == "four."
    assert _run("log", "verify", "--archive", archive)["events"] == 5
    assert _run("audit", "--archive", archive)["faults"] == []
    accepts(Path(archive))


@pytest.mark.parametrize("part", ["pages", "finds", "content"])
def test_a_source_whose_state_is_damaged_does_not_stop_the_others(tmp_path: Path, part: str) -> None:
    archive = tmp_path / "archive"
    FolderStore(archive).prepare()
    url = "https://www.gov.uk/government/news/pm-call-with-president-stubb-2-march-2026"
    other = (
        "<main><h1>PM call with President Stubb of Finland: 2 March 2026</h1>"
        "<p>The Prime Minister spoke to the President of Finland, Alexander Stubb.</p><p>They agreed to meet.</p>"
    )
    crawl = _warc(tmp_path / "a.warc", (url, _at(2), other), (_URL, _at(9), _said("one")))
    for number in range(256):
        file = archive / f"state/gb-number10/{part}/{number:02x}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"{")
    done = _run("import", str(crawl), "--archive", str(archive), code=3)
    assert any("not sound JSON (readouts repair makes it anew)" in problem for problem in done["problems"]), done
    assert done["counts"] == {"new": 1, "failed": 1}
    assert [row["record"] for row in _run("list", "--archive", str(archive))] == [_ID]
    _run("repair", "--archive", str(archive))
    assert _run("import", str(crawl), "--archive", str(archive))["counts"] == {"new": 1, "unchanged": 1}


def test_saved_pages_tell_where_and_when(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.html").write_text(_said("one"))
    (pages / "one.html.url").write_text(f"[InternetShortcut]\nURL={_URL}\n")
    (pages / "two.html").write_text(
        _said("two").replace("<head>", f"<head><link rel='canonical' href='{_URL.replace('26italy', '27italy')}'>")
    )
    (pages / "three.html").write_text(_said("three"))
    (pages / "notes.md").write_text("no page")
    archive = str(tmp_path / "archive")
    done = _run("import", str(pages), "--archive", archive, "--captured-at", "2026-03-01T09:00+09:00", code=3)
    assert done["counts"] == {"new": 2, "skipped": 1}
    assert "three.html" in done["problems"][0]
    assert "--url" in done["problems"][0]
    for name in ("26italy", "27italy"):
        shown = _run("show", name, "--archive", archive)
        assert shown["provenance"]["captured_at"] == "2026-03-01T00:00:00+00:00"
    _refused("import", str(pages), "--url", _URL, "--archive", archive)


def test_a_page_saved_from_a_web_archive_is_its_publishers(tmp_path: Path, accepts: Any) -> None:
    """However a reader came to save it: with the archive's address noted, or with what the archive wrote into it."""
    if webarchive.VARIABLE not in os.environ:
        pytest.skip(f"{webarchive.VARIABLE} does not name pywb's programs; `make test` sets it")
    sent = _said("one").replace(
        "two leaders",
        "<a href='https://www.mofa.go.jp/it.html?a=1&amp;b=2'>two</a> <a href='/105/a.html'>leaders</a>",
    )
    crawl = _warc(tmp_path / "crawl.warc.gz", (_URL, _at(1), sent))
    saved = tmp_path / "saved"
    saved.mkdir()
    with webarchive.pywb([crawl]) as address:
        shown = f"{address}/20260301090000mp_/{_URL}"
        with urllib.request.urlopen(shown, timeout=30) as answer:
            replayed = answer.read().decode()
    assert f'href="{address}/20260301090000mp_/https://www.mofa.go.jp/it.html' in replayed
    (saved / "as wget does.html").write_text(replayed)
    (saved / "noted.html").write_text(f"<!-- saved from url=({len(shown):04}){shown} -->\n{replayed}")
    archive = str(tmp_path / "archive")
    _run("import", str(crawl), "--archive", archive)
    # The archive's time holds for pages of it, so they are known already; a moment later they say nothing new.
    done = _run("import", str(saved), "--archive", archive, "--captured-at", "2026-11-01T09:00Z")
    assert done["counts"] == {"unchanged": 2}
    alone = str(tmp_path / "alone")
    done = _run("import", str(saved), "--archive", alone)
    assert done["counts"] == {"new": 1, "unchanged": 1}
    both = [_run("show", _ID, "--archive", where) for where in (archive, alone)]
    assert both[0]["provenance"]["content_digest"] == both[1]["provenance"]["content_digest"]
    assert [shown["provenance"]["captured_at"] for shown in both] == ["2026-03-01T09:00:00+00:00"] * 2
    assert both[0]["links"] == both[1]["links"]
    assert both[1]["url"] == _URL
    again = _warc(tmp_path / "of the archive.warc", (shown, _at(20, month=11), replayed))
    assert _run("import", str(again), "--archive", alone)["counts"] == {"unchanged": 1}
    compared = _readouts(
        "parse", str(saved / "noted.html"), "--source", "jp-kantei", "--url", shown, "--archive", alone
    )
    assert json.loads(compared.stdout)["url"] == _URL
    assert f"says the same as {_ID} v1" in compared.stderr
    for typed in (_URL, shown, _URL.replace("https", "http")):
        assert _run("history", typed, "--archive", alone)["record"] == _ID
    missing = _readouts("show", "https://japan.kantei.go.jp/other.html", "--archive", alone)
    assert (missing.returncode, "no record of this archive is of a page at this address" in missing.stderr) == (1, True)
    mistyped = _readouts("show", "https://[x/", "--archive", alone)
    assert (mistyped.returncode, "Traceback" in mistyped.stderr) == (1, False)
    accepts(Path(alone))


def _refused(*args: str) -> None:
    done = subprocess.run([sys.executable, "-m", "readouts", *args], capture_output=True, text=True, check=False)
    assert (done.returncode, "one page" in done.stderr) == (2, True)


def test_where_a_title_leaves_it_open_the_page_tells_whether_it_is_a_summary(tmp_path: Path) -> None:
    archive = str(tmp_path / "archive")
    page = (
        "<div id='article'><h1>{title}</h1><p class='date'>31 October 2017</p>"
        "<p>NATO Secretary General Jens Stoltenberg {told} in Tokyo on Tuesday (31 October 2017).</p>"
        "<p>He called on North Korea to abandon its programmes.</p></div>"
    )
    url = "https://www.nato.int/cps/en/natohq/news_{}.htm"
    met = page.format(title="Secretary General: natural partners", told="met with Japanese Prime Minister Shinzo Abe")
    spoke = page.format(title="Secretary General: one security", told="gave a lecture at a university")
    crawl = _warc(tmp_path / "a.warc", (url.format(1), _at(1), met), (url.format(2), _at(1), spoke))
    assert _run("import", str(crawl), "--archive", archive)["counts"] == {"new": 1, "skipped": 1}
    (row,) = _run("list", "--archive", archive)
    assert row["title"] == "Secretary General: natural partners"
    assert _run("quarantine", "list", "--archive", archive) == []
    (rule,) = [rule for rule in _run("sources", "int-nato")["rules"] if rule["names_guest"]]
    assert rule["keep"]


def test_a_capture_without_its_time_is_passed_over(tmp_path: Path) -> None:
    crawl = _warc(tmp_path / "a.warc", (_URL, _at(1), _said("one")), (_URL, _at(9), _said("two")))
    crawl.write_bytes(crawl.read_bytes().replace(b"WARC-Date: 2026-03-01T09:00:00Z", b"WARC-Date: the first of March"))
    done = _run("import", str(crawl), "--archive", str(tmp_path / "archive"), code=3)
    assert done["counts"] == {"failed": 1, "new": 1}
    assert "the first of March" in done["problems"][0]


def test_large_captures_are_not_held_by_the_hundred() -> None:
    find = Find(_URL, _at(1), captures.of_saved_page(_URL, b"x" * 10_000_000, "text/html", _at(1)), "a file")
    assert [len(part) for part in _parts([find] * 15)] == [7, 7, 1]
    assert [len(part) for part in _parts([Passed("a file", "why")] * 450)] == [200, 200, 50]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\x1f\x8b broken", "broken"), (b"WARC/1.0\r\nnonsense", "broken"), (b"<html>not a warc</html>", "broken")],
)
def test_a_broken_warc_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(content)
    done = _run("import", str(broken), "--archive", str(tmp_path / "archive"), code=3)
    assert said in done["problems"][0]


def _sources(folder: Path, server: Server) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "jp-kantei.toml").write_text(f"""extends = "jp-kantei"
feeds = ["{server.address}/feed.rdf"]
hosts = ["127.0.0.1"]
[politeness]
delay = 0.0
backoff = 0.01
allowed_hosts = ["127.0.0.1"]
[[backfill]]
kind = "index"
name = "months"
address = "{server.address}/{{yyyy}}{{mm}}/index.html"
links = '/diplomatic/'
[[backfill]]
kind = "cdx"
name = "archive"
address = "{server.address}/cdx?url={{prefix}}&from={{first}}&to={{last}}"
fields = {{ replay = "{server.address}/web/{{timestamp}}id_/{{url}}" }}
prefixes = ["127.0.0.1/105/"]
links = '/diplomatic/'
""")
    return str(folder)


def _web_archive(server: Server, url: str, *captures: tuple[str, str]) -> None:
    rows = [["timestamp", "original", "mimetype", "statuscode"]]
    for stamp, body in captures:
        rows.append([stamp, url, "text/html", "200"])
        at = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        server.replies[f"/web/{stamp}id_/{url}"] = Reply(
            200, body.encode(),
            {"Content-Type": "text/html; charset=utf-8", "Memento-Datetime": f"{at:%a, %d %b %Y %H:%M:%S} GMT"},
        )  # fmt: skip
    server.replies["/cdx?url=127.0.0.1%2F105%2F&from=20260201&to=20260331"] = Reply(
        200, orjson.dumps(rows), {"Content-Type": "application/json"}
    )


def test_backfill_from_index_pages_and_a_web_archive(tmp_path: Path, server: Server, accepts: Any) -> None:
    archive, sources = str(tmp_path / "archive"), _sources(tmp_path / "sources", server)
    path = "/105/diplomatic/202602/26italy.html"
    url = server.page(path, _said("now"))
    gone = "/105/diplomatic/202602/27gone.html"
    server.page(
        "/202602/index.html",
        f'<a href="{path}">Japan-Italy Summit Telephone Talk</a><a href="{gone}">Japan-X Summit Meeting</a>',
    )
    _web_archive(server, url, ("20260301090000", _said("before")), ("20260310090000", _said("now")))
    asked = ["backfill", "--source", "jp-kantei", "--from", "2026-02-01", "--to", "2026-03-31", "--sources", sources]
    listed = _run(*asked, "--archive", archive, "--dry-run")
    assert len(listed["pages"]) == 4
    assert not Path(archive).exists()

    done = _run(*asked, "--archive", archive, code=3)
    # The capture of 1 March said something else than that of 10 March, which says what the page says now.
    assert done["counts"] == {"new": 1, "revised": 1, "unchanged": 1, "failed": 1}
    assert any("27gone.html" in problem for problem in done["problems"])
    history = _run("history", "26italy", "--archive", archive)["versions"]
    assert [(v["change"], v["captured_at"][:10]) for v in history] == [
        ("created", "2026-03-01"),
        ("revised", "2026-03-10"),
    ]
    first = _run("show", "26italy", "--version", "v1", "--archive", archive)["provenance"]
    assert first["requested_url"].endswith(f"/web/20260301090000id_/{url}")

    before = len(server.requests)
    again = _run(*asked, "--archive", archive, code=3)
    assert again["counts"] == {"failed": 1}
    fetched = [path for path, _ in server.requests[before:] if "id_" in path or path.endswith("26italy.html")]
    assert fetched == []
    accepts(Path(archive))


def test_backfill_goes_on_where_it_stopped(tmp_path: Path, server: Server) -> None:
    archive, sources = str(tmp_path / "archive"), _sources(tmp_path / "sources", server)
    url = server.address + "/105/diplomatic/202602/26italy.html"
    _web_archive(server, url, ("20260301090000", _said("one")), ("20260310090000", _said("two")))
    asked = ["backfill", "--source", "jp-kantei", "--from", "2026-02-01", "--to", "2026-03-31", "--way", "archive"]
    asked += ["--sources", sources, "--archive", archive]
    assert _run(*asked, "--limit", "1")["counts"] == {"new": 1}
    assert _run(*asked)["counts"] == {"revised": 1}
    assert server.asked(f"/web/20260301090000id_/{url}") == 1


def test_backfill_from_a_real_web_archive(tmp_path: Path) -> None:
    """pywb, as many national web archives run it: its CDX server, its TimeMaps, its raw captures."""
    if webarchive.VARIABLE not in os.environ:
        pytest.skip(f"{webarchive.VARIABLE} does not name pywb's programs; `make test` sets it")
    other = _URL.replace("26italy", "27france")
    crawl = _warc(
        tmp_path / "crawl.warc.gz",
        (_URL, _at(1), _said("one")),
        (_URL, _at(9), _said("two")),
        (other, _at(9), _said("x")),
    )
    with webarchive.pywb([crawl]) as address:
        sources = tmp_path / "sources"
        sources.mkdir()
        (sources / "jp-kantei.toml").write_text(f"""extends = "jp-kantei"
[politeness]
delay = 0.0
backoff = 0.01
allowed_hosts = ["127.0.0.1"]
[[backfill]]
archive = "wayback"
kind = "cdx"
address = "{address}/cdx?url={{prefix}}&matchType=prefix&output=json&from={{first}}&to={{last}}"
fields = {{ replay = "{address}/{{timestamp}}id_/{{url}}" }}
prefixes = ["japan.kantei.go.jp/105/"]
links = '/diplomatic/'
[[backfill]]
archive = "wayback"
kind = "timemap"
name = "timemap"
address = "{address}/timemap/link/{{url}}"
links = '/diplomatic/'
""")
        asked = ["backfill", "--source", "jp-kantei", "--from", "2026-02-01", "--to", "2026-03-31"]
        asked += ["--sources", str(sources), "--archive"]
        listed = str(tmp_path / "listed")
        assert _run(*asked, listed)["counts"] == {"new": 2, "revised": 1}
        mapped = str(tmp_path / "mapped")
        done = _run(*asked, mapped, "--url", _URL, "--way", "timemap")
        assert done["counts"] == {"new": 1, "revised": 1}
    versions = [_run("history", _ID, "--archive", archive)["versions"] for archive in (listed, mapped)]
    assert [[v["captured_at"] for v in history] for history in versions] == [
        ["2026-03-01T09:00:00+00:00", "2026-03-09T09:00:00+00:00"]
    ] * 2
    # Both ways bring the same bytes.
    assert [v["content_digest"] for v in versions[0]] == [v["content_digest"] for v in versions[1]]


def test_a_capture_answered_with_another_is_not_asked_for_again(tmp_path: Path, server: Server) -> None:
    """Web archives redirect to the capture that is nearest to the one asked for."""
    archive, sources = str(tmp_path / "archive"), _sources(tmp_path / "sources", server)
    url = server.address + "/105/diplomatic/202602/26italy.html"
    _web_archive(server, url, ("20260301090000", _said("one")), ("20260302090000", _said("one")))
    nearest = f"/web/20260301090000id_/{url}"
    server.replies[f"/web/20260302090000id_/{url}"] = Reply(302, b"", {"Location": server.address + nearest})
    asked = ["backfill", "--source", "jp-kantei", "--from", "2026-02-01", "--to", "2026-03-31", "--way", "archive"]
    asked += ["--sources", sources, "--archive", archive]
    assert _run(*asked)["counts"] == {"new": 1, "unchanged": 1}
    before = server.asked(f"/web/20260302090000id_/{url}")
    assert _run(*asked)["counts"] == {}
    assert server.asked(f"/web/20260302090000id_/{url}") == before


def test_an_import_cut_off_anywhere_ends_as_an_undisturbed_one(tmp_path: Path, accepts: Any) -> None:
    first = _warc(tmp_path / "first.warc", (_URL, _at(9), _said("three")))
    crawl = _warc(
        tmp_path / "crawl.warc",
        (_URL, _at(1), _said("one")),
        (_URL, _at(20), _said("four")),
        (_URL.replace("26italy", "27new"), _at(4), _said("x")),
    )
    undisturbed = tmp_path / "undisturbed"
    crashing.bring_in(str(undisturbed), first)
    operations = crashing.bring_in(str(undisturbed), crawl)
    assert operations is not None
    wanted = crashing.content(FolderStore(undisturbed))
    for stop_at in range(operations):
        archive = tmp_path / f"stopped-{stop_at}"
        crashing.bring_in(str(archive), first)
        assert crashing.bring_in(str(archive), crawl, stop_at=stop_at) is None
        crashing.bring_in(str(archive), crawl)
        assert crashing.difference(wanted, crashing.content(FolderStore(archive))) == [], stop_at
        if stop_at % 10 == 0:
            accepts(archive)


def test_a_way_that_is_not_there_is_a_mistake_of_usage(tmp_path: Path, server: Server) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "readouts", "backfill", "--source", "jp-kantei", "--from", "2026-02-01", "--way", "x",
         "--archive", str(tmp_path / "a")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "no such way" in done.stderr
