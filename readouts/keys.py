"""What a user trusts a log by: public keys, and checkpoints kept elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
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


def checkpoint_option() -> Callable[[_F], _F]:
    """The option that names checkpoints kept outside the archive."""
    return click.option(
        "--checkpoint",
        "checkpoints",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        metavar="FILE",
        help="A checkpoint kept elsewhere that the log must continue; may be repeated.",
    )


def checkpoints(given: Sequence[Path]) -> list[str]:
    """The notes in the files that the option names."""
    return [path.read_text("utf-8") for path in given]


def verifiers(given: Sequence[str]) -> list[Verifier]:
    """The keys of the options, or of the environment. Raises ArchiveError where one is no key."""
    texts = list(given) or os.environ.get(VERIFIER_VARIABLE, "").split()
    return [Verifier.parse(text) for text in texts]
