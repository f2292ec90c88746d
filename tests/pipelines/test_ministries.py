"""Openings of the Japanese ministries: clock, length, place and occasion in the orders that they are printed in."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_MOFA = sources.load()["jp-mofa"]


def _record(opening: str, said: str = "The two leaders discussed trade.") -> Any:
    text = f"Japan-Philippines Summit Meeting\n\nNovember 4, 2019\n\n{opening}\n\n1. {said}\n"
    url = "https://www.mofa.go.jp/s_sa/sea2/ph/page3e_009999.html"
    return record_of("jp-mofa", url, text)


_LEADER = "Mr. ABE Shinzo, Prime Minister of Japan"
_GUEST = "H.E. Mr. Rodrigo R. Duterte, President of the Republic of the Philippines"


@pytest.mark.parametrize(
    ("opening", "start", "minutes", "place", "occasion"),
    [
        (
            (f"At 4:40 p.m. on November 4 (local time), {_LEADER}, met with {_GUEST}, for approximately 30 minutes in "
            "Bangkok, Thailand, where the ASEAN-related summit meetings were held."),
            "2019-11-04T16:40:00+07:00", 30, "Bangkok, Thailand", "ASEAN-related summit meetings",
        ),
        (
            (f"On November 4 (November 5, Japan time), {_LEADER}, held short informal talks with {_GUEST}, in Lima, "
            "Peru, during his visit to attend the APEC Economic Leaders' Meeting."),
            None, None, "Lima, Peru", "APEC Economic Leaders' Meeting",
        ),
        (
            (f"On November 4, for about 25 minutes, from 4:37 p.m., {_LEADER} held a meeting with {_GUEST}, in Osaka, "
            "Japan."),
            "2019-11-04T16:37:00+09:00", 25, "Osaka, Japan", None,
        ),
        (
            (f"On November 4, commencing at 6:15 p.m., {_LEADER}, held a meeting with {_GUEST}, who was making a "
            "working visit to Japan, at the State Guest House, Akasaka Palace, for approximately 15 minutes."),
            "2019-11-04T18:15:00+09:00", 15, "State Guest House, Akasaka Palace", None,
        ),
        (
            (f"On November 4, commencing at 6:25 p.m. for approximately 35 minutes, {_LEADER}, who is in Antalya "
            f"(Turkey) to attend the G20 Summit, held a meeting with {_GUEST}."),
            "2019-11-04T18:25:00+03:00", 35, "Antalya (Turkey)", "G20 Summit",
        ),
        (
            f"On November 4, for about 25 minutes from 8:20 a.m., {_LEADER}, held a summit meeting with {_GUEST}.",
            "2019-11-04T08:20:00+09:00", 25, None, None,
        ),
        (
            (f"On November 4, commencing at 5:30 p.m. for 20 minutes, {_LEADER}, who is attending the 35th ASEAN "
            f"(Association of Southeast Asian Nations) Summit Meeting in Thailand, held a meeting with {_GUEST}."),
            "2019-11-04T17:30:00+07:00", 20, "Thailand",
            "35th ASEAN (Association of Southeast Asian Nations) Summit Meeting",
        ),
        (
            (f"On November 4, commencing at 10:20 a.m. for 20 minutes, {_LEADER}, held a summit meeting with {_GUEST}, "
            "who is visiting Japan to attend the state funeral for former Prime Minister NAKASONE."),
            "2019-11-04T10:20:00+09:00", 20, "Japan", "state funeral for former Prime Minister NAKASONE",
        ),
        (
            (f"On November 4, commencing at 0:40 p.m. (2:40 p.m. JST) for 20 minutes, {_LEADER}, who is visiting "
            f"Thailand for the East Asia Summit, held a meeting with {_GUEST}."),
            "2019-11-04T12:40:00+07:00", 20, "Thailand", "East Asia Summit",
        ),
        (
            (f"At 10:50 am on Monday, November 4, {_LEADER}, held a meeting lasting 20 minutes with {_GUEST}, at the "
            "United Nations Headquarters."),
            "2019-11-04T10:50:00-05:00", 20, "United Nations Headquarters", None,
        ),
        (
            ("On November 4, commencing at 9:33 a.m. for 20 minutes, Mr. ABE Shinzo, Prime Minster of Japan, held a "
            "telephone talk with the Rt. Hon. Rodrigo R. Duterte, P.C., M.P., President of the Philippines."),
            "2019-11-04T09:33:00+09:00", 20, None, None,
        ),
        (
            (f"On Monday, November 4, commencing at 10:25 a.m. until 10:45 a.m. (local time), {_LEADER}, visiting "
            f"Bangkok, Thailand, to attend the APEC (Asia-Pacific Economic Cooperation) Economic Leaders' Meeting, "
            f"held a meeting with {_GUEST}."),
            "2019-11-04T10:25:00+07:00", 20, "Bangkok, Thailand",
            "APEC (Asia-Pacific Economic Cooperation) Economic Leaders' Meeting",
        ),
        (
            (f"On November 4, {_LEADER}, who is visiting Honolulu for the APEC Summit Meeting, held a meeting with "
            f"{_GUEST} from 3:30 p.m. to 3:55 p.m. (local time)."),
            "2019-11-04T15:30:00-10:00", 25, "Honolulu", "APEC Summit Meeting",
        ),
        (
            (f"At 10:50 a.m. on November 4, {_LEADER}, held a summit meeting with {_GUEST}. The following is an "
            "overview of the 20-minute meeting."),
            "2019-11-04T10:50:00+09:00", 20, None, None,
        ),
        (
            (f"On November 4, commencing at 10:20 a.m. for 20 minutes, {_LEADER}, held a summit meeting with {_GUEST}, "
            "who was visiting Japan in response to the invitation to attend the G7 Summit in Biarritz."),
            "2019-11-04T10:20:00+09:00", 20, "Japan", "G7 Summit",
        ),
        (
            (f"Prime Minister ABE Shinzo held a meeting with {_GUEST}, in Vientiane for about 40 minutes from 10 a.m. "
            "(local time) on November 4 during a visit to Laos to attend the 9th Summit of the Asia-Europe Meeting "
            "(ASEM). The overview of the meeting is as follows:"),
            "2019-11-04T10:00:00+07:00", 40, "Vientiane", "9th Summit of the Asia-Europe Meeting (ASEM)",
        ),
        (
            (f"On November 4, commencing at 0:30 p.m. (local time; 2:30 a.m., November 5, JST), for 20 minutes, "
            f"{_LEADER}, who is visiting the U.S. to attend the NATO Summit, held a meeting with {_GUEST}."),
            "2019-11-04T12:30:00-05:00", 20, "U.S.", "NATO Summit",
        ),
        (
            (f"On November 4th, commencing at 11:05 a.m. EST (1:05 a.m. on November 5, JST) for 60 minutes, {_LEADER}, "
            f"visiting Delaware, held a meeting with {_GUEST}."),
            "2019-11-04T11:05:00-05:00", 60, "Delaware", None,
        ),
        (
            (f"On November 4, commencing at 11:05 a.m. (local time; 5:05 p.m. Japan time) for 30 minutes, {_LEADER}, "
            "who was visiting Nairobi, Kenya, to attend the sixth Tokyo International Conference on African "
            f"Development (TICAD VI), held a meeting with {_GUEST}."),
            "2019-11-04T11:05:00+03:00", 30, "Nairobi, Kenya",
            "sixth Tokyo International Conference on African Development (TICAD VI)",
        ),
        (
            (f"On November 4, commencing at 0:10 p.m. local time (6:10 p.m. Japan time) for 60 minutes, {_LEADER}, who "
            f"is visiting Mozambique, held a meeting with {_GUEST}."),
            "2019-11-04T12:10:00+02:00", 60, "Mozambique", None,
        ),
        (
            (f"From 1:25 P.M. on November 4, and lasting for 70 minutes, {_LEADER}, met in Warsaw with {_GUEST}. An "
            "outline of the meeting is as follows:"),
            "2019-11-04T13:25:00+01:00", 70, "Warsaw", None,
        ),
        (
            (f"On November 4, commencing at 0:20 p.m. for 20 minutes, {_LEADER}, held a meeting with {_GUEST}, on the "
            "occasion of President Duterte’s visit to Japan."),
            "2019-11-04T12:20:00+09:00", 20, "Japan", None,
        ),
        (
            (f"On November 4, commencing at 0:20 p.m. for 20 minutes, {_LEADER}, held a meeting with {_GUEST}, on "
            "occasion of his visit to Japan."),
            "2019-11-04T12:20:00+09:00", 20, "Japan", None,
        ),
        # The hall is more than the country, whose time it is all the same.
        (
            (f"On November 4, during his official visit to the Republic of the Philippines, {_LEADER}, held a summit "
            f"meeting with {_GUEST}, at Malacanang Palace for 65 minutes from 10:20 a.m. (local time)."),
            "2019-11-04T10:20:00+08:00", 65, "Malacanang Palace", None,
        ),
        (
            (f"On November 4, commencing at 7:15 p.m. for 45 minutes, {_LEADER}, during his visit to Palestine, held a "
            f"summit meeting with {_GUEST}, at the Prime Minister’s Office."),
            "2019-11-04T19:15:00+02:00", 45, "Prime Minister’s Office", None,
        ),
        (
            (f"On November 4, commencing at 0:20 p.m. for 20 minutes, {_LEADER}, held a meeting with {_GUEST}, who is "
            "visiting Japan to attend the UHC Forum 2017 at the invitation of Prime Minister Abe."),
            "2019-11-04T12:20:00+09:00", 20, "Japan", "UHC Forum 2017",
        ),
        (
            (f"On November 4 (Mon.), for approximately 20 minutes from 5:40 p.m. (Eastern Standard Time), {_LEADER}, "
            f"held a summit meeting with {_GUEST}, during his stay in New York to attend the Security Council."),
            "2019-11-04T17:40:00-05:00", 20, "New York", "Security Council",
        ),
        (
            (f"On November 4, from at 6:00 p.m. for approximately 50 minutes, {_LEADER}, held a meeting with {_GUEST} "
            "on the occasion of his visit to Japan."),
            "2019-11-04T18:00:00+09:00", 50, "Japan", None,
        ),
        # What stands behind "local time" in the bracket can only be Japan's.
        (
            (f"On November 4, commencing at 6.15p.m. (local time, on November 4, 8.15p.m.) for 20 minutes, {_LEADER}, "
            f"who is visiting Thailand, held a meeting with {_GUEST}."),
            "2019-11-04T18:15:00+07:00", 20, "Thailand", None,
        ),
        (
            (f"On November 4, commencing at 6:00 p.m. (local time) for 50 minutes, {_LEADER}, held a "
             "summit meeting with "
            f"{_GUEST}, in New York where the Prime Minister is visiting to attend the 73rd session "
            "of the United Nations "
            "General Assembly."),
            "2019-11-04T18:00:00-05:00", 50, "New York", "73rd session of the United Nations General Assembly",
        ),
        (
            (f"On November 4, commencing at 12:10 p.m. (local time) for 30 minutes, {_LEADER}, held a summit meeting "
            f"with {_GUEST}, on his visit to the Kingdom of Thailand to attend ASEAN-related summit meetings."),
            "2019-11-04T12:10:00+07:00", 30, "Kingdom of Thailand", "ASEAN-related summit meetings",
        ),
        (
            (f"On November 4, {_LEADER}, held a working dinner with {_GUEST}, who is visiting Japan to "
             "attend the G20 Osaka "
            "Summit from 6:40p.m. for approximately 60minutes."),
            "2019-11-04T18:40:00+09:00", 60, "Japan", "G20 Osaka Summit",
        ),
        (
            (f"On November 4 (Mon), a little past 6:30 p.m., {_LEADER}, had a meeting at the Prime "
             "Minister's Office with "
            f"{_GUEST}, who was on his working visit to Japan."),
            "2019-11-04T18:30:00+09:00", None, "Prime Minister's Office", None,
        ),
        (
            (f"Today (Monday, November 4), for approximately 15 minutes from 5:30 p.m., {_LEADER}, met "
             f"with {_GUEST}, who "
            "is visiting Japan."),
            "2019-11-04T17:30:00+09:00", 15, "Japan", None,
        ),
        (
            ("Prime Minister of Japan Abe Shinzo held a summit meeting at Prime Minister’s Office "
             f"with {_GUEST}, who is in "
            "Japan on the first official visit, from 6:00 p.m. to 6:50 p.m. on November 4 (Mon). The overview is as "
            "follows."),
            "2019-11-04T18:00:00+09:00", 50, "Prime Minister’s Office", None,
        ),
        (
            ("On November 4, commencing at 0:40 a.m. (10:40 a.m. on November 3, Eastern Standard "
             "Time) for 30 minutes, "
            f"{_LEADER}, held a summit meeting with {_GUEST}, at the United Nations Headquarters."),
            "2019-11-03T10:40:00-05:00", 30, "United Nations Headquarters", None,
        ),
        (
            (f"On November 4, for approximately 20 minutes beginning at 18:30, {_LEADER}, spoke with {_GUEST}, who was "
            "visiting Japan for a funeral (venue: Prime Minister's Official Residence)."),
            "2019-11-04T18:30:00+09:00", 20, "Prime Minister's Official Residence", None,
        ),
        (
            (f"On November 4, {_LEADER}, who was visiting N.Y. to attend the United Nations General Assembly, held "
             "a meeting "
            f"with {_GUEST}, for 35 minutes from 9:10 AM EST on November 4th (11:10 PM on 4th JST)."),
            "2019-11-04T09:10:00-05:00", 35, "N.Y.", "United Nations General Assembly",
        ),
        (
            (f"On November 4, between 3:40 P.M. and just after 4:00 P.M. (local time), {_LEADER}, who is visiting the "
            f"Republic of Poland, met with {_GUEST}."),
            "2019-11-04T15:40:00+01:00", 20, "Republic of Poland", None,
        ),
        (
            (f"On November 4, commencing at 5:50 p.m. for 10 minutes, {_LEADER}, held a summit meeting "
             f"with {_GUEST}, who "
            "is in Japan for the 6th Pacific Islands Leaders Meeting (PALM6)."),
            "2019-11-04T17:50:00+09:00", 10, "Japan", "6th Pacific Islands Leaders Meeting (PALM6)",
        ),
    ],
)  # fmt: skip
def test_setting(opening: str, start: str | None, minutes: int, place: str | None, occasion: str | None) -> None:
    record = _record(opening)
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == (start, minutes)
    assert (record["event"]["place"], record["event"]["occasion"]) == (place, occasion)
    # Whom an occasion is for did not take part; a slip in an office's name hides nobody.
    assert [(p["family_name"], p["term"]) for p in record["participants"]] == [
        ("Abe", "jp/98-abe"),
        ("Duterte", "ph/2016-duterte"),
    ]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("held talks, which included a working lunch, with", {"meeting", "working_meal"}),
        ("held a summit meeting over dinner with", {"summit_meeting", "working_meal"}),
        ("attended a welcome ceremony followed by a meeting with", {"meeting"}),
        ("held a summit with", {"summit_meeting"}),
        (
            "paid a courtesy call on Mr. X, held a summit meeting, and attended a dinner of",
            {"courtesy_call", "summit_meeting"},
        ),
    ],
)
def test_kinds_told_beside_the_verb(told: str, kinds: set[str]) -> None:
    (session,) = _record(f"On November 4, {_LEADER}, {told} {_GUEST}, in Tokyo.")["event"]["sessions"]
    assert set(session["kinds"]) == kinds


def test_the_day_is_that_of_the_place() -> None:
    record = _record(
        f"On November 4, commencing at 0:40 a.m. (10:40 a.m. on November 3, Eastern Standard Time), {_LEADER}, held a "
        f"summit meeting with {_GUEST}, at the United Nations Headquarters."
    )
    assert record["event"]["date"] == "2019-11-03"
    assert record["event"]["sessions"][0]["start_jst"] == "2019-11-04T00:40:00+09:00"


def test_a_length_may_stand_before_each_clock() -> None:
    record = _record(
        f"On November 4, {_LEADER}, had a meeting with {_GUEST}, at the Prime Minister's office for "
        "about 30 minutes from "
        "5:30 p.m. (Attending on the Japanese side were Mr. GEMBA Koichiro, Minister for Foreign "
        "Affairs, and Mr. KOJIMA "
        "Seiji, Ambassador of Japan to the Philippines, among others.)\n\nFollowing the meeting, a "
        "dinner was held by Prime "
        "Minister Abe for about one hour and 20 minutes from 6:20 p.m. The overview of the meeting is as follows."
    )
    assert [(s["start"][11:16], s["duration_minutes"]) for s in record["event"]["sessions"]] == [
        ("17:30", 30),
        ("18:20", 80),
    ]
    assert [p["family_name"] for p in record["participants"]] == ["Abe", "Duterte"]
    assert [point["text"] for point in record["points"]] == ["The two leaders discussed trade."]


@pytest.mark.parametrize(
    ("guest", "family", "code"),
    [
        ("H.E. Mr. Abdel-Fattah El-Sisi,President of the Arab Republic of Egypt", "el-Sisi", "EG"),
        ("H.E. Surangel S. WHIPPS, Jr, President of the Republic of Palau", "Whipps", "PW"),
        (
            "H.R.H. Prince Mohammed bin Salman, Crown Prince and Prime Minister of the Kingdom of Saudi Arabia",
            None,
            "SA",
        ),
        ("President of the Government of Spain Pedro Sánchez Pérez-Castejón", "Sánchez", "ES"),
    ],
)
def test_who_is_named(guest: str, family: str | None, code: str) -> None:
    record = _record(f"On November 4, commencing at 6:25 p.m., {_LEADER}, held a summit meeting with {guest}.")
    assert [(p["family_name"], p["affiliation"]["code"]) for p in record["participants"][1:]] == [(family, code)]


def test_a_later_clock_keeps_the_zone_of_the_first() -> None:
    record = _record(
        f"On November 4, commencing at 0:10 p.m. (2:10 p.m. Japan time) for 50 minutes, {_LEADER}, who was visiting "
        f"Thailand, held a summit meeting with {_GUEST}, followed by a working lunch that commenced at 1:00 p.m."
    )
    assert [(s["start"], s["start_jst"]) for s in record["event"]["sessions"]] == [
        ("2019-11-04T12:10:00+07:00", "2019-11-04T14:10:00+09:00"),
        ("2019-11-04T13:00:00+07:00", "2019-11-04T15:00:00+09:00"),
    ]


def test_a_name_is_no_auxiliary_verb_and_a_sentence_may_begin_after_an_hour() -> None:
    record = _record(
        f"On November 4, Prime Minister Shinzo Abe held a summit meeting with {_GUEST}, who paid an official working "
        "visit to Japan, for 90 minutes from around 5:45 p.m. After the meeting, the two leaders had a joint press "
        "announcement."
    )
    (session,) = record["event"]["sessions"]
    assert (session["kinds"], session["duration_minutes"]) == (
        ["summit_meeting", "joint_press_occasion"],
        90,
    )
    assert record["event"]["place"] == "Japan"


def test_a_clock_that_leads_a_sentence_is_of_what_follows_it() -> None:
    record = _record(
        f"On November 4, commencing at 5:30 p.m. for 45 minutes, {_LEADER}, held a meeting with {_GUEST}. A joint "
        "press conference was held afterwards. Commencing at 7:00 p.m., they also met over dinner for 70 minutes."
    )
    assert [(s["kinds"], s["duration_minutes"]) for s in record["event"]["sessions"]] == [
        (["meeting", "joint_press_occasion"], 45),
        (["working_meal"], 70),
    ]


def test_those_who_represent_a_group_took_part() -> None:
    record = _record(
        "On November 4, commencing at 10:35 a.m. (local time) for 70 minutes, Prime Minister Shinzo Abe, during his "
        "visit to the Slovak Republic, attended the third V4 plus Japan Summit Meeting. The summary is as follows (the "
        "V4 was represented by H.E. Mr. Peter Pellegrini, Prime Minister of the Slovak Republic, and H.E. Mr. Andrej "
        "Babiš, Prime Minister of the Czech Republic)."
    )
    assert [p["family_name"] for p in record["participants"]] == ["Abe", "Pellegrini", "Babiš"]
    assert record["event"]["sessions"][0]["start"] == "2019-11-04T10:35:00+01:00"


def test_what_followed_is_told_too() -> None:
    record = _record(
        f"On November 4, commencing at 6:25 p.m., {_LEADER}, held a summit meeting with {_GUEST}. The two leaders then "
        "held a small-group meeting for approximately 15 minutes. The overview is as follows."
    )
    assert [s["kinds"] for s in record["event"]["sessions"]] == [["summit_meeting", "small_group_meeting"]]


def test_what_precedes_a_clock_of_another_sentence_is_not_its() -> None:
    record = _record(
        f"On November 4, commencing at 10:10 a.m., {_LEADER}, held a summit meeting with {_GUEST}, followed by a joint "
        "press conference. The two leaders then had a working lunch from 12:40 p.m. for approximately 50 minutes."
    )
    assert [s["kinds"] for s in record["event"]["sessions"]] == [
        ["summit_meeting", "joint_press_occasion"],
        ["working_meal"],
    ]


@pytest.mark.parametrize(
    ("opening", "place", "start"),
    [
        (
            (
                f"{_LEADER}, held a meeting with {_GUEST}, for about one hour from 09:10 a.m. on November 4, 2019 "
                "in Kyoto, Japan. The leaders deepened their relations."
            ),
            "Kyoto, Japan",
            "2019-11-04T09:10:00+09:00",
        ),
        (
            (
                f"On November 4, {_LEADER}, had a meeting with {_GUEST}, in Washington, D.C. for about 50 minutes "
                "from 4:20p.m. (local time), during a visit there for attending the Nuclear Security Summit."
            ),
            "Washington, D.C.",
            "2019-11-04T16:20:00-05:00",
        ),
        (
            (
                f"{_LEADER}, held a meeting with {_GUEST}, in Beijing, the People’s Republic of China, on November 4 "
                "on the occasion of the Japan-China-ROK Summit Meeting."
            ),
            "Beijing, the People’s Republic of China",
            None,
        ),
        (
            (
                f"On November 4, from 10:50 a.m., {_LEADER}, held a meeting with {_GUEST}, in Germany, where the "
                "leaders were visiting to attend the G20 Summit."
            ),
            "Germany",
            "2019-11-04T10:50:00+01:00",
        ),
        (
            (
                f"{_LEADER}, held a meeting with Prime Minister Narendra Modi of India in Vladivostok, the Russian "
                "Federation, on November 4 for about 25 minutes from 10:15 a.m. (local time)."
            ),
            "Vladivostok, the Russian Federation",
            "2019-11-04T10:15:00+10:00",
        ),
        (
            f"On November 4, {_LEADER}, held a summit meeting with {_GUEST}, at the United Nations (UN) Headquarters.",
            "United Nations (UN) Headquarters",
            None,
        ),
        (
            (
                "On November 4, Prime Minister Shinzo Abe held a meeting with President Vladimir Putin of the Russian "
                "Federation on the occasion of his visit to Russia to attend the ceremony of the commemoration. The "
                "meeting took place in a reception room of the Kremlin for 30 minutes from 6:40 pm, Moscow time."
            ),
            "Kremlin",
            "2019-11-04T18:40:00+03:00",
        ),
        (
            # Who visits the counterpart's own country is the leader.
            (
                "On November 4, commencing at 6:40 p.m., Prime Minister Shinzo Abe held a meeting with President "
                "Andrzej Duda of the Republic of Poland on the occasion of his visit to Poland."
            ),
            "Poland",
            "2019-11-04T18:40:00+01:00",
        ),
    ],
)
def test_places_behind_the_counterpart(opening: str, place: str, start: str | None) -> None:
    event = _record(opening)["event"]
    assert event["place"] == place
    assert event["sessions"][0]["start"] == start


def test_documents_signed_before_the_leaders_are_a_ceremony() -> None:
    record = _record(
        f"On November 4, {_LEADER}, held talks with {_GUEST}. After the meeting, memorandums (Memorandum on Food "
        "Safety and Memorandum on Energy Conservation) were signed in the presence of both leaders."
    )
    assert record["event"]["sessions"][0]["kinds"] == ["meeting", "signing_ceremony"]


def test_a_house_of_parliament_is_nobody() -> None:
    record = _record(
        f"On November 4, {_LEADER}, attended a reception hosted by the Honorable Mike Johnson, Speaker of the U.S. "
        "House of Representatives."
    )
    assert [p["family_name"] for p in record["participants"]] == ["Abe", "Johnson"]


@pytest.mark.parametrize(
    ("guest", "told"),
    [
        (
            "Mr. António Guterres, United Nations High Commissioner for Refugees",
            ("Guterres", "High Commissioner", "UNHCR"),
        ),
        (
            "Mr. Fatih Birol, the next Executive Director of the International Energy Agency",
            ("Birol", "Executive Director", "IEA"),
        ),
    ],
)
def test_heads_of_bodies_of_the_united_nations(guest: str, told: tuple[str, str, str]) -> None:
    record = _record(f"On November 4, {_LEADER}, received a courtesy call from {guest}, for approximately 20 minutes.")
    found = record["participants"][1]
    assert (found["family_name"], found["office"], found["affiliation"]["code"]) == told


def test_a_visit_may_be_told_behind_the_place() -> None:
    visit = "in Hamburg, Germany during their visit to attend the G20 Summit"
    event = _record(f"On November 4, {_LEADER} met with {_GUEST} {visit}.")["event"]
    assert (event["place"], event["occasion"]) == ("Hamburg, Germany", "G20 Summit")


def test_a_conversation_before_a_summit() -> None:
    text = (
        f"Conversation\n\nNovember 4, 2019\n\n{_LEADER}, had a conversation with {_GUEST} for approximately 10 minutes "
        "around 12:00 noon on November 4 (Japan Standard Time) at a leaders' waiting room before the start of the East "
        "Asia Summit (EAS) held in Bangkok, Thailand. The overview is as follows:\n\n1. They discussed trade.\n"
    )
    url = "https://www.mofa.go.jp/region/asia-paci/philippine/eas.html"
    event = record_of("jp-mofa", url, text)["event"]
    assert event["sessions"][0]["kinds"] == ["informal_talk"]
    assert event["sessions"][0]["start"] == "2019-11-04T10:00:00+07:00"
    assert event["occasion"] == "East Asia Summit (EAS)"


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (f"exchanged a few words with {_GUEST}, while attending the G20 Osaka Summit.", ["informal_talk"]),
        (f"exchanged greetings with {_GUEST}, ahead of the ASEAN Plus Three Summit Meeting.", ["informal_talk"]),
        ("participated in the 14th East Asia Summit (EAS) in Bangkok, Thailand.", ["multilateral_session"]),
        (f"held a summit meeting and luncheon with {_GUEST}.", ["summit_meeting", "working_meal"]),
        (f"held a summit meeting with {_GUEST}, followed by a state luncheon.", ["summit_meeting", "working_meal"]),
    ],
)
def test_what_was_held(told: str, held: list[str]) -> None:
    assert _record(f"On November 4, {_LEADER}, {told}")["event"]["sessions"][0]["kinds"] == held


def test_a_conversation_of_some_minutes() -> None:
    event = _record(
        f"On November 4, {_LEADER}, who is visiting Hamburg, Germany to attend the G20 Hamburg Summit, had a "
        f"conversation for approximately 5 minutes with {_GUEST}."
    )["event"]
    assert [session["kinds"] for session in event["sessions"]] == [["informal_talk"]]


def test_what_somebody_visited_japan_for() -> None:
    event = _record(
        f"On November 4, {_LEADER}, held a meeting with {_GUEST}, who visited Japan for the participation to World "
        "Assembly for Women (WAW! 2019)."
    )["event"]
    assert (event["place"], event["occasion"]) == ("Japan", "World Assembly for Women (WAW! 2019)")


def test_a_press_conference_behind_a_statement_that_was_signed() -> None:
    event = _record(
        f"On November 4, {_LEADER}, held a summit meeting with {_GUEST}. Following the meeting, the two leaders signed "
        "a Joint Statement on Cooperation and held a joint press conference."
    )["event"]
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "joint_press_occasion"]


def test_a_guest_is_called_by_the_first_of_two_names() -> None:
    record = _record(
        f"On November 4, {_LEADER}, held a summit meeting with H.E. Mr. Issoufou Mahamadou, President of the Republic "
        "of Niger.",
        "President Issoufou stated that he appreciated the welcome.",
    )
    assert (record["participants"][1]["family_name"], record["participants"][1]["given_name"]) == (
        "Issoufou",
        "Mahamadou",
    )


def test_the_realm_stands_behind_the_king() -> None:
    record = _record(
        f"On November 4, {_LEADER}, had a meeting with His Majesty King Mswati III, Kingdom of Swaziland, in Yokohama, "
        "Japan."
    )
    assert record["participants"][1]["affiliation"]["code"] == "SZ"


def test_a_provisional_mark_above_the_title() -> None:
    text = (
        "[Provisional Translation]\n\nTelephone Conversation between Mr. Shinzo Abe, Prime Minister of Japan, and X\n\n"
        "November 4, 2019\n\n  1. For about 10 minutes from 8:10 a.m. on Monday, November 4 (JST), Prime Minister "
        "Shinzo Abe received a telephone call from Mr. Barack Obama, President of the United States.\n"
        "  2. The leaders agreed.\n"
    )
    url = "https://www.mofa.go.jp/region/n-america/us/tel.html"
    record = record_of("jp-mofa", url, text)
    assert record["title"].startswith("Telephone Conversation between")
    assert record["provisional_translation"]
    assert record["event"]["sessions"][0]["start"] == "2019-11-04T08:10:00+09:00"
    assert [point["text"] for point in record["points"]] == ["The leaders agreed."]
    assert _MOFA.decide(FeedEntry(url, record["title"], None, "")).keep


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at Fiesta Americana from 7:45 pm to 8:20 pm", "Fiesta Americana"),
        ("at the Great Hall of the People in Beijing", "Great Hall of the People in Beijing"),
        ("for approximately 20 minutes in Manila", "Manila"),
        ("at 7:45 pm", None),
        ("at the Summit on Trade", None),
    ],
)
def test_a_place_of_whatever_name(where: str, place: str | None) -> None:
    assert _record(f"On November 4, {_LEADER}, held a meeting with {_GUEST}, {where}.")["event"]["place"] == place


def test_a_slip_of_a_comma_or_a_full_stop_hides_nobody() -> None:
    record = _record(
        "On November 4, commencing at 3:35 p.m., Mr. ABE Shinzo , Prime Minister of Japan, held a telephone talk with "
        "the Honorable. Scott Morrison, Prime Minister of the Commonwealth of Australia."
    )
    assert [p["term"] for p in record["participants"]] == ["jp/98-abe", "au/2018-morrison"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("during his visit to the Republic of Korea (ROK)", "Republic of Korea"),
        ("at the Sangchunjae (Spring House) of Cheong Wa Dae (Presidential Palace) during his visit to the ROK",
         "Sangchunjae (Spring House) of Cheong Wa Dae (Presidential Palace)"),
        ("at former President Ramos’s residence in Manila City", "former President Ramos’s residence in Manila City"),
        ("at the Turkish Prime Minister’s office in Istanbul", "Turkish Prime Minister’s office in Istanbul"),
    ],
)  # fmt: skip
def test_a_hall_is_more_than_the_country_and_an_acronym_is_no_town(where: str, place: str) -> None:
    assert _record(f"On November 4, {_LEADER}, held a meeting with {_GUEST}, {where}.")["event"]["place"] == place


def test_a_visit_may_begin_the_sentence() -> None:
    record = _record(f"During his visit to the Kingdom of Thailand, {_LEADER}, held talks with {_GUEST} on November 4.")
    assert record["event"]["place"] == "Kingdom of Thailand"


def test_a_meeting_with_business_leaders_is_none_of_leaders() -> None:
    record = _record(
        f"On November 4, {_LEADER}, held a summit meeting with {_GUEST}, and subsequently held a meeting with business "
        "leaders. Then, the two leaders held a joint press conference."
    )
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting", "joint_press_occasion"]


def test_a_country_that_an_ambassador_is_sent_to_is_no_place() -> None:
    guest = "the Honorable George Glass, Ambassador of the United States of America to Japan"
    record = _record(f"On November 4, {_LEADER}, received a courtesy call from {guest}.")
    assert record["event"]["place"] is None
    assert record["participants"][1]["office"] == "Ambassador"


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        (
            "After the guard of honor ceremony, the Prime Minister held a summit meeting and a signing ceremony.",
            ["summit_meeting", "signing_ceremony"],
        ),
        (
            "After that, the two leaders held a joint press announcement.",
            ["summit_meeting", "joint_press_occasion"],
        ),
        (
            (
                "After a welcome ceremony at the palace, the Prime Minister laid a wreath, and then held a small-group "
                "meeting and a joint press announcement. In the evening, he attended a dinner."
            ),
            ["summit_meeting", "small_group_meeting", "joint_press_occasion"],
        ),
        (
            "The meeting was preceded by a salute. Following the meeting, they witnessed the exchange of documents.",
            ["summit_meeting", "signing_ceremony"],
        ),
        # What is said stays a statement.
        ("After a welcome ceremony, the Prime Minister held a signing ceremony and stated so.", ["summit_meeting"]),
        # Of another event of that day.
        ("Afterwards, the Prime Minister attended a dinner hosted by the mayor.", ["summit_meeting"]),
    ],
)
def test_the_paragraph_below_may_go_on_telling_of_the_event(below: str, kinds: list[str]) -> None:
    record = _record(f"On November 4, {_LEADER}, held a summit meeting with {_GUEST}.\n\n{below}")
    assert record["event"]["sessions"][0]["kinds"] == kinds


def test_who_invited_the_guest_took_no_part() -> None:
    record = _record(
        f"On November 4, {_LEADER}, received a courtesy call from H.E. Mr. Vicente Castelo SOTTO, President of the "
        "Senate, Republic of the Philippines, who was visiting Japan upon the invitation of Mr. Tadamori Oshima, "
        "Speaker "
        "of the House of Representatives."
    )
    guest = record["participants"][1]
    assert len(record["participants"]) == 2
    assert (guest["office"], guest["rank"], guest["affiliation"]["code"]) == ("President of the Senate", "other", "PH")


def test_a_month_alone_tells_the_year() -> None:
    text = f"Japan-UK Summit Meeting\n\nJuly 2003\n\n{_LEADER}, held a meeting with {_GUEST}, in Hakone on July 19.\n"
    url = "https://www.mofa.go.jp/region/europe/uk/overview.html"
    record = record_of("jp-mofa", url, text)
    assert (record["published"], record["event"]["date"]) == (None, "2003-07-19")


@pytest.mark.parametrize(
    ("sentence", "sessions"),
    [
        (
            "held a summit meeting with {} from 6:00 p.m. for 30 minutes, followed by a working dinner for 80 minutes",
            [(["summit_meeting"], "18:00", 30), (["working_meal"], None, 80)],
        ),
        (
            "held a summit meeting with {} for about 30 minutes, followed by a working lunch for about 50 minutes",
            [(["summit_meeting"], None, 30), (["working_meal"], None, 50)],
        ),
        (
            "held a meeting with {} from 18:15 to 18:45, which was followed by a working dinner lasting for an hour",
            [(["meeting"], "18:15", 30), (["working_meal"], None, 60)],
        ),
        (
            "held a meeting with {} from 6:15 p.m., followed by a working dinner for 50 minutes",
            [(["meeting"], "18:15", None), (["working_meal"], None, 50)],
        ),
        (
            "held a summit meeting with {} for 25 minutes, followed by a signing ceremony",
            [(["summit_meeting", "signing_ceremony"], None, 25)],
        ),
        ("held talks by telephone with {} for 15 minutes", [(["telephone_talk"], None, 15)]),
        ("talked over the telephone with {} for 15 minutes", [(["telephone_talk"], None, 15)]),
    ],
)
def test_what_followed_is_a_session_of_its_own_where_its_length_is_told(
    sentence: str, sessions: list[tuple[list[str], str | None, int | None]]
) -> None:
    opening = f"On November 4, {_LEADER}, {sentence.format(_GUEST)}. The overview of the meeting is as follows."
    told = _record(opening)["event"]["sessions"]
    clocks = [session["start"][11:16] if session["start"] else None for session in told]
    assert [(s["kinds"], clock, s["duration_minutes"]) for s, clock in zip(told, clocks, strict=True)] == sessions


def _of(title: str, *paragraphs: str) -> Any:
    text = "\n\n".join([title, "March 2, 2026", *paragraphs])
    return record_of("jp-mofa", "https://www.mofa.go.jp/a.html", text)


def test_who_attended_too_is_told_behind_the_first_sentence() -> None:
    record = _of(
        "G7 Leaders' Video Conference",
        "On March 2, Prime Minister TAKAICHI Sanae attended the G7 Leaders' Video Conference hosted by H.E. "
        "Mr. Emmanuel Macron, President of the French Republic. H.E. Mr. Volodymyr Zelenskyy, President of "
        "Ukraine, also attended the meeting. Mr. MOTEGI Toshimitsu, Minister for Foreign Affairs, attended "
        "the meeting. The overview is as follows.",
    )
    assert [who["family_name"] for who in record["participants"]] == ["Takaichi", "Macron", "Zelenskyy"]


def test_a_delegation_tells_the_country_of_who_leads_it() -> None:
    record = _of(
        "Courtesy Call on Prime Minister Takaichi",
        "On March 2, Ms. TAKAICHI Sanae, Prime Minister of Japan, received a courtesy call from a delegation "
        "of U.S. Senators led by Senator William F. Hagerty. The overview is as follows.",
    )
    guest = record["participants"][1]
    assert (guest["affiliation"]["code"], guest["family_name"]) == ("US", "Hagerty")


def test_a_hall_with_its_town_behind_a_comma_and_what_was_then_hosted() -> None:
    event = _of(
        "Japan-Jordan Summit Meeting and Working Dinner",
        "On March 2, commencing at 6:25 p.m., Prime Minister TAKAICHI held a meeting with His Majesty King "
        "Abdullah II of the Hashemite Kingdom of Jordan for approximately 35 minutes, and then hosted a "
        "working dinner for approximately 60 minutes, at the State Guest House, Akasaka Palace, in Tokyo. The"
        " overview is as follows.",
    )["event"]
    assert event["place"] == "State Guest House, Akasaka Palace, in Tokyo"
    told = [(session["kinds"], session["duration_minutes"]) for session in event["sessions"]]
    assert told == [(["meeting"], 35), (["working_meal"], 60)]


@pytest.mark.parametrize(
    "called",
    [
        "H.E. Mr. Ferdinand R. Marcos Jr., President of the Republic of the Philippines",
        "H.E. Mr. Ferdinand Romualdez Marcos, Jr., President of the Republic of the Philippines",
        "President Ferdinand R. Marcos Jr. of the Philippines",
        "the President of the Philippines, Ferdinand R. Marcos Jr.",
    ],
)
def test_junior_ends_a_name_with_or_without_a_comma(called: str) -> None:
    record = _of("Japan-Philippines Summit Meeting", f"On March 2, Prime Minister TAKAICHI held talks with {called}.")
    guest = record["participants"][1]
    assert (guest["family_name"], guest["affiliation"]["code"]) == ("Marcos", "PH")


def test_orders_behind_a_name_and_a_clause_that_a_clock_leads() -> None:
    record = _of(
        "Japan-Canada Summit Meeting",
        "At around 5:00 p.m. on March 2, Prime Minister TAKAICHI held a Japan-Canada Summit Meeting with the Right "
        "Honourable Mark Carney, P.C., O.C., M.P., Prime Minister of Canada. After the meeting, a joint press "
        "announcement was held, and from 7:10 p.m. a working dinner took place for approximately 80 minutes. The "
        "overview is as follows.",
    )
    assert record["participants"][1]["family_name"] == "Carney"
    told = [(session["kinds"], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == [(["summit_meeting", "joint_press_occasion"], None), (["working_meal"], 80)]


def test_the_formats_that_a_meeting_consisted_of() -> None:
    event = _of(
        "Japan-ROK Summit Meeting",
        "On March 2, commencing at 2:05 p.m., Ms. TAKAICHI Sanae, Prime Minister of Japan, held a Japan-ROK Summit "
        "Meeting in Nara with H.E. Mr. Lee Jae Myung, President of the Republic of Korea. The meeting consisted of a "
        "small-group meeting (for approximately 20 minutes) and a plenary meeting. The overview is as follows.",
    )["event"]
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "small_group_meeting", "expanded_meeting"]


def test_a_heading_of_one_word_stands_above_a_whole_paragraph() -> None:
    record = record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/region/page1.html",
        "Japan-Canada Summit Meeting\n\nJune 17, 2013\n\nFor approximately 30 minutes from 2:30 p.m. on June 17 "
        "(Monday local time), Prime Minister Shinzo Abe held a summit meeting with Rt Hon Stephen Harper, Prime "
        "Minister of Canada, on the sidelines of the Group of Eight (G8) Summit in Lough Erne, Northern Ireland. An "
        "outline of the meeting is as follows:\n\nOverview of Relations\n\nPrime Minister Abe said that he was "
        "pleased.\n\nEconomy\n\n"
        "Prime Minister Harper said that he hoped to expand trade and investment between the two countries further.\n",
    )
    assert [point["heading"] for point in record["points"]] == ["Overview of Relations", "Economy"]
    assert record["event"]["sessions"][0]["start"] == "2013-06-17T14:30:00+01:00"


def test_the_summit_of_many_that_a_page_is_of() -> None:
    event = _of(
        "G8", "On March 2, the G8 Summit was held in Lough Erne, Northern Ireland, under the British presidency."
    )
    assert event["event"]["sessions"][0]["kinds"] == ["multilateral_session"]


def test_what_was_visited_before_is_no_place() -> None:
    event = _of(
        "Japan-France Summit Meeting",
        "On March 2, after visiting Belgium, Prime Minister TAKAICHI held a meeting in Paris with President Macron.",
    )["event"]
    assert event["place"] == "Paris"
