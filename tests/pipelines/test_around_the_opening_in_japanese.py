"""What stands around the opening of a Japanese page: sections of the site, captions, marks of lists, who attended."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError, UnreadableError
from connectors.feeds import FeedEntry
from tests.reading import record_of

_MINISTRY = sources.load()["jp-mofaja"]
_URL = "https://www.mofa.go.jp/mofaj/erp/we/gb/page1_000000.html"
_TITLE = "日英首脳会談"
_OPENING = (
    "7月11日、午後6時から約45分間、岸田文雄内閣総理大臣は、キア・スターマー英国首相と首脳会談を行ったところ、"
    "概要は以下のとおりです。"
)
_POINTS = (
    "1 冒頭\n\n岸田総理大臣から、訪日を歓迎する旨述べました。\n\n2 経済\n\n両首脳は、貿易について意見交換を行いました。"
)


def _record(text: str) -> Any:
    return record_of("jp-mofaja", _URL, text)


def _shape(points: list[Any]) -> list[Any]:
    return [(p["label"], p["heading"], _shape(p["points"])) for p in points]


_EXPECTED: list[Any] = [("1", "冒頭", [(None, None, [])]), ("2", "経済", [(None, None, [])])]


@pytest.mark.parametrize(
    "section",
    [
        "マレーシア",
        "モンゴル国",
        "ベトナム社会主義共和国",
        "南アフリカ共和国",
        "欧州連合（EU）",
        "エジプト・アラブ共和国",
        "アラブ首長国連邦",
        "総理大臣",
        "岸田総理大臣",
        "報道発表",
    ],
)
def test_a_section_is_no_title(section: str) -> None:
    record = _record(f"{section}\n\n{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{_POINTS}")
    assert record["title"] == _TITLE
    assert _shape(record["points"]) == _EXPECTED


@pytest.mark.parametrize("below", ["令和6年7月11日", "(写真提供:内閣広報室)\n\n令和6年7月11日"])
def test_a_section_is_all_the_title_where_no_other_stands(below: str) -> None:
    assert _record(f"マレーシア\n\n{below}\n\n{_OPENING}\n\n{_POINTS}")["title"] == "マレーシア"


@pytest.mark.parametrize(
    "pictures",
    [
        "  • 画像1\n    握手を交わす両首脳\n    (写真提供:内閣広報室)",
        "握手する両首脳\n(写真提供:内閣広報室)",
        "(写真提供:内閣広報室)",
    ],
)
def test_captions_and_credits_are_no_points(pictures: str) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{pictures}\n\n{_POINTS}")
    assert _shape(record["points"]) == _EXPECTED


@pytest.mark.parametrize("end", ["発信元サイトへ", "マレーシアへ戻る", "このページのトップへ戻る"])
def test_where_a_link_leads_back_the_page_ends(end: str) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{_POINTS}\n\n{end}\n\nサイトマップ")
    assert _shape(record["points"]) == _EXPECTED


@pytest.mark.parametrize(
    "more",
    [
        "会談及び署名式には、日本側から、外務大臣、経済産業大臣他が同席しました。",
        "なお、会談終了後、両首脳は、共同声明を発出しました。",
        "その後、両首脳は共同記者発表を実施しました。",
    ],
)
def test_what_goes_on_telling_of_the_event_is_of_the_opening(more: str) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{more}\n\n{_POINTS}")
    assert record["opening"].endswith(more)
    assert _shape(record["points"]) == _EXPECTED


def test_the_mark_that_the_page_prints_is_the_label_of_a_listed_point() -> None:
    listed = (
        "1 総論\n\n  • (1)岸田総理大臣から、歓迎する旨述べました。\n  • (2)スターマー首相からは、謝意が示されました。"
    )
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{listed}")
    (part,) = record["points"]
    assert [(p["label"], p["text"][:2]) for p in part["points"]] == [("(1)", "岸田"), ("(2)", "スタ")]
    assert part["points"][1]["statements"][0]["speakers"] == ["/participants/1"]
    assert record["participants"][1]["family_name"] == "Starmer"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("岸田外務大臣によるナジブ・マレーシア首相表敬", False),
        ("岸田大臣によるナジブ・マレーシア首相表敬", False),
        ("米国防大臣による表敬", True),
        ("バトツェツェグ・モンゴル国外務大臣による石破総理大臣表敬", True),
        ("ウクライナ外務大臣による表敬", True),
        ("中国外務大臣による表敬", True),
        ("ベルギー王国3閣僚による林内閣官房長官表敬", False),
        ("岩屋外務大臣のミルジヨーエフ・ウズベキスタン大統領への表敬", False),
        ("阿部外務副大臣とアグエロ・ホンジュラス外務・国際協力大臣との会談", False),
        ("日・ブルネイ外相電話会談", False),
        ("武井外務大臣政務官によるサル・セネガル大統領表敬", False),
        ("日・ブルネイ首脳電話会談", True),
    ],
)
def test_a_call_of_a_minister_of_japan_is_no_summary(title: str, kept: bool) -> None:
    assert _MINISTRY.decide(FeedEntry(_URL, title, None, "")).keep is kept


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ("その後、両首脳は共同記者発表を実施しました。", ["summit_meeting", "joint_press_occasion"]),
        (
            "なお、首脳会談後、両首脳による共同記者発表が行われ、共同声明が発出されました。",
            ["summit_meeting", "joint_press_occasion"],
        ),
        ("なお、会談終了後、両首脳は文書交換式に立ち会いました。", ["summit_meeting", "signing_ceremony"]),
        ("会談及び署名式には、外務大臣他が同席しました。", ["summit_meeting"]),
        ("その後、両首脳は共同記者発表において、今後の協力に触れました。", ["summit_meeting"]),
        ("その後、共同記者発表が行われる予定です。", ["summit_meeting"]),
    ],
)
def test_ceremonies_told_behind_the_first_sentence_are_of_the_event(more: str, kinds: list[str]) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{more}\n\n{_POINTS}")
    assert [kind for session in record["event"]["sessions"] for kind in session["kinds"]] == kinds
    assert _shape(record["points"]) == _EXPECTED


@pytest.mark.parametrize(
    ("meal", "kind"), [("夕食会", "other"), ("首脳夕食会", "working_meal"), ("昼食会", "working_meal")]
)
def test_a_dinner_is_of_work_only_where_it_is_said_to_be_one(meal: str, kind: str) -> None:
    opening = (
        "7月11日、午後6時から約45分間、岸田文雄内閣総理大臣は、キア・スターマー英国首相と会談を行いました。続けて、"
        f"午後8時10分から9時までの約50分間、{meal}を行ったところ、概要は以下のとおりです。"
    )
    sessions = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{opening}\n\n{_POINTS}")["event"]["sessions"]
    assert [(s["kinds"], s["start"], s["duration_minutes"]) for s in sessions] == [
        (["meeting"], "2024-07-11T18:00:00+09:00", 45),
        ([kind], "2024-07-11T20:10:00+09:00", 50),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        (
            "11日（木）18時より約45分間、訪日中のスターマー英国首相と、岸田総理は日英会談を実施したところ、"
            "概要以下のとおり。"
        ),
        (
            "令和6年7月11日、岸田総理は総理大臣官邸で、来日した英国のキア・スターマー首相を出迎え、"
            "歓迎行事を開催しました。"
        ),
    ],
)
def test_other_openings_of_a_meeting(opening: str) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月12日\n\n{opening}\n\n{_POINTS}")
    assert record["opening"] == opening
    assert record["event"]["date"] == "2024-07-11"
    assert _shape(record["points"]) == _EXPECTED


def test_the_course_of_an_event_is_told_of_it() -> None:
    course = (
        "儀じょう隊による栄誉礼及び儀じょうに続き、両首脳は会談を行い、その後、文書交換式及び共同記者発表を行いました。"
    )
    opening = "令和6年7月11日、岸田総理は、総理大臣官邸で英国のキア・スターマー首相と首脳会談等を行いました。"
    record = _record(f"{_TITLE}\n\n{opening}\n\n{course}\n\n岸田総理は、次のように述べました。")
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting", "signing_ceremony", "joint_press_occasion"]
    assert [point["statements"][0]["speaker"] for point in record["points"]] == ["岸田総理"]


@pytest.mark.parametrize("met", ["会談を行ったところ、概要は以下のとおりです", "会談しました"])
def test_an_opening_without_a_date_is_taken_where_no_other_stands(met: str) -> None:
    opening = f"岸田総理は、訪日中のキア・スターマー英国首相と{met}。"
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{opening}\n\n{_POINTS}")
    assert record["opening"] == opening
    # The page's own date is no guess at the event's.
    assert record["event"]["date"] is None
    assert "date_missing" in [finding["code"] for finding in record["findings"]]
    assert _shape(record["points"]) == _EXPECTED


def test_a_statement_of_what_is_to_come_opens_nothing() -> None:
    statement = "岸田総理から、次の機会にも英国のスターマー首相と会談を行いたい旨述べました。"
    with pytest.raises(UnreadableError, match="expected an opening sentence"):
        _record(f"{_TITLE}\n\n令和6年7月11日\n\n{statement}")


def test_a_page_without_an_opening_is_no_summary_unless_its_title_is_of_one() -> None:
    with pytest.raises(NotASummaryError):
        _record("花の展示\n\n令和6年7月11日\n\n花が展示されました。")
    with pytest.raises(UnreadableError, match="日英首脳会談"):
        _record(f"{_TITLE}\n\n令和6年7月11日\n\n1 冒頭\n\n岸田総理大臣から、訪日を歓迎する旨述べました。")


def test_captions_below_the_opening_are_no_points() -> None:
    captions = (
        "握手を交わす両首脳 (写真提供:内閣広報室)\n日英首脳会談 (写真提供:内閣広報室)\n\n"
        "  • 握手を交わす両首脳の写真\n    握手を交わす両首脳\n    (写真提供:内閣広報室)\n"
        "  • 署名式に立ち会う両首脳\n    署名式に立ち会う両首脳\n    (写真提供:内閣広報室)\n"
        "  • (写真3)握手を交わす両首脳\n    握手を交わす両首脳\n    (写真提:内閣広報室)\n"
        "  • (写真4)儀じょう隊による栄誉礼1(写真提供:内閣広報室)\n    儀じょう隊による栄誉礼\n    (写真提供:内閣広報室)"
    )
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{captions}\n\n{_POINTS}")
    assert _shape(record["points"]) == _EXPECTED


@pytest.mark.parametrize(
    ("printed", "called", "family", "given"),
    [
        (
            "ヴェロニカ・ナタニエル・マカモ・デリョーヴォ・モザンビーク共和国国民議会議長",
            "マカモ議長",
            "マカモ・デリョーヴォ",
            "ヴェロニカ・ナタニエル",
        ),
        # Of an organisation's, whose country nothing tells.
        (
            "マリア・フェルナンダ・エスピノサ・ガルセス第73回国連総会議長",
            "エスピノサ議長",
            "エスピノサ・ガルセス",
            "マリア・フェルナンダ",
        ),
    ],
)
def test_a_name_of_two_families_begins_where_the_statements_begin_to_call_it(
    printed: str, called: str, family: str, given: str
) -> None:
    opening = f"7月11日、岸田文雄内閣総理大臣は、訪日中の{printed}の表敬を受けたところ、概要は以下のとおりです。"
    statement = f"1 冒頭\n\nこれに対し、{called}から、謝意を表明しました。"
    record = _record(f"表敬\n\n令和6年7月11日\n\n{opening}\n\n{statement}")
    guest = record["participants"][1]
    assert (guest["family_name"], guest["given_name"]) == (family, given)
    assert record["points"][0]["points"][0]["statements"][0]["speakers"] == ["/participants/1"]


def test_the_menu_above_an_old_page_is_not_its_title() -> None:
    record = _record(
        "外務省 English リンクページ よくある質問集 検索\n外務省案内 渡航関連情報 各国・地域情勢 外交政策\n"
        "トップページ 会談・訪問 過去の記録\n過去の記録\n\n日・イタリア首脳会談\n\n平成26年6月6日\n\n"
        "6日、安倍総理はレンツィ・イタリア首相と会談したところ、概要以下のとおり。\n\n"
        "1. 安倍総理より、歓迎する旨述べた。\n"
    )
    assert record["title"] == "日・イタリア首脳会談"
    assert record["event"]["date"] == "2014-06-06"


def test_a_copy_that_lost_its_title_begins_with_its_date() -> None:
    record = _record(
        "平成26年6月6日\n6月6日、安倍総理はレンツィ・イタリア首相と首脳会談を行ったところ、概要以下のとおり。\n\n"
        "  1. 安倍総理より、歓迎する旨述べた。\n  2.  \n  3. レンツィ首相より、謝意が述べられた。\n"
    )
    assert record["published"] == "2014-06-06"
    assert [point["statements"][0]["speaker"] for point in record["points"]] == ["安倍総理", "レンツィ首相"]


@pytest.mark.parametrize("subject", ["人道支援", "アフリカ開発会議（TICAD）", "軍縮・不拡散"])
def test_a_subject_above_the_name_of_a_meeting_is_no_title(subject: str) -> None:
    record = _record(f"{subject}\n{_TITLE}\n令和6年7月11日\n\n{_OPENING}\n\n{_POINTS}")
    assert record["title"] == _TITLE


@pytest.mark.parametrize(
    ("printed", "called", "guests"),
    [
        (
            "フィリッポ・グランディ国連難民高等弁務官(Mr. Filippo Grandi, UN High Commissioner for Refugees(UNHCR))",
            "グランディ国連難民高等弁務官",
            [("グランディ", "高等弁務官", "UNHCR")],
        ),
        ("ムーサ・ファキ・アフリカ連合(AU)委員会委員長", "ファキ委員長", [("ファキ", "委員長", "AUC")]),
        ("サミュエル・パパロ米インド太平洋軍司令官", "パパロ司令官", [("パパロ", "インド太平洋軍司令官", "US")]),
        (
            "ヘレン・クラーク国連開発計画総裁及びフィリッポ・グランディ国連難民高等弁務官",
            "クラーク総裁及びグランディ国連難民高等弁務官",
            [("クラーク", "総裁", "UNDP"), ("グランディ", "高等弁務官", "UNHCR")],
        ),
        # What a guest was before, or is too, is no second guest.
        (
            "アントニオ・グテーレス前国連難民高等弁務官(元ポルトガル首相)",
            "グテーレス前国連難民高等弁務官",
            [("グテーレス", "前高等弁務官", "UNHCR")],
        ),
        # A single name behind シェイク is no family's.
        ("シェイク・ハシナ・バングラデシュ人民共和国首相", "ハシナ首相", [(None, "首相", "BD")]),
    ],
)
def test_heads_of_bodies_and_commanders_are_guests(printed: str, called: str, guests: list[Any]) -> None:
    opening = f"7月11日、岸田文雄内閣総理大臣は、訪日中の{printed}による表敬を受けたところ、概要は以下のとおりです。"
    points = f"1 岸田総理大臣から、歓迎する旨述べました。\n\n2 これを受け{called}から、謝意を表明しました。"
    record = _record(f"表敬\n\n令和6年7月11日\n\n{opening}\n\n{points}")
    present = record["participants"][1:]
    assert [(who["family_name"], who["office"], who["affiliation"]["code"]) for who in present] == guests
    assert record["points"][1]["statements"][0]["speakers"] == [f"/participants/{n + 1}" for n in range(len(guests))]


def test_the_title_tells_who_spoke_where_the_first_point_tells_the_call_alone() -> None:
    record = _record(
        "鳩山総理大臣とメドヴェージェフ・ロシア大統領との電話会談\n\n平成21年9月17日\n\n"
        "  1. 本日（17日）午後5時から15分程度、メドヴェージェフ大統領の発意で日露電話首脳会談が行われた。\n"
        "  2. 鳩山総理からは、謝意を述べた。\n"
    )
    assert [who["family_name"] for who in record["participants"]] == ["Hatoyama", "Medvedev"]
    session = record["event"]["sessions"][0]
    assert (session["start"], session["duration_minutes"]) == ("2009-09-17T17:00:00+09:00", 15)


@pytest.mark.parametrize(
    ("opening", "welcome", "start"),
    [
        ("G20アンタルヤ・サミットの傍らにて、", "両国の協力を強化したい", "2024-07-11T15:20:00+03:00"),
        ("", "岸田総理のタイ訪問を歓迎する", "2024-07-11T15:20:00+07:00"),
        ("", "岸田総理の昨年のタイ訪問を評価する", "2024-07-11T15:20:00+09:00"),
    ],
)
def test_a_clock_is_of_where_the_summit_or_the_welcome_was(opening: str, welcome: str, start: str) -> None:
    record = _record(
        f"首脳会談\n\n令和6年7月11日\n\n7月11日午後3時20分から約30分間、岸田文雄内閣総理大臣は、{opening}セター・タイ王"
        f"国首相と"
        f"首脳会談を行ったところ、概要は以下のとおりです。\n\n1 冒頭\n\n冒頭、セター首相から、{welcome}旨述べました。"
    )
    assert record["event"]["sessions"][0]["start"] == start


def test_a_hotel_stands_in_the_city_before_it() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n7月11日午後2時30分過ぎから3時10分まで約40分間、ニューヨークのインターコンチネン"
        f"タル・ホテル内において、"
        "岸田総理は、スターマー英国首相と首脳会談を実施したところ、概要以下のとおり。\n\n1 両首脳は、意見交換を行った。"
    )
    event = record["event"]
    assert event["place"] == "ニューヨークのインターコンチネンタル・ホテル"
    assert event["sessions"][0]["start"] == "2024-07-11T14:30:00-04:00"


_CALL = (
    "2月19日、午後2時10分頃から約20分間、安倍晋三内閣総理大臣は、訪日中の米国議会日本研究グループ訪日議員団一行による"
    "表敬を受けたところ、概要は以下のとおりです。\n\n1 安倍総理大臣から、訪日を歓迎する旨述べました。\n\n"
)


def test_notes_for_reference_are_no_points() -> None:
    record = _record(
        f"表敬\n\n平成30年2月19日\n\n{_CALL}2 これに対し、出席議員から、謝意を述べました。\n\n"
        "3 安倍総理大臣と出席議員は、意見交換を行いました。\n\n"
        "(参考1)米国議会日本研究グループ\n\n  • 1993年創設の超党派議員グループ。\n  • 各種講演会を実施する。\n\n"
        "[参考2]訪日議員団一行\n\n"
        "  1. ダイアナ・ディゲット下院議員(共同議長)\n     (Representative Diana DeGette)\n"
        "  2. ビリー・ロング下院議員(共和党・ミズーリ州)\n"
    )
    assert [point["label"] for point in record["points"]] == ["1", "2", "3"]
    assert [(note["mark"], note["text"].split("\n")[0]) for note in record["footnotes"]] == [
        ("(参考1)", "米国議会日本研究グループ"),
        ("[参考2]", "訪日議員団一行"),
    ]
    guests = [(who["family_name"], who["office"], who["affiliation"]["code"]) for who in record["participants"][1:]]
    assert guests == [("ディゲット", "下院議員", "US"), ("ロング", "下院議員", "US")]
    assert [point["statements"][0]["speakers"] for point in record["points"][1:]] == [
        ["/participants/1", "/participants/2"],
        ["/participants/0", "/participants/1", "/participants/2"],
    ]
    assert "footnote_unreferenced" not in {finding["code"] for finding in record["findings"]}


def test_a_note_on_a_reference_leaves_the_list_below_both_with_it() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n{_POINTS}\n\n【参考】最近の日英首脳会談\n(注)肩書はいずれも当時の"
        f"もの。\n"
        "2021年11月 | 2日 | 岸田文雄総理 | =ジョンソン首相 |\n2022年5月 | 5日 | 岸田文雄総理 | =ジョンソン首相 |"
    )
    assert _shape(record["points"]) == _EXPECTED
    (note,) = record["footnotes"]
    assert note["text"].startswith("最近の日英首脳会談")
    assert note["text"].count("ジョンソン") == 2


def test_a_sentence_of_a_note_that_names_a_member_is_no_list() -> None:
    record = _record(
        "表敬\n\n平成27年8月26日\n\n本26日午後4時10分頃から約20分間、安倍晋三内閣総理大臣は、訪日中の米日コーカス一行の"
        "表敬を受けたところ、概要は以下のとおりです。\n\n1 これに対し、先方から、謝意を述べました。\n\n"
        "(参考1)米日コーカス\n"
        "共同議長はチャールズ・ブースタニ下院議員"
        "(共・ルイジアナ州)等の議員連盟。\n\n(参考2)議員一行\n(1)ホアキン・カストロ下院議員(民・テキサス州)\n"
    )
    assert [who["family_name"] for who in record["participants"][1:]] == ["カストロ"]
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/1"]


def test_a_note_ends_where_the_next_point_begins() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n1 岸田総理大臣から、歓迎する旨述べました。\n\n"
        "(参考)共同声明\n\n署名文書一覧\n\n"
        "2 両首脳は、意見交換を行いました。\n\n(注)時刻は現地時間。\n\n3 両首脳は、一致しました。"
    )
    assert [point["label"] for point in record["points"]] == ["1", "2", "3"]
    assert [note["text"] for note in record["footnotes"]] == ["共同声明\n署名文書一覧", "時刻は現地時間。"]


def test_notes_for_reference_of_a_page_in_english() -> None:
    text = (
        "Japan-UK Summit Meeting\nJuly 11, 2024\n\nOn July 11, commencing at 6:00 p.m., Prime Minister KISHIDA Fumio "
        "held a summit meeting with the Rt Hon Sir Keir Starmer, Prime Minister of the United "
        "Kingdom. The overview is as follows.\n\n"
        "1. The two leaders exchanged views on trade.\n\n[Reference]\n\nThe United Kingdom joined the CPTPP.\n"
    )
    url = "https://www.mofa.go.jp/erp/we/gb/pageite_000001_00001.html"
    record = record_of("jp-mofa", url, text)
    assert [point["label"] for point in record["points"]] == ["1."]
    assert [(note["mark"], note["text"]) for note in record["footnotes"]] == [
        ("[Reference]", "The United Kingdom joined the CPTPP.")
    ]


def test_what_followed_without_a_clock_is_a_session_of_its_own() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n7月11日午後1時頃から約50分間、岸田総理大臣は、スターマー英国首相と首脳会談を行"
        f"い、"
        "その後ワーキング・ランチを"
        "約1時間行ったところ、概要以下のとおり。\n\n1 両首脳は、意見交換を行った。"
    )
    sessions = record["event"]["sessions"]
    assert [(each["kinds"], each["duration_minutes"], each["start"] is None) for each in sessions] == [
        (["summit_meeting"], 50, False),
        (["working_meal"], 60, True),
    ]


def test_kinds_before_the_clocks_in_brackets_are_sessions() -> None:
    record = _record(
        "首脳会談\n\n平成25年6月17日\n\n6月16日、ポーランドを訪問中の安倍晋三内閣総理大臣は、ドナルド・トゥスク・ポーラ"
        "ンド共和国首相と"
        "首脳会談(午前10時30分過ぎから11時15分まで)及びワーキングランチ(午前11時40分から12時25分まで)を行ったところ、"
        "概要は以下のとおりです。\n\n1 両首脳は、意見交換を行った。"
    )
    sessions = record["event"]["sessions"]
    assert [(each["start"], each["duration_minutes"]) for each in sessions] == [
        ("2013-06-16T10:30:00+02:00", 45),
        ("2013-06-16T11:40:00+02:00", 45),
    ]


def test_the_head_of_an_organisation_may_be_of_the_country_itself() -> None:
    record = _record(
        "表敬\n\n平成28年4月1日\n\n核セキュリティ・サミットに出席するために米国(ワシントン)"
        "訪問中の安倍晋三内閣総理大臣は、30日17時45分から約30分間、天野之弥国際原子力機関(IAEA)"
        "事務局長の表敬を受けたところ、概要は以下のとおりです。\n\n1 天野事務局長から、謝意が示されました。"
    )
    guest = record["participants"][1]
    assert (guest["family_name"], guest["given_name"], guest["affiliation"]["code"]) == ("天野", "之弥", "IAEA")
    assert record["event"]["sessions"][0]["start"] == "2016-03-30T17:45:00-04:00"


@pytest.mark.parametrize(
    ("called", "speakers"),
    [
        ("3か国の外相", ["/participants/1", "/participants/2", "/participants/3"]),
        ("4か国の首脳", ["/participants/0", "/participants/1", "/participants/2", "/participants/3"]),
        ("5か国の首脳", []),
    ],
)
def test_countries_counted_are_the_guests_or_all(called: str, speakers: list[str]) -> None:
    opening = (
        "7月29日、午後3時50分から20分強、岸田文雄内閣総理大臣は、訪日中のペニー・ウォン・オーストラリア連邦外務大臣、"
        "スブラマニヤム・ジャイシャンカル・インド外務大臣及びアントニー・ブリンケン米国国務長官の表敬を受けたところ、"
        "概要は以下のとおりです。"
    )
    record = _record(f"表敬\n\n令和6年7月29日\n\n{opening}\n\n1. {called}は、一層連携していくことを確認しました。")
    assert record["points"][0]["statements"][0]["speakers"] == speakers
    assert record["event"]["sessions"][0]["duration_minutes"] == 20


def test_a_full_stop_before_the_time_in_japan_ends_no_opening() -> None:
    record = _record(
        "日米印首脳会合\n\n平成30年11月30日\n\nG20サミット出席のためアルゼンチン訪問中の安倍晋三内閣総理大臣は、"
        "11月30日14時35分頃(現地時間。日本時間1日2時35分頃)から約30分間、トランプ米国大統領及びモディ・インド首相と、"
        "初の日米印首脳会合を行いました。\n\n3か国首脳は、協力を強化していくことで一致しました。"
    )
    event = record["event"]
    assert event["sessions"][0]["start"] == "2018-11-30T14:35:00-03:00"
    assert event["sessions"][0]["kinds"] == ["multilateral_session"]


def test_a_city_stands_in_a_state() -> None:
    record = _record(
        "日米豪印首脳ワーキングディナー\n\n令和6年9月21日\n\n現地時間9月21日午後7時35分頃(日本時間22日午前8時35分頃)"
        "から約70分間、米国デラウェア州ウィルミントンを訪問中の岸田文雄内閣総理大臣は、"
        "ジョセフ・バイデン米国大統領主催のワーキングディナーに参加したところ、概要は以下のとおりです。\n\n1 両首脳は、"
        "率直な議論を行いました。"
    )
    assert record["event"]["place"] == "米国デラウェア州ウィルミントン"
    assert _MINISTRY.decide(FeedEntry(_URL, record["title"], None, "")).keep


@pytest.mark.parametrize(
    ("met", "guest"),
    [
        # No country's name in the middle of a longer word; a long one behind a name that lost its point.
        (
            "ハイレマリアム・デサレン・エチオピア首相と会談を行った",
            ("ハイレマリアム・デサレン首相", None, "ET"),
        ),
        ("アブドッラージョルダン国王と会談を行った", ("アブドッラー国王", None, "JO")),
        (
            "エルドアン(H.E. Mr. Recep Tayyip ERDOGAN)トルコ共和国大統領と会談を行った",
            ("エルドアン大統領", "Erdoğan", "TR"),
        ),
        # Of the country that the leader is in, where nothing else tells.
        (
            "ファハド閣僚評議会担当副首相(H.H.Sayyid Fahd bin Mahmoud, Deputy Prime Minister)と会談を行った",
            ("ファハド閣僚評議会担当副首相", None, "OM"),
        ),
        # Who is mourned was not there.
        ("カブース・オマーン前国王の弔問のため、ハイサム国王を弔問し、懇談した", ("ハイサム国王", None, "OM")),
    ],
)
def test_whom_the_leader_met_abroad(met: str, guest: tuple[str, str | None, str]) -> None:
    record = _record(
        f"会談\n\n令和2年1月14日\n\n1月14日、午後6時40分(現地時間)から約60分間、オマーン国を訪問中の安倍晋三内閣総理大"
        f"臣は、{met}ところ、"
        "概要以下のとおりです。\n\n1 冒頭、安倍総理から、謝意を述べました。"
    )
    found = [
        (who["name_as_published"], who["family_name"], who["affiliation"]["code"]) for who in record["participants"][1:]
    ]
    assert found == [guest]


def test_a_signing_beside_a_press_occasion_and_what_was_told_after_the_talks() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n7月11日、午後6時から約45分間、岸田総理大臣は、"
        "スターマー英国首相と首脳会談を行い、会談後、両首脳は"
        "声明を発出しました。会談に引き続き、両首脳間の共同声明の署名式、共同記者発表が行われました。\n\n"
        "1 両首脳は、意見交換を行いました。"
    )
    kinds = record["event"]["sessions"][0]["kinds"]
    assert set(kinds) == {"summit_meeting", "signing_ceremony", "joint_press_occasion"}


_ROH, _HU = ("盧武鉉大統領", "Roh", "KR"), ("胡錦濤国家主席", "Hu", "CN")


@pytest.mark.parametrize(
    ("title", "opening", "guest"),
    [
        # The country stands in the meeting's name, in where the leader went, or right behind a name in kanji.
        ("会談", "小泉総理と盧武鉉大統領との間で日韓首脳会談が行われた", _ROH),
        ("日中首脳会談", "小泉総理は、温家宝国務院総理との間で会談を行った", ("温家宝国務院総理", "Wen", "CN")),
        ("会談", "訪韓した小泉総理は、盧武鉉大統領との間で首脳会談を行った", _ROH),
        ("会談", "小泉総理と胡錦濤中国国家主席との間で首脳会談が開かれた", _HU),
        ("会談", "小泉総理は、胡錦濤・中国国家主席との間でやりとりを行った", _HU),
    ],
)
def test_guests_whose_names_are_in_kanji(title: str, opening: str, guest: tuple[str, str | None, str]) -> None:
    record = _record(
        f"{title}\n\n平成16年12月17日\n\n12月17日、{opening}ところ、概要以下のとおり。\n\n1 双方は、一致した。"
    )
    found = [
        (who["name_as_published"], who["family_name"], who["affiliation"]["code"]) for who in record["participants"][1:]
    ]
    assert found == [guest]


def test_where_and_beside_what_a_guest_was_met_at_home() -> None:
    record = _record(
        "過去の記録\n合同葬に際する会談\n日モンゴル首脳会談\n(概要)平成12年6月9日\n\n"
        "6月7日、18時30分より約20分間、森総理は、小渕前総理の葬儀参列のために訪日したアマルジャルガル・モンゴル首相と"
        "会談したところ(於総理官邸)、概要次のとおり。\n\n1 両首脳は、一致した。"
    )
    assert record["title"] == "日モンゴル首脳会談"
    assert record["event"]["place"] == "総理官邸"
    assert record["event"]["occasion"] == "小渕前総理の葬儀"


def test_the_time_at_home_tells_whose_the_clock_is() -> None:
    record = _record(
        f"{_TITLE}\n\n平成12年9月7日\n\nNY現地時間9月6日18時から18時半(本邦7日7時から7時半)まで、"
        "森総理と江沢民中国国家主席との間で日中首脳会談が行われた。\n\n1 両首脳は、一致した。"
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2000-09-06T18:00:00-04:00", 30)


def test_paragraphs_below_a_marked_introduction_are_its_speakers_up_to_the_next_mark() -> None:
    record = _record(
        f"{_TITLE}\n\n平成21年5月26日\n\n26日、午後3時15分より約15分間、麻生総理とラッド豪首相との間で、日豪首脳電話会"
        f"談が行われたところ、"
        "概要以下のとおり。\n\n(1)麻生総理とラッド豪首相は、一致した。\n\n(2)ラッド首相より概要以下のとおり発言した。\n"
        "\n"
        "声明を強く支持する。\n\nこの立場は一貫している。\n\n(3)次回の日程は未定である。"
    )
    said = [point["statements"][0]["speakers"] for point in record["points"]]
    both, guest = ["/participants/0", "/participants/1"], ["/participants/1"]
    assert said == [both, guest, guest, guest, []]


def test_the_head_of_a_protocol_is_the_opening() -> None:
    record = _record(
        "過去の記録\n日伊首脳会談\n(概要)\n\n平成12年7月20日\n\n1.日時・場所\n\n平成12年7月20日18:16-18:49\n"
        "於:迎賓館「朝日の間」\n\n2.参加者\n\n(日本側)森総理、官房副長官、通訳\n\n(伊側)アマート首相、駐日大使、通訳\n"
        "\n3.概要\n\n(1)国連改革\n\nアマート首相より、改革に協力したい旨述べた。\n\n(2)サミット\n\n総理より、"
        "協力を要請した。"
    )
    event = record["event"]
    assert event["place"] == "迎賓館「朝日の間」"
    (session,) = event["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2000-07-20T18:16:00+09:00", 33)
    found = [(who["name_as_published"], who["affiliation"]["code"]) for who in record["participants"]]
    assert found == [("森総理", "JP"), ("アマート首相", "IT")]
    assert _shape(record["points"]) == [
        ("(1)", "国連改革", [(None, None, [])]),
        ("(2)", "サミット", [(None, None, [])]),
    ]


@pytest.mark.parametrize("leader", ["総理", "小渕総理"])
def test_who_spoke_is_told_below_a_protocol_that_lists_nobody(leader: str) -> None:
    record = _record(
        "日英首脳会談\n\n平成11年6月22日\n\nI.日時\n\n21日12時02分(日本時間20時02分)~13時45分(日本時間21時45分)\n\nII."
        "概要\n\n"
        f"(1)ブレア首相より、協力を強化していきたい旨の発言があった。\n\n(2){leader}より、その道を進んでいる旨述べた。"
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("1999-06-21T12:02:00+01:00", 103)
    found = [(who["name_as_published"], who["family_name"], who["term"] is not None) for who in record["participants"]]
    assert found == [(leader, "Obuchi", True), ("ブレア首相", "Blair", True)]
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [
        ["/participants/1"],
        ["/participants/0"],
    ]


@pytest.mark.parametrize(
    ("opening", "place", "occasion", "start"),
    [
        (
            (
                "小泉総理は、現地時間6月25日午後6時15分(日本時間26日午前9時15分)から約40分間、"
                "カナダにおけるカナナスキス・サミットに際してブッシュ米大統領との間で"
            ),
            "カナダ",
            "カナナスキス・サミット",
            "2002-06-25T18:15:00-06:00",
        ),
        (
            "6月25日、小泉総理は、クアラルンプールにおいて開催された第28回日ASEAN首脳会議に出席し、ブッシュ米大統領と",
            "クアラルンプール",
            "第28回日ASEAN首脳会議",
            None,
        ),
        (
            (
                "6月25日、18時から19時まで(日本時間26日7時から8時まで)、"
                "米国ジョージア州シーアイランド島を訪問中の小泉総理は、ブッシュ米大統領と"
            ),
            "米国ジョージア州シーアイランド島",
            None,
            "2002-06-25T18:00:00-04:00",
        ),
        (
            "6月25日、現地時間17時30分(日本時間26日0時30分)から約40分間、独を訪問中の小泉総理は、ブッシュ米大統領と",
            "独",
            None,
            "2002-06-25T17:30:00+02:00",
        ),
        ("6月25日、小泉総理は東京都内の外務省飯倉公館で、ブッシュ米大統領と", "外務省飯倉公館", None, None),
        ("6月25日、小泉総理は大統領府において、ブッシュ米大統領と", "大統領府", None, None),
        # The General Assembly meets in New York, where no place is told.
        (
            "25日午後0時20分(現地時間)から約35分間、国連総会出席のため訪米中の小泉総理は、ブッシュ大統領との間で日米",
            None,
            "国連総会",
            "2002-06-25T12:20:00-04:00",
        ),
    ],
)
def test_where_and_beside_what_an_older_page_tells(
    opening: str, place: str | None, occasion: str | None, start: str | None
) -> None:
    record = _record(
        f"日米首脳会談\n\n平成14年6月26日\n\n{opening}首脳会談を行った。\n\n"
        "【同席者】\n\n米 側: 大統領補佐官\n日本側: 官房副長官\n\n1 両首脳は、一致した。"
    )
    event = record["event"]
    assert (event["place"], event["occasion"], event["sessions"][0]["start"]) == (place, occasion, start)
    assert [who["affiliation"]["code"] for who in record["participants"][1:]] == ["US"]
    assert [point["label"] for point in record["points"]] == ["1"]


def test_the_day_of_the_meeting_is_the_one_after_the_arrival() -> None:
    record = _record(
        "日・英首脳会談\n\n平成13年7月2日\n\nブッシュ米国大統領との首脳会談を終えた小泉総理は、平成13年7月1日(日本時間7"
        "月2日早朝)、英国に到着し、"
        "翌7月2日、ブレア英国首相との首脳会談に臨みました。\n\n会談では、さまざまな分野について意見交換が行われました。"
    )
    assert record["event"]["date"] == "2001-07-02"
    assert [who["name_as_published"] for who in record["participants"]] == ["小泉総理", "ブレア首相"]


def test_the_leader_called_by_the_country_too_is_one_person() -> None:
    record = _record(
        "日本・インド首脳会談\n\n平成16年11月29日\n\n11月29日、ラオスを訪問中の小泉純一郎日本国内閣総理大臣とマンモハン"
        "・シン・インド首相は、"
        "ビエンチャンにおいて首脳会談を行った。\n\n1 両首脳は、一致した。"
    )
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Singh"]
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ("関係については両首脳が協力していくことで一致した。", ["/participants/0", "/participants/1"]),
        (
            "解除問題について岸田総理が反対する考えを伝えたのに対し、スターマー首相は、支持する旨述べた。",
            ["/participants/0"],
        ),
        ("訪問を終えて岸田総理は、「率直な会談だった」と感想を述べました。", ["/participants/0"]),
    ],
)
def test_subjects_with_another_particle(said: str, speakers: list[str]) -> None:
    record = _record(f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n1 {said}")
    assert record["points"][0]["statements"][0]["speakers"] == speakers


def test_points_counted_before_they_are_told_are_the_speakers() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n1 スターマー首相より以下の二点が述べられた。\n\n"
        "(1)協力への期待が示された。\n\n(2)推奨がなされた。"
    )
    (point,) = record["points"]
    assert [below["statements"][0]["speakers"] for below in point["points"]] == [["/participants/1"]] * 2


def test_a_month_alone_tells_the_year() -> None:
    record = _record(
        "安倍総理大臣\n\n日韓首脳会談(概要)\n\n平成18年11月\n\n11月18日午後5時半から約30分間、"
        "APEC首脳会議に参加するためベトナム(ハノイ)に滞在中の安倍総理は、"
        "盧武鉉(ノ・ムヒョン)韓国大統領と日韓首脳会談を行ったところ、概要以下のとおり。\n\n(1)両首脳は、"
        "以下を確認した。\n\n(イ)会合の再開を歓迎すること。\n\n(2)また、安倍総理より、理解を求めた。"
    )
    assert (record["published"], record["event"]["date"]) == (None, "2006-11-18")
    assert record["points"][0]["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


@pytest.mark.parametrize(
    ("told", "place", "start", "minutes"),
    [
        ("麻生総理は独首相府においてメルケル首相と日独首脳会談", "独首相府", None, 85),
        (
            "麻生総理は、チェコ大統領府(プラハ城)にて、メルケル独首相と首脳会談",
            "チェコ大統領府",
            "2009-05-05T12:40:00+02:00",
            85,
        ),
        (
            "麻生総理は、ブリュッセルのヴァル・ドゥシェッス城において、メルケル独首相と首脳会談",
            "ブリュッセルのヴァル・ドゥシェッス城",
            "2009-05-05T12:40:00+02:00",
            85,
        ),
        (
            "麻生総理は、ピッツバーグの宿舎内において、メルケル独首相と首脳会談",
            "ピッツバーグ",
            "2009-05-05T12:40:00-04:00",
            85,
        ),
    ],
)
def test_palaces_and_lodgings_abroad(told: str, place: str, start: str | None, minutes: int) -> None:
    record = _record(
        f"日独首脳会談\n\n平成21年5月5日\n\n5月5日(火曜日)午後0時40分より約1時間25分、{told}を行った。"
        "なお、会談後には両首脳による共同記者会見が行われた。\n\n1 両首脳は、一致した。"
    )
    event = record["event"]
    assert event["place"] == place
    (session,) = event["sessions"]
    assert session["duration_minutes"] == minutes
    assert session["start"] == start
    assert "joint_press_occasion" in session["kinds"]
    assert [who["affiliation"]["code"] for who in record["participants"]] == ["JP", "DE"]


def test_both_leaders_of_the_union_are_one_side() -> None:
    record = _record(
        "アジア | 北米 | 中南米\n第19回日・EU定期首脳協議\n平成22年4月28日\n\n"
        "28日17時40分より19時06分及び20時8分より21時40分にかけて、"
        "我が国より鳩山総理、EU側よりファン=ロンパイ欧州理事会議長及びバローゾ欧州委員会委員長他が参加し、第19回日・EU"
        "定期首脳協議が開催されたところ、"
        "概要は以下のとおり。\n\n1 両首脳は、一致した。\n\n"
        "2 はじめに、ファン=ロンパイ欧州理事会議長及びバローゾ委員長から、謝意が述べられた。"
    )
    everyone = [f"/participants/{n}" for n in range(3)]
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [everyone, everyone[1:]]
    assert _MINISTRY.decide(FeedEntry(_URL, record["title"], None, "")).keep
    assert record["event"]["sessions"][0]["duration_minutes"] == 86


def test_a_heading_that_names_the_speaker_alone_governs_what_stands_below() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n1 二国間関係\n\n"
        "(1) 岸田総理より、\n\n(イ) 協力に謝意を述べた。\n\n"
        "(2) スターマー首相より、\n\n(イ) 協力していきたい旨述べた。"
    )
    said = [part["points"][0]["statements"][0]["speakers"] for part in record["points"][0]["points"]]
    assert said == [["/participants/0"], ["/participants/1"]]


def test_a_quotation_of_two_paragraphs_is_all_of_who_begins_it() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n冒頭、岸田総理は、「訪日を歓迎いたします。\n\n高く評価をしており"
        f"ます。」と述べました。\n\n"
        "会談後、写真撮影が行われました。"
    )
    assert [point["statements"][0]["speakers"] for point in record["points"]][:2] == [["/participants/0"]] * 2


def test_a_summit_that_another_meeting_was_part_of_is_no_session() -> None:
    record = _record(
        f"{_TITLE}\n\n令和5年5月21日\n\n5月21日、午前10時から約30分間、岸田総理大臣は、"
        "G7広島サミットにおけるアウトリーチ会合出席のため訪日中のアザリ・アスマニ・コモロ連合大統領と会談を行ったところ"
        "、概要は以下のとおりです。"
        "\n\n1 双方は、連携していくことを確認しました。"
    )
    event = record["event"]
    assert (event["sessions"][0]["kinds"], event["occasion"]) == (["meeting"], "G7広島サミットにおけるアウトリーチ会合")


def test_the_name_of_a_part_above_its_first_point_is_a_heading() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n{_OPENING}\n\n北朝鮮関係\n\n1.岸田総理より、謝意を述べた。\n\n2.両首脳は、一致"
        f"した。\n\n"
        "日英関係\n\n1.両首脳は、一致した。"
    )
    assert _shape(record["points"]) == [
        (None, "北朝鮮関係", [("1.", None, []), ("2.", None, [])]),
        (None, "日英関係", [("1.", None, [])]),
    ]


def test_those_who_attended_stand_behind_their_countries() -> None:
    record = _record(
        "アジア\n\n日中韓首脳会議(概要)\n\n平成19年11月20日\n\n11月20日午前10時から約1時間半、シンガポールにおいて、"
        "日中韓首脳会議が開催されたところ、概要は以下のとおりです(日本:福田康夫総理、中国:温家宝国務院総理、"
        "韓国:盧武鉉(ノ・ムヒョン)大統領(議長)が出席)。\n\n1 三首脳は、一致した。"
    )
    assert [who["affiliation"]["code"] for who in record["participants"]] == ["JP", "CN", "KR"]
    assert record["points"][0]["statements"][0]["speakers"] == [f"/participants/{n}" for n in range(3)]
    assert _MINISTRY.decide(FeedEntry(_URL, record["title"], None, "")).keep


def test_words_below_a_name_in_brackets_are_all_of_that_one() -> None:
    record = _record(
        "日中首脳会談\n\n平成15年10月7日\n\n10月7日午後、インドネシアのバリにおいて、"
        "小泉総理と温家宝国務院総理との間で日中首脳会談が約40分間にわたり行われたところ、"
        "概要は以下のとおり(当方:官房副長官他、先方:外交部長他同席)。\n\n"
        "1.日中関係\n\n(温家宝総理)\n\n祝意を表したい。\n\n(小泉総理)\n\n"
        "もてなしに感謝。\n\n両首脳が同い年であることはめずらしい。"
    )
    assert record["event"]["sessions"][0]["duration_minutes"] == 40
    _, guest, own = record["points"]
    assert [point["statements"][0]["speakers"] for point in guest["points"]] == [["/participants/1"]]
    assert [point["statements"][0]["speakers"] for point in own["points"]] == [["/participants/0"]] * 2


def test_an_opening_may_be_an_item_and_an_embassy_a_place() -> None:
    record = _record(
        "日米電話首脳会談\n平成18年10月9日\n- 9日、午後8時10分から15分、"
        "安倍総理大臣とブッシュ米大統領との電話会談が在大韓民国日本大使館(ソウル)で行われた。\n"
        "- 右会談においては、安倍総理大臣とブッシュ大統領が断固容認することはできないとの認識で一致した。"
    )
    event = record["event"]
    assert (event["place"], event["sessions"][0]["start"]) == ("在大韓民国日本大使館", "2006-10-09T20:10:00+09:00")
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [
        ["/participants/0", "/participants/1"]
    ]


def test_an_ambassadors_residence_is_in_the_country_that_its_name_tells() -> None:
    event = _record(
        "日英首脳会談\n令和7年5月9日\n現地時間5月9日午後4時から約15分間、石破茂内閣総理大臣は、"
        "在英国日本国大使公邸において、キア・スターマー英国首相と会談を行いました。概要は以下のとおりです。"
    )["event"]
    assert (event["place"], event["sessions"][0]["start"]) == ("在英国日本国大使公邸", "2025-05-09T16:00:00+01:00")


def test_leaders_before_those_beside_them_in_one_bracket_attended() -> None:
    record = _record(
        "日米豪首脳朝食会(概要)\n\n平成19年9月8日\n\n8日開催された日米豪首脳朝食会の概要以下のとおり"
        "(出席者 我が方:安倍総理、豪:ハワード首相、米:ブッシュ大統領。ダウナー豪外相、ライス米国務長官他同席)。\n\n"
        "1 三首脳は、一致した。"
    )
    assert record["event"]["date"] == "2007-09-08"
    assert record["event"]["sessions"][0]["kinds"] == ["working_meal"]
    found = [(who["family_name"], who["affiliation"]["code"]) for who in record["participants"]]
    assert found == [("Abe", "JP"), ("Howard", "AU"), ("Bush", "US")]


@pytest.mark.parametrize(
    ("opening", "guests"),
    [
        # An office in the name of a meeting, or before an election, is nobody's.
        (
            "7月11日、岸田総理は、来日中のラスムセン・デンマーク首相との間で日・デンマーク首相会談を実施した",
            [("ラスムセン首相", "DK")],
        ),
        (
            "7月11日、岸田総理は、英国下院議員総選挙を受けて、スターマー英国首相と会談を行った",
            [("スターマー首相", "GB")],
        ),
        (
            "7月11日、スペインを訪問中の岸田総理は、宮殿において、フェリペ6世国王陛下を謁見した",
            [("フェリペ6世国王陛下", "ES")],
        ),
    ],
)
def test_who_is_named_by_an_office_and_what_is_not(opening: str, guests: list[tuple[str, str]]) -> None:
    record = _record(
        "中東\n世界地図\nアジア 北米 中南米 欧州(NIS諸国を含む)\n首脳会談概要\n\n令和6年7月11日\n\n"
        f"{opening}ところ、概要は以下のとおりです。\n\n1 両首脳は、一致した。"
    )
    assert record["title"] == "首脳会談概要"
    found = [(who["name_as_published"], who["affiliation"]["code"]) for who in record["participants"][1:]]
    assert found == guests


def test_an_opening_that_names_nobody_and_ends_within_the_hour() -> None:
    record = _record(
        "日・アフガニスタン首脳会談の概要\n\n平成14年9月13日\n\n現地時間12日午後2時20分過ぎから30分頃まで、"
        "ニューヨークにおいて日・アフガニスタン首脳会談が開催されたところ、概要以下のとおり。\n日本側より官房副長官他、"
        "アフガニスタン側より外相他同席。\n\n1.小泉総理より、お見舞いを伝え、その後、以下のとおり発言。\n\n"
        "(1) 協力をしていきたい。\n\n2.カルザイ大統領より以下のとおり発言。\n\n(1) 謝意を表したい。\n\n"
        "3.その他両首脳は、意見交換を行った。"
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2002-09-12T14:20:00-04:00", 10)
    own, guest = ["/participants/0"], ["/participants/1"]
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [own, guest, own + guest]
    assert [point["points"][0]["statements"][0]["speakers"] for point in record["points"][:2]] == [own, guest]


def test_a_meal_or_session_that_went_before_is_not_the_event() -> None:
    record = _record(
        f"{_TITLE}\n\n令和6年7月11日\n\n"
        "7月11日、岸田総理は、アウトリーチ会合に出席したスターマー英国首相とワーキングディナー後に首脳会談を行ったとこ"
        "ろ、"
        "概要以下のとおり。\n\n1 両首脳は、一致した。"
    )
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting"]


def test_talks_with_several_are_told_one_below_the_other() -> None:
    record = _record(
        "総理大臣\n\n各国首脳との立ち話について\n\n平成24年9月9日\n\n"
        "9月8日,APEC首脳会合に出席するため,ウラジオストクを訪問中の野田総理大臣が各国首脳と立ち話を行ったところ,概要以"
        "下のとおり。\n\n"
        "1 ハーパー・カナダ首相\n\n両首脳は,交渉開始への期待で一致した。\n\n"
        "2 オニール・パプアニューギニア首相\n\nオニール首相から,謝意の表明があった。両首脳は,協力で一致した。\n"
    )
    assert [p["affiliation"]["code"] for p in record["participants"]] == ["JP", "CA", "PG"]
    assert [point["points"][0]["statements"][0]["speakers"] for point in record["points"]] == [
        ["/participants/0", "/participants/1"],
        ["/participants/2"],
    ]


def test_both_countries_that_concur_are_both_sides() -> None:
    record = _record(
        "日・チェコ首脳会談\n\n平成20年9月8日\n\n平成20年9月8日、福田総理は総理大臣官邸でチェコ共和国のクラウス大統領と"
        "首脳会談を行いました。\n\n"
        "会談では、気候変動等について意見交換を行い、両国が協力を行うことで一致しました。\n"
    )
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


def test_a_date_may_be_printed_in_digits() -> None:
    opening = "本29日、安倍晋三内閣総理大臣は、カガメ・ルワンダ大統領と首脳会談を行いました。"
    record = _record(f"日・ルワンダ首脳会談\n\n2019/8/30\n\n{opening}\n")
    assert (record["published"], record["event"]["date"]) == ("2019-08-30", "2019-08-29")


def test_a_line_that_was_broken_at_a_link_may_go_on_with_and_others() -> None:
    record = _record(
        f"{_TITLE}\n\n2019年1月10日\n\n{_OPENING}\n\n1 安倍総理から、支援(PDF)\nを含む協力\n等、"
        "幅広い支援を表明しました。\n"
    )
    assert [point["text"] for point in record["points"]] == [
        "安倍総理から、支援(PDF)を含む協力等、幅広い支援を表明しました。"
    ]


def test_a_session_told_behind_the_overview_and_one_of_the_same_kind() -> None:
    first = (
        "8月26日、午前11時45分から約30分間、石破茂内閣総理大臣は、"
        "マルコス・フィリピン大統領と首脳会談を行ったところ、概要以下のとおりです。"
    )
    record = _record(
        f"日・フィリピン首脳会談\n\n2025年8月26日\n\n{first}なお、首脳会談に続き、午後0時20分から約60分間、"
        "昼食会が行われました。\n"
    )
    assert [(s["start"][11:16], s["duration_minutes"], s["kinds"]) for s in record["event"]["sessions"]] == [
        ("11:45", 30, ["summit_meeting"]),
        ("12:20", 60, ["working_meal"]),
    ]
    both = (
        "9月22日午後6時20分から約45分間、及び同7時15分から80分間、安倍総理大臣は、"
        "マルコス・フィリピン大統領と首脳会談を行いました。"
    )
    record = _record(f"日・フィリピン首脳会談\n\n2016年9月23日\n\n{both}\n")
    assert [(s["start"][11:16], s["duration_minutes"], s["kinds"]) for s in record["event"]["sessions"]] == [
        ("18:20", 45, ["summit_meeting"]),
        ("19:15", 80, ["summit_meeting"]),
    ]


def test_offices_of_councils_and_assemblies() -> None:
    said = "\n\n続けて安倍総理より、支援する旨述べました。これに対してカストロ議長より、謝意が表明されました。\n"
    met = "9月22日、安倍総理大臣は、国家評議会にてラウル・カストロ国家評議会議長と日・キューバ首脳会談を行いました。"
    record = _record(f"日・キューバ首脳会談\n\n2016年9月23日\n\n{met}{said}")
    guest = record["participants"][1]
    assert (guest["family_name"], guest["affiliation"]["code"], guest["rank"]) == ("カストロ", "CU", "head_of_state")
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0"]
    met = "9月22日、安倍総理大臣は、ギヨーム・ソロ・コートジボワール国民議会議長の表敬を受けました。"
    record = _record(f"国民議会議長による表敬\n\n2016年9月23日\n\n{met}\n")
    assert record["participants"][1]["family_name"] == "ソロ"


@pytest.mark.parametrize(
    ("where", "why", "place", "occasion"),
    [
        ("", "なお、大統領は開催される第5回アフリカ開発会議に参加するため来日中です。", None, "第5回アフリカ開発会議"),
        ("、PNG・APECのマージンにて", "", None, "PNG・APEC"),
    ],
)  # fmt: skip
def test_beside_what_leaders_met(where: str, why: str, place: str | None, occasion: str) -> None:
    met = f"5月30日、安倍晋三内閣総理大臣は{where}、マルコス・フィリピン大統領と首脳会談を行いました。{why}"
    event = _record(f"日・フィリピン首脳会談\n\n2013年5月30日\n\n{met}\n")["event"]
    assert (event["place"], event["occasion"]) == (place, occasion)


def test_who_attended_a_meeting_of_many_is_told_by_a_sentence_of_its_own() -> None:
    opening = (
        "現地時間9月21日16時05分（日本時間22日5時05分）から約1時間30分、岸田文雄内閣総理大臣は、米国デラウェア州ウィル"
        "ミントン近郊で"
        "開催された日米豪印首脳会合に出席したところ、概要は以下のとおりです。会合には、ジョセフ・バイデン米国大統領、"
        "アンソニー・アルバニージー・オーストラリア首相及びナレンドラ・モディ・インド首相が出席しました。"
    )
    record = _record(
        f"日米豪印首脳会合\n\n令和6年9月21日\n\n{opening}\n\n1 四首脳は、取組を更に進めることで一致しました。\n"
    )
    assert [p["affiliation"]["code"] for p in record["participants"]] == ["JP", "US", "AU", "IN"]
    assert record["event"]["place"] == "ウィルミントン"
    said = record["points"][0]["statements"][0]
    assert (len(said["speakers"]), said["report"]["class"]) == (4, "concurred")


def test_a_guest_whose_name_ends_in_jr() -> None:
    met = "6月14日、岸田文雄内閣総理大臣は、訪日中のスランゲル・ウィップス・Jr. パラオ共和国大統領と会談を行いました。"
    guest = _record(f"日・パラオ首脳会談\n\n令和5年6月14日\n\n{met}\n")["participants"][1]
    assert (guest["family_name"], guest["affiliation"]["code"]) == ("Whipps", "PW")


def test_a_short_sentence_with_a_date_is_an_opening_and_what_came_before_a_dinner_is_told() -> None:
    record = record_of(
        "jp-kanteija",
        "https://www.kantei.go.jp/jp/105/actions/202601/13korea.html",
        "日韓首脳会談等\n\n令和8年1月13日\n\n令和8年1月13日、高市総理は、"
        "奈良県で大韓民国の李在明大統領と首脳会談等を行いました。\n\n総理は、首脳会談、共同記者発表に臨んだ後、"
        "李大統領と共に夕食会を行いました。\n",
    )
    assert record["event"]["date"] == "2026-01-13"
    assert record["event"]["place"] == "奈良県"
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting", "joint_press_occasion"]


@pytest.mark.parametrize(
    ("said", "who", "kind"),
    [
        ("EU側から、取組の紹介がありました。", [1, 2], "stated"),
        ("日本側から、期待を表明しました。", [0], "intended"),
        ("我が方より、歓迎の意を表しました。", [0], "welcomed"),
        ("中国側から、反応がありました。", [], None),
        ("コスタ議長から、提案がなされました。", [1], "requested"),
        ("コスタ議長から、期待感が示されました。", [1], "intended"),
        ("三首脳は、意見を交わしました。", [0, 1, 2], "discussed"),
        ("三首脳は、緊密に意思疎通していくこととなりました。", [0, 1, 2], "concurred"),
        ("三首脳は、共同声明を発出しました。", [0, 1, 2], "announced"),
        ("三首脳は、緊密に連携していくことを申し合わせました。", [0, 1, 2], "concurred"),
        ("コスタ議長は、早期の締結に期待を寄せました。", [1], "intended"),
    ],
)
def test_a_side_speaks_by_whoever_sat_on_it(said: str, who: list[int], kind: str | None) -> None:
    opening = (
        "7月11日、午後6時から約45分間、岸田文雄内閣総理大臣は、アントニオ・コスタ欧州理事会議長及びウルズラ・フォン・デ"
        "ア・ライエン欧州委員会委員長と首脳協議を行ったところ、概要は以下のとおりです。"
    )
    record = _record(f"日EU定期首脳協議\n\n令和6年7月11日\n\n{opening}\n\n1 {said}\n")
    (statement,) = record["points"][0]["statements"]
    assert statement["speakers"] == [f"/participants/{number}" for number in who]
    assert (statement["report"] or {"class": None})["class"] == kind


@pytest.mark.parametrize(
    ("introduced", "who", "kind"),
    [
        ("両首脳は、次のとおり認識を共有した。", ["0", "1"], "concurred"),
        ("両首脳は、以下につき一致しました。", ["0", "1"], "concurred"),
        ("両首脳は、以下の諸点を確認した。", ["0", "1"], "concurred"),
        ("両首脳は、次の点について意見交換を行いました。", ["0", "1"], "discussed"),
        ("岸田総理から、以下のとおり求めました。", ["0"], "requested"),
        ("岸田総理から、次のとおり述べた。", ["0"], "stated"),
    ],
)
def test_what_stands_below_is_told_by_what_introduces_it(introduced: str, who: list[str], kind: str) -> None:
    record = _record(f"{_TITLE}\n\n2024年7月11日\n\n{_OPENING}\n\n1 {introduced}\n\n(1) 自由貿易が重要であること。\n")
    (statement,) = record["points"][0]["points"][0]["statements"]
    assert [pointer[-1] for pointer in statement["speakers"]] == who
    assert statement["report"]["class"] == kind


def test_who_was_in_the_chair_took_part() -> None:
    opening = (
        "10月26日、午後4時10分から約70分間、マレーシア・クアラルンプールにて、第28回日ASEAN首脳会議が開催され、岸田文雄"
        "内閣総理大臣が"
        "出席しました。概要は以下のとおりです（議長：アンワル・イブラヒム・マレーシア首相）。"
    )
    record = _record(f"日ASEAN首脳会議\n\n令和5年10月26日\n\n{opening}\n")
    assert [p["affiliation"]["code"] for p in record["participants"]] == ["JP", "MY"]


def test_a_summit_that_is_going_on_in_a_town() -> None:
    met = "キア・スターマー英国首相と短時間の立ち話を行いました。"
    opening = (
        f"現地時間7月11日、南アフリカ・ヨハネスブルグで開催中のG20サミットの機会を捉え、岸田文雄内閣総理大臣は、{met}"
    )
    event = _record(f"立ち話\n\n2024年7月11日\n\n{opening}\n")["event"]
    assert (event["place"], event["occasion"]) == ("南アフリカ・ヨハネスブルグ", "G20サミット")


def test_a_dinner_told_below_the_opening_belongs_to_it() -> None:
    record = _record(
        "日・タイ首脳会談・総理主催夕食会(概要)\n\n平成24年3月7日\n\n 本7日(水曜日)午後5時半から約30分間、"
        "野田佳彦内閣総理大臣は、インラック・シナワット・タイ王国首相と首相官邸において会談を行いました。\n 引き続き、"
        "午後6時20分から約1時間20分間、野田総理主催夕食会が行われました。\n 会談および夕食会の概要は以下のとおりです。"
        "\n また、今次インラック首相の来日にあたり、「日タイ共同声明」を発出しました。\n\n  1. 両首脳は、"
        "協力していくことで一致しました。\n"
    )
    assert [session["start"] for session in record["event"]["sessions"]] == [
        "2012-03-07T17:30:00+09:00",
        "2012-03-07T18:20:00+09:00",
    ]
    assert [session["duration_minutes"] for session in record["event"]["sessions"]] == [30, 80]
    assert _shape(record["points"]) == [("1.", None, [])]
