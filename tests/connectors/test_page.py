"""HTML becomes blocks, whatever it is made of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import ministries, reading
from connectors.errors import UnreadableError
from connectors.page import Layout, from_html, from_text

_URL = "https://japan.kantei.go.jp/105/a.html"


def _blocks(html: str) -> list[str]:
    return [block.text for block in from_html(html, _URL, Layout()).blocks]


def test_scripts_styles_menus_and_hidden_parts_are_not_read() -> None:
    html = (
        "<body><nav>Menu</nav><script>var x='<p>no</p>'</script><style>p{}</style><p>Yes</p><p hidden>No</p>"
        "<figure><figcaption>Caption</figcaption></figure><template><p>No</p></template><svg><text>No</text></svg></body>"
    )
    assert _blocks(html) == ["Yes"]


def test_spaces_and_invisible_characters() -> None:
    assert _blocks("<p>a\u200bb\u00a0 \u3000c\u202e</p>") == ["ab c"]


def test_links_are_resolved_and_only_http() -> None:
    page = from_html(
        '<body><p><a href="../b.html">B</a><a href="javascript:alert(1)">J</a><a href="#x">X</a></p></body>',
        _URL,
        Layout(),
    )
    assert [(link.text, link.url) for link in page.links] == [("B", "https://japan.kantei.go.jp/b.html")]


def test_ordered_lists_show_their_numbers() -> None:
    page = from_html('<body><ol start="3"><li>x</li><li>y</li></ol><ol type="a"><li>z</li></ol></body>', _URL, Layout())
    assert [block.marker for block in page.blocks] == ["3.", "4.", "a."]


def test_truncated_markup() -> None:
    assert _blocks("<body><p>One<p>Two<ul><li>Three<b") == ["One", "Two", "Three"]


def test_depth_bomb_ends_quickly() -> None:
    began = time.monotonic()
    for bomb in ("<div>" * 100_000, "</x>" * 100_000 + "<div>" * 100_000, "<b>" * 60_000 + "</b>" * 60_000):
        with pytest.raises(UnreadableError, match="opened and not closed"):
            from_html("<body>" + bomb + "x", _URL, Layout())
    from_html("<body>" + "<div>" * 1_000 + "x", _URL, Layout())
    assert time.monotonic() - began < 5


def test_text_and_html_give_one_draft() -> None:
    text = "Title of it\n\nJuly 11, 2024\n\nOn July 11, " + "x " * 40 + "\n\n1. Economy\n\n  (1) One.\n\n  (2) Two.\n"
    html = (
        "<body><h1>Title of it</h1><p>July 11, 2024</p><p>On July 11, "
        + "x " * 40
        + "</p><p>1. Economy</p><p>(1) One.</p>"
        "<p>(2) Two.</p></body>"
    )
    one = reading.from_page(from_text(text), ministries.ENGLISH)
    other = reading.from_page(from_html(html, _URL, Layout()), ministries.ENGLISH)
    assert one == other


@given(st.text(alphabet=st.sampled_from("<>/abp\"'=&; \n1().*"), max_size=300))
def test_hostile_markup_never_raises_but_in_words(html: str) -> None:
    try:
        reading.from_page(from_html(html, _URL, Layout()), ministries.ENGLISH)
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 -- most markup raises nothing


def test_dropped_parts_may_lie_in_each_other() -> None:
    shared = "<div class=share><p class=share>a<span class='share related'>x</span></p></div>"
    html = f"<main><h1>t</h1>{shared}<p>kept</p></main>"
    page = from_html(html * 50, "http://x/", Layout(drop=(".share", ".related", "#none")))
    assert {block.text for block in page.blocks} == {"t", "kept"}


def test_a_line_that_was_broken_at_a_link_goes_on() -> None:
    text = (
        "題\n\n共同声明(骨子(PDF)/仮訳(PDF)\n/英文(PDF)\n)」を発出し、協力文書(PDF)\nの交換に立ち会いました。\n1 冒頭\n"
    )
    assert [block.text for block in from_text(text).blocks] == [
        "共同声明(骨子(PDF)/仮訳(PDF)/英文(PDF))」を発出し、協力文書(PDF)の交換に立ち会いました。",
        "1 冒頭",
    ]
    # A label is none of the line above it.
    assert [block.text for block in from_text("T\n\nThis is said.\n) 2\n").blocks] == ["This is said.", ") 2"]


def test_no_more_lines_are_joined_than_a_line_may_have() -> None:
    blocks = from_text("T\n\n" + "/x\n" * 50_000).blocks
    assert max(len(block.text) for block in blocks) <= 3_002
