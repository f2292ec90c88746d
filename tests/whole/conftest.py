"""Whole runs: the server that forks their processes.

There is one in a process, and whoever starts it settles what its children need not import again. An audit of many
objects starts it with less than a run needs (4 seconds of imports, each time), so it is started while tests are
collected. It imports `tests.whole.crashing` itself, and not this file: else it would start another.
"""

from __future__ import annotations

from multiprocessing import forkserver

import tests.whole.crashing  # noqa: F401  tells what is imported once

forkserver.ensure_running()
