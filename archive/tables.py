"""The catalogue's tables, and how a version that the log tells of is taken into them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from typing import Any, cast

import orjson

from schemas.record import Readout

FORM = 7
"""Changed with the tables: a catalogue of another form is made anew."""

_TABLES = """
CREATE TABLE followed (segment INTEGER NOT NULL, digest TEXT, form INTEGER NOT NULL);
CREATE TABLE versions (
    record TEXT NOT NULL, number INTEGER NOT NULL, change TEXT NOT NULL, declared INTEGER, says TEXT NOT NULL,
    recorded_at TEXT NOT NULL, captured_at TEXT NOT NULL, valid_from TEXT NOT NULL, absent_on TEXT NOT NULL,
    source TEXT NOT NULL, premiership TEXT NOT NULL, ordinal INTEGER, event_date TEXT, filed_on TEXT NOT NULL,
    title TEXT NOT NULL, url TEXT NOT NULL, content_digest TEXT NOT NULL, capture_digest TEXT NOT NULL, run TEXT,
    segment INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (record, number)
) WITHOUT ROWID;
CREATE TABLE heads (record TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE participants (
    record TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, known_as TEXT, affiliation TEXT, code TEXT
);
CREATE INDEX participants_by_version ON participants (record, number);
CREATE TABLE kinds (record TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE INDEX kinds_by_version ON kinds (record, number);
CREATE TABLE topics (record TEXT NOT NULL, number INTEGER NOT NULL, topic TEXT NOT NULL);
CREATE INDEX topics_by_version ON topics (record, number);
CREATE TABLE damaged (record TEXT NOT NULL, number INTEGER NOT NULL, segment INTEGER NOT NULL, event BLOB NOT NULL);
CREATE INDEX versions_by_day ON versions (filed_on);
CREATE INDEX versions_by_segment ON versions (segment);
CREATE INDEX versions_by_recording ON versions (recorded_at, segment);
CREATE INDEX versions_by_address ON versions (url);
"""


def create(db: sqlite3.Connection) -> None:
    """Make the tables anew, empty, whatever stood there."""
    for table in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        db.execute(f"DROP TABLE {table['name']}")
    for statement in _TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute("INSERT INTO followed VALUES (0, NULL, ?)", (FORM,))


def take_in(db: sqlite3.Connection, event: Mapping[str, Any], raw: bytes | None, segment: int) -> bool:
    """Take in the version that an event of a segment tells of; `raw` is its record as it is kept.

    False where that is not what the event says was kept: then only what the event itself tells is taken in, and the
    version is remembered as damaged, to be taken in once it is mended.
    """
    sound = raw is not None and _is_what_was_kept(event, raw)
    record = cast(Readout, orjson.loads(raw)) if raw is not None and sound else _told_by(event)
    name, number = str(event["record"]), int(str(event["version"])[1:])
    provenance = record["provenance"]
    found = provenance["change"] == "backfilled"
    # What stood before it: in the order of recording, or for a find in the order of what was shown when.
    earlier = "SELECT valid_from, content_digest FROM versions WHERE record = ? AND number < ?"
    if found:
        shown = f"{earlier} AND valid_from <= ? ORDER BY valid_from DESC, number DESC"
        before = db.execute(shown, (name, number, provenance["captured_at"])).fetchone()
    else:
        before = db.execute(f"{earlier} AND change <> 'backfilled' ORDER BY number DESC", (name, number)).fetchone()
    same = before is not None and before["content_digest"] == provenance["content_digest"]
    valid_from = provenance["captured_at"]
    if provenance["change"] == "reprocessed" and before is not None:
        valid_from = before["valid_from"]
    elif provenance["absent_on"]:
        valid_from = provenance["absent_on"][0]
    row = (
        name,
        number,
        event["change"],
        provenance["declared"],
        "first" if before is None else "same" if same else "other",
        event["recorded_at"],
        event["captured_at"],
        valid_from,
        orjson.dumps(provenance["absent_on"]).decode(),
        record["source"],
        record["premiership"]["id"],
        record["premiership"]["ordinal"],
        record["event"]["date"],
        record["event"]["date"] or record["published"] or name.split("/")[2],
        record["title"],
        record["url"],
        event["content_digest"],
        event["capture_digest"],
        event["run"],
        segment,
        raw if sound else b"",
    )
    db.execute(f"INSERT OR REPLACE INTO versions VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608 -- marks
    if not found:
        # An older version comes after a newer one where it was damaged and is mended.
        newest = "INSERT INTO heads VALUES (?, ?) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)"
        db.execute(newest, (name, number))
    for table in ("participants", "kinds", "topics"):
        db.execute(f"DELETE FROM {table} WHERE record = ? AND number = ?", (name, number))  # noqa: S608 -- constants
    for person in record["participants"]:
        affiliation = person["affiliation"]
        db.execute(
            "INSERT INTO participants VALUES (?, ?, ?, ?, ?, ?)",
            (
                name,
                number,
                person["name_as_published"],
                " ".join(filter(None, (person["given_name"], person["family_name"]))) or None,
                affiliation["name"] if affiliation else None,
                affiliation["code"] if affiliation else None,
            ),
        )
    kinds = dict.fromkeys(kind for session in record["event"]["sessions"] for kind in session["kinds"])
    db.executemany("INSERT INTO kinds VALUES (?, ?, ?)", [(name, number, kind) for kind in kinds])
    # Records made before topics were told have none.
    topics = [(name, number, tag["topic"]) for tag in record.get("topics", ())]
    db.executemany("INSERT INTO topics VALUES (?, ?, ?)", topics)
    db.execute("DELETE FROM damaged WHERE record = ? AND number = ?", (name, number))
    if not sound:
        db.execute("INSERT INTO damaged VALUES (?, ?, ?, ?)", (name, number, segment, orjson.dumps(event)))
    return sound


def _is_what_was_kept(event: Mapping[str, Any], raw: bytes) -> bool:
    return f"sha512:{hashlib.sha512(raw).hexdigest()}" in event["files"].values()


def _told_by(event: Mapping[str, Any]) -> Readout:
    """As much of a record as its event tells."""
    provenance = {name: event[name] for name in ("change", "declared", "captured_at", "content_digest")}
    told = {
        "source": event["source"],
        "premiership": {"id": event["premiership"], "ordinal": None},
        "event": {"date": event["event_date"], "sessions": []},
        "published": None,
        "title": event["title"],
        "url": event["url"],
        "participants": [],
        "topics": [],
        "provenance": {**provenance, "absent_on": []},
    }
    return cast(Readout, told)
