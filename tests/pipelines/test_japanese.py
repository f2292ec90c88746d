"""Japanese pages: eras, digits of full width, times of two zones, names; and time that grows with the text alone."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import source as sources
from connectors.draft import Draft, DraftPoint
from connectors.errors import NotASummaryError
from connectors.feeds import FeedEntry
from connectors.japanese import dates, plain, printed_date
from pipelines.normalise import attribution, identity, japanese
from pipelines.normalise.japanese import speakers
from pipelines.normalise.japanese.points import points_of
from pipelines.normalise.told import Told
from schemas.authorities import offices
from schemas.authorities.premierships import authority


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和６年７月11日", date(2024, 7, 11)),
        ("更新日：令和元年５月１日", date(2019, 5, 1)),
        ("平成31年４月30日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("２０２６年２月２６日", date(2026, 2, 26)),
        ("令和６年７月11 日", date(2024, 7, 11)),
        ("令和６年２月30日", None),
        ("７月11日", None),
        ("no date", None),
    ],
)
def test_dates_by_era(text: str, expected: date | None) -> None:
    assert printed_date(text) == expected


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_can_be_printed_by_its_era(day: date) -> None:
    era, before = ("令和", 2018) if day >= date(2019, 5, 1) else ("平成", 1988)
    nth = day.year - before
    wide = f"{era}{'元' if nth == 1 else nth}年{day.month}月{day.day}日".translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    )
    assert printed_date(wide) == day


def test_a_date_without_a_year_is_told_by_the_page() -> None:
    assert [d for _, d in dates(plain("12月30日"), date(2026, 1, 5))] == [date(2025, 12, 30)]
    assert [d for _, d in dates(plain("１月３日"), date(2026, 1, 5))] == [date(2026, 1, 3)]


_DAY = date(2024, 7, 11)


def _told(opening: str, title: str = "首脳会談", published: date | None = date(2024, 7, 12)) -> Told:
    draft = Draft(title, published, False, opening, (), (), ())
    return japanese.tell(draft, opening, authority("JP"), "https://www.kantei.go.jp/x.html")


def test_both_times_are_read() -> None:
    told = _told(
        "７月11日、午前８時35分（現地時間。日本時間同日午後９時35分）から約25分間、米国を訪問中の岸田文雄内閣総理大臣は、"
        "イェンス・ストルテンベルグ北大西洋条約機構（ＮＡＴＯ）事務総長と会談を行いました。"
    )
    (session,) = told.sessions
    assert session["start"] == "2024-07-11T08:35:00-04:00"
    assert session["start_jst"] == "2024-07-11T21:35:00+09:00"
    assert session["duration_minutes"] == 25
    assert told.place == "米国"


@pytest.mark.parametrize(
    ("clock", "where", "start", "start_jst", "codes"),
    [
        # Where nothing but "local time" is printed, the country's zone tells, if it has one only.
        ("午前10時（現地時間）", "フランス", "2024-07-11T10:00:00+02:00", "2024-07-11T17:00:00+09:00", []),
        ("午前10時（現地時間）", "米国", None, None, ["time_zone_unknown"]),
        # Abroad a clock that nothing is said of is the place's, and a finding says so.
        ("午前10時", "フランス", "2024-07-11T10:00:00+02:00", "2024-07-11T17:00:00+09:00", ["time_zone_by_place"]),
        ("午前10時", "米国", None, None, ["time_zone_unknown"]),
        # Both are printed, and one of them is wrong.
        (
            "午前10時（現地時間。日本時間午後４時）", "フランス",
            "2024-07-11T10:00:00+02:00", "2024-07-11T16:00:00+09:00", ["time_disagreement"],
        ),
        (
            "午後０時40分（現地時間。日本時間午後７時40分）", "フランス",
            "2024-07-11T12:40:00+02:00", "2024-07-11T19:40:00+09:00", [],
        ),
    ],
)  # fmt: skip
def test_zones_are_told_by_the_place(
    clock: str, where: str, start: str | None, start_jst: str | None, codes: list[str]
) -> None:
    told = _told(f"７月11日、{clock}から、{where}を訪問中の岸田総理は、マクロン大統領と会談しました。")
    (session,) = told.sessions
    assert (session["start"], session["start_jst"]) == (start, start_jst)
    assert [finding["code"] for finding in told.findings] == codes


def test_the_next_day_in_japan() -> None:
    told = _told(
        "７月10日、午後５時（現地時間。日本時間翌日午前６時）から、岸田総理は、英国のキア・スターマー首相と会談しました。"
    )
    assert told.sessions[0]["start"] == "2024-07-10T17:00:00-04:00"
    assert [p.participant["term"] for p in told.present] == ["jp/101-kishida", "gb/2024-starmer"]


def test_a_local_time_alone_is_not_guessed() -> None:
    told = _told("７月10日、午後５時（現地時間）から、岸田総理は、英国のスターマー首相と会談しました。")
    assert told.sessions[0]["start"] is None
    assert [f["code"] for f in told.findings] == ["time_zone_unknown"]


@pytest.mark.parametrize(
    "piece",
    [
        "ァ",
        "ア・",
        "米国",
        "総理",
        "午後５時（",
        "首脳会談に",
        "7月1日、",
        "日米豪印",
        "の",
        "(A",
        "1,",
        "ア2世・",
        "次期",
        "豪首相",
        "会合に出席",
        "午後1時まで",
        "23日(",
        "は開催中の会議",
        "(9時(日本時間)",
        "ホテル(",
        "・第1回",
        "署名が行われ、",
        "概要は以下のとおり(",
        "(あ(い)",
        "英国において、",
        "国連内",
        "東京(",
        "「あ」への",
        "、アと",
        "会談を行い、",
        "10日から11日まで",
        "11日~12日、",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.perf_counter()
        _told("７月11日、岸田総理は、" + piece * times + "と会談を行いました。")
        return time.perf_counter() - begun

    seconds(10)
    assert seconds(200_000 // len(piece)) < 1.0


@pytest.mark.parametrize(
    ("printed", "name", "family", "given", "code"),
    [
        ("ヨーナス・ガール・ストーレ・ノルウェー王国首相", "ヨーナス・ガール・ストーレ首相",
         "Støre", "Jonas Gahr", "NO"),
        ("ウルフ・クリステション・スウェーデン王国首相", "ウルフ・クリステション首相",
         "Kristersson", "Ulf", "SE"),
        ("尹錫悦(ユン・ソンニョル)韓国大統領", "尹錫悦大統領", "Yoon", "Suk Yeol", "KR"),
        ("ファム・ビン・ミン・ベトナム社会主義共和国副首相兼外務大臣", "ファム・ビン・ミン副首相兼外務大臣",
         "ファム", "ビン・ミン", "VN"),
        ("王毅(おう・き)中華人民共和国国務委員兼外交部長", "王毅国務委員兼外交部長", "王", "毅", "CN"),
        ("テリーザ・メイ英国元首相", "テリーザ・メイ元首相", "メイ", "テリーザ", "GB"),
        ("ファン=ロンパイEU次期欧州理事会議長", "ファン=ロンパイ次期議長", "ファン=ロンパイ", None, "EUCO"),
        ("クリストファー・ラクソン・ニュージーランド首相", "クリストファー・ラクソン首相",
         "Luxon", "Christopher", "NZ"),
        ("ケニヤッタ・ケニア共和国大統領", "ケニヤッタ大統領", "ケニヤッタ", None, "KE"),
        ("ジョコ・ウィドド・インドネシア共和国大統領", "ジョコ・ウィドド大統領", None, None, "ID"),
        # A king of a number, and one who is called after his father, have no family name.
        (
            "アブドッラー2世・イブン・アル・フセイン・ヨルダン・ハシェミット王国国王陛下",
            "アブドッラー2世・イブン・アル・フセイン国王陛下", None, None, "JO",
        ),
        (
            "ムハンマド・ビン・サルマン・サウジアラビア王国皇太子兼首相",
            "ムハンマド・ビン・サルマン皇太子兼首相", None, None, "SA",
        ),
        # A slip: the office twice.
        (
            "ピーター・オニール首相パプアニューギニア独立国首相", "ピーター・オニール首相",
            "オニール", "ピーター", "PG",
        ),
        # A particle belongs to the family.
        (
            "サアド・ディン・エル・オトマニ・モロッコ王国外務・協力大臣",
            "サアド・ディン・エル・オトマニ外務・協力大臣",
            "エル・オトマニ", "サアド・ディン", "MA",
        ),
        # Neither an initial nor "Jr." ends a name, and neither they nor ジュニア are the family's.
        (
            "トミー・E・レメンゲサウ・Jr.・パラオ共和国大統領", "トミー・E・レメンゲサウ・Jr.大統領",
            "レメンゲサウ", "トミー・E", "PW",
        ),
        (
            "スランゲル・ウィップス・ジュニア・パラオ共和国大統領", "スランゲル・ウィップス・ジュニア大統領",
            "Whipps", "Surangel", "PW",
        ),
        ("カタール国首長(H.H. Sheikh Tamim Bin Hamad Al-Thani, Emir of the State of Qatar)", "首長", None, None, "QA"),
    ],
)  # fmt: skip
def test_names_that_stand_before_their_country(
    printed: str, name: str, family: str | None, given: str | None, code: str
) -> None:
    told = _told(f"本11日,午後9時から約15分間,岸田文雄内閣総理大臣は,{printed}との間で電話会談を行いました。")
    (guest,) = (p.participant for p in told.present[1:])
    assert (guest["name_as_published"], guest["family_name"], guest["given_name"]) == (name, family, given)
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == code
    assert told.sessions[0]["start"] == "2024-07-11T21:00:00+09:00"
    assert told.sessions[0]["kinds"] == ["telephone_talk"]


@pytest.mark.parametrize(
    ("printed", "name"), [("李在明大韓民国大統領", "李在明大統領"), ("李強中華人民共和国国務院総理", "李強国務院総理")]
)
def test_a_name_in_kanji_right_before_its_country(printed: str, name: str) -> None:
    told = _told(f"7月11日、岸田文雄内閣総理大臣は、訪日中の{printed}と会談を行いました。")
    assert [person.participant["name_as_published"] for person in told.present[1:]] == [name]


@pytest.mark.parametrize(
    ("published", "day"),
    [(date(2024, 7, 11), date(2024, 7, 11)), (date(2024, 8, 1), date(2024, 7, 31)), (date(2024, 7, 1), None)],
)
def test_a_day_of_this_month_is_told_by_the_page(published: date, day: date | None) -> None:
    number = day.day if day else 31
    assert [d for _, d in dates(f"本{number}日,午後9時から", published)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("23日(日)19時より", date(2024, 6, 24), date(2024, 6, 23)),
        # 30 June 2024 was a Sunday; the 30th before 24 June was a Thursday.
        ("30日(日)19時より", date(2024, 6, 24), None),
        ("23日(日)19時より", None, None),
        # A clock behind it tells it on a page of that day or the week after, and not on a later one.
        ("23日19時より", date(2024, 6, 24), date(2024, 6, 23)),
        ("23日午後7時より", date(2024, 6, 25), date(2024, 6, 23)),
        ("23日午後7時より", date(2024, 6, 30), date(2024, 6, 23)),
        ("23日午後7時より", date(2024, 7, 1), None),
        ("23日、", date(2024, 6, 25), None),
        ("23日から25日まで", date(2024, 6, 24), None),
    ],
)
def test_a_day_of_the_week_vouches_for_a_day_alone(text: str, published: date | None, day: date | None) -> None:
    assert [d for _, d in dates(text, published)] == ([day] if day else [])


def test_both_clocks_begin_the_sentence() -> None:
    told = _told(
        "現地時間9月21日午前11時05分（日本時間22日午前０時05分）から約60分間、国連総会出席のため米国ニューヨーク市を訪問中の"
        "岸田文雄内閣総理大臣は、増資会合の場で、ジョセフ・バイデン米国大統領"
        "(The Honorable Joseph R. Biden, Jr., President of the United States of America)と短時間懇談を行いました。",
        published=date(2024, 9, 22),
    )
    (session,) = told.sessions
    assert session["start"] == "2024-09-21T11:05:00-04:00"
    assert session["start_jst"] == "2024-09-22T00:05:00+09:00"
    assert session["kinds"] == ["informal_talk"]
    assert (told.place, told.occasion) == ("米国ニューヨーク市", "国連総会")
    assert [p.participant["term"] for p in told.present] == ["jp/101-kishida", "us/46-biden"]


def test_the_general_assembly_meets_in_new_york() -> None:
    told = _told(
        "9月25日(火曜日)午後4時から約30分間、野田佳彦内閣総理大臣は、国連総会の会場付近のホテルにおいて、サントス・コロンビア大統領と"
        "首脳会談を行いました。",
        published=date(2012, 9, 25),
    )
    assert (told.place, told.sessions[0]["start"]) == ("国連総会の会場付近のホテル", "2012-09-25T16:00:00-04:00")


def test_a_press_conference_is_told_by_what_came_after() -> None:
    told = _told(
        "11月29日、安倍晋三内閣総理大臣は、ブケレ・エルサルバドル共和国大統領と首脳会談を行いました。また、首脳会談及び共同記者発表後、"
        "安倍総理大臣主催の夕食会が行われました。"
    )
    assert told.sessions[0]["kinds"] == ["summit_meeting", "joint_press_occasion"]


def test_a_united_republic_is_the_form_of_a_country() -> None:
    told = _told(
        "8月31日、安倍晋三内閣総理大臣は、マジャリワ・カシム・マジャリワ・タンザニア連合共和国首相と会談を行いました。"
    )
    assert (told.present[1].participant["family_name"], told.present[1].participant["office"]) == ("マジャリワ", "首相")


def test_a_country_of_one_letter_stands_beside_its_office() -> None:
    told = _told("本18日午前10時から約20分間,岸田文雄内閣総理大臣は,オラフ・ショルツ独首相と電話会談を行いました。")
    (guest,) = (p.participant for p in told.present[1:])
    assert (guest["family_name"], guest["term"]) == ("Scholz", "de/2021-scholz")


def test_a_guest_who_attends_a_summit_calls() -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、太平洋・島サミット(PALM10)"
        "出席のため訪日中のペニー・ウォン・オーストラリア連邦外務大臣による表敬を受け、短時間意見交換を行なったところ、"
        "概要は以下のとおりです。"
    )
    assert told.sessions[0]["kinds"] == ["courtesy_call"]
    assert told.occasion == "太平洋・島サミット"


def test_a_city_tells_its_zone() -> None:
    told = _told(
        "7月11日午前11時15分(現地時間)から約45分間,ASEAN関連首脳会議出席のためバンコク訪問中の岸田文雄内閣総理大臣は,"
        "ナレンドラ・モディ・インド首相と首脳会談を行ったところ,概要は以下のとおりです。"
    )
    assert told.sessions[0]["start"] == "2024-07-11T11:15:00+07:00"
    assert (told.place, told.occasion) == ("バンコク", "ASEAN関連首脳会議")


def test_each_clock_with_a_meeting_of_its_own_is_a_session() -> None:
    told = _told(
        "7月11日、英国訪問中の岸田文雄内閣総理大臣は、現地時間11日午後12時20分から約1時間、キア・スターマー英国首相主催の昼食会に"
        "出席し、また同日現地時間午後3時15分から約60分間、日英首脳会談を行ったところ、概要は以下のとおりです。"
    )
    assert [(s["kinds"], s["start"], s["duration_minutes"]) for s in told.sessions] == [
        (["working_meal"], "2024-07-11T12:20:00+01:00", 60),
        (["summit_meeting"], "2024-07-11T15:15:00+01:00", 60),
    ]


@pytest.mark.parametrize(
    ("printed", "start"),
    [
        ("現地時間7月11日14時(日本時間12日3時)から約30分間、", "2024-07-11T14:00:00-04:00"),
        ("7月11日現地時間午前9時(日本時間午後10時)から約30分間、", "2024-07-11T09:00:00-04:00"),
        # The date and the first clock are Japan's.
        ("7月12日午前3時(現地時間11日午後2時)から約30分間、", "2024-07-11T14:00:00-04:00"),
        # The local clock in the bracket, told by what stands behind it.
        ("7月12日午前3時(7月11日午後2時、現地時間)から約30分間、", "2024-07-11T14:00:00-04:00"),
        # Whose clock it is, in brackets within brackets.
        ("現地時間7月11日午後2時(12日午前3時 (日本時間) )から約30分間、", "2024-07-11T14:00:00-04:00"),
        # The bracket behind the length, with the day of the week in a bracket of its own.
        (
            "7月11日14時05分から約30分間(現地時間。日本時間12日(金曜日)3時05分)、",
            "2024-07-11T14:05:00-04:00",
        ),
        # A slip: the sign of the hour twice.
        ("現地時間7月11日午後2時時15分(日本時間12日午前3時15分)から約30分間、", "2024-07-11T14:15:00-04:00"),
        # A slip: "から" before the bracket as behind it.
        ("7月11日、午前9時から(日本時間午後10時)から約30分間、", "2024-07-11T09:00:00-04:00"),
        ("現地時間7月11日正午(日本時間12日午前1時)から約30分間、", "2024-07-11T12:00:00-04:00"),
        # The city is abroad, and nothing says whose clock it is: the city's.
        ("7月11日、午後6時30分から約20分間、", "2024-07-11T18:30:00-04:00"),
    ],
)
def test_clocks_of_other_forms(printed: str, start: str) -> None:
    told = _told(
        f"{printed}国連総会に出席するためにニューヨークを訪問中の岸田文雄内閣総理大臣は、ヴォロディミル・ゼレンスキー・"
        "ウクライナ大統領と首脳会談を行ったところ、概要は以下のとおりです。"
    )
    assert [s["start"] for s in told.sessions] == [start]
    assert told.day == _DAY


def test_the_leader_may_come_after_a_visit_and_with_a_spouse() -> None:
    told = _told(
        "7月11日午後7時15分(現地時間)から、フィリピン共和国を訪問中の岸田文雄内閣総理大臣夫妻はマラカニアン宮殿において、"
        "フェルディナンド・マルコス・フィリピン共和国大統領主催の夕食会に出席したところ、概要は以下のとおりです。"
    )
    assert [p.participant["name_as_published"] for p in told.present] == [
        "岸田文雄内閣総理大臣", "フェルディナンド・マルコス大統領",
    ]  # fmt: skip
    assert (told.place, told.sessions[0]["kinds"]) == ("マラカニアン宮殿", ["other"])


def test_a_name_may_be_written_in_two_ways() -> None:
    for name in ("アーダーン", "アーデーン"):
        told = _told(
            f"11月10日、岸田文雄内閣総理大臣は、{name}・ニュージーランド首相と会談しました。",
            published=date(2022, 11, 10),
        )
        assert told.present[1].participant["term"] == "nz/2017-ardern"


def test_a_place_is_told_with_its_country() -> None:
    told = _told(
        "現地時間7月11日午後2時45分から、COP28に出席するためアラブ首長国連邦ドバイを訪問中の岸田文雄内閣総理大臣は、"
        "キア・スターマー英国首相と会談を行いました。"
    )
    assert (told.place, told.occasion) == ("アラブ首長国連邦ドバイ", "COP28")
    assert told.sessions[0]["start"] == "2024-07-11T14:45:00+04:00"


@pytest.mark.parametrize(
    ("text", "actor", "voice"),
    [
        (
            "このほか,安倍総理大臣とアミナ長官は,地域情勢について意見交換を行いました。",
            "安倍総理大臣とアミナ長官",
            "both",
        ),
        ("これに対し,アミナ長官からは,フォローアップしていきたいと述べました。", "アミナ長官", "one"),
        (
            "フォン・デア・ライエン欧州委員会委員長から、説明がありました。",
            "フォン・デア・ライエン欧州委員会委員長",
            "one",
        ),
        ("その上で両首脳は,調整を行うことで一致しました。", "両首脳", "both"),
        ("これに対し、フン・セン顧問から、謝意表明がありました。", "フン・セン顧問", "one"),
        ("その後鳩山総理は、挨拶で長い交流に触れ、感謝を述べました。", "鳩山総理", "one"),
        ("冒頭福田総理より、要人往来を通じた二国間関係の活発化を歓迎する旨述べた。", "福田総理", "one"),
        ("さらにバイデン大統領から、素晴らしいとの発言がありました。", "バイデン大統領", "one"),
        ("両首相は、来月の会合について意見交換を行いました。", "両首相", "both"),
        ("日EU双方の首脳は、交渉を加速することで一致しました。", "日EU双方の首脳", "both"),
        ("これに対し、同大統領からは、謝意表明がありました。", "同大統領", "one"),
        ("コーマンOECD事務総長からは、嬉しく思う旨述べました。", "コーマンOECD事務総長", "one"),
        ("少人数会合では、両首相間で率直に対話を行い、連携を確認しました。", "両首相", "both"),
        (
            "また,大会については,両首脳が,双方の努力を議論する中で,安倍総理から,努力している旨述べました。",
            "安倍総理",
            "one",
        ),
        ("日米印3か国の首脳は、連携していくことで一致しました。", "日米印3か国の首脳", "both"),
    ],
)
def test_who_speaks(text: str, actor: str, voice: str) -> None:
    draft = Draft("会談", date(2024, 7, 12), False, "7月11日、", (DraftPoint("1", None, text),), (), ())
    (point,) = japanese.tell(draft, "7月11日、", authority("JP"), "x").points
    assert point["statements"][0]["speaker"] == actor
    assert point["statements"][0]["report"] is not None
    assert point["statements"][0]["report"]["voice"] == voice


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        # Who is named in each; and who spoke before, where none is.
        (
            ["岸田総理から、歓迎しました。これに対し、マクロン大統領から、謝意を述べました。また、協力を求めました。"],
            [("岸田総理", "welcomed"), ("マクロン大統領", "welcomed"), ("マクロン大統領", "requested")],
        ),
        # That takes two; and whoever is named so that nobody is known is not who spoke before.
        (
            ["岸田総理から、説明しました。また、連携で一致しました。中韓両国の首脳より、賛意が示されました。"],
            [("岸田総理", "stated"), (None, "concurred"), ("中韓両国の首脳", "supported")],
        ),
        (
            ["岸田総理から、説明しました。第1回の会議にも参加した経験のあるユスフ委員長は、述べました。"],
            [("岸田総理", "stated"), (None, None)],
        ),
        # In a paragraph of its own.
        (
            ["岸田総理から、説明しました。", "また、協力を求める旨述べました。", "協力は進んでいる旨述べました。"],
            [("岸田総理", "stated"), ("岸田総理", "stated"), (None, None)],
        ),
        # A quotation of several sentences, in one paragraph and over several.
        (
            ["その席上、岸田総理は、「協力する。支持する。」と述べました。会談は終わりました。"],
            [("岸田総理", "stated"), (None, None)],
        ),
        (
            ["岸田総理は、次のように述べました。", "「訪日を歓迎します。光栄です。", "楽しんでください。」"],
            [("岸田総理", "stated")] * 4,
        ),
        # Several in one sentence, in turn; not one who goes on to call what he welcomes.
        (
            [
                "また、岸田総理から、訪日は光栄である旨述べたのに対し、マクロン大統領から謝意が示され、また、両首脳は一致した。"
            ],
            [("岸田総理", "stated"), ("マクロン大統領", "welcomed"), ("両首脳", "concurred")],
        ),
        (
            ["岸田総理から、訪日を歓迎する、大統領から協力を得たい旨述べました。"],
            [("岸田総理", None)],
        ),
        (
            [
                "両首脳は、会議について意見交換を行い、特に、岸田総理から、発信したい旨述べました。その他、連携で一致しました。"
            ],
            [("両首脳", "discussed"), ("岸田総理", "stated"), ("両首脳", "concurred")],
        ),
        # What is told within a quotation that began above is no turn of another's.
        (
            [
                "岸田総理は、次のように述べました。",
                "「総理から述べ、大統領から謝意が示された。",
                "楽しんでください。」",
            ],
            [("岸田総理", "stated")] * 3,
        ),
        # Another who is named within the words; what was done, not said.
        (
            ["マリー首相より、謝意と共に、大統領は取り組みの最中にある旨述べた。岸田総理は、献花を行いました。"],
            [("マリー首相", "stated"), (None, None)],
        ),
    ],
)
def test_each_sentence_has_its_own_speaker(paragraphs: list[str], said: list[tuple[str | None, str | None]]) -> None:
    drafted = tuple(DraftPoint(None, None, text) for text in paragraphs)
    told = [statement for point in points_of(drafted) for statement in point["statements"]]
    assert [(s["speaker"], s["report"] and s["report"]["class"]) for s in told] == said


@pytest.mark.parametrize(
    ("printed", "family", "code"),
    [
        # Capitals of the name in Latin letters tell how many of its words are the family's.
        (
            "サンティアゴ・ペニャ・パラシオス・パラグアイ共和国大統領(H.E. Mr. Santiago PEÑA PALACIOS, President)",
            "ペニャ・パラシオス",
            "PY",
        ),
        (
            "オフナー・フレルスフ・モンゴル国大統領(H.E. Mr. Ukhnaa KHURELSUKH, President)",
            "フレルスフ",
            "MN",
        ),
        ("オフナー・フレルスフ・モンゴル国大統領", None, "MN"),
        # Also where they are not its last words, if the words are as many.
        (
            "ディナ・エルシリア・ボルアルテ・セガラ・ペルー共和国副大統領(H.E. Ms. Dina Ercilia BOLUARTE Zegarra)",
            "ボルアルテ",
            "PE",
        ),
        # A name by which a member of a house is called is none of the house's.
        (
            "ジャービル・クウェート国首相(H.H. Sheikh Jaber Al-Mubarak Al-Hamad Al-Sabah, Prime Minister)",
            None,
            "KW",
        ),
        (
            "サンティアゴ・ペニャ・パラシオス・パラグアイ共和国大統領(H.E. Santiago Peña Palacios)",
            None,
            "PY",
        ),
        # Of a Hungarian name the family's comes first in Japanese, whatever its order in Latin letters.
        (
            "シーヤールトー・ペーテル・ハンガリー外務貿易大臣(H.E. Mr. Péter SZIJJÁRTÓ)",
            "シーヤールトー",
            "HU",
        ),
        (
            "ムハンマド・ビン・ザーイド・アブダビ皇太子(H.H. Sheikh Mohamed bin Zayed)",
            None,
            "AE",
        ),
        ("アブー・アル・ハサン・クウェート首長特使(H.E. Mr. Mohammad Abu Al-Hassan, Advisor)", None, "KW"),
        (
            "バドル・アブデルアーティー・エジプト・アラブ共和国外務・移住・国外移住者大臣(H.E. Badr Abdelatty)",
            "アブデルアーティー",
            "EG",
        ),
    ],
)
def test_which_words_of_a_name_are_the_familys(printed: str, family: str | None, code: str) -> None:
    told = _told(f"7月11日、午後5時から、岸田文雄内閣総理大臣 は、訪日中の{printed}による表敬を受けました。")
    leader, guest = (p.participant for p in told.present)
    assert leader["term"] == "jp/101-kishida"
    assert guest["family_name"] == family
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == code


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("外務・移住・国外移住者大臣", "foreign_minister"),
        ("欧州・外務大臣", "foreign_minister"),
        ("外務貿易大臣", "foreign_minister"),
        ("首長特使", "other"),
        ("皇太子兼首相", "heir"),
    ],
)
def test_ranks_of_japanese_offices(office: str, rank: str) -> None:
    assert offices.rank_of(office, "EG") == rank


def test_an_exchange_of_documents_after_the_meeting_is_a_session() -> None:
    told = _told(
        "7月11日、午後6時から約45分間、岸田文雄内閣総理大臣は、キア・スターマー英国首相と会談を行い、その後、午後6時49分から"
        "両国間で署名された文書の交換式が行われたところ、概要は以下のとおりです。"
    )
    assert [(s["kinds"], s["start"]) for s in told.sessions] == [
        (["meeting"], "2024-07-11T18:00:00+09:00"),
        (["signing_ceremony"], "2024-07-11T18:49:00+09:00"),
    ]


@pytest.mark.parametrize(("home", "how"), [("日本", ""), ("日本", "公式"), ("我が国", "国賓")])
def test_a_visit_to_japan_tells_the_place(home: str, how: str) -> None:
    told = _told(
        f"7月11日、午後6時から、岸田文雄内閣総理大臣は、{home}を{how}訪問中のキア・スターマー英国首相と会談しました。"
    )
    assert (told.place, told.sessions[0]["start"]) == (home, "2024-07-11T18:00:00+09:00")


@pytest.mark.parametrize(
    ("begins", "published"),
    [("本7月11日13時05分", date(2024, 7, 12)), ("月11日、午後1時05分", date(2024, 7, 11))],
)
def test_a_slip_in_the_date_is_read(begins: str, published: date) -> None:
    told = _told(
        f"{begins}から約40分間、岸田文雄内閣総理大臣は、キア・スターマー英国首相と会談を行いました。",
        published=published,
    )
    assert told.sessions[0]["start"] == "2024-07-11T13:05:00+09:00"


def test_a_former_president_comes_before_the_country() -> None:
    told = _told(
        "本11日午後1時50分頃から約20分間,岸田文雄内閣総理大臣は,ジョアキン・アルベルト・シサノ元モザンビーク共和国大統領"
        "(H.E. Mr. Joaquim Alberto CHISSANO,Former President of the Republic of Mozambique)と会談を行ったところです。"
    )
    guest = told.present[1].participant
    assert (guest["family_name"], guest["office"], guest["term"]) == ("シサノ", "元大統領", None)


def test_a_hiragana_that_looks_the_same_stays_in_the_name() -> None:
    told = _told("7月11日、午前8時40分から、岸田文雄内閣総理大臣は、ジェームス・マラぺ・パプアニューギニア首相と会談。")
    assert told.present[1].participant["family_name"] == "Marape"


def test_what_the_guests_took_part_in_is_not_what_happened() -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、太平洋・島サミット第3回中間閣僚会合に参加した15か国の首席代表等一行の表敬を受けました。"
    )
    assert told.sessions[0]["kinds"] == ["courtesy_call"]


def test_a_hall_at_home_is_a_place() -> None:
    told = _told(
        "本2日午前9時10分から約25分間,国立京都国際会館において,安倍晋三内閣総理大臣は,ミロ・ツェラル・スロベニア共和国首相と会談を行った。",
        published=date(2016, 10, 2),
    )
    assert told.place == "国立京都国際会館"
    assert told.sessions[0]["start"] == "2016-10-02T09:10:00+09:00"


def test_the_fringes_are_no_place() -> None:
    told = _told(
        "現地時間7月11日、G7首脳会合出席のためベルギーを訪問中の岸田文雄内閣総理大臣は、同会合のフリンジで"
        "イェンス・ストルテンベルグ北大西洋条約機構(NATO)事務総長と協議を行いました。"
    )
    assert told.place == "ベルギー"


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        ("午後6時30分から8時15分まで、", 105),
        ("午前11時半から午後1時頃まで、", 90),
        ("午後11時から10時まで、", None),
        ("午後3時から午後2時まで、", None),
        ("午後6時から約45分間、", 45),
    ],
)
def test_a_meeting_may_be_told_by_the_hour_it_lasted_to(printed: str, minutes: int | None) -> None:
    told = _told(
        f"7月11日{printed}岸田文雄内閣総理大臣は、総理大臣官邸で、キア・スターマー英国首相と首脳会談を行ったところ、概要は以下のとおりです。"
    )
    assert [s["duration_minutes"] for s in told.sessions] == [minutes]


def test_clocks_with_colons_and_what_stands_before_its_clock() -> None:
    told = _told(
        "本11日、岸田文雄内閣総理大臣は、総理官邸において、キア・スターマー英国首相と、17時40分から約20分間の少人数会合及び"
        "18:00から約50分間の首脳会談を実施し、引き続き夕食会を19:15から約1時間開催したところ、概要は以下のとおりです。"
    )
    assert told.place == "総理官邸"
    assert [(s["kinds"], (s["start"] or "")[11:16], s["duration_minutes"]) for s in told.sessions] == [
        (["small_group_meeting"], "17:40", 20),
        (["summit_meeting"], "18:00", 50),
        (["other"], "19:15", 60),
    ]


@pytest.mark.parametrize(
    ("first", "then", "start"),
    [
        ("午後6時15分", "7時20分", "19:20"),
        ("午前10時", "11時", "11:00"),
        ("午前11時30分", "0時30分", "12:30"),
        ("午後6時15分", "午後7時20分", "19:20"),
    ],
)
def test_a_later_clock_goes_on_in_the_afternoon(first: str, then: str, start: str) -> None:
    told = _told(
        f"7月11日{first}から約50分、岸田文雄内閣総理大臣は、訪日中のキア・スターマー英国首相と会談し、続いて{then}から約70分、"
        "同首相と夕食会を行ったところ、概要は以下のとおりです。"
    )
    assert [(s["start"] or "")[11:16] for s in told.sessions][1:] == [start]


@pytest.mark.parametrize(
    ("visited", "palace", "start"),
    [
        ("インドネシア", "大統領宮殿", None),
        ("シンガポール", "大統領府", "2024-07-11T10:10:00+08:00"),
    ],
)
def test_a_palace_is_the_place_and_the_visited_country_tells_its_zone(
    visited: str, palace: str, start: str | None
) -> None:
    told = _told(
        f"現地時間7月11日午前10時10分から約110分間、{visited}を訪問中の岸田文雄内閣総理大臣は、{palace}において、"
        "キア・スターマー英国首相と首脳会談を実施したところ、概要は以下のとおりです。"
    )
    assert (told.place, told.sessions[0]["start"]) == (palace, start)


def test_the_name_of_the_meeting_tells_a_country() -> None:
    told = _told(
        "現地時間7月11日18時05分から約45分間、岸田総理は、フレデリクセン首相と日デンマーク首脳会談を行ったところです。"
    )
    guest = told.present[1].participant
    assert (guest["family_name"], guest["office"]) == ("Frederiksen", "首相")
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == "DK"


def test_a_speaker_of_parliament_has_a_name_before_the_country() -> None:
    told = _told(
        "本11日午後5時05分頃から約20分間、岸田文雄内閣総理大臣は、ピア・ケアスゴー・デンマーク王国国会議長の表敬を受けた。"
    )
    assert told.present[1].participant["name_as_published"] == "ピア・ケアスゴー国会議長"


def test_the_title_tells_the_country_of_a_guest_without_one() -> None:
    told = _told(
        "7月11日17時30分より18時15分まで、岸田総理大臣は、ヘルシンキ・フェアセンターにおいてサパテロ首相と初めての首脳会談を行った。",
        title="日・スペイン首脳会談(概要)",
    )
    guest = told.present[1].participant
    assert (guest["name_as_published"], guest["affiliation"] and guest["affiliation"]["code"]) == ("サパテロ首相", "ES")
    assert told.sessions[0]["duration_minutes"] == 45


@pytest.mark.parametrize("hall", ["旧朝香宮邸", "州議会議事堂", "会議場付近の貴賓室"])
def test_a_hall_of_whatever_name_is_the_place(hall: str) -> None:
    told = _told(f"7月11日、岸田総理大臣は、{hall}において、ラホイ・スペイン首相と首脳会談を行った。")
    assert told.place == hall


def test_a_working_lunch_is_no_place() -> None:
    told = _told(
        "7月11日、岸田総理大臣はサンティアゴ・デ・コンポステーラを訪問し、ラホイ・スペイン首相主催ワーキング・ランチにおいて、"
        "日スペイン首脳会談を実施した。"
    )
    assert told.place == "サンティアゴ・デ・コンポステーラ"


@pytest.mark.parametrize(
    ("clock", "start"),
    [
        ("午後6時30分頃(ドイツ時間)", "2024-07-11T18:30:00+02:00"),
        ("午後5時40分(パリ時間)", "2024-07-11T17:40:00+02:00"),
        ("午後1時25分(日本時間では午後8時25分)", "2024-07-11T13:25:00+02:00"),
    ],
)
def test_a_bracket_names_the_place_whose_time_it_is(clock: str, start: str) -> None:
    told = _told(
        f"7月11日、{clock}から約40分間、G7首脳会合出席のためエルマウ出張中の岸田文雄内閣総理大臣は、"
        "マタメラ・シリル・ラマポーザ・南アフリカ共和国大統領と首脳会談を行ったところ、概要は以下のとおりです。"
    )
    assert told.sessions[0]["start"] == start


def test_where_a_leader_is_away_on_business() -> None:
    told = _told(
        "7月11日、APEC首脳会議出席のためマニラ出張中の岸田総理大臣は、トルドー・カナダ首相との間で日加首脳会談を行った。"
    )
    assert (told.place, told.occasion) == ("マニラ", "APEC首脳会議")


def test_a_title_tells_the_country_of_a_state_counsellor() -> None:
    told = _told(
        "本11日、午前10時25分から約15分間、岸田総理大臣は、訪日中のアウン・サン・スー・チー国家最高顧問と会談を行った。",
        title="岸田総理大臣とアウン・サン・スー・チー・ミャンマー国家最高顧問との会談",
    )
    guest = told.present[1].participant
    assert guest["name_as_published"] == "アウン・サン・スー・チー国家最高顧問"
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == "MM"


@pytest.mark.parametrize(
    ("what", "kinds"),
    [
        ("第28回日EU定期首脳協議を行い", ["summit_meeting"]),
        ("G20大阪サミット出席に伴い訪日中の首相とワーキングディナーを行い", ["working_meal"]),
        ("特別首脳会議に参加予定のASEAN各国首脳夫妻を招いた夕食会を主催し", ["other"]),
        ("日本・メコン地域諸国首脳会議(日・メコン首脳会議)への出席のため訪日中の首相と会談を行い", ["meeting"]),
    ],
)
def test_consultations_of_leaders_are_a_summit(what: str, kinds: list[str]) -> None:
    assert _told(f"7月11日、岸田文雄内閣総理大臣は、{what}ました。").sessions[0]["kinds"] == kinds


def test_a_meeting_that_was_carried_out_before_the_summit_is_another_kind() -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、第25回日EU定期首脳協議を行いました。定期首脳協議に先立ち、少人数会合が実施されました。"
    )
    assert told.sessions[0]["kinds"] == ["summit_meeting", "small_group_meeting"]


def test_words_that_were_followed_are_no_speakers() -> None:
    told = speakers.who_says("冒頭、ネタニヤフ首相からの歓迎の辞に続き、安倍総理から、再会を喜ぶ旨述べました。")
    assert told is not None
    assert told.speaker == "安倍総理"


@pytest.mark.parametrize(("begun", "came"), [("中", "訪日"), ("予定", "来日")])
def test_what_a_guest_came_for_may_be_told_behind(begun: str, came: str) -> None:
    told = _told(
        "7月11日、横浜において、岸田文雄内閣総理大臣は、ボラ・ティヌブ・ナイジェリア連邦共和国大統領と首脳会談を行いました。"
        f"なお、ティヌブ大統領は10日から12日まで開催{begun}の第9回アフリカ開発会議(TICAD 9)に参加するため{came}中です。"
    )
    assert told.occasion == "第9回アフリカ開発会議"


@pytest.mark.parametrize(
    "signed", ["両首脳は、協力に関する覚書の署名に立ち会い", "両首脳が立ち会いの下、交換公文の署名が行われ"]
)
def test_a_signing_that_the_leaders_witness_is_a_ceremony(signed: str) -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、キア・スターマー英国首相と首脳会談を行いました。"
        f"会談後、{signed}、その後、両首脳は共同記者発表に臨みました。"
    )
    assert told.sessions[0]["kinds"] == ["summit_meeting", "signing_ceremony", "joint_press_occasion"]


def test_parts_that_are_listed_behind_the_overview_are_sessions() -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、訪日中のキア・スターマー英国首相と日英首脳会談を行ったところ、概要は以下のとおりです"
        "（少人数会合：18時00分から約80分間、拡大会合：19時30分から約50分間、ワーキングディナー：20時30分から約50分間）。"
    )
    assert [(s["kinds"], s["start"], s["duration_minutes"]) for s in told.sessions] == [
        (["summit_meeting", "small_group_meeting"], "2024-07-11T18:00:00+09:00", 80),
        (["expanded_meeting"], "2024-07-11T19:30:00+09:00", 50),
        (["working_meal"], "2024-07-11T20:30:00+09:00", 50),
    ]


@pytest.mark.parametrize(
    ("listed", "lengths"),
    [
        ("うち少人数会合約25分、全体会合約75分", [100, 25, 75]),
        ("少人数会合：約25分間、拡大会合：約75分間", [100, 25, 75]),
        ("うち約25分間は少人数会合", [100, 25]),
        ("うち少人数会合", [100]),
    ],
)
def test_formats_that_a_bracket_measures_are_sessions(listed: str, lengths: list[int]) -> None:
    told = _told(
        f"7月11日、午後6時から約100分間（{listed}）、岸田文雄内閣総理大臣は、キア・スターマー英国首相と首脳会談を行いました。"
    )
    assert [session["duration_minutes"] for session in told.sessions] == lengths
    kinds = ["small_group_meeting", "expanded_meeting"][: len(lengths) - 1]
    assert [session["kinds"] for session in told.sessions[1:]] == [[kind] for kind in kinds]
    assert [session["start"] for session in told.sessions] == ["2024-07-11T18:00:00+09:00", *[None] * len(kinds)]


@pytest.mark.parametrize(
    ("why", "occasion"),
    [
        ("NATO首脳会合への出席のためリトアニアを訪問中の", "NATO首脳会合"),
        ("APEC首脳会合で訪問中のリマにおいて、", "APEC首脳会合"),
        ("東方経済フォーラム出席のためにウラジオストクを訪問中の", "東方経済フォーラム"),
        ("アジア・アフリカ会議60周年記念首脳会談の機会に、", "アジア・アフリカ会議60周年記念首脳会談"),
        ("G20に出席するため訪問中のドイツにおいて、", "G20"),
        ("APECに出席のためバリ滞在中の", "APEC"),
        ("TICAD7出席のため横浜滞在中の", "TICAD7"),
        ("TICAD VI出席のためケニア滞在中の", "TICAD VI"),
        ("「第4回アジア・太平洋水サミット」に際し、", "第4回アジア・太平洋水サミット"),
        ("「中央アジア+日本」対話・首脳会合への出席のため、", "「中央アジア+日本」対話・首脳会合"),
        ("14日に開催される日・ASEAN特別首脳会議の機会に、", "日・ASEAN特別首脳会議"),
    ],
)
def test_occasions_of_other_forms(why: str, occasion: str) -> None:
    opening = f"7月11日、{why}岸田文雄内閣総理大臣は、キア・スターマー英国首相と会談を行いました。"
    assert _told(opening).occasion == occasion


@pytest.mark.parametrize(
    ("where", "place", "start"),
    [
        ("国連本部内にて", "国連本部", "2024-07-11T09:40:00-04:00"),
        # Of such a place nothing tells the zone, and it is not Japan's by default.
        ("グランド・ハイアット・ホテル(英国側宿舎)において", "グランド・ハイアット・ホテル", None),
    ],
)
def test_a_place_may_be_told_to_be_inside_or_whose_it_is(where: str, place: str, start: str | None) -> None:
    opening = f"7月11日、午前9時40分頃から約20分間、{where}、岸田総理はキア・スターマー英国首相と会談を行いました。"
    told = _told(opening)
    assert told.place == place
    assert told.sessions[0]["start"] == start


def test_the_part_of_the_site_tells_the_country_of_a_guest_without_one() -> None:
    opening = "7月11日、岸田総理大臣はライースィ大統領と会談を行いました。"
    (guest,) = (p.participant for p in _told(opening, "イラン・イスラム共和国").present[1:])
    assert guest["affiliation"] == {"code": "IR", "name": "イラン"}
    assert guest["family_name"] == "ライースィ"


def test_an_introduced_quotation_is_its_speakers_and_a_press_occasion_announces_nothing() -> None:
    texts = (
        "最後に、総理は、晩餐会を開催し、挨拶の中で次のように述べました。",
        "「御一行の訪日を歓迎いたします。",
        "両国の友情に乾杯いたします。」",
        "和やかな夕べでした。",
        "「来年もまた。」",
        "これに対し、スターマー首相は、以下を述べました。",
        "訪日を嬉しく思う。",
        "夕べは終わりました。",
    )
    points = tuple(DraftPoint(None, None, text) for text in texts)
    draft = Draft("会談", date(2024, 7, 12), False, "7月11日、", points, (), ())
    made = japanese.tell(draft, "7月11日、", authority("JP"), "x").points
    assert [point["statements"][0]["speaker"] for point in made] == [
        *("総理", "総理", "総理", None, None),
        *("スターマー首相", "スターマー首相", None),
    ]
    held = speakers.who_says("両首脳は、その後、共同記者発表を行いました。")
    assert held is None


def test_the_zone_of_a_clock_abroad_goes_on() -> None:
    told = _told(
        "カナダを訪問中の岸田文雄内閣総理大臣は、現地時間7月11日午前11時(日本時間12日午前0時)から約1時間40分、"
        "キア・スターマー英国首相と首脳会談を行い、その後、午後1時35分から約60分間、昼食会が行われました。"
    )
    assert [s["start"] for s in told.sessions] == ["2024-07-11T11:00:00-04:00", "2024-07-11T13:35:00-04:00"]


def test_a_place_in_a_prefecture_is_at_home() -> None:
    told = _told(
        "7月11日、午後4時28分から約15分間、岸田文雄内閣総理大臣は、福島県いわき市滞在中のキア・スターマー英国首相と会談を行いました。"
    )
    assert told.place == "福島県いわき市"
    assert told.sessions[0]["start"] == "2024-07-11T16:28:00+09:00"


def test_a_city_in_kanji_belongs_to_the_country_before_it() -> None:
    opening = "7月11日、中国・杭州を訪問中の岸田文雄内閣総理大臣は、キア・スターマー英国首相と会談を行いました。"
    assert _told(opening).place == "中国・杭州"


def test_the_leader_on_whom_a_guest_calls_is_the_own() -> None:
    told = _told("7月11日、来日中のイェンス・ストルテンベルグNATO事務総長は岸田総理を表敬訪問しました。")
    assert told.present[0].participant["term"] == "jp/101-kishida"
    assert told.sessions[0]["kinds"] == ["courtesy_call"]


def test_a_lunch_told_later_is_held_too() -> None:
    told = _told(
        "7月11日、岸田文雄内閣総理大臣は、アントニオ・グテーレス国連事務総長と会談を行いました。"
        "なお、会談後、両者は共同記者発表を行い、その後、岸田総理大臣主催昼食会が行われました。"
    )
    assert told.sessions[0]["kinds"] == ["meeting", "joint_press_occasion", "working_meal"]


def _told_with(opening: str, *points: DraftPoint) -> Told:
    draft = Draft("首脳会談", date(2024, 7, 12), False, opening, points, (), ())
    return japanese.tell(draft, opening, authority("JP"), "x")


def test_a_press_occasion_after_the_talks_may_be_told_among_the_points() -> None:
    opening = "7月11日、岸田総理は、スターマー英国首相と首脳会談を行いました。"
    held = _told_with(opening, DraftPoint(None, None, "議論しました。会談終了後、両首脳は共同記者発表を行いました。"))
    assert held.sessions[0]["kinds"] == ["summit_meeting", "joint_press_occasion"]
    text = "総理は、栄誉礼及び儀仗に続き、首脳会談、署名式・文書交換式及び共同記者発表を行いました。"
    held = _told_with(opening, DraftPoint(None, None, text))
    assert held.sessions[0]["kinds"] == ["summit_meeting", "signing_ceremony", "joint_press_occasion"]
    # Of another day, and of what is said.
    for text in (
        "昨年、首脳会談後に署名式が行われたことを歓迎しました。",
        "「会談後、共同記者発表を行いました。」と述べました。",
    ):
        assert _told_with(opening, DraftPoint(None, None, text)).sessions[0]["kinds"] == ["summit_meeting"]


def test_meetings_of_several_guests_have_their_clocks_in_the_headings() -> None:
    told = _told_with(
        "7月11日、岸田文雄内閣総理大臣は、仙台に滞在中のスランゲル・ウィップス・パラオ共和国大統領及びキア・スターマー"
        "英国首相とそれぞれ首脳会談を行いました。",
        DraftPoint("1", "ウィップス・パラオ大統領(午前11時40分から午前11時55分)", None),
        DraftPoint("2", "スターマー英国首相(午後1時15分から午後1時45分まで)", None),
    )
    assert told.place == "仙台"
    assert [(s["start"], s["duration_minutes"]) for s in told.sessions] == [
        ("2024-07-11T11:40:00+09:00", 15),
        ("2024-07-11T13:15:00+09:00", 30),
    ]


def test_who_sat_beside_the_leaders_took_no_part() -> None:
    told = _told(
        "7月11日、岸田総理は、来日中のマティアス・コーマン経済協力開発機構(OECD)事務総長の表敬を受けました"
        "(先方:アンヘル・グリアOECD事務総長首席補佐官、当方:林官房長官同席)。"
    )
    assert [p.participant["family_name"] for p in told.present] == ["Kishida", "コーマン"]


def test_those_who_attended_may_be_told_behind_or_in_a_list() -> None:
    told = _told(
        "7月11日、第30回日EU定期首脳協議が開催されました。我が国より岸田文雄内閣総理大臣、EU側よりシャルル・ミシェル欧州理事会議長、"
        "ウルズラ・フォン・デア・ライエン欧州委員長が出席しました。"
    )
    assert [p.participant["family_name"] for p in told.present] == ["Kishida", "Michel", "von der Leyen"]
    names = ("ウィップス・パラオ大統領", "ラブカ・フィジー首相", "昨年、マーシャル大統領が訪日しました。")
    told = _told_with(
        "7月11日、岸田総理は、日本・太平洋島嶼国首脳会合を開催しました。",
        *(DraftPoint(None, None, name) for name in names),
    )
    assert [p.participant["name_as_published"] for p in told.present[1:]] == ["ウィップス大統領", "ラブカ首相"]
    assert told.sessions[0]["kinds"] == ["multilateral_session"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("迎賓館赤坂離宮等で、", "迎賓館赤坂離宮"),
        ("都内のホテルで、", "都内のホテル"),
        ("アンタルヤ(トルコ)を訪問中に、", "アンタルヤ"),
        ("豪州ブリスベンを訪問中に、首脳会議場内で、", "豪州ブリスベン"),
    ],
)
def test_a_hall_without_a_name_is_no_place_but_where_it_stands(where: str, place: str) -> None:
    told = _told(f"7月11日、岸田総理は、{where.replace('訪問中に', '訪問し')}スターマー英国首相と会談を行いました。")
    assert told.place == place


def test_a_hall_of_a_summit_is_no_session_of_it() -> None:
    told = _told("7月11日、岸田総理は、G20アンタルヤ・サミット首脳会議場内で、スターマー英国首相と会談を行いました。")
    assert told.sessions[0]["kinds"] == ["meeting"]


@pytest.mark.parametrize(
    ("printed", "code", "name"),
    [
        ("パレスチナ暫定自治政府のマフムード・アッバース大統領", "PS", "マフムード・アッバース大統領"),
        ("マルグヴェラシヴィリ・グルジア大統領", "GE", "マルグヴェラシヴィリ大統領"),
    ],
)
def test_countries_by_other_names(printed: str, code: str, name: str) -> None:
    guest = _told(f"7月11日、岸田総理は、{printed}と会談を行いました。").present[1].participant
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == code
    assert guest["name_as_published"] == name


def test_a_provisional_government_has_a_head_too() -> None:
    opening = "7月11日、岸田総理は、アッラーウィー暫定政府首相との間で日・イラク首脳会談を行った。"
    guest = _told(opening).present[1].participant
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == "IQ"
    assert offices.rank_of("暫定政府首相", "IQ") == "head_of_government"


def test_a_house_of_singapore_is_told_by_how_the_text_calls_it() -> None:
    opening = "7月11日、岸田総理は、トニー・タン・ケン・ヤム・シンガポール共和国大統領と会談を行いました。"
    draft = Draft("首脳会談", date(2024, 7, 12), False, opening, (), (), ())
    guest = japanese.tell(draft, opening, authority("JP"), "x").present[1].participant
    assert guest["family_name"] is None
    named = identity.settled(guest, identity.Calls("タン大統領から、謝意が示されました。"))
    assert (named["family_name"], named["given_name"]) == ("タン", "トニー・ケン・ヤム")


def test_what_comes_before_the_meeting_is_not_the_event() -> None:
    told = _told_with(
        "令和6年7月11日朝、岸田総理は日米首脳会談に先立ちバイデン大統領とともに京都市の金閣寺を見学しました。",
        DraftPoint(
            None, None, "その後岸田総理は、来日したバイデン大統領と京都迎賓館で約1時間半の首脳会談を行いました。"
        ),
    )
    assert [p.participant["term"] for p in told.present] == ["jp/101-kishida", "us/46-biden"]
    assert (told.place, told.sessions[0]["duration_minutes"]) == ("京都迎賓館", 90)


@pytest.mark.parametrize(
    "opening",
    [
        "7月11日、14時15分から約15分間、岸田総理とバイデン大統領の間で、日米首脳電話会談が行われた。",
        "岸田総理は、11日、現地時間8時45分過ぎより約35分間、バイデン大統領との間で日米首脳会談を行った。",
        "米東部時間11日(日本時間12日)、岸田総理はバイデン大統領と日米電話首脳会談を行った。",
    ],
)
def test_one_letter_of_the_name_of_a_meeting_tells_the_country(opening: str) -> None:
    told = _told(opening)
    assert told.present[1].participant["term"] == "us/46-biden"
    assert told.day == _DAY


def test_those_in_brackets_behind_a_conference_attended_it() -> None:
    told = _told(
        "7月11日午前8時30分から10時、東京において、日本・メコン地域諸国首脳会議が開催されたところ、概要は以下のとおりです"
        "(出席者:岸田総理(議長)、フン・マネット・カンボジア首相)。"
    )
    assert [p.participant["office"] for p in told.present] == ["総理", "首相"]
    assert told.sessions[0]["kinds"] == ["multilateral_session"]
    assert told.sessions[0]["duration_minutes"] == 90


def test_a_country_does_not_end_within_a_name() -> None:
    told = _told("7月11日、岸田総理は、マリー・トーゴ首相と首脳会談を行いました。")
    assert told.present[1].participant["family_name"] == "マリー"
    assert told.present[1].participant["affiliation"] == {"code": "TG", "name": "トーゴ"}


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("ニューヨークに出張した岸田総理は、", "ニューヨーク"),
        ("岸田総理は、静岡県熱海市にスターマー英国首相を迎え、くつろいだ雰囲気の中で、", "静岡県熱海市"),
    ],
)
def test_where_a_guest_was_received(where: str, place: str) -> None:
    assert _told(f"7月11日、{where}スターマー英国首相と会談を行いました。").place == place


def test_a_meal_at_which_leaders_exchange_views_is_the_occasion_alone() -> None:
    told = _told(
        "7月11日、岸田総理は核セキュリティ・サミットのワーキングディナーの席上、バイデン米国大統領との間で、約10分間の意見交換を行った。"
    )
    assert told.occasion == "核セキュリティ・サミット"
    assert told.sessions[0]["kinds"] == ["informal_talk"]


def test_the_pope_is_called_by_the_office_before_the_name() -> None:
    opening = "7月11日、岸田総理は、ローマ教皇フランシスコ台下(His Holiness Pope Francis)に謁見しました。"
    told = _told_with(opening, DraftPoint(None, None, "教皇フランシスコ台下から、歓迎する旨述べました。"))
    pope = told.present[1].participant
    assert (pope["name_as_published"], pope["family_name"]) == ("ローマ教皇フランシスコ台下", None)
    assert pope["affiliation"] == {"code": "VA", "name": "バチカン"}
    people = [p.participant for p in told.present]
    assert attribution.attributed(told.points, people, "JP")[0]["statements"][0]["speakers"] == ["/participants/1"]


@pytest.mark.parametrize(
    ("where", "place", "start"),
    [
        ("福島滞在中のスターマー英国首相と、", "福島", "2024-07-11T14:19:00+09:00"),
        ("訪問したインドネシア・バリ島において、英国首相と", "インドネシア・バリ島", "2024-07-11T14:19:00+08:00"),
    ],
)
def test_prefectures_and_islands_are_places(where: str, place: str, start: str) -> None:
    told = _told(f"7月11日、岸田総理は、午後2時19分から約15分間、{where}会談を行いました。")
    assert told.place == place
    assert told.sessions[0]["start"] == start


def test_a_press_conference_about_a_talk_is_no_summary() -> None:
    text = """アメリカ合衆国大統領との電話会談についての会見

令和6年7月11日

令和6年7月11日、岸田総理は、総理大臣公邸で会見を行いました。
総理は、アメリカ合衆国のジョセフ・バイデン大統領との電話会談について次のように述べました。
「先ほど、バイデン大統領と電話会談を行いました。」
"""
    source = sources.load()["jp-kanteija"]
    url = "https://www.kantei.go.jp/jp/101_kishida/actions/202407/11kaiken.html"
    with pytest.raises(NotASummaryError):
        source.parse(text.encode(), url, "text/plain")
    entry = FeedEntry(url, "アメリカ合衆国大統領との電話会談についての会見", None, "")
    assert not source.decide(entry).keep


def test_a_guest_of_an_outreach_session_was_met_beside_it() -> None:
    told = _told(
        "11日午前10時00分から約30分間、岸田文雄内閣総理大臣は、G7広島サミットのアウトリーチ会合参加のため訪日中のキア・スターマー英国首相と"
        "会談しました(両首脳間で5回目の首脳会談)。"
    )
    assert told.occasion == "G7広島サミットのアウトリーチ会合"
    assert [session["kinds"] for session in told.sessions] == [["meeting"]]


def test_missions_to_the_united_nations_have_the_clock_of_new_york() -> None:
    told = _told(
        "7月11日午前9時48分から約40分間、岸田文雄内閣総理大臣は、カタール国連代表部にて、タミーム・カタール国首長と会談を行いました。"
    )
    assert (told.place, told.sessions[0]["start"]) == ("カタール国連代表部", "2024-07-11T09:48:00-04:00")


def test_the_name_of_a_visit_tells_the_country() -> None:
    told = _told(
        "7月11日午後0時30分から約50分間、岸田総理大臣は、大統領府官邸において、マクリ大統領と会談を行いました。",
        title="岸田総理大臣のアルゼンチン共和国訪問",
    )
    guest = told.present[1].participant
    assert guest["affiliation"] is not None
    assert (guest["family_name"], guest["affiliation"]["code"]) == ("マクリ", "AR")
    assert told.place == "大統領府官邸"


def test_a_space_behind_a_name_in_latin_letters_is_none_of_the_text() -> None:
    told = _told(
        "7月11日9時19分から約20分間、岸田総理大臣は、ペドロ・クチンスキー大統領(H.E. Mr. Pedro Kuczynski, President of "
        "the Republic of Peru) との間で首脳会談を行いました。",
        title="日・ペルー首脳会談",
    )
    assert [p.participant["family_name"] for p in told.present[1:]] == ["クチンスキー"]


def test_what_a_session_was_for_or_followed_upon_is_not_what_was_held() -> None:
    told = _told(
        "7月11日、午後2時30分から約30分間、岸田総理大臣は、第10回日メコン首脳会議への出席のため訪日中のスターマー英国首相と"
        "首脳会談を行いました。両首脳は、会談の冒頭で、共同声明を発表しました。また、会談に続いて、午後3時30分から約60分間、"
        "ワーキング・ランチが催されました。"
    )
    assert [session["kinds"] for session in told.sessions] == [["summit_meeting"], ["working_meal"]]


def test_a_city_may_stand_behind_its_country() -> None:
    told = _told(
        "7月11日、午後9時30分(北京時間)から約90分間、岸田総理は、APEC首脳会議出席のため訪問中の中国・北京において、"
        "スターマー英国首相と首脳会談を行った。"
    )
    assert (told.place, told.sessions[0]["start"]) == ("中国・北京", "2024-07-11T21:30:00+08:00")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        (
            "岸田総理より、欧州訪問の締めくくりにブリュッセルを訪問できて嬉しい旨述べました。",
            "2024-07-11T16:15:00+02:00",
        ),
        ("岸田総理より、昨年ブリュッセルを訪問できて嬉しかった旨述べました。", None),
        ("スターマー首相より、ブリュッセルを訪問できて嬉しい旨述べました。", None),
    ],
)
def test_the_clock_of_a_palace_is_that_of_where_the_leader_is_glad_to_be(said: str, start: str | None) -> None:
    opening = "7月11日午後4時15分から約45分間、岸田総理大臣はエグモン宮においてスターマー英国首相と会談を行いました。"
    draft = Draft("首脳会談", date(2024, 7, 11), False, opening, (DraftPoint(None, None, said, ()),), (), ())
    told = japanese.tell(draft, opening, authority("JP"), "")
    assert told.sessions[0]["start"] == start


def test_china_s_premier_is_none_of_japan_s() -> None:
    told = _told(
        "本11日午後0時45分頃から約35分間、岸田文雄・内閣総理大臣は、李克強(り・こくきょう)国務院総理と昼食を共にしました。",
        title="(岸田総理大臣主催李克強・中国国務院総理との昼食会)",
    )
    own, guest = (p.participant for p in told.present)
    assert (own["term"], guest["family_name"]) == ("jp/101-kishida", "Li")
    assert told.sessions[0]["kinds"] == ["working_meal"]
    said = speakers.who_says("李克強・国務院総理からは、謝意が示された。")
    assert said is not None
    assert said.speaker == "李克強・国務院総理"
