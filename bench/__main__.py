"""`python -m bench [NAME...]`: run the measurements, all of them or those named."""

from __future__ import annotations

import sys

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
    for name in sys.argv[1:] or MEASUREMENTS:
        for line in MEASUREMENTS[name]():
            print(f"{name}: {line}", flush=True)


if __name__ == "__main__":
    main()
