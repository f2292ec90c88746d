"""Trying a source: its feeds are read and a few of its pages, as in a run, and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from connectors import feeds
from connectors.errors import ConnectorError
from connectors.feeds import FeedEntry
from connectors.fetch import Client, NotModified
from connectors.source import Source
from pipelines import steps
from pipelines.items import Outcome, PageRequest, Ready, RunClock, ToQuarantine


@dataclass(frozen=True)
class Tried:
    """What became of one entry: passed over, readable, quarantined, skipped, missing, failed or not asked."""

    url: str
    title: str
    result: str
    said: str


@dataclass
class Trial:
    """What a source was found to yield. `problems` is empty where it is as its data expect."""

    source: str
    feeds: dict[str, str] = field(default_factory=dict)
    entries: list[Tried] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def attempt(source: Source, most: int, told: Callable[[int, int], None] = lambda done, total: None) -> Trial:
    """Read a source's feeds, and up to `most` of the pages that its rules take."""
    trial = Trial(source.id)
    client = Client(source.politeness)
    try:
        announced = _announced(source, client, trial)
        taken = [entry for entry in announced.values() if source.decide(entry).keep]
        for entry in announced.values():
            rule = source.decide(entry)
            if not rule.keep:
                trial.entries.append(Tried(entry.url, entry.title, "passed over", rule.reason))
        for number, entry in enumerate(taken):
            if number < most:
                trial.entries.append(_page(source, entry, client))
                told(number + 1, min(most, len(taken)))
            else:
                trial.entries.append(Tried(entry.url, entry.title, "not asked", source.decide(entry).reason))
    finally:
        client.close()
    looked_into = [e for e in trial.entries if e.result in ("readable", "quarantined", "skipped")]
    readable = sum(entry.result == "readable" for entry in looked_into)
    expected = source.expects
    if announced and not taken:
        trial.problems.append("no entry is a summary by the source's rules")
    if len(looked_into) >= expected.of_at_least and readable < expected.readable * len(looked_into):
        trial.problems.append(
            f"{readable} of {len(looked_into)} pages could be read, where {expected.readable:.0%} are expected"
        )
    trial.problems += [f"{entry.url}: {entry.said}" for entry in trial.entries if entry.result in ("failed", "missing")]
    return trial


def _announced(source: Source, client: Client, trial: Trial) -> dict[str, FeedEntry]:
    announced: dict[str, FeedEntry] = {}
    for url in source.feeds:
        try:
            answer = client.get(url)
            assert not isinstance(answer, NotModified)
            feed = feeds.read(answer.url, answer.content, answer.final.header("content-type"))
        except ConnectorError as error:
            trial.feeds[url] = getattr(error, "problem", str(error))
            trial.problems.append(f"feed {url}: {trial.feeds[url]}")
            continue
        trial.feeds[url] = f"{len(feed.entries)} entries" + "".join(f"; {remark}" for remark in feed.remarks)
        if len(feed.entries) < source.expects.entries:
            trial.problems.append(
                f"feed {url}: {len(feed.entries)} entries, where at least {source.expects.entries} are expected"
            )
        for entry in feed.entries:
            announced.setdefault(entry.url, replace(entry, feed=url))
    return announced


def _page(source: Source, entry: FeedEntry, client: Client) -> Tried:
    request = PageRequest(source.id, entry.url, entry.title, entry.feed)
    got = steps.fetch(request, source, client, datetime.now(UTC))
    if not isinstance(got, Outcome):
        read = steps.read(got, source, RunClock(), "")
        if isinstance(read, Ready):
            record = read.candidate.record
            findings = ", ".join(finding["code"] for finding in record["findings"])
            said = f"{record['id']}" + (f" ({findings})" if findings else "")
            return Tried(entry.url, entry.title, "readable", said)
        if isinstance(read, ToQuarantine):
            return Tried(entry.url, entry.title, "quarantined", read.page.reason or "")
        got = read
    assert isinstance(got, Outcome)
    return Tried(entry.url, entry.title, got.result, got.message.removeprefix(f"{entry.url}: "))
