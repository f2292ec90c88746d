"""Whom Japanese pages tell of beside the plain form of a name, a country and an office."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of

_URL = "https://www.mofa.go.jp/mofaj/a_o/page1_000000.html"
_SAID = " 1. 冒頭、安倍総理大臣から、訪日を歓迎する旨述べました。\n"


def _record(head: str, opening: str, said: str = _SAID) -> Any:
    return record_of("jp-mofaja", _URL, f"{head}\n\n平成30年3月19日\n\n {opening}\n\n {said}")


def _guests(record: Any) -> list[tuple[str | None, str, str]]:
    return [
        (who["family_name"], who["affiliation"]["code"], who["office"])
        for who in record["participants"]
        if who["affiliation"]["code"] != "JP"
    ]


@pytest.mark.parametrize(
    ("head", "opening", "guests"),
    [
        (
            # An election is nobody's office.
            "日露首脳電話会談",
            (
                "本19日午後6時05分から約20分間、安倍晋三内閣総理大臣は、3月18日に行われたロシアの大統領選挙を受けて、"
                "プーチン大統領と電話会談を行ったところ、概要以下のとおりです。"
            ),
            [("Putin", "RU", "大統領")],
        ),
        (
            "フランス共和国",
            (
                "3月19日18時15分から、安倍内閣総理大臣は、エマニュエル・マクロン大統領"
                "（H. E. Mr. Emmanuel Macron, President of the French Republic）と約20分間、"
                "初めてとなる会談を行ったところ、概要は以下のとおりです。"
            ),
            [("Macron", "FR", "大統領")],
        ),
        (
            "オーストラリア連邦",
            (
                "本19日午前11時20分過ぎから約40分間、安倍晋三内閣総理大臣は、訪日中のジョーン・アルファ・"
                "オーストラリア連邦外務大臣"
                "（The Hon Joan ALPHA MP, Minister for Foreign Affairs）及びメイ・ベータ同国国防大臣"
                "（Senator the Hon May BETA, Minister for Defence）の表敬を受けたところ、概要は以下のとおりです。"
            ),
            [("アルファ", "AU", "外務大臣"), ("ベータ", "AU", "国防大臣")],
        ),
        (
            "ナイジェリア連邦共和国",
            (
                "本19日午前11時30分頃から約15分間、安倍晋三内閣総理大臣は、訪日中のガンマ・デルタ・ナイジェリア"
                "国民議会下院議長の表敬を受けたところ、概要は以下のとおりです。"
            ),
            [("デルタ", "NG", "国民議会下院議長")],
        ),
        (
            "中華人民共和国",
            (
                "3月19日、午後9時から約30分間、安倍晋三内閣総理大臣は、習近平・中華人民共和国主席との間で、"
                "電話会談を行ったところ、概要以下のとおり。"
            ),
            [("Xi", "CN", "主席")],
        ),
    ],
    ids=["behind an election", "for a while", "of the same country", "of one house of an assembly", "in short"],
)
def test_who_was_met(head: str, opening: str, guests: list[tuple[str | None, str, str]]) -> None:
    assert _guests(_record(head, opening)) == guests


def test_members_of_a_parliament_are_numbered_behind_the_mark_of_a_list() -> None:
    record = _record(
        "米国下院議員団による安倍総理大臣表敬",
        "本19日、午前11時30分頃から約35分間、安倍晋三内閣総理大臣は、訪日中の米国下院議員団の表敬を受けたところ、"
        "概要は以下のとおりです。",
        " 1. これに対し、議員団を代表してアルファ議員から、支持がある旨述べました。\n\n[参考]表敬した訪日議員一行\n\n"
        "  • (1)ロビン・アルファ下院議員(共同議長)\n  • (2)ケイ・ベータ下院議員(共和党)\n",
    )
    assert _guests(record) == [("アルファ", "US", "下院議員"), ("ベータ", "US", "下院議員")]
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/1"]


def test_members_of_a_parliament_whom_the_opening_names_are_of_the_country_of_the_title() -> None:
    record = _record(
        "米国議会日本研究グループ一行による安倍総理表敬",
        "本19日午後3時から約40分間、安倍晋三内閣総理大臣は、来日中のロビン・アルファ下院議員、"
        "ケイ・ベータ下院議員による表敬を受けたところ、概要は以下のとおりです。",
        " 1. これに対し、アルファ議員は、感謝の意を述べました。\n"
        " 2. 一行を代表してベータ議員から、支持がある旨述べました。\n"
        " 3. このほか、両者は、日米関係について意見交換を行いました。\n",
    )
    assert _guests(record) == [("アルファ", "US", "下院議員"), ("ベータ", "US", "下院議員")]
    who = [point["statements"][0]["speakers"] for point in record["points"]]
    # "両者" is the leader and the delegation.
    assert who == [["/participants/1"], ["/participants/2"], [f"/participants/{n}" for n in range(3)]]


def test_members_of_a_parliament_of_no_country_are_no_guests() -> None:
    record = _record(
        "議員一行による安倍総理表敬",
        "本19日午後3時から約40分間、安倍晋三内閣総理大臣は、ロビン・アルファ下院議員による表敬を受けたところ、"
        "概要は以下のとおりです。",
    )
    assert _guests(record) == []


def test_a_credit_without_brackets_is_no_opening() -> None:
    record = _record(
        "大韓民国",
        "第4回東方経済フォーラム出席のためにロシア・ウラジオストクを訪問中の安倍総理大臣は,"
        "本19日午前10時半頃（現地時間）から約40分間,李洛淵（イ・ナギョン）韓国国務総理による表敬を受けたところ,"
        "概要以下のとおり。",
    )
    with_credit = record_of(
        "jp-mofaja",
        _URL,
        "大韓民国\n\n平成30年3月19日\n李韓国国務総理による表敬を受ける安倍総理 写真提供：内閣広報室\n\n"
        "第4回東方経済フォーラム出席のためにロシア・ウラジオストクを訪問中の安倍総理大臣は,本19日午前10時半頃（現地時間"
        "）から約40分間,"
        f"李洛淵（イ・ナギョン）韓国国務総理による表敬を受けたところ,概要以下のとおり。\n\n{_SAID}",
    )
    assert with_credit["event"] == record["event"]
    assert with_credit["event"]["sessions"][0]["start"] == "2018-03-19T10:30:00+10:00"
    assert with_credit["participants"] == record["participants"]


def test_an_outreach_session_is_an_occasion() -> None:
    record = _record(
        "日韓首脳会談",
        "3月19日午前7時55分から約35分間、安倍晋三内閣総理大臣は、G7広島サミットのアウトリーチ・セッションに"
        "出席するために訪日中の文在寅（ムン・ジェイン）韓国大統領と首脳会談を行ったところ、概要は以下のとおりです。",
    )
    assert record["event"]["occasion"] == "G7広島サミットのアウトリーチ・セッション"


def test_an_answer_belongs_to_the_point_it_answers() -> None:
    record = _record(
        "日米首脳電話会談",
        "3月19日、午後10時過ぎから約1時間、安倍晋三内閣総理大臣は、"
        "ドナルド・トランプ米国大統領と電話会談を行ったところ、概要は以下のとおりです。",
        "1 冒頭,安倍総理から,安全の確保を要請しました。\nこれに対し,トランプ大統領から,"
        "協議させようとの発言がありました。\n2 両者は,連携していくことで一致しました。\n",
    )
    assert [(point["label"], len(point["points"])) for point in record["points"]] == [("1", 1), ("2", 0)]


def test_talks_before_a_banquet_for_a_sovereign() -> None:
    record = record_of(
        "jp-mofaja",
        _URL,
        "ルクセンブルク大公国\nアンリ・ルクセンブルク大公国大公殿下国賓訪日\n総理公邸における行事\n平成29年11月28日\n\n"
        "- 本28日,午後7時30分頃から約80分間,安倍晋三内閣総理大臣夫妻は,国賓として訪日中のアンリ・ルクセンブルク大公国大"
        "公殿下(His Royal Highness Grand Duke Henri of Luxembourg)を歓迎するための晩さん会を総理公邸で開催しました。\n"
        "- また,安倍総理大臣夫妻は,晩さん会に先だって,アンリ大公殿下と約20分間にわたり懇談しました。懇談の席上,安倍総理"
        "大臣は,御訪日を歓迎する旨述べました。\n",
    )
    assert _guests(record) == [(None, "LU", "大公")]
    assert record["participants"][1]["rank"] == "head_of_state"
    assert record["event"]["place"] == "総理公邸"
    assert "informal_talk" in record["event"]["sessions"][0]["kinds"]
