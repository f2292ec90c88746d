"""Both sides of one meeting: which records are of one event, how sure that is, and what each says."""

from __future__ import annotations

import copy
import itertools
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from archive.counterpart import ENOUGH, match, topic_by_topic, translation
from archive.same_person import same_person
from schemas.record import AffiliationName, Participant, Readout

_GOLDEN = Path(__file__).parent.parent / "golden"


def _record(name: str) -> Readout:
    return cast(Readout, json.loads((_GOLDEN / f"{name}.json").read_text("utf-8")))


_NATO = _record("int-nato/met-in-brackets")
_KANTEI = _record("jp-kantei/nato-secretary-general")
_LONDON = _record("gb-number10/call-with-canada")
_OTTAWA = _record("ca-pm/call-with-uk")


def _changed(record: Readout, **event: Any) -> Readout:
    made = copy.deepcopy(record)
    made["event"].update(event)  # type: ignore[typeddict-item]
    return made


def _kinds(record: Readout, *kinds: str) -> Readout:
    session = {**record["event"]["sessions"][0], "kinds": list(kinds), "start": None, "start_jst": None}
    return _changed(record, sessions=[session])


@pytest.mark.parametrize(("one", "other"), [(_NATO, _KANTEI), (_LONDON, _OTTAWA)])
def test_two_publishers_of_one_meeting(one: Readout, other: Readout) -> None:
    found = match(one, other)
    assert found is not None
    assert found.score >= ENOUGH
    assert not found.same_side
    assert any("named by both" in reason for reason in found.reasons)


def test_only_these_golden_records_are_of_one_event() -> None:
    records = [_record(str(p.relative_to(_GOLDEN))[:-5]) for p in sorted(_GOLDEN.glob("*-*/*.json"))]
    records += [_record(str(p.relative_to(_GOLDEN))[:-5]) for p in sorted(_GOLDEN.glob("site/*.json"))]
    found = {
        frozenset((a["id"], b["id"]))
        for a, b in itertools.combinations(records, 2)
        if (m := match(a, b)) is not None and m.score >= ENOUGH
    }
    ministry = "jp/103-ishiba/2025-04-09/pageite-000001-00891"
    assert found == {
        frozenset((_NATO["id"], _KANTEI["id"])),
        frozenset((_NATO["id"], ministry)),
        frozenset((_KANTEI["id"], ministry)),
        frozenset((_LONDON["id"], _OTTAWA["id"])),
    }


def test_a_match_does_not_depend_on_the_order() -> None:
    for one, other in ((_NATO, _KANTEI), (_LONDON, _OTTAWA)):
        here, there = match(one, other), match(other, one)
        assert here is not None
        assert there is not None
        assert here.score == there.score


def test_a_call_is_no_meeting() -> None:
    assert match(_kinds(_KANTEI, "telephone_talk"), _NATO) is None
    assert match(_kinds(_LONDON, "telephone_talk"), _kinds(_OTTAWA, "summit_meeting")) is None
    assert match(_kinds(_LONDON, "telephone_talk"), _kinds(_OTTAWA, "online_meeting")) is not None


def test_another_day_is_another_meeting_unless_the_zones_explain_it() -> None:
    assert match(_LONDON, _changed(_OTTAWA, date="2025-05-10")) is None
    # 8 May in London and 7 May in Ottawa have hours in common, but they are hours of the night.
    assert match(_LONDON, _changed(_OTTAWA, date="2025-05-07")) is None


def test_starts_that_lie_apart_are_two_meetings() -> None:
    session = {**_NATO["event"]["sessions"][0], "start": "2025-04-09T09:00:00+09:00", "start_jst": None}
    assert match(_changed(_NATO, sessions=[session]), _KANTEI) is None


def test_each_leader_must_stand_in_the_others_record() -> None:
    other = copy.deepcopy(_OTTAWA)
    other["participants"][1] = _person("Simon Harris", "Harris", "IE")
    assert match(_LONDON, other) is None


def test_a_meeting_of_two_is_not_one_of_four_on_the_same_day() -> None:
    # Both leaders were at the dinner of the four, too.
    four = copy.deepcopy(_OTTAWA)
    for code in ("IN", "AU"):
        guest = copy.deepcopy(_OTTAWA["participants"][1])
        four["participants"].append(
            {**guest, "name_as_published": code, "family_name": code, "term": None, "affiliation": _of(code)}
        )
    assert match(_LONDON, _OTTAWA) is not None
    assert match(_LONDON, four) is None
    # But the presidents of the Council and of the Commission are one side.
    for number, code in ((2, "EUCO"), (3, "ECOM")):
        four["participants"][number]["affiliation"] = _of(code)
    union = copy.deepcopy(_LONDON)
    union["participants"].append(four["participants"][2])
    assert match(union, four) is not None


def _of(code: str) -> AffiliationName:
    return AffiliationName(code=code, name=code)


def test_one_publisher_has_no_counterpart_of_its_own() -> None:
    assert match(_LONDON, _changed(_LONDON)) is None


def test_people_are_told_by_term_then_by_country_and_name() -> None:
    called = _person("President Macron", "Macron", "FR", "fr/2017-macron")
    assert same_person(called, _person("H.E. Mr. Emmanuel Macron", "Macron", "FR"))
    assert not same_person(called, _person("H.E. Mr. Emmanuel Macron", "Macron", "BE"))
    assert not same_person(called, _person("Mr. Macron", "Macron", None))
    assert not same_person(called, _person("President Macron", "Macron", "FR", "fr/2031-macron"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("マクリ大統領", "マクリ"), ("マウリシオ・マクリ大統領", "マクリ"), True),
        (("マクリ大統領", "マクリ"), ("アルベルト・フェルナンデス大統領", "フェルナンデス"), False),
        # Who has no family name is told by the names there are, among styles and offices.
        (("H.M. King Abdullah II", None), ("His Majesty King Abdullah II bin Al-Hussein", None), True),
        (("H.H. Sheikh Tamim bin Hamad Al-Thani", None), ("Sheikh Hamad bin Khalifa Al-Thani", None), False),
        (("タミーム首長", None), ("タミーム・ビン・ハマド・アール・サーニ首長", None), True),
        (("タミーム首長殿下", None), ("タミーム・ビン・ハマド・アール・サーニ首長", None), True),
        (
            ("ハマド・ビン・ハリーファ・アール・サーニ首長", None),
            ("タミーム・ビン・ハマド・アール・サーニ首長", None),
            False,
        ),
        # A name in one script says nothing of one in another.
        (("マクリ大統領", "マクリ"), ("H.E. Mr. Mauricio Macri", "Macri"), True),
        (("マクリ大統領", "マクリ"), ("Ms. Susana Malcorra", "Malcorra", "foreign_minister"), False),
    ],
)
def test_people_without_a_term_are_told_by_their_names(
    one: tuple[Any, ...], other: tuple[Any, ...], same: bool
) -> None:
    def made(name: str, family: str | None, rank: str = "head_of_state") -> Participant:
        office = next((office for office in ("大統領", "首長") if name.removesuffix("殿下").endswith(office)), None)
        return _person(name, family, "AR", rank=rank, office=office)

    assert same_person(made(*one), made(*other)) is same
    assert same_person(made(*other), made(*one)) is same


def _translated(start: str | None, rank: str = "head_of_government", day: str = "2025-04-09") -> Readout:
    """The Office's page in Japanese, as far as it matters here."""
    made = copy.deepcopy(_KANTEI)
    made["language"], made["source"] = "ja", "jp-kanteija"
    made["participants"][1] = {**made["participants"][1], "name_as_published": "ルッテ事務総長", "rank": rank}
    session = {**made["event"]["sessions"][0], "start": start, "start_jst": start}
    return _changed(made, sessions=[session], date=day)


def test_a_translation_has_the_day_the_clock_and_the_guests_of_its_original() -> None:
    start = _KANTEI["event"]["sessions"][0]["start"]
    rank = _KANTEI["participants"][1]["rank"]
    assert start is not None
    assert rank is not None
    assert translation(_KANTEI, _translated(start, rank)) is not None
    # Where one of them tells no clock, the day says it.
    assert translation(_KANTEI, _translated(None, rank)) is not None
    later = (datetime.fromisoformat(start) + timedelta(minutes=30)).isoformat()
    assert translation(_KANTEI, _translated(later, rank)) is None
    # Another of the same organisation, met the same day.
    assert translation(_KANTEI, _translated(None, "other")) is None
    assert translation(_KANTEI, _translated(None, rank, day="2025-04-10")) is None
    # "10:45 p.m." for "10:45 a.m.": a slip of pages.
    slip = (datetime.fromisoformat(start) + timedelta(hours=12)).isoformat()
    assert "half of the day" in str(translation(_KANTEI, _translated(slip, rank)))
    # Of an office that is not told, or not known, no rank is.
    unranked = copy.deepcopy(_KANTEI)
    unranked["participants"][1]["rank"] = None
    assert translation(unranked, _translated(None, "other")) is not None


@pytest.mark.parametrize(
    ("day", "zones", "one"),
    [
        # An evening in Washington is the next morning in Tokyo, but in London it is night.
        ("2025-03-09", ("US", "JP"), True),
        ("2025-03-09", ("US", "GB"), False),
        ("2025-03-10", ("US", "GB"), True),
    ],
)
def test_days_that_follow_each_other_may_be_one_where_the_clocks_are_far_apart(
    day: str, zones: tuple[str, str], one: bool
) -> None:
    def of(record: Readout, country: str, other: str, day: str) -> Readout:
        made = _kinds(_changed(record, date=day, place=None), "telephone_talk")
        made["source"] = f"{country.lower()}-x"
        made["premiership"] = {**made["premiership"], "country": country}
        made["participants"] = [_person("President Ito", "Ito", country), _person("President Sato", "Sato", other)]
        return made

    here, there = of(_LONDON, zones[0], zones[1], day), of(_LONDON, zones[1], zones[0], "2025-03-10")
    there["participants"] = [_person("President Sato", "Sato", zones[1]), _person("President Ito", "Ito", zones[0])]
    found = match(here, there)
    assert (found is not None) is one
    assert found is None or day == "2025-03-10" or "time zones" in " ".join(found.reasons)


@pytest.mark.parametrize(("published", "one"), [("2025-04-09", True), ("2025-04-10", True), ("2025-04-11", False)])
def test_the_pages_own_day_tells_where_its_text_does_not(published: str, one: bool) -> None:
    undated = _changed(_translated(None, _KANTEI["participants"][1]["rank"] or ""), date=None)
    undated["published"] = published
    for told in (translation(_KANTEI, undated), translation(undated, _KANTEI)):
        assert (told is not None) is one
        assert told is None or f"published on {published}" in " ".join(told)
    undated["published"] = None
    assert translation(_KANTEI, undated) is None


def test_three_leaders_called_alike_are_the_same_though_one_page_gives_no_countries() -> None:
    def called(record: Readout, *people: tuple[str, str | None]) -> Readout:
        made = copy.deepcopy(record)
        named = [_person(f"President {family}", family, code, office="President") for family, code in people]
        made["participants"] = [made["participants"][0], *named]
        return made

    leaders = (("Biden", "US"), ("Macron", "FR"), ("Duda", "PL"))
    several = called(_OTTAWA, *leaders)
    own = copy.deepcopy(_LONDON["participants"][0])
    several["participants"].append(own)
    bare = called(_LONDON, *((family, None) for family, _ in leaders))
    bare["participants"].append(copy.deepcopy(_OTTAWA["participants"][0]))
    found = match(bare, several)
    assert found is not None
    assert found.score >= ENOUGH
    # Two of them may be others of those names.
    fewer = called(_LONDON, ("Biden", None))
    assert match(fewer, called(_OTTAWA, ("Biden", "US"))) is None


def _person(
    name: str,
    family: str | None,
    code: str | None,
    term: str | None = None,
    *,
    rank: str | None = None,
    office: str | None = None,
) -> Participant:
    affiliation = AffiliationName(code=code, name="a country") if code else None
    return Participant(
        name_as_published=name,
        family_name=family,
        given_name=None,
        office=office,
        rank=rank,
        affiliation=affiliation,
        term=term,
    )


def test_topics_are_set_side_by_side() -> None:
    compared = {entry.topic: entry for entry in topic_by_topic(_NATO, _KANTEI)}
    assert compared["ukraine"].said_by == "both"
    assert compared["cyber"].said_by == "both"
    assert compared["abductions"].said_by == "other"
    assert [s.speaker for s in compared["abductions"].other] == ["Prime Minister Ishiba"]
    assert [s.speakers for s in compared["abductions"].other] == [("Ishiba",)]
    assert compared["abductions"].this == ()
    # Every statement of either record stands somewhere.
    for record, side in ((_NATO, "this"), (_KANTEI, "other")):
        shown = {s.pointer for entry in compared.values() for s in getattr(entry, side)}
        assert len(shown) == len(_texts(record["points"]))


def _texts(points: Any) -> list[str]:
    return [t for p in points for t in [s["text"] for s in p["statements"]] + _texts(p["points"])]
