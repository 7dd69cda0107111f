"""Bytes to a page: its tree, what its head states, and the flow of its body."""
