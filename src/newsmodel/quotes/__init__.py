"""Finds quotes in running text, and who is speaking."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from newsmodel.model import Quote
from newsmodel.quotes.clauses import Weights, learned_weights
from newsmodel.quotes.links import quotes_in
from newsmodel.quotes.packs import Language, language_pack
from newsmodel.quotes.packs import read_language as read_language
from newsmodel.rules.languages import likely_language

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SAMPLE = 1200  # characters to tell the language by
_IN_MARKS = re.compile(
    '“[^”\n]{1,400}”|„[^“”\n]{1,400}[“”]|«[^»\n]{1,400}»|"[^"\n]{1,400}"'
)
_Clauses = Literal["learned", "rules"]


def find_quotes(
    texts: Sequence[str],
    *,
    language: str | Language | None = None,
    clauses: _Clauses = "learned",
    min_confidence: int = 0,
    set_apart: Mapping[int, str] | None = None,
) -> tuple[tuple[Quote, ...], ...]:
    """Return the quotes in each block of one document.

    Speakers are resolved over the whole document, and all quotes of one speaker
    carry one equal source.

    Args:
        texts: The texts of the blocks, in order.
        language: The language they are written in, as a BCP 47 tag or as what
            ``read_language`` returns. If it is not given, the texts tell. What
            is read of each language, the documentation says under languages.
        clauses: How reported clauses are found: by weights that were learned
            from annotated news (in English), or by rules, which find those that
            hold quotation marks and no indirect speech.
        min_confidence: The least confidence of a quote that is returned, in per
            cent. The documentation has a table of how many are right.
        set_apart: Which of the texts are block quotes, from 0, and what each is
            signed with outside of the texts, or an empty text. They need no
            marks to be quotes: one that the text before introduces with a colon
            or that is signed is somebody's words as a whole.

    Returns:
        For each text its quotes, in order. Their offsets count from its start,
        and pieces of one utterance share a ``group`` from 1 up.

    Raises:
        TypeError: If an argument is of another type.
        ValueError: If *clauses* or *min_confidence* is none of those.

    Example:
        >>> (quote,), () = find_quotes(["“It is over,” said Ann Example.", "No more."])
        >>> quote.text, quote.cue, quote.speaker.name
        ('It is over,', 'said', 'Ann Example')

    .. versionadded:: 0.1.0
    """
    _check_confidence(min_confidence)
    pack = _known(texts, language)
    blocks = quotes_in(
        texts,
        [0] * len(texts),
        pack,
        _weights(pack, clauses),
        set_apart,
    )
    return tuple(
        [
            tuple([each for each in quotes if each.confidence >= min_confidence])
            for quotes in blocks
        ]
    )


def extract_quotes(
    text: str,
    *,
    language: str | Language | None = None,
    clauses: _Clauses = "learned",
    min_confidence: int = 0,
) -> tuple[Quote, ...]:
    """Return the quotes in a text that is no article.

    Paragraphs are parted by line ends. A quote that holds a character which the
    model refuses (a lone surrogate, a control character) is left out.

    Args:
        text: Any text.
        language: The language it is written in, as for ``find_quotes``.
        clauses: How reported clauses are found, as there.
        min_confidence: The least confidence, as there.

    Returns:
        Its quotes in order; ``text[quote.start:quote.end]`` is the quote's text.

    Raises:
        TypeError: If an argument is of another type.
        ValueError: If *clauses* or *min_confidence* is none of those.

    Example:
        >>> (quote,) = extract_quotes('Ann Example said she was "not amused".')
        >>> quote.kind, quote.text, quote.fragments
        ('mixed', 'she was "not amused"', ('not amused',))
        >>> (quote,) = extract_quotes("„Nein“, sagte Anna Muster.", language="de")
        >>> quote.speaker.name
        'Anna Muster'
        >>> text = "The mayor said the ferry would be late."
        >>> (quote,) = extract_quotes(text, clauses="learned")
        >>> quote.kind, quote.text, quote.mention
        ('indirect', 'the ferry would be late', 'The mayor')

    .. versionadded:: 0.1.0
    """
    if not isinstance(text, str):
        raise _wanted("text", "str", text)
    _check_confidence(min_confidence)
    lines = list(_LINE.finditer(text))
    texts, offsets = [each[0] for each in lines], [each.start() for each in lines]
    pack = _known(texts, language)
    blocks = quotes_in(texts, offsets, pack, _weights(pack, clauses))
    found = [quote for quotes in blocks for quote in quotes]
    return tuple([each for each in found if each.confidence >= min_confidence])


def _check_confidence(min_confidence: object) -> None:
    if not isinstance(min_confidence, int):
        raise _wanted("min_confidence", "int", min_confidence)
    if not 0 <= min_confidence <= 100:
        msg = f"min_confidence: wanted 0 to 100, got {min_confidence}"
        raise ValueError(msg)


def _wanted(name: str, what: str, given: object) -> TypeError:
    return TypeError(f"{name}: wanted {what}, got {type(given).__name__}")


def _weights(language: Language, clauses: _Clauses) -> Weights | None:
    if clauses not in ("learned", "rules"):
        msg = f'clauses are "learned" or found by "rules", not {clauses!r}'
        raise ValueError(msg)
    # They were learned from English news, and hold for nothing else.
    english = language is language_pack("en")
    return learned_weights() if english and clauses == "learned" else None


def _known(texts: Sequence[str], language: str | Language | None) -> Language:
    """Return what is known of a language, or of the one that texts are in."""
    if isinstance(language, Language):
        return language
    if language is not None and not isinstance(language, str):
        raise _wanted("language", "a tag or what read_language returns", language)
    if language is None:
        sample = _sample(texts)
        # Whoever speaks may do so in another language.
        language = likely_language(_IN_MARKS.sub(" ", sample)) or likely_language(
            sample
        )
    return language_pack(language)


def _sample(texts: Sequence[str]) -> str:
    """Return enough of the texts to tell their language by."""
    sample, length = [], 0
    for text in texts:
        sample.append(text[:_SAMPLE])
        length += len(text)
        if length > _SAMPLE:
            break
    return "\n".join(sample)
