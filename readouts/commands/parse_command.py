"""`readouts parse`: the record of one page, without an archive."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from connectors import replays
from connectors import source as sources
from connectors.errors import ConnectorError
from readouts import cli, output
from schemas import validation


@click.command("parse")
@click.argument("page", type=click.Path(path_type=Path, allow_dash=True, dir_okay=False))
@click.option("--source", "name", required=True, metavar="ID", help="Whose page it is; see readouts sources.")
@click.option("--url", required=True, help="The address the page was published at, or a web archive's of it.")
@click.option(
    "--media-type",
    type=click.Choice(["text/html", "text/plain", "application/json", "application/xml"]),
    help="What the file holds; told from its name and first bytes unless given.",
)
@cli.archive_option(required=False)
@cli.sources_option()
@cli.authorities_option()
@cli.json_option()
def command(
    page: Path,
    name: str,
    url: str,
    media_type: str | None,
    archive: str | None,
    sources_folders: tuple[Path, ...],
    as_json: bool,
) -> int:
    """Read one page (HTML or plain text; - for standard input) and print its record.

    With --archive the record is compared with what the archive holds under the same address. Exit code 1: the page
    cannot be read as a record, and the reasons are printed.
    """
    from pipelines import steps

    known = sources.load(sources_folders)
    source = cli.known_source(name, known)
    try:
        content = sys.stdin.buffer.read() if str(page) == "-" else page.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{page}: {error.strerror}") from None
    try:
        record = steps.of_saved_page(
            source, replays.original(url), content, media_type or _told(page, content), datetime.now(UTC)
        )
    except ConnectorError as error:
        raise click.ClickException(f"{page}: {error}") from None
    reasons = validation.reasons(record)
    if reasons:
        output.print_json({"valid": False, "reasons": reasons, "record": record})
        return cli.NOTHING_DONE
    if as_json:
        output.print_json(record)
    else:
        output.print_record(record)
    if archive is not None:
        return _compare(archive, record["url"], record["provenance"]["content_digest"])
    return 0


def _told(page: Path, content: bytes) -> str:
    if page.suffix.lower() in (".html", ".htm", ".xhtml"):
        return "text/html"
    if page.suffix.lower() == ".json":
        return "application/json"
    if page.suffix.lower() == ".xml":
        return "application/xml"
    head = content[:2048].lstrip().lower()
    return "text/html" if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<")) else "text/plain"


def _compare(archive: str, url: str, content_digest: str) -> int:
    from readouts.asking import reading

    with reading(archive) as asked:
        found = asked.of_page(url)
        if not found:
            click.echo("the archive has no record of this address", err=True)
            return 0
        newest = asked.catalogue.history(found[0])[-1]
    same = newest.content_digest == content_digest
    click.echo(f"{'says the same as' if same else 'differs from'} {found[0]} {newest.version}", err=True)
    return 0
