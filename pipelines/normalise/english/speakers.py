"""Who is reported as saying a sentence, and how: its subject and its verb; and where in it another goes on to speak."""

from __future__ import annotations

import re

from pipelines.normalise.english.sentences import LONGEST
from pipelines.normalise.said import Said
from schemas.authorities import verbs
from schemas.record import Report

TITLE = (
    r"(?:(?:Deputy|Vice|Acting|Foreign|Crown|Former|First|Executive|Federal)[\s-])?(?:President(?:-[Ee]lect)?|"
    r"Prime M[a-z]{5,8}|PM|Premier|Chancellor|Secretary[\s-]General|"
    r"Director[\s-]General|Taoiseach|T[áa]naiste|King|Queen|Sultan|Sheikh|Emir|Amir|Prince|Minister|Secretary|"
    r"Chair(?:man|person|woman)?|Commissioner|Governor|Speaker|Managing Director|Ambassador|Senator)"
)
_NAME = (
    r"(?:(?:von der|van der|van|von|de|da|al|el|bin|dos|di)\s|[ae]l-)?[A-ZÀ-ÞĀ-Ž]"
    r"(?:[\w'’.-]|\?(?=\w))*?(?:\s(?:(?:bin|al|de|da|van|von|der|el)\s)?[A-ZÀ-ÞĀ-Ž](?:[\w'’-]|\?(?=\w))*){0,3}"
)
# Where a clause begins whose subject may be a pronoun: "..., they agreed", "..., and they agreed".
_NEW_CLAUSE = r"(?:(?<=,\s)|(?<=,\sand\s)|(?<=^and\s))"
_GROUP = (
    # "The 2 leaders", as Number 10 prints it.
    r"(?:[Tt]he\s+)?(?:[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[2-5])\s+"
    r"(?:[Ll]eaders|sides|countries|nations|governments|[Pp]rime [Mm]inisters|[Pp]residents|parties|"
    r"[Hh]eads of [Ss]tate)|[Tt]he\s[Hh]eads\sof\s[Ss]tate(?:\s(?:and|or)\s[Gg]overnment)?(?=\s[a-z])|"
    r"(?:^|(?<=,\s))[Ll]eaders(?=\s[a-z])|"
    r"[Tt]he\s+(?:[Ll]eaders|sides|pair|[Pp]rime\s+[Mm]inisters|[Pp]residents)|(?:[Tt]he\s)?[Pp]articipants(?=\s[a-z])|"
    r"(?:[Tt]hey\s+(?:both|all)|[Tt]he\s+two(?=\s[a-z])|They|We|(?<=[-–—]\s)they|(?<=ly\s)they|"
    rf"(?<=Together\s)they|(?<=\sview\s)they|{_NEW_CLAUSE}(?:they|we)|"
    r"Both|(?<=,\s)both|(?<=\sand\s)both|(?<=^and\s)both)(?=\s)"
)
# "the French President", "the US President", "the United States President", "the South Korean President".
ADJECTIVE = r"(?!Prime\s)(?:(?:United|South|North|New|Saudi|Sri|Costa|El|Sierra)\s)?[A-Z][\w.]{1,14}"
"""What a country is called before an office, as a pattern."""
_IN_SMALL = r"prime\sminister|president|chancellor|secretary"
# "The Head of State", as the Élysée calls its own.
_HEAD_OF = r"[Tt]he\s[Hh]ead\sof\s(?:[Ss]tate|[Gg]overnment)"
# "The U.N. leader", "the Danish leader".
_LEADER_OF = rf"[Tt]he\s{ADJECTIVE}\sleader"
# "The Prime Minister": whom a publisher of prose calls by the office alone.
_OFFICE = (
    rf"(?:[Tt]he\s(?:{ADJECTIVE}\s)?(?:{_IN_SMALL})(?=\s[a-z])|{_LEADER_OF}(?=\s[a-z])|{_HEAD_OF}(?=\s[a-z])|"
    r"(?:[Tt]he\s+)?(?:Prime\s+Mini?ster|PM|President|Secretary[\s-]General)(?:\s+of\s+the\s+(?:French\s+)?Republic)?|"
    rf"[Tt]he\s(?:{ADJECTIVE}\s)?{TITLE})(?=\s(?!of\b|for\b)[a-z])"
)
# "The EU side", "the Japanese side": whoever spoke for it.
_SIDE = rf"[Tt]he\s{ADJECTIVE}\sside(?=\s(?!of\b)[a-z])"
# "Following the strikes, he reiterated ...".
_PRONOUN = r"(?:He|She|(?<=,\s)(?:he|she)|(?<=^And\s)(?:he|she)|(?<=,[”\"]\s)(?:he|she))(?=\s)"
# "I noted with appreciation ...", "On behalf of all Australians, I thanked ...": of a publisher who is the leader.
_FIRST_PERSON = rf"(?:^|{_NEW_CLAUSE})I(?=\s)"
# "I congratulate the Prime Minister on ...": said with the text itself.
_SAYS_NOW = (
    r"\b(?:welcome|thank|congratulate|commend|announce|offer(?=\smy\b)|extend(?=\smy\b)|express|reaffirm|reiterate|condemn|"
    r"urge|call(?=\s(?:on|upon|for)\b))\b"
)
# In small letters: "Mohammed" and "Zayed" are no verbs.
_VERB = (
    r"\b(?!attended\b|visited\b|included\b)(?:[a-z]\w+ed|said|told|gave|made|took(?!\soffice\b)|sought|spoke|drew|held|had|shared|put|paid|"
    r"felt|saw(?=\seye\sto\seye\b)|laid(?=\s(?:out|down|emphasis|stress)\b)|brought(?=\sup\b)|set|went|began|met|undertook|looks?(?=\sforward)|"
    r"(?:are|is)\s(?:convinced|determined|united)|"
    r"(?:was|were|am)\s(?:clear|pleased|delighted|happy|glad|honou?red|grateful|concerned|united|unanimous|"
    r"convinced|determined|"
    r"in\s(?:\w+\s)?agreement|on\sthe\ssame\spage|of\s(?:one\smind|the\ssame\sview)))\b"
)
_ADVERB = (
    r"(?:(?:,\s[^,.]{1,240},|\w{2,14}ly|also|then|therefore|further|furthermore|again|first|both|in\s+(?:turn|response|reply|the\s+same\s+(?:voice|vein))|once\s+again|"
    r"strongly|sincerely|firmly|jointly|mutually|together)\s?)*"
)
_OF_FOREIGN_AFFAIRS = r"\s(?:of|for)\sForeign\sAffairs"
# And "President Mnangagwa of Zimbabwe".
_PERSON = (
    rf"(?:U\.S\.\s|H\.\s?[HM]\.\s|(?:His|Her)\s(?:Royal\s)?(?:Highness|Majesty|Excellency)\s(?:the\s)?)?"
    rf"(?:{TITLE}(?:{_OF_FOREIGN_AFFAIRS})?|Mr\.?|Mrs\.?|Ms\.?|Admiral)\s{_NAME}"
)
_OF_COUNTRY = r"(?:\sof\s(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s(?:of\s|and\s|the\s)?[A-ZÀ-Ž][\w'’-]+){0,3})?"
# "The Prime Minister and his Indian counterpart", "and his European partners".
_COUNTERPARTS = (
    r"(?:(?:his|her|[Tt]he)\s(?:[A-Z]\w{1,14}\s)?counterpart|"
    r"(?:his|her)\s(?:[A-Z]\w{1,14}\s)?(?:counterparts|partners|colleagues)(?=\s[a-z]))"
)
# "The Prime Minister and His Majesty", "and His Highness the Amir".
_STYLE_ALONE = (
    r"(?:His|Her)\s(?:Majesty|(?:Royal\s)?Highness|Excellency)"
    r"(?:\sthe\s(?:Crown\s)?(?:King|Queen|Sultan|Emir|Amir|Prince|Princess))?(?=\s[a-z])"
)
# Of several: persons by title and name, or by the office alone ("The Prime Minister and the Taoiseach").
_ONE_OF = (
    rf"(?:{_STYLE_ALONE}|{_COUNTERPARTS}|"
    r"[Tt]he\s(?:\w{2,12}\s)?(?:leaders|[Pp]rime\s[Mm]inisters|[Pp]residents)(?:\sof\s[^,.]{2,40}?)?(?=,?\s[a-z])|"
    # "Deputy Prime Minister and Minister of Foreign Affairs Peters" is one.
    rf"{_PERSON}|(?:[Tt]he\s(?:{ADJECTIVE}\s)?)?{TITLE}(?=\s(?:and\s(?!Minister{_OF_FOREIGN_AFFAIRS})|(?!and\s)[a-z])))"
)
# "Prime Minister X, together with the two Presidents, welcomed ...".
_TOGETHER_WITH = r",?\s(?:together|along|jointly)\swith\s"
_SEVERAL = re.compile(rf"\sand\s|{_TOGETHER_WITH}")
# "Japan and the EU agreed ...", "Trump and Zelenskyy agreed ...": what only leaders and their countries do.
_NAMED_ALONE = r"(?:the\s)?[A-ZÀ-Ž][\w.'’-]+(?:\s[A-ZÀ-Ž][\w.'’-]+){0,2}"
_TWO_NAMED_ALONE = (
    rf"(?:^|(?<=,\s))(?:The\s)?{_NAMED_ALONE}\sand\s{_NAMED_ALONE}"
    r"(?=\s(?:also\s|both\s)?(?:agreed|concurred|confirmed|reaffirmed|reiterated|decided|are\s(?:convinced|determined))\b)"
)
# "Presidents Moon and Trump both expressed ...".
_TWO_OF_ONE_OFFICE = rf"(?:Presidents|Prime\sMinisters|Chancellors)\s{_NAME}\sand\s{_NAME}"
# And one alone, told behind the words.
_ONE_OF_ALL = (
    rf"(?:{_LEADER_OF}|{_HEAD_OF}|[Tt]he\s(?:{ADJECTIVE}\s)?(?:{TITLE}|{_IN_SMALL})|{_PERSON}|(?:he|she)(?=[.,]|$))"
)
# "as part of the pledge President Biden made at the G7": what it was is told, and nothing said now.
_MADE_BEFORE = "".join(rf"(?<!\b{word}\s)" for word in ("pledge", "promise", "commitment", "statement", "announcement"))
_STATES = re.compile(
    # Only where a word begins as one of these does is the rest tried.
    rf"(?<!\w)(?=[A-ZÀ-ÞĀ-Žtbpwhsl]){_MADE_BEFORE}(?P<actor>(?P<group>{_GROUP}|"
    rf"[Tt]he\s(?:[\w.]{{2,12}}\sand\s)?[\w.]{{2,12}}\s(?:[Ll]eaders|[Pp]rime\s[Mm]inisters|[Pp]residents)(?=\s))|"
    rf"{_TWO_OF_ONE_OFFICE}|(?:{_ONE_OF}|He|She)(?:,\s{_ONE_OF})*,?\sand\s(?:{_ONE_OF}|I)|"
    rf"{_ONE_OF}{_TOGETHER_WITH}{_ONE_OF}(?:,(?=\s))?|{_STYLE_ALONE}|{_SIDE}|{_OFFICE}|{_TWO_NAMED_ALONE}|"
    rf"{_PERSON}(?P<country>{_OF_COUNTRY})|{_PRONOUN}|(?P<first>{_FIRST_PERSON}))"
    # "The two leaders and their teams agreed".
    rf"(?:\sand\stheir\s(?:teams|delegations|officials|ministers|advis[eo]rs))?"
    rf"(?:\sha(?:ve|s)(?=\s))?\s?{_ADVERB}\s?(?P<verb>{_VERB}|(?(first)(?P<now>{_SAYS_NOW})|(?!)))"
)
_ASKS = re.compile(rf"\bfrom\s+(?P<actor>{TITLE}\s{_NAME})(?:\s+(?:that|regarding|on|about)|,)")


# "..., and President Biden thanked him.", "...; and in response, the President stated that ...".
# "..., to which the President responded that ...", "..., for which he expressed his appreciation".
_NEXT = re.compile(
    r"[,;]\s(?=(?:(?:and|while|but|whereas)\s(?:in\s(?:response|return|turn|reply),\s)?|(?P<which>(?:to|for|with)\swhich)\s)"
    r"(?P<who>[A-Z]|the\s|both\b|they\b))"
)
_IN_RESPONSE = frozenset("agreed answered concurred expressed replied responded".split())


def turns(sentence: str, called: frozenset[str]) -> list[str]:
    """A sentence, cut where another than who spoke before goes on to speak. `called` as in `who_says`."""
    cut = []
    begun = 0
    for mark in _NEXT.finditer(sentence[:LONGEST]):
        another = _STATES.match(sentence, mark.start("who"))
        if (
            another is None
            or another["verb"] == "met"
            or (mark["which"] is not None and another["verb"] not in _IN_RESPONSE)
            or sentence.count("“", begun, mark.end()) > sentence.count("”", begun, mark.end())
        ):
            continue
        before = who_says(sentence[begun : mark.start()], called)
        if before is not None and not _is_the_same(
            before, _tidy(another["actor"].removesuffix(another["country"] or ""))
        ):
            cut.append(sentence[begun : mark.end()].rstrip())
            begun = mark.end()
    return [*cut, sentence[begun:]]


def _is_the_same(before: Said, speaker: str) -> bool:
    """Whether a speaker is who spoke before: "The leaders discussed it, and they agreed"."""
    several = before.report is not None and before.report["voice"] == "both"
    return before.speaker == speaker or (speaker == "They" and several)


_END = re.compile(r"[.”\"’]{0,2}$")
_LONGEST_CALLED = 80
# "..., he said.", "“...,” he said.".
_COMMA = re.compile(r",[”\"]?\s")


_FIRST_WORD = re.compile(r"\S+")
# "Biden added that ...": of who has no title, the words are held against the names of those present.
# And "Hu, in response, gave credit to it".
_BY_NAME = re.compile(rf"(?P<actor>{_NAME})(?:,\sin\s(?:response|reply|turn|return),)?\s{_ADVERB}\s?(?P<verb>{_VERB})")


# "Regarding the tariffs levied by the U.S., Trudeau said that ...": what the words are about stands before the name.
_ABOUT = re.compile(r"(?:Regarding|Concerning|On|As\sfor|As\sto|With\sregard\sto)\s[^;“”]{2,160}?,\s(?=[A-Z])")


def _by_name_behind(text: str, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told by the name alone behind what the words are about."""
    about = _ABOUT.match(text)
    return _by_name(text, about.end(), called) if about is not None else None


# "“...,” said the Secretary General.".
# And "“...,” said President Moon during a joint press briefing after the summit.".
_SAYS_SO = re.compile(
    rf"(?P<verb>said|added|stressed|noted|explained|concluded)\s(?P<actor>{_ONE_OF_ALL})"
    r"(?:\s(?:during|at|in|after|following)\s[^.,“”]{3,60})?(?=[.,]|$)"
)


# "The visit would strengthen relations, Lee said, and Japan would go on with them.": by the name alone, between them.
_SAID_BETWEEN = re.compile(r",\s(?=[A-Z][\w'’-]+\s(?:said|added|stressed),\s)")


def _between(text: str, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told by the name alone between the words."""
    between = _SAID_BETWEEN.search(text)
    return _by_name(text, between.end(), called) if between is not None else None


def _at_the_end(text: str, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told behind the words: "The two countries played a vital role, Prime Minister Starmer said."."""
    if (quoted := _behind_quotation(text, called)) is not None:
        return quoted
    commas = [comma.end() for comma in _COMMA.finditer(text, max(0, len(text) - _LONGEST_CALLED))]
    if not commas:
        return None
    says_so = _SAYS_SO.match(text, commas[-1])
    match = says_so or _STATES.match(text, commas[-1]) or _by_name(text, commas[-1], called)
    return match if match is not None and _END.match(text, match.end()) else None


# "“...,” Hatoyama said, listing the issues of the world.", "“...,” Hu pointed out.": by the name alone.
_QUOTED = re.compile(r"^[“\"].{20,},[”\"]\s(?=[A-Z])(?!.*[“\"])")
_SAID_SO = frozenset("said added stressed noted explained concluded pointed remarked emphasized".split())


def _behind_quotation(text: str, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told by the name alone right behind the quotation that a sentence begins with."""
    quotation = _QUOTED.match(text)
    match = _by_name(text, quotation.end(), called) if quotation is not None else None
    return match if match is not None and match["verb"] in _SAID_SO else None


def _by_name(text: str, start: int, called: frozenset[str]) -> re.Match[str] | None:
    """Who is told by the name alone where a clause begins."""
    first = _FIRST_WORD.match(text, start)
    # Most clauses begin with no such name, and to find the end of one takes long.
    match = _BY_NAME.match(text, start) if first is not None and first[0].rstrip(",").casefold() in called else None
    return match if match is not None and called.issuperset(match["actor"].casefold().split()) else None


_BOUNDS = frozenset("began started opened closed concluded ended finished responded replied reciprocated".split())
_BY_DOING = re.compile(r"(?:(?:the|their) (?:meeting|call|conversation|discussion|talks?) )?(?:by |with )?(\w+)ing\b")
_IN_DOING = re.compile(r"\bin (\w+)ing\b")
_GOES_ON_TO = re.compile(r"(?:(?:went|moved) on|continued|took the opportunity) to (?P<verb>\w+)")
_PAST = {"say": "said", "set": "set", "sett": "set", "speak": "spoke", "tell": "told"}
_GLAD = re.compile(r"(?:was|were|am) (?:pleased|delighted|happy|glad|honou?red)")


# "The leaders held a joint press conference", "paid a courtesy call on the President".
_DOES = re.compile(
    r"(?:held|attended|paid)\s(?:an?|the|his|her|their)\s(?:[\w'’.-]+\s){0,4}?"
    r"(?:[Pp]ress\s|ceremony|(?:courtesy\s)?call\son|dinner|luncheon|banquet|reception)\b|"
    # "Afterwards, Prime Minister X held a meeting with Mr. Y, the President of Z."
    r"(?:held|had)\s(?:an?\s)?(?:\w+\s){0,3}?(?:meetings?|talks)\swith\s"
    r"(?:Mr|Mrs|Ms|Dr|H\.|His|Her|President|Prime|Chancellor|King)"
)


_HAD_MET = re.compile(r"ha(?:d|ve)\s(?:already\s|previously\s|also\s|just\s)?met\b")


# "It was agreed that their ministers will meet": takes two, and names nobody.
_AGREED = re.compile(r"\b[Ii]t\swas\s(?:also\s|further\s|mutually\s)?agreed\s(?:that|to|on)\b")


def who_says(text: str, called: frozenset[str] = frozenset()) -> Said | None:
    """Who is reported as saying a sentence, and how, or None. An agreement that names nobody is both's.

    `called` are the words of the names of those present, casefolded: a speaker without a title is told by these alone.
    """
    match = _at_the_end(text, called) or _by_name(text, 0, called) or _by_name_behind(text, called)
    match = match or _between(text, called) or _STATES.search(text)
    if match is not None and (match["verb"] == "met" or _HAD_MET.match(text, match.start("verb")) is not None):
        # "He also met members of the Senate.", "They had already met in June.": told of, and nothing said.
        return None
    if match is None:
        if (asked := _ASKS.search(text)) is not None:
            return Said(_tidy(asked["actor"]), None)
        if _AGREED.search(text) is not None:
            verb, kind = _reported("agreed", "")
            return Said(None, Report({"verb": verb, "class": kind, "voice": "both"}))
        return None
    parts = match.groupdict(default="")
    printed, behind = _told_by(match, text)
    does = _DOES.match(text, match.start("verb"))
    if does is not None or _is_deed(printed, behind):
        if (said := _said_then(text, does.end() if does is not None else match.end())) is None:
            return None
        printed, behind = said
    verb, kind = _reported(printed, behind)
    if parts.get("now"):
        # The data have verbs in the past.
        kind = _reported(_past(printed), behind)[1]
    together = bool(parts.get("group")) or _SEVERAL.search(match["actor"]) is not None
    return Said(
        _tidy(match["actor"].removesuffix(parts.get("country", ""))),
        Report({"verb": verb, "class": kind, "voice": "both" if together else "one"}),
    )


_LONGEST_BEHIND = 80
# "... and welcomed it", "made a speech there, arguing that ...".
_AND_SAID = re.compile(rf"\sand\s{_ADVERB}\s?(?P<verb>{_VERB})|,\s(?P<doing>[a-z]+)ing(?=\sthat\b)")


def _told_by(match: re.Match[str], text: str) -> tuple[str, str]:
    """The verb that was found, in the past, and what stands behind it."""
    verb = match["verb"] or _past(match["doing"])
    return " ".join(verb.lower().split()), text[match.end() : match.end() + _LONGEST_BEHIND]


def _is_deed(verb: str, behind: str) -> bool:
    """Whether a verb tells what somebody did: not of "opened the call by thanking him"."""
    deed = verb in verbs.of_deeds() and verbs.is_deed(verb, _words(behind))
    return deed and _reported(verb, behind)[0] == verb


def _said_then(text: str, begin: int) -> tuple[str, str] | None:
    """The verb of saying, and what stands behind it, that goes on where a deed was told: "... witnessed the signing and
    welcomed it"."""
    for goes_on in _AND_SAID.finditer(text, begin):
        verb, behind = _told_by(goes_on, text)
        if not _is_deed(verb, behind) and _reported(verb, behind)[1] != "other":
            return verb, behind
    return None


_LETTERS = re.compile("[a-z]+")


def _words(behind: str) -> list[str]:
    # Words within a quotation are no object of the verb: "stated, “I welcome ...".
    return _LETTERS.findall(behind.partition("“")[0].lower())[:6]


def _reported(verb: str, behind: str) -> tuple[str, str]:
    """A verb with what belongs to it of the words behind it, and its class."""
    following = _words(behind)
    verb, kind = verbs.classify(verb, following)
    if verb in _BOUNDS and (by := _BY_DOING.match(" ".join(following))) is not None:
        # "They began by discussing ...": what they began with is what they did.
        return f"{verb} {by[0]}", verbs.classify(_past(by[1]), following)[1]
    if verb == "joined" and (joined_in := _IN_DOING.search(" ".join(following))) is not None:
        # "joined the Prime Minister in urging Russia to ...".
        return f"joined in {joined_in[1]}ing", verbs.classify(_past(joined_in[1]), following)[1]
    if verb == "continued" and following[:1] == ["that"]:
        return verb, "stated"
    if (goes_on := _GOES_ON_TO.match(" ".join((verb, *following)))) is not None:
        # "then went on to express his gratitude", "took the opportunity to brief him": what that was done for.
        return goes_on[0], verbs.classify(_past(goes_on["verb"]), following[goes_on[0].count(" ") :])[1]
    if _GLAD.fullmatch(verb) and following[:1] == ["to"] and len(following) > 1:
        # "was pleased to inform him": what they were pleased to say.
        doing = verbs.classify(_past(following[1]), following[2:])[1]
        if doing in ("stated", "announced"):
            return f"{verb} to {following[1]}", doing
    return verb, kind


def _past(verb: str) -> str:
    """The past of a verb of saying."""
    return _PAST.get(verb, f"{verb.removesuffix('e')}ed")


def _tidy(actor: str) -> str:
    plain = " ".join(actor.split()).rstrip(",")
    return plain[0].upper() + plain[1:]
