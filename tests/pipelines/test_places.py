"""Where a meeting was: every way to print a place, in every place of a sentence."""

from __future__ import annotations

import pytest

from tests.reading import record_of

_URL = "https://www.mofa.go.jp/page1.html"
_OWN = "Mr. Shinzo Abe, Prime Minister of Japan,"
_GUEST = "H.E. Mr. Mark Rutte, Prime Minister of the Netherlands"


def _place_and_occasion(opening: str) -> tuple[str | None, str | None]:
    page = f"Japan-Netherlands Summit Meeting\n\nJune 12, 2018\n\n{opening}\n\n1. Prime Minister Abe welcomed him.\n"
    event = record_of("jp-mofa", _URL, page)["event"]
    return event["place"], event["occasion"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"On June 12, commencing at 6:15 p.m. for 25 minutes, {_OWN} held a summit meeting with {_GUEST}, {{}}.",
        f"On June 12, commencing at 6:15 p.m., {{}}, {_OWN} held a summit meeting with {_GUEST}.",
        f"On June 12, Prime Minister Abe held a meeting {{}} with {_GUEST}, for approximately 25 minutes.",
    ],
    ids=["at the end", "before who met", "before whom"],
)
@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("at a hotel in New York", "hotel in New York"),
        ("at the Hotel New Otani", "Hotel New Otani"),
        ("at the Imperial Hotel in Tokyo", "Imperial Hotel in Tokyo"),
        ("at the UN Headquarters in New York", "UN Headquarters in New York"),
        ("at the Elysee palace", "Elysee palace"),
        ("at the Kyoto State Guest House", "Kyoto State Guest House"),
        ("at Chequers", "Chequers"),
        ("at the Diaoyutai State Guesthouse", "Diaoyutai State Guesthouse"),
        ("at the Great Hall of the People", "Great Hall of the People"),
        ("at the Presidential Palace in Hanoi", "Presidential Palace in Hanoi"),
        ("at Tokyo International Airport (Haneda Airport)", "Tokyo International Airport (Haneda Airport)"),
        ("at the residence of the Ambassador of Japan", "residence of the Ambassador of Japan"),
        ("at the prime minister's official residence", "prime minister's official residence"),
        ("at the Prime Minister's Residential Quarters", "Prime Minister's Residential Quarters"),
        ("at an academy in the city of St. Petersburg", "St. Petersburg"),
        ("at the Presidential Office in Seoul", "Presidential Office in Seoul"),
        ("on Parliament Hill in Ottawa", "Parliament Hill in Ottawa"),
        ("at Hyderabad House in New Delhi", "Hyderabad House in New Delhi"),
        ("in Da Nang, Viet Nam", "Da Nang, Viet Nam"),
        ("on the sidelines of the ASEAN Summit in Vientiane", "Vientiane"),
        ("on the margins of the G20 Summit being held in Johannesburg, South Africa", "Johannesburg, South Africa"),
    ],
)
def test_a_place_is_told_wherever_it_stands(sentence: str, printed: str, place: str) -> None:
    assert _place_and_occasion(sentence.format(printed))[0] == place


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        (
            f"{_OWN} who is visiting Brussels, Belgium to attend the Japan-EU Summit, held a meeting with {_GUEST}.",
            ("Brussels, Belgium", "Japan-EU Summit"),
        ),
        (f"{_OWN} who was attending the G20 Osaka Summit, held a meeting with {_GUEST}.", (None, "G20 Osaka Summit")),
        (
            f"{_OWN} paying an official visit to Mongolia, held a meeting with {_GUEST} in Ulaanbaatar.",
            ("Ulaanbaatar", None),
        ),
        (f"{_OWN} who is in Hiroshima for the G7 Summit, held a meeting with {_GUEST}.", ("Hiroshima", "G7 Summit")),
        (f"{_OWN} held a meeting with {_GUEST}, in Japan on an official visit.", ("Japan", None)),
        (
            f"{_OWN} held a meeting with {_GUEST}, who is on an official visit to Japan, at the Presidential Office.",
            ("Presidential Office", None),
        ),
        (f"{_OWN} after attending the welcome ceremony at the Palace, held a meeting with {_GUEST}.", (None, None)),
    ],
)
def test_what_country_and_on_what_occasion(opening: str, told: tuple[str | None, str | None]) -> None:
    assert _place_and_occasion(f"On June 12, {opening}") == told


def _of_number_10(text: str) -> tuple[str | None, list[tuple[str | None, str | None]]]:
    url = "https://www.gov.uk/government/news/pm-meeting-1-november-2025"
    record = record_of("gb-number10", url, f"PM meeting: 1 November 2025\n\nPublished 1 November 2025\n\n{text}\n")
    met = [(who["family_name"], (who["affiliation"] or {}).get("code")) for who in record["participants"][1:]]
    return record["event"]["place"], met


@pytest.mark.parametrize(
    ("text", "place", "met"),
    [
        ("met the King of Jordan at Number 10 today.", "Number 10", [(None, "JO")]),
        ("met the Greek Prime Minister Kyriakos Mitsotakis at No10 this morning.", "No10", [("Mitsotakis", "GR")]),
        (
            "met US Vice President JD Vance at the UK Ambassador's residence in Rome today.",
            "UK Ambassador's residence in Rome",
            [("Vance", "US")],
        ),
        (
            "met the Speaker of the US House of Representatives, Mike Johnson, at Downing Street today.",
            "Downing Street",
            [("Johnson", "US")],
        ),
        (
            "met President Xi Jinping in the Great Hall of the People in Beijing today.",
            "Great Hall of the People in Beijing",
            [("Xi", "CN")],
        ),
        ("spoke with the leaders of France and Germany this evening.", None, [(None, "FR"), (None, "DE")]),
        (
            "spoke to the President of the European Council, António Costa, and the leaders of Norway and Canada.",
            None,
            [("Costa", "EUCO"), (None, "NO"), (None, "CA")],
        ),
        ("spoke to the leaders of the G7 and NATO this evening.", None, []),
        ("spoke to the leaders of the G7, Poland and Romania today.", None, [(None, "PL"), (None, "RO")]),
        ("met Prime Minister Tusk of Poland today, as refugees flee from the war in Ukraine.", None, [("Tusk", "PL")]),
        (
            "welcomed Prime Minister Tusk of Poland to Farmleigh House in Dublin.",
            "Farmleigh House in Dublin",
            [("Tusk", "PL")],
        ),
        ("met Prime Minister Tusk of Poland in Warsaw as part of his visit to the region.", "Warsaw", [("Tusk", "PL")]),
        (
            "spoke to the President of Egypt Abdel Fattah El-Sisi, the Amir of Qatar and President Duda of Poland.",
            None,
            [("el-Sisi", "EG"), ("Duda", "PL")],
        ),
        ("met Prime Minister Tusk of Poland today, during a visit to meet British troops.", None, [("Tusk", "PL")]),
    ],
)
def test_number_10(text: str, place: str | None, met: list[tuple[str | None, str | None]]) -> None:
    assert _of_number_10(f"The Prime Minister {text}\n\nThey discussed trade.") == (place, met)


@pytest.mark.parametrize(
    ("told", "place", "occasion"),
    [
        (
            "met with {} during the Summit of the Americas in Los Angeles, California",
            "Los Angeles, California",
            "Summit of the Americas",
        ),
        ("met with {} on the sidelines of UNGA", None, "UNGA"),
        ("met with {} at COP26 in Glasgow", "Glasgow", "COP26"),
        ("met with {} at the G7 in Germany", "Germany", "G7"),
        ("met with {} ahead of the G7 Summit", None, None),
        ("met with {} in the Oval Office today", "Oval Office", None),
        ("joined the virtual Quad Leaders Summit with {}", None, "Quad Leaders Summit"),
    ],
)
def test_the_white_house(told: str, place: str | None, occasion: str | None) -> None:
    url = "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2022/06/29/readout-of-a-meeting/"
    title = "Readout of President Joe Biden’s Meeting with President Emmanuel Macron of France"
    text = f"President Biden {told.format('President Emmanuel Macron of France')}. The leaders discussed trade."
    event = record_of("us-whitehouse", url, f"{title}\n\nJune 29, 2022\n\n{text}\n")["event"]
    assert (event["place"], event["occasion"]) == (place, occasion)
