"""On which day an event was, of the dates that a Japanese opening names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from connectors.japanese import dates
from pipelines.normalise.japanese import texts

# "10月16日から17日までミラノで開催中の…"; and "5月22日から23日にかけ、…を訪問し".
_WHILE_IT_IS_HELD = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}日から(?:\d{1,2}月)?\d{1,2}日(?:まで(?=[^、。]{0,30}開催)|にかけ(?=[、て]))"
)
# "7月1日、次の目的地である英国に到着し、翌7月2日、…会談に臨みました": not "(日本時間翌2日)", nor "12日から翌13日まで".
_NEXT_DAY = re.compile(r"(?<=[し、])翌$")


def day_of(opening: str, above: Iterable[str], published: date | None) -> date | None:
    """The day of an event: the first that an opening (in plain form) names, or one told to be the next; else the first
    in the paragraphs `above` it; None where no date is named. `published` is the page's date, by which days without a
    year are told."""
    named = _without_those_of_a_summit(opening, dates(opening, published))
    if named:
        return next((told for at, told in named if _NEXT_DAY.search(opening, 0, at)), named[0][1])
    # "平成20年7月6日、福田総理は…に入りました。", in a paragraph above "視察後、福田総理は…首脳会談を行い".
    return next((told for text in above for _, told in dates(texts.in_plain(text), published)), None)


def _without_those_of_a_summit(text: str, named: list[tuple[int, date]]) -> list[tuple[int, date]]:
    """The dates that a text names but for those from which to which a summit was held, if it names another."""
    held = _WHILE_IT_IS_HELD.search(text)
    others = [told for told in named if held is None or not held.start() <= told[0] < held.end()]
    return others or named
