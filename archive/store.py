"""Where an archive's bytes are kept: the seam between the archive's logic and a disk or a bucket.

Keys are relative paths with `/`. A store offers single objects, atomically created or replaced, and the commit of
whole OCFL versions; it knows nothing of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from archive.errors import ArchiveError

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


class Store(Protocol):
    """What a disk and a bucket have in common."""

    @property
    def uri(self) -> str:
        """The address a user knows the archive by."""

    def read(self, key: str) -> bytes | None:
        """The bytes under a key, or None where there are none. Raises ArchiveError where they cannot be read."""

    def create(self, key: str, data: bytes) -> bool:
        """Write a new key, durably, only if it is absent; False where it was there already."""

    def replace(self, key: str, data: bytes, expected: bytes | None) -> bool:
        """Write a key, durably, only if it still holds `expected` (None: is absent); False where it does not."""

    def remove(self, key: str) -> None:
        """Remove a key of derived data; none there is no error."""

    def keys(self, prefix: str) -> Iterator[str]:
        """All keys below a prefix, in order. Never used where work must not grow with the archive."""

    def commit(self, updates: Sequence[ObjectUpdate], entry: JournalEntry) -> list[bool]:
        """Commit versions, durably; for each whether it was (False: the object was not as expected).

        The journal entry is durable before the first version can be seen, so that whatever was committed and not yet
        logged can be found after a crash.
        """

    def journal(self) -> list[JournalEntry]:
        """The entries that no run has closed yet, none of them half applied: each version of each is there or never
        will be. In order of their keys."""

    def close(self, entries: Sequence[JournalEntry]) -> None:
        """Forget entries whose versions are logged and remembered. Forgetting one twice is no error."""

    def prepare(self) -> None:
        """Make the place ready to be written, creating the archive's frame where it is not there yet."""


def checked_key(key: str) -> str:
    """A key that is safe to use as a path. Raises ArchiveError for any other; keys may come from remote data."""
    if not _SAFE_KEY.fullmatch(key) or any(part in (".", "..") for part in key.split("/")) or len(key) > 800:
        raise ArchiveError(key[:200], "not a usable key in an archive")
    return key


def open_store(uri: str) -> Store:
    """The store at an address: a folder's path or file:// address. Does not touch it yet."""
    from archive.folder import FolderStore

    scheme, separator, rest = uri.partition("://")
    if separator and scheme != "file":
        raise ArchiveError(uri, f"archives are folders; {scheme}:// is not supported", "give a path")
    return FolderStore(Path(rest if separator else uri).expanduser())
