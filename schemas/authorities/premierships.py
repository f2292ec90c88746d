"""Who was in office when: prime ministerships, where the head of state acts as one (US, FR, KR) presidencies, and what
other offices leaders receive each other in.

The data are JSON files beside this module, one an office. `pl.json` is of the office that acts for a country among
leaders, which records are filed under; another that is received abroad too has a file of its own, `pl-president.json`.
A term is closed-open in civil days of the country's own zone: it ends on the day the next begins, and that day, the
handover day, belongs to both until a name decides.

Whoever runs an archive can add to the data (`add_from`, `schemas.authorities.added`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from schemas.authorities import added, offices
from schemas.authorities.affiliations import fold


class UnknownCountryError(LookupError):
    """There is no authority file of this key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"no heads of government are known for country {key!r}: add schemas/authorities/{key.lower()}.json"
        )
        self.key = key


_LONGEST_PARTICLE = 3
"""Letters of "von", "van" and "del", which many family names begin with."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ARTICLE = re.compile("^[ae]l-")
_ARTICLES = frozenset(("al", "el"))


@dataclass(frozen=True)
class Term:
    """One prime ministership, or one term of another office.

    `ordinal` is None where the office does not count. `end` is None while the term lasts. `also_called` are other given
    names that the holder is printed under ("Joseph" for Joe). Where the holder has no family name
    (`has_family_name`), `family_name` is what the holder is called by ("President Widodo", "King Abdullah"),
    `also_called` what else ("Jokowi"), and `given_name` the rest of the name, or empty.
    """

    country: str
    ordinal: int | None
    family_name: str
    given_name: str
    family_name_native: str
    given_name_native: str
    start: date
    end: date | None
    cabinet: str | None
    acting: bool
    also_called: tuple[str, ...] = ()
    family_names_ja: tuple[str, ...] = ()
    """The family name as Japanese pages print it, the usual form first."""
    family_first: bool = False
    """Whether the family name stands first where the whole name is printed."""
    has_family_name: bool = True
    second_office: str = ""
    """Which office it is of, where that is not the one which acts for the country: "president" of Poland's."""

    @property
    def name(self) -> str:
        """The whole name, as the holder is called abroad: "Takaichi Sanae", "Lawrence Wong"."""
        names = (self.given_name, self.family_name)
        return " ".join(filter(None, reversed(names) if self.family_first else names))

    @property
    def id(self) -> str:
        """The key records are filed under, such as `jp/101-kishida`, uncounted `jp/1889-sanjo`, or of another office
        `pl/2015-president-duda`."""
        number = self.ordinal if self.ordinal is not None else self.start.year
        name = re.sub("[^a-z0-9-]", "", fold(self.family_name).replace(" ", "-"))
        return f"{self.country.lower()}/{'-'.join(filter(None, (str(number), self.second_office, name)))}"

    def covers(self, day: date) -> bool:
        """Whether `day` falls in the term; both its first and its last (handover) day do."""
        return self.start <= day and (self.end is None or day <= self.end)

    def named(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, contain the holder's family or given name."""
        return self.family_in(words) or self.given_in(words)

    def family_in(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, contain the whole family name ("van Rompuy"), umlauts written in
        either way ("Schroder", "Schroeder"), an Arabic article in any ("el-Sisi", "Al Sisi", "Sisi")."""
        return any(family <= words for family in self._family_words)

    @cached_property
    def _family_words(self) -> tuple[frozenset[str], ...]:
        names = [self.family_name, self.family_name.translate(_UMLAUTS)]
        if not self.has_family_name:
            names += self.also_called
        return tuple(frozenset(_ARTICLE.sub("", fold(name)).split()) for name in names)

    def is_called(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, are the family name (or what the holder is called by) and nothing
        else, but for parts of it and an article ("Macapagal-Arroyo", "al-Sisi")."""

        def belongs(word: str, family: frozenset[str]) -> bool:
            plain = _ARTICLE.sub("", word)
            return plain in _ARTICLES or any(plain in (part, *part.split("-")) for part in family)

        return any(family <= words and all(belongs(word, family) for word in words) for family in self._family_words)

    def may_be_called(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, may name the holder, known by the office that goes with them: they
        contain the family name, the given and the last of several family names, or the first of these."""
        return self.family_in(words) or self._without_first_family_in(words) or self._first_family_in(words)

    def _without_first_family_in(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, contain the given name and the last of several family names ("Luiz
        Inácio da Silva" of Lula da Silva)."""
        family = fold(self.family_name).split()
        return len(family) > 1 and family[-1] in words and self.given_in(words)

    def _first_family_in(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, contain the first of several family names, without which a holder
        is seldom called: "President Lula" of Lula da Silva."""
        first, *others = fold(self.family_name).split()
        return bool(others) and len(first) > _LONGEST_PARTICLE and first in words

    def given_in(self, words: frozenset[str]) -> bool:
        """Whether these words, as `fold` makes them, contain a whole given name of the holder ("Hsien Loong")."""
        return any(name <= words for name in self._given_words)

    @cached_property
    def _given_words(self) -> tuple[frozenset[str], ...]:
        names = (self.given_name, *(self.also_called if self.has_family_name else ()))
        # "Jae-myung" is printed "Jae Myung" as well.
        return tuple(frozenset(fold(name).replace("-", " ").split()) for name in names if name)


@dataclass(frozen=True)
class Authority:
    """The terms of one office of a country, in order.

    `key` names its file: the country, or for an office beside the one that acts for it both ("PL-PRESIDENT").
    `known_until` is the day up to which the data are known to be complete; whether the last term lasts longer is not.
    `offices` are the names of the office: what its holder is called abroad, then others ("Federal Chancellor").
    `established` is None where the office is older than the data, `abolished` where it is still there. `sources` say
    where the facts are from, and `note` what to know of them.
    """

    key: str
    country: str
    offices: tuple[str, ...]
    established: date | None
    abolished: date | None
    time_zone: str
    known_until: date
    terms: tuple[Term, ...]
    sources: tuple[str, ...]
    note: str

    @property
    def office(self) -> str:
        """What the holder of the office is called abroad."""
        return self.offices[0]

    def is_office(self, printed: str) -> bool:
        """Whether a printed office is this one, alone or beside others ("Prime Minister and Minister of General
        Affairs"), and not another ("Deputy Prime Minister")."""
        return not self._plain_offices.isdisjoint(offices.told_in(printed))

    @cached_property
    def _plain_offices(self) -> frozenset[str]:
        return frozenset(map(offices.plain, self.offices))

    def on(self, day: date) -> tuple[Term, ...]:
        """The terms `day` falls in: none before the first, two (outgoing first) on a handover day, else one."""
        return _on(self.key, day)

    def sure_on(self, day: date) -> tuple[Term, ...]:
        """The terms `day` falls in, as `on`, but for the last one after the day up to which the data are known: whether
        its holder is still in office, nothing here tells."""
        return tuple(term for term in self.on(day) if term.end is not None or day <= self.known_until)

    def numbered(self, ordinal: int) -> Term | None:
        """The term with this ordinal, or None."""
        return next((term for term in self.terms if term.ordinal == ordinal), None)


@lru_cache(4096)
def _on(key: str, day: date) -> tuple[Term, ...]:
    return tuple(term for term in authority(key).terms if term.covers(day))


def holder(code: str | None, office: str | None, words: frozenset[str], day: date) -> Term | None:
    """The term that a person named by `words` (folded) was in on a day, or None where the data do not tell.

    It takes a country or organisation there is an authority for, one of the offices there and no other ("Deputy Prime
    Minister" is another), and the family name of one who held it that day, or the given and the last of several family
    names.
    """
    found = [
        term
        for holders in offices_of(code)
        if office is None or holders.is_office(office)
        for term in holders.on(day)
        if term.may_be_called(words)
    ]
    return found[0] if len(found) == 1 else None


def in_office(code: str | None, office: str | None, day: date) -> Term | None:
    """The term of the one who is told by the office alone ("the President of France"), or None where the data do not
    tell who held it that day, or two did, one after the other."""
    held = [holders for holders in offices_of(code) if office is not None and holders.is_office(office)]
    found = [term for holders in held for term in holders.sure_on(day)]
    return found[0] if len(found) == 1 else None


def known_as(office: str | None, words: frozenset[str], day: date, country: str | None = None) -> Term | None:
    """The term of a person printed without a country, or None where the data do not tell.

    The words (folded) must have family and given name of one, and no more than one, who held such an office that day,
    or the family name of one and no other name, where nobody else in the data ever bore it ("President Macron"): of the
    leaders since 1990 whom the data do not have none held an office of the same name at the same time as one who alone
    in the data bore the name (REIGN, March 2021). Of a President-elect, of one whose term began within the next two
    hundred days, the family name alone where the `country` is known.
    """
    if office is None:
        return None
    elect = re.fullmatch(r"(.+?)[\s-]elect", office, re.IGNORECASE)
    found = [
        term
        for holders in _with_office(elect[1] if elect else office)
        for term in (holders.terms if elect else holders.on(day))
        if term.family_in(words) and (term.given_in(words) or (elect and term.country == country))
        if not elect or timedelta(0) < term.start - day <= _AHEAD
    ]
    if len(found) == 1 or elect:
        return found[0] if len(found) == 1 else None
    named = words - frozenset(fold(office).split())
    held = [term for holders in _with_office(office) for term in holders.on(day) if term.is_called(named)]
    if len(held) != 1 or not held[0].has_family_name:
        return None
    bearing = {
        (term.family_name, term.given_name)
        for holders in map(authority, keys())
        for term in holders.terms
        if term.family_in(named)
    }
    return held[0] if len(bearing) == 1 else None


def called(office: str | None, words: frozenset[str], day: date) -> tuple[Term, ...]:
    """The terms, in any country, of those who held such an office that day and whose family name the folded words have.

    "Prime Minister Netanyahu" alone does not tell whom: others may be called so in countries that the data do not have.
    Of who has no family name the words must have no other name either: "President Mohamed Bazoum" is not the one who is
    called President Mohamed.
    """
    if office is None:
        return ()
    named = words - frozenset(fold(office).split())
    return tuple(
        term
        for holders in _with_office(office)
        for term in holders.on(day)
        if term.family_in(words) and (term.has_family_name or term.given_in(words) or term.is_called(named))
    )


@lru_cache(1024)
def countries_led_by(office: str, words: frozenset[str]) -> frozenset[str]:
    """The countries of which anybody who held such an office, on any day, may be called by the folded words.

    It tells for whom one may speak, so that nobody is told to speak for another: who is meant it does not tell.
    """
    return frozenset(
        term.country for holders in _with_office(office) for term in holders.terms if term.may_be_called(words)
    )


_AHEAD = timedelta(days=200)
"""Longer than from any election to the office: in Mexico it was from July to December."""


@cache
def keys() -> tuple[str, ...]:
    """The keys of all authorities, in order: countries (ISO 3166-1 alpha-2), organisations, and behind a country's its
    other offices ("PL", "PL-PRESIDENT")."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name[:-5].upper() for name in names if re.fullmatch(r"[a-z]{2,4}(-[a-z]+)*\.json", name)))


@cache
def countries() -> tuple[str, ...]:
    """The countries and organisations there is an authority for, in order."""
    return tuple(key for key in keys() if "-" not in key)


@cache
def offices_of(code: str | None) -> tuple[Authority, ...]:
    """The authorities of a country or organisation, the one that acts for it first; none of another."""
    return tuple(authority(key) for key in keys() if key.partition("-")[0] == code)


@lru_cache(1024)
def _with_office(office: str) -> tuple[Authority, ...]:
    return tuple(holders for holders in map(authority, keys()) if holders.is_office(office))


Added = Mapping[str, Mapping[str, Any]]
"""What is added to the built-in data, by key, each in the form of `schemas.authorities.added`."""
_added: dict[str, Mapping[str, Any]] = {}


def add_from(folder: Path | None) -> tuple[str, ...]:
    """Have the files of a folder, and no others, add to the built-in data from now on; the keys of what they extend.

    Raises AddedError where a file cannot be used, UnknownCountryError where there are no built-in data that it extends;
    the data are then as they were.
    """
    files = added.read(folder) if folder is not None else {}
    for key, data in files.items():
        authority_with(key, data)
    use_added(files)
    return tuple(files)


def all_added() -> Added:
    """What is added to the built-in data in this process, to hand on to another."""
    return dict(_added)


def use_added(files: Added) -> None:
    """Have these, and no others, add to the built-in data of this process from now on."""
    if files == _added:
        return
    _added.clear()
    _added.update(files)
    for known in (authority, offices_of, _with_office, _on, countries_led_by):
        known.cache_clear()


@cache
def authority(key: str) -> Authority:
    """The authority of a key, in either case, with what was added to it; of a country's the office that acts for it.

    Raises UnknownCountryError where there is no file for it.
    """
    return authority_with(key, _added.get(key.upper()))


def authority_with(key: str, more: Mapping[str, Any] | None) -> Authority:
    """The built-in authority of a key, extended by data of the form that `schemas.authorities.added` describes.

    Raises UnknownCountryError where there is no file for it, AddedError where the data do not follow on the built-in.
    """
    try:
        text = (resources.files(__package__) / f"{key.lower()}.json").read_text("utf-8")
    except FileNotFoundError:
        raise UnknownCountryError(key) from None
    data = json.loads(text)
    if more is not None:
        data = added.merged(data, more)
    return Authority(
        key=key.upper(),
        country=data["country"],
        offices=(data["office"], *data.get("also_called", ())),
        established=_day(data.get("established")),
        abolished=_day(data.get("abolished")),
        time_zone=data["time_zone"],
        known_until=date.fromisoformat(data["known_until"]),
        terms=tuple(
            Term(
                country=data["country"],
                ordinal=row["ordinal"],
                family_name=row["family_name"],
                given_name=row["given_name"],
                family_name_native=row["family_name_native"],
                given_name_native=row["given_name_native"],
                start=date.fromisoformat(row["start"]),
                end=_day(row["end"]),
                cabinet=row["cabinet"],
                acting=row["acting"],
                also_called=tuple(row.get("also_called", ())),
                family_names_ja=tuple(row.get("family_names_ja", ())),
                family_first=row.get("name_order", data["name_order"]) == "family_first",
                has_family_name=data.get("family_names", True),
                second_office=key.lower().partition("-")[2],
            )
            for row in data["terms"]
        ),
        sources=tuple(data["sources"]),
        note=data.get("note", ""),
    )


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)
