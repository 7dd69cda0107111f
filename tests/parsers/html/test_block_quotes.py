"""Block quotes and q on pages: whose words they are, without marks."""

import pytest

import newsmodel
from newsmodel.model import BlockQuote, Quote
from tests.parsers.html.test_pictures import page_of

WORDS = (
    "We have waited long enough, and today we dance on it all night, whatever the "
    "council of this town decided about it in the spring."
)


def quotes_of(*parts: str) -> list[Quote]:
    """Return the quotes of a page with *parts* in its story."""
    article = newsmodel.parse(page_of(*parts), format="html")
    return [quote for _, quote in article.iter_quotes()]


@pytest.mark.parametrize(
    "parts",
    [
        ["<p>Ann Example wrote to us:</p>", f"<blockquote>{WORDS}</blockquote>"],
        ["<p>Ann Example wrote:</p>", f"<blockquote><p>{WORDS}</p></blockquote>"],
        [f"<blockquote><p>{WORDS}</p><footer>Ann Example</footer></blockquote>"],
        [f"<blockquote><p>{WORDS}</p><p><cite>— Ann Example</cite></p></blockquote>"],
        [f"<blockquote><p>“{WORDS}”</p><footer>Ann Example</footer></blockquote>"],
        [f"<p>So <q>{WORDS}</q> said Ann Example.</p>"],
    ],
)
def test_words_set_apart_on_a_page_have_their_speaker(parts: list[str]) -> None:
    (quote,) = quotes_of(*parts)
    assert (quote.text, quote.kind) == (WORDS, "direct")
    assert quote.speaker
    assert quote.speaker.name == "Ann Example"


def test_a_block_quote_of_nobody_is_a_block_and_no_quote() -> None:
    article = newsmodel.parse(page_of(f"<blockquote>{WORDS}</blockquote>"))
    assert [block.text for block in article.body if isinstance(block, BlockQuote)]
    assert article.quotes == ()
