"""A saved page as a record, which obeys the schema whatever a test looks at in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from connectors import source as sources
from pipelines import steps
from schemas import validation

_SOURCES = sources.load()
_READ_AT = datetime(2026, 3, 1, tzinfo=UTC)


def record_of(source: str, url: str, text: str) -> Any:
    """The record of a page of a source, saved as text. Raises what `pipelines.steps.of_saved_page` does."""
    record = steps.of_saved_page(_SOURCES[source], url, text.encode(), "text/plain", _READ_AT)
    assert validation.reasons(record) == []
    return record
