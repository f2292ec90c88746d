"""Who a participant is: the rank, the term of office held that day, and which of the names is the family name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pipelines.normalise import names
from pipelines.normalise.english import people
from pipelines.normalise.person import bare_name, of_country
from schemas.authorities import affiliations, offices
from schemas.authorities.holders import called, holder, in_office, known_as
from schemas.authorities.offices import rank_of
from schemas.authorities.terms import Term
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
    if participant["family_name"] == term.family_name or not term.has_family_name:
        return {**participant, "term": term.id}
    # Which of the names is the family name is known now, whatever order they are printed in.
    given = term.given_name if term.given_in(words) else None
    return {**participant, "term": term.id, "family_name": term.family_name, "given_name": given}


def _of_term(participant: Participant, term: Term, day: date) -> Participant:
    known: Participant = {
        **participant,
        "rank": rank_of(participant["office"], term.country),
        "affiliation": participant["affiliation"] or of_country(term.country),
        "term": term.id if term.covers(day) else None,
    }
    if not term.has_family_name:
        return {**known, "family_name": None, "given_name": None}
    return {**known, "family_name": term.family_name, "given_name": term.given_name}


_NO_ACCIDENT = 2
"""So many leaders of other countries, each called as one who held the office that day, are these."""


def together(participants: Sequence[Participant], day: date, country: str) -> list[Participant]:
    """The participants, with those resolved who are called by office and family name alone in the company of others:
    "spoke to Prime Ministers Kallas and Kariņš" names no country, another Kallas was in office before, and there is no
    doubt. `country` is the publisher's, whose own leader is no such company."""
    alone: dict[int, Term] = {}
    for number, who in enumerate(participants):
        if speaks_for(who) is None and who["term"] is None:
            fitting = called(who["office"], names.words_of(who["name_as_published"]), day)
            if len(fitting) == 1:
                alone[number] = fitting[0]
    known = {who["term"] for who in participants if who["term"] is not None and speaks_for(who) != country}
    if len(known | {term.id for term in alone.values()}) < _NO_ACCIDENT:
        return list(participants)
    return [_of_term(who, alone[n], day) if n in alone else who for n, who in enumerate(participants)]


_OFFICE = re.compile(rf"\b(?=[A-Z]){people.OFFICE}\s")
_OFFICE_JA = re.compile(offices.pattern_ja())
_LONGEST_CALL = 120
_IN_KATAKANA = re.compile("[ァ-ヶー・]")
# "President Tan-Keng", "President Tan's": the name goes on.
_JOINED_ON = re.compile(r"[.'’-]\w")


class Calls:
    """How a page calls those whom it tells of, by office and name.

    A text is looked through for offices once, whatever names are then looked for behind them: a pattern made for each
    name takes longer to make than to be tried.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _behind_offices(self) -> list[str]:
        return [self.text[office.end() : office.end() + _LONGEST_CALL] for office in _OFFICE.finditer(self.text)]

    def behind(self, name: str) -> list[str]:
        """What stands behind a name, wherever an office leads it and the name ends there: nothing where none does."""
        return [rest for behind in self._behind_offices if (rest := _after(name, behind)) is not None]

    def stands_alone(self, name: str, first: str) -> bool:
        """Whether the text has a name anywhere that does not follow `first`."""
        place = self.text.find(name)
        while place >= 0:
            before = self.text[max(0, place - len(first) - 1) : place]
            whole = not before[-1:].isalnum() and _after(name, self.text[place : place + len(name) + 1]) is not None
            if whole and not before.endswith(f"{first} "):
                return True
            place = self.text.find(name, place + 1)
        return False

    def leads_office_ja(self, name: str) -> bool:
        """Whether a name in katakana begins where the text begins to call somebody: "マカモ議長"."""
        place = self.text.find(name)
        while place >= 0:
            end = place + len(name)
            if not _IN_KATAKANA.match(self.text[place - 1 : place]) and _OFFICE_JA.match(self.text, end):
                return True
            place = self.text.find(name, place + 1)
        return False


def _after(name: str, text: str) -> str | None:
    """What follows a name that a text begins with, as a whole word; None where it does not."""
    rest = text[len(name) :]
    return rest if text.startswith(name) and not (rest[:1].isalnum() or rest.startswith("_")) else None


def settled(participant: Participant, calls: Calls) -> Participant:
    """A participant whose names the opening left open, told by how the text calls them ("President Sheinbaum")."""
    if "・" in participant["name_as_published"]:
        return _settled_ja(participant, calls)
    country = speaks_for(participant)
    if participant["family_name"] is not None and country not in names.FAMILY_FIRST:
        return _with_longer_name(participant, calls)
    if participant["family_name"] is not None or country not in names.TWO_FAMILY | names.EITHER_ORDER:
        return participant
    tokens = bare_name(participant).split()
    if any("?" in token for token in tokens):
        return participant
    for number in range(1, len(tokens)):
        if calls.behind(tokens[number]):
            # "Tony Tan Keng Yam": given names stand on both sides.
            end = number + 1 if country in names.EITHER_ORDER else len(tokens)
            given, family = names.cased(tokens[:number] + tokens[end:]), names.cased(tokens[number:end])
            return Participant({**participant, "family_name": family, "given_name": given})
    if len(tokens) == 3 and calls.stands_alone(" ".join(tokens[1:]), tokens[0]):
        # "Gonzalez Urrutia received the most votes", of Edmundo Gonzalez Urrutia: both are the family's.
        return Participant(
            {**participant, "family_name": names.cased(tokens[1:]), "given_name": names.cased(tokens[:1])}
        )
    if (
        country in names.EITHER_ORDER
        and len(tokens) > 1
        and any(not rest.startswith(f" {tokens[1]}") for rest in calls.behind(tokens[0]))
    ):
        return Participant(
            {**participant, "family_name": names.cased(tokens[:1]), "given_name": names.cased(tokens[1:])}
        )
    return participant


def _settled_ja(participant: Participant, calls: Calls) -> Participant:
    """Of a name in katakana the family's begins where the text begins to call it: "マカモ議長" of "ヴェロニカ・マカモ・
    デリョーヴォ". Told of those who may bear two, and of an organisation's, whose country nothing tells; of others whom
    the text calls by the last two ("ザアフラニ・ゼンズリー首相"), these are the family's."""
    parts = offices.name_before(participant["name_as_published"], participant["office"]).split("・")
    code, family = speaks_for(participant), participant["family_name"]
    if code is None or participant["term"] is not None or len(parts) < 3:
        return participant
    both = names.TWO_FAMILY | names.EITHER_ORDER
    if family is None and code not in both:
        return participant
    if family is not None and affiliations.by_code(code).is_country:
        last_two = "・".join(parts[-2:])
        if family != parts[-1] or not calls.leads_office_ja(last_two):
            return participant
        return Participant({**participant, "family_name": last_two, "given_name": "・".join(parts[:-2])})
    for number in range(1, len(parts)):
        if calls.leads_office_ja(parts[number]):
            # "トニー・タン・ケン・ヤム": given names stand on both sides.
            end = number + 1 if code in names.EITHER_ORDER else len(parts)
            given, family = "・".join(parts[:number] + parts[end:]), "・".join(parts[number:end])
            return Participant({**participant, "family_name": family, "given_name": given})
    return participant


def _with_longer_name(participant: Participant, calls: Calls) -> Participant:
    """A participant whose family name is two words that the text always says together ("Simpson Miller"), or one that
    another follows ("Prime Minister Salwai" of Charlot Salwai Tabimasmas, "President Issoufou" of Issoufou
    Mahamadou)."""
    family = participant["family_name"] or ""
    tokens = bare_name(participant).split()
    if participant["term"] is not None or len(tokens) < 2 or names.cased(tokens[-1:]) != family:
        return participant
    if len(tokens) == 2:
        return _called_by_first(participant, tokens, calls)
    both = names.cased(tokens[-2:])
    if f" {both}" not in calls.text:
        return participant
    if not calls.behind(family):
        for number in range(1, len(tokens) - 1):
            goes_on = (".", f" {tokens[number + 1]}")
            if any(not rest.startswith(goes_on) for rest in calls.behind(tokens[number])):
                called_by, given = names.cased(tokens[number : number + 1]), names.cased(tokens[:number])
                return Participant({**participant, "family_name": called_by, "given_name": given})
    if calls.behind(family) or not calls.behind(both):
        return participant
    return Participant({**participant, "family_name": both, "given_name": names.cased(tokens[:-2])})


def _called_by_first(participant: Participant, tokens: list[str], calls: Calls) -> Participant:
    first, last = tokens
    if last.isupper() or calls.behind(last) or calls.behind(f"{first} {last}"):
        return participant
    if not any(_JOINED_ON.match(rest) is None for rest in calls.behind(first)):
        return participant
    return Participant({**participant, "family_name": first, "given_name": last})
