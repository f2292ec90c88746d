"""Who is reported as saying what, and how: the subject and the verb of each sentence, or of what governs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from connectors.dates import MONTH
from connectors.draft import DraftPoint
from pipelines.normalise.english.sentences import LONGEST, sentences
from schemas.authorities import verbs
from schemas.record import Point, Report, Statement

_TITLE = (
    r"(?:(?:Deputy|Vice|Acting|Foreign|Crown|Former|First|Executive)[\s-])?(?:President(?:-[Ee]lect)?|"
    r"Prime M[a-z]{5,8}|PM|Premier|Chancellor|Secretary[\s-]General|"
    r"Director[\s-]General|Taoiseach|King|Queen|Sultan|Sheikh|Emir|Amir|Prince|Minister|Secretary|"
    r"Chair(?:man|person|woman)?|Commissioner|Governor|Speaker|Managing Director|Ambassador|Senator)"
)
_NAME = (
    r"(?:(?:von der|van der|van|von|de|da|al|el|bin|dos|di)\s|[ae]l-)?[A-ZÀ-ÞĀ-Ž]"
    r"(?:[\w'’.-]|\?(?=\w))*?(?:\s(?:(?:bin|al|de|da|van|von|der|el)\s)?[A-ZÀ-ÞĀ-Ž](?:[\w'’-]|\?(?=\w))*){0,3}"
)
_GROUP = (
    r"(?:[Tt]he\s+)?(?:[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s+"
    r"(?:[Ll]eaders|sides|countries|[Pp]rime [Mm]inisters|[Pp]residents|parties|[Hh]eads of [Ss]tate)|"
    r"[Tt]he\s+(?:[Ll]eaders|sides|pair|[Pp]rime\s+[Mm]inisters|[Pp]residents)|"
    r"(?:[Tt]hey\s+(?:both|all)|[Tt]he\s+two(?=\s[a-z])|They|We|(?<=[-–—]\s)they|(?<=,\s)they|(?<=ly\s)they|"
    r"(?<=Together\s)they|Both|(?<=,\s)both|(?<=\sand\s)both|(?<=^and\s)both)(?=\s)"
)
# "the French President", "the US President".
_ADJECTIVE = r"(?!Prime\s)[A-Z][\w.]{1,14}"
# "The Prime Minister": whom a publisher of prose calls by the office alone.
_OFFICE = (
    r"(?:[Tt]he\s(?:prime\sminister|president)(?=\s[a-z])|"
    r"(?:[Tt]he\s+)?(?:Prime\s+Mini?ster|PM|President|Secretary[\s-]General)(?:\s+of\s+the\s+Republic)?|"
    rf"[Tt]he\s(?:{_ADJECTIVE}\s)?{_TITLE})(?=\s(?!of\b|for\b)[a-z])"
)
# "Following the strikes, he reiterated ...".
_PRONOUN = r"(?:He|She|(?<=,\s)(?:he|she)|(?<=^And\s)(?:he|she)|(?<=,[”\"]\s)(?:he|she))(?=\s)"
# In small letters: "Mohammed" and "Zayed" are no verbs.
_VERB = (
    r"\b(?!attended\b|visited\b)(?:[a-z]\w+ed|said|told|gave|made|took|sought|spoke|drew|held|had|shared|put|paid|"
    r"felt|laid|set|went|began|met|undertook|looks?(?=\sforward)|"
    r"(?:was|were)\s(?:clear|pleased|delighted|honou?red|grateful|concerned|united|unanimous|"
    r"in\s(?:\w+\s)?agreement))\b"
)
_ADVERB = (
    r"(?:(?:,\s[^,.]{1,160},|\w{2,14}ly|also|then|further|furthermore|again|first|both|in\s+turn|once\s+again|"
    r"strongly|sincerely|firmly|jointly|mutually)\s?)*"
)
# And "President Mnangagwa of Zimbabwe".
_PERSON = (
    rf"(?:U\.S\.\s|H\.\s?[HM]\.\s|(?:His|Her)\s(?:Royal\s)?(?:Highness|Majesty|Excellency)\s(?:the\s)?)?"
    rf"(?:{_TITLE}|Mr\.?|Mrs\.?|Ms\.?)\s{_NAME}"
)
_OF_COUNTRY = r"(?:\sof\s(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s(?:of\s|and\s|the\s)?[A-ZÀ-Ž][\w'’-]+){0,3})?"
# Of several: persons by title and name, or by the office alone ("The Prime Minister and the Taoiseach").
# "The Prime Minister and His Majesty".
_STYLE_ALONE = r"(?:His|Her)\s(?:Majesty|(?:Royal\s)?Highness|Excellency)(?=\s[a-z])"
_ONE_OF = (
    rf"(?:{_STYLE_ALONE}|[Tt]he\s(?:\w{{2,12}}\s)?(?:leaders|prime\sministers)(?:\sof\s[^,.]{{2,40}}?)?(?=\s[a-z])|"
    rf"{_PERSON}|(?:[Tt]he\s(?:{_ADJECTIVE}\s)?)?{_TITLE}(?=\s(?:and\s|[a-z])))"
)
_STATES = re.compile(
    rf"(?P<actor>(?P<group>{_GROUP}|[Tt]he\s\w{{2,12}}\s(?:leaders|prime\sministers)(?=\s))|"
    rf"(?:{_ONE_OF}|He|She)(?:,\s{_ONE_OF})*,?\sand\s(?:{_ONE_OF}|I)|{_STYLE_ALONE}|{_OFFICE}|"
    rf"{_PERSON}(?P<country>{_OF_COUNTRY})|{_PRONOUN})"
    # "The two leaders and their teams agreed".
    rf"(?:\sand\stheir\s(?:teams|delegations|officials|ministers))?\s?{_ADVERB}\s?(?P<verb>{_VERB})"
)
_ASKS = re.compile(rf"\bfrom\s+(?P<actor>{_TITLE}\s{_NAME})(?:\s+(?:that|regarding|on|about)|,)")
_GOVERNS = re.compile(
    r"(?:as follows|the following(?:\s+\w+)?|said|stated)\s*[:：.]?\s*$|[:：]\s*$|"
    # "stated the following three issues and asked Prime Minister X to visit Japan."
    r"\b(?:stated|made|explained|put\sforward|raised|"
    r"mentioned)\sthe\sfollowing\s(?:(?:two|three|four|five|six|\d)\s)?\w+\b"
)


@dataclass(frozen=True)
class Said:
    """Who said something, as named in the text, and how it is reported (None where the text does not say)."""

    speaker: str
    report: Report | None


def with_speakers(
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
    own = [words.by or governor for words in spoken]
    # What stands below a governed point is governed as well, unless the point itself names another speaker.
    names_another = bool(spoken) and spoken[0].by is not None
    governing = [by for words, by in zip(spoken, own, strict=True) if _GOVERNS.search(words.text)]
    governs = governing[-1] if governing else None if names_another else governor
    if text is None and point.heading and _GOVERNS.search(point.heading):
        governs = _said(point.heading) or governor
    return Point(
        label=point.label,
        heading=point.heading,
        text=text,
        statements=[_statement(words.text, by) for words, by in zip(spoken, own, strict=True)]
        or [_statement(sentence, None) for sentence in sentences(text or "")],
        points=with_speakers(point.points, governs, event=event, called=called),
    )


def _statement(text: str, by: Said | None) -> Statement:
    return Statement(text=text, speaker=by.speaker if by else None, speakers=[], report=by.report if by else None)


# "On July 25, for approximately 75 minutes ..., Prime Minister X held a summit meeting": told of, not said there.
_TELLS_OF_EVENT = re.compile(rf"On\s(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})[^.]{{0,60}}\b(?:for|from|commencing|starting)\b")


_MET = rf"(?:met|spoke|hosted|(?:welcomed|received)\s(?:[Tt]he\s)?(?:[A-Z][\w’'-]+\s){{0,2}}{_TITLE})"
# "The Prime Minister met President X in Y this morning. They agreed ...": what was said begins behind it.
_TELLS_THAT_THEY_MET = re.compile(
    rf"[^.]{{0,200}}\b{_MET}\b[^.]{{0,200}}\b(?:today|yesterday|"
    r"(?:this|last)\s(?:morning|afternoon|evening|night)|on\s(?:his|her|their)\s(?:\w+\s){0,2}visit)\b"
)


@dataclass(frozen=True)
class Words:
    """One sentence, or its part where another goes on to speak; and who says it (None where it names nobody)."""

    text: str
    by: Said | None


# "stated, “We work together.": not "to realize “Free and Open Indo-Pacific".
_BEGINS_QUOTATION = re.compile(r"(?:^|[,:]\s?|\b(?:said|stated|added|replied)\s)“[^”\"]*$")


def said(text: str, called: frozenset[str] = frozenset()) -> list[Words]:
    """The sentences of a text with who says each, one in which several speak in turn by turns. What a quotation goes on
    with is its speaker's."""
    told = [turn for sentence in sentences(text) for turn in _turns(sentence, called)]
    found: list[Words] = []
    quoted: Said | None = None
    for number, sentence in enumerate(told):
        of_event = number == 0 and (
            _TELLS_OF_EVENT.match(text) or (len(told) > 1 and _TELLS_THAT_THEY_MET.match(sentence))
        )
        by = quoted or (None if of_event else _said(sentence[:LONGEST], called))
        found.append(Words(sentence, by))
        if quoted is None:
            quoted = by if _BEGINS_QUOTATION.search(sentence) else None
        elif "”" in sentence or sentence.endswith('"'):
            quoted = None
    return found


# "..., and President Biden thanked him.", "...; and in response, the President stated that ...".
_NEXT = re.compile(
    r"[,;]\s(?=(?:and|while|but|whereas)\s(?:in\s(?:response|return|turn|reply),\s)?"
    r"(?P<who>[A-Z]|the\s|both\b|they\b))"
)


def _turns(sentence: str, called: frozenset[str]) -> list[str]:
    """A sentence, cut where another than who spoke before goes on to speak."""
    turns = []
    begun = 0
    before: Said | None = None
    for mark in _NEXT.finditer(sentence[:LONGEST]):
        another = _STATES.match(sentence, mark.start("who"))
        if (
            another is None
            or another["verb"] == "met"
            or sentence.count("“", begun, mark.end()) > sentence.count("”", begun, mark.end())
        ):
            continue
        before = _said(sentence[begun : mark.start()], called)
        if before is not None and before.speaker != _tidy(another["actor"].removesuffix(another["country"] or "")):
            turns.append(sentence[begun : mark.end()].rstrip())
            begun = mark.end()
    return [*turns, sentence[begun:]]


def opening_and_words(opening: str | None) -> tuple[str | None, str | None]:
    """The opening of a page of prose up to where it goes on to what was said, and that (None where it does not)."""
    told = sentences(opening or "")
    words = next((number for number, sentence in enumerate(told) if number and _is_said(sentence)), None)
    if words is None:
        return opening, None
    return " ".join(told[:words]), " ".join(told[words:])


# "A spokesperson said: The Prime Minister held a bilateral meeting with ...", "This was their first meeting since ...".
_GOES_ON_TO_TELL_OF_IT = re.compile(
    r"(?:Th(?:is|ese)|It|The (?:call|meeting|conversation|talks))\s(?:is|was|were|took|lasted|came|marked|follow\w*)\b|"
    rf"(?:[^.]{{0,60}}\bspokes(?:person|man|woman)\s[^.:]{{0,20}}said\s?:)?[^.,]{{0,120}}?\b(?:{_MET}|called|telephoned|"
    r"held\s(?:an?|the|his|her)\s[^.,]{0,40}(?:meeting|call|conversation|talks|summit))\b"
)


def _is_said(sentence: str) -> bool:
    cut = sentence[:LONGEST]
    if _TELLS_THAT_THEY_MET.match(cut) is not None or _GOES_ON_TO_TELL_OF_IT.match(cut) is not None:
        return False
    return _said(cut) is not None


_END = re.compile(r"[.”\"’]{0,2}$")
_LONGEST_CALLED = 80
# "..., he said.", "“...,” he said.".
_COMMA = re.compile(r",[”\"]?\s")


# "Biden added that ...": of who has no title, the words are held against the names of those present.
_BY_NAME = re.compile(rf"(?P<actor>{_NAME})\s{_ADVERB}\s?(?P<verb>{_VERB})")


def _at_the_end(text: str, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told behind the words: "The two countries played a vital role, Prime Minister Starmer said."."""
    commas = [comma.end() for comma in _COMMA.finditer(text, max(0, len(text) - _LONGEST_CALLED))]
    if not commas:
        return None
    match = _STATES.match(text, commas[-1]) or _by_name(text, commas[-1], called)
    return match if match is not None and _END.match(text, match.end()) else None


def _by_name(text: str, start: int, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told by the name alone where a clause begins."""
    match = _BY_NAME.match(text, start) if called else None
    return match if match is not None and called.issuperset(match["actor"].casefold().split()) else None


_BOUNDS = frozenset(("began", "started", "opened", "closed", "concluded", "ended", "responded", "replied"))
_BY_DOING = re.compile(r"(?:(?:the|their) (?:meeting|call|conversation|discussion|talks?) )?(?:by |with )?(\w+)ing\b")
_PAST = {"say": "said", "set": "set", "sett": "set", "speak": "spoke", "tell": "told"}
_GLAD = re.compile(r"(?:was|were) (?:pleased|delighted|honou?red)")


def _said(text: str, called: frozenset[str] = frozenset()) -> Said | None:
    match = _at_the_end(text, called) or _by_name(text, 0, called) or _STATES.search(text)
    if match is not None and match["verb"] == "met":
        # "He also met members of the Senate.": told of, and nothing said.
        return None
    if match is None:
        asked = _ASKS.search(text)
        return Said(_tidy(asked["actor"]), None) if asked else None
    # Words within a quotation are no object of the verb: "stated, “I welcome ...".
    behind = text[match.end() : match.end() + 80].partition("“")[0]
    following = re.findall(r"[a-z]+", behind.lower())[:6]
    verb, kind = verbs.classify(" ".join(match["verb"].lower().split()), following)
    if verb in _BOUNDS and (by := _BY_DOING.match(" ".join(following))) is not None:
        # "They began by discussing ...": what they began with is what they did.
        verb, kind = f"{verb} {by[0]}", verbs.classify(_PAST.get(by[1], f"{by[1]}ed"), following)[1]
    if following[:1] == ["to"] and len(following) > 1 and _GLAD.fullmatch(verb):
        # "was pleased to inform him": what they were pleased to say.
        doing = verbs.classify(_past(following[1]), following[2:])[1]
        verb, kind = (f"{verb} to {following[1]}", doing) if doing in ("stated", "announced") else (verb, kind)
    if verb == "went" and following[:2] == ["on", "to"] and len(following) > 2:
        # "then went on to express his gratitude".
        verb, rest = f"went on to {following[2]}", following[3:]
        kind = verbs.classify(_past(following[2]), rest)[1]
    parts = match.groupdict(default="")
    together = bool(parts.get("group")) or re.search(r"\sand\s", match["actor"]) is not None
    return Said(
        _tidy(match["actor"].removesuffix(parts.get("country", ""))),
        Report({"verb": verb, "class": kind, "voice": "both" if together else "one"}),
    )


def _past(verb: str) -> str:
    """The past of a verb of saying."""
    return _PAST.get(verb, f"{verb.removesuffix('e')}ed")


def _tidy(actor: str) -> str:
    plain = " ".join(actor.split())
    return plain[0].upper() + plain[1:]
