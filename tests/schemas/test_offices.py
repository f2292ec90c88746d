"""Offices and their ranks."""

from __future__ import annotations

import pytest

from schemas.authorities.offices import rank_of, ranks
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
