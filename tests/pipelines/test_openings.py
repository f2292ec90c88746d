"""Openings of the Japanese ministries in English: where it was, who it was, what each clock is for."""

from __future__ import annotations

from datetime import date

import pytest

from connectors.draft import Draft, DraftPoint
from pipelines.normalise import english, identity
from pipelines.normalise.told import Told
from schemas.authorities import offices
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
        ("held a meeting at his Official Residence", "Official Residence"),
        (
            "who is visiting Iwaki City, Fukushima Prefecture to attend the Leaders Meeting, held a meeting",
            "Iwaki City, Fukushima Prefecture",
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


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Prime Minister Salwai thanked Prime Minister Abe.", "Salwai"),
        ("Prime Minister Salwai Tabimasmas thanked Prime Minister Abe.", "Salwai Tabimasmas"),
        ("Prime Minister Salwai spoke, and Prime Minister Tabimasmas.", "Tabimasmas"),
        ("The two leaders discussed trade.", "Tabimasmas"),
    ],
)
def test_the_family_name_is_the_one_that_the_text_calls(text: str, family: str) -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a summit meeting with the Hon. Charlot Salwai "
        "Tabimasmas, Prime Minister of Republic of Vanuatu."
    )
    guest = told.present[1].participant
    assert (
        identity.settled(guest, identity.Calls(f"The Hon. Charlot Salwai Tabimasmas. {text}"))["family_name"] == family
    )


def test_a_numeral_is_no_family_name() -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a meeting with H.E. Mr. Benigno S. Aquino III, "
        "President of the Republic of the Philippines."
    )
    guest = told.present[1].participant
    assert (guest["family_name"], guest["given_name"]) == ("Aquino", "Benigno S.")


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


def test_a_zone_that_is_not_the_places_is_a_finding() -> None:
    told = _told(
        "On November 12, Prime Minister Noda held a meeting with President Obama for approximately 55 minutes "
        "from just past "
        "12:00 P.M. (PST) during his visit to Honolulu, the U.S. to attend the APEC Economic Leaders' Meeting.",
        published=date(2011, 11, 18),
    )
    (session,) = told.sessions
    assert (session["start"], session["duration_minutes"]) == (None, 55)
    assert "time_disagreement" in [finding["code"] for finding in told.findings]


def test_the_hour_may_come_before_the_day() -> None:
    told = _told(
        "On 6 p.m. on May 3, Shinzo Abe, Prime Minister of Japan, held a meeting followed by dinner with H.E. "
        "Mr. Toomas "
        "Hendrik Ilves, President of the Republic of Estonia, who made a working visit to Japan."
    )
    assert told.sessions[0]["start"] == "2016-05-03T18:00:00+09:00"


def test_what_the_two_leaders_held_after_is_told_in_a_sentence_of_its_own() -> None:
    told = _told(
        "On May 3, commencing at 11:10 a.m. for approximately 50 minutes, Mr. Shinzo Abe, Prime Minister of "
        "Japan, held a "
        "summit meeting with H.E. Mr. Enda Kenny, T.D., Taoiseach (Prime Minister of Ireland). The two leaders "
        "held a joint "
        "press conference followed by a working lunch from 0:15 p.m. for approximately 1 hour."
    )
    assert [session["kinds"] for session in told.sessions] == [
        ["summit_meeting", "joint_press_occasion"],
        ["working_meal"],
    ]


def test_an_occasion_may_name_several_countries() -> None:
    told = _told(
        "On May 3, during his visit to Beijing to attend the Trilateral Summit of Japan, China and the Republic "
        "of Korea, "
        "Prime Minister Shinzo Abe held a summit meeting with Mr. Li Keqiang, Premier of the People's Republic "
        "of China."
    )
    assert told.occasion == "Trilateral Summit of Japan, China and the Republic of Korea"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Prime Minister Simpson Miller welcomed Prime Minister Abe.", "Simpson Miller"),
        ("Prime Minister Miller welcomed him, and Prime Minister Simpson Miller thanked him.", "Miller"),
        ("She welcomed Prime Minister Abe.", "Miller"),
    ],
)
def test_a_family_name_of_two_words_is_told_by_how_the_text_calls_it(text: str, family: str) -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a summit meeting with the Most Honourable "
        "Portia Simpson "
        "Miller, Prime Minister of Jamaica."
    )
    assert identity.settled(told.present[1].participant, identity.Calls(text))["family_name"] == family


def test_given_names_may_stand_on_both_sides() -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a summit meeting with H.E. Dr. Tony Tan Keng Yam, "
        "President of the Republic of Singapore."
    )
    guest = identity.settled(told.present[1].participant, identity.Calls("President Tan welcomed Prime Minister Abe."))
    assert (guest["family_name"], guest["given_name"]) == ("Tan", "Tony Keng Yam")


@pytest.mark.parametrize(
    ("why", "start"),
    [("", "2016-05-03T11:00:00-04:00"), (", who is visiting Japan", "2016-05-03T11:00:00+09:00")],
)
def test_the_general_assembly_s_clock_is_new_york_s(why: str, start: str | None) -> None:
    told = _told(
        "On May 3, Prime Minister Shinzo Abe held an informal talk with Mr. Vuk Jeremic, President of the 67th Session "
        f"of the United Nations General Assembly{why}, for about 20 minutes from 11 a.m. (local time)."
    )
    assert told.sessions[0]["start"] == start


def test_brackets_in_the_bracket_of_a_clock() -> None:
    told = _told(
        "On May 3 (Tuesday), commencing at 1:22 p.m. (2:22 a.m. on May 4 (Wednesday) JST) for approximately 50 "
        "minutes, Mr. "
        "Shinzo Abe, the Prime Minister, who was on his visit to New York to attend the United Nations General "
        "Assembly, held "
        "a summit meeting with the Hon. Tony Abbott, Prime Minister of Australia."
    )
    assert told.sessions[0]["start"] == "2016-05-03T13:22:00-04:00"
    assert told.sessions[0]["duration_minutes"] == 50


def test_the_hague_keeps_its_article() -> None:
    told = _told(
        "On Tuesday, May 3, commencing at 5:25 p.m. (local time) for approximately 20 minutes, Prime Minister "
        "Mr. Shinzo Abe, "
        "who is attending the Nuclear Security Summit held in The Hague, Kingdom of Netherlands, held a summit "
        "meeting with "
        "H.E. Mr. François Hollande, President of the French Republic."
    )
    assert (told.place, told.occasion) == ("The Hague", "Nuclear Security Summit")
    assert told.sessions[0]["start"] == "2016-05-03T17:25:00+02:00"


@pytest.mark.parametrize(
    ("sentence", "place", "occasion"),
    [
        (
            (
                "President Kenyatta is visiting Japan to participate in the Seventh Tokyo International Conference "
                "on African "
                "Development (TICAD7) held from May 1 to 4."
            ),
            "Japan",
            "Seventh Tokyo International Conference on African Development (TICAD7)",
        ),
        (
            "The leaders were in Japan for the 6th Pacific Islands Leaders Meeting (PALM 6).",
            "Japan",
            "6th Pacific Islands Leaders Meeting (PALM 6)",
        ),
        ("The two leaders discussed trade.", None, None),
    ],
)
def test_what_brought_the_guest_may_be_told_behind_the_first_sentence(
    sentence: str, place: str | None, occasion: str | None
) -> None:
    told = _told(
        "On May 3, for about 25 minutes from 4:37 p.m., Prime Minister Shinzo Abe held a summit meeting with "
        "H.E. Mr. Uhuru "
        f"Kenyatta, President of the Republic of Kenya. The overview of the meeting is as follows. {sentence}"
    )
    assert (told.place, told.occasion) == (place, occasion)


def test_what_the_leader_did_too_is_told_in_a_sentence_of_its_own() -> None:
    told = _told(
        "On Tuesday, May 3, from 6:30 p.m. until 8:15 p.m., Prime Minister Shinzo Abe held a summit meeting with "
        "the Rt Hon "
        "David Cameron MP, Prime Minister of the UK. Prime Minister Abe also hosted a working dinner for Prime "
        "Minister "
        "Cameron at the official residence."
    )
    assert told.sessions[0]["kinds"] == ["summit_meeting", "working_meal"]


@pytest.mark.parametrize(
    ("told_behind", "kinds"),
    [
        (
            "Following a joint press occasion after the meeting, a working dinner was held.",
            ["joint_press_occasion", "working_meal"],
        ),
        (
            (
                "The overview is as follows. Following the meeting, a signing ceremony was held, along with a joint "
                "press announcement."
            ),
            ["signing_ceremony", "joint_press_occasion"],
        ),
        (
            (
                "After the summit meeting, a signing of exchanges of notes was held. Following that the two leaders "
                "held a joint press occasion, and a joint statement was issued."
            ),
            ["signing_ceremony", "joint_press_occasion"],
        ),
        ("A ceremony took place for the signing of memorandums concerning therapy systems.", ["signing_ceremony"]),
        # What will be, what was issued and what was said was not held.
        ("The two leaders will attend a working lunch.", []),
        ("A joint press statement was issued.", []),
        ("Prime Minister Abe stated that the joint press conference he held went well.", []),
    ],
)
def test_ceremonies_told_behind_the_first_sentence(told_behind: str, kinds: list[str]) -> None:
    told = _told(
        "On May 3, commencing at 6:20 p.m. for approximately 25 minutes, Mr. Shinzo Abe, Prime Minister of "
        "Japan, held a "
        "meeting with H.E. Mr. Jens Stoltenberg, Secretary General of the North Atlantic Treaty Organization. "
        f"{told_behind}"
    )
    assert told.sessions[0]["kinds"] == ["meeting", *kinds]


def test_whose_officer_may_stand_before_the_office() -> None:
    told = _told(
        "On May 3, Prime Minister Shinzo Abe received a courtesy call from H.E. Mr. Anders Fogh Rasmussen, NATO "
        "Secretary "
        "General, at the Prime Minister's Office."
    )
    guest = told.present[1].participant
    assert (guest["family_name"], guest["office"]) == ("Rasmussen", "Secretary General")
    assert guest["affiliation"] is not None
    assert guest["affiliation"]["code"] == "NATO"


@pytest.mark.parametrize("misprinted", ["Prime Mimister", "Prime Minster", "Prime Ministger"])
def test_a_misprinted_office_is_one_all_the_same(misprinted: str) -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a meeting with H.E. Mr. Mian Muhammad Shehbaz Sharif, "
        f"{misprinted} of the Islamic Republic of Pakistan."
    )
    guest = told.present[1].participant
    assert (guest["family_name"], guest["office"]) == ("Sharif", misprinted)
    assert offices.rank_of(guest["office"], "PK") == "head_of_government"


@pytest.mark.parametrize(("name", "family"), [("Shinzo ABE", "Abe"), ("Taro KONO", None)])
def test_the_leader_without_an_office(name: str, family: str | None) -> None:
    told = _told(
        f"On May 3rd, commencing at 9:45 a.m. for approximately 90 minutes, Mr. {name} held a Japan-U.S. Summit "
        "Meeting with "
        "the Honorable Donald J. Trump, President of the United States of America, who is visiting Japan.",
        published=date(2018, 5, 3),
    )
    own = [p.participant for p in told.present if p.participant["term"] is not None]
    assert [p["family_name"] for p in own] == ([family] if family else [])


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        (
            (
                "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, met with H.E. Mr. António Guterres, "
                "Secretary-General of the "
                "United Nations, on the occasion of his visit to Japan to participate in the G7 Summit."
            ),
            "Japan",
        ),
        (
            (
                "On May 3, Prime Minister Shinzo Abe held a meeting with Hon. Mr. Mizengo Pinda, Prime Minister of "
                "the United "
                "Republic of Tanzania, who is currently staying in Sendai in order to attend the Third UN World "
                "Conference."
            ),
            "Sendai",
        ),
        (
            (
                "On May 3, Prime Minister Shinzo Abe met the Secretary General of the North Atlantic Treaty "
                "Organization, H.E. Mr. "
                "Jens Stoltenberg. The Secretary General is paying a working visit to Japan."
            ),
            "Japan",
        ),
    ],
)
def test_other_words_for_a_visit(opening: str, place: str) -> None:
    assert _told(opening).place == place


def test_an_officer_of_the_forces_is_named_as_any_other() -> None:
    told = _told(
        "On May 3, for about 15 minutes from 11:05 a.m., Prime Minister Shinzo Abe had a meeting with H.E. Lt. "
        "Gen. Seretse "
        "Khama Ian Khama, President of the Republic of Botswana, in Yokohama, Japan. The following is the gist."
    )
    other = told.present[1].participant
    assert (other["family_name"], other["given_name"]) == ("Khama", "Seretse Khama Ian")
    assert other["affiliation"] is not None
    assert other["affiliation"]["code"] == "BW"
    assert told.place == "Yokohama, Japan"


def test_the_leader_is_known_without_office_though_a_clause_comes_between() -> None:
    told = _told(
        "On May 3, commencing at 5:40 p.m. for approximately 35 minutes, Mr. Shinzo Abe, who was visiting "
        "Lithuania, held a "
        "summit meeting with H.E. Mr. Saulius Skvernelis, Prime Minister of Lithuania."
    )
    assert [p.participant["family_name"] for p in told.present] == ["Abe", "Skvernelis"]


def test_a_point_within_a_word_ends_no_clause() -> None:
    told = _told(
        "On May 3, commencing at 11:30 a.m., Mr. Shinzo Abe, Prime Minister of Japan, held a Japan-U.S. Summit Meeting "
        "with the Honorable Donald J. Trump, President of the United States of America, at the Office of the "
        "President, for about one hour, followed by a working lunch."
    )
    assert told.place == "Office of the President"
    assert told.sessions[0]["kinds"] == ["summit_meeting", "working_meal"]


def test_the_town_says_more_than_the_country_a_guest_visits() -> None:
    told = _told(
        "On May 3, for about 20 minutes, Mr. Shinzo Abe, Prime Minister of Japan, held a summit meeting in Yokohama "
        "with H.E. Mr. Mark Rutte, Prime Minister of the Kingdom of the Netherlands, who was visiting Japan."
    )
    assert told.place == "Yokohama"


def test_a_residence_whose_apostrophe_was_lost_is_a_place() -> None:
    told = _told(
        "On May 3, Mr. Shinzo Abe, Prime Minister of Japan, held a summit meeting with H.E. Mr. Mark Rutte, "
        "Prime Minister "
        "of the Kingdom of the Netherlands, who was visiting Japan, at the Prime Ministers residence."
    )
    assert told.place == "Prime Ministers residence"


_HIDDEN = (
    "On May 3, Prime Minister Shinzo Abe had a meeting with H.E. the guest of honour, in Yokohama, Japan. The "
    "following is the "
    "gist."
)


@pytest.mark.parametrize(
    ("statements", "family"),
    [
        (("Prime Minister Abe welcomed President Khama.", "President Khama’s view was the same."), "Khama"),
        # Japan's own are others' predecessors, too.
        (("Prime Minister Abe told President Khama of Prime Minister Koizumi.",), "Khama"),
        (("Prime Minister Abe welcomed President Khama.", "They spoke of President Putin."), None),
        (("Prime Minister Abe welcomed Minister Skelemani.",), None),
        (("The two leaders exchanged views.",), None),
    ],
)
def test_whom_it_was_with_is_told_by_the_statements_where_an_opening_hides_it(
    statements: tuple[str, ...], family: str | None
) -> None:
    points = tuple(DraftPoint(None, None, text) for text in statements)
    draft = Draft("Japan-Botswana Summit Meeting", date(2013, 5, 3), False, _HIDDEN, points, (), ())
    told = english.tell(draft, _HIDDEN, authority("JP"), "https://www.mofa.go.jp/x.html")
    others = [p.participant for p in told.present[1:]]
    assert [p["family_name"] for p in others] == ([family] if family else [])
    assert all(p["affiliation"] is not None and p["affiliation"]["code"] == "BW" for p in others)
