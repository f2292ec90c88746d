"""`readouts show`: one record."""

from __future__ import annotations

import click

from archive.kept import inventory_of, record_of
from readouts import cli, moments, output
from readouts.asking import reading


@click.command("show")
@click.argument("record")
@click.option("--version", "version", metavar="vN", help="The version; the newest unless given.")
@moments.as_of_option()
@moments.valid_at_option()
@cli.archive_option()
@cli.json_option()
def command(
    record: str, version: str | None, as_of: str | None, valid_at: str | None, archive: str, as_json: bool
) -> int:
    """Show one record, or one version of it.

    RECORD is an id, or the part of one that no other has (11nato for jp/101-kishida/2024-07-11/11nato), or the address
    that its page has or had, in a web archive too.
    """
    if version is not None and (as_of or valid_at):
        raise click.UsageError("a version is named either by --version or by a time")
    with reading(archive) as asked:
        name = asked.record_id(record)
        inventory = inventory_of(asked.store, name)
        version = version or asked.catalogue.version_at(name, moments.moment(as_of, valid_at))
        shown = record_of(asked.store, inventory, version)
    if as_json:
        output.print_json(shown)
    else:
        output.print_record(shown)
    return 0
