"""Calls on the prime minister and talks beside a summit, in the Japanese that the Ministry wrote from 2008 to 2012."""

from __future__ import annotations

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from schemas.record import Readout, speaks_for
from tests.reading import record_of

_URL = "https://www.mofa.go.jp/mofaj/page1.html"


def _guests(record: Readout) -> list[tuple[str | None, str | None, str | None]]:
    return [(p["family_name"], speaks_for(p), p["office"]) for p in record["participants"][1:]]


def _record(title: str, day: str, opening: str, points: str = "1. 野田総理から、歓迎の意を述べました。\n") -> Readout:
    record: Readout = record_of("jp-mofaja", _URL, f"{title}\n\n{day}\n\n{opening}\n\n{points}")
    return record


def test_who_sat_beside_may_bear_a_title_in_brackets() -> None:
    record = _record(
        "カル・パキスタン外相による野田総理表敬",
        "平成24年5月24日",
        "本24日(木曜日)午後5時40分から約15分間、野田佳彦内閣総理大臣は、ヒナ・カル・パキスタン・イスラム共和国外相の表敬を受けたところ、"
        "概要以下のとおりです(日パキスタン友好議員連盟会長(衆議院副議長)、総理補佐官他同席)。",
    )
    assert _guests(record) == [("カル", "PK", "外相")]


def test_a_call_whose_length_stands_in_brackets() -> None:
    record = _record(
        "クリントン国務長官による麻生総理表敬及び総理主催夕食会について",
        "平成21年2月17日",
        "17日、麻生総理は、クリントン国務長官による表敬(午後7時20分から約40分間)を受けると共に、引き続き、夕食会(午後8時から約1時間10分間)を"
        "主催したところ、概要以下のとおりです。",
        "1. 麻生総理より、歓迎する旨述べました。\n",
    )
    assert _guests(record) == [("クリントン", "US", "国務長官")]
    assert [(s["kinds"], s["start"], s["duration_minutes"]) for s in record["event"]["sessions"]] == [
        (["courtesy_call"], "2009-02-17T19:20:00+09:00", 40),
        (["other"], "2009-02-17T20:00:00+09:00", 70),
    ]


def test_a_title_goes_on_in_the_line_below() -> None:
    record = _record(
        "ASEM9ラオス国家主席夫妻主催夕食会場における\n野田総理大臣と各国首脳の立ち話について",
        "平成24年11月6日",
        "11月5日、ASEM首脳会合に出席中の野田総理は、ラオス国家主席夫妻主催夕食会場において各国首脳と立ち話を行ったところ、"
        "やりとりの概要以下のとおり。",
        "1. ズン・ベトナム首相\n\nズン首相から、招待する旨述べた。\n\n"
        "2. キム・ファンシク韓国国務総理\n\nキム国務総理から、敬意を表する旨述べたのに対し、野田総理から、応答した。\n",
    )
    assert record["title"] == "ASEM9ラオス国家主席夫妻主催夕食会場における野田総理大臣と各国首脳の立ち話について"
    # Whose hall it was is no guest; and a 国務総理 of Korea is not the prime minister of Japan.
    assert [code for _, code, _ in _guests(record)] == ["VN", "KR"]
    spoke = [point["points"][0]["statements"][0]["speakers"] for point in record["points"]]
    assert spoke == [["/participants/1"], ["/participants/2"]]


@pytest.mark.parametrize(
    ("who", "guest"),
    [
        ("サラ・ザアフラニ・ゼンズリー・チュニジア共和国首相", ("ザアフラニ・ゼンズリー", "TN", "首相")),
        ("エル・ファシ・モロッコ首相", ("エル・ファシ", "MA", "首相")),
        ("ヤイ・ベニン大統領", ("ヤイ", "BJ", "大統領")),
        ("ダニエル・イノウエ米上院仮議長", ("イノウエ", "US", "上院仮議長")),
    ],
)
def test_names_as_they_are_printed(who: str, guest: tuple[str, str, str]) -> None:
    record = _record(
        "首脳会談",
        "平成24年8月22日",
        f"8月22日、午後0時15分から約20分間、野田総理大臣は、{who}と会談を行ったところ、概要は以下のとおりです。",
        "1. これに対し、ザアフラニ・ゼンズリー首相は、謝意を述べました。\n",
    )
    assert _guests(record) == [guest]


@pytest.mark.parametrize(
    ("where", "place", "start"),
    [
        ("タイ王国首相とビエンチャンの国立会議場において", "ビエンチャンの国立会議場", "2012-11-06T15:30:00+07:00"),
        ("ラオスを訪問中、国立会議場内二国間会談室にてタイ王国首相と", "国立会議場内二国間会談室", None),
        (
            "訪問中のカンボジア(プノンペン)において、タイ王国首相と",
            "カンボジア(プノンペン)",
            "2012-11-06T15:30:00+07:00",
        ),
        ("タイ王国首相と東京・迎賓館において", "東京・迎賓館", "2012-11-06T15:30:00+09:00"),
    ],
)
def test_a_place_behind_whom_the_prime_minister_met(where: str, place: str, start: str | None) -> None:
    record = _record(
        "日・タイ首脳会談",
        "平成24年11月6日",
        f"本6日午後3時30分から約20分間、野田総理大臣は、{where}会談を行ったところ、概要は以下のとおりです。",
    )
    event = record["event"]
    assert event["place"] == place
    assert start is None or event["sessions"][0]["start"] == start


@pytest.mark.parametrize(
    "title",
    [
        "高村正彦総理特使のイラン・イスラム共和国訪問",
        "山口特派大使のコロンビア大統領就任式出席(結果)",
        "関総理特使による大統領表敬",
    ],
)
def test_what_an_envoy_did_is_no_meeting_of_the_prime_minister(title: str) -> None:
    assert not sources.load()["jp-mofaja"].decide(FeedEntry(_URL, title, None, "")).keep


@pytest.mark.parametrize(
    ("opening", "occasion", "start"),
    [
        (
            "本26日(土曜日)、午前8時50分から約20分間、G8ムスコカ・サミットに出席している野田総理大臣は、キャメロン英国首相と会談したところ、",
            "G8ムスコカ・サミット",
            "2012-05-26T08:50:00-04:00",
        ),
        (
            "5月26日(土曜日)15時30分から15時55分(現地時間)まで、ホノルルAPEC首脳会議に出席した野田佳彦総理大臣は、キャメロン英国首相と会談したところ、",
            "ホノルルAPEC首脳会議",
            "2012-05-26T15:30:00-10:00",
        ),
        (
            "本26日(土曜日)9時40分から約10分間、G8出席のためパリを訪問中の野田総理大臣は、キャメロン英国首相と会談を行ったところ、",
            "G8",
            "2012-05-26T09:40:00+02:00",
        ),
    ],
)
def test_where_a_summit_was_attended_tells_the_clock(opening: str, occasion: str, start: str) -> None:
    event = _record("日英首脳会談", "平成24年5月26日", f"{opening}概要は以下のとおりです。")["event"]
    assert (event["occasion"], event["sessions"][0]["start"]) == (occasion, start)


def test_where_they_met_may_stand_behind_whom() -> None:
    record = _record(
        "日米首脳会談の概要",
        "平成24年9月22日",
        "現地時間21日午後3時10分から約40分間、国連総会出席のためニューヨークを訪問中の野田総理は、同じくニューヨークを訪問していたオバマ大統領と、"
        "オバマ大統領宿舎にて日米首脳会談を行ったところ、概要は以下のとおり。",
    )
    assert _guests(record) == [("Obama", "US", "大統領")]


def test_a_former_prime_minister_of_singapore_calls_who_came_for_a_forum() -> None:
    record = _record(
        "リー・クァンユー・シンガポール内閣顧問の鳩山総理大臣表敬(概要)",
        "平成22年5月21日",
        "「アジアの未来」への参加等のため来日中のリー・クァンユー内閣顧問は、総理官邸に来訪し、本21日(金曜日)14時10分より約20分間、"
        "鳩山総理大臣を表敬したところ、その概要は以下の通りです。",
        "1. 鳩山総理より、感激している旨述べました。\n",
    )
    # His family's name stands first, as that of トニー・タン does not.
    assert _guests(record) == [("リー", "SG", "内閣顧問")]
    assert (record["event"]["place"], record["event"]["occasion"]) == ("総理官邸", "「アジアの未来」")


def test_within_the_united_nations_is_in_new_york() -> None:
    record = _record(
        "日豪首脳会談(概要)",
        "平成24年9月25日",
        "本25日(火曜日)午前10時50分から約20分間、野田佳彦内閣総理大臣は、ジュリア・ギラード・オーストラリア首相と国連内で会談を行ったところ、"
        "概要は以下のとおりです。",
    )
    assert record["event"]["place"] == "国連"
    assert record["event"]["sessions"][0]["start"] == "2012-09-25T10:50:00-04:00"


def test_who_took_part_in_a_meeting_of_experts_calls() -> None:
    record = _record(
        "「日米印戦略対話」参加者による鳩山総理表敬(概要)",
        "平成21年12月7日",
        "本12月7日(月曜日)午後4時45分より午後5時00分まで、鳩山由紀夫総理大臣は、官邸にて有識者会合「日米印戦略対話」参加者の訪問を受けたところ、"
        "概要は以下のとおりです。",
        "1. 鳩山総理から、世界の平和と繁栄に寄与したい旨述べました。\n",
    )
    assert [s["kinds"] for s in record["event"]["sessions"]] == [["courtesy_call"]]


def test_a_city_leads_the_name_of_its_summit() -> None:
    record = _record(
        "日露首脳会談(概要)",
        "平成22年11月13日",
        "11月13日、菅総理大臣は、横浜APECに出席するために訪日中のメドヴェージェフ・ロシア大統領と会談したところ、結果概要以下のとおり。",
        "1. 菅総理から、3本柱を中心に日露協力を進めていきたい旨述べた。\n",
    )
    assert record["event"]["occasion"] == "横浜APEC"


@pytest.mark.parametrize("clock", ["4月16日20:35から約20分間", "16日20:35から約20分間", "16日20時35分から約20分間"])
@pytest.mark.parametrize("then", ["これに対し小泉総理より", "これに対して小泉総理より", "小泉総理より"])
def test_a_call_whose_two_are_named_by_what_each_said(clock: str, then: str) -> None:
    record = record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/press/release/15/rls_0416e.html",
        "日米首脳電話会談について\n\n平成15年4月16日\n\n "
        f"{clock}、先方の発意によって行われた日米首脳電話会談の概要以下のとおり。\n\n"
        "  1. イラク問題について、以下のやり取りがあった。\n"
        "    (1) ブッシュ大統領より次のとおり述べた。\n    (イ) 支持に敬意を表する。\n"
        f"    (2) {then}次のとおり述べた。\n    (イ) 喜ばしく思う。\n",
    )
    (session,) = record["event"]["sessions"]
    assert session == {
        "kinds": ["telephone_talk"],
        "start": "2003-04-16T20:35:00+09:00",
        "start_jst": "2003-04-16T20:35:00+09:00",
        "duration_minutes": 20,
    }
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Bush"]


def test_talks_in_a_noun_below_the_picture_of_a_title() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/morisouri/mori_photo/2000/09/0901/0901_3_5.html",
        "森総理の動きのタイトル画像\n\n平成12年9月3〜5日\n\nプーチン露大統領と首脳会談\n\n"
        "日露首脳会談を前に握手する森総理とプーチン大統領(9月4日)\n\n"
        " 森総理は、平成12年9月3日から同月5日にかけて我が国を公式訪問したロシアのプーチン大統領と会談。"
        "本格的な交渉が行われた。\n"
        " 両首脳は、交渉を継続することなどについて一致した。\n\n森総理の動き\n",
    )
    assert [who["family_name"] for who in record["participants"]] == ["Mori", "Putin"]
    assert record["event"]["date"] == "2000-09-03"
    assert record["event"]["sessions"][0]["kinds"] == ["meeting"]
    assert record["title"] == "プーチン露大統領と首脳会談"
