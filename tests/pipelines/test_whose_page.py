"""Which source a page that was found elsewhere is of."""

from __future__ import annotations

import pytest

from connectors import source as sources
from pipelines.collecting import source_of

_SOURCES = sources.load()


@pytest.mark.parametrize(
    ("url", "whose"),
    [
        ("https://www.mofa.go.jp/erp/we/gb/page4e_000001.html", "jp-mofa"),
        ("https://www.mofa.go.jp/mofaj/erp/we/gb/page4_000001.html", "jp-mofaja"),
        ("https://www.mofa.go.jp:443/mofaj/index.html", "jp-mofaja"),
        ("https://www.mofa.go.jp/mofajx/index.html", "jp-mofa"),
        ("https://WWW.mofa.go.jp", "jp-mofa"),
        ("https://japan.kantei.go.jp/105/diplomatic/202602/26italy.html", "jp-kantei"),
        ("https://example.org/mofaj/index.html", None),
    ],
)
def test_the_folder_of_a_host_before_the_host(url: str, whose: str | None) -> None:
    found = source_of(url, _SOURCES)
    assert (found and found.id) == whose
