"""Rebuilding state from what is kept: what a run needs to know of the pages that are archived or in quarantine.

Only what is missing is filled in. What state alone knows (validators, how often a page was absent, what was skipped) is
lost with it, and costs no more than a few requests.
"""

from __future__ import annotations

from datetime import date

import orjson

from archive import frame, log, ocfl, quarantine
from archive.errors import ArchiveError
from archive.kept import record_of
from archive.state import PageState, SourceState
from archive.store import Store
from schemas.record import Readout

_UNSOUND = "was not sound JSON: put aside"


def fill_in(store: Store) -> list[str]:
    """Make state whole again; what was done, a sentence each."""
    done = _put_aside(store)
    states: dict[str, SourceState] = {}
    suffix = f"/{ocfl.INVENTORY}"
    for key in store.keys(frame.OCFL_ROOT):
        if key.endswith(suffix) and not ocfl.in_version_folder(key):
            path = key[len(frame.OCFL_ROOT) + 1 : -len(suffix)]
            try:
                _page(store, path, states)
            except (ArchiveError, KeyError, TypeError):
                continue  # the audit names it
    for entry in quarantine.entries(store):
        state = states.setdefault(entry.source, SourceState(store, entry.source))
        if state.page(entry.url) is None:
            reason = (
                f"{entry.reasons[0]['pointer']}: expected {entry.reasons[0]['expected']}" if entry.reasons else None
            )
            state.set_page(entry.url, PageState("quarantined", reason=reason, parser=entry.parser))
    done += [f"state/{name}: filled in" for name, state in states.items() if state.save()]
    newest = log.last(store)
    hint = orjson.dumps({"segment": newest})
    if newest and store.read(log.HINT_KEY) != hint:
        store.restore(log.HINT_KEY, hint)
        done.append(f"{log.HINT_KEY}: written anew")
    return done


def _put_aside(store: Store) -> list[str]:
    done = []
    for part in ("state", "runs"):
        for key in list(store.keys(part)):
            if not key.endswith(".json"):
                continue
            raw = store.read(key)
            try:
                sound = raw is None or isinstance(orjson.loads(raw), dict)
            except orjson.JSONDecodeError:
                sound = False
            if not sound and raw is not None:
                store.restore(f"{frame.STAGING}/aside/{key}", raw)
                store.remove(key)
                done.append(f"{key}: {_UNSOUND}")
    return done


def _page(store: Store, path: str, states: dict[str, SourceState]) -> None:
    inventory = ocfl.parse(path, store.read(f"{frame.OCFL_ROOT}/{path}/{ocfl.INVENTORY}") or b"")
    record = record_of(store, inventory)
    state = states.setdefault(record["source"], SourceState(store, record["source"]))
    provenance = record["provenance"]
    gone = provenance["change"] == "withdrawn"
    if state.page(record["url"]) is None:
        state.set_page(
            record["url"],
            PageState(
                standing="withdrawn" if gone else "archived",
                record=path,
                capture=None if gone else provenance["capture_digest"],
                content=provenance["content_digest"],
                parser=provenance["parser"],
                missing=tuple(provenance["absent_on"]),
                published=None,
            ),
        )
        _due(state, record)
    for version in inventory.versions:
        old = record_of(store, inventory, version)["url"]
        if old != record["url"] and state.page(old) is None:
            state.set_page(old, PageState("alias", record=path, reason=f"moved to {record['url']}"))
    if state.record_saying(provenance["content_digest"]) is None:
        state.set_record_saying(provenance["content_digest"], path)


def _due(state: SourceState, record: Readout) -> None:
    day = record["published"] or record["event"]["date"]
    if day and record["provenance"]["change"] != "withdrawn":
        state.add_to_cohort(date.fromisoformat(day), record["url"])
