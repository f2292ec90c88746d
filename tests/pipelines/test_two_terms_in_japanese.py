"""Summaries of 2009 to 2012, in the Japanese that the Ministry wrote under Prime Ministers Hatoyama, Kan and Noda."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_URL = "https://www.mofa.go.jp/mofaj/kaidan/s_noda/page1.html"
_SAID = "1. 野田総理から、歓迎の意を述べました。\n"


def _record(opening: str, points: str = _SAID, title: str = "日英首脳電話会談", day: str = "平成23年12月13日") -> Any:
    return record_of("jp-mofaja", _URL, f"{title}\n\n{day}\n\n{opening}\n\n{points}")


def _speakers(record: Any) -> list[list[str]]:
    return [
        statement["speakers"]
        for point in record["points"]
        for inner in (point, *point["points"])
        for statement in inner["statements"]
    ]


_CALL = (
    "本13日(火曜日)午後5時30分から約10分間、野田佳彦内閣総理大臣は、キャメロン英国首相と電話会談を行ったところ、"
    "概要は以下のとおりです。"
)


def test_the_sites_menu_below_the_points_is_none_of_them() -> None:
    record = _record(
        _CALL, f"{_SAID}\n  • 各国・地域情勢\nこのページのトップへ戻る\n野田総理大臣 会談・訪問 |  目次へ戻る"
    )
    assert len(record["points"]) == 1
    assert record["points"][0]["points"] == []


def test_what_stands_below_words_as_follows_is_of_who_said_them() -> None:
    record = _record(
        _CALL,
        "- 冒頭、キャメロン首相から、以下のとおり発言がありました。\n(1)被害についてお見舞い申し上げる。\n"
        "(2)いかなる支援も惜しまない。\n- これに対し、野田総理から、以下のとおり述べました。\n(1)暖かい言葉に感謝。\n",
    )
    guest, own = ["/participants/1"], ["/participants/0"]
    assert _speakers(record) == [guest, guest, guest, own, own]


def test_an_answer_below_an_item_of_a_list_belongs_to_it() -> None:
    record = _record(
        _CALL,
        "- 野田総理より、早期の来日を期待する旨述べました。\n- 野田総理より、日本側の努力を説明しました。\n"
        "これに対してキャメロン首相より、前向きである旨述べました。\n",
    )
    assert [(point["text"][:4], len(point["points"])) for point in record["points"]] == [
        ("野田総理", 0),
        ("野田総理", 1),
    ]


def test_who_is_to_take_office_speaks_for_the_own_side() -> None:
    record = _record(
        "本1日(木曜日)、午後10時40分から約15分間、選出された野田佳彦新総理大臣は、"
        "オバマ米大統領との間で電話会談を行いました。",
        "1. 野田新総理から、日米同盟は外交の基軸である旨述べました。\n",
        "野田次期総理大臣とオバマ米大統領との電話会談",
        "平成23年9月1日",
    )
    assert _speakers(record) == [["/participants/0"]]


def test_a_day_that_lost_its_character() -> None:
    record = _record(
        "本23午前11時30分から約40分間、安倍晋三内閣総理大臣は、キャメロン英国首相との間で首脳会談を行い、"
        "引き続いて約50分間、"
        "昼食会を主催したところ、概要は以下のとおりです。",
        title="日英首脳会談",
        day="平成25年5月23日",
    )
    told = [(session["start"], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == [("2013-05-23T11:30:00+09:00", 40), (None, 50)]


def test_headings_without_numbers_in_other_words() -> None:
    said = "野田総理から、再会を嬉しく思う、各分野で両国関係が着実に強化されていることは大変喜ばしい旨述べました。"
    record = _record(_CALL, f"冒頭\n{said}\n復興,原発対応\n{said}\nG20サミット\n{said}\n")
    assert [point["heading"] for point in record["points"]] == ["冒頭", "復興,原発対応", "G20サミット"]


def test_a_hall_of_a_summit_is_its_occasion() -> None:
    opening = (
        "11月3日(木曜日)18時5分頃(現地時間)から約5分間、フランス・カンヌで行われているG20カンヌサミットの会議場にて、"
        "野田総理大臣とキャメロン英国首相との間で懇談が行われたところ、概要は以下のとおりです。"
    )
    assert _record(opening, title="懇談", day="平成23年11月3日")["event"]["occasion"] == "G20カンヌサミット"


def test_who_gives_the_dinner_afterwards_is_not_who_was_met() -> None:
    opening = (
        "11月18日(金曜日)夕刻、インドネシア・バリ島を訪問中の野田総理大臣は、"
        "ユドヨノ・インドネシア大統領夫妻主催ガラディナー開始前に、"
        "キャメロン英国首相との間で、約5分間懇談を行いました。"
    )
    assert len(_record(opening, title="懇談", day="平成23年11月18日")["participants"]) == 2


def test_a_family_name_first_and_a_comma() -> None:
    record = _record(
        "本21日午後3時00分から約15分間、野田佳彦内閣総理大臣は、シュワロフ、"
        "イーゴリ・イヴァノヴィッチ・ロシア連邦第一副首相による表敬を受けた。",
        title="シュワロフ・ロシア連邦第一副首相による野田総理大臣表敬",
        day="平成24年11月21日",
    )
    guest = record["participants"][1]
    assert (guest["family_name"], guest["given_name"]) == ("シュワロフ", "イーゴリ・イヴァノヴィッチ")
    assert (guest["office"], guest["name_as_published"]) == (
        "第一副首相",
        "シュワロフ、イーゴリ・イヴァノヴィッチ第一副首相",
    )


def test_talks_behind_a_welcome_in_two_formats() -> None:
    record = _record(
        "25日(日曜日)、中国・北京を訪問中の野田総理大臣は、人民大会堂において、"
        "16時30分(日本時間17時30分)から温家宝総理と共に歓迎式典に臨み、その後、16時40分(同17時40分)から約1時間20分、"
        "温総理との間で日中首脳会談を行ったところ、概要は以下のとおり。このうち、"
        "冒頭10分程度を少人数会合(中国側:外交部長同席)、残りの時間で全体会合(中国側:外交部長同席)を行った。また、"
        "会談終了後、2件についての署名式が、両国首脳立会いの下行われた。",
        title="日中首脳会談(概要)",
        day="平成23年12月25日",
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2011-12-25T16:40:00+08:00", 80)
    assert set(session["kinds"]) == {"summit_meeting", "small_group_meeting", "expanded_meeting", "signing_ceremony"}
    assert record["participants"][1]["family_name"] == "Wen"


def test_what_the_leaders_did_at_a_clock_behind_the_overview() -> None:
    record = _record(
        "本28日午後6時00分から約45分間、野田佳彦内閣総理大臣はキャメロン英国首相と首相官邸において会談を行ったところ、"
        "概要は以下のとおりです。\n"
        "両首脳は午後6時50分より、首相官邸内において共同記者発表を行い、本日の会談の内容について紹介しました。",
        title="日英首脳会談",
        day="平成24年3月28日",
    )
    told = [(session["start"], session["kinds"]) for session in record["event"]["sessions"]]
    assert told == [
        ("2012-03-28T18:00:00+09:00", ["meeting"]),
        ("2012-03-28T18:50:00+09:00", ["joint_press_occasion"]),
    ]


def test_several_meetings_have_their_clocks_in_their_headings() -> None:
    record = _record(
        "本22日(火曜日)午後5時50分より、野田佳彦内閣総理大臣は、モリ・ミクロネシア連邦大統領、"
        "トリビオン・パラオ大統領とそれぞれ首脳会談を行ったところ、概要は以下のとおりです。",
        "1. モリ・ミクロネシア連邦大統領(17時50分-17時59分)\n(1) 冒頭、野田総理より、歓迎の意を述べました。\n"
        "2. トリビオン・パラオ大統領(18時02分-18時10分)\n(1) 野田総理より、歓迎の意を述べました。\n",
        "野田総理とミクロネシア、パラオ首脳との二国間会談",
        "平成24年5月22日",
    )
    told = [(session["start"][11:16], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == [("17:50", 9), ("18:02", 8)]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("日ベトナム首脳間における短時間の会談", True),
        ("APEC首脳会議の際の日露首脳会談", True),
        ("第15回ASEAN+3「記念首脳会議」(概要)", False),
        ("ASEM第9回首脳会合(概要)", False),
    ],
)
def test_conferences_of_many_are_no_meetings(title: str, kept: bool) -> None:
    rule = sources.load()["jp-mofaja"].decide(FeedEntry(_URL, title, None, ""))
    assert rule.keep is kept


def test_an_audience_is_a_meeting_and_a_vice_presidents_short_name_is_his() -> None:
    record = _record(
        "鳩山内閣総理大臣は、12月14日(月曜日)17時45分から約50分間、総理官邸において、"
        "王東明(おう・とうめい)中国国家副主席との間で会見を行い、"
        "引き続き、鳩山総理主催の晩餐会を行いました。",
        "1. 王副主席より、歓迎に感謝する旨述べました。\n",
        title="鳩山総理と王東明・中国国家副主席の会見",
        day="平成21年12月14日",
    )
    (session,) = record["event"]["sessions"]
    assert session["kinds"][0] == "meeting"
    _, guest = record["participants"]
    assert (guest["family_name"], guest["office"]) == ("王", "国家副主席")
    assert _speakers(record) == [["/participants/1"]]


@pytest.mark.parametrize(
    ("opening", "place", "start"),
    [
        (
            (
                "6月17日(日曜日)19時45分(現地時間)から20時20分ごろまで、"
                "G20ロスカボス・サミットに出席のためメキシコ滞在中の野田佳彦総理大臣は、フィエスタ・アメリカーナ内で、"
                "カルデロン・メキシコ大統領と首脳会談を行った。"
            ),
            "フィエスタ・アメリカーナ",
            "2012-06-17T19:45:00-06:00",
        ),
        (
            (
                "野田総理は、現地時間6月18日13時10分から約30分間、G20首脳会合に出席するために訪問中のメキシコの"
                "ロス・カボスにおいて、プーチン・ロシア大統領との間で日露首脳会談を行った。"
            ),
            "メキシコのロス・カボス",
            "2012-06-18T13:10:00-06:00",
        ),
        (
            (
                "11月14日午後6時26分より約30分間、鳩山総理はカルデロン・メキシコ大統領とサンテック国際会議場で"
                "会談したところ、概要以下のとおり。"
            ),
            "サンテック国際会議場",
            "2009-11-14T18:26:00+08:00",
        ),
        (
            (
                "11月17日、18時50分から約1時間半(現地時間)、鳩山総理は、"
                "インラック・シナワット・タイ首相との間で日タイ首脳会談をタイ首相府において行った。"
            ),
            "タイ首相府",
            "2009-11-17T18:50:00+07:00",
        ),
        (
            (
                "11月17日午後2時45分頃(現地時間)から約15分間、G20サミットに出席するため、"
                "カナダ・トロントを訪問中の鳩山総理は、G20サミットの議場において、"
                "メルケル・ドイツ首相と短時間の会談を行ったところ、概要以下のとおり。"
            ),
            "G20サミットの議場",
            "2009-11-17T14:45:00-05:00",
        ),
    ],
)
def test_halls_abroad_and_the_zone_of_their_clocks(opening: str, place: str, start: str) -> None:
    day = "平成24年6月18日" if start.startswith("2012") else "平成21年11月18日"
    event = _record(opening, title="首脳会談(概要)", day=day)["event"]
    (session,) = event["sessions"]
    assert (event["place"], session["start"]) == (place, start)
    assert "multilateral_session" not in session["kinds"]


def test_a_speaker_called_with_his_country_and_one_who_comes_next() -> None:
    record = _record(
        "10月10日、午後6時30分から、中国北京の釣魚台国賓館において、胡錦濤中国国家主席、鳩山総理、"
        "李明博韓国大統領の会見、及び会見に引き続き胡主席主催の夕食会が行われたところ、概要は以下のとおりです。",
        "1. 李明博韓国大統領より、今回の成果を評価する旨述べた。\n2. 次いで胡主席から、情勢の説明があり、"
        "これに対して鳩山総理から、現状を憂慮している旨述べた。\n",
        title="胡錦濤国家主席、鳩山総理、李明博大統領の夕食会",
        day="平成21年10月10日",
    )
    (session,) = record["event"]["sessions"]
    assert "meeting" in session["kinds"]
    present = [person["family_name"] for person in record["participants"]]
    told = [[present[int(who.rsplit("/", 1)[1])] for who in speakers] for speakers in _speakers(record)]
    assert told == [["Lee"], ["Hu"], ["Hatoyama"]]


def test_the_letter_of_a_countrys_name_that_is_of_the_next_word() -> None:
    record = _record(
        "本15日(火曜日)18時15分から約15分間、野田佳彦内閣総理大臣は、総理官邸において、"
        "モンゴル国家大会議議員の表敬を受けました。",
        title="モンゴル国家大会議議員の野田総理表敬",
        day="平成24年2月15日",
    )
    (guest,) = record["participants"][1:]
    assert (guest["affiliation"]["code"], guest["office"]) == ("MN", "国家大会議議員")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("鳩山総理と王東明・中国国家副主席の会見", True),
        ("アメリカ合衆国大統領との電話会談についての会見", False),
        ("日米首脳会談後の共同記者会見", False),
    ],
)
def test_an_audience_and_a_press_conference_have_one_name(title: str, kept: bool) -> None:
    for source in ("jp-mofaja", "jp-kanteija"):
        assert sources.load()[source].decide(FeedEntry(_URL, title, None, "")).keep is kept


def test_a_hungarian_called_by_one_name_and_what_was_said_to_the_press_afterwards() -> None:
    record = _record(
        "本3日(木曜日)午後6時過ぎより午後8時15分頃まで、野田総理大臣は、"
        "訪日中のショーヨム・ハンガリー共和国大統領と首脳会談を行いました。",
        "1. 会談では、二国間関係が議論され、その後の共同記者発表で野田総理は、"
        "「良い会談であった」と会談の成果を述べました。\n",
        title="日・ハンガリー首脳会談(概要)",
        day="平成23年12月3日",
    )
    assert record["participants"][1]["family_name"] == "ショーヨム"
    assert _speakers(record) == [["/participants/0"]]
    (session,) = record["event"]["sessions"]
    assert set(session["kinds"]) == {"summit_meeting", "joint_press_occasion"}


def test_what_a_journey_was_for_stands_in_the_sentence_that_tells_it() -> None:
    record = record_of(
        "jp-kanteija",
        "https://kantei.go.jp/jp/hatoyama/actions/200909/22ny.html",
        "訪米初日 日中首脳会談\n\n平成21年9月21日(現地時間)、鳩山総理は国連気候変動首脳会合に出席するため、"
        "ニューヨークに到着しました。\n\n翌日からの会合に先立ち、鳩山総理はニューヨーク市内のホテルで中華人民共和国の"
        "胡錦濤国家主席と会談を行いました。\n\n会談で鳩山総理は、祝意を表すと述べました。\n",
    )
    assert record["event"]["occasion"] == "国連気候変動首脳会合"


def test_a_journey_for_a_meeting_and_the_meeting_on_its_second_day() -> None:
    record = record_of(
        "jp-kanteija",
        "http://www.kantei.go.jp/jp/hukudaphoto/2008/04/26page.html",
        "ロシア訪問\n\n平成20年4月25日、26日\n\n平成20年4月25日、福田総理は、ウラジーミル・プーチン大統領と会談するため、"
        "ロシア連邦の首都モスクワを訪問しました。\n\n"
        "26日、市内の学校で行われた行事を訪れました。行事では、生徒達が学習の成果を披露しました。\n\n"
        "その後、大統領公邸でプーチン大統領と日露首脳会談を行いました。会談では、地球温暖化問題について議論しました。\n",
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2008-04-26", "大統領公邸")
    assert [session["kinds"] for session in event["sessions"]] == [["summit_meeting"]]
    assert [who["term"] for who in record["participants"]] == ["jp/91-fukuda", "ru/2000-putin"]


def test_two_ministers_of_a_country_that_is_printed_once() -> None:
    record = _record(
        "本3日午後3時30分から約1時間、安倍晋三内閣総理大臣は、訪日した米国のジョン・ケリー国務長官(The Honorable John "
        "F. Kerry、 Secretary of State of the United States of America)及びチャック・ヘーゲル国防長官(The Honorable "
        "Chuck Hagel、Secretary of Defense of the United States of America)の表敬を受けました。",
        title="ケリー国務長官及びヘーゲル国防長官による安倍総理大臣表敬",
        day="平成25年10月3日",
    )
    told = [(who["affiliation"]["code"], who["family_name"], who["office"]) for who in record["participants"][1:]]
    assert told == [("US", "ケリー", "国務長官"), ("US", "ヘーゲル", "国防長官")]


def test_a_president_who_leads_the_party_too() -> None:
    record = _record(
        "本6日(火曜日)午後6時00分から約30分間、野田総理大臣は、チュンマリー・サイニャソーン・ラオス人民民主共和国国家主"
        "席兼ラオス人民革命党書記長(H.E. Mr. Choummaly SAYASONE, President of the Lao People's Democratic Republic)と、"
        "国家主席府にて会談を行いました。",
        title="日・ラオス首脳会談(概要)",
        day="平成24年11月6日",
    )
    (guest,) = record["participants"][1:]
    assert (guest["family_name"], guest["rank"]) == ("サイニャソーン", "head_of_state")
    assert guest["office"] == "国家主席兼ラオス人民革命党書記長"
