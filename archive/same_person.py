"""Whether two publishers' records name the same person."""

from __future__ import annotations

import re

from schemas.authorities.affiliations import fold
from schemas.authorities.offices import LEADERS, name_before
from schemas.record import Participant, speaks_for


def same_person(one: Participant, other: Participant) -> bool:
    """Whether two records' participants are one person: by term of office, else by country and names.

    Names in Japanese and names in Latin letters cannot be compared: of those, two leaders of the same rank and country
    are one. Of those who have no family name (royalty, and countries without them) the names that one is called by are
    among the other's.
    """
    # Records made before terms were told have none.
    terms = one.get("term"), other.get("term")
    if all(terms):
        return terms[0] == terms[1]
    codes = speaks_for(one), speaks_for(other)
    if codes[0] is not None and codes[1] is not None and codes[0] != codes[1]:
        return False
    names = _names(one), _names(other)
    if _is_japanese(one) != _is_japanese(other):
        return None not in codes and one["rank"] == other["rank"] and one["rank"] in LEADERS
    families = [_words(person["family_name"] or "") for person in (one, other)]
    if not any(families):
        shared = names[0] & names[1]
        return None not in codes and bool(shared) and (shared in names or len(shared) > 1)
    told = any(bool(family) and family <= words for family, words in ((families[0], names[1]), (families[1], names[0])))
    # Without a country on one side the given name must agree as well.
    return told if None not in codes else told and len(names[0] & names[1]) > 1


def called_alike(one: Participant, other: Participant) -> bool:
    """Whether two leaders have one family name and rank, and nothing that is told of their countries speaks against
    it ("President Biden", and "President Joe Biden of the United States")."""
    codes = speaks_for(one), speaks_for(other)
    return (
        one["family_name"] is not None
        and one["rank"] in LEADERS
        and (one["family_name"], one["rank"]) == (other["family_name"], other["rank"])
        and (None in codes or codes[0] == codes[1])
    )


_STYLES = frozenset(
    "the hon honourable honorable right mr mrs ms miss dr prof professor sir dame lord his her their majesty royal "
    "highness excellency sheikh shaikh king queen sultan emir amir crown prince princess dato datuk seri sri tun tan "
    "samdech al el アール アル エル".split()
)
# Whose son or daughter somebody is: "Tamim bin Hamad Al-Thani" is not Hamad Al-Thani.
_OF_PARENT = re.compile(r"(?:\s(?:bin|bint|ibn)\s|・(?:ビン|ビント|イブン)・)[^\s・]+(?=[\s・]|$)", re.IGNORECASE)
_JAPANESE = re.compile("[ァ-ヶ一-龥]")


def _is_japanese(person: Participant) -> bool:
    return _JAPANESE.search(person["name_as_published"]) is not None


def _names(person: Participant) -> frozenset[str]:
    """The names that a person is called by, without office and style."""
    office = person["office"] or ""
    name = _OF_PARENT.sub("", name_before(person["name_as_published"], office))
    return _words(name) - _words(office) - _STYLES


def _words(name: str) -> frozenset[str]:
    """The words of a name in the form they are compared in; of one in Japanese, its parts."""
    if _JAPANESE.search(name):
        return frozenset(part for part in re.split(r"[・=＝\s]", name) if part)
    return frozenset(re.findall(r"[\w'-]{2,}", fold(name)))
