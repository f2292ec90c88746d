"""What an English page tells of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from connectors.draft import Draft, DraftPoint
from pipelines.normalise import findings
from pipelines.normalise.english import ministries, points, prose, sessions
from pipelines.normalise.english.dates import EventDate, event_date
from pipelines.normalise.person import Person
from pipelines.normalise.told import Told
from schemas.authorities.premierships import Authority

# A slip of the page: "Mr. Shinzo Abe , Prime Minister of Japan".
_SPACE_BEFORE_COMMA = re.compile(r"(?<=\w)\s+,(?=\s)")


def tell(draft: Draft, opening: str, holders: Authority, url: str) -> Told:
    """Work out the event, the people and the speakers of a draft; `opening` is its opening, cut to a sane length."""
    opening = _SPACE_BEFORE_COMMA.sub(",", opening)
    called = draft.leader_called
    if draft.event_date is not None:
        when = EventDate(draft.event_date, local=False, doubts=())
    else:
        when = event_date(opening, draft.published or draft.month, url, leads=called is not None)
    if called is None:
        event = ministries.event_of(draft, opening, when, holders, url)
    else:
        event = prose.event_of(draft, called, opening, when, holders)
    held, doubts = sessions.sessions_of(event, draft.title, draft.points, prose=called is not None)
    found = findings.of_doubts(event.when.doubts, "/event/date") + doubts
    if event.where.verb_without_object:
        found.append(
            findings.finding("visit_without_place", "/opening", "the opening tells of a visit but not where to")
        )
    day = event.when.day
    start = next((session["start"] for session in held if session["start"]), None)
    if start is not None and day is not None:
        # The clock may be Japan's, with the local one of another day beside it: the event's day is that of its place.
        day = datetime.fromisoformat(start).date()
    named = _names(event.present)
    tells, says = (
        # A diary's opening, like that of prose, goes on to what was said.
        points.opening_and_words(draft.opening, named) if called is not None or draft.of_day else (draft.opening, None)
    )
    drafted = draft.points if says is None else (DraftPoint(None, None, says, ()), *draft.points)
    return Told(
        opening=tells,
        day=day,
        place=event.where.place,
        occasion=event.where.occasion,
        sessions=held,
        present=event.present,
        points=points.points_of(drafted, event=event.in_a_part, called=named),
        findings=found,
    )


def _names(present: Iterable[Person]) -> frozenset[str]:
    """The words that those present are printed and known by, casefolded and without their offices."""
    named: set[str] = set()
    for person in present:
        told = person.participant
        names = f"{told['name_as_published']} {told['given_name'] or ''} {told['family_name'] or ''}"
        named.update(set(names.casefold().split()) - set((told["office"] or "").casefold().split()))
    return frozenset(named)
