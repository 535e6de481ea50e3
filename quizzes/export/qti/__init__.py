"""Packages of QTI: a question as an item, the package around it, and what the editions differ in."""
