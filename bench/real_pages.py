"""Pages as publishers made them. They are not in this project: READOUTS_PAGES names a folder that holds them, each as a
file (`.txt`, `.html`) with its address in a `.url` file beside it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from connectors.errors import ConnectorError
from connectors.feeds import FeedEntry
from connectors.source import Source
from pipelines import steps
from schemas.record import Readout
from schemas.validation import is_valid

VARIABLE = "READOUTS_PAGES"
_TYPES = {".txt": "text/plain", ".html": "text/html"}


def by_address() -> dict[str, Path] | None:
    """The pages that are there, by address; None where no folder of them is named."""
    folder = os.environ.get(VARIABLE)
    if folder is None:
        return None
    return {beside.read_text("utf-8").strip(): beside.with_suffix("") for beside in Path(folder).rglob("*.url")}


def read(source: Source, url: str, page: Path, *, titled: bool) -> Readout | None:
    """The record of a page, or None where the source's rules (if its title is had) or its parser turn it away, or where
    it would not be archived for not being valid."""
    try:
        record = steps.of_saved_page(
            source, url, page.read_bytes(), _TYPES[page.suffix], datetime(2026, 3, 1, tzinfo=UTC)
        )
    except ConnectorError:
        return None
    if not is_valid(record):
        return None
    rule = source.decide(FeedEntry(url, record["title"], None, ""), steps.names_guest(record))
    return record if rule.keep or not titled else None
