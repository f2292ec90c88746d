"""A participant as a sentence names one, and where in it the name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.normalise import names
from schemas.authorities import affiliations, offices
from schemas.authorities.premierships import Authority
from schemas.record import AffiliationName, Participant, speaks_for


@dataclass(frozen=True)
class Person:
    """A participant, and where in the sentence the name stands."""

    participant: Participant
    begin: int
    end: int


def own_side(present: Iterable[Person], country: str) -> list[Person]:
    """Those who speak for a country, the publisher's."""
    return [person for person in present if speaks_for(person.participant) == country]


def guests(present: Iterable[Person], country: str) -> list[Person]:
    """Those who do not: they speak for another, or nothing tells for whom."""
    return [person for person in present if speaks_for(person.participant) != country]


UNNAMED_LEADER = "leader"
"""What stands for the office in the name of one whom a text calls by the country alone: "leader of Norway"."""


def is_unnamed_leader(who: Participant) -> bool:
    """Whether somebody is told as the leader of a country, with neither name nor office."""
    return who["office"] is None and who["name_as_published"].startswith(f"{UNNAMED_LEADER} of ")


def person_named(
    name: str,
    style: str,
    bare: str,
    office: str | None,
    affiliation: AffiliationName | None,
    authority: Authority,
    begin: int,
    end: int,
) -> Person:
    """A person of a text, with what is told of them apart: `name` as printed, `style` and `bare` its honorifics and the
    name without, `begin` and `end` where it stands. Which name is the family's is by the country's custom, or by
    `authority`, the publisher's; the term is open."""
    told = offices.country_by_office(office)
    if told is None and affiliation is None:
        told = offices.country_by_sovereign(f"{office} {bare}")
    if told is not None:
        affiliation = of_country(told)
    country = affiliation["code"] if affiliation else None
    family, given, is_own = names.split(bare, style, country, authority)
    if is_own and affiliation is None and office == authority.office:
        affiliation = of_country(authority.country)
    participant = Participant(
        name_as_published=tidy(name),
        family_name=family,
        given_name=given,
        office=office or None,
        rank=None,
        affiliation=affiliation,
        term=None,
    )
    return Person(participant, begin, end)


def speaking_for(person: Person, affiliation: AffiliationName | None, authority: Authority) -> Person:
    """A person whose country is known now, and with it the custom that tells which name is which."""
    known = person.participant
    bare = bare_name(known)
    family, given, _ = names.split(bare, known["office"] or "", affiliation["code"] if affiliation else None, authority)
    told: Participant = {**known, "affiliation": affiliation, "family_name": family, "given_name": given}
    return Person(told, person.begin, person.end)


def of_country(code: str) -> AffiliationName:
    """A country or organisation by its code, as the authorities name it. Raises KeyError for another."""
    return AffiliationName(code=code, name=affiliations.by_code(code).name)


# But "Draghi" is no doctor.
_HONORIFICS = re.compile(rf"^(?:{names.HONORIFIC}(?![a-zà-ÿ])\s*)+")


def bare_name(participant: Participant) -> str:
    """The printed name without the office before it and the honorifics."""
    name = participant["name_as_published"].removeprefix(participant["office"] or "").strip()
    return _HONORIFICS.sub("", name)


def tidy(text: str) -> str:
    """A text on one line, without the commas around it."""
    return " ".join(text.split()).strip(" ,")


def same_person(one: Participant, other: Participant) -> bool:
    """Whether two participants are one person, by the family name, and the given one where both are told."""
    if one["family_name"] is None or other["family_name"] is None:
        if one["name_as_published"] == other["name_as_published"]:
            return True
        # "King Abdullah II of Jordan", and later "King Abdullah".
        given = one["given_name"], other["given_name"]
        return one["office"] == other["office"] and all(given) and str(given[0]).startswith(str(given[1]))
    return one["family_name"] == other["family_name"] and (
        one["given_name"] is None or other["given_name"] is None or one["given_name"] == other["given_name"]
    )
