"""Who is reported as saying a point, and how, in Japanese: the subject of its first clause, and the last verb with the
noun before it that tells what was expressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from connectors.draft import DraftPoint
from pipelines.normalise.japanese.texts import LONGEST, in_plain, sentences
from schemas.authorities import names_ja, offices
from schemas.record import Point, Report, Statement

_OFFICE = offices.called_ja()
# What a speaker stands behind.
_LEADS = (
    "^|、|。|(?:会見の|その)?席上、?|会見の冒頭、?|について(?:は)?|を終えて|最後に|その他|冒頭|まず|続[いけ]て|次に|さらに|また|加えて|その上で|その後|"
    "これ(?:に対し|に続き|を受け)(?:て)?"
)
_SPEAKERS = (
    # "石破総理と出席議員", "上下両院指導部".
    r"(?:[一-龥々]{1,4}総理(?:大臣)?(?:と|及び))?(?:(?:出席|参加|同)議員団?|上下両院指導部)",
    # "4か国首脳", "日米印3か国の首脳".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8}?)?[2-9](?:か|カ|ヶ|ケ|ヵ)国の?(?:首脳|外相)(?:間)?",
    # "両首脳", "日豪両首相", "三首脳".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8}?)?(?:両(?:首脳|首相|者|国|国首脳)|三(?:か国)?首脳)",
    # "日EU双方".
    r"(?:日[A-Zァ-ヶー一-龥]{1,8})?双方(?:の首脳)?",
    r"教皇[ァ-ヶー]{2,12}(?:\d{1,2}世)?台下",
    r"先方",
    # "中韓両国の首脳".
    r"[一-龥]{2,4}両国の首脳",
    r"同(?:大統領|首相)",
    # "「ナ」首相", as the Ministry shortened names until 2006 or so.
    rf"「[ァ-ヶーべぺ]{{1,3}}」{_OFFICE}",
    # One by name and office, maybe with another before: "岸田総理と…大統領", "ミシェル欧州理事会議長及び…",
    # "李克強・国務院総理", "アルバニージー豪首相".
    (
        r"(?P<with>[一-龥々]{1,4}総理(?:大臣)?と|"
        rf"(?:[ァ-ヶー＝=・]{{2,30}}|[一-龥々]{{2,4}})(?:欧州(?:理事会|委員会))?{_OFFICE}(?:及び|と))?"
        r"(?:(?:[ァ-ヶー＝=・]|(?<=[ァ-ヶー])[べぺ]|\d世)+|(?!冒頭|席上)[一-龥々]{1,4}・?)?"
        rf"(?:[A-Z]{{2,6}}|(?<=[ァ-ヶー])[{names_ja.letters()}](?={_OFFICE}))?{_OFFICE}"
    ),
)
_PARTICLES = (
    # But for "ネタニヤフ首相からの歓迎の辞に続き、安倍総理から…", "大統領から支持を得て".
    r"から(?!支持を得て|(?:要請|説明|報告|招待)を受けて)(?!の[^、。]{1,20}(?:に続き|に続い|に対し|を受け))(?:は)?",
    "は",
    "より",
    "との間で",
    "間で",
    # "小泉総理が…伝えたのに対し、".
    "が(?=[^。]{2,80}たのに対し)",
    # "両者が…一致した", but for "両首脳が…議論する中で、安倍総理から…".
    "(?:(?<=両者)|(?<=両首脳)|(?<=双方)|(?<=両国))(?:が(?![^。]{2,80}[るた]中で、)|により)",
    # "岸田総理と…大統領が".
    "(?(with)が|(?!))",
)
_SPEAKER = re.compile(rf"(?:{_LEADS})\s*(?P<actor>{'|'.join(_SPEAKERS)})(?P<particle>{'|'.join(_PARTICLES)})")
# "謝意を表明した", "期待が示された", "お見舞いの言葉があった": the noun before it tells what was done.
_MADE = (
    r"(?:の?意|の言葉)?(?:[をがの](?:改めて|心から|深く)?"
    r"(?:述べ|表明|表[しさす]|伝え|伝達|示[しさす]|申し|あり|あった)|表明)[しさ]?"
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
        rf"(?:理解と協力|協力|支持|対応)を(?:求め|要請)|求め|要請|働きかけ|招請|照会|尋ね|提案(?:し|$)|依頼し|呼び[掛か]け|促し|招待{_MADE}",
        "求めた",
    ),
    ("intended", rf"(?:期待|意向|決意|希望|意欲|用意|考え){_MADE}|期待し|希望し", "期待を表明"),
    ("concurred", r"(?:こと|方針|点)?(?:で|に)?一致|合意|(?:認識|見解)を共有|確認", "一致"),
    ("supported", rf"(?:支持|賛意|連帯){_MADE}|支持|賛同し", "支持"),
    ("announced", r"(?<!記者)発表|表明[しさ]", "表明"),
    ("discussed", r"意見交換|意見を交換|議論|協議(?!して(?:い|行)くこと)|やり取り|話し合", "意見交換"),
    (
        "stated",
        r"述べ|説明|強調|言及|指摘|挨拶|伝達|伝え|紹介|応答|返答|提起|応じ|触れ|報告|(?:旨|と|趣旨|以下)の?発言|(?:とおり|通り)発言|発言し",
        "述べた",
    ),
)
_INTRODUCES = re.compile(
    r"(?:(?:次|以下)の?(?:(?:とおり|通り|ように)|を|[二三四五2-5]点[がを])"
    r"(?:(?:述べ|挨拶し)(?:られ)?(?:ました|た)|(?:発言|説明)(?:しました|した)?|確認(?:しました|した))?。|:)\s*$"
)


_Said = tuple[str, Report | None]


@dataclass(frozen=True)
class _Carried:
    """What the paragraphs above carry over to the next: whose words it may be."""

    whose: _Said | None = None
    up_to_mark: bool = False
    """Whether a mark stands before what introduced them: then they go on up to the next mark."""
    quotations: int = 0
    """How many quotations are open."""

    def quoted(self, text: str) -> _Said | None:
        return self.whose if self.quotations > 0 or text.startswith("「") else None


def points_of(points: tuple[DraftPoint, ...], governor: _Said | None = None, *, words: bool = False) -> list[Point]:
    """The points in the record's form, each statement with its speaker as named in the text; `speakers` is for
    `attribution` to fill. What stands below a point that introduces it ("次のとおり。") is its speaker's; `words` tells
    that all of it is, whoever is named there."""
    made = []
    carried = _Carried()
    last: _Said | None = None
    for number, point in enumerate(points):
        if carried.up_to_mark and point.label is not None:
            carried = _Carried()
        statements: list[Statement] = []
        named = _from_heading(point)
        governs = named or governor
        if point.text:
            text = in_plain(point.text)
            before = last if _GOES_ON_FROM_ABOVE.match(text) else None
            statements = _statements(point.text, carried, governor, before, words=words)
            last = next((by for by in map(_by, reversed(statements)) if by is not None), None)
            if _INTRODUCES.search(text) is not None:
                governs = last
            below = points[number + 1].text if number + 1 < len(points) else None
            carried = _carried(carried, text, last, point.label is not None, _opened(below) < 0)
        else:
            carried, last = _Carried(), None
        made.append(
            Point(
                label=point.label,
                heading=point.heading,
                text=point.text,
                statements=statements,
                points=points_of(point.points, governs, words=named is not None),
            )
        )
    return made


def _statements(
    text: str, carried: _Carried, governor: _Said | None, before: _Said | None, *, words: bool
) -> list[Statement]:
    """The sentences of a text, one in which several speak in turn by turns, each with who says it: whom it names, else
    who governs all of it, else, where it tells that something was said and names nobody, who said the one `before`."""
    told: list[Statement] = []
    quoted, quotations = carried.whose, carried.quotations
    together: _Said | None = None
    for sentence in [turn for whole in sentences(text) for turn in _turns(whole)]:
        plain = in_plain(sentence)[:LONGEST].lstrip("-・ ")
        if words:
            own = governor
        elif quotations > 0 or plain.startswith("「"):
            own = quoted or who_says(plain) or governor
        else:
            named = who_says(plain) or (carried.whose if carried.quotations == 0 else None)
            own = named or governor or _goes_on(before, together, plain)
            quoted = own or quoted
        quotations = max(0, quotations + _opened(plain))
        before = own or before
        together = own if own is not None and own[1] is not None and own[1]["voice"] == "both" else together
        told.append(
            Statement(text=sentence, speaker=own[0] if own else None, speakers=[], report=own[1] if own else None)
        )
    return told


# "…招請があり、", "…述べたのに対し、": not "…を歓迎する、", which goes on with the same words.
_ENDS_A_TURN = re.compile("(?<![るだうむすくぶた、])(?<![たなしき]い)、$")
# What was said is told at the end of a turn; so many turns take time that grows with the text alone.
_NEAR = 60
# "…述べ、また、大統領から…": of the next.
_BEGINS_A_TURN = re.compile("(?<=、)(?:また|さらに|更に|加えて|特に|その[中上]で|これに対して?)、$")


def _turns(sentence: str) -> list[str]:
    """A sentence, cut where another goes on to speak: "総理から…述べ、大統領から…謝意が示された。" """
    plain = in_plain(sentence)[:LONGEST]
    actor = _SPEAKER.search(plain)
    if actor is None or len(plain) != len(sentence):
        return [sentence]
    turns = []
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
            and _reported(told[-_NEAR:]) is not None
        ):
            turns.append(sentence[begun:cut])
            begun, actor = cut, another
    return [*turns, sentence[begun:]]


# "また、…旨述べました。", in a paragraph of its own.
_GOES_ON_FROM_ABOVE = re.compile("(?:また|さらに|更に|加えて|その上で|あわせて|併せて)")
# Whoever that is: the words are not those of who spoke before.
_NAMES_SOMEBODY = re.compile(rf"(?:{_OFFICE}|側|首脳)(?:から(?!の)|より|は、)")


def _goes_on(before: _Said | None, together: _Said | None, text: str) -> _Said | None:
    """Who said the sentence before, with the verb of one that names nobody: "その上で、…と述べました。"; of what takes
    two, who last did so `together`."""
    if before is None or _NAMES_SOMEBODY.search(text) or (said := _reported(text)) is None:
        return None
    kind, verb = said
    voice = before[1]["voice"] if before[1] is not None else "one"
    if voice == "one" and kind in ("concurred", "discussed"):
        # "また、…で一致した。": that takes two.
        if together is None:
            return None
        before, voice = together, "both"
    return before[0], Report({"verb": verb, "class": kind, "voice": voice})


def _by(statement: Statement) -> _Said | None:
    return (statement["speaker"], statement["report"]) if statement["speaker"] is not None else None


def _carried(before: _Carried, text: str, own: _Said | None, marked: bool, closes: bool) -> _Carried:
    """What a paragraph carries over: `own` said it, `closes` tells whether the one below ends a quotation."""
    quoted = before.quoted(text)
    # "…挨拶の中で次のように述べました。" stands beside the words that it introduces, not above them.
    if quoted is not None:
        quotations = before.quotations + _opened(text)
    else:
        quotations = int(own is not None and closes and _opened(text) > 0)
    if _INTRODUCES.search(text) is not None:
        return _Carried(own, marked, quotations)
    if quotations > 0 or text.startswith("「"):
        return _Carried(quoted or own, False, quotations)
    return _Carried(before.whose, True) if before.up_to_mark and own == before.whose else _Carried()


def _opened(text: str | None) -> int:
    """How many quotations a text begins more than it ends."""
    return text.count("「") - text.count("」") if text else 0


# "(1) 小泉総理より、": a heading that only says whose words stand below it.
# And "(小泉総理)", of one whose words are told as they were.
_FROM = re.compile(
    r"(?P<from>[^。()]{2,40})(?:より|から)[、,，]?|\((?P<alone>[^。()]{2,40}(?:総理|大統領|首相|主席))\)"
)


def _from_heading(point: DraftPoint) -> _Said | None:
    told = _FROM.fullmatch(in_plain(point.heading)) if point.heading else None
    return who_says(f"{told['from'] or told['alone']}より述べた。") if told is not None else None


_DONE = re.compile(
    r"(?:立ち会い|開催し|出席し|参加し|臨み|訪問し|出迎え|(?:会談|懇談|署名|記者発表|記者会見|夕食会|晩餐会|昼食会)[等など]{0,2}を行い)ました$|"
    r"を行いました$|を(?:実施し|行っ)たところ"
)


_SEVERAL = re.compile(r"(?:日.{1,8})?(?:両|双方|三|[2-9])")
_TOGETHER = re.compile(r"総理(?:大臣)?と|及び|(?<=[領相長裁官臣])と")


def who_says(text: str) -> _Said | None:
    """The first who is reported as saying something in a plain text, and how (None where no verb tells); or None."""
    actor = _SPEAKER.search(text)
    if actor is None:
        return None
    another = _SPEAKER.search(text, actor.end())
    # "ウィクラマシンハ首相は、両国は…旨述べました。": whom these words speak of says nothing.
    within = another is not None and another["actor"].endswith("両国")
    said = _reported(_sentence(text[actor.end() : another.start() if another and not within else None]))
    if said is None and another is not None and another["particle"] == "は" and not _SEVERAL.match(another["actor"]):
        # "首相より、謝意と共に、大統領は…にある旨述べた。": the other is within these words.
        said = _reported(_sentence(text[actor.end() :]))
    if said is None:
        # "両首脳は、…署名式に立ち会いました。": what was done there, not said.
        return None if _DONE.search(_sentence(text[actor.end() :])) else (actor["actor"], None)
    kind, verb = said
    both = _SEVERAL.match(actor["actor"]) or _TOGETHER.search(actor["actor"])
    return actor["actor"], Report({"verb": verb, "class": kind, "voice": "both" if both else "one"})


def _reported(clause: str) -> tuple[str, str] | None:
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
