"""What every archive has at its root, in a folder or a bucket, and how an archive is told from other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from archive.errors import ArchiveError, NoArchiveError

if TYPE_CHECKING:
    from archive.store import Store

OCFL_ROOT = "ocfl"
DECLARATION_NAME = "0=ocfl_1.1"
DECLARATION = f"{OCFL_ROOT}/{DECLARATION_NAME}"
DECLARATION_TEXT = b"ocfl_1.1\n"
"""OCFL 1.1 §4.1: the conformance declaration of a storage root."""

STAGING = ".staging"
JOURNAL = f"{STAGING}/journal"

FORM_KEY = "archive.json"
FORM = "readouts.archive.v1"
FORM_TEXT = orjson.dumps({"form": FORM}) + b"\n"
"""Says how the rest is laid out, so that a later form is refused by software that does not know it."""

README_KEY = "README.txt"
README = b"""This is an archive of readouts: what governments published about meetings of their leaders.

ocfl/         the records, every version of each: an OCFL 1.1 storage root (https://ocfl.io/1.1/spec/).
              An object's path is its id without "urn:readouts:": country and prime ministership, date, name.
              record.json is the record (JSON), capture.warc.gz the page as received (WARC, ISO 28500).
log/          what was archived and when, in numbered files; each names the digest of the one before.
runs/         a report of each run.
quarantine/   pages that could not be read as records, with the reasons.
state/        what the next run needs to know; it can be rebuilt from the rest.
.staging/     what is being written just now.
archive.json  the form of all this.

ocfl/ and log/ are the archive. Nothing in them is ever changed or removed, only added to.
"""


def check(store: Store) -> None:
    """Assert that a store holds an archive of the form known here.

    Raises NoArchiveError where there is none, ArchiveError where it is of another form.
    """
    if store.read(DECLARATION) is None:
        if store.read(FORM_KEY) is not None:
            raise ArchiveError(
                store.uri,
                f"is an archive without {DECLARATION}: damaged, or of a newer form",
                "run readouts audit, or a newer readouts",
            )
        raise NoArchiveError(store.uri, "there is no archive here", "readouts ingest makes one")
    check_form(store.uri, store.read(FORM_KEY))


def check_form(uri: str, raw: bytes | None) -> None:
    """Refuse an archive whose form is another than ours; an archive that does not say is taken as ours."""
    if raw is None:
        return
    try:
        form = orjson.loads(raw)["form"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise ArchiveError(
            f"{uri}/{FORM_KEY}", "does not say what form the archive has", "run readouts audit"
        ) from None
    if form != FORM:
        raise ArchiveError(uri, f"is an archive of the form {form}; this readouts knows {FORM}", "use a newer readouts")
