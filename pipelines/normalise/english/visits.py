"""Pages that tell a visit as a whole: the opening says where the leader went, and a part of the page whom he met."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from connectors.dates import MONTH
from connectors.draft import DraftPoint
from pipelines.normalise.english import people, sentences
from pipelines.normalise.english.dates import EventDate, event_date
from pipelines.normalise.findings import Doubt
from pipelines.normalise.person import Person, guests, own_side
from pipelines.normalise.printed import texts_of
from schemas.authorities.premierships import Authority


@dataclass(frozen=True)
class Visit:
    """A visit that an opening tells, and the text that tells whom the leader met there."""

    where: str
    """Where the visit was to, as printed."""
    present: list[Person]
    """Whom the opening names."""
    told: str
    heading: str
    """The heading that the text stands under, or nothing."""

    def with_names_in_full(self, present: list[Person], holders: Authority) -> list[Person]:
        """The people of the text, named as the opening and the heading name them: the text calls them by the office."""
        others = guests(present, holders.country)
        headed = guests(people.people(self.heading, holders), holders.country)
        own = own_side(self.present, holders.country) or own_side(present, holders.country)
        return [*own, *(headed if len(headed) == len(others) == 1 else others)]

    def day(self, opening: str, when: EventDate, published: date | None, url: str) -> EventDate:
        """The event's day: told with the meeting, or the visit's, if that was of one day."""
        told = event_date(self.told, published, url, month_of=when.day)
        if told.day is not None:
            return told
        if _DAYS.search(sentences.first_sentence(opening)):
            return EventDate(
                None, False, (Doubt("date_missing", "a visit of several days, and no day of the meeting"),)
            )
        return when


# "visited Hanoi, the Socialist Republic of Viet Nam, on Wednesday, January 16".
_VISITED = re.compile(
    r"\b(?:visited|paid\s(?:an?\s)?(?:\w+\s){0,2}visit\sto)\s(?P<place>(?:the\s)?[A-Z][^,.;()]{1,60}?)(?=,|\s(?:on|from|for|to|in)\s|[.;(])"
)
_DAYS = re.compile(rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\s?(?:to|and|through|[-–])\s")
_TELLS_MEETING = re.compile(
    r"\b(?:held|had|paid)\s(?:an?\s)?(?:[\w-]+\s){0,3}(?:meetings?|talks|call)\s(?:with|on)\b|"
    r"\b(?:meetings?|talks)\swith\s[^.]{2,100}\bw(?:as|ere)\sheld\b"
)
_LOOKED_INTO = 6
"""How many texts behind the opening of a visit are looked into for whom the leader met."""


def visit_of(opening: str, sentence: str, points: Sequence[DraftPoint], holders: Authority) -> Visit | None:
    """The visit that an opening tells of, if that names nobody met, and what stands below it does."""
    visited = _VISITED.search(sentence)
    if visited is None or _TELLS_MEETING.search(sentence):
        return None
    present = people.people(sentences.without_attendants(sentence), holders)
    if guests(present, holders.country):
        return None
    below = itertools.islice(texts_of(points), _LOOKED_INTO)
    for heading, text in (("", opening[len(sentence) :].lstrip()), *below):
        first = sentences.first_sentence(text)
        if _TELLS_MEETING.search(first) and guests(people.people(first, holders), holders.country):
            return Visit(visited["place"], present, text[: sentences.LONGEST], heading)
    return None
