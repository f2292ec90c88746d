"""Which premiership a record is filed under, and that none is filed by a guess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest

from connectors import source as sources
from connectors.errors import UnreadableError
from pipelines import steps
from schemas.authorities import added, premierships
from schemas.authorities.premierships import authority
from tests.reading import record_of

_GB = authority("GB")
_LAST = _GB.terms[-1]
_LAST_NAME = f"{_LAST.given_name} {_LAST.family_name}"
_AFTER = _GB.known_until + timedelta(days=40)
_DAY = f"{_AFTER:%d %B %Y}"
_URL = "https://www.gov.uk/government/news/pm-call-with-president-stubb-of-finland"
_TEXT = f"""PM call with President Stubb of Finland: {_DAY}
{{above}}
{{leader}} spoke to the President of Finland, Alexander Stubb, this evening.

They agreed to stay in touch.
"""
_OFFICE = "From: Prime Minister's Office, 10 Downing Street and The Rt Hon"


def _record(leader: str, above: str = "") -> Any:
    return record_of("gb-number10", _URL, _TEXT.format(leader=leader, above=above))


def _codes(record: Any) -> list[str]:
    return [finding["code"] for finding in record["findings"]]


@pytest.fixture
def _known(tmp_path: Path) -> Iterator[None]:
    """The data known up to a later day, as who runs an archive may confirm."""
    added.write(tmp_path, {"extends": "GB", "known_until": _AFTER.isoformat(), "sources": ["a page"]})
    premierships.add_from(tmp_path)
    yield
    premierships.add_from(None)


@pytest.mark.usefixtures("_known")
def test_the_office_alone_is_enough_while_the_data_are_known() -> None:
    record = _record("The Prime Minister")
    assert record["premiership"]["id"] == _LAST.id
    assert record["participants"][0]["family_name"] == _LAST.family_name
    assert "premiership_unconfirmed" not in _codes(record)


def test_the_office_alone_tells_nobody_after_that() -> None:
    with pytest.raises(UnreadableError, match="the page names 'The Prime Minister'") as raised:
        _record("The Prime Minister")
    assert raised.value.pointer == "/premiership"
    assert str(_GB.known_until) in raised.value.found
    assert "readouts authorities add" in raised.value.expected


@pytest.mark.parametrize(
    ("leader", "above"),
    [
        (f"The Prime Minister, {_LAST_NAME},", ""),
        ("The Prime Minister", f"{_OFFICE} Sir {_LAST_NAME} KCB KC MP\nPublished {_DAY}\n"),
    ],
)
def test_a_page_that_names_the_one_last_known_is_filed_with_a_notice(leader: str, above: str) -> None:
    record = _record(leader, above)
    assert record["premiership"]["id"] == _LAST.id
    leader_told = record["participants"][0]
    assert (leader_told["family_name"], leader_told["term"]) == (_LAST.family_name, _LAST.id)
    assert _codes(record).count("premiership_unconfirmed") == 1


@pytest.mark.parametrize(
    ("leader", "above", "named"),
    [
        ("The Prime Minister, Jean Dupont,", "", "The Prime Minister"),
        ("The Prime Minister", f"{_OFFICE} Jean Dupont MP\nPublished {_DAY}\n", "The Rt Hon Jean Dupont MP"),
    ],
)
def test_a_page_that_names_another_is_not_filed(leader: str, above: str, named: str) -> None:
    with pytest.raises(UnreadableError, match=named):
        _record(leader, above)


def test_the_content_api_names_who_issued_a_page() -> None:
    item = {
        "document_type": "press_release",
        "title": f"PM call with President Stubb of Finland: {_DAY}",
        "first_published_at": f"{_AFTER}T20:40:05+01:00",
        "details": {"body": "<p>The Prime Minister spoke to the President of Finland, Alexander Stubb.</p><p>X.</p>"},
        "links": {"people": [{"title": f"The Rt Hon Sir {_LAST_NAME} KCB KC MP"}]},
    }

    def read() -> Any:
        page, read_at = orjson.dumps(item), datetime(2026, 3, 1, tzinfo=UTC)
        return steps.of_saved_page(sources.load()["gb-number10"], _URL, page, "application/json", read_at)

    assert read()["premiership"]["id"] == _LAST.id
    item["links"] = {"people": [{"title": "The Rt Hon Jean Dupont MP"}]}
    with pytest.raises(UnreadableError, match="Jean Dupont"):
        read()


def test_an_address_of_a_later_cabinet_is_not_filed_under_the_last_known() -> None:
    japan = authority("JP")
    day = japan.known_until + timedelta(days=40)
    text = (
        "Japan-Italy Summit Telephone Talk\n\n"
        f"On {day:%B} {day.day}, {day.year}, Prime Minister TAKAICHI Sanae held a summit telephone talk with H.E. "
        "Ms. Giorgia Meloni, President of the Council of Ministers of the Italian Republic.\n\n"
        "1. Prime Minister Takaichi stated that she welcomed the talk.\n"
    )
    last = japan.terms[-1].ordinal or 0
    address = "https://japan.kantei.go.jp/{number}/diplomatic/{day:%Y%m}/{day:%d}italy.html"
    record = record_of("jp-kantei", address.format(number=last, day=day), text)
    assert record["premiership"]["id"] == japan.terms[-1].id
    assert "premiership_unconfirmed" in _codes(record)
    with pytest.raises(UnreadableError, match="known up to"):
        record_of("jp-kantei", address.format(number=last + 1, day=day), text)


def test_the_address_of_a_page_of_the_elysee_names_the_president() -> None:
    france = authority("FR")
    last, day = france.terms[-1], france.known_until + timedelta(days=40)
    text = (
        f"Telephone conversation with the President of Finland\n\n{day:%d %B %Y}\n\n"
        "The President of the Republic spoke today with the President of Finland, Alexander Stubb.\n\nThey spoke.\n"
    )
    name = f"{last.given_name}-{last.family_name}".lower()
    address = "https://www.elysee.fr/en/{name}/{day:%Y/%m/%d}/telephone-conversation"
    record = record_of("fr-elysee", address.format(name=name, day=day), text)
    assert record["premiership"]["id"] == last.id
    assert record["participants"][0]["family_name"] == last.family_name
    assert "premiership_unconfirmed" in _codes(record)
    for other in ("jeanne-dupont", "press"):
        with pytest.raises(UnreadableError, match="known up to"):
            record_of("fr-elysee", address.format(name=other, day=day), text)


def test_before_the_first_term_nobody_led() -> None:
    first = _GB.terms[0].start
    assert _GB.sure_on(first - timedelta(days=1)) == ()
    assert _GB.sure_on(date(2000, 1, 1)) == _GB.on(date(2000, 1, 1))
    assert _GB.sure_on(_AFTER) == ()


_JP = authority("JP")


def _of_kantei(number: int | None, leader: str) -> Any:
    day = _JP.known_until + timedelta(days=40)
    url = f"https://japan.kantei.go.jp/{number}/diplomatic/{day:%Y%m}/01.html"
    opening = (
        f"On {day:%B} {day.day}, {leader} held a summit meeting with H.E. Mr. Alexander Stubb, President of Finland."
    )
    return record_of("jp-kantei", url, f"Japan-Finland Summit Meeting\n\n{day:%B} {day.day}, {day.year}\n\n{opening}\n")


def test_the_number_in_an_address_tells_the_premiership_where_nobody_is_named() -> None:
    last = _JP.terms[-1]
    assert last.ordinal is not None
    record = _of_kantei(last.ordinal, "the Prime Minister")
    assert record["premiership"]["id"] == last.id
    assert "premiership_unconfirmed" in _codes(record)
    for number, leader in ((last.ordinal + 1, "the Prime Minister"), (last.ordinal, "Prime Minister Somebody")):
        with pytest.raises(UnreadableError, match="known up to"):
            _of_kantei(number, leader)
