"""The points of a page in Japanese in the record's form: who says each sentence, as it or what is above it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from connectors.draft import DraftPoint
from pipelines.normalise.japanese.speakers import OFFICE, reported, turns, who_says
from pipelines.normalise.japanese.texts import LONGEST, in_plain, sentences
from pipelines.normalise.said import Said, Words
from schemas.record import Point, Report

# "次のとおり述べた。", "以下の点で一致しました。", "以下につき認識を共有した。".
_INTRODUCES = re.compile(
    r"(?:(?:次|以下)(?:の?(?:とおり|通り|ように)|を|の?(?:諸|各|[二三四五2-5])?点(?:[がをで]|に(?:ついて|つき)?)|につき|について)"
    r"(?:(?:述べ|挨拶し|求め|伝え)(?:られ)?(?:ました|た)|意見交換を行(?:いまし|っ)た|(?:認識|見解)を共有し(?:まし)?た|"
    r"(?:発言|説明|確認|一致|合意|指摘|言及|提案|要請|応答|議論|協議|意見交換)(?:し(?:まし)?た|があ(?:りまし|っ)た)?)?。|:)\s*$"
)


@dataclass(frozen=True)
class _Carried:
    """What the paragraphs above carry over to the next: whose words it may be."""

    whose: Said | None = None
    up_to_mark: bool = False
    """Whether a mark stands before what introduced them: then they go on up to the next mark."""
    quotations: int = 0
    """How many quotations are open."""

    def quoted(self, text: str) -> Said | None:
        return self.whose if self.quotations > 0 or text.startswith("「") else None


def points_of(points: tuple[DraftPoint, ...], governor: Said | None = None, *, words: bool = False) -> list[Point]:
    """The points in the record's form, each statement with its speaker as named in the text; `speakers` is for
    `attribution` to fill. What stands below a point that introduces it ("次のとおり。") is its speaker's; `words` tells
    that all of it is, whoever is named there."""
    made = []
    carried = _Carried()
    last: Said | None = None
    for number, point in enumerate(points):
        if carried.up_to_mark and point.label is not None:
            carried = _Carried()
        spoken: list[Words] = []
        named = _from_heading(point)
        governs = named or governor
        if point.text:
            text = in_plain(point.text)
            before = last if _GOES_ON_FROM_ABOVE.match(text) else None
            spoken = _said(point.text, carried, governor, before, words=words)
            last = next((said.by for said in reversed(spoken) if said.by is not None), None)
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
                statements=[said.statement() for said in spoken],
                points=points_of(point.points, governs, words=named is not None),
            )
        )
    return made


def _said(text: str, carried: _Carried, governor: Said | None, before: Said | None, *, words: bool) -> list[Words]:
    """The sentences of a text, one in which several speak in turn by turns, each with who says it: whom it names, else
    who governs all of it, else, where it tells that something was said and names nobody, who said the one `before`."""
    told: list[Words] = []
    quoted, quotations = carried.whose, carried.quotations
    together: Said | None = None
    for sentence in sentences(text):
        within = words or quotations > 0 or sentence.startswith("「")
        for turn in [sentence] if within else turns(sentence):
            plain = in_plain(turn)[:LONGEST].lstrip("-・ ")
            if words:
                own = governor
            elif within or plain.startswith("「"):
                own = quoted or who_says(plain) or governor
            else:
                named = who_says(plain) or (carried.whose if carried.quotations == 0 else None)
                own = named or governor or _goes_on(before, together, plain) or _agreed(plain)
                quoted = own or quoted
            quotations = max(0, quotations + _opened(plain))
            before = own or before
            together = own if own is not None and own.report is not None and own.report["voice"] == "both" else together
            told.append(Words(turn, own))
    return told


# "また、…旨述べました。", in a paragraph of its own.
_GOES_ON_FROM_ABOVE = re.compile("(?:また|さらに|更に|加えて|その上で|あわせて|併せて)")
# Whoever that is: the words are not those of who spoke before.
_NAMES_SOMEBODY = re.compile(rf"(?:{OFFICE}|側|首脳)(?:から(?!の)|より|は、)")


def _goes_on(before: Said | None, together: Said | None, text: str) -> Said | None:
    """Who said the sentence before, with the verb of one that names nobody: "その上で、…と述べました。"; of what takes
    two, who last did so `together`."""
    if before is None or _NAMES_SOMEBODY.search(text) or (said := reported(text)) is None:
        return None
    kind, verb = said
    voice = before.report["voice"] if before.report is not None else "one"
    if voice == "one" and kind in _OF_TWO:
        # "また、…で一致した。": that takes two.
        if together is None:
            return None
        before, voice = together, "both"
    return Said(before.speaker, Report({"verb": verb, "class": kind, "voice": voice}))


# "…することで一致した。", "…について意見交換を行いました。", "…などについて話し合いが行われました。".
_TAKES_TWO = re.compile(
    "(?:で|に(?:つき|ついて)?)(?:一致|合意)(?:し|を[み見]た|。)|(?:認識|見解|意見)(?:を共有し|が共有され|が一致し)|意見交換(?:を行|が行)|議論(?:を行|が行)|話し合(?:いました|いが行|った。)|確認(?:し|され)"
)


def _agreed(text: str) -> Said | None:
    """What a sentence that names nobody tells to have been agreed or discussed: all who were there did, if they were of
    two sides (which `attribution` tells)."""
    if _NAMES_SOMEBODY.search(text) or _TAKES_TWO.search(text) is None or (said := reported(text)) is None:
        return None
    kind, verb = said
    return Said(None, Report({"verb": verb, "class": kind, "voice": "both"})) if kind in _OF_TWO else None


_OF_TWO = ("concurred", "discussed")


def _carried(before: _Carried, text: str, own: Said | None, marked: bool, closes: bool) -> _Carried:
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


def _from_heading(point: DraftPoint) -> Said | None:
    told = _FROM.fullmatch(in_plain(point.heading)) if point.heading else None
    return who_says(f"{told['from'] or told['alone']}より述べた。") if told is not None else None
