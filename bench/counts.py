"""What was told against what is so, counted: precision and recall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass
class Count:
    """What was told of a field: rightly, wrongly (told and not so), and missed (so and not told)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, told: set[Any], so: set[Any]) -> None:
        """Count what was told against what is so."""
        self.right += len(told & so)
        self.wrong += len(told - so)
        self.missed += len(so - told)

    def __str__(self) -> str:
        told, so = self.right + self.wrong, self.right + self.missed
        # Of nothing nothing is right: where no page tells a field, none was measured.
        precision = f"{self.right / told:.3f}" if told else "none"
        recall = f"{self.right / so:.3f}" if so else "none"
        return f"precision {precision} ({self.right} of {told}), recall {recall} ({self.right} of {so})"

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def lines(name: str, counts: Mapping[str, Count]) -> Iterator[str]:
    """A line a field."""
    for field, count in counts.items():
        yield f"{name} {field}: {count}"
