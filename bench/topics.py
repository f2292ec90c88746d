"""Whether sentences are told to be of the topics that a reader found in them (`topics.tsv`)."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import real_pages
from bench.counts import Count, lines
from connectors import source as sources
from pipelines.normalise.findings import walk
from schemas.authorities.topics import found_in

_TOPICS = Path(__file__).parent / "topics.tsv"


def measure(pages: Mapping[str, Path]) -> Iterator[str]:
    """A line a language, of the sentences that stand in the real `pages`."""
    known = sources.load()
    asked: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    with _TOPICS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            asked[row["source"], row["page"]][row["sentence"]] = row["topics"].split()
    counts: dict[str, Count] = defaultdict(Count)
    there = 0
    for (name, url), sentences in asked.items():
        record = real_pages.read(known[name], url, pages[url], titled=False) if url in pages else None
        said = (
            (statement["text"] for _, point in walk(record["points"]) for statement in point["statements"])
            if record
            else ()
        )
        for text in said:
            # The same sentence may stand twice; it is asked of once.
            so = sentences.pop(hashlib.sha256(text.encode()).hexdigest()[:12], None)
            if so is None:
                continue
            there += 1
            told = {topic for topic, _ in found_in(text, known[name].language)}
            may = {topic.removesuffix("?") for topic in so if topic.endswith("?")}
            counts[known[name].language].add(told - may, set(so) - {f"{topic}?" for topic in may})
    yield f"topics: {there} sentences are there"
    yield from lines("topics, now, of the sentences in", counts)
