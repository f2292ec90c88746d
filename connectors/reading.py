"""Reading a page into a draft.

What differs between sources is data (`connectors.page.Layout` and `connectors.habits.Habits`); what a source does that
no other does goes into its own parser, which calls `read` with it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import encoding
from connectors.dates import printed_date
from connectors.draft import Draft, Remark
from connectors.errors import UnreadableError
from connectors.habits import Habits
from connectors.outline import outline
from connectors.page import Block, Layout, Page, from_html, from_text
from connectors.sorting import PROVISIONAL, sort

_LONGEST_LONE_DATE = 20
# "Wednesday, September 30, 2015".
_LONGEST_DATE = 29
_LONGEST_TITLE = 250
_QUOTED = 80
# "平成30年7月11日日・タイ首脳会談": a heading of two parts, saved as one line.
_DATED_TITLE = re.compile(
    r"(?P<date>(?:令和|平成|昭和)(?:\d{1,2}|元)年\d{1,2}月\d{1,2}日)(?P<title>[^\s()。、][^。]{3,100})"
)


def read(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout, habits: Habits) -> Draft:
    """Read a page's bytes into a draft.

    `media_type` is text/html or text/plain; `content_type` the header, for its charset. Raises UnreadableError where
    there is no text or no title.
    """
    decoded = encoding.decode(content, content_type)
    if not decoded.text.strip():
        raise UnreadableError("", "a page", "an empty body")
    if media_type == "text/plain":
        page = _below_section(from_text(decoded.text), habits)
    else:
        page = from_html(decoded.text, url, layout)
    draft = from_page(page, habits)
    if decoded.problem:
        remark = Remark("encoding_doubtful", "/opening", f"the page {decoded.problem}")
        draft = Draft(**{**draft.__dict__, "remarks": (*draft.remarks, remark)})
    return draft


def _below_section(page: Page, habits: Habits) -> Page:
    """A saved text whose first line names the part of the site, or says that it is a provisional translation, with the
    line below it as its title, if that is one; one that lost its title and begins with its date, with that as the
    page's."""
    title = page.title or ""
    if page.blocks and PROVISIONAL.fullmatch(title):
        page = replace(page, title=page.blocks[0].text, blocks=(Block(title), *page.blocks[1:]))
        title = page.title or ""
    if page.blocks and habits.unfinished_title is not None:
        below = page.blocks[0].text
        if habits.unfinished_title.search(f"{title}\n{below[: _LONGEST_TITLE + 1]}"):
            page = replace(page, title=f"{title}{below}", blocks=page.blocks[1:])
            title = page.title or ""
    if page.date_text is None and len(title) <= _LONGEST_LONE_DATE and printed_date(title) is not None:
        return replace(page, date_text=title)
    if habits.section is None or not page.blocks:
        return page
    below = page.blocks[0].text
    lines = f"{title}\n{below[: _LONGEST_TITLE + 1]}"
    if not habits.section.match(lines):
        return page
    if (dated := _DATED_TITLE.fullmatch(below)) is not None:
        return replace(page, title=dated["title"], date_text=dated["date"], blocks=page.blocks[1:])
    # A title may end with its date: "PM call with President X: 24 January 2020".
    captioned = habits.caption.match(below) is not None and habits.section.match(f"{below}\n") is None
    if len(below) > _LONGEST_TITLE or printed_date(below[:_LONGEST_DATE]) is not None or captioned:
        return page
    # Above an old page there are several lines of the site's menu.
    return _below_section(replace(page, title=below, blocks=page.blocks[1:]), habits)


def _beginning(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def from_page(page: Page, habits: Habits) -> Draft:
    """Make a draft of a page's blocks. Raises UnreadableError where there is no title."""
    title = habits.title_suffix.sub("", page.title or "").strip()
    if not title:
        raise UnreadableError("/title", "a title", "none")
    sorted_blocks = sort(page, title, habits)
    if not sorted_blocks.openings and habits.opens_without_date is not None:
        sorted_blocks = sort(page, title, replace(habits, opening=habits.opens_without_date))
    remarks = []
    if len(sorted_blocks.openings) > 1:
        remarks.append(
            Remark(
                "several_openings",
                "/opening",
                f"{len(sorted_blocks.openings)} paragraphs read like an opening; the first was taken",
            )
        )
    if above := sorted_blocks.above:
        which = (
            "1 paragraph above the opening is" if len(above) == 1 else f"{len(above)} paragraphs above the opening are"
        )
        remarks.append(Remark("text_above_opening", "/opening", f'{which} not in the record: "{_beginning(above[0])}"'))
    return Draft(
        title=title,
        published=sorted_blocks.published,
        provisional_translation=sorted_blocks.provisional,
        opening=" ".join([sorted_blocks.openings[0], *sorted_blocks.of_event]) if sorted_blocks.openings else None,
        points=outline(sorted_blocks.body),
        footnotes=tuple(sorted_blocks.footnotes),
        links=tuple(sorted_blocks.links),
        declared_changes=tuple(sorted_blocks.declared),
        canonical_url=page.canonical_url,
        remarks=tuple(remarks),
        month=sorted_blocks.month,
        above=tuple(sorted_blocks.above),
    )
