"""Pages of the Ministry of Foreign Affairs of Japan (www.mofa.go.jp), in English."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import reading
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 59

# The relations' section ("Japan-Thailand Relations", "Asia") is printed as the first heading, above the page's own.
_SECTION = re.compile(
    r"(?:[A-Z][\w .,'’()&-]{2,60} Relations|Countries & Regions|Press Releases|Asia|Oceania|Europe|Middle East|Africa|"
    r"(?:North|Latin) America(?: and the Caribbean)?|ASEAN|"
    r"(?:Japan and the )?United Nations|European Union(?: \(EU\))?|"
    r"North Atlantic Treaty Organization(?: \(NATO\))?)(?=\n)"
)
_HABITS = replace(reading.JAPANESE_MINISTRIES, section=_SECTION)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`; a section's name above the title is not the title."""
    draft = reading.read(content, url, media_type, content_type, layout, _HABITS)
    if media_type != "text/html" or not _SECTION.match(f"{draft.title}\n"):
        return draft
    below = replace(layout, title=("#maincontents h2", "main h2", "h2"))
    return replace(draft, title=reading.read(content, url, media_type, content_type, below, _HABITS).title)
