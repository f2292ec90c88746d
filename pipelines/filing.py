"""The address that a page is filed under: one page has one history, in whatever form its address was found."""

from __future__ import annotations

from archive.state import SourceState
from connectors.source import Source


def filed_under(url: str, source: Source, state: SourceState) -> str:
    """The address to file a page under that was found at one: as it was found, where something is known of that, else
    in the source's own form (`Source.address_of`)."""
    if state.page(url) is not None or state.finds(url):
        return url
    return source.address_of(url)
