"""The ways in which a ministry says who spoke and how, in both languages: none is left without speaker or class."""

from __future__ import annotations

from typing import Any

from tests.reading import record_of

_OWN, _OTHER = "/participants/0", "/participants/1"
_BOTH = [_OWN, _OTHER]


def _statements(point: str, source: str) -> list[Any]:
    """The statements of a point of a call between the Prime Ministers of Japan and of the United Kingdom."""
    text = {
        "jp-mofa": "Japan-UK Summit Telephone Talk\n\nDecember 13, 2023\n\nOn December 13, commencing at 5:30 p.m. for "
        "approximately 10 minutes, Mr. KISHIDA Fumio, Prime Minister of Japan, held a telephone talk with The Rt Hon "
        "Rishi SUNAK MP, Prime Minister of the United Kingdom of Great Britain and Northern Ireland. The overview is "
        "as follows.",
        "jp-mofaja": "日英首脳電話会談\n\n令和5年12月13日\n\n12月13日、午後5時30分から約10分間、"
        "岸田文雄内閣総理大臣は、リシ・スナク英国首相と電話会談を行ったところ、概要は以下のとおりです。",
    }[source]
    path = "mofaj/kaidan" if source == "jp-mofaja" else "erp"
    record = record_of(source, f"https://www.mofa.go.jp/{path}/page1.html", f"{text}\n\n1. {point}\n")
    found: list[Any] = record["points"][0]["statements"]
    return found


_CLASSES_JA = {
    "stated": "旨述べました 旨発言がありました と応じました 旨回答しました について説明がありました 旨伝えました "
    "に言及しました を強調しました に反論しました を主張しました を明らかにしました と答えました 旨語りました "
    "と話しました との認識を示しました についての見解を示しました 旨の言葉がありました",
    "welcomed": "に謝意を表しました に祝意の表明がありました を歓迎しました を評価しました に敬意を表しました",
    "condoled": "に弔意を表しました にお見舞いの言葉がありました に弔意表明がありました",
    "requested": "を要請しました を求めました の訪日を招待しました について質問がありました を呼びかけました",
    "supported": "への支持を表明しました に賛同しました への理解が示されました への支持の表明がありました",
    "intended": "への期待が示されました への意向を示しました への関心を示しました への関心が寄せられました",
    "announced": "旨表明しました 旨表明がありました を約束しました を確約しました",
    "expressed_concern": "への懸念を表明しました を非難しました に抗議しました",
    "concurred": "に同意しました を快諾しました",
}
_SPEAKERS_JA = {
    _OWN: "岸田総理から 岸田総理大臣より 総理から 我が方から 日本側は 改めて岸田総理から "
    "岸田総理大臣の方から 冒頭、岸田総理から",
    _OTHER: "スナク首相から スナク英首相は スナク英国首相から リシ・スナク首相より 同首相から 先方から 英国側は "
    "これに対し、スナク首相から 一方、スナク首相は",
}
_TOGETHER_JA = "両首脳は 双方は 両国首脳は 日英両首脳は 両首相は 両総理は 岸田総理とスナク首相は その上で、両首脳は"


def test_how_in_japanese() -> None:
    told = {
        (kind, verb): [
            said["report"] and said["report"]["class"]
            for said in _statements(f"岸田総理から、両国関係の強化{verb}。", "jp-mofaja")
        ]
        for kind, verbs in _CLASSES_JA.items()
        for verb in verbs.split()
    }
    assert {key: classes for key, classes in told.items() if classes != [key[0]]} == {}


def test_who_in_japanese() -> None:
    alone = {
        (who, called): [said["speakers"] for said in _statements(f"{called}、強化したい旨述べました。", "jp-mofaja")]
        for who, several in _SPEAKERS_JA.items()
        for called in several.split()
    }
    assert {key: speakers for key, speakers in alone.items() if speakers != [[key[0]]]} == {}
    together = {
        called: [said["speakers"] for said in _statements(f"{called}、強化で一致しました。", "jp-mofaja")]
        for called in _TOGETHER_JA.split()
    }
    assert {called: speakers for called, speakers in together.items() if speakers != [_BOTH]} == {}


_CLASSES = {
    "stated": ("stated that", "answered that", "admitted that", "concluded that", "predicted that", "believed that"),
    "supported": ("supported", "echoed", "showed understanding of"),
    "expressed_concern": ("condemned", "lodged a protest over", "disagreed with", "rejected"),
    "requested": ("requested", "called for", "questioned", "proposed"),
    "welcomed": ("welcomed", "admired", "paid tribute to", "spoke highly of"),
    "announced": ("promised", "pledged", "committed to"),
    "intended": ("looked forward to", "expressed interest in"),
    "condoled": ("extended condolences for",),
    "discussed": ("discussed", "exchanged views on"),
}
_SPEAKERS: dict[str, list[str]] = {
    "Prime Minister Kishida": [_OWN],
    "In response, PM Kishida": [_OWN],
    "The Japanese side": [_OWN],
    "Prime Minister Sunak": [_OTHER],
    "For his part, the UK Prime Minister": [_OTHER],
    "The UK side": [_OTHER],
    "With regard to Ukraine, both leaders": _BOTH,
    "The two Prime Ministers": _BOTH,
    "On this basis, the two sides": _BOTH,
    "Prime Ministers Kishida and Sunak": _BOTH,
    "Japan and the UK": _BOTH,
}


def test_how_in_english() -> None:
    told = {
        (kind, verb): [
            said["report"] and said["report"]["class"]
            for said in _statements(
                f"Prime Minister Kishida {verb} closer cooperation{' would follow' if verb.endswith('that') else ''}.",
                "jp-mofa",
            )
        ]
        for kind, verbs in _CLASSES.items()
        for verb in verbs
    }
    assert {key: classes for key, classes in told.items() if classes != [key[0]]} == {}


def test_who_in_english() -> None:
    told = {
        called: [said["speakers"] for said in _statements(f"{called} confirmed that they would cooperate.", "jp-mofa")]
        for called in _SPEAKERS
    }
    assert {called: speakers for called, speakers in told.items() if speakers != [_SPEAKERS[called]]} == {}
