"""A number and its unit."""
