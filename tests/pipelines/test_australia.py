"""What of Australia's media releases is a summary: their titles seldom tell, so the text does."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from connectors import source as sources
from connectors.errors import NotASummaryError, UnreadableError
from connectors.feeds import FeedEntry
from pipelines import steps
from schemas.record import Readout
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
        ("A visit", ("It was an honour to welcome Prime Minister John Key of New Zealand to Melbourne today.",)),
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
            "President of Botswana to visit Australia",
            ("Since I met President Ian Khama of Botswana almost a year ago much has changed in his region.",),
        ),
        (
            "Talks with the Tasmanian Premier",
            ("The Premier of Tasmania, David Bartlett, will be in Canberra for talks about the forests.",),
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


def test_what_such_a_release_says_at_its_end_announces_nothing() -> None:
    with pytest.raises(UnreadableError):
        record_of(
            "au-pm",
            _URL,
            _page(
                "Meeting with the Prime Minister of Iraq",
                "Iraq is a friend of Australia.",
                "Its people have suffered much.",
                "I look forward to the day when they will travel here in peace.",
            ),
        )


def test_a_page_without_a_text_is_told_whatever_its_title() -> None:
    with pytest.raises(UnreadableError, match="a text below the title"):
        record_of("au-pm", _URL, "Fiji\n\n12 March 2009")


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


_KEPT_AT = "https://pmtranscripts.pmc.gov.au/release/transcript-99901"


def _release(**told: str) -> str:
    fields = {
        "title": "Fiji",
        "release-date": "14/07/2010",
        "release-type": "Media Release",
        "content": "<![CDATA[<p>I spoke to the Prime Minister of Fiji, Mr Frank Bainimarama, today.</p>]]>",
        **told,
    }
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items())
    return f'<?xml version="1.0" encoding="UTF-8" ?><transcripts><transcript>{inside}</transcript></transcripts>'


def _of_xml(xml: bytes) -> Readout:
    return steps.of_saved_page(_SOURCE, _KEPT_AT, xml, "application/xml", datetime(2026, 3, 1, tzinfo=UTC))


def test_a_release_of_the_archive_of_prime_ministers_is_asked_for_and_read_as_xml() -> None:
    assert _SOURCE.request_address(_KEPT_AT) == "https://pmtranscripts.pmc.gov.au/query?transcript=99901"
    assert _SOURCE.request_address(_URL) == _URL
    record = _of_xml(_release(title="Australia &amp;amp; Fiji").encode())
    assert (record["title"], record["published"], record["premiership"]["family_name"]) == (
        "Australia & Fiji",
        "2010-07-14",
        "Gillard",
    )
    renamed = _release().replace("transcripts>", "response>").replace("transcript>", "item>")
    assert _of_xml(renamed.encode())["participants"] == _of_xml(_release().encode())["participants"]
    assert _of_xml(_release(title="").encode())["title"] == "Media Release"


@pytest.mark.parametrize(
    ("xml", "error", "says"),
    [
        (_release(**{"release-type": "Press Conference"}), NotASummaryError, "Press Conference"),
        ("<response/>", NotASummaryError, "no release of this number"),
        ("<transcripts><transcript>", UnreadableError, "ParseError"),
        (_release(**{"release-date": "yesterday"}), UnreadableError, "yesterday"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + _release(), UnreadableError, "entities"),
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_what_the_archive_of_prime_ministers_gives_otherwise_is_told(
    xml: str, error: type[Exception], says: str, charset: str
) -> None:
    with pytest.raises(error, match=says):
        _of_xml(xml.encode(charset))


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("The search goes on", "Today the Prime Minister of Malaysia, Najib Razak, telephoned me about the search."),
        (
            "Prime Minister holds introductory discussions with world leaders",
            "Prime Minister Julia Gillard has begun phone discussions, with a call today to President Obama.",
        ),
    ],
)  # fmt: skip
def test_a_leader_who_telephoned_met_nobody(title: str, opening: str) -> None:
    record = record_of("au-pm", _URL, _page(title, opening).replace("12 March 2009", "25 June 2010"))
    assert [session["kinds"] for session in record["event"]["sessions"]] == [["telephone_talk"]]


def test_what_stands_above_the_opening_may_tell_the_day() -> None:
    above = "On 10 March, the Prime Minister visited the men and women of our forces in Afghanistan."
    opening = "The Prime Minister met with Afghan President Hamid Karzai to discuss the outlook of his country."
    record = record_of("au-pm", _URL, _page("Visit to Afghanistan", above, opening))
    assert (record["event"]["date"], record["published"]) == ("2009-03-10", "2009-03-12")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Following their meeting in Canberra today, Mr Rudd and President Lee of Korea agreed so.", "Canberra"),
        ("Ties have grown following my meeting with the Chinese Premier Wen Jiabao in Beijing.", "Beijing"),
        ("Following my meeting with the Chinese Premier Wen Jiabao in Shallowford, we agreed to meet again.", None),
    ],
)  # fmt: skip
def test_where_a_meeting_was_is_told_with_what_came_of_it(opening: str, place: str | None) -> None:
    assert record_of("au-pm", _URL, _page("Closer ties", opening))["event"]["place"] == place
