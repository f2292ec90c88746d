"""Facts that records are checked against, kept as data: who held office when, what countries are called, where."""
