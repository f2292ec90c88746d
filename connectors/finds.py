"""Pages found elsewhere than at their publisher: in WARC files and saved pages on the disk.

What a file holds is a capture like any other: an exchange, with the time at which it was received. A WARC file may be
of any size; it is read record by record, and a record larger than a page can be is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from connectors import capture as captures
from connectors import replays
from connectors.capture import MAX_CONTENT_BYTES, Capture, Exchange

_WARC = re.compile(r"\.w?arc(\.gz)?$", re.IGNORECASE)
_PAGES = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".txt": "text/plain"}
_CANONICAL = re.compile(r"<link\b[^>]{0,300}\brel=[\"']?canonical[\"']?[^>]{0,300}>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']([^\"'<>\s]{8,2000})[\"']", re.IGNORECASE)
# What browsers write into a page they save ("Mark of the Web").
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]{4,2000})\s*-->", re.IGNORECASE)


@dataclass(frozen=True)
class Find:
    """A capture found: of which address, when it was received there (aware), and where it was found.

    `asked` is which capture was asked for, where a web archive may have answered with another.
    """

    url: str
    at: datetime
    capture: Capture
    place: str
    asked: datetime | None = None


@dataclass(frozen=True)
class Passed:
    """Something that cannot be used, and why: it is not what is wanted, or (`failed`) it could not be had."""

    place: str
    reason: str
    failed: bool = False


def in_path(path: Path, url: str | None = None, at: datetime | None = None) -> Iterator[Find | Passed]:
    """What a file, or every file below a folder, holds, in the order of names.

    `url` is said of a single saved page that does not tell it itself, `at` (aware) of all saved pages. A saved page's
    address is, in this order, `url`, the `.url` file beside it, the address a browser noted, what a web archive wrote
    into it, its canonical link; its time is what a web archive tells of it, else `at`, else the file's.
    """
    if path.is_dir():
        for inner in sorted(p for p in path.rglob("*") if p.is_file()):
            if _WARC.search(inner.name) or inner.suffix.lower() in _PAGES:
                yield from in_path(inner, at=at)
        return
    try:
        if _WARC.search(path.name):
            yield from _in_warc(path)
        else:
            yield _saved(path, url, at)
    except OSError as error:
        yield Passed(str(path), error.strerror or str(error), failed=True)


def _saved(path: Path, url: str | None, at: datetime | None) -> Find | Passed:
    if path.suffix.lower() not in _PAGES:
        return Passed(str(path), f"neither a WARC file nor a saved page ({', '.join(_PAGES)})")
    if path.stat().st_size > MAX_CONTENT_BYTES:
        return Passed(str(path), f"larger than the limit of {MAX_CONTENT_BYTES:,} bytes")
    content = path.read_bytes()
    head = content[:200_000].decode("utf-8", "replace")
    shown = replays.of_page(head)
    address = url or _beside(path) or _noted(head) or (shown.url if shown else None) or _canonical(head)
    if address is None or not re.fullmatch(r"https?://[^\s]{3,2000}", address):
        return Passed(str(path), "does not tell the address it was saved from; give --url, or a .url file beside it")
    saved_at = at or datetime.fromtimestamp(path.stat().st_mtime, UTC)
    capture = captures.of_saved_page(address, content, _PAGES[path.suffix.lower()], saved_at)
    # As where captures are fetched from a web archive: its address is what was asked for, the page is the publisher's.
    shown = replays.of_address(address) or shown
    return Find(replays.original(address), shown.at if shown else saved_at, capture, str(path))


def _beside(path: Path) -> str | None:
    """The address in a `.url` file beside a saved page, bare or in the form of an Internet shortcut."""
    beside = path.with_name(path.name + ".url")
    if not beside.is_file():
        return None
    text = beside.read_bytes()[:4_096].decode("utf-8", "replace")
    found = re.search(r"https?://\S+", text)
    return found[0] if found else None


def _noted(head: str) -> str | None:
    saved = _SAVED_FROM.search(head)
    return saved[1] if saved else None


def _canonical(head: str) -> str | None:
    link = _CANONICAL.search(head)
    href = _HREF.search(link[0]) if link else None
    return href[1] if href else None


def _in_warc(path: Path) -> Iterator[Find | Passed]:
    """The pages of a WARC (ISO 28500) or ARC file: its responses that are pages as they were shown."""
    with path.open("rb") as stream:
        records = iter(ArchiveIterator(stream, arc2warc=True))
        count = 0
        while True:
            try:
                record = next(records)
                count += bool(record.rec_headers.get_header("WARC-Record-ID"))
                found = _of_record(record, path)
            except StopIteration:
                if not count:
                    yield Passed(str(path), "is broken, or no WARC file: it holds no records")
                return
            except (ArchiveLoadFailed, EOFError, ValueError, OSError) as error:
                # What follows a broken record cannot be found any more; what stood before it was read.
                yield Passed(
                    str(path), f"is broken at a record: {type(error).__name__}: {str(error)[:120]}", failed=True
                )
                return
            if found is not None:
                yield found


def _of_record(record: object, path: Path) -> Find | Passed | None:
    headers = record.rec_headers  # type: ignore[attr-defined] # warcio has no types
    url = str(headers.get_header("WARC-Target-URI") or "").strip("<>")
    if record.rec_type != "response" or not url.startswith(("http://", "https://")):  # type: ignore[attr-defined]
        return None
    http = record.http_headers  # type: ignore[attr-defined]
    status = http.get_statuscode() if http is not None else ""
    kind = (http.get_header("content-type") or "").lower() if http is not None else ""
    if status != "200" or not kind.startswith(("text/", "application/xhtml", "application/json", "application/xml")):
        return None
    body = record.raw_stream.read(MAX_CONTENT_BYTES + 1)  # type: ignore[attr-defined]
    if len(body) > MAX_CONTENT_BYTES:
        return Passed(f"{path}: {url}", f"larger than the limit of {MAX_CONTENT_BYTES:,} bytes")
    if "chunked" in (http.get_header("transfer-encoding") or "").lower():
        body = _unchunked(body)
    dated = str(headers.get_header("WARC-Date"))
    try:
        at = datetime.fromisoformat(dated).astimezone(UTC)
    except (ValueError, OverflowError):
        return Passed(f"{path}: {url}", f"its WARC-Date is no time: {dated[:40]!r}", failed=True)
    kept = tuple((str(k), str(v)) for k, v in http.headers if str(k).lower() != "transfer-encoding")
    capture = Capture((Exchange(url, (), 200, "OK", kept, body, at),))
    shown = replays.of_address(url)
    return Find(replays.original(url), shown.at if shown else at, capture, f"{path}: {url}")


def _unchunked(body: bytes) -> bytes:
    """A body with its chunked transfer coding undone (RFC 9112 §7.1); as it is where it has none after all."""
    parts: list[bytes] = []
    position = 0
    while True:
        end = body.find(b"\r\n", position, position + 40)
        size = body[position:end].partition(b";")[0].strip() if end > 0 else b""
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return body if not parts else b"".join(parts)
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        position = end + 2 + length + 2
