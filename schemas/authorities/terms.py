"""One term of office, and the names that its holder may be printed under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from schemas.authorities.affiliations import fold

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
