"""The first real input: a page's text as extracted. What it must give is said by the people who need it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from readouts import cli
from schemas import validation
from tests.conftest import SHARED

_SEED = SHARED / "seed" / "000_a1657387018532e3.txt"
_URL = "https://japan.kantei.go.jp/101_kishida/diplomatic/202407/11nato.html"


@pytest.fixture(scope="module")
def record() -> Any:
    if not _SEED.exists():
        pytest.skip("the seed is not beside this checkout")
    done = CliRunner().invoke(
        cli.readouts, ["parse", str(_SEED), "--source", "jp-kantei", "--url", _URL, "--json"], standalone_mode=False
    )
    assert done.exception is None, done.output
    return json.loads(done.output)


def test_is_valid(record: Any) -> None:
    assert validation.reasons(record) == []


def test_event(record: Any) -> None:
    assert record["event"] == {
        "date": "2024-07-11",
        "occasion": "NATO Summit",
        "series": "nato",
        "place": "United States",
        "sessions": [
            {
                "kinds": ["joint_press_occasion", "meeting"],
                "start": "2024-07-11T08:35:00-04:00",
                "start_jst": "2024-07-11T21:35:00+09:00",
                "duration_minutes": 25,
            }
        ],
    }
    assert record["premiership"]["id"] == "jp/101-kishida"


def test_participants(record: Any) -> None:
    names = [(p["given_name"], p["family_name"], p["office"], p["affiliation"]["code"]) for p in record["participants"]]
    assert names == [
        ("Fumio", "Kishida", "Prime Minister", "JP"),
        ("Jens", "Stoltenberg", "Secretary General", "NATO"),
    ]


def test_points(record: Any) -> None:
    def shape(points: Any) -> Any:
        return [(p["label"], p["heading"], said(p["statements"]), shape(p["points"])) for p in points]

    def said(statements: Any) -> Any:
        """Who says a point's sentences, where it is one person."""
        speakers = {statement["speaker"] for statement in statements}
        return speakers.pop() if len(speakers) == 1 else speakers or None

    kishida, stoltenberg = "Prime Minister Kishida", "Secretary General Stoltenberg"
    assert shape(record["points"]) == [
        (
            "1.",
            "Joint Press Occasion",
            None,
            [
                ("(1)", None, stoltenberg, []),
                ("(2)", None, kishida, [("(a)", None, kishida, []), ("(b)", None, kishida, [])]),
            ],
        ),
        (
            "2.",
            "Meeting",
            None,
            [
                ("(1)", None, "Both sides", []),
                (
                    "(2)",
                    None,
                    kishida,
                    [("(a)", None, kishida, []), ("(b)", None, kishida, []), ("(c)", None, {kishida, stoltenberg}, [])],
                ),
                ("(3)", None, "The two sides", []),
            ],
        ),
    ]


def test_footnotes_and_findings(record: Any) -> None:
    assert [note["mark"] for note in record["footnotes"]] == ["(*1)", "(*2)"]
    codes = [finding["code"] for finding in record["findings"]]
    assert codes == ["title_misspelt", "footnotes_swapped", "footnotes_swapped"]
    assert record["title"].endswith("(Sumarry)")
    assert record["provisional_translation"] is True
