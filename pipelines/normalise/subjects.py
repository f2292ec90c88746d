"""What a summary is about: the topics of its points, each with the words that earned it."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.authorities.topics import found_in
from schemas.record import Point, TopicTag


def subjects(points: Sequence[Point], language: str) -> list[TopicTag]:
    """The topics of a tree of points, in the order they first appear.

    A statement has the topics of its own words and of the headings above it; `where` are JSON Pointers (RFC 6901) into
    the record.
    """
    tags: dict[str, TopicTag] = {}
    _gather(points, "/points", (), language, tags)
    return list(tags.values())


def _gather(
    points: Sequence[Point], base: str, above: tuple[str, ...], language: str, tags: dict[str, TopicTag]
) -> None:
    for number, point in enumerate(points):
        pointer = f"{base}/{number}"
        headed = _earned(point["heading"], language, tags)
        # A heading counts for what stands below it, and for itself where nothing does.
        governing = tuple(dict.fromkeys((*above, *headed)))
        if not point["statements"] and not point["points"]:
            _tell(governing, pointer, tags)
        for place, statement in enumerate(point["statements"]):
            own = _earned(statement["text"], language, tags)
            _tell((*governing, *own), f"{pointer}/statements/{place}", tags)
        _gather(point["points"], f"{pointer}/points", governing, language, tags)


def _earned(text: str | None, language: str, tags: dict[str, TopicTag]) -> list[str]:
    """The topics that a text's own words earn, with those words added to their tags."""
    found = found_in(text, language) if text else []
    for topic, words in found:
        tag = tags.setdefault(topic, TopicTag(topic=topic, words=[], where=[]))
        if words not in tag["words"]:
            tag["words"].append(words)
    return [topic for topic, _ in found]


def _tell(topics: Sequence[str], pointer: str, tags: dict[str, TopicTag]) -> None:
    for topic in dict.fromkeys(topics):
        tags[topic]["where"].append(pointer)
