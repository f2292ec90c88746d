"""The archive: versions in OCFL objects, the change log, quarantine, state, and the catalogue built from them."""
