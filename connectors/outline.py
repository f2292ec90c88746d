"""From blocks to the tree of points.

A label's style (`1.`, `(1)`, `(a)`, `(i)`, a bullet) decides its level: a style already open closes what is below it,
a new one opens a level. Indentation separates bullets from bullets, and tells a paragraph under a point from one
beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from connectors.draft import DraftPoint
from connectors.page import Block

_LABEL = re.compile(
    r"""(?P<label>
          [(（] \s* (?: [0-9０-９]{1,2} | [a-zａ-ｚ] | [ivx]{2,5} | [A-Z] | [ア-ン] ) \s* [)）]
        | [0-9０-９]{1,2} [.．)）] (?= \s | [^\W\d_] | [“"「(（] )
        | (?: [A-Z] | [a-z] | [IVX]{2,5} | [ivx]{2,5} ) [.．)）] (?= \s )
        | [0-9０-９]{1,2} \s (?= [^\W\d_] | 「 | (?:19|20)[0-9]{2}年 )
          (?! (?:January|February|March|April|May|June|July|August|September|October|November|December|年|月) )
        | [ア-コ] (?= \s )
        | [①-⑳] | [\[［] [0-9０-９]{1,2} [\]］]
      ) [.．]? \s* (?= \S )""",
    re.VERBOSE,
)
_BULLET = re.compile(r"[-‐–—•●○■◆◇▪・·*＊◦‣○〇]\s*(?=[^\W_]|[“\"「(（])")
_BRACKETED = re.compile(r"[(（]\s*[0-9０-９a-zａ-ｚア-ンivx]{1,3}\s*[)）]|[①-⑳]")
# "(政治・防衛交流)", "【経済】", "[ポイント]": a heading without a label.
_TITLE_IN_BRACKETS = re.compile(r"[(（【〈＜\[［][一-龥ァ-ヶー・]{2,20}[)）】〉＞\]］]")
# "(Issues on North Korea)", above a paragraph: a heading too, and no note.
_TITLE_IN_BRACKETS_EN = re.compile(
    r"\((?!(?:Also|Attend\w+|Note|Participants|Photos?|Present|Provisional|Reference|See|Source|Unofficial)\b)"
    r"[A-Z](?:[^.;()]|\([^().]{1,20}\)){2,120}\)"
)
# "北朝鮮関係", above "1.": the name of a part whose points are counted.
_NAME_OF_PART = re.compile(r"[一-龥ぁ-んァ-ヶー・]{0,20}(?:関係|情勢|問題|協力|総論|冒頭|その他|改革|会合|会談)")
# "復興,原発対応", below "冒頭" and its paragraphs: where one part has a name alone, so have those below it.
_NAME_OF_NEXT = re.compile(r"[一-龥ぁ-んァ-ヶーA-ZＡ-Ｚ0-9０-９・、，,「」()（） ]{2,30}")
_WORD = re.compile(r"[A-Z][a-z]{3,19}")
_PARAGRAPH = re.compile(r"[A-Z(].{80,}[.)]", re.DOTALL)
# "1. Opening:", with paragraphs below it that are set in deeper.
_NAME_OF_POINT = re.compile(r"[A-Z][^.:;]{2,60}:")
_PARAGRAPH_JA = re.compile(r".{41,}。", re.DOTALL)
# "(5:50-5:59 p.m.)" and "exchanges, etc." end in a point that ends no sentence.
_SENTENCE_END = re.compile(r"(?:(?<!\b[apAP]\.[mM])(?<!\betc)\.|[。!?！？;；:：])")
_BEHIND_THE_END = "'\"”’」)）"
# "stated as follows:", "made the following remarks.": what stands below belongs to it.
_GOVERNS = re.compile(
    r"[:：]$|\bthe following \w+\.$|\b(?:stated|made|explained|put\sforward|raised|mentioned)\sthe\sfollowing\s"
    r"(?:two|three|four|five|six|\d)\s"
)
# "2 冒頭、総理から…", "これに対し、大統領から…": answers what a counted point told, and belongs to it.
_ANSWER = re.compile("これに(?:対し|応え)")
_FIRST = frozenset(("1", "a", "A", "i", "I", "ア", "①"))
_ROMAN = re.compile(r"[ivx]+")
_ROMAN_AFTER = {"i": "", "v": "iv", "x": "ix", "ii": "i"}

MAX_HEADING = 160
"""A line longer than this is a statement, whatever it ends with."""


@dataclass
class _Open:
    """A point still being filled, with the style and indentation that opened it."""

    style: str
    indent: int
    label: str | None
    heading: str | None
    text: str | None
    children: list[_Open] = field(default_factory=list)
    last_key: str = ""

    def close(self) -> DraftPoint:
        return DraftPoint(self.label, self.heading, self.text, tuple(child.close() for child in self.children))


def split_label(text: str) -> tuple[str | None, str]:
    """The label a line begins with (None where it has none) and the rest of the line."""
    match = _LABEL.match(text)
    if match is None:
        return None, text
    return match["label"].strip(), text[match.end() :]


def without_bullet(text: str) -> str:
    """A line without the bullet that it begins with, if it does."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet is not None else text


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list, by its markup or by the bullet it begins with."""
    return block.item or _BULLET.match(block.text) is not None


def outline(blocks: Sequence[Block]) -> tuple[DraftPoint, ...]:
    """The tree of points that these blocks make, in order; nothing they say is left out."""
    root = _Open("root", -1, None, None, None)
    stack = [root]
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        _place(stack, block, following)
    return tuple(child.close() for child in root.children)


def _place(stack: list[_Open], block: Block, following: Block | None) -> None:
    bullet = _BULLET.match(block.text)
    label, rest = split_label(block.text)
    if label is not None and (inner := split_label(rest)[0]) and f"({label.rstrip('.．')})" == inner:
        # "1. (1) ...": so does one whose mark is a number.
        label, rest = split_label(rest)
    if label is None and bullet is not None and _BRACKETED.match(block.text, bullet.end()):
        # "• (1) ...": a saved text shows the list's own mark before the one that the page prints.
        label, rest = split_label(block.text[bullet.end() :])
    if label is not None:
        style, key = _style(label, stack, block.indent)
    elif is_item(block):
        # A list item: its level is that of its list, whatever the list shows before it.
        label, rest = block.marker, block.text[bullet.end() :] if bullet else block.text
        style, key = f"list {block.indent}", ""
    else:
        _place_unlabelled(stack, block, following)
        return
    _unwind(stack, style, block.indent)
    here = _Open(style, block.indent, label, None, None, last_key=key)
    heading = _is_heading(block, rest, style, [*stack, here], following)
    here.heading, here.text = (rest, None) if heading else (None, rest)
    stack[-1].children.append(here)
    stack.append(here)


def _unwind(stack: list[_Open], style: str, indent: int) -> None:
    """Close down to the level where a point of this style stands; a style not open yet opens a level."""
    for depth, point in enumerate(stack):
        if point.style == style:
            del stack[depth:]
            return
    while (stack[-1].style == "plain" and not _governs(stack[-1])) or (
        style.startswith("list") and stack[-1].style.startswith("list") and stack[-1].indent >= indent
    ):
        stack.pop()


def _place_unlabelled(stack: list[_Open], block: Block, following: Block | None) -> None:
    if _is_heading(block, block.text, None, stack, following):
        # Headings without labels stand between points: they close everything but other headings above them.
        labelled = [depth for depth, point in enumerate(stack) if point.label is not None and point.heading is not None]
        if labelled and _TITLE_IN_BRACKETS_EN.fullmatch(block.text):
            # "1. International Situation", "(Issues on North Korea)": in brackets, and so part of what is counted.
            del stack[labelled[-1] + 1 :]
        else:
            _close_to_outline(stack, block.indent)
        opened = _Open("heading", block.indent, None, block.text, None)
        stack[-1].children.append(opened)
        stack.append(opened)
        return
    while len(stack) > 1 and stack[-1].style == "plain":
        stack.pop()
    # A paragraph below a statement stands beside it, unless it is indented deeper, or governed by a colon.
    while len(stack) > 1 and stack[-1].heading is None and not _below(stack[-1], block):
        stack.pop()
    here = _Open("plain", block.indent, None, None, block.text)
    stack[-1].children.append(here)
    if _governs(here):
        stack.append(here)


def _below(point: _Open, block: Block) -> bool:
    answers = (point.label is not None or point.style.startswith("list")) and _ANSWER.match(block.text) is not None
    return answers or block.indent > point.indent or (_governs(point) and not point.children)


def _governs(point: _Open) -> bool:
    text = point.text
    return (
        text is not None and ("following" in text or text.endswith((":", "："))) and _GOVERNS.search(text) is not None
    )


def _close_to_outline(stack: list[_Open], indent: int) -> None:
    while len(stack) > 1:
        top = stack[-1]
        if top.style == "heading" and indent > top.indent:
            return
        stack.pop()


def _ends_sentence(text: str) -> bool:
    # Only the end is looked at: a search would try every dot before it.
    last = len(text.rstrip(_BEHIND_THE_END)) - 1
    return last >= 0 and _SENTENCE_END.match(text, last) is not None


def _is_heading(block: Block, rest: str, style: str | None, stack: Sequence[_Open], following: Block | None) -> bool:
    """Whether a line is a heading: short, no end of a sentence, and something below it."""
    if not rest or len(rest) > MAX_HEADING:
        return False
    if block.kind == "heading":
        return not rest.endswith((".", "。")) or len(rest) < 60
    if following is None:
        return False
    if style is not None and _NAME_OF_POINT.fullmatch(rest) and following.indent > block.indent >= 0:
        return split_label(following.text)[0] is None and _PARAGRAPH.fullmatch(following.text) is not None
    if _ends_sentence(rest):
        return False
    if style is None and _TITLE_IN_BRACKETS.fullmatch(rest):
        return True
    if style is None and _TITLE_IN_BRACKETS_EN.fullmatch(rest):
        return _PARAGRAPH.fullmatch(following.text) is not None
    if style is None and _NAME_OF_PART.fullmatch(rest):
        label = split_label(following.text)[0]
        if label is None:
            return _PARAGRAPH_JA.fullmatch(without_bullet(following.text)) is not None
        return re.match(r"[(（]?[1１ア]", label) is not None
    if style is None and _NAME_OF_NEXT.fullmatch(rest) and any(_is_name_ja(point) for point in stack):
        return split_label(following.text)[0] is None and _PARAGRAPH_JA.fullmatch(following.text) is not None
    if style is None:
        # "Economy": of one word alone, where a whole paragraph stands below it.
        names_part = " " in rest or (_WORD.fullmatch(rest) is not None and _PARAGRAPH.fullmatch(following.text))
        return len(rest) <= 80 and rest[:1].isupper() and bool(names_part) and following.indent >= block.indent
    label, _ = split_label(following.text)
    if label is not None:
        next_style = _style(label, stack, following.indent)[0]
    elif following.item or (is_item(following) and not _ends_sentence(following.text)):
        # In a saved text a bullet may stand before a heading; but no heading is followed by another of its list.
        next_style = f"list {following.indent}"
    else:
        next_style = "plain"
    closes = any(point.style == next_style for point in stack if point.style != "plain")
    return not closes and len(rest.split()) <= 16


def _is_name_ja(point: _Open) -> bool:
    return point.style == "heading" and point.heading is not None and _NAME_OF_NEXT.fullmatch(point.heading) is not None


# A page has the same few labels as the next.
@lru_cache(maxsize=256)
def _kind_of(label: str) -> str:
    """The shape of a label: its brackets and the sort of counter inside."""
    plain = unicodedata.normalize("NFKC", label).replace(" ", "")
    inner = plain.strip("().[]")
    if inner.isdigit():
        sort = "number"
    elif len(inner) > 1:
        sort = "roman" if inner.islower() else "ROMAN"
    elif inner.islower():
        sort = "letter"
    elif inner.isupper():
        sort = "LETTER"
    else:
        sort = "kana"
    if "①" <= label[:1] <= "⑳":
        return "circled"
    shape = "()" if plain.startswith("(") else "[]" if plain.startswith("[") else ")" if plain.endswith(")") else "."
    return shape + sort


def _style(label: str, stack: Sequence[_Open], indent: int) -> tuple[str, str]:
    """The style of a label, and its counter. `(i)` is a letter after `(h)`, else the first roman numeral.

    A counter that begins anew further in ("1." below "1.") is a style of its own.
    """
    kind, key = _counted(label, stack)
    alike = [point for point in stack if point.style.partition("@")[0] == kind]
    if not alike:
        return kind, key
    if key in _FIRST and indent > alike[-1].indent:
        return f"{kind}@{indent}", key
    return next((point.style for point in reversed(alike) if point.indent <= indent), alike[0].style), key


def _counted(label: str, stack: Sequence[_Open]) -> tuple[str, str]:
    kind = _kind_of(label)
    key = unicodedata.normalize("NFKC", label).strip("().[] ")
    if kind.endswith("letter") and _ROMAN.fullmatch(key):
        roman = kind.replace("letter", "roman")
        open_letters = next((p.last_key for p in reversed(stack) if p.style == kind), "")
        open_romans = any(p.style == roman for p in stack)
        continues_letters = len(open_letters) == 1 and ord(open_letters) + 1 == ord(key)
        if not continues_letters and (open_romans or key == "i"):
            return roman, key
    return kind, key
