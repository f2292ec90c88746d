"""Pages as web archives show them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import replays
from connectors.page import Layout, Page, from_html

_URL = "https://www.mofa.go.jp/erp/we/it/page5e_000700.html"
_AT = datetime(2026, 3, 1, 9, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        f"https://web.archive.org/web/20260301093005/{_URL}",
        f"https://web.archive.org/web/20260301093005id_/{_URL}",
        f"https://web.archive.org/web/20260301093005if_/{_URL.replace('//', '/')}",
        f"https://webarchive.nationalarchives.gov.uk/ukgwa/20260301093005/{_URL}",
        f"https://wayback.archive-it.org/1234/20260301093005/{_URL}",
        f"https://arquivo.pt/wayback/20260301093005mp_/{_URL}",
        f"https://archive.example/20260301093005/{_URL}",
    ],
)
def test_an_address_of_a_web_archive_tells_what_was_captured_and_when(address: str) -> None:
    assert replays.of_address(address) == replays.Replayed(_URL, _AT)
    assert replays.original(address) == _URL


@pytest.mark.parametrize(
    "address",
    [
        _URL,
        f"https://web.archive.org/web/20269901093005/{_URL}",
        f"https://web.archive.org/web/*/{_URL}",
        "https://web.archive.org/web/20260301093005/",
        "https://www.gov.example/20260301093005/calls/italy",
        f"https://www.gov.example/share?url=20260301093005/{_URL}",
    ],
)
def test_other_addresses_stay_as_they_are(address: str) -> None:
    assert replays.of_address(address) is None
    assert replays.original(address) == address


@given(
    st.integers(820_454_400, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
    st.sampled_from(["", "id_", "mp_", "if_"]),
    st.from_regex(r"https?://[a-z]{1,9}\.example/[!-~]{0,40}", fullmatch=True),
)
def test_what_is_put_into_an_address_comes_out_of_it(at: datetime, how: str, url: str) -> None:
    address = f"https://archive.example/some/{at:%Y%m%d%H%M%S}{how}/{url}"
    assert replays.of_address(address) == replays.Replayed(url, at)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert replays.of_address(text) is None
    assert replays.of_page(f"<script>wbinfo.url = {text}") is None


def test_an_archive_tells_in_the_page_what_it_shows() -> None:
    wayback = f'__wm.init("https://web.archive.org/web");\n  __wm.wombat("{_URL}?a=1&amp;b=2","20260301093005","x");'
    assert replays.of_page(wayback) == replays.Replayed(f"{_URL}?a=1&b=2", _AT)
    pywb = f'wbinfo.url = "{_URL}?a=1\\u0026b=2";\n  wbinfo.timestamp = "20260301093005";'
    assert replays.of_page(pywb) == replays.Replayed(f"{_URL}?a=1&b=2", _AT)
    assert replays.of_page(pywb.replace("\\u0026", "\\x26")) is None
    assert replays.of_page(pywb.replace("20260301", "20269999")) is None


_PAGE = """<html><head><link rel="canonical" href="{0}{url}"></head><body>{added}<main>
<h1>Call with Italy</h1><p>They <a href="{1}https://www.mofa.go.jp/mofaj/statement.html">issued</a> a statement.</p>
<p><a href="{2}more.html">More</a>, <a href="{own}">above</a>.</p></main></body></html>"""


def _read(html: str) -> Page:
    return from_html(html, _URL, Layout(content=("body",)))


def test_what_an_archive_did_to_a_page_is_undone() -> None:
    sent = _read(_PAGE.format("", "", "", url=_URL, own="#top", added=""))
    assert [link.url for link in sent.links] == [
        "https://www.mofa.go.jp/mofaj/statement.html",
        "https://www.mofa.go.jp/erp/we/it/more.html",
    ]
    at = "/web/20260301093005/"
    shown = _PAGE.format(
        f"https://web.archive.org{at}",
        at,
        "https://web.archive.org/web/20260301093005/https://www.mofa.go.jp/erp/we/it/",
        url=_URL,
        own=f"https://web.archive.org{at}{_URL}#top",
        added='<script src="wombat.js"></script><div id="wm-ipp-base"><p>The Wayback Machine</p></div>',
    )
    assert _read(shown) == sent


def test_a_publisher_may_link_to_a_web_archive() -> None:
    of_its_own = "<p>They met a wombat.</p>"
    html = _PAGE.format("", "https://web.archive.org/web/20260301093005/", "", url=_URL, own="#top", added=of_its_own)
    linked = "https://web.archive.org/web/20260301093005/https://www.mofa.go.jp/mofaj/statement.html"
    assert _read(html).links[0].url == linked
