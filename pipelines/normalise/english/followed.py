"""What is told to have been held beside a meeting: what followed it, in sentences of the opening or below it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipelines.normalise.english.kinds import Mention, mentions
from pipelines.normalise.english.sentences import LONGEST, first_sentence, sentences

# "The two leaders then held a small-group meeting for approximately 15 minutes. The overview is as follows."
_THEN_HELD = re.compile(
    r"\bthen\s+(?:held|had)\s+an?\s|\bafter\s+which\s+[^,.]{2,40}?\s(?:had|held|attended)\s+an?\s|"
    r"\b(?:was|were)\s+followed\s+by\s"
)
# "The meeting consisted of a small-group meeting (for approximately 20 minutes) and a plenary meeting."
_IN_FORMATS = re.compile(
    r"[.;]\s(?:The|Their)\s(?:summit\s)?(?:meeting|talks?)\s(?:consisted\sof|comprised|w(?:as|ere)\sheld\sin)\s"
)
# "The first 10 minutes were spent for a small-member meeting (...) and subsequently, a general meeting was held (...)."
_MINUTES_SPENT = re.compile(r"\bThe\sfirst\s\w+\sminutes\swere\sspent\s(?:for|on|in)\s")
_FORMATS = frozenset(("one_on_one_meeting", "small_group_meeting", "expanded_meeting"))
_OVERVIEW = re.compile(r"\b(?:overview|outline|summary)\b")


# What a sentence of its own may tell to have been held too, anywhere in an opening.
_CEREMONIES = frozenset(("joint_press_occasion", "signing_ceremony", "working_meal"))
_WAS_HELD = re.compile(r"\b(?:held|had|hosted|attended|witnessed|gave|made|took\s+place)\b")
_STATED = re.compile(
    r"\b(?:will|stated|expressed|welcomed|explained|said|noted|confirmed|shared|exchanged\s+views|discussed)\b"
)
_ISSUED = re.compile(r"(?<!\bwas\s)(?<!\bwere\s)\b(?:issued|signed)\b")


# "After the meeting, memorandums ... were signed in the presence of both leaders."
_WERE_SIGNED = re.compile(r"\bw(?:as|ere)\s(?:signed|exchanged)\s(?:in\sthe\spresence\sof|under\sthe\sattendance)\b")


def in_opening(opening: str, begin: int) -> list[Mention]:
    """The kinds that the sentences of an opening behind its first (which ends at `begin`) tell to have followed.

    What was "then held" or "followed by", of any kind, before the overview is announced; and the ceremonies and working
    meals of every sentence that reports no words.
    """
    overview = _OVERVIEW.search(opening, begin)
    end = overview.start() if overview else len(opening)
    told = [
        mention
        for then in _THEN_HELD.finditer(opening, begin, end)
        for mention in mentions(opening, then.end(), min(end, then.end() + 60))[: None if "follow" in then[0] else 1]
    ]
    if (spent := _MINUTES_SPENT.search(opening, begin)) is not None:
        stop = spent.start() + len(first_sentence(opening[spent.start() :]))
        told += [mention for mention in mentions(opening, spent.end(), stop) if mention.kind in _FORMATS]
    if (formats := _IN_FORMATS.search(opening, max(0, begin - 2), end)) is not None:
        told += mentions(opening, formats.end(), formats.end() + len(first_sentence(opening[formats.end() :])))
    return told + _ceremonies(opening, begin)


# "In the joint press announcement that followed, ...", "X and Y held a joint press conference after their meeting",
# "The two leaders held a press conference after the meeting", "After the meeting, X and Y made a joint announcement".
_PRESS_AFTER = re.compile(
    r"A\sjoint\spress\sconference\sfollowed\sthe\smeeting\b|In\sthe\sjoint\spress\s(?:announcement|conference)\sthat\sfollowed\b|"
    r"[A-Z][^.;]{3,100}?\sheld\sa\s[Jj]oint\s[Pp]ress\s[Cc]onference\safter\s(?:their|the)\s(?:meeting|talks)\b|"
    r"The\s(?:two\s)?leaders\sheld\sa\spress\sconference\safter\sthe\s(?:meeting|talks)\b|"
    r"The\s[Jj]oint\s[A-Z]\w+\swas\sannounced\sat\sthe\sjoint\spress\sconference\b|"
    r"(?:After|Following)\sthe\s(?:meeting|talks),\s[^.;]{5,120}?\smade\sa\sjoint\sannouncement\b"
)
# "..., President Lee said at a joint press conference held with the Prime Minister after the morning meeting."
_SAID_TO_PRESS = re.compile(
    r"\bat\sa\s(?P<press>joint\spress\sconference)\sheld\s[^.;]{3,60}?\safter\sthe\s(?:\w+\s)?(?:meeting|talks|summit)\b"
)
_PRESS_WORDS = ("press conference", "press announcement", "joint announcement")


def _press_after(sentence: str, at: int) -> list[Mention]:
    """What a sentence that begins `at` tells, without the words for it, to have followed the talks."""
    press = _PRESS_AFTER.match(sentence) or _SAID_TO_PRESS.search(sentence)
    return [Mention("joint_press_occasion", at + press.start(), at + press.end())] if press is not None else []


# "signed a Joint Statement and held a joint press conference".
_SAID_HELD = re.compile(r"\b(?:held|attended)\san?\s$")


def _ceremonies(opening: str, begin: int) -> list[Mention]:
    found = []
    while begin < len(opening):
        rest = opening[begin:]
        sentence = first_sentence(rest.lstrip())
        stop = begin + len(rest) - len(rest.lstrip()) + len(sentence)
        if (signed := _WERE_SIGNED.search(sentence)) is not None:
            found.append(Mention("signing_ceremony", begin + signed.start(), begin + signed.end()))
        found += _press_after(sentence, stop - len(sentence))
        told = [mention for mention in mentions(opening, begin, stop) if mention.kind in _CEREMONIES]
        if _WAS_HELD.search(sentence):
            stated = _STATED.search(sentence) is not None or _ISSUED.search(sentence) is not None
            found += [m for m in told if not stated or _SAID_HELD.search(opening, max(begin, m.begin - 20), m.begin)]
        begin = stop if sentence else len(opening)
    return found


# "Following the summit, the two leaders attended a signing ceremony".
_AFTER_TALKS = re.compile(
    r"(?:Following|After|Before|Prior\sto)\s(?:the|their|its)\s(?:\w+\s){0,2}(?:summit|meetings?|talks?)\b|"
    r"(?:Afterwards?|Thereafter|Subsequently|(?:After|Following)\s(?:that|this)),\s|"
    # "The two leaders attended a guard of honor ceremony, followed by a summit meeting and a joint press announcement".
    r"The\s(?:Prime\sMinister|(?:two\s)?leaders)\sattended\s[^.;]{5,80}?\sfollowed\sby\s"
)


def below(texts: Iterable[str]) -> list[Mention]:
    """The ceremonies that sentences among the points tell to have been held before or after the talks, in which nothing
    is said, as in Japanese. Where they stand is of no use to others: each stands in a text of its own."""
    found = []
    for text in texts:
        # To cut a text into sentences takes long, and few tell of it.
        told = any(word in text for word in _PRESS_WORDS) or _AFTER_TALKS.search(text) is not None
        for sentence in sentences(text[:LONGEST]) if told else ():
            found += _press_after(sentence, 0)
            if _AFTER_TALKS.match(sentence) and _WAS_HELD.search(sentence) and not _STATED.search(sentence):
                found += [mention for mention in mentions(sentence) if mention.kind in _CEREMONIES]
    return found
