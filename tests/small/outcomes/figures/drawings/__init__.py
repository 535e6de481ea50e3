"""The drawings of the small book."""
