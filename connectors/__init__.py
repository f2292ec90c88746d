"""From a publisher's address to a draft: sources, feeds, polite fetching, captures, and reading pages."""
