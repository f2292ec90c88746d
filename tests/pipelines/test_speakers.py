"""Who is reported as saying a statement, and how: the verb, its class, and whether one side says it or both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.draft import DraftPoint
from pipelines.normalise.english import points
from pipelines.normalise.japanese.points import points_of
from pipelines.normalise.japanese.speakers import who_says
from pipelines.normalise.said import Said
from schemas.authorities import verbs
from schemas.validation import schema
from tests.timing import grows_with_the_text_alone


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In response, President Biden stated that.", "President Biden"),
        ("Prime Minister Kishida's visit was welcomed. The two leaders concurred.", "The two leaders"),
        ("Secretary-General Guterres, in turn, expressed his thanks.", "Secretary-General Guterres"),
        ("Trade has grown.", None),
        ("There was an explanation from President Duda on the war.", "President Duda"),
        ("The Prime Minister and President Biden also agreed.", "The Prime Minister and President Biden"),
        ("The Prime Minister and the Taoiseach discussed it.", "The Prime Minister and the Taoiseach"),
        ("The Prime Minister and President expressed concern.", "The Prime Minister and President"),
        ("The leaders briefly discussed it and the Prime Minister reiterated that.", "The leaders"),
        ("Both looked forward to it.", "Both"),
        ("It was vital that the work went on, they agreed.", "They"),
        ("Looking ahead, they both agreed on it.", "They both"),
        ("President-elect Trump recounted his meeting.", "President-elect Trump"),
        ("He added that he hoped to.", "He"),
        ("H.H. Sheikh Tamim stated his gratitude.", "H.H. Sheikh Tamim"),
        ("Sheikh Tamim, Emir of Qatar, responded that.", "Sheikh Tamim"),
        (
            "Prime Minister Abe and the leaders of the V4 countries discussed it.",
            "Prime Minister Abe and the leaders of the V4 countries",
        ),
        ("The V4 prime ministers highly evaluated it.", "The V4 prime ministers"),
        ("Additionally they shared concern.", "They"),
        ("The Taoiseach shared his condolences.", "The Taoiseach"),
        ("The Prime Minster expressed his sympathy.", "The Prime Minster"),
        ("Both Prime Ministers agreed on the need.", "Both Prime Ministers"),
        ("They together affirmed the necessity of it.", "They"),
        ("Participants reaffirmed their commitment.", "Participants"),
        ("Participants included:", None),
        ("Finally, leaders underscored its importance.", "Leaders"),
        ("Leaders also discussed the war.", "Leaders"),
        ("In their pursuit of it, the Quad Leaders agreed to meet.", "The Quad Leaders"),
        ("The U.S. and Afghan leaders firmly agreed on it.", "The U.S. and Afghan leaders"),
        ("Chancellor Schroeder in response stated that he agreed.", "Chancellor Schroeder"),
        ("From that point of view they welcomed it.", "They"),
        ("The two nations reaffirmed their cooperation.", "The two nations"),
        ("Prime Minister Abe welcomed President Pahor on his first visit. He spoke of it.", "Prime Minister Abe"),
        ("The presidents and their advisors discussed the war.", "The presidents"),
        ("Kenya received doses as part of the pledge President Biden made at the summit.", None),
        ("The two leaders witnessed the exchange of documents.", None),
        ("The two leaders posed for a photograph.", None),
        ("Prime Minister Takaichi took a commemorative photograph with him.", None),
        ("President Stubb presented a gift.", None),
        ("President Stubb presented a plan to give.", "President Stubb"),
        ("The Prime Minister observed a moment of silence.", None),
        ("The Prime Minister observed that the moment mattered.", "The Prime Minister"),
        ("President Stubb made clear during the visit that it mattered.", "President Stubb"),
        (
            "The Prime Minister and the Premier witnessed the signing and welcomed it.",
            "The Prime Minister and the Premier",
        ),
        ("The Secretary General made a speech, arguing that it mattered.", "The Secretary General"),
        ("The Prime Minister opened the call by thanking him.", "The Prime Minister"),
        ("The Prime Minister opened the campus.", None),
        (
            "The two leaders, on the basis of their long-time relationship as ministers, agreed.",
            "The two leaders",
        ),
        (
            "Deputy Prime Minister and Minister of Foreign Affairs Peters stated that he was pleased.",
            "Minister of Foreign Affairs Peters",
        ),
        ("Prime Minister Abe and Foreign Minister Peters agreed.", "Prime Minister Abe and Foreign Minister Peters"),
    ],
)
def test_speakers(text: str, who: str | None) -> None:
    found = next((words.by for words in points.said(text) if words.by is not None), None)
    assert (found.speaker if found else None) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Biden added that an application was historic.", "Biden"),
        ("Ban Ki-moon then went on to express his gratitude.", "Ban Ki-moon"),
        ("“We will defend every inch of it,” Biden said.", "Biden"),
        # Who was not there, and what is no person.
        ("Macron added that it was historic.", None),
        ("Germany welcomed it.", None),
    ],
)
def test_a_name_without_a_title_is_a_speaker_where_such_a_one_was_present(text: str, who: str | None) -> None:
    called = frozenset(("joe", "biden", "ban", "ki-moon"))
    (words,) = points.said(text, called)
    assert (words.by.speaker if words.by else None) == who
    assert points.said(text)[0].by is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The President thanked him. President Stubb said that it mattered to the U.S. They agreed on it.",
            ["The President", "President Stubb", "They"],
        ),
        ("The Prime Minister met President Stubb this morning. They agreed on it.", [None, "They"]),
        ('"Together, we are more secure," he said. Mr. Stoltenberg met members of the Senate.', ["He", None]),
        (
            "The President spoke of a “Free and Open Indo-Pacific. The two leaders agreed.",
            ["The President", "The two leaders"],
        ),
        (
            "He stated “We agree. The sea is open.” Ambassador Armitage offered his congratulations.",
            ["He", "He", "Ambassador Armitage"],
        ),
        # A page that stands in quotation marks as a whole is nobody's quotation; what one goes on with is one's own.
        (
            "“They agreed on it. Both discussed trade, and the Prime Minister thanked him.",
            ["They", "Both", "The Prime Minister"],
        ),
        (
            "He stated, “We agree. The leaders discussed it, and President Stubb thanked him.” They agreed.",
            ["He", "He", "They"],
        ),
        # Several in one sentence, in turn.
        (
            "President Noda asked him; and in response, President Morsy agreed. The leaders met, and they talked.",
            ["President Noda", "President Morsy", None],
        ),
        (
            "The leaders discussed trade, and the Prime Minister thanked him, and both agreed on it.",
            ["The leaders", "The Prime Minister", "Both"],
        ),
        (
            "President Biden, President Ghani, and Chairman Abdullah concurred.",
            ["President Biden, President Ghani, and Chairman Abdullah"],
        ),
        ("The President said, “We agree, and President Stubb told me so.”", ["The President"]),
        ("The President thanked him, and the President agreed.", ["The President"]),
        (
            "President Stubb made a proposal, to which Prime Minister Abe replied that it was right.",
            ["President Stubb", "Prime Minister Abe"],
        ),
        # What the words go on to tell of was not said then.
        ("President Stubb praised the plan, to which Prime Minister Abe had contributed.", ["President Stubb"]),
        ("President Stubb thanked him, and they looked forward to speaking again.", ["President Stubb", "They"]),
        ("The leaders discussed trade, and they agreed to meet.", ["The leaders"]),
        (
            "President Stubb and the Prime Minister discussed it, and they agreed.",
            ["President Stubb and the Prime Minister"],
        ),
        ("President Stubb invited me, and I was pleased to accept.", ["President Stubb", "I"]),
        ("The Japanese side explained it, and the EU side agreed.", ["The Japanese side", "The EU side"]),
        ("The leaders discussed trade. This is in addition to last year's talks.", ["The leaders", None]),
        (
            "Prime Minister Abe stated, “We work together. The sea is open.” It was noon.",
            ["Prime Minister Abe"] * 2 + [None],
        ),
    ],
)
def test_each_sentence_has_its_own_speaker(text: str, who: list[str | None]) -> None:
    told = points.said(text)
    assert " ".join(words.text for words in told) == text
    assert [words.by.speaker if words.by else None for words in told] == who


@pytest.mark.parametrize(
    ("tells", "words"),
    [
        ("The President spoke today with President Stubb.", "They agreed on it."),
        ("The President met President Stubb. It was their first meeting since he took office.", None),
        ("The President spoke with President Stubb and thanked him.", None),
        (
            "The Prime Minister met President Stubb. A spokesperson said: Today he welcomed Finland’s President Stubb.",
            "He thanked him. They met for an hour.",
        ),
    ],
)
def test_an_opening_ends_where_it_goes_on_to_what_was_said(tells: str, words: str | None) -> None:
    assert points.opening_and_words(" ".join(filter(None, (tells, words)))) == (tells, words)


@pytest.mark.parametrize(
    ("text", "verb", "kind", "voice"),
    [
        ("Prime Minister Modi called it historic.", "called it", "stated", "one"),
        ("The President called for restraint.", "called", "requested", "one"),
        ("Prime Minister Kishida stated that it matters.", "stated", "stated", "one"),
        ("President Biden expressed his deep concern over it.", "expressed concern", "expressed_concern", "one"),
        ("Prime Minister Meloni expressed her sincere gratitude.", "expressed gratitude", "welcomed", "one"),
        ("The two leaders concurred in further work.", "concurred", "concurred", "both"),
        ("Both sides shared the view that it is urgent.", "shared", "concurred", "both"),
        ("President Biden shared that the tanks would arrive.", "shared that", "stated", "one"),
        ("President Biden shared his plans.", "shared his", "stated", "one"),
        ("President Biden shared his concern over it.", "shared concern", "expressed_concern", "one"),
        ("President Yoon and Prime Minister Kishida welcomed it.", "welcomed", "welcomed", "both"),
        ("Prime Minister Ishiba requested cooperation.", "requested", "requested", "one"),
        ("The two leaders instructed their ministers to go on.", "instructed", "requested", "both"),
        ("The Prime Minister set out his deep concern.", "set concern", "expressed_concern", "one"),
        ("The Prime Minister shared updates on the talks.", "shared updates", "stated", "one"),
        ("He took the opportunity to brief the Prime Minister.", "took the opportunity to brief", "stated", "one"),
        ("President Trump announced a visit.", "announced", "announced", "one"),
        ("The Prime Minister underlined the importance of it.", "underlined", "stated", "one"),
        ("President Stubb juggled with it.", "juggled", "other", "one"),
        ("The Prime Minister was pleased to be able to host him.", "was pleased", "welcomed", "one"),
        ("The leaders began by discussing the war.", "began by discussing", "discussed", "both"),
        ("The Prime Minister began by congratulating him.", "began by congratulating", "welcomed", "one"),
        ("The Prime Minister began by saying he was there.", "began by saying", "stated", "one"),
        ("They closed by reaffirming their ties.", "closed by reaffirming", "stated", "both"),
        (
            "Prime Minister Kan started the conversation by welcoming the visit.",
            "started the conversation by welcoming",
            "welcomed",
            "one",
        ),
        ("The Prime Minister updated the King on it.", "updated", "stated", "one"),
        ("President Stubb stated his intention to go.", "stated intention", "intended", "one"),
        ("President Stubb stated, “I welcome it.”", "stated", "stated", "one"),
        (
            "Prime Minister Thaci responded by expressing his appreciation.",
            "responded by expressing",
            "welcomed",
            "one",
        ),
        ("The Prime Minister was pleased to inform him of a plan.", "was pleased to inform", "stated", "one"),
        ("The two leaders and their teams agreed to stay in contact.", "agreed", "concurred", "both"),
        ("President Stubb then went on to note that it matters.", "went on to note", "stated", "one"),
        ("The Prime Minister went on to express his gratitude.", "went on to express", "welcomed", "one"),
        ("King Abdullah passed on his deepest condolences.", "passed condolences", "condoled", "one"),
        ("The two leaders witnessed the signing and welcomed it.", "welcomed", "welcomed", "both"),
        ("President Stubb made a speech there, arguing that it matters.", "argued", "stated", "one"),
        ("President Biden joined President Stubb in urging restraint.", "joined in urging", "requested", "one"),
        ("He continued to note that it matters.", "continued to note", "stated", "one"),
        ("He continued that it matters.", "continued", "stated", "one"),
        ("The leaders moved on to discuss the war.", "moved on to discuss", "discussed", "both"),
        ("They were of one mind on it.", "were of one mind", "concurred", "both"),
        ("Prime Minister Abe, together with the two Presidents, welcomed it.", "welcomed", "welcomed", "both"),
        ("Prime Minister Abe and the two Presidents concurred on it.", "concurred", "concurred", "both"),
        ("Japan and the EU agreed to launch a dialogue.", "agreed", "concurred", "both"),
        ("They issued a joint statement.", "issued", "announced", "both"),
        ("He expressed his horror at the strikes.", "expressed horror", "expressed_concern", "one"),
    ],
)
def test_how_it_is_reported(text: str, verb: str, kind: str, voice: str) -> None:
    (words,) = points.said(text)
    found = words.by
    assert found is not None
    assert found.report == {"verb": verb, "class": kind, "voice": voice}


def test_points_below_inherit_how_they_are_reported() -> None:
    below = (DraftPoint("(a)", None, "Japan will do so."), DraftPoint("(b)", None, "President Yoon welcomed it."))
    (point,) = points.points_of((DraftPoint("(1)", None, "Prime Minister Kishida also stated as follows:", below),))
    stated = {"verb": "stated", "class": "stated", "voice": "one"}
    assert point["points"][0]["statements"][0]["report"] == point["statements"][0]["report"] == stated
    assert point["points"][1]["statements"][0]["speaker"] == "President Yoon"


def test_the_classes_are_those_of_the_schema_and_no_verb_has_two() -> None:
    described = schema()["$defs"]["statement"]["properties"]["report"]["anyOf"][1]["properties"]["class"]["enum"]
    assert described == verbs.classes()
    every = [verb for group in verbs._data()["classes"].values() for verb in group]
    assert verbs._deeds().isdisjoint(every)
    assert len(every) == len(set(every))
    nouns = [noun for group in verbs._data()["expressed"].values() for noun in group]
    assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize(
    ("text", "verb", "kind", "voice"),
    [
        ("安倍総理から、支援に感謝の意を表明しました。", "歓迎", "welcomed", "one"),
        ("ミシェル議長より、日本の支援に高い評価が示されました。", "歓迎", "welcomed", "one"),
        ("クラウス大統領より、更なる投資への期待が表明された。", "期待を表明", "intended", "one"),
        ("ブレア首相は、取り組みへの支持を表明しました。", "支持", "supported", "one"),
        ("安倍総理から、逝去に追悼の意を表しました。", "哀悼の意を表明", "condoled", "one"),
        ("安倍総理から、港湾整備への協力を表明しました。", "表明", "announced", "one"),
        ("安倍総理より、来年の訪日を招請した。", "求めた", "requested", "one"),
        ("小泉総理より、お見舞いを伝え、その後、以下のとおり発言。", "述べた", "stated", "one"),
        ("ハシナ首相は、両国は長年の友人である旨述べました。", "述べた", "stated", "one"),
        ("両首脳は、両国が引き続き連携していくことを確認しました。", "一致", "concurred", "both"),
        ("岸田総理から、「訪日を歓迎する。光栄である。」と述べました。", "述べた", "stated", "one"),
        ("安倍総理から、支援すると述べた上で、措置を速やかに取るよう促しました。", "求めた", "requested", "one"),
        ("安倍総理から、ユドヨノ大統領から支持を得て、役割を拡大していく旨述べた。", "述べた", "stated", "one"),
        ("石破総理から、措置の見直しを強く申し入れました。", "求めた", "requested", "one"),
        ("高市総理はこれを快諾しました。", "一致", "concurred", "one"),
        ("トランプ大統領からは、日米同盟の重要性について発言がありました。", "述べた", "stated", "one"),
        ("最初に大統領から、訪問に感謝するとの発言がありました。", "述べた", "stated", "one"),
        ("菅総理から協力を求め、ムハンマド皇太子から支持を得ました。", "求めた", "requested", "one"),
        ("安倍総理から、『歓迎する。』旨伝えた。両首脳は、一致した。", "述べた", "stated", "one"),
        ("菅総理は、理解と協力を求め、ムハンマド皇太子の支持を得ました。", "求めた", "requested", "one"),
        ("バイデン大統領から、同感である旨応答がありました。", "一致", "concurred", "one"),
        ("安倍総理から、御回復を祈念しました。", "期待を表明", "intended", "one"),
        ("日EU首脳は、意見交換を行いました。", "意見交換", "discussed", "both"),
        ("岸田総理とミシェル議長、フォン・デア・ライエン委員長は、これを歓迎しました。", "歓迎", "welcomed", "both"),
    ],
)
def test_how_it_is_reported_in_japanese(text: str, verb: str, kind: str, voice: str) -> None:
    found = who_says(text)
    assert found is not None
    assert found.report == {"verb": verb, "class": kind, "voice": voice}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("安倍総理より献花し、サルコジ次期大統領より謝意が表された。", "安倍総理"),
        ("岸田総理は、日本人墓地を訪問し、献花しました。", "岸田総理"),
    ],
)
def test_no_verb_of_another_is_taken_for_his(text: str, who: str) -> None:
    assert who_says(text) == Said(who, None)


_TURNS = (
    "The President thanked him",
    ", and ",
    ", to which the EU side replied ",
    "; and in response, ",
    "President Stubb agreed",
    "both",
    ". ",
    "安倍総理から、",
    "大統領から",
    "述べ、",
    "また、",
    "謝意が示された。",
    "「",
    "」",
)


@given(st.lists(st.sampled_from(_TURNS), max_size=40).map("".join))
def test_no_turn_is_lost(text: str) -> None:
    (japanese,) = points_of((DraftPoint(None, None, text, ()),))
    for told in ([words.text for words in points.said(text)], [said["text"] for said in japanese["statements"]]):
        assert "".join("".join(told).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    [
        "the President thanked him, and ",
        ", and the ",
        ", to which the EU side replied that ",
        "、大統領から述べ",
        "、総理から述べ、また、首相は歓迎する",
        "総理から、",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert grows_with_the_text_alone(
        lambda text: (points.said(text), points_of((DraftPoint(None, None, text, ()),))), piece
    )


@pytest.mark.parametrize(
    "text",
    [
        "In conjunction with the partners, it was agreed that ministers will work closely on these issues.",
        "It was also agreed to meet again.",
    ],
)
def test_an_agreement_that_names_nobody_is_both_s(text: str) -> None:
    (words,) = points.said(text)
    assert words.by is not None
    assert (words.by.speaker, words.by.report) == (None, {"verb": "agreed", "class": "concurred", "voice": "both"})
