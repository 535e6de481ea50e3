"""Cards for Anki: a question as a note, the deck of them, and the same as text."""
