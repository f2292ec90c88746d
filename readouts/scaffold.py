"""The beginnings of a new source in a checkout of the project: data, parser, an example page, its golden record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module, invalidate_caches
from pathlib import Path
from urllib.parse import urlsplit

import click
import orjson

from schemas.authorities.premierships import Authority, UnknownCountryError, authority

_DATA = """# {publisher}.
id = "{id}"
parser = "{module}"
publisher = "{publisher}"
country = "{country}"
language = "{language}"
time_zone = "{zone}"
licence = "to be said: under which terms the publisher's pages may be kept, and where it says so"
homepage = "{homepage}"
hosts = ["{host}"]
# Believed, not seen: `readouts sources check {id}` tries it.
feeds = ["{feed}"]
notes = []

[expectations]
entries = 1
readable = 0.5

[politeness]
delay = 2.0

# CSS selectors, in order of preference: the first that finds text counts.
[page]
title = ["main h1", "h1"]
date = [".date", "time"]
content = ["article", "main", "body"]
drop = [".breadcrumb", ".share", ".related", "#header", "#footer"]

# Which entries are summaries of leaders' meetings: the first rule that matches decides, and says why.
[[rules]]
keep = false
title = \'\'\'press conference|statement|speech|remarks|address|message|letter\'\'\'
reason = "a speech, statement or press conference is not a summary of a meeting"

[[rules]]
keep = true
title = \'\'\'\\b(?:meets?|met|meeting|talks?|call|calls|conversation|speaks|spoke|summit|readout)\\b\'\'\'
reason = "its title names a meeting or a call"

[[backfill]]
archive = "wayback"
kind = "cdx"
prefixes = ["{host}/"]
links = \'^https?://{host_pattern}/\'
"""

_PARSER = '''"""Summaries of {publisher} ({host})."""

from __future__ import annotations

from connectors import prose
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 1

_HABITS = prose.habits(
    # "Today, the {office} spoke with ...".
    leader=r"{office_pattern}\\b",
    title_suffix=r"{publisher}",
    trailer=r"Related|Contact",
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.prose.read`."""
    return prose.read(content, url, media_type, content_type, layout, _HABITS, "The {office}")
'''

_EXAMPLE = """{office} {family} speaks with the Prime Minister of {other_country}

{day:%B} {day.day}, {day.year}

Today, {office} {given} {family} spoke with the Prime Minister of {other_country}, {other_name}.

{office} {family} underlined the importance of support for Ukraine.

The two leaders discussed trade, and agreed to meet again.
"""


@dataclass(frozen=True)
class Made:
    """What was written, and what to do next."""

    files: tuple[Path, ...]
    example: Path
    example_url: str


def add(project: Path, name: str, publisher: str, country: str, language: str, homepage: str, feed: str) -> Made:
    """Write the beginnings of a source into a checkout; nothing that is there is written over.

    Raises ClickException where the folder is no checkout, the source is there already, or no heads of government are
    known for the country.
    """
    sources, golden = project / "connectors" / "sources", project / "tests" / "golden"
    if not sources.is_dir() or not golden.is_dir():
        raise click.ClickException(f"{project} is no checkout of this project (no connectors/sources, no tests/golden)")
    module = name.replace("-", "_")
    data, parser = sources / f"{name}.toml", sources / f"{module}.py"
    example = golden / name / "example.txt"
    for path in (data, parser, example):
        if path.exists():
            raise click.ClickException(f"{path} is there already; nothing was written")
    try:
        holders = authority(country)
    except UnknownCountryError as error:
        raise click.ClickException(f"{error.args[0]} first, with the terms since 1990 and their sources") from None
    host = urlsplit(homepage).hostname or ""
    url = f"{homepage.rstrip('/')}/news/example"
    told = {
        "id": name,
        "module": module,
        "publisher": publisher,
        "country": country.upper(),
        "language": language,
        "zone": holders.time_zone,
        "homepage": homepage,
        "host": host,
        "host_pattern": host.replace(".", r"\."),
        "feed": feed,
        "office": holders.office,
        "office_pattern": holders.office.replace(" ", r"\s+"),
    }
    example.parent.mkdir()
    data.write_text(_DATA.format(**told), "utf-8")
    parser.write_text(_PARSER.format(**told), "utf-8")
    example.write_text(_example(holders), "utf-8")
    beside = example.with_name(example.name + ".url")
    beside.write_text(url + "\n", "utf-8")
    return Made((data, parser, example, beside), example, url)


def write_golden(project: Path, made: Made, name: str) -> Path:
    """The golden record of the example page, as today's parser makes it; the file it was written to."""
    from connectors import source as sources
    from pipelines import steps

    # The parser that was just written is imported from the checkout, which need not be the one that runs.
    parsers = import_module("connectors.sources").__path__
    if (written := str(made.files[1].parent.resolve())) not in parsers:
        parsers.append(written)
    invalidate_caches()
    # What a golden record says of its capture is fixed, as for every other one of the suite.
    read_at = datetime(2026, 3, 31, 3, 0, tzinfo=UTC)
    source = sources.load([project / "connectors" / "sources"])[name]
    record = steps.of_saved_page(source, made.example_url, made.example.read_bytes(), "text/plain", read_at)
    path = made.example.with_suffix(".json")
    path.write_bytes(orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return path


def _example(holders: Authority) -> str:
    """A page in the form most publishers use, of a day in the last term known."""
    term = holders.terms[-1]
    day = max(term.start, min(holders.known_until, date(2025, 6, 17)))
    other = ("Canada", "Mark Carney") if holders.country != "CA" else ("Japan", "Shigeru Ishiba")
    return _EXAMPLE.format(
        office=holders.office, family=term.family_name, given=term.given_name, day=day,
        other_country=other[0], other_name=other[1],
    )  # fmt: skip
