"""Countries and organisations by the names that readouts print, longest name first."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Affiliation:
    """A country (`code` is ISO 3166-1 alpha-2) or an organisation (`code` is its acronym)."""

    code: str
    name: str
    is_country: bool


# Letters that are no accented ones to Unicode, and are printed so where an accent would be left out.
_PLAIN_LETTERS = str.maketrans(
    dict(zip("’øØłŁđĐðÐı", "'oOlLdDdDi", strict=True)) | {"æ": "ae", "Æ": "Ae", "ß": "ss", "þ": "th", "Þ": "Th"}
)


def fold(name: str) -> str:
    """The form names are compared in: no accents, typographic apostrophes or case, single spaces."""
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS)).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().split())


@cache
def _as_printed() -> tuple[tuple[Affiliation, tuple[str, ...]], ...]:
    """Each with every name that print has for it, its own first."""
    here = resources.files(__package__)
    return tuple(
        (Affiliation(row["code"], row["name"], is_country), (row["name"], *row["names"]))
        for file, key, is_country in (
            ("countries.json", "countries", True),
            ("organisations.json", "organisations", False),
        )
        for row in json.loads((here / file).read_text("utf-8"))[key]
    )


@cache
def _by_name() -> dict[str, Affiliation]:
    return {fold(name): entry for entry, names in _as_printed() for name in names}


_ARTICLE = re.compile(r"\s*(?:[Tt]he\s+)?")
_WORD = re.compile(r"[^\s,;()\[\]]+|,")
_POSSESSIVE = re.compile(r"['’]s$")


@cache
def _longest_from() -> dict[str, int]:
    """How many words the longest name has that begins with a word."""
    longest: dict[str, int] = {}
    for name in _by_name():
        words = _WORD.findall(name)
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def named(name: str) -> Affiliation | None:
    """The affiliation printed as exactly this name (an article before it aside), or None."""
    folded = fold(name)
    return _by_name().get(folded.removeprefix("the "))


def at_start(text: str) -> tuple[Affiliation, int] | None:
    """The longest known name that `text` begins with, and how many characters it (with its article) takes.

    Case matters at the first letter only, so that "us" in prose is not the United States.
    """
    article = _ARTICLE.match(text)
    start = article.end() if article else 0
    if not text[start : start + 1].isupper() or (first := _WORD.match(text, start)) is None:
        return None
    begins, longest = fold(first[0]), _longest_from()
    most = max(longest.get(form, 0) for form in (begins, begins.rstrip(".,:"), begins.removesuffix("'s")))
    ends = [word.end() for word in itertools.islice(_WORD.finditer(text, start), most)]
    for end in reversed(ends):
        candidate = text[start:end].replace(" ,", ",")
        # Each once, most of the time the same.
        for trimmed in dict.fromkeys((candidate, candidate.rstrip(".,:"), _POSSESSIVE.sub("", candidate))):
            found = _by_name().get(fold(trimmed))
            if found is not None:
                return found, start + len(trimmed)
    return None


@cache
def by_code(code: str) -> Affiliation:
    """The affiliation with this code. Raises KeyError where there is none."""
    return {entry.code: entry for entry in _by_name().values()}[code]


@cache
def adjectives() -> dict[str, str]:
    """Codes by the adjective that stands before an office: "Australian" Prime Minister, "NATO" Secretary General."""
    data = json.loads((resources.files(__package__) / "adjectives.json").read_text("utf-8"))
    return {word: row["code"] for row in data["adjectives"] for word in row["words"]}


def before_office(printed: str) -> Affiliation | None:
    """Whose an office is by the adjective or name before it: "French" President, "NATO" Secretary General."""
    code = adjectives().get(printed)
    return by_code(code) if code is not None else named(printed)


@cache
def _mentioned(code: str) -> re.Pattern[str]:
    printed = {name for entry, names in _as_printed() for name in names if entry.code == code}
    printed |= {word for word, of in adjectives().items() if of == code}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(printed, key=len, reverse=True)))})(?!\w)")


def mentioned(code: str, text: str) -> bool:
    """Whether a text names this country or organisation, by any of its names or its adjective, as print has them."""
    return _mentioned(code).search(text) is not None
