"""The sample site: what two publishers show on each of three days, served on 127.0.0.1.

What stands where is data (`site/site.toml`), the pages are HTML beside it. The server answers as the real ones do:
entity tags and 304, gzip, feeds in two dialects, 404 and 503 where the data say so.
"""

from __future__ import annotations

import gzip
import hashlib
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from string import Template
from threading import Thread
from typing import Any

PUBLISHERS = {"kantei": ("jp-kantei", "/index-e2.rdf"), "mofa": ("jp-mofa", "/rss/index.xml")}
"""The sample publishers: the source each plays, and the path of its feed."""

_FILES = resources.files("readouts.demo") / "site"
_BANNER = "Notice"


@dataclass(frozen=True)
class Answer:
    """One response of the sample site."""

    status: int
    content_type: str
    body: bytes

    @property
    def etag(self) -> str:
        return '"' + hashlib.sha256(self.body).hexdigest()[:20] + '"'


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((_FILES / "site.toml").read_text("utf-8"))


def pages(publisher: str, day: int) -> list[dict[str, Any]]:
    """What a publisher announces on a day, newest first."""
    shown = [
        page
        for page in _data()["page"]
        if page["publisher"] == publisher and page.get("since", 1) <= day <= page.get("until", day)
    ]
    return sorted(shown, key=lambda page: (page["published"], page["path"]), reverse=True)


def answer(publisher: str, path: str, day: int, base: str) -> Answer:
    """What a publisher's site answers to a path on a day; `base` is the site's own address."""
    for special in _data()["answer"]:
        if (special["publisher"], special["path"]) == (publisher, path) and special["day"] <= day <= special["last"]:
            return Answer(special["status"], "text/html; charset=utf-8", b"<h1>Not here now</h1>")
    if path == PUBLISHERS[publisher][1]:
        return _feed(publisher, day, base)
    if path == "/robots.txt":
        return Answer(200, "text/plain", b"User-agent: *\nDisallow: /private/\n")
    for page in pages(publisher, day):
        if page["path"] == path:
            return Answer(200, "text/html; charset=utf-8", _page(publisher, page, day).encode())
    return Answer(404, "text/html; charset=utf-8", b"<h1>Page not found</h1>")


def _page(publisher: str, page: dict[str, Any], day: int) -> str:
    body = (_FILES / page["file"]).read_text("utf-8")
    for edit in _data()["edit"]:
        if (edit["publisher"], edit["path"]) == (publisher, page["path"]) and edit["day"] <= day:
            body = body.replace(escape(edit["old"], quote=False), escape(edit["new"], quote=False))
    banner = _BANNER
    for change in _data()["banner"]:
        if (change["publisher"], change["path"]) == (publisher, page["path"]) and change["day"] <= day:
            banner = change["text"]
    frame = Template((_FILES / f"{publisher}.html").read_text("utf-8"))
    return frame.substitute(title=escape(page["title"]), body=body, banner=escape(banner))


def _feed(publisher: str, day: int, base: str) -> Answer:
    shown = pages(publisher, day)
    if publisher == "kantei":
        items = "".join(
            f'<item rdf:about="{base}{p["path"]}"><title>{escape(p["title"])}</title><link>{base}{p["path"]}</link>'
            f"<dc:date>{p['published']}T18:00:00+09:00</dc:date></item>\n"
            for p in shown
        )
        listed = "".join(f'<rdf:li rdf:resource="{base}{p["path"]}"/>' for p in shown)
        text = (
            '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/" '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
            f'<channel rdf:about="{base}/"><title>What\'s New</title><link>{base}/</link><description/>'
            f"<items><rdf:Seq>{listed}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
        )
        return Answer(200, "application/rdf+xml", text.encode())
    items = "".join(
        f"<item><title>{escape(p['title'])}</title><link>{base}{p['path']}</link>"
        f"<pubDate>{_rfc822(p['published'])}</pubDate></item>\n"
        for p in shown
    )
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Press Releases</title>'
        f"<link>{base}/</link><description>New pages</description>\n{items}</channel></rss>\n"
    )
    return Answer(200, "application/rss+xml", text.encode())


def _rfc822(day: date) -> str:
    return f"{day:%a, %d %b %Y} 18:00:00 +0900"


@dataclass
class SampleSite:
    """Two running servers. Set `day` to turn the page of the calendar."""

    day: int = 1
    addresses: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, str, int]] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[SampleSite]:
    """Serve both publishers on 127.0.0.1, each at a free port, until the block ends."""
    site = SampleSite()
    servers = []
    try:
        for publisher in PUBLISHERS:
            server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, publisher))
            server.daemon_threads = True
            site.addresses[publisher] = f"http://127.0.0.1:{server.server_port}"
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            servers.append(server)
        yield site
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def _handler(site: SampleSite, publisher: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body in one segment: otherwise the client's delayed acknowledgement costs 40 ms an answer.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            got = answer(publisher, self.path, site.day, site.addresses[publisher])
            status, body = got.status, got.body
            if status == 200 and self.headers.get("If-None-Match") == got.etag:
                status, body = 304, b""
            site.requests.append((publisher, self.path, status))
            self.send_response(status)
            if status == 200:
                self.send_header("ETag", got.etag)
            if body:
                self.send_header("Content-Type", got.content_type)
                if "gzip" in self.headers.get("Accept-Encoding", ""):
                    body = gzip.compress(body, mtime=0)
                    self.send_header("Content-Encoding", "gzip")
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Quiet: the demonstration prints what matters."""

    return Handler


def source_files(site: SampleSite) -> dict[str, str]:
    """Source files (name to TOML) that point the real sources at the sample site: only the addresses differ."""
    files = {}
    for publisher, (source, feed) in PUBLISHERS.items():
        base = site.addresses[publisher]
        host = base.removeprefix("http://")
        files[f"{source}.toml"] = (
            f'extends = "{source}"\nfeeds = ["{base}{feed}"]\nhosts = ["{host}"]\n'
            # Its second day is full of mishaps, so that what the real publisher yields cannot be expected of it.
            "[expectations]\nentries = 0\nreadable = 0.0\n"
            '[politeness]\ndelay = 0.0\nbackoff = 0.05\nallowed_hosts = ["127.0.0.1"]\n'
        )
    return files
