"""Pages of the Prime Minister's Office of Japan in Japanese (www.kantei.go.jp)."""

from __future__ import annotations

from connectors import ministries, reading
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 119


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    return reading.read(content, url, media_type, content_type, layout, ministries.JAPANESE)
