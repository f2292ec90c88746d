"""Readouts of the Prime Minister of Canada (pm.gc.ca)."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

_HABITS = prose.habits(
    # "Today, the Prime Minister, Mark Carney, spoke with ...", "Prime Minister Justin Trudeau today met with ...".
    leader=r"Prime\s+Minister\b",
    title_suffix=r"Prime Minister of Canada",
    trailer=r"Associated [Ll]inks?|Related (?:News|Product)|Follow the Prime Minister",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The Prime Minister")
