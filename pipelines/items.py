"""What travels between the steps of a run: small, typed, picklable, and never an open resource."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from archive.log import Event
from archive.quarantine import Quarantined
from archive.state import FeedState, PageState
from archive.versions import Candidate
from connectors.capture import Capture

Result = Literal[
    "new", "revised", "relocated", "withdrawn", "restored", "reprocessed", "backfilled", "unchanged", "missing",
    "skipped", "quarantined", "failed",
]  # fmt: skip


@dataclass(frozen=True)
class RunClock:
    """The run's clock: the system's, shifted where a demonstration or a test plays another day."""

    shift: timedelta = timedelta(0)

    def now(self) -> datetime:
        """The time, UTC."""
        return datetime.now(UTC) + self.shift


@dataclass(frozen=True)
class PageRequest:
    """One address to ask for, and what is known of it. `published` is ISO 8601, as the feed says."""

    source: str
    url: str
    title: str = ""
    feed: str | None = None
    published: str | None = None
    known: PageState | None = None

    def outcome(
        self,
        result: Result,
        message: str = "",
        *,
        record: str | None = None,
        pages: tuple[tuple[str, PageState], ...] = (),
    ) -> Outcome:
        """That this is what became of it."""
        return Outcome(self.source, self.url, result, message, record=record, pages=pages)


@dataclass(frozen=True)
class Fetched:
    """A page as received. `absent` marks the evidence that it is gone for good."""

    request: PageRequest
    capture: Capture
    absent: bool = False
    missing: tuple[str, ...] = ()
    found_at: datetime | None = None
    """Of a page found in a web archive or a file: when it was captured there (aware)."""


@dataclass(frozen=True)
class Ready:
    """A valid record, with what its state will be once it is archived."""

    request: PageRequest
    candidate: Candidate
    page: PageState
    canonical_url: str | None = None
    redirected_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToQuarantine:
    """A page that should have become a record, and why it did not."""

    request: PageRequest
    entry: Quarantined
    capture: bytes
    page: PageState


@dataclass(frozen=True)
class Outcome:
    """What became of one page in one run, and what to remember of it."""

    source: str
    url: str
    result: Result
    message: str = ""
    record: str | None = None
    version: str | None = None
    pages: tuple[tuple[str, PageState], ...] = ()
    event: Event | None = None
    content_digest: str | None = None
    cohort: str | None = None
    seconds: float = 0.0
    find: str | None = None
    """Of a page found in a web archive or a file: when it was captured there, ISO 8601 UTC."""
    moved_from: str | None = None
    """The address that the record had before, where the version has another."""


def to_json(outcome: Outcome) -> dict[str, Any]:
    """An outcome for the journal."""
    return asdict(outcome)


def from_json(data: dict[str, Any]) -> Outcome:
    """The outcome that `to_json` wrote."""
    pages = tuple(
        (str(url), PageState(**{**state, "missing": tuple(state["missing"])})) for url, state in data["pages"]
    )
    return Outcome(**{**data, "pages": pages})


@dataclass(frozen=True)
class FeedResult:
    """How reading one feed went. `state` is None where it failed."""

    source: str
    url: str
    result: Literal["read", "unchanged", "failed"]
    message: str = ""
    remarks: tuple[str, ...] = ()
    state: FeedState | None = None
    seconds: float = 0.0


class _Watchers:
    """Who wants to know how far a run is. Local runners only: workers elsewhere have none."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._callbacks: dict[str, Callable[[Outcome], None]] = {}

    def watch(self, run: str, callback: Callable[[Outcome], None]) -> None:
        with self._lock:
            self._callbacks[run] = callback

    def leave(self, run: str) -> None:
        with self._lock:
            self._callbacks.pop(run, None)

    def tell(self, run: str, outcome: Outcome) -> None:
        callback = self._callbacks.get(run)
        if callback is not None:
            callback(outcome)


watchers = _Watchers()
