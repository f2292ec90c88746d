"""Occasions and the series of summits they belong to."""

from __future__ import annotations

import pytest

from schemas.authorities.summits import names, series_of


@pytest.mark.parametrize(
    ("occasion", "language", "series"),
    [
        ("G7 Hiroshima Summit", "en", "g7"),
        ("G20 Osaka Summit", "en", "g20"),
        ("APEC Economic Leaders' Meeting", "en", "apec"),
        ("Ninth Tokyo International Conference on African Development", "en", "ticad"),
        ("NATO首脳会合", "ja", "nato"),
        ("2024年NATO首脳会合", "ja", "nato"),
        ("80th session of the United Nations General Assembly", "en", "un_general_assembly"),
        ("MASCOT Conference", "en", None),
        ("opening of a bridge", "en", None),
        (None, "en", None),
    ],
)
def test_series(occasion: str | None, language: str, series: str | None) -> None:
    assert series_of(occasion, language) == series


def test_every_series_has_a_name() -> None:
    assert all(names().values())
