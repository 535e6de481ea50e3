"""The figures of the small book."""
