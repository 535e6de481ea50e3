"""A word or two, typed."""
