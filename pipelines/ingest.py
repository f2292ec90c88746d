"""One run: plan, carry the pages through Beam to the archive, read the report back.

`ingest` is what a schedule calls, what the demonstration calls, and what the tests call.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from archive import log
from archive.errors import ArchiveError
from archive.note import Signer
from archive.runs import RunReport, SourceReport
from archive.store import open_store
from connectors.fetch import Client, Clock, Hosts
from connectors.source import Source
from pipelines import plan
from pipelines.items import Outcome, RunClock, watchers

LOCAL_RUNNER = "FnApiRunner"
"""Beam's local runner by its own name: plain "DirectRunner" may try to download another one."""


@dataclass(frozen=True)
class Ingested:
    """The report of a run, and the pipeline's counters by name."""

    report: RunReport
    counters: dict[str, int]


def new_run_id(now: datetime) -> str:
    """A name for a run: its time (UTC) and eight random digits."""
    return f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"


def ingest(
    archive: str,
    sources: Iterable[Source],
    *,
    clock: RunClock | None = None,
    runner: str = LOCAL_RUNNER,
    beam_options: Sequence[str] = (),
    planned: Callable[[int], None] | None = None,
    watch: Callable[[Outcome], None] | None = None,
) -> Ingested:
    """Run once over some sources and keep what is new.

    `planned` is told how many pages will be asked for, `watch` each outcome as it comes. Raises ArchiveError where
    the archive cannot be written; whatever was committed by then stays, and the next run goes on from it.
    """
    clock = clock or RunClock()
    started = clock.now()
    chosen = {source.id: source for source in sources}
    Signer.from_environment()  # a key that cannot sign is told before anything is done
    store = open_store(archive)
    store.prepare()
    log_at = log.last(store)
    hosts = Hosts()
    made = plan.make(
        store, chosen.values(), started, lambda source: Client(source.politeness, Clock(now=clock.now), hosts)
    )
    run = new_run_id(started)
    if planned is not None:
        planned(len(made.requests))
    if watch is not None:
        watchers.watch(run, watch)
    try:
        counters = _carry(run, archive, chosen, started, clock, made, log_at, runner, beam_options)
    finally:
        watchers.leave(run)
    raw = store.read(f"runs/{started:%Y/%m}/{run}.json")
    if raw is None:
        raise ArchiveError(f"runs/{run}", "the run left no report", "see the runner's own log")
    return Ingested(_report(orjson.loads(raw)), counters)


def _carry(
    run: str,
    archive: str,
    sources: dict[str, Source],
    started: datetime,
    clock: RunClock,
    made: plan.Plan,
    log_at: int,
    runner: str,
    beam_options: Sequence[str],
) -> dict[str, int]:
    """Build the pipeline and run it to its end; its counters."""
    # Beam takes a second to import; nothing but a run needs it.
    import apache_beam as beam
    from apache_beam.options.pipeline_options import PipelineOptions

    from pipelines.transforms import Ingest, Job

    hosts = {request.url.split("/")[2] for request in made.requests}
    options = list(beam_options)
    if runner == LOCAL_RUNNER and len(hosts) > 1:
        # Hosts are independent of each other: while one makes us wait, another is asked.
        options += ["--direct_running_mode=multi_threading", f"--direct_num_workers={min(4, len(hosts))}"]
    job = Job(run, archive, sources, started, clock, made.feeds, made.outcomes, log_at)
    pipeline = beam.Pipeline(runner=runner, options=PipelineOptions(options, save_main_session=False))
    _ = pipeline | "Requests" >> beam.Create(list(made.requests), reshuffle=False) | "Ingest" >> Ingest(job)
    try:
        result = pipeline.run()
        result.wait_until_finish()
    except Exception as error:
        raise _cause(error) from None
    counters = result.metrics().query()["counters"]
    return {counter.key.metric.name: counter.committed or counter.attempted for counter in counters}


def _cause(error: BaseException) -> Exception:
    """The archive's own error inside what a runner wraps around it, so that a user reads one sentence."""
    seen: list[BaseException] = []
    inner: BaseException | None = error
    while inner is not None and inner not in seen:
        if isinstance(inner, ArchiveError):
            return inner
        seen.append(inner)
        inner = inner.__cause__ or inner.__context__
    return error if isinstance(error, Exception) else RuntimeError(str(error))


def _report(data: dict[str, Any]) -> RunReport:
    return RunReport(**{**data, "sources": {name: SourceReport(**s) for name, s in data["sources"].items()}})
