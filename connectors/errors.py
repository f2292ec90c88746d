"""What can go wrong between an address and a draft. Each error carries what it speaks of and prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from connectors.capture import Capture


class ConnectorError(Exception):
    """Something about one source, feed or page; the rest of a run goes on."""


class SourceError(ConnectorError):
    """A source's data cannot be used as they are."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"source {source}: {problem}")
        self.source = source
        self.problem = problem


class FetchError(ConnectorError):
    """An address did not yield a page. `status` is the HTTP status, if an answer came at all."""

    def __init__(self, url: str, problem: str, status: int | None = None) -> None:
        super().__init__(f"{url}: {problem}")
        self.url = url
        self.problem = problem
        self.status = status


class RefusedError(FetchError):
    """We will not ask: a scheme, an address or a limit of ours forbids it."""


class DisallowedError(FetchError):
    """The host's robots.txt asks us not to (RFC 9309)."""


class GoneError(FetchError):
    """The server answered 404 or 410: seen to be absent, which is not the same as failed. `capture` is the evidence."""

    def __init__(self, url: str, problem: str, status: int, capture: Capture) -> None:
        super().__init__(url, problem, status)
        self.capture = capture


class UnavailableError(FetchError):
    """No usable answer: a timeout, a dead host, a broken connection, 403, 429 or 5xx."""


class BrokenCaptureError(ConnectorError):
    """What should be the WARC of a capture is none."""


class FeedError(ConnectorError):
    """A feed was received but cannot be read."""

    def __init__(self, url: str, problem: str) -> None:
        super().__init__(f"{url}: {problem}")
        self.url = url
        self.problem = problem


class NotASummaryError(ConnectorError):
    """The page is sound, but it is not a summary of a leaders' meeting."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class UnreadableError(ConnectorError):
    """The page should be a summary, but it cannot be read as one. `pointer` says where in the record."""

    def __init__(self, pointer: str, expected: str, found: str) -> None:
        super().__init__(f"{pointer or '/'}: expected {expected}, found {found}")
        self.pointer = pointer
        self.expected = expected
        self.found = found
