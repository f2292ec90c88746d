"""Readouts written as prose: a title, a date, and paragraphs that begin "Today, the Prime Minister spoke with ...".

Most publishers write so. What differs between them is whom they write of, and what stands around the text; a source's
parser gives both, and may add what its pages alone have.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from connectors import reading
from connectors.dates import ANY_MONTH, month_number
from connectors.draft import Draft
from connectors.errors import NotASummaryError
from connectors.habits import Habits
from connectors.page import Layout

_BEFORE = (
    r"[“\"]?(?:(?:This|Earlier|Today|Yesterday|Tonight|Last|Late|On|In|At|Ahead|As|Following|During|Before|After|Upon|While)\b"
    r"[^.]{0,200}?[\s,])?"
)
# "CANADA, June 16 - Today, ...", "OTTAWA, ON, April 29, 2025 /CNW/ - Today, ...": agencies say from where they pass on.
# And "(MENAFN- EIN Presswire) CANADA, November 16 - Today, ...", passed on by one from another, and "New Delhi: ...".
_DATELINE = re.compile(
    r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:\s\([^()]{3,40}\))?\s?:\s+(?=(?:The\s)?(?:Prime\sMinister|President|PM)\b)|"
    rf"(?:\(?[A-Z]{{3,}}\s?-\s[\w ]{{3,30}}\)\s)?[“\"]?[A-Z]{{3,}}"
    rf"(?:[^/]{{0,60}}?\s/[A-Z]{{2,8}}/|,\s{ANY_MONTH}\s\d{{1,2}})?\s[-–—]\s+"
)
# "A Downing Street spokesperson said:".
_SPOKESPERSON = re.compile(
    r"(?:(?:Following|After)\s[^,.]{3,60},\s)?(?:An?|The|an?|the)\s(?:[A-Z0-9][\w.'’]*\s){1,4}[Ss]pokes(?:person|man|woman)\s(?:has\s|recently\s)?said\s?[:.]?$"
)
_DAY = re.compile(
    rf"(?<!\d[-–])\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{ANY_MONTH})|(?P<month2>{ANY_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b),?"
    rf"(?:\s+(?P<year>\d{{4}})\b)?"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ON_WEEKDAY = re.compile(rf"\b(?:on|this|last)\s+(?P<name>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"\b(?:today|tonight|(?:this|early in the|late in the) (?:morning|afternoon|evening)|(?<=\bhas )just)\b",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"\b(?:yesterday|last (?:night|evening))\b", re.IGNORECASE)
# "... called Chancellor X following the attack in Berlin yesterday": the day of what it followed.
_OF_WHAT_IT_FOLLOWED = re.compile(r"\b(?:following|after)\s[^,;.]{3,200}$", re.IGNORECASE)
# "today (25 September 2018)": the word, up to the date behind it that tells which day it means.
_WORD_WITH_ITS_DATE = re.compile(
    rf"(?:{_SAME_DAY.pattern}|{_DAY_BEFORE.pattern})\s*[(\[]\s*(?:\w+day,?\s+)?(?:the\s+)?$", re.IGNORECASE
)
_HELD = r"met|spoke|called|held|hosted|welcomed|joined|received|convened|participated|attended|had"
# "On Tuesday, President X will welcome Y to the White House": not "spoke with Y, who will host the summit".
_ANNOUNCES = re.compile(
    rf"(?:[^.;:]{{0,40}}\b(?:announce|advise|confirm)\sthat\s)?"
    rf"(?:(?!\b(?:{_HELD}|who|which|that|when|where)\b)[^;:]){{0,200}}?\s(?:will|shall)\s(?:\w+ly\s|also\s|be\s)?"
    r"(?:meet|speak|host|welcome|hold|travel|participate|attend|join|convene|call|receive|visit|visiting|make|undertake|take\spart|have\s(?:meetings|talks))\b"
)
# "... agreed to hold their summit in Hiroshima. So tomorrow, in addition to the G7, President X will participate ...".
_TOMORROW = re.compile(
    r"[.;]\s(?:So\s)?[Tt]omorrow,?\s[^.;]{0,80}?\b(?:President|Prime\sMinister)\b[^.;]{0,40}?\swill\s"
)
_LONG_AGO = timedelta(days=31)
"""A date further back than this from the page's own is of something else that the opening tells of."""
_WHAT_FOR = re.compile(
    r"\b(?:regarding|about|ahead of|in advance of|to discuss|to prepare|following|after|before|until|since)\b"
)
"""What follows is what was talked of, or when else something was."""
_BEGINNING = 400
"""Characters of an opening in which the day of the event is told, if it is."""


CALLED_THE_PRIME_MINISTER = r"[A-Z][^;\n]{2,80}?\s(?:called|telephoned|rang)\s(?:up\s)?(?:the\s)?Prime\s+Minister\b"
"""An opening that is about whoever called, a part of `leader` in `habits`: "The Belgian Prime Minister X called the
Prime Minister", "U.S. President X called the Prime Minister this morning"."""


def habits(
    leader: str,
    title_suffix: str,
    trailer: str,
    links_heading: str = r"(?:Related|Further)\s",
    section: str | None = None,
    captions: str = r"(?!)",
    day_first: bool = False,
) -> Habits:
    """How a publisher of prose writes, from patterns of its own.

    `leader` is whom its openings are about, `title_suffix` what follows a title in the title element, `trailer` what
    begins whatever follows the text, `section` the part of the site that a saved text names above the title, `captions`
    what is printed below its pictures, `day_first` how its dates in digits are read.
    """
    return Habits(
        opening=re.compile(rf"{_BEFORE}(?:[Tt]he\s+)?(?:{leader})"),
        trailer=re.compile(rf"(?:Share this(?: page| article)?\b|{trailer})"),
        # And the archive's banner: "This was published under the 2019 to 2022 Johnson Conservative government".
        caption=re.compile(
            r"(?:Image|Photo)\s*(?:credit|:|by)|\(Official White House Photo|"
            rf"This was published under the \d{{4}} to \d{{4}} |(?:{captions})",
            re.IGNORECASE,
        ),
        title_suffix=re.compile(rf"\s*[|–-]\s*(?:{title_suffix})$"),
        shortest_opening=40,
        of_event=_SPOKESPERSON,
        day_first=day_first,
        tells_again=True,
        dateline=_DATELINE,
        section=re.compile(rf"(?:{section})(?=\n)") if section is not None else None,
        links_heading=re.compile(rf"{links_heading}(?:links?|information|products?|documents?)\s*:?$", re.IGNORECASE),
    )


def read(
    content: bytes,
    url: str,
    media_type: str,
    content_type: str | None,
    layout: Layout,
    habits: Habits,
    leader_called: str,
) -> Draft:
    """Read a page of prose; see `connectors.reading.read`. The day of the event is worked out where the text tells.

    Raises NotASummaryError where the opening announces a meeting ("The President will welcome ...").
    """
    draft = reading.read(content, url, media_type, content_type, layout, habits)
    if announces(draft.opening or "") or _TOMORROW.search((draft.opening or "")[:_BEGINNING]):
        raise NotASummaryError(f"it announces a meeting that has yet to be held; the title is {draft.title!r}")
    return replace(draft, event_date=day_told(draft), leader_called=leader_called)


# "The Prime Minister and President spoke for over 30 minutes today.", "In the meeting this afternoon, the leaders ...",
# below a lead that tells of no day.
_TOLD_AGAIN = re.compile(
    r"[“\"]?(?:The\s(?:Prime\sMinister|President)\b[^.]{0,60}\s(?:spoke|met|called)\b[^.]{0,80}|"
    rf"(?:In|At|During)\sthe\s(?:meeting|call|talks)\s)(?:{_SAME_DAY.pattern})"
)
_BELOW = 8
"""Paragraphs below the opening in which the event may be told again."""


def day_told(draft: Draft) -> date | None:
    """The day of the event as the opening tells it (see `event_day`), or "today" where it is told again below it."""
    day = event_day(draft.opening, draft.published)
    if day is None and any(_TOLD_AGAIN.match(point.text or "") for point in draft.points[:_BELOW]):
        return draft.published
    return day


def announces(paragraph: str) -> bool:
    """Whether a paragraph announces a meeting or a visit: "On Tuesday, President X will welcome Y to ..."."""
    return _ANNOUNCES.match(paragraph) is not None


def event_day(opening: str | None, published: date | None) -> date | None:
    """The day of the event: what the opening says of it first, a date, "today" or "on Tuesday"; else None.

    Where a date has no year, and for every other word, the page's own date tells it: the last such day that is no later
    than the day after it (pages of another time zone may bear the day before), and no month ago.
    """
    beginning = (opening or "")[:_BEGINNING]
    told: list[tuple[int, date]] = []
    for match in _DAY.finditer(beginning[: purpose.start() if (purpose := _WHAT_FOR.search(beginning)) else None]):
        if _is_of_event(beginning, match.start()) and (day := _dated(match, published)) is not None:
            word = _WORD_WITH_ITS_DATE.search(beginning, 0, match.start())
            told.append((word.start() if word is not None else match.start(), day))
            break
    if published is not None:
        for pattern, ago in ((_SAME_DAY, 0), (_DAY_BEFORE, 1)):
            word = pattern.search(beginning)
            if word is None or (ago and _OF_WHAT_IT_FOLLOWED.search(beginning, 0, word.start()) is not None):
                continue
            told.append((word.start(), published - timedelta(days=ago)))
        if not told and (weekday := _ON_WEEKDAY.search(beginning)) is not None:
            back = (published.weekday() - _WEEKDAYS.index(weekday["name"].lower())) % 7
            told.append((weekday.start(), published - timedelta(days=back)))
        if not told and any(_dated(match, published) == published for match in _DAY.finditer(beginning)):
            # "..., after its mission ends, he said Monday 4 March after talks with X": of no other day is that told.
            return published
    return min(told)[1] if told else None


# Not behind "Ms.", "Mrs.", "Hon." or "Prof.".
_NEXT_SENTENCE = re.compile(r"(?<=[a-z\d)\]]{2})(?<!\bMrs)(?<!\bHon)(?<!\bGen)(?<!\bSen)(?<!\bProf)\.\s+(?=[A-Z])")
_MEETING_TOLD = re.compile(r"\b(?:met|spoke|called|held|hosted|meeting|call|talks|visit(?:ed)?|took\splace)\b")


def _is_of_event(beginning: str, at: int) -> bool:
    """Whether a date stands in the first sentence, or in one behind it that tells of a meeting again: not in "They
    welcomed the agreement reached on 14 July"."""
    begins = [mark.end() for mark in _NEXT_SENTENCE.finditer(beginning, 0, at)]
    ends = _NEXT_SENTENCE.search(beginning, at)
    end = ends.start() if ends is not None else len(beginning)
    return not begins or _MEETING_TOLD.search(beginning, begins[-1], end) is not None


def _dated(match: re.Match[str], published: date | None) -> date | None:
    month = month_number(match["month"] or match["month2"])
    number = int(match["day"] or match["day2"])
    try:
        if published is None:
            return date(int(match["year"]), month, number) if match["year"] else None
        day = date(int(match["year"] or published.year), month, number)
        if day > published + timedelta(days=1) and not match["year"]:
            day = date(published.year - 1, month, number)
        return day if timedelta(days=-1) <= published - day <= _LONG_AGO else None
    except ValueError:
        return None
