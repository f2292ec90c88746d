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
        ("カナナスキス・サミット", "ja", "g8"),
        ("G7カナナスキス・サミット", "ja", "g7"),
        ("G8 Sea Island Summit", "en", "g8"),
        ("第10回日・メコン地域諸国首脳会議", "ja", "mekong_japan"),
        ("国連気候変動枠組み条約第28回締約国会議", "ja", "cop"),
        ("4th Eastern Economic Forum", "en", "eastern_economic_forum"),
        ("第3回国連防災世界会議", "ja", "disaster_risk_reduction"),
        ("Joint Expeditionary Force (JEF) Summit", "en", "joint_expeditionary_force"),
        ("27th United Nations Climate Change Conference (COP 27)", "en", "cop"),
        ("国際通貨基金(IMF)・世界銀行年次総会2012", "ja", "imf_world_bank"),
        ("V4+日本首脳会談", "ja", "visegrad"),
        ("MASCOT Conference", "en", None),
        ("opening of a bridge", "en", None),
        (None, "en", None),
    ],
)
def test_series(occasion: str | None, language: str, series: str | None) -> None:
    assert series_of(occasion, language) == series


def test_every_series_has_a_name() -> None:
    assert all(names().values())
