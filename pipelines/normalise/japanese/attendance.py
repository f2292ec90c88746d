"""What of a Japanese page tells who took part, where the sentence that tells the event does not: one behind it, a list
of those who came, who spoke. Which of these is asked when is in `present`."""

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
    people_of,
    told_with,
)
from pipelines.normalise.person import Person, guests, own_side
from schemas.authorities import names_ja
from schemas.authorities.offices import LEADERS, rank_of
from schemas.authorities.premierships import Authority
from schemas.record import speaks_for

# "ゼレンスキー・ウクライナ大統領も参加しました。"
_ATTENDED_TOO = re.compile("(?P<who>[^。]{4,80}?)も(?:、|オンラインで|途中から)*(?:参加|出席)し(?:まし)?た")


# "会合には、…米国大統領、…首相及び…首相が出席しました。", "(議長:…首相)", of a meeting of many.
_ATTENDED = re.compile(
    r"(?:会合|会議|協議|首脳会談)には、?(?P<who>[^。]{4,300}?)(?:ら)?が(?:出席|参加)し(?:まし)?た|"
    r"\(議長:(?P<chair>[^()]{4,60})\)"
)


def attended(behind: str, holders: Authority, day: date | None) -> list[Person]:
    """The leaders of others of whom what stands `behind` the first sentence of an opening, where that names none, tells
    that they attended, or that one was in the chair."""
    match = _ATTENDED.search(behind)
    if match is None:
        return []
    return guests(people_of(match["who"] or match["chair"], "", {}, holders, day), holders.country)


def attended_too(behind: str, present: list[Person], holders: Authority, day: date | None) -> list[Person]:
    """The leaders of others, not among those present, of whom what stands `behind` the first sentence of an opening
    tells that they took part too."""
    told = [match["who"] for match in _ATTENDED_TOO.finditer(behind)]
    return [
        person
        for person in _besides(present, told, holders, day)
        if rank_of(person.participant["office"], speaks_for(person.participant)) in LEADERS
    ]


# "さらに、トンガ王国の…首相と首脳会談を行った後、ソロモン諸島の…首相と首脳会談を行いました。" And "引き続き小泉総理は…
# 委員長らとの「日・EU定期首脳協議」に臨みました。".
_MET_TOO = re.compile(
    r"(?:さらに|更に|また|続いて|引き続き|その後|次に|最後に)(?:、|(?=[一-龥]{1,4}総理は))(?P<who>[^。「」]{4,400}?)"
    r"(?:(?:首脳)?会談(?:及び[^。、]{2,12})?(?:等)?を行い|(?:ら|等)?との「?[^。「」]{0,10}首脳協議」?に臨み)ました。$"
)


def met_too(texts: Iterable[str], present: list[Person], holders: Authority, day: date | None) -> list[Person]:
    """The leaders of others, not among those present, of whom a paragraph tells no more than that they were met too."""
    told = [match["who"] for match in map(_MET_TOO.fullmatch, texts) if match is not None]
    return _besides(present, told, holders, day)


def _besides(present: list[Person], told: Iterable[str], holders: Authority, day: date | None) -> list[Person]:
    """The leaders of others whom texts name, each once, who are not among those present."""
    found: list[Person] = []
    names = {_called(person) for person in present}
    for text in told:
        for person in guests(people_of(text, "", {}, holders, day), holders.country):
            if _called(person) not in names:
                found.append(person)
                names.add(_called(person))
    return found


def _called(person: Person) -> str:
    return person.participant["family_name"] or person.participant["name_as_published"]


def leader_who_spoke(texts: Iterable[str], holders: Authority, day: date | None) -> list[Person]:
    """The publisher's own leader, where what is said there is told of, and no opening: by name, or by the office alone
    if one is known to have held it that day."""
    for text in texts:
        if (spoke := _SPOKE.search(text)) is not None and day is not None:
            if spoke["name"]:
                held = [term for term in holders.on(day) if spoke["name"].startswith(term.family_name_native)]
            else:
                held = list(holders.sure_on(day))
            printed = f"{spoke['name'] or ''}{spoke['office']}"
            return [Person(leader(printed, spoke["office"], held[0], holders), 0, 0)] if len(held) == 1 else []
    return []


def leader_named(texts: Iterable[str], holders: Authority, day: date | None) -> list[Person]:
    """The publisher's own leader, as the first of the paragraphs above an opening that names one tells.

    "…羽田空港を出発した小泉総理は、…に到着しました。", above "その後、エンフボルト首相と首脳会談を行いました。".
    """
    return next(filter(None, (own_side(people_of(text, "", {}, holders, day), holders.country) for text in texts)), [])


def guest_who_spoke(texts: Iterable[str], title: str, day: date | None) -> list[Person]:
    """The first who spoke there for the country that the name of the meeting tells, where no opening names who came."""
    meeting = meeting_with().search(title)
    spoke = next((match for text in texts for match in _GUEST_SPOKE.finditer(text)), None)
    if meeting is None or spoke is None:
        return []
    return [told_with(spoke, names_ja.named(meeting), day)]


_SPEAKS = "(?:^|、|冒頭|^これに対し(?:て)?)"
_GUEST_SPOKE = re.compile(rf"{_SPEAKS}(?P<name>{WORD})(?P<office>{OFFICE})(?=より|から)")
_SPOKE = re.compile(rf"{_SPEAKS}(?P<name>[一-龥々]{{1,4}})?(?P<office>(?:内閣)?総理(?:大臣)?)(?=より|から)")


@cache
def _first_of_side() -> re.Pattern[str]:
    """The first of those who came for a side: "(なお、出席者は、ロシア側は、プーチン大統領ほか…外相、"."""
    return re.compile(
        rf"出席者は、(?:[^。()]{{0,200}}。)?(?!日(?!本)){names_ja.with_letters()}側は、?(?P<name>{WORD})(?P<office>{OFFICE})"
    )


def on_another_side(text: str, holders: Authority, day: date | None) -> list[Person]:
    """The leader whom a bracket names first of those who came for another side, where no sentence tells who did."""
    match = _first_of_side().search(text)
    if match is None or names_ja.code_of(names_ja.named(match)) == holders.country:
        return []
    return [told_with(match, names_ja.named(match), day)]


def members(of: str, texts: Iterable[str], day: date | None) -> list[Person]:
    """The members of a parliament whom `texts` name: one a line in a list of those who came
    ("ビリー・ロング下院議員(共同議長)"), or one behind the other in an opening ("…下院議員、…下院議員による").

    `of`, an opening or a title, names the country whose parliament it is."""
    country = _parliament().search(of)
    if country is None:
        return []
    return [told_with(match, names_ja.named(country), day) for text in texts for match in _MEMBER.finditer(text)]


# Each at the beginning of its line, behind the Latin name of the one before ("…Majority Leader) - チャック・…"), or, in
# a sentence, behind "訪日中の" or another.
_MEMBER = re.compile(
    rf"(?:(?:^|\)\s-\s)(?:[-•・]\s*)?(?:\(?\d{{1,2}}[).]\s*)?|(?<=[の、]))(?P<name>{WORD}(?:・{WORD}){{1,7}})"
    r"(?P<office>(?:連邦)?(?:議会)?(?:上|下)院(?:議員|議長|院内総務))(?=[(、とに及の])"
)


@cache
def _parliament() -> re.Pattern[str]:
    return re.compile(rf"{names_ja.with_letters()}国?(?=連邦議会|議会|国会議員|(?:上|下)院|日コーカス)")


# "(注)先方出席者:メルケル独(EU議長国)首相、バローゾ欧州委員会委員長".
_WHO_ATTENDED = re.compile(r"(?:先方|EU側)?出席者:(?P<who>.{4,200})")


def said_to_attend(lines: Iterable[str], holders: Authority, day: date | None) -> list[Person]:
    """The leaders of others of whom a note says in one line that they attended."""
    for line in lines:
        if (match := _WHO_ATTENDED.match(line)) is not None:
            return guests(people_of(match["who"], "", {}, holders, day), holders.country)
    return []


def listed(lines: Iterable[str], day: date | None) -> list[Person]:
    """The people of a list of those who attended, one a line: "トン・キリバス大統領"."""
    found = []
    for line in lines:
        if len(line) <= LONGEST_NAME and (match := of_country().search(line)) is not None:
            person = guest(match, line, "", day)
            if (person.begin, person.end) == (0, len(line)):
                found.append(person)
    return found
