"""The chapters as notebooks, in which everything stands in plain Markdown."""
