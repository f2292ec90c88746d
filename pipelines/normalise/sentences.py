"""Where a sentence ends, in English that is full of "H.E. Mr.", "a.m." and "U.S."."""

from __future__ import annotations

import re

_STOP = re.compile(r"\.[”\"’')\]]*\s+(?=[A-Z“\"])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Hon|Rt|Gen|Prof|Jr|Sr|St|No|Inc|Ltd|Co)|\b(?:[A-Z]\.){1,3}[A-Z])\.$"
)
_HALF_DAY = re.compile(r"\b[ap]\.\s?m\.$")


LONGEST = 3_000
"""No sentence of a readout is longer (characters); what follows is not looked at, which bounds every search in it."""


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph, with its full stop; at most LONGEST characters of it."""
    text = text[:LONGEST]
    for stop in _STOP.finditer(text):
        head = text[: stop.start() + 1]
        if _ABBREVIATED.search(head, max(0, len(head) - 12)):
            continue
        if _HALF_DAY.search(head, max(0, len(head) - 8)) and not text.startswith(("The ", "In ", "At "), stop.end()):
            continue
        return head
    return text
