"""Whom a question means: somebody by a part of the name, or everybody of a country or an organisation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from schemas.authorities import affiliations


@dataclass(frozen=True)
class Whom:
    """What was asked: `words` that a name must have, and the `code` of a country or an organisation; either suffices.

    `words` is None where nothing but the code is meant.
    """

    words: str | None
    code: str | None


@cache
def whom(asked: str) -> Whom:
    """Whom a user means by a text.

    Capitals that are a code or an acronym ("RU", "NATO", "ROK") mean that country or organisation alone: "RU" is not
    Trudeau. Its name in any form ("South Korea") means it too, beside everybody whose name has these words.
    """
    text = asked.strip()
    named = affiliations.named(text)
    try:
        code: str | None = affiliations.by_code(text.upper()).code
    except KeyError:
        code = named.code if named is not None else None
    if text.isupper() and code is not None:
        return Whom(None, code)
    return Whom(plain(text), code)


def has(name: str | None, words: str | None) -> bool:
    """Whether a name has words, in the form of `plain`: whole, or as the beginning of one of its own ("Stolt", "von der
    L"), in scripts without spaces anywhere."""
    if name is None or words is None:
        return False
    return _beginning(words).search(plain(name)) is not None


@cache
def _beginning(words: str) -> re.Pattern[str]:
    spaced = words[:1].isalpha() and words[:1] < "\u0530"
    return re.compile((r"\b" if spaced else "") + re.escape(words))


def plain(text: str) -> str:
    """A text as it is compared: compatibility forms (NFKC), without accents, in small letters."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in letters if not "\u0300" <= c <= "\u036f"))
