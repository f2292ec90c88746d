"""Pages that tell a visit as a whole: the opening says where the leader went, and a part of the page whom he met."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of


def _record(text: str) -> Any:
    url = "https://www.mofa.go.jp/region/page18e_009999.html"
    return record_of("jp-mofa", url, text)


_VISIT = (
    "Prime Minister Abe's Visit to Kenya (Overview)\n\nAugust 29, 2016\n\n"
    "On {when}, Mr. Shinzo Abe, the Prime Minister, visited the Republic of Kenya (Nairobi). An overview is as follows:"
    "\n\n1. Major Events\n\n(1) Meeting with President Kenyatta\n(2) Dinner\n\n2. Overview\n\n"
    "(1) Meeting with H.E. Mr. Uhuru Kenyatta, President of the Republic of Kenya\n\n"
    "{told}After the welcome ceremony, Prime Minister Abe held a meeting with President Kenyatta at the State "
    "House for "
    "approximately 40 minutes from 5:30 p.m. (local time).\n\n"
    "President Kenyatta welcomed the visit.\n"
)


def test_the_meeting_is_told_in_a_part_of_the_page() -> None:
    record = _record(_VISIT.format(when="Sunday, August 28", told=""))
    event = record["event"]
    assert (event["date"], event["place"]) == ("2016-08-28", "State House")
    (session,) = event["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2016-08-28T17:30:00+03:00", 40)
    assert session["kinds"] == ["meeting"]
    assert [p["name_as_published"] for p in record["participants"]] == ["Mr. Shinzo Abe", "H.E. Mr. Uhuru Kenyatta"]
    told, said = record["points"][1]["points"][0]["points"]
    assert (told["statements"][0]["speaker"], said["statements"][0]["speaker"]) == (None, "President Kenyatta")


@pytest.mark.parametrize(
    ("told", "day"),
    [("On August 28, ", "2016-08-28"), ("On the 28th, ", "2016-08-28"), ("", None)],
)
def test_a_visit_of_several_days_tells_no_day_of_the_meeting(told: str, day: str | None) -> None:
    text = _VISIT.format(when="August 26 to 28", told=told).replace("After the" if told else "\0", "after the")
    assert _record(text)["event"]["date"] == day


def test_the_meeting_is_told_in_the_next_sentence_in_the_passive() -> None:
    record = _record(
        "Japan-U.S. Summit Meeting (Summary)\n\nApril 27, 2007\n\n"
        "Prime Minister Shinzo Abe visited the United States on April 26 and 27. On the 27th, a summit meeting with "
        "President Bush was held at Camp David that lasted approximately 90 minutes, as well as a working lunch.\n\n"
        "1. The Alliance\n\n(1) Both leaders agreed to strengthen the alliance.\n"
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2007-04-27", "Camp David")
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "working_meal"]
    assert [p["term"] for p in record["participants"]] == ["jp/90-abe", "us/43-bush"]


def test_talks_on_the_day_after_the_arrival() -> None:
    record = _record(
        "Visit of the Prime Minister to the Federal Republic of Germany (Summit Meeting: Summary)\n\nAugust 2003\n\n"
        "On August 17, Prime Minister Junichiro Koizumi arrived in the Federal Republic of Germany, and held "
        "talks with "
        "Chancellor Gerhard Schroeder of the Federal Republic of Germany on August 18.\n\n"
        "1. Trade\n\n(1) The two leaders discussed trade.\n"
    )
    assert (record["event"]["date"], record["event"]["place"]) == ("2003-08-18", "Federal Republic of Germany")


def _record_in_japanese(text: str) -> Any:
    url = "https://www.mofa.go.jp/mofaj/s_sa/sea2/ph/page4_009999.html"
    return record_of("jp-mofaja", url, text)


_DAY = (
    "フィリピン共和国\n岸田総理大臣のフィリピン訪問\n令和5年11月5日\n\n"
    "フィリピン訪問中の岸田文雄内閣総理大臣の{days}の主な行事の概要は以下のとおりです。\n\n"
    "1 公園における献花\n\n岸田総理大臣は、現地時間午後4時から約15分間、公園において献花を行いました。\n\n"
    "2 企業関係者との懇談\n\n岸田総理大臣は、現地時間午後4時40分から約30分間、企業関係者と意見交換を行いました。\n\n"
    "3 日・フィリピン首脳会談\n\n岸田総理大臣は、現地時間{when}午後6時25分(日本時間午後7時25分)から約85分間、"
    "フェルディナンド・マルコス・フィリピン共和国大統領(H.E. Ferdinand R. Marcos, Jr., President of the Republic of "
    "the Philippines)と、フィリピン大統領府において、首脳会談を実施したところ、概要は以下のとおりです。\n\n"
    "(1)貿易\n\n両首脳は、貿易について意見交換を行いました。\n"
)


@pytest.mark.parametrize(
    ("days", "when", "day"),
    [
        ("11月3日", "", "2023-11-03"),
        ("11月3日及び4日", "11月4日", "2023-11-04"),
        ("11月3日及び4日", "", None),
    ],
)
def test_a_day_of_several_events_is_that_of_the_summit_told_among_them(days: str, when: str, day: str | None) -> None:
    record = _record_in_japanese(_DAY.format(days=days, when=when))
    event = record["event"]
    assert (event["date"], event["place"]) == (day, "フィリピン大統領府")
    (session,) = event["sessions"]
    assert (session["kinds"], session["duration_minutes"]) == (["summit_meeting"], 85)
    assert session["start"] == (f"{day}T18:25:00+08:00" if day else None)
    assert [p["name_as_published"] for p in record["participants"]] == [
        "岸田総理大臣",
        "フェルディナンド・マルコス大統領",
    ]


def test_a_guest_s_visit_is_told_by_the_talks_among_its_events() -> None:
    record = _record_in_japanese(
        "クラウス・チェコ大統領の来日\n(概要と評価)\n\n平成19年2月16日\n\n"
        "クラウス・チェコ共和国大統領は、夫人とともに2月13日から16日まで、我が国の招待により来日したところ、"
        "概要及び評価以下のとおり。\n\n"
        "1. 日程\n\n来日中、クラウス大統領夫妻は、2月14日に宮中午餐に出席された。同日、安倍総理と首脳会談を行った。\n\n"
        "2. 概要\n\n(1)首脳会談の概要は以下のとおり。\n\n"
        "(イ) 安倍総理より、昨年首脳会談を行ったことに触れつつ、両国関係の強化を希望する旨述べた。\n\n"
        "(ロ) クラウス大統領より、経済関係の進展を歓迎する旨述べた。\n"
    )
    assert record["event"]["date"] == "2007-02-14"
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting"]
    assert [p["term"] for p in record["participants"]][:1] == ["jp/90-abe"]
    assert record["participants"][1]["name_as_published"] == "クラウス大統領"


def test_a_visit_whose_parts_tell_of_no_meeting_of_leaders_has_none() -> None:
    record = _record_in_japanese(
        _DAY.format(days="11月3日", when="").partition("3 日・フィリピン首脳会談")[0] + "3 夕食会\n\n"
        "岸田総理大臣から、先月首脳会談を行ったことを嬉しく思う旨述べました。\n"
    )
    assert record["event"]["date"] == "2023-11-03"
    assert len(record["participants"]) == 1


def test_words_of_one_whose_name_and_office_a_dot_parts() -> None:
    record = _record_in_japanese(
        "中華人民共和国\n(安倍総理大臣主催李克強・中国国務院総理との昼食会)\n\n平成30年5月11日\n\n"
        "1 本11日午後0時45分頃から約35分間、安倍晋三・内閣総理大臣は、李克強(り・こくきょう)国務院総理(公賓)と"
        "北海道で昼食を共にしました。\n\n"
        "2 安倍総理大臣からは、多くの成果を挙げることができたと述べました。\n\n"
        "3 李克強・国務院総理からは、歓待への謝意が示されました。\n"
    )
    assert record["event"]["sessions"][0]["kinds"] == ["working_meal"]
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [
        ["/participants/0"],
        ["/participants/1"],
    ]
