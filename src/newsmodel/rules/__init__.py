"""Small named rules, each of which reads one kind of string."""
