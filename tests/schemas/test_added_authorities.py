"""What whoever runs an archive adds to the data on who is in office."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.authorities import added, invariants
from schemas.authorities.premierships import UnknownCountryError, add_from, authority, authority_with, keys

_LAST = authority("GB").terms[-1]
_LATER = _LAST.start + timedelta(days=2000)
_TERM = {"family_name": "Dupont", "given_name": "Jean", "start": _LATER.isoformat()}


def _data(*terms: dict[str, Any], extends: str = "GB", until: date = _LATER) -> dict[str, Any]:
    return {"extends": extends, "known_until": until.isoformat(), "sources": ["a page"], "terms": list(terms)}


@pytest.fixture(autouse=True)
def _as_built_in() -> Iterator[None]:
    yield
    add_from(None)


def test_a_term_ends_the_one_before() -> None:
    holders = authority_with("GB", _data(_TERM))
    before, new = holders.terms[-2:]
    assert (before.id, before.end) == (_LAST.id, _LATER)
    assert (new.id, new.end, new.ordinal, new.acting) == (f"gb/{_LATER.year}-dupont", None, None, False)
    assert (new.family_name_native, new.given_name_native) == ("Dupont", "Jean")
    assert holders.known_until == _LATER
    assert list(invariants.of(holders)) == []


def test_terms_that_count_go_on_counting_but_for_an_interim_head() -> None:
    last = authority("JP").terms[-1]
    day = last.start + timedelta(days=3000)
    acting = {"family_name": "Dupont", "given_name": "Jean", "start": day.isoformat(), "acting": True}
    (interim,) = authority_with("JP", _data(acting, extends="JP", until=day)).terms[-1:]
    assert (interim.ordinal, interim.acting) == (None, True)
    (counted,) = authority_with("JP", _data({**acting, "acting": False}, extends="JP", until=day)).terms[-1:]
    assert counted.ordinal == (last.ordinal or 0) + 1


def test_what_a_release_knows_too_is_passed_over() -> None:
    known = {"family_name": _LAST.family_name, "given_name": _LAST.given_name, "start": _LAST.start.isoformat()}
    holders, more = authority("GB"), _data(known, until=_LAST.start)
    assert authority_with("GB", more) == replace(holders, sources=(*holders.sources, *more["sources"]))


_LASTING = [key for key in keys() if authority(key).abolished is None]


@given(st.sampled_from(_LASTING), st.lists(st.integers(1, 4000), min_size=1, max_size=4, unique=True))
def test_whatever_follows_in_time_keeps_what_must_hold(key: str, ahead: list[int]) -> None:
    last = authority(key).terms[-1]
    days = [last.start + timedelta(days=days) for days in sorted(ahead)]
    terms = [{"family_name": f"Dupont{n}", "given_name": "Jean", "start": d.isoformat()} for n, d in enumerate(days)]
    holders = authority_with(key, _data(*terms, extends=key, until=days[-1]))
    assert len(holders.terms) == len(authority(key).terms) + len(days)
    assert list(invariants.of(holders)) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("gb.json", "{", "not JSON"),
        ("gb.json", "[]", "not of type 'object'"),
        ("gb.json", json.dumps({"extends": "GB", "known_until": "2030-01-01"}), "'sources' is a required property"),
        ("gb.json", json.dumps({**_data(), "known_until": "2030-02-30"}), "'2030-02-30' is not a 'date'"),
        ("gb.json", json.dumps(_data({"family_name": "Dupont", "start": "2030-01-01"})), "'given_name' is a required"),
        ("fr.json", json.dumps(_data()), "must be called gb.json"),
        (
            "tr-prime-minister.json",
            json.dumps(_data({**_TERM, "start": "2030-01-01"}, extends="TR-PRIME-MINISTER")),
            "the office was abolished on 2018-07-09",
        ),
        (
            "gb.json",
            json.dumps(_data({**_TERM, "start": "1990-01-01"})),
            f"begins on 1990-01-01, but {_LAST.family_name} did on",
        ),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing(tmp_path: Path, name: str, text: str, said: str) -> None:
    before = authority("GB")
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(added.AddedError, match=said):
        add_from(tmp_path)
    assert authority("GB") == before


def test_an_unknown_country_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(added.AddedError, match="no such folder"):
        add_from(tmp_path / "nowhere")
    added.write(tmp_path, _data(extends="XX"))
    with pytest.raises(UnknownCountryError):
        add_from(tmp_path)


def test_a_folder_counts_until_another_does(tmp_path: Path) -> None:
    added.write(tmp_path, _data(_TERM))
    assert add_from(tmp_path) == ("GB",)
    assert [term.family_name for term in authority("GB").on(_LATER + timedelta(days=1))] == ["Dupont"]
    assert add_from(None) == ()
    assert authority("GB").terms[-1] == _LAST


def test_one_fact_after_another(tmp_path: Path) -> None:
    for until, source, term in ((_LATER, "a page", _TERM), (_LATER + timedelta(days=9), "another", None)):
        added.write(tmp_path, added.extended(tmp_path, "GB", until, source, term))
    made = added.read(tmp_path)["GB"]
    assert made["terms"] == [_TERM]
    assert made["sources"] == ["a page", "another"]
    assert made["known_until"] == (_LATER + timedelta(days=9)).isoformat()
    assert [path.name for path in tmp_path.iterdir()] == ["gb.json"]
