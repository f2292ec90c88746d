"""`readouts audit`: is everything there, and is it what it was?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from archive.audit.audit import Report, at_path, of_archive
from archive.store import open_store
from readouts import cli, keys, output, progress

_SHOWN = 200


@click.command("audit")
@click.argument("path", required=False, type=click.Path(path_type=Path, file_okay=False))
@cli.archive_option(required=False)
@keys.verifier_option()
@keys.checkpoint_option()
@click.option("--all", "everything", is_flag=True, help=f"Print every fault, not the first {_SHOWN}.")
@cli.json_option()
def command(
    path: Path | None,
    archive: str | None,
    verifiers: tuple[str, ...],
    checkpoints: tuple[Path, ...],
    everything: bool,
    as_json: bool,
) -> int:
    """Check that everything kept is there and is what it was; changes nothing.

    Of an archive: the structure of every OCFL object and every digest, the log's chain, and that log, objects and
    quarantine agree. PATH may also be any OCFL object or storage root, whoever made it. Each fault is named by its
    code (OCFL's own, E0xx and W0xx, or ours; see docs/audit.md), its path and what it means.

    Exit codes: 0 sound (warnings do not count); 3 faults were found; 1 nothing could be audited.
    """
    if path is not None and (path / "ocfl").is_dir():
        archive, path = str(path), None
    if path is None and archive is None:
        raise click.UsageError("say what to audit: --archive, or the path of an OCFL object or storage root")
    with progress.shown("objects", quiet=as_json) as told:
        if path is not None:
            report = at_path(path, told)
        else:
            assert archive is not None
            store = open_store(archive)
            earlier = keys.checkpoints(checkpoints)
            report = of_archive(store, verifiers=keys.verifiers(verifiers), earlier=earlier, progress=told)
    if as_json:
        output.print_json(to_json(report))
    else:
        _print(report, everything=everything)
    return 0 if report.sound else cli.PARTLY


def to_json(report: Report) -> dict[str, Any]:
    """A report for programs."""
    data = asdict(report)
    data["sound"] = report.sound
    data["faults"] = [{**asdict(fault), "meaning": fault.meaning, "warning": fault.warning} for fault in report.faults]
    return data


def _print(report: Report, *, everything: bool) -> None:
    out = output.console()
    shown = report.faults if everything else report.faults[:_SHOWN]
    for fault in shown:
        out.print(Text(str(fault), style="yellow" if fault.warning else "red"), soft_wrap=True)
    if len(shown) < len(report.faults):
        out.print(f"… and {len(report.faults) - len(shown)} more (--all)")
    counted = [f"{report.objects} objects", f"{report.versions} versions"]
    if report.kind == "archive":
        counted += [f"{report.events} events in {report.segments} segments", f"{report.quarantined} in quarantine"]
    warnings = sum(fault.warning for fault in report.faults)
    verdict = "sound" if report.sound else f"{len(report.faults) - warnings} faults"
    out.print(Text(f"{report.place}: {verdict}" + (f", {warnings} warnings" if warnings else ""), style="bold"))
    out.print(f"{', '.join(counted)}, {report.seconds:.1f} s", style="dim")
    if report.pending:
        out.print(
            f"{report.pending} versions are being committed by a run, or were left by one that was cut off; "
            "the next run, or readouts repair, logs them",
            style="dim",
        )
    if report.signed_by:
        out.print(f"checkpoint signed by {', '.join(report.signed_by)}", style="dim")
