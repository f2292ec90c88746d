"""When the sessions of an event began, from the opening paragraph.

The forms are those of the Japanese ministries: a clock with a zone in words or brackets, often with the Japan time
beside it. Where both are printed, their difference is the local offset from UTC, and no place has to be looked up.
Where no zone is printed, the ministries mean Japan time, unless the leader was abroad; then it is the place's, which is
said in a finding: of their pages that tell whose time a clock abroad is, nearly all print the local one first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from connectors.dates import MONTH, MONTHS
from pipelines.normalise.findings import Doubt
from pipelines.normalise.two_clocks import JAPAN, from_both
from schemas.authorities import affiliations, places

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_WORDS = "|".join(_HOURS)
# "3:30 p.m.", "15:30", "noon", "from 10:00 this evening", "nine o'clock in the morning".
_CLOCK = re.compile(
    # A digit, or how a word for an hour begins.
    rf"""\b(?=[\dotfsenm])(?:
        (?P<spoken>\d{{1,2}}:(?P<spoken_minute>\d{{2}})(?:\s?o['’]clock)?|(?:\d{{1,2}}|{_HOUR_WORDS})\s?o['’]clock)
          \s(?:(?:this|in\s+the|on\s+the)\s+(?P<part>morning|afternoon|evening)|(?P<night>tonight|at\s+night))\b
      | (?P<hour>\d{{1,2}})(?:[:.]?(?P<minute>\d{{2}}))?\s?(?P<half>[ap])\.?\s?m\b\.?
      | (?P<hour24>\d{{1,2}}):(?P<minute24>\d{{2}})(?!\d|\s?[ap]\.?\s?m\b)(?:\s?noon\b)?
      | (?:12\s)?(?P<word>noon|midnight)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:commenc\w+|start\w*|began|begin\w*|opened|opening|between|from|held|"
    r"at)\s+(?:(?:at|from|around|about|approximately|past|just|after|shortly"
    r"|before)\s+)*$|\bminutes\s+(?:around|about)\s+$|^On\s+$|\blocal\stime\s\((?:\w+\s\d{1,2},\s)?$|(?:,\s|^)(?:a\s+little|shortly|just)\s+(?:past|after|before)\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\b(?:until|till|to|through|and)|"
    r"[-–—~])\s*(?:(?:around|about|approximately|just|shortly|after|before)\s+){0,2}$",
    re.IGNORECASE,
)
_BARE_ZONE = re.compile(
    r"\s*,?\s*(?P<zone>(?:the\s+)?local time|(?:[ECMP][SD]?T|BST|CES?T|GMT|UTC|KST|AE[SD]T|NZ[SD]T)(?![\w])|"
    r"JST|Japan (?:Standard )?Time|Japanese time)\b",
    re.IGNORECASE,
)
# "6:40 p.m., Moscow time".
_CITY_TIME = re.compile(r"\s*,?\s*(?P<place>(?!Japan)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:local\s)?[Tt]ime\b")
_ABROAD = re.compile(r"[ECMP][SD]?T|BST|CES?T", re.IGNORECASE)
# "(0:22 a.m. on September 25 (Thursday) JST)".
# And the day before it: "12:00 noon on October 30 (Japan Standard Time)".
_BRACKET = re.compile(
    rf"(?:\son\s{MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?(?=\s\())?"
    r"\s*,?\s*[(（\[](?P<inside>(?:[^()（）\[\]]|[(（][^()（）\[\]]{1,20}[)）]){1,160})[)）\]]"
)
_JAPAN_TIME = re.compile(r"\bJST\b|\bJapan(?:ese)?\s+(?:standard\s+)?time\b|\btime in Japan\b", re.IGNORECASE)
_FAR = re.compile(
    r"\b(?:Eastern|Central|Mountain|Pacific)\s(?:(?:Standard|Daylight)\s)?Time\b|\b[ECMP][SD]T\b|\blocal time\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\blocal time\b", re.IGNORECASE)
# "6:15 p.m. (local time, 9:45 p.m. on October 10)": of the clock before; the one behind it can only be Japan's.
_LOCAL_FIRST = re.compile(r"\s*(?:the\s)?local time\s?[,;:]", re.IGNORECASE)
_NAMED_ZONE = re.compile(
    r"^\s*(?P<place>[^\W\d_][\w .,'’-]{1,60}?)\s+(?:(?:local|standard|summer) )?time\s*$", re.IGNORECASE
)
_UTC_ZONE = re.compile(r"^\s*(?:GMT|UTC)\s*(?:(?P<sign>[+-−])\s?(?P<hours>\d{1,2}))?\s*$", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})")
_NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_COUNT = r"\d{1,3}(?:\.5)?|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_DURATION = re.compile(
    rf"""\b(?:for|lasted|lasting|of|took)\s+(?:for\s+)?
        (?:(?:approximately|approx\.|about|around|roughly|some|nearly|almost|over|just|under|more|than|a|total|of)\s+){{0,4}}
        (?: (?P<half_hour>half\s+an\s+hour|a\s+half\s+hour)
          | (?P<hour_half>{_COUNT})\s+and\s+a\s+half\s+hours?
          | (?P<hours>{_COUNT})[\s-]?hours?
            (?:\s+(?:and\s+)?(?:(?P<and_half>a\s+half)|(?P<and_minutes>{_COUNT})\s+minutes?))?
          | (?P<minutes>{_COUNT})[\s-]?min(?:ute)?s?
        )\b""",
    re.VERBOSE | re.IGNORECASE,
)


# "for about 30 minutes from 5:30 p.m.": the length right before the clock.
_DURATION_BEFORE = re.compile(
    rf"{_DURATION.pattern},?\s+(?:from|beginning|starting|"
    r"commencing)\s+(?:(?:at|from|around|about|approximately|past|just|after|shortly)\s+)*$",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Clock:
    """One printed starting time: where it stands in the text, and what was made of it (aware datetimes)."""

    begin: int
    end: int
    start: datetime | None
    start_jst: datetime | None
    minutes: int | None
    at: time
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Printed:
    begin: int
    end: int
    at: time
    doubt: Doubt | None


@dataclass(frozen=True)
class _Of:
    """The event that clocks are of: see `clocks`."""

    day: date | None
    place: str | None
    abroad: bool
    local_day: bool
    home: ZoneInfo


def clocks(
    text: str, day: date | None, place: str | None, *, abroad: bool, local_day: bool, home: ZoneInfo
) -> list[Clock]:
    """The starting times printed in an opening paragraph, in order.

    `day` is the date of the event where it took place; without it no time can be made. `place` is where it took
    place, as printed; `abroad` whether the leader was away; `local_day` whether the date itself was printed with
    "(local time)"; `home` is the zone of a clock that nothing is said of where the leader was not away.
    """
    of = _Of(day, place, abroad, local_day, home)
    found: list[Clock] = []
    position = 0
    while (printed := _next_clock(text, position)) is not None:
        before = text[max(0, printed.begin - 60) : printed.begin]
        if found and _ENDS.search(before) and printed.begin - found[-1].end < 40:
            found[-1] = _with_end(found[-1], printed)
            position = printed.end
            continue
        if not _STARTS.search(before) or (found and _WELCOME_BEFORE.search(before)):
            position = printed.end
            continue
        zone = found[-1].start.tzinfo if found and found[-1].start is not None else None
        until = _until(text, printed)
        clock, position = _read(text, printed, until.end if until else None, of, zone)
        found.append(_with_end(clock, until) if until else clock)
    return [
        _with_duration(text, clock, found[i + 1].begin if i + 1 < len(found) else None) for i, clock in enumerate(found)
    ]


# "held a meeting from 16:40 ... after a welcome reception from 4:30 p.m.": what went before is no session of the talks.
_WELCOME_BEFORE = re.compile(r"\bafter\s(?:an?|the)\s(?:official\s)?welcom\w+\s[^,.;]{3,40}?\sfrom\s$")


def _until(text: str, printed: _Printed) -> _Printed | None:
    """The clock right behind one, which ends it: "from 3:30 p.m. to 3:55 p.m. (local time)"."""
    following = _next_clock(text[printed.end : printed.end + 40], 0)
    if following is None or not _ENDS.fullmatch(text[printed.end : printed.end + following.begin].strip() + " "):
        return None
    return replace(following, begin=printed.end + following.begin, end=printed.end + following.end)


_LONG = re.compile(
    r"\b(?P<minutes>\d{1,3})[\s-]minute\s+(?:(?:summit|(?:tele)?phone)\s+)?(?:meeting|talk|call|conversation|discussion|summit)"
    r"|\b(?P<hours>one|two|three|\d)-hour\s+(?:summit\s+)?(?:meeting|talks?)\b"
    r"|\blasted\s+(?:for\s+)?(?:(?:about|approximately|around|some|nearly)\s+)?(?P<lasted>\d{1,3})\s+minutes(?!\s+longer)"
)


def duration(text: str) -> int | None:
    """The first length of time printed in a text, in minutes, or None."""
    match = _DURATION.search(text)
    if match is None:
        return None
    if match["half_hour"]:
        return 30
    if match["hour_half"]:
        return round(_number(match["hour_half"]) * 60) + 30
    if match["hours"]:
        extra = 30 if match["and_half"] else round(_number(match["and_minutes"])) if match["and_minutes"] else 0
        return round(_number(match["hours"]) * 60) + extra
    return round(_number(match["minutes"]))


def length_of_meeting(text: str) -> int | None:
    """The minutes of "a 20-minute meeting" or one that "lasted for some 30 minutes", wherever it is said, or None."""
    match = _LONG.search(text)
    if match is None:
        return None
    return round(_number(match["hours"]) * 60) if match["hours"] else int(match["minutes"] or match["lasted"])


def _number(word: str) -> float:
    return float(_NUMBER_WORDS.get(word.lower(), 0)) or float(word)


def _next_clock(text: str, position: int) -> _Printed | None:
    match = _CLOCK.search(text, position)
    while match is not None:
        at, doubt = _time_of(match)
        if at is not None:
            return _Printed(match.start(), match.end(), at, doubt)
        match = _CLOCK.search(text, match.end())
    return None


# "from 4:10 to 4:30 p.m.", "from 5:37 to 6:11 this afternoon": the half of the day stands behind the end alone.
_HALF_BEHIND = re.compile(
    r"\s?(?:to|until|till|[-–—~])\s?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b|\sthis\s(?P<part>morning|afternoon|evening)\b)",
    re.IGNORECASE,
)


def _of_same_half(hour: int, minute: int, until: re.Match[str]) -> time:
    """The start of the half of the day of its end, or of the half before ("from 11:30 to 12:15 p.m.")."""
    begins = (hour % 12) * 60 + minute
    afternoon = until["half"].lower() == "p" if until["half"] else until["part"].lower() != "morning"
    if begins > (int(until["hour"]) % 12) * 60 + int(until["minute"] or 0):
        afternoon = not afternoon
    return time(hour % 12 + (12 if afternoon else 0), minute)


def _time_of(match: re.Match[str]) -> tuple[time | None, Doubt | None]:
    if word := match["word"]:
        return time(12) if word.lower() == "noon" else time(0), None
    if match["spoken"]:
        first = re.split(r"[:\s]|o['’]", match["spoken"].lower())[0]
        hour = int(first) if first.isdigit() else _HOURS.index(first) + 1
        minute = int(match["spoken_minute"] or 0)
        if hour > 12 or minute > 59:
            return (time(hour, minute), None) if hour < 24 and minute < 60 else (None, None)
        return time(hour % 12 + (0 if match["part"] == "morning" else 12), minute), None
    if match["hour24"]:
        hour, minute = int(match["hour24"]), int(match["minute24"])
        if hour <= 12 and minute < 60 and (until := _HALF_BEHIND.match(match.string, match.end())) is not None:
            return _of_same_half(hour, minute, until), None
        return (time(hour, minute), None) if hour < 24 and minute < 60 else (None, None)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        return None, None
    afternoon = match["half"].lower() == "p"
    # "0:40 p.m." is how Japan counts the hour after noon ("午後0時40分").
    if hour > 12:
        doubt = Doubt(
            "time_impossible",
            f"{match[0]!r} mixes the 24-hour and the 12-hour clock; read as {hour}:{minute:02}",
        )
        return time(hour, minute), doubt
    return time(hour % 12 + (12 if afternoon else 0), minute), None


@dataclass(frozen=True)
class _Whose:
    """What stands behind a clock of whose time it is, and where that ends."""

    end: int
    words: str = ""
    """"JST" or "local time", or nothing."""
    named: str | None = None
    """A zone by name or offset ("Paris time", "GMT+2")."""
    printed: ZoneInfo | None = None
    """The zone of "EST" and the like, which the place's own has to agree with."""
    japan: tuple[time, date | None] | None = None
    """Japan's clock beside it, and its day where that is printed."""
    there: tuple[time, date | None] | None = None
    """The place's clock beside it, where the one printed first is Japan's."""


def _whose(text: str, end: int, day: date | None) -> _Whose:
    """Whose time a clock is that ends there (or the one that ends it), of an event on a day."""
    words, named, printed = "", None, None
    if bare := _BARE_ZONE.match(text, end):
        # "11:05 a.m. EST" is said of summer too; the place tells what it means.
        zone, end = bare["zone"], bare.end()
        printed = _printed_zone(zone)
        if _UTC_ZONE.match(zone) or zone.upper() in _OF_COUNTRIES:
            named = zone
        else:
            words = "local time" if _ABROAD.fullmatch(zone) else zone
        if (on_day := _ON_DAY.match(text, end)) is not None:
            end = on_day.end()
    if not words and named is None and (city := _CITY_TIME.match(text, end)) is not None:
        named, end = f"{city['place']} time", city.end()
    told = _Whose(end, words, named, printed)
    bracket = _BRACKET.match(text, end)
    return told if bracket is None else _in_bracket(bracket, told, day)


def _in_bracket(bracket: re.Match[str], told: _Whose, day: date | None) -> _Whose:
    """What is told of whose time a clock is, with what the bracket behind it tells, if that is of it."""
    inside = bracket["inside"]
    other = _next_clock(inside, 0)
    beside = (other.at, _day_in(inside, day)) if other is not None else None
    far, local = _FAR.search(inside) is not None, _LOCAL.search(inside) is not None
    says_japan = bool(_JAPAN_TIME.search(inside)) or (other is not None and bool(_LOCAL_FIRST.match(inside)))
    named = _NAMED_ZONE.match(inside) or _UTC_ZONE.match(inside)
    abbreviated = _printed_zone(inside) or inside.strip().upper() in _OF_COUNTRIES
    if not (says_japan or local or far or named or abbreviated):
        return told
    words = told.words or ("local time" if local else "JST" if says_japan and beside is None else "")
    if says_japan:
        return replace(told, end=bracket.end(), words=words, japan=beside)
    return replace(
        told,
        end=bracket.end(),
        words=words,
        named=inside,
        printed=told.printed or _printed_zone(inside),
        there=beside if far and not told.words else None,
    )


def _read(text: str, printed: _Printed, until: int | None, of: _Of, zone_before: tzinfo | None) -> tuple[Clock, int]:
    """What a clock tells, and where what is said of it ends. `until` is where the clock ends that ends it, and
    `zone_before` the zone of the clock before it."""
    # A zone stands behind the clock that it is said of, or behind the one that ends it.
    whose = _whose(text, until or printed.end, of.day)
    doubts = (printed.doubt,) if printed.doubt else ()
    if of.day is None:
        return Clock(printed.begin, whose.end, None, None, None, printed.at, doubts), whose.end
    start, start_jst, doubt = _start(text[printed.begin : whose.end], printed.at, whose, of.day, of, zone_before)
    doubts = (*doubts, doubt) if doubt else doubts
    return Clock(printed.begin, whose.end, start, start_jst, None, printed.at, doubts), whose.end


def _start(
    words: str, at: time, whose: _Whose, day: date, of: _Of, zone_before: tzinfo | None
) -> tuple[datetime | None, datetime | None, Doubt | None]:
    """The start in local and in Japan time, and the doubt, if there is one; `words` are the clock's, as printed."""
    wall = datetime.combine(day, at)
    here = places.zone_of(of.place) or whose.printed
    if whose.there is not None:
        # The clock printed first is Japan's, the one in brackets that of the place, perhaps of another day.
        return from_both(datetime.combine(whose.there[1] or day, whose.there[0]), (at, day), here)
    if whose.japan is not None:
        return from_both(wall, whose.japan, here)
    if whose.printed is not None and _offset(wall, here) != _offset(wall, whose.printed):
        # "12:00 p.m. (PST)" in Honolulu: which of the two is wrong is not known, and nothing beside it tells.
        return None, None, Doubt("time_disagreement", f"{words!r}: that zone is not the one of {of.place}")
    if whose.words and not _LOCAL.search(whose.words):
        start_jst = wall.replace(tzinfo=JAPAN)
        return start_jst if not of.abroad else start_jst.astimezone(here) if here else None, start_jst, None
    doubt: Doubt | None = None
    zone: tzinfo | None
    if whose.named is not None and not _LOCAL.search(whose.named):
        zone = _zone_named(whose.named) or _printed_zone(whose.named)
    elif _LOCAL.search(whose.words) or of.local_day:
        zone = here
    elif of.abroad or zone_before not in (None, of.home):
        # "at 0:10 p.m. (7:10 p.m. Japan time) ..., followed by a lunch that commenced at 1:00 p.m.": the zone of the
        # clock before goes on.
        zone = zone_before or here
        if zone is not None and zone_before is None:
            doubt = Doubt("time_zone_by_place", f"{words!r}: nothing tells whose time; taken as that of {of.place}")
    else:
        zone = of.home
        if of.home.key != JAPAN.key:
            # Japan's ministries say that a clock is Japan's unless they say otherwise; other publishers do not.
            by_seat = f"{words!r}: nothing tells whose time; taken as that of the publisher's seat ({of.home.key})"
            doubt = Doubt("time_zone_by_place", by_seat)
    if zone is None:
        where = f" at {of.place}" if of.place else ""
        return None, None, Doubt("time_zone_unknown", f"{words!r}: the zone{where} is not known")
    start = wall.replace(tzinfo=zone)
    return start, start.astimezone(JAPAN), doubt


def _offset(wall: datetime, zone: ZoneInfo | None) -> timedelta | None:
    return wall.replace(tzinfo=zone).utcoffset() if zone is not None else None


# "9:10 AM EST on September 23rd (10:10 PM on 23rd JST)".
_ON_DAY = re.compile(rf"\son\s(?:{MONTH}\s)?\d{{1,2}}(?:st|nd|rd|th)?(?=\s[(（])")
_AMERICAN = {
    "E": ZoneInfo("America/New_York"),
    "C": ZoneInfo("America/Chicago"),
    "M": ZoneInfo("America/Denver"),
    "P": ZoneInfo("America/Los_Angeles"),
}
_EUROPEAN = {"BST": ZoneInfo("Europe/London"), "CET": ZoneInfo("Europe/Brussels"), "CEST": ZoneInfo("Europe/Brussels")}
_OF_COUNTRIES = {
    "KST": ZoneInfo("Asia/Seoul"),
    "AEST": ZoneInfo("Australia/Sydney"),
    "AEDT": ZoneInfo("Australia/Sydney"),
    "NZST": ZoneInfo("Pacific/Auckland"),
    "NZDT": ZoneInfo("Pacific/Auckland"),
}


def _printed_zone(words: str) -> ZoneInfo | None:
    """The zone of "EST", "PDT", "ET", "Eastern Standard Time", "BST" or "CET", printed in summer as in winter.

    None of other words: "CST" is China's too.
    """
    word = words.strip().upper()
    american = re.fullmatch(r"[EP][SD]?T|(?:EASTERN|CENTRAL|MOUNTAIN|PACIFIC)(?:\s(?:STANDARD|DAYLIGHT))?\sTIME", word)
    return _AMERICAN[word[0]] if american else _EUROPEAN.get(word)


def _zone_named(words: str) -> tzinfo | None:
    """The zone of "GMT+2", "KST", "Paris time" or "Korean time"."""
    if utc := _UTC_ZONE.match(words):
        hours = int(utc["hours"] or 0) * (1 if utc["sign"] == "+" else -1)
        return timezone(timedelta(hours=hours)) if abs(hours) <= 14 else None
    if (zone := _OF_COUNTRIES.get(words.strip().upper())) is not None:
        return zone
    if (named := _NAMED_ZONE.match(words)) is None:
        return None
    country = affiliations.before_office(named["place"])
    return places.zone_of(named["place"]) or places.zone_of(country.name if country is not None else None)


def _day_in(inside: str, near: date | None) -> date | None:
    """A month and day printed beside a Japan time, in the year that brings it nearest to the event."""
    match = _MONTH_DAY.search(inside)
    if match is None or near is None:
        return None
    month = MONTHS.index(match["month"] or match["month2"]) + 1
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, month, int(match["day"] or match["day2"])))
        except ValueError:
            continue
    return min(days, key=lambda d: abs(d - near), default=None)


def _with_end(clock: Clock, printed: _Printed) -> Clock:
    minutes = (printed.at.hour - clock.at.hour) * 60 + printed.at.minute - clock.at.minute
    return replace(clock, end=max(clock.end, printed.end), minutes=minutes % 1440 or None)


def _with_duration(text: str, clock: Clock, until: int | None) -> Clock:
    if clock.minutes is not None:
        return clock
    if (before := _DURATION_BEFORE.search(text, max(0, clock.begin - 80), clock.begin)) is not None:
        return replace(clock, minutes=duration(before[0]))
    stop = clock.end + 70 if until is None else min(clock.end + 70, until)
    return replace(clock, minutes=duration(text[clock.end : stop]))
