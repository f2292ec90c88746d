"""Differences by word, point and field."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archive.compare import differences, words
from tests.golden.records import pages, record

_RECORD: Any = record(next(iter(pages())))


@given(st.text(), st.text())
def test_words_give_both_texts_back(old: str, new: str) -> None:
    runs = list(words(old, new))
    assert "".join(text for op, text in runs if op != "added") == old
    assert "".join(text for op, text in runs if op != "removed") == new


def test_the_same_record_has_no_differences() -> None:
    assert differences(_RECORD, copy.deepcopy(_RECORD)) == []


def test_an_inserted_point_is_one_difference() -> None:
    new = copy.deepcopy(_RECORD)
    new["points"].insert(
        0,
        {"label": "0.", "heading": None, "text": "Entirely new words.", "statements": [], "points": []},
    )
    (found,) = differences(_RECORD, new)
    assert (found.old, found.new) == (None, "Entirely new words.")


def test_how_it_was_received_is_no_difference() -> None:
    new = copy.deepcopy(_RECORD)
    new["provenance"]["captured_at"] = "2030-01-01T00:00:00+00:00"
    new["links"] = []
    assert differences(_RECORD, new) == []
