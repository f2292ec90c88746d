"""When the sessions of an event began, how long they took and of what kinds they were, as an English opening tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from connectors.draft import DraftPoint
from pipelines.normalise import findings
from pipelines.normalise.english import followed, formats, kinds, sentences, times
from pipelines.normalise.english.event import Event
from pipelines.normalise.printed import texts_of
from schemas.record import Finding, Session


def sessions_of(
    event: Event, title: str, points: Sequence[DraftPoint], *, prose: bool
) -> tuple[list[Session], list[Finding]]:
    """The sessions of an event, one for each clock that is told (or one, without a start, where none is), and doubts
    about their starts. Of the points below the opening the first two may tell what prose leaves out, and any of them
    what was held before or after the talks."""
    opening, sentence = event.opening, event.sentence
    below = (point.text or "" for point in points[:_LOOKED_INTO]) if prose else ()
    goes_on = next((text for text in below if _OF_THE_MEETING.match(text)), "")
    clocks = _clocks(opening, event) or _clocks(goes_on, event)
    if prose:
        clause = kinds.of_prose(sentences.main_clause(sentence), title)
        told_later = event.met_later or (not clause and len(event.present) > 1)
        later = kinds.of_meeting_told_later(opening, len(sentence)) if told_later else []
    else:
        clause = kinds.of_clause(sentence)
        if not clause and not event.told_too:
            # A diary may begin with "left Haneda Airport to attend ...", and tell below whom the leader met there.
            clause = kinds.mentions(title) or kinds.mentions(sentence)
        later = followed.in_opening(opening, len(sentence))
        later += [mention for told in event.told_too for mention in kinds.of_clause(told)]
    later += followed.below(text for _, text in texts_of(points))
    if len(clocks) > 1:
        return _of_several(clocks, opening, sentence, clause, later)
    clock = clocks[0] if clocks else None
    # "for about 25 minutes from 8:20 a.m.": the length may stand before the clock, or far behind it.
    # "The following is an overview of the 20-minute meeting."
    lengths = (times.length_of_meeting(text) for text in (opening, sentences.first_sentence(goes_on)))
    minutes = (clock.minutes if clock else None) or times.duration(sentence) or next(filter(None, lengths), None)
    session = Session(
        kinds=kinds.names([*clause, *later]) or ["other"],
        start=_iso(clock.start if clock else None),
        start_jst=_iso(clock.start_jst if clock else None),
        duration_minutes=minutes,
    )
    doubts = findings.of_doubts(clock.doubts, "/event/sessions/0") if clock else []
    return _with_formats(_with_what_followed(session, sentence, clock), sentence), doubts


_LOOKED_INTO = 2
"""How many points below an opening are looked into for when the meeting began and how long it took."""
# "During their 75-minute summit, ...", "During the 30 minute phone call, ...", "At their summit starting at 11:40 ...".
_OF_THE_MEETING = re.compile(
    r"(?:In|At|During)\s(?:the|their)\s(?:\d{1,3}[\s-]minute\s)?(?:\w+\s)?(?:summit|meeting|talks?|call|conversation)\b"
    r"(?!\swith\b)"
)


def _clocks(text: str, event: Event) -> list[times.Clock]:
    return times.clocks(
        text, event.when.day, event.locality, abroad=event.abroad, local_day=event.when.local, home=event.home
    )


# "..., followed by a working lunch for about 50 minutes", "and then hosted a working dinner for ...".
_FOLLOWED = re.compile(
    r"\b(?:followed\sby|and\sthen\s(?:held|had|hosted|attended))\s(?:an?\s)?(?P<what>[^,.;]{3,60}?)\s"
    r"(?:(?:held|lasting|which\slasted)\s)?(?=for\s(?:about\s|around\s|approximately\s|approx\.\s)?(?:\d|an?\s|one\s|half\s))"
)


def _with_what_followed(session: Session, sentence: str, clock: times.Clock | None) -> list[Session]:
    """The session, and a second where the sentence tells what followed and how long that took, unless the `clock` is of
    that alone ("met briefly with X in the morning and then held a meeting for about 20 minutes from 3:30 p.m.")."""
    then = _FOLLOWED.search(sentence)
    after = kinds.names(kinds.mentions(sentence, *then.span("what"))) if then else []
    if then is None or not after or (clock is not None and clock.begin > then.end()):
        return [session]
    minutes = times.duration(sentence[then.end() :])
    own = times.duration(sentence[: then.start()])
    if own is None and session["duration_minutes"] != minutes:
        # "from 18:15 to 18:45".
        own = session["duration_minutes"]
    kept = [kind for kind in session["kinds"] if kind not in after] or ["other"]
    second = Session(kinds=after, start=None, start_jst=None, duration_minutes=minutes)
    return [{**session, "kinds": kept, "duration_minutes": own}, second]


def _with_formats(sessions: list[Session], sentence: str) -> list[Session]:
    """The sessions, and those of the formats that the sentence lists with how long each took; those that it only names
    are kinds of the first."""
    listed, without = formats.listed(sentence)
    if not listed:
        return sessions
    first, *others = sessions
    measured = [part for part in listed if part.minutes is not None]
    if measured and first["duration_minutes"] == measured[0].minutes:
        first = {**first, "duration_minutes": times.duration(without)}
    named = [kind for kind in first["kinds"] if kind not in {part.kind for part in measured}]
    named += [part.kind for part in listed if part.minutes is None and part.kind not in named]
    parts = [Session(kinds=[part.kind], start=None, start_jst=None, duration_minutes=part.minutes) for part in measured]
    return [{**first, "kinds": named or ["other"]}, *others, *parts]


def _of_several(
    clocks: list[times.Clock], opening: str, sentence: str, clause: list[kinds.Mention], later: list[kinds.Mention]
) -> tuple[list[Session], list[Finding]]:
    """The sessions of several clocks: of what kind each is, stands before its clock or behind it.

    `clause` has the kinds that the sentence tells, `later` the ceremonies that are told behind it.
    """
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
            if named and _GOES_ON.search(opening, clock.end, stop):
                # "held a summit meeting with X ... from 11:05 a.m., followed by a joint press announcement and ...".
                named = [*named, *own]
            else:
                # "met with X ... from 11:55, also attending a luncheon from 12:30": far before, and its own.
                far = [] if alone else named
                named = named if named and named[-1].end > clock.begin - 30 else own or far or after or clause
        elif _leads(opening, begin, clock.begin):
            # "Commencing at 7:00 p.m., they also met over dinner": what this clock is for comes after it.
            stop = clock.end + len(sentences.first_sentence(opening[clock.end :]))
            named = kinds.mentions(opening, clock.end, min(stop, _next(clocks, index, opening)))
        sessions.append(
            Session(
                kinds=kinds.names(named[-1:] if index and len(named) > 1 else named) or ["other"],
                start=_iso(clock.start),
                start_jst=_iso(clock.start_jst),
                duration_minutes=clock.minutes or times.duration(opening[clock.end : _next(clocks, index, opening)]),
            )
        )
        found += findings.of_doubts(clock.doubts, f"/event/sessions/{index}")
    # "The summit meeting was followed by a signing ceremony": what no clock tells belongs to the first.
    told = {kind for session in sessions for kind in session["kinds"]}
    sessions[0]["kinds"] += [kind for kind in kinds.names(later) if kind not in told and kind != "other"]
    return sessions, found


_GOES_ON = re.compile(r"\bfollowed\sby\b")
# ". In the evening, from ...", ". (From 10 a.m. a meeting was held among a small group, and from ...",
# ", and after that, from ...": not ", and a working dinner, from ...".
_LEADING = re.compile(
    r"(?:(?:[.;]|,\sand|\sand\sthen)\s+|\.\s\()(?:(?!an?\s)\w[\w\s]{1,20},\s)?(?:[Cc]ommencing|[Ss]tarting|[Bb]eginning|[Aa]t|[Ff]rom)\s(?:[a-z]+\s){0,3}$"
)


def _leads(opening: str, begin: int, clock: int) -> bool:
    """Whether a clock leads a sentence of its own, after what stood from `begin` on."""
    return _LEADING.search(opening, max(begin, clock - 80), clock) is not None


def _next(clocks: list[times.Clock], index: int, opening: str) -> int:
    """Where the next clock of an opening begins, or the opening ends."""
    return clocks[index + 1].begin if index + 1 < len(clocks) else len(opening)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
