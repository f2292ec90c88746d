"""Pages of the Ministry of Foreign Affairs of Japan (www.mofa.go.jp), in English."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import encoding, reading
from connectors.draft import Draft
from connectors.page import Layout, clean

VERSION = 12

# The relations' section ("Japan-Thailand Relations", "Asia") is printed as the first heading, above the page's own.
_SECTION = re.compile(
    r"[A-Z][\w .,'’()&-]{2,60} Relations|Countries & Regions|Press Releases|Asia|Oceania|Europe|Middle East|Africa|"
    r"(?:North|Latin) America(?: and the Caribbean)?|ASEAN|United Nations"
)
_LONGEST_TITLE = 250


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`; a section's name above the title is not the title."""
    draft = reading.read(content, url, media_type, content_type, layout, reading.JAPANESE_MINISTRIES)
    if not _SECTION.fullmatch(draft.title):
        return draft
    if media_type == "text/html":
        below = replace(layout, title=("#maincontents h2", "main h2", "h2"))
        own = reading.read(content, url, media_type, content_type, below, reading.JAPANESE_MINISTRIES)
        return replace(draft, title=own.title)
    return replace(draft, title=_next_line(content, content_type, draft.title) or draft.title)


def _next_line(content: bytes, content_type: str | None, section: str) -> str | None:
    """The title of a saved text: what stands between the section's name and the date; None where nothing does."""
    lines = [line for line in map(clean, encoding.decode(content, content_type).text.splitlines()) if line]
    title = lines[lines.index(section) + 1] if section in lines[:-1] else ""
    usable = len(title) <= _LONGEST_TITLE and reading.printed_date(title) is None
    return title if usable and not reading.JAPANESE_MINISTRIES.caption.match(title) else None
