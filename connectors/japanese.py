"""Dates as Japanese pages print them: by era or by the common year, in digits of either width."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

# The first year of each era, less one (Cabinet Order No. 143 of 2019 for 令和, No. 1 of 1989 for 平成).
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_FORMS = (
    # "令和6年7月11日", "2024年(令和6年)7月11日", "7月11日"; and "平成27年年3月", a slip.
    (
        r"(?:(?P<era>令和|平成|昭和)\s*(?P<nth>元|\d{1,2})年{1,2}\s*|(?P<year>\d{4})年\s*(?:[((][^()]{1,12}[))]\s*)?)?"
        r"(?P<month>\d{1,2})月\s*(?P<day>\d{1,2})\s?日"
    ),
    # "本11日", "本日(11日)"; and "月11日", where the page lost its number.
    # "本23午前": where the page lost the 日.
    r"(?:本日?[((]?|(?<!\d)月)\s*(?P<this>\d{1,2})(?:日|(?<=本\d\d)(?=午[前後]))",
    # "APEC首脳会議に際し、26日、小泉総理と…".
    r"(?<=に際し、)(?P<beside>\d{1,2})日(?=[、,])",
    # "11日(木)", "11日午後6時", "9日現地時間18時", "11日夜", "11日、", "11日(日本時間12日)", "11日に開催され",
    # "11日~12日、".
    (
        r"(?<![\d月])(?P<alone>\d{1,2})日(?:[((](?P<weekday>[月火水木金土日](?!本))|"
        r"(?P<clock>(?=現地時間|午前|午後|正午|[朝夕夜]|深夜|未明|\d{1,2}(?:時|:\d\d)))|(?=[、,])|(?=[((]日本時間)|(?=に?開催され)|(?=[~〜-]\d{1,2}日[、,]))"
    ),
)
_DATE = re.compile("|".join(_FORMS))
_WEEKDAYS = "月火水木金土日"


def plain(text: str) -> str:
    """A text with digits and letters of full width as those of half width, for looking into (NFKC)."""
    return unicodedata.normalize("NFKC", text)


def dates(text: str, published: date | None = None) -> list[tuple[int, date]]:
    """The dates in a plain text, and where each begins. One without a year is the last such day by the page's date,
    and so is one without a month ("本11日", the 11th of this month; "月11日", where the page lost its number;
    "11日(土)", if the day of the week is right; "11日、", if the page is of that day or the next; and "11日午後6時"
    or "…に際し、11日、", if it is of that day or the week after).

    A date that there is not (February 30) and one whose year nothing tells are left out.
    """
    found = []
    for match in _DATE.finditer(text):
        if match["this"]:
            if published is not None and (last := _last(int(match["this"]), published)) is not None:
                found.append((match.start(), last))
            continue
        if alone := match["alone"] or match["beside"]:
            if published is not None and (last := _last(int(alone), published)) is not None:
                # The day of the week vouches for the month; without one, that the page is of that day or soon after.
                told_of_event = match["beside"] or match["clock"] is not None
                weekday, near = match["weekday"], published - last <= timedelta(days=7 if told_of_event else 1)
                if _WEEKDAYS[last.weekday()] == weekday if weekday else near:
                    found.append((match.start(), last))
            continue
        month, day = int(match["month"]), int(match["day"])
        year: int | None = None
        if match["era"]:
            year = _ERAS[match["era"]] + (1 if match["nth"] == "元" else int(match["nth"]))
        elif match["year"]:
            year = int(match["year"])
        elif published is not None:
            year = published.year - ((month, day) > (published.month, published.day) and month - published.month > 1)
        try:
            if year is not None:
                found.append((match.start(), date(year, month, day)))
        except ValueError:
            continue
    return found


def _last(day: int, published: date) -> date | None:
    """The last day of that number by the page's date, this month or the one before it."""
    month = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=day)
    except ValueError:
        return None


_MONTH_ALONE = re.compile(r"(?P<era>令和|平成)\s*(?P<nth>元|\d{1,2})年\s*(?P<month>\d{1,2})月")


def printed_month(text: str) -> date | None:
    """The last day of the month that is all that a line prints ("平成18年11月"), or None."""
    match = _MONTH_ALONE.fullmatch(plain(text))
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    first = date(_ERAS[match["era"]] + (1 if match["nth"] == "元" else int(match["nth"])), int(match["month"]), 1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


# "平成18年6月27日〜6月28日", "平成20年2月24日、25日".
_TO = re.compile(r"\d日\s*[~〜・、,-]\s*(?P<last>(?:\d{1,2}月)?\d{1,2}日)$")
_LONGEST_JOURNEY = timedelta(days=31)


def printed_date(text: str) -> date | None:
    """The first date with a year that a text prints, or None; of days from which to which, the last."""
    printed = plain(text)
    found = dates(printed)
    if not found:
        return None
    begin, first = found[0]
    to = _TO.search(printed, begin)
    if to is None:
        return first
    month = "" if "月" in to["last"] else f"{first.month}月"
    # "平成18年12月30日〜1月2日": over the new year.
    ends = (day for year in (first.year, first.year + 1) for _, day in dates(f"{year}年{month}{to['last']}"))
    return next((day for day in ends if timedelta(0) <= day - first <= _LONGEST_JOURNEY), first)
