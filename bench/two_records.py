"""Whether two records are told to be of one event, by what they are to each other (`pairs.tsv`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from archive import counterpart
from bench import real_pages
from bench.counts import Count, lines
from connectors import source as sources
from schemas.record import Readout

_PAIRS = Path(__file__).parent / "pairs.tsv"


def measure(pages: Mapping[str, Path]) -> Iterator[str]:
    """A line for two sides of a meeting, for two publishers of one side, and for two languages, of the real `pages`."""
    known = sources.load()
    counts: dict[str, Count] = {told: Count() for told in ("sides", "publishers", "languages")}
    there = 0
    with _PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            sides = ((row["source"], row["page"]), (row["other source"], row["other page"]))
            read = [real_pages.read(known[name], url, pages[url], titled=False) for name, url in sides if url in pages]
            if len(read) < len(sides):
                continue
            there += 1
            one, other = read
            told = _told_to_be(one, other) if one is not None and other is not None else None
            for kind, count in counts.items():
                count.add({kind} & {told}, {kind} & {row["told"]})
    yield f"two records: {there} pairs of pages are there"
    yield from lines("two records, now, told to be of one event, of its", counts)


def _told_to_be(one: Readout, other: Readout) -> str | None:
    if counterpart.translation(one, other) is not None:
        return "languages"
    found = counterpart.match(one, other)
    if found is None or found.score < counterpart.ENOUGH:
        return None
    return "publishers" if found.same_side else "sides"
