"""What a page says of its article: each field but the body."""
