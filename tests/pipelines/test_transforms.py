"""The wiring, with Beam's TestPipeline: what goes in comes out once, and a repeated bundle writes nothing twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.testing import test_pipeline
from apache_beam.testing.util import assert_that, equal_to

from archive import log
from archive.folder import FolderStore
from archive.kept import inventory_of
from pipelines.ingest import LOCAL_RUNNER
from pipelines.items import PageRequest, RunClock
from pipelines.transforms import Archive, Fetch, Ingest, Job, Read
from readouts.commands.demo_command import kept
from tests.serving import Reply, Server, page

_STARTED = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_BASE = "/105/diplomatic/202602/"


def _job(server: Server, folder: Path) -> Job:
    FolderStore(folder).prepare()
    source = server.source(server.feed(), attempts=1)
    return Job(
        "20260309T120000Z-00000001", str(folder), {source.id: source}, _STARTED, RunClock(_STARTED - datetime.now(UTC))
    )


def _pipeline() -> test_pipeline.TestPipeline:
    return test_pipeline.TestPipeline(runner=LOCAL_RUNNER, options=PipelineOptions([]))


def _requests(server: Server) -> list[PageRequest]:
    server.page(_BASE + "a.html", page(first="A."))
    server.page(_BASE + "b.html", page(first="B."))
    server.page(_BASE + "c.html", "<h1>Summit Meeting</h1>")
    server.page(_BASE + "d.html", "<h1>Flowers</h1>")
    server.replies[_BASE + "e.html"] = Reply(404)
    server.replies[_BASE + "f.html"] = Reply(500)
    return [PageRequest("jp-kantei", f"{server.address}{_BASE}{name}.html") for name in "abcdef"]


_EXPECTED = [
    ("a", "new"), ("b", "new"), ("c", "quarantined"), ("d", "skipped"), ("e", "missing"), ("f", "failed"),
]  # fmt: skip


def test_every_request_has_one_outcome(server: Server, tmp_path: Path) -> None:
    job = _job(server, tmp_path / "archive")
    with _pipeline() as pipeline:
        outcomes = pipeline | beam.Create(_requests(server)) | Ingest(job)
        named = outcomes | "Name" >> beam.Map(lambda o: (o.url.rpartition("/")[2].removesuffix(".html"), o.result))
        assert_that(named, equal_to(_EXPECTED))


def test_a_run_done_twice_writes_nothing_twice(server: Server, tmp_path: Path) -> None:
    job = _job(server, tmp_path / "archive")
    requests = _requests(server)
    digests = []
    for _ in range(2):
        with _pipeline() as pipeline:
            named = (
                pipeline | beam.Create(requests) | Ingest(job)
                | "Name" >> beam.Map(lambda o: (o.url.rpartition("/")[2].removesuffix(".html"), o.result))
            )  # fmt: skip
            assert_that(named, equal_to(_EXPECTED))
        digests.append(kept(tmp_path / "archive"))
    assert digests[0] == digests[1]
    store = FolderStore(tmp_path / "archive")
    assert [len(s.events) for s in log.since(store, 0)] == [2]
    assert inventory_of(store, "jp/105-takaichi/2026-02-26/a").versions == ["v1"]


def test_the_same_page_twice_in_one_bundle_is_one_version(server: Server, tmp_path: Path) -> None:
    job = _job(server, tmp_path / "archive")
    server.page(_BASE + "a.html", page())
    request = PageRequest("jp-kantei", f"{server.address}{_BASE}a.html")
    with _pipeline() as pipeline:
        pages = (
            pipeline | beam.Create([("host", [request, request])]) | beam.ParDo(Fetch(job)).with_outputs(main="pages")
        )
        ready = pages.pages | beam.ParDo(Read(job)).with_outputs(main="ready")
        versions = ready.ready | beam.ParDo(Archive(job)) | beam.Map(lambda o: (o.version, o.result))
        assert_that(versions, equal_to([("v1", "new"), ("v1", "new")]))


def test_steps_travel_between_workers(server: Server, tmp_path: Path) -> None:
    from apache_beam.internal import pickler

    job = _job(server, tmp_path / "archive")
    step = Archive(job)
    assert step.store.uri
    again = pickler.loads(pickler.dumps(step))
    assert again._store is None
    assert again.job.sources["jp-kantei"].parser_version == job.sources["jp-kantei"].parser_version
    assert again.job.clock.shift < timedelta(0)
