"""The draft: what a page says, as read, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class DraftPoint:
    """One point as printed: its label and heading and text, and the points below it."""

    label: str | None
    heading: str | None
    text: str | None
    points: tuple[DraftPoint, ...] = ()


@dataclass(frozen=True)
class DraftLink:
    text: str
    url: str | None


@dataclass(frozen=True)
class DraftFootnote:
    mark: str
    text: str


@dataclass(frozen=True)
class DraftChange:
    """A change that the page declares: a civil date, or an aware instant, and what it says was changed."""

    at: date | datetime
    note: str | None = None


@dataclass(frozen=True)
class Remark:
    """Something odd that reading itself met; it becomes a finding."""

    code: str
    pointer: str
    message: str


@dataclass(frozen=True)
class Draft:
    """What a page says. `published` is the civil date the page prints; `canonical_url` what its link element claims.

    `event_date` is the date of the event where the page gives it outside the opening (in its title), `leader_called`
    how the publisher's own leader is called where pages do not name them ("The Prime Minister"), `leader_named` the
    leader's name as the page gives it beside its text ("The Rt Hon Sir Keir Starmer KCB KC MP"), or in its address.
    """

    title: str
    published: date | None
    provisional_translation: bool
    opening: str | None
    points: tuple[DraftPoint, ...]
    footnotes: tuple[DraftFootnote, ...]
    links: tuple[DraftLink, ...]
    canonical_url: str | None = None
    declared_changes: tuple[DraftChange, ...] = ()
    event_date: date | None = None
    leader_called: str | None = None
    leader_named: str | None = None
    month: date | None = None
    """The last day of the month that the page prints, where it prints no day."""
    of_day: bool = False
    """Whether the page stands in a diary, and tells all whom the leader met that day."""
    above: tuple[str, ...] = ()
    """The paragraphs above the opening that say something; they are not in the record."""
    remarks: tuple[Remark, ...] = ()
