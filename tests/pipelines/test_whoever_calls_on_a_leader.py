"""Who calls on a leader and leads no country: heads of organisations, secretaries, commanders, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of

_JAPANESE = "https://www.mofa.go.jp/mofaj/kaidan/page1.html"
_ENGLISH = "https://www.mofa.go.jp/erp/page1.html"


def _told(record: Any) -> list[tuple[str | None, str | None, str, str | None]]:
    _, *guests = record["participants"]
    return [
        (who["family_name"], who["affiliation"] and who["affiliation"]["code"], who["office"], who["rank"])
        for who in guests
    ]


@pytest.mark.parametrize(
    ("body", "office", "code", "rank"),
    [
        ("国際オリンピック委員会(IOC)", "会長", "IOC", "head_of_organisation"),
        ("国際刑事裁判所(ICC)", "所長", "ICC", "head_of_organisation"),
        ("国連世界食糧計画(WFP)", "事務局長", "WFP", "head_of_organisation"),
        ("・アフリカ開発銀行", "総裁", "AfDB", "head_of_organisation"),
        ("国際連合教育科学文化機関(UNESCO)", "事務局長", "UNESCO", "head_of_organisation"),
        ("国際エネルギー機関(IEA)", "事務局長", "IEA", "head_of_organisation"),
        ("包括的核実験禁止条約機関(CTBTO)", "準備委員会事務局長", "CTBTO", "head_of_organisation"),
        ("欧州連合(EU)", "外務・安全保障政策上級代表", "EU", "other"),
        ("欧州議会", "議長", "EP", "head_of_organisation"),
        ("米国", "商務長官", "US", "minister"),
        ("米国", "通商代表", "US", "minister"),
        ("在日米軍", "司令官", "US", "other"),
        ("米国", "大統領補佐官", "US", "other"),
        ("・インド", "石油・天然ガス大臣", "IN", "minister"),
        ("・イラン・イスラム共和国", "外務次官", "IR", "other"),
        ("・オーストラリア", "駐日大使", "AU", "other"),
        ("・アンドラ公国", "首相", "AD", "head_of_government"),
    ],
)
def test_in_japanese(body: str, office: str, code: str, rank: str) -> None:
    record = record_of(
        "jp-mofaja",
        _JAPANESE,
        "ベータ氏による岸田総理大臣表敬\n\n令和5年12月13日\n\n本13日午後5時30分から約10分間、岸田文雄内閣総理大臣は、"
        f"訪日中のアンナ・ベータ{body}{office}(Ms. Anna BETA)による表敬を受けたところ、概要は以下のとおりです。\n\n"
        "1. 岸田総理から、歓迎の意を述べました。\n",
    )
    assert _told(record) == [("ベータ", code, office, rank)]


@pytest.mark.parametrize(
    ("office", "body", "code", "rank"),
    [
        ("Executive Director", "the United Nations World Food Programme (WFP)", "WFP", "head_of_organisation"),
        ("President", "the European Bank for Reconstruction and Development (EBRD)", "EBRD", "head_of_organisation"),
        (
            "Executive Secretary",
            "the United Nations Framework Convention on Climate Change",
            "UNFCCC",
            "head_of_organisation",
        ),
        ("President", "the International Committee of the Red Cross (ICRC)", "ICRC", "head_of_organisation"),
        ("Commander", "the United States Indo-Pacific Command", "US", "other"),
        ("Commander", "U.S. Forces Japan", "US", "other"),
        ("Deputy Secretary of State", "the United States of America", "US", "other"),
        ("National Security Advisor", "the United States of America", "US", "other"),
        ("Under-Secretary-General", "the United Nations", "UN", "other"),
    ],
)
def test_in_english(office: str, body: str, code: str, rank: str) -> None:
    record = _call_by(f"Ms. Anna BETA, {office} of {body}")
    assert _told(record) == [("Beta", code, office, rank)]


def test_whose_representative_is_told_before_the_office() -> None:
    record = _call_by("Ms. Anna BETA, United States Trade Representative")
    assert _told(record) == [("Beta", "US", "Trade Representative", "minister")]


@pytest.mark.parametrize("command", ["U.S. Indo-Pacific Command", "the U.S. Pacific Command"])
def test_a_commander_whose_command_stands_behind_a_comma(command: str) -> None:
    record = _call_by(f"Admiral Robert C. Beta, Commander, {command}", "In response, Admiral Beta expressed gratitude.")
    assert _told(record) == [("Beta", "US", "Commander", "other")]
    assert record["points"][1]["statements"][0]["speakers"] == ["/participants/1"]


def _call_by(guest: str, reply: str = "") -> Any:
    return record_of(
        "jp-mofa",
        _ENGLISH,
        "Courtesy Call on Prime Minister Kishida by Ms. Anna Beta\n\nDecember 13, 2023\n\nOn December 13, commencing "
        "at 5:30 p.m. for approximately 10 minutes, Mr. KISHIDA Fumio, Prime Minister of Japan, received a courtesy "
        f"call from {guest}, who is visiting Japan. The overview is as follows.\n\n"
        "1. Prime Minister Kishida welcomed the visit.\n" + (reply and f"\n2. {reply}\n"),
    )


@pytest.mark.parametrize(
    ("clock", "start", "minutes"),
    [
        ("夕方6時から約30分間", "18:00", 30),
        ("夜8時から半時間", "20:00", 30),
        ("深夜11時30分から約20分間", "23:30", 20),
        ("午前零時30分から50分余り", "00:30", 50),
        ("午後11時50分から午前0時20分まで", "23:50", 30),
        ("正午過ぎから約40分間", "12:00", 40),
    ],
)
def test_clocks_in_words_and_over_midnight(clock: str, start: str, minutes: int) -> None:
    record = record_of(
        "jp-mofaja",
        _JAPANESE,
        f"日英首脳電話会談\n\n令和5年12月13日\n\n12月13日、{clock}、岸田文雄内閣総理大臣は、リシ・スナク英国首相と"
        "電話会談を行ったところ、概要は以下のとおりです。\n\n1. 岸田総理から、歓迎の意を述べました。\n",
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == (f"2023-12-13T{start}:00+09:00", minutes)


@pytest.mark.parametrize(
    "occasion",
    [
        "inauguration of President Lula",
        "swearing-in ceremony of the new President Lula",
        "state funeral of Queen Elizabeth II",
        "Summit on Peace in Ukraine",
    ],
)
def test_who_or_what_an_occasion_is_named_after_was_not_met(occasion: str) -> None:
    record = record_of(
        "ca-pm",
        "https://www.pm.gc.ca/en/news/readouts/2023/12/13/a-page",
        "Prime Minister Justin Trudeau meets with President of France Emmanuel Macron\n\nDecember 13, 2023\n\n"
        "Today, Prime Minister Justin Trudeau met with the President of France, Emmanuel Macron, on the margins of the "
        f"{occasion}.\n\nPrime Minister Trudeau welcomed the visit.\n",
    )
    assert (record["event"]["occasion"], record["event"]["place"]) == (occasion, None)
    assert [who["family_name"] for who in record["participants"]] == ["Trudeau", "Macron"]
