"""The golden pages: which there are, and the record that each gives today.

A page here is a file with its address in a `.url` file beside it and its record in a `.json` file; the pages of the
sample site count too, with their records in `site/`. After a deliberate change of a parser, run
`python -m tests.golden.records` and read the difference it makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from connectors import source as sources
from pipelines import steps
from readouts.demo import site

HERE = Path(__file__).parent
_READ_AT = datetime(2026, 3, 31, 3, 0, tzinfo=UTC)
_HOSTS = {"kantei": "https://japan.kantei.go.jp", "mofa": "https://www.mofa.go.jp"}


# A page of an API is JSON as well: its ending tells it from the records beside it.
_MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".api": "application/json", ".xml": "application/xml"}


@dataclass(frozen=True)
class Golden:
    """One page, and where its expected record stands."""

    name: str
    source: str
    url: str
    content: bytes
    media_type: str
    expected: Path


def pages() -> Iterator[Golden]:
    """Every golden page."""
    for folder in sorted(HERE.glob("*-*")):
        for page in sorted(page for suffix in _MEDIA_TYPES for page in folder.glob(f"*{suffix}")):
            yield Golden(
                name=f"{folder.name}/{page.stem}",
                source=folder.name,
                url=page.with_name(page.name + ".url").read_text("utf-8").strip(),
                content=page.read_bytes(),
                media_type=_MEDIA_TYPES[page.suffix],
                expected=page.with_suffix(".json"),
            )
    for publisher, (source, _) in site.PUBLISHERS.items():
        for shown in site.pages(publisher, 3):
            path = shown["path"]
            if any(part in path for part in ("10expo", "10brazil", "02usa.html")):
                continue
            yield Golden(
                name=f"site{path}",
                source=source,
                url=_HOSTS[publisher] + path,
                content=site.answer(publisher, path, 3, _HOSTS[publisher]).body,
                media_type="text/html",
                expected=HERE / "site" / (path.strip("/").replace("/", "_").replace(".html", "") + ".json"),
            )


def record(page: Golden) -> dict[str, Any]:
    """The record that today's parser makes of a page."""
    source = sources.load()[page.source]
    return dict(steps.of_saved_page(source, page.url, page.content, page.media_type, _READ_AT))


def _write() -> None:
    for page in pages():
        page.expected.parent.mkdir(exist_ok=True)
        page.expected.write_bytes(orjson.dumps(record(page), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    _write()
