"""`readouts authorities`: who held which office, and whether the data hold together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem
from rich.text import Text

from readouts import cli, output
from schemas.authorities import added, invariants
from schemas.authorities.premierships import Authority, authority, authority_with, countries, keys, offices_of
from schemas.authorities.terms import Term


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
@cli.authorities_option()
@cli.json_option()
def check(on: datetime | None, as_json: bool) -> int:
    """Check that the data hold together, and print who held which office on a day.

    Terms must follow each other without gap or overlap, ordinals be complete, names belong to one country or
    organisation only. On a handover day two held the office. Data are known up to a day, which is printed: whether the
    last one known is in office after it, they do not tell (`readouts authorities confirm` and `add`).

    Exit codes: 0 all holds; 3 something does not.
    """
    day = on.date() if on is not None else _today()
    problems = invariants.broken()
    rows = [row for key in keys() for row in _holders(key, day)]
    if as_json:
        output.print_json({"day": day.isoformat(), "holders": rows, "problems": problems})
    else:
        out = output.console()
        columns = ("authority", "office", "name", "term", "since", "until", "known until")
        cells = [
            [
                row["authority"],
                row["office"],
                row["name"],
                row["id"],
                row["start"],
                row["end"] or ("" if row["known"] else "?"),
                row["known_until"],
            ]
            for row in rows
        ]
        out.print(output.table(columns, cells, title=f"In office on {day}, as far as is known"))
        for problem in problems:
            out.print(Text(problem, style="red"))
        verdict = "all holds" if not problems else f"{len(problems)} problems"
        out.print(f"{len(keys())} offices of {len(countries())} countries and organisations, {verdict}")
        if unknown := [row["authority"] for row in rows if not row["known"]]:
            said = f"?: last known; who is in office on {day} is not known of {', '.join(unknown)}"
            out.print(Text(said, style="dim"), soft_wrap=True)
    return cli.PARTLY if problems else 0


class _Key(click.ParamType[str]):
    """The key of an authority, in either case."""

    name = "authority"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        key = value.upper()
        if key not in keys():
            near = [known for known in keys() if known[:2] == key[:2]]
            hint = f" (there {'is' if len(near) == 1 else 'are'} {', '.join(near)})" if near else ""
            self.fail(f"no authority is called {value!r}{hint}; `readouts authorities check` prints all", param, ctx)
        return key

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(key) for key in keys() if key.startswith(incomplete.upper())]


_AUTHORITY = click.argument("key", metavar="AUTHORITY", type=_Key())


@command.command("show")
@_AUTHORITY
@cli.authorities_option()
@cli.json_option()
def show(key: str, as_json: bool) -> int:
    """The terms of an office of a country or organisation, in order, and where the facts are from.

    AUTHORITY is as `readouts authorities check` prints it: PL is the office that acts for Poland among leaders,
    PL-PRESIDENT another one. Records are filed under what stands as "term", which `readouts list --premiership` takes.

    \b
    Example:
      readouts authorities show JP
    """
    holders = authority(key)
    rows = [_row(term, holders, holders.known_until) for term in holders.terms]
    if as_json:
        told = {
            "authority": key,
            "country": holders.country,
            "time_zone": holders.time_zone,
            "known_until": holders.known_until.isoformat(),
        }
        output.print_json({**told, "note": holders.note, "sources": holders.sources, "terms": rows})
        return 0
    out = output.console()
    last = f"? (known until {holders.known_until})"
    others = [other.key for other in offices_of(holders.country) if other is not holders]
    cells = [[row["id"], row["office"], row["name"], row["start"], row["end"] or last] for row in rows]
    out.print(output.table(("term", "office", "name", "since", "until"), cells))
    for line in (holders.note, "Sources:", *(f"- {source}" for source in holders.sources)):
        if line:
            out.print(Text(line), soft_wrap=True)
    if others:
        out.print(Text(f"Of the same country: {', '.join(others)}"))
    return 0


_FOLDER = click.option(
    "--authorities",
    "folder",
    envvar="READOUTS_AUTHORITIES",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The folder to write to, made where there is none; the same is given to the other commands.",
)
_SOURCE = click.option(
    "--source", required=True, metavar="TEXT", help="Where the fact is from: who says it, and the address of the page."
)
_DAY = click.DateTime(["%Y-%m-%d"])


@command.command("add")
@_AUTHORITY
@click.option("--family-name", required=True, metavar="NAME", help="In Latin script, as the office prints it.")
@click.option("--given-name", required=True, metavar="NAME", help="In Latin script, as the office prints it.")
@click.option("--native-name", nargs=2, metavar="FAMILY GIVEN", help="The names in the country's own script.")
@click.option("--japanese-name", multiple=True, metavar="NAME", help="The family name as Japanese pages print it.")
@click.option("--since", required=True, type=_DAY, metavar="DATE", help="The first day; the term before ends on it.")
@click.option("--until", type=_DAY, metavar="DATE", help="The last day known to be in office; today unless given.")
@click.option("--ordinal", type=int, metavar="N", help="The number of the term; one more than the last if they count.")
@click.option("--cabinet", metavar="NAME", help="The cabinet's name, where it has one.")
@click.option("--acting", is_flag=True, help="An interim head, whom the office does not count.")
@_SOURCE
@_FOLDER
@cli.json_option()
def add(
    key: str,
    family_name: str,
    given_name: str,
    native_name: tuple[str, str] | None,
    japanese_name: tuple[str, ...],
    since: datetime,
    until: datetime | None,
    ordinal: int | None,
    cabinet: str | None,
    acting: bool,
    source: str,
    folder: Path,
    as_json: bool,
) -> int:
    """Add a term of office that began after the built-in data were made.

    AUTHORITY is as `readouts authorities check` prints it. A page that calls its leader by the office alone, or names
    somebody else than the one last known, waits in quarantine until it is known who led the country that day: what a
    record is filed under never changes. `readouts quarantine retry` then reads it.

    \b
    Example:
      readouts authorities add GB --family-name Starmer --given-name Keir --since 2024-07-05 \\
        --source "Court Circular, https://www.royal.uk/court-circular" --authorities my-authorities
    """
    term: dict[str, Any] = {"family_name": family_name, "given_name": given_name, "start": since.date().isoformat()}
    if native_name is not None:
        term |= {"family_name_native": native_name[0], "given_name_native": native_name[1]}
    if japanese_name:
        term["family_names_ja"] = list(japanese_name)
    if ordinal is not None:
        term["ordinal"] = ordinal
    if cabinet is not None:
        term["cabinet"] = cabinet
    if acting:
        term["acting"] = True
    return _write(key, folder, until.date() if until is not None else _today(), source, term, as_json=as_json)


@command.command("confirm")
@_AUTHORITY
@click.option("--until", type=_DAY, metavar="DATE", help="The last day known to be in office; today unless given.")
@_SOURCE
@_FOLDER
@cli.json_option()
def confirm(key: str, until: datetime | None, source: str, folder: Path, as_json: bool) -> int:
    """Say until when the one last known is known to have been in office.

    AUTHORITY is as `readouts authorities check` prints it, which also prints until when it is known of each.
    """
    return _write(key, folder, until.date() if until is not None else _today(), source, None, as_json=as_json)


def _write(key: str, folder: Path, until: date, source: str, term: Mapping[str, Any] | None, *, as_json: bool) -> int:
    """Write what is added, once it has been held to what must hold of all such data."""
    try:
        data = added.extended(folder, key, until, source, term)
        holders = authority_with(key, data)
    except added.AddedError as error:
        raise click.ClickException(f"nothing was written: {error}") from None
    if problems := list(invariants.of(holders)):
        raise click.ClickException(f"nothing was written: {'; '.join(problems)}")
    if until > _today():
        raise click.ClickException(f"nothing was written: {until} is yet to come")
    path = added.write(folder, data)
    row = _row(holders.terms[-1], holders, holders.known_until)
    if as_json:
        output.print_json({"file": str(path), **row})
        return 0
    out = output.console()
    out.print(Text(f"{row['name']}, {row['office']}, in office from {row['start']} to {row['known_until']} at least"))
    out.print(Text(f"written: {path}"), soft_wrap=True)
    out.print(Text(f"Next: give --authorities {folder} (or READOUTS_AUTHORITIES) to every run; then"), soft_wrap=True)
    out.print(Text("  readouts quarantine retry"))
    return 0


def _today() -> date:
    return datetime.now(UTC).date()


def _holders(key: str, day: date) -> list[dict[str, Any]]:
    holders = authority(key)
    return [_row(term, holders, day) for term in holders.on(day)]


def _row(term: Term, holders: Authority, day: date) -> dict[str, Any]:
    acting = "acting " if term.acting else ""
    known_until = holders.known_until
    return {
        "authority": holders.key,
        "country": term.country,
        "office": f"{acting}{holders.office}",
        "name": term.name,
        "native_name": [term.family_name_native, term.given_name_native],
        "id": term.id,
        "start": term.start.isoformat(),
        "end": term.end.isoformat() if term.end else None,
        "known_until": known_until.isoformat(),
        "known": day <= known_until or term.end is not None,
    }
