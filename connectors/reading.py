"""Reading a page into a draft: which block is the title's date, the opening, a note, a point, or the page's end.

What differs between sources is data (`Layout` and `Habits`); what a source does that no other does goes into its own
parser, which calls `read` with it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from connectors import encoding, japanese
from connectors.draft import Draft, DraftChange, DraftFootnote, DraftLink, Remark
from connectors.errors import UnreadableError
from connectors.outline import MAX_HEADING, is_item, outline, split_label, without_bullet
from connectors.page import Block, Layout, Page, clean, from_html, from_text

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "(?:" + "|".join(MONTHS) + ")"

ANY_MONTH = "(?:" + "|".join(f"{m}|{m[:3]}t?\\b\\.?" for m in MONTHS) + ")"
"""A month in full or shortened: "September", "Sep.", "Sept."."""

_DATE = re.compile(rf"(?P<month>(?i:{ANY_MONTH}))\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})")
# "13 January 2020", "13-January-2020".
_DATE_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month>(?i:{ANY_MONTH}))(?:,?\s+|-)(?P<year>\d{{4}})"
)
_DATE_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[\s.,]+(?P<month>{ANY_MONTH})\s+(?P<day>\d{{1,2}})\b")
# "2019/8/30", "2019-08-30": of digits alone only where the year is first (ISO 8601-1, 5.2.2.1) and all there is.
_DATE_IN_DIGITS = re.compile(r"((?:19|20)\d{2})[/.-](\d{1,2})[/.-](\d{1,2})")
_PROVISIONAL = re.compile(
    r"[\[(（［]\s*Provisional\s+Translation\s*[\])］）]|^\s*Provisional\s+Translation\s*$|"
    # "(* The foregoing is a provisional translation. The above date denotes ... the original in Japanese.)"
    r"^[\[(（［*＊\s]{0,4}(?:The\s(?:foregoing|above|following)|This)\s(?:text\s|page\s)?is\sa\sprovisional\stranslation\b.{0,300}$",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(?P<mark>[(（]\s*[*＊※]\s*\d{0,2}\s*[)）]|[*＊※]\s?\d{1,2}|[*＊](?=[A-Z])|※|[(（]Notes?\s*\d{0,2}[)）]|Note\s*\d{0,2}(?=\s*:))"
    r"[:：]?\s*(?P<text>\S.*)"
)

# "(参考2)表敬に参加した米国連邦議員一行", "(注1)米議会日本研究グループ": a note that goes on in the lines below it.
_NOTE = re.compile(
    r"(?P<mark>[\[［(（【〔]\s*(?:参考|注|References?|Ref\.)\s*[0-9０-９]{0,2}\s*[\]］)）】〕])\s*[:：]?\s*(?P<text>.*)",
    re.IGNORECASE,
)


_LONE_DATE = (
    rf"(?:\w+day,?\s+)?(?:{ANY_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{ANY_MONTH},?\s+\d{{4}})"
    r"(?:,?\s+\d{1,2}:\d{2})?"
)
# "Last updated: March 3, 2026" is the publisher's word about the page; "Today: ..." is the site's clock.
_DECLARED = re.compile(
    rf"\W{{0,3}}(?:Last\s+)?(?:Updated?|Modified|Revised|Revision|Amended|Corrected)(?:\s+on)?\s*[:：]?\s*{_LONE_DATE}\W{{0,3}}",
    re.IGNORECASE,
)
_LONGEST_DATE_LINE = 80
# "Washington, DC–(ENEWSPF)–October 20, 2011.".
_LONGEST_DATELINE = 45
_LONGEST_LONE_DATE = 20
# "Wednesday, September 30, 2015".
_LONGEST_DATE = 29
# "Posted On: 24 MAR 2026 8:48PM by PIB Delhi", "Published 24 January 2020".
_POSTED = re.compile(r"(?:Posted|Published|Released)(?:\s[Oo]n)?(?:\s?:|(?=\s\d))")
_LONGEST_CAPTION = 200
_LONGEST_TITLE = 250
# The credit below the caption of a picture, on a line of its own.
_CREDIT = re.compile(r"[(（]写真提(?:供|[:：])")
# An item of a list with nothing in it.
_LABEL_ALONE = re.compile(r"[0-9]{1,2}\.")
# What a saved text has for a picture itself.
_IMAGE = re.compile(r"(?:[•・]\s*)?画像\s*\d")
_DISPLAYED = re.compile(
    rf"\W{{0,3}}(?:Today(?:.s date)?(?:\s+is)?|Current date|Printed|Viewed|Displayed|Accessed|Retrieved)(?:\s+on)?"
    rf"\s*[:：]?\s*{_LONE_DATE}(?:\W+\d{{1,2}}:\d{{2}}.{{0,12}})?\W{{0,3}}",
    re.IGNORECASE,
)


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
    dateline: re.Pattern[str] | None = None
    """What an agency that passes a text on puts before its first words: none of the publisher's."""
    protocol: re.Pattern[str] | None = None
    """What the head of a protocol is, in place of an opening: its first line (group `first`), which names the time, and
    its last (group `last`), below which the points stand. The lines from the one to the other are the opening."""
    tells_again: bool = False
    """Whether a lead may stand above the text, whose first paragraph then tells of the event once more."""


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
    if page.blocks and _PROVISIONAL.fullmatch(title):
        page = replace(page, title=page.blocks[0].text, blocks=(Block(title), *page.blocks[1:]))
        title = page.title or ""
    if page.date_text is None and len(title) <= _LONGEST_LONE_DATE and printed_date(title) is not None:
        return replace(page, date_text=title)
    if habits.section is None or not page.blocks:
        return page
    below = page.blocks[0].text
    lines = f"{title}\n{below[: _LONGEST_TITLE + 1]}"
    if not habits.section.match(lines):
        return page
    # A title may end with its date: "PM call with President X: 24 January 2020".
    if len(below) > _LONGEST_TITLE or printed_date(below[:_LONGEST_DATE]) is not None or habits.caption.match(below):
        return page
    # Above an old page there are several lines of the site's menu.
    return _below_section(replace(page, title=below, blocks=page.blocks[1:]), habits)


def from_page(page: Page, habits: Habits) -> Draft:
    """Make a draft of a page's blocks. Raises UnreadableError where there is no title."""
    title = habits.title_suffix.sub("", page.title or "").strip()
    if not title:
        raise UnreadableError("/title", "a title", "none")
    sorted_blocks = _sort(page, title, habits)
    if not sorted_blocks.openings and habits.opens_without_date is not None:
        sorted_blocks = _sort(page, title, replace(habits, opening=habits.opens_without_date))
    remarks = []
    if len(sorted_blocks.openings) > 1:
        remarks.append(
            Remark(
                "several_openings",
                "/opening",
                f"{len(sorted_blocks.openings)} paragraphs read like an opening; the first was taken",
            )
        )
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
    )


@dataclass
class _Note:
    mark: str
    lines: list[str]

    def goes_on(self, block: Block, last_number: int) -> bool:
        """Whether a block below belongs to the note: any but the next of the points, and none below a whole
        sentence that a mark in the text refers to ("(注)...。")."""
        if "注" in self.mark and self.lines and self.lines[0].endswith("。"):
            return False
        label = split_label(block.text)[0] or ""
        return not (last_number and label.rstrip(".．") == str(last_number + 1))


@dataclass
class _Sorted:
    published: date | None
    provisional: bool
    openings: list[str]
    of_event: list[str]
    body: list[Block]
    footnotes: list[DraftFootnote]
    links: list[DraftLink]
    declared: list[DraftChange]
    note: _Note | None = None
    """The note that goes on in the lines below it."""
    last_number: int = 0
    """The last number that a point of the body begins with."""
    month: date | None = None
    """The last day of the month that stands alone where a date does."""
    above: int = 0
    """How many blocks of the body stood above the opening."""


def _sort(page: Page, title: str, habits: Habits) -> _Sorted:
    found = _Sorted(
        published=printed_date(page.date_text) if page.date_text else None,
        provisional=False,
        openings=[],
        of_event=[],
        body=[],
        footnotes=[],
        links=list(page.links),
        declared=[],
    )
    in_links = False
    protocol_end = 0
    for number, block in enumerate(page.blocks):
        if number < protocol_end:
            continue
        text = block.text
        if not found.openings and (protocol_end := _protocol(page.blocks, number, habits)):
            found.openings.append(" ".join(line.text for line in page.blocks[number:protocol_end]))
            found.body.clear()
            found.footnotes.clear()
            continue
        if habits.trailer.match(text):
            if habits.trailer_links and not page.links:
                found.links.append(DraftLink(text, None))
            break
        if in_links or habits.links_heading.match(text):
            if in_links and not page.links:
                found.links.append(DraftLink(text, None))
            in_links = True
            continue
        if text == title and not found.openings:
            continue
        if _PROVISIONAL.search(text):
            found.provisional = True
            text = clean(_PROVISIONAL.sub(" ", text))
            if not text:
                continue
            block = Block(text, block.kind, block.indent, block.marker, block.item)
        if len(text) <= _LONGEST_DATE_LINE and _DISPLAYED.fullmatch(text):
            continue
        if len(text) <= _LONGEST_DATE_LINE and _DECLARED.fullmatch(text):
            if (day := printed_date(text)) is not None:
                found.declared.append(DraftChange(day))
            continue
        lone = not found.openings and len(text) <= _LONGEST_DATELINE
        # A lead may stand above "Published 24 January 2020".
        posted = _POSTED.match(text) is not None and not (found.openings and found.body)
        if (lone or posted) and (day := printed_date(text[:_LONGEST_DATE_LINE])) is not None:
            found.published = found.published or day
            continue
        if not found.openings and found.published is None and (month := printed_month(text)) is not None:
            found.month = month
            continue
        if text == page.date_text or _LABEL_ALONE.fullmatch(text):
            continue
        if habits.caption.match(text) or _captioned(page.blocks, number, habits):
            continue
        if (note := _FOOTNOTE.fullmatch(text)) is not None:
            found.footnotes.append(DraftFootnote(note["mark"], note["text"]))
            continue
        if found.openings and _is_of_note(block, found):
            continue
        first = not found.openings
        if not first and _tells_on(block, page.blocks[number + 1 :], found, habits):
            if text != found.openings[0]:
                found.of_event.append(text)
            continue
        # Where the first point is the opening, its label is none of the opening's words.
        beginning = split_label(without_bullet(text))[1] if first else text
        if habits.dateline is not None and (dateline := habits.dateline.match(beginning)) is not None:
            beginning = beginning[dateline.end() :]
        if habits.opening.match(beginning) and len(beginning) > habits.shortest_opening:
            found.openings.append(beginning)
            if first:
                # Whatever stands above the opening is page furniture (menus, banners, breadcrumbs), but for the number
                # and name of the part that it opens.
                found.body[:] = [above for above in found.body[-1:] if _opened(above, page.blocks[number + 1 :])]
                found.above = len(found.body)
                found.footnotes.clear()
                continue
            found.openings[1:] = [o for o in found.openings[1:] if _repeats(o, found.openings[0])]
        if (label := split_label(text)[0]) is not None and (number_told := label.rstrip(".．")).isdecimal():
            found.last_number = int(number_told)
        found.body.append(block)
    _close_note(found)
    return found


_LONGEST_PROTOCOL = 16


def _protocol(blocks: Sequence[Block], number: int, habits: Habits) -> int:
    """Where the head of a protocol ends that begins with a block (the number of the block below it), or 0."""
    if habits.protocol is None or not ((first := habits.protocol.match(blocks[number].text)) and first["first"]):
        return 0
    for below in range(number + 1, min(number + _LONGEST_PROTOCOL, len(blocks))):
        if (last := habits.protocol.match(blocks[below].text)) is not None and last["last"]:
            return below + 1
    return 0


def _is_of_note(block: Block, found: _Sorted) -> bool:
    """Whether a block begins a note or goes on with one, which then has it."""
    if (head := _NOTE.fullmatch(block.text)) is not None:
        _close_note(found)
        found.note = _Note(head["mark"], [head["text"]] if head["text"] else [])
        return True
    if found.note is None:
        return False
    if not found.note.goes_on(block, found.last_number):
        _close_note(found)
        return False
    found.note.lines.append(block.text)
    return True


def _close_note(found: _Sorted) -> None:
    if found.note is not None and found.note.lines:
        found.footnotes.append(DraftFootnote(found.note.mark, "\n".join(found.note.lines)))
    found.note = None


def _captioned(blocks: Sequence[Block], number: int, habits: Habits) -> bool:
    """Whether a line is what a saved text has for a picture: an item whose caption is the next line, or a caption
    whose credit is."""
    block, below = blocks[number], blocks[number + 1 : number + 2]
    if not below or len(block.text) > _LONGEST_CAPTION or block.text.endswith((".", "。")):
        return False
    if _CREDIT.match(below[0].text):
        return split_label(block.text)[0] is None
    credited = blocks[number + 2 : number + 3]
    if is_item(block) and block.text.endswith(below[0].text) and credited and _CREDIT.match(credited[0].text):
        # The picture's own text, and the same again as its caption.
        return True
    if number and _IMAGE.match(blocks[number - 1].text) and habits.caption.match(below[0].text):
        return True
    return is_item(block) and not is_item(below[0]) and habits.caption.match(below[0].text) is not None


def _opened(above: Block, below: Sequence[Block]) -> bool:
    """Whether the line right above the opening names the part that it opens: "1. Japan-Malaysia Summit Meeting"."""
    label, name = split_label(above.text)
    if label is None or not re.match(r"1\b", label) or name.endswith(".") or len(name) > MAX_HEADING:
        return False
    following = next((label for label, _ in (split_label(block.text) for block in below) if label is not None), None)
    return following is not None and not re.match(r"\d", following)


def _tells_on(block: Block, below: Sequence[Block], found: _Sorted, habits: Habits) -> bool:
    """Whether a paragraph right below the opening goes on telling of the event."""
    if len(found.body) > found.above or is_item(block) or split_label(block.text)[0] is not None:
        return False
    if habits.of_event is not None and habits.of_event.match(block.text):
        return True
    if (
        habits.states is not None
        and block.text.endswith((".", "。", ".)", "。)"))
        and not habits.states.search(block.text)
        and any(is_item(other) or split_label(other.text)[0] is not None for other in below[:2])
    ):
        return True
    return habits.tells_again and habits.opening.match(block.text) is not None and _again(found.openings[0], block.text)


_WHEN = r"(?:[Tt]oday|[Tt]onight|[Yy]esterday|(?:[Tt]his|[Ll]ast)\s(?:morning|afternoon|evening|night))"
_MET = r"(?:spoke|met|hosted|welcomed|held|received|called)"
_MET_TODAY = re.compile(rf"\b{_MET}\b[^.]*?\b{_WHEN}\b|\b{_WHEN}\b[^.]*?\b{_MET}\b")
_SAID_MORE = re.compile(r"\.\s(?:They|(?:The\s)?(?:two|[Bb]oth)?\s?[Ll]eaders)\s")
_FROM_MET = re.compile(rf"\b{_MET}\b.*", re.DOTALL)
_NAME_WORD = re.compile(r"(?<=\s)[A-ZÀ-Ž][\w’'-]{2,}")


def _again(opening: str, text: str) -> bool:
    """Whether a paragraph tells what the opening told: that the same people met or spoke, and when."""
    told, telling = _FROM_MET.search(opening), _FROM_MET.search(text)
    if told is not None and telling is not None and told[0] == telling[0]:
        # "Prime Minister Boris Johnson spoke to President X of Y." and "The Prime Minister spoke to President X of Y."
        return True
    if _MET_TODAY.search(opening) and _SAID_MORE.search(text):
        # "The Prime Minister and President X met today at the G7. They discussed ...": this is a statement.
        return False
    own = set(_NAME_WORD.findall(opening)) - _TITLES
    return _MET_TODAY.search(text) is not None and bool(own & set(_NAME_WORD.findall(text)))


_TITLES = frozenset(
    "Prime Minister President Chancellor Crown Prince King His Her Majesty Downing Street Secretary General".split()
)


def _repeats(paragraph: str, opening: str) -> bool:
    """Whether a later paragraph is an opening too, not a point that begins with a date."""
    return bool(re.search(r"commencing|overview of|as follows", paragraph)) and paragraph != opening


_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)")


def printed_month(text: str) -> date | None:
    """The last day of the month that is all that a line prints ("July 2003", "平成18年11月"), or None."""
    if (match := _MONTH_ALONE.fullmatch(text)) is None:
        return japanese.printed_month(text)
    year, month = int(match["year"]), month_number(match["month"])
    return date(year, month, monthrange(year, month)[1])


def printed_date(text: str) -> date | None:
    """The first full date printed in a text, or None. Impossible dates (February 30) count as none."""
    if "年" in text:
        return japanese.printed_date(text)
    if (digits := _DATE_IN_DIGITS.fullmatch(text.strip())) is not None:
        return _date_or_none(*map(int, digits.groups()))
    match = _DATE_YEAR_FIRST.match(text) or _DATE.search(text) or _DATE_DAY_FIRST.search(text)
    if match is None:
        return None
    return _date_or_none(int(match["year"]), month_number(match["month"]), int(match["day"]))


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month, by its English name in full or shortened, whatever the case ("24 MAR 2026")."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].title()))
