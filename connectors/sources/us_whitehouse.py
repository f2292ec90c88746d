"""Readouts of the White House, on its own and frozen sites, and as the American Presidency Project prints them."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import reading
from connectors.draft import Draft
from connectors.page import Layout
from connectors.reading import Habits

VERSION = 1

_HABITS = Habits(
    # "President Joseph R. Biden, Jr. spoke today with ...", "Today, President Trump met with ...".
    opening=re.compile(
        r"(?:(?:This|Earlier|Today|Yesterday|Tonight|On|In|At|Following)\b[^.]{0,80}?[\s,])?"
        r"(?:(?:[Tt]he\s+)?President\b|Vice\s+President\b)"
    ),
    trailer=re.compile(
        r"(?:###|Share this page|Next Post|Previous Post|Joseph R\. Biden,? Jr\., Readout|Donald J\. Trump.*Readout)"
    ),
    caption=re.compile(r"(?:Image|Photo)\s*(?:credit|:|by)|\(Official White House Photo", re.IGNORECASE),
    title_suffix=re.compile(r"\s*[|–-]\s*(?:The White House|The American Presidency Project)$"),
    links_heading=re.compile(r"(?:Related|Further) (?:links?|information)\s*:?$", re.IGNORECASE),
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`. The day is the page's own where the text says "today"."""
    draft = reading.read(content, url, media_type, content_type, layout, _HABITS)
    return replace(draft, event_date=reading.told_day(draft.opening, draft.published), leader_called="The President")
