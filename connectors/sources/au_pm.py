"""Media releases of the Prime Minister of Australia (www.pm.gov.au) about meetings and calls.

Few of the releases are about a meeting, and their titles seldom say so ("Visit to Solomon Islands", "Fiji"): by far
most that name a leader announce a visit. So what opens a summary is a sentence that tells of a meeting or a call as
held.
"""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import pm_transcripts, prose
from connectors.draft import Draft
from connectors.errors import NotASummaryError
from connectors.page import Layout

VERSION = 126

# Whom a sentence is about: "Prime Minister Anthony Albanese", "The Hon X MP, Prime Minister of Australia", "Ms
# Gillard", "the two Prime Ministers". Of oneself a release writes "I", of both "we".
_SUBJECT = (
    r"(?:\b(?:I|[Ww]e)|\bPrime\sMinisters?(?:(?:\sof\sAustralia|,?\s(?:[Tt]he\s)?(?:Hon(?:\.|ourable)?\s)?[A-Z][\w'’‘-]+|"
    r"\sand\b|\sMP\b){0,10}|\sof\s[^.;]{3,60}),?|\bM[rs]s?\s[A-Z]\w+|\b[Ll]eaders)"
)
_ADVERBS = (
    r"(?:(?:have|has|had|was|were|also|today|yesterday|tonight|this\s(?:morning|afternoon|evening|week)|earlier|just|"
    r"recently|warmly|formally),?\s){0,4}"
)
_LEADERS = (
    r"(?:President|(?:Prime|First)\sMinister|Premier|Chancellor|Taoiseach|King|Sultan|Secretary[-\s]General|leaders)"
)
_TALKS = r"(?:talks|discussions?|meetings?|conversations?|calls?)"
# "met with", "had a useful discussion", "welcomed President X to Australia", "was pleased to meet".
_TOLD = (
    rf"(?:met\b|spoke[n]?\s(?:to|with|by)\b|(?:held|had|begun|hosted|concluded)\s(?:[\w-]+,?\s){{0,5}}{_TALKS}\b|"
    rf"(?:pleased|delighted|honoured)\s(?:today\s)?to\s(?:meet|welcome)\b|"
    rf"had\sthe\s(?:opportunity|pleasure|privilege|honour)\s(?:to\smeet|of\smeeting)\b|"
    rf"welcomed\s(?:(?:the|[A-Z][\w-]+)\s){{0,3}}{_LEADERS}\b(?:\s[A-Z][\w'’-]+){{0,4}}(?!['’]s)\b|"
    rf"joined\s(?:the\s)?leaders\b|represented\sAustralia\sat\b|telephoned\s(?:me|the\sPrime\sMinister)\b|"
    r"agreed\swith\s(?:President|(?:Prime|First)\sMinister|Premier|Chancellor)\b)"
)
# "Prime Minister Abe and I have discussed", "the President and I today agreed".
_BOTH = (
    rf"{_LEADERS}(?:\s[A-Z][\w'’‘-]+){{0,4}}\sand\sI\s{_ADVERBS}"
    r"(?:discussed|agreed|reaffirmed|exchanged|held|met|spoke)\b"
)
# "It was an honour to welcome Prime Minister Modi to Melbourne today".
_IT_WAS = (
    r"(?:\bIt\s(?:was|has\sbeen)\s(?:[a-z]+\s){0,3}(?:honour|pleasure|privilege|great|good|wonderful|fantastic)\s(?:today\s)?"
    rf"to\s(?:meet(?:\swith)?|welcome|host|speak\s(?:to|with))\s(?:(?:the|[A-Z][\w-]+)\s){{0,3}}{_LEADERS}\b"
    r"(?=[^.;\n]{0,160}\b(?:today|tonight|yesterday|this\s(?:morning|afternoon|evening)|last\snight)\b))"
)
# "At a meeting with Prime Minister Erdogan today, we reaffirmed", "... following my meeting with the Chinese Premier".
_AT_THE_MEETING = (
    rf"(?:\b(?:At|Following|After|During|[Ff]ollowing|[Hh]aving\sheld|As\sa\sresult\sof)\s(?:(?!will\s)[\w'’-]+\s){{0,6}}"
    rf"{_TALKS}\s(?:today\s|tonight\s|in\s\w+\s)?(?:with|in|today|this)\b)"
)
# What is told of is to come, or was long ago.
_NOT_NOW = (
    r"\b(?:will|shall|[Ss]ince|look(?:s|ing)?\sforward|invit(?:ed|ation)|last\s(?:year|month)|earlier\sthis\s(?:year|month)|"
    r"in\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)

_HABITS = prose.habits(
    leader=rf"(?=(?:(?!{_NOT_NOW})[^;\n]){{0,160}}?(?:{_SUBJECT}\s{_ADVERBS}{_TOLD}|{_BOTH}|{_IT_WAS}|{_AT_THE_MEETING}))",
    title_suffix=r"Prime Minister of Australia",
    trailer=r"Media contact|Media enquiries|\[ENDS\]|Prime Minister.s Press Office",
)
# "I look forward to welcoming X", "Prime Minister X has accepted my invitation".
_AWAITED = re.compile(r"\blook\sforward\sto\b|\baccepted\smy\sinvitation\b")
_MOST_ABOVE = 2
"""Paragraphs above the one that tells of the meeting: further down a release tells of another in passing."""


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page, or the XML that PM Transcripts gives of one: see `connectors.prose.read` and
    `connectors.pm_transcripts.as_page`.

    Raises NotASummaryError where a release announces a meeting before it tells of one, or tells of something else.
    """
    if media_type == "application/xml":
        content, media_type = pm_transcripts.as_page(content, content_type), "text/html"
        content_type = "text/html; charset=utf-8"
    draft = prose.read(content, url, media_type, content_type, layout, _HABITS, "The Prime Minister")
    opened = draft.opening is not None
    # Without an opening, all that the release says is below it.
    begins = draft.above if opened else tuple(point.text or "" for point in draft.points[:_MOST_ABOVE])
    if any(prose.announces(paragraph) or _AWAITED.search(paragraph) for paragraph in begins):
        raise NotASummaryError(f"it announces a meeting that has yet to be held; the title is {draft.title!r}")
    if len(begins) > _MOST_ABOVE:
        raise NotASummaryError(f"it tells of a meeting in passing; the title is {draft.title!r}")
    if opened and draft.event_date is None:
        # "On 17 January, the Prime Minister visited our forces in Afghanistan.", above whom he met there.
        draft = replace(draft, event_date=prose.event_day(" ".join(begins), draft.published))
    return draft
