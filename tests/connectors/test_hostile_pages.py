"""No text makes a parser slow: every source reads hostile pages in a time that does not run away."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from connectors import source as sources
from connectors.errors import ConnectorError
from pipelines import steps

_SOURCES = sources.load()
_BEGINNINGS = {
    "jp-kanteija": "令和８年２月26日、高市総理は、イタリア共和国のジョルジャ・メローニ首相と電話会談を行いました。",
    "jp-kantei": "On February 26, at 6:05 p.m., Ms. TAKAICHI Sanae, Prime Minister of Japan, held a talk with ",
    "int-nato": "NATO Secretary General Mark Rutte met with President ",
}
_BEGINNINGS["jp-mofa"] = _BEGINNINGS["jp-kantei"]
_BEGINNINGS["jp-mofaja"] = _BEGINNINGS["jp-kanteija"]
_PROSE = "Today, the President, the Prime Minister, spoke with President "
_PIECES = (
    "A", "a ", "President ", "the President of ", "A. ", "Prime Minister of the Republic of ", "and President ", "Al-",
    "(local time ", "on the margins of the ", "Mr. ", "12:00 ", "January 1", "de ", "visiting ", ", ", "’s ", "1. ",
    "Secretary General ", "(*1) ", "米国の", "・ア", "首相兼国防", "Minister, ",
)  # fmt: skip


def _slowest(name: str, texts: dict[str, str], url: str = "https://example.org/x.html") -> tuple[float, str]:
    """The seconds of processor time that the slowest of these pages takes to read, and the piece that it is made of."""
    spent: dict[str, float] = {}
    for piece, text in texts.items():
        begun = time.process_time()
        with suppress(ConnectorError):
            steps.of_saved_page(
                _SOURCES[name],
                url,
                f"Meeting\nJanuary 1, 2026\n{text}".encode(),
                "text/plain",
                datetime(2026, 3, 1, tzinfo=UTC),
            )
        spent[piece] = time.process_time() - begun
    worst = max(spent, key=spent.__getitem__)
    return spent[worst], worst


@pytest.mark.parametrize("name", sorted(_SOURCES))
def test_a_hostile_page_takes_no_longer_than_its_length_allows(name: str) -> None:
    beginning = _BEGINNINGS.get(name, _PROSE)
    slowest, worst = _slowest(name, {piece: beginning + piece * (60_000 // len(piece)) for piece in _PIECES})
    # A page of this length of anything else takes some hundredths of a second.
    assert slowest < 2.0, (worst, slowest)


@pytest.mark.parametrize("name", sorted(_SOURCES))
def test_nor_does_one_of_many_paragraphs_that_nothing_opens(name: str) -> None:
    paragraphs = {
        piece: "\n\n".join([piece * (600 // len(piece))] * 100)
        for piece in (
            *_PIECES,
            "総理会談",
            "総理は、",
            "23日(日)9時",
            "さらに、岸田総理は",
            "日総理は、22日、",
            "訪問(",
        )
    }
    slowest, worst = _slowest(name, paragraphs)
    assert slowest < 2.0, (worst, slowest)


# The pages of old sections, which are read by rules of their own.
_OF_A_SECTION = {
    "jp-kantei": "https://japan.kantei.go.jp/koizumiphoto/2005/04/22x_e.html",
    "jp-kanteija": "https://www.kantei.go.jp/jp/hukudaphoto/2007/12/28china.html",
    "jp-mofa": "https://www.mofa.go.jp/region/asia-paci/pmv0204/x.html",
    "jp-mofaja": "https://www.mofa.go.jp/mofaj/press/release/15/rls_0416e.html",
}
_OLD_BEGINNINGS = {
    "jp-kantei": "Prime Minister Junichiro Koizumi left Haneda ",
    "jp-kanteija": "森総理は、平成12年9月3日から",
    "jp-mofa": "The following is an outline of the summit meeting between ",
    "jp-mofaja": "28日22:05から",
}


@pytest.mark.parametrize("name", sorted(_OF_A_SECTION))
def test_nor_does_one_of_an_old_section(name: str) -> None:
    pieces = (
        "left for A", "The leaders held a press conference ", "After the meeting, ", "proceeded to the House ", "(A",
        "Link : A", "on 5 May ", "meeting between ", "the A leaders' compound of ", "Chairman of the DPRK (",
        "これに対し", "総理より", "会談",
    )  # fmt: skip
    texts = {piece: _OLD_BEGINNINGS[name] + piece * (60_000 // len(piece)) for piece in pieces}
    texts |= {f"{piece} apart": "\n\n".join([piece * (600 // len(piece))] * 100) for piece in pieces}
    slowest, worst = _slowest(name, texts, _OF_A_SECTION[name])
    assert slowest < 2.0, (worst, slowest)
