"""The texts of the points below an opening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.draft import DraftPoint


def texts_of(points: Sequence[DraftPoint], heading: str = "") -> Iterator[tuple[str, str]]:
    """The texts of the points, each with the heading above it."""
    for point in points:
        if point.text:
            yield heading, point.text
        yield from texts_of(point.points, point.heading or "")


_LONGEST_STATEMENTS = 8_000


def statements(points: Sequence[DraftPoint]) -> str:
    """What the points say, in their order, cut to a sane length."""
    parts: list[str] = []
    todo = list(reversed(points))
    while todo and sum(map(len, parts)) < _LONGEST_STATEMENTS:
        point = todo.pop()
        parts.append(point.text or "")
        todo.extend(reversed(point.points))
    return "\n".join(parts)[:_LONGEST_STATEMENTS]
