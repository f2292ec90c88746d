"""Which participants a statement is attributed to: "President Biden", "the Prime Minister", "both sides", 両首脳.

A text calls them by what tells them apart there, so a name is held against the names of those present only, and a
group against how many they are. What fits nobody, or more than it should, is attributed to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipelines.normalise import names
from pipelines.normalise.english import people
from pipelines.normalise.english.speakers import ADJECTIVE
from schemas.authorities import affiliations, names_ja
from schemas.authorities.offices import LEADERS, called_ja, name_before, plain
from schemas.record import Participant, Point, Report, Statement, side_of, speaks_for

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5} | {str(number): number for number in range(2, 6)}
_GROUP = re.compile(
    r"(?:the\s+)?(?P<number>both|two|three|four|five|[2-5])?\s*"
    r"(?P<who>leaders|participants|sides|countries|prime ministers|presidents|parties|pair|"
    r"heads of state(?P<government> (?:and|or) government)?|"
    r"they both|they all|they|we|both|(?<=two))",
    re.IGNORECASE,
)
_THE_OTHERS = re.compile(
    r"[Tt]he (?:(?P<side>\w+) )?(?:leaders|[Pp]rime [Mm]inisters|[Pp]residents)(?: of .+)?|"
    r"(?:his|her) (?:(?P<country>\w+) )?(?:counterparts|partners|colleagues)"
)
_PRONOUNS = ("He", "She")
_SIDES = ("sides", "countries", "parties")
_OFFICES = {"prime ministers": "Prime Minister", "presidents": "President"}
_GROUP_JA = re.compile(
    r"(?:日[A-Zァ-ヶー一-龥]{1,8})?(?P<number>両|三|四|双)(?P<who>(?:国|方の)?首脳|首相|総理|[者国方])"
)
# "4か国の首脳", "3か国の外相": all who were there, or all the guests.
_COUNTED_JA = re.compile(r"(?:日[A-Zァ-ヶー一-龥]{1,8}?)?(?P<number>[2-9]).国の?(?:首脳|外相)間?")
_NUMBERS_JA = {"両": 2, "双": 2, "三": 3, "四": 4}
# "日EU首脳", and "EU両首脳", "先方両首脳", "両議長": all leaders, and those of the guests.
_LEADERS_JA = re.compile(r"日[A-Zァ-ヶー一-龥]{1,8}首脳")
_GUESTS_JA = re.compile(r"(?:先方|[A-Z]{2,5}側?)の?両首脳|両議長")
# "中韓両国の首脳": those of two other countries.
_OTHERS_JA = re.compile(r"(?!日)[一-龥]{2,4}両国の首脳")
# "The EU side", "EU側", "日本側": whoever spoke for that side.
_SIDE = re.compile(r"[Tt]he (?P<name>.+) side|(?P<name_ja>[A-Z]{2,5}|[ァ-ヶー]+|[一-龥]+)側|(?P<own>(?:我が?|当)方)")
# "出席議員": those of a delegation.
_DELEGATION_JA = re.compile(r"(?:.*総理(?:大臣)?(?P<too>と|及び))?(?:(?:出席|参加|同)議員団?|上下両院指導部)")
# "同大統領" is the one named before; of one guest, that one.
_OTHER_SIDE_JA = re.compile(r"先方|同(?!議員).+")
_CALLED_JA = re.compile(
    rf"(?P<name>.*?)・?(?:[A-Z]{{2,6}}|(?<=[ァ-ヶー])(?:[米英韓中]国|[{names_ja.letters()}])|(?<=[一-龥]{{3}})[韓中]国|欧州(?:理事会|委員会)|新(?=総理))?{called_ja()}|教皇(?P<pope>.+)台下"
)
_TITLE_ONLY = re.compile(r"(?:the\s+)?(?P<office>[\w\s-]+?)(?:\s+of\s+the\s+(?:French\s+)?Republic)?", re.IGNORECASE)


# "At the Japan-Russia Summit Meeting, ...", "During the Japan-Australia Summit Meeting, ...".
_TALKS_OF_TWO = re.compile(
    r"\b(?:At|During|In)\sthe\sJapan\s?[-–]\s?(?=[A-Z][^,.]{1,40}\s(?:[Ss]ummit|[Mm]eeting|[Tt]alks)\b)"
)
_MET_WITH = re.compile(r"\b(?:meeting|talks)\swith\s")


def attributed(points: list[Point], present: Sequence[Participant], country: str) -> list[Point]:
    """The points with `speakers`: JSON Pointers to those of `present` whom `speaker` names, [] where it is not told.

    `country` is the publisher's: where several hold an office that is named alone ("the Prime Minister"), its own
    leader is meant, which is how the governments of the sources write.
    """
    return _Attribution(present, country).of(points)


class _Attribution:
    """One reading of the points in their order, which remembers whom "he" would mean: the last who spoke alone."""

    def __init__(self, present: Sequence[Participant], country: str) -> None:
        self._present = present
        self._country = country
        self._own = 0 if present and speaks_for(present[0]) == country else None
        self._others = [n for n, person in enumerate(present) if speaks_for(person) != country]
        # The subject of an opening is the publisher's own leader.
        self._last = self._own
        # A page calls the same few people again and again.
        self._named: dict[str, list[int]] = {}

    def of(self, points: list[Point], under: int | None = None) -> list[Point]:
        """`under` is whom the heading above names, where talks with several are told one below the other."""
        made = []
        for point in points:
            met = self._named_by(point["heading"]) if point["heading"] else under
            statements = []
            met_now = met
            for statement in point["statements"]:
                met_now = self._met_in(statement["text"], met_now)
                statements.append(self._told(statement, met_now))
            made.append(Point({**point, "statements": statements, "points": self.of(point["points"], met)}))
        return made

    def _told(self, statement: Statement, met: int | None) -> Statement:
        speaker, report = statement["speaker"], statement["report"]
        if speaker:
            whom = self._whom(speaker)
        else:
            # "…することで一致した。": what takes two, and names nobody.
            whom = self._whom("both sides") if report is not None and report["voice"] == "both" else []
        if not whom and met is not None and self._own is not None and _is_of_two(speaker or ""):
            whom = sorted((self._own, met))
        if len(whom) == 1:
            self._last = whom[0]
        sides = {side_of(self._present[n]) for n in whom}
        if report is not None and len(sides) == 1 and None not in sides:
            # "The EU leaders underlined": of one side, however many they are.
            report = Report({**report, "voice": "one"})
        return Statement({**statement, "report": report, "speakers": [f"/participants/{n}" for n in whom]})

    def _named_by(self, heading: str) -> int | None:
        """The one guest of several whom a heading names: "1. Hon. Henry Puna, Prime Minister of the Cook Islands"."""
        guests = [n for n in range(len(self._present)) if n != self._own]
        if len(guests) < 2:
            return None
        words = names.words_of(heading)
        named = [n for n in guests if (own := _bare_words(self._present[n])) and own <= words]
        named = named or [n for n in guests if (bare := _bare_ja(self._present[n])) and bare in heading]
        return named[0] if len(named) == 1 else None

    def _met_in(self, text: str, before: int | None) -> int | None:
        """The one guest of several of whose talks a sentence tells ("At the Japan-Russia Summit Meeting, ...", "held a
        meeting with Mr. X, the President of Y"), or the one told of `before`."""
        if len(self._others) < 2:
            return before
        if (talks := _TALKS_OF_TWO.search(text)) is not None:
            found = affiliations.at_start(text[talks.end() :])
            of_it = [n for n in self._others if found is not None and speaks_for(self._present[n]) == found[0].code]
            return of_it[0] if len(of_it) == 1 else before
        if _MET_WITH.search(text) is None:
            return before
        words = names.words_of(text)
        named = [n for n in self._others if (own := _bare_words(self._present[n])) and own <= words]
        return named[0] if len(named) == 1 else before

    def _whom(self, speaker: str) -> list[int]:
        if speaker in _PRONOUNS:
            return [self._last] if self._last is not None else []
        pronoun, _, other = speaker.partition(" and ")
        if pronoun in _PRONOUNS and other and self._last is not None:
            # "He and the Secretary-General discussed ...".
            others = self._whom(other)
            return sorted({self._last, *others}) if others else []
        if speaker not in self._named:
            self._named[speaker] = self._meant(speaker)
        return self._named[speaker]

    def _of_side(self, called: re.Match[str]) -> list[int]:
        """Who speaks for a side that is called by its country: the own leader, or all who sat on another."""
        named = affiliations.before_office(called["name"] or "")
        code = named.code if named is not None else names_ja.code_of(called["name_ja"] or "")
        if called["own"] is not None or code == self._country:
            return [self._own] if self._own is not None else []
        return [n for n, person in enumerate(self._present) if code is not None and side_of(person) == code]

    def _meant(self, speaker: str) -> list[int]:
        present = self._present
        delegation = _DELEGATION_JA.fullmatch(speaker)
        if _OTHER_SIDE_JA.fullmatch(speaker) or delegation is not None:
            others = self._others
            if len({side_of(present[n]) for n in others}) != 1:
                return []
            if self._own is not None and delegation is not None and delegation["too"] is not None:
                return [self._own, *others]
            return others
        if (one_side := _SIDE.fullmatch(speaker)) is not None:
            return self._of_side(one_side)
        if (group := _GROUP.fullmatch(speaker)) is not None:
            number = group["number"] or ("both" if "both" in group["who"].lower() else "")
            who = group["who"].lower() if group["government"] is None else "leaders"
            return _group(_NUMBERS.get(number.lower()), who, present)
        if (group := _GROUP_JA.fullmatch(speaker)) is not None:
            number = _NUMBERS_JA[group["number"]]
            of_sides = group["who"] in ("国", "方", "方の首脳")
            whom = _group(number, "sides" if of_sides else "leaders", present)
            # "両者", of the leader and a delegation.
            return whom if whom or group["who"] != "者" else _group(number, "sides", present)
        if _GUESTS_JA.fullmatch(speaker):
            return self._others if len(self._others) == 2 else []
        if _LEADERS_JA.fullmatch(speaker):
            return _group(None, "leaders", present)
        if (counted := _COUNTED_JA.fullmatch(speaker)) is not None:
            others = self._others
            number = int(counted["number"])
            return next((some for some in (list(range(len(present))), others) if len(some) == number), [])
        if _OTHERS_JA.fullmatch(speaker):
            others = self._others
            return others if len({speaks_for(present[n]) for n in others}) == 2 else []
        speaker = people.each_by_office(speaker)
        parts = _AND.split(speaker)
        if (called := _THE_OTHERS.fullmatch(parts[-1])) is not None and len(present) > 2:
            # "Prime Minister Abe and the leaders of the V4 countries", "The V4 prime ministers", "his Indian partners".
            if (side := affiliations.before_office(called["side"] or "")) is not None and len(parts) == 1:
                # "The EU leaders", of the Council's President and the Commission's.
                of_side = [n for n, person in enumerate(present) if side_of(person) == side.code]
                return of_side if len(of_side) > 1 else []
            others = self._others
            if (country := affiliations.before_office(called["country"] or "")) is not None and country.is_country:
                others = [n for n in others if speaks_for(present[n]) == country.code]
            if not others:
                return []
            first = [_one(part, present, self._own) for part in parts[:-1]]
            return sorted({*others, *(n for n in first if n is not None)}) if None not in first else []
        if (holder := _of_two_offices(speaker, parts, present)) is not None:
            return [holder]
        if (pair := _OF_TWO_COUNTRIES.fullmatch(speaker)) is not None:
            parts = [pair["one"], pair["two"]]
        if len(parts) > 1 and (countries := _countries(parts)) is not None:
            # "Japan and the EU agreed": all who speak for them, if somebody does for each.
            of_each = [[n for n, person in enumerate(present) if side_of(person) == code] for code in countries]
            return sorted(n for some in of_each for n in some) if all(of_each) else []
        told = [_one(part, present, self._own) for part in parts]
        # Of two of whom one is not known, the words are not told to be the other's alone.
        return sorted({n for n in told if n is not None}) if None not in told else []


# "The French and Iranian Presidents".
_OF_TWO_COUNTRIES = re.compile(
    r"[Tt]he (?P<one>[A-Z][\w.]+) and (?P<two>[A-Z][\w.]+) (?:leaders|[Pp]residents|[Pp]rime [Mm]inisters)"
)


def _countries(parts: Sequence[str]) -> list[str] | None:
    """The codes of the countries and organisations that a speaker's parts all are, or None."""
    printed = [re.sub("^[Tt]he ", "", part) for part in parts]
    known = [affiliations.named(name) or affiliations.before_office(name) for name in printed]
    return [country.code for country in known if country is not None] if None not in known else None


# "X, together with the two Presidents".
_AND = re.compile(r",?\s+(?:and|(?:together|along|jointly)\s+with)\s+|,\s+|、|及び|(?<=[理臣領相長裁官])と")


def _is_of_two(speaker: str) -> bool:
    """Whether a group of two is meant: "both leaders", "the two leaders", 両首脳."""
    group = _GROUP.fullmatch(speaker)
    if group is not None:
        return (group["number"] or "").lower() in ("both", "two", "2")
    japanese = _GROUP_JA.fullmatch(speaker)
    return japanese is not None and _NUMBERS_JA[japanese["number"]] == 2


def _bare_words(person: Participant) -> frozenset[str]:
    """The words of a printed name without its office and honorifics."""
    return names.words_of(person["name_as_published"]) - names.words_of(person["office"] or "") - _TITLE_WORDS


def _bare_ja(person: Participant) -> str:
    """A name in katakana or kanji without the office behind it; nothing for any other."""
    bare = name_before(person["name_as_published"], person["office"])
    return bare if re.fullmatch(r"[ァ-ヶー・＝=一-龥々]+", bare) else ""


def _of_two_offices(speaker: str, parts: list[str], present: Sequence[Participant]) -> int | None:
    """Who is called by two offices held at once: "Deputy Prime Minister and Foreign Minister Thongloun"."""
    if len(parts) != 2:
        return None
    words = names.words_of(speaker)
    fitting = [
        n for n, person in enumerate(present) if " and " in (person["office"] or "") and _is_called(person, words)
    ]
    return fitting[0] if len(fitting) == 1 and parts[0] in (present[fitting[0]]["office"] or "") else None


def _group(number: int | None, who: str, present: Sequence[Participant]) -> list[int]:
    everyone = list(range(len(present)))
    sides = {side_of(person) for person in present}
    if who == "heads of state" and len(present) == 2:
        # A head of government is called so as well.
        return everyone
    if who in _OFFICES or who == "heads of state":
        holders = [
            n
            for n in everyone
            if (present[n]["office"] == _OFFICES[who] if who in _OFFICES else present[n]["rank"] == "head_of_state")
        ]
        return holders if len(holders) >= 2 and number in (None, len(holders)) else []
    if who in _SIDES:
        return everyone if len(sides) == (number or 2) and None not in sides else []
    leaders = [n for n in everyone if present[n]["rank"] in LEADERS]
    for some in (everyone, leaders) if number or who != "leaders" else (leaders, everyone):
        if len(some) >= 2 and (number is None or len(some) == number):
            return some
    # "両首脳", of the leader and the presidents of the Council and the Commission.
    return everyone if number == 2 == len(sides) and "EU" in sides and None not in sides else []


# In Japanese the word is one for the own leader alone: others are 首相.
_OWN_JA = re.compile("(?:内閣)?総理(?:大臣)?")
# "his Russian counterpart".
_COUNTERPART = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]he)\s(?:(?P<country>[A-Z]\w{1,14})\s)?counterpart")
_HEAD_OF = re.compile(r"[Tt]he [Hh]ead of (?P<of>[Ss]tate|[Gg]overnment)")
_STYLE_ALONE = re.compile(r"(?:His|Her) (?:Majesty|(?:Royal )?Highness)(?: the [A-Z]\w+(?: [A-Z]\w+)?)?")
_ROYAL = re.compile(r"\b(?:Majesty|Highness|King|Queen|Sultan|Emir|Amir|Prince|Princess|Emperor|Sheikh|Grand Duke)\b")


def _one(called: str, present: Sequence[Participant], own: int | None) -> int | None:
    if called == "I" or _OWN_JA.fullmatch(called):
        return own
    if (counterpart := _COUNTERPART.fullmatch(called)) is not None:
        country = affiliations.before_office(counterpart["country"] or "")
        guests = [n for n, p in enumerate(present) if n != own and (country is None or speaks_for(p) == country.code)]
        return guests[0] if len(guests) == 1 and own is not None else None
    if _STYLE_ALONE.fullmatch(called):
        royal = [n for n, person in enumerate(present) if _ROYAL.search(person["name_as_published"])]
        return royal[0] if len(royal) == 1 else None
    if (head := _HEAD_OF.fullmatch(called)) is not None:
        holding = [n for n, person in enumerate(present) if person["rank"] == f"head_of_{head['of'].lower()}"]
        # Of two, the publisher's own is called so.
        return own if own in holding else holding[0] if len(holding) == 1 else None
    japanese = None if called.isascii() else _CALLED_JA.fullmatch(called)
    if japanese is not None and (name := japanese["name"] or japanese["pope"]):
        joined = name.translate(_JOINED)
        fitting = [n for n, person in enumerate(present) if joined in person["name_as_published"].translate(_JOINED)]
        if (initial := _INITIAL_JA.fullmatch(name)) is not None:
            fitting = [n for n, person in enumerate(present) if _begins(person, initial["letters"])]
        fitting = fitting or [n for n, person in enumerate(present) if _nearly(name, person["name_as_published"])]
        return fitting[0] if len(fitting) == 1 else None
    # "President Abdo Ben?tez": of a name that lost a letter, the other words tell.
    words = names.words_of(re.sub(r"\S+\?\w\S*", "", called))
    fitting = [n for n, person in enumerate(present) if _is_called(person, words)]
    fitting = fitting or [n for n, person in enumerate(present) if _is_called(person, words, sound=True)]
    if len(fitting) > 1:
        fitting = [n for n in fitting if called.startswith(present[n]["office"] or "\0")]
    if len(fitting) == 1:
        return fitting[0]
    if (abroad := _BY_COUNTRY.fullmatch(called)) is not None:
        country = affiliations.before_office(abroad["country"])
        if country is not None:
            office = plain(abroad["office"])
            held_there = [
                speaks_for(p) == country.code
                # Who is named without an office may hold any.
                and (
                    p["office"] is None
                    or (p["rank"] in LEADERS if office == "leader" else plain(p["office"]) == office)
                    # "The U.S. Secretary", of State.
                    or plain(p["office"]).startswith(f"{office} of ")
                )
                for p in present
            ]
            return held_there.index(True) if held_there.count(True) == 1 else None
    title = _TITLE_ONLY.fullmatch(re.sub(r"\bPM\b", "Prime Minister", called))
    office = plain(title["office"] if title else called)
    offices = [plain(person["office"] or "") for person in present]
    holding = [n for n, held in enumerate(offices) if held == office]
    # "the Chairman", of the National People's Congress; "the Crown Prince", who is Prime Minister too; "the Tánaiste",
    # with what that is in brackets behind it.
    with_more = (f"{office} of ", f"{office} and ", f"{office} (")
    holding = holding or [n for n, held in enumerate(offices) if held.startswith(with_more)]
    if not holding and abroad is not None:
        # "the Federal President": not a country's word.
        holding = [n for n, held in enumerate(offices) if held == plain(abroad["office"])]
    if len(holding) > 1 and own in holding:
        return own
    return holding[0] if len(holding) == 1 else None


# "the French President", "the Japanese prime minister": not "the Prime Minister".
_BY_COUNTRY = re.compile(
    rf"[Tt]he\s(?P<country>{ADJECTIVE})\s"
    r"(?P<office>[A-Z]\w+(?:[\s-][A-Z]\w+)?|prime\sminister|president|chancellor|leader)"
)


def _is_called(person: Participant, words: frozenset[str], *, sound: bool = False) -> bool:
    """Whether the words name a person: one or more of the person's names, and none but them and titles.

    `sound` holds names to be the same that have the same consonants: "Mohammad" of one who is "Mohammed" above.
    """
    office = names.words_of(person["office"] or "")
    own = names.words_of(f"{person['name_as_published']} {person['family_name'] or ''} {person['given_name'] or ''}")
    name = words - office - _TITLE_WORDS
    if not sound:
        return bool(name) and name <= own - office
    heard = {_consonants(word) for word in name}
    return bool(heard) and min(map(len, heard)) > 2 and heard <= {_consonants(word) for word in own - office}


# "「ナ」首相", "「ペ」外相" (also with the hiragana that looks the same).
_INITIAL_JA = re.compile("「(?P<letters>[ァ-ヶーべぺ]{1,3})」")


def _begins(person: Participant, letters: str) -> bool:
    """Whether one of the names of a person in katakana begins with such letters."""
    katakana = letters.translate(str.maketrans("べぺ", "ベペ"))
    return any(name.startswith(katakana) for name in person["name_as_published"].split("・"))


# ディ=ルポ, ディ＝ルポ and ディ・ルポ.
_JOINED = str.maketrans("＝=", "・・")

_LONG_NAME = 6


def _nearly(name: str, printed: str) -> bool:
    """Whether a long name in katakana is one of those printed but for one letter, as a slip of the pen has it."""
    for part in re.findall(rf"[ァ-ヶー]{{{_LONG_NAME},}}", printed):
        same = SequenceMatcher(None, name, part, autojunk=False).get_matching_blocks()
        if max(len(name), len(part)) - sum(block.size for block in same) <= 1:
            return True
    return False


def _consonants(word: str) -> str:
    """What transliterations of a name agree on: no vowels, doubled consonants once, "sh" as "s"."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy]", "", re.sub(r"(?<=[bcdgkpst])h", "", word)))


_TITLE_WORDS = names.words_of(
    "H M Sheikh The President Prime Minister Minster Premier Chancellor Secretary General Secretary-General Director "
    "Director-General Taoiseach Tánaiste King Queen Sultan Emir Amir Prince Princess Crown Minister Foreign Chairman "
    "Chairwoman Chairperson Chair His Her Royal Highness Majesty Excellency PM Commissioner Governor Speaker "
    "Managing Deputy Vice Acting First Executive Former Mr Mrs Ms U.S"
)
