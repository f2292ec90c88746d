"""What a summary is about: the topics of its points, each with the words that earned it."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.authorities.topics import found_in
from schemas.record import Point, TopicTag


def subjects(points: Sequence[Point], language: str) -> list[TopicTag]:
    """The topics of a tree of points, in the order they first appear.

    A point has the topics of its own words and of the headings above it; `points` are JSON Pointers into the record.
    """
    tags: dict[str, TopicTag] = {}
    _gather(points, "/points", (), language, tags)
    return list(tags.values())


def _gather(
    points: Sequence[Point], base: str, above: tuple[str, ...], language: str, tags: dict[str, TopicTag]
) -> None:
    for number, point in enumerate(points):
        pointer = f"{base}/{number}"
        own = found_in(" ".join(filter(None, (point["heading"], point["text"]))), language)
        for topic, words in own:
            tag = tags.setdefault(topic, TopicTag(topic=topic, words=[], points=[]))
            if words not in tag["words"]:
                tag["words"].append(words)
        # What governs counts for what it governs: a heading, or a point that others stand below.
        here = tuple(dict.fromkeys((*above, *(topic for topic, _ in own))))
        for topic in here:
            if pointer not in tags[topic]["points"]:
                tags[topic]["points"].append(pointer)
        _gather(point["points"], f"{pointer}/points", here if point["heading"] else above, language, tags)
