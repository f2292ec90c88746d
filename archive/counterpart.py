"""Both sides of one meeting: whether two publishers' records tell of the same event, how sure that is, and why.

Nothing is matched on words alone. Each publisher's leader must stand in the other's record; the two must be able to
have happened at one time, the zones of the places allowed for; and a call is no meeting. What then speaks for or
against the match is weighed and told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from archive.same_person import called_alike, same_person
from archive.statements import Statement, statements_of
from schemas.authorities import affiliations, places
from schemas.authorities.offices import LEADERS
from schemas.authorities.premierships import authority, countries
from schemas.authorities.summits import names
from schemas.record import Readout, side_of, speaks_for

ENOUGH = 0.6
"""The score from which two records count as of one event."""

_WEIGHTS = {"people": 0.5, "day": 0.25, "kind": 0.15, "circumstances": 0.1}
_NO_ACCIDENT = 3
"""So many leaders called alike in both records are the same, though one of them does not say of which countries."""
_AT_ONCE = timedelta(minutes=45)
"""Two publishers' starts that lie further apart are of two meetings."""
_SAME_CLOCK = timedelta(minutes=15)
"""A translation prints the start that its original does, but for a slip."""
_NIGHT = timedelta(hours=6)
_HALF_DAY = timedelta(hours=12)
"""What a slip of "a.m." and "p.m." moves a start by."""
_REMOTE = frozenset(("telephone_talk", "online_meeting"))
_UNSAID = frozenset(("other", "meeting"))


@dataclass(frozen=True)
class Match:
    """How well two records go together: a score from 0 to 1, and what it is made of.

    `same_side` tells two publishers of one country ("the ministry and the prime minister's office") from two sides.
    """

    score: float
    same_side: bool
    reasons: tuple[str, ...]


def match(one: Readout, other: Readout) -> Match | None:
    """Whether two publishers' records may be of one event; None where something rules it out."""
    same_side = one["premiership"]["country"] == other["premiership"]["country"]
    # One country's pages in two languages are translations, not two accounts.
    if one["source"] == other["source"] or (same_side and one["language"] != other["language"]):
        return None
    pairs = [(a, b) for a in one["participants"] for b in other["participants"] if same_person(a, b)]
    alike = [(a, b) for a in one["participants"] for b in other["participants"] if called_alike(a, b)]
    if len(alike) >= _NO_ACCIDENT and len(alike) > len(pairs):
        pairs = alike
    for record, side in ((one, 0), (other, 1)):
        country = record["premiership"]["country"]
        if not any(speaks_for(pair[side]) == country for pair in pairs):
            return None
    if same_side and len(pairs) < 2:
        return None
    if min(formats := [len(_sides(record)) for record in (one, other)]) == 2 < max(formats):
        # A meeting of two, and one of four on the same day, in which the two took part.
        return None
    day = _day(one, other)
    kind = _kind(one, other)
    if day is None or kind is None:
        return None
    people = 2 * len(pairs) / (len(one["participants"]) + len(other["participants"]))
    named = ", ".join(a["family_name"] or a["name_as_published"] for a, _ in pairs)
    told = f"{len(pairs)} of {max(len(one['participants']), len(other['participants']))} named by both: {named}"
    circumstances, remark = _circumstances(one, other)
    parts = {"people": people, "day": day[0], "kind": kind[0], "circumstances": circumstances}
    score = sum(_WEIGHTS[name] * value for name, value in parts.items())
    reasons = tuple(said for said in (told, day[1], kind[1], remark) if said)
    return Match(round(min(1.0, score), 3), same_side, reasons)


def _sides(record: Readout) -> frozenset[str | None]:
    """Whose leaders took part."""
    return frozenset(side_of(person) for person in record["participants"] if person["rank"] in LEADERS)


def translation(one: Readout, other: Readout) -> tuple[str, ...] | None:
    """Why two records of one country in two languages tell of one event, or None where they do not.

    The same leader, on the same day (at the same time, where both print it), with guests of the same countries, in
    kinds that go together. Of a page that does not say on which day, its own day tells: it is that of the event, or
    the one after.
    """
    when = _one_day(one, other)
    countries_of = [{speaks_for(p) for p in r["participants"]} - {None} for r in (one, other)]
    if (
        one["premiership"]["id"] != other["premiership"]["id"]
        or one["language"].partition("-")[0] == other["language"].partition("-")[0]
        or when is None
        or len(countries_of[0] & countries_of[1]) < 2
        or countries_of[0] != countries_of[1]
    ):
        return None
    for code in countries_of[0]:
        ranks = [{p["rank"] for p in r["participants"] if speaks_for(p) == code} - {None} for r in (one, other)]
        if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
            # The Secretary-General and the President of the General Assembly, met one after the other.
            return None
    starts, kind = (_start(one), _start(other)), _kind(one, other)
    if kind is None:
        return None
    named = ", ".join(sorted(str(code) for code in countries_of[0]))
    if starts[0] is not None and starts[1] is not None:
        apart = abs(starts[0] - starts[1])
        if abs(apart - _HALF_DAY) <= _SAME_CLOCK:
            when = f"{when}, at one time but for its half of the day"
        elif apart > _SAME_CLOCK:
            return None
        else:
            when = f"both begin within {int(apart.total_seconds() // 60)} minutes"
    return f"the same leader, with the same countries ({named})", when, kind[1]


def _one_day(one: Readout, other: Readout) -> str | None:
    """What tells that two pages are of events of one day; None where nothing does."""
    days = one["event"]["date"], other["event"]["date"]
    if days[0] is not None and days[1] is not None:
        return f"both on {days[0]}" if days[0] == days[1] else None
    day, published = days[0] or days[1], one["published"] if days[0] is None else other["published"]
    if day is None or published is None:
        return None
    late = date.fromisoformat(published) - date.fromisoformat(day)
    if late not in (timedelta(0), timedelta(days=1)):
        return None
    return f"one on {day}, the other, which does not say on which day, published on {published}"


def days_around(day: str) -> tuple[str, str]:
    """The civil dates, first and last, on which another publisher may have dated an event of this one (ISO 8601)."""
    around = date.fromisoformat(day)
    return (around - timedelta(days=1)).isoformat(), (around + timedelta(days=1)).isoformat()


def _day(one: Readout, other: Readout) -> tuple[float, str] | None:
    starts = _start(one), _start(other)
    if starts[0] is not None and starts[1] is not None:
        apart = abs(starts[0] - starts[1])
        if apart > _AT_ONCE:
            return None
        return 1.0, f"both begin within {int(apart.total_seconds() // 60)} minutes"
    spans = list(_spans(one)), list(_spans(other))
    if not any(a[0] < b[1] and b[0] < a[1] for a in spans[0] for b in spans[1]):
        return None
    days = one["event"]["date"], other["event"]["date"]
    if days[0] is None or days[1] is None:
        told = _one_day(one, other)
        return (0.8, told) if told is not None else (0.5, "one of them does not say on which day")
    if days[0] == days[1]:
        return 1.0, f"both on {days[0]}"
    return 0.7, f"on {days[0]} and {days[1]}, which their time zones allow for"


def _start(record: Readout) -> datetime | None:
    for session in record["event"]["sessions"]:
        start = session["start"] or session["start_jst"]
        if start is not None:
            return datetime.fromisoformat(start)
    return None


def _spans(record: Readout) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of time that a record's day may mean, by the clocks of its place and of its publisher, but for the
    hours of the night: a call of a day in London and one of the day before in Washington are two."""
    start = _start(record)
    if start is not None:
        yield start.astimezone(UTC), start.astimezone(UTC) + _AT_ONCE
        return
    day = record["event"]["date"] or record["published"]
    if day is None:
        return
    zones: list[ZoneInfo] = []
    if (zone := places.zone_of(record["event"]["place"])) is not None:
        zones.append(zone)
    if (country := record["premiership"]["country"]) in countries():
        zones.append(ZoneInfo(authority(country).time_zone))
    for zone in zones or [ZoneInfo("Etc/UTC")]:
        midnight = datetime.combine(date.fromisoformat(day), datetime.min.time(), zone).astimezone(UTC)
        yield midnight + _NIGHT, midnight + timedelta(days=1)


def _kinds(record: Readout) -> frozenset[str]:
    return frozenset(kind for session in record["event"]["sessions"] for kind in session["kinds"])


def _kind(one: Readout, other: Readout) -> tuple[float, str] | None:
    kinds = _kinds(one), _kinds(other)
    said = kinds[0] - _UNSAID, kinds[1] - _UNSAID
    shared = sorted((said[0] & said[1]) or (kinds[0] & kinds[1]))
    if shared:
        return 1.0, f"both call it {', '.join(shared).replace('_', ' ')}"
    if not said[0] or not said[1]:
        # "met" is not said of a call; "spoke" is said of both.
        if any("meeting" in k and s <= _REMOTE and s for k, s in ((kinds[0], said[1]), (kinds[1], said[0]))):
            return None
        return 0.5, "one of them does not say what kind of meeting it was"
    if (said[0] <= _REMOTE) != (said[1] <= _REMOTE):
        return None
    return 0.7, f"{', '.join(sorted(said[0]))} and {', '.join(sorted(said[1]))} may be one".replace("_", " ")


def _circumstances(one: Readout, other: Readout) -> tuple[float, str]:
    """Place and length, where both say them: agreement speaks for the match, and the lack of it against."""
    minutes = [{s["duration_minutes"] for s in r["event"]["sessions"]} - {None} for r in (one, other)]
    if minutes[0] and minutes[1]:
        least = min(abs((a or 0) - (b or 0)) for a in minutes[0] for b in minutes[1])
        if least <= 10:
            return 1.0, f"their lengths differ by {least} minutes at most"
    series = one["event"].get("series"), other["event"].get("series")
    if series[0] is not None and series[0] == series[1]:
        return 1.0, f"both at the {names()[series[0]]}"
    where = _place(one), _place(other)
    if where[0] is None or where[1] is None:
        return 0.5, ""
    words = one["event"]["place"], other["event"]["place"]
    if words[0] == words[1]:
        return 1.0, f"both in {words[0]}"
    if where[0] == where[1]:
        return 1.0, f"one says {words[0]}, the other {words[1]}, which may be one place"
    return 0.0, f"one says {words[0]}, the other {words[1]}"


def _place(record: Readout) -> str | None:
    """Where it was, as far as two publishers' words for it can be compared: the zone, or the country."""
    place = record["event"]["place"]
    if place is None:
        return None
    zone = places.zone_of(place)
    known = affiliations.at_start(place)
    return zone.key if zone is not None else known[0].code if known is not None else None


SaidBy = Literal["both", "this", "other"]


@dataclass(frozen=True)
class Compared:
    """One topic of an event: who says something of it, and what."""

    topic: str
    said_by: SaidBy
    this: tuple[Statement, ...]
    other: tuple[Statement, ...]


def topic_by_topic(this: Readout, other: Readout) -> list[Compared]:
    """What two records say of each topic: first what both speak of, then what only one does; None is the rest.

    The last entry, of topic "", holds the statements of either that have no topic in the vocabulary.
    """
    sides = [_by_topic(record) for record in (this, other)]
    topics = list(dict.fromkeys([*sides[0], *sides[1]]))
    found = []
    for topic in topics:
        here, there = sides[0].get(topic, ()), sides[1].get(topic, ())
        by: SaidBy = "both" if here and there else "this" if here else "other"
        found.append(Compared(topic, by, tuple(here), tuple(there)))
    order: dict[SaidBy, int] = {"both": 0, "this": 1, "other": 2}
    return sorted(found, key=lambda entry: (entry.topic == "", order[entry.said_by]))


def _by_topic(record: Readout) -> dict[str, list[Statement]]:
    """The statements by topic, the topics in the order in which the record has them; of topic "" those without one."""
    by_topic: dict[str, list[Statement]] = {tag["topic"]: [] for tag in record.get("topics", ())}
    for statement in statements_of(record):
        for topic in statement.topics or ("",):
            by_topic.setdefault(topic, []).append(statement)
    return {topic: said for topic, said in by_topic.items() if said}
