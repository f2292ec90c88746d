"""Pages of the Ministry of Foreign Affairs of Japan (www.mofa.go.jp), in English."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import reading
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 11

# Older pages print the relations' section ("Japan-Thailand Relations") as the first heading, above the page's own.
_SECTION = re.compile(r"[A-Z][\w .,'’()&-]{2,60} Relations")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`; a section's name above the title is not the title."""
    draft = reading.read(content, url, media_type, content_type, layout, reading.JAPANESE_MINISTRIES)
    if _SECTION.fullmatch(draft.title) and media_type == "text/html":
        below = replace(layout, title=("#maincontents h2", "main h2", "h2"))
        own = reading.read(content, url, media_type, content_type, below, reading.JAPANESE_MINISTRIES)
        return replace(draft, title=own.title)
    return draft
