"""What Japan's ministries wrote of meetings in Japanese in 2001 to 2008: clocks of both zones, halls in brackets, days
of a journey."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_MINISTRY = "https://www.mofa.go.jp/mofaj/kaidan/s_koi/g8_04/a_page.html"
_OFFICE = "http://www.kantei.go.jp/jp/koizumiphoto/2003/05/25a_page.html"
_SAID = "1.二国間関係\n\n(1) 小泉総理より、協力を進めたい旨述べた。\n"


def _record(opening: str, day: str = "平成16年6月10日", title: str = "日英首脳会談の概要", said: str = _SAID) -> Any:
    return record_of("jp-mofaja", _MINISTRY, f"{title}\n\n{day}\n\n{opening}\n\n{said}")


def _sessions(record: Any) -> list[tuple[str | None, str | None, int | None]]:
    return [(s["start"], s["start_jst"], s["duration_minutes"]) for s in record["event"]["sessions"]]


_VISITING = "G8首脳会合に出席するため米国ジョージア州シーアイランド島を訪問中の小泉総理は、"


@pytest.mark.parametrize(
    ("told", "session"),
    [
        (
            "8日、17時5分より55分頃まで同島内のシンクレア・オーシャンハウスにおいて、",
            ("2004-06-08T17:05:00-04:00", "2004-06-09T06:05:00+09:00", 50),
        ),
        (
            "9日現地時間18時(日本時間10日午前7時)より約50分間、同島のレイニア・ハウス内において、",
            ("2004-06-09T18:00:00-04:00", "2004-06-10T07:00:00+09:00", 50),
        ),
        (
            "8日午後6時20分(日本時間同9日午前7時20分)から30分間に亘り、",
            ("2004-06-08T18:20:00-04:00", "2004-06-09T07:20:00+09:00", 30),
        ),
    ],
)
def test_clocks_on_an_island(told: str, session: tuple[str, str, int]) -> None:
    opening = f"{_VISITING}{told}ブレア英首相との間で日英首脳会談を行ったところ、概要以下のとおり。"
    record = _record(opening, "平成16年6月9日")
    assert _sessions(record) == [session]
    assert record["event"]["date"] == session[0][:10]
    assert record["event"]["occasion"] == "G8首脳会合"


def test_a_hall_whose_name_stands_in_a_bracket() -> None:
    record = _record(
        f"{_VISITING}8日(火)18時15分から19時まで(日本時間9日(水)7時15分から8時まで)、同島内のフランス大統領宿"
        "舎(マッケイハウス)において、"
        "シラク・フランス大統領との間で首脳会談を行った。概要は以下のとおり。",
        title="日仏首脳会談の概要",
    )
    assert record["event"]["place"] == "フランス大統領宿舎"
    assert [guest["family_name"] for guest in record["participants"][1:]] == ["Chirac"]


def test_a_town_with_its_country_in_a_bracket() -> None:
    record = _record(
        "ロス・カボス(メキシコ)にて開催されたAPEC首脳会議に際し、26日、小泉総理とラゴス・チリ大統領との間で二"
        "国間会談が行われたところ、概要以下のとおり。",
        "平成14年10月29日",
        "小泉総理とラゴス・チリ大統領との会談",
        "1. 小泉総理より、歓迎する旨述べた。\n\n2. 両首脳は、協力で一致した。\n\n目次\n",
    )
    event = record["event"]
    assert (event["date"], event["place"], event["occasion"]) == (
        "2002-10-26",
        "ロス・カボス(メキシコ)",
        "APEC首脳会議",
    )
    assert len(record["points"]) == 2


def test_japan_time_right_before_the_clock() -> None:
    record = _record(
        "5月1日、小泉総理は、日本時間午前8時20分から約1時間20分(少人数会合40分、拡大会合40分)にわたり、ハワー"
        "ド豪州首相との間で会談を行ったところ、概要以下のとおり。",
        "平成14年5月1日",
        "小泉総理大臣とハワード豪州首相との首脳会談\n(概要)",
    )
    start = "2002-05-01T08:20:00+09:00"
    assert _sessions(record) == [(start, start, 80), (None, None, 40), (None, None, 40)]
    kinds = {kind for session in record["event"]["sessions"] for kind in session["kinds"]}
    assert kinds == {"meeting", "small_group_meeting", "expanded_meeting"}


def test_the_ends_of_clocks_in_brackets() -> None:
    record = _record(
        "4月20日、小泉総理は、訪日中のハワード豪首相と、総理官邸で会談(18時5分~18時50分)及び共同記者会見をは"
        "さんで夕食会(19時30分~20時40分)を行ったところ、概要以下のとおり。",
        "平成17年4月21日",
        "日豪首脳会談の概要",
    )
    assert [(start, minutes) for start, _, minutes in _sessions(record)] == [
        ("2005-04-20T18:05:00+09:00", 45),
        ("2005-04-20T19:30:00+09:00", 70),
    ]


def test_a_title_that_goes_on_in_the_next_line() -> None:
    record = _record(
        "5月2日、小泉総理は、日本時間12時5分から約1時間にわたり、クラークNZ首相との間で会談を行ったところ、概"
        "要以下のとおり。",
        "平成14年5月2日",
        "小泉総理大臣とクラーク・ニュー・ジーランド首相との\n首脳会談(概要)",
    )
    assert record["title"] == "小泉総理大臣とクラーク・ニュー・ジーランド首相との首脳会談(概要)"


def test_points_below_a_heading_in_square_brackets() -> None:
    record = _record(
        "FAO(国連食糧農業機関)ハイレベル会合に出席するためにローマ訪問中の福田総理は、現地時間6月4日午前8時よ"
        "り約50分間、潘基文(パン・ギムン)国連事務総長と会談をしたところ、概要次のとおり。",
        "平成20年6月4日",
        "福田総理と潘基文(パン・ギムン)国連事務総長の会談(概要)",
        "[ポイント]\n\n 福田総理と潘事務総長との間で、主要議題について意見交換を行い、連携を確認した。\n\n"
        "経済の面で、投資の促進を重視している旨福田総理より改めて強調された。\n",
    )
    assert record["event"]["place"] == "ローマ"
    assert record["points"][0]["heading"] == "[ポイント]"
    said = [said["speakers"] for point in record["points"][0]["points"] for said in point["statements"]]
    assert said == [["/participants/0", "/participants/1"], ["/participants/0"]]


def test_a_conference_that_was_attended_is_no_summary() -> None:
    title = "小泉総理大臣の国際連合首脳会合出席"
    assert not sources.load()["jp-mofaja"].decide(FeedEntry(_MINISTRY, title, None, "")).keep


_DAY = "米国・中東訪問(第4日)"


def test_a_day_of_a_journey_is_kept_for_whom_it_names() -> None:
    record = record_of(
        "jp-kanteija",
        _OFFICE,
        f"首相官邸\n小泉総理の動き\n\n{_DAY}\n\n平成15年5月25日\n\n 平成15年5月25日夕、小泉総理は、最後の訪問"
        "国サウジアラビアのリヤドに到着し、"
        "皇太子宮殿にアブドラ皇太子を訪ね、会談を行いました。\n 会談では、二国間関係などについて話し合いが行"
        "われました。\n\n[総理の動き 一覧へ]\n",
    )
    assert record["event"]["place"] == "皇太子宮殿"
    assert [(g["name_as_published"], g["affiliation"]["code"]) for g in record["participants"][1:]] == [
        ("アブドラ皇太子", "SA")
    ]
    assert [said["report"]["voice"] for point in record["points"] for said in point["statements"]] == ["both"]
    source = sources.load()["jp-kanteija"]
    entry = FeedEntry(_OFFICE, _DAY, None, "")
    assert source.decide(entry, True).keep
    assert not source.decide(entry, False).keep


def test_one_called_by_a_family_name_of_one_letter() -> None:
    record = record_of(
        "jp-kanteija",
        "http://www.kantei.go.jp/jp/hukudaphoto/2007/12/28china.html",
        "中国訪問(第2日目)\n\n平成19年12月28日\n\n 平成19年12月28日、中華人民共和国を訪問中の福田総理は、温家"
        "宝国務院総理による歓迎式典に出席した後、温総理と会談しました。\n"
        " 会談では、協力で意見が一致しました。\n",
    )
    assert [guest["family_name"] for guest in record["participants"][1:]] == ["Wen"]


@pytest.mark.parametrize(
    ("below", "opening", "session"),
    [
        (
            "(結果概要)",
            (
                "釜山APEC首脳会議に際し、日露首脳会談が21日午後5時過ぎ(現地時間、日本時間午後5時)から約40分間行われたところ、"
                "概要以下のとおり。(なお、出席者は、ロシア側は、プーチン大統領ほか。)"
            ),
            ("2005-11-21T17:00:00+09:00", "2005-11-21T17:00:00+09:00", 40),
        ),
        (
            "結果概要",
            "21日現地時間10時より約45分間、バンコクにおいて日露首脳会談が開催されたところ、概要以下のとおり。",
            ("2005-11-21T10:00:00+07:00", "2005-11-21T12:00:00+09:00", 45),
        ),
        # Russia has several zones: Japan's is none of them.
        ("(概要)", "21日11時10分から28分間、訪露中の小泉総理がプーチン大統領との間で会談を行った。", (None, None, 28)),
    ],
)
def test_talks_beside_a_conference_whose_title_has_two_lines(
    below: str, opening: str, session: tuple[str | None, str | None, int]
) -> None:
    said = f"{_SAID}\n(2) プーチン大統領より、同感である旨述べた。\n"
    record = _record(opening, day="平成17年11月22日", title=f"首脳会議の際の日露首脳会談\n{below}", said=said)
    assert _sessions(record) == [session]
    assert [guest["affiliation"]["code"] for guest in record["participants"][1:]] == ["RU"]
