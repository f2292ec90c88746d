"""Feeds as they come: every dialect, broken ones, and what the user is told."""

from __future__ import annotations

import pytest

from connectors import feeds
from connectors.errors import FeedError

_URL = "https://japan.kantei.go.jp/index-e2.rdf"


def _rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>' + "".join(items) + "</channel></rss>"
    ).encode()


def _item(link: str, title: str = "T", date: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{date}</item>"


def test_rss_1_0() -> None:
    body = b"""<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="https://x/"><title>t</title></channel>
    <item rdf:about="https://x/a"><title>A</title><link>https://x/a</link><dc:date>2026-02-26T18:00:00+09:00</dc:date></item>
    </rdf:RDF>"""
    feed = feeds.read(_URL, body)
    assert feed.dialect == "rss10"
    assert feed.entries[0].published is not None
    assert feed.entries[0].published.isoformat() == "2026-02-26T09:00:00+00:00"


def test_atom() -> None:
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>A</title><link href="/a"/>
    <updated>2026-02-26T00:00:00Z</updated></entry></feed>"""
    feed = feeds.read("https://www.gov.uk/search.atom", body)
    assert (feed.dialect, feed.entries[0].url) == ("atom10", "https://www.gov.uk/a")


def test_duplicate_relative_and_unusable_links() -> None:
    body = _rss(
        _item("/105/a.html"), _item("https://japan.kantei.go.jp/105/a.html#top"), _item(""),
        _item("javascript:alert(1)"),
        _item("/105/b.html"),
    )  # fmt: skip
    feed = feeds.read(_URL, body)
    assert [e.url for e in feed.entries] == [
        "https://japan.kantei.go.jp/105/a.html",
        "https://japan.kantei.go.jp/105/b.html",
    ]
    assert any("repeat" in r for r in feed.remarks)
    assert any("no usable link" in r for r in feed.remarks)


def test_no_dates() -> None:
    assert feeds.read(_URL, _rss(_item("/a"))).entries[0].published is None


def test_wrong_encoding_is_read_with_a_remark() -> None:
    body = b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>t</title>'
    body += (
        b"<item><title>" + "日・モンゴル首脳会談".encode("cp932") + b"</title><link>/a</link></item></channel></rss>"
    )
    feed = feeds.read(_URL, body)
    assert feed.entries[0].url.endswith("/a")
    assert any("not well-formed" in r for r in feed.remarks)


def test_truncated_feed_gives_what_it_holds() -> None:
    body = _rss(_item("/a"), _item("/b"), _item("/c"))[:-60]
    feed = feeds.read(_URL, body)
    assert len(feed.entries) >= 2
    assert feed.remarks


def test_500_items() -> None:
    assert len(feeds.read(_URL, _rss(*(_item(f"/{n}.html") for n in range(500)))).entries) == 500


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"this is not XML", "not a feed"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "HTML page"),
        (b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss/>', "entities"),
    ],
)
def test_what_is_no_feed_is_said_plainly(body: bytes, said: str) -> None:
    with pytest.raises(FeedError, match=said) as caught:
        feeds.read(_URL, body)
    assert _URL in str(caught.value)
