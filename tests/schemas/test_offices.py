"""Offices and their ranks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schemas.authorities import offices
from schemas.authorities.affiliations import by_code
from schemas.authorities.offices import country_by_office, country_by_sovereign, rank_of, ranks
from schemas.validation import schema


@pytest.mark.parametrize(
    ("office", "code", "rank"),
    [
        ("Prime Minister", "JP", "head_of_government"),
        ("President", "FR", "head_of_state"),
        ("President", "ECOM", "head_of_organisation"),
        ("Secretary-General", "UN", "head_of_organisation"),
        ("President of the Council of Ministers", "IT", "head_of_government"),
        ("Minister for Trade and Industry", "SG", "minister"),
        ("Deputy Prime Minister and Minister for Defence", "IT", "deputy_head"),
        ("Crown Prince", "SA", "heir"),
        ("President-elect", "BR", "elect"),
        ("President of the Government", "ES", "head_of_government"),
        ("Chairman of the Government", "RU", "head_of_government"),
        ("President of the 67th Session", "UN", "other"),
        ("Secretary of State", "US", "foreign_minister"),
        ("Secretary of State", "VA", "head_of_government"),
        ("国務長官", "VA", "head_of_government"),
        ("High Commissioner", "UNHCR", "head_of_organisation"),
        ("High Commissioner", "AU", "other"),
        ("Chairman", "CN", "other"),
        ("Chairman of the Presidency", "BA", "head_of_state"),
        ("首相", "IT", "head_of_government"),
        ("事務総長", "NATO", "head_of_organisation"),
        ("Chief Adviser", "BD", "head_of_government"),
        ("Interim President", "VE", "head_of_state"),
        ("Federal Minister for Foreign Affairs", "DE", "foreign_minister"),
        ("State Counsellor", "MM", "other"),
        ("Gardener", "GB", None),
        (None, "GB", None),
    ],
)
def test_ranks(office: str | None, code: str, rank: str | None) -> None:
    assert rank_of(office, code) == rank


def test_the_schema_knows_every_rank() -> None:
    person = schema()["properties"]["participants"]["items"]["properties"]
    assert set(person["rank"]["enum"]) == {*ranks(), None}


@pytest.mark.parametrize(
    ("name", "code"),
    [("King Charles III", "GB"), ("King Abdullah II", "JO"), ("King Abdullah", None), ("Queen Elizabeth", None)],
)
def test_a_number_tells_whose_sovereign_one_is(name: str, code: str | None) -> None:
    assert country_by_sovereign(name) == code


def test_an_office_of_one_country_tells_which() -> None:
    assert country_by_office("Taoiseach") == "IE"
    assert country_by_office("President") is None
    assert country_by_office(None) is None


def test_every_sovereign_is_of_a_known_country_and_says_where_that_is_from() -> None:
    data = json.loads((Path(offices.__file__).parent / "offices.json").read_text("utf-8"))
    for row in data["sovereigns"]:
        assert by_code(row["country"]).is_country, row["name"]
        assert "https://" in row["source"], row["name"]
    assert all(by_code(code).is_country for code in data["of_one_country"].values())
