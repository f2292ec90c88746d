"""`readouts repair`: mending an archive."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.text import Text

from archive import frame, log, repair
from archive.store import open_store
from readouts import cli, output, progress
from readouts.commands.audit_command import to_json


@click.command("repair")
@cli.archive_option()
@click.option("--from", "copy", metavar="ARCHIVE", help="A copy of this archive to take lost or damaged content from.")
@cli.json_option()
def command(archive: str, copy: str | None, as_json: bool) -> int:
    """Mend an archive; nothing is removed that cannot be replaced.

    Completes what a run that was cut off left, writes anew what can be derived (digest files, inventories, state,
    events that the log lost), and with --from takes damaged or lost content from a copy, checked against its digest.
    Ends with an audit.

    Exit codes: 0 the archive is sound; 3 faults are left.
    """
    # Sealing a run imports what a run needs.
    from pipelines import steps
    from pipelines.ingest import new_run_id
    from pipelines.items import RunClock

    store = open_store(archive)
    other = open_store(copy) if copy is not None else None
    if other is not None:
        frame.check(other)
    now = datetime.now(UTC)
    run = new_run_id(now)
    said: list[str] = []
    with progress.shown("objects", quiet=as_json) as told:
        if store.pending():
            report = steps.seal(store, run, now, RunClock(), (), (), {}, log.last(store))
            said.append(f"the journal: {report.recovered} versions of runs that were cut off are logged")
        done = repair.repair(store, other, run, progress=told)
    said += done.done
    after = done.after
    assert after is not None
    if as_json:
        output.print_json({"done": said, "after": to_json(after)})
    else:
        out = output.console()
        for sentence in said:
            out.print(Text(sentence), soft_wrap=True)
        for fault in after.faults:
            out.print(Text(f"left: {fault}", style="yellow" if fault.warning else "red"), soft_wrap=True)
        if not said:
            out.print("there was nothing that could be mended" if after.faults else "nothing was to be mended")
        out.print(
            Text(f"{after.place}: {'sound' if after.sound else f'{len(after.faults)} faults left'}", style="bold")
        )
    return 0 if after.sound else cli.PARTLY
