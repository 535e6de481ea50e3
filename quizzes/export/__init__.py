"""The questions for the tools that people have already: one module a format, over one form of a question."""
