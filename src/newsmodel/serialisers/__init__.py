"""Interchange formats, each reading and writing."""
