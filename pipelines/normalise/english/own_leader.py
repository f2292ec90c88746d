"""The publisher's own leader, where a page gives the office, the given name or the name alone."""

from __future__ import annotations

import re
from datetime import date

from pipelines.normalise import names
from pipelines.normalise.english import people
from pipelines.normalise.person import Person, of_country, own_side, person_named, tidy
from schemas.authorities.premierships import Authority
from schemas.record import Participant, speaks_for


def by_office(present: list[Person], called: str, authority: Authority, day: date, text: str) -> list[Person]:
    """The people with the publisher's own leader first, where the text calls them by the office alone.

    Who held the office that day is known from the authority; on a handover day two did, and the one is meant whom
    `text`, the title and the opening, names in full ("Keir Starmer call with ..."); else the names stay null. So they
    do where the data are not known up to that day.
    """
    own = own_side(present, authority.country)
    if own:
        return [own[0], *(person for person in present if person is not own[0])]
    terms = authority.on(day)
    if len(authority.sure_on(day)) != 1:
        words = names.words_of(text)
        terms = tuple(term for term in terms if term.family_in(words) and term.given_in(words))
    only = terms[0] if len(terms) == 1 else None
    country = of_country(authority.country)
    for person in present:
        named = person.participant
        if only and speaks_for(named) is None and _names(named) == (only.family_name, only.given_name):
            # A title calls the leader "Mr. Emmanuel Macron, President of the Republic".
            told = Person(Participant({**named, "affiliation": country}), person.begin, person.end)
            return [told, *(other for other in present if other is not person)]
    leader = Participant(
        name_as_published=called,
        family_name=only.family_name if only else None,
        given_name=only.given_name if only else None,
        office=authority.office,
        rank=None,
        affiliation=country,
        term=None,
    )
    return [Person(leader, 0, 0), *present]


def by_given_name(present: list[Person], authority: Authority, day: date) -> list[Person]:
    """The people, with the publisher's own leader told by the office and the given name ("Prime Minister Mr. Shinzo").

    A slip of pages; the one who held the office that day has that given name, so nobody else is meant.
    """
    terms = authority.on(day)
    if len(terms) != 1 or own_side(present, authority.country):
        return present
    for number, person in enumerate(present):
        named = person.participant
        words = names.words_of(named["name_as_published"]) - names.words_of(f"{authority.office} mr ms mrs")
        if (
            named["affiliation"] is None
            and named["office"] == authority.office
            and terms[0].given_in(words)
            and len(words) == 1
        ):
            own = of_country(authority.country)
            told: Participant = {
                **named,
                "affiliation": own,
                "family_name": terms[0].family_name,
                "given_name": terms[0].given_name,
            }
            return [*present[:number], Person(told, person.begin, person.end), *present[number + 1 :]]
    return present


def named_below(present: list[Person], below: str, authority: Authority, day: date) -> list[Person]:
    """The people with the publisher's own leader first, where the opening names only others and the text below calls
    the one who held the office that day by office and name ("Prime Minister Yoshiro Mori")."""
    terms = authority.on(day)
    if not present or len(terms) != 1 or own_side(present, authority.country):
        return present
    for told in people.AFTER_OFFICE.finditer(below):
        if told["office"] == authority.office and terms[0].family_in(names.words_of(told["bare"])):
            printed, country = f"{told['office']} {told['bare']}", of_country(authority.country)
            own = person_named(printed, "", told["bare"], told["office"], country, authority, 0, 0)
            return [own, *present]
    return present


_WITHOUT_OFFICE = re.compile(
    rf"\b(?P<style>(?:Mr|Ms|Mrs)\.\s)(?P<bare>{names.NAME})(?:,\swho\s[^,.;]{{2,80}},)?\s(?:held|had|met|hosted|"
    r"received|attended|spoke)\b"
)


def by_name_alone(present: list[Person], sentence: str, authority: Authority, day: date) -> list[Person]:
    """The people, with the publisher's own leader whose office the sentence leaves out ("Ms. Sanae TAKAICHI held ...").

    Both names are those of the one who held the office that day.
    """
    terms = authority.on(day)
    match = _WITHOUT_OFFICE.search(sentence)
    if match is None or len(terms) != 1 or own_side(present, authority.country):
        return present
    words = names.words_of(match["bare"])
    if not (terms[0].family_in(words) and terms[0].given_in(words)):
        return present
    leader = Participant(
        name_as_published=tidy(match["style"] + match["bare"]),
        family_name=terms[0].family_name,
        given_name=terms[0].given_name,
        office=None,
        rank=None,
        affiliation=of_country(authority.country),
        term=terms[0].id,
    )
    return [Person(leader, match.start(), match.end("bare")), *present]


def _names(person: Participant) -> tuple[str | None, str | None]:
    return person["family_name"], person["given_name"]
