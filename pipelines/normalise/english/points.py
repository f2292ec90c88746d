"""The points of a page in the record's form: what of a text tells of the event, and who says each of the rest."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors.dates import MONTH
from connectors.draft import DraftPoint
from pipelines.normalise.english.sentences import LONGEST, sentences
from pipelines.normalise.english.speakers import TITLE, turns, who_says
from pipelines.normalise.said import Said, Words
from schemas.record import Point

_GOVERNS = re.compile(
    r"(?:as follows|the following(?:\s+\w+)?|said|stated)\s*[:：.]?\s*$|[:：]\s*$|"
    # "stated the following three issues and asked Prime Minister X to visit Japan."
    r"\b(?:stated|made|explained|put\sforward|raised|"
    r"mentioned)\sthe\sfollowing\s(?:(?:two|three|four|five|six|\d)\s)?\w+\b"
)


def _governs(text: str) -> bool:
    """Whether a text governs what stands below it. Few hold any of the words or the colon by which one does."""
    end = text[-10:]
    may = "follow" in text or "said" in end or "stated" in end or ":" in end or "：" in end
    return may and _GOVERNS.search(text) is not None


def points_of(
    points: tuple[DraftPoint, ...],
    governor: Said | None = None,
    *,
    event: str = "",
    called: frozenset[str] = frozenset(),
) -> list[Point]:
    """The points in the record's form, each sentence with its speaker as named in the text, and how it is reported.

    A point that ends "stated as follows:" governs the points below it: they inherit its speaker and its verb unless
    their own sentences name another. A heading has no speaker, and neither has the text that tells of the event
    (`event`). `called` are the words of the names of those present, casefolded: a speaker without a title is told by
    these alone. `speakers` is for `attribution` to fill.
    """
    return [_point(point, governor, event, called) for point in points]


def _point(point: DraftPoint, governor: Said | None, event: str, called: frozenset[str]) -> Point:
    text = point.text
    spoken = said(text, called) if text and text != event else []
    own = [replace(words, by=words.by or governor) for words in spoken]
    # What stands below a governed point is governed as well, unless the point itself names another speaker.
    names_another = bool(spoken) and spoken[0].by is not None
    governing = [words.by for words in own if _governs(words.text)]
    governs = governing[-1] if governing else None if names_another else governor
    if text is None and point.heading and _governs(point.heading):
        governs = who_says(point.heading) or governor
    return Point(
        label=point.label,
        heading=point.heading,
        text=text,
        statements=[words.statement() for words in own or _by_nobody(text or "")],
        points=points_of(point.points, governs, event=event, called=called),
    )


def _by_nobody(text: str) -> list[Words]:
    return [Words(sentence, None) for sentence in sentences(text)]


# "On July 25, for approximately 75 minutes ..., Prime Minister X held a summit meeting": told of, not said there.
_TELLS_OF_EVENT = re.compile(rf"On\s(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})[^.]{{0,60}}\b(?:for|from|commencing|starting)\b")


_MET = rf"(?:met|spoke|hosted|(?:welcomed|received)\s(?:[Tt]he\s)?(?:[A-Z][\w’'-]+\s){{0,2}}{TITLE})"
# "The Prime Minister met President X in Y this morning. They agreed ...": what was said begins behind it.
_TELLS_THAT_THEY_MET = re.compile(
    rf"[^.]{{0,200}}\b{_MET}\b[^.]{{0,200}}\b(?:today|yesterday|"
    r"(?:this|last)\s(?:morning|afternoon|evening|night))\b"
)


# "stated, “We work together.": not "to realize “Free and Open Indo-Pacific".
_BEGINS_QUOTATION = re.compile(r"(?:[,:]\s?|\b(?:said|stated|added|replied)\s)“[^”\"]*$")


def said(text: str, called: frozenset[str] = frozenset()) -> list[Words]:
    """The sentences of a text with who says each, one in which several speak in turn by turns. What a quotation goes on
    with is its speaker's."""
    told = sentences(text)
    found: list[Words] = []
    quoted: Said | None = None
    for number, sentence in enumerate(told):
        if quoted is not None:
            found.append(Words(sentence, quoted))
            if "”" in sentence or sentence.endswith('"'):
                quoted = None
            continue
        of_event = number == 0 and (
            _TELLS_OF_EVENT.match(text) or (len(told) > 1 and _TELLS_THAT_THEY_MET.match(sentence))
        )
        for turn in [sentence] if of_event else turns(sentence, called):
            found.append(Words(turn, None if of_event else who_says(turn[:LONGEST], called)))
        quoted = found[-1].by if "“" in sentence and _BEGINS_QUOTATION.search(sentence) else None
    return found


def opening_and_words(opening: str | None, called: frozenset[str] = frozenset()) -> tuple[str | None, str | None]:
    """The opening of a page of prose up to where it goes on to what was said, and that (None where it does not).

    `called` as in `points_of`.
    """
    told = sentences(opening or "")
    words = next((number for number, sentence in enumerate(told) if number and _is_said(sentence, called)), None)
    if words is None:
        return opening, None
    return " ".join(told[:words]), " ".join(told[words:])


# "A spokesperson said: The Prime Minister held a bilateral meeting with ...", "This was their first meeting since ...".
_GOES_ON_TO_TELL_OF_IT = re.compile(
    r"(?:Th(?:is|ese)|It|The (?:call|meeting|conversation|talks))\s(?:is|was|were|took|lasted|came|marked|follow\w*)\b|"
    rf"(?:[^.]{{0,60}}\bspokes(?:person|man|woman)\s[^.:]{{0,20}}said\s?:)?[^.,]{{0,120}}?\b(?:{_MET}|called|telephoned|"
    r"held\s(?:(?:an?|the|his|her)\s[^.,]{0,40})?(?:meetings?|call|conversation|talks|summit))\b"
)


def _is_said(sentence: str, called: frozenset[str]) -> bool:
    cut = sentence[:LONGEST]
    if _TELLS_THAT_THEY_MET.match(cut) is not None or _GOES_ON_TO_TELL_OF_IT.match(cut) is not None:
        return False
    return who_says(cut, called) is not None
