"""The drawings, each a function of the name of its module."""
