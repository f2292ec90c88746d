"""A real HTTP server on 127.0.0.1 for tests: answers are set by path, requests are recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from connectors import source as sources
from connectors.source import Expectations, Source


@dataclass
class Reply:
    """One answer. A body given as chunks is sent one by one, without a Content-Length, and may never end."""

    status: int = 200
    body: bytes | Callable[[], Iterator[bytes]] = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Server:
    """The running server: set `replies[path]`; a list is answered one after the other, its last for ever."""

    address: str = ""
    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    conditional: bool = False
    """Whether If-None-Match is honoured where a reply has an ETag."""

    def page(self, path: str, html: str, **headers: str) -> str:
        """Put an HTML page at a path; its address."""
        self.replies[path] = Reply(200, html.encode(), {"Content-Type": "text/html; charset=utf-8", **headers})
        return self.address + path

    def feed(self, *paths: str, name: str = "/feed.rdf") -> str:
        """Put an RSS 2.0 feed of these paths; its address."""
        items = "".join(
            f"<item><title>Japan-Italy Summit Meeting</title><link>{self.address}{path}</link></item>" for path in paths
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{items}</channel></rss>'
        self.replies[name] = Reply(200, body.encode(), {"Content-Type": "application/rss+xml"})
        return self.address + name

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(1 for asked, _ in self.requests if asked == path)

    def source(self, feed: str, **politeness: object) -> Source:
        """jp-kantei, pointed at this server."""
        from dataclasses import replace

        base = sources.load()["jp-kantei"]
        polite = replace(
            base.politeness,
            **{"delay": 0.0, "backoff": 0.01, "allowed_hosts": frozenset(["127.0.0.1"]), **politeness},  # type: ignore[arg-type]
        )
        return replace(base, feeds=(feed,), politeness=polite, expects=Expectations())


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers)))
            reply = server.replies.get(self.path, Reply(404, b"not here"))
            if isinstance(reply, list):
                reply = reply.pop(0) if len(reply) > 1 else reply[0]
            tag = reply.headers.get("ETag")
            if server.conditional and tag is not None and self.headers.get("If-None-Match") == tag:
                self.send_response(304)
                self.end_headers()
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if callable(reply.body):
                self.send_header("Connection", "close")
                self.end_headers()
                self.close_connection = True
                try:
                    for chunk in reply.body():
                        self.wfile.write(chunk)
                except OSError:
                    pass  # the client had enough
                return
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)
            if reply.headers.get("Content-Length") not in (None, str(len(reply.body))):
                self.close_connection = True

    with listening(Handler) as server.address:
        yield server


class QuietHandler(BaseHTTPRequestHandler):
    """Says nothing of requests, and nothing of clients that went away."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(OSError):
            super().handle()


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve on a free port of 127.0.0.1, a thread a request; the address."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    httpd.daemon_threads = True
    Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}"
    finally:
        httpd.shutdown()
        httpd.server_close()


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<div class="banner">{banner}</div><main><h1>{title}</h1><p class="date">{date}</p>
<p>On {event}, commencing at 6:05 p.m. for about 20 minutes, Ms. TAKAICHI Sanae, Prime Minister of Japan, held a summit
telephone talk with H.E. Ms. Giorgia Meloni, President of the Council of Ministers of the Italian Republic. The overview
of the talk is as follows.</p>
<p>1. {first}</p>
<p>2. The two leaders concurred in furthering the partnership.</p></main></body></html>"""


def page(
    title: str = "Japan-Italy Summit Telephone Talk",
    date: str = "February 26, 2026",
    event: str = "February 26",
    first: str = "Prime Minister Meloni congratulated Prime Minister Takaichi.",
    banner: str = "Notice",
) -> str:
    """A sound page in the form of the Prime Minister's Office."""
    return PAGE.format(title=title, date=date, event=event, first=first, banner=banner)
