"""Briefings of the President of the Republic of Korea, English edition (eng.president.go.kr), and those of past
presidents that the Presidential Archives keep (webarchives.pa.go.kr, a folder for each presidency).

They stand among news of what the President does at home, with the captions of pictures in the present tense.
"""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

_MET = (
    r"\b(?:held|had|spoke|met|talked|received|attended|engaged|hosted|made|discussed|shared|exchanged|conversed|"
    r"welcomed)\b"
)
_SOMEBODY = r"[A-Z]\w+(?:\s[A-Z]\w+){1,2}"

_HABITS = prose.habits(
    # "President Yoon Suk Yeol on Nov. 17 held talks with ...".
    # And "U.S. Secretary of State X expressed upon her meeting with the President in Seoul that ...".
    leader=(
        rf"(?:(?:South\s)?Korean\s)?President\b(?=[^;\n]{{0,240}}?{_MET})|"
        r"[A-Z][^;\n]{5,160}?\b(?:in|upon|during|at)\s(?:his|her|a)\s(?:\w+\s)?(?:meeting|talks)\swith\sthe\sPresident\b"
    ),
    title_suffix=r"Office of the President.*|Briefing Room",
    # The menu of the site of 2008 to 2013, in a saved text.
    section=(
        r"CHEONG WA DAE|Toward a Greater Republic of Korea|Presidential activities|"
        r"(?:[•-]\s)?(?:Latest Headlines|Speeches|Summit diplomacy|President LEE MYUN-GBAK|First lady KIM ?YOON-?OK)"
    ),
    trailer=r"List|Previous|Next|Go to list|Copyright",
    # "President X (left) discusses ...", "By A and B", "Photos = Cheong Wa Dae"; and the two sentences by which the
    # Presidential Archives say what a copy is.
    captions=(
        r"President\s[A-Z]\w+(?:\s[A-Z][\w-]+){0,2}\s(?:on\s[A-Z]\w{2,8}\.?\s\d{1,2}\s)?(?:\([^()]{3,30}\)\s"
        r"(?:and\s[A-Z][^.,;]{3,60}?\s)?)?(?:discusses|shakes|holds?|speaks?|talks?|calls?|poses?|inspects?|greets?|meets?)\b|"
        r"The\sPresident\sand\s[A-Z][^.,;]{3,80}?\s(?:talk|shake|pose|hold|meet|walk|speak)\b|"
        rf"By\s{_SOMEBODY}(?:\sand\s{_SOMEBODY})?$|Photos?\s=\s|"
        r"이 웹사이트는 제\d+대 대통령|다만, 「개인정보보호법」"
    ),
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The President")
