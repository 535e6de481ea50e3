"""The figures of this course."""
