"""Dates as pages print them, in English, and in Japanese by `connectors.japanese`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from connectors import japanese

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "(?:" + "|".join(MONTHS) + ")"

ANY_MONTH = "(?:" + "|".join(f"{m}|{m[:3]}t?\\b\\.?" for m in MONTHS) + ")"
"""A month in full or shortened: "September", "Sep.", "Sept."."""

_DATE = re.compile(rf"(?P<month>(?i:{ANY_MONTH}))\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,)?\s+(?P<year>\d{{4}})")
# "13 January 2020", "13-January-2020".
_DATE_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month>(?i:{ANY_MONTH}))(?:,?\s+|-)(?P<year>\d{{4}})"
)
_DATE_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[\s.,]+(?P<month>{ANY_MONTH})\s+(?P<day>\d{{1,2}})\b")
# "2019/8/30", "2019-08-30": of digits alone only where the year is first (ISO 8601-1, 5.2.2.1) and all there is.
_DATE_IN_DIGITS = re.compile(r"((?:19|20)\d{2})[/.-](\d{1,2})[/.-](\d{1,2})")


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


# "28/07/2014", "(Paris, 04/12/2017)".
_DAY_FIRST_IN_DIGITS = re.compile(
    r"\(?(?:[^\W\d][\w ]{2,20}[,–-]\s?)?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\)?"
)


def printed_day_first(text: str) -> date | None:
    """The date that is all that a text prints, in digits and the day first, as is the habit in France; or None."""
    match = _DAY_FIRST_IN_DIGITS.fullmatch(text)
    return _date_or_none(int(match["year"]), int(match["month"]), int(match["day"])) if match is not None else None


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month, by its English name in full or shortened, whatever the case ("24 MAR 2026")."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].title()))
