"""The verbs of reported speech and the class each belongs to, as data."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from itertools import takewhile
from typing import Any


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources.files(__package__) / "verbs.json").read_text("utf-8"))
    return loaded


@cache
def _by_verb() -> dict[str, str]:
    return {verb: name for name, verbs in _data()["classes"].items() for verb in verbs}


@cache
def _deeds() -> frozenset[str]:
    return frozenset(_data()["deeds"])


@cache
def of_deeds() -> frozenset[str]:
    """The verbs that tell what somebody did, whatever their object, or with one of theirs (see `is_deed`)."""
    return _deeds() | frozenset(_data()["deeds_by_object"])


@cache
def _by_object() -> dict[str, str]:
    return {noun: name for name, nouns in _data()["expressed"].items() for noun in nouns}


def classes() -> list[str]:
    """The classes there are; `other` is that of a verb the data do not know."""
    return [*_data()["classes"], "other"]


# What no object of a verb stands behind: "stressed the importance of support".
_NO_OBJECT = frozenset(("about", "by", "for", "from", "in", "of", "on", "that", "to", "with"))
_BEHIND_OBJECT = _NO_OBJECT | frozenset(("after", "and", "at", "before", "clear", "during", "when", "while"))


def is_deed(verb: str, following: list[str]) -> bool:
    """Whether a verb, with the words `following` it, tells what somebody did and reports no words ("witnessed the
    signing"); all are lower case."""
    if verb in _deeds():
        return True
    objects = _data()["deeds_by_object"].get(verb, ())
    return any(word in objects for word in takewhile(lambda word: word not in _BEHIND_OBJECT, following))


def classify(verb: str, following: list[str]) -> tuple[str, str]:
    """A verb with what belongs to it ("expressed concern", "spoke about"), and its class.

    `verb` and the words `following` it are lower case.
    """
    if verb in _data()["expressing"]:
        for word in following:
            if word in _by_object():
                return f"{verb} {word}", _by_object()[word]
        if "that" in following[:2]:
            return verb, "stated"
    for word in following:
        if word in _NO_OBJECT:
            break
        kind = _by_object().get(word)
        if kind is not None and verb in _data()["of_object"].get(kind, ()):
            return f"{verb} {word}", kind
    together = f"{verb} {following[0]}" if following else verb
    return (together, _by_verb()[together]) if together in _by_verb() else (verb, _by_verb().get(verb, "other"))
