"""When the sessions of an event began, in which zone, and how long they took, as a Japanese opening tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from pipelines.normalise import findings, two_clocks
from pipelines.normalise.japanese import kinds as session_kinds
from pipelines.normalise.japanese.setting import HOME_CITIES
from schemas.authorities import places
from schemas.record import Finding, Session

_CLOCK = re.compile(
    # Not the end of "18時5分~18時50分".
    r"(?:(?P<half>午前|午後)\s*)?(?<![\d~〜～])(?<!\d:)(?P<hour>\d{1,2})(?::(?P<colon>\d\d)(?=から|より|頃|[-~〜])|"
    r"時{1,2}(?!時|間|(?:\d{1,2}分|半)?(?:頃|ごろ|過ぎ)?まで)(?:(?P<minute>\d{1,2})(?:分|(?=から約))|(?P<thirty>半))?)(?:頃|ごろ|過ぎ)?"
    # Slips: "午後5時30分から(日本時間10日午前1時30分)から", and above "13時45から約".
    # And "11時05分から約30分間(現地時間。日本時間17時05分)", "18時から18時半(本邦7日7時から7時半)まで",
    # "午前9時頃(現地時間)(日本時間午前10時頃)".
    r"(?:\s*(?:から(?:約\d{1,3}分間?|\d{1,2}時(?:\d{1,2}分|半)?(?:まで)?)?|[-~〜]\d{1,2}:\d\d)?(?:[((]現地時間[))](?=[((]日本))?[((](?P<inside>[^()]{2,60})[))])?"
)
_CLOCK_BESIDE = (
    r"[、,:]?\s*(?:(?P<day>同日|翌日|前日|同?\d{1,2}日|\d{1,2}月\d{1,2}日)[、,]?\s*)?(?P<half>午前|午後)?\s*(?P<hour>\d{1,2})"
    r"(?:時(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?|:(?P<colon>\d\d))"
)
_JAPAN_CLOCK = re.compile(f"(?:日本時間|本邦)(?:では)?{_CLOCK_BESIDE}")
_TIME_OF = re.compile(r"(?P<place>(?!日本|現地)[ァ-ヶー・一-龥]{2,12})時間")
_LOCAL_CLOCK = re.compile(f"現地時間{_CLOCK_BESIDE}")
# "午前0時40分(9月27日午前11時40分、現地時間)".
_CLOCK_THERE = re.compile(rf"{_CLOCK_BESIDE}(?:頃)?[、;]\s*現地時間")
# "現地時間10日午後12時20分": whose clock it is, is looked for so many letters before it.
_REACH = 12
_DAYS_ON = {"前日": -1, "同日": 0, "翌日": 1}
_AT_HOME = re.compile(
    rf"官邸|公邸|総理の私邸|迎賓館|赤坂離宮|飯倉公館|我が国|県|都内|国会議事堂|[衆参]議院|(?:羽田|成田|関西国際|中部国際)空港|自民党|"
    rf"防衛省|在日米軍|帝国ホテル|ニューオータニ|{HOME_CITIES}"
)
_LENGTH = re.compile(
    r"(?P<hours>\d{1,2})時間(?P<half>半)?(?:(?P<rest>\d{1,2})分)?|(?P<minutes>\d{1,3})分(?:間|程度|余|[強弱])|(?<!\d)(?<!時)(?P<half_hour>半時間)|(?<=合)(?P<of_format>\d{1,3})分$|約\s*(?P<about>\d{1,3})分"
)
# "(現地時間。日本時間26日(水曜日)午前6時52分)": brackets within the brackets of a clock.
_WEEKDAY = re.compile(r"\([月火水木金土日](?:曜日)?\)")
# "概要は以下のとおりです(少人数会合:18時00分から約80分間、拡大会合:19時30分から約50分間)。"
_LISTED = re.compile(r"概要は?(?:以下|次)の(?:とおり|通り)(?:です)?。?\((?P<sessions>[^()]{10,300})\)")


@dataclass(frozen=True)
class _Meeting:
    """One of the meetings that an opening tells: its clock, if one is told, the text that tells it, and its kinds."""

    clock: re.Match[str] | None
    text: str
    kinds: list[str]


def sessions_of(
    text: str, headings: Sequence[str], kinds: list[str], day: date | None, place: str | None
) -> tuple[list[Session], list[Finding]]:
    """The sessions that an opening tells, and doubts about their starts.

    One, or one for each clock behind which a meeting of its own is told ("...昼食会、午後3時から..."). `kinds` are
    those that the opening names, `day` is the event's and `place` where it was, None for Japan: a clock without a zone
    is Japan's there, and abroad that of the place, if it is known. Of meetings of "それぞれ", `headings` may tell the
    clocks.
    """
    text = _in_figures(text)
    sessions: list[Session] = []
    found: list[Finding] = []
    before: time | None = None
    zone: tzinfo | None = None
    for number, meeting in enumerate(_meetings(text, headings, kinds)):
        clock = meeting.clock
        at = _at(meeting, before)
        before = at or before
        start, start_jst, doubt = _start(clock, at, day, place) if clock and at and day else (None, None, None)
        if start is None and at and day and zone is not None:
            # "現地時間…午前11時から…、その後午後1時35分から…": the zone of the clock before goes on.
            start, doubt = datetime.combine(day, at, zone), None
            start_jst = start.astimezone(two_clocks.JAPAN)
        zone = start.tzinfo if start is not None else zone if clock is None else None
        sessions.append(
            Session(
                kinds=meeting.kinds or ["other"],
                start=start.isoformat(timespec="seconds") if start else None,
                start_jst=start_jst.isoformat(timespec="seconds") if start_jst else None,
                duration_minutes=_minutes(meeting),
            )
        )
        found += findings.of_doubts((doubt,), f"/event/sessions/{number}") if doubt else []
    return sessions, found


# "夕方6時", "夜8時", "深夜11時30分".
_EVENING = re.compile(r"(?:夕方|夕刻|夜|深夜)の?(?=(?:[4-9]|1[01])(?:時|:))")


def _in_figures(text: str) -> str:
    """A text with its clocks in figures of a half of the day: noon, midnight, and the hours of the evening."""
    return _EVENING.sub("午後", text.replace("正午", "午後0時").replace("零時", "0時"))


_CEREMONY = re.compile("時[^、。]{0,20}から[^、。]{0,20}歓迎(?:式典|行事)に臨み、")
_LUNCH = re.compile("ランチ|昼食")
_NO_LUNCH_BEFORE = time(5)


def _at(meeting: _Meeting, before: time | None) -> time | None:
    """What the clock of a meeting tells, after that of one `before` it; of a lunch at "1時20分", in the afternoon."""
    at = _after(before, meeting.clock) if meeting.clock is not None else None
    if at is None or meeting.clock is None or meeting.clock["half"] or _LUNCH.search(meeting.text) is None:
        return at
    return at.replace(hour=at.hour + 12) if at < _NO_LUNCH_BEFORE else at


def _minutes(meeting: _Meeting) -> int | None:
    """How long a meeting took: the length that is told, or up to the hour that it is told to have lasted to."""
    length = _LENGTH.search(meeting.text)
    if length is None:
        return _up_to(meeting.clock, meeting.text) if meeting.clock is not None else None
    minutes = int(length["hours"] or 0) * 60 + (30 if length["half"] or length["half_hour"] else 0)
    return minutes + int(length["rest"] or length["minutes"] or length["of_format"] or length["about"] or 0) or None


def _meetings(text: str, headings: Sequence[str], kinds: list[str]) -> list[_Meeting]:
    """The meetings that an opening tells, one or more; `kinds` and `headings` as in `sessions_of`."""
    told = _WEEKDAY.sub("", text.partition("概要")[0] + _told_after(text))
    clocks = list(_CLOCK.finditer(told))
    listed = None if clocks else _LISTED.search(text)
    if listed is not None and _CLOCK.search(listed["sessions"]) is None:
        # "概要は以下のとおり(当方:…、先方:…同席)。"
        listed = None
    if listed is not None:
        told = listed["sessions"]
        clocks = list(_CLOCK.finditer(told))
    found = [
        _Meeting(clock, heading, kinds)
        for heading in (headings if "それぞれ" in told else ())
        if (clock := _CLOCK.search(heading)) is not None
    ]
    if not found:
        found = _at_clocks(told, clocks)
        if len(found) < 2:
            # "16時30分から…歓迎式典に臨み、その後、16時40分から…首脳会談を行った": the clock of the talks.
            clocks = [each.clock for each in found if each.clock is not None and _CEREMONY.search(told)] or clocks
            found = []
        elif listed is not None:
            # The first of the parts begins what they are parts of.
            of_parts = {kind for meeting in found for kind in meeting.kinds}
            whole = [kind for kind in kinds if kind not in of_parts]
            found[0] = replace(found[0], kinds=[*whole, *found[0].kinds])
    found = found or _with_formats(_Meeting(clocks[0] if clocks else None, told, kinds))
    return [each for meeting in found for each in _then(meeting)]


# "約100分間(うち少人数会合約25分、全体会合約75分)", "(うち約25分間は少人数会合)", "(少人数会合40分、拡大会合40分)".
_FORMATS = re.compile(r"\([^()]{0,30}(?:少人数|全体会|拡大会|一対一|テタテ|ワーキング|昼食会)[^()]{0,80}\)")
_NEXT_FORMAT = re.compile(r"[、,;]|及び|と")


def _with_formats(meeting: _Meeting) -> list[_Meeting]:
    """A meeting, and the formats that a bracket lists, each with its length; alone where one has none, or a clock is
    told there."""
    listed = _FORMATS.search(meeting.text)
    if listed is None or _CLOCK.search(listed[0]) is not None:
        return [meeting]
    formats = [_Meeting(None, part, session_kinds.named(part)) for part in _NEXT_FORMAT.split(listed[0][1:-1])]
    if not all(len(part.kinds) == 1 and _LENGTH.search(part.text) for part in formats):
        return [meeting]
    own = [kind for kind in meeting.kinds if all(kind not in part.kinds for part in formats)]
    whole = meeting.text[: listed.start()] + meeting.text[listed.end() :]
    return [replace(meeting, text=whole, kinds=own), *formats]


def _at_clocks(told: str, clocks: list[re.Match[str]]) -> list[_Meeting]:
    """The meetings that are told behind the clocks of a text, or right before them."""
    # "夕食会を19:15から約1時間開催した": what a clock is of may stand before it.
    begins = [session_kinds.OF_CLOCK.search(told, 0, clock.start()) or clock for clock in clocks]
    ends = [*(begin.start() for begin in begins), len(told)][1:]
    parts = [told[begin.start() : end] for begin, end in zip(begins, ends, strict=True)]
    return [
        _Meeting(clock, part, own)
        for clock, part, then in zip(clocks, parts, [*parts[1:], ""], strict=False)
        # "午後6時20分から約45分間、及び同7時15分から80分間、…首脳会談を行った": both are of what is told at the end.
        if (own := session_kinds.named(part) or (session_kinds.named(then) if _AND_AT.search(part) else []))
    ]


_AND_AT = re.compile(r"[間らで)]、?及び同?$")
# "概要は以下のとおりです。なお、首脳会談に続き、午後0時20分から約60分間、昼食会が行われました。"
# And "会談は、午後7時から約45分間行われ、引き続いて…", "また、19時20分頃から約1時間、…夕食会を行いました。".
# And "両首脳は午後6時50分より、首相官邸内において共同記者発表を行い".
_HELD_AFTER = re.compile(
    r"(?:(?:首脳)?会談は、|また、|両首脳は、?(?=午[前後]))[^。]*|"
    r"[^。]*(?:に続き|に引き続き|終了後|の?後|その後)、[^。]*"
)


def _told_after(text: str) -> str:
    """The sentences behind the one that announces the overview that tell when another session began."""
    return "".join(
        f"。{told[0]}"
        for told in _HELD_AFTER.finditer(text.partition("概要")[2].partition("。")[2])
        if _CLOCK.search(told[0]) and session_kinds.is_held(told[0])
    )


# "…首脳会談を行い、その後…昼食会を約1時間行った": what followed has a length of its own, and no clock.
_THEN = re.compile(r"(?:い|し|、)、?(?:その後|引き続[きい]て?|続いて|続けて)、?")


def _then(meeting: _Meeting) -> list[_Meeting]:
    """A meeting as it is told, and what followed it, where that is told with how long it took."""
    between = _THEN.search(meeting.text)
    if meeting.clock is None or between is None:
        return [meeting]
    before, after = meeting.text[: between.start()], meeting.text[between.end() :]
    then = session_kinds.named(after)
    if not then or _LENGTH.search(after) is None or _LENGTH.search(before) is None:
        return [meeting]
    own = [kind for kind in meeting.kinds if kind not in then]
    return [_Meeting(meeting.clock, before, own), _Meeting(None, after, then)]


# "午後6時30分から8時15分まで", "12:06から14:57にかけて", "12:06-13:47は少人数会合", "午前9時40分~11時に行われた".
_UNTIL = re.compile(
    r"(?:から|より|[-~〜～])(?:同日)?\s*(?P<half>午前|午後)?\s*(?P<hour>\d{1,2})(?:時(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?|:(?P<colon>\d\d))"
    r"(?:頃|ごろ|過ぎ)?(?:(?:\([^()]{1,20}\))?まで|にかけて|(?=[、)(\s]|及び|は|に行われ|$))"
)
# "午後2時20分過ぎから30分頃まで", "17時5分より55分頃まで": of the same hour.
_UNTIL_MINUTE = re.compile(r"(?:から|より)(?P<minute>\d{1,2})分(?:頃|ごろ|過ぎ)?まで")
_HALF_DAY = 12 * 60


def _up_to(clock: re.Match[str], part: str) -> int | None:
    """The minutes from a clock to the hour that its meeting is told to have lasted to, of the same half of the day or
    the next; None where none is told."""
    until, begun = _UNTIL.search(part), _time(clock)
    if begun is not None and (within := _UNTIL_MINUTE.search(part)) is not None:
        return max(int(within["minute"]) - begun.minute, 0) or None
    ended = _time(until) if until is not None else None
    if until is None or begun is None or ended is None:
        return None
    minutes = (ended.hour - begun.hour) * 60 + ended.minute - begun.minute
    if minutes <= 0 and until["half"] is None:
        minutes += _HALF_DAY
    elif minutes <= -_HALF_DAY and until["half"] == "午前":
        # "午後11時50分から午前0時20分まで".
        minutes += 2 * _HALF_DAY
    return minutes if minutes > 0 else None


def _start(
    clock: re.Match[str], at: time, day: date, place: str | None
) -> tuple[datetime | None, datetime | None, findings.Doubt | None]:
    """The start that a clock tells, local and in Japan: as in English, a clock abroad that nothing is said of is of the
    place, with a finding, if its zone is known."""
    wall, inside = datetime.combine(day, at), clock["inside"] or ""
    before = clock.string[max(0, clock.start() - _REACH) : clock.start()]
    here = places.zone_of_ja(place)
    # "英首相官邸" is abroad, "官邸" is not.
    abroad = here != two_clocks.JAPAN if here is not None else place is not None and _AT_HOME.search(place) is None
    if before.endswith("日本時間"):
        start = wall.replace(tzinfo=two_clocks.JAPAN)
        return start.astimezone(here if abroad and here is not None else two_clocks.JAPAN), start, None
    told = _JAPAN_CLOCK.search(inside)
    if told is not None and (there := _time(told)) is not None:
        return two_clocks.from_both(wall, (there, _japan_day(told["day"], day)), here if abroad else None)
    beside = _LOCAL_CLOCK.search(inside) or _CLOCK_THERE.search(inside)
    if beside is not None and (there := _time(beside)) is not None:
        # "午後4時(現地時間午前8時)": here the date and the first clock are Japan's.
        local_day = _japan_day(beside["day"], day) or day
        return two_clocks.from_both(datetime.combine(local_day, there), (at, day), here if abroad else None)
    # "午後6時30分頃(ドイツ時間)": the place whose time it is said to be.
    named = _TIME_OF.fullmatch(inside)
    here = (places.zone_of_ja(named["place"]) if named is not None else None) or here
    local = "現地時間" in inside or "現地時間" in before or (named is not None and here is not None)
    if not abroad and not local:
        start = wall.replace(tzinfo=two_clocks.JAPAN)
        return start, start, None
    if here is not None:
        start = wall.replace(tzinfo=here)
        by_place = f"{clock[0]!r}: nothing tells whose time; taken as that of {place}"
        doubt = None if local else findings.Doubt("time_zone_by_place", by_place)
        return start, start.astimezone(two_clocks.JAPAN), doubt
    return None, None, findings.Doubt("time_zone_unknown", f"{clock[0]!r}: nothing tells the zone")


def _after(before: time | None, clock: re.Match[str]) -> time | None:
    """What a clock tells, after one of the same page: "午後6時から…、続いて7時20分から" goes on in the afternoon."""
    at = _time(clock)
    if at is None or before is None or clock["half"] or at >= before or at.hour >= 12:
        return at
    later = at.replace(hour=at.hour + 12)
    return later if later > before else at


def _time(clock: re.Match[str]) -> time | None:
    hour = int(clock["hour"]) + (12 if clock["half"] == "午後" and int(clock["hour"]) < 12 else 0)
    minute = 30 if clock["thirty"] else int(clock["minute"] or clock.groupdict().get("colon") or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _japan_day(printed: str | None, day: date) -> date | None:
    """The day that is printed beside a Japan time ("同日", "翌日", "12日"), of an event on a day there."""
    if printed is None:
        return None
    if printed in _DAYS_ON:
        return day + timedelta(days=_DAYS_ON[printed])
    number = int(re.findall(r"\d+", printed)[-1])
    return next((near for n in (-1, 0, 1) if (near := day + timedelta(days=n)).day == number), None)
