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
        "総理公邸",
        "総理の私邸",
        "英国ロック・アーン",
        "ブルネイ・バンダルスリブガワンの国際会議センター",
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
        "25日午後3時20分から約10分間、安倍晋三内閣総理大臣は、先方の求めに応じ、"
        "インド訪問中のバラック・オバマ米大統領との電話会談を行ったところ、概要は以下のとおりです。"
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


@pytest.mark.parametrize(
    ("agreed", "kind"),
    [
        ("両国間の対話を深めることで一致した。", "concurred"),
        ("来年の訪日について、調整を進めることで一致しました。", "concurred"),
        ("日米間で、引き続き協力していくことを確認しました。", "concurred"),
        ("この他、地域情勢に関し、意見交換を行いました。", "discussed"),
    ],
)
def test_an_agreement_that_names_nobody_is_of_both_sides(agreed: str, kind: str) -> None:
    opening = "25日午後3時20分から、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    (point,) = _record(opening, f"1 {agreed}")["points"]
    (told,) = point["statements"]
    assert (told["speaker"], told["speakers"]) == (None, ["/participants/0", "/participants/1"])
    assert (told["report"]["class"], told["report"]["voice"]) == (kind, "both")


def test_an_agreement_of_somebody_not_known_is_of_nobody_told() -> None:
    opening = "25日午後3時20分から、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    (point,) = _record(opening, "1 同席した補佐官側から、協力することで一致した。")["points"]
    assert [told["speakers"] for told in point["statements"]] == [[]]


def test_a_call_that_was_received() -> None:
    opening = (
        "本17日午前12時から約15分間、安倍晋三内閣総理大臣は、バラック・オバマ米大統領からのお祝いの電話を受けたところ、"
        "概要は以下のとおりです。"
    )
    record = _record(opening, "1 オバマ大統領から、祝意を述べました。")
    assert record["event"]["sessions"][0]["kinds"] == ["telephone_talk"]
    assert record["participants"][1]["term"] == "us/44-obama"


@pytest.mark.parametrize(
    ("opening", "place", "start"),
    [
        # The clock stands in a sentence of its own, and whose it is in one letter.
        (
            (
                "3月20日、訪仏中の安倍内閣総理大臣は仏大統領府においてオランド大統領と日仏首脳会談を行ったところ、"
                "概要は以下のとおりです。会談は、午後7時から約45分間行われ、"
                "引き続いて共同記者発表及び夕食会が行われました。"
            ),
            "仏大統領府",
            "2017-03-20T19:00:00+01:00",
        ),
        # The General Debate is held in New York; a private house of the Prime Minister's is at home.
        (
            (
                "20日午後2時55分から約10分間、安倍晋三総理大臣は、オランド仏大統領と会談しました。なお、本会談は国連総会での"
                "一般討論演説終了後に行われました。"
            ),
            None,
            "2017-03-20T14:55:00-04:00",
        ),
        (
            (
                "20日午後2時55分から約10分間、安倍晋三総理大臣は、アッシュ第68回国連総会議長と会談しました。なお、"
                "本会談は安倍総理の一般討論演説終了後に行われました。"
            ),
            None,
            "2017-03-20T14:55:00-04:00",
        ),
        (
            (
                "20日午後4時30分から約1時間、安倍晋三内閣総理大臣は、国連総会の帰途に日本に立ち寄ったオランド仏大統領との間で、"
                "総理の私邸において会談を行いました。"
            ),
            "総理の私邸",
            "2017-03-20T16:30:00+09:00",
        ),
    ],
)
def test_whose_a_clock_is(opening: str, place: str | None, start: str) -> None:
    page = f"フランス共和国\n\n平成29年3月20日\n\n{opening}\n\n1 冒頭\n\n安倍総理から、謝意を述べました。\n"
    event = record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/erp/we/fr/page1.html", page)["event"]
    assert (event["place"], event["sessions"][0]["start"]) == (place, start)


def test_a_minister_of_any_ministry_and_a_speaker_of_any_parliament() -> None:
    opening = (
        "25日、安倍晋三内閣総理大臣は、ジャン=イヴ・ル・ドリアン・フランス共和国欧州・外務大臣及びフロランス・パルリ・"
        "フランス共和国軍事大臣の表敬を受けました。"
    )
    _, first, second = _record(opening, "1 安倍総理から、歓迎の意を述べました。")["participants"]
    assert (first["family_name"], first["rank"]) == ("ル・ドリアン", "foreign_minister")
    assert (second["family_name"], second["office"], second["rank"]) == ("パルリ", "軍事大臣", "minister")
    opening = "25日、安倍晋三内閣総理大臣は、ミエーゴンボ・エンフボルド・モンゴル国国家大会議議長の表敬を受けました。"
    _, speaker = _record(opening, "1 安倍総理から、歓迎の意を述べました。")["participants"]
    assert (speaker["office"], speaker["rank"], speaker["affiliation"]["code"]) == ("国家大会議議長", "other", "MN")


def test_who_presided_and_in_whose_presence() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/area/page1.html",
        "第16回日・ASEAN首脳会議（概要）\n\n平成25年10月9日\n\n10月9日、"
        "ブルネイ・バンダルスリブガワンの国際会議センターにおいて、午後1時から約1時間にわたり、安倍総理出席の下、"
        "日・ASEAN首脳会議が開催されたところ、概要以下のとおり（議長：ボルキア・ブルネイ国王）。\n\n1.冒頭\n\n"
        "安倍総理は、関係を重視する旨述べた。\n\n2.将来の方向性\n\n(1)経済協力:安倍総理より、協力を進める旨述べた。\n",
    )
    assert [who["office"] for who in record["participants"]] == ["総理", "国王"]
    assert record["event"]["sessions"][0]["start"] == "2013-10-09T13:00:00+08:00"
    told = [point["points"][0]["statements"][0]["speaker"] for point in record["points"]]
    assert told == ["安倍総理", "安倍総理"]


def test_headings_without_a_number_and_a_count_of_what_follows() -> None:
    opening = "25日午後3時20分から、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    points = (
        "冒頭\n\n(1)安倍総理から、謝意を述べました。\n\n地域情勢及び国際場裡における協力\n\n"
        "(1)安倍総理から、以下の3点に言及しました。\n\nア 協力を進めたい。\n\nイ 支持を期待する。"
    )
    first, second = _record(opening, points)["points"]
    assert (first["heading"], second["heading"]) == ("冒頭", "地域情勢及び国際場裡における協力")
    (point,) = second["points"]
    assert [below["statements"][0]["speakers"] for below in point["points"]] == [["/participants/0"]] * 2


def test_a_press_occasion_is_told_by_what_was_announced_there() -> None:
    opening = (
        "25日午後3時20分から、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と会談を行ったところ、概要は以下のとおり。\n\n"
        "なお、会談後の共同記者発表において、ロゴマークが発表された。"
    )
    event = _record(opening, "1 冒頭\n\n安倍総理から、謝意を述べました。")["event"]
    assert event["sessions"][0]["kinds"] == ["meeting", "joint_press_occasion"]


def test_a_year_printed_with_its_sign_twice() -> None:
    opening = "5月18日、野田総理は、オバマ米大統領と会談を行いました。"
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/a.html",
        f"日米首脳会談\n\n平成24年年5月18日\n\n{opening}\n\n1 野田総理から、謝意を述べた。",
    )
    assert record["event"]["date"] == "2012-05-18"


def test_a_number_in_kanji_belongs_to_the_name() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/105/actions/202603/02jordan.html",
        "日・ヨルダン首脳会談\n\n令和8年3月2日\n\n"
        "令和8年3月2日、高市総理は、総理大臣官邸で、訪日中のアブドッラー二世ヨルダン国王と会談を行いました。",
    )
    assert record["participants"][1]["name_as_published"] == "アブドッラー二世国王"


def test_a_day_of_events_below_the_head_of_the_site() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/hukudaphoto/2008/07/06summit.html",
        "首相官邸\n福田総理の動き トップページへ\n\n日米首脳会談等\n\n平成20年7月6日\n\n"
        "平成20年7月6日、福田総理は、北海道洞爺湖サミット開催のため、北海道虻田郡洞爺湖町に入りました。\n\n視察後、福田総理は会場に戻り、アメリカ合衆国の"
        "ジョージ・W・ブッシュ大統領と日米首脳会談を行いました。\n",
    )
    assert (record["title"], record["event"]["date"]) == ("日米首脳会談等", "2008-07-06")
    assert record["participants"][1]["name_as_published"] == "ジョージ・W・ブッシュ大統領"
    assert record["participants"][1]["term"] == "us/43-bush"


def test_a_heading_may_be_a_quotation() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/page1.html",
        "日・ブルガリア首脳会談\n\n平成30年1月15日\n\n1月15日、安倍晋三内閣総理大臣は、ルメン・ラデフ・ブルガリア共和国大統領と首脳会談を行いました。\n\n"
        "1 冒頭\n安倍総理から、歓迎の意を述べました。\n2 「3つの周年」\n"
        "両首脳は、人的交流を発展させていくことで一致しました。\n",
    )
    assert [point["heading"] for point in record["points"]] == ["冒頭", "「3つの周年」"]


def test_a_place_in_hokkaido() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/page1.html",
        "日・ソロモン首脳会談\n\n平成21年5月22日\n\n5月22日午後2時50分から、約10分間、麻生総理は、シクア・ソロモン諸島首相と、サミット会場の"
        "北海道トマムで会談した。概要以下の通り。\n\n1 麻生総理より、歓迎の意を述べた。\n",
    )
    event = record["event"]
    assert (event["place"], event["sessions"][0]["start"]) == ("北海道トマム", "2009-05-22T14:50:00+09:00")


def test_two_clocks_in_brackets_of_their_own() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/page1.html",
        "ASEM7に際する日・オーストリア首脳会談(概要)\n\n平成20年10月25日\n\n麻生総理は、25日(土曜日)午前9時頃(現地時間)(日本時間25日(土曜日)"
        "午前10時頃)グーゼンバウアー・オーストリア首相とASEMの議場において短時間立ち話を行ったところ、概要以下の通り。\n\n"
        "1 グーゼンバウアー首相より、謝意を述べた。\n",
    )
    event = record["event"]
    assert (event["place"], event["sessions"][0]["start"]) == ("ASEMの議場", "2008-10-25T09:00:00+08:00")
    assert event["sessions"][0]["start_jst"] == "2008-10-25T10:00:00+09:00"


def test_a_title_behind_its_date_below_the_menus_of_the_site() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/98_abe/actions/201907/11meeting.html",
        "本文へ移動\n\n首相官邸 Prime Minister of Japan and His Cabinet\n言語選択\nEnglish\n中文\n表示選択\nPC\n"
        "モバイル\n文字サイズの変更\n中\n大\n\n令和元年7月11日日・タイ首脳会談等\n\n"
        "令和元年7月11日、安倍総理は、総理大臣官邸で、プラユット・タイ王国首相と首脳会談等を行いました。\n",
    )
    assert (record["title"], record["event"]["date"]) == ("日・タイ首脳会談等", "2019-07-11")
    assert record["published"] == "2019-07-11"


def test_a_leader_called_by_a_name_that_no_other_has_borne() -> None:
    page = (
        "安倍総理大臣\n\n平成27年1月25日\n\n25日、1時20分から約80分間、安倍内閣総理大臣は、"
        "総理大臣官邸においてレンツィ首相とのワーキングランチを行いました。\n\n1 安倍総理から、歓迎の意を述べました。\n"
    )
    url = "https://www.mofa.go.jp/mofaj/page1.html"
    record = record_of("jp-mofaja", url, page)
    guest = record["participants"][1]
    assert (guest["term"], guest["affiliation"]["code"]) == ("it/2014-renzi", "IT")
    assert record["event"]["sessions"][0]["start"] == "2015-01-25T13:20:00+09:00"
    # Two countries' leaders have been called so; and nobody was President of that name.
    for called in ("リー首相", "レンツィ大統領"):
        assert len(record_of("jp-mofaja", url, page.replace("レンツィ首相", called))["participants"]) == 1


def test_a_clock_that_lost_its_minutes_sign_and_a_dinner_behind_the_overview() -> None:
    opening = (
        "本25日、午後8時45から約35分間、安倍内閣総理大臣は、オバマ米大統領と会談を行いました。概要は以下のとおりです。"
        "また、21時30分頃から約1時間、安倍総理主催夕食会を行いました。"
    )
    told = _record(opening, "1 オバマ大統領から、歓迎の意を述べました。")["event"]["sessions"]
    assert [(session["start"], session["duration_minutes"]) for session in told] == [
        ("2015-01-25T20:45:00+09:00", 35),
        ("2015-01-25T21:30:00+09:00", 60),
    ]


def test_a_part_tells_when_the_meeting_was_that_the_opening_of_a_visit_names() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/kaidan/page1.html",
        "安倍総理大臣\n\n平成25年7月25日\n\n安倍晋三内閣総理大臣は、7月25日（木曜日）にマレーシアを公式訪問し、日・マレーシア"
        "首脳会談を行うとともに、ナジブ首相主催晩餐会に出席したところ、概要は以下のとおりです。\n\n1.日・マレーシア首脳会談\n\n"
        "25日16時30分頃（現地時間）から約75分間、安倍総理は、マレーシア首相府において、ナジブ・ラザク・マレーシア首相との間で"
        "日・マレーシア首脳会談を行いました。\n\nまた、首脳会談後、両首脳立会いの下、覚書の署名式が行われました。\n\n"
        "(1)二国間関係\n\nア.安倍総理からは、謝意を表明しました。\n",
    )
    event = record["event"]
    assert event["place"] == "マレーシア首相府"
    assert event["sessions"][0]["start"] == "2013-07-25T16:30:00+08:00"
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "signing_ceremony"]
    assert record["participants"][1]["affiliation"]["code"] == "MY"


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        (
            "25日10時50分から、安倍総理は英首相官邸においてキャメロン英国首相と会談を行いました。",
            "2015-01-25T10:50:00+00:00",
        ),
        (
            "25日10時50分から、安倍総理は総理官邸においてキャメロン英国首相と会談を行いました。",
            "2015-01-25T10:50:00+09:00",
        ),
        (
            "本25日、11時から、国連総会出席中の安倍総理は、ウォルドルフ・アストリアホテル内で、キャメロン英国首相と会談を行いました。",
            "2015-01-25T11:00:00-05:00",
        ),
    ],
)
def test_whose_clock_a_hall_tells(opening: str, start: str) -> None:
    event = _record(opening, "1 更に安倍総理より、謝意を述べました。")["event"]
    assert event["sessions"][0]["start"] == start


def test_headings_without_numbers_at_all() -> None:
    opening = "25日午後3時20分から、安倍晋三内閣総理大臣は、バラック・オバマ米大統領と電話会談を行いました。"
    said = "安倍総理から、再会を嬉しく思う、各分野で両国関係が着実に強化されていることは大変喜ばしい旨述べました。"
    told = _record(opening, f"冒頭\n\n{said}\n\n二国間関係\n\n{said}\n\n地域情勢\n\n{said}")["points"]
    assert [(point["heading"], len(point["points"])) for point in told] == [
        ("冒頭", 1),
        ("二国間関係", 1),
        ("地域情勢", 1),
    ]


def test_a_banquet_after_talks_is_what_is_told() -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/page1.html",
        "日・カタール首脳晩餐会\n\n平成31年1月29日\n\n本29日午後6時45分から約70分間、安倍晋三内閣総理大臣は、タミーム・カタール国首長との"
        "間で首脳会談を行い、共同宣言の署名に立ち会った後、同首長を招いて晩餐会を開催したところ、概要は以下のとおりです。\n\n"
        "1 安倍総理大臣から、歓迎の意を述べました。\n",
    )
    (session,) = record["event"]["sessions"]
    assert (session["kinds"], session["duration_minutes"]) == (["other"], 70)


def test_when_and_where_a_summit_is_held_is_no_part_of_its_name() -> None:
    opening = (
        "24日から25日までミラノで開催中のASEM首脳会合出席のため同地を訪問中の安倍総理は、25日、"
        "オバマ米大統領と短時間懇談しました。"
    )
    for printed in (opening, opening.replace("24日から25日", "1月24日から25日")):
        event = _record(printed, "1 安倍総理から、歓迎の意を述べました。")["event"]
        assert (event["occasion"], event["date"]) == ("ASEM首脳会合", "2015-01-25")
