"""The record of a draft: every field worked out, nothing guessed, every doubt a finding."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from urllib.parse import unquote, urlsplit

import orjson

from connectors.capture import digest
from connectors.draft import Draft, DraftLink, DraftPoint
from connectors.errors import UnreadableError
from connectors.source import Source
from pipelines.normalise import attribution, english, findings, identity, japanese, names
from pipelines.normalise.english import sentences
from pipelines.normalise.person import Person, own_side
from pipelines.normalise.subjects import subjects
from schemas.authorities import affiliations, places
from schemas.authorities.premierships import Authority, authority
from schemas.authorities.summits import series_of
from schemas.authorities.terms import Term
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

    Raises UnreadableError where it cannot be filed: no date at all, or one when it is not known who led the country.
    """
    opening = (draft.opening or "")[: 2 * sentences.LONGEST]
    holders = authority(source.country)
    japanese_text = source.language.partition("-")[0] == "ja"
    told = (japanese if japanese_text else english).tell(draft, opening, holders, received.url)
    filed_on = told.day or draft.published
    if filed_on is None:
        raise UnreadableError("/event/date", "a date in the opening or on the page", "none with a year")
    term = _premiership(holders, filed_on, told.present, draft.leader_named, _number_in(received.url, source))
    found = [findings.finding(r.code, r.pointer, r.message) for r in draft.remarks]
    found += told.findings
    if term.end is None and filed_on > holders.known_until:
        message = f"who is in office is known up to {holders.known_until}; the page names whom {term.id} is of"
        found.append(findings.finding("premiership_unconfirmed", "/premiership", message))
    found += _premiership_findings(term, told.present, source, received.url)
    text = " ".join(
        [draft.title, opening, *(point["text"] for _, point in findings.walk(told.points) if point["text"])]
    )
    calls = identity.Calls(text)
    # "met President Erdoğan in Ankara" names the country as well.
    host = places.country_of(told.place)
    told_of = f"{text} {affiliations.by_code(host).name}" if host is not None else text
    named = (
        identity.in_term(identity.settled(person.participant, calls), filed_on, told_of) for person in told.present
    )
    # The publisher's leader first, though a sentence may name who called first ("X paid a courtesy call to Y").
    participants = sorted(
        identity.together(list(named), filed_on, holders.country), key=lambda who: who["term"] != term.id
    )
    points = attribution.attributed(told.points, participants, holders.country)
    if not japanese_text:
        found = findings.in_title(draft.title, participants) + found
        found += findings.in_names(points, participants, holders)
    found += findings.in_footnotes(draft.footnotes, points, opening)
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
            date=told.day.isoformat() if told.day else None,
            occasion=told.occasion,
            series=series_of(told.occasion, source.language),
            place=told.place,
            sessions=told.sessions,
        ),
        participants=participants,
        opening=told.opening,
        points=points,
        topics=subjects(points, source.language),
        footnotes=[Footnote(mark=note.mark, text=note.text) for note in draft.footnotes],
        links=[Link(text=link.text, url=link.url, leads_to=_leads_to(link)) for link in draft.links],
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


_LEADS_TO: tuple[tuple[Literal["press_conference", "joint_statement"], re.Pattern[str]], ...] = (
    (
        "press_conference",
        re.compile(r"press[\s_-]*(?:conference|occasion|announcement|briefing)|記者会見|共同記者発表|kaiken", re.I),
    ),
    ("joint_statement", re.compile(r"joint[\s_-]*(?:statement|declaration|communiqu)|共同(?:声明|宣言)", re.I)),
)


def _leads_to(link: DraftLink) -> Literal["press_conference", "joint_statement"] | None:
    """What a link leads to, by its words or the last part of its address."""
    told = f"{link.text} {(link.url or '').rpartition('/')[2]}"
    return next((kind for kind, pattern in _LEADS_TO if pattern.search(told)), None)


def instant(moment: datetime) -> str:
    """An instant in the record's form: UTC, to the second, with its offset."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def slug(url: str) -> str:
    """The last part of an address as the last part of an id: lower-case letters, digits and hyphens, at most 80.

    A query belongs to it (`press-releases.htm?dtl/39651`). It is remote data and becomes a path: nothing else
    passes.
    """
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    name = re.sub(r"\.(?:html?|php|aspx?|txt)$", "", path.rpartition("/")[2], flags=re.IGNORECASE)
    name += f"-{unquote(parts.query)}" if parts.query else ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "page"


def _premiership(
    holders: Authority, day: date, present: list[Person], named_beside: str | None, number: int | None
) -> Term:
    """The term the event falls in; on a handover day the leader's name decides, else the incoming one has the day.

    After the day up to which the data are known, only a page that names the one last known tells that the term lasts
    (`named_beside`: by the name that stands beside its text), or one that names nobody and whose address has the term's
    `number`; and none whose address has a later one's: a record's premiership is part of its id, which never changes,
    so none is filed by a guess.
    """
    expected = f"a date on which it is known who led {holders.country}"
    terms = holders.on(day)
    if not terms:
        raise UnreadableError("/premiership", expected, day.isoformat())
    leader = _leader(holders, present)
    called = [leader["name_as_published"], leader["family_name"], leader["given_name"]] if leader is not None else []
    words = names.words_of(" ".join(filter(None, [*called, named_beside])))
    named = next((term for term in terms if term.named(words)), None)
    ordinal = terms[-1].ordinal
    later = number is not None and ordinal is not None and number > ordinal
    anonymous = named_beside is None and (leader is None or leader["family_name"] is None)
    told = named is not None or (anonymous and number is not None and number == ordinal)
    if not holders.sure_on(day) and (later or not told):
        last = terms[-1].name
        says = named_beside or (leader["name_as_published"] if leader is not None else "nobody")
        found = f"{day}: known up to {holders.known_until} ({last}); the page names {says!r}"
        raise UnreadableError("/premiership", f"{expected} (see `readouts authorities add`)", found)
    return named or terms[-1]


def _number_in(url: str, source: Source) -> int | None:
    """The number of the premiership in a page's address, where the source has one there."""
    found = source.premiership_in_url.search(url) if source.premiership_in_url else None
    return int(found[1]) if found is not None else None


def _leader(holders: Authority, present: list[Person]) -> Participant | None:
    return next((person.participant for person in own_side(present, holders.country)), None)


def _premiership_findings(term: Term, present: list[Person], source: Source, url: str) -> list[Finding]:
    found = []
    leader = _leader(authority(source.country), present)
    if leader is not None and leader["family_name"] is not None and leader["family_name"] != term.family_name:
        message = f"the opening names {leader['name_as_published']!r}, but on that date {term.id} was in office"
        found.append(findings.finding("premiership_differs_from_name", "/premiership", message))
    number = _number_in(url, source)
    if number is not None and term.ordinal is not None and number != term.ordinal:
        message = f"the address says {number}, but on that date {term.id} was in office"
        found.append(findings.finding("premiership_differs_from_url", "/premiership", message))
    return found
