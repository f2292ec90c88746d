"""The two times that the archive can be asked about, and which version of a record each names."""

from __future__ import annotations

from dataclasses import dataclass

_NEVER = "9999-12-31T23:59:59+00:00"


@dataclass(frozen=True)
class Moment:
    """When a question is asked of (both instants ISO 8601, UTC, to the second; None: now).

    `as_of` is transaction time: what the archive knew then. `valid_at` is valid time: what the publisher was showing
    then, as far as was seen. A version counts from its capture, a withdrawal from the first time the page was seen to
    be absent, and a better reading of an old capture from when what it reads was captured. A part of a page's past that
    was found later is known from when it was recorded, and shown from when it was captured.
    """

    as_of: str | None = None
    valid_at: str | None = None

    @property
    def known_by(self) -> str:
        """The instant by which a version must have been recorded to be known."""
        return self.as_of or _NEVER


NOW = Moment()


def chosen(moment: Moment, only: str | None = None) -> tuple[str, list[str]]:
    """A query for the version of each record (or of one) that a moment names, as (record, number), with its values."""
    # The plus keeps SQLite from the index by recording, which would be no shorter a way and in no order of records.
    where, values = "+recorded_at <= ?", [moment.known_by]
    if only is not None:
        where, values = f"{where} AND record = ?", [*values, only]
    if moment.valid_at is None:
        if moment.as_of is None and only is None:
            return "SELECT record, number FROM heads", []
        newest = f"SELECT record, max(number) AS number FROM versions WHERE {where} AND change <> 'backfilled'"  # noqa: S608
        return f"{newest} GROUP BY record", values
    return (
        f"""SELECT record, number FROM (
            SELECT record, number, change,
                   row_number() OVER (PARTITION BY record ORDER BY valid_from DESC, number DESC) AS place
            FROM versions WHERE {where} AND valid_from <= ?
        ) WHERE place = 1 AND change <> 'withdrawn'""",  # noqa: S608 -- constants and marks
        [*values, moment.valid_at],
    )
