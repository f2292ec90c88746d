"""What web archives answer, read: CDX lists, TimeMaps, Memento-Datetime."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import FeedError
from connectors.web_archives import read_cdx, read_timemap, told_datetime

_REPLAY = "https://archive.example/web/{timestamp}id_/{url}"
_PAGE = "http://japan.kantei.go.jp/101_kishida/diplomatic/202407/11nato.html"


def test_cdx_rows_become_mementos() -> None:
    rows = [
        ["timestamp", "original", "mimetype", "statuscode", "digest"],
        [
            "20240712090000",
            "http://japan.kantei.go.jp:80/101_kishida/diplomatic/202407/11nato.html",
            "text/html",
            "200",
            "A",
        ],
        ["20240713090000", _PAGE, "text/html", "404", "B"],
        ["20240714090000", _PAGE, "image/png", "200", "C"],
        ["2024071", _PAGE, "text/html", "200", "D"],
        ["20240715090000", "ftp://elsewhere/", "text/html", "200", "E"],
    ]
    found, more = read_cdx("https://archive.example/cdx", orjson.dumps(rows), _REPLAY)
    assert more is None
    assert [(m.url, m.at) for m in found] == [(_PAGE, datetime(2024, 7, 12, 9, tzinfo=UTC))]
    assert found[0].address == (
        "https://archive.example/web/20240712090000id_/"
        "http://japan.kantei.go.jp:80/101_kishida/diplomatic/202407/11nato.html"
    )


def test_cdx_says_how_to_go_on() -> None:
    rows = [["timestamp", "original"], ["20240712090000", _PAGE], [], ["jp,go,kantei)/x 20240712090000"]]
    found, more = read_cdx("https://archive.example/cdx", orjson.dumps(rows), _REPLAY)
    assert len(found) == 1
    assert more == "jp,go,kantei)/x 20240712090000"


@pytest.mark.parametrize(
    "body", [b"<html>busy</html>", b'{"error": 1}', b'[["a", "b"], ["c", "d"]]', b"[1]", b"null x"]
)
def test_what_is_no_cdx_list_is_told(body: bytes) -> None:
    with pytest.raises(FeedError, match="not a list of captures"):
        read_cdx("https://archive.example/cdx", body, _REPLAY)


def test_an_empty_cdx_answer_is_no_captures() -> None:
    assert read_cdx("u", b"", _REPLAY) == ([], None)
    assert read_cdx("u", b"[]", _REPLAY) == ([], None)


def test_timemap_lists_mementos_oldest_first() -> None:
    body = (
        f'<{_PAGE}>; rel="original",\n'
        f'<https://archive.example/timemap/link/{_PAGE}>; rel="self"; type="application/link-format",\n'
        f'<https://archive.example/web/2>; rel="last memento"; datetime="Sat, 13 Jul 2024 09:00:00 GMT",\n'
        f'<https://archive.example/web/1>; rel="first memento"; datetime="Fri, 12 Jul 2024 09:00:00 GMT",\n'
        f'<https://archive.example/timemap/2/{_PAGE}>; rel="timemap"; type="application/link-format"'
    ).encode()
    found, more = read_timemap("https://archive.example/timemap/1", body, _PAGE)
    assert [m.address for m in found] == ["https://archive.example/web/1", "https://archive.example/web/2"]
    assert found[0].at == datetime(2024, 7, 12, 9, tzinfo=UTC)
    assert more == f"https://archive.example/timemap/2/{_PAGE}"


def test_what_is_no_timemap_is_told() -> None:
    with pytest.raises(FeedError, match="TimeMap"):
        read_timemap("u", b"not here", _PAGE)


@given(st.binary(max_size=400))
def test_no_answer_breaks_the_readers(body: bytes) -> None:
    with suppress(FeedError):
        read_cdx("u", body, _REPLAY)
    with suppress(FeedError):
        read_timemap("u", body, _PAGE)


def test_hostile_timemap_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        body = b'<http://a>; rel="x' + b'; x="y' * count
        begun = time.perf_counter()
        with suppress(FeedError):
            read_timemap("u", body, _PAGE)
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.001)


def test_memento_datetime() -> None:
    assert told_datetime("Fri, 12 Jul 2024 09:00:00 GMT") == datetime(2024, 7, 12, 9, tzinfo=UTC)
    assert told_datetime("yesterday") is None
    assert told_datetime(None) is None
