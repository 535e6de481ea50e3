"""The questions of a chapter in a live notebook."""
