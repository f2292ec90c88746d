"""Who a participant is: the rank, the term of office held that day, and which of the names is the family name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipelines.normalise import names
from pipelines.normalise.english import people
from pipelines.normalise.person import bare_name, of_country
from schemas.authorities import affiliations, offices
from schemas.authorities.offices import rank_of
from schemas.authorities.premierships import Term, called, holder, in_office, known_as
from schemas.record import Participant, speaks_for


def in_term(participant: Participant, day: date, text: str) -> Participant:
    """A participant with the rank of the office, and the term of it held on a day, where the authorities tell.

    `text` is the page's: of somebody called by office and family name alone, it names the country.
    """
    code = speaks_for(participant)
    words = names.words_of(f"{participant['name_as_published']} {participant['family_name'] or ''}")
    participant = {**participant, "rank": rank_of(participant["office"], code)}
    if code is None or "elect" in (participant["office"] or "").lower():
        named = known_as(participant["office"], words, day, code)
        if named is None and code is None:
            fitting = called(participant["office"], words, day)
            named = fitting[0] if len(fitting) == 1 and affiliations.mentioned(fitting[0].country, text) else None
        if named is not None and code in (None, named.country):
            # "met with Prime Minister David Cameron": that there was one such, and no other, tells the country.
            return _of_term(participant, named, day)
    term = holder(code, participant["office"], words, day)
    if term is None:
        # "the President of France and the Chancellor of Germany": no name is printed, so none is told.
        unnamed = participant["name_as_published"].startswith(f"{participant['office']} of ")
        office_holder = in_office(code, participant["office"], day) if unnamed else None
        return {**participant, "term": office_holder.id} if office_holder is not None else participant
    if participant["family_name"] == term.family_name:
        return {**participant, "term": term.id}
    # Which of the names is the family name is known now, whatever order they are printed in.
    given = term.given_name if term.given_in(words) else None
    return {**participant, "term": term.id, "family_name": term.family_name, "given_name": given}


def _of_term(participant: Participant, term: Term, day: date) -> Participant:
    return {
        **participant,
        "rank": rank_of(participant["office"], term.country),
        "affiliation": participant["affiliation"] or of_country(term.country),
        "family_name": term.family_name,
        "given_name": term.given_name,
        "term": term.id if term.covers(day) else None,
    }


_NO_ACCIDENT = 2
"""So many who are called as one leader each was, that day, are these, though nothing says of which countries."""


def together(participants: Sequence[Participant], day: date) -> list[Participant]:
    """The participants, with those resolved who are called by office and family name alone and bear each other out:
    "spoke to President Biden, Prime Minister Draghi and President Macron" names no country, and leaves no doubt."""
    alone: dict[int, Term] = {}
    for number, who in enumerate(participants):
        if speaks_for(who) is None and who["term"] is None:
            fitting = called(who["office"], names.words_of(who["name_as_published"]), day)
            if len(fitting) == 1:
                alone[number] = fitting[0]
    if len({term.id for term in alone.values()}) < _NO_ACCIDENT:
        return list(participants)
    return [_of_term(who, alone[n], day) if n in alone else who for n, who in enumerate(participants)]


def settled(participant: Participant, text: str) -> Participant:
    """A participant whose names the opening left open, told by how the text calls them ("President Sheinbaum")."""
    if "・" in participant["name_as_published"]:
        return _settled_ja(participant, text)
    country = speaks_for(participant)
    if participant["family_name"] is not None and country not in names.FAMILY_FIRST:
        return _with_longer_name(participant, text)
    if participant["family_name"] is not None or country not in names.TWO_FAMILY | names.EITHER_ORDER:
        return participant
    tokens = bare_name(participant).split()
    if any("?" in token for token in tokens):
        return participant
    for number in range(1, len(tokens)):
        if re.search(rf"\b{people.OFFICE}\s{re.escape(tokens[number])}\b", text):
            # "Tony Tan Keng Yam": given names stand on both sides.
            end = number + 1 if country in names.EITHER_ORDER else len(tokens)
            given, family = names.cased(tokens[:number] + tokens[end:]), names.cased(tokens[number:end])
            return Participant({**participant, "family_name": family, "given_name": given})
    both = " ".join(tokens[-2:])
    if len(tokens) == 3 and re.search(rf"(?<!{re.escape(tokens[0])}\s)\b{re.escape(both)}\b", text):
        # "Gonzalez Urrutia received the most votes", of Edmundo Gonzalez Urrutia: both are the family's.
        return Participant(
            {**participant, "family_name": names.cased(tokens[1:]), "given_name": names.cased(tokens[:1])}
        )
    if (
        country in names.EITHER_ORDER
        and len(tokens) > 1
        and re.search(rf"\b{people.OFFICE}\s{re.escape(tokens[0])}\b(?!\s{re.escape(tokens[1])})", text)
    ):
        return Participant(
            {**participant, "family_name": names.cased(tokens[:1]), "given_name": names.cased(tokens[1:])}
        )
    return participant


_OFFICE_JA = offices.pattern_ja()


def _settled_ja(participant: Participant, text: str) -> Participant:
    """Of a name in katakana the family's begins where the text begins to call it: "マカモ議長" of "ヴェロニカ・マカモ・
    デリョーヴォ". Told of those who may bear two, and of an organisation's, whose country nothing tells."""
    parts = offices.name_before(participant["name_as_published"], participant["office"]).split("・")
    code, family = speaks_for(participant), participant["family_name"]
    if code is None or participant["term"] is not None or len(parts) < 3:
        return participant
    both = names.TWO_FAMILY | names.EITHER_ORDER
    if code not in both if family is None else affiliations.by_code(code).is_country:
        return participant
    for number in range(1, len(parts)):
        if re.search(rf"(?<![ァ-ヶー・]){re.escape(parts[number])}(?:{_OFFICE_JA})", text):
            # "トニー・タン・ケン・ヤム": given names stand on both sides.
            end = number + 1 if code in names.EITHER_ORDER else len(parts)
            given, family = "・".join(parts[:number] + parts[end:]), "・".join(parts[number:end])
            return Participant({**participant, "family_name": family, "given_name": given})
    return participant


def _with_longer_name(participant: Participant, text: str) -> Participant:
    """A participant whose family name is two words that the text always says together ("Simpson Miller"), or one that
    another follows ("Prime Minister Salwai" of Charlot Salwai Tabimasmas, "President Issoufou" of Issoufou
    Mahamadou)."""
    family = participant["family_name"] or ""
    tokens = bare_name(participant).split()
    if participant["term"] is not None or len(tokens) < 2 or names.cased(tokens[-1:]) != family:
        return participant
    if len(tokens) == 2:
        return _called_by_first(participant, tokens, text)
    both = names.cased(tokens[-2:])
    if f" {both}" not in text:
        return participant
    if not re.search(rf"\b{people.OFFICE}\s{re.escape(family)}(?!\w)", text):
        for number in range(1, len(tokens) - 1):
            alone = rf"{re.escape(tokens[number])}(?!\w|\.|\s{re.escape(tokens[number + 1])})"
            if re.search(rf"\b{people.OFFICE}\s{alone}", text):
                called_by, given = names.cased(tokens[number : number + 1]), names.cased(tokens[:number])
                return Participant({**participant, "family_name": called_by, "given_name": given})
    called = re.findall(rf"\b{people.OFFICE}\s(?:({re.escape(both)})|{re.escape(family)})(?!\w)", text)
    if not called or not all(called):
        return participant
    return Participant({**participant, "family_name": both, "given_name": names.cased(tokens[:-2])})


def _called_by_first(participant: Participant, tokens: list[str], text: str) -> Participant:
    first, last = (re.escape(token) for token in tokens)
    if tokens[1].isupper() or re.search(rf"\b{people.OFFICE}\s(?:{first}\s)?{last}(?!\w)", text):
        return participant
    if not re.search(rf"\b{people.OFFICE}\s{first}(?!\w|[.'’-]\w)", text):
        return participant
    return Participant({**participant, "family_name": tokens[0], "given_name": tokens[1]})
