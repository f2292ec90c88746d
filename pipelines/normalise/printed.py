"""What the points below an opening print, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.draft import DraftPoint


def texts_of(points: Sequence[DraftPoint], heading: str = "") -> Iterator[tuple[str, str]]:
    """The texts of the points, each with the heading above it, or with none ("")."""
    for point in points:
        if point.text:
            yield heading, point.text
        yield from texts_of(point.points, point.heading or "")


_LONGEST_TEXT = 8_000


def text_of(points: Sequence[DraftPoint]) -> str:
    """What the points say, one a line, cut to a sane length."""
    parts: list[str] = []
    length = 0
    for _, text in texts_of(points):
        if length >= _LONGEST_TEXT:
            break
        parts.append(text)
        length += len(text)
    return "\n".join(parts)[:_LONGEST_TEXT]
