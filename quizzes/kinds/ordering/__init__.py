"""Entries to put into their order."""
