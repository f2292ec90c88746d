"""The verbs of reported speech and the class each belongs to, as data."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources.files(__package__) / "verbs.json").read_text("utf-8"))
    return loaded


@cache
def _by_verb() -> dict[str, str]:
    return {verb: name for name, verbs in _data()["classes"].items() for verb in verbs}


@cache
def _by_object() -> dict[str, str]:
    return {noun: name for name, nouns in _data()["expressed"].items() for noun in nouns}


def classes() -> list[str]:
    """The classes there are; `other` is that of a verb the data do not know."""
    return [*_data()["classes"], "other"]


def classify(verb: str, following: list[str]) -> tuple[str, str]:
    """A verb with what belongs to it ("expressed concern"), and its class.

    `verb` and the words `following` it are lower case.
    """
    if verb in _data()["expressing"]:
        for word in following:
            if word in _by_object():
                return f"{verb} {word}", _by_object()[word]
    return verb, _by_verb().get(verb, "other")
