"""`readouts counterpart`: both sides of one meeting, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from archive.counterpart import (
    ENOUGH,
    Compared,
    Match,
    days_around,
    match,
    topic_by_topic,
    translation,
)
from archive.statements import Statement
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

    RECORD is an id, the part of one that no other has, or the address of its page. Two records are of one event where
    each publisher's leader stands in the other's record, both can have happened at one time (zones allowed for) and
    their kinds go together; the score says how well, and the reasons are printed. Where two records of one publisher
    could be meant, only the better match is shown. Pages of the same event in another language of the same country are
    named as translations.

    Exit codes: 0 a counterpart or a translation was found; 3 there is none in this archive.
    """
    moment = moments.moment(as_of, None)
    with reading(archive) as asked:
        name = asked.record_id(record)
        version = asked.catalogue.version_at(name, moment)
        # The day a record is filed under stands in its id.
        dated = asked.catalogue.dated(*days_around(name.split("/")[2]), moment)
    near = {found: _Kept(found, at, body) for found, at, body in dated}
    this = near.pop(name, None)
    matches = _counterparts(this, near.values()) if this else []
    translated = _translations(this, near.values()) if this else []
    if as_json:
        output.print_json(
            {
                **(_cited(this) if this else {"record": name, "version": version}),
                "counterparts": [_described(this, found) for found in matches] if this else [],
                "translations": [
                    {**_cited(kept), "language": kept.body["language"], "reasons": reasons}
                    for kept, reasons in translated
                ],
            }
        )
    elif this is None or not (matches or translated):
        said = f"{name} ({version}): no other publisher's record of this meeting is in the archive"
        output.console().print(Text(said), soft_wrap=True)
    else:
        for found in matches:
            _print(this, found, full=full)
        for kept, reasons in translated:
            said = f"translation ({kept.body['language']}): {kept}: {'; '.join(reasons)}"
            output.console().print(Text(said), soft_wrap=True)
    return 0 if matches or translated else cli.PARTLY


@dataclass(frozen=True)
class _Kept:
    """A record as the archive has it: its id, which version, and what it says."""

    record: str
    version: str
    body: Readout

    def __str__(self) -> str:
        return f"{self.record} {self.version}"


_Found = tuple[_Kept, Match]


def _counterparts(this: _Kept, near: Iterable[_Kept]) -> list[_Found]:
    """The best match of every other source that this record is the best match of."""
    others = list(near)
    rivals = [rival for rival in others if rival.body["source"] == this.body["source"]]
    best: dict[str, _Found] = {}
    for other in others:
        matched = match(this.body, other.body)
        if matched is None or matched.score < ENOUGH:
            continue
        scores = [found.score for rival in rivals if (found := match(rival.body, other.body)) is not None]
        if any(score > matched.score for score in scores):
            continue
        known = best.get(other.body["source"])
        if known is None or matched.score > known[1].score:
            best[other.body["source"]] = (other, matched)
    return sorted(best.values(), key=lambda found: (found[1].same_side, -found[1].score))


def _translations(this: _Kept, near: Iterable[_Kept]) -> list[tuple[_Kept, tuple[str, ...]]]:
    """The records of the same event in other languages of the same country, and why they are."""
    told = ((other, translation(this.body, other.body)) for other in near)
    return [(other, reasons) for other, reasons in told if reasons is not None]


def _cited(kept: _Kept) -> dict[str, str]:
    """What it takes to cite a record: which version of which page, and the digest of what it says."""
    return {
        "record": kept.record,
        "version": kept.version,
        "source": kept.body["source"],
        "url": kept.body["url"],
        "content_digest": kept.body["provenance"]["content_digest"],
    }


def _described(this: _Kept, found: _Found) -> dict[str, Any]:
    other, matched = found
    return {
        **_cited(other),
        "score": matched.score,
        "same_side": matched.same_side,
        "reasons": list(matched.reasons),
        "topics": [{**asdict(entry), "label": _label(entry.topic)} for entry in topic_by_topic(this.body, other.body)],
    }


def _label(topic: str) -> str:
    known = topics().get(topic)
    return known.label if known else "without a topic"


def _print(this: _Kept, found: _Found, *, full: bool) -> None:
    other, matched = found
    out = output.console()
    out.print(Text(f"{this}  and  {other}", style="bold"), soft_wrap=True)
    what = "two publishers of one side" if matched.same_side else "both sides"
    out.print(Text(f"{what}; score {matched.score:.2f}: {'; '.join(matched.reasons)}", style="dim"))
    for kept in (this, other):
        out.print(Text(kept.body["url"], style="dim"), soft_wrap=True)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), show_header=True)
    table.add_column("topic", ratio=1)
    # Japanese has no spaces to break lines at.
    table.add_column(this.body["source"], ratio=3, overflow="fold")
    table.add_column(other.body["source"], ratio=3, overflow="fold")
    for entry in topic_by_topic(this.body, other.body):
        table.add_row(
            _heading(entry, this.body, other.body), _cell(entry.this, full=full), _cell(entry.other, full=full)
        )
    out.print(table)


def _heading(entry: Compared, this: Readout, other: Readout) -> Text:
    by = {"both": "both", "this": f"only {this['source']}", "other": f"only {other['source']}"}[entry.said_by]
    return Text.assemble((_label(entry.topic), "bold"), "\n", (by, "dim"))


def _cell(statements: tuple[Statement, ...], *, full: bool) -> Text:
    shown = []
    for statement in statements:
        words = statement.text
        if statement.speaker is not None and statement.speaker.casefold() not in words.casefold():
            # Told by what stands above it.
            words = f"{statement.speaker}: {words}"
        if not full and len(words) > _SHORT:
            words = words[:_SHORT].rsplit(" ", 1)[0] + " …"
        shown.append(words)
    return Text("\n".join(shown) if shown else "—")
