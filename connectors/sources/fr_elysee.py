"""Readouts of the President of the French Republic, English edition (www.elysee.fr)."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 122

_HABITS = prose.habits(
    # "The President of the Republic spoke to ...", "Emmanuel Macron held ...", "The Head of State received ...".
    leader=r"(?:French\s+)?President\b|Emmanuel\s+Macron\b|Head\s+of\s+State\b",
    title_suffix=r"Élysée|Elysee",
    trailer=r"Read the (?:press )?release|See also|Continue reading|Download|Discover",
)


# "/en/emmanuel-macron/2025/02/10/...": a page's address names the President of whom the page says "the President".
_PRESIDENT_IN_ADDRESS = re.compile(r"^https?://[^/]+/en/(?P<name>[a-z]+(?:-[a-z]+){1,3})/\d{4}/")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`. Who was President is told by its address."""
    draft = prose.read(content, url, media_type, content_type, layout, _HABITS, "The President of the Republic")
    told = _PRESIDENT_IN_ADDRESS.match(url)
    return draft if told is None else replace(draft, leader_named=told["name"].replace("-", " ").title())
