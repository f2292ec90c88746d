"""What a summary links to: press conferences and joint statements are told, and not archived as summaries."""

from __future__ import annotations

from datetime import UTC, datetime

from connectors import source as sources
from connectors.feeds import FeedEntry
from pipelines import steps

_URL = "https://japan.kantei.go.jp/105/diplomatic/202602/26italy.html"
_PAGE = """<main><h1>Japan-Italy Summit Meeting</h1><p class="date">February 26, 2026</p>
<p>On February 26, commencing at 6:05 p.m. for about 20 minutes, Ms. TAKAICHI Sanae, Prime Minister of Japan, held a
summit meeting with H.E. Ms. Giorgia MELONI, President of the Council of Ministers of the Italian Republic.</p>
<p>1. The two leaders concurred in furthering the partnership.</p>
<p><a href="/105/statement/202602/26kaiken.html">Joint Press Conference</a>, <a href="/x/26js.pdf">Joint Statement</a>,
<a href="/x/photos.html">Photographs</a></p></main>"""


def test_links_say_where_they_lead() -> None:
    source = sources.load()["jp-kantei"]
    record = steps.of_saved_page(source, _URL, _PAGE.encode(), "text/html", datetime(2026, 3, 1, tzinfo=UTC))
    assert {link["text"]: link["leads_to"] for link in record["links"]} == {
        "Joint Press Conference": "press_conference",
        "Joint Statement": "joint_statement",
        "Photographs": None,
    }


def test_every_source_turns_press_conferences_away() -> None:
    for source in sources.load().values():
        title = (
            "共同記者会見"
            if source.language == "ja"
            else "Joint press conference by the Prime Minister and President X"
        )
        entry = FeedEntry(f"{source.homepage}diplomatic/202602/x.html", title, None, "")
        rule = source.decide(entry)
        assert not rule.keep, source.id
        assert rule.reason
