"""The change log: numbered, chained, written once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from archive import log
from archive.errors import ArchiveError
from archive.store import Store


def _event(name: str) -> dict[str, Any]:
    return {"specversion": "1.0", "id": name, "data": {}}


def test_segments_follow_each_other(store: Store) -> None:
    assert log.append(store, "r1", [_event("a"), _event("b")], 0) == 1
    assert log.append(store, "r2", [], 0) is None
    assert log.append(store, "r3", [_event("c")], 0) == 2
    segments = list(log.since(store, 0))
    assert [[e["id"] for e in s.events] for s in segments] == [["a", "b"], ["c"]]
    assert segments[1].previous == segments[0].digest
    assert [s.number for s in log.since(store, 1)] == [2]


def test_a_repeated_step_writes_nothing(store: Store) -> None:
    assert log.append(store, "r1", [_event("a")], 0) == 1
    assert log.append(store, "r1", [_event("a")], 0) is None
    # Another run that found the same event in the journal, and has one of its own.
    assert log.append(store, "r2", [_event("a"), _event("b")], 0) == 2
    assert [e["id"] for s in log.since(store, 1) for e in s.events] == ["b"]


def test_a_lost_or_wrong_hint_does_no_harm(store: Store) -> None:
    for name in ("a", "b", "c"):
        log.append(store, name, [_event(name)], log.last(store))
    for hint in (b"", b'{"segment": 1}', b'{"segment": 99}', b"nonsense"):
        store.restore("state/log.json", hint)
        assert log.last(store) == len(list(log.since(store, 0))) == 3


def test_an_altered_segment_is_noticed(store: Store) -> None:
    for name in ("a", "b", "c"):
        log.append(store, name, [_event(name)], log.last(store))
    key = log.key(2)
    store.restore(key, (store.read(key) or b"").replace(b'"b"', b'"x"'))
    with pytest.raises(ArchiveError, match="altered"):
        list(log.since(store, 0))


def test_writers_at_the_same_time(store: Store, request: pytest.FixtureRequest) -> None:
    if request.node.callspec.params["place"] == "moto":
        pytest.skip(
            "moto looks whether a key is there and then writes it: of writers at the same time two may be first"
        )
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda n: log.append(store, f"r{n}", [_event(str(n))], 0), range(24)))
    assert sorted(n or 0 for n in numbers) == list(range(1, 25))
    assert len({e["id"] for s in log.since(store, 0) for e in s.events}) == 24
