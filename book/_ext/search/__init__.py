"""The book's own search: its index, and how words are compared."""
