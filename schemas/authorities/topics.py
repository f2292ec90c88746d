"""The controlled vocabulary of topics, and which of its words a text holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"\w+(?:[-'’.+×]\w+)*")


@dataclass(frozen=True)
class Topic:
    """One subject: its id, its label, and the words that tell it, by language (BCP 47)."""

    id: str
    label: str
    words: dict[str, tuple[str, ...]]


@cache
def topics() -> dict[str, Topic]:
    """The vocabulary, by id, in its own order."""
    data = json.loads((resources.files(__package__) / "topics.json").read_text("utf-8"))
    return {
        row["id"]: Topic(row["id"], row["label"], {language: tuple(w) for language, w in row["words"].items()})
        for row in data["topics"]
    }


def found_in(text: str, language: str) -> list[tuple[str, str]]:
    """The topics whose words a text holds, with each word as printed, in the order of the text, each pair once.

    The longest expression counts, and none inside it ("Free and Open Indo-Pacific" is not "Indo-Pacific" too). Time
    grows with the length of the text alone.
    """
    if language.partition("-")[0] == "ja":
        places = ((text.find(word), topic, word) for word, topic in _japanese())
        return [(topic, word) for place, topic, word in sorted(places) if place >= 0]
    index, longest = _english()
    printed = _WORD.findall(text)
    folded = list(map(_fold, printed))
    found: dict[tuple[str, str], None] = {}
    taken = 0
    for number, first in enumerate(folded):
        if number < taken or first not in index:
            continue
        for count in range(min(longest[first], len(folded) - number), 0, -1):
            named = index[first].get(tuple(folded[number : number + count]))
            if named is not None:
                words = " ".join(printed[number : number + count])
                found.update(dict.fromkeys((topic, words) for topic in named))
                taken = number + count
                break
    return list(found)


def _fold(token: str) -> str:
    plain = token[:-2] if token.endswith(("'s", "’s")) else token
    # An acronym is told by its capitals, and is no part of a word that is written small.
    return plain if plain[1:2].isupper() and plain.isupper() else plain.lower()


@cache
def _english() -> tuple[dict[str, dict[tuple[str, ...], tuple[str, ...]]], dict[str, int]]:
    """Topics by the first word of each expression and the whole of it; the longest expression of each first word."""
    index: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    longest: dict[str, int] = {}
    for topic in topics().values():
        for words in topic.words["en"]:
            key = tuple(_fold(token) for token in _WORD.findall(words))
            named = index.setdefault(key[0], {})
            named[key] = (*named.get(key, ()), topic.id)
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return index, longest


@cache
def _japanese() -> tuple[tuple[str, str], ...]:
    return tuple((word, topic.id) for topic in topics().values() for word in topic.words.get("ja", ()))
