"""The Ministry's English pages of 2000 to 2008, in the forms that they have and later ones have not."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_BELOW = "1. Bilateral Relations\n\nPrime Minister Koizumi welcomed the progress of the talks on trade.\n"


def _record(text: str, address: str = "region/europe/meet0402.html") -> Any:
    return record_of("jp-mofa", f"https://www.mofa.go.jp/{address}", text)


def _guests(record: Any) -> list[tuple[str | None, str]]:
    _, *guests = record["participants"]
    return [(guest["family_name"], guest["affiliation"]["code"]) for guest in guests]


def _session(record: Any) -> tuple[list[str], str | None, int | None]:
    (session,) = record["event"]["sessions"]
    return session["kinds"], session["start"], session["duration_minutes"]


def test_a_title_that_names_the_talks_in_its_second_line() -> None:
    record = _record(
        "Boao Forum for Asia\nSummit Meeting between Prime Minister Junichiro Koizumi and Prime Minister of Thailand"
        "\n\nApril 15, 2002\n\nOn 12 April at the Boao Forum for Asia, Prime Minister Junichiro Koizumi held a Summit "
        "Meeting with Prime Minister of the Kingdom of Thailand H.E. Pol. Lt. Col. Thaksin Shinawatra from 14:10 "
        "(Japan Time) for about 20 minutes.\n\n1. Trade\n\nPrime Minister Thaksin announced a study of trade.\n"
    )
    assert record["title"].startswith("Boao Forum for Asia Summit Meeting between Prime Minister Junichiro Koizumi")
    assert record["event"]["occasion"] == "Boao Forum for Asia"
    assert _session(record) == (["summit_meeting"], "2002-04-12T14:10:00+09:00", 20)
    assert record["points"][0]["points"][0]["statements"][0]["speakers"] == ["/participants/1"]


def test_who_made_a_phone_call() -> None:
    record = _record(
        "Talks between Prime Minister Junichiro Koizumi and President Pervez Musharraf of Pakistan on the Telephone\n\n"
        "November 15, 2005\n\nPresident Pervez Musharraf of Pakistan made a phonecall to Prime Minister Junichiro "
        f"Koizumi and held a talk for about 15 minutes from 8 pm on Monday, November 14th.\n\n{_BELOW}"
    )
    assert record["event"]["date"] == "2005-11-14"
    assert _session(record) == (["telephone_talk"], "2005-11-14T20:00:00+09:00", 15)


@pytest.mark.parametrize(
    ("opening", "date", "start", "place"),
    [
        (
            ("On September 22 at 12 noon, Mr. Junichiro Koizumi, Prime Minister of Japan, and Mr. Jacques Chirac, "
            "President of the French Republic, talked over the telephone for about 30 minutes."),
            "2004-09-22", "2004-09-22T12:00:00+09:00", None,
        ),
        (
            ("Prime Minister Koizumi held Japan-France Summit Talks with President Chirac for approximately 30 minutes "
            "from 12:15 on 21 September 2004 (Tuesday) at the FAO Headquarters in Rome. A summary is as follows."),
            "2004-09-21", "2004-09-21T12:15:00+02:00", "FAO Headquarters in Rome",
        ),
        (
            ("The Japan-France summit meeting was held between Prime Minister Junichiro Koizumi and President Jacques "
            "Chirac for approximately 30 minutes in Hanoi, Viet Nam in the afternoon of 20 September."),
            "2004-09-20", None, "Hanoi, Viet Nam",
        ),
        (
            ("On 21 September from 6:15pm local time (7:15am, 22 September Japan time) Prime Minister Junichiro "
            "Koizumi met with President Jacques Chirac of the French Republic for about 30 minutes, on the occasion of "
            "the G8 Summit held in Canada.\n(Attendees)\nFrench side: | Adviser Jean Levitte\nJapan side: | Secretary "
            "Kosei Ueno\n(Outline of the Meeting)"),
            "2004-09-21", "2004-09-21T18:15:00-04:00", "Canada",
        ),
    ],
)  # fmt: skip
def test_openings_that_tell_the_day_behind(opening: str, date: str, start: str | None, place: str | None) -> None:
    record = _record(f"Japan-France Summit Meeting\n\nSeptember 23, 2004\n\n{opening}\n\n{_BELOW}")
    assert _guests(record) == [("Chirac", "FR")]
    assert (record["event"]["date"], record["event"]["place"]) == (date, place)
    assert _session(record)[1:] == (start, 30)
    assert record["points"][0]["heading"] == "Bilateral Relations"


def test_where_a_page_prints_no_year_an_old_address_tells_it() -> None:
    record = _record(
        "Japan-India Summit Meeting\n(Summary)\n\nPrime Minister Junichiro Koizumi, during his visit to New York, held "
        "talks with Indian Prime Minister Atal Behari Vajpayee on September 12. The following is a summary of the "
        f"meeting.\n\n{_BELOW}",
        "region/n-america/us/pfmv0209/india.html",
    )
    assert record["event"]["date"] == "2002-09-12"
    assert "year_missing" in {finding["code"] for finding in record["findings"]}


def test_both_clocks_of_a_meeting_with_both_their_ends() -> None:
    record = _record(
        "Japan-French Republic Summit Meeting\n\nJune 9, 2004\n\nPrime Minister Junichiro Koizumi held a summit "
        "meeting with President Jacques Chirac of the French Republic during his visit to Sea Island, Georgia in order "
        "to attend the G8 Sea Island Summit. The meeting was held at Mackay House in Sea Island from 18:10 to 18:50 on "
        f"June 8, 2004 (7:10 to 7:50 on June 9, Japan time). The following is a summary of the meeting.\n\n{_BELOW}"
    )
    assert (record["event"]["date"], record["event"]["place"]) == ("2004-06-08", "Mackay House in Sea Island")
    assert _session(record) == (["summit_meeting"], "2004-06-08T18:10:00-04:00", 40)
    assert record["event"]["sessions"][0]["start_jst"] == "2004-06-09T07:10:00+09:00"


def test_a_protocol_of_time_and_place_whose_points_tell_who_met() -> None:
    record = _record(
        "Summary of the Japan-Italy Bilateral Leaders' Meeting\n\nJuly 20, 2000\nMinistry of Foreign Affairs\n\n"
        "1. Time and Place\n\nFrom 17:20 to 17:45, July 20, 2000, in the Asahi no Ma room, State Guesthouse\n\n"
        "2. Summary of Meeting\n\nA. Summit\n\nJapanese Prime Minister Yoshiro Mori asked Italian Prime Minister "
        "Giuliano Amato for his cooperation.\n\nB. Reform\n\nPrime Minister Amato noted that the reform was slow.\n"
    )
    assert record["event"]["place"] == "Asahi no Ma room, State Guesthouse"
    assert _session(record)[1:] == ("2000-07-20T17:20:00+09:00", 25)
    assert [(who["family_name"], who["term"]) for who in record["participants"]] == [
        ("Mori", "jp/86-mori"),
        ("Amato", "it/2000-amato"),
    ]
    reform = record["points"][0]["points"][1]["points"][0]
    assert reform["statements"][0]["speakers"] == ["/participants/1"]


def test_an_outline_that_names_the_day_alone() -> None:
    record = _record(
        "Outline of the Japan-US Summit Meeting\n\nThe following is an outline of the Japan-US Summit Meeting of 18 "
        "February 2002.\n\n1. The Economy\n\nPrime Minister Junichiro Koizumi welcomed the visit of President George "
        "Walker Bush.\n\nPresident Bush stressed the importance of reform.\n",
        "region/n-america/us/pv0202/outline.html",
    )
    assert record["event"]["date"] == "2002-02-18"
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Bush"]
    said = record["points"][0]["points"]
    assert [point["statements"][0]["speakers"] for point in said] == [["/participants/0"], ["/participants/1"]]


def test_the_formats_of_a_meeting_in_brackets_behind_it() -> None:
    record = _record(
        "Japan-Russian Federation Summit (Outline)\n\nJanuary 10, 2003\n\nFrom 12:00 to 15:00 Prime Minister Junichiro "
        "Koizumi and President Vladimir Putin held a Japan-Russian Federation Summit in Moscow. (From 12:00 to 13:40 a "
        "meeting was held among a small group, and from 13:50 to 15:00 a full Summit Meeting was held.) The following "
        f"is an outline of the Summit.\n\n{_BELOW}"
    )
    assert record["event"]["place"] == "Moscow"
    assert [session["duration_minutes"] for session in record["event"]["sessions"]] == [180, 100, 70]
    kinds = {kind for session in record["event"]["sessions"] for kind in session["kinds"]} - {"other"}
    assert kinds == {"summit_meeting", "small_group_meeting", "expanded_meeting"}


def test_the_occasion_that_a_title_ends_with() -> None:
    record = _record(
        "Japan-China Summit Meeting at the ASEAN+3 Summit Meeting\n\nOctober 2003\n\nThe Japan-China summit meeting "
        "was held between Prime Minister Junichiro Koizumi and Premier Wen Jiabao for approximately 40 minutes in "
        f"Bali, Indonesia in the afternoon of 7 October.\n\n{_BELOW}"
    )
    assert (record["event"]["date"], record["event"]["occasion"]) == ("2003-10-07", "ASEAN+3 Summit Meeting")


def test_a_visit_whose_talks_took_place_on_its_second_day() -> None:
    record = _record(
        "Overview of Japan-US Summit Meeting\n\n26 May 2003\n\nFrom 22 to 23 May 2003, Prime Minister Junichiro "
        "Koizumi visited the private residence of President George W. Bush of the United States in Crawford, Texas, "
        "where the two leaders held a Summit Meeting.\n\nThe following is an outline of the Japan-US Summit Meeting "
        "that took place from 9:40 to 11:00am local time on 23 May 2003.\n\n1. Overview\n\nThe leaders agreed to "
        "strengthen the alliance.\n",
    )
    assert (record["event"]["date"], record["event"]["place"]) == ("2003-05-23", "Crawford, Texas")
    assert _session(record) == (["summit_meeting"], "2003-05-23T09:40:00-05:00", 80)


def test_a_meeting_that_took_place_between_leaders_named_below() -> None:
    record = _record(
        "Japan-Russian Federation Summit Meeting\non the occasion of the APEC Brunei Meeting\n\n15 November 2000\n\nA "
        "Japan-Russian Federation Summit Meeting took place for 50 minutes, starting at 18:00 (Brunei local time), on "
        "15 November on the occasion of the APEC Ministerial Meeting in Brunei Darussalam.\n\n1. Points\n\nThe two "
        "leaders agreed that Prime Minister Mori would meet President Vladimir Putin again.\n",
    )
    assert record["title"] == "Japan-Russian Federation Summit Meeting on the occasion of the APEC Brunei Meeting"
    assert _session(record) == (["summit_meeting"], "2000-11-15T18:00:00+08:00", 50)
    assert record["event"]["occasion"] == "APEC Ministerial Meeting"
    assert [who["family_name"] for who in record["participants"]] == ["Mori", "Putin"]


def test_the_clock_of_japan_alone_in_a_bracket() -> None:
    record = _record(
        "Japan-Canada Summit Meeting\n\nMay 26, 2011\n\nOn May 26, local time (May 26, 5:45p.m., JST), Prime Minister "
        "Naoto Kan, who is visiting France to attend the G8 Deauville Summit, held a Japan-Canada summit meeting with "
        "the Right Honorable Stephen Joseph Harper, the Prime Minister of Canada.\n\n1. Trade\n\nPrime Minister Kan "
        "welcomed the progress.\n",
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["start_jst"]) == ("2011-05-26T10:45:00+02:00", "2011-05-26T17:45:00+09:00")


def test_the_office_of_another_leader_is_abroad() -> None:
    record = _record(
        "Japan-Italy Summit Talks\n\n3 June 2008\n\nPrime Minister Fukuda held Japan-Italy Summit Talks with Prime "
        "Minister Berlusconi for approximately 45 minutes from 17:30 on 3 June 2008 (Tuesday) at the Italian Prime "
        "Minister's Office. A summary of the meeting is as follows.\n\n1. Trade\n\nPrime Minister Fukuda welcomed the "
        "progress.\n",
    )
    assert record["event"]["place"] == "Italian Prime Minister's Office"
    assert _session(record)[1] == "2008-06-03T17:30:00+02:00"


def test_a_clock_that_only_the_address_tells_to_be_of_a_journey() -> None:
    text = (
        "Japan-Nepal Summit Meeting\n\nAugust 25, 2000\n\nOn August 25, Prime Minister Yoshiro Mori met with Prime "
        "Minister Girija Prasad Koirala of Nepal at the Prime Minister's Office. The meeting, which lasted from 13:00 "
        "to 14:00, is summarized below.\n\n1. Trade\n\nPrime Minister Mori welcomed the progress.\n"
    )
    assert _session(_record(text)) == (["meeting"], "2000-08-25T13:00:00+09:00", 60)
    for journey in ("pmv0008/nepal_s.html", "us/pfmv0209/nepal.html", "pmv_1301/nepal.html", "nepal/pmv0008.html"):
        assert _session(_record(text, f"region/asia-paci/{journey}")) == (["meeting"], None, 60)
    # A guest's journey to Japan: the place tells it.
    hakone = text.replace("the Prime Minister's Office", "Hakone")
    assert _session(_record(hakone, "region/asia-paci/pmv0008/nepal_s.html"))[1] == "2000-08-25T13:00:00+09:00"


def test_a_day_behind_its_weekday() -> None:
    record = _record(
        "Japan-UK Summit Talks\n\nApril 2, 2009\n\nOn Wednesday (April 1), Prime Minister Taro Aso, who is in London "
        "to attend the London Summit, held talks with British Prime Minister Gordon Brown for about 45 minutes from "
        "4:30 p.m. (London time).\n\n1. Trade\n\nPrime Minister Aso welcomed the progress.\n",
    )
    assert record["event"]["date"] == "2009-04-01"
    assert _session(record)[1] == "2009-04-01T16:30:00+01:00"


def test_who_attended_too_is_told_in_a_sentence_of_its_own() -> None:
    record = _record(
        "11th Japan-EU Summit\nOutline and Evaluation\n\nJuly 8, 2002\nOutline\n\n(1) On Monday, July 8, at the Prime "
        "Minister's Official Residence in Tokyo, Prime Minister Junichiro Koizumi held the 11th Japan-European Union "
        "Summit (including a working lunch) with Prime Minister Anders Fogh Rasmussen of Denmark and President of the "
        "European Commission Romano Prodi.*\nAlso attending the meeting were, on the Japanese side, Minister for "
        "Foreign Affairs Yoriko Kawaguchi and others.\n(2) The leaders agreed to work together.\n(3) A joint press "
        "conference followed the meeting.\n",
    )
    assert _guests(record) == [("Rasmussen", "DK"), ("Prodi", "ECOM")]
    assert record["event"]["occasion"] is None
    assert set(_session(record)[0]) == {"summit_meeting", "working_meal", "joint_press_occasion"}


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        (
            "Discussion Between Prime Minister Mori and the Leaders and Other Envoys of Seven Latin American Countries",
            True,
        ),
        ("Visit to Japan by Prime Minister John Howard of Australia", False),
        ("Prime Minister Junichiro Koizumi's Visit to India and Pakistan", False),
    ],
)
def test_what_titles_of_those_years_name(title: str, *, kept: bool) -> None:
    entry = FeedEntry("https://www.mofa.go.jp/region/latin/summit0006.html", title, None, "")
    assert sources.load()["jp-mofa"].decide(entry).keep is kept


def test_a_meeting_and_a_luncheon_that_each_have_their_clock() -> None:
    record = _record(
        "Outline of Meeting and Luncheon with President Jiang Zemin\n\nJuly 9, 1999\nChina and Mongolia Division\n"
        "Ministry of Foreign Affairs\n\nOn July 9, Prime Minister Keizo Obuchi met with Chinese President Jiang Zemin "
        "in the Chinese leaders' compound of Zhongnanhai for around 30 minutes from 11:50 onward, subsequently also "
        "attending a luncheon hosted by the President from 12:30 to 13:50. The main exchanges were as follows.\n\n"
        "1. History\n\nPrime Minister Obuchi noted his pleasure.\n",
        "region/asia-paci/pmv9907/c_meeting.html",
    )
    event = record["event"]
    assert (event["place"], event["occasion"]) == ("Chinese leaders' compound of Zhongnanhai", None)
    told = [(session["kinds"], session["start"], session["duration_minutes"]) for session in event["sessions"]]
    assert told == [
        (["meeting"], "1999-07-09T11:50:00+08:00", 30),
        (["other"], "1999-07-09T12:30:00+08:00", 80),
    ]


def test_a_limited_attendance_meeting_and_a_general_one() -> None:
    record = _record(
        "Japan-China Summit Meeting\nJuly 9, 1999\nAsian Affairs Bureau\nMinistry of Foreign Affairs\nA "
        "limited-attendance Japan-China summit meeting was held between Prime Minister Keizo Obuchi and Premier Zhu "
        "Rongji for approximately 40 minutes from 9:30 A.M. on July 9. This was followed by a general meeting, the "
        "content of which is outlined below.\n1. Trade\nPrime Minister Obuchi noted the progress.\n"
    )
    kinds, _, minutes = _session(record)
    assert (kinds, minutes) == (["small_group_meeting", "expanded_meeting"], 40)


def test_talks_that_took_place_on_a_weekday_below_a_visit_in_the_title() -> None:
    record = _record(
        "Visit to Japan by Premier Zhu Rongji of the People's Republic of China\nJapan-China Leaders Summit Meeting "
        "(Summary)\n\n13 October 2000\nMinistry of Foreign Affairs\n\nThe Japan-China Leaders Summit Meeting took "
        "place at the Official Residence of the Prime Minister for over two hours on Friday 13 October from shortly "
        "after 10:00.\n\n1. Overview\n\nPrime Minister Yoshiro Mori stated that relations had developed.\n\nPremier "
        "Zhu Rongji stated that they were in good shape.\n"
    )
    assert _guests(record) == [("Zhu", "CN")]
    assert record["event"]["place"] == "Official Residence of the Prime Minister"
    assert _session(record) == (["summit_meeting"], "2000-10-13T10:00:00+09:00", 120)


def test_a_courtesy_visit_whose_title_goes_on_behind_a_comma() -> None:
    record = _record(
        "Courtesy Visit to Prime Minister Mori by Mr. Qian Qichen,\nVice Premier of China (Summary)\nJune 7, 2000\n"
        "Ministry of Foreign Affairs\nOn June 7, for more than 20 minutes from shortly after 18:00, Prime Minister "
        "Mori received a courtesy visit from Mr. Qian Qichen, Vice Premier of China, who was visiting Japan for a "
        "funeral (venue: Prime Minister's Official Residence). The following is a summary.\n1. Condolences\n(1) Prime "
        "Minister Mori expressed his thanks.\n"
    )
    assert record["title"].startswith("Courtesy Visit to Prime Minister Mori by Mr. Qian Qichen, Vice Premier")
    assert _guests(record) == [("Qian", "CN")]
    assert _session(record)[0] == ["courtesy_call"]


def test_a_visit_whose_title_says_that_it_tells_the_talks() -> None:
    record = _record(
        "Visit of Prime Minister Junichiro Koizumi to the Republic of Poland\n(Summit Meeting: Summary)\n\nAugust "
        "2003\n\nOn 19 August, Prime Minister Junichiro Koizumi departed Germany and arrived in Poland and held talks "
        "with Mr. Leszek Miller, Prime Minister of the Republic of Poland on the same day for about an hour at the "
        "Belwedere Palace in Warsaw.\n\n1. International Situation\n\n(Issues on North Korea)\n\nPrime Minister "
        "Koizumi noted that the nuclear issue was a threat to the international community as a whole.\n\n(Note: The "
        "talks were short)\n\nPrime Minister Miller expressed the solidarity of his country with Japan in this.\n"
    )
    assert record["event"]["place"] == "Belwedere Palace in Warsaw"
    (point,) = record["points"]
    (part,) = point["points"]
    assert (point["heading"], part["heading"]) == ("International Situation", "(Issues on North Korea)")
    assert [text["text"][:18] for text in part["points"]] == [
        "Prime Minister Koi",
        "(Note: The talks w",
        "Prime Minister Mil",
    ]


def test_the_day_first_behind_the_length_and_the_clock() -> None:
    record = _record(
        "Hon. Massimo D'Alema, Deputy Prime Minister and Minister of Foreign Affairs of the Italian Republic, Pays "
        "Courtesy Call on Prime Minister Shinzo Abe\n\nFebruary 5, 2007\n\nFor about 30 minutes from 6:00 p.m. on 31 "
        "January (Wed), Prime Minister Shinzo Abe received a courtesy call from Hon. Massimo D'Alema, Deputy Prime "
        "Minister and Minister of Foreign Affairs of the Italian Republic.\n\n1. Mr. Abe welcomed the visit.\n"
    )
    assert record["event"]["date"] == "2007-01-31"
    assert _session(record) == (["courtesy_call"], "2007-01-31T18:00:00+09:00", 30)


def test_an_outline_of_the_meeting_between_two() -> None:
    record = _record(
        "Outline of the Japan-United States Summit Meeting\n\n20 March 2001\nMinistry of Foreign Affairs\n\nThe "
        "following is an outline of the summit meeting between Prime Minister Yoshiro Mori and President George W. "
        "Bush of the United States of America on 19 March in Washington DC. The meeting consisted of the small group "
        "meeting that lasted one hour, and the subsequent working lunch.\n\n1. Trade\n\nPrime Minister Mori noted "
        "the progress.\n"
    )
    assert (record["event"]["date"], record["event"]["place"]) == ("2001-03-19", "Washington DC")
    assert _guests(record) == [("Bush", "US")]
    assert _session(record)[0] == ["summit_meeting", "small_group_meeting", "working_meal"]


def test_at_the_margin_of_a_summit_with_three() -> None:
    record = _record(
        "Bilateral Summit Meetings between Japan and the Kingdom of Cambodia and the Union of Myanmar\n(Summary)\n\nAt "
        "the margin of the ASEAN+3 Summit Meeting in Phnom Penh, Prime Minister Junichiro Koizumi held bilateral "
        "meetings on 5 November 2002 with Prime Minister Hun Sen of the Kingdom of Cambodia and Prime Minister Than "
        "Shwe of the Union of Myanmar (Chairman of a Council). The following is a summary of those meetings.\n\n1. "
        "Cambodia\n\n(1) Prime Minister Koizumi expressed his congratulations.\n"
    )
    assert (record["event"]["place"], record["event"]["occasion"]) == ("Phnom Penh", "ASEAN+3 Summit Meeting")
    assert [code for _, code in _guests(record)] == ["KH", "MM"]


def test_a_senator_who_is_a_professor_and_a_long_heading() -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/noda/diplomatic/201203/28italy_e.html",
        "Japan-Italy Summit Meeting (Outline)\nWednesday, March 28, 2012\nOn Wednesday, March 28, from 6:00 p.m. for "
        "around 45 minutes, Prime Minister Yoshihiko Noda held a meeting with Sen. Prof. Mario MONTI, President of the "
        "Council of Ministers of the Republic of Italy, at the Prime Minister's Office. An outline is as follows.\n"
        "- Opening\nPrime Minister Noda welcomed Prime Minister Monti to Japan.\n"
        "- Economic Partnerships / Cooperation toward Growth, the Japan-European Union (EU) Economic Partnership "
        "Agreement (EPA), etc.\nPrime Minister Noda said that Japan was working toward the start of negotiations.\n",
    )
    assert _guests(record) == [("Monti", "IT")]
    assert record["event"]["place"] == "Prime Minister's Office"
    assert [point["heading"] is not None for point in record["points"]] == [True, True]


@pytest.mark.parametrize(
    ("clock", "start", "start_jst"),
    [
        ("at his official residence at 9:30 a.m.", None, None),
        ("at his official residence at 9:30 a.m. (Japan time)", None, "2001-03-20T09:30:00+09:00"),
        ("in Dhaka at 9:30 a.m.", "2001-03-20T09:30:00+06:00", "2001-03-20T12:30:00+09:00"),
    ],
)
def test_a_call_that_the_prime_minister_paid_abroad(clock: str, start: str | None, start_jst: str | None) -> None:
    """Whoever pays a call is away, so a bare clock is not Japan's: rather no start than a wrong one."""
    record = _record(
        "Courtesy Call on Bangladeshi President Ahmed\n\nMarch 20, 2001\nMinistry of Foreign Affairs\n\nOn March 20 "
        f"Prime Minister Yoshiro Mori paid a courtesy call on President Shahabuddin Ahmed of Bangladesh {clock}. "
        "The visit, which lasted approximately 30 minutes, is summarized below.\n\n"
        "1. Floods\n\nPresident Ahmed thanked Japan.\n",
        "region/asia-paci/pmv0103/call.html",
    )
    session = record["event"]["sessions"][0]
    assert (session["start"], session["start_jst"], session["duration_minutes"]) == (start, start_jst, 30)
    assert record["event"]["place"] in ("official residence", "Dhaka")


@pytest.mark.parametrize(
    ("address", "title", "kept"),
    [
        ("region/asia-paci/pmv0103/call.html", "Courtesy Call on Bangladeshi President Ahmed", True),
        ("region/asia-paci/pmv0103/call2.html", "Courtesy Call on President Ahmed by the Ambassador", False),
        ("region/asia-paci/fmv0103/call.html", "Courtesy Call on Bangladeshi President Ahmed", False),
    ],
)
def test_whose_call_it_was_is_told_by_the_address(address: str, title: str, *, kept: bool) -> None:
    entry = FeedEntry(f"https://www.mofa.go.jp/{address}", title, None, "")
    assert sources.load()["jp-mofa"].decide(entry).keep is kept


@pytest.mark.parametrize(
    ("opening", "start", "minutes"),
    [
        (
            (
                "On Wednesday, March14, Mr. Yoshihiko Noda, Prime Minister of Japan, held a meeting with H.E. Mr. "
                "Barack "
                "Obama, President of the United States of America, in Tokyo, for approximately 20 minutes from 4:15 "
                "p.m."
            ),
            "2012-03-14T16:15:00+09:00",
            20,
        ),
        (
            (
                "Prime Minister Yoshihiko Noda held a telephone conference with Mr. Barack Obama, President of the "
                "United "
                "States of America, today, Wednesday, March 14, for about 10 minutes from 0:15 a.m."
            ),
            "2012-03-14T00:15:00+09:00",
            10,
        ),
        (
            (
                "On March 14, Mr. Yoshihiko Noda, Prime Minister of Japan, held a one-hour summit meeting with H.E. "
                "Mr. "
                "Barack Obama, President of the United States of America, in Tokyo."
            ),
            None,
            60,
        ),
        (
            (
                "H.E. Mr. Yoshihiko Noda, Prime Minister of Japan, had a telephone conference with H.E. Mr. Barack "
                "Obama, "
                "President of the United States of America, on March 14 for about 15 minutes from 11 a.m."
            ),
            "2012-03-14T11:00:00+09:00",
            15,
        ),
        (
            (
                "Prime Minister Yoshihiko Noda met briefly with H.E. Mr. Nguyen Tan Dung, Prime Minister of the "
                "Socialist "
                "Republic of Viet Nam, on the morning of March 14 and then held a meeting with him again for about 20 "
                "minutes from 3:30 p.m. (local time) in Vientiane."
            ),
            "2012-03-14T15:30:00+07:00",
            20,
        ),
    ],
)
def test_days_and_lengths_as_they_were_told_in_2010_to_2012(opening: str, start: str | None, minutes: int) -> None:
    record = _record(f"Summit Meeting\n\nMarch 14, 2012\n\n{opening}\n\n{_BELOW}", "announce/announce/2012/3/0314.html")
    assert record["event"]["date"] == "2012-03-14"
    assert _session(record)[1:] == (start, minutes)


def test_a_bracket_within_the_name_of_an_occasion() -> None:
    record = _record(
        "Japan-Russia Summit Meeting\n\nFebruary 18, 2009\n\nOn February 18, Prime Minister Taro Aso, who was visiting "
        "Sakhalin to attend the ceremony for the opening of the liquefied natural gas (LNG) plant of the Sakhalin II "
        "Project, held a summit meeting with President Dmitry Medvedev of the Russian Federation.\n\n"
        f"{_BELOW.replace('Koizumi', 'Aso')}"
    )
    assert (record["event"]["occasion"] or "").endswith("(LNG) plant of the Sakhalin II Project")


def test_the_end_of_a_page_and_a_mark_that_is_an_item_are_no_words() -> None:
    record = _record(
        "Telephone Talk between Prime Minister Noda and President Obama of the United States\n\nMarch 14, 2012\n\n"
        "- (* This is a provisional translation. The above date denotes the date of the issue of the original press "
        "release in Japanese.)\n\nOn March 14, Mr. Yoshihiko Noda, Prime Minister of Japan, held a telephone talk with "
        "Mr. Barack Obama, President of the United States of America.\n\n1. Prime Minister Noda brought up the "
        "abduction "
        "issue.\n\n(END)\n",
        "announce/announce/2012/3/0314.html",
    )
    assert record["provisional_translation"] is True
    assert [point["text"] for point in record["points"]] == ["Prime Minister Noda brought up the abduction issue."]
    (statement,) = record["points"][0]["statements"]
    assert (statement["speakers"], statement["report"]["verb"]) == (["/participants/0"], "brought up")


def test_the_office_of_a_counterpart_that_the_title_alone_tells() -> None:
    record = _record(
        "Telephone Talk with Prime Minister Julia Gillard of Australia\n\nMarch 14, 2012\n\nOn March 14, Prime "
        "Minister "
        "Yoshihiko Noda held a telephone talk with his Australian counterpart Julia Gillard for 10 minutes.\n\n"
        f"{_BELOW.replace('Koizumi', 'Noda')}"
    )
    _, guest = record["participants"]
    assert (guest["family_name"], guest["office"], guest["affiliation"]["code"]) == ("Gillard", "Prime Minister", "AU")


def test_what_went_before_talks_abroad_and_what_came_behind_them() -> None:
    record = _record(
        "Japan-China Summit Meeting\n\nDecember 25, 2011\n\nOn Sunday, December 25, Prime Minister Yoshihiko Noda "
        "held a "
        "summit meeting with Mr. Wen Jiabao, Premier of the People's Republic of China, during his visit to Beijing, "
        "at "
        "the Great Hall of the People from 4:40 p.m. (local time) for approximately 1 hour and 20 minutes after a "
        "welcome "
        "reception from 4:30 p.m. which both leaders took part in. The overview of the meeting is as follows:\nThe "
        "first 10 "
        "minutes were spent for a small-member meeting and subsequently, a general meeting was held. After the "
        "meetings, a "
        "signing ceremony was held with the participation of the leaders of both countries. Then, a welcome party "
        "hosted "
        "by Premier Wen was held from 6:15 p.m. for about one hour.\n\n"
        f"{_BELOW.replace('Koizumi', 'Noda')}"
    )
    talks, party = record["event"]["sessions"]
    assert set(talks["kinds"]) == {
        "summit_meeting",
        "small_group_meeting",
        "expanded_meeting",
        "signing_ceremony",
    }
    assert (talks["start"], talks["duration_minutes"]) == ("2011-12-25T16:40:00+08:00", 80)
    # Whose clock the last is, is told of the one before.
    assert (party["kinds"], party["start"]) == (["other"], "2011-12-25T18:15:00+08:00")
    assert party["duration_minutes"] == 60


def test_a_visit_for_a_conference_and_other_events() -> None:
    record = _record(
        "Japan-Australia Summit Meeting\n\nNovember 19, 2012\n\nPrime Minister Yoshihiko Noda held a meeting with the "
        "Hon "
        "Julia Gillard MP, Prime Minister of Australia, on November 19 for approximately 30 minutes from 5 p.m. (local "
        f"time) during his visit to Cambodia for the East Asia Summit and other events.\n\n"
        f"{_BELOW.replace('Koizumi', 'Noda')}"
    )
    assert (record["event"]["occasion"], record["event"]["place"]) == ("East Asia Summit", "Cambodia")
