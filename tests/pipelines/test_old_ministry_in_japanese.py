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
        "4月20日、小泉総理は、訪日中のハワード豪首相と、総理官邸で会談(18時5分~18時50分)"
        "及び共同記者会見をはさんで夕食会(19時30分~20時40分)を行ったところ、概要以下のとおり。",
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
        "FAO(国連食糧農業機関)ハイレベル会合に出席するためにローマ訪問中の福田総理は、"
        "現地時間6月4日午前8時より約50分間、潘基文(パン・ギムン)国連事務総長と会談をしたところ、概要次のとおり。",
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


@pytest.mark.parametrize(
    ("title", "opening", "told"),
    [
        (
            "上海APECの際の日露首脳会談",
            (
                "上海APEC首脳会議に際し、日露首脳会談が21日午後5時過ぎから約40分間行われたところ、概要以下のとおり。"
                "(なお、出席者は、ロシア側は、プーチン大統領ほかイワノフ外相。日本側は、小泉総理ほか。)"
            ),
            (None, "上海APEC首脳会議", "Putin"),
        ),
        (
            "日露首脳会談",
            "21日、上海APECに際し、小泉内閣総理大臣は、プーチン・ロシア大統領との間で会談を行った。",
            (None, "上海APEC", "Putin"),
        ),
        (
            "日米首脳会談概要",
            "小泉総理大臣は、現地時間21日午前11時50分より約30分間、上海におけるAPEC首脳会議に際してブッシュ大統領との間で首脳会談を行った。",
            ("上海", "APEC首脳会議", "Bush"),
        ),
        (
            "日露首脳会談",
            (
                "21日18時40分頃から約30分間、第二次世界大戦終了60周年記念式典に参加するため訪露中の小泉総理大臣は、クレムリン内の賓客"
                "応接室において、プーチン大統領と会談を行った。"
            ),
            ("クレムリン内の賓客応接室", "第二次世界大戦終了60周年記念式典", "Putin"),
        ),
        (
            "APEC首脳会合の際の日露首脳会談",
            "21日現地時間10時より約45分間、バンコクにおいてプーチン大統領との間で日露首脳会談が開催された。",
            ("バンコク", "APEC首脳会合", "Putin"),
        ),
        (
            "サンクトペテルブルクにおける日露首脳会談",
            (
                "10月21日11:10~11:38まで、記念行事出席のため訪露中の小泉総理がプーチン大統領との間で日露首脳会談を行った。\n"
                "本首脳会談は、プーチン大統領も学んだ「上級総合スポーツ学校」にて行われたが、会談に先立ち両首脳は柔道の練習を視察した。"
            ),
            ("上級総合スポーツ学校", None, "Putin"),
        ),
    ],
)
def test_where_talks_were_and_beside_what(title: str, opening: str, told: tuple[str | None, str | None, str]) -> None:
    record = _record(opening, "平成13年10月21日", title)
    (guest,) = record["participants"][1:]
    assert (record["event"]["place"], record["event"]["occasion"], guest["family_name"]) == told


def test_a_clock_is_of_the_city_that_the_title_names() -> None:
    opening = (
        "5月30日11:10~11:38まで、訪露中の小泉総理がプーチン大統領との間で日露首脳会談を行ったところ、概要以下のとおり。"
    )
    record = _record(opening, "平成15年5月30日", "サンクトペテルブルクにおける日露首脳会談(概要)")
    assert _sessions(record) == [("2003-05-30T11:10:00+04:00", "2003-05-30T16:10:00+09:00", 28)]


def test_from_when_to_when_each_part_of_the_talks_was() -> None:
    record = _record(
        "1月10日12:06から14:57にかけてモスクワにおいて小泉総理とプーチン大統領との間で日露首脳会談が行われた"
        "(12:06-13:47は少人数会合、13:51-14:57は全体会合)ところ、概要以下のとおり。",
        "平成15年1月10日",
        "日露首脳会談(概要)",
    )
    assert [minutes for _, _, minutes in _sessions(record)] == [171, 101, 66]


def test_talks_on_the_second_day_of_a_visit_to_a_private_house() -> None:
    record = _record(
        "小泉総理は、5月22日から23日にかけ、テキサス州クロフォードにあるブッシュ大統領私邸を訪問し、日米首脳会談を行った。\n"
        "現地時間23日午前9時40分~11時に行われた日米首脳会談の概要は以下のとおり。",
        "平成15年5月26日",
        "日米首脳会談の概要",
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2003-05-23", "ブッシュ大統領私邸")
    # Texas has two zones: which it was nothing tells.
    assert _sessions(record) == [(None, None, 80)]
    assert [guest["family_name"] for guest in record["participants"][1:]] == ["Bush"]


def test_a_meeting_of_foreign_ministers_is_none_of_the_leaders() -> None:
    record = _record(
        "24日、外務省飯倉公館にて、パウエル米国務長官の小泉総理への表敬及び日米外相会談が行われたところ、概要以下のとおり。",
        "平成16年10月24日",
        "パウエル米国務長官の小泉総理表敬及び日米外相会談の概要",
    )
    assert record["event"]["sessions"][0]["kinds"] == ["courtesy_call"]


def test_a_logo_above_the_title() -> None:
    opening = "28日午前、福田総理は、ムベキ・南アフリカ大統領との間で首脳会談を行ったところ、概要以下のとおり。"
    record = _record(opening, "平成20年5月28日", "アフリカ\n\nTICAD IVロゴマーク\n\n日・南アフリカ首脳会談")
    assert record["title"] == "日・南アフリカ首脳会談"


def test_headings_without_a_number_above_a_list_of_one() -> None:
    said = "福田総理から、両国の関係を強化するための様々な取組が進んでいることを歓迎し、協力を進めていきたいと述べた。"
    record = _record(
        "7月9日17時50分から約40分間、福田総理は、マンモハン・シン・インド首相との首脳会談を行った。",
        "平成20年7月9日",
        "日・インド首脳会談(概要)",
        f"冒頭\n- {said}\n二国間関係\n- {said}\n",
    )
    assert [(point["heading"], len(point["points"])) for point in record["points"]] == [("冒頭", 1), ("二国間関係", 1)]
