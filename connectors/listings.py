"""Finding pages that left the feeds: a publisher's index pages, sitemaps and searches, and web archives.

What a source has of these is data (`[[backfill]]` in its file). Nothing is fetched here but the listings themselves,
one after the other, by the client's rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urljoin

import orjson
from selectolax.lexbor import LexborHTMLParser

from connectors.errors import ConnectorError, FeedError
from connectors.fetch import Client, NotModified
from connectors.source import Listing, Source
from connectors.web_archives import Memento, read_cdx, read_timemap
from schemas.authorities.premierships import UnknownCountryError, authority

KINDS = ("index", "sitemap", "search", "cdx", "timemap")
_MOST_PARTS = 5_000
"""No listing has more pages than this; one that seems to goes round in circles."""


@dataclass(frozen=True)
class Listed:
    """A page that a listing names. `memento` is its capture in a web archive; without, its publisher has it."""

    url: str
    title: str = ""
    published: date | None = None
    memento: Memento | None = None


def pages(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...] = ()
) -> Iterator[Listed]:
    """The pages that a listing names between two civil dates, both included, each once.

    For a publisher's own listings the dates are those of publication, where the listing or the address tells (a page of
    which neither does is named); for web archives those of capture. A TimeMap is asked for each of `urls`. Raises
    ConnectorError where a listing cannot be had or read.
    """
    seen: set[str] = set()
    for page in _READERS[listing.kind](source, listing, first, last, client, urls):
        key = page.memento.address if page.memento else page.url
        if key in seen or not listing.links.search(page.url):
            continue
        seen.add(key)
        told = page.memento.at.date() if page.memento else page.published or _day_in(page.url)
        if told is None or first <= told <= last:
            yield page


_DAY_IN = re.compile(r"/(\d{4}/\d{2}/\d{2})(?=/|$)")


def _day_in(url: str) -> date | None:
    """The day in an address, where news are filed by it: .../2024/07/12/..."""
    found = _DAY_IN.search(url)
    return _day(found[1].replace("/", "-")) if found else None


def _get(client: Client, url: str) -> tuple[str, bytes]:
    answer = client.get(url)
    assert not isinstance(answer, NotModified)
    return answer.url, answer.content


def _index(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...]
) -> Iterator[Listed]:
    """Index pages by year, month and term: a month that has none is passed over."""
    addresses = dict.fromkeys(
        address for month in _months(first, last) for address in _filled(source, listing.address, month)
    )
    failed: ConnectorError | None = None
    had = 0
    for address in addresses:
        try:
            where, content = _get(client, address)
        except ConnectorError as error:
            failed = error
            continue
        had += 1
        for link in LexborHTMLParser(content).css("a[href]"):
            target = _joined(where, link.attributes.get("href") or "")
            if target is not None:
                yield Listed(target, " ".join(link.text().split()))
    if failed is not None and not had:
        raise failed


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def _filled(source: Source, address: str, month: date) -> Iterator[str]:
    """An address with its {yyyy}, {mm} and, for each term of the month, {ordinal} and {name}."""
    known = {"yyyy": f"{month:%Y}", "mm": f"{month:%m}"}
    if "{ordinal}" not in address and "{name}" not in address:
        yield address.format(**known)
        return
    try:
        holders = authority(source.country)
    except UnknownCountryError:
        return
    ends = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    for term in dict.fromkeys((*holders.on(month), *holders.on(ends))):
        yield address.format(**known, ordinal=term.ordinal or "", name=term.id.rpartition("-")[2])


def _joined(base: str, href: str) -> str | None:
    try:
        url = urljoin(base, href.strip()).partition("#")[0]
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) and len(url) <= 2000 and " " not in url else None


def _locations(element: str) -> re.Pattern[bytes]:
    name = re.escape(element).encode()
    changed = rb"(?:\s*<lastmod>\s*([0-9T:+.Z-]{10,35})\s*</lastmod>)?"
    return re.compile(rb"<%s>\s*([^<\s]{8,2000})\s*</%s>%s" % (name, name, changed))


def _sitemap(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...]
) -> Iterator[Listed]:
    """A sitemap (https://www.sitemaps.org/protocol.html) or an index of them: flat, so that no XML tree is built.

    A publisher's own list of addresses in XML is read so too, where the field `location` names the element of each.
    """
    located = _locations(listing.fields.get("location", "loc"))
    waiting, done = [listing.address], set[str]()
    while waiting and len(done) < _MOST_PARTS:
        address = waiting.pop()
        done.add(address)
        where, content = _get(client, address)
        if content[:2] == b"\x1f\x8b":
            from connectors.capture import decoded

            content = decoded(content, "gzip", where)
        locations = located.findall(content)
        is_index = b"<sitemapindex" in content[:2_000]
        if not locations and not is_index and b"<urlset" not in content[:2_000]:
            raise FeedError(address, "not a sitemap")
        # What was not changed since the first day, a page or a part of the sitemap, holds nothing published after it.
        recent = [
            loc.decode("utf-8", "replace").replace("&amp;", "&")
            for loc, changed in locations
            if not changed or changed[:10].decode() >= first.isoformat()
        ]
        if is_index:
            waiting += [loc for loc in recent if loc not in done]
        else:
            yield from map(Listed, recent)


def _search(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...]
) -> Iterator[Listed]:
    """A search that answers in JSON, page by page, until a page has no items (or none that are new enough)."""
    fields = listing.fields
    step = int(fields.get("step", "1"))
    start = int(fields.get("first", "0"))
    for number in range(_MOST_PARTS):
        told = {"start": start + number * step, "from": first.isoformat(), "to": last.isoformat()}
        address = listing.address.format(**told)
        try:
            where, content = _get(client, address)
        except ConnectorError:
            if number:
                # Past the last page some servers answer with an error.
                return
            raise
        try:
            items = _at(orjson.loads(content), fields.get("items", ""))
        except (orjson.JSONDecodeError, LookupError, TypeError) as error:
            raise FeedError(address, f"not the answer of a search: {error}") from None
        if not isinstance(items, list):
            raise FeedError(address, "not the answer of a search: its items are no list")
        dates = []
        for item in items:
            target = _joined(where, str(_or_none(item, fields.get("link", "link")) or ""))
            published = _day(_or_none(item, fields.get("published", "published")))
            dates.append(published)
            if target is not None:
                yield Listed(target, str(_or_none(item, fields.get("title", "title")) or ""), published)
        if not items or all(day is not None and day < first for day in dates):
            return


def _at(value: Any, path: str) -> Any:
    for name in filter(None, path.split(".")):
        value = value[name]
    return value


def _or_none(value: Any, path: str) -> Any:
    try:
        return _at(value, path)
    except (LookupError, TypeError):
        return None


def _day(value: Any) -> date | None:
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        return None


def _cdx(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...]
) -> Iterator[Listed]:
    for prefix in (*urls, *(() if urls else listing.prefixes)):
        key: str | None = None
        for _ in range(_MOST_PARTS):
            address = listing.address.format(
                prefix=quote(prefix, safe=""), first=f"{first:%Y%m%d}", last=f"{last:%Y%m%d}"
            )
            if key is not None:
                address += "&resumeKey=" + quote(key, safe="")
            where, content = _get(client, address)
            mementos, following = read_cdx(where, content, listing.fields["replay"])
            yield from (Listed(memento.url, memento=memento) for memento in mementos)
            if following is None or following == key:
                break
            key = following


def _timemap(
    source: Source, listing: Listing, first: date, last: date, client: Client, urls: tuple[str, ...]
) -> Iterator[Listed]:
    for url in urls:
        address: str | None = listing.address.format(url=url)
        for _ in range(_MOST_PARTS):
            if address is None:
                break
            where, content = _get(client, address)
            mementos, following = read_timemap(where, content, url, listing.fields.get("raw", ""))
            yield from (Listed(url, memento=memento) for memento in mementos)
            address = following if following != address else None


_Reader = Callable[[Source, Listing, date, date, Client, tuple[str, ...]], Iterator[Listed]]
_READERS: dict[str, _Reader] = {
    "index": _index, "sitemap": _sitemap, "search": _search, "cdx": _cdx, "timemap": _timemap,
}  # fmt: skip
