"""`readouts import`: captures from files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from connectors import source as sources
from connectors.finds import Find, Passed, in_path
from readouts import cli, collected, progress


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="PATH...")
@cli.archive_option()
@cli.sources_option()
@cli.authorities_option()
@click.option("--source", "only", metavar="ID", help="The source they are all of; unless given, their addresses tell.")
@click.option("--url", metavar="ADDRESS", help="The address of a saved page that does not tell it itself.")
@click.option(
    "--captured-at", "at", metavar="TIME", help="When saved pages were saved, such as 2024-07-12T09:00+09:00."
)
@cli.json_option()
def command(
    paths: tuple[Path, ...],
    archive: str,
    sources_folders: tuple[Path, ...],
    only: str | None,
    url: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Bring captures from WARC files and saved pages into the archive, where they belong in the history.

    A PATH is a WARC or ARC file (.warc, .warc.gz, .arc), a saved page (.html, .txt), or a folder of such. A capture in
    a WARC file was made when its record says. A saved page's address is the --url given, the one in a .url file beside
    it, the one a browser noted in it, or its canonical link; it was saved when --captured-at says, else when the file
    was last changed. A page saved from a web archive (the Wayback Machine, pywb) is that of its publisher, captured
    when the archive says. What was imported before is not imported twice.

    Exit codes: 0 all well; 3 something was passed over, failed or went to quarantine.
    """
    from archive.store import open_store
    from pipelines.collecting import collect, when

    if url and (len(paths) > 1 or paths[0].is_dir()):
        raise click.UsageError("--url names the address of one page")
    try:
        moment = when(at) if at else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--captured-at") from None
    known = sources.load(sources_folders)
    if only is not None:
        cli.known_source(only, known)
    with progress.shown("captures", quiet=as_json) as told:
        done = collect(
            open_store(archive), known, _all(paths, url, moment), only=only, told=lambda count: told(count, count)
        )
    return collected.printed(done, as_json=as_json)


def _all(paths: tuple[Path, ...], url: str | None, at: datetime | None) -> Iterator[Find | Passed]:
    for path in paths:
        yield from in_path(path, url, at)
