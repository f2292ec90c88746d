"""What an English page tells of an event."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from connectors.draft import Draft, DraftPoint
from connectors.reading import MONTH
from pipelines.normalise import counterparts, findings, kinds, own_leader, people, sentences, setting, speakers, times
from pipelines.normalise.dates import EventDate, event_date
from pipelines.normalise.person import Person, guests, own_side
from pipelines.normalise.times import Doubt
from pipelines.normalise.told import Told
from schemas.authorities import places
from schemas.authorities.premierships import Authority
from schemas.record import Finding, Session, speaks_for

# A slip of the page: "Mr. Shinzo Abe , Prime Minister of Japan".
_SPACE_BEFORE_COMMA = re.compile(r"(?<=\w)\s+,(?=\s)")
_REPRESENTED = re.compile(r"\b(?:was|were)\srepresented\sby\s")


def tell(draft: Draft, opening: str, holders: Authority, url: str) -> Told:
    """Work out the event, the people and the speakers of a draft; `opening` is its opening, cut to a sane length."""
    opening = _SPACE_BEFORE_COMMA.sub(",", opening)
    sentence = sentences.first_sentence(opening)
    when = (
        EventDate(draft.event_date, local=False, doubts=())
        if draft.event_date is not None
        else event_date(opening, draft.published or draft.month, url, leads=draft.leader_called is not None)
    )
    if draft.leader_called is None and (visit := _of_visit(opening, sentence, draft.points, holders)) is not None:
        # "X visited Y on January 16. The following is an overview. 1. ... X held a meeting with Z at ...".
        when = visit.day(opening, when, draft.published or draft.month, url)
        opening, sentence = visit.told, sentences.first_sentence(visit.told)
    else:
        visit = None
    filed_on = when.day or draft.published
    if draft.leader_called is None:
        where = _setting_of_statement(opening, sentence, draft.title)
        where = replace(where, visited=visit.where) if visit is not None else where
        present = _in_statement(draft, opening, sentence, holders, filed_on)
        if visit is not None:
            present = visit.with_names_in_full(present, holders)
    else:
        where = _setting_of_prose(opening, sentence, draft.title)
        present = _in_prose(draft, draft.leader_called, sentence, holders, filed_on)
    found = findings.of_doubts(when.doubts, "/event/date")
    setting_out, clock_sentence = opening, sentence
    if draft.leader_called is None and (told_below := _told_below(draft.points, opening)) is not None:
        setting_out, clock_sentence = told_below, sentences.first_sentence(told_below)
    at_assembly = where.locality is None and _at_assembly(clock_sentence)
    sessions, doubts = _sessions(
        setting_out,
        clock_sentence,
        draft.title,
        when.day,
        _HEADQUARTERS if at_assembly else where.locality,
        abroad=at_assembly or _abroad(where, present, holders),
        local_day=when.local,
        prose=draft.leader_called is not None,
    )
    found += doubts
    if where.verb_without_object:
        found.append(
            findings.finding("visit_without_place", "/opening", "the opening tells of a visit but not where to")
        )
    points = speakers.with_speakers(draft.points, event=visit.told if visit is not None else "")
    # The clock may be Japan's, with the local one of another day beside it: the event's day is that of its place.
    start = next((session["start"] for session in sessions if session["start"]), None)
    day = datetime.fromisoformat(start).date() if start is not None and when.day is not None else when.day
    return Told(day, where.place, where.occasion, sessions, present, points, found)


# It meets in New York (the headquarters agreement of 1947), and so does whoever speaks with its President at its clock.
_HEADQUARTERS = "United Nations Headquarters"
_ASSEMBLY = re.compile(r"\b(?:United\sNations|UN)\sGeneral\sAssembly\b")
_VISITS_HOME = re.compile(r"\bvisit(?:ing)?\s(?:to\s)?Japan\b")


def _at_assembly(sentence: str) -> bool:
    """Whether a sentence that tells no place tells a clock of the General Assembly's."""
    return "local time" in sentence and _ASSEMBLY.search(sentence) is not None and _VISITS_HOME.search(sentence) is None


@dataclass(frozen=True)
class _Visit:
    """A visit that an opening tells, and the text that tells whom the leader met there."""

    where: str
    """Where the visit was to, as printed."""
    present: list[Person]
    """Whom the opening names."""
    told: str
    heading: str
    """The heading that the text stands under, or nothing."""

    def with_names_in_full(self, present: list[Person], holders: Authority) -> list[Person]:
        """The people of the text, named as the opening and the heading name them: the text calls them by the office."""
        others = guests(present, holders.country)
        headed = guests(people.people(self.heading, holders), holders.country)
        own = own_side(self.present, holders.country) or own_side(present, holders.country)
        return [*own, *(headed if len(headed) == len(others) == 1 else others)]

    def day(self, opening: str, when: EventDate, published: date | None, url: str) -> EventDate:
        """The event's day: told with the meeting, or the visit's, if that was of one day."""
        told = event_date(self.told, published, url, month_of=when.day)
        if told.day is not None:
            return told
        if _DAYS.search(sentences.first_sentence(opening)):
            return EventDate(
                None, False, (Doubt("date_missing", "a visit of several days, and no day of the meeting"),)
            )
        return when


# "visited Hanoi, the Socialist Republic of Viet Nam, on Wednesday, January 16".
_VISITED = re.compile(
    r"\b(?:visited|paid\s(?:an?\s)?(?:\w+\s){0,2}visit\sto)\s(?P<place>(?:the\s)?[A-Z][^,.;()]{1,60}?)(?=,|\s(?:on|from|for|to|in)\s|[.;(])"
)
_DAYS = re.compile(rf"\b{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\s?(?:to|and|through|[-–])\s")
_TELLS_MEETING = re.compile(
    r"\b(?:held|had|paid)\s(?:an?\s)?(?:[\w-]+\s){0,3}(?:meetings?|talks|call)\s(?:with|on)\b|"
    r"\b(?:meetings?|talks)\swith\s[^.]{2,100}\bw(?:as|ere)\sheld\b"
)
_LOOKED_INTO = 6
"""How many texts behind the opening of a visit are looked into for whom the leader met."""


def _of_visit(opening: str, sentence: str, points: Sequence[DraftPoint], holders: Authority) -> _Visit | None:
    """The visit that an opening tells of, if that names nobody met, and what stands below it does."""
    visited = _VISITED.search(sentence)
    if visited is None or _TELLS_MEETING.search(sentence):
        return None
    present = people.people(sentences.without_attendants(sentence), holders)
    if guests(present, holders.country):
        return None
    below = itertools.islice(_texts_of(points), _LOOKED_INTO)
    for heading, text in (("", opening[len(sentence) :].lstrip()), *below):
        first = sentences.first_sentence(text)
        if _TELLS_MEETING.search(first) and guests(people.people(first, holders), holders.country):
            return _Visit(visited["place"], present, text[: sentences.LONGEST], heading)
    return None


def _texts_of(points: Sequence[DraftPoint], heading: str = "") -> Iterator[tuple[str, str]]:
    """The texts of the points, each with the heading above it."""
    for point in points:
        if point.text:
            yield heading, point.text
        yield from _texts_of(point.points, point.heading or "")


def _in_statement(draft: Draft, opening: str, sentence: str, holders: Authority, day: date | None) -> list[Person]:
    """Those who took part as a ministry tells it: everybody named in full, in the first sentence of the opening."""
    present = people.people(sentences.without_attendants(sentence), holders)
    if len(present) < 2 and (told := _REPRESENTED.search(opening, len(sentence) - 1)) is not None:
        # "attended the V4 plus Japan Summit Meeting. ... (the V4 was represented by X, Y and Z)".
        present = counterparts.with_title(present, people.people(opening[told.end() :], holders), holders)
    if not present:
        # "The 23rd Japan-EU Summit Meeting was held. Attending on the Japanese side were ...": of these the leaders.
        present = counterparts.leaders(people.people(opening, holders))
    present = counterparts.with_country_of_title(draft.title, present, holders)
    if day is not None:
        present = own_leader.by_given_name(present, holders, day)
        present = own_leader.by_name_alone(present, sentence, holders, day)
    return counterparts.with_counterpart_below(draft.title, _statements(draft.points), present, holders)


# "briefed leaders on his call with President Putin".
_OTHER_TALK = re.compile(
    r"\b(?:briefed|updated)\b[^.]{1,80}?\s(?:on|about)\s(?:his|her)\s(?:recent\s)?(?:calls?|meetings?|talks|conversations?)\swith\b"
)
# "PM call with PM Suga of Japan": the first is the publisher's own.
_PM_NAMED = re.compile(r"(?<=\s)PM(?=\s[A-Z])")


def _in_prose(draft: Draft, called: str, sentence: str, holders: Authority, day: date | None) -> list[Person]:
    """Those who took part as an office tells it of its own leader, whom it calls by the office (`called`) alone."""
    sentence = _OTHER_TALK.split(sentence)[0]
    present = people.people(sentences.main_clause(sentence), holders)
    if len(present) < 2:
        present = people.people(sentence, holders)
    title = _PM_NAMED.sub("Prime Minister", _sentence_of(draft.title))
    present = counterparts.with_title(present, people.people(title, holders), holders)
    present = counterparts.with_countries_of(title, present, holders)
    present = counterparts.by_office_alone(sentences.main_clause(sentence), present, holders)
    if not guests(present, holders.country):
        present = [*present, *_several_called(draft.points, holders)]
    return present if day is None else own_leader.by_office(present, called, holders, day, f"{draft.title} {sentence}")


# "the phone calls from Prime Minister X of Y, Prime Minister Z of W and King V of U".
_CALLS_OF = re.compile(r"\b(?:calls|conversations|meetings)\s(?:from|with)\s(?=[A-Z])")


def _several_called(points: tuple[DraftPoint, ...], holders: Authority) -> list[Person]:
    """The leaders whom a page of calls with several lists in one sentence below its opening, if there are several."""
    for text in _statements(points).split("\n"):
        if (calls := _CALLS_OF.search(text)) is not None:
            listed = people.people(sentences.first_sentence(text[calls.end() :]), holders)
            if len(others := guests(listed, holders.country)) > 1:
                return others
    return []


def _setting_of_statement(opening: str, sentence: str, title: str) -> setting.Setting:
    """Where and on what occasion a ministry tells that it was."""
    found = setting.told_later(opening, len(sentence), setting.setting(sentence))
    if kinds.remote(sentence, sentence, title):
        return found
    present = sentences.without_attendants(sentence)
    if found.place is None:
        place = setting.hall(present) or setting.place_at_end(present) or setting.known_place(present)
        return replace(found, place=place)
    if setting.in_known_country(found.place) and (hall := setting.hall(present)) is not None:
        # "held a meeting with President X at the Spring House during his visit to the ROK".
        return replace(found, place=hall)
    return found


def _setting_of_prose(opening: str, sentence: str, title: str) -> setting.Setting:
    """Where and on what occasion prose tells that it was: the lead, or what that leaves out, the sentence behind it."""
    found = setting.told_later(opening, len(sentence), setting.setting(sentence))
    remote = kinds.remote(sentence, sentences.main_clause(sentence), title)
    for telling in (sentence, _told_again(opening, sentence)):
        if found.place is not None or found.occasion is not None:
            break
        found = setting.setting(telling)
        if not remote:
            found = _with_known_place(found, telling)
    return found if remote else _with_known_place(found, sentence)


def _with_known_place(found: setting.Setting, sentence: str) -> setting.Setting:
    """The setting, with the known place of the main clause: "to Downing Street, as part of the visit to the UK"."""
    if found.place is not None and not setting.in_known_country(found.place):
        return found
    return replace(found, place=setting.known_place(sentences.main_clause(sentence)) or found.place)


_TELLS_AGAIN = re.compile(r"\b(?:[Pp]rime\s[Mm]inister|PM)\b[^.]{0,80}?\b(?:met|welcomed|hosted|held|spoke)\b")


def _told_again(opening: str, sentence: str) -> str:
    """The first sentence, or the one behind a lead that tells it again ("PM X met Y. The PM met Y today in Z")."""
    second = sentences.first_sentence(opening[len(sentence) :].lstrip())
    return second if _TELLS_AGAIN.search(second) else sentence


_LONGEST_STATEMENTS = 8_000


def _statements(points: Sequence[DraftPoint]) -> str:
    """What the points say, in their order, cut to a sane length."""
    parts: list[str] = []
    todo = list(reversed(points))
    while todo and sum(map(len, parts)) < _LONGEST_STATEMENTS:
        point = todo.pop()
        parts.append(point.text or "")
        todo.extend(reversed(point.points))
    return "\n".join(parts)[:_LONGEST_STATEMENTS]


# "On July 25, for approximately 75 minutes from around 4:30 p.m. (local time), X held ...", as a point of its own.
_TELLS_CLOCK = re.compile(
    rf"On\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}),\s(?:for|from|commencing|starting|"
    r"at)\b[^.]{0,40}\d.*?\b(?:held|had|paid)\b"
)
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d")


def _told_below(points: Sequence[DraftPoint], opening: str) -> str | None:
    """The first point that tells when the meeting began, where the opening of a visit tells of no clock."""
    if _CLOCK.search(opening):
        return None
    point = points[0] if points else None
    if point is not None and point.text is None and point.points:
        # A heading, and the statement below it.
        point = point.points[0]
    first = ((point.text if point is not None else None) or "")[: sentences.LONGEST]
    return first if _TELLS_CLOCK.match(first) else None


# A title with every word capital: "The President Talks by Phone with President Donald Trump About Special Envoys".
_NO_NAME = re.compile(
    r"\b(?:Talks?|Speaks|Meets|Holds|Hosts|Receives|Visits|Welcomes|Attends|Congratulates|Discuss(?:es)?|"
    r"Calls(?=\s[A-Z])|"
    r"Of|About|Over|After|Before|During|Following|Regarding|Through|Ahead|By|With)\b"
)


def _sentence_of(title: str) -> str:
    """A title with the words that are part of no name in small letters, and no name behind a possessive."""
    # "President Biden’s Call with ...": what is capitalised after a possessive is no name.
    return _NO_NAME.sub(lambda word: word[0].lower(), re.sub(r"['’]s?(?=\s[A-Z])", ",", title))


def _abroad(where: setting.Setting, present: list[Person], holders: Authority) -> bool:
    """Whether the leader was away: the visit is told of the leader (before a counterpart is named), and not of home."""
    where_to = where.locality
    if where_to is None or setting.in_country(where_to, holders.country):
        return where.verb_without_object
    if where.visit_at is None:
        zone = places.zone_of(where_to)
        return setting.in_known_country(where_to) or (zone is not None and zone.key != holders.time_zone)
    others = guests(present, holders.country)
    # "H.E. Mr. X, who is visiting Japan" was excluded above; a visit told before the counterpart is the leader's.
    if any(setting.in_country(where_to, code) for p in others if (code := speaks_for(p.participant))):
        # "held a meeting with President Putin of the Russian Federation on the occasion of his visit to Russia".
        return True
    return not others or where.visit_at < others[0].begin or present[0] is others[0]


def _sessions(
    opening: str,
    sentence: str,
    title: str,
    day: date | None,
    place: str | None,
    *,
    abroad: bool,
    local_day: bool,
    prose: bool,
) -> tuple[list[Session], list[Finding]]:
    clocks = times.clocks(opening, day, place, abroad=abroad, local_day=local_day)
    if prose:
        clause = kinds.of_prose(sentences.main_clause(sentence), title)
    else:
        clause = kinds.of_clause(sentence) or kinds.mentions(title) or kinds.mentions(sentence)
    if len(clocks) <= 1:
        clock = clocks[0] if clocks else None
        # "for about 25 minutes from 8:20 a.m.": the length may stand before the clock, or far behind it.
        # "The following is an overview of the 20-minute meeting."
        minutes = (clock.minutes if clock else None) or times.duration(sentence) or times.length_of_meeting(opening)
        session = Session(
            kinds=kinds.names([*clause, *([] if prose else kinds.told_later(opening, len(sentence)))]) or ["other"],
            start=_iso(clock.start if clock else None),
            start_jst=_iso(clock.start_jst if clock else None),
            duration_minutes=minutes,
        )
        return [session], findings.of_doubts(clock.doubts, "/event/sessions/0") if clock else []
    sessions, found = [], []
    for index, clock in enumerate(clocks):
        begin = clocks[index - 1].end if index else 0
        alone = index + 1 == len(clocks) or _leads(opening, clock.end, clocks[index + 1].begin)
        delimiter = max(opening.rfind(mark, begin, clock.begin) for mark in ("(", ";", "[", "（", "；"))
        named = kinds.mentions(opening, max(begin, delimiter + 1), clock.begin)
        if not named and delimiter > begin and opening[delimiter] == "(":
            # "... and a working lunch (from 11:40 a.m.)": what the bracket is about stands before it.
            named = kinds.mentions(opening, begin, delimiter)[-1:]
        if index == 0 and (not named or delimiter < 0):
            # "commencing at ..., X held a meeting": what this clock is for comes after it.
            stop = clocks[1].begin
            after = [m for m in clause if clock.end <= m.begin < stop]
            # "... held a meeting and a dinner from 7 p.m.": the last before a clock of the sentence is that clock's.
            own = after[:-1] if not alone and stop < len(sentence) else after
            named = named if named and named[-1].end > clock.begin - 30 else own or after or clause
        elif _leads(opening, begin, clock.begin):
            # "Commencing at 7:00 p.m., they also met over dinner": what this clock is for comes after it.
            named = kinds.mentions(opening, clock.end, clock.end + len(sentences.first_sentence(opening[clock.end :])))
        sessions.append(
            Session(
                kinds=kinds.names(named[-1:] if index and len(named) > 1 else named) or ["other"],
                start=_iso(clock.start),
                start_jst=_iso(clock.start_jst),
                duration_minutes=clock.minutes or times.duration(opening[clock.end : _next(clocks, index, opening)]),
            )
        )
        found += findings.of_doubts(clock.doubts, f"/event/sessions/{index}")
    if not prose:
        # "The summit meeting was followed by a signing ceremony": what no clock tells belongs to the first.
        told = {kind for session in sessions for kind in session["kinds"]}
        later = kinds.names(kinds.told_later(opening, len(sentence)))
        sessions[0]["kinds"] += [kind for kind in later if kind not in told and kind != "other"]
    return sessions, found


_LEADING = re.compile(
    r"[.;]\s+(?:\w[\w\s]{1,20},\s)?(?:[Cc]ommencing|[Ss]tarting|[Bb]eginning|[Aa]t|[Ff]rom)\s(?:[a-z]+\s){0,3}$"
)


def _leads(opening: str, begin: int, clock: int) -> bool:
    """Whether a clock leads a sentence of its own, after what stood from `begin` on."""
    return _LEADING.search(opening, max(begin, clock - 80), clock) is not None


def _next(clocks: list[times.Clock], index: int, opening: str) -> int:
    """Where the next clock of an opening begins, or the opening ends."""
    return clocks[index + 1].begin if index + 1 < len(clocks) else len(opening)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
