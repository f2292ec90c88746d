"""The public keys that a user trusts checkpoints by."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from archive.note import VERIFIER_VARIABLE, Verifier

_F = TypeVar("_F", bound=Callable[..., Any])


def verifier_option() -> Callable[[_F], _F]:
    """The option that names trusted keys; the environment serves as well."""
    return click.option(
        "--verifier",
        "verifiers",
        multiple=True,
        metavar="KEY",
        help=f"A public key that must have signed (or {VERIFIER_VARIABLE} in the environment); may be repeated.",
    )


def verifiers(given: Sequence[str]) -> list[Verifier]:
    """The keys of the options, or of the environment. Raises ArchiveError where one is no key."""
    texts = list(given) or os.environ.get(VERIFIER_VARIABLE, "").split()
    return [Verifier.parse(text) for text in texts]
