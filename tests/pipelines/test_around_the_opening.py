"""What stands around the opening of a page of the Japanese ministries: titles, captions, parts, who attended."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_MOFA = sources.load()["jp-mofa"]
_URL = "https://www.mofa.go.jp/s_sa/sea1/la/page4e_009999.html"
_OPENING = (
    "On June 12, commencing at 6:45 p.m. for approximately 30 minutes, Mr. ABE Shinzo, Prime Minister of Japan, held a "
    "summit meeting with H.E. Mr. Mark RUTTE, Prime Minister of the Kingdom of the Netherlands. The "
    "overview is as follows."
)
_POINTS = "(1) Opening\n\nPrime Minister Abe welcomed the visit.\n\n(2) Trade\n\nThe two leaders discussed trade."


def _record(text: str) -> Any:
    return record_of("jp-mofa", _URL, text)


@pytest.mark.parametrize("section", ["Japan-Netherlands Relations", "Countries & Regions", "Press Releases", "Europe"])
def test_a_section_is_no_title_of_a_saved_text(section: str) -> None:
    record = _record(f"{section}\n\nJapan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{_POINTS}")
    assert record["title"] == "Japan-Netherlands Summit Meeting"


@pytest.mark.parametrize("following", ["June 12, 2018", "(Photo: Cabinet Public Relations Office)\n\nJune 12, 2018"])
def test_a_section_is_all_the_title_where_no_other_stands(following: str) -> None:
    assert _record(f"Japan-Netherlands Relations\n\n{following}\n\n{_OPENING}\n\n{_POINTS}")["title"] == (
        "Japan-Netherlands Relations"
    )


def test_what_pictures_show_is_no_point() -> None:
    pictures = (
        "  • Two leaders who shake hands\n    Photograph of the leaders shaking hands\n    (Photo: "
        "Cabinet Public Relations"
        " Office)\n  • Two leaders who talk\n    Photograph of the meeting\n"
    )
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{pictures}\n\n{_POINTS}")
    assert [point["heading"] for point in record["points"]] == ["Opening", "Trade"]


def test_a_list_without_pictures_is_kept() -> None:
    listed = "- The two leaders discussed trade\n- The two leaders discussed energy"
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{listed}")
    assert len(record["points"]) == 2


def test_the_part_that_an_opening_opens_holds_its_points() -> None:
    record = _record(
        "Japan-Netherlands Relations\n\nJune 12, 2018\n\n1. Japan-Netherlands Summit "
        f"Meeting\n\n{_OPENING}\n\n{_POINTS}\n\n"
        "2. Signing ceremony\n\nThe two leaders attended the signing."
    )
    assert [(point["label"], point["heading"], len(point["points"])) for point in record["points"]] == [
        ("1.", "Japan-Netherlands Summit Meeting", 2),
        ("2.", "Signing ceremony", 1),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Following the meeting, the two leaders attended a signing ceremony.",
        "The meeting was attended by Mr. NISHIMURA Yasutoshi, Deputy Chief Cabinet Secretary, and others.",
        "The overview of the meeting is as follows:",
    ],
)
def test_what_tells_of_the_event_belongs_to_the_opening(paragraph: str) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{paragraph}\n\n{_POINTS}")
    assert record["opening"] == f"{_OPENING} {paragraph}"
    assert [point["heading"] for point in record["points"]] == ["Opening", "Trade"]


def test_a_statement_behind_a_point_stays_one() -> None:
    later = "Following the meeting, the two leaders took a walk."
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{_POINTS}\n\n{later}")
    assert record["opening"] == _OPENING


@pytest.mark.parametrize("mark", ["[Provisional translation]", "Provisional Translation"])
def test_the_provisional_mark(mark: str) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{mark}\n\n{_OPENING}\n\n{_POINTS}")
    assert record["provisional_translation"]


def test_a_heading_may_end_in_hours() -> None:
    record = _record(
        f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n1. Prime Minister Rutte "
        "(5:50-5:59 p.m.)\n\n"
        "(1) Prime Minister Rutte welcomed the visit.\n\n(2) They discussed trade."
    )
    assert [(point["heading"], len(point["points"])) for point in record["points"]] == [
        ("Prime Minister Rutte (5:50-5:59 p.m.)", 2)
    ]


def test_a_visit_tells_the_hour_in_its_first_point() -> None:
    record = _record(
        "Prime Minister Abe's Visit\n\nJune 12, 2018\n\nOn June 12, Prime Minister ABE Shinzo made "
        "an official visit to "
        "the Kingdom of the Netherlands, where he held a summit meeting with H.E. Mr. Mark RUTTE, "
        "Prime Minister of the "
        "Kingdom of the Netherlands.\n\n1. Summit meeting\n\nOn June 12, for approximately 75 "
        "minutes from around 4:30 p.m. "
        "(local time), Prime Minister Abe held a summit meeting with Prime Minister Rutte.\n\n(1) "
        "Trade\n\nThe two leaders "
        "discussed trade."
    )
    (session,) = record["event"]["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2018-06-12T16:30:00+02:00", 75)
    assert record["points"][0]["points"][0]["statements"][0]["speaker"] is None


@pytest.mark.parametrize(
    ("title", "keep"),
    [
        ("Courtesy Call on Mr. Naoto Kan, Prime Minister by Dr. X, Minister of Foreign Affairs of Y", True),
        (
            "Courtesy Call by Mr. X, Minister of Foreign Affairs of the Republic of Y, on Mr. Taro Aso, Prime Minister",
            True,
        ),
        ("Courtesy Call from Mr. X, Minister for Foreign Affairs of Y, to Prime Minister Abe", True),
        ("Courtesy Call on Mr. Seiji Maehara, Minister for Foreign Affairs, by Dr. X", False),
        ("Foreign Minister Kono paid a courtesy call on Prime Minister Hun Sen", False),
        ("A courtesy call on Prime Minister of the Kingdom of Cambodia", False),
        ("Prime Minister Abe Meets with the President of the United Nations General Assembly", True),
    ],
)
def test_calls_on_the_prime_minister_and_meetings(title: str, keep: bool) -> None:
    assert _MOFA.decide(FeedEntry(_URL, title, None, "")).keep is keep


@pytest.mark.parametrize(
    ("opening", "day", "place"),
    [
        (
            (
                "Prime Minister Shinzo Abe held a summit meeting with Prime Minister Mark Rutte of the "
                "Netherlands in Sea Island, "
                "Georgia on the occasion of the G8 Summit. The meeting was held from 17:05 to 17:55 on June 8, 2018."
            ),
            "2018-06-08",
            "Sea Island, Georgia",
        ),
        (
            (
                "A summit meeting was held between Prime Minister Shinzo Abe and Prime Minister Mark Rutte of the "
                "Netherlands for approximately one hour on June 8."
            ),
            "2018-06-08",
            None,
        ),
        (
            (
                "Prime Minister Shinzo Abe had dinner with Mr. Mark Rutte, Prime Minister of the Netherlands, at a "
                "villa during his visit to the Netherlands, on the evening of June 8 (Friday)."
            ),
            "2018-06-08",
            "Netherlands",
        ),
        (
            (
                "On June 8, Mr. Shinzo Abe, Prime Minister of Japan, who was visiting the United States, had dinner "
                "with Mr. Mark Rutte, Prime Minister of the Netherlands, at the estate (Mar-a-Lago) in Palm "
                "Beach, Florida."
            ),
            "2018-06-08",
            "Palm Beach, Florida",
        ),
        (
            (
                "Prime Minister Shinzo Abe held summit talks with Prime Minister Mark Rutte of the Netherlands in "
                "New York."
            ),
            None,
            "New York",
        ),
    ],
)
def test_an_opening_may_tell_its_date_late_or_not(opening: str, day: str | None, place: str) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{opening}\n\n{_POINTS}")
    assert (record["event"]["date"], record["event"]["place"]) == (day, place)
    assert [p["family_name"] for p in record["participants"]] == ["Abe", "Rutte"]


def test_a_title_tells_of_what_country_a_president_is() -> None:
    record = _record(
        "Japan-U.S. Summit Meeting\n\nJune 12, 2015\n\nOn June 12, Prime Minister Abe held a meeting with "
        "President Obama for "
        f"approximately 35 minutes from 12:20 P.M. (EST) during his visit to the U.S.\n\n{_POINTS}"
    )
    assert [p["term"] for p in record["participants"]] == ["jp/97-abe", "us/44-obama"]
    assert record["event"]["sessions"][0]["start"] == "2015-06-12T12:20:00-04:00"


def test_a_title_tells_whose_minister_one_is_of_whom_no_country_is_told() -> None:
    record = _record(
        "Japan-Netherlands Relations\n\nJune 12, 2018\n\nOn June 12, Mr. Taro Kono, Minister for Foreign Affairs, who "
        "is visiting the Kingdom of the Netherlands, held a meeting with Mr. Stef Blok, Minister for Foreign Affairs "
        "of the Netherlands.\n\n1. Foreign Minister Kono welcomed the trade agreement."
    )
    assert [(p["office"], p["affiliation"]["code"]) for p in record["participants"]] == [
        ("Minister for Foreign Affairs", "JP"),
        ("Minister for Foreign Affairs", "NL"),
    ]
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0"]


def test_leaders_among_those_who_attended() -> None:
    record = _record(
        "The 23rd Japan-EU Summit\n\nMay 30, 2015\n\nOn Friday, May 29, commencing at 5:45 p.m. for "
        "approximately three hours, "
        "the 23rd Japan-European Union (EU) Summit Meeting was held in Tokyo. The overview is as follows. "
        "Attending on the "
        "Japanese side were Mr. Shinzo Abe, Prime Minister of Japan, Mr. Fumio Kishida, Minister for Foreign "
        "Affairs, and "
        "others. Attending on the EU side were Mr. Donald Tusk, President of the European Council, Mr. "
        "Jean-Claude Juncker, "
        f"President of the European Commission, and others.\n\n{_POINTS}"
    )
    assert [p["family_name"] for p in record["participants"]] == ["Abe", "Tusk", "Juncker"]


@pytest.mark.parametrize(
    "governing", ["They also shared the view on the following points:", "The two leaders made the following remarks."]
)
def test_what_a_statement_governs_stands_below_it(governing: str) -> None:
    record = _record(
        f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n1. Iraq\n\n{governing}\n\n(a) It is "
        "crucial.\n\n"
        "Prime Minister Abe welcomed the resolution.\n\n2. Others\n\nThe two shared the view on trade."
    )
    (iraq, others) = record["points"]
    assert [(point["text"], len(point["points"])) for point in iraq["points"]] == [
        (governing, 1),
        ("Prime Minister Abe welcomed the resolution.", 0),
    ]
    assert iraq["points"][0]["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]
    assert others["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


@pytest.mark.parametrize("back", ["Back to Japan-Netherlands Relations", "Back to Asia"])
def test_what_leads_back_is_no_point(back: str) -> None:
    record = _record(
        f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n"
        f"1. The two leaders discussed trade.\n\n{back}"
    )
    assert len(record["points"]) == 1


def test_a_caption_between_a_picture_and_its_credit_is_no_point() -> None:
    pictures = "  • 画像1\n    Japan-Netherlands Summit Meeting\n    (Photo: Cabinet Public Relations Office)\n"
    record = _record(f"Japan-Netherlands Relations\n\nJune 12, 2018\n\n{_OPENING}\n\n{pictures}\n\n{_POINTS}")
    assert [point["heading"] for point in record["points"]] == ["Opening", "Trade"]


def test_what_follows_in_letters_is_said_by_who_stated_the_following() -> None:
    listed = (
        "(1) In response, Prime Minister Abe stated the following three issues and asked Prime Minister Rutte to visit "
        "Japan.\n\nA. It was a great honor.\n\nB. The countries share values."
    )
    record = _record(f"Japan-Netherlands Relations\n\nJune 12, 2018\n\n{_OPENING}\n\n{listed}")
    (point,) = record["points"]
    assert [below["statements"][0]["speaker"] for below in point["points"]] == ["Prime Minister Abe"] * 2


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("The dinner took place in the garden of the residence.", True),
        # What somebody stated is a point, numbered or not.
        ("Prime Minister Rutte welcomed the visit.", False),
    ],
)
def test_what_stands_between_the_opening_and_the_points_tells_of_the_event(paragraph: str, told: bool) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{paragraph}\n\n{_POINTS}")
    assert (paragraph in record["opening"]) is told
    assert (record["points"][0]["text"] == paragraph) is not told


@pytest.mark.parametrize(
    "note",
    [
        "(* The foregoing is a provisional translation. The above date denotes the date of the issue of the original.)",
        "This is a provisional translation.",
    ],
)
def test_a_note_may_say_that_the_translation_is_provisional(note: str) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{_OPENING}\n\n{_POINTS}\n\n{note}")
    assert record["provisional_translation"]
    assert [point["heading"] for point in record["points"]] == ["Opening", "Trade"]
    assert len(record["points"][1]["points"]) == 1


@pytest.mark.parametrize(
    "opening",
    [
        (
            "During his stay in Paris, Prime Minister Abe held a summit meeting with H.E. Mr. Mark RUTTE, Prime "
            "Minister of the "
            "Kingdom of the Netherlands."
        ),
        (
            "Mr. ABE Shinzo, Prime Minister of Japan, held a summit meeting with H.E. Mr. Mark RUTTE, Prime Minister "
            "of the "
            "Kingdom of the Netherlands."
        ),
    ],
)
def test_an_opening_without_its_date_opens_the_text_all_the_same(opening: str) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{opening}\n\n{_POINTS}")
    assert record["opening"] == opening
    assert record["event"]["date"] is None


def test_a_meeting_between_the_prime_minister_and_an_officer_is_a_summary() -> None:
    title = (
        "Meeting between Prime Minister Shinzo Abe and the Secretary General of the North Atlantic Treaty Organization"
    )
    assert _MOFA.decide(FeedEntry(_URL, title, None, "")).keep


_EARLIER = (
    "In the morning, Prime Minister Abe visited a museum of the sea in the harbour and spoke with those who run it."
)


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (f"{_EARLIER}\n\n{_EARLIER}", f'2 paragraphs above the opening are not in the record: "{_EARLIER[:80]}…"'),
        (
            "Mr. Abe left Tokyo. The overview is as follows:",
            '1 paragraph above the opening is not in the record: "Mr. Abe left Tokyo. The overview is as follows:"',
        ),
        ("Home > Countries and Regions > Europe > Netherlands", None),
        ("The Prime Minister said as follows on this occasion:", None),
        ("(Photo: Cabinet Public Relations Office). The two leaders shake hands.", None),
    ],
)
def test_paragraphs_above_the_opening_are_told_of(above: str, told: str | None) -> None:
    record = _record(f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{above}\n\n{_OPENING}\n\n{_POINTS}")
    said = [finding["message"] for finding in record["findings"] if finding["code"] == "text_above_opening"]
    assert said == ([] if told is None else [told])
    assert [point["heading"] for point in record["points"]] == ["Opening", "Trade"]
