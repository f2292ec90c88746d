"""A proxy on 127.0.0.1 in front of an S3 server that does to requests what networks and busy servers do."""

from __future__ import annotations

import http.client
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from tests.serving import QuietHandler, listening

Fault = str
"""One of: pass; 500, 503 (answered without doing it); drop (done, the answer lost); refuse (the connection is closed
without doing it); hang (no answer for longer than anybody waits); truncate (half the answer's body)."""


@dataclass
class Proxy:
    """The running proxy. `decide` is called with (method, path); `plain` headers are not passed on."""

    address: str = ""
    decide: Callable[[str, str], Fault] = lambda method, path: "pass"
    without: frozenset[str] = frozenset()
    hang_seconds: float = 3.0
    faults: list[tuple[Fault, str, str]] = field(default_factory=list)
    requests: int = 0


def at_random(seed: int, rate: float) -> Callable[[str, str], Fault]:
    """Faults of every kind, at a rate, the same for the same seed and order of requests."""
    chance, lock = random.Random(seed), Lock()

    def decide(method: str, path: str) -> Fault:
        with lock:
            if chance.random() >= rate:
                return "pass"
            return chance.choice(["500", "503", "503", "drop", "drop", "refuse", "truncate", "hang"])

    return decide


@contextmanager
def in_front_of(backend: str) -> Iterator[Proxy]:
    proxy = Proxy()
    host = urlsplit(backend).netloc

    class Handler(QuietHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            proxy.requests += 1
            fault = proxy.decide(self.command, self.path)
            if fault != "pass":
                proxy.faults.append((fault, self.command, self.path))
            if fault in ("500", "503"):
                self._answer(int(fault), b"<Error><Code>SlowDown</Code><Message>busy</Message></Error>", {})
                return
            if fault == "refuse":
                self.close_connection = True
                return
            connection = http.client.HTTPConnection(host, timeout=60)
            headers = {
                name: value
                for name, value in self.headers.items()
                if name.lower() not in proxy.without | {"expect", "connection"}
            }
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            content = answer.read()
            passed_on = {k: v for k, v in answer.getheaders() if k.lower() not in ("connection", "transfer-encoding")}
            connection.close()
            if fault == "drop":
                self.close_connection = True
                return
            if fault == "hang":
                time.sleep(proxy.hang_seconds)
                self.close_connection = True
                return
            self._answer(answer.status, content, passed_on, half=fault == "truncate" and len(content) > 1)

        def _answer(self, status: int, body: bytes, headers: dict[str, str], *, half: bool = False) -> None:
            self.send_response(status)
            for name, value in headers.items():
                if name.lower() != "content-length":
                    self.send_header(name, value)
            length = headers.get("Content-Length", str(len(body))) if self.command == "HEAD" else str(len(body))
            self.send_header("Content-Length", length)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if half else body)
            if half:
                self.close_connection = True

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _any  # noqa: N815

    with listening(Handler) as proxy.address:
        yield proxy
