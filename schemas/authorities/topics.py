"""The controlled vocabulary of topics, and which of its words a text holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_Topics = tuple[str, ...]
# A comma is one too: "economic, security and cultural ties" tells nothing of economic security.
_WORD = re.compile(r"\w+(?:[-'’.+×]\w+)*|[,;:()]")


@dataclass(frozen=True)
class Topic:
    """One subject: its id, its label, and the words that tell it, by language (BCP 47)."""

    id: str
    label: str
    words: dict[str, tuple[str, ...]]


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources.files(__package__) / "topics.json").read_text("utf-8"))
    return loaded


@cache
def topics() -> dict[str, Topic]:
    """The vocabulary, by id, in its own order."""
    return {
        row["id"]: Topic(row["id"], row["label"], {language: tuple(w) for language, w in row["words"].items()})
        for row in _data()["topics"]
    }


def _words(language: str) -> Iterator[tuple[str, _Topics]]:
    """Each expression with the topics that it earns: none, of one that holds a topic's word and says another thing."""
    named: dict[str, _Topics] = dict.fromkeys(_data()["other"][language], ())
    for topic in topics().values():
        for word in topic.words[language]:
            named[word] = (*named.get(word, ()), topic.id)
    yield from named.items()


def found_in(text: str, language: str) -> list[tuple[str, str]]:
    """The topics whose words a text holds, with each word as printed, in the order of the text, each pair once.

    The longest expression counts, and none inside it ("Free and Open Indo-Pacific" is not "Indo-Pacific" too). Time
    grows with the length of the text alone.
    """
    held = _held_in_japanese(text) if language.partition("-")[0] == "ja" else _held_in_english(text)
    return list(dict.fromkeys((topic, words) for named, words in held for topic in named))


def _held_in_english(text: str) -> Iterator[tuple[_Topics, str]]:
    index, longest = _english()
    printed = _WORD.findall(text)
    folded = list(map(_fold, printed))
    # Few words begin an expression, or may be joined of such as do.
    begins = [number for number, word in enumerate(folded) if word in longest or "-" in word]
    if not begins:
        return
    # Where the words stand, which takes as long again to find, is of use only where one of them tells a topic.
    places: list[tuple[int, int]] = []
    taken = 0
    for number in begins:
        first = folded[number]
        if number < taken:
            continue
        for count in range(min(longest.get(first, 0), len(folded) - number), 0, -1):
            named = index[first].get(tuple(folded[number : number + count]))
            if named is not None:
                places = places or [match.span() for match in _WORD.finditer(text)]
                yield named, " ".join(text[places[number][0] : places[number + count - 1][1]].split())
                taken = number + count
                break
        else:
            # "UK-EU", "post-Brexit": no expression of its own.
            for part in _parts(printed[number]):
                if (named := index.get(_fold(part), {}).get((_fold(part),))) is not None:
                    yield named, part


_MOST_PARTS = 6


def _parts(word: str) -> list[str]:
    """What a hyphen joins, the first of them; of a word without one, nothing."""
    return word.split("-")[:_MOST_PARTS] if "-" in word else []


def _held_in_japanese(text: str) -> Iterator[tuple[_Topics, str]]:
    index = _japanese()
    plain = text.translate(_NARROW)
    taken = 0
    for place, first in enumerate(plain):
        if place < taken:
            continue
        for word, named in index.get(first, ()):
            end = place + len(word)
            if plain.startswith(word, place) and _apart(plain, place, end):
                yield named, text[place:end]
                taken = end
                break


# Letters and digits of full width, each as the one of half width.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}


def _apart(text: str, begin: int, end: int) -> bool:
    """Whether no letter goes on on either side of a word in letters, and no katakana before one in katakana; behind it
    it may (テロ of テロリスト)."""
    before, behind = text[begin - 1 : begin], text[end : end + 1]
    if _is_letter(text[begin]) and _is_letter(before):
        return False
    if _is_letter(text[end - 1]) and _is_letter(behind):
        return False
    return not (_is_katakana(text[begin]) and _is_katakana(before))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"


@lru_cache(8_192)
def _fold(token: str) -> str:
    plain = token[:-2] if token.endswith(("'s", "’s")) else token
    # An acronym is told by its capitals, and is no part of a word that is written small.
    return plain if plain[1:2].isupper() and plain.isupper() else plain.lower()


@cache
def _english() -> tuple[dict[str, dict[tuple[str, ...], _Topics]], dict[str, int]]:
    """Topics by the first word of each expression and the whole of it; the longest expression of each first word."""
    index: dict[str, dict[tuple[str, ...], _Topics]] = {}
    longest: dict[str, int] = {}
    for words, named in _words("en"):
        key = tuple(_fold(token) for token in _WORD.findall(words))
        known = index.setdefault(key[0], {})
        known[key] = (*known.get(key, ()), *named)
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return index, longest


@cache
def _japanese() -> dict[str, list[tuple[str, _Topics]]]:
    """The words by their first character, the longest first, each with its topics."""
    index: dict[str, list[tuple[str, _Topics]]] = {}
    for word, named in sorted(_words("ja"), key=lambda entry: len(entry[0]), reverse=True):
        index.setdefault(word[0], []).append((word, named))
    return index
