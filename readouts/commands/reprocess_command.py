"""`readouts reprocess`: what old records tell, as today's parsers tell it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from connectors import source as sources
from readouts import cli, output, progress
from readouts.asking import reading

if TYPE_CHECKING:
    from pipelines.reprocess import Reprocessed

_SHOWN = 20


@click.command("reprocess")
@click.argument("records", nargs=-1, metavar="[RECORD]...")
@cli.archive_option()
@cli.sources_option()
@cli.authorities_option()
@click.option("--source", "only", metavar="ID", multiple=True, help="Only records of this source; may be repeated.")
@click.option("--again", is_flag=True, help="Also what today's parsers have looked into before.")
@click.option("--dry-run", is_flag=True, help="Write nothing; only show what would be told otherwise.")
@cli.json_option()
def command(
    records: tuple[str, ...],
    archive: str,
    sources_folders: tuple[Path, ...],
    only: tuple[str, ...],
    again: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Read the captures of kept records again, with today's parsers and authorities; nothing is fetched.

    A record of which anything is told otherwise now (participants, place, statements, topics, ...) gets a version that
    says so, `reprocessed`, of the same capture; readouts diff shows what. All others stay as they are. Records read by
    an older parser are looked into, once for each parser, or those named. After something was added to the authorities
    or to a source's rules, --again looks into all.

    Exit codes: 0 all well; 3 some can no longer be read: they stay as they were.
    """
    from pipelines.reprocess import chosen, reprocess

    known = sources.load(sources_folders)
    for name in only:
        cli.known_source(name, known)
    if records and only:
        raise click.UsageError("name either records or their source")
    wanted = [source for name, source in known.items() if not only or name in only]
    with reading(archive) as asked, progress.shown("records", quiet=as_json) as told:
        if records:
            names = list(dict.fromkeys(asked.record_id(name) for name in records))
        else:
            names = list(chosen(asked.store, asked.catalogue, wanted, again=again))
        done = reprocess(
            asked.store,
            known,
            names,
            whole=() if records else wanted,
            keep=not dry_run,
            told=lambda count: told(count, len(names)),
        )
    return _printed(done, dry_run=dry_run, as_json=as_json)


def _printed(done: Reprocessed, *, dry_run: bool, as_json: bool) -> int:
    code = cli.PARTLY if done.problems else 0
    if as_json:
        output.print_json(asdict(done))
        return code
    out = output.console()
    if not done.looked_into:
        out.print("every record was read by today's parsers already (--again reads all)")
        return code
    would = "would be told otherwise" if dry_run else "are told otherwise now"
    out.print(f"{done.looked_into} records were read again; {len(done.changes)} {would}")
    for change in done.changes[:_SHOWN]:
        out.print(Text(f"  {change.record} {change.version or ''}  {', '.join(change.properties)}"), soft_wrap=True)
    if len(done.changes) > _SHOWN:
        out.print(Text(f"  and {len(done.changes) - _SHOWN} more; --json has them all", style="dim"))
    for said, style in ((done.problems, "yellow"), (done.remarks, "dim")):
        for sentence in said[:_SHOWN]:
            out.print(Text(f"  {sentence}", style=style), soft_wrap=True)
        if len(said) > _SHOWN:
            out.print(Text(f"  and {len(said) - _SHOWN} more; --json has them all", style="dim"))
    return code
