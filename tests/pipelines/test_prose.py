"""Openings of prose, in the forms of several publishers: when, where, who."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from connectors.prose import event_day
from pipelines.normalise.english import kinds
from pipelines.normalise.english.sentences import main_clause
from schemas.record import speaks_for
from tests.reading import record_of

_SOURCES = sources.load()


def _record(source: str, title: str, day: str, opening: str) -> Any:
    text = f"{title}\n\n{day}\n\n{opening}\n\nThe leaders discussed trade.\n"
    url = f"{_SOURCES[source].homepage.rstrip('/')}/news/readouts/x"
    return record_of(source, url, text)


@pytest.mark.parametrize(
    ("source", "title", "day", "opening", "people"),
    [
        (
            "gb-number10", "PM call with E3 leaders: 10 May 2025", "10 May 2025",
            "The Prime Minister spoke to the French President, Emmanuel Macron, and German Chancellor Merz today.",
            [("Starmer", "GB", "gb/2024-starmer"), ("Macron", "FR", "fr/2017-macron"), ("Merz", "DE", "de/2025-merz")],
        ),
        (
            "gb-number10", "PM call with European leaders: 3 December 2024", "3 December 2024",
            "The Prime Minister spoke to President Macron, Prime Minister Tusk and President Stubb this evening.",
            [
                ("Starmer", "GB", "gb/2024-starmer"), ("Macron", "FR", "fr/2017-macron"),
                ("Tusk", "PL", "pl/2023-tusk"), ("Stubb", "FI", "fi/2024-stubb"),
            ],
        ),
        (
            "kr-president", "President speaks with the Prime Minister of Japan", "1 November 2025",
            "President Lee Jae Myung held a telephone conversation with Prime Minister Takaichi Sanae of Japan today.",
            [("Lee", "KR", "kr/21-lee"), ("Takaichi", "JP", "jp/104-takaichi")],
        ),
        (
            "in-mea", "Call received by the Prime Minister", "1 November 2025",
            "Prime Minister received a call today from Prime Minister of Israel, H.E. Mr. Benjamin Netanyahu.",
            [("Modi", "IN", "in/2014-modi"), ("Netanyahu", "IL", "il/2022-netanyahu")],
        ),
        (
            "gb-number10", "PM call with Baltic leaders: 10 May 2022", "10 May 2022",
            "The Prime Minister spoke to Prime Ministers Kallas, Kariņš and Šimonytė this morning.",
            [
                ("Johnson", "GB", "gb/2019-johnson"), ("Kallas", "EE", "ee/2021-kallas"),
                ("Kariņš", "LV", "lv/2019-karins"), ("Šimonytė", "LT", "lt/2020-prime-minister-simonyte"),
            ],
        ),
        # Who has no family name is told none, however well known.
        (
            "gb-number10", "PM call with President Prabowo: 21 November 2024", "21 November 2024",
            "The Prime Minister spoke to President Prabowo Subianto today about Indonesia's role.",
            [("Starmer", "GB", "gb/2024-starmer"), (None, "ID", "id/2024-prabowo")],
        ),
        (
            "us-whitehouse", "Readout of President Biden’s Call with King Abdullah II of Jordan", "April 13, 2024",
            "President Joseph R. Biden, Jr. spoke today with His Majesty King Abdullah II of Jordan.",
            [("Biden", "US", "us/46-biden"), (None, "JO", "jo/1999-abdullah")],
        ),
        (
            "gb-number10", "PM call with President Erdoğan of Türkiye: 28 February 2025", "28 February 2025",
            "The Prime Minister spoke with the President of Türkiye Recep Tayyip Erdoğan earlier this afternoon.",
            [("Starmer", "GB", "gb/2024-starmer"), ("Erdoğan", "TR", "tr/2014-erdogan")],
        ),
        (
            "ca-pm", "Prime Minister Carney meets with President of the United States Donald J. Trump", "May 6, 2025",
            "Today, the Prime Minister, Mark Carney, met with the President of the United States, Donald J. Trump.",
            [("Carney", "CA", "ca/24-carney"), ("Trump", "US", "us/47-trump")],
        ),
        (
            "kr-president", "President Yoon, Saudi prince discuss energy", "2022 Nov. 17",
            "President Yoon Suk Yeol on Nov. 17 held talks with visiting Saudi Crown Prince Mohammed bin Salman.",
            [("Yoon", "KR", "kr/20-yoon"), (None, "SA", "sa/2017-crown-prince-mohammed")],
        ),
        (
            "kr-president", "The President Talks by Phone with U.S. President Donald Trump About Special Envoys",
            "2018 Sept. 4", "President Moon Jae-in and U.S. President Donald Trump held a telephone discussion.",
            [("Moon", "KR", "kr/19-moon"), ("Trump", "US", "us/45-trump")],
        ),
        (
            "fr-elysee", "Conversation between M. Emmanuel Macron, President of the Republic, and Mr Trump",
            "21 October 2018", "The French President spoke to United States President Donald Trump this morning.",
            [("Macron", "FR", "fr/2017-macron"), ("Trump", "US", "us/45-trump")],
        ),
        (
            "ca-pm", "Prime Minister Carney speaks with King of Jordan, His Majesty King Abdullah II", "August 2, 2025",
            "Today, the Prime Minister, Mark Carney, spoke with the King of Jordan, His Majesty King Abdullah II.",
            [("Carney", "CA", "ca/24-carney"), (None, "JO", "jo/1999-abdullah")],
        ),
        (
            "eu-council", "Read-out of the phone call with the President of Brazil", "10 December 2025",
            "Today, President António Costa spoke by phone with President Lula of Brazil.",
            [("Costa", "EUCO", "euco/2024-costa"), ("Lula da Silva", "BR", "br/2023-lula-da-silva")],
        ),
        (
            "fr-elysee", "Meeting with the Prime Minister of Italy in Antibes", "25 June 2026",
            "The President met the President of the Council of Ministers of Italy, Ms. Giorgia Meloni, today.",
            [("Macron", "FR", "fr/2017-macron"), ("Meloni", "IT", "it/2022-meloni")],
        ),
        (
            "au-pm", "Meeting with the Prime Minister of Papua New Guinea", "Monday 15 September 2025",
            "Today I was pleased to meet with my friend Prime Minister James Marape in Port Moresby, again.",
            [("Albanese", "AU", "au/2022-albanese"), ("Marape", "PG", "pg/2019-marape")],
        ),
        (
            "au-pm", "Drugs and crime", "20 June 2007",
            "Today I met Mr Antonio Costa, Executive Director of the United Nations Office on Drugs and Crime.",
            [("Howard", "AU", "au/1996-howard"), ("Costa", "UNODC", None)],
        ),
        (
            "us-whitehouse", "Readout of President Biden’s Call with Prime Minister Johnson", "August 17, 2021",
            "President Joe Biden and British Prime Minister Boris Johnson spoke today about Afghanistan.",
            [("Biden", "US", "us/46-biden"), ("Johnson", "GB", "gb/2019-johnson")],
        ),
        (
            "us-whitehouse", "Readout of President Biden’s Call with President Xi Jinping of China", "May 1, 2022",
            "After a call with President Putin, President Biden spoke today with President Xi Jinping about X.",
            [("Biden", "US", "us/46-biden"), ("Xi", "CN", "cn/2013-xi")],
        ),
        (
            "int-nato", "NATO Secretary General meets the Prime Minister", "14 May 2019",
            "NATO Secretary General Jens Stoltenberg met Prime Minister Theresa May on Tuesday (14 May 2019).",
            [("Stoltenberg", "NATO", "nato/2014-stoltenberg"), ("May", "GB", "gb/2016-may")],
        ),
        (
            "int-nato", "Secretary General meets new President of the European Council", "3 Dec. 2014",
            "Secretary General Jens Stoltenberg met the new President of the European Council, Donald Tusk, today.",
            [("Stoltenberg", "NATO", "nato/2014-stoltenberg"), ("Tusk", "EUCO", "euco/2014-tusk")],
        ),
        (
            "gb-number10", "PM call with President-elect Trump: 18 December 2024", "18 December 2024",
            "The Prime Minister spoke to President-elect Donald Trump this afternoon from Downing Street.",
            [("Starmer", "GB", "gb/2024-starmer"), ("Trump", "US", None)],
        ),
        (
            "gb-number10", "PM call with Prime Minister Jean Dupont: 18 December 2024", "18 December 2024",
            "The Prime Minister spoke to Prime Minister Jean Dupont this afternoon.",
            [("Starmer", "GB", "gb/2024-starmer"), (None, None, None)],
        ),
        (
            "ca-pm", "Prime Minister Justin Trudeau meets with Chairman Zhang Dejiang", "December 5, 2017",
            "Today Prime Minister Trudeau met the Chairman of the National People’s Congress of China, Zhang Dejiang.",
            [("Trudeau", "CA", "ca/23-trudeau"), ("Zhang", "CN", None)],
        ),
        (
            "us-whitehouse", "Readout of President Biden’s Call with President-Elect Lula da Silva", "October 31, 2022",
            "President Biden spoke today with President-Elect Luiz Inácio Lula da Silva of Brazil.",
            [("Biden", "US", "us/46-biden"), ("Lula da Silva", "BR", None)],
        ),
        (
            "us-whitehouse", "Readout of the Meeting with Prime Minister Andersson Of Sweden", "May 19, 2022",
            "President Biden met today with Prime Minister Magdalena Andersson of Sweden.",
            [("Biden", "US", "us/46-biden"), ("Andersson", "SE", "se/2021-andersson")],
        ),
        (
            "gb-number10", "PM call with Taoiseach Micheál Martin: 9 September 2022", "9 September 2022",
            "The Prime Minister spoke to Taoiseach Micheál Martin this afternoon.",
            [("Truss", "GB", "gb/2022-truss"), ("Martin", "IE", "ie/2020-martin")],
        ),
        (
            "gb-number10", "PM call with Amir of Qatar: 2 December 2022", "2 December 2022",
            "The Prime Minister spoke to the Amir of Qatar, His Highness Sheikh Tamim bin Hamad al-Thani, today.",
            [("Sunak", "GB", "gb/2022-sunak"), (None, "QA", "qa/2013-tamim")],
        ),
        (
            "gb-number10", "PM call with the Crown Prince of Saudi Arabia: 17 October 2023", "17 October 2023",
            ("The Prime Minister spoke to the Prime Minister and Crown Prince of Saudi Arabia, "
            "Mohammed bin Salman, today."),
            [("Sunak", "GB", "gb/2022-sunak"), (None, "SA", "sa/2017-crown-prince-mohammed")],
        ),
        (
            "gb-number10", "PM call with King Abdullah II of Jordan: 22 March 2025", "22 March 2025",
            "The Prime Minister spoke to His Majesty the King of Jordan, Abdullah II this morning.",
            [("Starmer", "GB", "gb/2024-starmer"), (None, "JO", "jo/1999-abdullah")],
        ),
        (
            "gb-number10", "PM meets Chancellor Merkel: 5 July 2018", "5 July 2018",
            "During the Prime Minister’s meeting with Chancellor Merkel in Berlin today, the two leaders held talks.",
            [("May", "GB", "gb/2016-may"), ("Merkel", "DE", "de/2005-merkel")],
        ),
        (
            "ca-pm", "Prime Minister Harper’s call with the President of the United States August 30, 2014",
            "August 30, 2014", "Prime Minister Harper spoke today with Barack Obama, President of the United States.",
            [("Harper", "CA", "ca/22-harper"), ("Obama", "US", "us/44-obama")],
        ),
        (
            "ca-pm", "Prime Minister Carney meets with President Trump", "June 16, 2025",
            ("CANADA, June 16 - Today, the Prime Minister, Mark Carney, met with the President of the United States, "
            "Donald J. Trump."),
            [("Carney", "CA", "ca/24-carney"), ("Trump", "US", "us/47-trump")],
        ),
    ],
)  # fmt: skip
def test_who_took_part(source: str, title: str, day: str, opening: str, people: list[Any]) -> None:
    record = _record(source, title, day, opening)
    told = [
        (p["family_name"], p["affiliation"]["code"] if p["affiliation"] else None, p["term"])
        for p in record["participants"]
    ]
    assert told == people


_PAGE = date(2025, 1, 3)


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The President spoke today with X.", _PAGE),
        ("The President spoke yesterday with X.", date(2025, 1, 2)),
        ("The President met X in New York earlier today (2 January 2025).", date(2025, 1, 2)),
        ("The President spoke to X last night [1 January 2025].", date(2025, 1, 1)),
        ("The President and X exchanged greetings last evening.", date(2025, 1, 2)),
        ("On 1-2 January 2025 the President paid a visit to X.", None),
        ("On Thursday, the President met with X.", date(2025, 1, 2)),
        ("X met with Y on Wednesday (1 January 2025).", date(2025, 1, 1)),
        ("President X on Dec. 30 held talks with Y.", date(2024, 12, 30)),
        ("The President spoke today with X to discuss the election of July 28, 2024.", _PAGE),
        ("The President spoke with X ahead of the January 4 summit.", None),
        ("The President spoke with X of the election of July 28.", None),
        ("Help will go on after the mission ends, the President said Friday 3 January after talks with X.", _PAGE),
        ("The President met with X.", None),
        ("On February 30, the President met with X.", None),
    ],
)
def test_the_day_of_the_event(opening: str, day: date | None) -> None:
    assert event_day(opening, _PAGE) == day


@pytest.mark.parametrize(
    ("title", "clause", "told"),
    [
        ("PM call with X: 1 May 2025", "The PM spoke to X ahead of the meeting in Berlin.", ["telephone_talk"]),
        ("Prime Minister speaks with X", "Today, the Prime Minister spoke with X.", ["telephone_talk"]),
        ("Prime Minister speaks with X", "The PM had a long and wide-ranging conversation with X.", ["telephone_talk"]),
        ("Prime Minister speaks with X", "The Prime Minister spoke with X while at the G7 Summit.", ["telephone_talk"]),
        ("Prime Minister meets X", "The Prime Minister met with X on the margins of the G7 Summit.", ["meeting"]),
        ("PM meeting with X", "The PM spoke to the Taoiseach in Belfast today.", ["meeting"]),
        ("PM talks with X", "The PM spoke to the Taoiseach in Dublin about talks.", ["telephone_talk"]),
        ("PM meeting with X", "The PM met Canadian Prime Minister X at the G7 Summit today.", ["meeting"]),
        ("Contributions praised", "The Secretary General welcomed President Y to NATO Headquarters.", ["meeting"]),
        ("Leadership praised", "The Secretary General thanked Germany in talks with Z.", ["meeting"]),
        ("PM meets X", "The PM met with X in Downing Street today for talks and a working lunch.",
         ["meeting", "working_meal"]),
        ("PM meets X", "The PM met with X in Berlin this afternoon for a working lunch.", ["working_meal"]),
        ("Readout of the Trilateral with X and Y", "The President met today with X and Y.",
         ["multilateral_session", "meeting"]),
        ("Prime Minister joins leaders", "The Prime Minister joined a meeting of leaders by video conference.",
         ["online_meeting"]),
        ("Statement on trade", "The Prime Minister signed it.", []),
    ],
)  # fmt: skip
def test_the_kind_that_prose_tells(title: str, clause: str, told: list[str]) -> None:
    assert kinds.names(kinds.of_prose(main_clause(clause), title)) == told


@pytest.mark.parametrize(
    ("title", "told", "day"),
    [
        ("PM call with X of Canada: 15 October 2024", "yesterday evening", "2024-10-14"),
        ("PM call with X of Canada: 14 October 2024", "yesterday evening", "2024-10-14"),
        ("PM call with X of Canada: 15 October 2024", "this evening", "2024-10-15"),
        ("PM call with X of Canada: 13 October", "", "2024-10-13"),
        ("PM call with X of Canada", "", None),
    ],
)
def test_the_day_in_a_title(title: str, told: str, day: str | None) -> None:
    record = _record("gb-number10", title, "15 October 2024", f"The Prime Minister spoke to Justin Trudeau {told}.")
    assert record["event"]["date"] == day


@pytest.mark.parametrize(
    "lead",
    [
        "Prime Minister Theresa May spoke with Chancellor Merkel.\n\nA Downing Street spokesperson said:\n\n",
        "The Prime Minister spoke to Chancellor Merkel this afternoon.\n\n",
        "Prime Minister Theresa May spoke with Chancellor Angela Merkel of Germany today.\n\n",
        "The Prime Minister’s call with Chancellor Merkel.\n\n",
        "",
    ],
)
def test_a_lead_is_no_statement(lead: str) -> None:
    body = (
        "This afternoon the Prime Minister spoke to Chancellor Merkel.\n\nThe PM and Chancellor "
        "welcomed the agreement.\n\n"
        "The pair met in Berlin last month."
    )
    record = _record("gb-number10", "PM call with Chancellor Merkel: 4 March 2018", "4 March 2018", lead + body)
    assert [point["text"][:12] for point in record["points"]] == ["The PM and C", "The pair met", "The leaders "]
    # That the pair met tells what happened, not what either of them said.
    assert [len(point["statements"][0]["speakers"]) for point in record["points"]] == [2, 0, 2]
    assert lead.split("\n")[0] in record["opening"]


_MET = "met with President Peter Pellegrini of Slovakia"


@pytest.mark.parametrize(
    ("told", "place", "occasion"),
    [
        (f"{_MET} in Downing Street today", "Downing Street", None),
        ("welcomed President Pellegrini of Slovakia to 10 Downing Street", "10 Downing Street", None),
        (f"{_MET} in Downing Street, as part of the President’s State Visit to the UK", "Downing Street", None),
        (
            f"{_MET} at Blenheim Palace today, as part of the European Political Community meeting",
            "Blenheim Palace", "European Political Community meeting",
        ),
        (f"{_MET} at the NATO Summit in Vilnius, Lithuania this morning", "Vilnius, Lithuania", "NATO Summit"),
        (f"{_MET} at the G7 today", None, "G7"),
        (f"{_MET} at the UN General Assembly on 6 May", None, "UN General Assembly"),
        (f"{_MET} at the COP27 climate summit", None, "COP27 climate summit"),
        (f"{_MET} at COP27 in Sharm el-Sheikh today", "Sharm el-Sheikh", "COP27"),
        (f"{_MET} this afternoon at Palazzo Chigi in Rome", "Palazzo Chigi in Rome", None),
        (f"{_MET} for talks at the Catshuis in the Hague", "Catshuis in the Hague", None),
        (f"{_MET} at NATO in Brussels today", "Brussels", None),
        (f"{_MET} at Parliament Buildings, Stormont, today", "Parliament Buildings, Stormont", None),
        (f"{_MET} to discuss the decisions taken at the NATO Summit in Madrid", None, None),
        (f"{_MET} on the margins of the NATO Summit in Washington, D.C., USA", "Washington, D.C., USA", "NATO Summit"),
        (
            f"{_MET} on the margins of the Session of the United Nations (UN) General Assembly today",
            None, "Session of the United Nations (UN) General Assembly",
        ),
        (f"{_MET} at the 2025 G7 Summit in Kananaskis, Alberta", "Kananaskis, Alberta", "2025 G7 Summit"),
        ("concluded a visit to Washington, D.C., where he met with President Pellegrini", "Washington, D.C.", None),
        (f"{_MET}, as part of the Prime Minister’s visit to the Slovak Republic", "Slovak Republic", None),
        ("welcomed President Pellegrini of Slovakia to the NATO Summit in Madrid", "Madrid", "NATO Summit"),
        ("spoke today on the margins of the NATO Summit with President Pellegrini of Slovakia", None, "NATO Summit"),
        (f"{_MET} on the margins of the G-8 and discussed their shared vision", None, "G-8"),
        ("welcomed the President of Slovakia, His Excellency Peter Pellegrini, to Canada", "Canada", None),
        (f"{_MET} in the margins of the G7 Summit in Kananaskis today", "Kananaskis", "G7 Summit"),
        (f"{_MET} at the Munich Security Conference this morning", None, "Munich Security Conference"),
        (f"{_MET} at the G20 in Rio de Janeiro today", "Rio de Janeiro", "G20"),
        (
            f"{_MET} at the European Political Community Summit at Blenheim Palace today",
            "Blenheim Palace", "European Political Community Summit",
        ),
        (f"{_MET} at RAF Northolt this morning", "RAF Northolt", None),
        (
            "welcomed President Pellegrini of Slovakia to Chequers today, following a dinner held at Windsor Castle",
            "Chequers", None,
        ),
        (f"{_MET} at Windsor Castle following a banquet hosted by the King at Chequers", "Windsor Castle", None),
        (
            f"{_MET} today in Wilmington, Delaware for the fourth in-person Quad Leaders Summit",
            "Wilmington, Delaware", "Quad Leaders Summit",
        ),
        (f"{_MET} at Turnberry in Scotland today", "Turnberry in Scotland", None),
        ("visited Bratislava on Monday for talks with President Peter Pellegrini of Slovakia", "Bratislava", None),
    ],
)  # fmt: skip
def test_where_and_on_what_occasion(told: str, place: str | None, occasion: str | None) -> None:
    record = _record("ca-pm", "Prime Minister meets with President", "May 6, 2025", f"The Prime Minister {told}.")
    assert (record["event"]["place"], record["event"]["occasion"]) == (place, occasion)
    assert record["event"]["sessions"][0]["kinds"] == ["meeting"]


def test_a_visitor_is_no_place() -> None:
    record = _record(
        "kr-president", "President Yoon, Saudi prince discuss energy", "2022 Nov. 17",
        "President Yoon Suk Yeol on Nov. 17 held talks with visiting Saudi Crown Prince Mohammed bin Salman.",
    )  # fmt: skip
    assert record["event"]["place"] is None


def test_a_call_has_no_place() -> None:
    record = _record(
        "us-whitehouse", "Readout of President Biden’s Call with Prime Minister Suga of Japan", "August 9, 2021",
        "President Joseph R. Biden, Jr. spoke today with Prime Minister Suga of Japan to praise the Games in Tokyo.",
    )  # fmt: skip
    assert record["event"]["place"] is None


def test_the_archives_banner_is_no_statement() -> None:
    lead = "The Prime Minister spoke to Indian Prime Minister Modi this morning."
    record = _record(
        "gb-number10",
        "PM call with Prime Minister Modi of India: 11 October 2021",
        "11 October 2021",
        f"{lead}\n\nThis was published under the 2019 to 2022 Johnson Conservative government\n\n{lead}",
    )
    assert [point["text"] for point in record["points"]] == ["The leaders discussed trade."]


@pytest.mark.parametrize(
    ("statement", "whose"),
    [
        ("Following strikes overnight, he reiterated that it is a threat.", [0]),
        ("The Prime Minister was clear that it is a right.", [0]),
        ("The Prime Minister was happy to hear of it.", [0]),
        ("Lastly, the Prime Minister and his Indian counterpart discussed trade.", [0, 1]),
        ("The Prime Minister and her French counterpart discussed trade.", []),
        ("He and Prime Minister Modi discussed trade.", [0, 1]),
        ("The prime minister raised the right to defend oneself.", [0]),
        ("The two leaders look forward to working together.", [0, 1]),
        ("The two leaders were concerned about the situation in Hong Kong.", [0, 1]),
    ],
)
def test_whose_words(statement: str, whose: list[int]) -> None:
    record = _record(
        "gb-number10",
        "PM call with Prime Minister Modi of India: 11 October 2021",
        "11 October 2021",
        f"The Prime Minister spoke to Indian Prime Minister Modi this morning.\n\n{statement}",
    )
    assert record["points"][0]["statements"][0]["speakers"] == [f"/participants/{number}" for number in whose]


def test_a_ruler_of_an_emirate_by_its_name() -> None:
    record = _record(
        "gb-number10",
        "PM call with Crown Prince of Abu Dhabi: 9 August 2019",
        "9 August 2019",
        "The Prime Minister received a call from the Crown Prince of Abu Dhabi Mohammed bin Zayed bin Sultan "
        "al-Nahyan.",
    )
    (_, guest) = record["participants"]
    assert (guest["affiliation"]["code"], guest["office"], guest["family_name"]) == ("AE", "Crown Prince", None)


def test_secretaries_named_together_are_of_one_country() -> None:
    record = _record(
        "int-nato",
        "NATO Secretary General visits Washington DC",
        "13 Sep. 2018",
        "NATO Secretary General Jens Stoltenberg met with US Secretary of State Mike Pompeo and Secretary of "
        "Defense James "
        "Mattis on Thursday (13 September 2018) to discuss preparations.",
    )
    assert [(p["family_name"], p["affiliation"]["code"]) for p in record["participants"][1:]] == [
        ("Pompeo", "US"),
        ("Mattis", "US"),
    ]


@pytest.mark.parametrize(
    ("statement", "whose"),
    [
        ("The Prime Minister and the US President exchanged notes on the steps taken.", [0, 1]),
        ("President Trump of the United States warmly congratulated the Prime Minister.", [1]),
        ("The US President recalled his visit.", [1]),
    ],
)
def test_whose_words_where_a_country_is_said_with_the_office(statement: str, whose: list[int]) -> None:
    record = _record(
        "in-mea",
        "Telephone Conversation between PM and the President of United States of America",
        "April 04, 2020",
        "Prime Minister Shri Narendra Modi had a telephonic conversation today with H.E. Donald Trump, President of "
        f"United States of America.\n\n{statement}",
    )
    assert record["points"][0]["statements"][0]["speakers"] == [f"/participants/{number}" for number in whose]


def test_a_release_is_read_from_its_section_to_its_translations() -> None:
    record = _record(
        "in-mea",
        "Media Center\n\nTelephone Conversation between PM and the President of United States of America",
        "April 04, 2020",
        "Prime Minister Shri Narendra Modi had a telephonic conversation today with H.E. Donald Trump, President of "
        "United States of America.\n\nThe two leaders agreed to remain in touch.\n\nNew Delhi\nApril 04, 2020\n\n"
        "Click here for Urdu version Urdu.pdf\nWrite a Comment",
    )
    assert record["title"] == "Telephone Conversation between PM and the President of United States of America"
    assert [point["text"] for point in record["points"]] == ["The two leaders agreed to remain in touch."]


def test_a_call_received_and_a_line_that_tells_when_it_was_posted() -> None:
    record = _record(
        "in-mea",
        "Prime Minister receives telephonic call from US President",
        "Posted On: 24 MAR 2026 8:48PM by PIB Delhi",
        "The Prime Minister, Shri Narendra Modi, received a call today from the President of the United States of "
        "America, Mr. Donald J. Trump.\n\nThe two leaders had a useful exchange of views.",
    )
    assert (record["event"]["date"], record["event"]["sessions"][0]["kinds"]) == ("2026-03-24", ["telephone_talk"])


def test_where_a_leader_is_met_tells_the_country() -> None:
    opening = "The Prime Minister met with President Erdoğan in the margins of the NATO Summit in Ankara today."
    record = _record("gb-number10", "PM meeting with President Erdoğan: 7 July 2025", "7 July 2025", opening)
    assert (record["event"]["place"], record["participants"][1]["term"]) == ("Ankara", "tr/2014-erdogan")


@pytest.mark.parametrize(
    ("statement", "country"), [("They discussed peace in Estonia.", "EE"), ("They spoke again.", None)]
)
def test_whose_prime_minister_is_told_by_the_country_the_text_names(statement: str, country: str | None) -> None:
    record = _record(
        "gb-number10", "PM call with Prime Minister Kallas: 6 February 2022", "6 February 2022",
        f"The Prime Minister spoke to Prime Minister Kallas earlier today.\n\n{statement}",
    )  # fmt: skip
    affiliation = record["participants"][1]["affiliation"]
    assert (affiliation and affiliation["code"]) == country


def test_a_date_with_hyphens() -> None:
    record = _record(
        "in-mea", "Telephone conversation with the President of Russia", "13-January-2020 19:49 IST",
        "Prime Minister Shri Narendra Modi and the President of Russia Mr. Vladimir Putin had a telephone call today.",
    )  # fmt: skip
    assert (record["published"], record["event"]["date"]) == ("2020-01-13", "2020-01-13")


@pytest.mark.parametrize(
    ("told", "family", "statement"),
    [
        ("the President of Egypt Abdel Fattah el-Sisi", "el-Sisi", "President Sisi welcomed it."),
        (
            "Iraqi Prime Minister Mustafa al-Kadhimi",
            "al-Kadhimi",
            "Prime Minister al-Kadhimi described the challenges.",
        ),
        ("President da Silva of Brazil", "da Silva", "President da Silva agreed."),
        ("President-elect Yoon Suk-yeol", "Yoon", "President-elect Yoon shared his concern."),
    ],
)
def test_names_with_particles_and_hyphens(told: str, family: str, statement: str) -> None:
    record = _record(
        "gb-number10", "PM call", "14 March 2022", f"The Prime Minister spoke to {told} this afternoon.\n\n{statement}"
    )
    assert record["participants"][1]["family_name"] == family
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/1"]


def test_the_names_of_a_president_elect_are_told_by_the_country() -> None:
    record = _record(
        "ca-pm", "Prime Minister Justin Trudeau speaks with President-elect López Obrador of Mexico", "July 2, 2018",
        "Prime Minister Justin Trudeau spoke today with Andrés Manuel López Obrador on his election.",
    )  # fmt: skip
    assert record["participants"][1]["family_name"] == "López Obrador"


def test_a_leader_called_by_name_opens_and_is_told_of_again() -> None:
    record = _record(
        "gb-number10", "PM call with President Macron: 7 June 2018", "7 June 2018",
        "Theresa May spoke to President Emmanuel Macron of France.\n\n"
        "The Prime Minister spoke to President Emmanuel Macron of France.",
    )  # fmt: skip
    assert [person["family_name"] for person in record["participants"]] == ["May", "Macron"]
    assert [point["text"] for point in record["points"]] == ["The leaders discussed trade."]


def test_the_words_of_a_highness() -> None:
    record = _record(
        "gb-number10", "PM meeting with the President of the UAE", "7 November 2022",
        "The Prime Minister met the President of the United Arab Emirates, His Highness Sheikh Mohammed bin Zayed.\n\n"
        "The Prime Minister and His Highness Sheikh Mohammed bin Zayed agreed to continue working together.",
    )  # fmt: skip
    assert record["points"][0]["statements"][0]["speakers"] == ["/participants/0", "/participants/1"]


def test_a_readout_of_a_call_is_a_summary() -> None:
    entry = FeedEntry("https://www.gov.uk/government/news/x", "Readout of PM call with Prime Minister X", None, "")
    assert _SOURCES["gb-number10"].decide(entry).keep


def test_what_was_said_where_they_met_is_a_statement() -> None:
    record = _record(
        "gb-number10", "PM meeting with President Biden: 14 June 2024", "14 June 2024",
        "The Prime Minister met with Joe Biden, President of the United States, at the G7 Summit in Italy today.\n\n"
        "The Prime Minister met President Biden at the G7 today. They discussed peace.",
    )  # fmt: skip
    told = [[s["report"] and s["report"]["verb"] for s in point["statements"]] for point in record["points"]]
    assert told == [[None, "discussed"], ["discussed"]]
    assert record["points"][0]["statements"][1]["speakers"] == ["/participants/0", "/participants/1"]


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Keir Starmer call with President Biden", "Starmer"),
        ("Rishi Sunak call with President Biden", "Sunak"),
        ("PM call with President Biden", None),
    ],
)
def test_a_title_tells_the_leader_on_a_day_of_two(title: str, family: str | None) -> None:
    record = _record("gb-number10", title, "5 July 2024", "The Prime Minister spoke to President Biden today.")
    assert record["participants"][0]["family_name"] == family


@pytest.mark.parametrize(
    "dateline",
    ["", "CANADA, June 16 - ", "OTTAWA, ON, April 29, 2025 /CNW/ - ", "CANBERRA, Australia, March 5 /CNW/ - "],
)
def test_what_an_agency_puts_before_the_text_is_none_of_it(dateline: str) -> None:
    opening = "Today, the Prime Minister, Mark Carney, spoke with the President of the United States, Donald J. Trump."
    record = _record("ca-pm", "Prime Minister Carney speaks with the President", "April 29, 2025", dateline + opening)
    assert record["opening"] == opening
    assert record["event"]["date"] == "2025-04-29"


def test_the_town_before_the_text_is_none_of_it() -> None:
    opening = "Prime Minister Narendra Modi spoke on phone today with the President of the United States, Donald Trump."
    record = _record("in-mea", "Telephone conversation", "April 04, 2020", f"New Delhi: {opening}")
    assert record["opening"] == opening


@pytest.mark.parametrize(
    "occasion", ["Coronation of His Majesty King Charles III", "State Funeral of Her Majesty Queen Elizabeth II"]
)
def test_whom_an_occasion_is_for_was_not_met(occasion: str) -> None:
    record = _record(
        "ca-pm", "Prime Minister Justin Trudeau meets with the Prime Minister of New Zealand", "May 7, 2023",
        f"Yesterday, Prime Minister Justin Trudeau met with the Prime Minister of New Zealand, Chris Hipkins, on the "
        f"margins of the {occasion}.",
    )  # fmt: skip
    assert record["event"]["occasion"] == occasion
    assert [person["family_name"] for person in record["participants"]] == ["Trudeau", "Hipkins"]


def test_what_their_majesties_say_is_theirs() -> None:
    record = _record(
        "ca-pm", "Prime Minister Carney meets with His Majesty King Abdullah II of Jordan", "July 21, 2025",
        "Today, the Prime Minister, Mark Carney, met with His Majesty King Abdullah II of Jordan during His Majesty's "
        "visit to Canada.\n\nThe Prime Minister and His Majesty discussed it.\n\n"
        "His Majesty thanked the Prime Minister.\n\nAssociated links",
    )  # fmt: skip
    assert record["event"]["place"] == "Canada"
    assert [len(point["statements"][0]["speakers"]) for point in record["points"]] == [2, 1]
    record = _record(
        "ca-pm", "Prime Minister Carney meets with Amir of the State of Qatar", "January 18, 2026",
        "Today, the Prime Minister, Mark Carney, met with the Amir of the State of Qatar, His Highness Sheikh Tamim "
        "bin Hamad Al-Thani, in Doha, Qatar.\n\nThe Prime Minister and His Highness the Amir agreed to meet again.\n\n"
        "His Highness the Amir thanked the Prime Minister.\n\nAssociated links",
    )  # fmt: skip
    assert [len(point["statements"][0]["speakers"]) for point in record["points"]] == [2, 1]


@pytest.mark.parametrize(
    ("opening", "name", "office", "country"),
    [
        (
            "spoke with H.E. Mr. Friedrich Merz and congratulated him on assuming office as Chancellor of Germany",
            "H.E. Mr. Friedrich Merz",
            "Chancellor",
            "DE",
        ),
        (
            "spoke to Friedrich Merz this afternoon to congratulate him on becoming the new Chancellor of Germany",
            "Friedrich Merz",
            "Chancellor",
            "DE",
        ),
        (
            "had a call with Ms. Sanae Takaichi and congratulated her on her election as Prime Minister of Japan",
            "Ms. Sanae Takaichi",
            "Prime Minister",
            "JP",
        ),
    ],
)
def test_what_somebody_is_congratulated_on_is_the_office(opening: str, name: str, office: str, country: str) -> None:
    record = _record("gb-number10", "PM call with a leader", "30 October 2025", f"The Prime Minister {opening}.")
    guest = record["participants"][1]
    assert (guest["name_as_published"], guest["office"], speaks_for(guest)) == (name, office, country)


def test_two_who_hold_one_office_are_not_one() -> None:
    title = "Telephone conversation between Prime Minister and Prime Minister of Nepal"
    opening = "Prime Minister Shri Narendra Modi had a telephone conversation today."
    (_, guest) = _record("in-mea", title, "September 18, 2025", opening)["participants"]
    assert (guest["name_as_published"], guest["office"]) == ("Prime Minister of Nepal", "Prime Minister")


def test_much_may_be_told_before_the_leader() -> None:
    record = _record(
        "ca-pm", "Prime Minister Carney meets with Prime Minister of Thailand", "November 1, 2025",
        "Today, on the margins of the Asia-Pacific Economic Cooperation (APEC) Economic Leaders’ Meeting in Gyeongju, "
        "the Republic of Korea, the Prime Minister, Mark Carney, met with the Prime Minister of Thailand, Anutin "
        "Charnvirakul.",
    )  # fmt: skip
    assert (record["event"]["date"], record["event"]["place"]) == ("2025-11-01", "Gyeongju, the Republic of Korea")


def test_a_virtual_meeting_is_one_and_one_beside_a_summit_of_many_is_of_two() -> None:
    def kinds(source: str, title: str, opening: str) -> list[str]:
        kinds: list[str] = _record(source, title, "November 23, 2025", opening)["event"]["sessions"][0]["kinds"]
        return kinds

    opening = "The Prime Minister co-chaired a virtual meeting with President Macron of France this morning."
    assert kinds("gb-number10", "PM call with leaders", opening) == ["online_meeting"]
    title = "Prime Minister meets Prime Minister of Canada on the sidelines of G20 Leaders’ Summit"
    opening = "Prime Minister Shri Narendra Modi held a meeting with H.E. Mr. Mark Carney, Prime Minister of Canada."
    assert kinds("in-mea", title, opening) == ["meeting"]


def test_an_annual_meeting_is_an_occasion() -> None:
    record = _record(
        "ca-pm", "Prime Minister Justin Trudeau meets with Prime Minister of Sweden", "June 26, 2023",
        "Today, Prime Minister Justin Trudeau met with the Prime Minister of Sweden, Ulf Kristersson, as part of the "
        "annual Nordic Prime Ministers’ meeting, which he attended.",
    )  # fmt: skip
    assert record["event"]["occasion"] == "Nordic Prime Ministers’ meeting"


@pytest.mark.parametrize(
    ("told", "place", "occasion"),
    [
        ("today at the UN General Assembly in New York", "New York", "UN General Assembly"),
        ("at the Tower of London yesterday", "Tower of London", None),
        ("at the G7 today", None, "G7"),
        ("in Downing Street this morning", "Downing Street", None),
        ("on the sidelines of the European Political Community Summit in Spain today", "Spain",
         "European Political Community Summit"),
    ],
)  # fmt: skip
def test_where_is_told_behind_a_lead(told: str, place: str, occasion: str | None) -> None:
    record = _record(
        "gb-number10", "PM meeting with PM Khan of Pakistan: 23 September 2019", "23 September 2019",
        f"Prime Minister Johnson met Prime Minister Khan of Pakistan.\n\n"
        f"The Prime Minister met Prime Minister Khan of Pakistan {told}.",
    )  # fmt: skip
    assert (record["event"]["place"], record["event"]["occasion"]) == (place, occasion)
    assert len(record["points"]) == 1


def test_a_counterpart_who_called_opens() -> None:
    record = _record(
        "gb-number10", "PM phone call with Belgian PM Charles Michel: 27 September 2016", "27 September 2016",
        "The Belgian Prime Minister Charles Michel called Prime Minister Theresa May to congratulate her.\n\n"
        "A Downing Street spokesperson said :\n\n"
        "The Belgian Prime Minister Charles Michel called the Prime Minister this afternoon to congratulate her.",
    )  # fmt: skip
    assert [person["family_name"] for person in record["participants"]] == ["May", "Michel"]
    assert record["event"]["sessions"][0]["kinds"] == ["telephone_talk"]
    assert len(record["points"]) == 1


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The two countries played a vital role, and the visit would strengthen that, President Biden said.", [1]),
        ("It was clear that the partnership was thriving, the Prime Minister added.", [0]),
        ("President Biden said it was vital, and the leaders agreed.", [1]),
    ],
)
def test_who_is_told_behind_the_words(text: str, whom: list[int]) -> None:
    record = _record("gb-number10", "PM call with President Biden", "7 July 2023",
                     f"The Prime Minister spoke to President Biden of the US today.\n\n{text}")  # fmt: skip
    assert record["points"][0]["statements"][0]["speakers"] == [f"/participants/{number}" for number in whom]


@pytest.mark.parametrize(
    ("title", "opening", "people"),
    [
        (
            "Prime Minister's meeting with Emir of Kuwait", "The Prime Minister welcomed the Emir of Kuwait to London.",
            [("Prime Minister", "GB"), ("Emir", "KW")],
        ),
        (
            "PM meeting with Norwegian Prime Minister: 6 June 2018",
            "This afternoon the Prime Minister hosted Prime Minister Erna Solberg for talks at Downing Street.",
            [("Prime Minister", "GB"), ("Prime Minister", "NO")],
        ),
        (
            "PM call with X", "The Prime Minister spoke to President Macron of France about the King of Jordan.",
            [("Prime Minister", "GB"), ("President", "FR")],
        ),
    ],
)  # fmt: skip
def test_a_counterpart_by_the_office_or_a_title(title: str, opening: str, people: list[tuple[str, str]]) -> None:
    record = _record("gb-number10", title, "6 June 2018", opening)
    assert [(person["office"], person["affiliation"]["code"]) for person in record["participants"]] == people


def test_a_list_of_calls_on_a_feast() -> None:
    record = _record(
        "in-mea", "Telephone Calls by Prime Minister on New Year", "January 1, 2020",
        "On the occasion of the New Year, Prime Minister Shri Narendra Modi today had telephone conversation with Mr. "
        "Jigme Khesar Namgyel Wangchuck, The Druk Gyalpo of Kingdom of Bhutan, Mr. Ibrahim Mohamed Solih, President of "
        "the Maldives and Mr. K.P. Sharma Oli, Prime Minister of Nepal.",
    )  # fmt: skip
    guests = [(p["office"], p["rank"], speaks_for(p)) for p in record["participants"][1:]]
    assert guests == [
        ("Druk Gyalpo", "head_of_state", "BT"),
        ("President", "head_of_state", "MV"),
        ("Prime Minister", "head_of_government", "NP"),
    ]
    assert record["event"]["occasion"] is None


def test_a_house_with_its_town() -> None:
    record = _record(
        "kr-president", "President Lee holds first summit with US President Trump", "Aug 26, 2025",
        "President Lee Jae Myung on Aug. 25 held his first summit with U.S. President Donald Trump at the White House "
        "in Washington, discussing shipbuilding.",
    )  # fmt: skip
    assert record["event"]["place"] == "White House in Washington"


def test_talks_over_lunch_are_a_working_meal_too() -> None:
    clause = (
        "PM Theresa May held bilateral talks with the PM of New Zealand, Jacinda Ardern, today over lunch in London."
    )
    assert kinds.names(kinds.of_prose(clause, "PM meeting with PM Ardern")) == ["meeting", "working_meal"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The leaders were in strong agreement on the importance of it.", [0, 1]),
        ("The PM met President Biden on his first official visit to the UK. They agreed on the value of it.", [0, 1]),
    ],
)
def test_other_forms_of_agreement(text: str, whom: list[int]) -> None:
    record = _record("gb-number10", "PM call with President Biden", "7 July 2023",
                     f"The Prime Minister spoke to President Biden of the US.\n\n{text}")  # fmt: skip
    assert record["points"][0]["statements"][-1]["speakers"] == [f"/participants/{number}" for number in whom]


@pytest.mark.parametrize(
    ("source", "opening", "told"),
    [
        (
            "gb-number10",
            (
                "The Prime Minister welcomed Prime Minister Mark Rutte of the Netherlands to Downing Street today, "
                "building on their meeting at the Northern Future Forum in Oslo in October."
            ),
            ("Downing Street", None),
        ),
        (
            "ca-pm",
            (
                "Today, the Prime Minister met with the Prime Minister of Denmark, Mette Frederiksen, at the margins "
                "of the NATO Summit."
            ),
            (None, "NATO Summit"),
        ),
        (
            "ca-pm",
            "On the occasion of Women Deliver 2019, Prime Minister Trudeau met with President Akufo-Addo of Ghana.",
            (None, "Women Deliver 2019"),
        ),
    ],
)
def test_what_was_before_is_no_occasion(source: str, opening: str, told: tuple[str | None, str | None]) -> None:
    event = _record(source, "Prime Minister meets with a leader", "5 June 2019", opening)["event"]
    assert (event["place"], event["occasion"]) == told


def test_an_agency_prints_the_day_on_a_line_of_its_own() -> None:
    record = _record(
        "us-whitehouse",
        "Readout of the President's Videoconference with Chancellor Merkel",
        "Washington, DC–(NEWSWIRE)–October 20, 2011.",
        "President Obama held a videoconference with German Chancellor Angela Merkel.",
    )
    assert record["published"] == "2011-10-20"


def test_a_saved_text_has_the_label_of_its_kind_above_the_title_and_the_lead_above_the_date() -> None:
    text = """Press release
PM call with Prime Minister Modi of India: 24 January 2025
The Prime Minister spoke to Prime Minister Modi of India.
Published 24 January 2025
The Prime Minister spoke to Prime Minister Modi of India this morning.
They discussed trade.
"""
    url = "https://www.gov.uk/government/news/pm-call-with-prime-minister-modi-of-india-24-january-2025"
    record = record_of("gb-number10", url, text)
    assert record["title"] == "PM call with Prime Minister Modi of India: 24 January 2025"
    assert (record["published"], record["event"]["date"]) == ("2025-01-24", "2025-01-24")
    assert [point["text"] for point in record["points"]] == ["They discussed trade."]


def test_a_title_may_shorten_the_office_of_the_other_side_too() -> None:
    title = "PM call with PM Suga of Japan: 23 September 2020"
    opening = "PM Boris Johnson spoke to Yoshihide Suga to congratulate him on his appointment as PM of Japan."
    record = _record("gb-number10", title, "23 September 2020", opening)
    assert [p["term"] for p in record["participants"]] == ["gb/2019-johnson", "jp/99-suga"]


def test_a_name_may_begin_as_a_title_does() -> None:
    record = _record(
        "gb-number10", "PM call with Prime Minister Draghi of Italy: 7 December 2021", "7 December 2021",
        "The Prime Minister spoke to Prime Minister Draghi, who had called from Italy.",
    )  # fmt: skip
    assert record["participants"][1]["family_name"] == "Draghi"


def test_whom_another_call_was_with_took_no_part() -> None:
    title = "Readout of President Joe Biden's Call with European Allies"
    opening = "President Biden briefed leaders on his call with President Putin, in which he discussed consequences."
    record = _record("us-whitehouse", title, "December 07, 2021", opening)
    assert [p["term"] for p in record["participants"]] == ["us/46-biden"]


def test_calls_with_several_are_with_those_whom_one_sentence_lists() -> None:
    text = """PM phone calls with international leaders: 26 July 2016

26 July 2016

Prime Minister Theresa May spoke with a number of international leaders today underlining strong relations.

A theme of calls from Prime Minister Key of New Zealand, Prime Minister Abe of Japan and King Abdullah of Jordan is it.
"""
    url = "https://www.gov.uk/government/news/pm-phone-calls-with-international-leaders-26-july-2016"
    record = record_of("gb-number10", url, text)
    assert [speaks_for(participant) for participant in record["participants"]] == ["GB", "NZ", "JP", "JO"]


@pytest.mark.parametrize(
    ("called", "terms"),
    [
        # Whose name nobody else bore, of the many whom the data have; and whose others did, in company and alone.
        ("President Biden and President Macron", ["us/46-biden", "fr/2017-macron"]),
        (
            "President Biden, Prime Minister Draghi and President Macron",
            ["us/46-biden", "it/2021-draghi", "fr/2017-macron"],
        ),
        ("President Biden", ["us/46-biden"]),
        ("Prime Minister Kallas and Prime Minister Kariņš", ["ee/2021-kallas", "lv/2019-karins"]),
        ("Prime Minister Kallas", [None]),
        ("President Biden and President Nobody", ["us/46-biden", None]),
        # Nobody of the name held the office that day; and another name beside it.
        ("President Trump and President Macron", [None, "fr/2017-macron"]),
        ("President Michel Aoun", [None]),
    ],
)
def test_leaders_without_countries_are_told_by_their_names(called: str, terms: list[str | None]) -> None:
    text = f"PM call: 7 December 2021\n\nThe Prime Minister spoke to {called} today.\n\nThey agreed to speak again.\n"
    record = record_of("gb-number10", "https://www.gov.uk/government/news/pm-call-with-leaders", text)
    assert [who["term"] for who in record["participants"][1:]] == terms


@pytest.mark.parametrize(
    ("told", "people"),
    [
        (
            "the President of the European Council and the President of the European Commission",
            [("EUCO", "euco/2024-costa"), ("ECOM", "ecom/2019-von-der-leyen")],
        ),
        (
            "the President of the European Council, the President of the European Commission and the leaders of Norway",
            [("EUCO", "euco/2024-costa"), ("ECOM", "ecom/2019-von-der-leyen"), ("NO", None)],
        ),
        (
            "the President of France, the Prime Minister of Italy and the Chancellor of Germany",
            [("FR", "fr/2017-macron"), ("IT", "it/2022-meloni"), ("DE", "de/2021-scholz")],
        ),
        # Of another office than the one that leads, and of one that the data do not have.
        (
            "the President of Poland and the Prime Minister of France",
            [("PL", "pl/2015-president-duda"), ("FR", "fr/2024-prime-minister-bayrou")],
        ),
        ("the President of Montenegro and the President of Chad", [("ME", None), ("TD", None)]),
        # Who is named elsewhere in the sentence took no part by the office alone.
        ("the President of France about the visit of the Chancellor of Germany", [("FR", "fr/2017-macron")]),
    ],
)
def test_leaders_told_by_their_offices_alone(told: str, people: list[tuple[str, str | None]]) -> None:
    record = _record(
        "gb-number10",
        "PM call with leaders: 7 March 2025",
        "7 March 2025",
        f"The Prime Minister spoke to {told} today.",
    )
    guests = record["participants"][1:]
    assert [(who["affiliation"]["code"], who["term"]) for who in guests] == people
    assert {who["family_name"] for who in guests} == {None}


def test_the_members_of_a_group_behind_a_dash() -> None:
    opening = (
        "Today, the Prime Minister, Mark Carney, met virtually with the leaders of the Nordic-Baltic Eight (NB8) – "
        "Denmark, Estonia, Finland, Iceland, Latvia, Lithuania, Norway, and Sweden."
    )
    record = _record("ca-pm", "Prime Minister Carney meets with the Nordic-Baltic Eight", "March 2, 2026", opening)
    told = [who["affiliation"]["code"] for who in record["participants"][1:]]
    assert told == ["DK", "EE", "FI", "IS", "LV", "LT", "NO", "SE"]


def test_his_partners_are_all_the_others() -> None:
    record = _record(
        "ca-pm",
        "Prime Minister Justin Trudeau meets with European leaders",
        "June 28, 2019",
        "Prime Minister Trudeau met today with his European counterparts President Emmanuel Macron of France and "
        "Chancellor Angela Merkel of Germany.\n\n"
        "Prime Minister Trudeau and his European partners reiterated their support.\n\n"
        "The Prime Minister and his Indian colleagues discussed trade in letters.",
    )
    told = [point["statements"][0]["speakers"] for point in record["points"][:2]]
    assert told == [["/participants/0", "/participants/1", "/participants/2"], []]


@pytest.mark.parametrize(
    ("address", "title", "day"),
    [
        ("pm-meeting-with-president-duque-22-september-2021", "PM meeting with President Duque", "2021-09-22"),
        ("pm-meeting-with-president-duque-22-september-2021--2", "PM meeting with President Duque", "2021-09-22"),
        ("pm-meeting-22-september-2021", "PM meeting with President Duque: 21 September 2021", "2021-09-21"),
        ("pm-meeting-with-president-duque", "PM meeting with President Duque", "2021-09-23"),
        # Of two days neither is the one.
        ("pm-meetings-with-leaders-21-and-22-september-2021", "PM meetings with leaders", "2021-09-23"),
        ("pm-meeting-31-february-2021", "PM meeting with President Duque", "2021-09-23"),
    ],
)
def test_an_address_tells_the_day_that_number_10s_title_does_not(address: str, title: str, day: str) -> None:
    # The page came out after midnight, and tells of "today".
    text = f"{title}\n\n23 September 2021\n\nThe Prime Minister met Colombian President Duque today in New York.\n"
    record = record_of("gb-number10", f"https://www.gov.uk/government/news/{address}", text)
    assert record["event"]["date"] == day


def test_a_call_that_another_leader_made_opens_a_release_of_india() -> None:
    record = record_of(
        "in-mea",
        "https://www.mea.gov.in/press-releases.htm?dtl/1",
        "Prime Minister's telephonic conversation with US President\n\nDecember 1, 2009\n\n"
        "U.S. President Barack Obama called the Prime Minister this morning. The two leaders discussed the climate.\n",
    )
    assert record["event"]["sessions"][0]["kinds"] == ["telephone_talk"]
    assert [person["family_name"] for person in record["participants"]] == ["Singh", "Obama"]


def test_a_day_with_an_ordinal_is_no_part_of_the_place() -> None:
    record = record_of(
        "in-mea",
        "https://www.mea.gov.in/press-releases.htm?dtl/2",
        "Meeting of Prime Minister with Prime Minister of New Zealand\n\nSeptember 26, 2019\n\nPrime Minister "
        "Narendra Modi met Prime Minister of New Zealand H.E. Ms. Jacinda Ardern on the sidelines of UNGA in New York "
        "on 25th September 2019.",
    )
    assert (record["event"]["place"], record["event"]["date"]) == ("New York", "2019-09-25")


@pytest.mark.parametrize(
    ("source", "zone"),
    [
        ("gb-number10", "+01:00"),
        ("au-pm", "+10:00"),
        ("in-mea", "+05:30"),
        ("ca-pm", "-04:00"),
        ("kr-president", "+09:00"),
    ],
)
def test_a_clock_at_home_is_that_of_the_publishers_seat(source: str, zone: str) -> None:
    leader = "President Lee Jae Myung" if source == "kr-president" else "Prime Minister"
    record = record_of(
        source,
        "https://example.org/news",
        f"A call\n\n1 July 2025\n\n{leader} spoke to the President of France, Emmanuel Macron, at 10.30 a.m. today.",
    )
    assert record["event"]["sessions"][0]["start"] == f"2025-07-01T10:30:00{zone}"
    assert "time_zone_by_place" in [found["code"] for found in record["findings"]]


def test_two_of_one_office_open_and_speak_for_one_side() -> None:
    record = record_of(
        "eu-council",
        "https://www.consilium.europa.eu/en/press/press-releases/2023/09/18/x/",
        "Readout of the meeting between Presidents Michel and von der Leyen and President Tokayev\n\n"
        "18 September 2023\n\nPresidents Charles Michel and Ursula von der Leyen met today with President "
        "Kassym-Jomart Tokayev of Kazakhstan in New York in the margins of the UN General Assembly.\n\n"
        "They welcomed the dynamic relations.\n\nThe EU leaders underlined that sanctions hold.",
    )
    terms = [participant["term"] for participant in record["participants"]]
    assert terms == ["euco/2019-michel", "ecom/2019-von-der-leyen", "kz/2019-tokayev"]
    told = [point["statements"][0] for point in record["points"]]
    assert [statement["speakers"] for statement in told] == [
        ["/participants/0", "/participants/1", "/participants/2"],
        ["/participants/0", "/participants/1"],
    ]
    assert [statement["report"]["voice"] for statement in told] == ["both", "one"]


@pytest.mark.parametrize(
    ("source", "opening", "place", "held"),
    [
        (
            "fr-elysee",
            (
                "President Emmanuel Macron received Mr. Mark Carney, Prime Minister of Canada, for a working lunch at "
                "the Élysée on Monday, March 17, 2025."
            ),
            "Élysée",
            ["working_meal"],
        ),
        (
            "fr-elysee",
            "The Head of State met with Mr. Mark Carney, Prime Minister of Canada, on March 17, 2025.",
            None,
            ["meeting"],
        ),
        (
            "kr-president",
            (
                "President Choi Sang-mok, who is on a state visit to the UAE, held summit talks with President Mohamed "
                "bin Zayed Al Nahyan at the presidential palace in Abu Dhabi on March 17."
            ),
            "presidential palace in Abu Dhabi",
            ["summit_meeting"],
        ),
    ],
)
def test_a_meal_and_a_hall_in_small_letters(source: str, opening: str, place: str | None, held: list[str]) -> None:
    event = _record(source, "Meeting of the two leaders", "17 March 2025", opening)["event"]
    assert (event["place"], event["sessions"][0]["kinds"]) == (place, held)


def test_the_head_of_state_is_the_publishers_own() -> None:
    record = record_of(
        "fr-elysee",
        "https://www.elysee.fr/en/emmanuel-macron/2025/03/02/x",
        "Telephone conversation with the President of Ukraine\n\n2 March 2025\n\n"
        "The President of the Republic spoke today with Mr. Volodymyr Zelenskyy, President of Ukraine.\n\n"
        "The Head of State stressed the need for guarantees.\n\n“We are ready,” added the Head of State.",
    )
    assert [point["statements"][0]["speakers"] for point in record["points"]] == [["/participants/0"]] * 2


def test_a_call_after_a_meeting_leaves_the_meeting_its_place() -> None:
    opening = (
        "Today, the Prime Minister, Mark Carney, met with the President of Finland, Alexander Stubb, in Halifax, and "
        "held a call with the President of Ukraine, Volodymyr Zelenskyy."
    )
    title = "Prime Minister Carney meets with President of Finland Alexander Stubb"
    assert _record("ca-pm", title, "November 12, 2025", opening)["event"]["place"] == "Halifax"
