"""The formats that a meeting is told to have had, each with its length, where a bracket or "including" lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.normalise.english import kinds, times

_FORMATS = frozenset(("small_group_meeting", "expanded_meeting", "one_on_one_meeting", "working_meal"))
# "(small-group meeting for approximately 25 minutes; plenary meeting for approximately 75 minutes)", ", including a
# small-group meeting for about 20 minutes,".
_LISTED = re.compile(
    r"\s?\([^()]{0,60}(?:[Mm]eeting|[Tt]alks?|[Ss]ession|[Ll]unch(?:eon)?|[Dd]inner)\b[^()]{0,200}\)|,\sincluding\san?\s[^,;.()]{3,90}"
)
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d")


@dataclass(frozen=True)
class Format:
    """One format of a meeting, and how many minutes it took, if that is told."""

    kind: str
    minutes: int | None


def listed(sentence: str) -> tuple[list[Format], str]:
    """The formats that an opening sentence lists, in order, and the sentence without the list; none, and the sentence,
    where it lists none, or lists clocks, which tell sessions of their own."""
    for found in _LISTED.finditer(sentence):
        text = found[0]
        told = [mention for mention in kinds.mentions(text) if mention.kind in _FORMATS]
        if told and _CLOCK.search(text) is None:
            ends = [*(mention.begin for mention in told), len(text)][1:]
            parts = [
                Format(mention.kind, times.duration(text[mention.end : end]))
                for mention, end in zip(told, ends, strict=True)
            ]
            if text.startswith(",") and any(part.minutes is None for part in parts):
                # "..., including a working lunch": it may be of another day.
                continue
            return parts, sentence[: found.start()] + sentence[found.end() :]
    return [], sentence
