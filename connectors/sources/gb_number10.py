"""Pages of the Prime Minister's Office of the United Kingdom (www.gov.uk): prose, as JSON, HTML or text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import orjson

from connectors import dates, prose
from connectors.draft import Draft, DraftChange
from connectors.errors import NotASummaryError, UnreadableError
from connectors.page import Layout, clean

VERSION = 128
_LEADER = "The Prime Minister"
_LONDON = ZoneInfo("Europe/London")

_HABITS = prose.habits(
    # "The Prime Minister spoke to ...", "This morning, the Prime Minister hosted ...", "Theresa May spoke to ...".
    leader=r"[Pp]rime\s+Mini?ster\b|PM\b|[A-Z][\w'’-]+\s[A-Z][\w'’-]+(?=\s(?:spoke|met|called|welcomed|hosted)\b)|"
    + prose.CALLED_THE_PRIME_MINISTER,
    title_suffix=r"GOV\.UK",
    section=r"Press release|News story|Speech|Statement",
    trailer="Updates to this page|Related content|Explore the topic|Is this page useful",
)
# "PM call with President X of Y: 10 April 2025", "PM call with President X, 25 May 2015", "... Merkel: 13 December".
_DATED = re.compile(rf"[:,]\s*(?P<date>\d{{1,2}}\s+{dates.MONTH}(?:\s+\d{{4}})?)\s*$")
# The address is made of the title when a page is first published, and stays: ".../pm-call-with-...-10-april-2025--2".
_IN_ADDRESS = re.compile(rf"(?<!-and)-(?P<date>\d{{1,2}}-{dates.MONTH}-\d{{4}})(?:--\d+)?/?$", re.IGNORECASE)
_PUBLISHED = re.compile(rf"Published:?\s+(?P<date>\d{{1,2}}\s+{dates.MONTH}\s+\d{{4}})")
# "From: Prime Minister's Office, 10 Downing Street and The Rt Hon Sir Keir Starmer KCB KC MP Published 13 October ...".
_FROM = re.compile(
    r"\bFrom:?\s+Prime\sMinister['’]s\sOffice,\s10\sDowning\sStreet,?\s+and\s+(?P<name>The\sRt\sHon\s[^,:;]{3,80}?)"
    r"\s+Published\b"
)
_UPDATED = re.compile(rf"Last updated:?\s+(?P<date>\d{{1,2}}\s+{dates.MONTH}\s+\d{{4}})")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: JSON of the Content API, the HTML page, or its text.

    Raises UnreadableError where JSON is not what the Content API gives, else as `connectors.reading.read`.
    """
    if media_type == "application/json":
        draft = _from_api(content, url, layout)
    else:
        draft = prose.read(content, url, media_type, content_type, layout, _HABITS, _LEADER)
        text = clean(re.sub(rb"<[^>]{0,500}>", b" ", content[:200_000]).decode("utf-8", "replace"))
        if media_type == "text/html" or draft.published is None:
            # Of a page saved as text the day may stand behind all of it, below "Updates to this page".
            draft = _dated_by_page(draft, text)
        if (issued := _FROM.search(text)) is not None:
            draft = replace(draft, leader_named=issued["name"])
    return replace(draft, event_date=_event_day(draft, url))


def _event_day(draft: Draft, url: str) -> date | None:
    """The day in the title, or in the address where the title has none, unless it is the page's own and the text tells
    of "yesterday"; else the text's."""
    told = prose.day_told(draft)
    dated = _DATED.search(draft.title) or _IN_ADDRESS.search(url)
    printed = dated["date"].replace("-", " ").title() if dated else ""
    titled = prose.event_day(printed, draft.published) or dates.printed_date(printed)
    if titled is None or (told is not None and titled == draft.published and told < titled):
        return told
    return titled


def _from_api(content: bytes, url: str, layout: Layout) -> Draft:
    try:
        item = orjson.loads(content)
        if item["document_type"] in ("redirect", "gone"):
            raise NotASummaryError(f"the page is now a {item['document_type']}")
        title, body = str(item["title"]), str(item["details"]["body"])
        published = datetime.fromisoformat(item["first_published_at"]).astimezone(_LONDON).date()
        notes = [
            (datetime.fromisoformat(c["public_timestamp"]), str(c["note"]))
            for c in item["details"].get("change_history", ())
        ]
        people = [str(person["title"]) for person in item.get("links", {}).get("people", ())]
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableError("", "a page as the Content API gives it", f"{type(error).__name__}: {error}") from None
    html = f"<main><h1></h1><div class='govspeak'>{body}</div></main>"
    html = html.replace("<h1></h1>", f"<h1>{title.replace('&', '&amp;').replace('<', '&lt;')}</h1>", 1)
    draft = prose.read(html.encode(), url, "text/html", "text/html; charset=utf-8", layout, _HABITS, _LEADER)
    # The first entry of a history is the publication itself.
    changes = sorted(notes)[1:]
    return replace(
        draft,
        published=published,
        leader_named=people[0] if len(people) == 1 else None,
        declared_changes=tuple(DraftChange(at.astimezone(_LONDON), clean(note) or None) for at, note in changes),
    )


def _dated_by_page(draft: Draft, text: str) -> Draft:
    """The dates above the text: "Published 10 April 2025", "Last updated 11 April 2025"."""
    published, updated = _PUBLISHED.search(text), _UPDATED.search(text)
    changes = draft.declared_changes
    if updated is not None and (day := dates.printed_date(updated["date"])) is not None:
        changes = (DraftChange(day),)
    return replace(
        draft,
        published=dates.printed_date(published["date"]) if published else draft.published,
        declared_changes=changes,
    )
