"""What was said: the statements of a record, who says each, how, and of what; and which of them a question means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.whom import has, plain, whom
from schemas.record import Participant, Point, Readout, Report, speaks_for


@dataclass(frozen=True)
class Statement:
    """One statement of a record: where (a JSON Pointer), by whom, how it is reported, of what, and the words.

    `speaker` is as printed, `speakers` whom that means: their family names, where they have one that is known, else the
    names as published; `countries` the codes of those they speak for.
    """

    pointer: str
    speaker: str | None
    speakers: tuple[str, ...]
    countries: tuple[str, ...]
    report: Report | None
    topics: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Asked:
    """What a question about statements asks for; everything given must hold.

    `by` is part of a speaker's name, as printed or of the participant whom it means, or a country or an organisation
    (`archive.whom`); `kind` the class of the verb; `words` part of the text. Letters are compared without regard to
    case, width or accents.
    """

    by: str | None = None
    kind: str | None = None
    voice: str | None = None
    topic: str | None = None
    words: str | None = None


def statements_of(record: Readout) -> Iterator[Statement]:
    """The statements of a record, in reading order. Records made before statements were told apart have none."""
    about: dict[str, list[str]] = defaultdict(list)
    for tag in record.get("topics", ()):
        for pointer in tag.get("where", ()):
            about[pointer].append(tag["topic"])
    yield from _told(record["participants"], record["points"], "/points", about)


def _told(
    people: Sequence[Participant], points: Sequence[Point], base: str, about: dict[str, list[str]]
) -> Iterator[Statement]:
    for number, point in enumerate(points):
        for place, told in enumerate(point.get("statements", ())):
            pointer = f"{base}/{number}/statements/{place}"
            meant = [people[int(who.rpartition("/")[2])] for who in told["speakers"]]
            yield Statement(
                pointer=pointer,
                speaker=told["speaker"],
                speakers=tuple(person["family_name"] or person["name_as_published"] for person in meant),
                countries=tuple(dict.fromkeys(code for person in meant if (code := speaks_for(person)))),
                report=told["report"],
                topics=tuple(about.get(pointer, ())),
                text=told["text"],
            )
        yield from _told(people, point["points"], f"{base}/{number}/points", about)


def meets(statement: Statement, asked: Asked) -> bool:
    """Whether a statement is one that a question asks for."""
    told = statement.report
    return (
        (asked.by is None or _said_by(statement, asked.by))
        and (asked.kind is None or (told is not None and told["class"] == asked.kind))
        and (asked.voice is None or (told is not None and told["voice"] == asked.voice))
        and (asked.topic is None or asked.topic in statement.topics)
        and (asked.words is None or plain(asked.words) in plain(statement.text))
    )


def _said_by(statement: Statement, who: str) -> bool:
    asked = whom(who)
    return asked.code in statement.countries or any(
        has(name, asked.words) for name in (statement.speaker, *statement.speakers)
    )
