"""Readouts of the President of the European Council (www.consilium.europa.eu)."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

_HABITS = prose.habits(
    # "The President of the European Council, António Costa, spoke today with ...", "Presidents Michel and von der Leyen
    # met ...".
    leader=r"Presidents?\b|European\s+Council\s+President\b",
    title_suffix=r"Consilium|European Council|Council of the EU",
    trailer=r"Press contacts?|Topics:|Last review|Visit the meeting page|Background$",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The President")
