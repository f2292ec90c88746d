"""Whom an office and a name mean on a day: the term of the one who held it, where the data leave no doubt."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from schemas.authorities.affiliations import fold
from schemas.authorities.offices import rank_of
from schemas.authorities.premierships import Authority, authority, keys, of_the_data, offices_of
from schemas.authorities.terms import Term


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


def known_by_name(words: frozenset[str], day: date) -> Term | None:
    """The term of a person printed without an office or a country ("Barack Obama"), or None where the data do not tell.

    The words (folded) must be the family and a given name of one who led a country or an organisation that day, and of
    no other who did.
    """
    found = [
        term
        for holders in map(authority, keys())
        for term in holders.on(day)
        if term.has_family_name and term.family_in(words) and term.given_in(words)
    ]
    return found[0] if len({term.country for term in found}) == 1 else None


def known_as_ja(office: str, family_name: str, day: date) -> Term | None:
    """The term of a person whom a Japanese text calls by family name and office, without a country ("レンツィ首相"), or
    None where the data do not tell: as `known_as`, of one who held an office of that rank that day, where nobody of
    another country in the data ever bore the name."""
    bearing = _by_name_ja().get(family_name, ())
    held = [
        term
        for holders, term in bearing
        if term.covers(day) and rank_of(holders.office, term.country) == rank_of(office, term.country)
    ]
    return held[0] if len(held) == 1 and len({term.country for _, term in bearing}) == 1 else None


@of_the_data
@lru_cache(1)
def _by_name_ja() -> dict[str, list[tuple[Authority, Term]]]:
    """Who bore a family name as Japanese pages print it, and of which office; no name so short that it is many words'
    beginning."""
    found: dict[str, list[tuple[Authority, Term]]] = {}
    for holders in map(authority, keys()):
        for term in holders.terms:
            for name in term.family_names_ja if term.has_family_name else ():
                if len(name) >= _SHORTEST_JA:
                    found.setdefault(name, []).append((holders, term))
    return found


_SHORTEST_JA = 3


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


@of_the_data
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


@of_the_data
@lru_cache(1024)
def _with_office(office: str) -> tuple[Authority, ...]:
    return tuple(holders for holders in map(authority, keys()) if holders.is_office(office))
