"""The options by which commands choose records: the filters of `archive.catalogue.Filter`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from schemas.authorities.topics import topics
from schemas.validation import schema

_F = TypeVar("_F", bound=Callable[..., Any])

KINDS: list[str] = schema()["properties"]["event"]["properties"]["sessions"]["items"]["properties"]["kinds"]["items"][
    "enum"
]


class _Day(click.ParamType[str]):
    """A day, a month or a year; it stands for its first or last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
        if match is None:
            self.fail(f"{value!r} is not a date such as 2024-07-11, 2024-07 or 2024", param, ctx)
        year, month, day = match.groups()
        try:
            if day:
                return date.fromisoformat(value).isoformat()
            date(int(year), int(month or 1), 1)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)
        return f"{year}-{month or ('12' if self.last else '01')}-{'31' if self.last else '01'}"


def options() -> Callable[[_F], _F]:
    """The options `--premiership`, `--since`, `--until`, `--participant`, `--kind`, `--source` and `--topic`."""
    every = (
        click.option("--premiership", metavar="ID", help="Such as jp/101-kishida, kishida or 101."),
        click.option(
            "--since", type=_Day(last=False), metavar="DATE", help="Events on or after this day, month or year."
        ),
        click.option(
            "--until", type=_Day(last=True), metavar="DATE", help="Events on or before this day, month or year."
        ),
        click.option(
            "--participant", metavar="WHOM", help="A name or its beginning, or a country or organisation: RU, NATO."
        ),
        click.option(
            "--kind", type=click.Choice(KINDS), metavar="KIND", help="A kind of session, such as telephone_talk."
        ),
        click.option("--source", metavar="ID", help="The source, such as jp-kantei."),
        click.option(
            "--topic",
            type=click.Choice(list(topics())),
            metavar="TOPIC",
            help="A topic of the vocabulary, such as ukraine; an unknown one is answered with the list of them.",
        ),
    )

    def added(function: _F) -> _F:
        for option in reversed(every):
            function = option(function)
        return function

    return added
