"""What is mistaken or unusual in a published page. The page is kept as it is; the record says what was seen.

Every finding has a code (docs/findings.md lists them), a severity, a JSON Pointer into the record, and a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from connectors.draft import DraftFootnote
from pipelines.normalise.names import NO_FAMILY_NAME
from schemas.authorities.offices import plain
from schemas.authorities.premierships import Authority
from schemas.record import AffiliationName, Finding, Participant, Point, Severity

SEVERITIES: dict[str, Severity] = {
    "date_from_address": "warning",
    "date_impossible": "error",
    "date_missing": "warning",
    "encoding_doubtful": "warning",
    "event_after_publication": "warning",
    "footnote_unreferenced": "notice",
    "footnote_undefined": "warning",
    "footnotes_swapped": "warning",
    "given_name_as_family_name": "notice",
    "no_counterpart": "notice",
    "no_points": "warning",
    "office_disagreement": "notice",
    "premiership_differs_from_url": "notice",
    "premiership_differs_from_name": "warning",
    "premiership_unconfirmed": "notice",
    "several_openings": "warning",
    "text_above_opening": "notice",
    "time_disagreement": "warning",
    "time_impossible": "warning",
    "time_zone_by_place": "notice",
    "time_zone_unknown": "notice",
    "title_misspelt": "notice",
    "visit_without_place": "notice",
    "weekday_wrong": "warning",
    "year_missing": "warning",
}

_TITLE_WORDS = frozenset(
    [
        "Summary",
        "Summit",
        "Meeting",
        "Meetings",
        "Telephone",
        "Prime",
        "Minister",
        "Ministers",
        "President",
        "Secretary",
        "General",
        "Courtesy",
        "Expanded",
        "Working",
        "Dinner",
        "Luncheon",
        "Breakfast",
        "Leaders",
        "Trilateral",
        "Informal",
        "Bilateral",
        "Conference",
        "Occasion",
        "Session",
        "Ceremony",
        "Signing",
        "between",
        "Japan",
        "Republic",
        "Kingdom",
        "Ministry",
        "Ministerial",
        "Overview",
        "Outline",
        "Results",
        "Chancellor",
        "Partnership",
        "Council",
        "European",
        "Minister's",
        "President's",
        "Sessions",
        "Ministries",
        "Summits",
        "Partners",
        "Partner",
        "Press",
        "Informational",
        "Participation",
        "Secretariat",
        "Online",
        "General's",
        "Generals",
        "Presidents",
        "Secretaries",
        "Dinners",
        "Lunch",
        "Presidency",
        "Japanese",
        "Meets",
        "Meeting's",
    ]
)
# By their first letter, which misspellings keep: each with its small letters.
_LONG_WORDS: dict[str, list[tuple[str, str]]] = {}
for _word in sorted(word for word in _TITLE_WORDS if len(word) >= 6):
    _LONG_WORDS.setdefault(_word[0].lower(), []).append((_word, _word.lower()))
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_LOWER_WORDS = frozenset(word.lower() for word in _TITLE_WORDS)
_DEFINED = re.compile(r"\s*([A-Za-z0-9][\w&-]{1,20})\s*[:：]")
_MARK = re.compile(r"[(（][*＊※]\d{1,2}[)）]|※\d{1,2}")
_USED = r"([\w&-]+)[)）\s]*{mark}"
_TITLED = re.compile(r"\b(President|Prime Minister|Chancellor|Premier|Secretary[- ]General)\s+([A-ZÀ-Þ][\w'’-]+)")

# Heads of government by another name, whom readouts also call prime minister.
_HEADS = re.compile(r"President of the (?:Council of Ministers|Government)|Taoiseach")
_NOBODY = AffiliationName(code=None, name="")


@dataclass(frozen=True)
class Doubt:
    """Something at odds in what is printed; it becomes a finding."""

    code: str
    message: str


def finding(code: str, pointer: str, message: str) -> Finding:
    """A finding with the severity that its code has."""
    return Finding(code=code, severity=SEVERITIES[code], pointer=pointer, message=message)


def of_doubts(doubts: tuple[Doubt, ...], pointer: str) -> list[Finding]:
    """The doubts of a reading as findings about what the JSON Pointer points to (RFC 6901)."""
    return [finding(doubt.code, pointer, doubt.message) for doubt in doubts]


def in_title(title: str, participants: Sequence[Participant]) -> list[Finding]:
    """Words of the title, other than names, that are one or two letters away from a word such titles are made of."""
    found = []
    names = {word for person in participants for word in _LETTERS.findall(person["name_as_published"])}
    for word in _LONG_WORD.findall(title):
        if word.lower() in _LOWER_WORDS or word in names:
            continue
        meant = _nearest(word)
        if meant is not None:
            found.append(finding("title_misspelt", "/title", f'"{word}" reads like "{meant}" misspelt'))
    return found


def _nearest(word: str) -> str | None:
    lower = word.lower()
    for candidate, target in _LONG_WORDS.get(lower[0], ()):
        if abs(len(lower) - len(target)) > 1:
            continue
        distance = _distance(lower, target, 2)
        # Two slips count only where the letters are nearly the same ones ("Sumarry"): another word has others.
        same_letters = (Counter(lower) - Counter(target)).total() <= 1 and (
            Counter(target) - Counter(lower)
        ).total() <= 1
        if distance <= 1 or (distance == 2 and same_letters and len(target) >= 7):
            return candidate
    return None


def _distance(one: str, other: str, limit: int) -> int:
    """Levenshtein distance, given up past `limit`."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > limit:
            return limit + 1
    return row[-1]


# What stands below for reference has no mark in the text.
_FOR_REFERENCE = re.compile(r"参考|Ref", re.IGNORECASE)


def in_footnotes(footnotes: tuple[DraftFootnote, ...], points: list[Point], opening: str) -> list[Finding]:
    """Marks without notes, notes without marks, and notes whose texts are swapped against their use."""
    body = (
        opening
        + " "
        + " ".join(text for _, point in walk(points) for text in (point["heading"], point["text"]) if text)
    )
    found: list[Finding] = []
    defined: dict[int, str] = {}
    used: dict[int, str] = {}
    for index, note in enumerate(footnotes):
        mark = re.escape(note.mark)
        if term := _DEFINED.match(note.text):
            defined[index] = term[1]
        if use := re.search(_USED.format(mark=mark), body):
            used[index] = use[1]
        elif note.mark not in body and not _FOR_REFERENCE.search(note.mark):
            found.append(
                finding(
                    "footnote_unreferenced",
                    f"/footnotes/{index}",
                    f"the text has no mark {note.mark} for this note",
                )
            )
    for index, explained in defined.items():
        word = used.get(index)
        holder = next((i for i, other in defined.items() if i != index and other == word), None)
        if word and word != explained and holder is not None:
            message = (
                f"{footnotes[index].mark} stands at {word!r} in the text but explains {explained!r}; "
                f"the note on {word!r} is {footnotes[holder].mark}"
            )
            found.append(finding("footnotes_swapped", f"/footnotes/{index}", message))
    marks = {note.mark for note in footnotes}
    for printed in dict.fromkeys(_MARK.findall(body)):
        if printed not in marks:
            found.append(
                finding(
                    "footnote_undefined",
                    "/points",
                    f"the text has the mark {printed}, but there is no such note",
                )
            )
    return found


def walk(points: list[Point], pointer: str = "/points") -> Iterator[tuple[str, Point]]:
    """Every point of a tree with its JSON Pointer, in reading order."""
    for index, point in enumerate(points):
        here = f"{pointer}/{index}"
        yield here, point
        yield from walk(point["points"], here + "/points")


def in_names(points: list[Point], participants: list[Participant], authority: Authority) -> list[Finding]:
    """Leaders called by the given name, or by an office other than the one the opening gives them."""
    offices = {
        p["family_name"]: p["office"] for p in participants if p["family_name"] and p["office"] and p["given_name"]
    }
    given = {
        p["given_name"]: p["family_name"]
        for p in participants
        if p["given_name"] and p["family_name"] and (p["affiliation"] or _NOBODY)["code"] not in NO_FAMILY_NAME
    }
    found: dict[tuple[str, str], Finding] = {}
    for pointer, point in walk(points):
        for title, name in _TITLED.findall(point["text"] or ""):
            bare = re.sub(r"['’]s?$", "", name)
            family = bare.capitalize() if bare.isupper() else bare
            office = offices.get(family)
            if office and plain(title) not in plain(office) and not _HEADS.match(office):
                message = f'"{title} {bare}" is {office} in the opening'
                found.setdefault(("office", family), finding("office_disagreement", pointer + "/text", message))
            own = given.get(family)
            if own and family not in offices and not _followed_by(point["text"] or "", f"{title} {name}", own):
                message = f'"{title} {bare}" calls {own} by the given name'
                found.setdefault(("given", family), finding("given_name_as_family_name", pointer + "/text", message))
    return list(found.values())


def _followed_by(text: str, words: str, family: str) -> bool:
    return bool(re.search(re.escape(words) + r"\s+" + re.escape(family), text, re.IGNORECASE))
