"""Markup to blocks with marks, and back. Knows the model and no format."""
