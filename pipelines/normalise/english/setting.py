"""Where the event took place and on what larger occasion, from the opening sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from connectors.dates import MONTH
from pipelines.normalise.english.sentences import main_clause, without_purpose
from schemas.authorities import affiliations, places

# When a meeting was, where that is told behind its place or its occasion.
_DAY = (
    r"(?:today|yesterday|tonight|this\s(?:morning|afternoon|evening|week)|earlier|last\s(?:night|week)|"
    r"on\s\w{3,6}day)\b"
)
MARGINS = r"(?:margins?|sidelines?|fringes)"
"""Where leaders meet beside a larger event, as a pattern."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?!Hague\b)", re.IGNORECASE)
# A bracket ends a name unless the name goes on behind it: "the ASEM (Asia-Europe Meeting) Summit Meeting".
# And a comma does, unless it stands in a list: "the Trilateral Summit of Japan, China and the Republic of Korea".
_END = (
    r"(?=,(?!\s[A-Z][\w.]+,?\sand\s(?:the\s)?[A-Z])|;|"
    r"\((?![^()]{1,60}\)(?:-|\s(?:Economic\s|General\s|Virtual\s)?(?:[Ss]ummit|Meeting|Leaders|Conference|Ministerial|"
    r"Assembly)))|\.\s|\.$|\s(?:at|upon)\s(?:the\s)?invitation\b|\s(?:held|had|has|hosted|met|spoke|received|conducted|attended|paid|exchanged|commencing|"
    r"for\s+approximately|(?:from|for|at)\s+(?:around\s+|about\s+)?\d|and\s+(?:held|had)|"
    r"with\s+(?:H|President|Prime|Chancellor|King|the\s))\b|$)"
)
_VISIT = re.compile(
    r"\b(?:visiting|(?:on|making|paying|made|paid)\s+(?:(?:an?|his|her|their)\s+)?"
    r"(?:[Oo]fficial\s+|[Ss]tate\s+|[Ww]orking\s+){0,2}[Vv]isit\s+to|"
    r"on\s+(?:the\s+)?occasion\s+of\s+(?:[^,;]{2,60}?['’]s|his|her|their)\s+visit\s+to|"
    r"(?:[Dd]uring|as\s+part\s+of|concluded)\s+"
    r"(?:an?|[Hh]is|[Hh]er|their|the)\s+(?:[\w'’]+\s+){0,3}[Vv]isit\s+to(?=\s+(?:the\s)?[A-ZÀ-Ž])|"
    r"who\s+(?:is|was|are|were)\s+in|who\s+visited(?=\s[A-Z][\w'’-]+\s(?:for|to)\s)|"
    rf"visited(?=\s[A-Z][\w'’-]+\s{_DAY})|"
    r"during\s+(?:his|her|their)\s+stay\s+in|staying\s+in|arrived\s+in|on\s+a\s+tour\s+of|traveling\s+to|travelling\s+to)\s+"
    r"(?:to\s+(?=[A-Z]|the\s))?(?!to\s)(?P<place>[^,;(]{2,120}?)"
    r"(?P<bracket>\s\((?![A-Z]{2,6}\))[A-Z][\w .,'’-]{1,40}\))?"
    r"(?=\s+to\s+(?:attend|participate|take|join|hold)|"
    r"\s+(?:for|on|as|upon|subsequently|in\s+order|in\s+response|at\s+the\s+invitation)\s|,|;|\(|"
    r"\s+(?:held|had|hosted|met|received|paid)\b|(?<![A-Z])\.\s|\.$|$)"
)
_ATTEND = re.compile(
    r"\b(?:(?<=\s)participated\sin(?=\sthe\s[A-Z])|to\s+(?:attend|(?:participate|take\s+part)\s+in(?:\s+the\s+in)?|"
    r"join(?!\s(?:the\s)?(?:Alliance|NATO|EU|European\sUnion)\b(?!\s[A-Z])))|"
    r"for\s(?:(?:the|his|her|their)\s)?(?:participation|attendance)\s(?:in|at|to))\s+"
    r"(?P<occasion>(?:the\s+)?(?:[^;(]|\([^()]{1,60}\)){3,160}?)"
    rf"(?:\s+(?:being\s+)?(?:held|taking\s+place)\s+in\s+(?P<place>[A-Z][\w .'’-]{{1,60}}?))?{_END}"
)
# "visiting Germany for the G7 Summit": what a visit is for, where that is a meeting with a name.
_FOR = re.compile(
    r"\b(?:visit(?:ing|ed)?|who\s(?:is|are|was|were)\sin)\s[^;]{2,80}?\sfor\s+"
    r"(?P<occasion>the\s+(?:[A-Z0-9][\w'’-]*\s){1,8}?"
    rf"(?:(?:Summit|Conference|Forum|Assembly)(?:\s+Meetings?)?|Leaders['’]?\s+Meeting))\s?{_END}"
)
_DURING = re.compile(
    rf"\b(?:[Oo]n\s+the\s+occasion\s+of|(?:[Oo]n|in|at)\s+the\s+{MARGINS}\s+of|while\s+attending|"
    r"when\s+attending|(?<![Aa]fter\s)attending|"
    rf"at\s+the\s+time\s+of|before\s+the\s+start\s+of)\s+(?P<occasion>(?:the\s+)?(?:[^;(]|\([^()]{{1,60}}\)){{3,160}}?)"
    rf"(?:\s+in\s+(?P<place>[A-Z][\w .'’-]{{1,60}}?))?{_END}"
)
# "in Bangkok, Thailand, where the summit meetings were held".
_WHERE = re.compile(
    r"\bin\s+(?P<place>[A-Z][\w'’-]+(?:,?\s[A-Z][\w.'’-]+){0,3}),\s+where\s+(?P<occasion>(?:the\s+)?[^,;()]{3,160}?)"
    r"\s+(?:is|are|was|were)\s+(?:being\s+)?(?:held|taking\s+place)\b"
)
# "met X at the G7 Summit in Cornwall today", "as part of the European Political Community meeting".
_NAMED_EVENT = (
    r"(?P<occasion>(?:the\s)?(?:(?!House|Palace|Hotel)[A-Z0-9][\w'’.&-]*\s|\([^()]{1,60}\)\s|"
    r"(?:of|on|for|and|informal|extraordinary|climate|leaders['’]?|emergency|virtual)\s){0,9}"
    r"(?:(?<!\sthe\s)(?<!at\s)(?<!of\s)(?:[Ss]ummit|[Mm]eeting|Conference|Forum|Assembly|Council|Dialogue|Games)|"
    r"G7|G8|G20|COP\s?\d{2}|UNGA|(?:the\s)?Summit\sof\sthe\s[A-Z]\w+))"
)
_AT_EVENT = re.compile(
    r"\b(?:at|as\spart\sof|during|welcomed\s[^.;]{3,120}?\sto)\s(?:the\s(?:annual|inaugural|upcoming)\s)?"
    rf"{_NAMED_EVENT}"
    r"(?:\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s(?:el-|(?:de|do|da|del)\s)?[A-ZÀ-Ž][\w'’-]+){0,3}))?"
    rf"(?=[,.;]|\s(?:{_DAY}|(?:in|to|at)\s|on\s\d)|,?\sD\.?C|$)"
)
# "attended the annual East Asia Summit (EAS)", "convened the U.S.-led Major Economies Forum on Energy and Climate",
# "met in Helsinki for the third U.S.-Nordic Leaders’ Summit", "joined leaders of ASEAN ... during the annual ...".
_HELD_EVENT = re.compile(
    r"\b(?:attended|convened|chaired|hosted|joined|participated\sin|during|for)\s"
    r"(?:the\s(?:annual\s|inaugural\s|virtual\s|U\.S\.-led\s|first\s|second\s|third\s|fourth\s|fifth\s|\d{1,2}(?:st|nd|rd|th)\s)?)"
    rf"(?=[A-Z]){_NAMED_EVENT}"
    r"(?P<of>\son(?:\s[A-Z]\w+|\sand(?=\s[A-Z])){1,4})?(?=[,.;]|\s(?:\([A-Z]|in\s|to\s|with\s)|\s*$)"
)
_AT = re.compile(
    r"(?:\b(?:at|in)\s+(?:his\s|her\s|the\s[\w-]{3,20}\s\w{3,20}\sof\s)?|\bvenue:\s)"
    # "the Prime Minister's Office", "former President Castro's residence".
    r"(?P<place>(?:the\s+)?(?:former\s+|[A-Z][\w'’-]+\s+)?(?:Prime\s+Minister|President|Chancellor|Premier)(?:\s+[A-Z][\w-]+){0,2}"
    r"['’]?s\s+(?:[Oo]ffice|(?:[Oo]fficial\s+)?[Rr]esidence|[Rr]esidential\s+[Qq]uarters)|"
    r"(?<=\sh(?:is|er)\s)Official\sResidence|the\sprime\sminister['’]s\s(?:office|(?:official\s)?residence)|"
    # "the residence of the Ambassador of Japan", "the official residence of the Prime Minister of Malaysia".
    r"the\s(?:official\s)?residence\sof\s(?:the\s)?[A-Z][\w'’-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w'’-]+){0,4}|"
    r"(?:the\s)?(?:[A-Z]\w+\s)?(?:Ambassador|High\sCommissioner)['’]s\s(?:[Oo]fficial\s)?[Rr]esidence|"
    r"the\sGreat\sHall\sof\sthe\sPeople|the\sOffice\sof\sthe\s(?:Prime\sMinister|President)\b|"
    r"the\s+(?:State\s+Guest\s?[Hh]ouse(?:,?\s+Akasaka\s+Palace)?|White\s+House|"
    r"United\sNations\s(?:\(UN\)\s)?[Hh]eadquarters)|"
    r"(?:the\s+)?(?:Palazzo|Palais|Villa|Ch[âa]teau|Schloss|Castle)(?:\s(?:de\s|di\s|d['’])?[A-ZÀ-Ž][\w'’-]+){1,2}|"
    r"(?:the\s+)?[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,3}\s"
    r"(?:Palace|House|Hotel|Residence|Center|Centre|Headquarters|Castle|Buildings))"
)
# "at a hotel in New York".
_A_HALL = re.compile(
    r"\sat\san?\s(?P<place>(?:\w+\s)?(?:hotel|restaurant|ranch|villa|resort)\sin\s(?:the\scity\sof\s)?"
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})(?=\s(?:for|from|on|with|commencing|during)\b|[,.;(]|$)"
)
# "at the Prime Minister's Official Residence in Tokyo".
_TOWN_BEHIND = re.compile(r"\sin\s(?P<town>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
_IN_CITY = re.compile(
    # "Ahead of their meeting in Paris": where another meeting will be.
    r"(?<!their )\b(?:(?i:held|talks?|meeting|lunch|dinner|met)|"
    rf"summit|{_DAY})\s+in\s+(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w.'’-]+\b(?!\sof\b)){{0,3}})"
)
# "at an advanced sports academy in the city of St. Petersburg, the birthplace of ...".
_IN_THE_CITY = re.compile(r"\bin\sthe\scity\sof\s(?P<place>(?:St\.\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
# "held a summit meeting with Prime Minister X of the United Kingdom in Sea Island, Georgia on the occasion of ...".
_IN_ON_OCCASION = re.compile(
    r"\sin\s(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)(?:de\s|do\s)?[A-Z][\w'’-]+){0,3})\s"
    rf"(?=(?:on\sthe\s(?:occasion|{MARGINS})|during\s(?:his|her|their)\svisit)\b)"
)
# "held a meeting with X, Prime Minister of Y, in Vientiane for about 40 minutes".
_HELD_IN = re.compile(
    r"(?:,|\d{4})\sin\s(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w'’-]+\b(?!\sof\b)){0,3}(?:,\sD\.C\.)?)"
    r"(?=\s(?:for|from)\s|,\sduring\s|,\s(?:the\s)?[A-Z][^,]{3,60},\son\s|\.?$)"
)
_NO_OBJECT = re.compile(
    r"\bvisiting\s+(?:to\s+(?:attend|participate|take|join)\b|,|for\b)|\b(?:is|was)\s+visiting\s+to\s+[A-Z]"
)


_MET = re.compile(r"\b(?:held|had|hosted|received|met|spoke)\b")
_OF_SOMETHING_ELSE = "".join(
    rf"(?<!\b{word}\s)" for word in ("war", "invasion", "conflict", "crisis", "situation", "events", "developments")
)
# "in Brussels to prepare ...", "to Downing Street": taken only where the place is a known one. But "the war in
# Ukraine" is where something else is.
_IN_PLACE = re.compile(
    rf"{_OF_SOMETHING_ELSE}\b(?:in|to|at)\s+(?P<place>(?:Number|No\.?)\s?10(?!\s[A-Z])|"
    r"(?:the\s|10\s|No\.?\s?10\s)?[A-ZÀ-Ž][\w'’-]+(?:\s(?:(?:de|do|da|del)\s)?[A-ZÀ-Ž][\w'’-]+){0,2})(?!\w)"
)
# "for a working lunch at the Catshuis in the Hague": a hall of whatever name, before the known place that it is in.
_HALL = re.compile(
    # And "welcomed X to Farmleigh House in Dublin".
    r"\b(?:at|to(?=[^.;]{3,60}\s(?:House|Palace|Castle|Hall|Court)\s$))\s"
    r"(?P<hall>(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2})\s$"
)
_LONGEST_HALL = 80
_EVENT = re.compile(r"[Ss]ummit|[Mm]eeting|Conference|Forum|Assembly|Council|Games")
_NO_HALL = re.compile(rf"{_EVENT.pattern}|\d|^(?:the\s)?[A-Z]+$")
# "welcomed the Emir of Qatar to Canada".
_WELCOMED_TO = re.compile(
    r"\b(?:welcom|receiv|host)(?:ed|es)\s[^;]{3,160}?,?\s"
    r"(?:to|in)\s(?P<place>(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2})(?!\w)"
)


_SOMEBODY = re.compile(r"\b(?:President|Minister|Prince|Princess|King|Queen|Chancellor|Secretary|Premier|Mr|Ms|Mrs)\b")


@dataclass(frozen=True)
class Setting:
    """Place and occasion as published, without articles; `visit_at` is where in the sentence the visit is told, and
    `visited` where to."""

    place: str | None
    occasion: str | None
    visit_at: int | None
    verb_without_object: bool
    visited: str | None = None

    @property
    def locality(self) -> str | None:
        """The place whose time it was: of a hall that is not known, the country that it stands in."""
        return self.place if self.visited is None or places.zone_of(self.place) is not None else self.visited


def setting(sentence: str) -> Setting:
    """What an opening sentence says of place and occasion; None for what it does not say."""
    visit = _VISIT.search(sentence)
    if visit is not None and _SOMEBODY.search(visit["place"]):
        # "talks with visiting Saudi Crown Prince X": who visits is told there, not where.
        visit = None
    attend = _ATTEND.search(sentence)
    during = _DURING.search(sentence)
    where = _WHERE.search(sentence)
    # What a meeting was to discuss may have been at another event: "the decisions taken at the NATO Summit in July".
    at_event = _AT_EVENT.search(main_clause(sentence))
    occasion = _occasion(attend or during or where or _FOR.search(sentence) or at_event, sentence)
    held = _HELD_IN.search(sentence)
    place = held["place"] + _region_behind(sentence, held.end("place")) if held else None
    if place is None and visit is not None and (at := _AT.search(sentence)) is not None:
        # Where they met is more than what country it was in, and is told behind the word for it; the visit may be told
        # before it ("during his visit to the Philippines, held a meeting ... at Malacanang Palace") or after.
        met = _MET.search(sentence)
        place = at["place"] + _town_behind(sentence, at) if met is not None and met.start() < at.start() else None
    if visit is not None and place is None:
        place = visit["place"] + (visit["bracket"] or "")
        # "held a meeting in Yokohama with X, who is visiting Japan".
        city = _IN_CITY.search(sentence) if in_known_country(place) else None
        place = city["place"] if city is not None and places.zone_of(city["place"]) is not None else place
        # "Gyeongju, Republic of Korea": the country after the comma belongs to the place.
        place += _region_behind(sentence, visit.end())
    for match in (
        attend,
        during,
        where,
        _A_HALL.search(sentence),
        _AT.search(sentence),
        at_event,
        _IN_CITY.search(sentence),
        _IN_THE_CITY.search(sentence),
        _IN_ON_OCCASION.search(sentence),
    ):
        if place is None and match is not None and match["place"]:
            place = match["place"] + _region_behind(sentence, match.end("place"))
            place += _town_behind(sentence, match) if match.re is _AT else ""
    return Setting(
        place=_plain(without_purpose(_WHEN_BEHIND.sub("", place))) if place else None,
        occasion=occasion,
        visit_at=visit.start() if visit else None,
        visited=_plain(visit["place"]) if visit else None,
        verb_without_object=bool(_NO_OBJECT.search(sentence)),
    )


def _town_behind(sentence: str, hall: re.Match[str]) -> str:
    """The known town that a hall is told to be in, with the word between them and the region behind it; or nothing."""
    behind = _TOWN_BEHIND.match(sentence, hall.end("place"))
    words = behind["town"].split(" ") if behind is not None else []
    # "in New York", "in Nara City" and "in Hanoi President X".
    while words and places.zone_of(" ".join(words)) is None:
        words.pop()
    if not words:
        return ""
    end = hall.end("place") + len(f" in {' '.join(words)}")
    end += len(" City") if sentence.startswith(" City", end) else 0
    return sentence[hall.end("place") : end] + _region_behind(sentence, end)


# "President X is visiting Japan to participate in the Seventh Tokyo International Conference on African Development
# (TICAD7) held from ...", "The leaders were in Japan for the 6th Pacific Islands Leaders Meeting (PALM 6)".
_CAME_FOR = re.compile(
    r"[.;]\s[A-Z][^.;]{2,80}?\s(?:is|was|are|were)\s(?:(?:currently\s)?visiting|in)\s(?P<place>[A-Z][\w'’-]+)\s"
    r"(?:to\s(?:attend|participate\sin|take\spart\sin|join)|for)\s"
    rf"(?P<occasion>the\s(?:[^;(]|\([^()]{{1,60}}\)){{3,160}}?){_END}"
)


# "The Secretary General is paying a working visit to Japan."
_PAYS_VISIT = re.compile(
    r"[.;]\s[A-Z][^.;]{2,80}?\s(?:is|was)\s(?:currently\s)?(?:paying|making)\s(?:an?\s)?(?:\w+\s){0,3}visit\sto\s"
    r"(?P<place>[A-Z][\w'’-]+)(?=[.,;\s])"
)


# "The meeting took place in a reception room of the Kremlin for approximately 30 minutes".
_TOOK_PLACE = re.compile(
    r"[.;]\sThe\s(?:summit\s)?(?:meeting|talks?)\s(?:took\splace|w(?:as|ere)\sheld)\s(?:in|at)\s(?:an?\s[\w\s]{3,40}?\sof\s)?"
    r"(?P<place>(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
)


def told_later(opening: str, begin: int, found: Setting) -> Setting:
    """The setting, with the occasion and place that a sentence behind the first tells, where that one did not."""
    vague = found.place is None or affiliations.at_start(found.place) is not None
    if vague and (took := _TOOK_PLACE.search(opening, max(0, begin - 2))) is not None:
        found = replace(found, place=_plain(took["place"]))
    if found.place is None and (pays := _PAYS_VISIT.search(opening, max(0, begin - 2))) is not None:
        found = replace(found, place=pays["place"])
    if found.occasion is not None or (came := _CAME_FOR.search(opening, max(0, begin - 2))) is None:
        return found
    return replace(found, occasion=_occasion(came, opening), place=found.place or _plain(came["place"]))


_COMMA = re.compile(r",\s(?:in\s)?")
_CAPITAL_DISTRICT = re.compile(r",?\sD\.?\s?C\b\.?")
# "in Kananaskis, Alberta.", "in Vilnius, Lithuania today": a name after a comma that nothing is told of is the region.
_REGION = re.compile(
    rf",\s[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?(?=\.?$|\.\s|,\s(?!and\b)|\s{_DAY}|"
    r"\s(?:to\s(?:attend|participate|take|join)|for|on)\b)"
)


def _region_behind(sentence: str, end: int) -> str:
    """What stands after a comma right behind a place and belongs to it, with the comma: its region, its country."""
    begin = end
    if (district := _CAPITAL_DISTRICT.match(sentence, end)) is not None:
        end = district.end()
    if (comma := _COMMA.match(sentence, end)) is not None:
        country = affiliations.at_start(sentence[comma.end() :])
        if country is not None and country[0].is_country:
            return sentence[begin : comma.end() + country[1]]
    region = _REGION.match(sentence, end)
    if region is not None and not _SOMEBODY.search(region[0]):
        return sentence[begin : region.end()]
    return sentence[begin:end]


# "at Iikura House", "at Fiesta Americana", "at the Great Hall of the People": of whatever name, where leaders met.
_ANY_HALL = re.compile(
    r"\sat\s(?P<place>(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s(?:of\s(?:the\s)?|d(?:e|es|u|i|ella)\s)?[A-ZÀ-Ž][\w'’-]+){0,4}"
    # "the Sangchunjae (Spring House) of Cheong Wa Dae (Presidential Palace)".
    r"(?:\s\([A-Z][\w ]{2,30}\)(?:\sof(?:\s[A-Z][\w'’-]+){1,4}(?:\s\([A-Z][\w ]{2,30}\))?)?)?)"
    r"(?=\s(?:in|for|from|on|with|commencing|after|during|following|where|that|at)\b|[,.;(]|$)"
)


def hall(sentence: str) -> str | None:
    """The hall, of a name that nothing else knows, that a sentence tells leaders to have met at, with its town."""
    met = _MET.search(sentence)
    for match in _ANY_HALL.finditer(sentence):
        # "..., at the Great Hall of the People, Prime Minister X held a meeting ...": between commas before it.
        apart = sentence[: match.start()].endswith(",") and sentence.startswith(",", match.end())
        if met is None or (match.start() < met.end() and not apart):
            continue
        if not _NO_HALL.search(match["place"]) and not _SOMEBODY.search(match["place"]):
            return _plain(match["place"] + _town_behind(sentence, match) + _region_behind(sentence, match.end("place")))
    return None


_AT_THE_END = re.compile(r"\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2})\.?$")


def place_at_end(sentence: str) -> str | None:
    """The known place that a sentence ends with: "... held talks with President X of Y in New York."."""
    last = _AT_THE_END.search(sentence)
    return last["place"] if last is not None and places.zone_of(last["place"]) is not None else None


def held_event(clause: str) -> str | None:
    """The event with a name that a main clause of prose tells leaders to have held, attended or met for."""
    held = _HELD_EVENT.search(clause)
    if held is None:
        return None
    acronym = _ACRONYM.match(clause, held.end())
    return _plain(held["occasion"] + (held["of"] or "") + (acronym[0] if acronym else ""))


_TOWN_AND_REGION = re.compile(
    r"\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?,\s[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?)\.?\s*$"
)


def town_at_end(clause: str) -> str | None:
    """The town and its region that a clause ends with, known or not: "... met today with X of Y in San Diego,
    California."."""
    last = _TOWN_AND_REGION.search(clause)
    return last["place"] if last is not None else None


# "met US President Biden in San Diego yesterday", "at RAF Northolt this morning", "at Turnberry in Scotland today".
_NAME = r"[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2}"
_TOWN_THAT_DAY = re.compile(
    rf"\b(?:met|hosted|held|welcomed|saw)\b[^.;]{{2,160}}?\s(?:at\s(?P<hall>(?:the\s)?{_NAME}(?:\sof\s{_NAME})?)\s)?(?:in\s(?P<place>{_NAME})\s)?{_DAY}"
)


def town_that_day(clause: str) -> str | None:
    """The hall, the town, or both, known or not, that a clause tells between the meeting and its day."""
    told = _TOWN_THAT_DAY.search(clause)
    if told is None:
        return None
    hall, town = told["hall"], told["place"]
    if hall is None or _NO_HALL.search(hall) or _SOMEBODY.search(hall):
        return town
    return _plain(f"{hall} in {town}" if town is not None else hall)


_VISITED = re.compile(rf"\bvisited\s(?P<place>(?:the\s)?{_NAME})(?=\s(?:on|to|for|with|from|and)\s|[.,]|$)")


def visited(clause: str) -> str | None:
    """The known place or country that a clause tells to have been visited: "visited the White House on Wednesday"."""
    told = _VISITED.search(clause)
    known = told is not None and (places.zone_of(told["place"]) is not None or in_known_country(told["place"]))
    return _plain(told["place"]) if told is not None and known else None


def known_place(clause: str) -> str | None:
    """The first place that a main clause of prose names and that is known as one; or the country a guest came to."""
    for match in _IN_PLACE.finditer(clause):
        if places.zone_of(match["place"]) is not None and not _EVENT.search(match["place"]):
            hall = _HALL.search(clause, max(0, match.start() - _LONGEST_HALL), match.start())
            begin = (
                hall.start("hall") if hall is not None and not _NO_HALL.search(hall["hall"]) else match.start("place")
            )
            behind = _town_behind(clause, match) or _region_behind(clause, match.end("place"))
            return _plain(clause[begin : match.end("place")] + behind)
    welcomed = _WELCOMED_TO.search(clause)
    return _plain(welcomed["place"]) if welcomed is not None and in_known_country(welcomed["place"]) else None


_ACRONYM = re.compile(r"\s?\([A-Z]{2,}[\w-]{0,8}!?(?:\s(?:\d{1,2}|20\d\d|[IVX]{1,5}))?\)")
_IN_TOWN = re.compile(r"(?<=(?:ummit|eting|rence|embly|Forum))\sin\s[A-Z][\w'’-]+(?:,?\s[A-Z][\w.'’-]+){0,3}$")


_WHEN_BEHIND = re.compile(rf"\s(?:{_DAY}|on\s(?:\d{{1,2}}\s{MONTH}|{MONTH}\s\d)).*$")
# "on the occasion of Prime Minister Prayut's visit to Japan": the visit is told of, and no larger occasion.
_A_VISIT = re.compile(r"(?:['’]s|^(?:his|her|their))\s(?:\w+\s){0,3}visit\b")


# "On the occasion of the New Year, the Prime Minister spoke to ...": what for, and no event.
_A_FEAST = re.compile(r"^(?:the\s)?(?:Lunar\s)?New\sYear$|\b(?:[Bb]irthday|Diwali|Christmas|Eid(?:\s[Aa]l-\w+)?)$")


def _occasion(match: re.Match[str] | None, sentence: str) -> str | None:
    if match is None or _A_VISIT.search(match["occasion"]) or _A_FEAST.search(match["occasion"]):
        return None
    acronym = _ACRONYM.match(sentence, match.end("occasion"))
    printed = without_purpose(_WHEN_BEHIND.sub("", match["occasion"]))
    # "the G7 Summit in Biarritz": where it was is not what it was.
    return _plain(_IN_TOWN.sub("", printed) + (f" {acronym[0].strip()}" if acronym else ""))


def _plain(text: str | None) -> str | None:
    if text is None:
        return None
    return _ARTICLE.sub("", " ".join(text.split()).strip(" ,")) or None


_NAME_ENDS = re.compile(r"\s?(?:[,(]|$)")


def in_known_country(place: str) -> bool:
    """Whether a printed place is a country, or a country leads it; it does not lead "the UK Ambassador's residence"."""
    known = affiliations.at_start(place)
    return known is not None and known[0].is_country and _NAME_ENDS.match(place, known[1]) is not None


def in_country(place: str | None, code: str) -> bool:
    """Whether a printed place names this country (or begins with its name)."""
    if place is None:
        return False
    known = affiliations.at_start(place)
    return known is not None and known[0].code == code
