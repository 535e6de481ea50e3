"""What benchmarks open."""

CHAPTER = "staging-and-prognosis"
"""Four charts, and questions of the two commonest kinds."""

FORESTS = "metastatic-disease"
"""The longest forests."""
