"""Texts are told apart into sentences, and nothing they say is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.english import sentences as english
from pipelines.normalise.japanese import texts as japanese
from tests.timing import grows_with_the_text_alone


@pytest.mark.parametrize(
    "told",
    [
        ["The leaders met H.E. Mr. Smith, Jr. of the U.S. delegation at 8 a.m. with Dr. Yunus.", "They agreed."],
        ["He thanked the U.S.", "The two leaders agreed."],
        ["She met Ferdinand Marcos Jr.", "They agreed."],
        ["The President said: “We agree.", "The sea is open.”", "It was noon."],
        ["1. The meeting began.", "2. It ended."],
        ["It ended at 5 p.m.", "They agreed."],
        ["No end"],
    ],
)
def test_english(told: list[str]) -> None:
    assert english.sentences(" ".join(told)) == told


@pytest.mark.parametrize(
    "told",
    [
        ["総理は、「協力する。支持する。」と述べました。", "これに対し、大統領は歓迎しました。"],
        # A quotation that goes on in the next paragraph, one that ends here, and one that is all there is.
        ["「訪日を歓迎します。", "光栄です。"],
        ["光栄です。", "楽しんでください。」"],
        ["「歓迎します。", "光栄です。」"],
        ["光栄です。」と述べました。", "会談は終わりました。"],
        ["光栄です。 」と述べました。", "会談は終わりました。"],
        ["会談(現地時間。日本時間同日)を行いました。", "一致しました。"],
        ["一致"],
    ],
)
def test_japanese(told: list[str]) -> None:
    assert japanese.sentences("".join(told)) == told


@given(st.text(alphabet="Ab.U.S “”)1\n。「」", max_size=200))
def test_nothing_is_lost(text: str) -> None:
    for told in (english.sentences(text), japanese.sentences(text)):
        assert "".join("".join(told).split()) == "".join(text.split())
        assert all(sentence.strip() for sentence in told)


@pytest.mark.parametrize("piece", ["A. ", "Ab. ", "U.S. ", "“", "1. ", "「。」a", "「", "。", "。」と"])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert grows_with_the_text_alone(lambda text: (english.sentences(text), japanese.sentences(text)), piece)
