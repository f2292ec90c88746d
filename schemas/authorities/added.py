"""What whoever runs an archive adds to the data on who is in office, between two releases of this project.

It is a folder of JSON files, `gb.json` or `pl-president.json`, each of which extends the built-in data of one office:

    {"extends": "GB", "known_until": "2024-07-31", "sources": ["https://..."],
     "terms": [{"family_name": "Starmer", "given_name": "Keir", "start": "2024-07-05"}]}

Its terms follow the built-in ones, each ending the one before on the day it begins. What a later release knows too is
passed over, so that a folder need not be tidied when the project is updated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

_NAME = {"type": "string", "minLength": 1, "maxLength": 200}
_DAY = {"type": "string", "format": "date"}
_TERM = {
    "type": "object",
    "required": ["family_name", "given_name", "start"],
    "additionalProperties": False,
    "properties": {
        "family_name": _NAME,
        "given_name": _NAME,
        "family_name_native": _NAME,
        "given_name_native": _NAME,
        "start": _DAY,
        "ordinal": {"type": ["integer", "null"], "minimum": 1, "maximum": 9999},
        "acting": {"type": "boolean"},
        "cabinet": {"anyOf": [_NAME, {"type": "null"}]},
        "also_called": {"type": "array", "items": _NAME},
        "family_names_ja": {"type": "array", "items": _NAME},
    },
}
_FILE = {
    "type": "object",
    "required": ["extends", "known_until", "sources"],
    "additionalProperties": False,
    "properties": {
        "extends": {"type": "string", "pattern": "^[A-Z]{2,4}(-[A-Z]+)*$"},
        "known_until": _DAY,
        "sources": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        "terms": {"type": "array", "items": _TERM},
    },
}


class AddedError(ValueError):
    """A file of added data cannot be used. `file` names it, `problem` says what is wrong with it."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")
        self.file = file
        self.problem = problem


def read(folder: Path) -> dict[str, dict[str, Any]]:
    """The files of a folder, by the authority that each extends.

    Raises AddedError where there is no such folder, or a file is not of the form above or not named after what it
    extends.
    """
    if not folder.is_dir():
        raise AddedError(str(folder), "there is no such folder of authority files")
    found = {}
    for path in sorted(folder.glob("*.json")):
        data = read_file(path)
        found[data["extends"]] = data
    return found


def read_file(path: Path) -> dict[str, Any]:
    """One file of added data, checked. Raises AddedError, as `read` does."""
    try:
        data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise AddedError(str(path), f"not JSON that can be read: {error}") from None
    checked(data, str(path))
    if path.stem.upper() != data["extends"]:
        raise AddedError(
            str(path), f"it extends {data['extends']}, so it must be called {data['extends'].lower()}.json"
        )
    return data


def checked(data: Mapping[str, Any], name: str) -> None:
    """Raise AddedError where data are not of the form that files have; `name` is what the error calls them."""
    # Most commands start without such files, and need not wait for the validator.
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.exceptions import best_match

    check = Draft202012Validator(_FILE, format_checker=FormatChecker(["date"]))
    problem = best_match(check.iter_errors(data))
    if problem is not None:
        at = "/".join(map(str, problem.path)) or "the file"
        raise AddedError(name, f"{at}: {problem.message}")


def merged(base: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """The built-in data of an office with what is added to them.

    Raises AddedError where an added term begins before the last one known and is not known already, or the office had
    been abolished by then.
    """
    terms = [dict(row) for row in base["terms"]]
    if "abolished" in base and added["known_until"] > base["abolished"]:
        raise AddedError(f"{added['extends'].lower()}.json", f"the office was abolished on {base['abolished']}")
    for row in added.get("terms", ()):
        last = terms[-1]
        if any((known["start"], known["family_name"]) == (row["start"], row["family_name"]) for known in terms):
            continue
        if row["start"] <= last["start"]:
            raise AddedError(
                f"{added['extends'].lower()}.json",
                f"{row['family_name']} begins on {row['start']}, but {last['family_name']} did on {last['start']}",
            )
        last["end"] = row["start"]
        terms.append({**_ordinary(row, last), **row, "end": None})
    known_until = max(base["known_until"], added["known_until"])
    return {**base, "known_until": known_until, "sources": [*base["sources"], *added["sources"]], "terms": terms}


def _ordinary(row: Mapping[str, Any], last: Mapping[str, Any]) -> dict[str, Any]:
    """What a term is where its row does not say: the next one, and in names as it is written in Latin script."""
    return {
        "ordinal": None if last["ordinal"] is None or row.get("acting") else last["ordinal"] + 1,
        "acting": False,
        "cabinet": None,
        "family_name_native": row["family_name"],
        "given_name_native": row["given_name"],
    }


def write(folder: Path, data: Mapping[str, Any]) -> Path:
    """Write a file of added data, whole or not at all, and return where; the folder is made where there is none."""
    path = folder / f"{data['extends'].lower()}.json"
    checked(data, str(path))
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".json.new")
    beside.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return beside.replace(path)


def extended(
    folder: Path, key: str, known_until: date, source: str, term: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What the folder adds to an authority, with one more source and, where there is one, one more term.

    Raises AddedError, as `read_file` does.
    """
    path = folder / f"{key.lower()}.json"
    before: Mapping[str, Any] = read_file(path) if path.exists() else {"extends": key}
    until = max(date.fromisoformat(before.get("known_until", "0001-01-01")), known_until)
    terms = [*before.get("terms", ()), *([term] if term is not None else ())]
    made = {
        **before,
        "known_until": until.isoformat(),
        "sources": list(dict.fromkeys((*before.get("sources", ()), source))),
        "terms": terms,
    }
    checked(made, str(path))
    return made
