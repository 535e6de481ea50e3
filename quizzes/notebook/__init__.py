"""The questions of a chapter in a live notebook."""

MIME = "application/vnd.course.quiz+json"
"""By which whoever builds a page recognizes a quiz, and puts the questions of its chapter there."""
