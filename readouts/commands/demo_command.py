"""`readouts demo`: four days of sample pages, archived by the commands that a schedule and an archivist call."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from archive.catalogue import Filter
from archive.errors import ArchiveError
from connectors import source as sources
from readouts import cli, output
from readouts.asking import reading
from readouts.commands.diff_command import compared, print_differences
from readouts.commands.history_command import print_history
from readouts.commands.list_command import print_rows
from readouts.demo import site as sample

_MARK = "state/made-by-readouts-demo"
FIRST_DAY = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_DAYS = (
    "Day one: the archive is empty, and everything the feeds announce is new.",
    """Day two: one page was edited in one sentence, one only in its banner, one moved with the new prime ministership,
one answers 404, one 503, one is new, one is no summary, one is malformed.""",
    "Day three: nothing happened.",
)


@click.command("demo")
@click.option(
    "--archive",
    default="demo-archive",
    show_default=True,
    metavar="FOLDER",
    help="Where to make the archive; an earlier demonstration's is made anew.",
)
@cli.json_option()
def command(archive: str, as_json: bool) -> int:
    """Archive four days of sample pages, and show what was kept.

    Two publishers are served on 127.0.0.1 and pulled by the same run that `readouts ingest` makes; only the addresses
    differ. A saved page of a third is imported. The archive stays, to try the other commands on.
    """
    folder = Path(archive)
    _make_room(folder)
    reports = []
    with sample.serving() as site, tempfile.TemporaryDirectory() as extra:
        for name, text in sample.source_files(site).items():
            (Path(extra) / name).write_text(text, "utf-8")
        known = sources.load([Path(extra)])
        chosen = [known[source] for source, _ in sample.PUBLISHERS.values()]
        for day in (1, 2, 3):
            site.day = day
            reports.append(_play(folder, chosen, day, quiet=as_json))
    brought = _bring_in(folder, quiet=as_json)
    if as_json:
        output.print_json({"archive": str(folder), "days": reports, "imported": brought})
    else:
        _show(str(folder))
    return 0


def _make_room(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise ArchiveError(str(folder), "is not empty, and no demonstration made it", "name another --archive")
        shutil.rmtree(folder)


def _play(folder: Path, chosen: list[Any], day: int, *, quiet: bool) -> dict[str, Any]:
    """One day: the run, its report, and whether anything of what is kept changed."""
    from pipelines.ingest import ingest
    from pipelines.items import RunClock

    shift = FIRST_DAY + timedelta(days=day - 1) - datetime.now(UTC)
    before = kept(folder)
    begun = time.monotonic()
    done = ingest(str(folder), chosen, clock=RunClock(shift))
    (folder / _MARK).touch()
    changed = kept(folder) != before
    if not quiet:
        out = output.console()
        out.print(Text(_DAYS[day - 1], style="bold"))
        output.print_report(done.report, remarks=day > 1)
        if not changed:
            out.print(
                Text("  nothing was written: ocfl/, log/ and quarantine/ are as they were, to the byte", style="green")
            )
        out.print(Text(f"  {time.monotonic() - begun:.1f} s", style="dim"))
        out.print()
    return {**done.report.to_json(), "written": changed}


def _bring_in(folder: Path, *, quiet: bool) -> list[dict[str, str]]:
    """A saved page of NATO's about one of these meetings, the other side: what its import changed."""
    from archive.store import open_store
    from connectors.finds import in_path
    from pipelines.collecting import collect
    from pipelines.items import RunClock

    saved = resources.files("readouts.demo") / "saved" / "news_234400.html"
    with resources.as_file(saved) as page:
        at = FIRST_DAY + timedelta(days=3)
        clock = RunClock(at - datetime.now(UTC))
        done = collect(open_store(str(folder)), sources.load(), in_path(page, None, at), clock=clock)
    if not quiet:
        out = output.console()
        out.print(Text("Day four: a saved page of the other side of one of these meetings is imported.", style="bold"))
        for change in done.changes:
            out.print(Text(f"  {change['change']}: {change['record']} {change['version']}"))
        out.print()
    return done.changes


def kept(folder: Path) -> str:
    """A digest of everything in what is kept for good: names and contents."""
    digest = hashlib.sha256()
    for part in ("ocfl", "log", "quarantine"):
        for path in sorted((folder / part).rglob("*")):
            digest.update(str(path.relative_to(folder)).encode())
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _show(archive: str) -> None:
    """What a person wants to see of the result, and what to type next."""
    out = output.console()
    with reading(archive) as asked:
        rows = list(asked.catalogue.rows(Filter()))
        print_rows(rows)
        revised = next(row.record for row in rows for v in asked.catalogue.history(row.record) if v.change == "revised")
        moved = next(row.record for row in rows for v in asked.catalogue.history(row.record) if v.change == "relocated")
        for record in (moved, revised):
            print_history(record, asked.catalogue.history(record))
            out.print()
        said, read = compared(asked, revised, "v1", "v2")
        print_differences(revised, "v1", "v2", said, read, asked.catalogue.history(revised)[1:])
    name = revised.rpartition("/")[2]
    out.print()
    out.print(Text("Next:", style="bold"))
    for line, why in (
        (f"readouts show {name} --archive {archive}", "a record in full"),
        (f"readouts diff {name} --archive {archive}", "what its last revision changed"),
        (f"readouts changes --by-publisher --words --archive {archive}", "what publishers changed, word by word"),
        (f"readouts counterpart news-234400 --archive {archive}", "both sides of one meeting"),
        (f"readouts list --premiership kishida --kind telephone_talk --archive {archive}", "filters"),
        (f"readouts list --as-of 2026-03-09 --archive {archive}", "what the archive knew on day one"),
        (f"readouts audit {archive}", "everything is there, and is what it was"),
        (f"readouts quarantine list --archive {archive}", "what could not be read, and why"),
        ("readouts ingest --archive my-archive", "the real feeds"),
    ):
        out.print(Text(f"  {line}") + Text(f"   # {why}", style="dim"), soft_wrap=True)
