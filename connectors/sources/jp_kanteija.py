"""Pages of the Prime Minister's Office of Japan in Japanese (www.kantei.go.jp)."""

from __future__ import annotations

import re

from connectors import ministries, reading
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 63
# "トランプ米国大統領との電話会談についての会見".
_OF_A_TALK = re.compile(r"会談(?:等)?についての(?:記者)?会見")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    draft = reading.read(content, url, media_type, content_type, layout, ministries.JAPANESE)
    if draft.opening is None and _OF_A_TALK.search(draft.title):
        return reading.read(content, url, media_type, content_type, layout, ministries.TOLD_TO_THE_PRESS)
    return draft
