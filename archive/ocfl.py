"""OCFL 1.1 objects: inventories, and the versions of a record in them.

A small writer of our own: an object is one record, a version holds `record.json` and `capture.warc.gz`, digests are
SHA-512, content is stored forward-delta (OCFL 1.1 §3.5.3: what an earlier version holds is not stored again). The
functions here make bytes; a store puts them in place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from archive.errors import ArchiveError, DamagedError
from archive.store import ObjectUpdate

DECLARATION = "0=ocfl_object_1.1"
DECLARATION_TEXT = b"ocfl_object_1.1\n"
INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha512"
URN = "urn:readouts:"
_TYPE = "https://ocfl.io/1.1/spec/#inventory"
# OCFL 1.1 §3.5.3.1: a version SHOULD say who made it, with an address that is a URI.
_USER = {"name": "readouts", "address": "urn:readouts:software"}


@dataclass(frozen=True)
class Inventory:
    """A root inventory as stored, read once."""

    path: str
    raw: bytes
    data: dict[str, Any]

    @property
    def head(self) -> str:
        return str(self.data["head"])

    @property
    def versions(self) -> list[str]:
        """The versions, oldest first."""
        return sorted(self.data["versions"], key=lambda name: int(name[1:]))

    def content_key(self, version: str, name: str) -> str | None:
        """The key below the archive's root of a logical file in a version, or None where it has none."""
        state = self.data["versions"].get(version, {}).get("state", {})
        digest = next((digest for digest, names in state.items() if name in names), None)
        if digest is None:
            return None
        content = str(self.data["manifest"][digest][0])
        if content.startswith("/") or ".." in content.split("/"):
            raise DamagedError(
                self.path, f"{self.path}/{INVENTORY}", f"names a content path outside the object: {content}"
            )
        return f"ocfl/{self.path}/{content}"

    def message(self, version: str) -> str:
        """What the writer said of a version."""
        return str(self.data["versions"][version].get("message", ""))

    def digest_of(self, version: str, name: str) -> str | None:
        """The SHA-512 of a logical file in a version, lower-case hexadecimal, or None where it has none."""
        state = self.data["versions"].get(version, {}).get("state", {})
        return next((str(digest).lower() for digest, names in state.items() if name in names), None)

    def files(self, version: str) -> dict[str, str]:
        """The SHA-512 of each logical file of a version, by name, lower-case hexadecimal."""
        state = self.data["versions"][version]["state"]
        return {str(name): str(digest).lower() for digest, names in state.items() for name in names}

    def created(self, version: str) -> str:
        """When a version was recorded, ISO 8601 UTC."""
        return str(self.data["versions"][version]["created"])


def parse(path: str, raw: bytes) -> Inventory:
    """Read a root inventory. Raises ArchiveError where it is no inventory of ours."""
    try:
        data = orjson.loads(raw)
        if data["type"] != _TYPE:
            raise ArchiveError(f"{path}/{INVENTORY}", f"is of a form not known here: {data['type']}")
        if data["id"] != URN + path or data["head"] not in data["versions"] or not isinstance(data["manifest"], dict):
            raise KeyError("id, head or manifest")
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise DamagedError(path, f"{path}/{INVENTORY}", f"not a sound inventory: {error}") from None
    return Inventory(path, raw, data)


def new_version(
    path: str, previous: Inventory | None, files: Mapping[str, bytes], created: datetime, message: str
) -> tuple[ObjectUpdate, Inventory]:
    """The update that gives an object a new version holding exactly `files`, and the inventory it then has.

    `created` is aware. Content that the object already holds is referred to, not stored again.
    """
    version = f"v{int(previous.head[1:]) + 1}" if previous else "v1"
    manifest: dict[str, list[str]] = dict(previous.data["manifest"]) if previous else {}
    versions: dict[str, Any] = dict(previous.data["versions"]) if previous else {}
    state: dict[str, list[str]] = {}
    written: dict[str, bytes] = {}
    for name, data in files.items():
        digest = hashlib.sha512(data).hexdigest()
        state.setdefault(digest, []).append(name)
        if digest not in manifest:
            content = f"{version}/content/{name}"
            manifest[digest] = [content]
            written[content] = data
    versions[version] = {
        "created": created.isoformat(timespec="seconds"),
        "message": message,
        "state": state,
        "user": _USER,
    }
    described = {
        "id": URN + path,
        "type": _TYPE,
        "digestAlgorithm": "sha512",
        "head": version,
        "manifest": manifest,
        "versions": versions,
    }
    inventory = orjson.dumps(described, option=orjson.OPT_INDENT_2)
    digest_file = sidecar(inventory)
    if previous is None:
        written[DECLARATION] = DECLARATION_TEXT
    # OCFL 1.1 §3.8: each version SHOULD keep its own inventory; the root's is a copy of the head's.
    written |= {
        f"{version}/{INVENTORY}": inventory,
        f"{version}/{SIDECAR}": digest_file,
        SIDECAR: digest_file,
        INVENTORY: inventory,
    }
    return ObjectUpdate(path, written, previous.raw if previous else None), Inventory(path, inventory, described)


def inventory_at(inventory: Inventory, version: str) -> bytes:
    """The inventory as it was when a version was its head: what later versions added is left out."""
    if version == inventory.head:
        return inventory.raw
    upto = int(version[1:])
    versions = {name: inventory.data["versions"][name] for name in inventory.versions if int(name[1:]) <= upto}
    manifest = {
        digest: paths
        for digest, paths in inventory.data["manifest"].items()
        if int(str(paths[0]).partition("/")[0][1:]) <= upto
    }
    return orjson.dumps(
        {**inventory.data, "head": version, "manifest": manifest, "versions": versions}, option=orjson.OPT_INDENT_2
    )


def in_version_folder(key: str) -> bool:
    """Whether a file lies directly in a version's folder (`.../v3/inventory.json`), not in the object's root."""
    return bool(re.fullmatch(r"v[1-9][0-9]*", key.rpartition("/")[0].rpartition("/")[2]))


def sidecar(inventory: bytes) -> bytes:
    """The digest file that stands beside an inventory (OCFL 1.1 §3.7)."""
    return f"{hashlib.sha512(inventory).hexdigest()} {INVENTORY}\n".encode()
