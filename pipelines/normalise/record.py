"""The record of a draft: every field worked out, nothing guessed, every doubt a finding."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import unquote, urlsplit

import orjson

from connectors.capture import digest
from connectors.draft import Draft, DraftPoint
from connectors.errors import UnreadableError
from connectors.source import Source
from pipelines.normalise import findings, kinds, people, sentences, setting, speakers, times
from pipelines.normalise.dates import EventDate, event_date
from pipelines.normalise.people import Person
from pipelines.normalise.subjects import subjects
from schemas.authorities import places
from schemas.authorities.premierships import Authority, Term, authority
from schemas.record import (
    SCHEMA,
    DeclaredChange,
    Event,
    Finding,
    Footnote,
    Link,
    Participant,
    Premiership,
    Provenance,
    Readout,
    Session,
)


@dataclass(frozen=True)
class Received:
    """How the page came to us: what `provenance` says. `captured_at` is aware."""

    requested_url: str
    url: str
    captured_at: datetime
    capture_digest: str
    media_type: str


def content_digest(draft: Draft) -> str:
    """The digest that decides whether a page says something new.

    It is over what the page says (title, dates, opening, points, notes), not over its markup, menus or links, nor over
    what it declares of its own changes.
    """
    said = {
        "footnotes": [{"mark": note.mark, "text": note.text} for note in draft.footnotes],
        "opening": draft.opening,
        "points": [_point_said(point) for point in draft.points],
        "provisional_translation": draft.provisional_translation,
        "published": draft.published,
        "title": draft.title,
    }
    return digest(orjson.dumps(said, option=orjson.OPT_SORT_KEYS))


def _point_said(point: DraftPoint) -> dict[str, object]:
    points = [_point_said(below) for below in point.points]
    return {"heading": point.heading, "label": point.label, "points": points, "text": point.text}


def normalise(draft: Draft, source: Source, received: Received) -> Readout:
    """Make the record of a draft.

    Raises UnreadableError where it cannot be filed: no date at all, or one on which the country had no known leader.
    """
    opening = (draft.opening or "")[: 2 * sentences.LONGEST]
    holders = authority(source.country)
    sentence = sentences.first_sentence(opening)
    when = (
        EventDate(draft.event_date, local=False, doubts=())
        if draft.event_date is not None
        else event_date(opening, draft.published, received.url)
    )
    filed_on = when.day or draft.published
    if filed_on is None:
        raise UnreadableError("/event/date", "a date in the opening or on the page", "none with a year")
    where = setting.setting(sentence)
    if draft.leader_called is None:
        present = people.people(sentence, holders)
    else:
        clause = sentences.main_clause(sentence)
        present = people.people(clause, holders)
        if len(present) < 2:
            present = people.people(sentence, holders)
        # "President Biden’s Call with ...": what is capitalised after a possessive is no name.
        title = re.sub(r"['’]s?(?=\s[A-Z])", ",", draft.title)
        present = people.with_title(present, people.people(title, holders), holders)
        if where.place is None and not kinds.remote(draft.title + " " + sentence):
            where = replace(where, place=setting.known_place(clause))
        present = people.with_leader(present, draft.leader_called, holders, filed_on)
    term = _premiership(holders, filed_on, present)
    found = [findings.finding(r.code, r.pointer, r.message) for r in draft.remarks]
    found += findings.of_doubts(when.doubts, "/event/date")
    abroad = _abroad(where, present, holders)
    event_place = where.place
    sessions, doubts = _sessions(
        opening, sentence, draft.title, when.day, event_place, abroad=abroad, local_day=when.local
    )
    found += doubts
    if where.verb_without_object:
        found.append(
            findings.finding("visit_without_place", "/opening", "the opening tells of a visit but not where to")
        )
    if term.end is None and filed_on > holders.known_until:
        message = f"who is in office is known up to {holders.known_until}; {term.id} is taken to last"
        found.append(findings.finding("premiership_unconfirmed", "/premiership", message))
    found += _premiership_findings(term, present, source, received.url)
    points = speakers.with_speakers(draft.points)
    text = " ".join([opening, *(point["text"] for _, point in findings.walk(points) if point["text"])])
    participants = [people.in_term(people.settled(person.participant, text), filed_on) for person in present]
    found = findings.in_title(draft.title, participants) + found
    found += findings.in_footnotes(draft.footnotes, points, opening)
    found += findings.in_names(points, participants, holders)
    if not points:
        found.append(findings.finding("no_points", "/points", "the page has an opening but no points"))
    if len(participants) < 2:
        found.append(findings.finding("no_counterpart", "/participants", "the opening names no counterpart"))
    return Readout(
        schema=SCHEMA,
        id=f"{term.id}/{filed_on.isoformat()}/{slug(received.url)}",
        source=source.id,
        url=received.url,
        language=source.language,
        title=draft.title,
        published=draft.published.isoformat() if draft.published else None,
        provisional_translation=draft.provisional_translation,
        premiership=Premiership(
            id=term.id,
            country=term.country,
            ordinal=term.ordinal,
            family_name=term.family_name,
            given_name=term.given_name,
        ),
        event=Event(
            date=when.day.isoformat() if when.day else None,
            occasion=where.occasion,
            place=where.place,
            sessions=sessions,
        ),
        participants=participants,
        opening=draft.opening,
        points=points,
        topics=subjects(points, source.language),
        footnotes=[Footnote(mark=note.mark, text=note.text) for note in draft.footnotes],
        links=[Link(text=link.text, url=link.url) for link in draft.links],
        declared_changes=[
            DeclaredChange(at=change.at.isoformat(), note=change.note)
            for change in sorted(draft.declared_changes, key=lambda change: change.at.isoformat())
        ],
        findings=found,
        provenance=Provenance(
            captured_at=instant(received.captured_at),
            capture_digest=received.capture_digest,
            content_digest=content_digest(draft),
            parser=source.parser_version,
            media_type=received.media_type,
            requested_url=received.requested_url,
            change=None,
            declared=None,
            absent_on=[],
            run=None,
        ),
    )


def instant(moment: datetime) -> str:
    """An instant in the record's form: UTC, to the second, with its offset."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def slug(url: str) -> str:
    """The last part of an address as the last part of an id: lower-case letters, digits and hyphens, at most 80.

    A query belongs to it (`press-releases.htm?dtl/39651`). It is remote data and becomes a path, so nothing else passes.
    """
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    name = re.sub(r"\.(?:html?|php|aspx?|txt)$", "", path.rpartition("/")[2], flags=re.IGNORECASE)
    name += f"-{unquote(parts.query)}" if parts.query else ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "page"


def _premiership(holders: Authority, day: date, present: list[Person]) -> Term:
    """The term the event falls in; on a handover day the leader's name decides, else the incoming one has the day."""
    terms = holders.on(day)
    if not terms:
        raise UnreadableError(
            "/premiership", f"a date on which a leader of {holders.country} is known", day.isoformat()
        )
    names = _leader_words(holders, present)
    return next((term for term in terms if term.named(names)), terms[-1])


def _leader_words(holders: Authority, present: list[Person]) -> frozenset[str]:
    leader = _leader(holders, present)
    return people.words_of(leader["name_as_published"]) if leader else frozenset()


def _speaks_for(participant: Participant) -> str | None:
    return participant["affiliation"]["code"] if participant["affiliation"] else None


def _leader(holders: Authority, present: list[Person]) -> Participant | None:
    return next(
        (p.participant for p in present if _speaks_for(p.participant) == holders.country),
        None,
    )


def _premiership_findings(term: Term, present: list[Person], source: Source, url: str) -> list[Finding]:
    found = []
    leader = _leader(authority(source.country), present)
    if leader is not None and leader["family_name"] is not None and leader["family_name"] != term.family_name:
        message = f"the opening names {leader['name_as_published']!r}, but on that date {term.id} was in office"
        found.append(findings.finding("premiership_differs_from_name", "/premiership", message))
    in_url = source.premiership_in_url.search(url) if source.premiership_in_url else None
    if in_url is not None and term.ordinal is not None and int(in_url[1]) != term.ordinal:
        message = f"the address says {in_url[1]}, but on that date {term.id} was in office"
        found.append(findings.finding("premiership_differs_from_url", "/premiership", message))
    return found


def _abroad(where: setting.Setting, present: list[Person], holders: Authority) -> bool:
    """Whether the leader was away: the visit is told of the leader (before a counterpart is named), and not of home."""
    if where.place is None or setting.in_country(where.place, holders.country):
        return where.verb_without_object
    if where.visit_at is None:
        zone = places.zone_of(where.place)
        return setting.in_known_country(where.place) or (zone is not None and zone.key != holders.time_zone)
    counterparts = [p for p in present if _speaks_for(p.participant) != holders.country]
    # "H.E. Mr. X, who is visiting Japan" was excluded above; a visit told before the counterpart is the leader's.
    return not counterparts or where.visit_at < counterparts[0].begin or present[0] is counterparts[0]


def _sessions(
    opening: str,
    sentence: str,
    title: str,
    day: date | None,
    place: str | None,
    *,
    abroad: bool,
    local_day: bool,
) -> tuple[list[Session], list[Finding]]:
    clocks = times.clocks(opening, day, place, abroad=abroad, local_day=local_day)
    clause = kinds.of_clause(sentence)
    if not clause:
        clause = kinds.mentions(title) or kinds.mentions(sentence)
    if len(clocks) <= 1:
        clock = clocks[0] if clocks else None
        minutes = clock.minutes if clock else times.duration(sentence)
        session = Session(
            kinds=kinds.names(clause) or ["other"],
            start=_iso(clock.start if clock else None),
            start_jst=_iso(clock.start_jst if clock else None),
            duration_minutes=minutes,
        )
        return [session], findings.of_doubts(clock.doubts, "/event/sessions/0") if clock else []
    sessions, found = [], []
    for index, clock in enumerate(clocks):
        begin = clocks[index - 1].end if index else 0
        delimiter = max(opening.rfind(mark, begin, clock.begin) for mark in ("(", ";", "[", "（", "；"))
        named = kinds.mentions(opening, max(begin, delimiter + 1), clock.begin)
        if index == 0 and (not named or delimiter < 0):
            # "commencing at ..., X held a meeting": what this clock is for comes after it.
            stop = clocks[1].begin
            after = [m for m in clause if clock.end <= m.begin < stop]
            named = named if named and named[-1].end > clock.begin - 30 else after[:-1] or after or clause
        sessions.append(
            Session(
                kinds=kinds.names(named[-1:] if index and len(named) > 1 else named) or ["other"],
                start=_iso(clock.start),
                start_jst=_iso(clock.start_jst),
                duration_minutes=clock.minutes,
            )
        )
        found += findings.of_doubts(clock.doubts, f"/event/sessions/{index}")
    return sessions, found


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
