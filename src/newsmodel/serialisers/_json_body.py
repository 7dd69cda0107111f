"""The body of an article in JSON: texts in strings, with blocks around them."""

from collections.abc import Iterable
from typing import Any, Final, Literal, final

from newsmodel.errors import ParseError
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.plain import paragraphs_of
from newsmodel.markup.xml import parse_xml
from newsmodel.model import Block, Paragraph, Quote
from newsmodel.serialisers._body_facts import credited, take_facts
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._json_findings import Findings
from newsmodel.serialisers._json_item import squeezed
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers._quoted_blocks import with_quotes

#: What a string holds.
Form = Literal["plain", "html", "xml"]

# Machines cut descriptions off, but never so soon.
_REPEATED: Final = 60
_OPENING: Final = 8


@final
class JsonBody:
    """Puts the body of one article together.

    Attributes:
        blocks: Its blocks so far, without quotes.
        datelines: The datelines that its texts mark as such.
    """

    def __init__(self, findings: Findings, makers: Makers) -> None:
        self._findings = findings
        self._makers = makers
        self.blocks: list[Block] = []
        self.datelines: list[Stated] = []
        self._said: dict[int, list[Quote]] = {}
        self._speech: set[int] = set()

    def read(self, text: str, form: Form, path: str) -> BodyReader:
        """Read a text, which is not yet added, and take what it says of the article."""
        self._findings.markup = path
        reader = BodyReader(self._findings.note, quiet=self._findings.quiet)
        if form == "plain":
            reader.blocks += [Paragraph(text=each) for each in paragraphs_of(text)]
        elif (root := self._tree(text, form)) is not None:
            reader.read(root)
        self.datelines += take_facts(reader, self._findings, self._makers)
        return reader

    def _tree(self, text: str, form: Form) -> Any:
        if form == "xml":
            try:
                return parse_xml(text, "json")
            except ParseError:  # some leave most of their elements open
                pass
        return parse_fragment(text, self._findings.notes)

    def add_text(self, text: BodyReader) -> None:
        """Add a text that was read, with the quotes that its markup marks."""
        start = len(self.blocks)
        self.blocks += text.blocks
        self._said |= {start + at: said for at, said in text.said.items()}
        self._speech |= {start + at for at in text.speech}

    def add(self, blocks: Iterable[Block]) -> None:
        """Add blocks that stand beside the text."""
        self.blocks += blocks

    def add_quote(self, at: int, quote: Quote) -> None:
        """Add a quote that the document states, by the number of its block."""
        self._said.setdefault(at, []).append(quote)

    def drop_repeated_standfirst(self) -> None:
        """Leave out a standfirst that is the start of the text, as machines make it."""
        fields = self._findings.fields
        standfirst = squeezed(fields.get("standfirst", ""))
        texts = [each.text for each in self.blocks if isinstance(each, Paragraph)]
        text = squeezed(" ".join(texts[:_OPENING]))
        if standfirst and text.startswith(standfirst[:_REPEATED]):
            del fields["standfirst"]
            message = "the description repeats the start of the text"
            self._findings.note("$", "repeated", message)

    def quoted(self) -> list[Block]:
        """Return the blocks, with the quotes in them."""
        language = self._findings.fields.get("language")
        blocks = credited(self.blocks)
        return with_quotes(blocks, language, self._said, self._speech)
