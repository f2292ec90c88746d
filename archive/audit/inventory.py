"""The rules for one inventory, by itself (OCFL 1.1 §3.5)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

Tell = Callable[[str, str], None]
"""Called with a code and a detail."""

_TYPE = re.compile(r"https://ocfl\.io/(1\.[01])/spec/#inventory")
_VERSION = re.compile(r"v[1-9][0-9]*")
_PADDED = re.compile(r"v0[0-9]+")
# RFC 3339 §5.6: the seconds and the offset are not optional.
_CREATED = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\S+")
_DIGEST = {"sha512": re.compile(r"[0-9A-Fa-f]{128}"), "sha256": re.compile(r"[0-9A-Fa-f]{64}")}
_KEYS = {"id", "type", "digestAlgorithm", "head", "contentDirectory", "manifest", "versions", "fixity"}
_VERSION_KEYS = {"created", "state", "message", "user"}


@dataclass
class Facts:
    """What an inventory says, as far as it could be understood. Digests are lower-case; `states` map logical paths."""

    id: str = ""
    spec: str = ""
    algorithm: str = ""
    head: str = ""
    content_directory: str = "content"
    content_directory_given: bool = False
    manifest: dict[str, list[str]] = field(default_factory=dict)
    states: dict[str, dict[str, str]] = field(default_factory=dict)
    about: dict[str, dict[str, Any]] = field(default_factory=dict)
    fixity: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    @property
    def digest_by_path(self) -> dict[str, str]:
        return {path: digest for digest, paths in self.manifest.items() for path in paths}


def version_number(name: str) -> int | None:
    """The number in a version's name, padded or not, or None where it is no version's name."""
    return int(name[1:]) if _VERSION.fullmatch(name) or (_PADDED.fullmatch(name) and int(name[1:])) else None


def check(raw: bytes, tell: Tell) -> Facts | None:
    """Check an inventory's bytes, telling each fault; what it says, or None where it says nothing usable."""
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        tell("E033", str(error))
        return None
    if not isinstance(data, dict):
        tell("E033", f"it is a {type(data).__name__}")
        return None
    facts = Facts()
    _about_object(data, facts, tell)
    _manifest(data, facts, tell)
    exact = set(data["manifest"]) if isinstance(data.get("manifest"), dict) else set()
    _versions(data, facts, exact, tell)
    _fixity(data, facts, tell)
    used = {digest for state in facts.states.values() for digest in state.values()}
    if facts.states and not used >= set(facts.manifest):
        tell("E107", ", ".join(sorted(d[:16] + "…" for d in set(facts.manifest) - used)))
    return facts


def _about_object(data: Mapping[str, Any], facts: Facts, tell: Tell) -> None:
    for key in ("id", "type", "digestAlgorithm", "head"):
        if key not in data:
            tell("E036", f"no {key}")
    if unknown := sorted(set(data) - _KEYS):
        tell("E102", ", ".join(unknown))
    if "id" in data:
        if isinstance(data["id"], str) and data["id"]:
            facts.id = data["id"]
            if not _URI.fullmatch(facts.id):
                tell("W005", facts.id)
        else:
            tell("E037", "it is not text")
    if "type" in data:
        match = _TYPE.fullmatch(data["type"]) if isinstance(data["type"], str) else None
        if match:
            facts.spec = match[1]
        else:
            tell("E038", str(data["type"])[:100])
    if "digestAlgorithm" in data:
        if data["digestAlgorithm"] in _DIGEST:
            facts.algorithm = data["digestAlgorithm"]
            if facts.algorithm != "sha512":
                tell("W004", facts.algorithm)
        else:
            tell("E025", str(data["digestAlgorithm"])[:60])
    if "contentDirectory" in data:
        facts.content_directory_given = True
        name = data["contentDirectory"]
        if isinstance(name, str) and name and "/" not in name and name not in (".", ".."):
            facts.content_directory = name
        else:
            tell("E017", str(name)[:60])


def _manifest(data: Mapping[str, Any], facts: Facts, tell: Tell) -> None:
    if "manifest" not in data:
        tell("E041", "no manifest")
    elif not isinstance(data["manifest"], dict):
        tell("E106", f"it is a {type(data['manifest']).__name__}")
    else:
        facts.manifest = _digests(data["manifest"], "E096", "E092", facts.algorithm, tell)
        versions = data.get("versions")
        known = set(versions) if isinstance(versions, dict) else set()
        for paths in facts.manifest.values():
            for path in paths:
                parts = path.split("/")
                if known and (len(parts) < 3 or parts[0] not in known or parts[1] != facts.content_directory):
                    tell("E042", path[:200])


def _digests(block: Mapping[str, Any], twice: str, form: str, algorithm: str, tell: Tell) -> dict[str, list[str]]:
    """A block of digests and the content paths that have them; what cannot be used is told and left out."""
    found: dict[str, list[str]] = {}
    for digest, paths in block.items():
        if algorithm and not _DIGEST[algorithm].fullmatch(digest):
            tell("E031" if algorithm == "sha512" else "E030", digest[:40])
        if digest.lower() in found:
            tell(twice, digest[:40])
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            tell(form, f"the paths of {digest[:16]}… are not a list of text")
            continue
        found[digest.lower()] = [path for path in paths if _sound_path(path, "E100", "E099", tell)]
    _agree((path for paths in found.values() for path in paths), "E101", tell)
    return found


def _sound_path(path: str, ends: str, elements: str, tell: Tell) -> bool:
    if path.startswith("/") or path.endswith("/"):
        tell(ends, path[:200])
        return False
    if any(part in ("", ".", "..") for part in path.split("/")):
        tell(elements, path[:200])
        return False
    return True


def _agree(paths: Iterable[str], code: str, tell: Tell) -> None:
    """No path twice, and none that is another's folder."""
    seen: set[str] = set()
    folders: set[str] = set()
    for path in paths:
        if path in seen:
            tell(code, f"{path[:200]} twice")
        seen.add(path)
        parts = path.split("/")
        folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
    for both in seen & folders:
        tell(code, f"{both[:200]} is a file and a folder")


def _versions(data: Mapping[str, Any], facts: Facts, manifest: set[str], tell: Tell) -> None:
    versions = data.get("versions")
    if "versions" not in data:
        tell("E041", "no versions")
        return
    if not isinstance(versions, dict):
        tell("E044", f"it is a {type(versions).__name__}")
        return
    if not versions:
        tell("E008", "versions is empty")
        return
    names = {name: version_number(name) for name in versions}
    for name, number in names.items():
        if number is None:
            tell("E046", f"{name[:40]!r} is no version's name")
    numbered = sorted((number, name) for name, number in names.items() if number is not None)
    _sequence(numbered, tell)
    if numbered and "head" in data:
        if data["head"] != numbered[-1][1]:
            tell("E040", f"head is {data['head']!r}, the newest version {numbered[-1][1]}")
            if isinstance(data["head"], str) and _PADDED.fullmatch(data["head"]):
                tell("E011", data["head"])
        else:
            facts.head = data["head"]
    if numbered and not facts.head:
        facts.head = numbered[-1][1]
    for _, name in numbered:
        _version(name, versions[name], facts, manifest, tell)


def _sequence(numbered: list[tuple[int, str]], tell: Tell) -> None:
    numbers = [number for number, _ in numbered]
    if numbers and numbers[0] != 1:
        tell("E009", f"the first is {numbered[0][1]}")
    if any(after != before + 1 for before, after in itertools.pairwise(numbers)):
        tell("E010", ", ".join(name for _, name in numbered)[:100])
    padded = [name for _, name in numbered if _PADDED.fullmatch(name)]
    if padded:
        tell("W001", padded[0])
        others = [name for _, name in numbered if name not in padded]
        if others and numbered[0][1] in padded:
            tell("E013", f"{others[0]} after {padded[-1]}")
            if len(others[0]) == len(padded[-1]):
                tell("E011", others[0])
        elif others or len({len(name) for name in padded}) > 1:
            tell("E012", ", ".join(name for _, name in numbered)[:100])


def _version(name: str, block: Any, facts: Facts, manifest: set[str], tell: Tell) -> None:
    if not isinstance(block, dict):
        tell("E047", name)
        return
    if unknown := sorted(set(block) - _VERSION_KEYS):
        tell("E102", f"{name}: {', '.join(unknown)}")
    facts.about[name] = {key: block.get(key) for key in ("created", "message", "user")}
    if "created" not in block:
        tell("E048", f"{name} has no created")
    elif not _is_time(block["created"]):
        tell("E049", f"{name}: {str(block['created'])[:40]}")
    _user(name, block, tell)
    if "state" not in block:
        tell("E048", f"{name} has no state")
    elif not isinstance(block["state"], dict):
        tell("E050", f"{name}: it is a {type(block['state']).__name__}")
    else:
        facts.states[name] = _state(name, block["state"], manifest, tell)


def _is_time(value: Any) -> bool:
    if not isinstance(value, str) or not _CREATED.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


def _user(name: str, block: Mapping[str, Any], tell: Tell) -> None:
    if "message" not in block:
        tell("W007", f"{name} has no message")
    elif not isinstance(block["message"], str):
        tell("E094", name)
    if "user" not in block:
        tell("W007", f"{name} has no user")
        return
    user = block["user"]
    if not isinstance(user, dict) or not isinstance(user.get("name"), str) or not user["name"]:
        tell("E054", name)
    elif "address" not in user:
        tell("W008", name)
    elif not isinstance(user["address"], str) or not _URI.fullmatch(user["address"]):
        tell("W009", f"{name}: {str(user['address'])[:60]}")


def _state(name: str, block: Mapping[str, Any], manifest: set[str], tell: Tell) -> dict[str, str]:
    state: dict[str, str] = {}
    paths: list[str] = []
    for digest, logical in block.items():
        if digest not in manifest:
            tell("E050", f"{name}: {digest[:16]}… is not in the manifest")
        if not isinstance(logical, list) or not all(isinstance(path, str) for path in logical):
            tell("E051", f"{name}: {digest[:16]}…")
            continue
        for path in logical:
            if _sound_path(path, "E053", "E052", tell):
                state[path] = digest.lower()
                paths.append(path)
    _agree(paths, "E095", tell)
    return state


def _fixity(data: Mapping[str, Any], facts: Facts, tell: Tell) -> None:
    if "fixity" not in data:
        return
    if not isinstance(data["fixity"], dict):
        tell("E111", f"it is a {type(data['fixity']).__name__}")
        return
    for algorithm, block in data["fixity"].items():
        if not isinstance(block, dict):
            tell("E057", algorithm[:40])
            continue
        facts.fixity[algorithm] = _digests(block, "E097", "E057", "", tell)
