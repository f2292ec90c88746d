"""Who is reported as saying a sentence, and how, in Japanese: the subject of its first clause, and the last verb with
the noun before it that tells what was expressed; and where in it another goes on to speak."""

from __future__ import annotations

import re

from pipelines.normalise.japanese.texts import LONGEST, in_plain
from pipelines.normalise.said import Said
from schemas.authorities import names_ja, offices
from schemas.record import Report

OFFICE = offices.called_ja()
# What a speaker stands behind.
_LEADS = (
    # "重視している旨小泉総理より改めて強調された".
    "^|、|。|:|旨|^会談で|(?:会見の|その)?席上、?|会見の冒頭、?|共同記者(?:発表|会見)で(?:は、?)?|について(?:は)?|を終えて|最後に|最初に|(?:はじ|初)めに|その他|冒頭|まず|続[いけ]て|次に|次いで|さらに|更に|改めて|また|加えて|その上で|その後|"
    "これ(?:に対し|に続き|を受け)(?:て)?|(?:議員団|一行)を代表し(?:て|、)"
)
# One of several: "岸田総理", "ミシェル欧州理事会議長".
_EACH = (
    r"(?:[一-龥々]{1,4}総理(?:大臣)?|"
    rf"(?:[ァ-ヶー＝=・]{{2,30}}|[一-龥々]{{2,4}})(?:欧州(?:理事会|委員会))?{OFFICE})"
)
_SPEAKERS = (
    # "石破総理と出席議員", "上下両院指導部".
    r"(?:[一-龥々]{1,4}総理(?:大臣)?(?:と|及び))?(?:(?:出席|参加|同)議員団?|上下両院指導部)",
    # "4か国首脳", "日米印3か国の首脳".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8}?)?[2-9](?:か|カ|ヶ|ケ|ヵ)国の?(?:首脳|外相)(?:間)?",
    # "両首脳", "日豪両首相", "三首脳", "四首脳".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8}?)?(?:両(?:首脳|首相|総理|者|国|国首脳)|[三四](?:か国)?首脳)",
    # "日EU双方".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8})?双方(?:の首脳)?",
    # "日EU首脳".
    r"日[A-Zァ-ヶー一-龥]{1,8}首脳(?=は)",
    # "EU両首脳", "先方両首脳", "両議長": of the guests.
    r"(?:(?:先方|[A-Z]{2,5}側?)の?両首脳|両議長)",
    r"教皇[ァ-ヶー]{2,12}(?:\d{1,2}世)?台下",
    r"先方",
    # "EU側", "日本側", "我が方": whose side, for whoever spoke for it.
    r"(?:[A-Z]{2,5}|[ァ-ヶー]{2,12}|[一-龥]{1,4})側|(?:我が?|当)方",
    # "中韓両国の首脳".
    r"[一-龥]{2,4}両国の首脳",
    r"同(?:(?:副|次期)?大統領|首相|国王|皇太子|(?:国務|国防)?長官|事務総長|議長|委員長)",
    # "「ナ」首相", as the Ministry shortened names until 2006 or so.
    rf"「[ァ-ヶーべぺ]{{1,3}}」{OFFICE}",
    # One by name and office, maybe with others before: "岸田総理と…大統領", "ミシェル欧州理事会議長及び…",
    # "高市総理、コスタ議長及び…委員長"; "李克強・国務院総理", "アルバニージー豪首相", "スナク英国首相".
    (
        rf"(?P<with>(?:{_EACH}(?:と|及び|、)){{1,3}})?"
        r"(?:(?:[ァ-ヶー＝=・]|(?<=[ァ-ヶー])[べぺ]|\d世)+|(?!冒頭|席上)(?:[一-龥々]{3}(?=[韓中]国|国連)|[一-龥々]{1,4}・?))?"
        rf"(?:[A-Z]{{2,6}}|(?<=[一-龥]{{3}})(?:[韓中]国|国連)|(?<=[ァ-ヶー])(?:[米英韓中]国|[{names_ja.letters()}])(?={OFFICE}))?{OFFICE}"
    ),
)
_PARTICLES = (
    # But for "ネタニヤフ首相からの歓迎の辞に続き、安倍総理から…", "大統領から支持を得て".
    r"から(?!支持を得て|(?:要請|説明|報告|招待)を受けて)(?!の[^、。]{1,20}(?:に続き|に続い|に対し|を受け))(?:は)?",
    "は",
    "より",
    "の方から",
    "との間で",
    "間で",
    # "両者の間では…やりとりがありました".
    "の間では?",
    # "小泉総理が…伝えたのに対し、".
    "が(?=[^。]{2,80}たのに対し)",
    # "両者が…一致した", but for "両首脳が…議論する中で、安倍総理から…".
    "(?:(?<=両者)|(?<=両首脳)|(?<=双方)|(?<=両国))(?:が(?![^。]{2,80}[るた]中で、)|により)",
    # "岸田総理と…大統領が".
    "(?(with)が|(?!))",
)
# "ガントゥムル議員(Mr. Luvsannyam GANTUMUR)より".
_SPEAKER = re.compile(
    rf"(?:{_LEADS})\s*(?P<actor>{'|'.join(_SPEAKERS)})(?:\([A-Z][^()]{{3,80}}\))?(?P<particle>{'|'.join(_PARTICLES)})"
)
# "謝意を表明した", "期待が示された", "お見舞いの言葉があった": the noun before it tells what was done.
_MADE = (
    r"(?:の?意|の言葉)?(?:[をがの](?:改めて|心から|深く)?"
    r"(?:述べ|表明|表[しさす]|伝え|伝達|示[しさす]|申し|あり|あった)|表明)(?:[しさ]|があ)?"
)
_VERBS: tuple[tuple[str, str, str], ...] = (
    ("expressed_concern", rf"(?:懸念|憂慮|遺憾|非難|抗議){_MADE}|非難し|抗議し", "懸念を表明"),
    ("condoled", rf"(?:哀悼|追悼|お悔やみ|お?見舞い?|弔意){_MADE}", "哀悼の意を表明"),
    (
        "welcomed",
        rf"(?:祝意|お祝い|祝辞|感謝|謝意|敬意|歓迎|評価|謝辞){_MADE}|(?:歓迎|評価|感謝|深謝|[称賞]賛|祝福)し|歓迎。?$",
        "歓迎",
    ),
    (
        "requested",
        rf"(?:理解と協力|協力|支持|対応)を(?:求め(?:、[^。、]{{2,30}}支持を得)?|要請)|求め|要請|働きかけ|招請|照会|尋ね|提案(?:し|がなさ|があ|$)|依頼し|呼び[掛か]け|促し|申し入れ|招待(?:し|{_MADE})|質問(?:し|があ)",
        "求めた",
    ),
    (
        "intended",
        rf"(?:期待感?|意向|決意|希望|意欲|用意|考え|関心){_MADE}|期待し|希望し|祈念|(?:期待|関心)[をが]寄せ",
        "期待を表明",
    ),
    (
        "concurred",
        r"(?:こと|方針|点)?(?:で|に)?一致|合意|(?:認識|見解)を共有|確認|(?:快|受|承)諾|(?:同感|共感)(?:[^。、]{0,6}応答|[^。、]{0,6}述べ)?|了承|申し合わせ|ことと(?:なり|なった|しまし|した)|(?<!も)同意し",
        "一致",
    ),
    ("supported", rf"(?:支持|賛意|連帯|理解){_MADE}|支持|賛同し", "支持"),
    ("announced", r"(?<!記者)発表|表明(?:[しさ]|があ)|約束し|確約し|声明[^。、]{0,10}を発出", "表明"),
    ("discussed", r"意見交換|意見を交(?:換|わ)|議論|協議(?!して(?:い|行)くこと)|やり(?:取|と)り|話し合", "意見交換"),
    (
        "stated",
        rf"(?:認識|見解|立場){_MADE}|言葉があ|回答し|答え(?!る)|語[りっ]|話し(?!合)|主張し|反論し|訴え(?!る)|明らかにし|述べ|説明|強調|言及|指摘|挨拶|伝達|伝え|紹介|応答|返答|提起|申し出|応じ|触れ|報告|(?:旨|と|趣旨|以下)の?発言|(?:とおり|通り)発言|発言(?:し|があ)",
        "述べた",
    ),
)
# "…招請があり、", "…述べたのに対し、": not "…を歓迎する、", which goes on with the same words.
_ENDS_A_TURN = re.compile("(?<![るだうむすくぶた、])(?<![たなしき]い)、$")
# What was said is told at the end of a turn; so many turns take time that grows with the text alone.
_NEAR = 60
# "…述べ、また、大統領から…": of the next.
_BEGINS_A_TURN = re.compile("(?<=、)(?:また|さらに|更に|加えて|特に|その[中上]で|これに対して?)、$")


def turns(sentence: str) -> list[str]:
    """A sentence, cut where another goes on to speak: "総理から…述べ、大統領から…謝意が示された。" """
    plain = in_plain(sentence)[:LONGEST]
    actor = _SPEAKER.search(plain)
    if actor is None or len(plain) != len(sentence):
        return [sentence]
    cut_off = []
    begun = 0
    for another in _SPEAKER.finditer(plain, actor.end()):
        cut = another.start() + (plain[another.start()] == "、")
        if (begins := _BEGINS_A_TURN.search(plain, max(0, cut - 10), cut)) is not None:
            cut = begins.start()
        told = plain[actor.end() : cut]
        if (
            another["actor"] != actor["actor"]
            and not another["actor"].endswith("両国")
            and _ENDS_A_TURN.search(told)
            and told.count("「") == told.count("」")
            and reported(told[-_NEAR:]) is not None
        ):
            cut_off.append(sentence[begun:cut])
            begun, actor = cut, another
    return [*cut_off, sentence[begun:]]


_DONE = re.compile(
    r"(?:立ち会い|開催し|出席し|参加し|臨み|訪問し|出迎え|(?:会談|懇談|署名|記者発表|記者会見|夕食会|晩餐会|昼食会)[等など]{0,2}を行い)ました$|"
    r"を行いました$|を(?:実施し|行っ)たところ"
)


_SEVERAL = re.compile(r"(?:日.{1,8})?(?:両|双方|[三四2-9])|.{2,10}両?首脳$")
_TOGETHER = re.compile(r"総理(?:大臣)?と|及び|、|(?<=[領相長裁官臣])と")


def who_says(text: str) -> Said | None:
    """The first who is reported as saying something in a plain text, and how (None where no verb tells); or None."""
    actor = _SPEAKER.search(text)
    if actor is None:
        return None
    another = _SPEAKER.search(text, actor.end())
    # "ウィクラマシンハ首相は、両国は…旨述べました。": whom these words speak of says nothing.
    within = another is not None and another["actor"].endswith("両国")
    said = reported(_sentence(text[actor.end() : another.start() if another and not within else None]))
    if said is None and another is not None and another["particle"] == "は" and not _SEVERAL.match(another["actor"]):
        # "首相より、謝意と共に、大統領は…にある旨述べた。": the other is within these words.
        said = reported(_sentence(text[actor.end() :]))
    if said is None:
        # "両首脳は、…署名式に立ち会いました。": what was done there, not said.
        return None if _DONE.search(_sentence(text[actor.end() :])) else Said(actor["actor"], None)
    kind, verb = said
    both = _SEVERAL.match(actor["actor"]) or _TOGETHER.search(actor["actor"])
    return Said(actor["actor"], Report({"verb": verb, "class": kind, "voice": "both" if both else "one"}))


def reported(clause: str) -> tuple[str, str] | None:
    """The class and the verb of a clause, or None. In Japanese the verb stands last: of several, the one nearest to the
    end governs."""
    told = [
        (match.end(), -order, kind, verb)
        for order, (kind, words, verb) in enumerate(_VERBS)
        for match in re.finditer(words, clause)
    ]
    return max(told)[2:] if told else None


def _sentence(text: str) -> str:
    """The first sentence of a text, full stops within its quotations not counted."""
    quotations = 0
    for place, character in enumerate(text):
        if character == "。" and quotations <= 0:
            return text[:place]
        quotations += (character in "「『") - (character in "」』")
    return text
