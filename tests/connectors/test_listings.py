"""Pages found by index, sitemap and search, on a real server."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from datetime import date

import orjson
import pytest

from connectors.errors import ConnectorError, FeedError
from connectors.fetch import Client
from connectors.listings import pages
from connectors.source import Listing
from tests.serving import Reply, Server

_FIRST, _LAST = date(2024, 7, 1), date(2024, 8, 31)


def _found(server: Server, listing: Listing, first: date = _FIRST, last: date = _LAST) -> list[str]:
    source = server.source(server.address + "/feed.rdf")
    client = Client(source.politeness)
    try:
        return [page.url.removeprefix(server.address) for page in pages(source, listing, first, last, client)]
    finally:
        client.close()


def _listing(server: Server, kind: str, path: str, **more: object) -> Listing:
    made = Listing(kind, kind, server.address + path, re.compile(r"\.html$"))
    return replace(made, **more)  # type: ignore[arg-type]


def test_index_pages_by_month_and_term(server: Server) -> None:
    server.page(
        "/101_kishida/202407/index.html",
        '<a href="11nato.html">a</a> <a href="/x.pdf">b</a> <a href="11nato.html#t">c</a>',
    )
    server.page("/101_kishida/202408/index.html", '<a href="../202408/18rok.html">a</a>')
    listing = _listing(server, "index", "/{ordinal}_{name}/{yyyy}{mm}/index.html")
    assert _found(server, listing) == ["/101_kishida/202407/11nato.html", "/101_kishida/202408/18rok.html"]
    # A month that is not there is passed over; none at all is told.
    assert _found(server, listing, date(2024, 6, 1)) == _found(server, listing)
    with pytest.raises(ConnectorError):
        _found(server, listing, date(2023, 1, 1), date(2023, 2, 1))


def test_sitemaps_and_indexes_of_them(server: Server) -> None:
    part = f"<urlset><url><loc>{server.address}/a.html</loc></url><url><loc>{server.address}/b.jpg</loc></url></urlset>"
    server.replies["/part.xml.gz"] = Reply(200, gzip.compress(part.encode()), {"Content-Type": "application/gzip"})
    old, new = f"{server.address}/old.xml", f"{server.address}/part.xml.gz"
    index = (
        f"<sitemapindex><sitemap><loc>{new}</loc><lastmod>2024-08-02</lastmod></sitemap>"
        f"<sitemap><loc>{old}</loc><lastmod>2020-01-01</lastmod></sitemap></sitemapindex>"
    )
    server.replies["/sitemap.xml"] = Reply(200, index.encode(), {"Content-Type": "application/xml"})
    assert _found(server, _listing(server, "sitemap", "/sitemap.xml")) == ["/a.html"]
    assert server.asked("/old.xml") == 0


def test_a_sitemap_yields_only_what_can_be_of_the_days_asked_for(server: Server) -> None:
    pages = (
        ("/old.html", "2024-06-30"),  # not changed since the first day
        ("/changed.html", "2024-08-02T10:00:00Z"),
        ("/undated.html", ""),
        ("/2024/07/12/within.html", "2024-08-02"),
        ("/2024/05/12/before.html", "2024-08-02"),
        ("/2024/09/01/after.html", ""),
    )
    urls = "".join(
        f"<url><loc>{server.address}{path}</loc>{f'<lastmod>{at}</lastmod>' if at else ''}</url>" for path, at in pages
    )
    server.replies["/sitemap.xml"] = Reply(200, f"<urlset>{urls}</urlset>".encode(), {"Content-Type": "text/xml"})
    found = _found(server, _listing(server, "sitemap", "/sitemap.xml"))
    assert found == ["/changed.html", "/undated.html", "/2024/07/12/within.html"]


def test_a_list_of_addresses_under_another_name_is_read_as_a_sitemap(server: Server) -> None:
    items = "".join(f'<item key="{n}"><uri>{server.address}/{n}.html</uri></item>' for n in range(3))
    content = f'<?xml version="1.0"?>\n<response>{items}</response>'.encode()
    server.replies["/transcripts.xml"] = Reply(200, content, {"Content-Type": "text/xml"})
    listing = _listing(server, "sitemap", "/transcripts.xml", fields={"location": "uri"})
    assert _found(server, listing) == ["/0.html", "/1.html", "/2.html"]
    with pytest.raises(FeedError, match="not a sitemap"):
        _found(server, _listing(server, "sitemap", "/transcripts.xml"))


def test_a_sitemap_that_names_itself_ends(server: Server) -> None:
    index = f"<sitemapindex><sitemap><loc>{server.address}/sitemap.xml</loc></sitemap></sitemapindex>"
    server.replies["/sitemap.xml"] = Reply(200, index.encode(), {"Content-Type": "application/xml"})
    assert _found(server, _listing(server, "sitemap", "/sitemap.xml")) == []


def test_search_goes_on_until_nothing_is_new_enough(server: Server) -> None:
    def answer(start: int, *days: str) -> None:
        items = [
            {"l": f"/p{start}{n}.html", "t": {"r": "Title"}, "d": f"{day}T09:00:00+01:00"} for n, day in enumerate(days)
        ]
        server.replies[f"/search?start={start}"] = Reply(
            200, orjson.dumps({"results": items}), {"Content-Type": "application/json"}
        )

    answer(0, "2024-09-02", "2024-08-30")
    answer(2, "2024-07-02", "2024-06-30")
    answer(4, "2024-05-02")
    answer(6, "2024-04-02")
    fields = {"items": "results", "link": "l", "title": "t.r", "published": "d", "step": "2"}
    listing = _listing(server, "search", "/search?start={start}", fields=fields)
    assert _found(server, listing) == ["/p01.html", "/p20.html"]
    assert server.asked("/search?start=6") == 0


def test_a_search_that_answers_otherwise_is_told(server: Server) -> None:
    server.page("/search", "<html>busy</html>")
    with pytest.raises(ConnectorError, match="not the answer of a search"):
        _found(server, _listing(server, "search", "/search"))
