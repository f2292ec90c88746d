"""What of Australia's media releases is a summary: their titles seldom tell, so the text does."""

from __future__ import annotations

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError, UnreadableError
from connectors.feeds import FeedEntry
from pipelines import steps
from tests.reading import record_of

_SOURCE = sources.load()["au-pm"]
_URL = "https://www.pm.gov.au/media/a-release"


def _page(title: str, *paragraphs: str) -> str:
    return "\n\n".join([title, "12 March 2009", *paragraphs])


def _kept(title: str, *paragraphs: str) -> bool:
    record = record_of("au-pm", _URL, _page(title, *paragraphs))
    return _SOURCE.decide(FeedEntry(_URL, title, None, ""), steps.names_guest(record)).keep


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Fiji", ("I spoke to the Prime Minister of Fiji, Mr Frank Bainimarama, today about the vote.",)),
        (
            "A new chapter with Vanuatu",
            (
                "Port Vila, Vanuatu",
                "The Prime Minister was pleased to meet Prime Minister Edward Natapei of Vanuatu this morning.",
            ),
        ),
        (
            "Strengthening ties",
            (
                "Our alliance has been deepened by this visit to Washington.",
                "In a sign of its importance, I held a long meeting with President Barack Obama at the White House.",
            ),
        ),
        (
            "Cooperation on energy",
            ("Today President Hu Jintao and I have agreed on the importance of cooperating on clean energy.",),
        ),
        (
            "Closer links",
            ("During our discussions today with Prime Minister John Key of New Zealand, we agreed on it.",),
        ),
        (
            "A visit concluded",
            ("Prime Minister Rudd concluded his visit, having held talks with PNG’s Prime Minister Michael Somare.",),
        ),
        (
            "Prime Minister attends a summit",
            ("Prime Minister Kevin Rudd yesterday joined the leaders of China, Japan and India in Hua Hin.",),
        ),
        (
            "Meeting with the President of the Republic of Korea",
            ("Today the President and I have agreed to begin negotiations on trade between our two countries.",),
        ),
    ],
)  # fmt: skip
def test_a_release_that_tells_of_a_meeting_is_kept_whatever_its_title(title: str, paragraphs: tuple[str, ...]) -> None:
    assert _kept(title, *paragraphs)


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        (
            "Visit by the Prime Minister of Japan",
            ("I am pleased to announce that the Prime Minister of Japan, Mr Taro Aso, will visit Australia in April.",),
        ),
        (
            "Meeting with President Obama",
            ("I am pleased to announce that I will visit the United States to meet President Obama on 24 March.",),
        ),
        (
            "Visit to Singapore",
            (
                "I will visit Singapore from 26 to 28 March.",
                "I met Prime Minister Lee Hsien Loong of Singapore in Manila, and look forward to our discussions.",
            ),
        ),
        (
            "Re-election of Prime Minister Key",
            (
                "I congratulate John Key on his re-election today.",
                "New Zealand is a close friend of ours.",
                "The ties between our countries are deep.",
                "I spoke to Prime Minister Key, and told him how much Australia values them.",
            ),
        ),
    ],
)
def test_one_that_announces_or_tells_of_it_in_passing_is_not(title: str, paragraphs: tuple[str, ...]) -> None:
    with pytest.raises(NotASummaryError):
        record_of("au-pm", _URL, _page(title, *paragraphs))


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Council meets", "Prime Minister Kevin Rudd today met with representatives of Greek communities."),
        ("Health funding", "Prime Minister Kevin Rudd today met with the Premier of Victoria, John Brumby."),
    ],
)  # fmt: skip
def test_one_that_names_nobody_of_another_country_is_not(title: str, opening: str) -> None:
    assert not _kept(title, opening)


def test_a_title_that_names_a_meeting_with_a_leader_promises_a_summary() -> None:
    with pytest.raises(UnreadableError):
        record_of("au-pm", _URL, _page("Meeting with the Prime Minister of Iraq", "Iraq is a friend of Australia."))


@pytest.mark.parametrize(
    ("sentence", "own", "report"),
    [
        ("I noted with appreciation the work done at Gallipoli.", True, ("noted", "stated")),
        ("I have welcomed his interest in the partnership.", True, ("welcomed", "welcomed")),
        ("I congratulate him on hosting the Forum.", True, ("congratulate", "welcomed")),
        ("On behalf of Australia, I thanked him for the warm welcome.", True, ("thanked", "welcomed")),
        ("We have therefore discussed the safe use of nuclear energy.", False, ("discussed", "discussed")),
        ("Prime Minister Erdogan and I have agreed to a survey.", False, ("agreed", "concurred")),
    ],
)
def test_a_leader_who_writes_in_the_first_person_is_one_of_the_speakers(
    sentence: str, own: bool, report: tuple[str, str]
) -> None:
    record = record_of(
        "au-pm",
        _URL,
        _page("Turkey", "Today I met the Prime Minister of Turkey, Mr Recep Tayyip Erdogan, in Ankara.", sentence),
    )
    (statement,) = record["points"][0]["statements"]
    assert statement["speakers"] == (["/participants/0"] if own else ["/participants/0", "/participants/1"])
    assert (statement["report"]["verb"], statement["report"]["class"]) == report
