"""Readouts of the White House, on its own and frozen sites, and as the American Presidency Project prints them."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 127

_HABITS = prose.habits(
    # "President Joseph R. Biden, Jr. spoke today with ...", "Today, President Trump met with ...".
    # A readout of several may name another first.
    leader=r"Presidents?\b|Vice\s+President\b|Prime\s+Min\w+\b|Quad\s+Leaders\b",
    title_suffix="The White House|The American Presidency Project",
    trailer=r"###|Next Post|Previous Post|Joseph R\. Biden,? Jr\., Readout|Donald J\. Trump.*Readout",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The President")
