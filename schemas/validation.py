"""Validation of records against `readout.v1.json`.

jsonschema is the reference: it checks the schema itself and writes the reasons. jsonschema-rs, some three hundred
times faster, answers the question asked of every record: valid or not. `tests/schemas/test_validation.py` holds the
two to one verdict.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

import jsonschema
import jsonschema_rs
from jsonschema.protocols import Validator

from schemas.record import Reason


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a record, as read from the package."""
    loaded: dict[str, Any] = json.loads((resources.files(__package__) / "readout.v1.json").read_text("utf-8"))
    return loaded


def _ecma_pattern(validator: Any, pattern: str, instance: Any, _: Any) -> Iterator[jsonschema.ValidationError]:
    # JSON Schema's `pattern` is an ECMA-262 expression, whose `$` is the end of the string alone; Python's `$` would
    # let one trailing newline pass.
    if validator.is_type(instance, "string"):
        expression = re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
        if not re.search(expression, instance):
            yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


_Reference: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator, {"pattern": _ecma_pattern}
)


@cache
def reference() -> Validator:
    """The reference validator (jsonschema), the schema itself having been checked."""
    _Reference.check_schema(schema())
    validator: Validator = _Reference(schema())
    return validator


@cache
def _fast() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema())


def is_valid(record: Mapping[str, Any]) -> bool:
    """Whether a record obeys the schema: the fast answer."""
    return _fast().is_valid(record)


def reasons(record: Mapping[str, Any]) -> list[Reason]:
    """Why a record does not obey the schema, one reason a fault in order of place; empty where it does."""
    if is_valid(record):
        return []
    errors = sorted(reference().iter_errors(record), key=lambda error: [str(part) for part in error.absolute_path])
    found = [_reason(error) for error in errors]
    return [reason for index, reason in enumerate(found) if reason not in found[:index]]


def pointer(path: Iterator[Any] | list[Any]) -> str:
    """A JSON Pointer (RFC 6901 §3: `~` and `/` are escaped) for a path of keys and indexes."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _reason(error: jsonschema.ValidationError) -> Reason:
    found = json.dumps(error.instance, ensure_ascii=False, default=str)
    return Reason(
        pointer=pointer(list(error.absolute_path)),
        expected=_expected(error),
        found=found if len(found) <= 200 else found[:200] + "…",
        rule=pointer(list(error.absolute_schema_path)),
    )


def _expected(error: jsonschema.ValidationError) -> str:
    value: Any = error.validator_value
    found: Any = error.instance
    wanted = json.dumps(error.validator_value, ensure_ascii=False)
    match error.validator:
        case "type":
            return "a value of type " + (value if isinstance(value, str) else " or ".join(value))
        case "required":
            missing = [key for key in value if key not in found]
            return "the properties " + ", ".join(missing)
        case "additionalProperties":
            known = cast(dict[str, Any], error.schema).get("properties", {})
            extra = [key for key in found if key not in known]
            return "no properties but the described ones; not " + ", ".join(extra)
        case "const":
            return wanted
        case "enum":
            return "one of " + wanted
        case "pattern":
            return "text of the form " + str(error.validator_value)
        case "minLength" | "minItems":
            return f"at least {wanted} long"
        case "maxLength" | "maxItems":
            return f"at most {wanted} long"
        case "anyOf":
            return "; or ".join(sorted({_expected(inner) for inner in error.context or ()}))
        case rule:
            return f"{rule} {wanted}"
