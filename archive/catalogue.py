"""The catalogue: a SQLite replica of the change log, for questions.

It follows the log segment by segment and can be thrown away at any time: what does not fit the log it was built from
is rebuilt. Work is in proportion to what is new in the log.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import orjson

from archive import log
from archive.errors import ArchiveError
from archive.store import Store
from schemas.record import Readout

_FORM = 1
_TABLES = """
CREATE TABLE followed (segment INTEGER NOT NULL, digest TEXT, form INTEGER NOT NULL);
CREATE TABLE versions (
    record TEXT NOT NULL, version TEXT NOT NULL, change TEXT NOT NULL, recorded_at TEXT NOT NULL,
    captured_at TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, content_digest TEXT NOT NULL,
    capture_digest TEXT NOT NULL, run TEXT, segment INTEGER NOT NULL,
    PRIMARY KEY (record, version)
) WITHOUT ROWID;
CREATE TABLE records (
    record TEXT PRIMARY KEY, source TEXT NOT NULL, premiership TEXT NOT NULL, ordinal INTEGER, event_date TEXT,
    filed_on TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, head TEXT NOT NULL, standing TEXT NOT NULL,
    versions INTEGER NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX records_by_date ON records (filed_on, record);
CREATE INDEX records_by_premiership ON records (premiership, filed_on);
CREATE TABLE participants (record TEXT NOT NULL, name TEXT NOT NULL, affiliation TEXT, code TEXT);
CREATE INDEX participants_by_record ON participants (record);
CREATE TABLE kinds (record TEXT NOT NULL, kind TEXT NOT NULL);
CREATE INDEX kinds_by_record ON kinds (record);
"""


@dataclass(frozen=True)
class Filter:
    """What `list` may ask for; everything given must hold. Dates are ISO 8601 civil dates, both inclusive."""

    premiership: str | None = None
    since: str | None = None
    until: str | None = None
    participant: str | None = None
    kind: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Row:
    """One record in a listing. `standing` is published or withdrawn."""

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
    """One version in a history."""

    version: str
    change: str
    recorded_at: str
    captured_at: str
    url: str
    title: str
    content_digest: str
    run: str | None


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
            newest: log.Segment | None = None
            for newest in log.since(self._store, segment):
                for event in newest.events:
                    self._take_in(event["data"], newest.number)
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
            if row is not None and row["form"] == _FORM:
                if row["segment"] == 0:
                    return 0
                segment = log.read(self._store, row["segment"])
                if segment is not None and segment.digest == row["digest"]:
                    return int(row["segment"])
        for table in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            db.execute(f"DROP TABLE {table['name']}")
        for statement in _TABLES.split(";"):
            if statement.strip():
                db.execute(statement)
        db.execute("INSERT INTO followed VALUES (0, NULL, ?)", (_FORM,))
        return 0

    def _take_in(self, event: dict[str, Any], segment: int) -> None:
        raw = self._store.read(event["record_key"])
        if raw is None:
            raise ArchiveError(event["record_key"], "is in the log but not in the archive", "run readouts audit")
        record = cast(Readout, orjson.loads(raw))
        db = self._db
        db.execute(
            "INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event["record"],
                event["version"],
                event["change"],
                event["recorded_at"],
                event["captured_at"],
                record["url"],
                record["title"],
                event["content_digest"],
                event["capture_digest"],
                event["run"],
                segment,
            ),
        )
        count = db.execute("SELECT count(*) FROM versions WHERE record = ?", (event["record"],)).fetchone()[0]
        db.execute(
            "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event["record"],
                record["source"],
                record["premiership"]["id"],
                record["premiership"]["ordinal"],
                record["event"]["date"],
                record["event"]["date"] or record["published"],
                record["title"],
                record["url"],
                event["version"],
                "withdrawn" if event["change"] == "withdrawn" else "published",
                count,
                raw,
            ),
        )
        for table in ("participants", "kinds"):
            db.execute(f"DELETE FROM {table} WHERE record = ?", (event["record"],))  # noqa: S608 -- two constants
        db.executemany(
            "INSERT INTO participants VALUES (?, ?, ?, ?)",
            [
                (
                    event["record"],
                    person["name_as_published"],
                    person["affiliation"]["name"] if person["affiliation"] else None,
                    person["affiliation"]["code"] if person["affiliation"] else None,
                )
                for person in record["participants"]
            ],
        )
        kinds = dict.fromkeys(kind for session in record["event"]["sessions"] for kind in session["kinds"])
        db.executemany("INSERT INTO kinds VALUES (?, ?)", [(event["record"], kind) for kind in kinds])

    def rows(self, wanted: Filter) -> Iterator[Row]:
        """The records that a filter lets through, by premiership and date."""
        where, values = _conditions(wanted)
        query = (
            f"SELECT * FROM records {where} ORDER BY substr(premiership, 1, 2), ordinal, premiership, filed_on, record"  # noqa: S608
        )
        for row in self._db.execute(query, values):
            yield self._row(row)

    def _row(self, row: sqlite3.Row) -> Row:
        names = self._db.execute("SELECT name, code, affiliation FROM participants WHERE record = ?", (row["record"],))
        kinds = self._db.execute("SELECT kind FROM kinds WHERE record = ?", (row["record"],))
        return Row(
            record=row["record"],
            source=row["source"],
            premiership=row["premiership"],
            event_date=row["event_date"],
            title=row["title"],
            url=row["url"],
            head=row["head"],
            versions=row["versions"],
            standing=row["standing"],
            participants=tuple(
                f"{n['name']} ({n['code'] or n['affiliation']})" if n["code"] or n["affiliation"] else n["name"]
                for n in names
            ),
            kinds=tuple(k["kind"] for k in kinds),
        )

    def history(self, record: str) -> list[VersionRow]:
        """The versions of a record, oldest first; empty where there is no such record."""
        rows = self._db.execute(
            "SELECT version, change, recorded_at, captured_at, url, title, content_digest, run FROM versions "
            "WHERE record = ? ORDER BY CAST(substr(version, 2) AS INTEGER)",
            (record,),
        )
        return [VersionRow(*row) for row in rows]

    def matching(self, text: str) -> list[str]:
        """The ids that a user may mean: exactly this one, else those that end with it, else those that contain it."""
        exact = text.removeprefix("urn:readouts:").strip("/")
        for pattern in (exact, f"%/{exact}", f"%{exact}%"):
            rows = self._db.execute(
                "SELECT record FROM records WHERE record LIKE ? ORDER BY record LIMIT 20", (pattern,)
            )
            found = [row["record"] for row in rows]
            if found:
                return found
        return []


def _conditions(wanted: Filter) -> tuple[str, list[str]]:
    conditions: list[str] = []
    values: list[str] = []

    def add(condition: str, *given: str) -> None:
        conditions.append(condition)
        values.extend(given)

    if wanted.premiership:
        term = wanted.premiership.lower()
        add("(premiership = ? OR premiership LIKE ? OR CAST(ordinal AS TEXT) = ?)", term, f"%-{term}", term)
    if wanted.since:
        add("filed_on >= ?", wanted.since)
    if wanted.until:
        add("filed_on <= ?", wanted.until)
    if wanted.source:
        add("source = ?", wanted.source)
    if wanted.kind:
        add("record IN (SELECT record FROM kinds WHERE kind = ?)", wanted.kind)
    if wanted.participant:
        like = f"%{wanted.participant}%"
        add(
            "record IN (SELECT record FROM participants WHERE name LIKE ? OR affiliation LIKE ? OR code = ?)",
            like,
            like,
            wanted.participant.upper(),
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
