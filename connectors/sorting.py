"""What each block of a page is: the title's date, the opening, a note, a point, a link, or the page's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from connectors.dates import ANY_MONTH, printed_date, printed_day_first, printed_month
from connectors.draft import DraftChange, DraftFootnote, DraftLink
from connectors.habits import Habits
from connectors.outline import MAX_HEADING, is_item, split_label, without_bullet
from connectors.page import Block, Page, clean

PROVISIONAL = re.compile(
    r"[\[(（［]\s*Provisional\s+Translation\s*[\])］）]|^\s*Provisional\s+Translation\s*$|"
    # "(* The foregoing is a provisional translation. The above date denotes ... the original in Japanese.)"
    r"^[\[(（［*＊•・\-\s]{0,6}(?:The\s(?:foregoing|above|following)|This)\s(?:text\s|page\s)?is\sa\sprovisional\stranslation\b.{0,300}$",
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
# "Paris, May 29, 2015": where and when a text was issued, on the page of an embassy that published it days later.
_ISSUED = re.compile(rf"(?!\w+day,)[A-Z]\w+(?:\s[A-Z]\w+)?,\s{_LONE_DATE}")
_LONGEST_DATE_LINE = 80
# "Washington, DC–(ENEWSPF)–October 20, 2011.".
_LONGEST_DATELINE = 45
POSTED = re.compile(r"(?:Posted|Published|Released)(?:\s[Oo]n)?(?:\s?:|(?=\s\d))")
"""What stands before the day of publication: "Posted On: 24 MAR 2026 8:48PM by PIB Delhi", "Published 24 January
2020"."""
_POSTED_ALONE = re.compile(rf"{POSTED.pattern}\s?\d{{1,2}}\s{ANY_MONTH}\s\d{{4}}")
_LONGEST_CAPTION = 200
# The credit below the caption of a picture, on a line of its own.
_CREDIT = re.compile(r"[(（]写真提(?:供|[:：])")
# An item of a list with nothing in it, or whose words a saved text has in the next line.
_LABEL_ALONE = re.compile(r"[0-9]{1,2}\.|[-•・]")
# What a saved text has for a picture itself.
_IMAGE = re.compile(r"(?:[•・]\s*)?画像\s*\d")
_DISPLAYED = re.compile(
    rf"\W{{0,3}}(?:Today(?:.s date)?(?:\s+is)?|Current date|Printed|Viewed|Displayed|Accessed|Retrieved)(?:\s+on)?"
    rf"\s*[:：]?\s*{_LONE_DATE}(?:\W+\d{{1,2}}:\d{{2}}.{{0,12}})?\W{{0,3}}",
    re.IGNORECASE,
)


@dataclass
class _Note:
    mark: str
    lines: list[str]

    def goes_on(self, block: Block, last_number: int, *, begun: bool) -> bool:
        """Whether a block below belongs to the note: any but the next of the points (the first, where none has
        `begun` above the note), and none below a whole sentence that a mark in the text refers to ("(注)...。")."""
        if "注" in self.mark and self.lines and self.lines[0].endswith("。"):
            return False
        number = (split_label(block.text)[0] or "").rstrip(".．")
        if not begun and self.lines and number == "1":
            # "(参考)日・EU定期首脳協議は、…開催。" right below the opening: the points begin there.
            return False
        return not (last_number and number == str(last_number + 1))

    def is_noted_on(self, mark: str, text: str) -> bool:
        """Whether a note below is of this one's, and its list below both: "(注)肩書は当時のもの。", right below
        "【参考】最近の電話会談"."""
        return "参考" in self.mark and "注" in mark and len(self.lines) == 1 and bool(text)


@dataclass
class Sorted:
    """What the blocks of a page are."""

    published: date | None
    links: list[DraftLink]
    provisional: bool = False
    openings: list[str] = field(default_factory=list)
    of_event: list[str] = field(default_factory=list)
    """The paragraphs right below the opening that go on telling of the event."""
    above: list[str] = field(default_factory=list)
    """The paragraphs above the opening that say something, and are not kept: they tell of other events of the day."""
    body: list[Block] = field(default_factory=list)
    footnotes: list[DraftFootnote] = field(default_factory=list)
    declared: list[DraftChange] = field(default_factory=list)
    month: date | None = None
    """The last day of the month that stands alone where a date does."""


def sort(page: Page, title: str, habits: Habits) -> Sorted:
    """Sort the blocks of a page whose title is known, in their order."""
    return _Sorter(page, title, habits).sort()


class _Sorter:
    """The blocks of one page, each taken by the first that knows what it is."""

    def __init__(self, page: Page, title: str, habits: Habits) -> None:
        self._page = page
        self._title = title
        self._habits = habits
        published = printed_date(page.date_text) if page.date_text else None
        self._found = Sorted(published=published, links=list(page.links))
        self._in_links = False
        self._note: _Note | None = None
        """The note that goes on in the lines below it."""
        self._last_number = 0
        """The last number that a point of the body begins with."""
        self._above = 0
        """How many blocks of the body stood above the opening."""
        self._protocol_end = 0

    def sort(self) -> Sorted:
        takers = (
            self._takes_protocol,
            self._takes_link,
            self._takes_date,
            self._takes_furniture,
            self._takes_note,
            self._takes_what_tells_on,
            self._takes_opening,
        )
        for number, printed in enumerate(self._page.blocks):
            if self._ends(number):
                break
            block = self._without_mark(printed)
            if block is not None and not any(takes(number, block) for takes in takers):
                self._take_point(block)
        self._close_note()
        return self._found

    def _ends(self, number: int) -> bool:
        """Whether the page's end begins: what stands there is the site's."""
        text = self._page.blocks[number].text
        if number < self._protocol_end or not self._habits.trailer.match(text):
            return False
        if self._habits.trailer_links and not self._page.links:
            self._found.links.append(DraftLink(text, None))
        return True

    def _without_mark(self, block: Block) -> Block | None:
        """A block without the mark that it is a provisional translation; None where that is all of it."""
        if self._in_links or block.text == self._title or "rovisional" not in block.text.lower():
            return block
        if not PROVISIONAL.search(block.text):
            return block
        self._found.provisional = True
        text = clean(PROVISIONAL.sub(" ", block.text))
        return Block(text, block.kind, block.indent, block.marker, block.item) if text else None

    def _takes_protocol(self, number: int, block: Block) -> bool:
        if number < self._protocol_end:
            return True
        if self._found.openings or not (end := _protocol(self._page.blocks, number, self._habits)):
            return False
        self._protocol_end = end
        self._found.openings.append(" ".join(line.text for line in self._page.blocks[number:end]))
        self._found.body.clear()
        self._found.footnotes.clear()
        return True

    def _takes_link(self, number: int, block: Block) -> bool:
        if self._in_links and not self._page.links:
            self._found.links.append(DraftLink(block.text, None))
        self._in_links = self._in_links or self._habits.links_heading.match(block.text) is not None
        return self._in_links

    def _takes_date(self, number: int, block: Block) -> bool:
        """A line that prints when the page was published, changed or looked at."""
        text, found = block.text, self._found
        if len(text) <= _LONGEST_DATE_LINE and _DISPLAYED.fullmatch(text):
            return True
        if len(text) <= _LONGEST_DATE_LINE and _DECLARED.fullmatch(text):
            if (day := printed_date(text)) is not None:
                found.declared.append(DraftChange(day))
            return True
        # A short sentence in Japanese may open: "令和8年1月13日、高市総理は、…大統領と首脳会談等を行いました。".
        lone = not found.openings and len(text) <= _LONGEST_DATELINE and not self._habits.opens(text)
        # A lead may stand above "Published 24 January 2020".
        # And "Published 20 October 2017" alone at its end.
        posted = POSTED.match(text) is not None and (
            not (found.openings and found.body) or _POSTED_ALONE.fullmatch(text) is not None
        )
        if lone or posted:
            day = printed_date(text[:_LONGEST_DATE_LINE])
            if day is None and self._habits.day_first:
                day = printed_day_first(text)
            if day is not None:
                if found.published is None or _ISSUED.fullmatch(text) is not None:
                    found.published = day
                return True
        if not found.openings and found.published is None and (month := printed_month(text)) is not None:
            found.month = month
            return True
        return text == self._page.date_text

    def _takes_furniture(self, number: int, block: Block) -> bool:
        """The title again, the label of an empty item, a caption."""
        return (
            (block.text == self._title and not self._found.openings)
            or _LABEL_ALONE.fullmatch(block.text) is not None
            or self._habits.caption.match(block.text) is not None
            or _captioned(self._page.blocks, number, self._habits)
        )

    def _takes_note(self, number: int, block: Block) -> bool:
        if (note := _FOOTNOTE.fullmatch(block.text)) is not None:
            self._found.footnotes.append(DraftFootnote(note["mark"], note["text"]))
            return True
        if not self._found.openings:
            return False
        if (head := _NOTE.fullmatch(block.text)) is not None:
            if self._note is not None and self._note.is_noted_on(head["mark"], head["text"]):
                self._note.lines.append(block.text)
                return True
            self._close_note()
            self._note = _Note(head["mark"], [head["text"]] if head["text"] else [])
            return True
        if self._note is None:
            return False
        if not self._note.goes_on(block, self._last_number, begun=len(self._found.body) > self._above):
            self._close_note()
            return False
        self._note.lines.append(block.text)
        return True

    def _close_note(self) -> None:
        if self._note is not None and self._note.lines:
            self._found.footnotes.append(DraftFootnote(self._note.mark, "\n".join(self._note.lines)))
        self._note = None

    def _takes_what_tells_on(self, number: int, block: Block) -> bool:
        """A paragraph right below the opening that goes on telling of the event."""
        found = self._found
        if not found.openings or len(found.body) > self._above:
            return False
        if not _tells_on(block, self._page.blocks[number + 1 :], found.openings[0], self._habits):
            return False
        if block.text != found.openings[0]:
            found.of_event.append(block.text)
        return True

    def _takes_opening(self, number: int, block: Block) -> bool:
        found, habits = self._found, self._habits
        first = not found.openings
        if not first and not _repeats(block.text, found.openings[0]):
            return False
        # Where the first point is the opening, its label is none of the opening's words.
        beginning = split_label(without_bullet(block.text))[1] if first else block.text
        if habits.dateline is not None and (dateline := habits.dateline.match(beginning)) is not None:
            beginning = beginning[dateline.end() :]
        if not habits.opens(beginning):
            return False
        found.openings.append(beginning)
        if not first:
            # What reads like another is a point all the same.
            return False
        # Whatever stands above the opening is page furniture (menus, banners, breadcrumbs), but for the number and name
        # of the part that it opens.
        found.above = [above.text for above in found.body if _says_something(above.text)]
        found.body[:] = [above for above in found.body[-1:] if _opened(above, self._page.blocks[number + 1 :])]
        self._above = len(found.body)
        found.footnotes.clear()
        return True

    def _take_point(self, block: Block) -> None:
        label = split_label(block.text)[0]
        if label is not None and (number := label.rstrip(".．")).isdecimal():
            self._last_number = int(number)
        self._found.body.append(block)


_LONGEST_PROTOCOL = 16


def _protocol(blocks: Sequence[Block], number: int, habits: Habits) -> int:
    """Where the head of a protocol ends that begins with a block (the number of the block below it), or 0."""
    if habits.protocol is None or not ((first := habits.protocol.match(blocks[number].text)) and first["first"]):
        return 0
    for below in range(number + 1, min(number + _LONGEST_PROTOCOL, len(blocks))):
        if (last := habits.protocol.match(blocks[below].text)) is not None and last["last"]:
            return below + 1
    return 0


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


# Shorter ones are of the site's menus; a caption or a headline is no sentence, nor is "A spokesperson said:", but
# "...visited Turkey. An overview is as follows:" begins with one.
_SHORTEST_PARAGRAPH = 30
_SENTENCE = re.compile(r".*[.。][)”\"]?(?:\s.*:)?", re.DOTALL)


def _says_something(text: str) -> bool:
    return len(text) >= _SHORTEST_PARAGRAPH and _SENTENCE.fullmatch(text) is not None


def _opened(above: Block, below: Sequence[Block]) -> bool:
    """Whether the line right above the opening names the part that it opens: "1. Japan-Malaysia Summit Meeting"."""
    label, name = split_label(above.text)
    if label is None or not re.match(r"1\b", label) or name.endswith(".") or len(name) > MAX_HEADING:
        return False
    following = next((label for label, _ in (split_label(block.text) for block in below) if label is not None), None)
    return following is not None and not re.match(r"\d", following)


def _tells_on(block: Block, below: Sequence[Block], opening: str, habits: Habits) -> bool:
    """Whether a paragraph right below the opening goes on telling of the event."""
    if is_item(block) or split_label(block.text)[0] is not None:
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
    return habits.tells_again and habits.opening.match(block.text) is not None and _again(opening, block.text)


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


_STATES_ONE = re.compile("commencing|overview of|as follows")


def _repeats(paragraph: str, opening: str) -> bool:
    """Whether a later paragraph is an opening too, not a point that begins with a date."""
    return _STATES_ONE.search(paragraph) is not None and paragraph != opening
