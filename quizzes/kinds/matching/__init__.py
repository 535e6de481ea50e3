"""Prompts and a menu of answers."""
