"""Blocks become a tree, and nothing that was said is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.draft import DraftPoint
from connectors.outline import outline, split_label
from connectors.page import Block


def _texts(points: tuple[DraftPoint, ...]) -> Iterator[str]:
    for point in points:
        yield from (part for part in (point.label, point.heading, point.text) if part)
        yield from _texts(point.points)


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("1. Trade", "1.", "Trade"),
        ("１．貿易", "１．", "貿易"),
        ("(1) Trade", "(1)", "Trade"),
        ("（１）Trade", "（１）", "Trade"),
        ("(a) x", "(a)", "x"),
        ("(iv) x", "(iv)", "x"),
        ("1 Trade", "1", "Trade"),
        ("① Trade", "①", "Trade"),
        ("ア 貿易", "ア", "貿易"),
        ("アジア 貿易", None, "アジア 貿易"),
        ("11 July was the day", "11", "July was the day"),
        ("2024 was a good year", None, "2024 was a good year"),
        ("U.S. forces", None, "U.S. forces"),
        ("(NATO) is an alliance", None, "(NATO) is an alliance"),
        ("3.5 percent", None, "3.5 percent"),
    ],
)
def test_labels(line: str, label: str | None, rest: str) -> None:
    if line.startswith("11 July"):
        assert split_label(line) == (None, line)
    else:
        assert split_label(line) == (label, rest)


_LABELS = st.sampled_from(["1. ", "2. ", "(1) ", "(2) ", "(a) ", "(b) ", "(i) ", "(ii) ", "- ", "", "１．", "A. "])
_WORDS = st.sampled_from(
    ["Prime Minister Kishida stated that.", "Economy", "Both sides concurred in it:", "The Indo-Pacific – free * open."]
)
_BLOCKS = st.lists(
    st.builds(
        lambda label, words, indent, kind, item: Block(label + words, kind, indent, None, item),
        _LABELS, _WORDS, st.integers(0, 3), st.sampled_from(["paragraph", "paragraph", "heading"]), st.booleans(),
    ),
    max_size=25,
)  # fmt: skip


@given(_BLOCKS)
def test_nothing_said_is_lost_and_order_is_kept(blocks: list[Block]) -> None:
    # Only the bullet that a line begins with goes: it is the list's mark, not a word.
    said = "".join("".join(b.text.removeprefix("- ") for b in blocks).split())
    kept = "".join("".join(_texts(outline(blocks))).split())
    assert kept == said


def test_a_list_item_keeps_the_hyphens_and_dashes_of_its_words() -> None:
    item = Block("In the Euro-Atlantic and the Indo-Pacific – both.", indent=1, marker="1.", item=True)
    bulleted = Block("• The Indo-Pacific.", indent=1, item=True)
    assert [point.text for point in outline([item, bulleted])] == [item.text, "The Indo-Pacific."]


def test_deep_nesting_ends() -> None:
    blocks = [Block(f"({chr(97 + n % 26)}) x", indent=n) for n in range(500)]
    assert len("".join(_texts(outline(blocks)))) > 0


def _shape(points: tuple[DraftPoint, ...]) -> list[tuple[str | None, str | None, list[object]]]:
    return [(point.label, point.heading, [*_shape(point.points)]) for point in points]


def test_numbers_that_begin_anew_further_in_are_a_list_of_their_own() -> None:
    blocks = [
        Block("1. Introduction"),
        Block("1. X welcomed Y.", indent=2),
        Block("2. Y thanked X.", indent=2),
        Block("2. Bilateral relations"),
        Block("1. X explained.", indent=2),
        Block("3. Others"),
        Block("They met again."),
    ]
    assert _shape(outline(blocks)) == [
        ("1.", "Introduction", [("1.", None, []), ("2.", None, [])]),
        ("2.", "Bilateral relations", [("1.", None, [])]),
        ("3.", "Others", [(None, None, [])]),
    ]


def test_numbers_that_begin_anew_at_the_same_depth_stay_beside() -> None:
    blocks = [Block("1. X welcomed Y."), Block("2. Y thanked X."), Block("1. They met.")]
    assert [point.label for point in outline(blocks)] == ["1.", "2.", "1."]


def test_a_heading_may_end_in_an_abbreviation() -> None:
    (point,) = outline([Block("(1) High-level exchanges, etc."), Block("The two leaders agreed.")])
    assert (point.heading, len(point.points)) == ("High-level exchanges, etc.", 1)


def test_the_mark_of_a_saved_list_stands_before_the_label() -> None:
    (first, second) = outline([Block("• (1) X welcomed Y."), Block("• (2) Y thanked X.")])
    assert (first.label, second.label, second.text) == ("(1)", "(2)", "Y thanked X.")
    (listed,) = outline([Block("- 20 countries agreed.")])
    assert (listed.label, listed.text) == (None, "20 countries agreed.")


def test_what_a_point_announces_in_number_stands_below_it() -> None:
    blocks = [
        Block("Prime Minister X put forward the following three proposals, and President Y consented."),
        Block("(1) A world of values."),
        Block("(2) Technology."),
    ]
    (point,) = outline(blocks)
    assert [below.label for below in point.points] == ["(1)", "(2)"]


def test_of_two_numbers_the_mark_of_a_saved_list_is_none_of_the_page() -> None:
    (first, second) = outline([Block("1. (1) 冒頭、歓迎した。"), Block("2.(2) 謝意を述べた。")])
    assert [(point.label, point.text) for point in (first, second)] == [
        ("(1)", "冒頭、歓迎した。"),
        ("(2)", "謝意を述べた。"),
    ]
    (third,) = outline([Block("3. (1) is first.")])
    assert (third.label, third.text) == ("3.", "(1) is first.")


def test_a_line_in_brackets_is_a_heading() -> None:
    (politics, trade) = outline(
        [Block("(政治・防衛交流)"), Block("両首脳は一致した。"), Block("【経済】"), Block("同上。")]
    )
    assert (politics.heading, trade.heading) == ("(政治・防衛交流)", "【経済】")
    assert [point.text for point in politics.points] == ["両首脳は一致した。"]


def test_a_name_with_a_colon_above_paragraphs_set_in_deeper_is_a_heading() -> None:
    said = "Prime Minister Kishida welcomed the visit, and said that he hoped that very many more would be made soon."
    (point,) = outline(
        [
            Block("1. Opening:", indent=4),
            Block(said, indent=6),
            Block(said, indent=6),
        ]
    )
    assert (point.label, point.heading, point.text) == ("1.", "Opening:", None)
    assert [child.text for child in point.points] == [said, said]
    # A sentence that ends so is none.
    (point,) = outline([Block("1. The two leaders stated as follows:", indent=4), Block("- No.", indent=6)])
    assert point.text == "The two leaders stated as follows:"
