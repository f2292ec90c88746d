"""Pages of a visit, or of a day of one, in Japanese: the opening says who went where, and a part of the page whom the
leader met there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from connectors.draft import DraftPoint
from connectors.japanese import dates
from pipelines.normalise.japanese import kinds, people, texts
from pipelines.normalise.printed import texts_of

_LOOKED_INTO = 8
"""How many texts behind the opening are looked into for the meeting."""
# "…はマレーシアを公式訪問し、日・マレーシア首脳会談を行うとともに、…晩餐会に出席したところ": when, a part tells.
_VISITED_AND_MET = re.compile("を(?:公式|国賓)?訪問し、[^。、]{0,30}会談を行うとともに")
_OF_LEADERS = re.compile("首脳|総理")
# "11月4日及び5日", "2月13日から16日まで": of which of them the meeting was, the part has to tell.
_SEVERAL_DAYS = re.compile(
    r"日(?:\([^()]{1,5}\))?(?:から|より|及び|と|、|・|[-~〜～])\s*(?:翌|(?:\d{1,2}月)?\d{1,2}日)"
)


@dataclass(frozen=True)
class Meeting:
    """The meeting that a part of a page tells of: its text from the sentence on that tells it, in plain form, and the
    day, where the part or the opening tells one."""

    text: str
    day: date | None


def meeting_of(opening: str, points: Sequence[DraftPoint], published: date | None) -> Meeting | None:
    """The meeting of leaders that a part of the page tells to have been held, where the opening (in plain form) names
    none; or None. `published` is the page's date, by which days without a year are told."""
    first = texts.first_sentence(opening)
    if (kinds.named(first) or kinds.is_held(opening)) and _VISITED_AND_MET.search(first) is None:
        return None
    above = ""
    for heading, printed in itertools.islice(texts_of(points), _LOOKED_INTO):
        text, begin = texts.in_plain(printed)[: texts.LONGEST_PRINTED], 0
        above += f"{texts.in_plain(heading)} "
        while begin < len(text):
            end = begin + len(texts.first_sentence(text[begin:]))
            if _is_told(text[begin:end]):
                return Meeting(text[begin:], _day(f"{above}{text[:end]}", opening, published))
            begin = end + 1
        above += f"{text} "
    return None


def _day(told: str, opening: str, published: date | None) -> date | None:
    """The last day that the parts tell up to the sentence on the meeting; or the opening's, if that tells one alone."""
    days = [day for _, day in dates(told, published)][-1:]
    if not days and not _SEVERAL_DAYS.search(opening):
        days = [day for _, day in dates(opening, published)][:1]
    return days[0] if days else None


def _is_told(sentence: str) -> bool:
    """Whether a sentence tells that leaders met: not that somebody spoke of it."""
    if kinds.speaks_of(sentence) or not kinds.is_held(sentence):
        return False
    return _OF_LEADERS.search(sentence) is not None and (
        "首脳" in sentence or people.of_country().search(sentence) is not None
    )
