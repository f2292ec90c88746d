"""`readouts quarantine`: what could not be read, and trying again."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text

from archive import quarantine
from archive.errors import DamagedError, NoArchiveError
from archive.quarantine import Quarantined
from archive.store import Store, open_store
from connectors import source as sources
from readouts import cli, output, progress


@click.group("quarantine")
def command() -> None:
    """List, show or retry pages that should have become records and did not.

    A page in quarantine is kept as it was received, with the reasons: where in the record (a JSON Pointer), what was
    expected there and what was found.
    """


def _store(archive: str) -> Store:
    store = open_store(archive)
    if store.read("ocfl/0=ocfl_1.1") is None:
        raise NoArchiveError(store.uri, "there is no archive here", "readouts ingest makes one")
    return store


def _warn(error: DamagedError) -> None:
    click.echo(f"readouts: {error}", err=True)


@command.command("list")
@cli.archive_option()
@click.option("--resolved", is_flag=True, help="Also those that were read after all.")
@cli.json_option()
def list_(archive: str, resolved: bool, as_json: bool) -> int:
    """List what is in quarantine."""
    found = list(quarantine.entries(_store(archive), resolved=resolved, damaged=_warn))
    if as_json:
        output.print_json([{k: v for k, v in asdict(entry).items() if k != "record"} for entry in found])
        return 0
    if not found:
        output.console().print("nothing is in quarantine")
        return 0
    rows = [
        [
            e.id,
            e.captured_at[:10],
            e.stage,
            e.url,
            "; ".join(_said(e)[:1]) + (f" → {e.resolved or e.passed_over}" if e.done_with else ""),
        ]
        for e in found
    ]
    output.console().print(output.table(["id", "captured", "failed at", "address", "first reason"], rows))
    return 0


@command.command("show")
@click.argument("name", metavar="ID")
@cli.archive_option()
@cli.json_option()
def show(name: str, archive: str, as_json: bool) -> int:
    """Show one page in quarantine, with every reason."""
    entry = quarantine.get(_store(archive), name)
    if as_json:
        output.print_json(asdict(entry))
        return 0
    out = output.console()
    out.print(Text(entry.url, style="bold"))
    out.print(f"failed to {entry.stage} with {entry.parser}, captured {entry.captured_at}, run {entry.run}")
    for said in _said(entry):
        out.print(Text(f"  {said}"))
    if entry.resolved:
        out.print(Text(f"read after all: {entry.resolved}"))
    if entry.passed_over:
        out.print(Text(f"passed over after all: {entry.passed_over}"))
    out.print(Text(f"the page as received: quarantine/{entry.id}/capture.warc.gz", style="dim"))
    return 0


def _said(entry: Quarantined) -> list[str]:
    return [f"{r['pointer'] or '/'}: expected {r['expected']}, found {r['found']}" for r in entry.reasons]


@command.command("retry")
@click.argument("names", nargs=-1, metavar="[ID]...")
@cli.archive_option()
@cli.sources_option()
@cli.authorities_option()
@cli.json_option()
def retry(names: tuple[str, ...], archive: str, sources_folders: tuple[Path, ...], as_json: bool) -> int:
    """Read pages in quarantine again, with today's parser; all of them unless some are named.

    What can be read now is archived, in its place in the history by when it was captured, and leaves the quarantine;
    so does what is no summary by today's rules. Exit code 3: some still cannot be read, or a source's state is
    unsound, so that the next run will not know of what was read.
    """
    from pipelines.retry import retry as run_retry

    with progress.shown("pages", quiet=as_json) as told:
        done = run_retry(_store(archive), sources.load(sources_folders), names, told=told)
    if as_json:
        output.print_json([asdict(result) for result in done])
    else:
        for result in done:
            became = result.record or ("still not readable" if result.left else "no summary")
            output.console().print(Text(f"{result.id}  {became}  {result.message}"))
        if not done:
            output.console().print("nothing is in quarantine")
    return cli.PARTLY if any(result.left or not result.remembered for result in done) else 0
