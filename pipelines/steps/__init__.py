"""The steps of one page through a run, as plain functions: fetch, read, quarantine, archive, seal.

`pipelines.transforms` wires them into Beam; every rule is here and is tested without a pipeline.
"""

from pipelines.steps.archiving import absent_candidate, archive, archive_in_turn, identify, put_in_quarantine
from pipelines.steps.fetching import fetch
from pipelines.steps.reading import names_guest, of_saved_page, read
from pipelines.steps.sealing import seal

__all__ = [
    "absent_candidate",
    "archive",
    "archive_in_turn",
    "fetch",
    "identify",
    "names_guest",
    "of_saved_page",
    "put_in_quarantine",
    "read",
    "seal",
]
