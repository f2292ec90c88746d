"""Where an archive's bytes are kept: the seam between the archive's logic and a disk or a bucket.

Keys are relative paths with `/`. A store offers single objects, atomically created or replaced, and the commit of
whole OCFL versions; it knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from archive.errors import ArchiveError

In = TypeVar("In")
Out = TypeVar("Out")

_SAFE_KEY = re.compile(r"[A-Za-z0-9=_.\-]+(?:/[A-Za-z0-9=_.\-]+)*")


@dataclass(frozen=True)
class ObjectUpdate:
    """A new state of one OCFL object: files to write below its root, replacing its inventory.

    `files` maps paths relative to the object root to bytes, the root inventory and its sidecar among them. `expected`
    is the root inventory that the update builds on, or None where the object must not exist yet.
    """

    path: str
    files: Mapping[str, bytes]
    expected: bytes | None


@dataclass(frozen=True)
class JournalEntry:
    """What a writer is about to commit: a key of its own, and what is needed to log it should the writer die."""

    key: str
    data: bytes


@dataclass(frozen=True)
class Pending:
    """A journal entry, and the updates of its batch that may be half applied (none where updates take one step)."""

    entry: JournalEntry
    updates: tuple[ObjectUpdate, ...] = ()


class Store(Protocol):
    """What a disk and a bucket have in common."""

    parallel: int
    """How many calls from as many threads are worth making at once."""

    @property
    def uri(self) -> str:
        """The address a user knows the archive by."""

    def read(self, key: str) -> bytes | None:
        """The bytes under a key, or None where there are none. Raises ArchiveError where they cannot be read."""

    def create(self, key: str, data: bytes) -> bool:
        """Write a new key, durably, only if it is absent; False where it was there already."""

    def replace(self, key: str, data: bytes, expected: bytes | None) -> bool:
        """Write a key, durably, only if it still holds `expected` (None: is absent); False where it does not."""

    def restore(self, key: str, data: bytes) -> None:
        """Write a key, durably, whatever it holds: only to repair what was proven to be damaged or lost."""

    def remove(self, key: str) -> None:
        """Remove a key of derived data; none there is no error."""

    def keys(self, prefix: str) -> Iterator[str]:
        """All keys below a prefix, in order. Never used where work must not grow with the archive."""

    def commit(self, updates: Sequence[ObjectUpdate], entry: JournalEntry) -> list[bool]:
        """Commit versions, durably; for each whether it was (False: the object was not as expected).

        The journal entry is durable before the first version can be seen, so that whatever was committed and not yet
        logged can be found after a crash.
        """

    def journal(self, own: str | None = None) -> list[JournalEntry]:
        """The entries that no run has closed yet, none of them half applied: each version of each is there or never
        will be. In order of their keys. Those whose keys begin with `own` are the caller's, which knows what is in
        them and that they are done: they are named, and neither looked into nor applied again."""

    def pending(self) -> list[Pending]:
        """The same entries as they stand, with the updates that may be half applied. Changes nothing, so that an
        archive can be audited while it is written, after a crash, or on read-only media."""

    def close(self, entries: Sequence[JournalEntry]) -> None:
        """Forget entries whose versions are logged and remembered. Forgetting one twice is no error."""

    def prepare(self) -> None:
        """Make the place ready to be written, creating the archive's frame where it is not there yet."""


def checked_key(key: str) -> str:
    """A key that is safe to use as a path. Raises ArchiveError for any other; keys may come from remote data."""
    if not _SAFE_KEY.fullmatch(key) or any(part in (".", "..") for part in key.split("/")) or len(key) > 800:
        raise ArchiveError(key[:200], "not a usable key in an archive")
    return key


def side_by_side(store: Store, function: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
    """A function of each item, at once where the store's answers take a while."""
    if store.parallel == 1 or len(items) < 2:
        return [function(item) for item in items]
    with ThreadPoolExecutor(store.parallel) as pool:
        return list(pool.map(function, items))


def open_store(uri: str) -> Store:
    """The store at an address: a folder's path, file:// or s3://bucket/prefix. Does not touch it yet."""
    scheme, separator, rest = uri.partition("://")
    if separator and scheme == "s3":
        # boto3 takes a quarter of a second to import; only archives in buckets need it.
        from archive.bucket import BucketStore

        bucket, _, prefix = rest.partition("/")
        if not bucket:
            raise ArchiveError(uri, "names no bucket", "s3://bucket/prefix")
        return BucketStore(bucket, prefix)
    from archive.folder import FolderStore

    if separator and scheme != "file":
        raise ArchiveError(uri, f"archives are folders or buckets; {scheme}:// is not supported", "a path, or s3://...")
    return FolderStore(Path(rest if separator else uri).expanduser())
