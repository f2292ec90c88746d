"""Every golden page gives its golden record, and every golden record is valid."""

from __future__ import annotations

import json

import pytest

from schemas import validation
from tests.golden.records import Golden, pages, record

_PAGES = list(pages())


def test_there_are_enough_of_them() -> None:
    assert len(_PAGES) >= 45


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_page_gives_its_record(page: Golden) -> None:
    made = record(page)
    assert validation.reasons(made) == []
    assert made == json.loads(page.expected.read_text("utf-8"))
