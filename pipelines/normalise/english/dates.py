"""The date of the event, from the opening paragraph, with the year where the page gives one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from connectors.dates import MONTH, MONTHS
from pipelines.normalise.findings import Doubt

_DAY = rf"""(?:the\s+)?(?:(?P<weekday>\w+day),?\s+)?
        (?: (?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?
          | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+to\s+\d{{1,2}})?(?:\s+of)?\s+(?P<month2>{MONTH}) )
        (?:\s*(?:,|and|to|through|[-–])\s*(?:{MONTH}\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?!\d|:))?
        (?:,?\s+(?P<year>\d{{4}}))?
        (?P<local>\s*,?\s*[(（\[]\s*local\s+(?:time|date)\s*[)）\]])?"""
_EVENT = re.compile(
    r"(?:(?:(?<=[apAP]\.[mM]\.\s)on|(?<=\d\s[apAP][mM]\s)on|On|From|In\s+the\s+\w+\s+of|On\s+the\s+\w+\s+of)\s+|"
    rf"(?:Today|On\s\w+day)\s?[(（]){_DAY}",
    re.VERBOSE,
)
# "X held a meeting with Y in Z from 10 a.m. (local time) on November 5": where no date leads.
_EVENT_LATER = re.compile(rf"\bon\s+(?:the\s+(?:morning|afternoon|evening|night)\s+of\s+)?{_DAY}", re.VERBOSE)
# "an outline of the Summit Meeting of 18 February 2002", "in the afternoon of 7 October", "from December 12 to 14",
# "From 10:45 to 11:00, July 19, 2000, at ...", "today, Saturday, March 12,": where nothing tells it with "on".
_EVENT_OF = re.compile(rf"\b(?:of|from|today,|\d\d?:\d\d,)\s+{_DAY}", re.VERBOSE)
# "On August 17, X arrived in Y ... and held talks with Z on August 18."
_ARRIVED = re.compile(r"[^.]{0,40}?\b(?:arrived|departed|left)\b[^.]{2,200}?\b(?:held|met|had)\b(?=[^.]*?\bon\s)")
# "From 22 to 23 May, X visited Y. The following is an outline of the meeting that took place ... on 23 May."
_TOOK_PLACE = re.compile(r"\bmeeting\sthat\stook\splace\s[^.;]{3,80}?(?=\bon\s)", re.IGNORECASE)
_DAY_ALONE = re.compile(r"On\sthe\s(\d{1,2})(?:st|nd|rd|th),")
_IN_URL = re.compile(r"/(?P<year>(?:19|20)\d{2})/?(?P<month>0[1-9]|1[0-2])/")
_OF_LAST_CENTURY = 90
# "/pfmv0209/india.html", "/summit0405.html": the year and the month of old addresses.
_SHORT_IN_URL = re.compile(r"/[a-z]+(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])(?:/|\.html?$)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class EventDate:
    """The event's civil date where it took place; `local` whether the page marks it so; doubts about it."""

    day: date | None
    local: bool
    doubts: tuple[Doubt, ...]


def event_date(
    opening: str, published: date | None, url: str, *, leads: bool = True, month_of: date | None = None
) -> EventDate:
    """The date the opening begins with, or, unless it `leads`, the first it tells with "on", or else with "of".

    The year is the one printed; else the one that puts the event on or before the page's own date; else, as a
    doubt, the one in the address. Without any of them the date is None: a year is not guessed. `month_of` is the date
    before it, whose month a day alone is of ("On the 27th, ...").
    """
    if month_of is not None and (day_alone := _DAY_ALONE.match(opening)) is not None:
        return EventDate(_date(month_of.year, month_of.month, int(day_alone[1])), False, ())
    match = _EVENT.search(opening)
    if match is None and not leads:
        match = _EVENT_LATER.search(opening) or _EVENT_OF.search(opening)
    if match is not None and (arrived := _ARRIVED.match(opening, match.end())) is not None:
        match = _EVENT_LATER.search(opening, arrived.end()) or match
    if match is not None and (held := _TOOK_PLACE.search(opening, match.end())) is not None:
        match = _EVENT_LATER.match(opening, held.end()) or match
    if match is None:
        return EventDate(None, False, (Doubt("date_missing", "the opening does not say on which date"),))
    month = MONTHS.index(match["month"] or match["month2"]) + 1
    number = int(match["day"] or match["day2"])
    local = match["local"] is not None
    doubts: list[Doubt] = []
    year: int | None
    if match["year"]:
        year = int(match["year"])
    elif published is not None:
        # Pages are dated the day of the event or soon after; in another time zone it may still be the day before.
        year = published.year
        day = _date(year, month, number)
        if day is not None and day > published + timedelta(days=2):
            year -= 1
    else:
        year, doubt = _year_of_address(url, month)
        doubts.append(doubt)
    day = _date(year, month, number) if year is not None else None
    if day is None and year is not None:
        doubts.append(Doubt("date_impossible", f"there is no {match[0].strip()!r} in {year}"))
    if day is not None and published is not None and day > published + timedelta(days=2):
        doubts.append(Doubt("event_after_publication", f"the event is dated {day}, the page {published}"))
    weekday = match["weekday"]
    if day is not None and weekday in _WEEKDAYS and _WEEKDAYS[day.weekday()] != weekday:
        doubts.append(Doubt("weekday_wrong", f"{day} was a {_WEEKDAYS[day.weekday()]}, not a {weekday}"))
    return EventDate(day, local, tuple(doubts))


def _year_of_address(url: str, month: int) -> tuple[int | None, Doubt]:
    in_url = _IN_URL.search(url) or _SHORT_IN_URL.search(url)
    if in_url is None:
        return None, Doubt("year_missing", "neither the opening nor the page gives a year")
    printed = int(in_url["year"])
    year = printed if printed > 99 else printed + (1900 if printed >= _OF_LAST_CENTURY else 2000)
    year -= 1 if month > int(in_url["month"]) else 0
    return year, Doubt("year_missing", f"neither the opening nor the page gives a year; {year} is from the address")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
