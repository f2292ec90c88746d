"""Whether the time that something takes grows with the text alone."""

from __future__ import annotations

import time
from collections.abc import Callable


def grows_with_the_text_alone(read: Callable[[str], object], piece: str) -> bool:
    """Whether four times as much text, made of one piece over and over, takes at most eight times as long (the least of
    three readings each, in time of the processor; less than 20 ms count as 20)."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        began = time.process_time()
        read(text)
        return time.process_time() - began

    short, long = (min(seconds(length) for _ in range(3)) for length in (20_000, 80_000))
    return long < 8 * max(short, 0.02)
