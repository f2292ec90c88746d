"""`--as-of` and `--valid-at`: the two times a question can be about."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

from archive.moments import Moment

_F = TypeVar("_F", bound=Callable[..., Any])


class MomentType(click.ParamType[str]):
    """An instant with its offset, or a day, month or year, which stands for its end in UTC, or its `start`."""

    name = "moment"

    def __init__(self, *, start: bool = False) -> None:
        self.start = start

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        period = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", value)
        try:
            if period is not None:
                if self.start:
                    first = datetime(int(period[1]), int(period[2] or 1), int(period[3] or 1), tzinfo=UTC)
                    return first.isoformat()
                year, month = int(period[1]), int(period[2] or 12)
                day = int(period[3] or calendar.monthrange(year, month)[1])
                return datetime(year, month, day, 23, 59, 59, tzinfo=UTC).isoformat()
            instant = datetime.fromisoformat(value)
        except ValueError as error:
            self.fail(f"{value!r} is no time such as 2026-03-10 or 2026-03-10T09:00+09:00: {error}", param, ctx)
        if instant.tzinfo is None:
            self.fail(f"{value!r} does not say in which zone: add Z, or an offset such as +09:00", param, ctx)
        return instant.astimezone(UTC).isoformat(timespec="seconds")


def as_of_option() -> Callable[[_F], _F]:
    """The option for transaction time."""
    return click.option(
        "--as-of",
        type=MomentType(),
        metavar="TIME",
        help="What the archive knew then: a day (its end, UTC) or an instant.",
    )


def valid_at_option() -> Callable[[_F], _F]:
    """The option for valid time."""
    return click.option(
        "--valid-at", type=MomentType(), metavar="TIME", help="What the publisher was showing then, as far as was seen."
    )


def moment(as_of: str | None, valid_at: str | None) -> Moment:
    """The moment that both options name."""
    return Moment(as_of, valid_at)
