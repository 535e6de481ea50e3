"""How long a test waits for what has to come, before it is told that it does not."""

PATIENCE = 180
"""Seconds; no measure of speed. A machine that others use stands still for many seconds at times."""
