"""Pages in encodings they do or do not declare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.encoding import decode

_TEXT = "<p>日本国総理大臣は会談を行いました。両首脳は協力を確認しました。</p>" * 3


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
def test_declared_in_the_header(codec: str) -> None:
    got = decode(_TEXT.encode(codec), f"text/html; charset={codec}")
    assert (got.text, got.problem) == (_TEXT, None)


def test_declared_in_a_meta_element() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">' + _TEXT
    assert decode(page.encode("cp932"), "text/html").text == page


def test_wrong_declaration_is_passed_over_and_said() -> None:
    got = decode(_TEXT.encode("cp932"), "text/html; charset=utf-8")
    assert got.text == _TEXT
    assert got.problem is not None
    assert "utf-8" in got.problem


def test_windows_punctuation_in_latin_1() -> None:
    assert decode("Kishida’s “view”".encode("cp1252"), "text/html; charset=iso-8859-1").text == "Kishida’s “view”"


def test_unknown_charset_name() -> None:
    assert decode(_TEXT.encode(), "text/html; charset=klingon").text == _TEXT


@given(
    st.binary(max_size=400), st.sampled_from([None, "text/html", "text/html; charset=shift_jis", "x; charset=utf-16"])
)
def test_never_raises(content: bytes, content_type: str | None) -> None:
    assert isinstance(decode(content, content_type).text, str)
