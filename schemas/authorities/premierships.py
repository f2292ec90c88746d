"""Prime ministerships and, where the head of state acts as one (US, FR, KR), presidencies: who was in office when.

The data are one JSON file a country beside this module. A term is closed-open in civil days of the country's own
zone: it ends on the day the next begins, and that day, the handover day, belongs to both until a name decides.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


class UnknownCountryError(LookupError):
    """There is no authority file for this country's heads of government."""

    def __init__(self, country: str) -> None:
        super().__init__(
            f"no heads of government are known for country {country!r}: add schemas/authorities/{country.lower()}.json"
        )
        self.country = country


@dataclass(frozen=True)
class Term:
    """One prime ministership.

    `ordinal` is None where the office does not count. `end` is None while the term lasts. `also_called` are other given
    names that the holder is printed under ("Joseph" for Joe).
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

    @property
    def id(self) -> str:
        """The key records are filed under, such as `jp/101-kishida` or, uncounted, `jp/1889-sanjo`."""
        number = self.ordinal if self.ordinal is not None else self.start.year
        name = unicodedata.normalize("NFKD", self.family_name).encode("ascii", "ignore").decode().lower()
        return f"{self.country.lower()}/{number}-{name.replace(' ', '-')}"

    def covers(self, day: date) -> bool:
        """Whether `day` falls in the term; both its first and its last (handover) day do."""
        return self.start <= day and (self.end is None or day <= self.end)

    def named(self, words: frozenset[str]) -> bool:
        """Whether these words, lower case, contain the holder's family or given name."""
        return self.family_name.lower() in words or bool(self.given_names & words)

    @property
    def given_names(self) -> frozenset[str]:
        """The given names that the holder is called by, lower case."""
        return frozenset(name.lower() for name in (self.given_name, *self.also_called))


@dataclass(frozen=True)
class Authority:
    """The terms of one country, in order.

    `known_until` is the day up to which the data are known to be complete; whether the last term lasts longer is not.
    """

    country: str
    office: str
    name_order: str
    time_zone: str
    known_until: date
    terms: tuple[Term, ...]

    def on(self, day: date) -> tuple[Term, ...]:
        """The terms `day` falls in: none before the first, two (outgoing first) on a handover day, else one."""
        return tuple(term for term in self.terms if term.covers(day))

    def numbered(self, ordinal: int) -> Term | None:
        """The term with this ordinal, or None."""
        return next((term for term in self.terms if term.ordinal == ordinal), None)


@cache
def countries() -> tuple[str, ...]:
    """The countries there is an authority for, ISO 3166-1 alpha-2, in order."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name[:2].upper() for name in names if re.fullmatch(r"[a-z]{2}\.json", name)))


@cache
def authority(country: str) -> Authority:
    """Read the authority of a country, named by ISO 3166-1 alpha-2 in either case.

    Raises UnknownCountryError where there is no file for it.
    """
    try:
        text = (resources.files(__package__) / f"{country.lower()}.json").read_text("utf-8")
    except FileNotFoundError:
        raise UnknownCountryError(country) from None
    data = json.loads(text)
    return Authority(
        country=data["country"],
        office=data["office"],
        name_order=data["name_order"],
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
                end=None if row["end"] is None else date.fromisoformat(row["end"]),
                cabinet=row["cabinet"],
                acting=row["acting"],
                also_called=tuple(row.get("also_called", ())),
            )
            for row in data["terms"]
        ),
    )
