"""A Japanese text as it is looked into: its plain form, without names in Latin letters, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect

from connectors.japanese import plain
from schemas.authorities import names_ja

LONGEST = 1_000
# With names in Latin letters, which are left out before a text is looked into.
LONGEST_PRINTED = 3_000
# A name in Latin letters, as the Ministry sets one after the Japanese.
_LATIN = re.compile(r"\((?=[A-Z])[A-Za-z][^()]{11,300}\)")
_COMMA = re.compile(r",(?![\s\d])|(?<!\d),(?=\d)")
# "(午後1時40分 (日本時間) )": whose clock it is, in brackets within brackets.
_JAPAN_INSIDE = re.compile(r"\((?P<clock>[^()]{2,20}?)\s?\(日本時間\)\s?\)")
_GAP = re.compile(r"(?<=[ぁ-んァ-ヶー一-龥]) (?=[ぁ-んァ-ヶー一-龥])")


def in_plain(text: str) -> str:
    """A text in its plain form with the commas of Japanese: until 2021 ministries wrote "," for "、".

    A space between two letters of Japanese ("内閣総理大臣 は") is a slip of the page, and so is "現時時間".
    """
    mended = _GAP.sub("", _COMMA.sub("、", plain(text))).replace("現時時間", "現地時間")
    return _JAPAN_INSIDE.sub(r"(日本時間\g<clock>)", mended)


# "ユンカー欧州委員長", "アフリカ連合(AU)委員長": of the Commission. "グランディ国連難民高等弁務官": of the Office.
_BODY = re.compile(
    r"(?P<union>欧州|アフリカ連合)(?:\(AU\))?(?:委員会)?(?=委員長)|(?P<refugees>国連難民)(?=高等弁務官(?!事務所))"
)


# "ルクセンブルクにおいて、EU議長国である同国のユンカー首相", "オーストラリア外務大臣及びマリス・ペイン同国国防大臣".
_SAME_COUNTRY = re.compile(
    rf"(?P<where>{names_ja.pattern()})"
    r"(?P<behind>において、[^。、]{0,30}である(?=同国の)|[一-龥]{2,8}(?:\([^()]{11,300}\))?及び[ァ-ヶー・＝=]{3,30}(?=同国[一-龥]))同国"
)


def with_bodies(text: str) -> str:
    """A plain text with the body that an office is of, where the office alone tells it, and the country that is "the
    same" as the one it was in."""
    text = _SAME_COUNTRY.sub(lambda match: f"{match['where']}{match['behind']}{match['where']}", text)
    return _BODY.sub(lambda match: f"{match['union']}委員会" if match["union"] else "国連難民高等弁務官事務所", text)


_IN_KATAKANA = re.compile("[ァ-ヶー]{2}")


def without_latin(text: str) -> tuple[str, dict[int, str]]:
    """A text without the names in Latin letters, cut to a sane length, and each of those by where it stood."""
    latin: dict[int, str] = {}
    parts, begin, length = [], 0, 0
    for match in _LATIN.finditer(text):
        parts.append(text[begin : match.start()])
        length += len(parts[-1])
        latin[length] = match[0]
        begin = match.end()
        if text[begin : begin + 1] == " ":
            # "…大統領(H.E. …) との間で": the space was the bracket's.
            begin += 1
        if _IN_KATAKANA.match(text[match.start() - 1 : match.start()] + text[begin : begin + 1]):
            # "エルドアン(H.E. …)トルコ共和国大統領": the bracket was between the name and the country.
            parts.append("・")
            length += 1
    return "".join([*parts, text[begin:]])[:LONGEST], latin


# "(先方:…、当方:…同席)": who sat beside the leaders.
# And "(衛藤征士郎…会長(衆議院副議長)、…同席)", with brackets within.
_BESIDE = re.compile(
    r"(?:(?P<leaders>\(出席者[^()。]{2,200}。)|\()(?:[^()]|\([^()]{1,40}\)){0,400}?(?:同席|陪席)[^()]{0,400}\)"
)


def without_beside(text: str) -> str:
    """A text with blanks for the brackets that list who sat beside the leaders.

    Of "(出席者 我が方:…総理、豪:…首相。…外相他同席)" those are the ones behind the full stop.
    """
    return _BESIDE.sub(lambda match: (match["leaders"] or "").ljust(len(match[0])), text)


def first_sentence(text: str) -> str:
    """Up to the first full stop that does not stand in brackets, as in "(現地時間。日本時間同日...)"."""
    depth = 0
    for number, letter in enumerate(text):
        depth += (letter in "(「") - (letter in ")」")
        if letter == "。" and depth <= 0:
            return text[:number]
    return text


_OPENING, _CLOSING = "「『(（", "」』)）"
# Not before "…。」と述べました。" or "…。 」と述べました。", whose quotation began above.
_STOP = re.compile(rf"。(?:\s*[{re.escape(_CLOSING)}]+(?![とのなをにが、])|(?!\s*[{re.escape(_CLOSING)}]))")


def sentences(text: str) -> list[str]:
    """The sentences of a text as published, each with its full stop and what closes behind it.

    A full stop within brackets or a quotation ends none ("「…。…。」と述べました。"), but for a quotation that the text
    ends with, or that goes on in the next paragraph.
    """
    kept_whole = _within_others(text)
    found, begin = [], 0
    for stop in _STOP.finditer(text):
        before = bisect(kept_whole, (stop.start(), 0)) - 1
        if before < 0 or stop.start() > kept_whole[before][1]:
            found.append(text[begin : stop.end()])
            begin = stop.end()
    return [sentence for sentence in (part.strip() for part in [*found, text[begin:]]) if sentence]


def _within_others(text: str) -> list[tuple[int, int]]:
    """Where the brackets and quotations of a text stand that something follows."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    end = len(text.rstrip())
    for place, letter in enumerate(text):
        if letter in _OPENING:
            opened.append(place)
        elif letter in _CLOSING and opened:
            begin = opened.pop()
            if not opened and place + 1 < end:
                spans.append((begin, place))
    return spans
