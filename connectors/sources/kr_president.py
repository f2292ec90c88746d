"""Briefings of the President of the Republic of Korea, English edition (eng.president.go.kr)."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 110

_HABITS = prose.habits(
    # "President Yoon Suk Yeol on Nov. 17 held talks with ...".
    leader=r"President\b|(?:South\s)?Korean\s+President\b",
    title_suffix=r"Office of the President.*|Briefing Room",
    trailer=r"List|Previous|Next|Go to list|Copyright",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The President")
