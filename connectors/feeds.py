"""Reading feeds: what a publisher announces. feedparser does the reading, whatever the dialect."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urldefrag, urljoin

import feedparser

from connectors.errors import FeedError

MAX_ENTRIES = 2000
"""Feeds carry tens of entries; one with more is read this far."""

_DECLARES_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True)
class FeedEntry:
    """One announced page. `published` is UTC, or None where the feed does not say."""

    url: str
    title: str
    published: datetime | None
    feed: str


@dataclass(frozen=True)
class Feed:
    """A feed as read: its entries, newest announcement first as printed, and what was odd about it."""

    url: str
    dialect: str
    entries: tuple[FeedEntry, ...]
    remarks: tuple[str, ...]


def read(url: str, content: bytes, content_type: str | None = None) -> Feed:
    """Read a feed in RSS 0.9-2.0, RSS 1.0/RDF or Atom.

    Relative links are resolved against the feed's address, fragments dropped, entries announced twice kept once. A
    feed that is broken but partly readable gives what can be read, with a remark.

    Raises FeedError where it is empty, no feed at all, or declares entities (which nothing here needs, and which
    are how XML is made to explode).
    """
    if not content.strip():
        raise FeedError(url, "the feed is empty (0 bytes of content)")
    if _DECLARES_ENTITY.search(content):
        raise FeedError(url, "the feed declares XML entities; it is not read")
    headers = {"content-location": url, "content-type": content_type or "application/xml"}
    parsed: Any = feedparser.parse(content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    dialect = parsed.get("version") or ""
    if not dialect and not parsed.entries:
        raise FeedError(url, f"not a feed: {_why(parsed, content)}")
    remarks = []
    if parsed.get("bozo"):
        remarks.append(f"the feed is not well-formed: {_why(parsed, content)}")
    if len(parsed.entries) > MAX_ENTRIES:
        remarks.append(f"the feed has {len(parsed.entries)} entries; the first {MAX_ENTRIES} were read")
    entries: dict[str, FeedEntry] = {}
    unusable = repeated = 0
    for raw in parsed.entries[:MAX_ENTRIES]:
        entry = _entry(url, raw)
        if entry is None:
            unusable += 1
        elif entry.url in entries:
            repeated += 1
        else:
            entries[entry.url] = entry
    if unusable:
        remarks.append(f"{unusable} entries have no usable link")
    if repeated:
        remarks.append(f"{repeated} entries repeat a link announced before")
    return Feed(url, dialect or "unknown", tuple(entries.values()), tuple(remarks))


def _entry(feed_url: str, raw: Any) -> FeedEntry | None:
    link = (raw.get("link") or "").strip()
    if not link:
        return None
    try:
        address = urldefrag(urljoin(feed_url, link)).url
    except ValueError:
        return None
    if not address.startswith(("http://", "https://")) or len(address) > 2000 or re.search(r"[\s<>\"]", address):
        return None
    moment = raw.get("published_parsed") or raw.get("updated_parsed")
    try:
        published = datetime.fromtimestamp(timegm(moment), UTC) if moment else None
    except (ValueError, OverflowError):
        published = None
    return FeedEntry(address, " ".join((raw.get("title") or "").split()), published, feed_url)


def _why(parsed: Any, content: bytes) -> str:
    if content.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        return "it is an HTML page"
    error = parsed.get("bozo_exception")
    return str(error)[:200] if error else "no feed element found"
