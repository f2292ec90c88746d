"""What several commands need of an archive: opened for reading, and a record found by what the user typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from archive.catalogue import Catalogue, open_catalogue
from archive.errors import NoArchiveError, NoRecordError
from archive.store import Store, open_store
from connectors import replays
from connectors.source import forms_of_address


@dataclass(frozen=True)
class Reading:
    """An archive opened for questions."""

    store: Store
    catalogue: Catalogue

    def record_id(self, typed: str) -> str:
        """The one record a user means, by its id or its page. Raises NoRecordError for none, and for more than one."""
        address = _ADDRESS.match(typed) is not None
        found = self.of_page(typed) if address else self.catalogue.matching(typed)
        if len(found) == 1:
            return found[0]
        if not found:
            which = "is of a page at this address" if address else "is called so"
            raise NoRecordError(typed, f"no record of this archive {which}", "see readouts list")
        listed = ", ".join(found[:5]) + (" ..." if len(found) > 5 else "")
        raise NoRecordError(typed, f"could be any of {len(found)} records", listed)

    def of_page(self, address: str) -> list[str]:
        """The ids of the records of a page, by an address it has or had, in any form of it or as a web archive's."""
        try:
            forms = forms_of_address(replays.original(address))
        except ValueError:
            return []
        return self.catalogue.of_page(forms)


_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@contextmanager
def reading(archive: str) -> Iterator[Reading]:
    """Open an archive for questions. Raises NoArchiveError where there is none; nothing is created."""
    store = open_store(archive)
    if store.read("ocfl/0=ocfl_1.1") is None:
        raise NoArchiveError(store.uri, "there is no archive here", "readouts ingest makes one")
    with open_catalogue(store) as catalogue:
        if damaged := catalogue.damaged:
            others = f" and {len(damaged) - 1} more" if len(damaged) > 1 else ""
            click.echo(f"readouts: not what was kept: {damaged[0]}{others} (run readouts audit)", err=True)
        yield Reading(store, catalogue)
