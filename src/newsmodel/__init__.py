"""Any news article as one typed, immutable value."""
