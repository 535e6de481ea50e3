"""A branching case: steps, and at each of them choices that lead on."""
