"""`python -m bench [NAME...]`: run the measurements, all of them or those named."""

from __future__ import annotations

import argparse

from bench import accuracy, auditing, bucket, commit, memory, no_news, page, size

MEASUREMENTS = {
    "accuracy": accuracy.measure,
    "page": page.measure,
    "commit": commit.measure,
    "audit": auditing.measure,
    "bucket": bucket.measure,
    "size": size.measure,
    "no_news": no_news.measure,
    "memory": memory.measure,
}


def main() -> None:
    """Print each measurement as it is made: name, figure, limit."""
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Run the measurements, all of them or those named; each prints name, figure and limit.",
    )
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"one of: {', '.join(MEASUREMENTS)}")
    names = parser.parse_args().names
    if unknown := [name for name in names if name not in MEASUREMENTS]:
        parser.error(f"there is no measurement {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
    for name in names or MEASUREMENTS:
        for line in MEASUREMENTS[name]():
            print(f"{name}: {line}", flush=True)


if __name__ == "__main__":
    main()
