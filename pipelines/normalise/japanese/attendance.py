"""Who took part, where a Japanese opening does not tell: by a list of those who came, or by who spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from pipelines.normalise.japanese.people import (
    LONGEST_NAME,
    OFFICE,
    WORD,
    guest,
    leader,
    meeting_with,
    of_country,
    told_with,
)
from pipelines.normalise.person import Person
from schemas.authorities import names_ja
from schemas.authorities.premierships import Authority


def leader_who_spoke(texts: Iterable[str], holders: Authority, day: date | None) -> list[Person]:
    """The publisher's own leader, where what is said there is told of, and no opening: by name, or by the office alone
    if one is known to have held it that day."""
    for text in texts:
        if (spoke := _SPOKE.search(text)) is not None and day is not None:
            if spoke["name"]:
                held = [term for term in holders.on(day) if spoke["name"].startswith(term.family_name_native)]
            else:
                held = list(holders.sure_on(day))
            return [Person(leader(spoke, held[0], holders), 0, 0)] if len(held) == 1 else []
    return []


def guest_who_spoke(texts: Iterable[str], title: str, day: date | None) -> list[Person]:
    """The first who spoke there for the country that the name of the meeting tells, where no opening names who came."""
    meeting = meeting_with().search(title)
    spoke = next((match for text in texts for match in _GUEST_SPOKE.finditer(text)), None)
    if meeting is None or spoke is None:
        return []
    return [told_with(spoke, names_ja.named(meeting), day)]


_GUEST_SPOKE = re.compile(rf"(?:^|、|冒頭)(?P<name>{WORD})(?P<office>{OFFICE})(?=より|から)")
_SPOKE = re.compile(r"(?:^|、|冒頭)(?P<name>[一-龥々]{1,4})?(?P<office>(?:内閣)?総理(?:大臣)?)(?=より|から)")


def members(opening: str, lines: Iterable[str], day: date | None) -> list[Person]:
    """The members of a parliament in a list of those who came, one a line ("ビリー・ロング下院議員(共同議長)"), of
    the country whose parliament the opening names."""
    of = _parliament().search(opening)
    if of is None:
        return []
    return [told_with(match, names_ja.named(of), day) for line in lines for match in _MEMBER.finditer(line)]


# Each at the beginning of its line, or behind the Latin name of the one before: "…Majority Leader) - チャック・…".
_MEMBER = re.compile(
    rf"(?:^|\)\s-\s)(?:\(?\d{{1,2}}[).]\s*|[-•・]\s*)?(?P<name>{WORD}(?:・{WORD}){{1,7}})"
    r"(?P<office>(?:連邦)?(?:議会)?(?:上|下)院(?:議員|議長|院内総務))(?=\()"
)


@cache
def _parliament() -> re.Pattern[str]:
    return re.compile(rf"{names_ja.with_letters()}国?(?=連邦議会|議会|国会議員|(?:上|下)院|日コーカス)")


def listed(lines: Iterable[str], day: date | None) -> list[Person]:
    """The people of a list of those who attended, one a line: "トン・キリバス大統領"."""
    found = []
    for line in lines:
        if len(line) <= LONGEST_NAME and (match := of_country().search(line)) is not None:
            person = guest(match, line, "", day)
            if (person.begin, person.end) == (0, len(line)):
                found.append(person)
    return found
