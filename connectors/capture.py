"""A capture: the HTTP exchange as received, and its form as WARC records (ISO 28500, WARC 1.1)."""

from __future__ import annotations

import hashlib
import io
import uuid
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from connectors.errors import BrokenCaptureError, RefusedError

MAX_CONTENT_BYTES = 10 * 1024 * 1024
"""The largest page kept, once its content coding is undone. Readouts are tens of kilobytes; 10 MB is hostile."""

Headers = tuple[tuple[str, str], ...]

# Names the records that WARC needs ids for by what they hold, so that one exchange gives one sequence of bytes.
_NAMESPACE = uuid.UUID("5f0c2d1e-0f0a-5c53-9a57-4f5ef5ac2a11")


@dataclass(frozen=True)
class Exchange:
    """One request and its response. `body` is as sent, its content coding (gzip) still on it; times are UTC."""

    url: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes
    received_at: datetime

    def header(self, name: str) -> str | None:
        """The first response header of this name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True)
class Capture:
    """A page as received: the final exchange and the redirects that led to it, in order."""

    exchanges: tuple[Exchange, ...]

    @property
    def final(self) -> Exchange:
        return self.exchanges[-1]

    @property
    def requested_url(self) -> str:
        return self.exchanges[0].url

    @property
    def url(self) -> str:
        return self.final.url

    @property
    def received_at(self) -> datetime:
        return self.final.received_at

    @property
    def content(self) -> bytes:
        """The body with its content coding undone. Raises RefusedError past MAX_CONTENT_BYTES or where it is broken."""
        return decoded(self.final.body, self.final.header("content-encoding"), self.url)

    @property
    def permanently_redirected(self) -> bool:
        """Whether every redirect on the way said so for good (301, 308; RFC 9110 §15.4)."""
        hops = self.exchanges[:-1]
        return bool(hops) and all(hop.status in (301, 308) for hop in hops)


def digest(data: bytes) -> str:
    """A digest in the record's form, `sha256:` and lower-case hexadecimal."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def decoded(body: bytes, coding: str | None, url: str, limit: int = MAX_CONTENT_BYTES) -> bytes:
    """Undo a content coding, never producing more than `limit` bytes (a few kilobytes can hold gigabytes)."""
    match (coding or "identity").strip().lower():
        case "identity" | "":
            content = body
        case "gzip" | "x-gzip" | "deflate":
            inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
            try:
                content = inflater.decompress(body, limit + 1)
            except zlib.error as error:
                raise RefusedError(url, f"its compressed body is broken: {error}") from None
        case other:
            raise RefusedError(url, f"its content coding {other!r} was not asked for")
    if len(content) > limit:
        raise RefusedError(url, f"larger than the limit of {limit:,} bytes")
    return content


def of_saved_page(url: str, content: bytes, media_type: str, read_at: datetime) -> Capture:
    """A capture of a page handed in as a file: the exchange it stands for, with no request behind it."""
    exchange = Exchange(url, (), 200, "OK", (("Content-Type", media_type),), content, read_at)
    return Capture((exchange,))


def to_warc(capture: Capture) -> bytes:
    """The capture as gzipped WARC records: a response, and the request behind it, for each exchange.

    Every record is a gzip member of its own (WARC 1.1 annex D). The bytes depend on the capture alone.
    """
    out = io.BytesIO()
    writer = _InMemoryWriter(out, gzip=True, warc_version="1.1")
    for number, exchange in enumerate(capture.exchanges):
        moment = exchange.received_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        name = f"{number} {exchange.url} {moment} {digest(exchange.body)}"
        response_id = f"<urn:uuid:{uuid.uuid5(_NAMESPACE, 'response ' + name)}>"
        response = writer.create_warc_record(
            exchange.url,
            "response",
            payload=io.BytesIO(exchange.body),
            http_headers=StatusAndHeaders(
                f"{exchange.status} {exchange.reason}".strip(), list(exchange.headers), protocol="HTTP/1.1"
            ),
            warc_headers_dict={"WARC-Record-ID": response_id, "WARC-Date": moment},
        )
        writer.write_record(response)
        if exchange.request_headers:
            request = writer.create_warc_record(
                exchange.url,
                "request",
                http_headers=StatusAndHeaders(
                    f"GET {_request_target(exchange.url)} HTTP/1.1",
                    list(exchange.request_headers),
                    is_http_request=True,
                ),
                warc_headers_dict={
                    "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_NAMESPACE, 'request ' + name)}>",
                    "WARC-Date": moment,
                    "WARC-Concurrent-To": response_id,
                },
            )
            writer.write_record(request)
    return out.getvalue()


class _InMemoryWriter(WARCWriter):  # type: ignore[misc] # warcio has no types
    """Bodies are bounded, so what warcio would put into temporary files stays in memory."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


def from_warc(data: bytes) -> Capture:
    """The capture that `to_warc` wrote. Raises BrokenCaptureError where these bytes are not what it wrote."""
    try:
        capture = _from_warc(data)
    except Exception as error:  # warcio raises what its decoders raise
        raise BrokenCaptureError(f"is no WARC of a capture ({type(error).__name__})") from error
    if not capture.exchanges:
        raise BrokenCaptureError("is the WARC of nothing")
    return capture


def _from_warc(data: bytes) -> Capture:
    exchanges: list[Exchange] = []
    requests: dict[str, Headers] = {}
    for record in ArchiveIterator(io.BytesIO(data)):
        url = cast(str, record.rec_headers.get_header("WARC-Target-URI"))
        headers = _pairs(record.http_headers.headers)
        if record.rec_type == "request":
            requests[cast(str, record.rec_headers.get_header("WARC-Concurrent-To"))] = headers
            continue
        status, _, reason = record.http_headers.statusline.partition(" ")
        exchanges.append(
            Exchange(
                url=url,
                request_headers=((_RESPONSE_ID, record.rec_headers.get_header("WARC-Record-ID")),),
                status=int(status),
                reason=reason,
                headers=headers,
                body=record.raw_stream.read(),
                received_at=datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")).astimezone(UTC),
            )
        )
    return Capture(
        tuple(
            Exchange(
                **{**exchange.__dict__, "request_headers": requests.get(exchange.request_headers[0][1], ())},
            )
            for exchange in exchanges
        )
    )


_RESPONSE_ID = "WARC-Record-ID"


def _pairs(headers: Sequence[tuple[Any, Any]]) -> Headers:
    return tuple((str(key), str(value)) for key, value in headers)


def _request_target(url: str) -> str:
    _, _, rest = url.partition("://")
    _, slash, path = rest.partition("/")
    return slash + path if slash else "/"
