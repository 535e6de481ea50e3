"""The files that students handed in: each read or refused, and all of them as one table of responses."""
