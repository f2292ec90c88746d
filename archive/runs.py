"""Run reports: what each run saw and did, kept beside the archive."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

import orjson

from archive.store import Store

_LATEST = "runs/latest.json"

COUNTED = (
    "seen", "new", "revised", "relocated", "withdrawn", "restored", "reprocessed", "backfilled", "unchanged", "missing",
    "skipped", "quarantined", "failed",
)  # fmt: skip
"""What a report counts for each source, in the order a table shows it. Every page is in one other column."""


@dataclass
class SourceReport:
    """One source's part of a run. Durations are seconds; problems are sentences for a person."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    seconds: float = 0.0
    feeds_read: int = 0
    feeds_unchanged: int = 0
    feeds_failed: int = 0
    unexpected: int = 0
    """How many of the source's declared expectations were not met."""
    forgotten: str | None = None
    """Why what the run learnt of the source could not be remembered, where its state is unsound."""
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)


@dataclass
class RunReport:
    """One run. Times are ISO 8601 UTC; `segment` is the log segment it wrote, if it wrote one."""

    run: str
    started: str
    finished: str
    seconds: float
    sources: dict[str, SourceReport]
    segment: int | None
    exit_code: int
    recovered: int = 0
    """Versions that an earlier run had committed and not logged, because it was cut off; this one logged them."""

    @property
    def forgotten(self) -> list[str]:
        """Why what the run learnt could not be remembered, of each source of which it could not."""
        return [part.forgotten for part in self.sources.values() if part.forgotten is not None]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def put(store: Store, report: RunReport) -> None:
    """Keep a report, and note for each of its sources when it last ran."""
    started = datetime.fromisoformat(report.started)
    store.create(f"runs/{started:%Y/%m}/{report.run}.json", orjson.dumps(report.to_json(), option=orjson.OPT_INDENT_2))
    for _ in range(100):
        raw = store.read(_LATEST)
        latest = _latest(raw)
        for source, part in report.sources.items():
            if not part.feeds_read + part.feeds_unchanged + part.feeds_failed:
                # A run over files or web archives did not ask the publisher: what is due there still is.
                continue
            latest[source] = {"run": report.run, "started": report.started}
        if store.replace(_LATEST, orjson.dumps(latest, option=orjson.OPT_INDENT_2), raw):
            return


def last_run_of(store: Store, source: str) -> date | None:
    """The UTC day of the last run that asked this source, or None."""
    try:
        return datetime.fromisoformat(_latest(store.read(_LATEST))[source]["started"]).date()
    except (KeyError, TypeError, ValueError):
        return None


def _latest(raw: bytes | None) -> dict[str, Any]:
    """When each source last ran; nothing is known where that cannot be read: no run is stopped by it."""
    try:
        found = orjson.loads(raw or b"{}")
    except orjson.JSONDecodeError:
        found = None
    return found if isinstance(found, dict) else {}
