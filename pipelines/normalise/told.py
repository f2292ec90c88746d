"""What a draft tells of an event, worked out in the language it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipelines.normalise.person import Person
from schemas.record import Finding, Point, Session


@dataclass(frozen=True)
class Told:
    """The event, who took part and who said what. `day` is None where the page does not say; `findings` are doubts.

    `opening` is what of the draft's opening tells of the event; what it says beyond that is in `points`.
    """

    opening: str | None
    day: date | None
    place: str | None
    occasion: str | None
    sessions: list[Session]
    present: list[Person]
    points: list[Point]
    findings: list[Finding]
