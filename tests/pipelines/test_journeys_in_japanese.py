"""Journeys of Japan's prime ministers as their office told of them in Japanese until 2009: photographs, then days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError
from connectors.feeds import FeedEntry
from connectors.japanese import printed_date
from pipelines import steps
from tests.reading import record_of

_SOURCE = sources.load()["jp-kanteija"]
_URL = "http://www.kantei.go.jp/jp/koizumiphoto/2006/06/27a_page.html"
_HEAD = "首相官邸\n小泉総理の動き\n\n"
_PHOTOGRAPHS = (
    "市街を視察する小泉総理の写真 首脳会談に臨む小泉総理の写真\n共同記者会見を行う小泉総理の写真2\n\n"
    "写真をクリックすると拡大写真になります。\n\n"
)
_LEFT = " 平成18年6月27日、公式訪問のため羽田空港を出発した小泉総理は、同日午後、首都に到着しました。\n"
_SAID = " 会談では、両国の協力で一致しました。\n"


def _record(title: str, told: str, days: str = "平成18年6月27日〜6月28日", said: str = _SAID) -> Any:
    return record_of("jp-kanteija", _URL, f"{_HEAD}{title}\n\n{days}\n\n{_PHOTOGRAPHS}{_LEFT}{told}\n{said}")


def _kept(title: str, record: Any) -> bool:
    return _SOURCE.decide(FeedEntry(_URL, title, None, ""), steps.names_guest(record)).keep


@pytest.mark.parametrize(
    ("title", "told", "day", "place", "guests"),
    [
        (
            "カナダ・米国訪問(カナダ)",
            " 28日午前(同日夜)、カナダのハーパー首相と首脳会談で、経済について話し合いました。",
            "2006-06-28",
            None,
            [("Harper", "CA")],
        ),
        (
            "米国訪問",
            " 翌28日午前、キャンプ・デービッドでジョージ・W・ブッシュ大統領と首脳会談を行いました。",
            "2006-06-28",
            "キャンプ・デービッド",
            [("Bush", "US")],
        ),
        (
            "モンゴル訪問",
            " 歓迎式典に出席、その後政府庁舎に移動し、エンフボルト首相と首脳会談を行いました。",
            "2006-06-27",
            "政府庁舎",
            [(None, "MN")],
        ),
        (
            "日韓首脳会談",
            (
                " 首脳会談が行われる西帰浦市のホテルに移動した小泉総理は、"
                "直ちに盧武鉉(ノ・ムヒョン)大統領との日韓首脳会談に臨みました。"
            ),
            "2006-06-27",
            "西帰浦市のホテル",
            [("Roh", "KR")],
        ),
    ],
)
def test_a_journey_is_kept_for_whom_it_names(
    title: str, told: str, day: str, place: str | None, guests: list[tuple[str | None, str]]
) -> None:
    record = _record(title, told)
    assert (record["event"]["date"], record["event"]["place"]) == (day, place)
    assert [(who["family_name"], who["affiliation"]["code"]) for who in record["participants"]] == [
        ("Koizumi", "JP"),
        *guests,
    ]
    assert [said["report"]["voice"] for point in record["points"] for said in point["statements"]] == ["both"]
    assert _kept(title, record)


def test_a_journey_that_names_nobody_is_no_summary() -> None:
    with pytest.raises(NotASummaryError):
        _record("カナダ・米国訪問(米国)", " 翌28日、在留邦人の代表らを激励しました。")


@pytest.mark.parametrize(
    ("days", "published"),
    [
        ("平成18年6月27日〜6月28日", "2006-06-28"),
        ("平成18年6月27日・28日", "2006-06-28"),
        ("平成18年6月27日、29日", "2006-06-29"),
        ("平成18年12月30日〜1月2日", "2007-01-02"),
        ("平成18年6月28日〜6月27日", "2006-06-28"),
        ("平成18年6月27日", "2006-06-27"),
    ],
)
def test_a_page_of_several_days_is_of_the_last(days: str, published: str) -> None:
    told = " 翌28日午前、キャンプ・デービッドでブッシュ大統領と首脳会談を行いました。"
    assert _record("米国訪問", told, days)["published"] == published


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ("9999年12月30日〜31日", date(9999, 12, 31)),
        ("9999年12月31日〜1月2日", date(9999, 12, 31)),
        ("平成18年2月27日〜30日", date(2006, 2, 27)),
    ],
)
def test_days_that_cannot_be_are_no_last_ones(days: str, last: date) -> None:
    assert printed_date(days) == last


def test_what_both_agreed_at_talks_before_one_of_them_went_on() -> None:
    record = record_of(
        "jp-kanteija",
        _URL,
        f"{_HEAD}日加首脳会談\n\n平成18年6月28日\n\n 平成18年6月28日、小泉総理は、カナダのハーパー首相と首脳会談を"
        "行いました。\n 会談で両首脳は、協力を発展させることで一致し、小泉総理は、査証を免除する方針を表明しました。\n",
    )
    (point,) = record["points"]
    assert [len(said["speakers"]) for said in point["statements"]] == [2, 1]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("G20大阪サミット -1日目-", False),
        ("太平洋・島サミット-2日目-", False),
        ("APEC首脳会議出席等 -1日目-", False),
        ("アジア欧州会合第8回首脳会合(ASEM8)等出席", False),
        ("第10回太平洋・島サミット(PALM10)首脳会合", False),
        ("第10回太平洋・島サミット(PALM10)出席国との首脳会談等 -2日目-", True),
        ("日中韓サミット", True),
        ("北海道洞爺湖サミット(前日) 日米首脳会談・日加首脳会談", True),
    ],
)
def test_a_day_of_a_conference_is_no_summary(title: str, kept: bool) -> None:
    assert _SOURCE.decide(FeedEntry(_URL, title, None, "")).keep is kept


@pytest.mark.parametrize(
    ("behind", "kinds"),
    [
        ("会談後に共同プレス行事を行った後、施設を視察しました。", ["summit_meeting", "joint_press_occasion"]),
        ("その後行われた共同会見では、両国とも懸念を表明しました。", ["summit_meeting", "joint_press_occasion"]),
        (
            "会談後、経済協力に関する署名式に引き続き、小泉総理から絵本を贈りました。その後共同記者会見を行いました。",
            ["summit_meeting", "signing_ceremony", "joint_press_occasion"],
        ),
        ("両首脳は、前日の署名式に引き続き協力を進めることで一致しました。", ["summit_meeting"]),
    ],
)
def test_what_was_held_after_the_talks_of_a_journey(behind: str, kinds: list[str]) -> None:
    told = " 翌28日午前、キャンプ・デービッドでブッシュ大統領と首脳会談を行いました。"
    record = _record("米国訪問", told, said=f"{_SAID} {behind}\n")
    assert [session["kinds"] for session in record["event"]["sessions"]] == [kinds]


def test_a_leader_named_by_who_spoke_is_named_without_what_stands_before() -> None:
    told = " 翌28日午前、キャンプ・デービッドでブッシュ大統領と首脳会談を行いました。"
    record = _record("米国訪問", told, said=f"{_SAID} 続いて、小泉総理から絵本を贈りました。\n")
    assert [who["name_as_published"] for who in record["participants"]] == ["小泉総理", "ブッシュ大統領"]
