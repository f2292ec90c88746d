"""Whom a question means."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.whom import has, plain, whom


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        ("RU", "RU", None),
        ("NATO", "NATO", None),
        ("ROK", "KR", None),
        ("South Korea", "KR", "south korea"),
        ("the Republic of Kazakhstan", "KZ", "the republic of kazakhstan"),
        ("jp", "JP", "jp"),
        ("Trudeau", None, "trudeau"),
        ("ZZ", None, "zz"),
        ("高市", None, "高市"),
        ("  Sánchez ", None, "sanchez"),
    ],
)
def test_a_person_or_a_country(asked: str, code: str | None, words: str | None) -> None:
    assert (whom(asked).code, whom(asked).words) == (code, words)


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("Prime Minister Justin Trudeau", "tru", True),
        ("Prime Minister Justin Trudeau", "ru", False),
        ("Prime Minister Justin Trudeau", "justin tr", True),
        ("Gloria Macapagal-Arroyo", "arroyo", True),
        ("Ursula von der Leyen", "von der l", True),
        ("Pedro SÁNCHEZ", "sanchez", True),
        ("高市総理大臣", "総理", True),
        ("マクロン大統領", "クロン", True),
        ("H.E. Mr. (X)", "(x", True),
        (None, "x", False),
        ("X", None, False),
    ],
)
def test_words_are_those_of_a_name(name: str | None, words: str | None, found: bool) -> None:
    assert has(name, words) is found


@given(st.text())
def test_letters_are_compared_as_they_sound(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))


@given(st.text(min_size=1), st.text(), st.text())
def test_a_name_has_its_own_words(words: str, before: str, after: str) -> None:
    assert has(f"{before} {words} {after}", plain(words)) or not plain(words).strip()
