"""`readouts sources`: where summaries come from."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from connectors import source as sources
from connectors.source import Source
from readouts import cli, output, progress


class _OrShow(click.Group):
    """`readouts sources jp-kantei` is `readouts sources show jp-kantei`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group("sources", cls=_OrShow)
def command() -> None:
    """List the sources, show one, or try one against its publisher's site."""


@command.command("show")
@click.argument("name", required=False, metavar="[ID]")
@cli.archive_option(required=False)
@cli.sources_option()
@cli.json_option()
def show(name: str | None, archive: str | None, sources_folders: tuple[Path, ...], as_json: bool) -> int:
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
                "names_guest": rule.names_guest,
            }
            for rule in source.rules
        ],
        "backfill": [f"{listing.name}: {listing.kind}, {listing.address}" for listing in source.listings],
        "notes": list(source.notes),
    }
    if archive is not None:
        from archive.runs import last_run_of
        from archive.store import open_store

        day = last_run_of(open_store(archive), source.id)
        described["last_run"] = day.isoformat() if day else None
    return described


def _rule(rule: dict[str, Any]) -> str:
    parts = [f"{part} matches {rule[part]}" for part in ("address", "title") if rule[part]]
    wanted = " and ".join([*parts, *(["the page names a guest"] if rule["names_guest"] else [])])
    return f"{'take' if rule['keep'] else 'pass over'} where {wanted or 'nothing else matched'}: {rule['reason']}"


@command.command("check")
@click.argument("name", metavar="ID")
@click.option("--pages", default=5, show_default=True, metavar="N", help="How many pages to look into, at most.")
@cli.sources_option()
@cli.authorities_option()
@cli.json_option()
def check(name: str, pages: int, sources_folders: tuple[Path, ...], as_json: bool) -> int:
    """Try a source against its publisher's site, as a run would, and keep nothing.

    Its feeds are read, its rules applied to every entry, and the newest pages that they take are fetched and read.

    Exit codes: 0 it yields what its data expect; 3 it does not, or something failed.
    """
    from pipelines.trial import attempt

    source = cli.known_source(name, sources.load(sources_folders))
    with progress.shown("pages", quiet=as_json) as told:
        trial = attempt(source, pages, told)
    if as_json:
        output.print_json(asdict(trial))
        return cli.PARTLY if trial.problems else 0
    out = output.console()
    for url, said in trial.feeds.items():
        if not any(url in problem for problem in trial.problems):
            out.print(Text(f"{url}: {said}"), soft_wrap=True)
    if trial.entries:
        rows = [[entry.result, entry.title, entry.said] for entry in trial.entries]
        out.print(output.table(["result", "title", "what was found"], rows))
    for problem in trial.problems:
        out.print(Text(problem, style="red"), soft_wrap=True)
    if not trial.problems:
        out.print(Text(f"{name} yields what is expected of it", style="bold"))
    return cli.PARTLY if trial.problems else 0


@command.command("add")
@click.argument("name", metavar="ID")
@click.option("--publisher", required=True, metavar="NAME", help="Who publishes, in English.")
@click.option("--country", required=True, metavar="CODE", help="ISO 3166-1 alpha-2, such as NZ, or an acronym.")
@click.option("--homepage", required=True, metavar="ADDRESS", help="The publisher's site, https://...")
@click.option("--feed", required=True, metavar="ADDRESS", help="Where its news are announced (RSS or Atom).")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="BCP 47.")
@click.option(
    "--project",
    default=".",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="A checkout of this project; the current folder unless given.",
)
@cli.json_option()
def add(
    name: str, publisher: str, country: str, homepage: str, feed: str, language: str, project: Path, as_json: bool
) -> int:
    """Begin a new source in a checkout of the project: data, parser, example page and golden record.

    ID is a country or "int" and a short name, such as nz-beehive. The example page is in the form most publishers use
    (prose); put pages in the form of the publisher's own beside it, adapt the data and the parser to them, and write
    their golden records with `python -m tests.golden.records`.
    """
    from readouts import scaffold

    if not sources.SOURCE_ID.fullmatch(name):
        raise click.BadParameter(f"{name!r} is not of the form nz-beehive", param_hint="ID")
    for option, address in (("--homepage", homepage), ("--feed", feed)):
        if not address.startswith(("https://", "http://")):
            raise click.BadParameter(f"{address!r} is not an address", param_hint=option)
    made = scaffold.add(project, name, publisher, country, language, homepage, feed)
    golden = scaffold.write_golden(project, made, name)
    files = [str(path) for path in (*made.files, golden)]
    following = [
        f"readouts parse {made.example} --source {name} --url {made.example_url}",
        f"readouts sources check {name}",
        "python -m tests.golden.records",
    ]
    if as_json:
        output.print_json({"source": name, "files": files, "next": following})
        return 0
    out = output.console()
    for path in files:
        out.print(Text(f"written: {path}"), soft_wrap=True)
    out.print(Text("Next: say the licence and the notes in its data; then"))
    for step in following:
        out.print(Text(f"  {step}"), soft_wrap=True)
    return 0
