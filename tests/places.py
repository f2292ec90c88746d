"""Where a test's archive is: a folder, or a bucket on moto's or a real server. The same tests run on each."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.store import Store, open_store
from tests import buckets

KINDS = ("folder", "moto", "s3")
KEPT = ("ocfl", "log", "quarantine")


@dataclass(frozen=True)
class Place:
    """A place for one archive. `kind` is one of KINDS."""

    kind: str
    uri: str

    @property
    def store(self) -> Store:
        """A new store there, not prepared."""
        return open_store(self.uri)

    def files(self, *parts: str) -> Iterator[tuple[str, bytes]]:
        """Every file below some parts of the archive (all of it, where none is named), as (key, bytes)."""
        store = self.store
        for part in parts or ("",):
            for key in store.keys(part):
                data = store.read(key)
                assert data is not None
                yield key, data

    def kept(self) -> str:
        """A digest of what is kept for good, names and contents."""
        digest = hashlib.sha256()
        for key, data in self.files(*KEPT):
            digest.update(f"{key} {len(data)} ".encode() + data)
        return digest.hexdigest()

    def as_folder(self, scratch: Path) -> Path:
        """The archive as a folder, for programs that know nothing else: itself, or a copy made byte by byte."""
        if self.kind == "folder":
            return Path(self.uri)
        folder = scratch / uuid.uuid4().hex
        for key, data in self.files():
            path = folder / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder


def beside(place: Place, scratch: Path, name: str) -> Place:
    """Another, empty place of the same kind."""
    if place.kind == "folder":
        return Place(place.kind, str(scratch / name))
    return Place(place.kind, f"{place.uri.rpartition('/')[0]}/{name}")


def make(kind: str, scratch: Path, address: str | None) -> Place:
    """A new, empty place. `address` is the S3 server's, where one is needed."""
    if kind == "folder":
        return Place(kind, str(scratch / "archive"))
    assert address is not None
    bucket = f"bucket-{uuid.uuid4().hex[:12]}"
    buckets.make_bucket(address, bucket)
    return Place(kind, f"s3://{bucket}/an/archive")
