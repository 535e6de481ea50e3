"""Drawings: figures as SVG, made by code from the ledger. One module a drawing; no script, no font of their own."""
