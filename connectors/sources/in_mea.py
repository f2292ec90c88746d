"""Press releases of the Ministry of External Affairs of India about the Prime Minister's meetings."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import dates, prose
from connectors.draft import Draft, DraftPoint
from connectors.page import Layout

VERSION = 125
_LONGEST_PLACE = 40

_HABITS = prose.habits(
    # "Prime Minister Shri Narendra Modi met the President of ... on the sidelines of ... today."
    leader=r"Prime\s+Minister\b|PM\b|" + prose.CALLED_THE_PRIME_MINISTER,
    title_suffix=r"Ministry of External Affairs.*|MEA.*",
    # "Click here for Urdu version", "Write a Comment".
    trailer=r"(?:Write a )?Comments?\b|Post A Comment|Page last updated|Click here for [A-Z]",
    section=r"Media Cent(?:er|re)",
)
# "Prime Minister meets the President of France (June 17, 2025)".
_DATED = re.compile(r"\s*[(（](?P<date>[^()（）]{6,40})[)）]\s*$")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`. A title's date tells the day where the text does not."""
    draft = prose.read(content, url, media_type, content_type, layout, _HABITS, "The Prime Minister")
    dated = _DATED.search(draft.title)
    day = dates.printed_date(dated["date"]) if dated else None
    return replace(
        draft,
        event_date=draft.event_date or day,
        published=draft.published or day,
        points=_without_dateline(draft.points),
    )


def _without_dateline(points: tuple[DraftPoint, ...]) -> tuple[DraftPoint, ...]:
    """The points without the place and date of issue that end a release ("New Delhi", "July 8, 2024")."""
    if not points:
        return points
    *before, last = points
    words = last.heading or last.text or ""
    if last.points and len(words) <= _LONGEST_PLACE and _without_dateline(last.points) == ():
        return tuple(before)
    if last.points or len(words) > _LONGEST_PLACE or dates.printed_date(words) is None:
        return points
    if before and not before[-1].points and len(before[-1].heading or before[-1].text or "") <= _LONGEST_PLACE:
        before.pop()
    return tuple(before)
