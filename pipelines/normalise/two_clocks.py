"""A start whose local time and Japan time are both printed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from pipelines.normalise.findings import Doubt

JAPAN = ZoneInfo("Asia/Tokyo")


def from_both(
    wall: datetime, japan: tuple[time, date | None], here: ZoneInfo | None
) -> tuple[datetime | None, datetime, Doubt | None]:
    """Local and Japan time, both printed: their difference is the offset from UTC, unless the place tells it.

    `wall` is the local time (naive), `japan` the time in Japan and its day, where that is printed, `here` the zone of
    the place, where that is known: what is printed is checked against it. Returns the start in local time, in Japan
    time, and the doubt, if there is one.
    """
    at, japan_day = japan
    days = [japan_day] if japan_day else [wall.date() + timedelta(days=n) for n in (0, 1, -1)]
    candidates = []
    for candidate_day in days:
        moment = datetime.combine(candidate_day, at, tzinfo=JAPAN)
        offset = wall - moment.astimezone(UTC).replace(tzinfo=None)
        if timedelta(hours=-12) <= offset <= timedelta(hours=14) and offset.total_seconds() % 900 == 0:
            candidates.append((moment, offset))
    expected = wall.replace(tzinfo=here) if here else None
    if expected is not None:
        candidates.sort(key=lambda candidate: candidate[1] != expected.utcoffset())
    if not candidates:
        moment = datetime.combine(days[0], at, tzinfo=JAPAN)
        message = f"local time {wall:%B %-d, %H:%M} and Japan time {moment:%B %-d, %H:%M} cannot both be right"
        return expected, moment, Doubt("time_disagreement", message)
    moment, offset = candidates[0]
    start = wall.replace(tzinfo=timezone(offset))
    if expected is not None and expected.utcoffset() != offset:
        printed, known = start.isoformat()[-6:], expected.isoformat()[-6:]
        message = f"local time and Japan time as printed make UTC{printed}, but {here} was at UTC{known} that day"
        # The place is where it was; which of the two clocks is wrong is not known, and both are kept as printed.
        return expected, moment, Doubt("time_disagreement", message)
    return start, moment, None
