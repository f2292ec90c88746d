"""Measurements. `python -m bench` runs them and prints the table that RESULTS.md records."""
