"""The places that a sentence names, known and unknown, and how much of its words belongs to each."""

from __future__ import annotations

import re

from schemas.authorities import affiliations, places

DAY = (
    r"(?:today|yesterday|tonight|this\s(?:morning|afternoon|evening|week)|earlier|last\s(?:night|week)|"
    r"on\s\w{3,6}day)\b"
)
"""When a meeting was, where that is told behind its place or its occasion, as a pattern."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?!Hague\b)", re.IGNORECASE)
# "at the Prime Minister's Official Residence in Tokyo".
_TOWN_BEHIND = re.compile(r"\sin\s(?P<town>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})")
MET = re.compile(r"\b(?:held|had|hosted|received|met|spoke|was\swelcomed)\b")
"""The verb by which a sentence says that leaders met."""
_OF_SOMETHING_ELSE = "".join(
    rf"(?<!\b{word}\s)"
    for word in "war invasion conflict crisis situation events developments attack attacks peace Peace".split()
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
SOMEBODY = re.compile(r"\b(?:President|Minister|Prince|Princess|King|Queen|Chancellor|Secretary|Premier|Mr|Ms|Mrs)\b")
"""The words by which what looks like a place is a person."""


def plain(text: str | None) -> str | None:
    """A printed place or occasion on one line, without its article and the commas around it; None for nothing."""
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


def town_behind(sentence: str, hall: re.Match[str]) -> str:
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
    return sentence[hall.end("place") : end] + region_behind(sentence, end)


_COMMA = re.compile(r",\s(?:in\s)?")
_CAPITAL_DISTRICT = re.compile(r",?\sD\.?\s?C\b\.?")
# "in Kananaskis, Alberta.", "in Vilnius, Lithuania today": a name after a comma that nothing is told of is the region.
_REGION = re.compile(
    rf",\s(?!(?:Mr|Mrs|Ms|Dr|Prof)\b)[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?(?=\.?$|\.\s|,\s(?!and\b)|\s{DAY}|"
    r"\s(?:to\s(?:attend|participate|take|join)|for|on)\b)"
)


def region_behind(sentence: str, end: int) -> str:
    """What stands after a comma right behind a place and belongs to it, with the comma: its region, its country."""
    begin = end
    if (district := _CAPITAL_DISTRICT.match(sentence, end)) is not None:
        end = district.end()
    if (comma := _COMMA.match(sentence, end)) is not None:
        country = affiliations.at_start(sentence[comma.end() :])
        if country is not None and country[0].is_country:
            return sentence[begin : comma.end() + country[1]]
    region = _REGION.match(sentence, end)
    if region is not None and not SOMEBODY.search(region[0]):
        return sentence[begin : region.end()]
    return sentence[begin:end]


_OF_A_LEADER = re.compile(r"(?P<adjective>[A-Z]\w+)\s(?=(?:Prime\sMinister|President|Chancellor)\b)")


def country_before_office(place: str | None) -> str | None:
    """The country whose leader's office a printed place is ("Italian Prime Minister's Office"), or None."""
    told = _OF_A_LEADER.match(plain(place) or "")
    country = affiliations.before_office(told["adjective"]) if told is not None else None
    return country.name if country is not None and country.is_country else None


# "at Iikura House", "at Fiesta Americana", "at the Great Hall of the People": of whatever name, where leaders met.
_ANY_HALL = re.compile(
    r"\sat\s(?P<place>(?:the\s)?[A-ZÀ-Ž][\w'’-]+(?:\s(?:of\s(?:the\s)?|d(?:e|es|u|i|ella)\s)?[A-ZÀ-Ž][\w'’-]+){0,4}"
    # "the Sangchunjae (Spring House) of Cheong Wa Dae (Presidential Palace)".
    r"(?:\s\([A-Z][\w ]{2,30}\)(?:\sof(?:\s[A-Z][\w'’-]+){1,4}(?:\s\([A-Z][\w ]{2,30}\))?)?)?)"
    r"(?=\s(?:in|for|from|on|with|commencing|after|during|following|where|that|at)\b|[,.;(]|$)"
)


def hall(sentence: str) -> str | None:
    """The hall, of a name that nothing else knows, that a sentence tells leaders to have met at, with its town."""
    met = MET.search(sentence)
    for match in _ANY_HALL.finditer(sentence):
        # "..., at the Great Hall of the People, Prime Minister X held a meeting ...": between commas before it.
        apart = sentence[: match.start()].endswith(",") and sentence.startswith(",", match.end())
        if met is None or (match.start() < met.end() and not apart):
            continue
        if not _NO_HALL.search(match["place"]) and not SOMEBODY.search(match["place"]):
            return plain(match["place"] + town_behind(sentence, match) + region_behind(sentence, match.end("place")))
    return None


_AT_THE_END = re.compile(r"\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2})\.?$")


def place_at_end(sentence: str) -> str | None:
    """The known place that a sentence ends with: "... held talks with President X of Y in New York."."""
    last = _AT_THE_END.search(sentence)
    return last["place"] if last is not None and places.zone_of(last["place"]) is not None else None


_TOWN_AND_REGION = re.compile(
    r"\sin\s(?P<place>[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?,\s[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+)?)"
    # "in Wilmington, Delaware for the fourth Quad Leaders Summit."
    r"(?:\.?\s*$|\s(?=for\sthe\s))"
)


def town_at_end(clause: str) -> str | None:
    """The town and its region that a clause ends with, known or not: "... met today with X of Y in San Diego,
    California."."""
    last = _TOWN_AND_REGION.search(clause)
    return last["place"] if last is not None else None


# "met US President Biden in San Diego yesterday", "at RAF Northolt this morning", "at Turnberry in Scotland today".
_NAME = r"[A-ZÀ-Ž][\w'’-]+(?:\s[A-ZÀ-Ž][\w'’-]+){0,2}"
_TOWN_THAT_DAY = re.compile(
    rf"\b(?:met|hosted|held|welcomed|saw)\b[^.;]{{2,160}}?\s(?:at\s(?P<hall>(?:the\s)?{_NAME}(?:\sof\s{_NAME})?)\s)?(?:in\s(?P<place>{_NAME})\s)?{DAY}"
)


def town_that_day(clause: str) -> str | None:
    """The hall, the town, or both, known or not, that a clause tells between the meeting and its day."""
    told = _TOWN_THAT_DAY.search(clause)
    if told is None:
        return None
    hall, town = told["hall"], told["place"]
    if hall is None or _NO_HALL.search(hall) or SOMEBODY.search(hall):
        return town
    return plain(f"{hall} in {town}" if town is not None else hall)


# "Following their meeting in Canberra today, X and Y agreed ...", "... following my meeting with Premier X in Beijing",
# "he said after talks with President X in Kabul".
_THEIR_MEETING = re.compile(
    r"\b(?:[Ff]ollowing|[Aa]fter|[Aa]t|[Dd]uring)\s(?:(?:their|our|my)\s(?:\w+\s){0,2}(?:meeting|talks|discussions)\b|"
    r"talks\swith\b)"
    rf"[^.;]{{0,100}}?\sin\s(?P<place>{_NAME})"
)


def of_their_meeting(sentence: str) -> str | None:
    """The known place of a meeting that a sentence tells of by what came of it."""
    told = _THEIR_MEETING.search(sentence)
    return told["place"] if told is not None and places.zone_of(told["place"]) is not None else None


_VISITED = re.compile(
    rf"\bvisited\s(?P<place>(?:the\s)?(?:(?:Republic|Kingdom)\sof\s)?{_NAME})(?=\s(?:on|to|for|with|from|and)\s|[.,]|$)|"
    # "left for Jakarta, Indonesia on the government plane ... and arrived at his destination that night".
    rf"\bleft\sfor\s(?P<left_for>{_NAME}(?:,\s{_NAME})?)\s(?=[^.]{{5,200}}?\barrived\sat\shis\sdestination\b)"
)


def visited(clause: str) -> str | None:
    """The known place or country that a clause tells to have been visited: "visited the White House on Wednesday"."""
    told = _VISITED.search(clause)
    place = (told["place"] or told["left_for"]) if told is not None else None
    if place is None or (places.zone_of(place) is None and not in_known_country(place)):
        return None
    return plain(place)


def is_in(town: str, country: str) -> bool:
    """Whether a known place is no country itself, and in the country of this name."""
    there = affiliations.named(country)
    return there is not None and affiliations.named(town) is None and places.visited_at(town, 0) == there.code


# "Ambassador of the United States of America to Japan": whom somebody is sent to is no place of a meeting.
_SENT = re.compile(r"\bAmbassador\b[^,.;]{0,80}\sto\s(?:the\s)?$")


def _is_place(clause: str, match: re.Match[str]) -> bool:
    """Whether what was found in a clause is a known place, and where something was."""
    if places.zone_of(match["place"]) is None or _EVENT.search(match["place"]):
        return False
    return not _is_sent_to(clause, match)


def _is_sent_to(clause: str, match: re.Match[str]) -> bool:
    begin = match.start("place")
    return _SENT.search(clause, max(0, begin - 100), begin) is not None


def known_place(clause: str) -> str | None:
    """The first place that a main clause of prose names and that is known as one (of a country and a town in it, the
    town); or the country a guest came to."""
    known = [match for match in _IN_PLACE.finditer(clause) if _is_place(clause, match)]
    for match in known:
        if not any(is_in(town["place"], match["place"]) for town in known):
            hall = _HALL.search(clause, max(0, match.start() - _LONGEST_HALL), match.start())
            begin = (
                hall.start("hall") if hall is not None and not _NO_HALL.search(hall["hall"]) else match.start("place")
            )
            behind = town_behind(clause, match) or region_behind(clause, match.end("place"))
            return plain(clause[begin : match.end("place")] + behind)
    welcomed = _WELCOMED_TO.search(clause)
    if welcomed is None or not in_known_country(welcomed["place"]) or _is_sent_to(clause, welcomed):
        return None
    return plain(welcomed["place"])
