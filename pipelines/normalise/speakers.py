"""Who is reported as saying a point: the subject of its first sentence, or of the point that governs it."""

from __future__ import annotations

import re

from connectors.draft import DraftPoint
from pipelines.normalise.sentences import LONGEST, first_sentence
from schemas.record import Point

_TITLE = (
    r"(?:(?:Deputy|Vice|Acting|Foreign|Crown|Former|First|Executive)[\s-])?(?:President|Prime Minister|Premier|Chancellor|Secretary[\s-]General|"
    r"Director[\s-]General|Taoiseach|King|Queen|Sultan|Emir|Amir|Prince|Minister|Secretary|Chair(?:man|person|woman)?|Commissioner|Governor|Managing Director)"
)
_NAME = r"(?:(?:von der|van der|van|von|de|da|al|el|bin|dos|di)\s)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*?(?:\s(?:(?:bin|al|de|da|van|von|der|el)\s)?[A-ZÀ-ÞĀ-Ž][\w'’-]*){0,3}"
_GROUP = r"(?:[Tt]he\s+)?(?:[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s+(?:leaders|sides|countries|prime ministers|presidents|parties)|[Tt]he\s+(?:leaders|sides)|[Tt]hey\s+both|[Tt]he\s+(?:Prime\s+Minister|President)(?=\s(?!of\b))"
_VERB = r"(?!attended\b|visited\b)(?:\w+ed|said|told|gave|made|took|sought|spoke|drew|held|had|shared|put|paid|felt|laid|set|went)\b"
_ADVERB = r"(?:(?:,\s[^,.]{1,80},|also|then|further|furthermore|again|first|both|in\s+turn|once\s+again|strongly|sincerely|firmly|jointly|mutually)\s?)*"
_PERSON = rf"(?:U\.S\.\s)?{_TITLE}\s{_NAME}"
_STATES = re.compile(rf"(?P<actor>{_GROUP}|{_PERSON}(?:(?:,\s{_PERSON})*,?\sand\s{_PERSON})?)\s?{_ADVERB}\s?{_VERB}")
_ASKS = re.compile(rf"\bfrom\s+(?P<actor>{_TITLE}\s{_NAME})(?:\s+(?:that|regarding|on|about)|,)")
_GOVERNS = re.compile(r"(?:as follows|the following(?:\s+\w+)?|said|stated)\s*[:：.]?\s*$|[:：]\s*$")


def with_speakers(points: tuple[DraftPoint, ...], governor: str | None = None) -> list[Point]:
    """The points in the record's form, each statement with its speaker as named in the text.

    A point that ends "stated as follows:" governs the points below it: they inherit its speaker unless their own
    first sentence names another. A heading has no speaker.
    """
    return [_point(point, governor) for point in points]


def _point(point: DraftPoint, governor: str | None) -> Point:
    text = point.text
    spoken = speaker(text, governed=governor is not None) if text else None
    own = (spoken or governor) if text else None
    # What stands below a governed point is governed as well, unless the point itself names another speaker.
    governs = own if text and _GOVERNS.search(text) else governor if spoken is None else None
    if text is None and point.heading and _GOVERNS.search(point.heading):
        governs = speaker(point.heading, governed=False) or governor
    return Point(
        label=point.label,
        heading=point.heading,
        text=text,
        speaker=own,
        points=with_speakers(point.points, governs),
    )


def speaker(text: str, *, governed: bool) -> str | None:
    """The first who is reported as saying something, or None. A governed text is searched in its first sentence only."""
    first = first_sentence(text)
    found = _actor(first)
    if found is None and not governed and first != text:
        found = _actor(text[:LONGEST])
    return found


def _actor(text: str) -> str | None:
    match = _STATES.search(text) or _ASKS.search(text)
    if match is None:
        return None
    actor = " ".join(match["actor"].split())
    return actor[0].upper() + actor[1:]
