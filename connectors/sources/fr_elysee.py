"""Readouts of the President of the French Republic, English edition (www.elysee.fr)."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 122

_HABITS = prose.habits(
    # "The President of the Republic spoke to ...", "François Hollande held ...", "The Head of State received ...".
    leader=r"(?:French\s+)?President\b|Head\s+of\s+State\b|"
    r"(?:Emmanuel\s+Macron|François\s+Hollande|Nicolas\s+Sarkozy|Jacques\s+Chirac)\b",
    # As the embassies print what it issues: "... – Communiqué issued by the Presidency of the Republic".
    title_suffix=r"Élysée|Elysee|(?:Press\s+)?[Cc]ommuniqué\s.{3,80}",
    trailer=r"Read the (?:press )?release|See (?:also|all articles)|Latest news$|À consulter|Continue reading|Download|"
    r"Discover",
)


# "/en/emmanuel-macron/2025/02/10/...": a page's address names the President of whom the page says "the President".
_PRESIDENT_IN_ADDRESS = re.compile(r"^https?://[^/]+/en/(?P<name>[a-z]+(?:-[a-z]+){1,3})/\d{4}/")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`. Who was President is told by its address."""
    draft = prose.read(content, url, media_type, content_type, layout, _HABITS, "The President of the Republic")
    told = _PRESIDENT_IN_ADDRESS.match(url)
    return draft if told is None else replace(draft, leader_named=told["name"].replace("-", " ").title())
