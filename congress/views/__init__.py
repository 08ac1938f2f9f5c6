"""Pages of the congress: find, ask, do, say, answer."""
