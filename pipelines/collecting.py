"""Bringing in captures of the past, from files and web archives: a run of its own every few hundred.

A capture found elsewhere goes through the steps of any page, but for two things: it was received when its finder says,
and it is compared with the page's whole history. What was looked into is remembered, so that a second time does nothing
twice, and a time cut short goes on where it stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from archive import log
from archive.errors import UnsoundStateError
from archive.note import Signer
from archive.state import SourceState
from archive.store import Store
from connectors.finds import Find, Passed
from connectors.source import Expectations, Source
from pipelines import steps
from pipelines.filing import filed_under
from pipelines.ingest import new_run_id
from pipelines.items import Fetched, Outcome, PageRequest, Ready, RunClock, ToQuarantine
from pipelines.normalise.record import instant

RUN_OF = 200
"""Captures a run: what a crash costs at most is looking into these again."""
_BYTES_A_RUN = 64 * 1024 * 1024
"""Bytes of captures that are held at once, but for the last of them."""


@dataclass
class Collected:
    """What came of it: counts by result, problems as sentences, the versions made, and the runs that made them."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    changes: list[dict[str, str]] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)


def collect(
    store: Store,
    sources: Mapping[str, Source],
    found: Iterable[Find | Passed],
    *,
    only: str | None = None,
    clock: RunClock | None = None,
    told: Callable[[int], None] = lambda done: None,
) -> Collected:
    """Look into captures found elsewhere, and keep what they tell.

    `only` names a source that all are of; else an address tells whose page it is. `told` is given how many are done.
    Raises ArchiveError where the archive cannot be written.
    """
    clock = clock or RunClock()
    Signer.from_environment()
    store.prepare()
    done = Collected()
    count = 0
    for part in _parts(found):
        # Within a run the oldest comes first, so that each capture is compared with the one before it.
        finds = sorted((f for f in part if isinstance(f, Find)), key=lambda f: f.at)
        for passed in part:
            if isinstance(passed, Passed):
                done.counts["failed" if passed.failed else "skipped"] += 1
                done.problems.append(f"{passed.place}: {passed.reason}")
        _run(store, sources, finds, only, clock, done)
        count += len(part)
        told(count)
    return done


def _parts(found: Iterable[Find | Passed]) -> Iterator[list[Find | Passed]]:
    """What is found, in parts for a run each."""
    part: list[Find | Passed] = []
    size = 0
    for one in found:
        part.append(one)
        size += sum(len(e.body) for e in one.capture.exchanges) if isinstance(one, Find) else 0
        if len(part) >= RUN_OF or size >= _BYTES_A_RUN:
            yield part
            part, size = [], 0
    if part:
        yield part


def source_of(url: str, sources: Mapping[str, Source]) -> Source | None:
    """Whose page an address is: the source that has its host, or the part of it that the page is in; else None."""
    address = urlsplit(url)
    folders = address.path.split("/")[:-1]
    homes = [f"{address.hostname}{'/'.join(folders[:depth])}/" for depth in range(len(folders), 1, -1)]
    for home in (*homes, address.hostname or ""):
        for source in sources.values():
            if source.has_host(home):
                return source
    return None


def _run(
    store: Store,
    sources: Mapping[str, Source],
    finds: list[Find],
    only: str | None,
    clock: RunClock,
    done: Collected,
) -> None:
    started = clock.now()
    run = new_run_id(started)
    log_at = log.last(store)
    states: dict[str, SourceState] = {}
    outcomes: list[Outcome] = []
    ready: list[Ready] = []
    looked_into: set[tuple[str, str]] = set()
    asked: list[tuple[str, Find]] = []
    for found in finds:
        source = sources[only] if only else source_of(found.url, sources)
        if source is None:
            done.counts["skipped"] += 1
            done.problems.append(f"{found.place}: no source has pages at {found.url}")
            continue
        state = states.setdefault(source.id, SourceState(store, source.id))
        try:
            find = replace(found, url=filed_under(found.url, source, state))
            which = (find.url, instant(find.at))
            known = which in looked_into or which[1] in state.finds(find.url)
            request = PageRequest(source.id, find.url, known=state.page(find.url))
        except UnsoundStateError as error:
            done.counts["failed"] += 1
            done.problems.append(f"{found.place}: {error}")
            continue
        if find.asked not in (None, find.at):
            asked.append((source.id, find))
        if known:
            done.counts["unchanged"] += 1
            continue
        looked_into.add(which)
        got = steps.read(Fetched(request, find.capture, found_at=find.at), source, clock, run)
        if isinstance(got, Ready):
            ready.append(got)
        elif isinstance(got, ToQuarantine):
            outcomes.append(_marked(steps.put_in_quarantine(got, store), find))
        else:
            outcomes.append(_marked(got, find))
    outcomes += [o for _, o in steps.archive_in_turn(ready, states, store, sources, clock, run, log_at)]
    if outcomes:
        report = steps.seal(store, run, started, clock, (), outcomes, dict.fromkeys(states, Expectations()), log_at)
        done.runs.append(run)
        done.problems += report.forgotten
    _remember_asked(store, asked)
    for outcome in outcomes:
        done.counts[outcome.result] += 1
        if outcome.result in ("failed", "quarantined"):
            done.problems.append(f"{outcome.result}: {outcome.message}")
        if outcome.event is not None:
            version = {"change": outcome.result, "record": outcome.record or "", "version": outcome.version or ""}
            done.changes.append({**version, "title": outcome.message})


def _remember_asked(store: Store, asked: Sequence[tuple[str, Find]]) -> None:
    """That a capture need not be asked for again, where its web archive answered with another one."""
    states: dict[str, SourceState] = {}
    for source, find in asked:
        assert find.asked is not None
        # Read anew: what was just sealed stands in it.
        states.setdefault(source, SourceState(store, source)).add_find(find.url, instant(find.asked))
    for state in states.values():
        state.save()


def _marked(outcome: Outcome, find: Find) -> Outcome:
    return replace(outcome, find=instant(find.at))


def when(text: str) -> datetime:
    """An aware instant, as a user gives it. Raises ValueError for one without an offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no offset from UTC, such as +09:00 or Z")
    return moment
