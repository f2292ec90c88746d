"""The demonstration: a sample site of two publishers, and the three days played on it."""
