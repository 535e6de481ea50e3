"""The charts, each a function of the name of its module."""
