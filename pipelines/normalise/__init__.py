"""From a draft to a record in the schema's form: plain functions, no I/O, no Beam."""
