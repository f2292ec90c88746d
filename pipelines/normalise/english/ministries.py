"""An event as a ministry states it: everybody named in full, in the first sentence of the opening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from connectors.dates import MONTH
from connectors.draft import Draft, DraftPoint
from pipelines.normalise.english import counterparts, kinds, own_leader, people, sentences, setting, visits, whereabouts
from pipelines.normalise.english.dates import EventDate
from pipelines.normalise.english.event import UN_HEADQUARTERS, Event, is_abroad, names_general_assembly
from pipelines.normalise.person import Person, guests
from pipelines.normalise.printed import text_of
from pipelines.normalise.two_clocks import JAPAN
from schemas.authorities import places
from schemas.authorities.premierships import Authority

_REPRESENTED = re.compile(r"\b(?:was|were)\srepresented\sby\s")


def event_of(draft: Draft, opening: str, when: EventDate, holders: Authority, url: str) -> Event:
    """The event that an opening states, or that a part of the page does where the opening tells a visit."""
    sentence = sentences.first_sentence(opening)
    visit = visits.visit_of(opening, sentence, draft.points, holders)
    if visit is not None:
        # "X visited Y on January 16. The following is an overview. 1. ... X held a meeting with Z at ...".
        when = visit.day(opening, when, draft.published or draft.month, url)
        opening, sentence = visit.told, sentences.first_sentence(visit.told)
    where = _place_and_occasion(opening, sentence, draft.title)
    present = _present(draft, opening, sentence, holders, when.day or draft.published)
    if visit is not None:
        where = replace(where, visited=visit.where)
        present = visit.with_names_in_full(present, holders)
    met_too: list[Person] = []
    told_too: tuple[str, ...] = ()
    if draft.of_day:
        behind = [opening[len(sentence) :].lstrip(), *text_of(draft.points).split("\n")]
        met_too, told_too = counterparts.met_that_day(behind, present, holders)
        told_of = told_too if not counterparts.leaders(guests(present, holders.country)) else ()
        where = _where_that_day(setting.proceeded_to(behind, where), told_of, draft.above)
    clocks = _told_below(draft.points, opening) or opening
    locality = where.locality
    at_assembly = locality is None and _at_assembly(sentences.first_sentence(clocks))
    return Event(
        opening=clocks,
        sentence=sentences.first_sentence(clocks),
        when=when,
        where=where,
        present=[*present, *met_too],
        locality=UN_HEADQUARTERS if at_assembly else locality,
        abroad=at_assembly
        or is_abroad(sentences.first_sentence(clocks), where, present, holders)
        or _on_journey(url, locality),
        home=JAPAN,
        told_too=told_too,
        in_a_part=visit.told if visit is not None else "",
    )


def _where_that_day(where: setting.Setting, told: Sequence[str], above: Sequence[str]) -> setting.Setting:
    """Where and on what occasion the talks of a day were: as the first sentence `told` of them has it, where the
    opening tells of other people, and of what the paragraphs `above` the day's tell the journey to have been for."""
    if where.occasion is None:
        # "X left Haneda Airport to participate in the sixth Asia-Europe Meeting.", above the day of talks.
        before = (setting.setting(sentences.first_sentence(text)).occasion for text in above)
        where = replace(where, occasion=next(filter(None, before), None))
    if told:
        # "met with X, a runner, at a hotel ...": where the leaders met, is told with them.
        below = _place_and_occasion(told[0], told[0], "")
        if below.place is not None:
            return replace(below, occasion=where.occasion or below.occasion)
    return where


def _present(draft: Draft, opening: str, sentence: str, holders: Authority, day: date | None) -> list[Person]:
    """Those who took part."""
    present = people.people(sentences.without_attendants(sentence), holders)
    if len(present) < 2 and (told := _REPRESENTED.search(opening, len(sentence) - 1)) is not None:
        # "attended the V4 plus Japan Summit Meeting. ... (the V4 was represented by X, Y and Z)".
        present = counterparts.with_title(present, people.people(opening[told.end() :], holders), holders)
    if not present:
        # "From 10:45 to 11:00, July 19, 2000, at X" is all that the opening says.
        present = counterparts.with_counterpart_below(draft.title, text_of(draft.points), [], holders)
    if not present:
        # "The 23rd Japan-EU Summit Meeting was held. Attending on the Japanese side were ...": of these the leaders.
        present = counterparts.leaders(people.people(opening, holders))
    present += counterparts.attended_too((opening[len(sentence) :],), present, holders)
    present = counterparts.with_country_of_delegation(sentence, present, holders)
    present = counterparts.with_country_of_title(draft.title, present, holders)
    if day is not None:
        present = own_leader.by_given_name(present, holders, day)
        present = own_leader.by_name_alone(present, sentence, holders, day)
        present = own_leader.named_below(present, text_of(draft.points), holders, day)
    # "his Australian counterpart Julia Gillard": the title may tell the office.
    present = counterparts.named_below(present, [draft.title], holders, day)
    return counterparts.with_counterpart_below(draft.title, text_of(draft.points), present, holders)


def _place_and_occasion(opening: str, sentence: str, title: str) -> setting.Setting:
    """Where and on what occasion it was."""
    found = setting.told_later(opening, len(sentence), setting.setting(sentence))
    found = replace(found, occasion=found.occasion or setting.of_title(title))
    if kinds.remote(sentence, sentence, title):
        return found
    present = sentences.without_attendants(sentence)
    if found.place is None:
        told = whereabouts.hall(present) or whereabouts.place_at_end(present) or whereabouts.known_place(present)
        return replace(found, place=told or whereabouts.visited(present))
    if whereabouts.in_known_country(found.place):
        # "held a meeting with President X at the Spring House during his visit to the ROK".
        told = whereabouts.hall(present) or whereabouts.town_at_end(present)
        if told is None and found.occasion is None:
            # Not of "... who visits Japan after the G7 Summit in Biarritz".
            told = whereabouts.place_at_end(present)
        return replace(found, place=told or found.place)
    return found


# "On July 25, for approximately 75 minutes from around 4:30 p.m. (local time), X held ...", as a point of its own.
_TELLS_CLOCK = re.compile(
    rf"On\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}),\s(?:for|from|commencing|starting|"
    r"at)\b[^.]{0,40}\d.*?\b(?:held|had|paid)\b"
)
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d")


def _told_below(points: Sequence[DraftPoint], opening: str) -> str | None:
    """The first point that tells when the meeting began, where the opening of a visit tells of no clock."""
    if _CLOCK.search(opening):
        return None
    point = points[0] if points else None
    if point is not None and point.text is None and point.points:
        # A heading, and the statement below it.
        point = point.points[0]
    first = ((point.text if point is not None else None) or "")[: sentences.LONGEST]
    return first if _TELLS_CLOCK.match(first) else None


# It meets in New York (the headquarters agreement of 1947), and so does whoever speaks with its President at its clock.
_VISITS_HOME = re.compile(r"\bvisit(?:ing)?\s(?:to\s)?Japan\b")


def _at_assembly(sentence: str) -> bool:
    """Whether a sentence that tells no place tells a clock of the General Assembly's."""
    return "local time" in sentence and names_general_assembly(sentence) and _VISITS_HOME.search(sentence) is None


# "/asia-paci/pmv0008/nepal_s.html", "/us/pfmv0209/india.html": the pages of a prime minister's journey of a month.
_JOURNEY_IN_URL = re.compile(r"/pf?mv_?\d{4}(?:/|\.html?$)")


def _on_journey(url: str, locality: str | None) -> bool:
    """Whether the address alone tells of a journey, which may be a guest's to Japan: a clock then is nobody's."""
    return places.zone_of(locality) is None and _JOURNEY_IN_URL.search(url) is not None
