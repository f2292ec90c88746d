"""What must hold of the authorities' data, so that a mistake in it is told and never files a record wrongly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from importlib import resources
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from schemas.authorities import affiliations
from schemas.authorities.premierships import Authority, authority, keys
from schemas.authorities.summits import names
from schemas.authorities.topics import found_in, topics

_FIRST_DAY = date(1990, 1, 1)
"""The terms of the office that acts for a country reach back at least to this day, or to when it was established."""


def broken() -> list[str]:
    """What does not hold, a sentence each; empty where all does."""
    found: list[str] = []
    named: dict[str, str] = {}
    for key in keys():
        holders = authority(key)
        found += [f"{key}: {problem}" for problem in of(holders)]
        for term in holders.terms:
            if named.setdefault(term.id, key) != key:
                found.append(f"{term.id} is a term of {named[term.id]} and of {key}")
    found += list(_names())
    return found


def of(holders: Authority) -> Iterator[str]:
    """What does not hold of the terms of one office, a sentence each."""
    terms = holders.terms
    first_day = holders.established or _FIRST_DAY
    # The office of an organisation may be younger, and the first holders of a second office may be left out.
    if terms[0].start > first_day and len(holders.key) == 2:
        yield f"the first term begins on {terms[0].start}, after {first_day}"
    for before, after in pairwise(terms):
        if before.end != after.start:
            yield f"{before.id} ends on {before.end}, {after.id} begins on {after.start}"
        if before.start >= after.start:
            yield f"{after.id} begins before {before.id}"
    if holders.abolished is None and [term for term in terms if term.end is None] != [terms[-1]]:
        yield "not the last term, and it alone, lasts"
    if holders.abolished is not None and terms[-1].end != holders.abolished:
        yield f"the last term ends on {terms[-1].end}, the office was abolished on {holders.abolished}"
    if terms[-1].start > holders.known_until:
        yield f"the last term begins after {holders.known_until}, up to which the data are known"
    ids = [term.id for term in terms]
    for name in {name for name in ids if ids.count(name) > 1}:
        yield f"two terms are called {name}"
    for name in ids:
        if not re.fullmatch(r"[a-z]{2,4}/[0-9]{1,4}-[a-z0-9-]+", name):
            yield f"{name} cannot be a key"
    counted = [term.ordinal for term in terms if term.ordinal is not None]
    if counted and counted != list(range(counted[0], counted[0] + len(counted))):
        yield f"the ordinals have a gap: {counted}"
    try:
        ZoneInfo(holders.time_zone)
    except ZoneInfoNotFoundError:
        yield f"there is no time zone {holders.time_zone}"
    data = json.loads((resources.files(__package__) / f"{holders.key.lower()}.json").read_text("utf-8"))
    if not data.get("sources"):
        yield "the data do not say where they are from"


def _names() -> Iterator[str]:
    """No name stands for two countries or organisations."""
    here = resources.files(__package__)
    owner: dict[str, str] = {}
    coded: dict[str, str] = {}
    for file, key in (("countries.json", "countries"), ("organisations.json", "organisations")):
        data = json.loads((here / file).read_text("utf-8"))
        if not data.get("sources"):
            yield f"{file} does not say where its facts are from"
        for row in data[key]:
            if coded.setdefault(row["code"], row["name"]) != row["name"]:
                yield f"{row['code']} is {coded[row['code']]} and {row['name']}"
            for name in {affiliations.fold(name) for name in (row["name"], *row["names"])}:
                if owner.setdefault(name, row["code"]) != row["code"]:
                    yield f"{name!r} is {owner[name]} and {row['code']}"
    for word, code in affiliations.adjectives().items():
        try:
            affiliations.by_code(code)
        except KeyError:
            yield f"{word!r} is said of {code}, which is no country or organisation here"
    for series, name in names().items():
        if not re.fullmatch(r"[a-z0-9_]+", series) or not name:
            yield f"{series!r} cannot name a series of summits"
    for topic in topics().values():
        for words in topic.words["en"]:
            if topic.id not in {found for found, _ in found_in(words, "en")}:
                yield f"{words!r} does not earn the topic {topic.id}"
