"""The Prime Minister's Office of Japan before it had a section of leaders' meetings: the photographs of a day."""

from __future__ import annotations

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.reading import record_of

_SOURCE = sources.load()["jp-kantei"]
_URL = "https://japan.kantei.go.jp/koizumiphoto/2004/07/21netherlands_e.html"
_SECTION = "What's up around the Prime Minister"
_MENU = f"Official Residence   TOP\n\nTop > {_SECTION} > July, 2004\n\n{_SECTION}\n\n"
_TITLE = "Japan-Netherlands Summit Meeting\n\n"
_DAY = "Wednesday, July 21, 2004\n\n"
_CAPTION = "The Photograph of Prime Minister Koizumi who Shakes Hands with Prime Minister Balkenende\n\n"
_TEXT = (
    "Prime Minister Junichiro Koizumi held a meeting with Mr. Jan Peter Balkenende, the Prime Minister of the Kingdom "
    "of the Netherlands, at the Prime Minister's Official Residence.\n\n"
    "At the meeting, the two leaders discussed such topics as trade and the reform of the United Nations.\n"
)


@pytest.mark.parametrize("above", ["", _MENU, f"{_SECTION} TOP\n\n"])
@pytest.mark.parametrize("text", [_TEXT, _TEXT.replace("held a meeting with", "met with")])
def test_the_day_of_the_page_is_that_of_the_event(above: str, text: str) -> None:
    record = record_of("jp-kantei", _URL, above + _TITLE + _DAY + _CAPTION + text)
    assert record["title"] == "Japan-Netherlands Summit Meeting"
    assert (record["published"], record["event"]["date"]) == ("2004-07-21", "2004-07-21")
    assert record["id"] == "jp/88-koizumi/2004-07-21/21netherlands-e"
    assert record["event"]["place"] == "Prime Minister's Official Residence"
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Balkenende"]
    assert [point["text"][:30] for point in record["points"]] == ["At the meeting, the two leader"]
    assert "date_missing" not in {finding["code"] for finding in record["findings"]}


def test_where_the_page_prints_no_day_the_address_tells_it() -> None:
    record = record_of("jp-kantei", _URL, _TITLE + _TEXT)
    assert (record["published"], record["event"]["date"]) == (None, "2004-07-21")
    (found,) = [finding for finding in record["findings"] if finding["code"] == "date_from_address"]
    assert found["pointer"] == "/event/date"


def test_what_the_text_tells_counts_before_the_page() -> None:
    text = _TEXT.replace("Prime Minister Jun", "On July 20, Prime Minister Jun")
    assert record_of("jp-kantei", _URL, _TITLE + _DAY + text)["event"]["date"] == "2004-07-20"
    (found,) = [
        finding
        for finding in record_of("jp-kantei", _URL, _TITLE + text)["findings"]
        if finding["code"] == "year_missing"
    ]
    assert "2004 is from the address" in found["message"]


@pytest.mark.parametrize(
    ("path", "title", "kept"),
    [
        ("koizumiphoto/2004/07/21netherlands_e.html", "Japan-Netherlands Summit Meeting", True),
        ("abephoto/2007/05/23netherlands_e.html", "Talks with the Prime Minister of the Netherlands", True),
        ("asophoto/2008/10/02_e.html", "Courtesy Call by the Foreign Minister of the Netherlands", True),
        ("koizumiphoto/2004/07/21press_e.html", "Joint Press Conference", False),
        ("97_abe/actions/201705/19article3.html", "Japan-Netherlands Summit Meeting and Other Events", False),
        ("noda/diplomatic/201203/07netherlands.html", "Japan-Netherlands Summit Meeting", True),
    ],
)
def test_what_is_a_summary(path: str, title: str, kept: bool) -> None:
    rule = _SOURCE.decide(FeedEntry(f"https://japan.kantei.go.jp/{path}", title, None, ""))
    assert (rule.keep, bool(rule.reason)) == (kept, True)


@pytest.mark.parametrize(
    "title",
    ["Meeting of the Council on Fiscal Policy", "Prime Minister Visits the Netherlands", "Second Day in Europe"],
)
def test_a_title_that_leaves_it_open_is_decided_by_whether_the_page_names_a_guest(title: str) -> None:
    entry = FeedEntry("https://japan.kantei.go.jp/hukudaphoto/2008/03/05nl_e.html", title, None, "")
    assert [_SOURCE.decide(entry, guest).keep for guest in (True, False)] == [True, False]


_FIRST = (
    "In the morning, Prime Minister Taro Aso attended a welcome ceremony at the Catshuis and held talks with Mr. Jan "
    "Peter Balkenende, the Prime Minister of the Netherlands, in the city of The Hague.\n\n"
)


@pytest.mark.parametrize(
    ("then", "family", "kind"),
    [
        (
            "Prime Minister Aso then held talks with Mr. Herman Van Rompuy, the Prime Minister of Belgium.",
            "Van Rompuy",
            "",
        ),
        (
            (
                "Afterwards, Prime Minister Aso attended a dinner hosted by the Governor, and then held talks with Mr. "
                "Fredrik Reinfeldt, the Prime Minister of Sweden."
            ),
            "Reinfeldt",
            "",
        ),
        (
            "Later, Prime Minister Aso paid a courtesy call on Mr. Heinz Fischer, the President of Austria.",
            "Fischer",
            "courtesy_call",
        ),
        (
            (
                "Prime Minister Aso then attended a ceremony, which was followed by a meeting with Mr. Donald Tusk, "
                "the Prime Minister of Poland."
            ),
            "Tusk",
            "",
        ),
        ("After the talks, the leaders held a joint press conference.", None, "joint_press_occasion"),
        ("Prime Minister Balkenende thanked Mr. Fredrik Reinfeldt, the Prime Minister of Sweden.", None, ""),
        ("Prime Minister Aso also held talks with representatives of Japanese companies.", None, ""),
    ],
)
def test_a_diary_tells_whom_else_he_met(then: str, family: str | None, kind: str) -> None:
    url = "https://japan.kantei.go.jp/asophoto/2009/05/04europe_e.html"
    record = record_of("jp-kantei", url, f"Second Day in Europe\n\nMonday, May 4, 2009\n\n{_FIRST}{then}\n")
    met = [who["family_name"] for who in record["participants"]]
    assert met == ["Aso", "Balkenende", *([family] if family else [])]
    (session,) = record["event"]["sessions"]
    assert session["kinds"] == ["meeting", *([kind] if kind else [])]


def test_of_a_meeting_alone_it_does_not() -> None:
    url = "https://japan.kantei.go.jp/noda/diplomatic/201203/07netherlands.html"
    text = "On March 7, Prime Minister Noda held talks with Mr. Mark Rutte, Prime Minister of the Netherlands.\n\n"
    then = "1. Prime Minister Noda had met with Mr. Fredrik Reinfeldt, the Prime Minister of Sweden.\n"
    record = record_of("jp-kantei", url, f"Japan-Netherlands Summit Meeting\n\nMarch 7, 2012\n\n{text}{then}")
    assert [who["family_name"] for who in record["participants"]] == ["Noda", "Rutte"]


@pytest.mark.parametrize(
    "path", ["koizumiphoto/2004/07/21nl_e.html", "noda/diplomatic/201203/07nl.html", "105/diplomatic/202602/26nl.html"]
)
def test_web_archives_are_asked_for_them(path: str) -> None:
    wayback = [listing for listing in _SOURCE.listings if listing.name == "wayback"]
    assert wayback
    assert all(listing.links.search(f"https://japan.kantei.go.jp/{path}") for listing in wayback)


def test_a_title_of_two_lines_below_a_menu_that_is_printed_together() -> None:
    record = record_of(
        "jp-kantei",
        _URL,
        "Official Residence   TOP\nOfficial Residence\nTopWhat's up around the Prime MinisterJuly, 2004\n"
        "What's up around the Prime Minister\n\nPrime Minister Receives a Courtesy Call from\nU.S. Secretary of State "
        "Colin Powell\n\n"
        + _DAY
        + "Prime Minister Junichiro Koizumi received a courtesy call from Mr. Colin Powell, the Secretary of State of "
        "the United States of America, at the Prime Minister's Official Residence.\n\nAt the meeting, Prime Minister "
        "Koizumi welcomed Secretary Powell's visit.\n",
    )
    assert record["title"] == "Prime Minister Receives a Courtesy Call from U.S. Secretary of State Colin Powell"
    assert record["event"]["sessions"][0]["kinds"] == ["courtesy_call"]


def test_what_was_said_stands_in_the_opening_of_a_day() -> None:
    record = record_of(
        "jp-kantei",
        _URL,
        "Second Day of the APEC Economic Leaders' Meeting\n\n"
        + _DAY
        + "Prime Minister Junichiro Koizumi, who was on his visit to Chile to participate in the Asia-Pacific "
        "Economic Cooperation (APEC) Economic Leaders' Meeting, held a meeting with Mr. John Howard, the Prime "
        "Minister of the Commonwealth of Australia. During the Japan-Australia Summit Meeting, the two leaders "
        "agreed to promote trade.\n\nAfterwards, Prime Minister Koizumi held a meeting with Mr. Vladimir Putin, the "
        "President of the Russian Federation. The two leaders agreed to advance dialogue.\n\nAt the Japan-China "
        "Summit Meeting, the two leaders shared the same view.\n",
    )
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Howard", "Putin"]
    assert [[s["speakers"] for s in point["statements"]] for point in record["points"]] == [
        [["/participants/0", "/participants/1"]],
        [[], ["/participants/0", "/participants/2"]],
        # Whom he met there nothing tells.
        [[]],
    ]


def test_a_day_that_begins_with_a_journey() -> None:
    record = record_of(
        "jp-kantei",
        _URL,
        "The First Day of the APEC Economic Leaders' Meeting\n\n"
        + _DAY
        + "Prime Minister Junichiro Koizumi left Haneda Airport in the afternoon of July 20 to attend the "
        "Asia-Pacific Economic Cooperation (APEC) Economic Leaders' Meeting and arrived in Bangkok, Thailand at "
        "night of the same day. Prior to the Meeting on July 21, Prime Minister Koizumi held separate talks with "
        "Mr. Vladimir Putin, the President of the Russian Federation, and Mr. Hu Jintao, the President of the "
        "People's Republic of China.\n\nAt the Japan-Russia Summit Meeting, the two leaders agreed to meet again.\n",
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2004-07-21", "Bangkok, Thailand")
    assert event["occasion"] == "Asia-Pacific Economic Cooperation (APEC) Economic Leaders' Meeting"
    assert event["sessions"][0]["kinds"] == ["meeting"]
    assert [who["family_name"] for who in record["participants"][1:]] == ["Putin", "Hu"]


def test_where_the_leaders_met_stands_with_them() -> None:
    record = record_of(
        "jp-kantei",
        _URL,
        "The Third Day of Prime Minister's Visit to Brazil\n\n"
        + _DAY
        + "Prime Minister Junichiro Koizumi on his visit to the Federative Republic of Brazil met with athletes at a "
        "hotel in the city of Brasilia on the morning of July 21.\n\nPrime Minister Koizumi then held talks with "
        "Mr. Luiz Inacio Lula da Silva, the President of Brazil, at the Office of the President around noon. In the "
        "joint press announcement that followed, the two leaders agreed.\n",
    )
    assert record["event"]["place"] == "Office of the President"


@pytest.mark.parametrize(
    "after",
    [
        "In the joint press announcement that followed, Prime Minister Koizumi said that he was glad.",
        "Prime Minister Koizumi and Prime Minister Balkenende held a joint press conference after their meeting.",
    ],
)
def test_the_press_was_met_after_the_talks(after: str) -> None:
    record = record_of("jp-kantei", _URL, _TITLE + _DAY + _TEXT + f"\n{after}\n")
    assert record["event"]["sessions"][0]["kinds"] == ["meeting", "joint_press_occasion"]


def test_the_section_of_2000_names_whom_he_met() -> None:
    entry = FeedEntry(
        "https://japan.kantei.go.jp/moritoku_e/moritoku_e_06/index.html", "Prime Minister Visits Korea", None, ""
    )
    assert _SOURCE.decide(entry, guest=True).keep
    assert not _SOURCE.decide(entry, guest=False).keep


def test_whom_else_he_called_on_with_the_chairman_of_a_commission() -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/koizumiphoto/2002/09/17visit_e.html",
        "Japan-North Korea Summit Meeting\n\nTuesday, September 17, 2002\n\n"
        "Prime Minister Junichiro Koizumi visited North Korea and held a summit meeting with Chairman of the DPRK "
        "(Democratic People's Republic of Korea) National Defense Commission Kim Jong-Il.\n\n"
        "Arriving at the airport in a government plane, Prime Minister Koizumi then proceeded to the Moran state guest "
        "house, where the summit meeting was held with Chairman Kim Jong-Il.\n\n"
        "In the talks the leaders exchanged views on security, and after the summit talks, the two leaders signed a "
        "joint declaration.\n",
    )
    (guest,) = record["participants"][1:]
    assert (guest["family_name"], guest["affiliation"]["code"]) == ("Kim", "KP")
    assert (guest["office"], guest["rank"]) == ("Chairman of the National Defense Commission", "party_leader")
    assert record["event"]["place"] == "Moran state guest house"
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting"]


@pytest.mark.parametrize("title", ["Japan-North Korea Meeting", "Japan-North Korea Summit Meeting"])
def test_the_month_of_another_visit_is_no_day(title: str) -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/koizumiphoto/2004/05/22visit_e.html",
        f"{title}\n\nSaturday, May 22, 2004\n\n"
        "Prime Minister Junichiro Koizumi visited North Korea for a second time since his visit in September 2002 and "
        "held a meeting with Mr. Kim Jong-Il, the Chairman of the National Defense Committee of North Korea.\n\n"
        "In the meeting, Chairman Kim stated that he intended to continue the talks.\n",
    )
    assert record["event"]["date"] == "2004-05-22"
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Kim"]


def test_a_journey_in_one_paragraph_without_its_day() -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/koizumiphoto/2005/04/22summit_e.html",
        "Top > What's up around the Prime Minister > April, 2005 | |||\n"
        "Prime Minister Attends the Asian-African Summit 2005\n(First Day)\nClick photographs to enlarge\n"
        "Prime Minister Junichiro Koizumi left for Jakarta, Indonesia on the government plane from Haneda Airport on "
        "April 21 to attend the Asian-African Summit 2005 and arrived at his destination that night (Japan time: "
        "early morning of April 22). Prime Minister Koizumi delivered an address in the morning. In the afternoon, "
        "Prime Minister Koizumi held individual meetings with Mr. Kofi Annan, the Secretary-General of the United "
        "Nations, and Mr. Hamid Karzai, the President of Afghanistan.\n",
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2005-04-22", "Jakarta, Indonesia")
    assert event["occasion"] == "Asian-African Summit 2005"
    assert [who["family_name"] for who in record["participants"]] == ["Koizumi", "Annan", "Karzai"]


@pytest.mark.parametrize(
    ("behind", "kinds"),
    [
        ("After the meeting, the two leaders signed the Joint Statement.", []),
        (
            (
                "After the meeting, the two leaders signed the Joint Statement. The Joint Statement was announced at "
                "the joint press conference."
            ),
            ["joint_press_occasion"],
        ),
        (
            "At the meeting, they spoke. The two leaders held a press conference after the meeting.",
            ["joint_press_occasion"],
        ),
        (
            (
                "After the meeting, Prime Minister Koizumi and Prime Minister Goh made a joint announcement, and Prime "
                'Minister Koizumi said, "It was very meaningful for me to be here."'
            ),
            ["joint_press_occasion"],
        ),
        ("Prime Minister Goh welcomed the agreement that the two leaders signed.", []),
    ],
)
def test_what_followed_the_talks_of_an_afternoon(behind: str, kinds: list[str]) -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/koizumiphoto/2002/01/13sing_e.html",
        "Japan - Singapore Summit Meeting\n\nSunday, January 13, 2002\n\n"
        "This afternoon Prime Minister Junichiro Koizumi, who earlier laid a wreath of flowers at a cemetery in the "
        "Republic of Indonesia, visited the Republic of Singapore, the final country on his tour, and held a Summit "
        f"Meeting with Prime Minister Goh Chok Tong.\n\n{behind}\n\nLink : Statement by Prime Minister Junichiro "
        "Koizumi\n",
    )
    assert record["event"]["date"] == "2002-01-13"
    assert record["event"]["place"] == "Republic of Singapore"
    assert record["event"]["sessions"][0]["kinds"] == ["summit_meeting", *kinds]
    assert "Link" not in str(record["points"])


def test_what_a_journey_was_for_stands_above_the_day_of_the_talks() -> None:
    record = record_of(
        "jp-kantei",
        "https://japan.kantei.go.jp/koizumiphoto/2006/09/07finland_e.html",
        "Prime Minister Visits Finland\n\nThursday, September 7 to Saturday, September 9, 2006\n\n"
        "Prime Minister Junichiro Koizumi left on the government plane from Haneda Airport on September 7 to "
        "participate in the sixth Asia-Europe Summit Meeting (ASEM6).\n\n"
        "On the afternoon of September 8, Prime Minister Koizumi held a meeting with Mr. Matti Vanhanen, the Prime "
        "Minister of Finland, at the Government Banquet Hall. The two leaders discussed the issue of energy.\n",
    )
    event = record["event"]
    assert (event["date"], event["place"]) == ("2006-09-08", "Government Banquet Hall")
    assert event["occasion"] == "sixth Asia-Europe Summit Meeting (ASEM6)"
