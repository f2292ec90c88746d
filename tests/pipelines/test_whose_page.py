"""Which source a page that was found elsewhere is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.folder import FolderStore
from archive.state import PageState, SourceState
from connectors import source as sources
from pipelines.collecting import source_of
from pipelines.filing import filed_under

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
        ("http://mofa.go.jp/mofaj/index.html", "jp-mofaja"),
        ("https://gov.uk/government/news/pm-call", "gb-number10"),
        ("https://www.japan.kantei.go.jp/x.html", "jp-kantei"),
    ],
)
def test_the_folder_of_a_host_before_the_host(url: str, whose: str | None) -> None:
    found = source_of(url, _SOURCES)
    assert (found and found.id) == whose


@pytest.mark.parametrize(
    ("source", "url", "filed"),
    [
        ("jp-mofa", "http://www.mofa.go.jp/region/x.html", "https://www.mofa.go.jp/region/x.html"),
        ("jp-mofa", "http://www.mofa.go.jp:80/region/x.html#top", "https://www.mofa.go.jp/region/x.html"),
        ("jp-mofa", "https://MOFA.go.jp/region/X.html", "https://www.mofa.go.jp/region/X.html"),
        ("jp-mofaja", "http://mofa.go.jp/mofaj/x.html?a=1", "https://www.mofa.go.jp/mofaj/x.html?a=1"),
        ("jp-kantei", "http://www.japan.kantei.go.jp/x.html", "https://japan.kantei.go.jp/x.html"),
        ("in-mea", "https://mea.gov.in/x", "https://www.mea.gov.in/x"),
        # A port of its own is another server's, and another host another publisher's.
        ("jp-mofa", "http://www.mofa.go.jp:8080/x.html", "http://www.mofa.go.jp:8080/x.html"),
        ("jp-mofa", "http://example.org/x.html#top", "http://example.org/x.html#top"),
        (
            "gb-number10",
            "https://example.org/api/content/government/news/pm-call",
            "https://example.org/api/content/government/news/pm-call",
        ),
    ],
)
def test_a_page_is_filed_under_one_form_of_its_address(source: str, url: str, filed: str) -> None:
    assert _SOURCES[source].address_of(url) == filed
    assert _SOURCES[source].address_of(filed) == filed


def test_an_address_that_is_known_stays_what_it_is(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "archive")
    store.prepare()
    source, state = _SOURCES["jp-mofa"], SourceState(store, "jp-mofa")
    known, found, new = (f"http://www.mofa.go.jp/region/{name}.html" for name in ("known", "found", "new"))
    state.set_page(known, PageState(standing="skipped"))
    state.add_find(found, "2012-03-01T00:00:00Z")
    assert [filed_under(url, source, state) for url in (known, found)] == [known, found]
    assert filed_under(new, source, state) == "https://www.mofa.go.jp/region/new.html"
