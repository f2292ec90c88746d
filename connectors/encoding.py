"""From bytes to text: the declared encoding where it holds, else what the bytes show."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

# What the web calls by these names (WHATWG Encoding Standard §4.2) is more than the codec Python knows by them.
_WEB = {
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """Text, the codec that gave it, and what was wrong with the declaration (None if it held)."""

    text: str
    encoding: str
    problem: str | None


def decode(content: bytes, content_type: str | None) -> Decoded:
    """Decode a page. Order: byte order mark, Content-Type, meta element, UTF-8, then detection.

    A declaration that the bytes contradict is passed over with a `problem`. Never raises: what no codec explains is
    decoded as UTF-8 with replacement characters, and says so.
    """
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return Decoded(content.decode(codec, "replace"), codec, None)
    declared = _declared(content, content_type)
    for codec in declared:
        text = _strictly(content, codec)
        if text is not None:
            return Decoded(text, codec, None)
    wrong = f"declared as {declared[0]}, which it is not" if declared else None
    text = _strictly(content, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", wrong)
    best = charset_normalizer.from_bytes(
        content[:65536], cp_isolation=["cp932", "euc_jp", "cp1252", "iso2022_jp", "cp949", "gb18030"]
    ).best()
    if best is not None:
        text = _strictly(content, best.encoding)
        if text is not None:
            return Decoded(text, best.encoding, wrong or f"declares no encoding; read as {best.encoding}")
    problem = (wrong + "; " if wrong else "") + "some bytes are in no known encoding and were replaced"
    return Decoded(content.decode("utf-8", "replace"), "utf-8", problem)


def _declared(content: bytes, content_type: str | None) -> list[str]:
    names = []
    if content_type and (header := _HEADER.search(content_type)):
        names.append(header[1])
    if meta := _META.search(content[:4096]):
        names.append(meta[1].decode("ascii"))
    codecs_named = []
    for name in names:
        try:
            canonical = codecs.lookup(name).name
        except LookupError:
            continue
        codecs_named.append(_WEB.get(canonical, canonical))
    return codecs_named


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
