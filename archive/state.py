"""What a source's next run needs to know: page by page, and which pages are due for another look.

State can be lost without loss of anything archived. It is kept in small files by the first letters of a digest, so
that a run reads and writes a few of them, however large the archive. Every source has its own:

    state/<source>/feeds.json              validators of its feeds, and what each announced last
    state/<source>/pages/<hh>.json         address -> what is known of the page there
    state/<source>/content/<hh>.json       digest of what a page says -> record, to know a page at a new address
    state/<source>/finds/<hh>.json         address -> when it was captured elsewhere, of captures that were looked into
    state/<source>/cohorts/<yyyy-mm>.json  day of publication -> addresses, for looking again
    state/<source>/reprocessed.json        the parser that read all again that was archived, and up to which segment
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

import orjson

from archive.errors import ConflictError, UnsoundStateError
from archive.store import Store

Standing = Literal["archived", "skipped", "quarantined", "withdrawn", "alias", "announced"]

LOOK_AGAIN_AFTER = tuple(2**n for n in range(13))
"""Ages in days at which a page that left its feed is asked for again: 1, 2, 4 ... 4096. Edits come early if at all."""


@dataclass(frozen=True)
class PageState:
    """What is known of one address.

    `capture` and `content` are the digests of the page's bytes and of what it says, as last seen. `missing` lists when
    it answered 404 or 410, the first time on each day (UTC, ISO 8601).
    """

    standing: Standing
    record: str | None = None
    reason: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    capture: str | None = None
    content: str | None = None
    parser: str | None = None
    missing: tuple[str, ...] = ()
    published: str | None = None


@dataclass
class FeedState:
    """A feed's validators, and the addresses it announced when last read."""

    etag: str | None = None
    last_modified: str | None = None
    announced: list[dict[str, Any]] = field(default_factory=list)


class SourceState:
    """The state of one source, read as needed, written by `save`."""

    def __init__(self, store: Store, source: str) -> None:
        self.store = store
        self._base = f"state/{source}"
        self._cache: dict[str, dict[str, Any]] = {}
        self._changes: dict[str, dict[str, Any]] = {}

    def page(self, url: str) -> PageState | None:
        """What is known of an address, or None."""
        found = self._read(_shard("pages", url)).get(url)
        return PageState(**{**found, "missing": tuple(found.get("missing", ()))}) if found else None

    def set_page(self, url: str, state: PageState) -> None:
        slim = {key: value for key, value in asdict(state).items() if value not in (None, (), [])}
        if "missing" in slim:
            slim["missing"] = list(slim["missing"])
        self._set(_shard("pages", url), url, slim)

    def record_saying(self, content_digest: str) -> str | None:
        """The record whose newest version says exactly this, or None."""
        found = self._read(_shard("content", content_digest)).get(content_digest)
        return str(found) if found else None

    def set_record_saying(self, content_digest: str, record: str) -> None:
        self._set(_shard("content", content_digest), content_digest, record)

    def finds(self, url: str) -> frozenset[str]:
        """When an address was captured by others (web archives, files), of the captures that were looked into."""
        return frozenset(self._read(_shard("finds", url)).get(url, ()))

    def add_find(self, url: str, captured_at: str) -> None:
        known = self._read(_shard("finds", url)).get(url, [])
        if captured_at not in known:
            self._set(_shard("finds", url), url, sorted([*known, captured_at]))

    def feed(self, url: str) -> FeedState:
        found = self._read("feeds").get(url)
        return FeedState(**found) if found else FeedState()

    def set_feed(self, url: str, state: FeedState) -> None:
        self._set("feeds", url, asdict(state))

    def read_again(self, parser: str) -> int:
        """The segment of the log up to which this parser looked into all that is archived; 0 where it did not yet."""
        return int(self._read("reprocessed").get(parser, 0))

    def set_read_again(self, parser: str, segment: int) -> None:
        self._set("reprocessed", parser, segment)

    def add_to_cohort(self, day: date, url: str) -> None:
        """Remember that a page was published on a day, so that it is looked at again in time."""
        name = f"cohorts/{day:%Y-%m}"
        known = self._read(name).get(day.isoformat(), [])
        if url not in known:
            self._set(name, day.isoformat(), [*known, url])

    def due(self, today: date, last_run: date | None) -> list[str]:
        """The addresses due for another look: those whose age reached one of LOOK_AGAIN_AFTER since the last run."""
        first = today if last_run is None else min(last_run + timedelta(days=1), today)
        if last_run is not None and last_run >= today:
            return []
        days = (today - first).days + 1
        urls: dict[str, None] = {}
        for ago in range(min(days, 400)):
            for age in LOOK_AGAIN_AFTER:
                born = today - timedelta(days=ago + age)
                urls.update(dict.fromkeys(self._read(f"cohorts/{born:%Y-%m}").get(born.isoformat(), ())))
        return list(urls)

    def save(self) -> int:
        """Write what changed, merging with what another run wrote meanwhile; the number of files written.

        What is as it was is not written.
        """
        written = 0
        for name, changes in self._changes.items():
            written += self._merge(name, changes)
        self._changes.clear()
        self._cache.clear()
        return written

    def _merge(self, name: str, changes: Mapping[str, Any]) -> int:
        key = f"{self._base}/{name}.json"
        for _ in range(100):
            raw = self.store.read(key)
            current = _loads(key, raw)
            merged = {**current, **changes}
            if merged == current:
                return 0
            if self.store.replace(key, orjson.dumps(merged, option=orjson.OPT_SORT_KEYS), raw):
                return 1
        raise ConflictError(key, "other writers always came first")

    def _read(self, name: str) -> dict[str, Any]:
        if name not in self._cache:
            key = f"{self._base}/{name}.json"
            self._cache[name] = dict(_loads(key, self.store.read(key)))
        return self._cache[name]

    def _set(self, name: str, key: str, value: Any) -> None:
        self._read(name)[key] = value
        self._changes.setdefault(name, {})[key] = value


def _loads(key: str, raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        return {}
    try:
        loaded = orjson.loads(raw)
    except orjson.JSONDecodeError:
        loaded = None
    if not isinstance(loaded, dict):
        raise UnsoundStateError(key)
    return loaded


def _shard(kind: str, name: str) -> str:
    return f"{kind}/{hashlib.sha256(name.encode()).hexdigest()[:2]}"
