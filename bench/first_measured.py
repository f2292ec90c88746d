"""`python -m bench.first_measured`: what was told of pages that nobody had looked at, as tables by source and field.

The real pages came in parts (see `bench.accuracy`); `bench/first_measured.tsv` keeps what was told of each when it was
measured first, before anything was mended for it. These are the tables of `bench/RESULTS.md`.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.counts import Count

_FILE = Path(__file__).parent / "first_measured.tsv"

FIELDS = (
    "is a summary",
    "is read",
    "date",
    "kinds",
    "start",
    "start in Japan",
    "length",
    "place",
    "occasion",
    "country",
    "family name",
    "office",
    "leader",
    "premiership",
    "statements",
    "whose words",
    "sentences",
    "who says it",
    "how it is said",
    "provisional mark",
    "footnotes",
    "point tree",
)
"""What is measured of a page, in the order of the tables."""

LATELY = 60
"""Pages: what the code makes of pages not seen before today, the parts before it tell less and less."""
_FEW = 20
"""Pages, below which a source has no column."""


@dataclass
class Part:
    """The pages of a part, or of several, and what was told of each field of them."""

    pages: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    statements: Counter[str] = field(default_factory=Counter)
    """How many statements there are (`all`), and how many have a topic, a speaker, a verb; not kept in the file."""


def load() -> dict[str, dict[int, Part]]:
    """What was first measured, by source and part."""
    found: dict[str, dict[int, Part]] = defaultdict(dict)
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            part = found[row["source"]].setdefault(int(row["part"]), Part(int(row["pages"])))
            right, told, so = int(row["right"]), int(row["told"]), int(row["so"])
            part.counts[row["field"]] = Count(right, told - right, so - right)
    return dict(found)


def append(source: str, part: int, measured: Part) -> list[str]:
    """Keep what was told of a part behind the parts of the same source; return the rows that were written."""
    rows = [
        f"{source}\t{part}\t{measured.pages}\t{name}\t{count.right}\t{count.right + count.wrong}"
        f"\t{count.right + count.missed}\n"
        for name in FIELDS
        if (count := measured.counts.get(name, Count())) != Count()
    ]
    kept = _FILE.read_text("utf-8").splitlines(keepends=True)
    end = max((n for n, row in enumerate(kept, 1) if row.startswith(f"{source}\t")), default=len(kept))
    _FILE.write_text("".join([*kept[:end], *rows, *kept[end:]]), "utf-8")
    return rows


def latest(parts: Mapping[int, Part]) -> dict[int, Part]:
    """The last parts that have `LATELY` pages together, or all."""
    found: dict[int, Part] = {}
    for number in sorted(parts, reverse=True):
        if sum(part.pages for part in found.values()) < LATELY:
            found[number] = parts[number]
    return found


def total(parts: Iterable[Part]) -> Part:
    """Several parts as one."""
    made = Part()
    for part in parts:
        made.pages += part.pages
        for name, count in part.counts.items():
            made.counts[name] += count
    return made


def lately_table() -> str:
    """The sources of which so many pages were had, by their last parts."""
    parts = {source: total(latest(parts).values()) for source, parts in load().items()}
    return _table({source: part for source, part in parts.items() if part.pages >= LATELY})


def whole_table() -> str:
    """The sources, by all their parts."""
    parts = {source: total(parts.values()) for source, parts in load().items()}
    return _table({source: part for source, part in parts.items() if part.pages >= _FEW})


def _table(columns: Mapping[str, Part]) -> str:
    """A Markdown table: a row a field, a column a source; each cell precision, recall and of how many."""
    rows = [
        f"| precision, recall (of how many) | {' | '.join(columns)} |",
        "| --- |" + " --- |" * len(columns),
        f"| pages | {' | '.join(str(part.pages) for part in columns.values())} |",
    ]
    for name in FIELDS:
        counts = [part.counts.get(name, Count()) for part in columns.values()]
        if any(count != Count() for count in counts):
            rows.append(f"| {name} | {' | '.join(map(_cell, counts))} |")
    return "\n".join(rows)


def _cell(count: Count) -> str:
    told, so = count.right + count.wrong, count.right + count.missed
    if not told and not so:
        return ""
    precision = f"{count.right / told:.3f}" if told else "none told"
    return f"{precision}, {count.right / so:.3f} ({so})" if so else f"{precision}, none"


def main() -> None:
    """Print both tables."""
    print(f"The last parts with at least {LATELY} pages together:\n\n{lately_table()}\n")
    print(f"All parts:\n\n{whole_table()}")


if __name__ == "__main__":
    main()
