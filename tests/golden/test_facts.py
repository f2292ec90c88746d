"""The facts of real pages that accuracy is measured against are themselves sound."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from bench import first_measured
from bench.counts import Count
from connectors import source as sources
from schemas.authorities import affiliations
from schemas.authorities.topics import topics
from schemas.validation import schema

_BENCH = Path(__file__).parent.parent.parent / "bench"
_FACTS = sorted((_BENCH / "facts").glob("*.json"))
_KINDS = schema()["properties"]["event"]["properties"]["sessions"]["items"]["properties"]["kinds"]["items"]["enum"]


@pytest.mark.parametrize("file", _FACTS, ids=lambda file: file.stem)
def test_facts_are_well_formed(file: Path) -> None:
    data = json.loads(file.read_text("utf-8"))
    assert data["sources"]
    assert file.stem in sources.load()
    urls = [fact["url"] for fact in data["facts"]]
    assert len(urls) == len(set(urls))
    parts = {fact["part"] for fact in data["facts"]}
    assert parts == set(range(1, len(parts) + 1))
    for fact in data["facts"]:
        assert set(fact.get("said", ())) <= {"own", "other", "both", None}
        if fact["summary"] is False:
            continue
        if fact["published"] is not None and fact["date"] is not None:
            published = date.fromisoformat(fact["published"])
            # Where it was the next day already ("26 October" in Samoa), the page bears the day before.
            assert -1 <= (published - date.fromisoformat(fact["date"])).days <= 31
        assert set(fact["kinds"]) <= set(_KINDS)
        for person in fact["counterparts"]:
            if person["code"] is None:
                continue
            affiliations.by_code(person["code"])


def test_topics_asked_for_are_of_the_vocabulary() -> None:
    with (_BENCH / "topics.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    assert {topic.removesuffix("?") for row in rows for topic in row["topics"].split()} <= set(topics())
    assert {row["source"] for row in rows} <= set(sources.load())


def test_counting() -> None:
    count = Count()
    count.add({1, 2, 3}, {2, 3, 4, 5})
    assert (count.right, count.wrong, count.missed) == (2, 1, 2)
    assert str(count) == "precision 0.667 (2 of 3), recall 0.500 (2 of 4)"
    assert str(Count()) == "precision none (0 of 0), recall none (0 of 0)"
    assert str(Count(missed=2)) == "precision none (0 of 0), recall 0.000 (0 of 2)"


def test_results_have_what_was_first_measured() -> None:
    results = (_BENCH / "RESULTS.md").read_text("utf-8")
    assert first_measured.lately_table() in results
    assert first_measured.whole_table() in results
    parts = [part for of_source in first_measured.load().values() for part in of_source.values()]
    assert f"They came in {len(parts)} parts, {sum(part.pages for part in parts)} pages:" in results


def test_a_part_is_kept_behind_those_of_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = first_measured.load()
    file = tmp_path / "first_measured.tsv"
    file.write_bytes((_BENCH / "first_measured.tsv").read_bytes())
    monkeypatch.setattr(first_measured, "_FILE", file)
    part = first_measured.Part(pages=2)
    part.counts["date"].add({1}, {1, 2})
    for source in ("ca-pm", "new"):
        number = max(kept.get(source, {0: part})) + 1
        assert first_measured.append(source, number, part) == [f"{source}\t{number}\t2\tdate\t1\t1\t2\n"]
        kept.setdefault(source, {})[number] = part
    assert first_measured.load() == kept
