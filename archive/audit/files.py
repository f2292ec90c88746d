"""The files of one object or storage root, on a disk or in a bucket, as an audit sees them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_CHUNK = 1 << 20

ALGORITHMS: Mapping[str, Callable[[], Any]] = {
    "md5": lambda: hashlib.md5(usedforsecurity=False),
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),
    "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
    "sha512/256": lambda: hashlib.new("sha512_256"),
    "blake2b-512": hashlib.blake2b,
    "blake2b-160": lambda: hashlib.blake2b(digest_size=20),
    "blake2b-256": lambda: hashlib.blake2b(digest_size=32),
    "blake2b-384": lambda: hashlib.blake2b(digest_size=48),
}
"""The algorithms that digests of content may be of: OCFL 1.1 §2.3, and its community's extension 0009."""


@dataclass
class Files:
    """What is below one folder: `files` by relative path, `links` that are neither, and folders with nothing in them.

    `read` gives a file's bytes; `digests` its digests by algorithm, lower-case hexadecimal, reading it once.
    """

    files: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    empty: set[str] = field(default_factory=set)

    def read(self, path: str) -> bytes:
        raise NotImplementedError

    def digests(self, path: str, algorithms: Iterable[str]) -> dict[str, str]:
        data = self.read(path)
        return {name: digest_of(data, name) for name in algorithms}


def digest_of(data: bytes, algorithm: str) -> str:
    """A digest, lower-case hexadecimal."""
    made = ALGORITHMS[algorithm]()
    made.update(data)
    return str(made.hexdigest())


class OnDisk(Files):
    """Files in a folder. Symbolic links are told and never followed."""

    def __init__(self, root: str) -> None:
        super().__init__()
        self.root = root
        self._walk("")

    def _walk(self, relative: str) -> None:
        folders: list[str] = []
        count = 0
        with os.scandir(f"{self.root}/{relative}" if relative else self.root) as entries:
            for entry in entries:
                count += 1
                path = f"{relative}/{entry.name}" if relative else entry.name
                if entry.is_symlink():
                    self.links.add(path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    self.folders.add(path)
                elif entry.is_file(follow_symlinks=False):
                    self.files.add(path)
                else:
                    self.links.add(path)
        if not count and relative:
            self.empty.add(relative)
        for folder in folders:
            self._walk(folder)

    def read(self, path: str) -> bytes:
        descriptor = os.open(f"{self.root}/{path}", os.O_RDONLY | os.O_NOFOLLOW)
        try:
            parts = []
            while chunk := os.read(descriptor, _CHUNK):
                parts.append(chunk)
            return b"".join(parts)
        finally:
            os.close(descriptor)

    def digests(self, path: str, algorithms: Iterable[str]) -> dict[str, str]:
        made = {name: ALGORITHMS[name]() for name in algorithms}
        descriptor = os.open(f"{self.root}/{path}", os.O_RDONLY | os.O_NOFOLLOW)
        try:
            while chunk := os.read(descriptor, _CHUNK):
                for digest in made.values():
                    digest.update(chunk)
        finally:
            os.close(descriptor)
        return {name: str(digest.hexdigest()) for name, digest in made.items()}


class InMemory(Files):
    """Files given by their names, read by a function: a bucket's keys have neither folders nor links."""

    def __init__(self, names: Iterable[str], reader: Callable[[str], bytes]) -> None:
        super().__init__(files=set(names))
        self._reader = reader
        for name in self.files:
            parts = name.split("/")[:-1]
            self.folders.update("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))

    def read(self, path: str) -> bytes:
        return self._reader(path)
