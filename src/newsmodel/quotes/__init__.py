"""Finds quotes in running text, and who is speaking."""
