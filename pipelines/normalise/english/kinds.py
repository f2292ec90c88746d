"""What kind of session was held, from the words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipelines.normalise.english.setting import MARGINS

# The kinds with how the words for them begin, up to three letters, and those words. Longer expressions first: "summit
# telephone talk" is a telephone talk, not a summit meeting and a talk.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "joint_press_occasion",
        "joi",
        r"joint\s+(?:[A-Z][\w.-]+\s+)?(?:leaders['’]\s+)?press\s+(?:occasion|conference|announcement|statement|event|appearance|point)s?",
    ),
    (
        "signing_ceremony",
        "sig exc cer",
        (
            r"(?:signing|exchange(?:\s+of\s+(?:documents|notes))?)\s+ceremon(?:y|ies)|"
            r"ceremony\s+(?:to\s+sign|for\s+the\s+(?:signing|exchange))|"
            r"signing\s+of\s+(?:the\s+)?(?:exchanges?\s+of\s+notes|documents|agreements|memorand(?:a|ums?))|"
            r"(?<=\bwitnessed\sthe\s)(?:signing|exchange)\s+of"
        ),
    ),
    ("courtesy_call", "cou aud", r"courtesy\s+(?:call|visit)s?|audience(?=\s+with\b)"),
    (
        "telephone_talk",
        "sum tel pho tal spe spo by ove cal",
        (
            r"(?:summit\s+)?(?:(?:tele)?phone|telephonic)(?:\s+|(?=call\b))(?:(?:talk|call|conversation|discussion|meeting|conference|summit)s?|diplomacy)|"
            r"(?:(?:talk|speak|spok)\w*\s+)?by\s+(?:tele)?phone|"
            r"over\s+the\s+(?:tele)?phone|call(?=\s+(?:with|from)\b)|spoke\s+(?:on\s+the\s+phone|by\s+phone)"
        ),
    ),
    (
        "online_meeting",
        "sum vid tel tv web onl vir via",
        (
            r"(?:summit\s+)?(?:video|tele|TV|web)[\s-]?(?:conference|call|meeting|teleconference)"
            r"(?:\s+meeting)?s?|(?:online|virtual)(?:\s+meeting)?|virtually|via\s+videoconference"
        ),
    ),
    (
        "one_on_one_meeting",
        "one têt tet",
        (
            r"one[\s-]on[\s-]one(?:\s+(?:summit\s+)?(?:meeting|talk|session)s?)?|"
            r"t[êe]te[\s-][àa][\s-]t[êe]te(?:\s+meeting)?"
        ),
    ),
    (
        "small_group_meeting",
        "sma res lim nar mee",
        (
            r"meeting(?=\s(?:was\sheld\s)?among\sa\ssmall\sgroup\b)|"
            r"(?:small|smaller|restricted|limited|small-scale|narrow)[\s-]?(?:group|number|format|member|attendance)?"
            r"\s*(?:Japan-[A-Z]\w+\s)?(?:summit\s+)?(?:meeting|session|talks?)|small[\s-]group(?:\s+\w+)?"
        ),
    ),
    (
        "expanded_meeting",
        "exp ext lar ple ful gen",
        r"general\s+meeting|(?:expanded|extended|larger[\s-]group|plenary|full(?:[\s-]member)?)\s+(?:(?:summit\s+)?(?:meeting|talks?|format)|summit)",
    ),
    (
        "working_meal",
        "wor sum bus lun din bre ove dur sta",
        (
            r"(?:working|summit|business)\s+(?:ministerial\s+)?(?:lunch(?:eon)?|dinner|breakfast|supper|meal)|"
            r"(?:lunch(?:eon)?|dinner|breakfast)\s+(?:meeting|talks?)|over\s+(?:lunch|dinner|breakfast)|"
            r"(?<=\bsummit\s)during\s+(?:lunch|dinner|breakfast)|"
            r"(?:(?<=\sand\s)|(?<=\sby\sa\s))(?:state\s+)?lunch(?:eon)?"
        ),
    ),
    (
        "informal_talk",
        "bri sho inf sta cas pul had a few wor gre ple",
        (
            r"(?:brief\s+|short\s+|informal\s+|standing\s+|casual\s+){1,2}(?:summit\s+)?"
            r"(?:talk|conversation|chat|discussion|exchange|meeting|greeting)s?|"
            r"pull[\s-]aside(?:\s+(?:talk|meeting))?|had\s+a\s+conversation(?=\s+with|\s$)|"
            r"a\s+conversation(?=\s+for\s+(?:approximately|about)\s)|"
            r"(?<=\bexchanged\s)(?:a\s+few\s+|brief\s+)?(?:words|greetings|pleasantries)"
        ),
    ),
    (
        "multilateral_session",
        "tri qua mul plu g7 g8 g20 ase eas ip4 ape cpt aze tic pal pac nat",
        (
            r"trilateral|quadrilateral|multilateral|plurilateral|"
            r"(?:\w++\s+)?(?:plenary|working|outreach)?\s*sessions?(?:\s+\d+)?|"
            r"(?:G7|G8|G20|ASEAN|East\s+Asia|Quad\)?|IP4|APEC|CPTPP|AZEC|TICAD|PALM|Pacific\s+Islands|NATO)"
            r"[\w+\s-]{0,30}?(?:(?:leaders['’]?\s+)?(?:meeting|session|summit)|leaders)"
        ),
    ),
    (
        "summit_meeting",
        "sum jap",
        # What it is part of the name of ("a summit dinner", "a summit telephone talk") stands above.
        # And "held a Japan-Russian Federation Summit in Moscow".
        (
            r"summit\s+(?:meeting|talk)s?|summits?(?=\s+(?:with|between|and|,)|\s?$)|(?<=\bheld\sa\s)summit|"
            r"Japan-[A-Z]\w+(?:\sUnion)?\ssummit(?=\s\(including\b)|"
            r"Japan[-–][A-Z]\w+\s(?:Federation\s)?summit(?=\sin\s)"
        ),
    ),
    ("meeting", "mee tal met dis", r"meetings?|talks?|met|meets|discussions(?=\s(?:with|at)\b)"),
    (
        "other",
        "ban rec tou str cer off wel inf pri din lun bre tea",
        (
            r"banquet|reception|welcome\s+party|tour|stroll|ceremony|"
            r"(?:official\s+|welcome\s+|informal\s+|private\s+)?(?:dinner|lunch(?:eon)?|breakfast|tea)"
        ),
    ),
)
# The boundary stands before all of them, so that only where a word begins each is tried.
_KINDS = re.compile(rf"\b(?:{'|'.join(rf'(?P<{kind}>{words})' for kind, _, words in _WORDS)})\b", re.IGNORECASE)
_BEGINNINGS = frozenset(beginning for _, beginnings, _ in _WORDS for beginning in beginnings.split())
_BEGINNING = re.compile(r"\b\w{1,3}")
# "the third session": the word before it belongs to it, whatever it is.
_SESSION = re.compile("session", re.IGNORECASE)

# The verb by which a readout says that it took place, not one inside "who had been visiting" or "held in Tokyo".
_VERB = re.compile(
    r"\b(?=[a-z])(?<!\bwas )(?<!\bis )(?<!\bbe )(?<!\bbeing )(?<!\bwere )(?<!\bbeen )(?:held|had(?!\s+been)|"
    r"hosted|received|conducted|attended|participated\s+in|took\s+part\s+in|joined|paid|made|convened|chaired|exchanged|(?P<met>met)|"
    r"(?P<spoke>spoke|talked)|"
    r"(?P<welcomed>welcomed))\b",
)
_CLAUSE_END = re.compile(
    rf"\s(?:with|from|(?<!\sfollowed\s)by(?!\s(?:(?:tele)?phone|video(?:conference)?)\b)|between|among|for(?=\s(?:the\s)?(?:[A-Z][\w-]+\s)?[Ll]eaders\b))\s|\s(?:on|in|at)\s+the\s+(?:{MARGINS}|occasion)\b|\son\s+Prime|\s(?:ahead\s+of|prior\s+to|before)\s|"
    # But for "a Japan-U.S. Summit Meeting".
    r"(?:(?<![A-Z])\.|;)(?:\s|$)"
)
_MET_AT = re.compile(rf"\s(?:at|during)\s|{_CLAUSE_END.pattern}")
_WELCOMED_TO = re.compile(rf"\sto\s|{_MET_AT.pattern}")
# And "held talks with X over lunch".
_INCLUDED = re.compile(
    r"\b(?=[wfo])(?:(?:which\s+includ(?:ed|es)|for\s+talks\s+and)\s+|(?=over\s+(?:lunch|dinner|breakfast)\b)|"
    r"over\s+an?\s+(?=(?:lunch(?:eon)?|dinner|breakfast)\s+meeting\b))"
)
# "met with X in Berlin this afternoon for a working lunch".
_FOR_A_MEAL = re.compile(r"\bfor\s+an?\s+(?=(?:working|business)\s+(?:lunch|dinner|breakfast|supper))")
_LONGEST_MEAL = 20
# "paid a courtesy call on X, held a summit meeting, and attended a luncheon hosted by Y".
_ALSO = re.compile(r"(?:,\s|,?\sand\s)(?:held|attended|paid|hosted|had)\b")
_THEN = re.compile(r"\b(?:followed\s+by|and\s+then|after\s+which|as\s+well\s+as|subsequently)\b")


@dataclass(frozen=True)
class Mention:
    """One expression for a kind of session, and where in the text it stands."""

    kind: str
    begin: int
    end: int


def mentions(text: str, begin: int = 0, end: int | None = None) -> list[Mention]:
    """The expressions for kinds of session in a part of a text, in order."""
    return [
        Mention(m.lastgroup or "other", m.start(), m.end())
        for m in _expressions(text, begin, len(text) if end is None else end)
        if not (m.lastgroup == "meeting" and _WITH_NO_LEADER.match(text, m.end()))
    ]


def _expressions(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    if _SESSION.search(text, begin, end):
        yield from _KINDS.finditer(text, begin, end)
        return
    # Most words begin no expression, and to find that by trying all of them takes long.
    for word in _BEGINNING.finditer(text, begin, end):
        if (
            word.start() >= begin
            and word[0].lower() in _BEGINNINGS
            and (match := _KINDS.match(text, word.start(), end)) is not None
        ):
            yield match
            begin = match.end()


# "and subsequently held a meeting with business leaders having close ties with Turkey".
_WITH_NO_LEADER = re.compile(r"\swith\s(?:[a-z]+\s){0,2}(?:business|companies|residents|students|representatives)\b")


_REMOTE = frozenset(("telephone_talk", "online_meeting"))


# "On the 27th, a summit meeting with President X was held at Y, as well as a working lunch."
_PASSIVE = re.compile(r"\b(?:meeting|talks?)\b[^.]{1,100}\bw(?:as|ere)\sheld\b")


_TOOK_PLACE = re.compile(r"\b(?:[Mm]eeting|[Tt]alks?)\stook\splace\b")


def of_clause(sentence: str) -> list[Mention]:
    """The kinds that the main clause of an opening sentence names: after its verb, up to with whom."""
    verb = _VERB.search(sentence)
    if verb is None and (took_place := _TOOK_PLACE.search(sentence)) is not None:
        return mentions(sentence, 0, took_place.end())
    if verb is None:
        return mentions(sentence) if _PASSIVE.search(sentence) else []
    # Whom they met at the G7 Summit, or welcomed to it, they met; the summit is the occasion.
    stop = (_MET_AT if verb["met"] else _WELCOMED_TO if verb["welcomed"] else _CLAUSE_END).search(sentence, verb.end())
    end = stop.start() + 1 if stop else len(sentence)
    # "had a conversation with".
    found = mentions(sentence, verb.start() if verb[0] == "had" else verb.end(), end)
    if not found and (meal := _FOR_A_MEAL.search(sentence, verb.end())) is not None:
        found = mentions(sentence, meal.end(), meal.end() + _LONGEST_MEAL)[:1]
    if not found and (verb["met"] or (verb["welcomed"] and stop is not None and stop[0] == " to ")):
        found = [Mention("meeting", verb.start(), verb.end())]
    found = _without_the_same(found, sentence)
    for included in _INCLUDED.finditer(sentence):
        found += mentions(sentence, included.end(), min(len(sentence), included.end() + 60))
    for also in _ALSO.finditer(sentence, end):
        stop = _CLAUSE_END.search(sentence, also.end())
        found += mentions(sentence, also.end(), stop.start() if stop else min(len(sentence), also.end() + 80))
    for then in _THEN.finditer(sentence, end):
        stop = _CLAUSE_END.search(sentence, then.end())
        found += mentions(sentence, then.end(), stop.start() if stop else min(len(sentence), then.end() + 80))
    if not found and verb["spoke"]:
        later = mentions(sentence, verb.start())
        found = [m for m in later if m.kind in ("telephone_talk", "online_meeting")][:1]
    if found and found[0].kind in _REMOTE and _AND_TALKED.search(sentence, found[0].end) is not None:
        return [mention for mention in found if mention.kind != "meeting"]
    return found


# "held a meeting by video conference", "joined a meeting of the Coalition of the Willing via video": one session.
_BY_MEANS = re.compile(r"[^,;.]{0,60}\s(?:by|via|through)\s(?:an?\s)?$")


def _without_the_same(found: list[Mention], text: str) -> list[Mention]:
    """The mentions without a meeting by whose means of speaking the next tells it."""
    kept = [
        mention
        for mention, then in pairwise(found)
        if mention.kind != "meeting"
        or then.kind not in _REMOTE
        or not _BY_MEANS.fullmatch(text, mention.end, then.begin)
    ]
    return kept + found[-1:]


# "made a phone call to X and held a talk for about 15 minutes" tells of the call again.
_AND_TALKED = re.compile(r"\sand\s(?:held|had)\sa\stalk\b")


# What tells no more of a meeting than that there was one.
_MEETINGS = frozenset(("meeting", "summit_meeting", "one_on_one_meeting", "telephone_talk", "online_meeting"))


def of_meeting_told_later(opening: str, begin: int) -> list[Mention]:
    """The kinds of a meeting that is told behind the first sentence of an opening (which ends at `begin`): a meeting,
    whatever else was held there ("At a joint press conference with Prime Minister X, he thanked ...")."""
    met = [mention for mention in mentions(opening, begin) if mention.kind in _MEETINGS]
    press = [mention for mention in mentions(opening, begin) if mention.kind == "joint_press_occasion"]
    return [*(met[:1] or [Mention("meeting", begin, begin)]), *press[:1]]


# What publishers of prose say of a call, and of a visitor: they speak on the telephone, and meet where they meet.
_SPOKE = re.compile(
    # "called Prime Minister X to congratulate him", not "called on Russia".
    r"\b(?:called(?=\s(?:the\s)?(?:[A-Z][\w.'’-]+\s){0,2}(?:President|Prime\sMinister|Chancellor|Taoiseach|King)\b)|"
    r"spoke|speaks?|spoken|conversed|telephoned|(?:had|held)\s+an?\s+(?:[\w-]+\s){0,5}conversation)\b"
)
_RECEIVED = re.compile(
    r"\b(?:welcom(?:ed|es)|host(?:ed|s)|received?s?)\s+[^;.]{3,160}?\s(?:to|at|in)\s+(?:the\s)?[A-Z0-9]"
)


# "spoke today on the margins of the NATO Summit", "spoke to the Taoiseach in Belfast today".
_IN_PERSON = re.compile(
    rf"\b(?:on|in|at)\sthe\s{MARGINS}\b|\bin\sperson\b|\sat\sthe\s(?:G7|G20|NATO|UN)\b|"
    r"\sin\s[A-ZÀ-Ž][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s(?:today|yesterday|tonight|earlier|this\s\w+)\b"
)
_MANY = re.compile(
    r"\b(?:(?:tri|quadri|multi|pluri)lateral|participation\sin\sthe|(?:G7|G20|Quad|ASEAN|APEC)\s(?:virtual\s)?leaders)\b",
    re.IGNORECASE,
)
# "Prime Minister meets Prime Minister of Canada on the sidelines of G20 Leaders’ Summit": of two, beside one of many.
_BESIDE = re.compile(rf"\b{MARGINS}\sof\b", re.IGNORECASE)
_LATERAL_MEETING = re.compile(r"lateral\s(?:\w+\s)?Meeting", re.IGNORECASE)
# "Readout of the President's Engagement with X", who "had the opportunity to engage on the sidelines of the G20".
_ENGAGEMENT = re.compile(r"\bEngagement\swith\b", re.IGNORECASE)
_FROM_AFAR = re.compile(r"\bvirtually\s(?:joined|attended|participated|met|addressed)\b", re.IGNORECASE)


# "thanked Germany in talks with Chancellor X", "visited Washington to meet President Y".
_TALKS = re.compile(r"\bin\s(?:talks|an?\s(?:\w+\s)?meeting)\swith\b|\bto\smeet\s(?:with\s)?(?=[A-Z]|the\s)")


def _of_talks(clause: str) -> list[Mention]:
    talks = _TALKS.search(clause)
    return [Mention("meeting", talks.start(), talks.end())] if talks is not None else []


def _of_a_call(found: list[Mention], clause: str, title: str) -> list[Mention]:
    """The kinds of a clause that does not say that they met, where its words are those of a meeting as of a call."""
    if [mention.kind for mention in found] == ["informal_talk"]:
        # "This evening, the President had a conversation with President X."
        spoke = _SPOKE.search(clause)
        if spoke is not None and spoke[0].startswith("had a conversation"):
            return [Mention("telephone_talk", spoke.start(), spoke.end())]
    if [clause[mention.begin : mention.end] for mention in found] == ["talks"]:
        # "had talks today with President X", under "Telephone conference between ...".
        return [mention for mention in mentions(title) if mention.kind in _REMOTE][:1] or found
    return found


def of_prose(clause: str, title: str) -> list[Mention]:
    """The kinds that prose tells: in its main clause, in its title, by its verb, or anywhere in the clause."""
    in_person = _IN_PERSON.search(clause) is not None
    found = of_clause(clause) or _of_talks(clause) or mentions(title)
    if not in_person:
        found = _of_a_call(found, clause, title)
    if not found and (engaged := _ENGAGEMENT.search(title)) is not None:
        found = [Mention("meeting", engaged.start(), engaged.end())]
    many = _MANY.search(title)
    if found and many is not None and not _BESIDE.search(title, 0, many.start()):
        # What a summit of many is called tells of no meeting of two; and a "Trilateral Meeting" is one, told once.
        less = ("summit_meeting", "meeting") if _LATERAL_MEETING.search(title) else ("summit_meeting",)
        others = [mention for mention in found if mention.kind not in less]
        found = [Mention("multilateral_session", many.start(), many.end()), *others]
        if (afar := _FROM_AFAR.search(clause)) is not None:
            found.append(Mention("online_meeting", afar.start(), afar.end()))
    if {mention.kind for mention in found} == {"meeting"} and not of_clause(clause) and not in_person:
        # A title's "Talks with Baltic Leaders" says less than "spoke to", or "has begun phone discussions".
        if (spoke := _SPOKE.search(clause)) is not None:
            return [Mention("telephone_talk", spoke.start(), spoke.end())]
        found = [mention for mention in mentions(clause) if mention.kind == "telephone_talk"] or found
    if not found:
        for kind, verb in (("telephone_talk", _SPOKE), ("meeting", _RECEIVED)):
            if (told := verb.search(clause)) is not None:
                return [Mention(kind, told.start(), told.end())]
    return found or mentions(clause)


def remote(sentence: str, clause: str, title: str) -> bool:
    """Whether prose tells of a call or a video conference, which has no one place; not of a meeting that it tells
    first ("met with President X in Halifax, and held a call with ...")."""
    verb = _VERB.search(sentence)
    met = verb is not None and (verb["met"] or verb["welcomed"]) is not None
    also = _ALSO.search(sentence, verb.end()) if verb is not None and met else None
    if also is not None:
        return any(mention.kind in _REMOTE for mention in mentions(f"{title} {sentence[: also.start()]}"))
    told = [*mentions(f"{title} {sentence}"), *of_prose(clause, title)]
    return any(mention.kind in _REMOTE for mention in told)


def names(found: list[Mention]) -> list[str]:
    """The distinct kinds, in order of mention; `other` only where nothing says more."""
    distinct = list(dict.fromkeys(mention.kind for mention in found))
    specific = [kind for kind in distinct if kind != "other"]
    return specific or distinct
