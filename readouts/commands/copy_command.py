"""`readouts copy`: keeping an archive in more than one place."""

from __future__ import annotations

from dataclasses import asdict

import click
from rich.text import Text

from archive import replica
from archive.store import open_store
from readouts import cli, output, progress


@click.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@cli.json_option()
def command(source: str, target: str, as_json: bool) -> int:
    """Copy what is new in an archive to another place; folders and s3:// addresses, either way.

    The first time everything is new. Every byte is checked against its digest on the way and read back; objects come
    before the log that tells of them, so a copy that was cut off is sound and goes on where it ended. The copy is an
    archive like any other; one whose log is another is refused.

    Exit codes: 0 all of it is there; 3 something could not be copied, because it is damaged at its source.
    """
    with progress.shown("segments", quiet=as_json) as told:
        done = replica.copy(open_store(source), open_store(target), told)
    if as_json:
        output.print_json(asdict(done))
        return cli.PARTLY if done.problems else 0
    out = output.console()
    for problem in done.problems:
        out.print(Text(problem, style="red"), soft_wrap=True)
    out.print(
        f"{done.objects} objects with {done.versions} versions, {done.segments} segments of the log; "
        f"{done.files} files, {done.bytes / 1e6:.1f} MB"
    )
    return cli.PARTLY if done.problems else 0
