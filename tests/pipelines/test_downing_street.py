"""What Number 10's pages of 2010 to 2017 tell, in the forms that they had then: leads above a spokesperson's words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of


def _record(title: str, *paragraphs: str) -> Any:
    text = "\n\n".join((title, *paragraphs)) + "\n"
    return record_of("gb-number10", "https://www.gov.uk/government/news/a-page", text)


def _guests(record: Any) -> list[tuple[str | None, str, str | None]]:
    _, *guests = record["participants"]
    return [(guest["family_name"], guest["affiliation"]["code"], guest["office"]) for guest in guests]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("PM call with President Putin, 3 February 2014", ""),
        ("PM call with President Putin", "Published 3 February 2014"),
        ("PM call with President Putin", "Updates to this page\n\nPublished 3 February 2014"),
    ],
)
def test_the_day_stands_in_the_title_or_behind_the_text(title: str, below: str) -> None:
    record = _record(
        title,
        "Prime Minister David Cameron spoke to President Putin of Russia today.",
        "They discussed Syria.",
        below,
    )
    assert record["event"]["date"] == "2014-02-03"
    assert [point["text"] for point in record["points"]] == ["They discussed Syria."]


@pytest.mark.parametrize(
    "again",
    [
        "The Prime Minister and President spoke for over 30 minutes today.",
        "In the meeting this afternoon, the 2 leaders discussed Afghanistan.",
    ],
)
def test_the_day_may_be_told_only_where_the_event_is_told_again(again: str) -> None:
    record = _record(
        "PM call with President Obama",
        "Prime Minister David Cameron has spoken to President Obama to discuss the oil spill.",
        "The Prime Minister expressed his sadness.",
        "Following the call, the Prime Minister’s spokesperson said:",
        again,
        "Published 12 June 2010",
    )
    assert record["event"]["date"] == "2010-06-12"


@pytest.mark.parametrize("who", ["spokesperson", "Spokesperson"])
def test_a_spokesperson_s_line_says_nothing(who: str) -> None:
    record = _record(
        "PM call with President Obama: 12 June 2010",
        "Prime Minister David Cameron spoke to President Obama about the oil spill.",
        f"A Downing Street {who} said:",
        "They agreed that it mattered.",
    )
    assert [point["text"] for point in record["points"]] == ["They agreed that it mattered."]


def test_a_leader_told_by_country_and_office_is_named_by_the_title() -> None:
    record = _record(
        "PM phone call with Barack Obama",
        "16 January 2014",
        "Prime Minister David Cameron spoke with the United States President about Syria and Afghanistan.",
        "On Afghanistan, the 2 leaders covered the forthcoming election.",
    )
    assert _guests(record) == [("Obama", "US", "President")]
    assert record["participants"][1]["term"] == "us/44-obama"
    assert len(record["points"][0]["statements"][0]["speakers"]) == 2


def test_a_leader_told_by_country_and_office_of_whom_no_title_tells_has_no_name() -> None:
    record = _record(
        "PM phone call with the United States President",
        "16 January 2014",
        "Prime Minister David Cameron spoke with the United States President about Syria.",
        "They discussed Syria.",
    )
    assert _guests(record) == [(None, "US", "President")]


def test_each_who_called_is_told_where_the_opening_tells_of_calls_of_several() -> None:
    record = _record(
        "PM calls with Prime Ministers of Australia and New Zealand: 10 June 2017",
        "The Prime Minister has taken two further telephone calls today from other world leaders.",
        "The Australian Prime Minister Malcolm Turnbull called to congratulate the Prime Minister. They agreed on it.",
        "New Zealand’s Prime Minister Bill English called the Prime Minister to offer his congratulations.",
        "The Prime Minister thanked them.",
    )
    assert _guests(record) == [("Turnbull", "AU", "Prime Minister"), ("English", "NZ", "Prime Minister")]


def test_who_called_a_leader_spoke_by_telephone() -> None:
    text = (
        "Readout of the President’s call to Greek Prime Minister Papandreou\n\nMarch 25, 2011\n\n"
        "President Obama called Prime Minister Papandreou today to congratulate him. They discussed Libya.\n"
    )
    record = record_of("us-whitehouse", "https://www.whitehouse.gov/the-press-office/2011/03/25/readout-a-call", text)
    assert record["event"]["sessions"][0]["kinds"] == ["telephone_talk"]


@pytest.mark.parametrize(
    ("below", "minutes"),
    [
        (("During the 30 minute phone call, the 2 leaders focused on Syria.",), 30),
        (
            ("The President called to thank the Prime Minister.", "During the 45-minute meeting they agreed to talk."),
            45,
        ),
        (("The President called to thank the Prime Minister.", "They agreed on the need for a 30 minute call."), None),
        (("One.", "Two.", "During the 30 minute phone call with the Chancellor, he had agreed."), None),
    ],
)
def test_the_length_of_a_call_may_stand_below_what_opens_it(below: tuple[str, ...], minutes: int | None) -> None:
    record = _record(
        "PM call with President Putin, 3 February 2014",
        "Prime Minister David Cameron spoke with President Putin about Syria.",
        *below,
    )
    assert [session["duration_minutes"] for session in record["event"]["sessions"]] == [minutes]
