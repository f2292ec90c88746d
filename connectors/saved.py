"""Which line of a page saved as text is its title, and which its date.

A text has no headings: above the title may stand the menu of the site, and the title may go on in a second line.
"""

from __future__ import annotations

import re
from dataclasses import replace

from connectors.dates import printed_date
from connectors.habits import Habits
from connectors.page import Block, Page
from connectors.sorting import POSTED, PROVISIONAL

_LONGEST_LONE_DATE = 20
# "Ottawa, Ontario - November 6, 2018": where it was issued, and the date.
_ISSUED_AT = re.compile(r"[A-Z][\w.'’ -]{1,40}, [A-Z][\w.'’ -]{1,40} [-–] (?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4})")
# "Wednesday, September 30, 2015".
_LONGEST_DATE = 29
_LONGEST_TITLE = 250
# "平成30年7月11日日・タイ首脳会談": a heading of two parts, saved as one line.
_DATED_TITLE = re.compile(
    r"(?P<date>(?:令和|平成|昭和)(?:\d{1,2}|元)年\d{1,2}月\d{1,2}日)(?P<title>[^\s()。、][^。]{3,100})"
)


# "日韓首脳会談", below the date.
_NAMES_A_MEETING = re.compile(
    r"[^。、，\s]{2,30}(?:会談|表敬|会合|懇談|協議)(?:について|の?概要|[(（](?:概要|結果)[)）])?"
)


def titled(page: Page, habits: Habits) -> Page:
    """A saved text with the line that is its title as that, and what stands above it left out, but for a mark of a
    provisional translation; of one that lost its title and begins with its date, with that as the page's."""
    page = _with_the_second_line(_below_a_mark(page), habits)
    title = page.title or ""
    if (posted := _posted(title)) is not None and page.blocks and len(page.blocks[0].text) <= _LONGEST_TITLE:
        return replace(page, title=page.blocks[0].text, date_text=posted, blocks=page.blocks[1:])
    if page.date_text is None and len(title) <= _LONGEST_LONE_DATE and printed_date(title) is not None:
        if page.blocks and _NAMES_A_MEETING.fullmatch(page.blocks[0].text) is not None:
            return replace(page, title=page.blocks[0].text, date_text=title, blocks=page.blocks[1:])
        return replace(page, date_text=title)
    if page.date_text is None and (issued := _ISSUED_AT.fullmatch(title)) is not None:
        return replace(page, date_text=issued["date"])
    if habits.section is None or not page.blocks or habits.section.match(_two_lines(page)) is None:
        return page
    below = page.blocks[0].text
    if (dated := _DATED_TITLE.fullmatch(below)) is not None:
        return replace(page, title=dated["title"], date_text=dated["date"], blocks=page.blocks[1:])
    # A title may end with its date: "PM call with President X: 24 January 2020".
    begins_with_date = printed_date(below[:_LONGEST_DATE]) is not None
    captioned = habits.caption.match(below) is not None and habits.section.match(f"{below}\n") is None
    if len(below) > _LONGEST_TITLE or begins_with_date or captioned:
        return page
    # Above an old page there are several lines of the site's menu.
    return titled(replace(page, title=below, blocks=page.blocks[1:]), habits)


def _posted(line: str) -> str | None:
    """The date of a line that says no more than when a page was posted: "Posted on 9 May 2018", above the title."""
    posted = POSTED.match(line)
    day = line[posted.end() :].strip() if posted is not None else ""
    return day if len(day) <= _LONGEST_LONE_DATE and printed_date(day) is not None else None


def _below_a_mark(page: Page) -> Page:
    """With the line below it for the title, where the first says that it is a provisional translation."""
    if not page.blocks or PROVISIONAL.fullmatch(page.title or "") is None:
        return page
    return replace(page, title=page.blocks[0].text, blocks=(Block(page.title or ""), *page.blocks[1:]))


def _with_the_second_line(page: Page, habits: Habits) -> Page:
    """With the line below it as the end of the title, where the title goes on there."""
    if not page.blocks or habits.unfinished_title is None or habits.unfinished_title.search(_two_lines(page)) is None:
        return page
    above, below = page.title or "", page.blocks[0].text
    between = " " if above.isascii() else ""
    return replace(page, title=f"{above}{between}{below}", blocks=page.blocks[1:])


def _two_lines(page: Page) -> str:
    """The title, and the line below it as far as it may be one."""
    return f"{page.title or ''}\n{page.blocks[0].text[: _LONGEST_TITLE + 1]}"
