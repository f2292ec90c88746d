"""What pages of Canada's Prime Minister tell of whom he met, where, and on which day, in the forms that they have."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading import record_of

_URL = "https://www.pm.gc.ca/en/news/readouts/2025/06/25/a-page"


def _record(opening: str, below: str = "The leaders agreed to remain in close contact.", dated: str = "") -> Any:
    lines = (dated or "Prime Minister meets with a leader\n\nJune 25, 2025", opening, below)
    return record_of("ca-pm", _URL, "\n\n".join(lines) + "\n")


def _guests(record: Any) -> list[tuple[str | None, str, str | None]]:
    _, *guests = record["participants"]
    return [(guest["family_name"], guest["affiliation"]["code"], guest["office"]) for guest in guests]


def test_each_of_a_list_is_named_behind_the_office() -> None:
    record = _record(
        "Today, the Prime Minister, Mark Carney, met with the leaders of several countries – the Prime Minister of "
        "Denmark, Mette Frederiksen, the Prime Minister of Iceland, Kristrún Frostadóttir, the Prime Minister of "
        "Norway, Jonas Gahr Støre, and the Prime Minister of Sweden, Ulf Kristersson – in The Hague, the Netherlands."
    )
    assert _guests(record) == [
        ("Frederiksen", "DK", "Prime Minister"),
        (None, "IS", "Prime Minister"),
        ("Støre", "NO", "Prime Minister"),
        ("Kristersson", "SE", "Prime Minister"),
    ]


def test_the_office_of_irelands_deputy_is_called_by_its_name_alone() -> None:
    record = _record(
        "Today, the Prime Minister, Mark Carney, met with the Tánaiste (Deputy Prime Minister) of Ireland, Simon "
        "Harris, during his visit to Canada from June 24 to 28, 2025.",
        "The Prime Minister and the Tánaiste discussed trade.",
    )
    assert _guests(record) == [("Harris", "IE", "Tánaiste (Deputy Prime Minister)")]
    assert record["participants"][1]["rank"] == "deputy_head"
    assert record["event"]["place"] == "Canada"
    assert len(record["points"][0]["statements"][0]["speakers"]) == 2


def test_a_committee_of_a_congress_is_part_of_the_office() -> None:
    office = "Chairman of the Standing Committee of the National People's Congress"
    record = _record(
        f"Today, the Prime Minister, Mark Carney, met with the {office} of the People's Republic of China, Zhao "
        "Leji, as part of his first official visit to China.",
        "Prime Minister Carney and Chairman Zhao welcomed the opportunity to meet.",
    )
    assert _guests(record) == [("Zhao", "CN", office)]
    assert len(record["points"][0]["statements"][0]["speakers"]) == 2


def test_the_federal_chancellor_is_one_of_two_who_speak() -> None:
    record = _record(
        "Today, Prime Minister Mark Carney and the Federal Chancellor of Germany, Friedrich Merz, met in Berlin, "
        "Germany.",
        "Prime Minister Carney and Federal Chancellor Merz emphasised the close relationship.",
    )
    assert len(record["points"][0]["statements"][0]["speakers"]) == 2


def test_an_occasion_is_called_without_what_it_is_the_first_of() -> None:
    record = _record(
        "Today, Prime Minister Mark Carney met with the Prime Minister of Jamaica, Andrew Holness, on the margins "
        "of the first ever Canada-Caribbean Community (CARICOM) Summit on Canadian soil."
    )
    assert record["event"]["occasion"] == "Canada-Caribbean Community (CARICOM) Summit"


def test_the_next_sentence_tells_where_and_on_which_occasion() -> None:
    record = _record(
        "Today, Prime Minister Mark Carney met with the Prime Minister of the United Kingdom (UK), Keir Starmer. He "
        "was in London for the Global Progress Action Summit."
    )
    assert record["event"]["place"] == "London"
    assert record["event"]["occasion"] == "Global Progress Action Summit"


@pytest.mark.parametrize(
    ("above", "dateline"),
    [
        ("Ottawa, Ontario - June 25, 2025", ""),
        ("St. John's, Newfoundland and Labrador - June 25, 2025", ""),
        ("Prime Minister meets with a leader\n\nJune 25, 2025", "(MENAFN- EIN Presswire) CANADA, June 25 - "),
        ("Prime Minister meets with a leader\n\nJune 25, 2025", "MENAFN - EIN Presswire) CANADA, June 25 - "),
        ("Prime Minister meets with a leader\n\nJune 25, 2025", "OTTAWA, ON, June 25, 2025 /CNW/ - "),
    ],
)
def test_the_day_stands_where_the_page_was_issued_or_passed_on(above: str, dateline: str) -> None:
    record = _record(
        f"{dateline}Yesterday, the Prime Minister, Mark Carney, spoke with the President of Finland, Alexander Stubb.",
        dated=above,
    )
    assert record["event"]["date"] == "2025-06-24"
    assert record["event"]["sessions"][0]["kinds"] == ["telephone_talk"]
