"""The form of a record: its JSON Schema, its validation, and the authority files its names are checked against."""
