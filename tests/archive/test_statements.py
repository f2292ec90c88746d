"""Questions about statements: who says them, how, of what, in which words."""

from __future__ import annotations

from typing import Any, cast

import pytest

from archive.statements import Asked, Statement, meets, statements_of
from schemas.record import Readout
from tests.reading import record_of

_PAGE = """Japan-France Summit Meeting

May 1, 2024

On May 1, Prime Minister KISHIDA Fumio held a summit meeting with H.E. Mr. Emmanuel MACRON, President of France.

1. Ukraine
(1) Prime Minister Kishida expressed concern about the aggression. In response, President Macron welcomed the sanctions.
(2) The two leaders concurred in going on.

2. Security
(1) President Macron stated that the Taiwan Strait was important for Ａｓｉａ and Élysée. Trade has grown.
"""


@pytest.fixture(scope="module")
def record() -> Readout:
    return cast(Readout, record_of("jp-mofa", "https://www.mofa.go.jp/erp/we/fr/page1e_000001.html", _PAGE))


def _asked(record: Readout, **given: Any) -> list[str]:
    return [told.text.split(" ", 3)[-1][:12] for told in statements_of(record) if meets(told, Asked(**given))]


def test_each_sentence_with_who_says_it_how_and_of_what(record: Readout) -> None:
    first, second, third, *_ = statements_of(record)
    assert first == Statement(
        pointer="/points/0/points/0/statements/0",
        speaker="Prime Minister Kishida",
        speakers=("Kishida",),
        countries=("JP",),
        report={"verb": "expressed concern", "class": "expressed_concern", "voice": "one"},
        topics=("ukraine",),
        text="Prime Minister Kishida expressed concern about the aggression.",
    )
    assert (second.speakers, second.topics) == (("Macron",), ("ukraine", "sanctions"))
    assert (third.speakers, third.countries) == (("Kishida", "Macron"), ("JP", "FR"))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, 5),
        ({"by": "macron"}, 3),
        ({"by": "fr"}, 3),
        ({"by": "JP"}, 2),
        ({"by": "Merkel"}, 0),
        ({"kind": "expressed_concern"}, 1),
        ({"voice": "both"}, 1),
        ({"topic": "ukraine"}, 3),
        ({"topic": "ukraine", "by": "Macron", "voice": "one"}, 1),
        ({"words": "asia AND elysee"}, 1),
        ({"words": "nothing such"}, 0),
    ],
)
def test_all_that_is_asked_must_hold(record: Readout, given: dict[str, str], found: int) -> None:
    assert len(_asked(record, **given)) == found


def test_a_record_made_before_statements_were_told_apart_has_none(record: Readout) -> None:
    point: Any = {"label": None, "heading": None, "text": "They agreed.", "speaker": "They", "points": []}
    old = cast(
        Readout, {**record, "points": [point], "topics": [{"topic": "trade", "words": ["x"], "points": ["/points/0"]}]}
    )
    assert list(statements_of(old)) == []
