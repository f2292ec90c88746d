"""Series of summits, and to which of them an occasion belongs."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources


def series_of(occasion: str | None, language: str) -> str | None:
    """The id of the series that an occasion ("G7 Hiroshima Summit") belongs to, or None."""
    if occasion is None:
        return None
    pattern, ids = _words("ja" if language.partition("-")[0] == "ja" else "en")
    match = pattern.search(occasion)
    return ids[match[1]] if match else None


@cache
def names() -> dict[str, str]:
    """The series by id, with their names."""
    return {str(row["id"]): str(row["name"]) for row in _data()}


@cache
def _data() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads((resources.files(__package__) / "summits.json").read_text("utf-8"))[
        "series"
    ]
    return rows


@cache
def _words(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    ids = {word: str(row["id"]) for row in _data() for word in row["words"][language]}  # type: ignore[index]
    longest_first = "|".join(map(_whole, sorted(ids, key=len, reverse=True)))
    return re.compile(f"({longest_first})"), ids


def _whole(word: str) -> str:
    """A word of Latin letters stands whole: "SCO" is no part of another; 年次総会 may stand before the year."""
    latin = "[A-Za-z0-9]"
    begins, ends = (re.match(latin, letter) for letter in (word[0], word[-1]))
    return f"{f'(?<!{latin})' if begins else ''}{re.escape(word)}{f'(?!{latin})' if ends else ''}"
