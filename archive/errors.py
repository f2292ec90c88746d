"""What can go wrong with an archive. Each error says what, where, and what to do."""

from __future__ import annotations


class ArchiveError(Exception):
    """An archive cannot be read or written. `place` is the path or key, `advice` what the user can do."""

    def __init__(self, place: str, problem: str, advice: str | None = None) -> None:
        super().__init__(f"{place}: {problem}" + (f" ({advice})" if advice else ""))
        self.place = place
        self.problem = problem
        self.advice = advice


class NoArchiveError(ArchiveError):
    """There is no archive at this place."""


class NoRecordError(ArchiveError):
    """The archive has no such record or version."""


class ConflictError(ArchiveError):
    """Another writer kept changing the same thing."""


class UnsoundStateError(ArchiveError):
    """What is remembered of a source cannot be read; what is kept is not concerned."""

    def __init__(self, place: str) -> None:
        super().__init__(place, "not sound JSON", "readouts repair makes it anew")


class DamagedError(ArchiveError):
    """A record's object is not what was kept; all else may be sound. `record` is its id."""

    def __init__(self, record: str, place: str, problem: str, advice: str = "run readouts audit") -> None:
        super().__init__(place, problem, advice)
        self.record = record
