"""Openings of the Japanese ministries in English: where it was, who it was, what each clock is for."""

from __future__ import annotations

from datetime import date

import pytest

from connectors.draft import Draft
from pipelines.normalise import english
from pipelines.normalise.told import Told
from schemas.authorities.premierships import authority


def _told(opening: str, title: str = "Summit Meeting", published: date = date(2016, 5, 4)) -> Told:
    draft = Draft(title, published, False, opening, (), (), ())
    return english.tell(draft, opening, authority("JP"), "https://www.mofa.go.jp/x.html")


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("during his stay in New York to attend the United Nations General Assembly, held a meeting", "New York"),
        ("who is visiting Port Moresby, in Papua New Guinea, held a meeting", "Port Moresby, in Papua New Guinea"),
        (
            "held a meeting at the Prime Minister's Official Residence in Tokyo",
            "Prime Minister's Official Residence in Tokyo",
        ),
        # What stands behind is taken for a town only where it is a known one.
        ("held a meeting at the Prime Minister's Official Residence in Style", "Prime Minister's Official Residence"),
    ],
)
def test_where_it_was(where: str, place: str) -> None:
    told = _told(
        f"On May 3, Mr. Shinzo Abe, Prime Minister of Japan, {where} with H.E. Mr. Mark Rutte, Prime Minister of the "
        "Kingdom of the Netherlands."
    )
    assert told.place == place


def test_a_bracket_tells_the_hours_of_what_stands_before_it() -> None:
    told = _told(
        "On Tuesday, May 3, during his visit to the Republic of Poland, Prime Minister Shinzo Abe held a summit "
        "meeting "
        "(from approximately 10:30 A.M. to 11:15 A.M.) and a working lunch (from 11:40 A.M. to 12:25 P.M.) with "
        "H.E. Ms. "
        "Beata Szydlo, Prime Minister of the Republic of Poland."
    )
    assert [(s["kinds"], s["duration_minutes"]) for s in told.sessions] == [
        (["summit_meeting"], 45),
        (["working_meal"], 45),
    ]


def test_the_leader_by_a_given_name_alone() -> None:
    opening = (
        "On May 3, Prime Minister Mr. {name} held a meeting with Mrs. Helle Thorning-Schmidt, Prime Minister of the "
        "Kingdom of Denmark, who is visiting Japan."
    )
    (leader, _) = (p.participant for p in _told(opening.format(name="Shinzo")).present)
    assert (leader["family_name"], leader["given_name"]) == ("Abe", "Shinzo")
    assert leader["affiliation"] is not None
    # Nobody of that name held the office.
    (other, _) = (p.participant for p in _told(opening.format(name="Junichiro")).present)
    assert other["affiliation"] is None


def test_a_name_that_lost_a_letter_is_not_taken_apart() -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a meeting with H.E. Dr. Sebasti?n Pi?era, "
        "President of "
        "the Republic of Chile."
    )
    guest = told.present[1].participant
    assert (guest["name_as_published"], guest["family_name"], guest["given_name"]) == (
        "H.E. Dr. Sebasti?n Pi?era",
        None,
        None,
    )
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == "CL"
