"""Starting times and lengths, in every form the publishers print."""

from __future__ import annotations

import time
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.english import followed, formats, kinds, people, points, sentences, setting, times
from pipelines.normalise.english.dates import event_date
from pipelines.normalise.two_clocks import JAPAN
from schemas.authorities.premierships import authority
from tests.reading import record_of
from tests.timing import grows_with_the_text_alone

_DAY = date(2024, 7, 11)


def _one(
    text: str, place: str | None = None, *, abroad: bool = False, local_day: bool = False
) -> tuple[str | None, ...]:
    (clock,) = times.clocks(text, _DAY, place, abroad=abroad, local_day=False, home=JAPAN)
    start = clock.start.isoformat() if clock.start else None
    return start, clock.start_jst.isoformat() if clock.start_jst else None


@pytest.mark.parametrize(
    ("text", "place", "abroad", "start"),
    [
        ("commencing at 8:35 a.m. local time (July 11, 9:35 p.m. JST) for", "United States", True, "08:35:00-04:00"),
        ("commencing at 12:25 p.m. (local time; July 11, 7:25 p.m. Japan time), for", "Italy", True, "12:25:00+02:00"),
        ("commencing at 10:35 a.m. (11:35 p.m., July 11, Japan time), for", None, False, "10:35:00-04:00"),
        ("commencing at 10:35 a.m. (Japan time: July 11, 11:35 p.m.) for", None, False, "10:35:00-04:00"),
        ("commencing at 7:15 p.m. for", None, False, "19:15:00+09:00"),
        ("commencing at 7:15 p.m. JST for", None, False, "19:15:00+09:00"),
        ("commencing at 7:15 p.m. (JST) for", None, False, "19:15:00+09:00"),
        ("commencing at 1:15 p.m. (France time) for", None, False, "13:15:00+02:00"),
        ("commencing at around 11:30 a.m. (local time) for", "France", True, "11:30:00+02:00"),
        ("commencing at noon for", None, False, "12:00:00+09:00"),
        ("commencing at about midnight for", None, False, "00:00:00+09:00"),
        ("commenced at 9:50 a.m. and", None, False, "09:50:00+09:00"),
        ("commencing at 10 a.m. for", None, False, "10:00:00+09:00"),
        ("commencing at 12:05 a.m. for", None, False, "00:05:00+09:00"),
        ("commencing at 9:05 a.m. (GMT) for", "United Kingdom", True, "09:05:00+00:00"),
        ("commencing at 2 p.m. (local time)", "United States", True, None),
        # Of a clock that lost its point, as pages are printed with.
        ("commencing at 650 p.m. for", None, False, "18:50:00+09:00"),
        (
            "for approximately 10 minutes around 12:00 noon on July 11 (Japan Standard Time)",
            None,
            False,
            "12:00:00+09:00",
        ),
        # Nothing tells whose time it is: that of the place, if its zone is known.
        ("commencing at 2 p.m. for", "France", True, "14:00:00+02:00"),
        ("commencing at 2 p.m. for", "United States", True, None),
    ],
)
def test_starts(text: str, place: str | None, abroad: bool, start: str | None) -> None:
    found, _ = _one("On July 11, " + text, place, abroad=abroad)
    assert found == (f"2024-07-11T{start}" if start else None)


def test_japan_time_falls_on_the_next_day() -> None:
    assert _one("commencing at 2:20 p.m. local time (3:20 a.m. JST)") == (
        "2024-07-11T14:20:00-04:00",
        "2024-07-12T03:20:00+09:00",
    )


def test_times_that_cannot_both_be_right() -> None:
    (clock,) = times.clocks(
        "commencing at 2:20 p.m. local time (July 11, 2:27 p.m. JST)",
        _DAY,
        None,
        abroad=True,
        local_day=False,
        home=JAPAN,
    )
    assert clock.start is None
    assert [d.code for d in clock.doubts] == ["time_disagreement"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("for approximately 25 minutes", 25), ("for about an hour", 60), ("for approximately half an hour", 30),
        ("for approximately an hour and 15 minutes", 75), ("lasted approximately one and a half hours", 90),
        ("for about two hours and a half", 150), ("for approximately 1 hour 20 minutes", 80), ("lasted 40 minutes", 40),
        ("for a total of approximately 135 minutes", 135), ("for 1.5 hours", 90), ("for peace", None), ("", None),
    ],
)  # fmt: skip
def test_lengths(text: str, minutes: int | None) -> None:
    assert times.duration(text) == minutes


@pytest.mark.parametrize(
    ("opening", "published", "url", "day", "codes"),
    [
        ("On July 11, x", date(2024, 7, 11), "", "2024-07-11", []),
        ("On December 31, x", date(2025, 1, 2), "", "2024-12-31", []),
        ("On January 28, 2021, x", None, "", "2021-01-28", []),
        ("On October 28th, x", date(2025, 10, 28), "", "2025-10-28", []),
        ("On 9 October, x", date(2025, 10, 9), "", "2025-10-09", []),
        ("On Sunday, June 7, x", date(2015, 6, 8), "", "2015-06-07", []),
        ("On Monday, June 7, x", date(2015, 6, 8), "", "2015-06-07", ["weekday_wrong"]),
        ("On July 9 and 10, x", date(2024, 7, 11), "", "2024-07-09", []),
        ("On July 11, x", None, "https://x/202407/11a.html", "2024-07-11", ["year_missing"]),
        ("On December 31, x", None, "https://x/202501/01a.html", "2024-12-31", ["year_missing"]),
        ("On July 11, x", None, "https://x/a.html", None, ["year_missing"]),
        ("On February 30, x", date(2024, 3, 1), "", None, ["date_impossible"]),
        ("Some day, x", date(2024, 3, 1), "", None, ["date_missing"]),
        ("On July 11, 2025, x", date(2024, 7, 11), "", "2025-07-11", ["event_after_publication"]),
    ],
)
def test_dates(opening: str, published: date | None, url: str, day: str | None, codes: list[str]) -> None:
    got = event_date(opening, published, url)
    assert (got.day.isoformat() if got.day else None) == day
    assert [d.code for d in got.doubts] == codes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("X held a joint press occasion and meeting with Y", ["joint_press_occasion", "meeting"]),
        ("X held a summit telephone talk with Y", ["telephone_talk"]),
        (
            "X, who was visiting to attend the ASEAN Summit meeting, held an expanded meeting with Y",
            ["expanded_meeting"],
        ),
        ("X had a pull-aside with Y", ["informal_talk"]),
        ("X received a courtesy call from Y", ["courtesy_call"]),
        ("X met with Y", ["meeting"]),
        ("X hosted a banquet for Y", ["other"]),
        ("X held a small-group meeting and an expanded meeting with Y", ["small_group_meeting", "expanded_meeting"]),
        ("X held a tête-à-tête with Y, followed by a working lunch", ["one_on_one_meeting", "working_meal"]),
        ("X attended the signing ceremony", ["signing_ceremony"]),
        ("X held a video conference with Y", ["online_meeting"]),
        ("X held a 50-minute telephone discussion with Y", ["telephone_talk"]),
    ],
)
def test_kinds(sentence: str, expected: list[str]) -> None:
    assert kinds.names(kinds.of_clause(sentence)) == expected


def test_first_sentence_knows_abbreviations() -> None:
    text = "On July 11, H.E. Mr. Smith, Jr. of the U.S. met at 8 a.m. with Dr. Yunus. The overview follows."
    assert sentences.first_sentence(text).endswith("with Dr. Yunus.")


@given(st.text(max_size=400))
def test_nothing_raises_on_any_text(text: str) -> None:
    times.clocks(text, _DAY, text, abroad=True, local_day=False, home=JAPAN)
    people.people(text, authority("JP"))
    setting.setting(text)
    kinds.of_clause(text)
    kinds.of_prose(text, text)
    event_date(text, None, text)
    points.said(text)


_ADVERSARIES = [
    "On July 11, ", "Mr. ", "A ", "Prime Minister A ", "H.E. ", "commencing at 8:35 a.m. ", "for a total of ", "(",
    "visiting A", ", ", " of the ", "President von ", "and Prime Minister A", "held a ", "a.m. (", "King ", "A-",
    "the ", "they ", "He quickly ", "The Prime Minister and ", "truly, a, ",
    "Both ", "to attend the ", "1. ", "session ", "Acting Deputy ", "G7 a ", "half an hour ", "Hon ", "A, Jr. ",
    "9 o'clock in the ", "from 9:15 in ", "talks by ",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("from 9:15 in the evening", "21:15:00"),
        ("from 10:00 this evening", "22:00:00"),
        ("from nine o’clock this evening", "21:00:00"),
        ("at 9 o'clock in the morning", "09:00:00"),
        ("from 3:30 this afternoon", "15:30:00"),
        ("from 4:10 to 4:30 p.m.", "16:10:00"),
        ("from 11:30 to 12:15 p.m.", "11:30:00"),
        ("from 9:10 to 9:30 a.m.", "09:10:00"),
        ("from 15:10 to 15:30", "15:10:00"),
        ("from 12:20 this afternoon", "12:20:00"),
        ("from 9:00 this morning", "09:00:00"),
        ("at 11:30 tonight", "23:30:00"),
        ("from 9:15", "09:15:00"),
    ],
)
def test_the_part_of_the_day_tells_the_hour(words: str, start: str) -> None:
    told, _ = _one(f"On July 11, X held a call with Y for an hour {words}.")
    assert told == f"2024-07-11T{start}+09:00"


@pytest.mark.parametrize("words", ["the three in the morning", "the 28 in the evening", "13:75 this evening"])
def test_numbers_that_are_no_clock(words: str) -> None:
    assert times.clocks(f"X held talks at {words}.", _DAY, None, abroad=False, local_day=False, home=JAPAN) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("X held a 50-minute telephone discussion with Y.", 50),
        ("Their summit lasted for some 30 minutes.", 30),
        ("They met for a 20-minute meeting.", 20),
        ("They met.", None),
    ],
)
def test_the_length_may_be_told_later(text: str, minutes: int | None) -> None:
    assert times.length_of_meeting(text) == minutes


@pytest.mark.parametrize("unit", _ADVERSARIES)
def test_time_grows_linearly_with_adversarial_text(unit: str) -> None:
    def read(units: str) -> None:
        text = "On July 11, " + units
        sentence = sentences.first_sentence(text)
        times.clocks(text[: 2 * sentences.LONGEST], _DAY, "x", abroad=True, local_day=False, home=JAPAN)
        people.people(sentence, authority("JP"))
        setting.setting(sentence)
        kinds.of_clause(sentence)
        kinds.of_prose(sentence, sentence)
        event_date(text, None, "")
        points.said(text)

    read(unit)
    assert grows_with_the_text_alone(read, unit)
    began = time.process_time()
    read(unit * (16_000 // len(unit)))
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(
    ("printed", "start"),
    [
        ("10:30 a.m. BST", "2024-07-11T10:30:00+01:00"),
        ("10:30 a.m. (CET)", "2024-07-11T10:30:00+02:00"),
        ("10:30 a.m. ET", "2024-07-11T10:30:00-04:00"),
        ("10:30 a.m. GMT", "2024-07-11T10:30:00+00:00"),
        ("10:30 a.m. KST", "2024-07-11T10:30:00+09:00"),
        ("10:30 a.m. (Korean time)", "2024-07-11T10:30:00+09:00"),
        ("10:30 a.m., New Zealand time", "2024-07-11T10:30:00+12:00"),
        # Nothing tells which of several is meant.
        ("10:30 a.m. (CST)", None),
    ],
)
def test_a_zone_is_told_by_its_letters_wherever_the_leader_was(printed: str, start: str | None) -> None:
    for abroad in (False, True):
        text = f"X spoke to Y at {printed} for 20 minutes."
        (clock,) = times.clocks(text, _DAY, None, abroad=abroad, local_day=False, home=ZoneInfo("Europe/Paris"))
        if start is None:
            assert [doubt.code for doubt in clock.doubts] == ["time_zone_unknown"]
        else:
            assert clock.start is not None
            assert clock.start.isoformat() == start
            assert clock.doubts == ()
        assert clock.minutes == 20


def test_what_stands_before_a_clock_was_held_from_it_and_what_followed_too() -> None:
    record = record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/erp/we/it/page_1.html",
        "Japan-Italy Summit Meeting\n\nJanuary 16, 2026\n\nOn January 16, Prime Minister TAKAICHI Sanae held a summit "
        "meeting with H.E. Ms. Giorgia Meloni, President of the Council of Ministers of the Italian Republic, for "
        "approximately one hour and 10 minutes from 11:05 a.m., followed by a joint press announcement and a working "
        "lunch for approximately one hour from 12:40 p.m. The overview is as follows.",
    )
    told = [(session["kinds"], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == [(["summit_meeting", "joint_press_occasion"], 70), (["working_meal"], 60)]


@pytest.mark.parametrize(
    ("listed", "sessions"),
    [
        (
            "for 100 minutes (small-group meeting for approximately 25 minutes; plenary meeting for about 75 minutes)",
            [("summit_meeting", 100), ("small_group_meeting", 25), ("expanded_meeting", 75)],
        ),
        (
            "(a small-group meeting of 25 minutes followed by a plenary meeting of 75 minutes)",
            [("summit_meeting", None), ("small_group_meeting", 25), ("expanded_meeting", 75)],
        ),
        (
            "for 100 minutes, including a small-group meeting for about 25 minutes",
            [("summit_meeting", 100), ("small_group_meeting", 25)],
        ),
        ("for 100 minutes, including a working lunch", [("summit_meeting", 100)]),
        ("for 100 minutes (at the last meeting's table)", [("summit_meeting", 100)]),
    ],
)
def test_formats_that_are_listed_with_their_lengths_are_sessions(
    listed: str, sessions: list[tuple[str, int | None]]
) -> None:
    record = record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/erp/we/it/page_1.html",
        f"Japan-Italy Summit Meeting\n\nJanuary 16, 2026\n\nOn January 16, commencing at 11:05 a.m. {listed}, Prime "
        "Minister TAKAICHI Sanae held a summit meeting with H.E. Ms. Giorgia Meloni, President of the Council of "
        "Ministers of the Italian Republic. The overview is as follows.\n\n1. The two leaders concurred.",
    )
    told = [(*session["kinds"], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == sessions


def test_a_format_whose_length_is_not_told_is_a_kind_of_the_meeting() -> None:
    assert formats.listed("held a meeting (small-group meeting and plenary meeting) with Y")[0] == [
        formats.Format("small_group_meeting", None),
        formats.Format("expanded_meeting", None),
    ]
    clocks = "held a meeting (small-group meeting from 11:05 a.m.) with Y"
    assert formats.listed(clocks) == ([], clocks)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Following the summit, the two leaders attended a signing ceremony and a dinner.", ["signing_ceremony"]),
        (
            "Before the talks, he attended a ceremony; afterward, they witnessed the signing of MOUs.",
            ["signing_ceremony"],
        ),
        ("It was long. After the meeting, the leaders held a joint press conference.", ["joint_press_occasion"]),
        ("After the meeting, they will hold a joint press conference.", []),
        ("After the meeting, he stated that he held a joint press conference.", []),
        ("The two leaders attended a signing ceremony in 2020.", []),
        (
            "After that, they held a signing ceremony and a joint press announcement, and issued a Joint Statement.",
            ["signing_ceremony", "joint_press_occasion"],
        ),
        (
            "The two leaders attended a salute, followed by talks and a joint press announcement.",
            ["joint_press_occasion"],
        ),
    ],
)
def test_ceremonies_that_are_told_below_the_opening(text: str, told: list[str]) -> None:
    assert [mention.kind for mention in followed.below([text])] == told


_EXPRESSIONS = (
    "joint press conference", "signing ceremony", "exchange of notes ceremony", "ceremony for the signing",
    "courtesy call", "audience with", "summit telephone talk", "phone diplomacy", "spoke by phone", "call with",
    "TV conference", "online", "one-on-one", "tête-à-tête", "tete a tete", "small-group meeting",
    "restricted session", "expanded meeting", "full-member meeting", "working lunch", "over dinner",
    "summit during lunch", "brief standing talk", "pull-aside", "had a conversation with",
    "a conversation for about", "trilateral", "the third session", "plenary sessions 2", "G7 and outreach leaders",
    "NATO Summit", "summit meeting", "summit with", "held a summit", "met", "discussions with", "banquet",
    "welcome dinner", "tea", "the President", "of", "1", "-", ",", "Sessions", "MEETING",
)  # fmt: skip


@given(st.lists(st.sampled_from(_EXPRESSIONS), max_size=12), st.integers(0, 40), st.integers(0, 120))
def test_no_expression_for_a_kind_begins_otherwise_than_the_data_say(words: list[str], begin: int, end: int) -> None:
    text = " ".join(words)
    every = [(m.lastgroup, m.span()) for m in kinds._KINDS.finditer(text, begin, end)]
    assert [(m.lastgroup, m.span()) for m in kinds._expressions(text, begin, end)] == every


@pytest.mark.parametrize(
    ("dinner", "kind"),
    [
        (", and a working dinner, from 7:15 p.m. for approximately 90 minutes, with {}", "working_meal"),
        (" and a working dinner from 7:15 p.m. for approximately 90 minutes with {}", "working_meal"),
        (" with {}, and after that, from 7:15 p.m. for approximately 90 minutes, a working dinner", "working_meal"),
    ],
)
def test_what_a_second_clock_is_for_stands_before_it_or_behind(dinner: str, kind: str) -> None:
    guest = "H.E. Mr. Emmanuel Macron, President of the French Republic"
    record = record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/erp/we/fr/page_1.html",
        "Japan-France Summit Meeting\n\nApril 1, 2026\n\nOn April 1, Prime Minister TAKAICHI Sanae held a summit "
        f"meeting, from 6:00 p.m. for approximately 60 minutes{dinner.format(guest)}.\n\n1. The two leaders concurred.",
    )
    told = [(session["kinds"], session["duration_minutes"]) for session in record["event"]["sessions"]]
    assert told == [(["summit_meeting"], 60), ([kind], 90)]
