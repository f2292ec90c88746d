"""The schema describes itself, its examples hold, and both validators give one verdict."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from schemas import validation
from tests.golden.records import HERE

_GOLDEN = [json.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*/*.json"))]
_JUNK: list[Any] = [
    None, "", " ", "x", "x\n", "2024-07-11\n", "2024-13-01", "2024-02-30", 0, -1, 1, 1.0, 1.5, 10**400, True, [],
    [None], {}, {"a": 1}, "é" * 300, "jp/101-kishida/2024-07-11/../x", "HTTPS://x", "https://x y", "\u2028", "\x00",
    "𝒳" * 12,
]  # fmt: skip


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from _places(value[key], (*path, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from _places(value[index], (*path, index))


def _mutated(record: Any, rng: random.Random) -> Any:
    made = copy.deepcopy(record)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        path = rng.choice([p for p in _places(made) if p])
        holder = made
        for part in path[:-1]:
            holder = holder[part]
        match rng.randrange(5):
            case 0:
                holder[path[-1]] = copy.deepcopy(rng.choice(_JUNK))
            case 1 if isinstance(holder, dict):
                del holder[path[-1]]
            case 2 if isinstance(holder, dict):
                holder[rng.choice(("extra", "Title", "$ref"))] = copy.deepcopy(rng.choice(_JUNK))
            case 3 if isinstance(holder[path[-1]], str):
                text = holder[path[-1]]
                cut = rng.randrange(len(text) + 1)
                holder[path[-1]] = (
                    text[:cut] + rng.choice(("\n", " ", "0", "Z", "/", "")) + text[cut + rng.randrange(2) :]
                )
            case _ if isinstance(holder, list):
                holder.append(copy.deepcopy(rng.choice(holder)))
            case _:
                holder[path[-1]] = copy.deepcopy(rng.choice(_JUNK))
    return made


def test_both_validators_give_one_verdict_on_thousands_of_mutated_records() -> None:
    rng = random.Random(2024)
    reference = validation.reference()
    invalid = 0
    for number in range(6000):
        made = _mutated(rng.choice(_GOLDEN), rng)
        verdict = validation.is_valid(made)
        assert verdict == reference.is_valid(made), f"mutation {number}: {json.dumps(made)[:2000]}"
        invalid += not verdict
    assert 3000 < invalid < 6000  # both verdicts have been asked for


def _described(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            yield f"{path}/{name}", inner
        for key, inner in schema.items():
            if key not in ("examples", "enum", "const"):
                yield from _described(inner, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, inner in enumerate(schema):
            yield from _described(inner, f"{path}/{index}")


def test_every_property_is_described() -> None:
    found = list(_described(validation.schema()))
    assert len(found) > 50
    for path, inner in found:
        assert len(inner.get("description", "")) > 5 or "$ref" in inner, path


def test_examples_hold() -> None:
    schema = validation.schema()
    count = 0

    def check(node: Any) -> None:
        nonlocal count
        if isinstance(node, dict):
            for example in node.get("examples", ()) if isinstance(node.get("examples"), list) else ():
                inner = {**{k: v for k, v in node.items() if k != "examples"}, "$defs": schema["$defs"]}
                jsonschema.Draft202012Validator(inner).validate(example)
                count += 1
            for value in node.values():
                check(value)
        elif isinstance(node, list):
            for value in node:
                check(value)

    check(schema)
    assert count >= 20


def test_reasons_say_where_what_was_expected_and_what_was_found() -> None:
    record = copy.deepcopy(_GOLDEN[0])
    record["event"]["sessions"][0]["kinds"] = ["chat"]
    del record["title"]
    record["surplus/slash"] = 1
    reasons = {reason["pointer"]: reason for reason in validation.reasons(record)}
    assert reasons["/event/sessions/0/kinds/0"]["found"] == '"chat"'
    assert "summit_meeting" in reasons["/event/sessions/0/kinds/0"]["expected"]
    assert any("title" in r["expected"] for r in validation.reasons(record) if r["pointer"] == "")


def test_pointers_are_escaped() -> None:
    assert validation.pointer(["a/b", "c~d", 0]) == "/a~1b/c~0d/0"


@pytest.mark.parametrize("value", ["2024-07-11\n", "2024-7-11", "20240711", "2024-00-11"])
def test_dates_are_strict(value: str) -> None:
    record = {**copy.deepcopy(_GOLDEN[0]), "published": value}
    assert not validation.is_valid(record)
    assert validation.reasons(record)
