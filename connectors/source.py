"""A source: a publisher as data, plus one small parser.

The data are a TOML file in `connectors/sources/`, the parser the module of the same name beside it. A folder of the
user's own may add sources or, with `extends = "jp-kantei"`, change parts of one (addresses, delays) without code.
"""

from __future__ import annotations

import importlib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from connectors.draft import Draft
from connectors.errors import NotASummaryError, SourceError, UnreadableError
from connectors.feeds import FeedEntry
from connectors.fetch import Politeness
from connectors.page import Layout

SOURCE_ID = re.compile(r"[a-z]{2,4}-[a-z0-9]+")
"""The form of a source's id: a country, or "int", and a short name."""


class Parser(Protocol):
    """What a source's module holds."""

    VERSION: int

    def parse(self, content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
        """Read a page. Raises NotASummaryError or UnreadableError."""


# No publisher's title is a third as long. Patterns as people write them ("summit .* meeting") take time by the square
# of a text, and a hostile feed's title can be as long as the feed.
_LONGEST_TOLD = 1_000


@dataclass(frozen=True)
class Rule:
    """Which entries are leader-meeting summaries: the first rule that matches decides, and says why.

    Of a title or an address longer than any real one, the beginning decides. Where titles leave it open, a rule holds
    of pages that name a guest (`names_guest`): somebody of another country or organisation whom the leader met.
    """

    keep: bool
    reason: str
    address: re.Pattern[str] | None = None
    title: re.Pattern[str] | None = None
    names_guest: bool = False

    def matches(self, entry: FeedEntry, guest: bool | None = None) -> bool:
        """`guest`: whether the page names one; None as long as it has not been read."""
        if self.names_guest and guest is False:
            return False
        return (self.address is None or bool(self.address.search(entry.url[:_LONGEST_TOLD]))) and (
            self.title is None or bool(self.title.search(entry.title[:_LONGEST_TOLD]))
        )


@dataclass(frozen=True)
class Expectations:
    """What a source yields as long as it is as we know it; a run in which it yields less says so and fails it.

    `entries` is how many a feed announces at least, `readable` the share of the pages looked into that must be readable
    as summaries, once there are `of_at_least` of them.
    """

    entries: int = 0
    readable: float = 0.0
    of_at_least: int = 4


@dataclass(frozen=True)
class Listing:
    """A way to find pages that left the feeds: a publisher's index pages, sitemap or search, or a web archive.

    `kind` says how it is read (see `connectors.listings`), `name` what a user calls it; `address` is where it is, with
    {placeholders}; `links` a pattern that addresses of pages match; `fields` what each item of a search is called, or
    the element of a sitemap that names a page (`location`).
    """

    kind: str
    name: str
    address: str
    links: re.Pattern[str]
    prefixes: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A publisher, as its data file describes it. `time_zone` is the IANA name of the zone its dates are in."""

    id: str
    publisher: str
    country: str
    language: str
    licence: str
    homepage: str
    parser: str
    time_zone: str
    feeds: tuple[str, ...]
    hosts: frozenset[str]
    """Where its pages are: hosts, or folders of one of which another source has the rest ("www.mofa.go.jp/mofaj/")."""
    rules: tuple[Rule, ...]
    layout: Layout
    politeness: Politeness
    premiership_in_url: re.Pattern[str] | None = None
    withdrawn_after_days: int = 3
    """On how many different days a page must be seen absent (404, 410) before it counts as withdrawn."""
    asked_at: tuple[re.Pattern[str], str] | None = None
    """Where a page is asked for, if not at its own address: a pattern of addresses, and what takes its place."""
    answered_for: tuple[re.Pattern[str], str] | None = None
    """Of which page an answer is that was asked for elsewhere: a pattern of addresses, and the page's in its place."""
    expects: Expectations = Expectations()
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def has_host(self, host: str) -> bool:
        """Whether pages at a host are the source's, by its name or that with or without "www."."""
        return any(form in self.hosts for form in _forms(host))

    def address_of(self, url: str) -> str:
        """An address in the form that the source's pages are filed under.

        Web archives and links have one page at http and at https, with "www." and without, with the port that goes
        without saying, and with a fragment; the WARC file of a run has it at the address that was asked in its place
        (`asked_at`), which `answered_for` tells the page of. The scheme is that of the source's homepage, the host the
        one that the source names (of both forms, that with "www."). Scheme and host stay as they are where the address
        has a port of its own, and so does all of an address at no host of the source.
        """
        own = next((form for form in _forms(urlsplit(url).hostname or "") if form in self._host_names), None)
        if own is None:
            return url
        if self.answered_for is not None:
            url = self.answered_for[0].sub(self.answered_for[1], url)
        parts = urlsplit(url)
        if parts.port not in (None, {"http": 80, "https": 443}.get(parts.scheme)):
            return url
        return urlunsplit((urlsplit(self.homepage).scheme, own, parts.path, parts.query, ""))

    @cached_property
    def _host_names(self) -> frozenset[str]:
        return frozenset(host.partition("/")[0] for host in self.hosts)

    def request_address(self, url: str) -> str:
        """The address to ask for a page at."""
        return self.asked_at[0].sub(self.asked_at[1], url) if self.asked_at else url

    @cached_property
    def _module(self) -> Parser:
        module: Any = importlib.import_module(f"connectors.sources.{self.parser}")
        return module  # type: ignore[no-any-return]

    def __getstate__(self) -> dict[str, Any]:
        # A module cannot travel between Beam's workers; each imports its own.
        return {key: value for key, value in self.__dict__.items() if key != "_module"}

    def decide(self, entry: FeedEntry, guest: bool | None = None) -> Rule:
        """Whether an entry is to be archived, and why. What no rule matches is not. `guest`: see `Rule.matches`."""
        return next((rule for rule in self.rules if rule.matches(entry, guest)), _NO_RULE)

    def parse(self, content: bytes, url: str, media_type: str, content_type: str | None = None) -> Draft:
        """Read a page of this source.

        Raises NotASummaryError where the page is sound but no summary, UnreadableError where it should be one (by the
        source's rules, held against the page's own title) and cannot be read.
        """
        draft = self._module.parse(content, url, media_type, content_type, self.layout)
        if draft.opening is None:
            rule = self.decide(FeedEntry(url, draft.title, None, ""))
            # A rule that looks at the address alone ("/diplomatic/") keeps more than summaries. One that takes whatever
            # names a guest promises of no page that it is one, but that there is a text to look into.
            takes_all = rule.keep and rule.title is None and rule.address is None
            if takes_all and not draft.points:
                raise UnreadableError("/points", "a text below the title", f"none, under {draft.title!r}")
            called = (rule.title is not None and not rule.names_guest) or _CALLED_A_MEETING.search(draft.title)
            if rule.keep and called and not takes_all:
                raise UnreadableError(
                    "/opening",
                    "an opening sentence with the date of the event",
                    f"none, under {draft.title!r}",
                )
            raise NotASummaryError(f"no opening sentence says that leaders met; the title is {draft.title!r}")
        return draft

    def same_page_renamed(self, old: str, new: str) -> bool:
        """Whether two addresses differ only in the prime ministership they carry."""
        if self.premiership_in_url is None or old == new:
            return False
        found = self.premiership_in_url.search(old), self.premiership_in_url.search(new)
        return all(found) and old[found[0].end() :] == new[found[1].end() :]  # type: ignore[union-attr]

    @property
    def parser_version(self) -> str:
        """What `provenance.parser` says."""
        return f"{self.id}/{self._module.VERSION}"


def forms_of_address(url: str) -> tuple[str, ...]:
    """The forms in which the address of one page is come upon, whatever form its source files it under.

    At http and https, with "www." and without, with a slash at its end and without; a fragment is left out.
    Raises ValueError where this is no address (RFC 3986).
    """
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    paths = dict.fromkeys((parts.path, parts.path.rstrip("/"), f"{parts.path.rstrip('/')}/"))
    return tuple(
        urlunsplit((scheme, f"{host}{port}", path, parts.query, ""))
        for scheme in ("https", "http")
        for host in _forms(parts.hostname or "")
        for path in paths
    )


def _forms(host: str) -> tuple[str, str]:
    """A host's name with "www." and without."""
    bare = host.removeprefix("www.")
    return f"www.{bare}", bare


_NO_RULE = Rule(keep=False, reason="no rule of the source matches it")
_CALLED_A_MEETING = re.compile(
    r"\b(?:summit|meetings?|talks?|courtesy call|telephone|working (?:lunch|dinner|breakfast)|readout|"
    r"(?:meets?|met|speaks?|spoke) (?:with|to))\b",
    re.IGNORECASE,
)


def load(folders: Iterable[Path] = ()) -> dict[str, Source]:
    """All sources by id: the project's own, then those of `folders`, which may extend or replace them.

    Raises SourceError, naming the file's source, where data are wrong.
    """
    tables: dict[str, dict[str, Any]] = {}
    for file in sorted(resources.files("connectors.sources").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            _add(tables, file.name, file.read_text("utf-8"))
    for folder in folders:
        if not folder.is_dir():
            raise SourceError(str(folder), "there is no such folder of source files")
        for path in sorted(folder.glob("*.toml")):
            _add(tables, path.name, path.read_text("utf-8"))
    return {name: _source(table) for name, table in sorted(tables.items())}


def _add(tables: dict[str, dict[str, Any]], file: str, text: str) -> None:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(file, f"not TOML: {error}") from None
    name = table.get("id") or table.get("extends")
    if not isinstance(name, str) or not SOURCE_ID.fullmatch(name):
        raise SourceError(file, "needs an `id` such as jp-kantei (or `extends`, naming one)")
    if "extends" in table:
        if table["extends"] not in tables:
            raise SourceError(file, f"extends {table['extends']!r}, which is not a known source")
        table = _merged(tables[table["extends"]], {k: v for k, v in table.items() if k != "extends"})
    tables[name] = table


def _merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in change.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _source(table: dict[str, Any]) -> Source:
    name = table["id"]
    try:
        polite = table.get("politeness", {})
        page = table.get("page", {})
        in_url = table.get("premiership_in_url")
        return Source(
            id=name,
            publisher=table["publisher"],
            country=table["country"],
            language=table["language"],
            licence=table["licence"],
            homepage=table["homepage"],
            parser=table.get("parser", name.replace("-", "_")),
            time_zone=table["time_zone"],
            feeds=tuple(table["feeds"]),
            hosts=frozenset(table["hosts"]),
            rules=tuple(
                Rule(
                    keep=rule["keep"],
                    reason=rule["reason"],
                    address=re.compile(rule["address"]) if "address" in rule else None,
                    title=re.compile(rule["title"], re.IGNORECASE) if "title" in rule else None,
                    names_guest=rule.get("names_guest", False),
                )
                for rule in table.get("rules", ())
            ),
            layout=Layout(**{key: tuple(value) for key, value in page.items()}),
            politeness=Politeness(
                contact=os.environ.get("READOUTS_CONTACT"),
                **{**polite, "allowed_hosts": frozenset(polite.get("allowed_hosts", ()))},
            ),
            premiership_in_url=re.compile(in_url) if in_url else None,
            asked_at=(re.compile(table["asked_at"]["page"]), table["asked_at"]["address"])
            if "asked_at" in table
            else None,
            answered_for=(re.compile(table["answered_for"]["address"]), table["answered_for"]["page"])
            if "answered_for" in table
            else None,
            expects=Expectations(**table.get("expectations", {})),
            listings=tuple(_listing(listing) for listing in table.get("backfill", ())),
            withdrawn_after_days=table.get("withdrawn_after_days", 3),
            notes=tuple(table.get("notes", ())),
        )
    except KeyError as error:
        raise SourceError(name, f"its data lack {error}") from None
    except (TypeError, re.error) as error:
        raise SourceError(name, f"its data are wrong: {error}") from None


@cache
def _web_archives() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads((resources.files("connectors") / "web_archives.toml").read_text("utf-8"))


def _listing(table: dict[str, Any]) -> Listing:
    """A `[[backfill]]` entry; where it names a web archive, how that is asked comes from `web_archives.toml`."""
    asked = _web_archives()[table["archive"]][table["kind"]] if "archive" in table else {}
    told = {"name": table.get("archive", table["kind"]), **asked, **table}
    told.pop("archive", None)
    return Listing(**{**told, "links": re.compile(told["links"]), "prefixes": tuple(told.get("prefixes", ()))})
