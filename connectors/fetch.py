"""A polite HTTP client: conditional, patient, bounded, and careful where it connects.

urllib3 makes the connections. What is ours is the policy: robots.txt before a page, a pause between two requests to
one host, few retries that obey Retry-After, limits on size, time and redirects, and addresses checked before a
connection is made (see `addresses`).
"""

from __future__ import annotations

import random
import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import urllib3
from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from connectors import addresses
from connectors.capture import MAX_CONTENT_BYTES, Capture, Exchange
from connectors.errors import DisallowedError, FetchError, GoneError, RefusedError, UnavailableError

REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Politeness:
    """How a source wishes to be asked. Times are seconds."""

    delay: float = 2.0
    contact: str | None = None
    """A web or mail address that a publisher can write to, sent in the User-Agent."""
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    total_timeout: float = 120.0
    attempts: int = 3
    backoff: float = 0.5
    longest_wait: float = 60.0
    max_redirects: int = 5
    max_bytes: int = MAX_CONTENT_BYTES
    allowed_hosts: frozenset[str] = frozenset()
    """Hosts that may be at private or loopback addresses."""

    @property
    def agent(self) -> str:
        """The User-Agent sent: what we are, and whom to write to (RFC 9110 §10.1.5)."""
        return f"readouts/0.1 (archive of public summaries{f'; +{self.contact}' if self.contact else ''})"


@dataclass(frozen=True)
class Validators:
    """What makes the next request conditional (RFC 9110 §13)."""

    etag: str | None = None
    last_modified: str | None = None

    @staticmethod
    def of(exchange: Exchange) -> Validators:
        return Validators(exchange.header("etag"), exchange.header("last-modified"))

    def headers(self) -> dict[str, str]:
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in conditions.items() if value is not None and _PLAIN.fullmatch(value)}


_PLAIN = re.compile(r"[\x20-\x7e]{1,500}")


@dataclass(frozen=True)
class NotModified:
    """304: the page is as it was when its validators were stored."""

    url: str
    received_at: datetime


@dataclass
class Clock:
    """Time and waiting, passed in so that tests need not wait."""

    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class _Host:
    """One host's robots.txt and the time of the last request to it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.next_at = 0.0
        self.robots: Protego | None = None
        self.robots_problem: FetchError | None = None
        self.robots_read = False


class Hosts:
    """The hosts that were asked, for clients of several sources to share: a publisher may have two on one host."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, int], _Host] = {}
        self._lock = threading.Lock()

    def get(self, name: str, port: int) -> _Host:
        with self._lock:
            return self._of.setdefault((name, port), _Host())


class Client:
    """Fetches pages for one source. Safe to use from several threads: one host is asked one request at a time."""

    def __init__(self, politeness: Politeness, clock: Clock | None = None, hosts: Hosts | None = None) -> None:
        self.politeness = politeness
        self.clock = clock or Clock()
        self._hosts = hosts or Hosts()
        self._pools = _CheckedPools(politeness.allowed_hosts)

    def close(self) -> None:
        """Let go of the connections."""
        self._pools.clear()

    def get(self, url: str, validators: Validators | None = None) -> Capture | NotModified:
        """Fetch a page, following redirects.

        Raises GoneError (404, 410), DisallowedError (robots.txt), RefusedError (our limits), UnavailableError (all
        else). A conditional request that a redirect answers is made again without its conditions: they were
        for the page at the old address.
        """
        exchanges: list[Exchange] = []
        target, conditions = url, validators
        for _ in range(self.politeness.max_redirects + 1):
            exchange = self._polite(target, conditions)
            if exchange.status == 304:
                return NotModified(target, exchange.received_at)
            exchanges.append(exchange)
            location = exchange.header("location")
            if exchange.status in REDIRECTS and location:
                following = urljoin(target, location)
                if any(seen.url == following for seen in exchanges):
                    raise UnavailableError(url, f"its redirects come back to {following}")
                target, conditions = following, None
                continue
            capture = Capture(tuple(exchanges))
            self._check_status(exchange, capture)
            return capture
        raise UnavailableError(url, f"more than {self.politeness.max_redirects} redirects")

    @staticmethod
    def _check_status(exchange: Exchange, capture: Capture) -> None:
        status = exchange.status
        if status in (404, 410):
            raise GoneError(exchange.url, f"the server answered {status}: seen to be absent", status, capture)
        if not 200 <= status < 300 or status in (204, 205, 206):
            raise UnavailableError(exchange.url, f"the server answered {status} {exchange.reason}".rstrip(), status)

    def _polite(self, url: str, validators: Validators | None) -> Exchange:
        """One request once the host's turn has come, retried where that may help."""
        scheme, name, port = addresses.split(url)
        host = self._hosts.get(name, port)
        with host.lock:
            self._ask_robots(host, f"{scheme}://{urlsplit(url).netloc}", url)
            return self._patient(host, url, validators)

    def _patient(self, host: _Host, url: str, validators: Validators | None) -> Exchange:
        waiting = self.politeness.backoff
        for attempt in range(1, self.politeness.attempts + 1):
            last = attempt == self.politeness.attempts
            self._wait_turn(host)
            try:
                exchange = self._request(url, validators)
            except UnavailableError:
                if last:
                    raise
            else:
                if exchange.status not in (429, 500, 502, 503, 504) or last:
                    return exchange
                asked = _retry_after(exchange, self.clock.now())
                if asked is not None and asked > self.politeness.longest_wait:
                    raise UnavailableError(
                        url,
                        f"the server answered {exchange.status} and asks to wait {asked:.0f} s",
                        exchange.status,
                    )
                waiting = max(waiting, asked or 0.0)
            # Jitter keeps many runs that failed together from coming back together.
            self.clock.sleep(waiting * random.uniform(0.8, 1.2))  # noqa: S311
            waiting = min(waiting * 2, self.politeness.longest_wait)
        raise AssertionError("unreachable")

    def _wait_turn(self, host: _Host) -> None:
        pause = host.next_at - self.clock.monotonic()
        if pause > 0:
            self.clock.sleep(pause)
        host.next_at = self.clock.monotonic() + self.politeness.delay

    def _ask_robots(self, host: _Host, origin: str, url: str) -> None:
        if not host.robots_read:
            host.robots_read = True
            try:
                exchange = self._patient(host, origin + "/robots.txt", None)
            except FetchError as error:
                host.robots_problem = error
            else:
                # RFC 9309 §2.3.1: 4xx means no rules; 5xx means stay away. Redirects there are rare and not followed.
                if exchange.status >= 500:
                    host.robots_problem = UnavailableError(url, f"robots.txt answered {exchange.status}")
                elif 200 <= exchange.status < 300:
                    # RFC 9309 §2.5: at least 500 KiB is read.
                    host.robots = Protego.parse(exchange.body[:512_000].decode("utf-8", "replace"))
        if isinstance(host.robots_problem, RefusedError):
            raise RefusedError(url, host.robots_problem.problem)
        if host.robots_problem is not None:
            raise UnavailableError(url, f"its robots.txt could not be read: {host.robots_problem.problem}")
        if host.robots is None:
            return
        if not host.robots.can_fetch(url, self.politeness.agent):
            raise DisallowedError(url, "robots.txt asks not to fetch it")
        delay = host.robots.crawl_delay(self.politeness.agent)
        if delay is not None and delay > self.politeness.delay:
            host.next_at = max(host.next_at, self.clock.monotonic() + min(delay, self.politeness.longest_wait))

    def _request(self, url: str, validators: Validators | None) -> Exchange:
        """One request and its whole response, within the limits."""
        limits = self.politeness
        headers = {
            "User-Agent": limits.agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "en, ja;q=0.5",
            "Accept-Encoding": "gzip",
            **(validators.headers() if validators else {}),
        }
        deadline = self.clock.monotonic() + limits.total_timeout
        try:
            response = self._pools.request(
                "GET",
                url,
                headers=headers,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=urllib3.Timeout(connect=limits.connect_timeout, read=limits.read_timeout),
            )
            try:
                body = self._read(response, url, deadline)
            finally:
                response.release_conn() if response.closed else response.close()
        except FetchError:
            raise
        except (HTTPError, OSError, ValueError) as error:
            raise UnavailableError(url, _plainly(error)) from None
        return Exchange(
            url=url,
            request_headers=tuple(headers.items()),
            status=response.status,
            reason=response.reason or "",
            # The body below is whole: the transfer coding is undone, so its header would no longer be true.
            headers=tuple((k, v) for k, v in response.headers.items() if k.lower() != "transfer-encoding"),
            body=body,
            received_at=self.clock.now(),
        )

    def _read(self, response: urllib3.BaseHTTPResponse, url: str, deadline: float) -> bytes:
        limit = self.politeness.max_bytes
        announced = response.headers.get("content-length", "")
        if announced.isdigit() and int(announced) > limit:
            raise RefusedError(url, f"announces {int(announced):,} bytes, over the limit of {limit:,}")
        chunks, size = [], 0
        for chunk in response.stream(65536, decode_content=False):
            chunks.append(chunk)
            size += len(chunk)
            if size > limit:
                raise RefusedError(url, f"larger than the limit of {limit:,} bytes")
            if self.clock.monotonic() > deadline:
                raise UnavailableError(url, f"not received within {self.politeness.total_timeout:.0f} s")
        return b"".join(chunks)


def _plainly(error: Exception) -> str:
    """What a person understands of a network error."""
    names = {
        "ConnectTimeoutError": "no connection in time",
        "ReadTimeoutError": "no answer in time",
        "NewConnectionError": "the connection was refused",
        "ConnectionRefusedError": "the connection was refused",
        "SSLError": "its TLS certificate or connection is not valid",
        "ProtocolError": "the connection broke off",
        "IncompleteRead": "the connection broke off",
        "InvalidHeader": "its headers are not valid HTTP",
        "LocationParseError": "not a usable address",
    }
    name = type(error).__name__
    return f"{names.get(name, 'the request failed')} ({name}: {str(error)[:200]})"


def _retry_after(exchange: Exchange, now: datetime) -> float | None:
    """Seconds that Retry-After asks for (RFC 9110 §10.2.3: seconds or a date), or None."""
    value = (exchange.header("retry-after") or "").strip()
    if value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class _CheckedPools(urllib3.PoolManager):
    """Connection pools that connect only where `addresses.resolve` allows, to the address it checked."""

    def __init__(self, allowed_hosts: frozenset[str]) -> None:
        super().__init__(num_pools=32, maxsize=2)

        # urllib3 connects to `_dns_host` and keeps `host` for TLS names and the Host header.
        class CheckedHTTP(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                self._dns_host = _checked(self, "http", allowed_hosts)
                return super()._new_conn()

        class CheckedHTTPS(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                self._dns_host = _checked(self, "https", allowed_hosts)
                return super()._new_conn()

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = CheckedHTTP

        class TLSPool(HTTPSConnectionPool):
            ConnectionCls = CheckedHTTPS

        self.pool_classes_by_scheme = {"http": PlainPool, "https": TLSPool}


def _checked(connection: HTTPConnection, scheme: str, allowed_hosts: frozenset[str]) -> str:
    host = connection.host.strip("[]")
    port = connection.port or 0
    return addresses.resolve(f"{scheme}://{connection.host}:{port}", host, port, allowed_hosts)
