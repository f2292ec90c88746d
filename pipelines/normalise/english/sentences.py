"""Where a sentence ends, in English that is full of "H.E. Mr.", "a.m." and "U.S."."""

from __future__ import annotations

import re

_STOP = re.compile(r"\.[”\"’')\]*]*\s+(?=[A-Z“\"]|\d{1,2}\.\s)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Hon|Honou?rable|Rt|Gen|Pol|Lt|Maj|Brig|Col|Prof|Sen|Jr|Sr|St|No|Inc|Ltd|Co)|\b(?:[A-Z]\.){1,3}[A-Z])\.$"
)
_HALF_DAY = re.compile(r"\b[ap]\.\s?m\.$")
# "... and the U.S. The leaders ...", "... Ferdinand Marcos Jr. They ...": not "H.E. The President".
_AT_AN_END_TOO = re.compile(r"\b(?:U\.(?:S|K|N|A\.E)|E\.U|D\.C|U\.S\.A|Jr|Sr|Inc|Ltd|Co)\.$")
_LONGEST_ABBREVIATION = 12
# "... as follows: 1. The two leaders ...".
_COUNTS = re.compile(r"\W{0,2}\d{1,2}\.")
# After "5:45 p.m." a sentence may go on with a capital ("Mr. KISHIDA held ..."); with these words one begins.
_OPENS = re.compile(
    r"(?:The|In|At|After|Following|An?|Both|They|He|She|This|These|Before|Subsequently|Then|During|Prior|Afterwards|It|"
    r"Commencing|Together|On)\s"
)


LONGEST = 3_000
"""No sentence of a readout is longer (characters); what follows is not looked at, which bounds every search in it."""


_BEFORE_IT = re.compile(
    r"(?:Following|After|Ahead of|Before|Prior to|As part of|In advance of|Building on)\b[^,]{1,200},\s"
)
_TO_DO = (
    r"\bto\s+(?:discuss|express|congratulate|offer|convey|thank|follow|review|reaffirm|coordinate|extend|consult|"
    r"address|share|mark|brief|continue|update|reiterate|underscore|emphasi[sz]e|prepare|wish|exchange|urge|deepen|"
    r"advance|strengthen|bolster|inaugurate|highlight|commend)\b"
)
_WHAT_FOR = re.compile(
    rf"{_TO_DO}|\b(?:about|regarding|following|building\s+on|"
    r"ahead\s+of|in\s+advance\s+of|on\s+the\s+(?:passing|death)|after|before|since)\b"
)
_PURPOSE = re.compile(rf"\s{_TO_DO}")


def without_purpose(words: str) -> str:
    """Words without what was to be done there: "the G20 Summit in Bali to reaffirm their ties"."""
    return _PURPOSE.split(words, maxsplit=1)[0]


def main_clause(sentence: str) -> str:
    """A sentence of prose without what came before the event and what it was for, in which others are named.

    What is left out in front is blanked, so that places in the sentence stay the same.
    """
    before = _BEFORE_IT.match(sentence)
    begin = before.end() if before else 0
    purpose = _WHAT_FOR.search(sentence, begin + 1)
    return " " * begin + sentence[begin : purpose.start() if purpose else None]


_WHO_ATTENDED = re.compile(
    r"\b(?:[Aa]ttend(?:ed|ing|ees|ance)|[Pp]articipants?\s(?:from|on|were)|[Aa]ccompan|joined\s(?:thereafter\s)?by|[Pp]resent\s(?:on|were|from))"
)


_LIST_OF_ATTENDANTS = re.compile(r"[(（\[]Attend(?:ees|ants|ance)[)）\]]")


def without_attendants(sentence: str) -> str:
    """A sentence without the brackets that tell who else was there, blanked, so that places in it stay the same.

    Brackets may stand in brackets; one that the sentence does not close goes to its end, and so does a list of them
    ("(Attendees) Japan side: ...").
    """
    kept = list(sentence)
    if (listed := _LIST_OF_ATTENDANTS.search(sentence)) is not None:
        kept[listed.start() :] = " " * (len(sentence) - listed.start())
    opened: list[int] = []
    for place, char in enumerate(sentence):
        if char in "(（":
            opened.append(place)
        elif char in ")）" and opened and (begin := opened.pop()) >= 0 and not opened:
            _blank_attendants(sentence, kept, begin, place + 1)
    if opened:
        _blank_attendants(sentence, kept, opened[0], len(sentence))
    return "".join(kept)


def _blank_attendants(sentence: str, kept: list[str], begin: int, end: int) -> None:
    if _WHO_ATTENDED.search(sentence, begin, end):
        kept[begin:end] = " " * (end - begin)


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, with its full stop; at most LONGEST characters of it."""
    text = text[:LONGEST]
    return next((text[: stop.start() + 1] for stop in _STOP.finditer(text) if _ends(text, stop)), text)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each with its full stop and the quotation marks behind it. Nothing is left out but
    the white space between them."""
    found, begin = [], 0
    for stop in _STOP.finditer(text):
        end = stop.start() + len(stop[0].rstrip())
        if _ends(text, stop) and not _COUNTS.fullmatch(text, begin, end):
            found.append(text[begin:end])
            begin = stop.end()
    return [sentence for sentence in [*found, text[begin:].rstrip()] if sentence]


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, and not an abbreviation."""
    head = text[max(0, stop.start() - _LONGEST_ABBREVIATION) : stop.start() + 1]
    if _HALF_DAY.search(head) or _AT_AN_END_TOO.search(head):
        return _OPENS.match(text, stop.end()) is not None
    return _ABBREVIATED.search(head) is None
