"""Countries and organisations by their Japanese names, longest first."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

# What makes a formal name of a short one: イタリア共和国, タイ王国, ドイツ連邦共和国. What begins an office is no part
# of it: 連邦議会議長, 国民議会議長, 国務長官.
_FORM = (
    r"(?:・?(?:民主|連邦(?!議会|[上下]院)|連合(?=共和|民主|王)|社会主義|人民(?=・?(?:共和|民主))|イスラム|多民族|ボリバル|アラブ|ハシェミット|東方|合同|独立))*"
    r"(?:共和国|王国|連邦(?!議会|[上下]院)|合衆国|首長国|公国|大公国|連合|国(?![務家防王民会]))?"
)


_SHORT = 3


@cache
def pattern() -> str:
    """A pattern of every name with what may make it formal; its group is `country`."""
    names = sorted((name for name in _codes() if len(name) > 1), key=len, reverse=True)
    # A short name is no part of a longer word, nor is any the beginning of one: マリ of ハイレマリアム, インド of
    # インドネシア. A long one may stand behind a name that lost its "・": "アブドッラージョルダン国王". And the
    # 国 of "モンゴル国家大会議" is of the next word.
    long, short = (
        "|".join(re.escape(name) for name in names if (len(name) > _SHORT) is is_long) for is_long in (True, False)
    )
    either = rf"(?:{long}|(?:(?<![ァ-ヶー])|(?![ァ-ヶ]))(?:{short}))"
    return rf"(?P<country>{either}(?:(?![ァ-ヶー])|(?<![ァ-ヶー]))(?!(?<=国)家)){_FORM}"


@cache
def letters() -> str:
    """The names of one letter (豪, 米, 独), which stand for a country beside an office or another country only."""
    return "".join(sorted(name for name in _codes() if len(name) == 1))


def with_letters() -> str:
    """A pattern of every name and of the letters too; `named` tells which one a match has."""
    return rf"(?:{pattern()}|(?P<letter>[{letters()}]))"


def named(match: re.Match[str]) -> str:
    """The country of a match of `with_letters`, as printed."""
    return str(match["country"] or match["letter"])


def code_of(name: str) -> str | None:
    """The code that a Japanese name stands for, or None."""
    return _codes().get(name)


@cache
def _codes() -> dict[str, str]:
    data = json.loads((resources.files(__package__) / "names_ja.json").read_text("utf-8"))
    return {name: row["code"] for row in data["names"] for name in row["names"]}
