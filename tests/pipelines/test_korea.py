"""How the President of the Republic of Korea's briefings tell of a call or a summit, and which of the news are one."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError
from connectors.feeds import FeedEntry
from pipelines import steps
from tests.reading import record_of

_SOURCE = sources.load()["kr-president"]
_URL = "http://webarchives.pa.go.kr/19th/english.president.go.kr/BriefingSpeeches/Briefings/1"


def _read(*paragraphs: str, title: str = "Briefing", published: str = "March 7, 2018") -> Any:
    return record_of("kr-president", _URL, "\n\n".join([title, published, *paragraphs]))


def test_a_call_is_timed_by_the_half_of_the_day_that_stands_behind_its_end() -> None:
    (session,) = _read(
        "President Moon Jae-in spoke on the phone with Prime Minister Shinzo Abe from 5:37 to 6:11 this afternoon."
    )["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2018-03-07T17:37:00+09:00", 34)
    (session,) = _read(
        "President Moon Jae-in spoke on the phone with Prime Minister Shinzo Abe from 8:50 to 9:20 this morning."
    )["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2018-03-07T08:50:00+09:00", 30)


@pytest.mark.parametrize(
    ("opening", "kinds"),
    [
        ("President Moon Jae-in engaged in phone diplomacy with Prime Minister Shinzo Abe today.", ["telephone_talk"]),
        (
            "President Moon Jae-in and Chinese President Xi Jinping held a summit in Berlin this morning.",
            ["summit_meeting"],
        ),
        (
            "President Moon Jae-in and Chancellor Angela Merkel held a summit during dinner this evening.",
            ["summit_meeting", "working_meal"],
        ),
        (
            "President Moon Jae-in and Prime Minister Shinzo Abe held a summit followed by a luncheon meeting today.",
            ["summit_meeting", "working_meal"],
        ),
        (
            "President Lee Myung-bak met with Secretary General Ban Ki-moon over a luncheon meeting today.",
            ["meeting", "working_meal"],
        ),
    ],
)
def test_a_summit_is_one_wherever_and_over_whatever_it_was_held(opening: str, kinds: list[str]) -> None:
    assert [kind for session in _read(opening)["event"]["sessions"] for kind in session["kinds"]] == kinds


def test_length_and_start_are_told_by_the_paragraph_below_the_opening() -> None:
    opening = "President Moon Jae-in and Chinese President Xi Jinping held a summit in Berlin this morning."
    (session,) = _read(opening, "During their 75-minute summit, the two Presidents agreed to meet again.")["event"][
        "sessions"
    ]
    assert session["duration_minutes"] == 75
    opening = "President Moon Jae-in today held talks with Prime Minister Shinzo Abe in Seoul."
    (session,) = _read(opening, "At their summit starting at 11:40 a.m., President Moon said that trade grew.")[
        "event"
    ]["sessions"]
    assert session["start"] == "2018-03-07T11:40:00+09:00"
    # What another meeting took is not this one's length.
    (session,) = _read(
        opening, "The 50-minute meeting of the two ministers in May had been of use, President Moon said."
    )["event"]["sessions"]
    assert session["duration_minutes"] is None


def test_who_attends_one_summit_may_hold_another_elsewhere() -> None:
    event = _read(
        "President Moon Jae-in, who is visiting China to attend the 8th Korea-Japan-China summit in Chengdu, held a "
        "summit with Chinese President Xi Jinping in Beijing at 11:30 a.m. today (local time)."
    )["event"]
    assert (event["place"], event["occasion"]) == ("Beijing", "8th Korea-Japan-China summit")
    assert event["sessions"][0]["start"] == "2018-03-07T11:30:00+08:00"


def test_leaders_may_be_told_by_what_their_countries_are_called() -> None:
    record = _read("President Moon Jae-in held phone conversations with the U.S. and Japanese leaders on March 7.")
    assert [(p["affiliation"] or {}).get("code") for p in record["participants"]] == ["KR", "US", "JP"]
    # But not where the word is no country's.
    record = _read("President Moon Jae-in held a meeting with business and Korean leaders on March 7.")
    assert len(record["participants"]) == 1


def test_who_speaks_is_told_by_country_and_office_in_small_letters_or_by_a_name_behind_what_it_is_about() -> None:
    record = _read(
        "President Moon Jae-in and Canadian Prime Minister Justin Trudeau held a phone call on March 7.",
        "“It is important that we play a larger role in this,” said the Canadian prime minister.",
        "The Canadian prime minister responded by saying that it would be done.",
        "Regarding the steel tariffs levied by the U.S., Trudeau said that they would be handled at the G7.",
        "President Moon and Prime Minister Trudeau saw eye to eye on the need for close coordination.",
    )
    told = [point["statements"][0] for point in record["points"]]
    other, both = ["/participants/1"], ["/participants/0", "/participants/1"]
    assert [statement["speakers"] for statement in told] == [other, other, other, both]
    assert [statement["report"] and statement["report"]["class"] for statement in told][-1] == "concurred"


def test_the_archives_notice_captions_and_bylines_are_no_text() -> None:
    record = _read(
        "이 웹사이트는 제19대 대통령 임기 종료에 따라 대통령기록관이 이관받아 서비스하는 대통령기록물입니다.",
        "다만, 「개인정보보호법」에 의하여 처리를 원하시는 분은 요청해 주시면 조치해 드리겠습니다.",
        "President Moon Jae-in (left) talks with Prime Minister Shinzo Abe, at Cheong Wa Dae on March 7.",
        "By Yonhap News",
        "Photos = Cheong Wa Dae",
        "President Moon Jae-in spoke with Japanese Prime Minister Shinzo Abe over the phone on March 7.",
        "The two leaders agreed to meet soon.",
    )
    assert record["opening"].startswith("President Moon Jae-in spoke with")
    assert record["findings"] == []
    assert [point["statements"][0]["text"] for point in record["points"]] == ["The two leaders agreed to meet soon."]


def _kept(title: str, *paragraphs: str) -> bool:
    record = _read(*paragraphs, title=title)
    return _SOURCE.decide(FeedEntry(_URL, title, None, ""), steps.names_guest(record)).keep


def test_the_text_tells_whom_the_president_met() -> None:
    assert _kept(
        "President, US VP discuss tech",
        "President Yoon Suk Yeol on March 7 held talks with U.S. Vice President Kamala Harris.",
    )
    assert not _kept(
        "President Yoon hosts dinner for soccer team",
        "President Yoon Suk Yeol on March 7 hosted a banquet for the team back from Qatar.",
    )
    assert not _kept(
        "President Yoon checks national tasks",
        "President Yoon Suk Yeol on March 7 held a conference with a panel of citizens.",
    )
    with pytest.raises(NotASummaryError):
        _read("President Yoon Suk Yeol on March 7 said that reforms are due.", title="President Yoon stresses reforms")


def test_a_summit_at_the_presidents_office_tells_its_place_and_every_format() -> None:
    event = _read(
        "President Moon Jae-in and Uzbek President Shavkat Mirziyoyev held a one-on-one and an expanded summit at "
        "Cheong Wa Dae from 2:25 to 4:19 this afternoon."
    )["event"]
    (session,) = event["sessions"]
    assert (event["place"], session["kinds"]) == ("Cheong Wa Dae", ["one_on_one_meeting", "expanded_meeting"])
    assert (session["start"], session["duration_minutes"]) == ("2018-03-07T14:25:00+09:00", 114)
    event = _read(
        "President Moon Jae-in and President Vladimir Putin of Russia held a summit this afternoon on the sidelines of "
        "the G20 Summit in Hamburg, Germany."
    )["event"]
    assert (event["place"], event["sessions"][0]["kinds"]) == ("Hamburg, Germany", ["summit_meeting"])


def test_two_of_one_office_speak_together() -> None:
    record = _read(
        "President Moon Jae-in and Uzbek President Shavkat Mirziyoyev held a summit in Seoul today.",
        "Marking the anniversary, Presidents Moon and Mirziyoyev agreed, at the summit, to step up cooperation.",
    )
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


def test_the_town_of_a_meeting_tells_more_than_the_country_of_the_visit() -> None:
    event = _read(
        "President Moon Jae-in, on an official visit to Germany, met with Chinese President Xi Jinping in Berlin today."
    )["event"]
    assert event["place"] == "Berlin"
    event = _read(
        "President Moon Jae-in and Uzbek President Shavkat Mirziyoyev, who is on a state visit to Korea, held a summit "
        "at Cheong Wa Dae today."
    )["event"]
    assert event["place"] == "Cheong Wa Dae"


def test_how_much_longer_a_meeting_lasted_is_not_its_length() -> None:
    event = _read(
        "President Moon Jae-in and President Xi Jinping of China held a summit in Da Nang, Vietnam today. Their "
        "meeting lasted 20 minutes longer than originally scheduled."
    )["event"]
    assert event["sessions"][0]["duration_minutes"] is None


def test_who_agrees_in_the_same_voice_said_it() -> None:
    record = _read(
        "President Moon Jae-in and Russian President Vladimir Putin held a summit in Seoul today.",
        "Putin emphasized that trade must be free. Moon in the same voice said that protection had failed before.",
    )
    assert [told["speakers"] for told in record["points"][0]["statements"]] == [
        ["/participants/1"],
        ["/participants/0"],
    ]


def test_a_clock_on_the_sidelines_of_a_summit_is_not_the_seats() -> None:
    def told(opening: str) -> tuple[str | None, str | None, list[str]]:
        record = _read(opening)
        (session,) = record["event"]["sessions"]
        return (
            record["event"]["occasion"],
            session["start"],
            [found["code"] for found in record["findings"] if "zone" in found["code"]],
        )

    with_modi = "President Moon Jae-in and Indian Prime Minister Narendra Modi held a summit"
    assert told(f"{with_modi} at 9:20 this morning.") == (None, "2018-03-07T09:20:00+09:00", ["time_zone_by_place"])
    assert told(f"{with_modi} at 9:20 this morning on the sidelines of the G20 Summit.") == (
        "G20 Summit",
        None,
        ["time_zone_unknown"],
    )
    assert told(f"{with_modi} on the sidelines of the U.N. General Assembly at 9:20 this morning.") == (
        "U.N. General Assembly",
        "2018-03-07T09:20:00-05:00",
        ["time_zone_by_place"],
    )
    # Who takes part by video may be at home.
    remote = "held a video conference on the occasion of the G20 Summit at 9:20 this morning"
    assert told(f"President Moon Jae-in and Indian Prime Minister Modi {remote}.")[1] == "2018-03-07T09:20:00+09:00"


def test_the_hall_beside_an_assembly_is_the_place() -> None:
    event = _read(
        "President Moon Jae-in and Danish Prime Minister Mette Frederiksen held a summit on the sidelines of the U.N. "
        "General Assembly at Hudson Yards in New York for 20 minutes from 8:04 p.m. today (local time)."
    )["event"]
    (session,) = event["sessions"]
    assert (event["place"], event["occasion"]) == ("Hudson Yards in New York", "U.N. General Assembly")
    assert (session["start"], session["duration_minutes"]) == ("2018-03-07T20:04:00-05:00", 20)


def test_the_headquarters_of_the_united_nations_are_the_place() -> None:
    event = _read(
        "President Moon Jae-in met with UN Secretary-General António Guterres at the UN headquarters in New York today "
        "(local time) on the occasion of the 73rd session of the UN General Assembly."
    )["event"]
    assert event["place"] == "UN headquarters in New York"


def test_leaders_told_by_their_countries_are_named_by_the_text_below() -> None:
    opening = "President Moon Jae-in held phone conversations with the U.S. and Japanese leaders on March 7."

    def named(*below: str) -> list[tuple[str | None, str | None, str | None]]:
        guests = _read(opening, *below)["participants"][1:]
        return [(guest["family_name"], guest["office"], guest["term"]) for guest in guests]

    abe, nobody = ("Abe", "Prime Minister", "jp/98-abe"), (None, None, None)
    assert named(
        "In the call with President Trump, President Moon told him of the envoys.",
        "Japanese Prime Minister Shinzo Abe welcomed that, and Prime Minister Abe thanked him.",
    ) == [("Trump", "President", "us/45-trump"), abe]
    # Of two of a country nobody is meant, nor a minister, nor a president who held no office that day.
    assert named(
        "He asked U.S. President Donald Trump what U.S. President Barack Obama had said.",
        "Japanese Foreign Minister Taro Kono stood by.",
    ) == [nobody, nobody]
    assert named("In the call with President Clinton, President Moon told him of the envoys.") == [nobody, nobody]


def test_a_leader_may_be_called_by_the_country_alone() -> None:
    record = _read(
        "President Moon Jae-in and U.N. Secretary General Antonio Guterres met in New York on March 7.",
        "The U.N. leader expressed his determination. He also stressed unity.",
        "“We should be united,” said the U.N. leader.",
        "They were on the same page on the need for unity.",
    )
    told = [[statement["speakers"] for statement in point["statements"]] for point in record["points"]]
    other = ["/participants/1"]
    assert told == [[other, other], [other], [["/participants/0", "/participants/1"]]]
    assert record["points"][2]["statements"][0]["report"]["class"] == "concurred"


def test_a_counterpart_named_with_the_country_has_the_office_told_below() -> None:
    def guest(opening: str, *below: str) -> tuple[str | None, ...]:
        (told,) = _read(f"President Moon Jae-in {opening} on March 7.", *below)["participants"][1:]
        return told["name_as_published"], told["family_name"], told["office"], (told["affiliation"] or {}).get("code")

    below = "“We will do so,” said President Macron during a joint press briefing after the summit."
    macron = ("Emmanuel Macron", "Macron", "President", "FR")
    assert guest("held a summit with his French counterpart, Emmanuel Macron, in Seoul", below) == macron
    assert guest("held a summit with his French counterpart Emmanuel Macron in Seoul") == (*macron[:2], None, "FR")
    assert guest("met with his French counterpart, President Emmanuel Macron, in Seoul") == (
        "President Emmanuel Macron",
        *macron[1:],
    )
    # "Minister Macron" is somebody else, or was something else: two offices are told, and neither is meant.
    assert guest(
        "met with his French counterpart, Emmanuel Macron, in Seoul", below, "Foreign Minister Macron left."
    ) == (*macron[:2], None, "FR")


def test_words_told_at_a_briefing_after_it_are_their_speakers() -> None:
    record = _read(
        "President Moon Jae-in held a summit with his French counterpart, Emmanuel Macron, in Seoul on March 7.",
        "It is the first visit since President Moon took office.",
        "“We will do so,” said President Macron during a joint press briefing after the summit.",
        "President Moon Jae-in (right) and French President Emmanuel Macron hold a joint press conference in Seoul.",
        "“We will grow,” said President Moon.",
    )
    told = [point["statements"][0]["speakers"] for point in record["points"]]
    assert told == [[], ["/participants/1"], ["/participants/0"]]


_MENU = (
    "CHEONG WA DAE\n\nToward a Greater Republic of Korea\n\nPresidential activities\n\n  • Latest Headlines\n  • "
    "Speeches\n"
    "  • Summit diplomacy\n  • President LEE MYUN-GBAK\n  • First lady KIMYOONOK\n\nLatest Headlines \n\n"
)


def _news(title: str, published: str, *paragraphs: str) -> Any:
    """A page of the site of 2008 to 2013, below its menu."""
    url = "http://17cwd.eng.pa.go.kr/pre_activity/latest/latest_view.php?board_no=E02&uno=1"
    text = _MENU + "\n\n".join(
        [f"{title}\n{published}", "twitter Twitter facebook Share tumblr Tumblr Share", *paragraphs]
    )
    return record_of("kr-president", url, text)


def _spoken(record: Any) -> list[list[list[str]]]:
    return [[statement["speakers"] for statement in point["statements"]] for point in record["points"]]


def test_the_menu_of_an_old_site_is_no_title_and_a_speaker_is_told_behind_a_quotation() -> None:
    record = _news(
        "Lee says Korea, Japan ready to forge new ties",
        "September 24, 2009",
        "President Lee Myung-bak met with new Japanese Prime Minister Yukio Hatoyama in New York on Wednesday (Sept. "
        "23, "
        "local time) and discussed pending issues between the two countries.",
        "The two leaders had already met with each other in June. President Lee called for joint efforts.",
        "“Given our relations the two countries must come together to resolve issues,” Hatoyama said, listing the "
        "global "
        "issues of the economy and climate change.",
        "Hatoyama, in response, gave credit to the agreement.",
        "The visit would strengthen relations, Hatoyama said, and Japan would continue to advance under its "
        "leadership.",
    )
    assert record["title"] == "Lee says Korea, Japan ready to forge new ties"
    assert record["published"][:10] == "2009-09-24"
    assert _spoken(record) == [
        [[], ["/participants/0"]],
        [["/participants/1"]],
        [["/participants/1"]],
        [["/participants/1"]],
    ]


def test_an_opening_about_the_guest_and_her_words_by_her_office() -> None:
    record = _news(
        "U.S. Secretary Clinton expresses full support for South Korea",
        "May 27, 2010",
        "U.S. Secretary of State Hillary Clinton expressed Wednesday (May 26) upon her meeting with the President in "
        "Seoul "
        "that the U.S. government will continue to give its full support to the Korean government.",
        "The secretary added that the President had showed prudent yet strong leadership.",
        "The U.S. Secretary said she had come to show support to the President and his administration.",
    )
    assert record["event"]["date"] == "2010-05-26"
    _, guest = record["participants"]
    assert (guest["family_name"], guest["office"]) == ("Clinton", "Secretary of State")
    assert _spoken(record) == [[["/participants/1"]], [["/participants/1"]]]


def test_a_press_conference_named_by_what_was_said_at_it_and_a_caption_about_two() -> None:
    record = _news(
        "Korea, Japan hold summit in Seoul",
        "October 9, 2009",
        "The President and Japanese Prime Minister Yukio Hatoyama talk during a summit held at Cheong Wa Dae in Seoul, "
        "Friday (Oct. 9). |",
        "The President and Japanese Prime Minister Yukio Hatoyama held a summit meeting at Cheong Wa Dae on Friday "
        "(Oct. 9).",
        '"The visit shows well our enhanced relationship," President Lee Myung-bak said at a joint press conference '
        "held with the Prime Minister after the morning meeting.",
    )
    (session,) = record["event"]["sessions"]
    assert set(session["kinds"]) == {"summit_meeting", "joint_press_occasion"}
    assert (record["event"]["date"], record["event"]["place"]) == ("2009-10-09", "Cheong Wa Dae")
