"""Places and the IANA time zones in force there, as far as the data say without guessing."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from schemas.authorities import affiliations, names_ja


@cache
def _zones_by_country() -> dict[str, tuple[str, ...]]:
    """Country code to its zones, from the IANA database's own zone.tab."""
    table: dict[str, tuple[str, ...]] = {}
    for line in (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            table[code] = (*table.get(code, ()), zone)
    return table


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((resources.files(__package__) / "places.json").read_text("utf-8"))["places"]
    return rows


@cache
def _places_ja() -> tuple[re.Pattern[str], dict[str, str]]:
    zones = {name: row["zone"] for row in _rows() for name in row.get("names_ja", ())}
    names = "|".join(map(re.escape, sorted(zones, key=len, reverse=True)))
    # Katakana has no spaces: パリ is no part of a longer word; and the state of ワシントン is not the city.
    return re.compile(rf"(?:(?<![ァ-ヶー])|(?=[一-龥]))(?:{names})(?![ァ-ヶー])(?!(?<=ワシントン)州)"), zones


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    zones = {affiliations.fold(row["name"]): row["zone"] for row in _rows()}
    names = sorted(zones, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")(?!\w)"), zones


def zone_of(place: str | None) -> ZoneInfo | None:
    """The zone in force at a place, or None where its name leaves that open.

    A city (or a country of one civil time) in the data decides; else the country, if the IANA database gives it one
    zone only. "the United States" alone has no zone.
    """
    if not place:
        return None
    pattern, zones = _places()
    if found := pattern.search(affiliations.fold(place)):
        return ZoneInfo(zones[found[1]])
    for part in (place, place.rpartition(",")[2].strip()):
        match = affiliations.at_start(part)
        if match and match[0].is_country and (zone := _only_zone(match[0].code)) is not None:
            return zone
    return None


_SEATS = frozenset(("Brussels", "Geneva", "Luxembourg", "New York", "Strasbourg", "The Hague", "Vienna"))


@cache
def _countries() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {row["name"]: row["country"] for row in _rows() if row["name"] not in _SEATS}
    names = sorted(codes, key=len, reverse=True)
    return re.compile(r"(?:the\s)?(" + "|".join(map(re.escape, names)) + r")(?!\w)"), codes


def visited_at(text: str, begin: int) -> str | None:
    """The code of the country whose leaders a visit to the place named at `begin` is to, or None where none is, or
    organisations have their seat there too: who meets a president in Brussels need not meet Belgium's."""
    country = affiliations.at_start(text[begin : begin + 100])
    if country is not None:
        return country[0].code if country[0].is_country else None
    pattern, codes = _countries()
    town = pattern.match(text, begin)
    return codes[town[1]] if town is not None else None


def country_of(place: str | None) -> str | None:
    """The code of the country that a place is in, as `visited_at`, or that the hall is whose town it names ("Merdeka
    Palace in Jakarta")."""
    if place is None:
        return None
    return visited_at(place, 0) or visited_at(place.rpartition(" in ")[2], 0)


def zone_of_ja(place: str | None) -> ZoneInfo | None:
    """The zone in force at a place by its Japanese name ("米国ニューヨーク市", "仏大統領府"), as `zone_of`."""
    if not place:
        return None
    pattern, zones = _places_ja()
    if found := pattern.search(place):
        return ZoneInfo(zones[found[0]])
    country = re.match(rf"{names_ja.pattern()}|(?P<letter>[{names_ja.letters()}])(?=$|大統領|首相)", place)
    return _only_zone(names_ja.code_of(country["country"] or country["letter"])) if country else None


def _only_zone(code: str | None) -> ZoneInfo | None:
    """The zone of a country that the IANA database gives one zone only."""
    candidates = _zones_by_country().get(code or "", ())
    return ZoneInfo(candidates[0]) if len(candidates) == 1 else None
