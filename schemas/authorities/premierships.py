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
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol, TypeVar

from schemas.authorities import added, offices
from schemas.authorities.terms import Term


class UnknownCountryError(LookupError):
    """There is no authority file of this key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"no heads of government are known for country {key!r}: add schemas/authorities/{key.lower()}.json"
        )
        self.key = key


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


class _Cached(Protocol):
    def cache_clear(self) -> None: ...


_F = TypeVar("_F", bound=_Cached)
_OF_THE_DATA: list[_Cached] = []


def of_the_data(function: _F) -> _F:
    """Mark a cached function as one whose answers the data tell: it forgets them when something is added to these."""
    _OF_THE_DATA.append(function)
    return function


@of_the_data
@lru_cache(4096)
def _on(key: str, day: date) -> tuple[Term, ...]:
    return tuple(term for term in authority(key).terms if term.covers(day))


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


@of_the_data
@cache
def offices_of(code: str | None) -> tuple[Authority, ...]:
    """The authorities of a country or organisation, the one that acts for it first; none of another."""
    return tuple(authority(key) for key in keys() if key.partition("-")[0] == code)


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
    for known in _OF_THE_DATA:
        known.cache_clear()


@of_the_data
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
