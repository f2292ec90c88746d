"""How Japanese pages print where a meeting was, and what it was: every form, in every position."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of

_GUEST = "マルク・ルッテ・オランダ王国首相（H.E. Mr. Mark Rutte, Prime Minister of the Kingdom of the Netherlands）"


@pytest.mark.parametrize(
    "sentence",
    [
        f"6月12日、午後6時15分から約25分間、安倍晋三内閣総理大臣は、{{}}{_GUEST}と首脳会談を行ったところ、概要は以下のとおりです。",
        f"6月12日、{{}}安倍総理大臣は、{_GUEST}と会談を行ったところ、概要は以下のとおりです。",
        f"6月12日、安倍総理大臣は、{_GUEST}との間で、{{}}首脳会談を行いました。",
    ],
    ids=["before whom", "before who met", "before what was held"],
)
@pytest.mark.parametrize("particle", ["において、", "にて、", "で、"])
@pytest.mark.parametrize(
    "place",
    [
        "総理大臣官邸",
        "横浜",
        "福島県いわき市",
        "米国・ニューヨーク",
        "国連本部",
        "ブリュッセルのヴァル・ドゥシェッス城",
        "都内のホテル",
        "広島市内のホテル",
        "ニューヨークのホテル",
        "リマ市内マリオット・ホテル",
        "ロンドンの首相官邸",
        "ハノイの国家会議場",
        "国立京都国際会館",
        "マレーシア首相公邸",
        "人民大会堂",
        "釣魚台国賓館",
        "在英国日本国大使公邸",
        "羽田空港",
    ],
)
def test_a_place_is_told_wherever_it_stands(sentence: str, particle: str, place: str) -> None:
    text = sentence.format(place + particle)
    page = f"日・オランダ首脳会談\n\n平成30年6月12日\n\n{text}\n\n1 安倍総理大臣から、歓迎の意を述べました。\n"
    record = record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/page1.html", page)
    assert record["event"]["place"] == place
    assert [who["family_name"] for who in record["participants"]] == ["Abe", "Rutte"]


@pytest.mark.parametrize(
    "printed", ["訪問先のホテルで、", "G20サミット会場で、", "会談会場のホテルで、", "この機会に、"]
)
def test_what_tells_no_place(printed: str) -> None:
    text = f"6月12日、安倍総理大臣は、{printed}{_GUEST}と会談を行ったところ、概要は以下のとおりです。"
    page = f"日・オランダ首脳会談\n\n平成30年6月12日\n\n{text}\n\n1 安倍総理大臣から、歓迎の意を述べました。\n"
    assert record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/page1.html", page)["event"]["place"] is None


@pytest.mark.parametrize(
    ("held", "kinds"),
    [
        ("テレビ会議を行いました。", {"online_meeting"}),
        ("電話会議を行いました。", {"telephone_talk"}),
        ("テタテ会談を行い、続いて全体会談を行いました。", {"one_on_one_meeting", "expanded_meeting"}),
        ("短時間言葉を交わしました。", {"informal_talk"}),
        ("挨拶を交わしました。", {"informal_talk"}),
    ],
)
def test_what_was_held(held: str, kinds: set[str]) -> None:
    text = f"6月12日、正午から約20分間、安倍総理大臣は、{_GUEST}と{held}"
    page = f"日・オランダ首脳会談\n\n平成30年6月12日\n\n{text}\n\n1 安倍総理大臣から、歓迎の意を述べました。\n"
    session = record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/page1.html", page)["event"]["sessions"][0]
    assert (set(session["kinds"]), session["start"]) == (kinds, "2018-06-12T12:00:00+09:00")


@pytest.mark.parametrize("printed", ["李強中国国務院総理", "訪日中の李強中国国務院総理", "温家宝中国国務院総理"])
def test_a_name_of_two_characters_before_its_country(printed: str) -> None:
    text = f"6月12日、岸田総理大臣は、{printed}と会談を行いました。概要は以下のとおりです。"
    page = f"日中首脳会談\n\n令和5年6月12日\n\n{text}\n\n1 岸田総理大臣から、歓迎の意を述べました。\n"
    record = record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/page1.html", page)
    guest = record["participants"][1]
    office = "国務院総理"
    assert (guest["name_as_published"], guest["office"]) == (f"{printed.removeprefix('訪日中の')[:-7]}{office}", office)


def _record(opening: str, points: str) -> Any:
    page = f"日米首脳電話会談\n\n平成27年1月25日\n\n{opening}\n\n{points}\n"
    return record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/page1.html", page)


def test_a_call_is_not_where_the_other_end_of_it_was() -> None:
    called = (
        "25日午後3時20分から約10分間、安倍晋三内閣総理大臣は、先方の求めに応じ、インド訪問中のバラック・オバマ米大統領"
        "との電話会談を行ったところ、概要は以下のとおりです。"
    )
    event = _record(called, "1 オバマ大統領から、謝意を述べました。")["event"]
    assert (event["place"], event["sessions"][0]["start"]) == (None, "2015-01-25T15:20:00+09:00")
    caller = (
        "25日午後3時20分から、インド訪問中の安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    )
    event = _record(caller, "1 オバマ大統領から、謝意を述べました。")["event"]
    assert (event["place"], event["sessions"][0]["start"]) == ("インド", "2015-01-25T15:20:00+05:30")


def test_a_heading_may_begin_with_a_year() -> None:
    opening = "25日午後3時20分から約10分間、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    points = (
        "1 2020年東京オリンピック\n\n(1)オバマ大統領から、祝意を述べました。\n\n"
        "2 シリア情勢\n\n(1)安倍総理から、懸念を表明しました。"
    )
    told = _record(opening, points)["points"]
    assert [(point["label"], point["heading"], len(point["points"])) for point in told] == [
        ("1", "2020年東京オリンピック", 1),
        ("2", "シリア情勢", 1),
    ]


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        (
            "バイデン副大統領の訪問の際には、同副大統領から懸念を伝達した旨説明があり、これに対し安倍総理より謝意を述べました。",
            [["/participants/1"], ["/participants/0"]],
        ),
        ("このほか、両者の間では貿易についてもやりとりがありました。", [["/participants/0", "/participants/1"]]),
    ],
)
def test_who_speaks_on_the_telephone(said: str, speakers: list[list[str]]) -> None:
    opening = (
        "25日午後10時40分から約55分間、安倍晋三内閣総理大臣は、ジョセフ・バイデン米副大統領と電話会談を行いました。"
    )
    (point,) = _record(opening, f"1 {said}")["points"]
    assert [statement["speakers"] for statement in point["statements"]] == speakers


def test_names_of_many_parts_and_a_session_that_was_attended_before() -> None:
    opening = (
        "25日、横浜市を訪問している安倍総理は、全体会合3のセッションに出席した後、モーリタニア・イスラム共和国の"
        "イスマイール・ウルド・ベッダ・ウルド・シェイフ・シディヤ首相と会談を行いました。"
    )
    record = _record(opening, "1 安倍総理から、歓迎の意を述べました。")
    assert record["participants"][1]["affiliation"]["code"] == "MR"
    assert record["event"]["sessions"][0]["kinds"] == ["meeting"]


def test_who_took_part_too_and_who_called_the_meeting() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/d.html",
        "G7首脳テレビ会議\n\n令和8年2月24日\n\n2月24日、午後11時から約70分間、高市早苗内閣総理大臣は、エマニュエル・マクロン・"
        "フランス共和国大統領の主催により開催されたG7首脳テレビ会議に出席し、ウクライナ情勢について議論を行いました。"
        "ゼレンスキー・ウクライナ大統領も参加しました。茂木敏充外務大臣も出席しました。概要は以下のとおりです。\n\n"
        "1　高市総理から、ウクライナと共にある旨述べました。\n",
    )
    assert [who["family_name"] for who in record["participants"]] == ["Takaichi", "Macron", "Zelenskyy"]
    assert (record["event"]["occasion"], record["event"]["series"]) == ("G7首脳テレビ会議", "g7")


def test_a_number_in_kanji_belongs_to_the_name() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/105/actions/202603/02jordan.html",
        "日・ヨルダン首脳会談\n\n令和8年3月2日\n\n"
        "令和8年3月2日、高市総理は、総理大臣官邸で、訪日中のアブドッラー二世ヨルダン国王と会談を行いました。",
    )
    assert record["participants"][1]["name_as_published"] == "アブドッラー二世国王"
