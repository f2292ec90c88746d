"""`readouts log`: checking the change log, and proving what it says."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import orjson
from rich.text import Text

from archive import frame, log, note, proof
from archive.audit import audit
from archive.errors import ArchiveError, NoRecordError
from archive.note import Signer
from archive.store import open_store
from readouts import cli, keys, output, progress
from readouts.asking import reading
from readouts.commands.audit_command import to_json


@click.group("log")
def command() -> None:
    """Check the change log, and prove what it says.

    Every version in the archive is an event in the log. Its segments are chained by digests, and each carries a
    checkpoint: the log's size and the Merkle root over all events, signed where READOUTS_LOG_KEY holds a key.
    """


@command.command("verify")
@cli.archive_option()
@keys.verifier_option()
@keys.checkpoint_option()
@cli.json_option()
def verify(archive: str, verifiers: tuple[str, ...], checkpoints: tuple[Path, ...], as_json: bool) -> int:
    """Check that nothing in the log was edited, removed, reordered or cut off.

    The chain of segments and every Merkle root are recomputed, and each event is held against the version it tells
    of, each version against its event. A checkpoint kept outside the archive (readouts log checkpoint) also shows
    that the log was not cut off together with its objects.

    Exit codes: 0 sound; 3 faults were found.
    """
    earlier = keys.checkpoints(checkpoints)
    with progress.shown("objects", quiet=as_json) as told:
        report = audit.of_log(open_store(archive), verifiers=keys.verifiers(verifiers), earlier=earlier, progress=told)
    if as_json:
        output.print_json(to_json(report))
        return 0 if report.sound else cli.PARTLY
    out = output.console()
    for fault in report.faults:
        out.print(Text(str(fault), style="red"), soft_wrap=True)
    verdict = "sound" if report.sound else f"{len(report.faults)} faults"
    signed = f", signed by {', '.join(report.signed_by)}" if report.signed_by else ""
    out.print(Text(f"{report.place}/log: {verdict}", style="bold"))
    out.print(f"{report.events} events in {report.segments} segments{signed}", style="dim")
    return 0 if report.sound else cli.PARTLY


@command.command("prove")
@click.argument("record")
@click.argument("version", metavar="vN")
@cli.archive_option()
@cli.json_option()
def prove(record: str, version: str, archive: str, as_json: bool) -> int:
    """Print the proof, as JSON, that the log tells of a version.

    It holds the event (with the SHA-512 of the record and of the capture), a few hashes, and the checkpoint they lead
    to. Give it away together with record.json: readouts log check needs no archive.
    """
    with reading(archive) as asked:
        output.print_json(proof.prove(asked.store, asked.record_id(record), version))
    return 0


@command.command("check")
@click.argument("file", metavar="PROOF", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@keys.verifier_option()
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="record.json or capture.warc.gz, which must be the version's; may be repeated.",
)
@cli.json_option()
def check(file: Path, verifiers: tuple[str, ...], files: tuple[Path, ...], as_json: bool) -> int:
    """Check a proof (- for standard input); no archive is needed.

    Without a --verifier the arithmetic is checked, and the root it leads to is printed: compare it with a checkpoint
    that you have from elsewhere.

    Exit codes: 0 it holds; 1 it does not.
    """
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        data = orjson.loads(raw)
    except OSError as error:
        raise ArchiveError(str(file), error.strerror or str(error)) from None
    except orjson.JSONDecodeError:
        raise ArchiveError(str(file), "is not JSON", "readouts log prove makes a proof") from None
    proven = proof.check(data, keys.verifiers(verifiers), {path.name: path.read_bytes() for path in files})
    said = proven.event["data"]
    if as_json:
        output.print_json(
            {
                "event": proven.event,
                "index": proven.index,
                "origin": proven.checkpoint.origin,
                "size": proven.checkpoint.size,
                "root": proven.checkpoint.root.hex(),
                "signed_by": list(proven.signed_by),
            }
        )
        return 0
    out = output.console()
    out.print(Text(f"{said['record']} {said['version']} ({said['change']}) is in the log", style="bold"))
    rows: list[tuple[str, Any]] = [
        ("recorded", said["recorded_at"]),
        ("captured", said["captured_at"]),
        ("address", said["url"]),
        *((name, digest) for name, digest in said["files"].items()),
        ("log", f"{proven.checkpoint.origin}, {proven.checkpoint.size} events"),
        ("root", proven.checkpoint.root.hex()),
        ("signed by", ", ".join(proven.signed_by) or "nobody you named: compare the root with one that you trust"),
    ]
    for name, value in rows:
        out.print(Text.assemble((f"{name:<16}", "dim"), str(value)), soft_wrap=True)
    return 0


@command.command("checkpoint")
@cli.archive_option()
@cli.json_option()
def checkpoint(archive: str, as_json: bool) -> int:
    """Print the newest checkpoint. Keep it elsewhere: with it, anyone can tell that the log was cut off or altered."""
    store = open_store(archive)
    frame.check(store)
    newest = log.read(store, log.last(store))
    if newest is None:
        raise NoRecordError(f"{store.uri}/log", "the log is empty", "readouts ingest writes it")
    if as_json:
        text, _ = note.read(newest.checkpoint, ())
        said = note.Checkpoint.parse(text)
        output.print_json({**asdict(said), "root": said.root.hex(), "note": newest.checkpoint})
    else:
        click.echo(newest.checkpoint, nl=False)
    return 0


@command.command("key")
@click.argument("name")
@cli.json_option()
def key(name: str, as_json: bool) -> int:
    """Make a key to sign checkpoints with. NAME is a host name and path of yours, such as archive.example/readouts.

    The first line is the secret, for READOUTS_LOG_KEY in the environment of runs; the second the public key, to be
    published, for READOUTS_LOG_VERIFIER or --verifier.
    """
    made = Signer.new(name)
    if as_json:
        output.print_json({"key": made.private_key(), "verifier": str(made.verifier)})
    else:
        click.echo(f"READOUTS_LOG_KEY={made.private_key()}\nREADOUTS_LOG_VERIFIER={made.verifier}")
    return 0
