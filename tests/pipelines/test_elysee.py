"""What the Presidency of the French Republic issues in English, on its own site and as its embassies print it."""

from __future__ import annotations

from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_ADDRESS = "https://www.elysee.fr/en/emmanuel-macron/2018/05/09/a-page"
_EMBASSY = "https://franceintheus.org/spip.php?article1"
_ISSUED = "Communiqué issued by the Presidency of the Republic\n\n"


def _record(text: str, address: str = _EMBASSY) -> Any:
    return record_of("fr-elysee", address, text)


def _guests(record: Any) -> list[tuple[str | None, str]]:
    _, *guests = record["participants"]
    return [(guest["family_name"], guest["affiliation"]["code"]) for guest in guests]


def _speakers(record: Any) -> list[list[str]]:
    return [said["speakers"] for point in record["points"] for said in point["statements"]]


def test_the_day_stands_above_the_title_of_a_saved_page() -> None:
    record = _record(
        "Posted on 9 May 2018\n\nTelephone conversation between President Emmanuel Macron and Iranian President Hassan "
        "Rouhani\n\nPresident Macron spoke today by phone with Iranian President Hassan Rouhani.\n\nThe French and "
        "Iranian Presidents agreed to talk again.\n\nSee all articles and topics\n",
        _ADDRESS,
    )
    assert record["title"].startswith("Telephone conversation")
    assert record["event"]["date"] == "2018-05-09"
    assert _guests(record) == [("Rouhani", "IR")]
    assert _speakers(record) == [["/participants/0", "/participants/1"]]


@pytest.mark.parametrize(
    "title",
    [
        "Presidents Macron and Trump discuss the situation on the phone",
        "Telephone conversations between President Macron and President Trump",
    ],
)
def test_titles_that_name_a_call(title: str) -> None:
    assert sources.load()["fr-elysee"].decide(FeedEntry(_ADDRESS, title, None, "")).keep


def test_what_it_is_called_is_no_part_of_a_title() -> None:
    record = _record(
        "Telephone conversation between Nicolas Sarkozy, President of the Republic, and Barack Obama, President of the "
        "United States of America – Communiqué issued by the Presidency of the Republic\n\nParis, March 22 , 2011\n\n"
        "President Sarkozy had a telephone conversation today with the United States President.\n\n"
        "During this conversation, the United States President said that progress was made.\n"
    )
    assert record["title"].endswith("United States of America")
    assert record["event"]["date"] == "2011-03-22"
    assert _guests(record) == [("Obama", "US")]
    assert _speakers(record) == [["/participants/1"]]


def test_leaders_told_by_their_names_alone() -> None:
    record = _record(
        f"{_ISSUED}Paris, March 1, 2014\n\nFrançois Hollande has this evening spoken to Barack Obama, Herman Van "
        "Rompuy and Mrs Angela Merkel about the situation in Ukraine.\n\nThe German Chancellor recalled the rules.\n"
    )
    assert record["premiership"]["id"].endswith("hollande")
    assert [kind for session in record["event"]["sessions"] for kind in session["kinds"]] == ["telephone_talk"]
    assert _guests(record) == [("Obama", "US"), ("Van Rompuy", "EUCO"), ("Merkel", "DE")]
    assert all(guest["term"] is not None for guest in record["participants"])
    assert _speakers(record) == [["/participants/3"]]


def test_somebody_whom_the_data_do_not_know_is_nobody() -> None:
    record = _record(
        f"{_ISSUED}Paris, March 1, 2014\n\nFrançois Hollande has this evening spoken to Bono Vox about the concert, "
        "and to Barack Obama.\n\nHe recalled the rules.\n"
    )
    assert _guests(record) == []


def test_before_what_else_it_was_and_in_which_format() -> None:
    record = _record(
        f"{_ISSUED}Paris, December 16, 2014\n\nBefore participating in the European Council of 18 December, which will "
        "address the situation in Ukraine, the French President and Chancellor Merkel spoke to Presidents Poroshenko "
        "and Putin this evening, in the so-called Normandy format.\n\nThe heads of state and government recalled the "
        "rules.\n"
    )
    assert record["event"]["date"] == "2014-12-16"
    assert _guests(record) == [("Merkel", "DE"), ("Poroshenko", "UA"), ("Putin", "RU")]
    assert record["event"]["occasion"] is None
    assert _speakers(record) == [[f"/participants/{n}" for n in range(4)]]


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("This evening, the French President had a conversation with U.S. President Donald Trump.", "telephone_talk"),
        (
            "This evening, the President had a conversation with President Donald Trump on the margins of the summit.",
            "informal_talk",
        ),
        (
            "The President has this evening held a meeting by videoconference with the President of the United States.",
            "online_meeting",
        ),
    ],
)
def test_how_they_spoke(opening: str, kind: str) -> None:
    record = _record(f"{_ISSUED}Paris, January 28, 2017\n\n{opening}\n\nHe stressed his wish.\n")
    assert [session["kinds"] for session in record["event"]["sessions"]] == [[kind]]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The French President spoke to {}. They welcomed the agreement reached in Vienna on 14 July.", None),
        ("The French President spoke to {}. They spoke by telephone on 22 July.", "2015-07-22"),
        ("Late in the afternoon, the French President spoke to {}.", "2015-07-23"),
    ],
)
def test_on_which_day_they_spoke(opening: str, day: str | None) -> None:
    told = opening.format("Mr Hassan Rouhani, President of Iran")
    record = _record(f"{_ISSUED}Paris, July 23, 2015\n\n{told}\n\nHe recalled the rules.\n")
    assert record["event"]["date"] == day


def test_where_and_for_what_something_else_was() -> None:
    record = _record(
        "Meeting with the Prime Minister of Israel\n\nParis, June 24, 2009\n\nThe President of the Republic had a "
        "discussion with the Prime Minister of Israel, Mr. Benjamin Netanyahu, on the occasion of his first official "
        "visit to France since the legislative elections in February.\n\nHe recalled the rules.\n"
    )
    assert (record["event"]["place"], record["event"]["occasion"]) == ("France", None)
    record = _record(
        "Meeting with the President of the Palestinian Authority\n\n21 September 2018\n\nThe President had a meeting "
        "on Friday 21 September with Palestinian President Mahmoud Abbas, a few days before their visit to New York "
        "for the United Nations General Assembly.\n\nHe recalled the rules.\n"
    )
    assert record["event"]["occasion"] is None


def test_another_meeting_is_told_of_and_nothing_said() -> None:
    record = _record(
        f"{_ISSUED}Paris, November 12, 2011\n\nPresident Sarkozy and Chancellor Angela Merkel had a conversation this "
        "afternoon with the new Greek Prime Minister, Lucas Papademos.\n\nPresident Sarkozy then had a new bilateral "
        "meeting with Chancellor Angela Merkel to take stock. The two leaders reaffirmed their determination.\n"
    )
    assert _speakers(record) == [[], ["/participants/0", "/participants/1"]]


def test_the_day_that_a_title_ends_with() -> None:
    record = _record(
        "NATO - Telephone conversation between Mr. Emmanuel Macron, President of the Republic, and Mr. Jens "
        "Stoltenberg, Secretary General of NATO - Communiqué issued by the Presidency of the Republic (Paris - "
        "December 2, 2020)\n\nThe French President spoke this evening to the Secretary General of the North Atlantic "
        "Treaty Organization, Mr. Jens Stoltenberg. Emmanuel Macron reiterated his support.\n\nThe two heads of "
        "state agreed to talk again.\n"
    )
    assert record["title"].endswith("Secretary General of NATO")
    assert (record["published"], record["event"]["date"]) == ("2020-12-02", "2020-12-02")
    assert _guests(record) == [("Stoltenberg", "NATO")]
    assert _speakers(record) == [["/participants/0"], ["/participants/0", "/participants/1"]]


def test_talks_are_held_as_the_title_says() -> None:
    record = _record(
        "Euro Area/telephone conference between Nicolas Sarkozy, President of the Republic, Angela Merkel, Chancellor "
        "of Germany, and George Papandreou, Prime Minister of Greece – Communiqué issued by the Presidency of the "
        "Republic\n\nParis, September 14, 2011\n\nPresident Sarkozy and Chancellor Angela Merkel today had talks with "
        "Prime Minister George Papandreou.\n\nThe Greek Prime Minister confirmed his determination.\n\nPresident "
        "Sarkozy and the Chancellor are convinced of it.\n\nFrance and Germany are determined to go on.\n"
    )
    assert [session["kinds"] for session in record["event"]["sessions"]] == [["telephone_talk"]]
    assert _speakers(record) == [["/participants/2"], *[["/participants/0", "/participants/1"]] * 2]


def test_a_day_in_digits_has_the_day_first() -> None:
    record = _record(
        "United States of America – Telephone conversation between M. Emmanuel Macron, President of the Republic, and "
        "Donald Trump, President of the United States of America\n\n(Paris, 04/12/2017)\n\nFrench President Emmanuel "
        "Macron had a telephone conversation today with the President of the United States of America, Donald Trump."
        "\n\nThe French President expressed his concern.\n"
    )
    assert (record["published"], record["event"]["date"]) == ("2017-12-04", "2017-12-04")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Elysée Palace, 22 Sept. 20", "2020-09-22"),
        ("Elysée Palace, 02 Mar. 2021", "2021-03-02"),
        ("Paris, 23/07/2016", "2016-07-23"),
        ("Paris, 30/02/2016", None),
        ("Paris, Hôtel 20", None),
    ],
)
def test_the_day_of_issue_at_the_end_of_a_title(printed: str, day: str | None) -> None:
    title = "Conversation between French President Emmanuel Macron and Turkish President Recep Tayyip Erdogan"
    text = "The President of the French Republic had a telephone conversation with the President of Turkey, Mr Erdogan"
    said = "The President of the French Republic welcomed the start of the talks."
    record = _record(f"Press Release – {title} ({printed})\n\n{text}, on 1 March 2016.\n\n{said}\n")
    assert (record["title"], record["published"]) == (title, day)
    assert _speakers(record) == [["/participants/0"]]


def test_yesterday_is_when_was_what_the_call_followed() -> None:
    opening = "The President called Chancellor Merkel following the despicable attack in Berlin yesterday."
    assert _record(f"{_ISSUED}Paris, 20 December 2016\n\n{opening}\n\nThey agreed.\n")["event"]["date"] is None


def test_a_title_tells_the_office_of_a_counterpart() -> None:
    record = _record(
        "Press communiqué - Telephone conversation between M. Emmanuel Macron, President of the Republic, and Mr Recep "
        "Tayyip Erdogan, President of Turkey\n\n17 August 2018\n\nPresident Macron spoke on the phone this morning to "
        "his Turkish counterpart, Recep Tayyip Erdoğan.\n\nThe two presidents agreed on it.\n",
        "https://www.elysee.fr/en/emmanuel-macron/2018/08/17/telephone-conversation",
    )
    assert [(p["family_name"], p["office"]) for p in record["participants"][1:]] == [("Erdoğan", "President")]
    entry = FeedEntry(
        "https://www.elysee.fr/en/emmanuel-macron/2018/08/17/x", f"Press communiqué - {record['title']}", None, ""
    )
    assert sources.load()["fr-elysee"].decide(entry).keep


@pytest.mark.parametrize("word", ["spoke to the Russian President early this afternoon", "has just spoken to Mr Putin"])
def test_an_embassy_publishes_days_after_a_text_was_issued(word: str) -> None:
    record = _record(
        "Telephone conversation with Mr Vladimir Putin, President of Russia\n\nPublished on June 2, 2015\n\n"
        f"{_ISSUED}Paris, May 29, 2015\n\nThe French President {word}.\n\nThe two presidents agreed on it.\n"
    )
    assert (record["published"], record["event"]["date"]) == ("2015-05-29", "2015-05-29")
    assert _guests(record) == [("Putin", "RU")]


def test_a_weekday_before_a_date_is_no_place() -> None:
    record = _record(
        "Telephone conversation with Mr Vladimir Putin, President of Russia\n\nTuesday, June 2, 2015\n\n"
        "Friday, May 29, 2015\n\nThe French President spoke to the Russian President today.\n\n"
        "The two presidents agreed on it.\n"
    )
    assert record["event"]["date"] == "2015-06-02"
