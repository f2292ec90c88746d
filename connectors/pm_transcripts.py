"""The releases of Australia's Prime Ministers since 1945, in the XML of PM Transcripts (pmtranscripts.pmc.gov.au)."""

from __future__ import annotations

import html
import re
from calendar import month_name
from datetime import datetime
from xml.etree import ElementTree

from connectors import encoding
from connectors.errors import NotASummaryError, UnreadableError

# Their type says more than their titles ("UNKNOWN").
_SPOKEN = re.compile(r"interview|speech|transcript|press conference|doorstop|broadcast|parliament", re.IGNORECASE)
_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def as_page(content: bytes, content_type: str | None) -> bytes:
    """A release of PM Transcripts as a page of HTML: its title, its day, its text.

    The form is that of https://pmtranscripts.pmc.gov.au/query?transcript=ID: one element (`transcript`, later `item`)
    with `title`, `release-date` (27/02/2009), `release-type` and `content`, which is HTML.

    Raises NotASummaryError where it is a speech or an interview or there is none of that number, UnreadableError where
    it is not what PM Transcripts gives.
    """
    expected = "a release as PM Transcripts gives it in XML"
    text = encoding.decode(content, content_type).text
    if _DECLARES.search(text):
        raise UnreadableError("", expected, "XML that declares a document type or entities")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 # what makes XML explode was refused above
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableError("", expected, f"{type(error).__name__}: {error}") from None
    release = next((element for element in root.iter() if element.find("content") is not None), None)
    if release is None:
        raise NotASummaryError("PM Transcripts has no release of this number")
    told = {field.tag: (field.text or "").strip() for field in release}
    if _SPOKEN.search(told.get("release-type", "")):
        raise NotASummaryError(f"it is no release but of the type {told['release-type']!r}")
    try:
        day = datetime.strptime(told.get("release-date", ""), "%d/%m/%Y")  # noqa: DTZ007 # a civil date
    except ValueError:
        raise UnreadableError("/published", "a date (27/02/2009)", repr(told.get("release-date", ""))) from None
    # Titles were escaped twice over the years; a few releases have none.
    title = html.escape(html.unescape(html.unescape(told.get("title") or told.get("release-type", ""))))
    dated = f"<time>{day.day} {month_name[day.month]} {day.year}</time>"
    return f"<main><h1>{title}</h1>{dated}<article>{told['content']}</article></main>".encode()
