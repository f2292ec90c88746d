"""News of the North Atlantic Treaty Organization about its Secretary General's meetings (www.nato.int)."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

_HABITS = prose.habits(
    # "NATO Secretary General Jens Stoltenberg met with ... on Thursday (13 September 2018) to discuss ...", "The
    # Alliance will stay committed, NATO Secretary General X said Monday after talks with President Y", "The Prime
    # Minister of Z, X, visited NATO Headquarters on Friday for a meeting with Secretary General Y".
    leader=(
        r"(?:NATO\s+)?Secretary[\s-]General\b|"
        r"[A-Z][^;\n]{2,200}?\bSecretary[\s-]General\b[^;\n]{0,60}?\ssaid\b[^;\n]{0,60}?\s(?:after|following)\s(?:talks|a\smeeting)|"
        r"[A-Z][^;\n]{2,200}?\svisited\sNATO\s[Hh]eadquarters\b[^;\n]{0,100}?\s(?:for|to)\s[^.;\n]{0,100}?\bSecretary[\s-]General\b"
    ),
    title_suffix=r"NATO(?: News)?",
    captions=r"(?:Joint press \w+ (?:by|with) |NATO Secretary General |Bilateral meeting )[^.]{0,200}$",
    trailer=r"Related (?:videos|pictures|news)|Previous|More news|Follow us",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The Secretary General")
