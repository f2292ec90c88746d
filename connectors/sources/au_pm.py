"""Media releases of the Prime Minister of Australia (www.pm.gov.au) about meetings and calls."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 106

_NAMED = r"Hon(?:\.|ourable)?\s[A-Z]\w+\s[A-Z]\w+(?:\sMP)?,\s(?:the\s)?Prime\s+Minister\b"

_HABITS = prose.habits(
    # "Prime Minister Anthony Albanese met ...", "The Hon X MP, Prime Minister of Australia, welcomed ...",
    # or of oneself: "Today I met with ...".
    leader=rf"Prime\s+Minister\b|{_NAMED}|I\s(?:met|spoke|held|hosted|welcomed|was\s+pleased|am\s+pleased|had)\b",
    title_suffix=r"Prime Minister of Australia",
    trailer=r"Media contact|Media enquiries|\[ENDS\]|Prime Minister.s Press Office",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The Prime Minister")
