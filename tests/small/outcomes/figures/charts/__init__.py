"""The charts of the small book."""
