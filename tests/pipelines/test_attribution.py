"""Words are attributed to those present whom the text means, and to nobody where it does not tell."""

from __future__ import annotations

import pytest

from pipelines.normalise.attribution import attributed
from pipelines.normalise.japanese.speakers import who_says
from schemas.record import AffiliationName, Participant, Point, Statement


def _person(
    name: str, office: str, code: str, rank: str = "head_of_government", family: str | None = None
) -> Participant:
    return Participant(
        name_as_published=name,
        family_name=family,
        given_name=None,
        office=office,
        rank=rank,
        affiliation=AffiliationName(code=code, name=code),
        term=None,
    )


_KISHIDA = _person("Mr. KISHIDA Fumio", "Prime Minister", "JP", family="Kishida")
_BIDEN = _person("the Honorable Joseph R. Biden, Jr.", "President", "US", "head_of_state", "Biden")
_YOON = _person("H.E. Mr. YOON Suk Yeol", "President", "KR", "head_of_state", "Yoon")
_SUNAK = _person("Prime Minister Rishi Sunak", "Prime Minister", "GB", family="Sunak")
_AUSTIN = _person("Secretary Lloyd Austin", "Secretary of Defense", "US", "minister", "Austin")
_MICHEL = _person("H.E. Mr. Charles Michel", "President", "EUCO", "head_of_organisation", "Michel")
_LEYEN = _person("H.E. Dr. Ursula von der Leyen", "President", "ECOM", "head_of_organisation", "von der Leyen")
_MBS = _person("Mohammed bin Salman", "Crown Prince and Prime Minister", "SA", "heir")
_KISHIDA_JA = _person("岸田文雄内閣総理大臣", "内閣総理大臣", "JP", family="Kishida")
_ZELENSKYY_JA = _person("ヴォロディミル・ゼレンスキー大統領", "大統領", "UA", "head_of_state", "ゼレンスキー")
_WONG_JA = _person("ペニー・ウォン外務大臣", "外務大臣", "AU", "foreign_minister", "ウォン")


def _point(speaker: str | None) -> Point:
    statement = Statement(text="x", speaker=speaker, speakers=[], report=None)
    return Point(label=None, heading=None, text="x", statements=[statement], points=[])


def _said_by(speaker: str | None, *present: Participant, country: str = "JP") -> list[int]:
    below = _point(speaker)
    above: Point = {**_point(None), "points": [below]}
    (told,) = attributed([above], present, country)
    assert told["statements"][0]["speakers"] == []
    return [int(pointer.removeprefix("/participants/")) for pointer in told["points"][0]["statements"][0]["speakers"]]


@pytest.mark.parametrize(
    ("speaker", "present", "whom"),
    [
        (None, [_KISHIDA, _BIDEN], []),
        ("Prime Minister Kishida", [_KISHIDA, _BIDEN], [0]),
        ("President Biden", [_KISHIDA, _BIDEN], [1]),
        ("President Joe Biden", [_KISHIDA, _BIDEN], []),
        ("President Yoon", [_KISHIDA, _BIDEN], []),
        ("Prime Minister Kishida and President Biden", [_KISHIDA, _BIDEN], [0, 1]),
        ("Prime Minister Kishida and President Xi", [_KISHIDA, _BIDEN], []),
        ("Prime Minister Kishida, President Biden and President Yoon", [_KISHIDA, _BIDEN, _YOON], [0, 1, 2]),
        ("President Joseph Bid?n", [_KISHIDA, _BIDEN], [1]),
        ("The two leaders", [_KISHIDA, _BIDEN], [0, 1]),
        ("Both sides", [_KISHIDA, _BIDEN], [0, 1]),
        ("They", [_KISHIDA, _BIDEN], [0, 1]),
        ("The two leaders", [_KISHIDA, _BIDEN, _YOON], []),
        ("The three leaders", [_KISHIDA, _BIDEN, _YOON], [0, 1, 2]),
        ("The leaders", [_KISHIDA, _BIDEN, _YOON], [0, 1, 2]),
        ("The two leaders", [_KISHIDA, _BIDEN, _AUSTIN], [0, 1]),
        ("The two sides", [_KISHIDA, _BIDEN, _AUSTIN], [0, 1, 2]),
        ("The two presidents", [_KISHIDA, _BIDEN, _MICHEL], [1, 2]),
        ("The two heads of state", [_KISHIDA, _BIDEN, _MICHEL], []),
        ("The Prime Minster", [_KISHIDA, _BIDEN], [0]),
        ("Prime Minster Kishida", [_KISHIDA, _BIDEN], [0]),
        # Written otherwise than above, by a letter or as another transliterates it; and another's name.
        ("ゼレンスキイ大統領", [_KISHIDA_JA, _ZELENSKYY_JA], [1]),
        ("ゼレンキー大統領", [_KISHIDA_JA, _ZELENSKYY_JA], [1]),
        ("ヴォロディミル＝ゼレンスキー大統領", [_KISHIDA_JA, _ZELENSKYY_JA], [1]),
        ("ポロシェンコ大統領", [_KISHIDA_JA, _ZELENSKYY_JA], []),
        ("ウォグ大臣", [_KISHIDA_JA, _WONG_JA], []),
        ("Prime Minister Kishidda", [_KISHIDA, _BIDEN], [0]),
        ("President Bidun", [_KISHIDA, _BIDEN], [1]),
        ("President Baiden and President Yun", [_KISHIDA, _BIDEN, _YOON], []),
        ("The Prime Minister", [_KISHIDA, _BIDEN], [0]),
        ("The Prime Minister", [_KISHIDA, _SUNAK], [0]),
        ("The President", [_KISHIDA, _BIDEN, _YOON], []),
        ("The President", [_KISHIDA, _BIDEN], [1]),
        ("The US President", [_KISHIDA, _BIDEN, _YOON], [1]),
        ("The Korean President", [_BIDEN, _YOON], [1]),
        ("The French President", [_KISHIDA, _BIDEN], []),
        ("The Federal President", [_KISHIDA, _BIDEN], [1]),
        ("The Crown Prince", [_KISHIDA, _MBS], [1]),
        ("The Prime Minister", [_KISHIDA, _MBS], [0]),
        ("The Prime Minister and the US President", [_KISHIDA, _BIDEN, _YOON], [0, 1]),
        ("President Biden and I", [_KISHIDA, _BIDEN], [0, 1]),
        ("The two leaders", [_KISHIDA], []),
        ("Prime Minister Kishida and the leaders of the two countries", [_KISHIDA, _BIDEN, _YOON], [0, 1, 2]),
        ("The other leaders", [_KISHIDA, _BIDEN, _YOON], [1, 2]),
        ("The V4 prime ministers", [_KISHIDA, _BIDEN], []),
        ("The Japanese side", [_KISHIDA, _BIDEN], [0]),
        ("The U.S. side", [_KISHIDA, _BIDEN, _AUSTIN], [1, 2]),
        ("The EU side", [_KISHIDA, _MICHEL], [1]),
        ("The Chinese side", [_KISHIDA, _BIDEN], []),
        ("Presidents Biden and von der Leyen", [_KISHIDA, _BIDEN, _LEYEN], [1, 2]),
        ("Prime Minister Kishida and the two Presidents", [_KISHIDA, _MICHEL, _LEYEN], [0, 1, 2]),
        ("Prime Minister Kishida, together with the two Presidents", [_KISHIDA, _MICHEL, _LEYEN], [0, 1, 2]),
        ("Japan and the EU", [_KISHIDA, _MICHEL, _LEYEN], [0, 1, 2]),
        ("Japan and France", [_KISHIDA, _MICHEL, _LEYEN], []),
        ("先方", [_KISHIDA, _MICHEL, _LEYEN], [1, 2]),
        ("先方両首脳", [_KISHIDA, _MICHEL, _LEYEN], [1, 2]),
        ("両議長", [_KISHIDA, _BIDEN], []),
        ("日EU首脳", [_KISHIDA, _MICHEL, _LEYEN], [0, 1, 2]),
        ("岸田総理、ゼレンスキー大統領及びウォン大臣", [_KISHIDA_JA, _ZELENSKYY_JA, _WONG_JA], [0, 1, 2]),
        ("岸田総理大臣", [_KISHIDA_JA, _WONG_JA], [0]),
        ("ウォン外相", [_KISHIDA_JA, _WONG_JA], [1]),
        ("ウォン外務大臣", [_KISHIDA_JA, _WONG_JA], [1]),
        ("ウォン大臣", [_KISHIDA_JA, _WONG_JA], [1]),
        ("岸田総理大臣とウォン大臣", [_KISHIDA_JA, _WONG_JA], [0, 1]),
        ("バイデン大統領", [_KISHIDA_JA, _WONG_JA], []),
    ],
)
def test_whom(speaker: str | None, present: list[Participant], whom: list[int]) -> None:
    assert _said_by(speaker, *present) == whom


@pytest.mark.parametrize(
    ("speaker", "whom"),
    [
        ("岸田総理", [0]),
        ("総理", [0]),
        ("岸田総理大臣", [0]),
        ("バイデン大統領", [1]),
        ("先方", [1]),
        ("両首脳", [0, 1]),
        ("双方", [0, 1]),
        ("三首脳", []),
        ("尹大統領", []),
    ],
)
def test_whom_in_japanese(speaker: str, whom: list[int]) -> None:
    kishida = _person("岸田文雄内閣総理大臣", "内閣総理大臣", "JP")
    biden = _person("ジョセフ・バイデン米国大統領", "大統領", "US", "head_of_state")
    assert _said_by(speaker, kishida, biden) == whom


def test_a_pronoun_is_the_last_who_spoke_alone() -> None:
    speakers = ["He", "President Biden", "The two leaders", "He", "Prime Minister Kishida", "He"]
    told = attributed([_point(speaker) for speaker in speakers], [_KISHIDA, _BIDEN], "JP")
    assert [point["statements"][0]["speakers"] for point in told] == [
        ["/participants/0"],
        ["/participants/1"],
        ["/participants/0", "/participants/1"],
        ["/participants/1"],
        ["/participants/0"],
        ["/participants/0"],
    ]


@pytest.mark.parametrize(
    ("called", "whom"),
    [("「ゼ」大統領", [1]), ("「ペ」外務大臣", [2]), ("「ぺ」外務大臣", [2]), ("「ナ」首相", [])],
)
def test_the_first_letters_of_a_name_in_brackets(called: str, whom: list[int]) -> None:
    assert _said_by(called, _KISHIDA_JA, _ZELENSKYY_JA, _WONG_JA) == whom
    said = who_says(f"これに対し、{called}より、謝意を述べた。")
    assert said is not None
    assert said.speaker == called


def test_the_other_side_of_two_is_nobody() -> None:
    assert _said_by("先方", _KISHIDA, _BIDEN, _YOON) == []


def test_both_leaders_under_a_heading_are_those_of_the_talks_below_it() -> None:
    def point(heading: str | None, speaker: str | None, below: list[Point]) -> Point:
        if heading is None:
            return {**_point(speaker), "points": below}
        return Point(label=None, heading=heading, text=None, statements=[], points=below)

    present = [
        _person("Prime Minister Yoshihiko Noda", "Prime Minister", "JP"),
        _person("Hon. Toke Talagi", "Premier", "NU"),
        _person("Hon. Henry Puna", "Prime Minister", "CK"),
    ]
    told = attributed(
        [
            point("Hon. Toke Talagi, Premier of Niue (6:25-6:35 P.M.)", None, [point(None, "Both leaders", [])]),
            point("Hon. Henry Puna, Prime Minister of the Cook Islands", None, [point(None, "The two leaders", [])]),
            point("Others", None, [point(None, "Both leaders", [])]),
        ],
        present,
        "JP",
    )
    assert [above["points"][0]["statements"][0]["speakers"] for above in told] == [
        ["/participants/0", "/participants/1"],
        ["/participants/0", "/participants/2"],
        [],
    ]
