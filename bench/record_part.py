"""`python -m bench.record_part SOURCE PART`: measure a part of real pages for the first time, and keep what was told.

Append the facts of new pages to `bench/facts/SOURCE.json` as the next part, put the pages into the folder that
READOUTS_PAGES names, and run this before anybody looks at how they are read: it cannot be made again.
"""

from __future__ import annotations

import argparse
import sys

from bench import accuracy, first_measured, real_pages


def main() -> None:
    """Measure a part whose pages are all at hand and which was not measured before; end with 2 for any other."""
    parser = argparse.ArgumentParser(prog="python -m bench.record_part", description=__doc__)
    parser.add_argument("source", metavar="SOURCE", help="the source's id, as in bench/facts/SOURCE.json")
    parser.add_argument("part", metavar="PART", type=int, help="the number of the part")
    given = parser.parse_args()
    if given.part in first_measured.load().get(given.source, {}):
        parser.error(f"part {given.part} of {given.source} was measured before; a second time tells nothing")
    pages = real_pages.by_address()
    if pages is None:
        parser.error(f"{real_pages.VARIABLE} names no folder of real pages")
    try:
        facts = [fact for fact in accuracy.facts_of(given.source) if fact["part"] == given.part]
    except FileNotFoundError as error:
        parser.error(f"there are no facts of {given.source}: {error.filename}")
    if not facts:
        parser.error(f"bench/facts/{given.source}.json has no part {given.part}")
    if missing := [fact["url"] for fact in facts if fact["url"] not in pages]:
        parser.error(f"{len(missing)} of its {len(facts)} pages are not at hand, the first {missing[0]}")
    rows = first_measured.append(given.source, given.part, accuracy.told_of(given.source, facts, pages))
    sys.stdout.writelines(rows)


if __name__ == "__main__":
    main()
