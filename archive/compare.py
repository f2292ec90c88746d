"""The difference of two versions of a record: by field, by point, and by word.

Only what the publisher says is compared, not how we received it. Points are matched by what they say, so that an
inserted point does not make every one after it differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from schemas.record import Point, Readout

Op = Literal["equal", "removed", "added"]
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Difference:
    """One place where two versions differ. `old` or `new` is None where only the other has it."""

    place: str
    old: str | None
    new: str | None
    words: tuple[tuple[Op, str], ...]


def differences(old: Readout, new: Readout) -> list[Difference]:
    """Where two versions differ, in reading order; empty where they say the same."""
    found = [
        _difference(place, before, after)
        for place, before, after in (
            ("title", old["title"], new["title"]),
            ("url", old["url"], new["url"]),
            ("published", old["published"], new["published"]),
            (
                "provisional translation",
                _yes(old["provisional_translation"]),
                _yes(new["provisional_translation"]),
            ),
            ("opening", old["opening"], new["opening"]),
        )
        if before != after
    ]
    found += _aligned(list(_statements(old["points"])), list(_statements(new["points"])))
    found += _aligned(
        [(f"note {note['mark']}", note["text"]) for note in old["footnotes"]],
        [(f"note {note['mark']}", note["text"]) for note in new["footnotes"]],
    )
    return found


def readings(old: Readout, new: Readout) -> list[Difference]:
    """Where what was worked out of two versions differs: event, sessions, people, premiership, who said what, topics.

    For a revision these follow from what the publisher changed; for a reprocessed version they are all there is.
    """
    return [
        _difference(place, before, after)
        for (place, before), (_, after) in zip(_worked_out(old), _worked_out(new), strict=True)
        if before != after
    ]


def _worked_out(record: Readout) -> Iterator[tuple[str, str | None]]:
    event = record["event"]
    yield "premiership", record["premiership"]["id"]
    yield "event date", event["date"]
    yield "occasion", event["occasion"]
    yield "series", event.get("series")
    yield "place", event["place"]
    yield (
        "sessions",
        "; ".join(
            " ".join(
                part
                for part in (
                    ", ".join(session["kinds"]),
                    session["start"],
                    session["start_jst"],
                    f"{session['duration_minutes']} minutes" if session["duration_minutes"] else None,
                )
                if part
            )
            for session in event["sessions"]
        ),
    )
    yield (
        "participants",
        "; ".join(
            ", ".join(
                part
                for part in (
                    f"{person['given_name'] or ''} {person['family_name'] or ''}".strip()
                    or person["name_as_published"],
                    person["office"],
                    (person["affiliation"]["code"] or person["affiliation"]["name"]) if person["affiliation"] else None,
                )
                if part
            )
            for person in record["participants"]
        ),
    )
    yield "terms of office", "; ".join(filter(None, (person.get("term") for person in record["participants"])))
    yield "speakers", "; ".join(_speakers(record["points"]))
    # Records made before topics were told have none.
    yield "topics", "; ".join(f"{tag['topic']} ({', '.join(tag['words'])})" for tag in record.get("topics", ()))
    yield "links", "; ".join(f"{link['text']} → {link.get('leads_to') or link['url']}" for link in record["links"])
    yield "findings", "; ".join(sorted(f"{finding['code']} {finding['pointer']}" for finding in record["findings"]))


def _speakers(points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        for statement in point.get("statements", ()):
            report = statement["report"]
            yield f"{statement['speaker'] or '-'} {report['verb']}" if report else statement["speaker"] or "-"
        yield from _speakers(point["points"])


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _statements(points: Sequence[Point], above: str = "") -> Iterator[tuple[str, str]]:
    """Every point as (place, what it says), in reading order."""
    for number, point in enumerate(points, 1):
        place = f"{above} {point['label'] or f'¶{number}'}".strip()
        text = "\n".join(part for part in (point["heading"], point["text"]) if part)
        yield f"point {place}" if not above else place, text
        yield from _statements(point["points"], f"point {place}" if not above else place)


def _aligned(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[Difference]:
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    found: list[Difference] = []
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            continue
        before, after = old[a:b], new[c:d]
        while before or after:
            if before and after and _alike(before[0][1], after[0][1]):
                found.append(_difference(after[0][0], before.pop(0)[1], after.pop(0)[1]))
            elif before and not any(_alike(before[0][1], text) for _, text in after):
                place, text = before.pop(0)
                found.append(_difference(place, text, None))
            else:
                place, text = after.pop(0)
                found.append(_difference(place, None, text))
    return found


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() > 0.5


def _difference(place: str, old: str | None, new: str | None) -> Difference:
    return Difference(place, old, new, tuple(words(old or "", new or "")))


def words(old: str, new: str) -> Iterator[tuple[Op, str]]:
    """The word-level difference of two texts: runs that are equal, removed or added."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            yield "equal", "".join(before[a:b])
        else:
            if b > a:
                yield "removed", "".join(before[a:b])
            if d > c:
                yield "added", "".join(after[c:d])
