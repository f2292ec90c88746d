"""Places and the IANA time zones in force there, as far as the data say without guessing."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

from schemas.authorities import affiliations


@cache
def _zones_by_country() -> dict[str, tuple[str, ...]]:
    """Country code to its zones, from the IANA database's own zone.tab."""
    table: dict[str, tuple[str, ...]] = {}
    for line in (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            table[code] = (*table.get(code, ()), zone)
    return table


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = json.loads((resources.files(__package__) / "places.json").read_text("utf-8"))["places"]
    zones = {affiliations.fold(row["name"]): row["zone"] for row in rows}
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
        if match and match[0].is_country:
            candidates = _zones_by_country().get(match[0].code, ())
            if len(candidates) == 1:
                return ZoneInfo(candidates[0])
    return None
