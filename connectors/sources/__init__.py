"""One data file and one small parser a source."""
