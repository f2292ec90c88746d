"""The vocabulary of topics: whole words, the longest expression, acronyms by their capitals."""

from __future__ import annotations

import time

import pytest

from schemas.authorities.topics import found_in, topics
from tests.timing import grows_with_the_text_alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the abductions issue", [("abductions", "abductions issue")]),
        ("a Free and Open Indo-Pacific", [("indo_pacific", "Free and Open Indo-Pacific")]),
        ("peace across the Taiwan Strait.", [("taiwan", "Taiwan Strait")]),
        ("Ukraine's energy system", [("ukraine", "Ukraine's"), ("energy", "energy")]),
        ("AI said the aide", [("digital_ai", "AI")]),
        ("they said again that all said", []),
        ("who decided the outcome", []),
        ("denuclearization of North Korea", [("denuclearization", "denuclearization"), ("north_korea", "North Korea")]),
    ],
)
def test_words_earn_topics(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on UK-EU negotiations post-Brexit", [("european_union", "EU"), ("european_union", "Brexit")]),
        ("counter-terrorism and anti-piracy", [("terrorism", "counter-terrorism"), ("maritime_security", "piracy")]),
        ("a follow-up to the work-related talk-", []),
        ("the Democratic Republic of the Congo", []),
        ("on the occasion of Lunar New Year, in defense of democracy", []),
        ("economic, security and NATO ties", [("alliance", "NATO")]),
        ("the women, peace  and security agenda", [("human_rights", "women, peace and security")]),
        ("the NATO Secretary General and the Minister of Foreign Affairs and Trade", []),
        ("condolences for the earthquake", [("condolences", "condolences"), ("disaster", "earthquake")]),
        (
            "unilateral attempts to change the status quo by force in the East China Sea",
            [
                ("rule_of_law", "unilateral attempts to change the status quo by force"),
                ("east_south_china_sea", "East China Sea"),
            ],
        ),
    ],
)
def test_words_joined_and_words_that_say_another_thing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日EU・EPAの締結", [("european_union", "EU"), ("trade", "EPA")]),
        ("ＴＩＣＡＤ及びＡＩ", [("africa", "ＴＩＣＡＤ"), ("digital_ai", "ＡＩ")]),
        ("EUROPOL、PAIR", []),
        ("TPP11とCOP26", [("trade", "TPP"), ("climate", "COP26")]),
        ("タイランド", []),
        ("テロリストとインフラストラクチャー", [("terrorism", "テロ"), ("development", "インフラ")]),
        ("自由で開かれたインド太平洋", [("indo_pacific", "自由で開かれたインド太平洋")]),
        ("日・コンゴ民主共和国", []),
        ("日本人職員と邦人職員", []),
    ],
)
def test_japanese_words_stand_apart_from_longer_ones(text: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(text, "ja") == expected


def test_japanese_words_are_found_anywhere() -> None:
    assert [topic for topic, _ in found_in("拉致問題の即時解決への理解と協力を求め、北朝鮮への対応で連携", "ja")][
        :1
    ] == ["abductions"]


def test_every_topic_has_a_label_and_words() -> None:
    assert all(topic.label and topic.words["en"] and topic.words["ja"] for topic in topics().values())


def test_time_grows_with_the_text_alone() -> None:
    assert grows_with_the_text_alone(lambda text: found_in(text, "en"), "Free and Open Free and Open ")


@pytest.mark.parametrize(("piece", "language"), [("自由で開かれたインド", "ja"), ("EU", "ja"), ("UK-EU-", "en")])
def test_and_so_where_a_word_almost_ends(piece: str, language: str) -> None:
    begun = time.perf_counter()
    found_in(piece * (200_000 // len(piece)), language)
    assert time.perf_counter() - begun < 2.0
