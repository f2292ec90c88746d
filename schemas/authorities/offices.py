"""Offices, and the rank of those who hold them."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from schemas.authorities.affiliations import by_code, fold


def rank_of(office: str | None, code: str | None) -> str | None:
    """The rank of an office as printed, held for a country or organisation; None where the data do not tell.

    What follows an office ("President of the Council of Ministers" aside, "Minister for Trade") leaves it what it is.
    """
    if office is None:
        return None
    # Of two offices of one person the first leads: 副首相兼外務大臣.
    words = plain(office).partition("兼")[0].split()
    for count in range(len(words), 0, -1):
        rank = _ranks().get(" ".join(words[:count]))
        if rank is not None:
            heads = rank == "head_of_state" or words == ["議長"]
            return "head_of_organisation" if heads and _is_organisation(code) else rank
    return None


def plain(office: str) -> str:
    """The form offices are compared in: folded, no hyphens, and "Minster", a slip pages are printed with, mended."""
    # Japanese has no case and no accents, and folding would take all of it away.
    folded = fold(office.replace("-", " "))
    return re.sub(r"\bminster\b", "minister", folded) if folded.strip() else office


def _is_organisation(code: str | None) -> bool:
    return code is not None and not by_code(code).is_country


@cache
def ranks() -> tuple[str, ...]:
    """The ranks, in order of precedence."""
    return tuple(row["rank"] for row in _data())


@cache
def _data() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads((resources.files(__package__) / "offices.json").read_text("utf-8"))["ranks"]
    return rows


@cache
def _ranks() -> dict[str, str]:
    return {
        plain(office): row["rank"]
        for row in _data()
        for offices in row["offices"].values()  # type: ignore[attr-defined]
        for office in offices
    }
