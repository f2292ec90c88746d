"""Archives for tests, made by the steps of a run without fetching anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from archive import log
from archive.note import KEY_VARIABLE, Signer
from archive.state import SourceState
from archive.store import Store
from connectors import capture as captures
from connectors import source as sources
from connectors.source import Expectations
from pipelines import steps
from pipelines.items import Fetched, Outcome, PageRequest, Ready, RunClock, ToQuarantine
from tests.serving import page

FIRST = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
BASE = "https://japan.kantei.go.jp/105/diplomatic/202602/"


def archived(
    store: Store,
    names: Sequence[str],
    *,
    first: str = "Prime Minister Meloni congratulated Prime Minister Takaichi on {name}.",
    day: int = 0,
    signer: Signer | None = None,
    broken: Sequence[str] = (),
) -> list[Outcome]:
    """One run that archives a page a name (those in `broken` go to quarantine), `day` days after FIRST."""
    source = sources.load()["jp-kantei"]
    now = FIRST + timedelta(days=day)
    clock = RunClock(now - datetime.now(UTC))
    run = f"{now:%Y%m%dT%H%M%SZ}-0000000{day % 10}"
    state = SourceState(store, source.id)
    log_at = log.last(store)
    ready: list[Ready] = []
    outcomes: list[Outcome] = []
    for name in names:
        url = f"{BASE}{name}.html"
        body = "<h1>Japan-Italy Summit Meeting</h1>" if name in broken else page(first=first.format(name=name))
        got = steps.read(
            Fetched(
                PageRequest(source.id, url, known=state.page(url)),
                captures.of_saved_page(url, body.encode(), "text/html; charset=utf-8", now),
            ),
            source,
            clock,
            run,
        )
        if isinstance(got, Ready):
            identified = steps.identify(got, source, state)
            (ready if isinstance(identified, Ready) else outcomes).append(identified)  # type: ignore[arg-type]
        elif isinstance(got, ToQuarantine):
            outcomes.append(steps.put_in_quarantine(got, store))
        else:
            outcomes.append(got)
    outcomes += steps.archive(ready, store, {source.id: source}, clock, run, log_at)
    with pytest.MonkeyPatch.context() as patch:
        if signer is not None:
            patch.setenv(KEY_VARIABLE, signer.private_key())
        steps.seal(store, run, now, clock, (), outcomes, {source.id: Expectations()}, log_at)
    return outcomes
