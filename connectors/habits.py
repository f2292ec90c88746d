"""How a source writes, as data: what its own words for an opening, a caption or the page's end are."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Habits:
    """How a source writes: patterns over whole blocks, and for the opening over its first words."""

    opening: re.Pattern[str]
    trailer: re.Pattern[str]
    caption: re.Pattern[str]
    title_suffix: re.Pattern[str]
    links_heading: re.Pattern[str]
    shortest_opening: int = 60
    """An opening has more characters than this."""
    trailer_links: bool = False
    """Whether what begins the trailer is a link of the page's own, which plain text lost."""
    of_event: re.Pattern[str] | None = None
    """How a paragraph below the opening begins that goes on to tell of the event, not of what was said there."""
    states: re.Pattern[str] | None = None
    """Words by which a statement is told from a paragraph that only goes on telling of the event, where numbered or
    listed points stand below it."""
    opens_without_date: re.Pattern[str] | None = None
    """How an opening begins that tells no date, on a page where nothing else opens the text."""
    section: re.Pattern[str] | None = None
    """What stands as the first line of a saved text, above the title, up to its end: the name of the part of the site.
    The pattern is held against that line and the one below it."""
    unfinished_title: re.Pattern[str] | None = None
    """How a title ends and the line below it begins where it goes on there, in a saved text: held against both."""
    dateline: re.Pattern[str] | None = None
    """What an agency that passes a text on puts before its first words: none of the publisher's."""
    protocol: re.Pattern[str] | None = None
    """What the head of a protocol is, in place of an opening: its first line (group `first`), which names the time, and
    its last (group `last`), below which the points stand. The lines from the one to the other are the opening."""
    day_first: bool = False
    """Whether a date in digits alone has the day first: "04/12/2017" is of December."""
    tells_again: bool = False
    """Whether a lead may stand above the text, whose first paragraph then tells of the event once more."""

    def opens(self, text: str) -> bool:
        """Whether a text begins as an opening does, and is long enough for one."""
        return len(text) > self.shortest_opening and self.opening.match(text) is not None
