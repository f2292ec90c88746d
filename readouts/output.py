"""How results are printed: tables and colours for people, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
import orjson
from rich.console import Console
from rich.table import Table
from rich.text import Text

from archive.compare import Difference
from archive.runs import COUNTED, RunReport
from schemas.record import Participant, Point, Readout


def console() -> Console:
    """Standard output as rich prints on it; a pipe is given as much width as it needs."""
    wide = None if sys.stdout.isatty() else 120
    return Console(width=wide, highlight=False, soft_wrap=False)


def print_json(value: Any) -> None:
    """One JSON document on standard output, UTF-8, indented."""
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str | None = None) -> Table:
    """A plain table; no cell's text is taken for markup."""
    made = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        numeric = column in COUNTED or column in ("versions", "seconds")
        made.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def run_table(report: RunReport) -> Table:
    """A run report as a table: a line a source, and in it only the columns where something is counted."""
    always = ("seen", "new", "revised", "relocated", "withdrawn", "unchanged", "quarantined", "failed")
    used = [c for c in COUNTED if c in always or any(s.counts.get(c) for s in report.sources.values())]
    rows = [
        [name, *(str(source.counts.get(c, 0)) for c in used), f"{source.seconds:.1f}"]
        for name, source in report.sources.items()
    ]
    return table(["source", *used, "seconds"], rows)


def print_report(report: RunReport, *, remarks: bool = False) -> None:
    """A run report for a person: the table, then what went wrong, a line each."""
    out = console()
    out.print(run_table(report))
    for name, source in report.sources.items():
        for problem in source.problems:
            out.print(Text(f"  {name}: {problem}", style="yellow"))
        if remarks:
            for remark in source.remarks:
                out.print(Text(f"  {name}: {remark}", style="dim"))


def marked(difference: Difference, context: int = 60) -> Text:
    """A word-level difference: removals in red and [-brackets-], additions in green and {+braces+}.

    The marks are those of `git diff --word-diff`, so that the difference survives where there are no colours.
    """
    text = Text()
    last = len(difference.words) - 1
    for number, (op, run) in enumerate(difference.words):
        if op == "removed":
            text.append(f"[-{run}-]", style="red")
        elif op == "added":
            text.append(f"{{+{run}+}}", style="green")
        else:
            text.append(_shortened(run, context, first=number == 0, last=number == last))
    return text


def _shortened(run: str, context: int, *, first: bool, last: bool) -> str:
    if len(run) <= 2 * context:
        return run
    head = "" if first else run[:context].rsplit(" ", 1)[0] + " "
    tail = "" if last else " " + run[-context:].split(" ", 1)[-1]
    return f"{head}…{tail}"


def print_record(record: Readout) -> None:
    """A record as a person reads it."""
    out = console()
    event = record["event"]
    out.print(Text(record["title"], style="bold"))
    term = record["premiership"]
    leader = " ".join(str(part) for part in (term["ordinal"], term["given_name"], term["family_name"]) if part)
    out.print(Text(f"{record['id']}   prime ministership {leader}", style="dim"), soft_wrap=True)
    rows = [
        ("date", event["date"] or "not said"),
        ("place", event["place"] or ""),
        ("occasion", event["occasion"] or ""),
        *(("session", _session(s)) for s in event["sessions"]),
        *(("participant", _participant(person)) for person in record["participants"]),
        (
            "published",
            (record["published"] or "") + (" (provisional translation)" if record["provisional_translation"] else ""),
        ),
        ("address", record["url"]),
        (
            "version",
            f"{record['provenance']['change'] or 'not archived'}, captured {record['provenance']['captured_at']}",
        ),
    ]
    grid = Table.grid(padding=(0, 2))
    for name, value in rows:
        if value:
            grid.add_row(Text(name, style="dim"), Text(value))
    out.print(grid)
    out.print()
    if record["opening"]:
        out.print(Text(record["opening"]))
        out.print()
    _print_points(out, record["points"], 0)
    if tags := record.get("topics"):
        named = ", ".join(f"{tag['topic'].replace('_', ' ')} ({', '.join(tag['words'])})" for tag in tags)
        out.print(Text(f"topics: {named}", style="dim"))
    for note in record["footnotes"]:
        out.print(Text(f"{note['mark']} {note['text']}", style="dim"))
    for link in record["links"]:
        if leads_to := link.get("leads_to"):
            out.print(Text(f"{leads_to.replace('_', ' ')}: {link['url'] or link['text']}", style="dim"), soft_wrap=True)
    for change in record["declared_changes"]:
        out.print(Text(f"declared change, {change['at']}: {change['note'] or ''}".rstrip(": "), style="dim"))
    if record["findings"]:
        out.print()
        for finding in record["findings"]:
            out.print(Text(f"{finding['severity']}: {finding['message']} ({finding['pointer']})", style="yellow"))


def _participant(person: Participant) -> str:
    """Who took part: as printed, the office unless that says it, for whom, and the term of office where it is known."""
    name, office, affiliation = person["name_as_published"], person["office"], person["affiliation"]
    says_office = office is None or office.casefold() in name.casefold()
    parts = (name, None if says_office else office, affiliation["name"] if affiliation else None, person.get("term"))
    return ", ".join(part for part in parts if part)


def _session(session: Any) -> str:
    kinds = ", ".join(kind.replace("_", " ") for kind in session["kinds"])
    minutes = f", {session['duration_minutes']} minutes" if session["duration_minutes"] else ""
    return f"{kinds}{', ' + session['start'] if session['start'] else ''}{minutes}"


def _print_points(out: Console, points: Sequence[Point], depth: int) -> None:
    for point in points:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=3 * depth)
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        body = Text(point["heading"] or "", style="bold")
        if point["text"]:
            body = Text.assemble(body, "\n" if point["heading"] else "", point["text"])
        grid.add_row("", Text(point["label"] or "·", style="dim"), body)
        out.print(grid)
        _print_points(out, point["points"], depth + 1)
