"""What kinds of session a Japanese text names: a meeting, a call, a working lunch."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipelines.normalise.japanese.texts import without_beside

_KINDS: tuple[tuple[str, str], ...] = (
    ("telephone_talk", r"(?:首脳)?電話(?:首脳)?会談|電話で会談|電話会議|電話(?=を受け)"),
    ("online_meeting", r"(?:首脳)?(?:テレビ|オンライン|ビデオ)(?:首脳)?(?:会談|会議|会合)"),
    ("joint_press_occasion", r"共同記者(?:会見|発表)|共同プレス(?:行事|機会)"),
    ("signing_ceremony", r"署名式|交換式"),
    ("courtesy_call", r"表敬"),
    ("small_group_meeting", r"少人数(?:(?:のみ)?(?:による|での|の))?(?:会合|会談)"),
    ("expanded_meeting", r"(?:全体|拡大)(?:会合|会談)(?!\d(?!\d{0,2}分))"),
    ("one_on_one_meeting", r"一対一の?(?:会談)?|テタテ(?:会談|会合)?"),
    ("working_meal", r"ワーキング・?(?:ランチ|ディナー)|(?:首脳)?(?:昼食|朝食)会|昼食を共に(?=し)|首脳夕食会"),
    ("informal_talk", (
        r"懇談|立ち話|やり[と取]り(?=を行)|短時間の?会談|(?<!を受け、)短時間の?意見交換|約?\d{1,2}分間の意見交換|"
        "(?:言葉|挨拶)を交わ(?=し)"
    )),
    ("multilateral_session", (
        r"(?:日米豪印|日米[韓印豪]|太平洋島嶼国|V4|メコン|日中韓|日米比|G7|G20|ASEAN|APEC|NATO|IP4|AZEC|TICAD|CPTPP)"
        r"[^、。]{0,16}?(?:首脳会合|首脳会議|サミット|会合)"
    )),
    ("summit_meeting", r"(?<!回目の)首脳会談|定期首脳協議"),
    ("meeting", (
        r"(?<!右)(?<!外相)会談(?!に(?:引き)?続[いき]|\d{1,3}分\)|の(?:概要以下|意義|内容))|会合|協議|"
        "(?<![御者外同])会見(?=を行|、及び)"
    )),
    # A lunch is printed in English as one of work, a dinner seldom: it counts as one where it is said to be.
    ("other", r"(?:夕食|晩餐|晩さん|茶)会|謁見"),
)  # fmt: skip
# What it happened at or beside is not what happened.
_ONLY_BESIDE = (
    # "増資会合の場で、…懇談を行った", "首脳会議に際し", "会談の冒頭で", "首脳会合終了後".
    "の(?:場|機会|際|ため|席|傍ら|冒頭で)",
    "に際",
    "に先立ち",
    "終了後",
    "後[、,に]",
    # "日ASEAN特別首脳会議に出席した…大統領", "首脳会議に参加予定のASEAN各国首脳".
    r"[にへ](?:出席|参加|参列)(?:した|予定の)(?=[一-龥ァ-ヶA-Z\d])",
    # "首脳会議への出席のため", "会合参加に伴い".
    "(?:への?|に)?(?:出席|参加|参列)(?:(?:する|の)?(?:ため|際|機会)|に伴い)",
    "で(?:訪問|訪日|来日)中",
    "が(?:開かれ|開催され)ている",
    # "プーチン大統領…と会談するため、モスクワを訪問しました".
    "(?:する|を行う)ため、",
    # "有識者会合「日米印戦略対話」参加者の訪問を受けた".
    "「[^」]{1,20}」の?参加者",
)
_KIND = re.compile(
    f"(?:{'|'.join(rf'(?P<{kind}>{words})' for kind, words in _KINDS)})"
    "(?!における|のアウトリーチ|(?:首脳会[議合])?場|の(?:会)?議場|"
    # "メコン地域諸国首脳会議(日・メコン首脳会議)への出席のため": the name in the bracket is as little what happened.
    rf"(?:\([^()]{{1,20}}\))?[等など]{{0,2}}\)?(?:{'|'.join(_ONLY_BESIDE)}))"
)
OF_CLOCK = re.compile(rf"(?:{'|'.join(words for _, words in _KINDS)})(?:を|:|\()$")


# "…との間で首脳会談を行い、…署名に立ち会った後、同首長を招いて晩餐会を開催した": what is told is the banquet.
_BEFORE_IT = re.compile(
    "会談を行い、[^。]{0,80}(?:立ち会った|行った|臨んだ)後、(?=[^。]{0,40}(?:晩餐|晩さん|夕食|昼食)会)"
)


def named(text: str, begin: int = 0) -> list[str]:
    """The kinds that a text names from `begin` on, each once, in order."""
    if (before := _BEFORE_IT.search(text, begin)) is not None:
        begin = before.end()
    return list(dict.fromkeys(match.lastgroup or "" for match in _KIND.finditer(text, begin)))


_IS_HELD = re.compile(
    rf"(?:{'|'.join(words for _, words in _KINDS)})(?:[をが][^。、]{{0,12}}(?:行[いっわ]|実施|開催|開か)|し(?:まし)?た)"
)


def is_held(text: str) -> bool:
    """Whether a text tells that a session was held, not only what was said at it."""
    return _IS_HELD.search(text) is not None


# "…首脳会談を行ったことを歓迎する旨述べました。".
_SPOKEN_OF = re.compile(r"(?:旨|と|こと[をがに])[^。]{0,20}(?:述べ|表明|発言|確認|一致|歓迎|言及)")


def speaks_of(text: str) -> bool:
    """Whether a text reports words."""
    return _SPOKEN_OF.search(text) is not None


# "その後、共同記者発表を実施しました。", "なお、両首脳による共同記者発表が行われ、…": not "共同記者発表において…".
_CEREMONIES = (
    (
        "(?P<joint_press_occasion>共同記者(?:会見|発表)|共同プレス行事|両首脳による記者(?:会見|発表)|"
        "(?<=行われた)共同会見(?=で))"
    ),
    "(?P<small_group_meeting>少人数(?:(?:のみ)?(?:による|での|の))?(?:会合|会談))",
    "(?P<signing_ceremony>署名式|交換式|署名(?=に立ち会|が行われ|、[^。]{2,40}が行われ)|書簡の交換(?=が行われ))",
    "(?P<working_meal>昼食会|ワーキング・?(?:ランチ|ディナー))",
)
_TOOK_PLACE = (
    r"を(?:約?\d{1,3}分間)?(?:実施し|行い|行っ|執り行い|開催し)",
    "に(?:臨み|臨ん|出席し|立ち会っ|立ち会い)",
    # And "署名式が、両国首脳立会いの下行われた".
    "が(?:、[^。、]{2,16}の下)?(?:行な?われ|開催され|実施され)",
)
_HELD_TOO = re.compile(
    rf"(?:{'|'.join(_CEREMONIES)})"
    # "なお、会談後の共同記者発表において、…が発表された。", "その後行われた共同会見では", "会談後、署名式に引き続き".
    rf"(?=(?<=後の共同記者..)において、[^。]{{2,100}}発表された|(?<=その後の共同記者..)で[一-龥]{{1,4}}総理(?:大臣)?は、|"
    r"(?<=後行われた共同会見)では、|(?<=署名式)に引き続き、|"
    rf"(?:、[^。、にで]{{2,20}}){{0,2}}[^。、にで]{{0,30}}(?:{'|'.join(_TOOK_PLACE)})(?!る(?!とともに)))"
)


# "…終了後、両首脳は共同記者発表を行いました。": not what somebody says of another day.
_QUOTED = re.compile(r"「[^」]*(?:」|$)")
_AFTER = re.compile(r"後|引き続き|続き、|続いて|次に|会談を受けて")
# "共同記者発表に臨んだ後、…夕食会を行いました".
_THEN = re.compile("(?:に臨んだ|を行った|に出席した)後、")
_ENDS_TOLD = re.compile(r"(?:(?!こと|旨|と述|た(?!後、)[一-龥]).){0,60}ました")


# "総理大臣夫妻は、晩さん会に先だって、国王王妃両陛下と約30分間にわたり懇談しました。".
_BEFORE_A_BANQUET = re.compile("(?:晩餐|晩さん|夕食)会に先(?:立|だ)って、[^。「]{2,60}懇談しました$")


def told_below(texts: Iterable[str]) -> list[str]:
    """The ceremonies that sentences among the points tell to have been held after the talks, and talks
    before a banquet."""
    found = []
    for text in texts:
        for sentence in _QUOTED.sub("", text).split("。"):
            if _BEFORE_A_BANQUET.search(sentence) is not None:
                found.append("informal_talk")
            found += [
                match.lastgroup or ""
                for match in _HELD_TOO.finditer(sentence)
                if (_AFTER.search(sentence[: match.start()]) or _THEN.match(sentence, match.end()))
                and _ENDS_TOLD.fullmatch(sentence[match.end() :])
            ]
    return found


def told_later(text: str) -> list[str]:
    """The ceremonies that the sentences behind the first tell to have been held too, as in English."""
    told = [match.lastgroup or "" for match in _HELD_TOO.finditer(text)]
    if _AFTER_PRESS.search(text):
        told.append("joint_press_occasion")
    if _IN_TWO_FORMATS.search(without_beside(text)):
        told += ["small_group_meeting", "expanded_meeting"]
    return told


# "最初の20分間を少人数会合、残りの時間で全体会合を行った", once what stands in brackets behind each is left out.
_IN_TWO_FORMATS = re.compile("を少人数会合[ 、]*残りの時間で全体会合[ ]*を行った")
# "首脳会談及び共同記者発表後、安倍総理大臣主催の夕食会が…行われ".
_AFTER_PRESS = re.compile(r"共同記者(?:会見|発表)後、")
