"""Reading a page into a draft.

What differs between sources is data (`connectors.page.Layout` and `connectors.habits.Habits`); what a source does that
no other does goes into its own parser, which calls `read` with it.
"""

from __future__ import annotations

from dataclasses import replace

from connectors import encoding, saved
from connectors.draft import Draft, Remark
from connectors.errors import UnreadableError
from connectors.habits import Habits
from connectors.outline import outline
from connectors.page import Layout, Page, from_html, from_text
from connectors.sorting import sort

_QUOTED = 80


def read(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout, habits: Habits) -> Draft:
    """Read a page's bytes into a draft.

    `media_type` is text/html or text/plain; `content_type` the header, for its charset. Raises UnreadableError where
    there is no text or no title.
    """
    decoded = encoding.decode(content, content_type)
    if not decoded.text.strip():
        raise UnreadableError("", "a page", "an empty body")
    if media_type == "text/plain":
        page = saved.titled(from_text(decoded.text), habits)
    else:
        page = from_html(decoded.text, url, layout)
    draft = from_page(page, habits)
    if decoded.problem:
        remark = Remark("encoding_doubtful", "/opening", f"the page {decoded.problem}")
        draft = Draft(**{**draft.__dict__, "remarks": (*draft.remarks, remark)})
    return draft


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
