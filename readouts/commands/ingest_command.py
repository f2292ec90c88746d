"""`readouts ingest`: one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from connectors import source as sources
from readouts import cli, output


@click.command("ingest")
@cli.archive_option()
@cli.sources_option()
@cli.authorities_option()
@click.option("--source", "only", multiple=True, metavar="ID", help="Ask this source only; may be repeated.")
@click.option("--runner", default=None, metavar="NAME", help="A Beam runner; the local one unless you say otherwise.")
@click.option("--beam-option", "beam_options", multiple=True, metavar="--X=Y", help="Handed to Beam; may be repeated.")
@click.option("--remarks", is_flag=True, help="Also print what was passed over, and why.")
@click.option("--counters", is_flag=True, help="Also print the pipeline's counters.")
@cli.json_option()
def command(
    archive: str,
    sources_folders: tuple[Path, ...],
    only: tuple[str, ...],
    runner: str | None,
    beam_options: tuple[str, ...],
    remarks: bool,
    counters: bool,
    as_json: bool,
) -> int:
    """Pull new summaries from the feeds into the archive.

    Run it on a schedule, hourly or so. Pages that are known are asked for again, conditionally, to see whether they
    were edited, moved or withdrawn. Set READOUTS_CONTACT to a web or mail address: publishers see it in the
    User-Agent.

    Exit codes: 0 all well; 3 some sources or pages failed or went to quarantine; 1 nothing could be done.
    """
    from pipelines.ingest import LOCAL_RUNNER, ingest

    known = sources.load(sources_folders)
    chosen = [cli.known_source(name, known) for name in only] or list(known.values())
    if any(source.politeness.contact is None and not source.politeness.allowed_hosts for source in chosen):
        click.echo("readouts: set READOUTS_CONTACT to a web or mail address that publishers can write to", err=True)
    with _Progress(enabled=not as_json and sys.stderr.isatty()) as progress:
        done = ingest(
            archive,
            chosen,
            runner=runner or LOCAL_RUNNER,
            beam_options=beam_options,
            planned=progress.planned,
            watch=progress.advance,
        )
    if as_json:
        output.print_json({**done.report.to_json(), **({"counters": done.counters} if counters else {})})
    else:
        output.print_report(done.report, remarks=remarks)
        if counters:
            output.console().print(
                output.table(["counter", "count"], [[k, str(v)] for k, v in sorted(done.counters.items())])
            )
    return done.report.exit_code


class _Progress:
    """A bar on standard error while pages are asked for, on a terminal only."""

    def __init__(self, *, enabled: bool) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._enabled = enabled

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def planned(self, pages: int) -> None:
        if self._enabled and pages:
            from rich.console import Console
            from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                TextColumn("pages"), *Progress.get_default_columns()[1:2], MofNCompleteColumn(), TimeRemainingColumn(),
                TextColumn("{task.description}"), console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._task = self._bar.add_task("", total=pages)
            self._bar.start()

    def advance(self, outcome: Any) -> None:
        if self._bar is not None:
            self._bar.update(self._task, advance=1, description=outcome.url[-60:])
