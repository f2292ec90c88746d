"""Pages that tell a visit as a whole: the opening says where the leader went, and a part of the page whom he met."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from connectors import source as sources
from pipelines import steps

_MOFA = sources.load()["jp-mofa"]


def _record(text: str) -> Any:
    url = "https://www.mofa.go.jp/region/page18e_009999.html"
    return steps.of_saved_page(_MOFA, url, text.encode(), "text/plain", datetime(2026, 3, 1, tzinfo=UTC))


_VISIT = (
    "Prime Minister Abe's Visit to Kenya (Overview)\n\nAugust 29, 2016\n\n"
    "On {when}, Mr. Shinzo Abe, the Prime Minister, visited the Republic of Kenya (Nairobi). An overview is as follows:"
    "\n\n1. Major Events\n\n(1) Meeting with President Kenyatta\n(2) Dinner\n\n2. Overview\n\n"
    "(1) Meeting with H.E. Mr. Uhuru Kenyatta, President of the Republic of Kenya\n\n"
    "{told}After the welcome ceremony, Prime Minister Abe held a meeting with President Kenyatta at the State "
    "House for "
    "approximately 40 minutes from 5:30 p.m. (local time).\n\n"
    "President Kenyatta welcomed the visit.\n"
)


def test_the_meeting_is_told_in_a_part_of_the_page() -> None:
    record = _record(_VISIT.format(when="Sunday, August 28", told=""))
    event = record["event"]
    assert (event["date"], event["place"]) == ("2016-08-28", "State House")
    (session,) = event["sessions"]
    assert (session["start"], session["duration_minutes"]) == ("2016-08-28T17:30:00+03:00", 40)
    assert session["kinds"] == ["meeting"]
    assert [p["name_as_published"] for p in record["participants"]] == ["Mr. Shinzo Abe", "H.E. Mr. Uhuru Kenyatta"]
    told, said = record["points"][1]["points"][0]["points"]
    assert (told["speaker"], said["speaker"]) == (None, "President Kenyatta")


@pytest.mark.parametrize(
    ("told", "day"),
    [("On August 28, ", "2016-08-28"), ("On the 28th, ", "2016-08-28"), ("", None)],
)
def test_a_visit_of_several_days_tells_no_day_of_the_meeting(told: str, day: str | None) -> None:
    text = _VISIT.format(when="August 26 to 28", told=told).replace("After the" if told else "\0", "after the")
    assert _record(text)["event"]["date"] == day


def test_the_meeting_is_told_in_the_next_sentence_in_the_passive() -> None:
    record = _record(
        "Japan-U.S. Summit Meeting (Summary)\n\nApril 27, 2007\n\n"
        "Prime Minister Shinzo Abe visited the United States on April 26 and 27. On the 27th, a summit meeting with "
        "President Bush was held at Camp David that lasted approximately 90 minutes, as well as a working lunch.\n\n"
        "1. The Alliance\n\n(1) Both leaders agreed to strengthen the alliance.\n"
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2007-04-27", "Camp David")
    assert event["sessions"][0]["kinds"] == ["summit_meeting", "working_meal"]
    assert [p["term"] for p in record["participants"]] == ["jp/90-abe", "us/43-bush"]


def test_talks_on_the_day_after_the_arrival() -> None:
    record = _record(
        "Visit of the Prime Minister to the Federal Republic of Germany (Summit Meeting: Summary)\n\nAugust 2003\n\n"
        "On August 17, Prime Minister Junichiro Koizumi arrived in the Federal Republic of Germany, and held "
        "talks with "
        "Chancellor Gerhard Schroeder of the Federal Republic of Germany on August 18.\n\n"
        "1. Trade\n\n(1) The two leaders discussed trade.\n"
    )
    assert (record["event"]["date"], record["event"]["place"]) == ("2003-08-18", "Federal Republic of Germany")
