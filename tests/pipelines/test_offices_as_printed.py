"""Offices as pages print them: several of one person, those held before, bodies within a country, forms of address."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of


def _record(printed: str, said: str = "They") -> Any:
    text = (
        "Japan-Luxembourg Meeting\n\nJuly 17, 2015\n\nOn July 17, commencing at 5:40 p.m. for about 45 minutes, "
        f"Mr. Shinzo Abe, Prime Minister of Japan, held a meeting with {printed}, who is visiting Japan. "
        f"The overview is as follows.\n\n1. {said} welcomed it.\n"
    )
    return record_of("jp-mofa", "https://www.mofa.go.jp/erp/we/lu/page9_009999.html", text)


def _guest_of(printed: str) -> Any:
    _, guest = _record(printed)["participants"]
    return guest


@pytest.mark.parametrize(
    ("printed", "office", "rank", "country"),
    [
        (
            "H.E. Mr. Xavier Bettel, Prime Minister, Minister for Communications and Media, Grand Duchy of Luxembourg",
            "Prime Minister, Minister for Communications and Media",
            "head_of_government",
            "LU",
        ),
        (
            "Prince Mohammed bin Salman, Crown Prince, Deputy Prime Minister and Minister of Defense of Saudi Arabia",
            "Crown Prince, Deputy Prime Minister and Minister of Defense",
            "heir",
            "SA",
        ),
        (
            "Mr. Ueli Maurer, President and Head of the Office of Finance, Trade and Art of the Swiss Confederation",
            "President and Head of the Office of Finance, Trade and Art",
            "head_of_state",
            "CH",
        ),
        (
            "the Honorable Mike Johnson, Speaker of the U.S. House of Representatives",
            "Speaker of the House of Representatives",
            "other",
            "US",
        ),
        (
            "Mr. Vuk Jeremić, President of the 67th Session of the United Nations General Assembly",
            "President of the 67th Session of the General Assembly",
            "other",
            "UN",
        ),
        (
            "H.E. Mr. Fidel Castro Ruz, former President of the Council of State of the Republic of Cuba",
            "former President of the Council of State",
            "former",
            "CU",
        ),
        (
            "the former President of the Republic of Finland, Mr. Sauli Niinistö",
            "former President",
            "former",
            "FI",
        ),
        (
            "H.E. Mr. Musalia Mudavadi, Prime Cabinet Secretary and Cabinet Secretary for Foreign Affairs of Kenya",
            "Prime Cabinet Secretary and Cabinet Secretary for Foreign Affairs",
            "other",
            "KE",
        ),
    ],
)
def test_all_that_a_guest_holds_is_the_office_and_the_first_gives_the_rank(
    printed: str, office: str, rank: str, country: str
) -> None:
    guest = _guest_of(printed)
    assert (guest["office"], guest["rank"], guest["affiliation"]["code"]) == (office, rank, country)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Y.A.B. Dato' Seri Anwar bin Ibrahim, Prime Minister of Malaysia", "Y.A.B. Dato' Seri Anwar bin Ibrahim"),
        ("H.E. Mr. E.D. Mnangagwa, President of the Republic of Zimbabwe", "H.E. Mr. E.D. Mnangagwa"),
        ("H.E. General Prayut Chan-o-cha (Ret.), Prime Minister of Thailand", "H.E. General Prayut Chan-o-cha"),
    ],
)
def test_letters_with_stops_before_a_name_are_of_it(printed: str, name: str) -> None:
    assert _guest_of(printed)["name_as_published"] == name


def test_initials_are_no_family_name_in_capitals() -> None:
    guest = _guest_of("H.E. Mr. E.D. Mnangagwa, President of the Republic of Zimbabwe")
    assert (guest["family_name"], guest["given_name"]) == ("Mnangagwa", "E.D.")


@pytest.mark.parametrize(
    ("printed", "name", "office", "rank"),
    [
        (
            "グザヴィエ・ベッテル・ルクセンブルク大公国首相兼通信・メディア大臣",
            "グザヴィエ・ベッテル首相兼通信・メディア大臣",
            "首相兼通信・メディア大臣",
            "head_of_government",
        ),
        (
            "ムハンマド・ビン・ザーイド・アール・ナヒヤーン・アブダビ皇太子兼UAE軍副最高司令官",
            "ムハンマド・ビン・ザーイド・アール・ナヒヤーン皇太子兼UAE軍副最高司令官",
            "皇太子兼UAE軍副最高司令官",
            "heir",
        ),
        (
            "ムハンマド・ビン・サルマン・サウジアラビア王国皇太子兼副首相兼国防大臣",
            "ムハンマド・ビン・サルマン皇太子兼副首相兼国防大臣",
            "皇太子兼副首相兼国防大臣",
            "heir",
        ),
        (
            "アラブ首長国連邦のムハンマド・ビン・ザーイド・アール・ナヒヤーン アブダビ首長国皇太子",
            "ムハンマド・ビン・ザーイド・アール・ナヒヤーン皇太子",
            "皇太子",
            "heir",
        ),
        ("フン・セン・カンボジア王国国王高級顧問団長", "フン・セン国王高級顧問団長", "国王高級顧問団長", "other"),
        ("ジョージ・グラス駐日米国大使", "ジョージ・グラス大使", "大使", "other"),
        ("ジョージ・グラス新駐日米国大使", "ジョージ・グラス大使", "大使", "other"),
        ("ハサナル・ボルキア・ブルネイ国王陛下", "ハサナル・ボルキア国王陛下", "国王", "head_of_state"),
        (
            "クウェート国首相シェイク・ナーセル・アル・ムハンマド・アル・サバーハ殿下",
            "シェイク・ナーセル・アル・ムハンマド・アル・サバーハ首相",
            "首相",
            "head_of_government",
        ),
        (
            "ミャンマー連邦共和国のアウン・サン・スー・チー・ミャンマー国家最高顧問",
            "アウン・サン・スー・チー国家最高顧問",
            "国家最高顧問",
            "other",
        ),
        ("ソナム・デチェン・ワンチュク・ブータン王国王女殿下", "ソナム・デチェン・ワンチュク王女殿下", "王女", "other"),
        (
            "セルダル・ベルディムハメドフ・トルクメニスタン人民評議会議長",
            "セルダル・ベルディムハメドフ人民評議会議長",
            "人民評議会議長",
            "other",
        ),
    ],
)
def test_offices_as_a_page_in_japanese_prints_them(printed: str, name: str, office: str, rank: str) -> None:
    text = (
        "会談\n平成27年7月17日\n\n"
        f"7月17日、午後5時40分から約45分間、安倍晋三内閣総理大臣は、訪日中の{printed}と会談を行ったところ、"
        "概要は以下のとおりです。\n\n1 経済\n\n両者は、貿易について意見交換を行いました。\n"
    )
    record = record_of("jp-mofaja", "https://www.mofa.go.jp/mofaj/erp/we/lu/page4_009999.html", text)
    (guest,) = record["participants"][1:]
    assert (guest["name_as_published"], guest["office"], guest["rank"]) == (name, office, rank)


@pytest.mark.parametrize(
    ("printed", "said", "found"),
    [
        ("H.E. Mr. Shehbaz Sharif, Prime Mimister of Pakistan", "Prime Minister Sharif", []),
        ("H.E. Mr. Micheál Martin, Taoiseach of Ireland", "Prime Minister Martin", []),
        ("H.E. Mr. Recep Tayyip Erdoğan, Prime Minister of Turkey", "President Erdoğan", ["office_disagreement"]),
    ],
)
def test_an_office_by_another_name_is_no_disagreement(printed: str, said: str, found: list[str]) -> None:
    assert [finding["code"] for finding in _record(printed, said)["findings"]] == found


def test_the_publishers_leader_stands_first() -> None:
    text = (
        "Japan-Australia Relations\n\nJuly 17, 2015\n\nOn July 17, commencing at 5:40 p.m. for about 45 minutes, "
        "the Hon. Julie Bishop, MP, Minister for Foreign Affairs of Australia paid a courtesy call to Mr. Shinzo Abe, "
        "Prime Minister of Japan. The overview is as follows.\n\n1. Prime Minister Abe welcomed Minister Bishop.\n"
    )
    record = record_of("jp-mofa", "https://www.mofa.go.jp/a_o/ocn/au/page9_009998.html", text)
    assert [who["family_name"] for who in record["participants"]] == ["Abe", "Bishop"]
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0"]


def test_samdech_is_a_style_of_the_one_who_is_named_behind_it() -> None:
    guest = _guest_of("Samdech Moha Borvor Thipadei HUN Manet, Prime Minister of the Kingdom of Cambodia")
    assert (guest["given_name"], guest["family_name"]) == ("Manet", "Hun")


@pytest.mark.parametrize(
    ("met", "countries"),
    [
        ("President Zelenskyy and Prime Minister Frederiksen of Denmark", ["UA", "DK"]),
        ("Prime Minister Orpo and Prime Minister Frederiksen of Denmark", ["FI", "DK"]),
        ("President Lula and Prime Minister Frederiksen of Denmark", [None, "DK"]),
        ("President Xi and Premier Li of China", ["CN", "CN"]),
        ("President Ilves and Prime Minister Rõivas of Estonia", ["EE", "EE"]),
    ],
)
def test_of_two_leaders_the_first_may_lead_another_country(met: str, countries: list[str | None]) -> None:
    page = f"PM meeting: 7 May 2025\n\n7 May 2025\n\nThe Prime Minister met {met} today.\n\nThey agreed to it.\n"
    _, *guests = record_of("gb-number10", "https://www.gov.uk/government/news/x", page)["participants"]
    assert [(guest["affiliation"] or {"code": None})["code"] for guest in guests] == countries
