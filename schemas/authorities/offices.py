"""Offices, and the rank of those who hold them."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from schemas.authorities.affiliations import by_code, fold

LEADERS = frozenset(("head_of_state", "head_of_government", "head_of_organisation"))
"""The ranks of those who lead a country or an organisation."""

# 次期大統領 is a president to be, 元首相 and 前首相 were prime ministers.
_BEFORE_JA = {"次期": "elect", "元": "former", "前": "former"}
# 外務・移住・国外移住者大臣, 外務貿易大臣, 欧州・外務大臣.
_FOREIGN_MINISTER_JA = "(?:(?:[一-龥]{2,4}・)?外務(?:・?[一-龥]{2,6}){0,3}大臣|外務[一-龥]{2}相)"
# 閣僚評議会担当副首相, 国際関係・協力担当副首相.
_DEPUTY_JA = "(?:[一-龥]{2,8}・){0,2}[一-龥]{2,8}担当副首相"
# 軍事大臣, 経済・財務大臣, 石油・天然ガス大臣: of whatever ministry.
_PORTFOLIO_JA = "(?:[一-龥]|ガス|エネルギー|デジタル|インフラ|スポーツ|サービス|メディア)"
_MINISTER_JA = rf"(?:{_PORTFOLIO_JA}{{2,8}}・){{0,3}}(?![一-龥]{{0,8}}総理){_PORTFOLIO_JA}{{2,8}}大臣"
# 国家大会議議長, 最高会議議長.
_SPEAKER_JA = "[一-龥]{1,6}(?:会議|議会)議長"
# "President of the 67th Session of the United Nations General Assembly", in the folded form.
_OF_A_SESSION = re.compile(
    r"president of (?:the )?(?:\d{1,3}(?:st|nd|rd|th) session|general assembly|united nations general)"
)
# 首相兼国防大臣, 皇太子兼UAE軍副最高司令官, 大統領兼国防・市民防衛・スポーツ大臣, 国家主席兼人民革命党書記長: a second
# office, whatever it is.
_ALSO_JA = "兼[一-龥ァ-ヶーA-Z・]{2,30}?(?:大臣|長官|司令官|代理|党(?:総書記|書記長|議長))"
# 大統領補佐官, 首相夫人, 国王高級顧問団長, アブダビ首長国, 大使館: what is called after an office, and is not it.
_AFTER_JA = "(?!国(?!王)|館|公邸|[一-龥]{0,6}?(?:補佐官|顧問|秘書官?|夫人))"
_MINISTRY_JA = "(?:外務|国防|防衛|財務|商務|貿易|経済|内務|法務)"


def rank_of(office: str | None, code: str | None) -> str | None:
    """The rank of an office as printed, held for a country or organisation; None where the data do not tell.

    What follows an office ("President of the Council of Ministers" aside, "Minister for Trade") leaves it what it is.
    """
    if office is None:
        return None
    for before, rank in _BEFORE_JA.items():
        if office.startswith(before) and office.removeprefix(before) in _ranks():
            return rank
    # Of two offices of one person the first leads: 副首相兼外務大臣, "Crown Prince, Deputy Prime Minister".
    words = plain(re.split("兼|,", office)[0]).split()
    if _OF_A_SESSION.match(" ".join(words)):
        return "other"
    if words and re.fullmatch(_FOREIGN_MINISTER_JA, words[0]):
        return "foreign_minister"
    if words and re.fullmatch(_DEPUTY_JA, words[0]):
        return "deputy_head"
    if words and words[0] not in _ranks():
        if re.fullmatch(_MINISTER_JA, words[0]):
            return "minister"
        if re.fullmatch(_SPEAKER_JA, words[0]):
            return "other"
    found = next(filter(None, (_ranks().get(" ".join(words[:count])) for count in range(len(words), 0, -1))), None)
    if code is None or found is None:
        return found
    if not by_code(code).is_country:
        return "head_of_organisation" if found == "head_of_state" or words == ["議長"] else found
    if found == "foreign_minister" and code == _HOLY_SEE and words[0] != "minister":
        return "head_of_government"
    # "High Commissioner" of a country of the Commonwealth, "Chairman of the National People's Congress".
    return "other" if found == "head_of_organisation" else found


# Its Secretary of State is received as a head of government is.
_HOLY_SEE = "VA"


@lru_cache(1024)
def told_in(office: str) -> frozenset[str]:
    """A printed office as `plain` makes it, and each of those that it may tell together ("Crown Prince, Deputy Prime
    Minister and Minister of Defense")."""
    return frozenset(map(plain, (office, *re.split(r",\s|\sand\s(?:the\s)?|兼", office))))


@cache
def pattern_ja() -> str:
    """A pattern of the Japanese offices known, with 次期, 元 or 前 before one and a second behind."""
    known = sorted((office for row in _data() for office in row["offices"]["ja"]), key=len, reverse=True)
    office = f"(?:{'|'.join(map(re.escape, known))}|{_FOREIGN_MINISTER_JA}|{_DEPUTY_JA}|{_MINISTER_JA}|{_SPEAKER_JA})"
    return f"(?:(?:{'|'.join(_BEFORE_JA)})?{office}(?:{_ALSO_JA}|兼{office})?{_AFTER_JA})"


@cache
def called_ja() -> str:
    """A pattern of what a Japanese text calls a holder by once named: the office, its body before it, or 大臣 alone."""
    bodies = "欧州(?:委員会|理事会)?|アフリカ連合|国連(?:難民)?|EU|NATO"
    return rf"(?:(?:次期|前|元)?(?:{bodies})?(?:{pattern_ja()}|{_MINISTRY_JA}?大臣|長官|主席|顧問))"


# 国王陛下, 皇太子殿下: how the holder is addressed, which belongs to the name.
_STYLE_JA = re.compile("(?:陛下|殿下)$")


def without_style(printed: str) -> str:
    """A Japanese office, or a name with it, without the form of address behind it."""
    return _STYLE_JA.sub("", printed)


def name_before(printed: str, office: str | None) -> str:
    """A printed Japanese name without the office and the form of address behind it."""
    return without_style(printed).removesuffix(office or "")


# A page calls people by the same few offices as the next.
@lru_cache(maxsize=1024)
def plain(office: str) -> str:
    """The form offices are compared in: folded, no hyphens, and slips that pages are printed with mended: "Minster",
    "Prime Mimister"."""
    # Japanese has no case and no accents, and folding would take all of it away.
    folded = fold(office.replace("-", " "))
    return re.sub(r"\bprime m[a-z]{5,8}\b|\bminster\b", _mended, folded) if folded.strip() else office


def _mended(misprinted: re.Match[str]) -> str:
    return "prime minister" if misprinted[0].startswith("prime") else "minister"


@cache
def ranks() -> tuple[str, ...]:
    """The ranks, in order of precedence."""
    return tuple(row["rank"] for row in _data())


def country_by_office(office: str | None) -> str | None:
    """The code of the country that alone has an office ("Taoiseach"); None of any other."""
    of_one: dict[str, str] = _file()["of_one_country"]
    return of_one.get(office or "")


@cache
def _sovereigns() -> dict[str, str]:
    return {row["name"]: row["country"] for row in _file()["sovereigns"]}


def country_by_sovereign(name: str) -> str | None:
    """The code of the country of a sovereign, called by office, name and number ("King Charles III"); else None."""
    return _sovereigns().get(name)


@cache
def _file() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((resources.files(__package__) / "offices.json").read_text("utf-8"))
    return data


def _data() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _file()["ranks"]
    return rows


@cache
def _ranks() -> dict[str, str]:
    return {plain(office): row["rank"] for row in _data() for offices in row["offices"].values() for office in offices}
