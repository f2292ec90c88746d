"""Which part of a name in katakana or kanji is the family's: by custom, by the writing, by Latin capitals."""

from __future__ import annotations

import re

from pipelines.normalise import names
from schemas.authorities import affiliations

# "トミー・E・レメンゲサウ・Jr.", "スランゲル・ウィップス・ジュニア": no part of the family's name.
_YOUNGER = re.compile(r"(?<=[ァ-ヶー])・(?:Jr\.?|ジュニア)$")
# "Ibn", "Bin", "Bint": what follows is the name of the father, not of a family.
_PATRONYMIC = re.compile(r"・(?:イブン|ビン|ビント)・|^アブー・|^シェイク・[^・]+$|\d世")
# Where the family name comes first, and of a name of at most three letters is one letter but for these.
_FAMILY_FIRST = frozenset(("CN", "HK", "HU", "KP", "KR", "TW", "VN"))
# And in Singapore where it is one of its common Chinese names: "リー・クァンユー", not "トニー・タン".
_FIRST_IN_SINGAPORE = frozenset("タン リム リー ウン オン ウォン ゴー チュア チャン コー テオ ヘン".split())
_TWO_LETTERS = frozenset(("欧陽", "司馬", "諸葛", "司徒", "上官", "皇甫", "南宮", "独孤", "鮮于"))
_LONGEST_WITH_ONE = 3
_ROYAL = re.compile(r"国王|王[妃女子]|首長|大公|皇太子|教皇")


def split(name: str, latin: str, code: str | None, office: str) -> tuple[str | None, str | None]:
    """The family and the given name, where custom and the writing tell them, or capitals of the name in Latin letters;
    None for each that nothing tells."""
    if not name or _ROYAL.match(office):
        return None, None
    if re.fullmatch(r"[一-龥々]{2,4}", name):
        count = 2 if len(name) > _LONGEST_WITH_ONE or name[:2] in _TWO_LETTERS else 1
        # The head of an organisation whose name is of four is Japanese: 天野之弥, of the IAEA.
        custom = code in _FAMILY_FIRST or (len(name) > _LONGEST_WITH_ONE and _is_organisation(code))
        return (name[:count], name[count:] or None) if custom else (None, None)
    parts = _YOUNGER.sub("", name).split("・")
    if code in _FAMILY_FIRST or (code == "SG" and parts[0] in _FIRST_IN_SINGAPORE):
        # Of one name alone it is not told which it is, but for Hungarians, whom nobody calls by the given name.
        alone = (parts[0], None) if code == "HU" else (None, None)
        return (parts[0], "・".join(parts[1:])) if len(parts) > 1 else alone
    if (capitals := _in_capitals(latin, len(parts), trailing=code in names.NO_FAMILY_NAME)) is not None:
        return "・".join(parts[capitals]), "・".join(parts[: capitals.start]) or None
    untold = code in names.TWO_FAMILY | names.EITHER_ORDER and len(parts) > 2
    if untold or code in names.NO_FAMILY_NAME or _PATRONYMIC.search(name):
        return None, None
    if len(parts) == 1 and (_HOUSE.search(_latin_name(latin)) or _SON_OF.search(_latin_name(latin))):
        return None, name
    begin = len(parts) - 1
    while begin > 0 and parts[begin - 1] in _PARTICLES:
        begin -= 1
    return "・".join(parts[begin:]), "・".join(parts[:begin]) or None


def _is_organisation(code: str | None) -> bool:
    return code is not None and not affiliations.by_code(code).is_country


# "サアド・ディン・エル・オトマニ".
_PARTICLES = frozenset(("アル", "アール", "エル", "ダ", "デ", "ディ", "デル", "ド", "ファン", "フォン", "ル", "ラ"))
# "ジャービル・クウェート国首相(H.H. Sheikh Jaber Al-Mubarak Al-Hamad Al-Sabah, …)": called by what is no family name.
_SON_OF = re.compile(r"\s[Bb]int?\s")
_HOUSE = re.compile(r"\s[Aa]l[- ][A-Z][a-z]+$")


def _latin_name(latin: str) -> str:
    """A name in Latin letters without its brackets and the office behind it."""
    return re.split("[,、]", latin.strip("()"))[0].strip()


def _in_capitals(latin: str, count: int, *, trailing: bool) -> slice | None:
    """Which of the `count` parts of a name are in capitals in Latin letters: the last two of "(H.E. Mr. Santiago PEÑA
    PALACIOS, …)", the third of four of "(H.E. Ms. Dina Ercilia BOLUARTE Zegarra, …)".

    None where all or none are; and where others stand behind, unless the words are as many and `trailing` is not asked.
    """
    words = [word for word in _latin_name(latin).split() if not word.endswith(".")]
    capitals = [number for number, word in enumerate(words) if len(word) > 1 and word.isupper()]
    if (
        not capitals
        or capitals != list(range(capitals[0], capitals[-1] + 1))
        or len(capitals) >= min(len(words), count)
    ):
        return None
    if capitals[-1] == len(words) - 1:
        return slice(count - len(capitals), count)
    return None if trailing or len(words) != count else slice(capitals[0], capitals[-1] + 1)
