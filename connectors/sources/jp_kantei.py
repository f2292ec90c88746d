"""Pages of the Prime Minister's Office of Japan (japan.kantei.go.jp), in English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from connectors import ministries, reading
from connectors.dates import MONTH
from connectors.draft import Draft, Remark
from connectors.page import Layout

VERSION = 126

# What stands above the title of a page that was saved as text, up to 2009 and since.
_SECTION = re.compile(
    r"(?:Official Residence(?:\s+TOP|\s@)?|Prime Minister of Japan and His Cabinet(?:\s.{0,60})?|"
    r"(?:Top|Home)\s(?:>\s)?.{0,200}|(?:Top)?What's up around the Prime Minister(?: TOP|[A-Z]\w+, \d{4})?|"
    r"The Prime Minister in Action|Diplomatic Relations|"
    # And so it is misspelt.
    r"[Ss]peeches and [Ss]tate(?:ment|sment)s? by (?:the )?[Pp]rime [Mm]inister.{0,70})(?=\n)"
)
# "Prime Minister Receives a Courtesy Call from" and whom below it; not a caption, the date or the text.
_SECOND_LINE = re.compile(
    r"^(?:The\s)?Prime\sMinister\s(?!of\s)[^.\n]{3,80}\n"
    r"(?!\w+day,|Photo|Click|The\s[Pp]hoto|Prime\sMinister)[A-Z(][^\n]{3,100}(?<!\.)$"
)
# "Prime Minister X left for Jakarta ... In the afternoon, Prime Minister X held individual meetings with Mr. Y": in one
# paragraph, in copies that lost where theirs ended.
_JOURNEY = (
    r"Prime\sMinister\s[^.]{2,60}?\s(?:left|arrived|visited)\s.{5,2000}?"
    r"\bheld\s(?:(?:individual|separate)\s)?(?:meetings?|talks)\swith\s(?:Mr|Ms|Mrs|Dr|President|Prime\sMinister)\b"
)
_OPENS = ministries.ENGLISH.opens_without_date
# "Link : Statement by Prime Minister X", "Link:Opening Remarks by X at the Y Conference".
_LINK = r"Link\s?:\s?[A-Z]"
_HABITS = replace(
    ministries.ENGLISH,
    section=_SECTION,
    unfinished_title=_SECOND_LINE,
    trailer=re.compile(f"{ministries.ENGLISH.trailer.pattern}|{_LINK}", ministries.ENGLISH.trailer.flags),
    opens_without_date=re.compile(f"{_OPENS.pattern}|{_JOURNEY}") if _OPENS is not None else None,
)


# "/koizumiphoto/2004/07/21nikkan_e.html": the day's photographs, under the day.
_OF_DAY = re.compile(r"/\w+photo/(\d{4})/(\d{2})/(\d{2})")
_TELLS_DAY = re.compile(rf"\b(?:{MONTH}\s\d{{1,2}}\b|\d{{1,2}}\s{MONTH})")
# "left for Jakarta, Indonesia on the government plane from Haneda Airport on April 21 ...": not the day of talks.
_LEFT = re.compile(r"^[^.]{5,80}?\sleft\s(?:(?!\.\s[A-Z]).)+?\.(?=\s[A-Z])")
_TOLD_WITHIN = 400


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    draft = reading.read(content, url, media_type, content_type, layout, _HABITS)
    of_day = _OF_DAY.search(url)
    if of_day is None:
        return draft
    draft = replace(draft, of_day=True)
    if draft.opening is None or _TELLS_DAY.search(_LEFT.sub("", draft.opening)[:_TOLD_WITHIN]):
        return draft
    # The page stands in a diary: its day is that of the event, which the text need not repeat.
    if draft.published is not None:
        return replace(draft, event_date=draft.published)
    try:
        day = date(*map(int, of_day.groups()))
    except ValueError:
        return draft
    remark = Remark("date_from_address", "/event/date", f"the page prints no date; {day} is from the address")
    return replace(draft, event_date=day, remarks=(*draft.remarks, remark))
