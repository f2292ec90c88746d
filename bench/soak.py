"""Runs killed at random moments, and many at the same time, on disk and on S3: `python -m bench.soak`.

Kills: a small site changes round by round. On each state of it runs are killed with SIGKILL after a random time; after
every kill the archive must validate at once; then one run is let through, and the archive must hold what another one,
never disturbed, holds. Writers: two and eight runs at once over the same feeds, again and again, must end as one does.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from archive.audit import audit
from tests import buckets, places
from tests.places import Place
from tests.serving import Reply, Server, page, serving
from tests.whole import crashing
from tests.whole.crashing import Site
from tests.whole.test_many_writers import unordered

_BASE = "/105/diplomatic/202602/"
_LONGEST = 1.2
"""Seconds; a run with something to do takes about half of it, so that kills fall into all of a run."""


def main() -> None:
    """Run what was asked for, and print what was done; an assertion ends it where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200, help="runs to kill, on each kind of place")
    parser.add_argument("--repeats", type=int, default=50, help="how often many runs are started at once, on each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", nargs="+", default=["folder", "s3"], choices=["folder", "s3"])
    chosen = parser.parse_args()
    for kind in chosen.places:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch, _address(kind) as address:
            if chosen.kills:
                began = time.monotonic()
                print(f"{kind}: {_kills(kind, Path(scratch), address, chosen.kills, chosen.seed)}", flush=True)
                print(f"{kind}: {time.monotonic() - began:.0f} s", flush=True)
            for writers in (2, 8):
                began = time.monotonic()
                _many(kind, Path(scratch), address, writers, chosen.repeats)
                seconds = time.monotonic() - began
                print(f"{kind}: {chosen.repeats} times {writers} runs at once, as one run: {seconds:.0f} s", flush=True)


@contextmanager
def _address(kind: str) -> Iterator[str | None]:
    with ExitStack() as stack:
        if kind == "folder":
            yield None
            return
        address = stack.enter_context(buckets.versity())
        os.environ.update(buckets.environment(address))
        yield address


def _kills(kind: str, scratch: Path, address: str | None, kills: int, seed: int) -> str:
    chance = random.Random(seed)
    (scratch / "calm").mkdir()
    place, calm = places.make(kind, scratch, address), places.make(kind, scratch / "calm", address)
    killed = came_through = rounds = 0
    with serving() as server:
        site = Site(server)
        while killed < kills:
            rounds += 1
            day = 1 + rounds // 10
            _next_state(server, rounds, chance)
            for _ in range(chance.randint(1, 4)):
                if _killed(place, site, day, chance.random() * _LONGEST):
                    killed += 1
                else:
                    came_through += 1
                if place.store.read("ocfl/0=ocfl_1.1") is not None:
                    report = audit.of_archive(place.store)
                    assert report.sound, (rounds, report.faults)
            for where in (place, calm):
                assert crashing.run(where.uri, site.source(), day) is not None
            report = audit.of_archive(place.store)
            assert (report.faults, report.pending) == ([], 0), (rounds, report.faults)
            ours, undisturbed = (unordered(crashing.content(where.store)) for where in (place, calm))
            assert ours == undisturbed, "\n".join([str(rounds), *crashing.difference(ours, undisturbed)])
    return (
        f"{killed} runs killed ({came_through} were faster), {rounds} states of the site: {report.objects} records, "
        f"{report.versions} versions, {report.events} events, {report.quarantined} in quarantine, as undisturbed"
    )


def _next_state(server: Server, number: int, chance: random.Random) -> None:
    """One page more, one revised, one that comes and goes, one that moves; sometimes a broken one."""
    names = [f"{_BASE}p{n}.html" for n in range(number)]
    server.page(names[-1], page(first=f"Page {number} was discussed."))
    server.page(chance.choice(names), page(first=f"It was revised in round {number}."))
    if number > 3:
        server.replies[names[2]] = Reply(404)
        if number % 3 == 0:
            server.page(names[2], page(first="Page 3 came back."))
    if number % 7 == 0:
        server.page(f"{_BASE}broken{number}.html", f"<h1>Japan-Italy Summit Meeting</h1>{number}")
        names.append(f"{_BASE}broken{number}.html")
    server.feed(*names[-20:])


def _killed(place: Place, site: Site, day: int, after: float) -> bool:
    """Start a run and kill it after so many seconds; False where it was faster."""
    # Beam's folder of temporary files outlives a run that is killed.
    with tempfile.TemporaryDirectory() as scratch:
        process = crashing.start(place.uri, site.source(), day, scratch=Path(scratch))
        process.join(after)
        if process.exitcode is None and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
        process.join(60)
    return process.exitcode == -signal.SIGKILL


def _many(kind: str, scratch: Path, address: str | None, writers: int, repeats: int) -> None:
    """Start so many runs at once on each of two days of the site, again and again, each time in a new archive."""
    with serving() as server:
        site = Site(server)
        one_run = _played(kind, scratch / f"{writers}-alone", address, site, 1)
        for number in range(repeats):
            ours = _played(kind, scratch / f"{writers}-{number}", address, site, writers)
            assert ours == one_run, "\n".join([str(number), *crashing.difference(ours, one_run)])


def _played(kind: str, folder: Path, address: str | None, site: Site, runs: int) -> dict[str, Any]:
    """What an archive holds after so many runs at once on both days."""
    folder.mkdir()
    place = places.make(kind, folder, address)
    for day, state in ((1, site.first_day), (2, site.second_day)):
        state()
        barrier = crashing.barrier(runs)
        processes = [crashing.start(place.uri, site.source(), day, barrier) for _ in range(runs)]
        for process in processes:
            process.join(300)
        assert [process.exitcode for process in processes] == [0] * runs
    report = audit.of_archive(place.store)
    assert (report.faults, report.pending) == ([], 0), report.faults
    return unordered(crashing.content(place.store))


if __name__ == "__main__":
    main()
