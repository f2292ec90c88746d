"""What a printed name is made of, and which part of it is the family name.

Capitals tell it ("KISHIDA Fumio"), or the authority file of the publisher's leaders, or the custom of the country;
where none of them does, it stays null.
"""

from __future__ import annotations

import re

from schemas.authorities.affiliations import fold
from schemas.authorities.premierships import Authority

# The letters that a name may begin with.
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚ"
PARTICLE = r"(?:bin|bint|ibn|al|el|de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|zu|y|e|ap|abu|ben)"
# "E.D. Mnangagwa", but not "U.S. President", "H.E. Mr.", "Washington D.C.".
_INITIALS = rf"(?!U\.[SKN]\.|E\.U\.|H\.[EHMR]\.|D\.C\.)(?:[{UPPER}]\.){{1,3}}(?=\s)"
# "Ferdinand R. Marcos Jr." ends with the point, whatever stands before "Jr".
_TOKEN = rf"(?!(?:Jr|Sr)\.)(?:{_INITIALS}|(?:[Aa]l-|d['’]|O['’]|[Ee]l-)?[{UPPER}](?:[\w'’‘ʻ`-]|\?(?=\w))*)"
NAME = (
    rf"{_TOKEN}(?:\s(?:{_TOKEN}|{PARTICLE}(?=\s{_TOKEN})|{PARTICLE}\s{PARTICLE}(?=\s{_TOKEN}))){{0,7}}"
    r"(?:,?\s(?:Jr|Sr)\b\.?)?"
)
HONORIFIC = (
    r"(?:[Tt]he\s+)?(?:H\.\s?E\.|(?:His|Her|Their)\s+Excellenc(?:y|ies)|(?:Rt\.?|Right)\s+Hon(?:\.|ou?rable\.?)?|"
    r"Hon(?:\.|ou?rable\.?|(?=\s))"
    r"|(?:His|Her|Their)\s+(?:Imperial\s+|Royal\s+|Serene\s+)?(?:Majest(?:y|ies)|Highness(?:es)?)|H\.?\s?M\.|HM|"
    r"H\.?\s?R\.?\s?H\.|HRH|H\.\s?H\."
    r"|His\s+Holiness|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Professor|Sen\.|Sir|Dame|Lord|"
    r"(?:(?:Pol|Lt|Maj|Brig|Col)\.|(?:Lieutenant|Major|Brigadier)(?=\s)|Colonel|Field\s+Marshal|Gen\.|General|"
    r"(?:(?:Vice|Rear)\s)?Admiral|Adm\.)|Sheikh|"
    r"Shaikh|Shri|Smt\.?|Tan\s+Sri"
    r"|Y\.\s?A\.\s?B\.|Dat(?:o|uk)['’]?(?:\s+Seri|\s+Sri|\s+Wira)?|Tun|Custodian\s+of\s+the\s+Two\s+Holy\s+Mosques,?|"
    # The Prime Minister of Cambodia's.
    r"Samdech(?:\s+Moha\s+Bor\s?vor\s+(?:Thipadei|Thipdei))?)"
)
_LETTERS = frozenset(
    "MP KC QC CH KG PC AC GCMG KCB CBE OBE DBE MNA M.P. P.C. TD T.D. "
    "OC O.C. CC C.C. K.C. Q.C. AO CNZM DCNZM GNZM ONZ CMG KCMG".split()
)
# And of a general "(Ret.)".
POSTNOMINALS = "(?:,\\s(?:" + "|".join(map(re.escape, sorted(_LETTERS))) + r"))*(?:\s\([Rr]et(?:d|ired)?\.?\))?"
# Where the custom is to print the family name first (Korean, Chinese and Vietnamese names in English readouts).
FAMILY_FIRST = frozenset(("CN", "KR", "KP", "VN", "TW", "HK"))
# Where a person's names are not a given and a family name, or print does not tell which is which.
NO_FAMILY_NAME = frozenset(("ID", "MM", "MN", "IS", "BT", "AF", "MY", "BN", "LA", "KH", "TH", "LK", "SO", "ET", "ER"))
# Where two family names are borne, so that of three names the second may be a given or a family name.
TWO_FAMILY = frozenset("AO AR BO BR CL CO CR CU CV DO EC ES GT HN MX MZ NI PA PE PT PY SV UY VE".split())
# Where names are printed in either order: "Lee Hsien Loong", "Lawrence Wong".
EITHER_ORDER = frozenset(("SG",))
_SON_OF = frozenset(("bin", "bint", "ibn", "ben"))
_ROYAL = re.compile(
    r"\b(?:Majesty|Highness|HM|HRH|King|Queen|Sultan|Emir|Amir|Crown Prince|Prince|Princess|Pope|Holiness|Emperor|"
    r"Sheikh)\b"
)


def split(bare: str, style: str, country: str | None, authority: Authority) -> tuple[str | None, str | None, bool]:
    """Family and given name of a printed name, and whether it is one of the publisher's own leaders.

    `country` is whom the person speaks for (None where not said), `style` the honorifics, which tell royalty.
    """
    suffix = re.search(r",?\s(?:(?:Jr|Sr)\.?|I{2,3})$", bare)
    tokens = bare[: suffix.start()].split() if suffix else bare.split()
    while len(tokens) > 1 and tokens[-1] in _LETTERS:
        tokens.pop()
    if not tokens or any("?" in token for token in tokens):
        # "the Emir of Kuwait" has none, and in "Pi?era" a letter was lost on the page, and with it the name.
        return None, None, False
    if country in (None, authority.country):
        words = words_of(bare)
        for term in reversed(authority.terms):
            if term.family_in(words):
                has_given = term.given_in(words)
                if has_given or len(tokens) == len(term.family_name.split()):
                    return term.family_name, term.given_name if has_given else None, True
    if _ROYAL.search(style):
        # "the Emir of Kuwait": an office, and no name.
        return None, cased(tokens) or None, False
    capitals = [i for i, token in enumerate(tokens) if _shouted(token)]
    if capitals and len(capitals) < len(tokens):
        family = cased([tokens[i] for i in capitals])
        given = cased([token for i, token in enumerate(tokens) if i not in capitals])
        return family, given, False
    if len(tokens) == 1:
        # "President Biden" is called by the family name; where there is none to tell, neither is known.
        return (None if country in NO_FAMILY_NAME else cased(tokens)), None, False
    if country in FAMILY_FIRST:
        return cased(tokens[:1]), cased(tokens[1:]), False
    if country is None or country in NO_FAMILY_NAME:
        return None, None, False
    if country in EITHER_ORDER or (country in TWO_FAMILY and len(tokens) > 2):
        return None, None, False
    cut = len(tokens) - 1
    if all(re.fullmatch(PARTICLE, token) for token in tokens[:cut]):
        # "President da Silva".
        return cased(tokens), None, False
    # "Alexander De Croo": in print a particle may have a capital; it belongs to the family name all the same.
    while cut > 1 and re.fullmatch(PARTICLE, tokens[cut - 1], re.IGNORECASE):
        cut -= 1
    if cut and tokens[cut].lower() in _SON_OF:
        # "Mohamed bin Zayed": whose son somebody is is no family name.
        return None, None, False
    return cased(tokens[cut:]), cased(tokens[:cut]), False


_WORD = re.compile(r"[\w'-]+")


def words_of(name: str) -> frozenset[str]:
    """The words of a printed name in the form that authorities compare; of one with a hyphen, its parts as well.

    "Suk-yeol" is printed "Suk Yeol" elsewhere, and "al-Sisi" is called "President Sisi".
    """
    words = _WORD.findall(fold(name))
    parts = [part for word in words if "-" in word for part in word.split("-") if part]
    return frozenset([*words, *parts]) - {"jr", "sr"}


# What a name of two letters has, but for "NG".
_SYLLABLE = re.compile("[AEIOUYÀ-Ž]|NG")


def _shouted(token: str) -> bool:
    if "." in token:
        # "E.D."
        return False
    letters = [c for c in token if c.isalpha()]
    if len(letters) == 2 and not _SYLLABLE.search(token):
        # "JD Vance": initials.
        return False
    return len(letters) >= 2 and all(c.isupper() for c in letters) and token not in ("II", "III", "IV", "VI", "VII")


def cased(tokens: list[str]) -> str:
    """Words of a name as one text, those in capitals ("KISHIDA") as names are written ("Kishida")."""

    def one(token: str) -> str:
        return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), token) if _shouted(token) else token

    return " ".join(one(token) for token in tokens).rstrip(",")
