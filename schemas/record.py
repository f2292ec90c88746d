"""The record in the schema's form, as types: what `readout.v1.json` says in JSON Schema, for mypy.

A record is a plain dict so that it goes through Beam, JSON and the archive as it is. Times are ISO 8601 strings with
an offset, to the second; dates are civil dates.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

SCHEMA = "readout.v1"

Change = Literal["created", "revised", "relocated", "withdrawn", "restored", "reprocessed", "backfilled"]
Severity = Literal["error", "warning", "notice"]


class Premiership(TypedDict):
    id: str
    country: str
    ordinal: int | None
    family_name: str
    given_name: str


class Session(TypedDict):
    kinds: list[str]
    start: str | None
    start_jst: str | None
    duration_minutes: int | None


class Event(TypedDict):
    date: str | None
    occasion: str | None
    series: str | None
    place: str | None
    sessions: list[Session]


class AffiliationName(TypedDict):
    code: str | None
    name: str


class Participant(TypedDict):
    name_as_published: str
    family_name: str | None
    given_name: str | None
    office: str | None
    rank: str | None
    affiliation: AffiliationName | None
    term: str | None


def speaks_for(person: Participant) -> str | None:
    """The code of the country or organisation that a participant speaks for, or None."""
    return person["affiliation"]["code"] if person["affiliation"] else None


def side_of(person: Participant) -> str | None:
    """Whose side a participant is on: whom one speaks for, with the institutions of the European Union as one."""
    code = speaks_for(person)
    return "EU" if code in ("EUCO", "ECOM") else code


Voice = Literal["one", "both"]
Report = TypedDict("Report", {"verb": str, "class": str, "voice": Voice})
"""How a statement is reported: its verb, the class of that, and whether one side's words or both sides' are told."""


class Statement(TypedDict):
    """One sentence of what a point says, or its part where another goes on to speak."""

    text: str
    speaker: str | None
    speakers: list[str]
    report: Report | None


class Point(TypedDict):
    label: str | None
    heading: str | None
    text: str | None
    statements: list[Statement]
    points: list[Point]


class TopicTag(TypedDict):
    topic: str
    words: list[str]
    where: list[str]


class Footnote(TypedDict):
    mark: str
    text: str


class Link(TypedDict):
    text: str
    url: str | None
    leads_to: Literal["press_conference", "joint_statement"] | None


class DeclaredChange(TypedDict):
    at: str
    note: str | None


class Finding(TypedDict):
    code: str
    severity: Severity
    pointer: str
    message: str


class Provenance(TypedDict):
    captured_at: str
    capture_digest: str
    content_digest: str
    parser: str
    media_type: str
    requested_url: str
    change: Change | None
    declared: bool | None
    absent_on: list[str]
    run: str | None


class Readout(TypedDict):
    """A whole record; `readout.v1.json` describes each property."""

    schema: str
    id: str
    source: str
    url: str
    language: str
    title: str
    published: str | None
    provisional_translation: bool
    premiership: Premiership
    event: Event
    participants: list[Participant]
    opening: str | None
    points: list[Point]
    topics: list[TopicTag]
    footnotes: list[Footnote]
    links: list[Link]
    declared_changes: list[DeclaredChange]
    findings: list[Finding]
    provenance: Provenance


class Reason(TypedDict):
    """Why a page was quarantined: where (a JSON Pointer into the record), what was expected, what was found."""

    pointer: str
    expected: str
    found: str
    rule: NotRequired[str]
