"""Numbers, claims and references of the ledger in a page."""
