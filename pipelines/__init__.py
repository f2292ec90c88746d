"""From a draft to an archived version: normalising, and the Beam pipeline that carries records to the archive."""
