"""How many of the facts are right: precision and recall by source and field, against facts that people read.

Two sets of pages are measured. The golden pages, whose records were read field by field when they were made; and real
pages (`bench.real_pages`), whose facts are in `bench/facts/`.

The real pages came in parts. Each was measured before anybody had looked at how its pages are read, and the code mended
after; only the first measurement tells how a page not seen before is read. It cannot be made again, so it is kept in
`bench/first_measured.tsv`. A part that is not in it yet is printed alone.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench import first_measured, real_pages, topics, two_records
from bench.counts import Count, lines
from bench.first_measured import Part
from connectors import source as sources
from pipelines.normalise.findings import walk
from pipelines.normalise.names import words_of
from schemas.authorities.affiliations import fold
from schemas.authorities.premierships import authority, offices_of
from schemas.record import Point, Readout, speaks_for
from tests.golden import records as golden

_FACTS = Path(__file__).parent / "facts"


def measure() -> Iterator[str]:
    """A line a source and field."""
    yield from lines("golden", _golden())
    first = first_measured.load()
    for source, parts in first.items():
        yield from _sum(source, "first measured", parts)
        if len(latest := first_measured.latest(parts)) < len(parts):
            yield from _sum(source, "first measured lately", latest)
    pages = real_pages.by_address()
    if pages is None:
        yield f"real pages: {real_pages.VARIABLE} names no folder of them; they are not part of this project"
        return
    for file in sorted(_FACTS.glob("*.json")):
        facts = facts_of(file.stem)
        now = {}
        for part in sorted({fact["part"] for fact in facts}):
            measured = told_of(file.stem, [fact for fact in facts if fact["part"] == part], pages)
            if part in first.get(file.stem, {}) or (file.stem, part) in _MEASURED_WITH_ANOTHER:
                now[part] = measured
            elif measured.pages:
                yield from _sum(file.stem, f"part {part}, for the first time", {part: measured})
        yield f"{file.stem}: of {len(facts)} pages whose facts are known {sum(p.pages for p in now.values())} are there"
        yield from _sum(file.stem, "now", now)
        yield from _coverage(file.stem, sum((part.statements for part in now.values()), Counter()))
    yield from two_records.measure(pages)
    yield from topics.measure(pages)


# These were gathered and measured with the parts of jp-mofaja, and are counted there; from part 17 on jp-kanteija is
# measured as a source of its own.
_MEASURED_WITH_ANOTHER = {("jp-kanteija", part) for part in range(1, 17)}


def _sum(source: str, when: str, parts: Mapping[int, Part]) -> Iterator[str]:
    every = first_measured.total(parts.values())
    if not every.pages:
        return
    yield f"{source}, {when}: {every.pages} pages in {len(parts)} parts"
    counts = {field: every.counts[field] for field in first_measured.FIELDS if field in every.counts}
    yield from lines(f"{source}, {when},", counts)


def _golden() -> dict[str, Count]:
    counts: dict[str, Count] = defaultdict(Count)
    for page in golden.pages():
        made, so = golden.record(page), json.loads(page.expected.read_text("utf-8"))
        for field, fact in _facts_of(so).items():
            counts[f"{page.source} {field}"].add(_facts_of(made)[field], fact)
    return dict(sorted(counts.items()))


def _facts_of(record: Any) -> dict[str, set[Any]]:
    """A record's facts, by field, in a form that can be compared one by one."""
    event = record["event"]
    return {
        "date": {event["date"]} - {None},
        "kinds": {(n, kind) for n, s in enumerate(event["sessions"]) for kind in s["kinds"]},
        "starts": {(n, s["start"]) for n, s in enumerate(event["sessions"]) if s["start"]},
        "lengths": {(n, s["duration_minutes"]) for n, s in enumerate(event["sessions"]) if s["duration_minutes"]},
        "occasion": {event["occasion"]} - {None},
        "place": {event["place"]} - {None},
        "participants": {
            (p["name_as_published"], p["office"], p["affiliation"] and p["affiliation"]["code"])
            for p in record["participants"]
        },
        "terms": {p["term"] for p in record["participants"]} - {None},
        "premiership": {record["premiership"]["id"]},
        "provisional": {record["provisional_translation"]},
        "points": set(_points(record["points"], "")),
        "speakers": set(_speakers(record["points"], "")),
        "topics": {(t["topic"], pointer) for t in record["topics"] for pointer in t["where"]},
        "footnotes": {(n["mark"], n["text"]) for n in record["footnotes"]},
        "links": {(link["text"], link["url"]) for link in record["links"]},
    }


def _points(points: Any, base: str) -> Iterator[tuple[str, Any, Any, Any]]:
    for number, point in enumerate(points):
        yield f"{base}/{number}", point["label"], point["heading"], point["text"]
        yield from _points(point["points"], f"{base}/{number}")


def _speakers(points: Any, base: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for number, point in enumerate(points):
        for place, told in enumerate(point["statements"]):
            if told["speaker"]:
                yield f"{base}/{number}/{place}", told["speaker"], tuple(told["speakers"])
        yield from _speakers(point["points"], f"{base}/{number}")


def facts_of(source: str) -> list[dict[str, Any]]:
    """The facts of a source's pages. Raises FileNotFoundError where none are known."""
    facts: list[dict[str, Any]] = json.loads((_FACTS / f"{source}.json").read_text("utf-8"))["facts"]
    return facts


def told_of(name: str, facts: list[dict[str, Any]], pages: Mapping[str, Path]) -> Part:
    """What is told of those of the pages that are at hand, by `bench.real_pages`, against their facts."""
    source = sources.load()[name]
    counts: dict[str, Count] = defaultdict(Count)
    statements: Counter[str] = Counter()
    had = 0
    for fact in facts:
        page = pages.get(fact["url"])
        if page is None:
            continue
        had += 1
        titled = fact["summary"] is not None
        record = real_pages.read(source, fact["url"], page, titled=titled)
        if fact["summary"] is not False:
            counts["is read"].add({True} if record is not None else set(), {True})
        if titled:
            counts["is a summary"].add({True} if record else set(), {True} if fact["summary"] else set())
        if record is None or fact["summary"] is False:
            continue
        statements += _told_of_statements(record)
        event = record["event"]
        counts["date"].add({event["date"]} - {None}, {fact["date"]} - {None})
        told = {kind for session in event["sessions"] for kind in session["kinds"]} - {"other"}
        counts["kinds"].add(told, set(fact["kinds"]))
        _count_setting(counts, event, fact)
        country = record["premiership"]["country"]
        day = date.fromisoformat(fact["date"] or fact["published"])
        people = [(_family(p["family_name"], code := speaks_for(p), day), code) for p in record["participants"][1:]]
        so = [(_family(c["family_name"], c["code"], day), c["code"]) for c in fact["counterparts"]]
        counts["country"].add(_each(str(code) for _, code in people), _each(str(code) for _, code in so))
        counts["family name"].add({family for family, _ in people} - {None}, {family for family, _ in so} - {None})
        if all("office" in c for c in fact["counterparts"]):
            offices = [str(p["office"]) for p in record["participants"][1:]]
            counts["office"].add(_each(offices), _each(str(c["office"]) for c in fact["counterparts"]))
        leaders = {person["term"] for person in record["participants"][:1]}
        counts["leader"].add(leaders, {record["premiership"]["id"]})
        counts["premiership"].add({record["premiership"]["id"]}, {_in_office(country, fact)})
        if "provisional" in fact:
            counts["provisional mark"].add({record["provisional_translation"]}, {fact["provisional"]})
        if "footnotes" in fact:
            marks = [note["mark"] for note in record["footnotes"]]
            counts["footnotes"].add(set(enumerate(marks)), set(enumerate(fact["footnotes"])))
        if "outline" in fact:
            counts["point tree"].add(
                set(enumerate(_outline(record["points"], 1))), set(enumerate(fact["outline"].split()))
            )
        if "said" in fact:
            sides = list(enumerate(_sides(record["points"], record)))
            counts["statements"].add({n for n, _ in sides}, set(range(len(fact["said"]))))
            whose = {(n, side) for n, side in sides if side is not None}
            counts["whose words"].add(whose, {(n, side) for n, side in enumerate(fact["said"]) if side is not None})
        if "reports" in fact:
            _count_reports(counts, record, fact["reports"])
    return Part(had, counts, statements)


def _count_reports(counts: dict[str, Count], record: Readout, so: list[str | None]) -> None:
    """Each sentence: whether it was told apart, whose it is ("own", "other", "both") and the class of its report."""
    told = [
        (_side(statement["speakers"], record), statement["report"]["class"] if statement["report"] else None)
        for _, point in walk(record["points"])
        for statement in point["statements"]
    ]
    reported = [tuple(report.split()) if report is not None else (None, None) for report in so]
    counts["sentences"].add(set(range(len(told))), set(range(len(so))))
    for field, place in (("who says it", 0), ("how it is said", 1)):
        counts[field].add(
            {(n, said[place]) for n, said in enumerate(told) if said[place] is not None},
            {(n, said[place]) for n, said in enumerate(reported) if said[place] is not None},
        )


def _told_of_statements(record: Readout) -> Counter[str]:
    about = {pointer for topic in record["topics"] for pointer in topic["where"]}
    told: Counter[str] = Counter()
    for pointer, point in walk(record["points"]):
        for place, said in enumerate(point["statements"]):
            told.update(["all"], topic=int(f"{pointer}/statements/{place}" in about))
            told.update(speaker=int(said["speaker"] is not None), verb=int(said["report"] is not None))
    return told


def _coverage(source: str, statements: Counter[str]) -> Iterator[str]:
    """A line: how many statements something is told of, right or not."""
    if statements["all"]:
        told = ", ".join(
            f"a {what} {statements[what] / statements['all']:.3f}" for what in ("topic", "speaker", "verb")
        )
        yield f"{source}, now, of {statements['all']} statements that are read have {told}"


def _sides(points: list[Point], record: Readout) -> Iterator[str | None]:
    """Whose words each point's text is, in the order of the page: the own leader's, the other side's, or both's; of
    several sentences the first whose speaker is told."""
    for point in points:
        if point["text"] is not None:
            spoken = next((told["speakers"] for told in point["statements"] if told["speakers"]), [])
            yield _side(spoken, record)
        yield from _sides(point["points"], record)


def _side(speakers: Iterable[str], record: Readout) -> str | None:
    who = [record["participants"][int(pointer.rpartition("/")[2])] for pointer in speakers]
    own = {speaks_for(person) == record["premiership"]["country"] for person in who}
    return None if not own else "both" if len(own) > 1 else "own" if own == {True} else "other"


def _each(of_guests: Iterable[str]) -> set[tuple[str, int]]:
    """What was told of each guest, the second guest of a country (or office) apart from its first."""
    seen: Counter[str] = Counter()
    told = set()
    for one in of_guests:
        seen[one] += 1
        told.add((one, seen[one]))
    return told


def _family(name: str | None, code: str | None, day: date) -> str | None:
    """A family name in a form to compare: as the authority writes that of one who held an office of the country that
    day, however the page prints it ("Koehler", "ケーラー"); without accents, but for katakana and kanji."""
    if name is None:
        return None
    words = words_of(name)
    held = {
        term.family_name
        for holders in offices_of(code)
        for term in holders.on(day)
        if term.has_family_name and (_begins(name, term.family_names_ja) or (words and term.family_in(words)))
    }
    written = held.pop() if len(held) == 1 else name
    return fold(written) or written


def _begins(name: str, written: Iterable[str]) -> bool:
    """Whether one of the forms in which Japanese pages write a leader's name is a family name, or begins with it
    ("グエン" of "グエン・タン・ズン")."""
    return any(form == name or form.startswith(f"{name}・") for form in written)


def _outline(points: list[Point], level: int) -> Iterator[str]:
    """Each point in the order of the page: how deep it stands (1 is the top), and whether it is a heading or a text."""
    for point in points:
        yield f"{level}{'h' if point['text'] is None else 't'}"
        yield from _outline(point["points"], level + 1)


def _in_office(country: str, fact: dict[str, Any]) -> str:
    return authority(country).on(date.fromisoformat(fact["date"] or fact["published"]))[-1].id


def _count_setting(counts: dict[str, Count], event: Any, fact: dict[str, Any]) -> None:
    """Starts, lengths, place and occasion, where a person read them."""
    if "sessions" not in fact:
        return
    for field, name, fact_name in (
        ("start", "start", "start"),
        ("start in Japan", "start_jst", "start_jst"),
        ("length", "duration_minutes", "minutes"),
    ):
        told = {(n, s[name]) for n, s in enumerate(event["sessions"]) if s[name]}
        so = {(n, s[fact_name]) for n, s in enumerate(fact["sessions"]) if s[fact_name]}
        counts[field].add(told, so)
    for field in ("place", "occasion"):
        counts[field].add({event[field]} - {None}, {fact[field]} - {None})
