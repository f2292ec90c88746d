"""Readouts of the President of the French Republic, English edition (www.elysee.fr)."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 115

_HABITS = prose.habits(
    # "The President of the Republic spoke to ...", "Emmanuel Macron held a telephone conversation with ...".
    leader=r"(?:French\s+)?President\b|Emmanuel\s+Macron\b",
    title_suffix=r"Élysée|Elysee",
    trailer=r"Read the (?:press )?release|See also|Continue reading|Download|Discover",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The President of the Republic")
