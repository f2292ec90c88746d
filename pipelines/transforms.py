"""The steps of a run, wired into Beam. Nothing is decided here: see `pipelines.steps`.

    requests -> by host -> Fetch -> Read -> Archive ---\
                             |        |--> Quarantine --+--> outcomes -> Seal
                             '--------'----------------/

Requests are grouped by host so that one worker asks one host, one request at a time. From Fetch to Archive an element
never leaves its worker's memory, and only outcomes, a few hundred bytes each, are gathered at the end.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import apache_beam as beam
from apache_beam.metrics import Metrics
from apache_beam.pvalue import TaggedOutput
from apache_beam.transforms.window import GlobalWindow
from apache_beam.utils.windowed_value import WindowedValue

from archive.state import SourceState
from archive.store import Store, open_store
from connectors.fetch import Client, Clock, Hosts
from connectors.source import Source
from pipelines import steps
from pipelines.items import FeedResult, Fetched, Outcome, PageRequest, Ready, RunClock, ToQuarantine, watchers
from schemas.authorities import premierships

OUTCOMES = "outcomes"
QUARANTINE = "quarantine"
_NAMESPACE = "readouts"


@dataclass(frozen=True)
class Job:
    """What every step of one run knows. Small and picklable; each worker opens what it needs."""

    run: str
    archive: str
    sources: dict[str, Source]
    started: datetime
    clock: RunClock
    feeds: tuple[FeedResult, ...] = ()
    decided: tuple[Outcome, ...] = ()
    log_at: int = 0
    batch_size: int = 100
    authorities: premierships.Added = field(default_factory=premierships.all_added)
    """What is added to the built-in data on who is in office: a worker may be another process."""


@dataclass
class Ingest(beam.PTransform):
    """From page requests to one run report in the archive; gives the outcomes."""

    job: Job

    def expand(self, requests: beam.PCollection[PageRequest]) -> beam.PCollection[Outcome]:
        fetched = (
            requests
            | "ByHost"
            >> beam.WithKeys(lambda request: urlsplit(request.url).netloc).with_output_types(tuple[str, PageRequest])
            | "GroupByHost" >> beam.GroupByKey()
            | "Fetch" >> beam.ParDo(Fetch(self.job)).with_outputs(OUTCOMES, main="pages")
        )
        read = fetched.pages | "Read" >> beam.ParDo(Read(self.job)).with_outputs(OUTCOMES, QUARANTINE, main="ready")
        archived = read.ready | "Archive" >> beam.ParDo(Archive(self.job))
        quarantined = read[QUARANTINE] | "Quarantine" >> beam.ParDo(Quarantine(self.job))
        outcomes = (fetched[OUTCOMES], read[OUTCOMES], archived, quarantined) | "Outcomes" >> beam.Flatten()
        _ = (
            requests.pipeline
            | "Once" >> beam.Create([None])
            | "Seal" >> beam.ParDo(Seal(self.job), beam.pvalue.AsList(outcomes))
        )
        return outcomes


class _Step(beam.DoFn):
    """A step with its counters and, where it needs one, its store."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._store: Store | None = None
        self._counted = Metrics.counter(_NAMESPACE, f"{type(self).__name__.lower()}_in")

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = open_store(self.job.archive)
        return self._store

    def tell(self, outcome: Outcome) -> Outcome:
        """Count an outcome and let whoever watches know."""
        Metrics.counter(_NAMESPACE, outcome.result).inc()
        watchers.tell(self.job.run, outcome)
        return outcome

    def setup(self) -> None:
        premierships.use_added(self.job.authorities)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_store": None}


class Fetch(_Step):
    """Ask one host for its pages, one after the other."""

    def process(self, element: tuple[str, Iterable[PageRequest]]) -> Iterator[Any]:
        clients: dict[str, Client] = {}
        hosts = Hosts()
        try:
            for request in element[1]:
                self._counted.inc()
                source = self.job.sources[request.source]
                if source.id not in clients:
                    clients[source.id] = Client(source.politeness, Clock(now=self.job.clock.now), hosts)
                begun = time.monotonic()
                got = steps.fetch(request, source, clients[source.id], self.job.clock.now())
                if isinstance(got, Outcome):
                    yield TaggedOutput(OUTCOMES, self.tell(replace(got, seconds=time.monotonic() - begun)))
                else:
                    yield got
        finally:
            for client in clients.values():
                client.close()


class Read(_Step):
    """Make records of pages; what cannot be read goes to quarantine, with the reasons."""

    def process(self, element: Fetched) -> Iterator[Any]:
        self._counted.inc()
        if element.absent:
            got: Ready | ToQuarantine | Outcome = steps.absent_candidate(element, self.store)
        else:
            source = self.job.sources[element.request.source]
            got = steps.read(element, source, self.job.clock, self.job.run)
        if isinstance(got, Outcome):
            yield TaggedOutput(OUTCOMES, self.tell(got))
        elif isinstance(got, ToQuarantine):
            yield TaggedOutput(QUARANTINE, got)
        else:
            yield got


class Quarantine(_Step):
    """Keep what did not validate."""

    def process(self, element: ToQuarantine) -> Iterator[Outcome]:
        self._counted.inc()
        yield self.tell(steps.put_in_quarantine(element, self.store))


class Archive(_Step):
    """Commit records in batches: one sync to disk serves a whole batch."""

    def start_bundle(self) -> None:
        self._batch: list[Ready] = []
        self._states: dict[str, SourceState] = {}

    def process(self, element: Ready) -> Iterator[Outcome]:
        self._counted.inc()
        source = self.job.sources[element.request.source]
        state = self._states.setdefault(source.id, SourceState(self.store, source.id))
        ready = steps.identify(element, source, state)
        if isinstance(ready, Outcome):
            yield self.tell(ready)
            return
        self._batch.append(ready)
        if len(self._batch) >= self.job.batch_size:
            yield from self._commit()

    def finish_bundle(self) -> Iterator[WindowedValue]:
        for outcome in self._commit():
            yield WindowedValue(outcome, GlobalWindow().max_timestamp(), [GlobalWindow()])

    def _commit(self) -> Iterator[Outcome]:
        batch, self._batch = self._batch, []
        if batch:
            for outcome in steps.archive(
                batch, self.store, self.job.sources, self.job.clock, self.job.run, self.job.log_at
            ):
                yield self.tell(outcome)


@dataclass
class Seal(beam.DoFn):
    """Close the run once everything else is done: log, state, report."""

    job: Job = field()

    def process(self, _: None, outcomes: list[Outcome]) -> None:
        steps.seal(
            open_store(self.job.archive),
            self.job.run,
            self.job.started,
            self.job.clock,
            self.job.feeds,
            [*self.job.decided, *outcomes],
            {name: source.expects for name, source in self.job.sources.items()},
            self.job.log_at,
        )
