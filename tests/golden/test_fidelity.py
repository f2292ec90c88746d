"""A record says what its page says: every word of it verbatim, and none of the page's left out between them.

The page is read here by the standard library's parser and cut at no tag, so that a fault of the project's own reading
cannot hide in both; a golden record that was made with such a fault is found out too.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.golden.records import Golden, pages, record

_PAGES = [page for page in pages() if page.media_type in ("text/html", "text/plain")]
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
# What stands between kept words and is none of them: labels, bullets, the marks of footnotes.
_MARKS = re.compile(r"(?:\W|\d{1,2}|(?<!\w)(?:[a-z]|[ivx]+)(?!\w)|(?<!\w)(?:Notes?|参考|注)(?!\w))*")


class _Words(HTMLParser):
    """All character data of a page but of scripts and of its head's title."""

    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in ("script", "style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.data.append(data)


def _squeeze(text: str) -> str:
    """Without white space and invisible characters: where a line breaks is no word."""
    return "".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def _page_text(page: Golden) -> str:
    try:
        text = page.content.decode("utf-8")
    except UnicodeDecodeError:
        text = page.content.decode("cp932")
    if page.media_type == "text/html":
        words = _Words()
        words.feed(text)
        text = "".join(words.data)
    return _squeeze(text)


def _said(points: list[dict[str, Any]]) -> Iterator[str]:
    for point in points:
        yield from (point[part] for part in ("heading", "text") if point[part])
        yield from _said(point["points"])


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_a_record_says_all_that_its_page_says_and_nothing_else(page: Golden) -> None:
    text, made = _page_text(page), record(page)
    assert _squeeze(made["title"]) in text
    spans, at = [], 0
    for words in [*([made["opening"]] if made["opening"] else []), *_said(made["points"])]:
        start = text.find(_squeeze(words), at)
        assert start >= 0, f"not on the page, or out of its order: {words!r}"
        at = start + len(_squeeze(words))
        spans.append((start, at))
    for note in made["footnotes"]:
        start = text.find(_squeeze(note["text"]))
        assert start >= 0, f"not on the page: {note['text']!r}"
        spans.append((start, start + len(_squeeze(note["text"]))))
    spans.sort()
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert _MARKS.fullmatch(text[end:start]), f"left out: {text[end:start]!r}"
