"""Auditing: OCFL structure and digests, the log's chain, and that log, objects and quarantine agree."""
