"""Quotes of blocks that another format holds."""

from newsmodel.model import Block, BlockQuote, Paragraph
from newsmodel.serialisers._quoted_blocks import with_quotes


def test_a_block_quote_that_is_introduced_is_somebodys_words() -> None:
    blocks: list[Block] = [
        Paragraph(text="Ann Example wrote:"),
        BlockQuote(text="The dam leaks."),
    ]
    _, block = with_quotes(blocks, "en")
    (quote,) = block.quotes
    assert (quote.text, quote.mention) == ("The dam leaks.", "Ann Example")
    (lone,) = with_quotes(blocks[1:], "en")
    assert lone.quotes == ()
