"""Lists of words, written as text."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, which blanks and line ends part."""
    return frozenset(text.split())


def names(text: str) -> frozenset[str]:
    """Return the lines of a text, for names of more than one word."""
    return frozenset(line.strip() for line in text.strip().splitlines())


def ranks(text: str) -> dict[str, int]:
    """Return the words of a text with their places in it, from 0."""
    return {word: rank for rank, word in enumerate(text.split())}
