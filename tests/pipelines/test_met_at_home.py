"""Whom the Prime Minister of Canada meets at home: the section of readouts has both, and no list of titles ends."""

from __future__ import annotations

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from pipelines import steps
from tests.reading import record_of

_SOURCE = sources.load()["ca-pm"]
_NOW = "https://www.pm.gc.ca/en/news/readouts/2026/05/04/a-page"
_BEFORE_2019 = "https://pm.gc.ca/eng/news/2018/05/04/prime-minister-justin-trudeau-speaks-a-page"


@pytest.mark.parametrize("url", [_NOW, _BEFORE_2019])
@pytest.mark.parametrize(
    ("kept", "whom", "opening"),
    [
        (False, "leaders of the Service Workers’ International Union", "leaders of the Service Workers’ Union"),
        (False, "the Governor of the Bank of Canada", "the Governor of the Bank of Canada, Tiff Macklem"),
        (False, "the Leader of the Official Opposition", "the Leader of the Official Opposition, Pierre Poilievre"),
        (False, "the President of the Métis National Council", "the President of the Métis National Council"),
        (False, "Governor General Mary Simon", "the Governor General of Canada, Mary Simon"),
        (False, "rescue crews", "crews of the airlift in Churchill, Manitoba"),
        (True, "Secretary-General of the UN", "the Secretary-General of the United Nations, António Guterres"),
        (True, "His Majesty King Abdullah II of Jordan", "His Majesty King Abdullah II bin Al-Hussein of Jordan"),
        (True, "the Irish Taoiseach, Leo Varadkar", "Leo Varadkar, the Irish Taoiseach"),
        (True, "the Amir of Qatar", "the Amir of Qatar, His Highness Sheikh Tamim bin Hamad Al Thani"),
        (True, "NATO Secretary General Jens Stoltenberg", "NATO Secretary General Jens Stoltenberg"),
        (True, "Crown Prince of Jordan", "His Royal Highness Crown Prince Hussein of Jordan"),
        (True, "Vice President Kamala Harris", "the Vice President of the United States, Kamala Harris"),
        # Whose names need not stand on the page.
        (True, "G7 leaders", "G7 leaders"),
        (True, "foreign leaders", "leaders of other countries"),
    ],
)
def test_a_page_that_names_nobody_of_another_country_is_no_summary(
    kept: bool, whom: str, opening: str, url: str
) -> None:
    title = f"Prime Minister Carney speaks with {whom}"
    record = record_of(
        "ca-pm", url, f"{title}\nMay 4, 2026\n\nToday, the Prime Minister, Mark Carney, spoke with {opening}."
    )
    assert _SOURCE.decide(FeedEntry(url, title, None, ""), steps.names_guest(record)).keep is kept
