"""A day of the prime minister's on which several leaders were met, as Kantei's Japanese pages tell it."""

from __future__ import annotations

from schemas.record import Readout, speaks_for
from tests.reading import record_of


def _record(address: str, text: str) -> Readout:
    record: Readout = record_of("jp-kanteija", f"https://www.kantei.go.jp/jp/{address}.html", text)
    return record


def test_whom_a_paragraph_tells_to_have_been_met_too() -> None:
    record = _record(
        "101_kishida/actions/202407/17palm",
        "第10回太平洋・島サミット(PALM10)出席国との首脳会談等 -2日目-\n令和6年7月17日\n\n令和6年7月17日、"
        "岸田総理は総理大臣官邸でパラオ共和国のスランゲル・ウィップス・ジュニア大統領、"
        "フィジー共和国のシティヴェニ・ランブカ首相とそれぞれ首脳会談を行いました。\n\nさらに、"
        "トンガ王国のフアカヴァメイリク首相と首脳会談及び文書交換式を行った後、"
        "ソロモン諸島のジャーマイア・マネレ首相と首脳会談を行いました。\n",
    )
    assert [speaks_for(guest) for guest in record["participants"][1:]] == ["PW", "FJ", "TO", "SB"]
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting", "signing_ceremony"]


def test_a_summit_that_was_attended_is_what_was_held() -> None:
    record = _record(
        "hatoyama/actions/200910/10summit",
        "日中韓サミット\n平成21年10月10日\n\n平成21年10月10日、鳩山総理は、中華人民共和国の首都北京で日中韓サミットに出席しました。\n\n"
        "その後、温家宝総理との首脳会談を行い、日中関係について意見を交換しました。\n",
    )
    event = record["event"]
    assert (event["date"], event["place"], event["occasion"]) == ("2009-10-10", "北京", None)
    assert event["sessions"][0]["kinds"] == ["multilateral_session"]
    # The 総理 of China is not taken for the publisher's own.
    assert [who["term"] for who in record["participants"]] == ["jp/93-hatoyama"]


def test_where_a_guest_was_received_is_where_the_meeting_was() -> None:
    record = _record(
        "abephoto/2007/04/11china",
        "日中首脳会談\n平成19年4月11日\n\n平成19年4月11日、安倍総理は総理大臣官邸に、公賓として中華人民共和国の温家宝国務院総理を迎えました。"
        "南庭で歓迎行事を開催した後、日中首脳会談を行いました。\n\n温総理からは「大変嬉しいことです。」と述べました。\n",
    )
    assert record["event"]["place"] == "総理大臣官邸"


def test_who_was_met_at_regular_talks_of_the_same_day() -> None:
    record = _record(
        "koizumiphoto/2006/04/24aueu",
        "トップ総理の動き 平成18年4月\n小泉総理の動き\n日本・オーストリア首脳会談 及び 日・EU定期首脳協議\n"
        "平成18年4月24日\n\n"
        "平成18年4月24日、小泉総理は総理大臣官邸で、オーストリア共和国のヴォルフガング・シュッセル首相と首脳会談を行いました。\n\n"
        "引き続き小泉総理は総理大臣公邸にて、オーストリア共和国のシュッセル首相、ジョゼ・マヌエル・バローゾ欧州委員会委員長らとの"
        "「日・EU定期首脳協議」に臨みました。\n",
    )
    assert record["title"] == "日本・オーストリア首脳会談 及び 日・EU定期首脳協議"
    assert [who["family_name"] for who in record["participants"][1:]] == ["Schüssel", "Barroso"]


def test_who_was_met_twice_is_told_once() -> None:
    record = _record(
        "101_kishida/actions/202407/18palm",
        "第10回太平洋・島サミット(PALM10)出席国との首脳会談等 -3日目-\n令和6年7月18日\n\n"
        "令和6年7月18日、岸田総理は総理大臣官邸でパラオ共和国のスランゲル・ウィップス・ジュニア大統領と首脳会談を行いました。\n\n"
        "さらに、ソロモン諸島のジャーマイア・マネレ首相と首脳会談を行いました。\n\n"
        "最後に、ソロモン諸島のジャーマイア・マネレ首相と会談を行いました。\n",
    )
    assert [speaks_for(guest) for guest in record["participants"][1:]] == ["PW", "SB"]
