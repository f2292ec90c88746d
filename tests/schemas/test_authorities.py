"""Facts as data: the prime ministerships of Japan, names of countries, zones of places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from schemas.authorities import affiliations, invariants, offices, places
from schemas.authorities.holders import called, holder, known_as
from schemas.authorities.premierships import UnknownCountryError, authority

_JAPAN = authority("JP")


def test_ordinals_are_complete() -> None:
    assert [t.ordinal for t in _JAPAN.terms if t.ordinal is not None] == list(range(1, 106))


def test_terms_are_contiguous_and_do_not_overlap() -> None:
    for before, after in pairwise(_JAPAN.terms):
        assert before.end == after.start, (before, after)
        assert before.start < after.start


def test_only_the_last_term_lasts() -> None:
    assert [t.end for t in _JAPAN.terms if t.end is None] == [None]
    assert _JAPAN.terms[-1].end is None
    assert _JAPAN.terms[0].start == date(1885, 12, 22)


def test_interim_heads_are_not_counted() -> None:
    for term in _JAPAN.terms:
        assert term.acting == (term.ordinal is None) == (term.cabinet is None)


def test_ids_are_unique() -> None:
    ids = [t.id for t in _JAPAN.terms]
    assert len(ids) == len(set(ids))


def test_every_day_since_1885_has_a_head_and_a_handover_day_two() -> None:
    day = date(1885, 12, 22)
    while day <= date(2026, 3, 31):
        holders = _JAPAN.on(day)
        handover = any(t.start == day for t in _JAPAN.terms[1:])
        assert len(holders) == (2 if handover else 1), day
        day += timedelta(days=1)
    assert _JAPAN.on(date(1885, 12, 21)) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1990-01-01", "jp/76-kaifu"),
        ("2006-09-27", "jp/90-abe"),
        ("2012-12-27", "jp/96-abe"),
        ("2014-12-25", "jp/97-abe"),
        ("2020-09-15", "jp/98-abe"),
        ("2020-09-17", "jp/99-suga"),
        ("2021-10-05", "jp/100-kishida"),
        ("2024-07-11", "jp/101-kishida"),
        ("2024-10-02", "jp/102-ishiba"),
        ("2024-11-12", "jp/103-ishiba"),
        ("2025-10-22", "jp/104-takaichi"),
        ("2026-02-19", "jp/105-takaichi"),
    ],
)
def test_who_was_in_office(day: str, expected: str) -> None:
    assert [t.id for t in _JAPAN.on(date.fromisoformat(day))] == [expected]


def test_unknown_country_says_what_to_add() -> None:
    with pytest.raises(UnknownCountryError, match=r"zz\.json"):
        authority("ZZ")


@pytest.mark.parametrize(
    ("text", "code", "printed"),
    [
        ("the Republic of Kazakhstan, who", "KZ", "the Republic of Kazakhstan"),
        ("the North Atlantic Treaty Organization (NATO).", "NATO", "the North Atlantic Treaty Organization"),
        ("Japan’s view", "JP", "Japan"),
        ("the United Kingdom of Great Britain and Northern Ireland, and", "GB", None),
        ("the ROK", "KR", "the ROK"),
        ("Lao PDR to attend", "LA", "Lao PDR"),
        ("Côte d’Ivoire", "CI", "Côte d’Ivoire"),
    ],
)
def test_longest_name_at_the_start(text: str, code: str, printed: str | None) -> None:
    found = affiliations.at_start(text)
    assert found is not None
    assert found[0].code == code
    if printed:
        assert text[: found[1]] == printed


@pytest.mark.parametrize("text", ["us all", "", "Nowhere in particular", "the"])
def test_what_is_no_name(text: str) -> None:
    assert affiliations.at_start(text) is None


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("France", "Europe/Paris"),
        ("Washington, D.C.", "America/New_York"),
        ("Gyeongju, Republic of Korea", "Asia/Seoul"),
        ("Elmau (Germany)", "Europe/Berlin"),
        ("Vilnius, Lithuania", "Europe/Vilnius"),
        ("Shenzhen, China", "Asia/Shanghai"),
        ("Palm Beach, Florida", "America/New_York"),
        ("Crawford, Texas", "America/Chicago"),
        ("Irkutsk, Russian Federation", "Asia/Irkutsk"),
        ("Valparaíso", "America/Santiago"),
        ("Makassar", "Asia/Makassar"),
        ("United States", None),
        ("Indonesia", None),
        ("Atlantis", None),
        (None, None),
    ],
)
def test_zone_of_a_place(place: str | None, zone: str | None) -> None:
    found = places.zone_of(place)
    assert (found.key if found else None) == zone


def test_every_zone_in_the_data_exists() -> None:
    for name in places._places()[1]:
        zone = places.zone_of(name)
        assert zone is not None
        assert datetime(2024, 7, 1, tzinfo=zone).utcoffset() is not None


def test_the_data_hold_together() -> None:
    assert invariants.broken() == []


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        ("GB", "1990-06-01", ["gb/1979-thatcher"]),
        ("GB", "2022-10-01", ["gb/2022-truss"]),
        ("GB", "2022-10-25", ["gb/2022-truss", "gb/2022-sunak"]),
        ("GB", "2025-04-10", ["gb/2024-starmer"]),
        ("US", "2021-01-19", ["us/45-trump"]),
        ("US", "2025-02-07", ["us/47-trump"]),
        ("CA", "2003-12-01", ["ca/20-chretien"]),
        ("CA", "2025-06-16", ["ca/24-carney"]),
        ("AU", "2013-08-01", ["au/2013-rudd"]),
        ("IN", "1996-07-01", ["in/1996-deve-gowda"]),
        ("KR", "2017-04-01", ["kr/2017-hwang"]),
        ("KR", "2025-07-01", ["kr/21-lee"]),
        ("FR", "2023-05-20", ["fr/2017-macron"]),
        ("DE", "2021-12-08", ["de/2005-merkel", "de/2021-scholz"]),
        ("IT", "1999-01-01", ["it/1998-dalema"]),
        ("UA", "2014-03-01", ["ua/2014-turchynov"]),
        ("RU", "2008-06-01", ["ru/2008-medvedev"]),
        ("CN", "2012-06-01", ["cn/2003-hu"]),
        ("SG", "2013-07-26", ["sg/2004-lee"]),
        ("MX", "2024-10-01", ["mx/2018-lopez-obrador", "mx/2024-sheinbaum"]),
        ("ECOM", "1999-05-01", ["ecom/1999-marin"]),
        ("UN", "2016-12-31", ["un/2007-ban"]),
        ("HU", "2013-06-16", ["hu/2010-orban"]),
    ],
)
def test_who_was_in_office_elsewhere(country: str, day: str, expected: list[str]) -> None:
    assert [term.id for term in authority(country).on(date.fromisoformat(day))] == expected


@pytest.mark.parametrize(
    ("office", "name", "day", "term"),
    [
        ("Prime Minister", "david cameron", "2016-04-14", "gb/2010-cameron"),
        ("Prime Minister", "cameron", "2016-04-14", "gb/2010-cameron"),
        ("Prime Minister", "prime minister kallas", "2022-04-14", None),
        ("President", "president al-sisi al sisi", "2015-04-14", "eg/2014-el-sisi"),
        ("President", "president michel aoun", "2018-04-14", None),
        ("Prime Minister", "david cameron", "2018-04-14", None),
        ("Foreign Minister", "david cameron", "2016-04-14", None),
        ("President-elect", "donald trump", "2024-12-18", "us/47-trump"),
        ("President-elect", "donald trump", "2023-12-18", None),
        (None, "david cameron", "2016-04-14", None),
        ("Chancellor", "merkel", "2018-07-05", "de/2005-merkel"),
        ("Chancellor", "merkel", "2022-07-05", None),
        ("Chancellor", "kurz", "2018-07-05", "at/2017-kurz"),
        ("Chancellor", "herzog", "2018-07-05", None),
        # Of another office than the one that acts for the country.
        ("President", "andrzej duda", "2022-03-04", "pl/2015-president-duda"),
        ("Prime Minister", "vladimir putin", "2009-05-12", "ru/2008-prime-minister-putin"),
        ("Prime Minister", "vladimir putin", "2013-05-12", None),
    ],
)
def test_who_is_known_without_a_country(office: str | None, name: str, day: str, term: str | None) -> None:
    found = known_as(office, frozenset(name.split()), date.fromisoformat(day))
    assert (found.id if found else None) == term


@pytest.mark.parametrize(
    ("country", "office", "name", "day", "term"),
    [
        ("IT", "President of the Council of Ministers", "giorgia meloni", "2023-12-02", "it/2022-meloni"),
        ("NL", "Prime Minister and Minister of General Affairs", "mark rutte", "2018-01-24", "nl/2010-rutte"),
        ("NL", "Prime Minister, Minister of General Affairs", "mark rutte", "2018-01-24", "nl/2010-rutte"),
        ("NL", "Deputy Prime Minister and Minister of General Affairs", "mark rutte", "2018-01-24", None),
        ("NZ", "former Prime Minister", "jacinda ardern", "2023-01-24", None),
        ("BR", "President", "luiz inacio da silva", "2024-09-25", "br/2023-lula-da-silva"),
        ("BR", "President", "lula", "2024-09-25", "br/2023-lula-da-silva"),
        ("ECOM", "President", "von", "2024-09-25", None),
        ("BR", "President", "jose da silva", "2024-09-25", None),
        ("DE", "Chancellor", "gerhard schroeder", "2003-08-18", "de/1998-schroder"),
        # Two offices of one country, and two brothers who held them at one time.
        ("PL", "President", "lech kaczynski", "2007-01-01", "pl/2005-president-kaczynski"),
        ("PL", "Prime Minister", "jaroslaw kaczynski", "2007-01-01", "pl/2006-kaczynski"),
        ("PL", None, "kaczynski", "2007-01-01", None),
        ("PL", None, "tusk", "2025-01-01", "pl/2023-tusk"),
        ("CN", "Premier of the State Council", "wen jiabao", "2010-05-31", "cn/2003-premier-wen"),
        ("TR", "Prime Minister", "recep tayyip erdogan", "2013-05-03", "tr/2003-prime-minister-erdogan"),
        ("TR", "Prime Minister", "binali yildirim", "2019-05-03", None),
        # Who has no family name is called by another, or by several.
        ("ID", "President", "joko widodo", "2023-12-16", "id/2014-widodo"),
        ("ID", "President", "jokowi", "2023-12-16", "id/2014-widodo"),
        ("JO", "King", "abdullah ii bin al-hussein", "2018-11-26", "jo/1999-abdullah"),
        ("SA", "Crown Prince and Prime Minister", "mohammed bin salman", "2024-05-21", "sa/2017-crown-prince-mohammed"),
        ("EG", "President", "al sisi", "2015-01-17", "eg/2014-el-sisi"),
        ("EG", "President", "abdel fattah el-sisi el sisi", "2015-01-17", "eg/2014-el-sisi"),
        ("NO", "Prime Minister", "jonas gahr store", "2023-08-18", "no/2021-store"),
        ("PL", "President", "donald tusk", "2024-08-18", None),
        ("DE", "Chancellor", "gerhard schroder", "2003-08-18", "de/1998-schroder"),
    ],
)
def test_who_held_an_office_under_any_of_its_names_and_theirs(
    country: str, office: str, name: str, day: str, term: str | None
) -> None:
    found = holder(country, office, frozenset(name.split()), date.fromisoformat(day))
    assert (found.id if found else None) == term


@pytest.mark.parametrize(
    ("place", "code"),
    [("Ankara", "TR"), ("Merdeka Palace in Jakarta", "ID"), ("Brussels", None), ("Mar-a-Lago", "US"), (None, None)],
)
def test_the_country_that_a_place_is_in(place: str | None, code: str | None) -> None:
    assert places.country_of(place) == code


@pytest.mark.parametrize(
    ("office", "name", "told"),
    [
        ("Prime Minister", "prime minister netanyahu", ["il/2022-netanyahu"]),
        ("President", "president mohamed", ["ae/2022-mohamed"]),
        ("President", "president mohamed bazoum", []),
        ("President", "president prabowo subianto", []),
        ("President", "joko widodo", ["id/2014-widodo"]),
        (None, "netanyahu", []),
    ],
)
def test_who_is_called_by_office_and_one_name(office: str | None, name: str, told: list[str]) -> None:
    found = called(office, frozenset(name.split()), date(2023, 7, 1))
    assert [term.id for term in found] == told


def test_a_mistake_in_the_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    base = authority("GB")
    first, second, *rest = base.terms
    wrong = replace(
        base, terms=(first, replace(second, start=date(1990, 11, 30)), replace(rest[0], end=None), *rest[1:])
    )
    monkeypatch.setattr(invariants, "authority", lambda code: wrong if code == "GB" else authority(code))
    said = " ".join(invariants.broken())
    assert "gb/1979-thatcher ends on 1990-11-28, gb/1990-major begins on 1990-11-30" in said
    assert "not the last term" in said


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ("米国ニューヨーク市", "America/New_York"),
        ("米国・デラウェア州", "America/New_York"),
        ("ワシントン", "America/New_York"),
        ("ワシントン州", None),
        ("米国", None),
        ("フランス共和国", "Europe/Paris"),
        ("パリ", "Europe/Paris"),
        ("リパリ島", None),
        ("", None),
    ],
)
def test_a_place_tells_its_zone_in_japanese(place: str, zone: str | None) -> None:
    found = places.zone_of_ja(place)
    assert (found.key if found else None) == zone


@pytest.mark.parametrize(
    ("office", "code", "rank"),
    [
        ("大統領", "US", "head_of_state"),
        ("次期大統領", "US", "elect"),
        ("元首相", "GB", "former"),
        ("国家元首", "LY", "head_of_state"),
        ("副首相兼外務大臣", "VN", "deputy_head"),
        ("議長", "EUCO", "head_of_organisation"),
        ("議長", "VN", "other"),
        ("元気", "JP", None),
    ],
)
def test_ranks_of_japanese_offices(office: str, code: str, rank: str | None) -> None:
    assert offices.rank_of(office, code) == rank


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("JP", date(2026, 3, 1), "Takaichi Sanae"),
        ("ID", date(2020, 1, 1), "Joko Widodo"),
        ("ID", date(2025, 1, 1), "Prabowo Subianto"),
        ("JO", date(2020, 1, 1), "Abdullah"),
        ("KR", date(2020, 1, 1), "Moon Jae-in"),
        ("GB", date(2025, 1, 1), "Keir Starmer"),
        # Of one country names are printed in either order.
        ("SG", date(2020, 1, 1), "Lee Hsien Loong"),
        ("SG", date(2025, 1, 1), "Lawrence Wong"),
        ("UN", date(2013, 5, 1), "Ban Ki-moon"),
        ("NATO", date(2013, 5, 1), "Anders Fogh Rasmussen"),
    ],
)
def test_a_whole_name_is_in_the_order_that_it_is_printed_in(country: str, day: date, name: str) -> None:
    assert authority(country).on(day)[-1].name == name


@pytest.mark.parametrize(("printed", "plain"), [("Jonas Gahr Støre", "jonas gahr store"), ("Wałęsa", "walesa")])
def test_names_are_compared_without_what_other_print_leaves_out(printed: str, plain: str) -> None:
    assert affiliations.fold(printed) == plain
