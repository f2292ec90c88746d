"""What makes a version, and which: the publisher, the address, the page's absence, or our own reading."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from archive import quarantine, rebuild, runs
from archive.catalogue import Catalogue, VersionRow
from archive.compare import differences, readings
from archive.kept import inventory_of, record_of
from connectors.source import Rule, Source
from connectors.sources import jp_kantei
from pipelines.ingest import ingest
from pipelines.items import RunClock
from pipelines.retry import retry
from tests.places import Place
from tests.serving import Reply, Server, page

_FIRST = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
_PATH = "/105/diplomatic/202602/26italy.html"
_ID = "jp/105-takaichi/2026-02-26/26italy"


def _run(place: Place, source: Source, day: int) -> dict[str, int]:
    shift = _FIRST + timedelta(days=day - 1) - datetime.now(UTC)
    counts = ingest(place.uri, [source], clock=RunClock(shift)).report.sources[source.id].counts
    return {name: count for name, count in counts.items() if count and name != "seen"}


def _history(place: Place, record: str = _ID) -> list[VersionRow]:
    catalogue = Catalogue(place.store)
    try:
        return catalogue.history(record)
    finally:
        catalogue.close()


def _page(updated: str = "", **parts: str) -> str:
    return page(**parts).replace("<p>1. ", f"{updated}<p>1. ", 1) if updated else page(**parts)


def test_a_declared_change_and_a_silent_one_are_told_apart(server: Server, run_place: Place) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, _page())
    _run(run_place, source, 1)
    server.page(_PATH, _page("<p>Last updated: March 10, 2026</p>", first="First revision."))
    assert _run(run_place, source, 2) == {"revised": 1}
    server.page(_PATH, _page("<p>Last updated: March 10, 2026</p>", first="Second revision."))
    assert _run(run_place, source, 3) == {"revised": 1}
    server.page(_PATH, _page("<p>(Updated on March 12, 2026)</p>", first="Third revision."))
    assert _run(run_place, source, 4) == {"revised": 1}
    assert [(v.change, v.declared) for v in _history(run_place)] == [
        ("created", None),
        ("revised", True),
        ("revised", False),
        ("revised", True),
    ]
    store = run_place.store
    record = record_of(store, inventory_of(store, _ID))
    assert record["declared_changes"] == [{"at": "2026-03-12", "note": None}]
    assert record["published"] == "2026-02-26"


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Last updated: March 10, 2026</p>",
        "<p>Today: March 10, 2026</p>",
        "<p>Printed on March 10, 2026, 10:15</p>",
        '<blockquote class="twitter-tweet"><p>What others say today about the meeting.</p></blockquote>',
        '<div class="embed"><p>Another site shows something else now.</p></div>',
        '<iframe src="https://x.example/">Video</iframe><nav><ul><li>A new menu</li></ul></nav>',
        '<p class="caption">Photograph of the two leaders</p>',
    ],
)
def test_what_its_author_does_not_say_makes_no_version(server: Server, run_place: Place, furniture: str) -> None:
    if run_place.kind != "folder":
        pytest.skip("where it is kept makes no difference to what is read")
    source = server.source(server.feed(_PATH))
    server.page(_PATH, _page())
    _run(run_place, source, 1)
    server.page(_PATH, _page(furniture))
    assert _run(run_place, source, 2) == {"unchanged": 1}
    server.page(_PATH, _page(furniture.replace("March 10", "March 11").replace("today", "tomorrow")))
    assert _run(run_place, source, 3) == {"unchanged": 1}
    assert [v.change for v in _history(run_place)] == ["created"]


def test_reprocessed_is_not_revised(server: Server, run_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    other = _PATH.replace("26italy", "27france")
    source = server.source(server.feed(_PATH, other))
    server.page(_PATH, _page(first="It  was read badly."))
    server.page(other, _page(first="This was read badly too."))
    parse = jp_kantei.parse

    def badly(*arguments: Any) -> Any:
        draft = parse(*arguments)
        return replace(draft, points=draft.points[:1])

    with monkeypatch.context() as before:
        before.setattr(jp_kantei, "parse", badly)
        _run(run_place, source, 1)
    monkeypatch.setattr(jp_kantei, "VERSION", jp_kantei.VERSION + 1)
    # The parser is better; and the publisher has changed one of the two pages meanwhile.
    server.page(other, _page(first="This was read badly too, and was changed."))
    assert _run(run_place, source, 2) == {"reprocessed": 1, "revised": 1}
    first, second = _history(run_place)
    assert (second.change, second.valid_from) == ("reprocessed", first.valid_from)
    assert _history(run_place, _ID.replace("26italy", "27france"))[-1].change == "revised"
    store = run_place.store
    inventory = inventory_of(store, _ID)
    # The same bytes were captured: they are kept once, and the record says how they came.
    keys = {inventory.content_key(v, "capture.warc.gz") for v in inventory.versions}
    assert keys == {f"ocfl/{_ID}/v1/content/capture.warc.gz"}
    old, new = (record_of(store, inventory, v) for v in ("v1", "v2"))
    assert new["provenance"]["captured_at"] == old["provenance"]["captured_at"]
    assert [d.place for d in differences(old, new)] == ["point 2."]
    assert [d.place for d in readings(old, new)] == ["speakers"]


def test_moved_by_canonical_link(server: Server, run_place: Place) -> None:
    new = "/archive/2026/italy.html"
    server.page(_PATH, _page())
    _run(run_place, server.source(server.feed(_PATH)), 1)
    # The new address says what it was called before, and something more.
    link = f'<link rel="canonical" href="{server.address}{_PATH}">'
    server.page(new, _page(first="Something more.").replace("</head>", f"{link}</head>"))
    source = server.source(server.feed(new), attempts=1)
    source = replace(source, rules=(Rule(keep=True, reason="every page"),))
    assert _run(run_place, source, 2) == {"revised": 1}
    assert [v.change for v in _history(run_place)] == ["created", "revised"]
    assert _history(run_place)[-1].url.endswith(new)
    # The old address still shows what it showed: it says nothing of the record any more.
    both = replace(server.source(server.feed(new, _PATH), attempts=1), rules=source.rules)
    assert _run(run_place, both, 3) == {"unchanged": 2}


@pytest.mark.parametrize(("first", "result"), [("It was edited, too.", "revised"), (None, "relocated")])
def test_moved_with_the_prime_ministership(server: Server, run_place: Place, first: str | None, result: str) -> None:
    """With a new prime ministership all addresses change, and a page may be edited on the way."""
    old = _PATH.replace("/105/", "/104/")
    server.page(old, _page())
    _run(run_place, server.source(server.feed(old)), 1)
    server.page(_PATH, _page(first=first) if first else _page())
    del server.replies[old]
    assert _run(run_place, server.source(server.feed(_PATH), attempts=1), 2) == {result: 1}
    assert [v.url.removeprefix(server.address) for v in _history(run_place)] == [old, _PATH]
    # Nor is a page of another day or name at such an address taken for it.
    other = _PATH.replace("26italy", "27france")
    server.page(other, _page(first="Another one."))
    assert _run(run_place, server.source(server.feed(_PATH, other), attempts=1), 3) == {"unchanged": 1, "new": 1}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, b"<html><h1>Notice</h1><p>This page is under maintenance until Monday.</p></html>",
              {"Content-Type": "text/html"}),
        Reply(200, b"%PDF-1.7", {"Content-Type": "application/pdf"}),
    ],
)  # fmt: skip
def test_a_page_that_shows_something_else_for_a_while_is_not_lost_sight_of(
    server: Server, run_place: Place, reply: Reply
) -> None:
    source = server.source(server.feed(_PATH), attempts=1)
    server.page(_PATH, _page())
    _run(run_place, source, 1)
    # By now the feed has other pages; this one is looked at again when it is 16 and 32 days old.
    source = server.source(server.feed())
    server.replies[_PATH] = reply
    assert _run(run_place, source, 6) == {"quarantined": 1}
    (entry,) = quarantine.entries(run_place.store)
    assert _ID in entry.reasons[0]["expected"]
    # Nor by trying it again, which finds that there is nothing to be read of it.
    (tried,) = retry(run_place.store, {source.id: source}, ())
    assert (tried.record, tried.left) == (None, False)
    server.page(_PATH, _page(first="It was revised meanwhile."))
    assert _run(run_place, source, 22) == {"revised": 1}
    assert [v.change for v in _history(run_place)] == ["created", "revised"]


def test_absence_is_told_by_its_days(server: Server, run_place: Place) -> None:
    source = server.source(server.feed(_PATH))
    server.page(_PATH, _page())
    _run(run_place, source, 1)
    server.replies[_PATH] = Reply(410, b"gone")
    for day in (2, 3, 4):
        _run(run_place, source, day)
    server.page(_PATH, _page(first="It came back with other words."))
    assert _run(run_place, source, 6) == {"restored": 1}
    created, withdrawn, restored = _history(run_place)
    assert [moment[:10] for moment in withdrawn.absent_on] == ["2026-03-10", "2026-03-11", "2026-03-12"]
    assert (withdrawn.says, restored.says) == ("same", "other")
    assert created.valid_from < withdrawn.valid_from < restored.valid_from
    assert withdrawn.valid_from == withdrawn.absent_on[0]
    record = record_of(run_place.store, inventory_of(run_place.store, _ID), "v2")
    assert record["provenance"]["captured_at"][:10] == "2026-03-12"
    restored_record = record_of(run_place.store, inventory_of(run_place.store, _ID), "v3")
    assert restored_record["provenance"]["absent_on"] == []


@pytest.mark.parametrize("file", ["inventory.json", "inventory.json.sha512", "v1/content/record.json"])
@pytest.mark.parametrize("day_two", ["revised", "gone", "moved"])
def test_one_damaged_record_does_not_stop_a_run(server: Server, run_place: Place, file: str, day_two: str) -> None:
    """What drops out of its feed within days must not wait for a repair."""
    names = ("26italy", "27france")
    italy, france = (_PATH.replace("26italy", name) for name in names)
    for path in (italy, france):
        server.page(path, _page(first=f"{path} was discussed."))
    source = replace(server.source(server.feed(italy, france), attempts=1), withdrawn_after_days=1)
    _run(run_place, source, 1)
    run_place.store.restore(f"ocfl/{_ID.replace('26italy', '27france')}/{file}", b"damaged")
    server.page(italy, _page(first="It was revised."))
    if day_two == "revised":
        server.page(france, _page(first="It was revised, too."))
    elif day_two == "gone":
        server.replies[france] = Reply(404)
    else:
        new = france.replace("/105/", "/105_takaichi/")
        server.page(new, _page(first=f"{france} was discussed."))
        source = replace(source, feeds=(server.feed(italy, new),))
    counts = _run(run_place, source, 2)
    assert counts["revised"] >= 1
    assert _history(run_place)[-1].change == "revised"
    # What was only read, or not at all, may even be written; nothing is lost.
    assert sum(counts.values()) == 2
    again = _run(run_place, source, 3)
    assert again.get("failed", 0) == counts.get("failed", 0)


@pytest.mark.parametrize("damaged", [b"{", b"[]", b'{"s-test": 1}', b'{"s-test": {"started": "soon"}}'])
def test_not_knowing_when_it_last_ran_stops_no_run(server: Server, run_place: Place, damaged: bytes) -> None:
    server.page(_PATH, _page(first="It was discussed."))
    source = server.source(server.feed(_PATH))
    _run(run_place, source, 1)
    assert run_place.store.read("runs/latest.json") is not None
    run_place.store.restore("runs/latest.json", damaged.replace(b"s-test", source.id.encode()))
    server.page(_PATH, _page(first="It was revised."))
    assert _run(run_place, source, 2)["revised"] == 1
    assert runs.last_run_of(run_place.store, source.id) == (_FIRST + timedelta(days=1)).date()


def _two_sources(server: Server, said: str = "was discussed") -> tuple[Source, Source]:
    """Two sources of a page each, which says so."""
    paths = (_PATH, _PATH.replace("26italy", "27france"))
    for path in paths:
        server.page(path, _page(first=f"{path} {said}."))
    other = server.source(server.feed(paths[1], name="/other.rdf"))
    return server.source(server.feed(paths[0])), replace(other, id="jp-other")


@pytest.mark.parametrize("damaged", [b"{", b"[]"])
@pytest.mark.parametrize("part", ["feeds", "pages"])
def test_a_source_whose_state_is_damaged_does_not_stop_the_others(
    server: Server, run_place: Place, part: str, damaged: bytes
) -> None:
    source, other = _two_sources(server)
    ingest(run_place.uri, [source, other])
    keys = [key for key in run_place.store.keys("state/jp-other") if f"/{part}" in key]
    assert keys
    for key in keys:
        run_place.store.restore(key, damaged)
    _two_sources(server, "was revised")
    report = ingest(run_place.uri, [source, other]).report
    assert report.exit_code == 3
    assert report.sources[source.id].counts["revised"] == 1
    assert [problem.split(" (")[0] for problem in report.sources["jp-other"].problems] == [f"{keys[0]}: not sound JSON"]

    assert any("put aside" in done for done in rebuild.fill_in(run_place.store))
    report = ingest(run_place.uri, [source, other]).report
    assert (report.exit_code, report.sources["jp-other"].counts["revised"]) == (0, 1)


def test_what_a_run_did_is_kept_and_told_though_a_source_cannot_remember_it(server: Server, run_place: Place) -> None:
    source, other = _two_sources(server)
    ingest(run_place.uri, [source, other])
    _two_sources(server, "was revised")
    # Where what a page says is looked up is read only when the run is sealed: the page itself is known.
    digests = [f"{number:02x}" for number in range(256)]
    for digest in digests:
        run_place.store.restore(f"state/jp-other/content/{digest}.json", b"{")
    report = ingest(run_place.uri, [source, other]).report
    assert report.exit_code == 3
    for each in (source.id, "jp-other"):
        assert report.sources[each].counts["revised"] == 1
    (why,) = report.forgotten
    assert re.fullmatch(
        r"what was learnt is not remembered: state/jp-other/content/[0-9a-f]{2}\.json: not sound JSON "
        r"\(readouts repair makes it anew\)",
        why,
    )
    assert report.sources["jp-other"].problems == [f"failed: {why}"]
    assert runs.last_run_of(run_place.store, "jp-other") is not None

    rebuild.fill_in(run_place.store)
    report = ingest(run_place.uri, [source, other]).report
    assert (report.exit_code, report.sources["jp-other"].counts["revised"]) == (0, 0)
    assert _history(run_place)[-1].change == "revised"
