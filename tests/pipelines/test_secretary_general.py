"""News of NATO: whom its Secretary General met is told behind what he said, and of which country by whom he thanked."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError
from connectors.feeds import FeedEntry
from schemas.record import speaks_for
from tests.reading import record_of

_SOURCE = sources.load()["int-nato"]
_URL = "https://www.nato.int/cps/en/natohq/news_1.htm"
_HE = "NATO Secretary General Jens Stoltenberg"


def _record(title: str, day: str, *paragraphs: str) -> Any:
    return record_of("int-nato", _URL, "\n\n".join((title, day, *paragraphs)) + "\n")


def _guests(record: Any) -> list[tuple[str | None, str | None]]:
    return [(person["family_name"], speaks_for(person)) for person in record["participants"][1:]]


@pytest.mark.parametrize(
    ("title", "paragraphs", "guests", "kinds"),
    [
        (
            "NATO Secretary General thanks Germany",
            (
                (
                    f"{_HE} thanked Germany for its troops during a visit to Berlin today. "
                    "“Germany is an ally,” the Secretary General said after meeting Chancellor Angela Merkel."
                ),
            ),
            [("Merkel", "DE")],
            ["meeting"],
        ),
        (
            "Secretary General commends Italy’s contributions to NATO",
            (
                (
                    f"{_HE} praised Italy for its ships during a visit to Rome today. At a joint "
                    "press point with Italian Prime Minister Paolo Gentiloni, Mr. Stoltenberg underlined its role."
                ),
            ),
            [("Gentiloni", "IT")],
            ["meeting", "joint_press_occasion"],
        ),
        (
            "NATO Secretary General in the Czech Republic for talks",
            (
                (
                    "NATO Secretary General Jaap de Hoop Scheffer travelled to Prague today. During his stay, Mr. De "
                    "Hoop Scheffer met with the Czech President, Vaclav Klaus."
                ),
                "He also met with Prime Minister Mirek Topolanek, as well as with members of the parliament.",
            ),
            [("Klaus", "CZ"), ("Topolanek", "CZ")],
            ["meeting"],
        ),
        (
            "Secretary General praises New Zealand",
            (
                (
                    f"{_HE} praised New Zealand for its training mission today. Speaking "
                    "alongside Prime Minister Jacinda Ardern, Mr. Stoltenberg said that it made a difference."
                ),
            ),
            [("Ardern", "NZ")],
            ["meeting"],
        ),
        (
            "NATO Secretary General visits Norway",
            (
                (
                    f"{_HE} visited Oslo today to have talks with Prime Minister Erna Solberg, "
                    "Foreign Minister Ine Eriksen Søreide, and the Minister of Defence Frank Bakke-Jensen."
                ),
            ),
            [("Solberg", "NO"), ("Søreide", "NO"), ("Bakke-Jensen", "NO")],
            ["meeting"],
        ),
        (
            "Secretary General praises Bulgaria’s contributions",
            (
                (
                    "Secretary General Jens Stoltenberg praised Bulgaria’s contributions in a meeting with Prime "
                    "Minister Boyko Borissov at NATO Headquarters today."
                ),
            ),
            [("Borissov", "BG")],
            ["meeting"],
        ),
    ],
)
def test_whom_he_met(
    title: str, paragraphs: tuple[str, ...], guests: list[tuple[str | None, str | None]], kinds: list[str]
) -> None:
    record = _record(title, "12 December 2018", *paragraphs)
    assert _guests(record) == guests
    assert record["event"]["sessions"][0]["kinds"] == kinds


def test_who_visited_the_headquarters_met_him_there() -> None:
    opening = (
        "The Prime Minister of Iceland, Kristrún Frostadóttir, visited NATO Headquarters on Friday (21 February 2025) "
        "for a meeting with Secretary General Mark Rutte."
    )
    record = _record("Secretary General welcomes Prime Minister of Iceland to NATO", "21 Feb. 2025", opening)
    assert [speaks_for(person) for person in record["participants"]] == ["NATO", "IS"]
    assert (record["event"]["place"], record["event"]["date"]) == ("NATO Headquarters", "2025-02-21")


def test_discussions_at_an_office_are_a_meeting() -> None:
    opening = f"{_HE} had discussions at the European Commission today about how to strengthen cooperation."
    record = _record("Secretary General discusses cooperation", "15 December 2020", opening)
    assert record["event"]["sessions"][0]["kinds"] == ["meeting"]


@pytest.mark.parametrize(
    "opening",
    [
        # Presidents and prime ministers of many go to Brussels, and to a summit.
        f"{_HE} travelled to Brussels today to meet with President Gitanas Nausėda.",
        f"{_HE} visited Warsaw for the Bucharest Nine Summit, and met with President Gitanas Nausėda today.",
        # Two countries are thanked.
        f"{_HE} thanked Montenegro for aid and hailed Albania’s efforts today in talks with President Milatović.",
    ],
)
def test_of_which_country_somebody_is_stays_open(opening: str) -> None:
    ((_, country),) = _guests(_record("NATO Secretary General meets a leader", "12 December 2018", opening))
    assert country is None


def test_a_known_leader_abroad_is_of_the_own_country() -> None:
    opening = "Secretary General Jens Stoltenberg visited Warsaw today and met with President Zelenskyy there."
    record = _record("NATO Secretary General speaks with President Zelenskyy of Ukraine", "1 February 2023", opening)
    assert _guests(record) == [("Zelenskyy", "UA")]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Secretary General X visited the White House on Wednesday to meet President Trump.", "White House"),
        (
            "Secretary General X met Prime Minister Charles Michel of Belgium today at Palais d’Egmont.",
            "Palais d’Egmont",
        ),
        ("Secretary General X visited Finland with ambassadors on Monday and met President Sauli Niinistö.", "Finland"),
        (
            (
                "The Alliance is committed to Afghanistan, Secretary General X said today after talks with President "
                "Ghani in Kabul."
            ),
            "Kabul",
        ),
    ],
)
def test_where(opening: str, place: str) -> None:
    told = opening.replace("Secretary General X", "NATO Secretary General Jens Stoltenberg")
    assert _record("Secretary General meets a leader", "12 April 2017", told)["event"]["place"] == place


def test_to_join_the_alliance_is_no_occasion() -> None:
    opening = (
        "Secretary General Jens Stoltenberg welcomed the Prime Minister of Sweden Magdalena Andersson to NATO "
        "Headquarters today for discussions on Sweden’s application to join the Alliance."
    )
    record = _record("NATO Secretary General welcomes Prime Minister of Sweden", "27 June 2022", opening)
    assert record["event"]["occasion"] is None


def test_of_days_from_one_to_another_none_is_that_of_the_event() -> None:
    opening = (
        "On 25-26 May 2009 the Secretary General of NATO, Mr. Jaap de Hoop Scheffer, paid a visit to Oslo. He held "
        "meetings with Prime Minister Jens Stoltenberg."
    )
    record = _record("Secretary General visits Norway", "26 May 2009", opening)
    assert record["event"]["date"] is None
    assert _guests(record) == [("Stoltenberg", "NO")]
    # That there were meetings is told of the event.
    assert record["opening"] == opening


def test_who_says_is_told_behind_the_words_in_either_order() -> None:
    record = _record(
        "Secretary General meets President Macron",
        "28 November 2019",
        f"{_HE} met with French President Emmanuel Macron in Paris today. “We just had "
        "good discussions,” said the Secretary General.",
        "“A strong NATO and a strong Europe are one,” Mr. Stoltenberg added.",
    )
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [["/participants/0"]] * 2


def test_what_is_printed_below_a_picture_is_no_statement() -> None:
    record = _record(
        "Secretary General meets Prime Minister Abe",
        "31 October 2017",
        f"{_HE} met with Japanese Prime Minister Shinzo Abe in Tokyo today.",
        "He called on North Korea to abandon its programmes.",
        "Joint press point by NATO Secretary General Jens Stoltenberg and the Prime Minister of Japan, Shinzo Abe",
    )
    assert len(record["points"]) == 1


@pytest.mark.parametrize(
    ("title", "kept", "where_a_guest_is_named"),
    [
        ("Secretary General: NATO and Japan are natural partners", False, True),
        ("NATO Secretary General in New York: supporting Ukraine is in our interest", False, True),
        ("NATO Secretary General welcomes US Congress Delegation to NATO headquarters", False, False),
        ("NATO Parliamentary Assembly visits NATO", False, False),
        ("NATO Secretary General begins visit to Norway", False, False),
        ("Secretary General visits Norway and addresses NATO parliamentarians", True, True),
        ("NATO Secretary General discusses May Meeting with Belgian Prime Minister Charles Michel", True, True),
    ],
)
def test_what_is_a_summary(title: str, kept: bool, where_a_guest_is_named: bool) -> None:
    entry = FeedEntry(_URL, title, None, "")
    assert _SOURCE.decide(entry, guest=False).keep is kept
    assert _SOURCE.decide(entry, guest=True).keep is where_a_guest_is_named
    assert _SOURCE.decide(entry).keep is where_a_guest_is_named


def test_a_minister_told_beside_a_prime_minister_is_of_the_same_government() -> None:
    record = record_of(
        "int-nato",
        "https://www.nato.int/cps/en/natohq/news_1.htm",
        "Secretary General and British Prime Minister discuss Libya\n\n15 Jun. 2011\n\nNATO Secretary General, Anders "
        "Fogh Rasmussen, met on 15 June with UK Prime Minister David Cameron and Foreign Secretary William Hague.",
    )
    told = [(p["family_name"], p["office"], (p["affiliation"] or {}).get("code")) for p in record["participants"][1:]]
    assert told == [("Cameron", "Prime Minister", "GB"), ("Hague", "Foreign Secretary", "GB")]
    # Who leads another country is no minister of the one before.
    record = record_of(
        "int-nato",
        "https://www.nato.int/cps/en/natohq/news_2.htm",
        "Secretary General meets leaders\n\n15 Jun. 2011\n\nNATO Secretary General, Anders Fogh Rasmussen, met on 15 "
        "June with UK Prime Minister David Cameron and President Valdis Zatlers in London.",
    )
    assert [(p["affiliation"] or {}).get("code") for p in record["participants"][1:]] == ["GB", "LV"]


def test_whom_the_first_sentence_tells_as_met_before() -> None:
    record = record_of(
        "int-nato",
        "https://www.nato.int/cps/en/natohq/news_3.htm",
        "Secretary General in Berlin\n\n15 Jun. 2011\n\nThe Alliance stays committed, NATO Secretary General Anders "
        "Fogh Rasmussen said on Wednesday after talks with German Chancellor Angela Merkel in Berlin.",
    )
    assert [p["family_name"] for p in record["participants"]] == ["Rasmussen", "Merkel"]


def test_an_assembly_that_he_will_take_part_in_is_announced() -> None:
    with pytest.raises(NotASummaryError):
        record_of(
            "int-nato",
            "https://www.nato.int/cps/en/natohq/news_4.htm",
            "Secretary General attends the Spring Session in Dayton\n\n24 May 2025\n\nOn 25 and 26 May 2025, the NATO "
            "Secretary General, Mr Mark Rutte, will take part in the Spring Session. He will have meetings.",
        )
