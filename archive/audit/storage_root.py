"""The rules for a storage root, and the way to the objects in it (OCFL 1.1 §4)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import orjson

from archive.audit.faults import Fault
from archive.audit.ocfl_object import DECLARATION_PREFIX, REGISTERED_EXTENSIONS

ROOT_PREFIX = "0=ocfl_"


class Reader(Protocol):
    """Gives the bytes of a file by its name."""

    def __call__(self, name: str, /) -> bytes: ...


@dataclass
class Hierarchy:
    """A storage root: where its objects are, the OCFL version it declares, and the faults of the hierarchy itself."""

    objects: list[str] = field(default_factory=list)
    spec: str = ""
    faults: list[Fault] = field(default_factory=list)


def on_disk(root: str) -> Hierarchy:
    """Find the objects below a folder, without looking into them."""
    found = Hierarchy()
    names = {entry.name: entry for entry in os.scandir(root)}

    def read(name: str) -> bytes:
        return Path(root, name).read_bytes()

    _declared(found, [name for name, entry in names.items() if entry.is_file(follow_symlinks=False)], read)
    for name, entry in sorted(names.items()):
        if entry.is_symlink():
            found.faults.append(Fault(name, "E090"))
        elif entry.is_dir(follow_symlinks=False):
            if name == "extensions":
                _extensions(found, list(os.scandir(entry.path)))
            else:
                _descend(found, root, name)
    return found


def _descend(found: Hierarchy, root: str, relative: str) -> None:
    """Go down until an object's root; whatever else is met on the way is a fault."""
    with os.scandir(f"{root}/{relative}") as scanned:
        entries = list(scanned)
    if not entries:
        found.faults.append(Fault(relative, "E073"))
        return
    if any(entry.name.startswith(DECLARATION_PREFIX) for entry in entries):
        found.objects.append(relative)
        return
    folders = []
    for entry in sorted(entries, key=lambda entry: entry.name):
        path = f"{relative}/{entry.name}"
        if entry.is_symlink():
            found.faults.append(Fault(path, "E090"))
        elif entry.is_dir(follow_symlinks=False):
            folders.append(path)
        else:
            found.faults.append(Fault(path, "E072"))
    if not folders:
        found.faults.append(Fault(relative, "E085"))
    for folder in folders:
        _descend(found, root, folder)


def of_keys(keys: Sequence[str], read: Reader) -> Hierarchy:
    """The same of a bucket's keys, relative to the root: folders are what keys have in common."""
    found = Hierarchy()
    _declared(found, [key for key in keys if "/" not in key], read)
    roots = {key.rpartition("/")[0] for key in keys if key.rpartition("/")[2].startswith(DECLARATION_PREFIX)}
    roots.discard("")
    found.objects = sorted(roots)
    for key in keys:
        parts = key.split("/")
        if len(parts) == 1 or parts[0] == "extensions":
            continue
        if not any("/".join(parts[:depth]) in roots for depth in range(1, len(parts))):
            found.faults.append(Fault(key, "E072"))
    return found


def _declared(found: Hierarchy, names: Sequence[str], read: Reader) -> None:
    declared = sorted(name for name in names if name.startswith("0="))
    if not declared:
        found.faults.append(Fault(ROOT_PREFIX, "E069"))
    elif len(declared) > 1:
        found.faults.append(Fault(declared[1], "E076"))
    else:
        version = declared[0].removeprefix(ROOT_PREFIX)
        if not declared[0].startswith(ROOT_PREFIX) or version not in ("1.0", "1.1"):
            found.faults.append(Fault(declared[0], "E079"))
        else:
            found.spec = version
            if read(declared[0]) != f"ocfl_{version}\n".encode():
                found.faults.append(Fault(declared[0], "E080"))
    if "ocfl_layout.json" in names:
        try:
            layout = orjson.loads(read("ocfl_layout.json"))
            sound = isinstance(layout, dict) and {"extension", "description"} <= set(layout)
        except orjson.JSONDecodeError:
            sound = False
        if not sound:
            found.faults.append(Fault("ocfl_layout.json", "E070"))


def _extensions(found: Hierarchy, entries: Sequence[os.DirEntry[str]]) -> None:
    for entry in entries:
        path = f"extensions/{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            found.faults.append(Fault(path, "E112"))
        elif entry.name not in REGISTERED_EXTENSIONS:
            found.faults.append(Fault(path, "W016"))
