"""Where the event took place and on what larger occasion, from the opening sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from connectors.dates import MONTH
from pipelines.normalise.english import whereabouts
from pipelines.normalise.english.sentences import main_clause, without_purpose
from schemas.authorities import affiliations, places

MARGINS = r"(?:margins?|sidelines?|fringes)"
"""Where leaders meet beside a larger event, as a pattern."""
# A bracket ends a name unless the name goes on behind it: "the ASEM (Asia-Europe Meeting) Summit Meeting".
# And a comma does, unless it stands in a list: "the Trilateral Summit of Japan, China and the Republic of Korea".
_END = (
    r"(?=,(?!\s[A-Z][\w.]+,?\sand\s(?:the\s)?[A-Z])|;|"
    r"\((?![^()]{1,60}\)(?:-|\s(?:Economic\s|General\s|Virtual\s)?(?:[Ss]ummit|Meeting|Leaders|Conference|Ministerial|"
    # "the liquefied natural gas (LNG) plant of the Sakhalin II Project".
    r"Assembly)|\s[a-z]{3,12}(?:\sof\sthe\s[A-Z]|\.)))|(?<!\bU\.[NSK])\.\s|\.$|\s(?:at|upon)\s(?:the\s)?invitation\b|\s(?:held|had|has|hosted|met|spoke|received|conducted|attended|paid|exchanged|commencing|"
    r"for\s+approximately|(?:from|for|at)\s+(?:around\s+|about\s+)?\d+|"
    # "on the margins of the G-8 and discussed ...": not "the Summit and related meetings".
    r"and\s+(?:arrived|held|had|discussed|reviewed|exchanged|agreed|reaffirmed|underscored|emphasized|expressed|talked|spoke)|"
    # "the U.N. General Assembly at Hudson Yards in New York".
    r"at(?=\s(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}\sin\s[A-Z])|"
    r"with\s+(?:H|President|Prime|Chancellor|King|the\s))\b|$)"
)
_VISIT = re.compile(
    r"\b(?:(?<!after )visiting|(?:on|making|paying|made|paid)\s+(?:(?:an?|his|her|their)\s+)?"
    r"(?:[Oo]fficial\s+|[Ss]tate\s+|[Ww]orking\s+){0,2}[Vv]isit\s+to|"
    r"on\s+(?:the\s+)?occasion\s+of\s+(?:[^,;]{2,60}?['’]s|his|her|their)\s+visit\s+to|"
    r"(?:[Dd]uring|as\s+part\s+of|concluded)\s+"
    r"(?:an?|[Hh]is|[Hh]er|their|the)\s+(?:[\w'’]+\s+){0,3}[Vv]isit\s+to(?=\s+(?:the\s)?[A-ZÀ-Ž])|"
    r"who\s+(?:is|was|are|were)\s+in|who\s+visited(?=\s[A-Z][\w'’-]+\s(?:for|to)\s)|"
    rf"visited(?=\s[A-Z][\w'’-]+\s{whereabouts.DAY})|"
    r"during\s+(?:his|her|their)\s+stay\s+in|staying\s+in|arrived\s+in|on\s+a\s+tour\s+of|traveling\s+to|travelling\s+to)\s+"
    r"(?:to\s+(?=[A-Z]|the\s))?(?!to\s)(?P<place>[^,;(]{2,120}?)"
    r"(?P<bracket>\s\((?![A-Z]{2,6}\))[A-Z][\w .,'’-]{1,40}\))?"
    r"(?=\s+to\s+(?:attend|participate|take|join|hold)|"
    r"\s+(?:for|on|as|upon|subsequently|in\s+order|in\s+response|at\s+the\s+invitation)\s|,|;|\(|"
    # "during his visit to Canada from March 14 to 18, 2024".
    rf"\s+(?:and\s+)?(?:held|had|hosted|met|received|paid)\b|\sfrom\s(?:{MONTH}\s)?\d|(?<![A-Z])\.\s|\.$|$)"
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
    rf"(?:(?:Summit|Conference|Forum|Assembly)(?:\s+Meetings?)?|Leaders['’]?\s+Meeting))(?:\sand\sother\sevents)?\s?{_END}"
)
_DURING = re.compile(
    rf"\b(?:[Oo]n\s+the\s+occasion\s+of|(?:[Oo]n|in|[Aa]t)\s+the\s+{MARGINS}\s+of|while\s+attending|"
    r"when\s+attending|(?<![Aa]fter\s)attending(?!\s(?:the\s)?meeting\sw(?:as|ere)\b|\san?\s(?:lunch|dinner|banquet))|"
    rf"at\s+the\s+time\s+of|before\s+the\s+start\s+of)\s+(?P<occasion>(?:the\s+)?(?:[^;(]|\([^()]{{1,60}}\)){{3,160}}?)"
    # But the Summit on Peace in Ukraine was in Switzerland.
    rf"(?:(?<!\son\sPeace)\s+(?:(?:being\s+)?(?:held|convened)\s+)?in\s+(?P<place>[A-Z][\w .'’-]{{1,60}}?))?{_END}"
)
# "in Bangkok, Thailand, where the summit meetings were held".
_WHERE = re.compile(
    r"\bin\s+(?P<place>[A-Z][\w'’-]+(?:,?\s[A-Z][\w.'’-]+){0,3}),\s+where\s+(?P<occasion>(?:the\s+)?[^,;()]{3,160}?)"
    r"\s+(?:is|are|was|were)\s+(?:being\s+)?(?:held|taking\s+place)\b"
)
# "met X at the G7 Summit in Cornwall today", "as part of the European Political Community meeting".
_NAMED_EVENT = (
    r"(?P<occasion>(?:the\s)?(?:(?!House|Palace|Hotel|National\sAssembly)[A-Z0-9][\w'’.&-]*\s|\([^()]{1,60}\)\s|"
    r"(?:of(?:\sthe)?|on|for|and|informal|extraordinary|climate|leaders['’]?|emergency|virtual)\s){0,9}"
    r"(?:(?<!\sthe\s)(?<!at\s)(?<!of\s)(?:[Ss]ummit|[Mm]eeting|Conference|Forum|Assembly|Council|Dialogue|Games)|"
    r"Forum\sfor\s[A-Z]\w+|G7|G8|G20|COP\s?\d{2}|UNGA|(?:Leaders|High-Level)['’]?\s[Ww]eek|(?:the\s)?Summit\s(?:of\sthe\s[A-Z]\w+|on\sPeace\sin\sUkraine)))"
)
_AT_EVENT = re.compile(
    r"\b(?:at|as\spart\sof|during|welcomed\s[^.;]{3,120}?\sto)\s(?:the\s(?:annual|inaugural|upcoming)\s)?"
    rf"{_NAMED_EVENT}"
    r"(?:\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s(?:el-|(?:de|do|da|del)\s)?[A-ZÀ-Ž][\w'’-]+){0,3}))?"
    rf"(?=[,.;]|\s(?:{whereabouts.DAY}|(?:in|to|at)\s|on\s\d)|,?\sD\.?C|\s*$)"
)
# "attended the annual East Asia Summit (EAS)", "convened the U.S.-led Major Economies Forum on Energy and Climate",
# "met in Helsinki for the third U.S.-Nordic Leaders’ Summit", "joined leaders of ASEAN ... during the annual ...".
_HELD_EVENT = re.compile(
    r"\b(?:attended|convened|chaired|hosted|joined|participated\sin|during|for)\s"
    r"(?:the|an?)\s(?:U\.S\.-led\s|\d{1,2}(?:st|nd|rd|th)\s|(?!(?:call|with|of|the)\s)[a-z][a-z-]+\s){0,3}"
    rf"(?=[A-Z]){_NAMED_EVENT}"
    r"(?P<of>\son(?:\s[A-Z]\w+|\sand(?=\s[A-Z])){1,4})?"
    rf"(?=[,.;]|\s(?:\([A-Z]|in\s|to\s|with\s|(?:co-?)?hosted\s|{whereabouts.DAY})|\s*$)"
)
_AT = re.compile(
    r"(?:\b(?:at|in)\s+(?:his\s|her\s|the\s[\w-]{3,20}\s\w{3,20}\sof\s)?|\bvenue:\s|\bon\s(?=[A-Z]\w+\sHill\b))"
    # "the Prime Minister's Office", "former President Castro's residence".
    r"(?P<place>(?:the\s+)?(?:former\s+|[A-Z][\w'’-]+\s+)?(?:Prime\s+Minister|President|Chancellor|Premier)(?:\s+[A-Z][\w-]+){0,2}"
    r"['’]?s\s+(?:[Oo]ffice|(?:[Oo]fficial\s+)?[Rr]esidence|[Rr]esidential\s+[Qq]uarters)|"
    r"(?<=\sh(?:is|er)\s)[Oo]fficial\s[Rr]esidence|the\sprime\sminister['’]s\s(?:office|(?:official\s)?residence)|"
    # "the Chinese leaders' compound of Zhongnanhai", "the Official Residence of the Prime Minister".
    r"the\s(?:[A-Z]\w+\sleaders['’]\s)?compound\sof\s[A-Z]\w+|the\sOfficial\sResidence\sof\sthe\sPrime\sMinister\b|"
    # "the residence of the Ambassador of Japan", "the official residence of the Prime Minister of Malaysia".
    r"the\s(?:official\s)?residence\sof\s(?:the\s)?[A-Z][\w'’-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w'’-]+){0,4}|"
    r"(?:the\s)?(?:[A-Z]\w+\s)?(?:Ambassador|High\sCommissioner)['’]s\s(?:[Oo]fficial\s)?[Rr]esidence|"
    r"(?:the\s)?[A-Z][\w'’]*(?:[\s-][\w'’]+){1,3}\s[Rr]oom,\s(?:the\s)?State\sGuest\s?[Hh]ouse|"
    r"the\sGreat\sHall\sof\sthe\sPeople|the\sOffice\sof\sthe\s(?:Prime\sMinister|President)\b|"
    r"the\s+(?:State\s+Guest\s?[Hh]ouse(?:,?\s+Akasaka\s+Palace)?|White\s+House|Presidential\s+Office|"
    r"(?:United\sNations\s(?:\(UN\)\s)?|U\.?N\.?\s)[Hh]eadquarters)|"
    r"(?:the\s+)?(?:Palazzo|Palais|Villa|Ch[âa]teau|Schloss|Castle)(?:\s(?:de\s|di\s|d['’])?[A-ZÀ-Ž][\w'’-]+){1,2}|"
    r"(?:the\s+)?[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,3}\s"
    r"(?:Palace|House|Hotel|Residence|Center|Centre|Headquarters|Castle|Buildings|Hill|palace|hotel|castle))"
)
# "at a hotel in New York", "at the presidential palace in Abu Dhabi".
_A_HALL = re.compile(
    r"\sat\s(?:an?|the)\s(?P<place>(?:\w+\s)?(?:hotel|restaurant|ranch|villa|resort|palace|presidential\soffice)\sin\s(?:the\scity\sof\s)?"
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})(?=\s(?:for|from|on|with|commencing|during)\b|[,.;(]|$)"
)
_IN_CITY = re.compile(
    # "Ahead of their meeting in Paris": where another meeting will be.
    r"(?<!their )\b(?:(?i:held|talks?|meeting|lunch|dinner|met)|"
    rf"summit|{whereabouts.DAY})\s+in\s+(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w.'’-]+\b(?!\sof\b)){{0,3}})"
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
    rf"(?:,|\d{{4}}|\d\s{MONTH}|{MONTH}\s\d{{1,2}})\sin\s"
    r"(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w'’-]+\b(?!\sof\b)){0,3}(?:,\sD\.C\.)?)"
    r"(?=\s(?:for|from)\s|,\sduring\s|,\s(?:the\s)?[A-Z][^,]{3,60},\son\s|\.?$)"
)
# "visited the residence of President X in Crawford, Texas, where the two leaders held a Summit Meeting".
_IN_WHERE_THEY_MET = re.compile(
    r"\sin\s(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w'’-]+){0,3}),\swhere\s(?:the\s(?:two\s)?leaders|they)\s(?:held|had|met)\b"
)
# "held a summit with President X in Beijing at 11:30 a.m.".
_IN_AT_A_CLOCK = re.compile(r"\sin\s(?P<place>[A-Z][\w'’-]+(?:(?:\s|,\s)[A-Z][\w'’-]+){0,2})(?=\sat\s\d)")
_NO_OBJECT = re.compile(
    r"\bvisiting\s+(?:to\s+(?:attend|participate|take|join)\b|,|for\b)|\b(?:is|was)\s+visiting\s+to\s+[A-Z]"
)


# "since the legislative elections in February": when, and not where.
_A_MONTH = re.compile(rf"{MONTH}\b")
# "a few days before their visit to New York for the General Assembly": where they were not yet, or no more.
_NOT_THEN = re.compile(
    r"\b(?:before|ahead\sof|prior\sto|after|following|since)\s(?:(?:an?|his|her|their|the)\s)?(?:\w+\s){0,2}$"
)
# "welcomed X to Chequers today, following a banquet hosted by Y at Windsor Castle": where something else was.
_AFTER_ELSE = re.compile(
    r"\b(?:held|had|hosted|received|met|spoke|welcomed)\b[^;]*?\s(?:following|after|ahead\sof)\s(?=(?:an?|the|his|her|their)\s)"
)


def _hall_in(sentence: str) -> re.Match[str] | None:
    """The hall that a sentence names, but for one of what was before the meeting or will be after it."""
    hall = _AT.search(sentence)
    if hall is None or (other := _AFTER_ELSE.search(sentence, 0, hall.start())) is None:
        return hall
    return hall if ", and" in sentence[other.end() : hall.start()] else None


# "On December 13, commencing at 5:30 p.m. for approximately 10 minutes, at the Prime Minister's Office, Prime Minister
# X held ...": nothing but the time stands before the hall.
_WHEN_ALONE = re.compile(
    rf"(?:On\s)?(?:\w+day,?\s)?(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})[^A-Z]{{0,20}}(?:(?:commenc|start|beginn)ing|from|at|for)\s"
    r"(?:(?!visit|attend|stay)[^A-Z]|[AP]M|J)*"
)


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
    if visit is not None and whereabouts.SOMEBODY.search(visit["place"]):
        # "talks with visiting Saudi Crown Prince X": who visits is told there, not where.
        visit = None
    attend = _ATTEND.search(sentence)
    during = _DURING.search(sentence)
    where = _WHERE.search(sentence)
    # What a meeting was to discuss may have been at another event: "the decisions taken at the NATO Summit in July".
    at_event = _AT_EVENT.search(main_clause(sentence))
    visits_for = _FOR.search(sentence)
    if visits_for is not None and _NOT_THEN.search(sentence, 0, visits_for.start()):
        visits_for = None
    occasion = _occasion(attend or during or where or visits_for or at_event, sentence)
    held = _HELD_IN.search(sentence) or _IN_AT_A_CLOCK.search(sentence) or _IN_WHERE_THEY_MET.search(sentence)
    place = held["place"] + whereabouts.region_behind(sentence, held.end("place")) if held else None
    if held is not None and (hall := _hall_in(sentence)) is not None:
        # "at the State Guest House, Akasaka Palace, in Tokyo": the town is told of the hall before it.
        between = sentence[hall.end("place") : held.start("place")]
        place = f"{hall['place']}{between}{place}" if between == ", in " else place
    if place is None and visit is not None and (at := _hall_in(sentence) or _A_HALL.search(sentence)) is not None:
        # Where they met is more than what country it was in, and is told behind the word for it; the visit may be told
        # before it ("during his visit to the Philippines, held a meeting ... at Malacanang Palace") or after.
        met = whereabouts.MET.search(sentence)
        behind = met is not None and met.start() < at.start()
        place = (
            at["place"] + whereabouts.town_behind(sentence, at)
            if behind or _WHEN_ALONE.fullmatch(sentence, 0, at.start()) is not None
            else None
        )
    if visit is not None and place is None:
        place = visit["place"] + (visit["bracket"] or "")
        # "held a meeting in Yokohama with X, who is visiting Japan".
        city = _IN_CITY.search(sentence) if whereabouts.in_known_country(place) else None
        place = city["place"] if city is not None and places.zone_of(city["place"]) is not None else place
        # "Gyeongju, Republic of Korea": the country after the comma belongs to the place.
        place += whereabouts.region_behind(sentence, visit.end())
    for match in (
        attend,
        during,
        where,
        _A_HALL.search(sentence),
        _hall_in(sentence),
        at_event,
        _IN_CITY.search(sentence),
        _IN_THE_CITY.search(sentence),
        _IN_ON_OCCASION.search(sentence),
    ):
        if place is None and match is not None and match["place"] and not _A_MONTH.match(match["place"]):
            place = match["place"] + whereabouts.region_behind(sentence, match.end("place"))
            place += whereabouts.town_behind(sentence, match) if match.re is _AT else ""
    return Setting(
        place=whereabouts.plain(without_purpose(_WHEN_BEHIND.sub("", place))) if place else None,
        occasion=occasion,
        visit_at=visit.start() if visit else None,
        visited=whereabouts.plain(visit["place"]) if visit else whereabouts.country_before_office(place),
        verb_without_object=bool(_NO_OBJECT.search(sentence)),
    )


# "President X is visiting Japan to participate in the Seventh Tokyo International Conference on African Development
# (TICAD7) held from ...", "The leaders were in Japan for the 6th Pacific Islands Leaders Meeting (PALM 6)".
_CAME_FOR = re.compile(
    r"[.;]\s[A-Z][^.;]{1,80}?\s(?:is|was|are|were)\s(?:(?:currently\s)?visiting|in)\s(?P<place>[A-Z][\w'’-]+)\s"
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


# "The meeting was held at Mackay House in Sea Island from 18:15 to 19:00", "... at the Lanier House in Sea Island.".
_HELD_AT_HALL = re.compile(
    r"[.;]\sThe\s(?:summit\s)?(?:meeting|talks?)\sw(?:as|ere)\sheld\s[^.;]{0,160}?\bat\s(?:the\s)?"
    r"(?P<hall>(?:[A-Z][\w'’-]+\s){1,3}(?:House|Palace|Hotel|Residence|Center|Centre|Lodge|Castle))"
    r"(?:\sin\s(?P<town>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}))?"
)


# "arrived at the airport and then proceeded to the Daedong Guest House, where the meeting with X was held".
_PROCEEDED = re.compile(
    r"\b(?:proceeded|moved)\sto\sthe\s"
    r"(?P<place>(?:[A-Z][\w'’-]+\s){1,3}(?:state\s)?(?:[Gg]uest\s[Hh]ouse|House|Palace|Hotel)),\s"
    r"where\sthe\s(?:summit\s)?(?:meeting|talks)\s(?:with\s[^.;,]{3,60}?\s)?w(?:as|ere)\sheld\b"
)


def proceeded_to(texts: Iterable[str], found: Setting) -> Setting:
    """The setting, with the hall to which a sentence below the opening tells the leader to have gone for the talks."""
    for text in texts if found.place is None or affiliations.at_start(found.place) is not None else ():
        if (went := _PROCEEDED.search(text)) is not None:
            return replace(found, place=went["place"], visited=found.visited or found.place)
    return found


# "Japan-China Summit Meeting at the ASEAN+3 Summit Meeting".
_IN_TITLE = re.compile(
    r"\b(?:at|[Oo]n\sthe\s[Oo]ccasion\sof)\sthe\s(?P<occasion>[A-Z][^()]{2,100}?\s(?:Summit|Meeting|Conference|Forum|Assembly)"
    r"(?:\s(?:Meetings?))?)(?=\s?\(|$)"
)


def of_title(title: str) -> str | None:
    """The occasion that a ministry's title ends with, or None."""
    told = _IN_TITLE.search(title)
    return told["occasion"] if told is not None else None


def told_later(opening: str, begin: int, found: Setting) -> Setting:
    """The setting, with the occasion and place that a sentence behind the first tells, where that one did not."""
    vague = found.place is None or affiliations.at_start(found.place) is not None
    if vague and (took := _TOOK_PLACE.search(opening, max(0, begin - 2))) is not None:
        found = replace(found, place=whereabouts.plain(took["place"]))
    hall = _HELD_AT_HALL.search(opening, max(0, begin - 2))
    if hall is not None and (hall["town"] is None or (found.place or "").startswith(hall["town"])):
        # Where it was is told again, nearer, below the town that the leader visited.
        place = hall["hall"] + (f" in {hall['town']}" if hall["town"] else "")
        found = replace(found, place=place, visited=found.visited or found.place)
    if found.place is None and (pays := _PAYS_VISIT.search(opening, max(0, begin - 2))) is not None:
        found = replace(found, place=pays["place"])
    if found.occasion is not None or (came := _CAME_FOR.search(opening, max(0, begin - 2))) is None:
        return found
    return replace(found, occasion=_occasion(came, opening), place=found.place or whereabouts.plain(came["place"]))


_ACRONYM = re.compile(r"\s?\([A-Z]{2,}[\w-]{0,8}!?(?:\s(?:\d{1,2}|20\d\d|[IVX]{1,5}))?\)")
_IN_TOWN = re.compile(
    r"(?<=(?:ummit|eting|rence|embly|Forum))\s(?:in|at(?=\sThe\sHague))\s[A-Z][\w'’-]+(?:,?\s[A-Z][\w.'’-]+){0,3}$"
)


_WHEN_BEHIND = re.compile(rf"\s(?:{whereabouts.DAY}|on\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}|{MONTH}\s\d)).*$")
# "on the occasion of Prime Minister Prayut's visit to Japan": the visit is told of, and no larger occasion.
_A_VISIT = re.compile(r"(?:['’]s|^(?:his|her|their))\s(?:\w+\s){0,3}visit\b")


# "On the occasion of the New Year, the Prime Minister spoke to ...": what for, and no event.
_A_FEAST = re.compile(r"^(?:the\s)?(?:Lunar\s)?New\sYear$|\b(?:[Bb]irthday|Diwali|Christmas|Eid(?:\s[Aa]l-\w+)?)$")


# "the first ever Canada-CARICOM Summit on Canadian soil": which of them it was, and in whose country.
_FIRST_EVER = re.compile(r"^(?:the\s)?first[\s-]ever\s|\son\s[A-Z]\w+\ssoil$")


def _occasion(match: re.Match[str] | None, sentence: str) -> str | None:
    if match is None or _A_VISIT.search(match["occasion"]) or _A_FEAST.search(match["occasion"]):
        return None
    acronym = _ACRONYM.match(sentence, match.end("occasion"))
    printed = _FIRST_EVER.sub("", without_purpose(_WHEN_BEHIND.sub("", match["occasion"])))
    # "the G7 Summit in Biarritz": where it was is not what it was.
    return whereabouts.plain(_IN_TOWN.sub("", printed) + (f" {acronym[0].strip()}" if acronym else ""))


def held_event(clause: str) -> str | None:
    """The event with a name that a main clause of prose tells leaders to have held, attended or met for."""
    held = _HELD_EVENT.search(clause)
    if held is None:
        return None
    acronym = _ACRONYM.match(clause, held.end())
    return whereabouts.plain(held["occasion"] + (held["of"] or "") + (acronym[0] if acronym else ""))
