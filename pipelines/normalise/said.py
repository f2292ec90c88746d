"""Who is reported as saying something, and how, as a text of either language tells."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.record import Report, Statement


@dataclass(frozen=True)
class Said:
    """A speaker as named in the text (None where an agreement is told that names nobody), and how it is reported (None
    where the text does not say)."""

    speaker: str | None
    report: Report | None


@dataclass(frozen=True)
class Words:
    """One sentence, or its part where another goes on to speak; and who says it (None where it names nobody)."""

    text: str
    by: Said | None

    def statement(self) -> Statement:
        """In the record's form; `speakers` is for `attribution` to fill."""
        speaker, report = (self.by.speaker, self.by.report) if self.by is not None else (None, None)
        return Statement(text=self.text, speaker=speaker, speakers=[], report=report)
