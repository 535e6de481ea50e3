"""The figures of this course: content that is code."""
