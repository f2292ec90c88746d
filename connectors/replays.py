"""Pages as web archives show them: replayed, with links that stay in the archive and what it adds to the page.

A reader who saves such a page has the archive's address of it, a URI-M (RFC 7089 §2.1), and a rewritten page. The
address tells what was captured and when, in UTC; undoing the rest makes the page read as the publisher sent it, so that
it is not told as revised. The Wayback Machine and everything built on pywb (https://pywb.readthedocs.io) write
addresses of one form: {archive}/{14 digits}{two letters and _, of how it is shown}/{address captured}.
"""

from __future__ import annotations

import html as markup
import re
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

_ADDRESS = re.compile(
    r"https?://[^/\s]{1,255}/(?:[^/\s?#]{1,60}/){0,6}(\d{14})(?:[a-z]{2}_)?/(?P<scheme>https?):/{1,2}(?P<rest>[^/\s]\S*)"
)
_QUOTED = r'("(?:[^"\\\n]|\\.){8,2000}")'
_OF_WAYBACK = re.compile(rf'__wm\.wombat\(\s*{_QUOTED}\s*,\s*"(\d{{14}})"')
_OF_PYWB = re.compile(rf'\bwbinfo\.url = {_QUOTED};\s*wbinfo\.timestamp = "(\d{{14}})"')
_HEAD = 50_000
"""Characters in which an archive adds what it has to say: it is the first thing of the head."""

ADDED = ("#wm-ipp-base", "#wm-ipp-print", "#donato", "#_wb_frame_top_banner", "#_wb_plain_banner")
"""CSS selectors of what archives put among a page's own content: the banners of the Wayback Machine and of pywb."""


@dataclass(frozen=True)
class Replayed:
    """What an archive shows: the address captured, and when it was received there (aware, UTC)."""

    url: str
    at: datetime


def of_address(address: str) -> Replayed | None:
    """What is shown at an address, if it is a web archive's."""
    found = _ADDRESS.fullmatch(address)
    at = _moment(found[1]) if found else None
    return Replayed(f"{found['scheme']}://{found['rest']}", at) if found and at else None


def original(address: str) -> str:
    """The address captured where this is a web archive's, else the address as it is."""
    shown = of_address(address)
    return shown.url if shown else address


def is_replayed(html: str) -> bool:
    """Whether an archive has rewritten this page. Both programs do it with wombat.js since 2017; banners are older."""
    return "wombat.js" in html or "BEGIN WAYBACK TOOLBAR INSERT" in html


def of_page(html: str) -> Replayed | None:
    """What an archive wrote into the page that it shows, wherever it is read."""
    head = html[:_HEAD]
    for pattern, escaped in ((_OF_WAYBACK, True), (_OF_PYWB, False)):
        if (found := pattern.search(head)) and (at := _moment(found[2])):
            try:
                url = orjson.loads(found[1])
            except orjson.JSONDecodeError:
                continue
            return Replayed(markup.unescape(url) if escaped else url, at)
    return None


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
