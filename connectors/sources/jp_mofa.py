"""Pages of the Ministry of Foreign Affairs of Japan (www.mofa.go.jp), in English."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import ministries
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 126

# The relations' section ("Japan-Thailand Relations", "Asia") is printed as the first heading, above the page's own.
_SECTION = re.compile(
    r"(?:[A-Z][\w .,'’()&-]{2,60} Relations|Countries & Regions|Press Releases|Asia|Oceania|Europe|Middle East|Africa|"
    r"(?:North|Latin) America(?: and the Caribbean)?|ASEAN|"
    r"(?:Japan and the )?United Nations|European Union(?: \(EU\))?|"
    r"North Atlantic Treaty Organization(?: \(NATO\))?)(?=\n)"
)
_HABITS = replace(ministries.ENGLISH, section=_SECTION)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.ministries.read_below_section`."""
    return ministries.read_below_section(content, url, media_type, content_type, layout, _HABITS)
