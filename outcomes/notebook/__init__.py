"""The evidence in a notebook: controls for the charts, and all estimates as a data frame."""
