"""Web archives: which captures of a publisher's pages they hold, and the captures themselves.

Two ways to ask are in use. A CDX server lists captures by the prefix of their addresses
(https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server). A TimeMap lists those of one address
(RFC 7089 §5, in the link format of RFC 6690); the capture time of a memento is its Memento-Datetime (RFC 7089 §2.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import orjson

from connectors.errors import FeedError

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/json", "warc/revisit", "-")


@dataclass(frozen=True)
class Memento:
    """One capture in a web archive: of which address, when it was made (aware, UTC), and where it can be had."""

    url: str
    at: datetime
    address: str


def read_cdx(url: str, content: bytes, replay: str) -> tuple[list[Memento], str | None]:
    """The captures a CDX server's JSON lists, and the key to go on with, if there are more.

    `replay` is the address of a capture's bytes as they were received, with {timestamp} and {url}. Raises FeedError
    where the answer is no CDX list.
    """
    try:
        rows = _rows(content)
        if not rows:
            return [], None
        names = [str(name) for name in rows[0]]
        timestamp, original = names.index("timestamp"), names.index("original")
    except (orjson.JSONDecodeError, ValueError, TypeError, IndexError, KeyError) as error:
        raise FeedError(url, f"not a list of captures as CDX servers give it: {error}") from None
    key = None
    found: list[Memento] = []
    for number, row in enumerate(rows[1:], 1):
        if not row and number + 1 < len(rows):
            # After an empty row comes the key to resume with.
            key = str(rows[number + 1][0])
            break
        memento = _of_row(names, row, timestamp, original, replay)
        if memento is not None:
            found.append(memento)
    return found, key


_OTHER_NAMES = {"url": "original", "mime": "mimetype", "status": "statuscode"}


def _rows(content: bytes) -> list[list[str]]:
    """A CDX answer as rows under their names: one array of arrays (Wayback), or an object a line (pywb)."""
    if not content.lstrip().startswith(b"{"):
        rows: list[list[str]] = orjson.loads(content) if content.strip() else []
        return rows
    items = [orjson.loads(line) for line in content.splitlines() if line.strip()]
    if not all(isinstance(item, dict) and "timestamp" in item for item in items):
        raise ValueError("its objects have no timestamp")
    names = ("timestamp", "original", "mimetype", "statuscode")
    renamed = [{_OTHER_NAMES.get(name, name): str(value) for name, value in item.items()} for item in items]
    return [list(names), *([item.get(name, "-") for name in names] for item in renamed)]


def _of_row(names: list[str], row: object, timestamp: int, original: int, replay: str) -> Memento | None:
    if not isinstance(row, list) or len(row) != len(names):
        return None
    told = dict(zip(names, map(str, row), strict=True))
    at = _instant(told["timestamp"])
    if at is None or not told["original"].startswith(("http://", "https://")):
        return None
    if told.get("statuscode", "200") not in ("200", "-") or told.get("mimetype", "text/html") not in _PAGE_TYPES:
        return None
    # Archives of old crawls name the port that every http address has.
    page = re.sub(r"^(https?://[^/:]+):(?:80|443)(?=/|$)", r"\1", told["original"])
    return Memento(page, at, replay.format(timestamp=told["timestamp"], url=told["original"]))


def _instant(timestamp: str) -> datetime | None:
    """A CDX timestamp, yyyyMMddHHmmss in UTC."""
    try:
        return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


_LINK = re.compile(
    r"<\s*(?P<address>[^<>\s]{1,2000})\s*>(?P<params>(?:\s*;\s*[\w-]{1,30}\s*=\s*(?:\"[^\"]{0,300}\"|[^\s,;\"]{1,100}))*)"
)
_PARAM = re.compile(r"(?P<name>[\w-]{1,30})\s*=\s*(?:\"(?P<quoted>[^\"]{0,300})\"|(?P<bare>[^\s,;\"]{1,100}))")


# /20240712090000/ or, for a browser, /20240712090000mp_/: id_ asks for the bytes as they were received.
_REPLAYED = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def read_timemap(url: str, content: bytes, page: str, raw: str = "") -> tuple[list[Memento], str | None]:
    """The mementos of a page that a TimeMap lists, oldest first, and the address of the rest of it, if there is more.

    `raw` is what the archive wants after a timestamp to give the bytes as they were received ("id_"). Raises FeedError
    where the answer is no TimeMap.
    """
    text = content.decode("utf-8", "replace")
    found: list[Memento] = []
    more: str | None = None
    links = 0
    for link in _LINK.finditer(text):
        links += 1
        params = {p["name"].lower(): p["quoted"] or p["bare"] or "" for p in _PARAM.finditer(link["params"])}
        relations = params.get("rel", "").split()
        if "memento" in relations:
            at = _http_date(params.get("datetime", ""))
            if at is not None and link["address"].startswith(("http://", "https://")):
                address = _REPLAYED.sub(rf"/\g<1>{raw}/", link["address"], count=1) if raw else link["address"]
                found.append(Memento(page, at, address))
        elif "timemap" in relations and link["address"] != url:
            more = link["address"]
    if not links:
        raise FeedError(url, "not a TimeMap (RFC 7089): it has no links")
    return sorted(found, key=lambda memento: memento.at), more


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def told_datetime(header: str | None) -> datetime | None:
    """What a Memento-Datetime header says (RFC 7089 §2.1.1), aware, UTC; None where it says nothing usable."""
    return _http_date(header) if header else None
