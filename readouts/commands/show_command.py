"""`readouts show`: one record."""

from __future__ import annotations

import click

from archive.versions import inventory_of, record_of
from readouts import cli, output
from readouts.asking import reading


@click.command("show")
@click.argument("record")
@click.option("--version", "version", metavar="vN", help="The version; the newest unless given.")
@cli.archive_option()
@cli.json_option()
def command(record: str, version: str | None, archive: str, as_json: bool) -> int:
    """Show one record, or one version of it.

    RECORD is an id, or the part of one that no other has: 11nato for jp/101-kishida/2024-07-11/11nato.
    """
    with reading(archive) as asked:
        inventory = inventory_of(asked.store, asked.record_id(record))
        shown = record_of(asked.store, inventory, version)
    if as_json:
        output.print_json(shown)
    else:
        output.print_record(shown)
    return 0
