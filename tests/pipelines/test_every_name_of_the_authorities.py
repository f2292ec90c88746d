"""Every name that the authorities have for a country, an organisation or an office is read where a guest is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

from schemas import authorities
from schemas.authorities.affiliations import by_code
from tests.reading import record_of

_HOME = "JP"
# APEC is chaired by one of its economies, and the Forum's secretariat led by the Forum's Secretary General.
_WITHOUT_HEAD = {"APEC", "PIFS"}


def _names(file: str, key: str) -> Iterator[tuple[str, str]]:
    """The codes and names that a file of the authorities has for others than the publisher's country."""
    rows: list[dict[str, Any]] = json.loads((resources.files(authorities) / file).read_text("utf-8"))[key]
    for row in rows:
        for name in [*filter(None, [row.get("name")]), *row["names"]]:
            # A single letter (豪, 米) stands before another country, or behind a name.
            if row["code"] != _HOME and len(name) > 1:
                yield row["code"], name


def _guests(record: Any) -> list[str | None]:
    return [who["affiliation"] and who["affiliation"]["code"] for who in record["participants"][1:]]


def _in_japanese(country: str, office: str) -> Any:
    return record_of(
        "jp-mofaja",
        "https://www.mofa.go.jp/mofaj/kaidan/page1.html",
        "表敬\n\n令和5年12月13日\n\n本13日午後5時30分から約10分間、岸田文雄内閣総理大臣は、訪日中の"
        f"アンナ・ベータ・{country}{office}による表敬を受けたところ、概要は以下のとおりです。\n\n"
        "1. 岸田総理から、歓迎の意を述べました。\n",
    )


def _in_english(country: str, office: str) -> Any:
    return record_of(
        "jp-mofa",
        "https://www.mofa.go.jp/erp/page1.html",
        "Courtesy Call on Prime Minister Kishida\n\nDecember 13, 2023\n\nOn December 13, commencing at 5:30 p.m. for "
        "approximately 10 minutes, Mr. KISHIDA Fumio, Prime Minister of Japan, received a courtesy call from H.E. Ms. "
        f"Anna BETA, {office} of {country}, who is visiting Japan. The overview is as follows.\n\n"
        "1. Prime Minister Kishida welcomed the visit.\n",
    )


def test_countries_and_organisations_in_japanese() -> None:
    told = {
        (code, name): _guests(_in_japanese(name, "大統領" if by_code(code).is_country else "事務局長"))
        for code, name in _names("names_ja.json", "names")
    }
    assert {key: codes for key, codes in told.items() if codes != [key[0]]} == {}


def test_countries_and_organisations_in_english() -> None:
    told = {
        (code, name): _guests(_in_english(name, "President" if by_code(code).is_country else "Secretary General"))
        for code, name in _named_in_english()
    }
    assert {key: codes for key, codes in told.items() if codes != [key[0]]} == {}


def test_every_country_and_organisation_has_a_name_in_japanese() -> None:
    in_japanese = {code for code, _ in _names("names_ja.json", "names")}
    assert {code for code, _ in _named_in_english()} - in_japanese == _WITHOUT_HEAD


def _named_in_english() -> Iterator[tuple[str, str]]:
    yield from _names("countries.json", "countries")
    yield from _names("organisations.json", "organisations")


def _offices(language: str) -> Iterator[tuple[str, str]]:
    """The ranks and offices that the authorities have in a language."""
    for row in json.loads((resources.files(authorities) / "offices.json").read_text("utf-8"))["ranks"]:
        for office in row["offices"][language]:
            yield row["rank"], office


def test_offices_in_japanese() -> None:
    told = {
        (rank, office): _in_japanese("国際通貨基金" if rank == "head_of_organisation" else "米国", office)
        for rank, office in _offices("ja")
        # "米国連邦大統領": as in ドイツ連邦, 連邦 is the country's.
        if office not in ("連邦大統領", "連邦首相")
    }
    assert {key: who for key, record in told.items() if (who := _held(record)) != [key]} == {}


def test_offices_in_english() -> None:
    told = {
        (rank, office): _in_english("IMF" if rank == "head_of_organisation" else "France", office)
        for rank, office in _offices("en")
    }
    ranks = {key: [rank for rank, _ in _held(record)] for key, record in told.items()}
    assert {key: found for key, found in ranks.items() if found != [key[0]]} == {}


def _held(record: Any) -> list[tuple[str, str]]:
    """The ranks and offices of the guests, with the form of address that belongs to the name."""
    return [
        (who["rank"], who["name_as_published"].removeprefix("アンナ・ベータ")) for who in record["participants"][1:]
    ]
