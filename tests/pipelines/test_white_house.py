"""Readouts of the White House: which of its many are of leaders, who else was there, and what was yet to be held."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError
from connectors.feeds import FeedEntry
from tests.reading import record_of

_SOURCE = sources.load()["us-whitehouse"]
_URL = "https://www.whitehouse.gov/briefing-room/statements-releases/2022/03/01/readout/"


def _record(title: str, text: str) -> Any:
    return record_of("us-whitehouse", _URL, f"{title}\n\nMarch 1, 2022\n\n{text}\n")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Readout of President Joe Biden’s Call with President Joseph Aoun of Lebanon", True),
        ("Readout of Joseph R. Biden, Jr.’s Call with Prime Minister Kishida of Japan", True),
        ("Readout of the Meeting of President Macron of France and President Biden of the United States", True),
        ("Readout: Trilateral Meeting of Prime Minister Boris Johnson and President Joe Biden", True),
        ("Joint Readout of Quad Leaders Call", True),
        ("Readout of the Third United States – Nordic Leaders’ Summit", True),
        ("Readout of President Biden’s Participation in the U.S.-ASEAN Summit", True),
        ("Readout of President Biden’s Call with Allies and Partners", True),
        ("Statement by Press Secretary Jen Psaki on President Biden’s Call with President Putin of Russia", True),
        ("Readout of President Biden’s Meeting with European Union Leaders and the European Council", True),
        ("Readout of Meeting Between President Joseph R. Biden, Jr. and the Presidents of Gabon and Liberia", True),
        ("Readout of President Biden’s Call with Acting FEMA Administrator Bob Fenton", False),
        ("Readout of President Biden’s Meeting with Former College Athletes", False),
        ("Readout of President Biden’s National Security Council Meeting", False),
        ("Readout of the President and Vice President’s Meeting with Pacific Islander Leaders", False),
        ("Readout of President Biden’s Meeting with Labor Union Leaders", False),
        ("Readout of Vice President Harris’s Meeting with Prime Minister Kishida of Japan", False),
        ("Joint Readout of Meeting Between Prime Minister Ardern and Vice President Harris", False),
        ("Readout of APNSA Jake Sullivan’s Call with President Ali Bongo Ondimba", False),
        ("Statement by Press Secretary Jen Psaki on President Biden’s Upcoming Call with President Putin", False),
        ("Statement by President Joe Biden on Phone Call with President Zelenskyy of Ukraine", False),
        ("Joint Statement on the Phone Call between President Biden and President Macron", False),
    ],
)
def test_a_title_tells_whom_the_president_met(title: str, kept: bool) -> None:
    assert _SOURCE.decide(FeedEntry(_URL, title, None, "")).keep == kept


@pytest.mark.parametrize(
    ("opening", "announces"),
    [
        ("President Biden will meet virtually with Prime Minister Modi of India on Monday.", True),
        ("On Tuesday, May 31, President Biden will welcome Prime Minister Ardern to the White House.", True),
        (
            (
                "After President Biden had to put off his trip to India, the leaders agreed to meet in Hiroshima. So "
                "tomorrow, in addition to the G7, President Biden will meet with Prime Minister Modi."
            ),
            True,
        ),
        (
            "President Biden spoke today with Prime Minister Modi. He looked forward to a visit tomorrow.",
            False,
        ),
        ("President Biden spoke with Prime Minister Modi, who will host the summit next year.", False),
        ("President Biden spoke today with Prime Minister Modi ahead of the summit he will attend.", False),
    ],
)
def test_a_meeting_yet_to_be_held_is_no_summary(opening: str, announces: bool) -> None:
    title = "Statement by Press Secretary Jen Psaki on President Biden’s Meeting with Prime Minister Modi of India"
    if announces:
        with pytest.raises(NotASummaryError, match="announces"):
            _record(title, opening)
    else:
        assert _record(title, opening)["participants"][1]["family_name"] == "Modi"


_CALL = "Readout of President Biden’s Call with "
_SEVERAL = "Prime Minister Trudeau of Canada, European Council President Michel, and Chancellor Scholz of Germany"


_BELOW = """{} were the following leaders:

- Estonian President Alar Karis
- Slovakia Prime Minister Eduard Heger
- NATO Secretary General Jens Stoltenberg"""
_WITH_COUNTRIES_BEHIND = """Participants included:

- President Alberto Fernandez, Argentine Republic
- Secretary-General António Guterres, United Nations"""


@pytest.mark.parametrize(
    ("title", "text", "people"),
    [
        (
            f"{_CALL}Allies",
            f"President Biden hosted a call today. They spoke. Joining the President on the call were {_SEVERAL}.",
            [("Trudeau", "CA"), ("Michel", "EUCO"), ("Scholz", "DE")],
        ),
        (
            f"{_CALL}Leaders",
            f"President Biden held a secure video call today.\n\nParticipants in the call included {_SEVERAL}.",
            [("Trudeau", "CA"), ("Michel", "EUCO"), ("Scholz", "DE")],
        ),
        (
            f"{_CALL}Allies on the Eastern Flank",
            f"President Biden spoke today with allies on the eastern flank.\n\n{_BELOW.format('Joining the call')}",
            [("Karis", "EE"), ("Heger", "SK"), ("Stoltenberg", "NATO")],
        ),
        (
            "Readout of President Biden’s Meeting with the Leaders of the Bucharest Nine",
            ("President Biden met today with allies as well as NATO Secretary General Jens Stoltenberg.\n\n"
            f"{_BELOW.format('Joining President Biden at the meeting')}"),
            [("Stoltenberg", "NATO"), ("Karis", "EE"), ("Heger", "SK")],
        ),
        (
            "Readout of President Biden’s Meeting of the Major Economies Forum",
            f"Today, President Biden convened the Major Economies Forum.\n\n{_WITH_COUNTRIES_BEHIND}",
            [("Fernández", "AR"), ("Guterres", "UN")],
        ),
        (
            "Readout of President Biden’s Virtual Meeting with G7 Leaders",
            ("Today, President Biden met virtually with G7 Leaders. They spoke of trade. "
            "Ukrainian President Volodymyr Zelenskyy joined the beginning of the virtual meeting, and thanked them."),
            [("Zelenskyy", "UA")],
        ),
        (
            "Statement by Press Secretary Jen Psaki on President Biden’s Meeting with G7 Leaders",
            "The President and G7 Leaders reaffirmed their resolve to respond to President Putin’s unjustified attack.",
            [],
        ),
        (
            f"{_CALL}Prime Minister Modi",
            "President Biden, joined by Vice President Kamala Harris, spoke today with Prime Minister Modi of India.",
            [("Harris", "US"), ("Modi", "IN")],
        ),
        (
            "Readout of President Biden’s Meeting with President-Elect Edmundo Gonzalez Urrutia of Venezuela",
            ("President Biden welcomed President-elect Edmundo Gonzalez Urrutia of Venezuela to the White House. "
            "The tallies told that Gonzalez Urrutia received the most votes."),
            [("Gonzalez Urrutia", "VE")],
        ),
        (
            f"{_CALL}Prime Minister Narendra Modi and President Joko Widodo",
            "President Biden spoke today with Prime Minister Modi of India and President Widodo of Indonesia.",
            [("Modi", "IN"), (None, "ID")],
        ),
        (
            "Readout of President Biden Call with Opposition Leader Svyatlana Tsikhanouskaya of Belarus",
            "President Biden spoke today with democratic opposition leader Svyatlana Tsikhanouskaya of Belarus.",
            [("Tsikhanouskaya", "BY")],
        ),
        (
            f"{_CALL}Amir Sheikh Tamim Bin Hamad Al-Thani of Qatar",
            "President Biden spoke today with Amir Sheikh Tamim Bin Hamad al Thani of Qatar.",
            [(None, "QA")],
        ),
        (
            "Statement by Press Secretary Jen Psaki on President Biden’s Call with President-elect Boric of Chile",
            "President Biden called President-elect Gabriel Boric of Chile today.",
            [("Boric", "CL")],
        ),
        (
            f"{_CALL}King Charles III",
            "President Joseph R. Biden, Jr. spoke today with King Charles III to offer his condolences.",
            [(None, "GB")],
        ),
        (
            "Readout: Trilateral Meeting of Prime Minister Johnson of the United Kingdom and Prime Minister Morrison",
            "Prime Minister Johnson, President Biden and Prime Minister Morrison of Australia met today.",
            [("Johnson", "GB"), ("Morrison", "AU")],
        ),
    ],
)  # fmt: skip
def test_who_took_part(title: str, text: str, people: list[tuple[str | None, str]]) -> None:
    told = _record(title, text)["participants"]
    assert told[0]["term"] == "us/46-biden"
    assert [(p["family_name"], p["affiliation"]["code"]) for p in told[1:]] == people


@pytest.mark.parametrize(
    ("opening", "place", "occasion"),
    [
        ("met today in Washington with Prime Minister Store of Norway", "Washington", None),
        ("met Prime Minister Store of Norway today in San Diego, California", "San Diego, California", None),
        ("met Prime Minister Store of Norway in San Diego yesterday", "San Diego", None),
        (
            "met today with Prime Minister Store of Norway in Rio de Janeiro, Brazil on the margins of the G20 Summit",
            "Rio de Janeiro, Brazil",
            "G20 Summit",
        ),
        (
            "met today with Prime Minister Store on the margins of the G20 Summit in Bali to reaffirm their ties",
            "Bali",
            "G20 Summit",
        ),
        ("spoke today with Prime Minister Store of Norway about a summit to be held in Madrid", None, None),
        (
            "today joined the virtual Bucharest Nine (B9) Summit hosted by President Iohannis of Romania",
            None,
            "Bucharest Nine (B9) Summit",
        ),
        (
            (
                "met with President Yoon of the Republic of Korea at Camp David today for a historic "
                "Trilateral Leaders’ Summit"
            ),
            "Camp David",
            "Trilateral Leaders’ Summit",
        ),
        (
            "met with President Boluarte of Peru at the APEC Leaders’ Week in Lima, Peru",
            "Lima, Peru",
            "APEC Leaders’ Week",
        ),
        (
            (
                "met with President Park of the Republic of Korea on the margins of the Nuclear Security "
                "Summit at The Hague"
            ),
            "The Hague",
            "Nuclear Security Summit",
        ),
        ("spoke today with Prime Minister Suga of Japan at the G7 to discuss trade", None, "G7"),
        # A call with those who are one, and a hall.
        (
            "joined a call with the G7 to discuss the attack with Prime Minister Meloni",
            None,
            None,
        ),
        (
            "met with General Secretary To Lam of Vietnam today at the National Assembly in Hanoi, Vietnam",
            "Hanoi, Vietnam",
            None,
        ),
    ],
)
def test_where_and_on_what_occasion(opening: str, place: str | None, occasion: str | None) -> None:
    event = _record("Readout of President Biden’s Day with Prime Minister Store", f"President Biden {opening}.")[
        "event"
    ]
    assert (event["place"], event["occasion"]) == (place, occasion)


def test_an_audience_is_a_call_of_courtesy() -> None:
    record = _record(
        "Readout of President Biden’s Audience with His Holiness Pope Francis",
        "In his audience with Pope Francis today, President Biden thanked His Holiness.",
    )
    assert record["event"]["sessions"][0]["kinds"] == ["courtesy_call"]


def test_a_summit_that_the_president_took_part_in() -> None:
    event = _record(
        "Readout of President Biden’s Participation in the APEC Virtual Leaders’ Retreat",
        "Today President Biden participated in the Asia-Pacific Economic Cooperation (APEC) Virtual Leaders’ Retreat, "
        "hosted by Prime Minister Jacinda Ardern of New Zealand.",
    )["event"]
    assert event["occasion"] == "Asia-Pacific Economic Cooperation (APEC) Virtual Leaders’ Retreat"
    assert event["sessions"][0]["kinds"] == ["multilateral_session", "online_meeting"]


def test_several_told_by_their_office_alone_have_no_names() -> None:
    record = _record(
        "Readout of the Third United States – Nordic Leaders’ Summit",
        "On 13 July 2023, the Presidents of Finland and the United States and the Prime Ministers of Denmark, Iceland, "
        "Norway, and Sweden met in Helsinki for the third U.S.-Nordic Leaders’ Summit.",
    )
    own, *others = record["participants"]
    assert own["term"] == "us/46-biden"
    told = [("President", "FI"), *(("Prime Minister", code) for code in ("DK", "IS", "NO", "SE"))]
    assert [(p["office"], p["affiliation"]["code"]) for p in others] == told
    assert {p["family_name"] for p in others} == {None}
    assert (record["event"]["place"], record["event"]["occasion"]) == ("Helsinki", "U.S.-Nordic Leaders’ Summit")


@pytest.mark.parametrize(
    ("told", "occasion", "held"),
    [
        (
            "today attended the annual East Asia Summit (EAS) in Phnom Penh, Cambodia.",
            "East Asia Summit (EAS)",
            ["multilateral_session"],
        ),
        (
            (
                "today virtually joined leaders of ASEAN member states during the annual East Asia Summit (EAS), where "
                "they discussed the climate."
            ),
            "East Asia Summit (EAS)",
            ["multilateral_session", "online_meeting"],
        ),
        (
            (
                "today convened the U.S.-led Major Economies Forum on Energy and Climate to urge leaders to act before "
                "the conference in Glasgow."
            ),
            "Major Economies Forum on Energy and Climate",
            ["multilateral_session"],
        ),
    ],
)
def test_a_summit_by_its_name(told: str, occasion: str, held: list[str]) -> None:
    record = _record("Readout of President Biden’s Participation in the Summit", f"President Biden {told}")
    assert record["event"]["occasion"] == occasion
    assert record["event"]["sessions"][0]["kinds"] == held
    assert record["event"]["place"] in (None, "Phnom Penh, Cambodia")


def test_an_engagement_is_a_meeting() -> None:
    record = _record(
        "Readout of President Biden’s Engagement with President Joko Widodo of Indonesia",
        "President Biden and President Joko Widodo had the opportunity to engage on the sidelines of the G20.",
    )
    assert record["event"]["sessions"][0]["kinds"] == ["meeting"]


def test_who_presides_over_an_assembly_is_a_guest() -> None:
    record = _record(
        "Readout of President Biden’s Meeting with Chairman of the National Assembly Vuong Dinh Hue of Vietnam",
        "President Biden and Chairman of the National Assembly Vuong Dinh Hue of Vietnam met today in Hanoi, Vietnam.",
    )
    _, guest = record["participants"]
    assert guest["office"] == "Chairman of the National Assembly"
    assert (guest["rank"], guest["affiliation"]) == ("other", {"code": "VN", "name": "Vietnam"})
    assert record["event"]["occasion"] is None
