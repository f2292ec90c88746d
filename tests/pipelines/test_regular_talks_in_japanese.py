"""Yearly talks of Japan and the European Union, and those of a visit, as the Ministry wrote from 2003 to 2006."""

from __future__ import annotations

from schemas.record import Readout, speaks_for
from tests.reading import record_of

_URL = "https://www.mofa.go.jp/mofaj/area/eu/gh.html"


def _record(text: str) -> Readout:
    record: Readout = record_of("jp-mofaja", _URL, text)
    return record


def test_talks_that_include_a_working_dinner() -> None:
    record = _record(
        "第15回日・EU定期首脳協議(概要と評価)\n\n平成18年4月25日\n\n小泉総理は、24日(月曜日)、"
        "東京(総理公邸及び官邸)において、EU(欧州連合)議長国であるオーストリアのシュッセル首相、"
        "欧州委員会のバローゾ委員長との間で、第15回日・EU定期首脳協議(ワーキング・ディナーを含む。)を行ったところ、"
        "概要以下のとおり(EU側より、ソラナ上級代表他が同席)。\n\n(参考)日・EU定期首脳協議は、"
        "年1回の開催につき合意されたものであり、日本、欧州交互に開催。\n\n1.日・EU関係\n\n(1)小泉総理より、"
        "人の交流が重要と指摘した。\n\n(2)EU側より、日本経済の回復を歓迎した。\n"
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2006-04-24", "東京(総理公邸及び官邸)")
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "working_meal"]
    assert [speaks_for(who) for who in record["participants"][1:]] == ["AT", "ECOM"]
    # What a note says right below the opening ends where the first point begins.
    assert [point["heading"] for point in record["points"]] == ["日・EU関係"]
    assert len(record["points"][0]["points"]) == 2


def test_the_same_country_is_where_it_was() -> None:
    record = _record(
        "第14回日・EU定期首脳協議\n(概要と評価)\n\n平成17年5月3日\n\n"
        "小泉総理は、2日(月)、ルクセンブルクにおいて、EU(欧州連合)議長国である同国のユンカー首相、欧州委員会のバローゾ委員長との間で、"
        "第14回日・EU定期首脳協議(ワーキング・ランチを含む)を行ったところ、概要以下のとおり。\n\n"
        "1.日・EU関係\n\n戦略的パートナーとしての関係を一層発展させることで双方が一致。\n"
    )
    assert [speaks_for(who) for who in record["participants"][1:]] == ["LU", "ECOM"]


def test_a_visit_whose_title_names_the_talks_in_the_line_below() -> None:
    record = _record(
        "小泉総理大臣の英国訪問\n(首脳会談:概要)\n\n平成15年4月27日\n\n"
        "4月26日、小泉総理は、最初の訪問国英国に到着し、同日19時(日本時間27日3時)から3時間にわたり、英国首相官邸でブレア英首相と、"
        "ワーキング・ディナー形式で会談を行った。概要は以下のとおり。\n\n"
        "1.イラク問題\n\n(1) 総理より、努力する旨述べた。\n\n(2) 総理より、協力したいと述べた。\n"
    )
    assert record["title"] == "小泉総理大臣の英国訪問(首脳会談:概要)"
    session = record["event"]["sessions"][0]
    assert (session["start"], session["duration_minutes"]) == ("2003-04-26T19:00:00+01:00", 180)


def test_a_resort_where_the_leaders_met() -> None:
    record = _record(
        "日英首脳会談(概要)\n\n平成15年7月20日\n\n7月19日、小泉総理はブレア英首相と箱根において、首脳会談を行った。\n\n"
        "1.北朝鮮\n\n小泉総理より、懸念を述べた。\n\n2.イラク\n\n小泉総理より、説明を行った。\n"
    )
    assert record["event"]["place"] == "箱根"


def test_a_note_says_who_came() -> None:
    record = _record(
        "第16回日・EU定期首脳協議(概要)\n\n平成19年6月6日\n\n"
        "現地時間6月5日(日本時間6日未明)、ベルリンにおいて、安倍総理の出席のもと日・EU定期首脳協議及びワーキングディナー(注)が開催されたところ、"
        "概要以下のとおり。\n\n(注)先方出席者:メルケル独(EU議長国)首相、バローゾ欧州委員会委員長\n\n"
        "1.日・EU関係\n\n(1)戦略的パートナーシップの更なる強化につき一致。\n\n(2)総理から、新提案を紹介。\n"
    )
    assert [speaks_for(who) for who in record["participants"][1:]] == ["DE", "ECOM"]
    assert [point["heading"] for point in record["points"]] == ["日・EU関係"]


def test_a_night_and_days_from_which_to_which() -> None:
    at_night = _record(
        "アジア・アフリカ首脳会議の際の日中首脳会談\n(概要)\n平成17年4月23日\n"
        "23日夜、アジア・アフリカ首脳会議出席のためインドネシア(ジャカルタ)訪問中の小泉内閣総理大臣は胡錦濤中国国家主席との間で、約50分にわたり"
        "ムリア・ホテルにおいて日中首脳会談を行ったところ、概要以下のとおり。\n\n"
        "1. 冒頭\n\n胡主席から、強化したい旨述べた。\n"
    )
    assert at_night["event"]["date"] == "2005-04-23"
    of_two_days = _record(
        "トップページ各国・地域情勢アジア\nアジア\n世界地図\nアジア北米中南米欧州(NIS諸国を含む)大洋州中東アフリカ\n日韓首脳会談(概要)\n\n平成16年7月22日\n\n"
        "21日~22日、韓国を訪問中の小泉総理大臣は、盧武鉉(ノ・ムヒョン)大統領との間で首脳会談を行ったところ、概要以下のとおり。\n\n"
        "1.日韓関係\n\n小泉総理より、紹介した。\n"
    )
    assert (of_two_days["title"], of_two_days["event"]["date"]) == ("日韓首脳会談(概要)", "2004-07-21")


def test_a_city_whose_reading_stands_in_brackets() -> None:
    record = _record(
        "日韓首脳会談(概要)\n\n平成17年11月18日\n\n"
        "11月18日、APEC首脳会議に参加するために釜山(プサン)を訪問中の小泉総理大臣は、盧武鉉(ノ・ムヒョン)大統領と日韓首脳会談を行ったところ、"
        "やりとりの概要は以下のとおり。\n\n1.冒頭\n\n小泉総理より、発展に貢献すると思う旨述べた。\n"
    )
    assert record["event"]["place"] == "釜山"
