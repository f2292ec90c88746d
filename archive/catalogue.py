"""The catalogue: a SQLite replica of the change log, for questions.

It follows the log segment by segment and can be thrown away at any time: what does not fit the log it was built from
is rebuilt. Work is in proportion to what is new in the log.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import orjson

from archive import log, tables
from archive.errors import NoRecordError
from archive.moments import NOW, Moment, chosen
from archive.store import Store, side_by_side
from archive.whom import has, whom
from schemas.record import Readout


@dataclass(frozen=True)
class Filter:
    """What `list` may ask for; everything given must hold. Dates are ISO 8601 civil dates, both inclusive."""

    premiership: str | None = None
    since: str | None = None
    until: str | None = None
    participant: str | None = None
    kind: str | None = None
    source: str | None = None
    topic: str | None = None


@dataclass(frozen=True)
class Row:
    """One record in a listing, in the version that the question's moment names. `standing` is published or withdrawn.

    `versions` counts those known at that moment.
    """

    record: str
    source: str
    premiership: str
    event_date: str | None
    title: str
    url: str
    head: str
    versions: int
    standing: str
    participants: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class VersionRow:
    """One version in a history.

    `says` tells its text from that of the version before (first, same, other), `declared` whether a revision is
    declared by the page (None for other changes), `absent_on` when a withdrawn page was seen to be absent.
    """

    version: str
    change: str
    declared: bool | None
    says: str
    recorded_at: str
    captured_at: str
    valid_from: str
    absent_on: tuple[str, ...]
    url: str
    title: str
    content_digest: str
    run: str | None


@dataclass(frozen=True)
class ChangeRow(VersionRow):
    """One version across the archive: of which record, as it tells it, and in which segment of the log."""

    record: str
    segment: int
    source: str
    premiership: str
    event_date: str | None


@dataclass(frozen=True)
class Made:
    """Which versions `changes` asks for: by what made them (`kinds`; none: any), revisions that their pages do not
    declare (`silent`), when they were recorded (instants, ISO 8601 UTC, both inclusive), after which segment."""

    kinds: tuple[str, ...] = ()
    silent: bool = False
    since: str | None = None
    until: str | None = None
    after: int = 0


# All that is told of a version but its record, which is by far the largest.
_TOLD = (
    "record, segment, source, premiership, event_date, number, change, declared, says, recorded_at, captured_at, "
    "valid_from, absent_on, url, title, content_digest, run"
)


class Catalogue:
    """A catalogue, caught up with its archive's log when opened."""

    def __init__(self, store: Store, path: Path | None = None) -> None:
        self._store = store
        self.path = path or default_path(store)
        self._db = self._open()
        self._catch_up()

    def close(self) -> None:
        self._db.close()

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(self.path, timeout=60, isolation_level=None)
            db.execute("PRAGMA journal_mode=WAL")
        except (OSError, sqlite3.OperationalError):
            # A place that cannot be written still can be read: the catalogue is then made anew in memory.
            db = sqlite3.connect(":memory:", isolation_level=None)
        db.row_factory = sqlite3.Row
        db.create_function("has", 2, has, deterministic=True)
        return db

    def _catch_up(self) -> None:
        db = self._db
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError:
            db.close()
            self.path.unlink(missing_ok=True)
            self._db = db = self._open()
            db.execute("BEGIN IMMEDIATE")
        try:
            segment = self._followed()
            for row in db.execute("SELECT segment, event FROM damaged").fetchall():
                event = orjson.loads(row["event"])
                tables.take_in(db, event, self._store.read(str(event["record_key"])), row["segment"])
            newest: log.Segment | None = None
            for newest in log.since(self._store, segment):
                keys = [str(event["data"]["record_key"]) for event in newest.events]
                for event, raw in zip(newest.events, side_by_side(self._store, self._store.read, keys), strict=True):
                    tables.take_in(db, event["data"], raw, newest.number)
            if newest is not None:
                db.execute("UPDATE followed SET segment = ?, digest = ?", (newest.number, newest.digest))
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise

    def _followed(self) -> int:
        """The last segment taken in; the catalogue is made anew where the log is not the one it followed."""
        db = self._db
        exists = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'followed'").fetchone()
        if exists:
            row = db.execute("SELECT segment, digest, form FROM followed").fetchone()
            if row is not None and row["form"] == tables.FORM:
                if row["segment"] == 0:
                    return 0
                segment = log.read(self._store, row["segment"])
                if segment is not None and segment.digest == row["digest"]:
                    return int(row["segment"])
        tables.create(db)
        return 0

    def rows(self, wanted: Filter, moment: Moment = NOW) -> Iterator[Row]:
        """The records that a filter lets through, by premiership and date, as they were at a moment."""
        picked, picked_values = chosen(moment)
        conditions, values = _conditions(wanted)
        query = f"""
            WITH chosen AS ({picked})
            SELECT v.* FROM versions v JOIN chosen c ON v.record = c.record AND v.number = c.number
            {conditions}
            ORDER BY substr(v.premiership, 1, 2), v.ordinal, v.premiership, v.filed_on, v.record"""  # noqa: S608 -- marks
        for row in self._db.execute(query, [*picked_values, *values]):
            yield self._row(row, moment)

    def _row(self, row: sqlite3.Row, moment: Moment) -> Row:
        which = (row["record"], row["number"])
        names = self._db.execute(
            "SELECT name, code, affiliation FROM participants WHERE record = ? AND number = ?", which
        )
        kinds = self._db.execute("SELECT kind FROM kinds WHERE record = ? AND number = ?", which)
        known = self._db.execute(
            "SELECT count(*) FROM versions WHERE record = ? AND recorded_at <= ?",
            (row["record"], moment.known_by),
        ).fetchone()[0]
        return Row(
            record=row["record"],
            source=row["source"],
            premiership=row["premiership"],
            event_date=row["event_date"],
            title=row["title"],
            url=row["url"],
            head=f"v{row['number']}",
            versions=known,
            standing="withdrawn" if row["change"] == "withdrawn" else "published",
            participants=tuple(
                f"{n['name']} ({n['code'] or n['affiliation']})" if n["code"] or n["affiliation"] else n["name"]
                for n in names
            ),
            kinds=tuple(k["kind"] for k in kinds),
        )

    def dated(self, first: str, last: str, moment: Moment = NOW) -> list[tuple[str, str, Readout]]:
        """The records filed on the civil dates from first to last: (id, version, record), as they were at a moment."""
        return list(self.records(Filter(since=first, until=last), moment))

    def records(self, wanted: Filter, moment: Moment = NOW, *, after: int = 0) -> Iterator[tuple[str, str, Readout]]:
        """The records that a filter lets through, but for those withdrawn: (id, version, record), as they were at a
        moment, by date. `after` a segment of the log: only what was recorded in a later one."""
        picked, picked_values = chosen(moment)
        conditions, values = _conditions(wanted)
        # What is new is few of all, and SQLite cannot know: it would go through all by date.
        through = "INDEXED BY versions_by_segment" if after else ""
        query = f"""
            WITH chosen AS ({picked})
            SELECT v.record, v.number, v.body
            FROM versions v {through} JOIN chosen c ON v.record = c.record AND v.number = c.number
            {conditions or "WHERE 1"} AND v.change <> 'withdrawn' AND v.segment > ? AND v.body <> x''
            ORDER BY v.filed_on, v.record"""  # noqa: S608 -- marks
        for row in self._db.execute(query, [*picked_values, *values, after]):
            yield row["record"], f"v{row['number']}", cast(Readout, orjson.loads(row["body"]))

    def history(self, record: str, moment: Moment = NOW) -> list[VersionRow]:
        """The versions of a record known at a moment, by when they were shown; empty where there is no such record."""
        rows = self._db.execute(
            f"SELECT {_TOLD} FROM versions WHERE record = ? AND recorded_at <= ? ORDER BY valid_from, number",  # noqa: S608
            (record, moment.known_by),
        )
        return [VersionRow(**_version(row)) for row in rows]

    def changes(self, wanted: Filter, made: Made) -> Iterator[ChangeRow]:
        """The versions of records that a filter lets through, as they are told in each, in the order of the log."""
        conditions, values = _conditions(wanted)
        query = f"""
            SELECT {_TOLD} FROM versions v {conditions or "WHERE 1"} AND v.segment > ?
            AND (? OR v.change IN (SELECT value FROM json_each(?))) AND (NOT ? OR v.declared = 0)
            AND +v.recorded_at BETWEEN ? AND ?
            ORDER BY v.segment, v.recorded_at, v.record, v.number"""  # noqa: S608 -- marks
        after = made.after
        if made.since:
            # Where several runs write, the order of recording is not quite that of the log, which is kept to (hence the
            # plus above: SQLite would go by the other index).
            first = "SELECT min(segment) FROM versions INDEXED BY versions_by_recording WHERE recorded_at >= ?"
            after = max(after, (self._db.execute(first, (made.since,)).fetchone()[0] or self.segment + 1) - 1)
        asked = (after, not made.kinds, orjson.dumps(made.kinds).decode(), made.silent)
        for row in self._db.execute(query, [*values, *asked, made.since or "", made.until or "9999"]):
            told = {name: row[name] for name in ("record", "segment", "source", "premiership", "event_date")}
            yield ChangeRow(**_version(row), **told)

    def of_page(self, addresses: Iterable[str]) -> list[str]:
        """The ids of the records of which any version was at one of these addresses, those of today first."""
        rows = self._db.execute(
            """SELECT v.record, max(v.number = h.number) AS today FROM versions v JOIN heads h ON v.record = h.record
            WHERE v.url IN (SELECT value FROM json_each(?)) GROUP BY v.record ORDER BY today DESC, v.record""",
            (orjson.dumps(list(addresses)).decode(),),
        )
        return [row["record"] for row in rows]

    @property
    def damaged(self) -> list[str]:
        """The versions whose records are not what the log says was kept; of them only what it tells is known."""
        rows = self._db.execute("SELECT record, number FROM damaged ORDER BY record, number")
        return [f"{row['record']} v{row['number']}" for row in rows]

    @property
    def segment(self) -> int:
        """The segment up to which the log was followed: where a program that follows it reads on."""
        return int(self._db.execute("SELECT segment FROM followed").fetchone()[0])

    def version_at(self, record: str, moment: Moment) -> str:
        """The version of a record that a moment names. Raises NoRecordError where there was none then."""
        row = self._db.execute(*chosen(moment, only=record)).fetchone()
        if row is not None:
            return f"v{row['number']}"
        known = self.history(record, Moment(moment.as_of))
        if not known:
            first = self.history(record)
            advice = f"it was first recorded at {first[0].recorded_at}" if first else "see readouts list"
            raise NoRecordError(record, f"the archive did not know it at {moment.as_of or 'any time'}", advice)
        seen = "; ".join(
            f"{'absent since' if v.change == 'withdrawn' else 'seen from'} {v.valid_from}" for v in known[-3:]
        )
        raise NoRecordError(record, f"was not seen to be shown at {moment.valid_at}", seen)

    def matching(self, text: str) -> list[str]:
        """The ids that a user may mean: exactly this one, else those that end with it, else those that contain it."""
        exact = text.removeprefix("urn:readouts:").strip("/")
        for pattern in (exact, f"%/{exact}", f"%{exact}%"):
            rows = self._db.execute("SELECT record FROM heads WHERE record LIKE ? ORDER BY record LIMIT 20", (pattern,))
            found = [row["record"] for row in rows]
            if found:
                return found
        return []


def _version(row: sqlite3.Row) -> dict[str, Any]:
    """What a row of the versions tells of its version: the fields of VersionRow."""
    return {
        "version": f"v{row['number']}",
        "change": row["change"],
        "declared": None if row["declared"] is None else bool(row["declared"]),
        "says": row["says"],
        "recorded_at": row["recorded_at"],
        "captured_at": row["captured_at"],
        "valid_from": row["valid_from"],
        "absent_on": tuple(orjson.loads(row["absent_on"])),
        "url": row["url"],
        "title": row["title"],
        "content_digest": row["content_digest"],
        "run": row["run"],
    }


def _conditions(wanted: Filter) -> tuple[str, list[str | None]]:
    conditions: list[str] = []
    values: list[str | None] = []

    def add(condition: str, *given: str | None) -> None:
        conditions.append(condition)
        values.extend(given)

    if wanted.premiership:
        term = wanted.premiership.lower()
        add("(v.premiership = ? OR v.premiership LIKE ? OR CAST(v.ordinal AS TEXT) = ?)", term, f"%-{term}", term)
    if wanted.since:
        add("v.filed_on >= ?", wanted.since)
    if wanted.until:
        add("v.filed_on <= ?", wanted.until)
    if wanted.source:
        add("v.source = ?", wanted.source)
    if wanted.kind:
        add(
            "EXISTS (SELECT 1 FROM kinds k WHERE k.record = v.record AND k.number = v.number AND k.kind = ?)",
            wanted.kind,
        )
    if wanted.topic:
        add(
            "EXISTS (SELECT 1 FROM topics t WHERE t.record = v.record AND t.number = v.number AND t.topic = ?)",
            wanted.topic,
        )
    if wanted.participant:
        meant = whom(wanted.participant)
        add(
            "EXISTS (SELECT 1 FROM participants p WHERE p.record = v.record AND p.number = v.number "
            "AND (p.code = ? OR has(p.name, ?) OR has(p.known_as, ?) OR has(p.affiliation, ?)))",
            meant.code,
            *(meant.words,) * 3,
        )
    return ("WHERE " + " AND ".join(conditions) if conditions else ""), values


def default_path(store: Store) -> Path:
    """Where the catalogue of an archive is kept: in the user's cache, by the archive's address."""
    base = os.environ.get("READOUTS_CACHE") or os.environ.get("XDG_CACHE_HOME")
    folder = Path(base) if base else Path.home() / ".cache"
    address = store.uri if "://" in store.uri else str(Path(store.uri).resolve())
    return folder / "readouts" / f"catalogue-{hashlib.sha256(address.encode()).hexdigest()[:16]}.sqlite3"


def open_catalogue(store: Store) -> closing[Catalogue]:
    """The archive's catalogue, to be used in a `with`."""
    return closing(Catalogue(store))
