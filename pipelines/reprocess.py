"""Reading again what is kept: after a parser was mended, what old records tell is told as it tells it today.

Nothing is fetched: the captures are in the archive. What is told otherwise becomes a `reprocessed` version of the very
same capture; what is not stays as it is. Each source remembers which parser has looked into all of it, so that a second
time does nothing twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from archive import log
from archive.catalogue import Catalogue, Filter
from archive.errors import DamagedError, NoRecordError, UnsoundStateError
from archive.kept import CAPTURE, capture_in, current, inventory_of, record_of
from archive.note import Signer
from archive.ocfl import Inventory
from archive.state import PageState, SourceState
from archive.store import Store
from archive.versions import Candidate
from connectors import capture as captures
from connectors.errors import BrokenCaptureError
from connectors.feeds import FeedEntry
from connectors.source import Expectations, Source
from pipelines import steps
from pipelines.ingest import new_run_id
from pipelines.items import Fetched, Outcome, PageRequest, Ready, RunClock
from schemas.record import Readout

RUN_OF = 200
"""Records a run: what a crash costs at most is reading these again."""

_NOT_TOLD = ("id", "provenance")


@dataclass(frozen=True)
class Changed:
    """A record of which something is told otherwise: its new version (None where only tried), and which properties."""

    record: str
    version: str | None
    properties: tuple[str, ...]


@dataclass
class Reprocessed:
    """What came of it. `problems` are records that today's parser cannot read: they stay as they are. `remarks` are
    those that today's rules would pass over."""

    looked_into: int = 0
    changes: list[Changed] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    damaged: int = 0
    """Problems of these that damage is the reason of: once it is mended, the next time looks into those records."""


def chosen(store: Store, catalogue: Catalogue, sources: Iterable[Source], *, again: bool = False) -> Iterator[str]:
    """The ids of the records of some sources that today's parsers have not looked into. `again`: of all of them."""
    for source in sources:
        parser = source.parser_version
        after = 0 if again else SourceState(store, source.id).read_again(parser)
        for name, _, record in catalogue.records(Filter(source=source.id), after=after):
            if again or record["provenance"]["parser"] != parser:
                yield name


def reprocess(
    store: Store,
    sources: Mapping[str, Source],
    records: Iterable[str],
    *,
    whole: Sequence[Source] = (),
    keep: bool = True,
    clock: RunClock | None = None,
    told: Callable[[int], None] = lambda done: None,
) -> Reprocessed:
    """Read records again, given by their ids. `told` is given how many are done.

    `whole` are sources all of whose records are given, which is remembered of those that had any. Unless `keep`,
    nothing is written: it is only tried. Raises ArchiveError where the archive cannot be read or written.
    """
    clock = clock or RunClock()
    done = Reprocessed()
    if keep:
        Signer.from_environment()
        store.prepare()
        if store.pending():
            # What a run that was cut off committed is told of already: it is logged, though nothing is left to do.
            now = clock.now()
            steps.seal(store, new_run_id(now), now, clock, (), (), {}, log.last(store))
    began_at = log.last(store)
    stream = iter(records)
    met: set[str] = set()
    while part := list(islice(stream, RUN_OF)):
        met |= _run(store, sources, part, clock, done, keep=keep)
        done.looked_into += len(part)
        told(done.looked_into)
    for source in (source for source in whole if keep and source.id in met and not done.damaged):
        state = SourceState(store, source.id)
        state.set_read_again(source.parser_version, began_at)
        state.save()
    return done


def _run(
    store: Store,
    sources: Mapping[str, Source],
    part: Sequence[str],
    clock: RunClock,
    done: Reprocessed,
    *,
    keep: bool,
) -> set[str]:
    """One run; the sources whose records it met."""
    started = clock.now()
    run = new_run_id(started)
    log_at = log.last(store)
    states: dict[str, SourceState] = {}
    ready: list[Ready] = []
    properties: dict[str, tuple[str, ...]] = {}
    met: set[str] = set()
    for name in part:
        try:
            inventory = inventory_of(store, name)
            old = record_of(store, inventory)
        except (DamagedError, NoRecordError) as error:
            done.problems.append(str(error))
            done.damaged += 1
            continue
        met.add(old["source"])
        source = sources.get(old["source"])
        if source is None:
            done.problems.append(f"{name}: there is no source {old['source']}")
            continue
        try:
            got = _read(store, inventory, old, source, clock, run)
        except DamagedError as error:
            done.problems.append(f"{name}: {error}")
            done.damaged += 1
            continue
        if not isinstance(got, Ready):
            done.problems.append(f"{name}: cannot be read by {source.parser_version}: {got}")
            continue
        new = got.candidate.record
        rule = source.decide(FeedEntry(new["url"], new["title"], None, ""), steps.names_guest(new))
        if not rule.keep:
            done.remarks.append(f"{name}: would be passed over today: {rule.reason}")
        otherwise = tuple(p for p, value in new.items() if p not in _NOT_TOLD and old.get(p) != value)
        if not otherwise:
            continue
        state = states.setdefault(source.id, SourceState(store, source.id))
        try:
            ready.append(_as_known(got, name, state, source))
        except UnsoundStateError as error:
            done.problems.append(f"{name}: {error}")
            done.damaged += 1
            continue
        properties[name] = otherwise
    if not keep:
        done.changes += [Changed(name, None, told) for name, told in properties.items()]
        return met
    outcomes: list[Outcome] = steps.archive(ready, store, sources, clock, run, log_at) if ready else []
    for outcome in outcomes:
        if outcome.event is not None and outcome.record is not None:
            done.changes.append(Changed(outcome.record, outcome.version, properties[outcome.record]))
        elif outcome.result == "failed":
            done.problems.append(outcome.message)
            done.damaged += 1
    if outcomes:
        report = steps.seal(store, run, started, clock, (), outcomes, dict.fromkeys(states, Expectations()), log_at)
        done.runs.append(run)
        done.problems += report.forgotten
    return met


def _read(
    store: Store, inventory: Inventory, record: Readout, source: Source, clock: RunClock, run: str
) -> Ready | str:
    """The capture of a record's current version, read today; else why it cannot be. Raises DamagedError."""
    version = current(inventory)
    warc = capture_in(store, inventory, version)
    place = inventory.content_key(version, CAPTURE) or f"ocfl/{inventory.path}"
    if warc is None or hashlib.sha512(warc).hexdigest() != inventory.digest_of(version, CAPTURE):
        raise DamagedError(inventory.path, place, "its capture is not what was kept")
    captured_at = datetime.fromisoformat(record["provenance"]["captured_at"])
    request = PageRequest(source.id, record["url"], known=PageState("archived", inventory.path))
    try:
        capture = captures.from_warc(warc)
    except BrokenCaptureError as error:
        raise DamagedError(inventory.path, place, f"its capture {error}") from None
    got = steps.read(Fetched(request, capture, found_at=captured_at), source, clock, run)
    if isinstance(got, Ready):
        return replace(got, candidate=Candidate(got.candidate.record, warc, known=inventory.path, anew=True))
    return got.message if isinstance(got, Outcome) else got.page.reason or ""


def _as_known(ready: Ready, name: str, state: SourceState, source: Source) -> Ready:
    """With its page as it is known: what was seen last of it may be another capture, which nobody has read today."""
    known = state.page(ready.request.url)
    if known is None:
        return ready
    same = known.capture == ready.page.capture
    return replace(ready, page=replace(known, parser=source.parser_version) if same else known)
