"""Readouts of the President of the French Republic, English edition (www.elysee.fr)."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import dates, prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

_HABITS = prose.habits(
    # "The President of the Republic spoke to ...", "François Hollande held ...", "The Head of State received ...".
    leader=r"(?:French\s+)?President\b|Head\s+of\s+State\b|"
    r"(?:Emmanuel\s+Macron|François\s+Hollande|Nicolas\s+Sarkozy|Jacques\s+Chirac)\b",
    title_suffix=r"Élysée|Elysee",
    trailer=r"Read the (?:press )?release|See (?:also|all articles)|Latest news$|À consulter|Continue reading|Download|"
    r"Discover|\(?Original text in French",
    day_first=True,
)


# "/en/emmanuel-macron/2025/02/10/...": a page's address names the President of whom the page says "the President".
_PRESIDENT_IN_ADDRESS = re.compile(r"^https?://[^/]+/en/(?P<name>[a-z]+(?:-[a-z]+){1,3})/\d{4}/")


# How it was issued, as the embassies and the Foreign Ministry print it in the title: "Press Release – ... (Elysée
# Palace, 22 Sept. 20)", "... – Communiqué issued by the Presidency of the Republic (Paris - May 30, 2017)".
_ISSUED_AS = re.compile(r"^Press\s(?:[Cc]ommuniqué|[Rr]elease)\s*[–-]\s*")
_ISSUED = re.compile(
    r"(?:\s*[–-]\s*(?:Press\s+)?(?:[Cc]ommuniqué|Statement)\s(?:issued\s(?:by|on)|from)\s.{3,80}?)?"
    r"(?:\s?\([A-Z]\w+(?:\s[Pp]alace)?(?:,|\s?[–-])\s?(?P<date>[^()]{0,16}\d\d)\))?$"
)
_YEAR_IN_SHORT = re.compile(r"(?<=[a-z.]\s)(?=\d\d$)")


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`. Who was President is told by its address."""
    draft = prose.read(content, url, media_type, content_type, layout, _HABITS, "The President of the Republic")
    title = _ISSUED_AS.sub("", draft.title)
    if (issued := _ISSUED.search(title)) is not None:
        printed = _YEAR_IN_SHORT.sub("20", issued["date"] or "")
        day = dates.printed_date(printed) or dates.printed_day_first(printed)
        draft = replace(draft, title=title[: issued.start()], published=draft.published or day)
        draft = replace(draft, event_date=prose.day_told(draft))
    told = _PRESIDENT_IN_ADDRESS.match(url)
    return draft if told is None else replace(draft, leader_named=told["name"].replace("-", " ").title())
