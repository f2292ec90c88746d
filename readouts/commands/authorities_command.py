"""`readouts authorities`: who held which office, and whether the data hold together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import click
from rich.text import Text

from readouts import cli, output
from schemas.authorities.invariants import broken
from schemas.authorities.premierships import Authority, Term, authority, countries


@click.group("authorities")
def command() -> None:
    """Heads of government (and of state, where they act as such), countries and organisations, as data with sources."""


@command.command("check")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to print the holders of offices for; today unless given.",
)
@cli.json_option()
def check(on: datetime | None, as_json: bool) -> int:
    """Check that the data hold together, and print who held which office on a day.

    Terms must follow each other without gap or overlap, ordinals be complete, names belong to one country or
    organisation only. On a handover day two held the office. Data are known up to a day, which is printed: who is in
    office after it is not known here.

    Exit codes: 0 all holds; 3 something does not.
    """
    day = on.date() if on is not None else datetime.now(UTC).date()
    problems = broken()
    rows = [row for code in countries() for row in _holders(code, day)]
    if as_json:
        output.print_json({"day": day.isoformat(), "holders": rows, "problems": problems})
    else:
        out = output.console()
        columns = ("country", "office", "name", "term", "since", "until", "known until")
        cells = [
            [str(row[column] or "") for column in ("country", "office", "name", "id", "start", "end", "known_until")]
            for row in rows
        ]
        out.print(output.table(columns, cells, title=f"In office on {day}"))
        for problem in problems:
            out.print(Text(problem, style="red"))
        verdict = "all holds" if not problems else f"{len(problems)} problems"
        out.print(f"{len(countries())} countries and organisations, {verdict}")
    return cli.PARTLY if problems else 0


def _holders(code: str, day: date) -> list[dict[str, Any]]:
    holders = authority(code)
    return [_row(term, holders, day) for term in holders.on(day)]


def _row(term: Term, holders: Authority, day: date) -> dict[str, Any]:
    acting = "acting " if term.acting else ""
    names = [term.given_name, term.family_name]
    known_until = holders.known_until
    return {
        "country": term.country,
        "office": f"{acting}{holders.office}",
        "name": " ".join(reversed(names) if holders.name_order == "family_first" else names),
        "native_name": [term.family_name_native, term.given_name_native],
        "id": term.id,
        "start": term.start.isoformat(),
        "end": term.end.isoformat() if term.end else None,
        "known_until": known_until.isoformat(),
        "known": day <= known_until or term.end is not None,
    }
