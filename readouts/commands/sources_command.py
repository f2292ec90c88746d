"""`readouts sources`: where summaries come from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.text import Text

from connectors import source as sources
from connectors.source import Source
from readouts import cli, output


@click.command("sources")
@click.argument("name", required=False, metavar="[ID]")
@cli.archive_option(required=False)
@cli.sources_option()
@cli.json_option()
def command(name: str | None, archive: str | None, sources_folders: tuple[Path, ...], as_json: bool) -> int:
    """List the sources, or show one: its feeds, its licence, and which entries are taken for summaries.

    With --archive, also when each was last asked.
    """
    known = sources.load(sources_folders)
    shown = [cli.known_source(name, known)] if name else list(known.values())
    described = [_described(source, archive) for source in shown]
    if as_json:
        output.print_json(described[0] if name else described)
    elif name:
        out = output.console()
        for key, value in described[0].items():
            for line in value if isinstance(value, list) else [value]:
                out.print(
                    Text(f"{key:12}", style="dim") + Text(str(line) if not isinstance(line, dict) else _rule(line))
                )
    else:
        columns = ["id", "publisher", "country", "language", "feeds"] + (["last asked"] if archive else [])
        rows = [
            [d["id"], d["publisher"], d["country"], d["language"], "\n".join(d["feeds"])]
            + ([d["last_run"] or "never"] if archive else [])
            for d in described
        ]
        output.console().print(output.table(columns, rows))
    return 0


def _described(source: Source, archive: str | None) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": source.id,
        "publisher": source.publisher,
        "country": source.country,
        "language": source.language,
        "time_zone": source.time_zone,
        "homepage": source.homepage,
        "licence": source.licence,
        "feeds": list(source.feeds),
        "delay": f"{source.politeness.delay} s between requests to a host",
        "rules": [
            {
                "keep": rule.keep,
                "reason": rule.reason,
                "address": rule.address.pattern if rule.address else None,
                "title": rule.title.pattern if rule.title else None,
            }
            for rule in source.rules
        ],
        "notes": list(source.notes),
    }
    if archive is not None:
        from archive.runs import last_run_of
        from archive.store import open_store

        day = last_run_of(open_store(archive), source.id)
        described["last_run"] = day.isoformat() if day else None
    return described


def _rule(rule: dict[str, Any]) -> str:
    wanted = " and ".join(f"{part} matches {rule[part]}" for part in ("address", "title") if rule[part])
    return f"{'take' if rule['keep'] else 'pass over'} where {wanted or 'nothing else matched'}: {rule['reason']}"
