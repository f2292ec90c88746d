"""The polite client against a real server: conditions, limits, retries, redirects, robots.txt, addresses."""

from __future__ import annotations

import gzip
import itertools
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from connectors.capture import from_warc, to_warc
from connectors.errors import DisallowedError, GoneError, RefusedError, UnavailableError
from connectors.fetch import Client, Clock, Hosts, NotModified, Politeness, Validators
from tests.serving import Reply, Server

_LOOPBACK = frozenset(["127.0.0.1"])


class Waiting:
    """A clock whose sleeps are counted, not slept."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._time = 0.0

    def clock(self) -> Clock:
        return Clock(monotonic=lambda: self._time, sleep=self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._time += seconds


def _client(waiting: Waiting | None = None, **policy: object) -> Client:
    settings = {"delay": 0.0, "backoff": 0.01, "allowed_hosts": _LOOPBACK, **policy}
    return Client(Politeness(**settings), (waiting or Waiting()).clock())  # type: ignore[arg-type]


def test_conditional_get(server: Server) -> None:
    url = server.page("/a", "x", ETag='"1"')
    client = _client()
    first = client.get(url)
    assert not isinstance(first, NotModified)
    server.replies["/a"] = Reply(304)
    again = client.get(url, Validators.of(first.final))
    assert isinstance(again, NotModified)
    assert server.requests[-1][1]["If-None-Match"] == '"1"'


def test_says_who_it_is(server: Server) -> None:
    _client(contact="https://example.org/about").get(server.page("/a", "x"))
    assert server.requests[-1][1]["User-Agent"] == (
        "readouts/0.1 (archive of public summaries; +https://example.org/about)"
    )


def test_gzip_is_undone_and_kept_in_the_warc(server: Server) -> None:
    body = gzip.compress(b"<p>hello</p>")
    server.replies["/a"] = Reply(200, body, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
    got = _client().get(server.address + "/a")
    assert not isinstance(got, NotModified)
    assert got.content == b"<p>hello</p>"
    kept = from_warc(to_warc(got))
    assert kept.final.body == body
    assert kept.content == got.content
    assert kept.final.request_headers == got.final.request_headers
    assert to_warc(kept) == to_warc(got)


def test_robots_txt_is_obeyed(server: Server) -> None:
    server.replies["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /private/")
    url = server.page("/private/a", "x")
    with pytest.raises(DisallowedError, match=r"robots\.txt"):
        _client().get(url)
    assert server.asked("/private/a") == 0


def test_unreachable_robots_txt_means_stay_away(server: Server) -> None:
    server.replies["/robots.txt"] = Reply(503)
    url = server.page("/a", "x")
    with pytest.raises(UnavailableError, match=r"robots\.txt"):
        _client().get(url)
    assert server.asked("/a") == 0


def test_delay_between_requests_to_a_host(server: Server) -> None:
    waiting = Waiting()
    client = _client(waiting, delay=2.0)
    for path in ("/a", "/b"):
        client.get(server.page(path, "x"))
    assert waiting.slept == pytest.approx([2.0, 2.0])  # before /a (after robots.txt) and before /b


def test_sources_on_one_host_wait_for_each_other(server: Server) -> None:
    waiting, hosts = Waiting(), Hosts()
    politeness = Politeness(delay=2.0, allowed_hosts=_LOOPBACK)
    for source in (Client(politeness, waiting.clock(), hosts), Client(politeness, waiting.clock(), hosts)):
        source.get(server.page("/a", "x"))
    assert waiting.slept == pytest.approx([2.0, 2.0])
    assert [path for path, _ in server.requests] == ["/robots.txt", "/a", "/a"]


def test_crawl_delay_is_obeyed(server: Server) -> None:
    server.replies["/robots.txt"] = Reply(200, b"User-agent: *\nCrawl-delay: 7")
    waiting = Waiting()
    _client(waiting).get(server.page("/a", "x"))
    assert waiting.slept == pytest.approx([7.0])


def test_retries_with_backoff(server: Server) -> None:
    server.replies["/a"] = [Reply(503), Reply(500), Reply(200, b"x")]
    waiting = Waiting()
    got = _client(waiting, backoff=1.0).get(server.address + "/a")
    assert not isinstance(got, NotModified)
    assert len(waiting.slept) == 2
    assert 0.8 <= waiting.slept[0] <= 1.2
    assert 1.6 <= waiting.slept[1] <= 2.4


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after(server: Server, form: str) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    server.replies["/a"] = [Reply(429, b"", {"Retry-After": "20" if form == "seconds" else later}), Reply(200, b"x")]
    waiting = Waiting()
    _client(waiting).get(server.address + "/a")
    assert 15 <= waiting.slept[0] <= 24


def test_a_long_retry_after_is_not_waited_for(server: Server) -> None:
    server.replies["/a"] = Reply(503, b"", {"Retry-After": "86400"})
    waiting = Waiting()
    with pytest.raises(UnavailableError, match="86400"):
        _client(waiting).get(server.address + "/a")
    assert waiting.slept == []


@pytest.mark.parametrize("status", [404, 410])
def test_absence_is_not_a_failure(server: Server, status: int) -> None:
    server.replies["/a"] = Reply(status, b"gone")
    with pytest.raises(GoneError) as caught:
        _client().get(server.address + "/a")
    assert caught.value.status == status
    assert caught.value.capture.content == b"gone"
    assert server.asked("/a") == 1


@pytest.mark.parametrize("status", [401, 403, 451, 500, 503])
def test_failures_are_not_absence(server: Server, status: int) -> None:
    server.replies["/a"] = Reply(status)
    with pytest.raises(UnavailableError, match=str(status)):
        _client().get(server.address + "/a")


def test_redirects_are_followed_and_kept(server: Server) -> None:
    server.replies["/old"] = Reply(301, b"", {"Location": "/new"})
    server.page("/new", "x")
    got = _client().get(server.address + "/old")
    assert not isinstance(got, NotModified)
    assert (got.requested_url, got.url) == (server.address + "/old", server.address + "/new")
    assert got.permanently_redirected
    assert len(from_warc(to_warc(got)).exchanges) == 2


def test_redirect_loop(server: Server) -> None:
    server.replies["/a"] = Reply(302, b"", {"Location": "/b"})
    server.replies["/b"] = Reply(302, b"", {"Location": "/a"})
    with pytest.raises(UnavailableError, match="come back"):
        _client().get(server.address + "/a")


def test_endless_redirects(server: Server) -> None:
    for n in range(20):
        server.replies[f"/{n}"] = Reply(302, b"", {"Location": f"/{n + 1}"})
    with pytest.raises(UnavailableError, match="more than 5"):
        _client().get(server.address + "/0")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://10.0.0.1/", "http://[::1]:1/", "gopher://x/"])
def test_redirects_cannot_lead_inside(server: Server, target: str) -> None:
    server.replies["/a"] = Reply(302, b"", {"Location": target})
    with pytest.raises(RefusedError):
        _client().get(server.address + "/a")


def test_endless_body_is_cut_off(server: Server) -> None:
    server.replies["/a"] = Reply(200, lambda: itertools.repeat(b"x" * 65536))
    with pytest.raises(RefusedError, match="larger than"):
        _client(max_bytes=1_000_000).get(server.address + "/a")


def test_announced_10_gb_are_not_read(server: Server) -> None:
    server.replies["/a"] = Reply(200, b"x", {"Content-Length": str(10 * 1024**3)})
    with pytest.raises(RefusedError, match="10,737,418,240"):
        _client().get(server.address + "/a")


def test_decompression_bomb(server: Server) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    server.replies["/a"] = Reply(200, bomb, {"Content-Encoding": "gzip"})
    got = _client().get(server.address + "/a")
    assert not isinstance(got, NotModified)
    with pytest.raises(RefusedError, match="larger than"):
        _ = got.content


def test_slow_body_runs_out_of_time(server: Server) -> None:
    time = iter(range(0, 10_000, 50))

    def drip() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 70000

    server.replies["/a"] = Reply(200, drip)
    client = Client(
        Politeness(delay=0, allowed_hosts=_LOOPBACK, total_timeout=100, attempts=1),
        Clock(monotonic=lambda: float(next(time)), sleep=lambda _: None),
    )
    with pytest.raises(UnavailableError, match="within 100 s"):
        client.get(server.address + "/a")


def test_dead_host() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    with pytest.raises(UnavailableError, match="refused"):
        _client(attempts=2).get(f"http://127.0.0.1:{port}/a")


def test_server_that_hangs_up(server: Server) -> None:
    server.replies["/a"] = Reply(200, b"short", {"Content-Length": "5000"})
    with pytest.raises(UnavailableError, match="broke off"):
        _client(attempts=1, read_timeout=2).get(server.address + "/a")


def test_loopback_is_refused_unless_allowed(server: Server) -> None:
    with pytest.raises(RefusedError, match="not a public address"):
        _client(allowed_hosts=frozenset()).get(server.page("/a", "x"))
    assert server.requests == []


@pytest.mark.parametrize("url", ["ftp://x/", "//x/y", "http://", "http://user:pw@x/", "http://x:99999/"])
def test_addresses_that_are_not_asked(url: str) -> None:
    with pytest.raises(RefusedError):
        _client().get(url)
