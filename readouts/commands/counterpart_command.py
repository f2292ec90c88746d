"""`readouts counterpart`: both sides of one meeting, side by side."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from archive.catalogue import Catalogue
from archive.counterpart import (
    ENOUGH,
    Compared,
    Match,
    Statement,
    days_around,
    match,
    topic_by_topic,
    translation,
)
from archive.moments import Moment
from readouts import cli, moments, output
from readouts.asking import reading
from schemas.authorities.topics import topics
from schemas.record import Readout

_SHORT = 260


@click.command("counterpart")
@click.argument("record")
@click.option("--full", is_flag=True, help="Print statements whole, however long they are.")
@moments.as_of_option()
@cli.archive_option()
@cli.json_option()
def command(record: str, full: bool, as_of: str | None, archive: str, as_json: bool) -> int:
    """Show what other publishers say of the same meeting, next to what RECORD says, topic by topic.

    RECORD is an id, or the part of one that no other has. Two records are of one event where each publisher's leader
    stands in the other's record, both can have happened at one time (zones allowed for) and their kinds go together;
    the score says how well, and the reasons are printed. Where two records of one publisher could be meant, only the
    better match is shown. Pages of the same event in another language of the same country are named as translations.

    Exit codes: 0 a counterpart or a translation was found; 3 there is none in this archive.
    """
    moment = moments.moment(as_of, None)
    with reading(archive) as asked:
        name = asked.record_id(record)
        version = asked.catalogue.version_at(name, moment)
        found = _counterparts(asked.catalogue, name, moment)
        this = found[0] if found else None
        matches = found[1] if found else []
        translated = _translations(asked.catalogue, this, name, moment) if this else []
    if as_json:
        output.print_json(
            {
                "record": name,
                "version": version,
                "counterparts": [_described(this, match_) for match_ in matches] if this else [],
                "translations": translated,
            }
        )
    elif this is None or not (matches or translated):
        said = f"{name} ({version}): no other publisher's record of this meeting is in the archive"
        output.console().print(Text(said), soft_wrap=True)
    else:
        for match_ in matches:
            _print(this, match_, full=full)
        for other in translated:
            why = "; ".join(other["reasons"])
            said = f"translation ({other['language']}): {other['record']} {other['version']}: {why}"
            output.console().print(Text(said), soft_wrap=True)
    return 0 if matches or translated else cli.PARTLY


_Found = tuple[str, str, Readout, Match]


def _counterparts(catalogue: Catalogue, name: str, moment: Moment) -> tuple[Readout, list[_Found]] | None:
    """The record, and the best match of every other source that this record is the best match of."""
    # The day a record is filed under stands in its id.
    dated = catalogue.dated(*days_around(name.split("/")[2]), moment)
    near = {record: body for record, _, body in dated}
    versions = {record: version for record, version, _ in dated}
    if name not in near:
        return None
    this = near[name]
    best: dict[str, _Found] = {}
    for other, body in near.items():
        matched = match(this, body)
        if matched is None or matched.score < ENOUGH:
            continue
        rivals = [
            match(rival, body) for key, rival in near.items() if key != name and rival["source"] == this["source"]
        ]
        if any(rival is not None and rival.score > matched.score for rival in rivals):
            continue
        known = best.get(body["source"])
        if known is None or matched.score > known[3].score:
            best[body["source"]] = (other, versions[other], body, matched)
    return this, sorted(best.values(), key=lambda entry: (entry[3].same_side, -entry[3].score))


def _translations(catalogue: Catalogue, this: Readout, name: str, moment: Moment) -> list[dict[str, Any]]:
    """The records of the same event in other languages of the same country."""
    found = []
    for other, version, body in catalogue.dated(*days_around(name.split("/")[2]), moment):
        reasons = translation(this, body)
        if reasons is not None:
            found.append(
                {
                    "record": other,
                    "version": version,
                    "language": body["language"],
                    "url": body["url"],
                    "reasons": reasons,
                }
            )
    return found


def _described(this: Readout, found: _Found) -> dict[str, Any]:
    name, version, other, matched = found
    return {
        "record": name,
        "version": version,
        "source": other["source"],
        "url": other["url"],
        "content_digest": other["provenance"]["content_digest"],
        "score": matched.score,
        "same_side": matched.same_side,
        "reasons": list(matched.reasons),
        "topics": [{**asdict(entry), "label": _label(entry.topic)} for entry in topic_by_topic(this, other)],
    }


def _label(topic: str) -> str:
    known = topics().get(topic)
    return known.label if known else "without a topic"


def _print(this: Readout, found: _Found, *, full: bool) -> None:
    name, version, other, matched = found
    out = output.console()
    out.print(Text(f"{this['id']}  and  {name} ({version})", style="bold"))
    what = "two publishers of one side" if matched.same_side else "both sides"
    out.print(Text(f"{what}; score {matched.score:.2f}: {'; '.join(matched.reasons)}", style="dim"))
    for address in (this["url"], other["url"]):
        out.print(Text(address, style="dim"), soft_wrap=True)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), show_header=True)
    table.add_column("topic", ratio=1)
    table.add_column(this["source"], ratio=3)
    table.add_column(other["source"], ratio=3)
    for entry in topic_by_topic(this, other):
        table.add_row(_heading(entry, this, other), _cell(entry.this, full=full), _cell(entry.other, full=full))
    out.print(table)


def _heading(entry: Compared, this: Readout, other: Readout) -> Text:
    by = {"both": "both", "this": f"only {this['source']}", "other": f"only {other['source']}"}[entry.said_by]
    return Text.assemble((_label(entry.topic), "bold"), "\n", (by, "dim"))


def _cell(statements: tuple[Statement, ...], *, full: bool) -> Text:
    shown = []
    for statement in statements:
        words = statement.text
        if not full and len(words) > _SHORT:
            words = words[:_SHORT].rsplit(" ", 1)[0] + " …"
        shown.append(words)
    return Text("\n".join(shown) if shown else "—")
