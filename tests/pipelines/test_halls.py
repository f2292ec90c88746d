"""Halls where leaders meet, wherever a sentence names them, and whose time a clock in one is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of


def _in_japanese(opening: str) -> Any:
    return record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/kaidan/page1.html",
        f"日英首脳会談\n\n令和5年12月13日\n\n{opening}\n\n1. 岸田総理から、歓迎の意を述べました。\n",
    )["event"]


@pytest.mark.parametrize(
    "hall",
    [
        "青瓦台",
        "釣魚台国賓館",
        "NATO本部",
        "羽田空港",
        "国会議事堂",
        "帝国ホテル",
        "赤坂離宮",
        "龍山大統領室",
        "ホテルオークラ東京",
        "パシフィコ横浜",
        "経済協力開発機構(OECD)事務局",
        "経済協力開発機構(OECD)本部",
    ],
)
def test_behind_whom_the_leader_met(hall: str) -> None:
    event = _in_japanese(f"12月13日、岸田文雄内閣総理大臣は、リシ・スナク英国首相と{hall}で首脳会談を行いました。")
    assert event["place"] == hall


@pytest.mark.parametrize(
    ("hall", "guest", "start"),
    [
        ("都内のホテル", "", "2023-12-13T17:30:00+09:00"),
        ("飯倉公館", "", "2023-12-13T17:30:00+09:00"),
        # Of a hall of no known place it is Japan's only where the guest was there.
        ("パレスホテル", "訪日中の", "2023-12-13T17:30:00+09:00"),
        ("パレスホテル", "", None),
    ],
)
def test_a_clock_in_a_hall_is_of_japan_where_the_guest_was_there(hall: str, guest: str, start: str | None) -> None:
    event = _in_japanese(
        f"12月13日午後5時30分から約10分間、岸田文雄内閣総理大臣は、{hall}において、{guest}リシ・スナク英国首相と"
        "会談を行ったところ、概要は以下のとおりです。"
    )
    assert (event["place"], event["sessions"][0]["start"]) == (hall, start)


@pytest.mark.parametrize("hall", ["the Imperial Hotel", "the Prime Minister's Office", "a hotel in Tokyo"])
def test_before_the_leader_with_nothing_but_the_time(hall: str) -> None:
    record = record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/erp/page1.html",
        "Japan-UK Summit Meeting\n\nDecember 13, 2023\n\nOn December 13, commencing at 5:30 p.m. for approximately 10 "
        f"minutes at {hall}, Mr. KISHIDA Fumio, Prime Minister of Japan, held a meeting with The Rt Hon Rishi SUNAK "
        "MP, Prime Minister of the United Kingdom of Great Britain and Northern Ireland, who is visiting Japan. The "
        "overview is as follows.\n\n1. Prime Minister Kishida welcomed the visit.\n",
    )
    assert record["event"]["place"] == hall.split(" ", 1)[1]
    assert record["event"]["sessions"][0]["start"] == "2023-12-13T17:30:00+09:00"
