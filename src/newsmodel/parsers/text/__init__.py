"""Plain text: an article as a reader pastes it or a wire sends it.

The text is cut into lines, the lines into paragraphs, and rules say what each
paragraph is: a line of the head, a closing line, or a block of the body.
"""

import re
from typing import Final, final

from newsmodel.errors import ParseError
from newsmodel.evidence import Explanation
from newsmodel.markup.decoding import decode, has_mark
from newsmodel.model import Paragraph
from newsmodel.model.fieldtypes import TEXT_LIMIT
from newsmodel.parsers._other_kinds import other_kind, refuse_other_kinds
from newsmodel.parsers.text._body import Draft, read_body, texts_in_reading_order
from newsmodel.parsers.text._facts import FactReader
from newsmodel.parsers.text._findings import Findings, Trace
from newsmodel.parsers.text._head import Head
from newsmodel.parsers.text._lines import Document, Piece, pieces_of
from newsmodel.parsers.text._sentences import is_stopped
from newsmodel.parsers.text._settle import settle
from newsmodel.parsers.text._tail import read_tail
from newsmodel.quotes import find_quotes
from newsmodel.rules.datelines import DatelineReading, read_dateline
from newsmodel.rules.languages import language_of

_MARKUP: Final = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*(?:<!doctype|<html|<\?xml|\{\s*"newsmodel")', re.IGNORECASE
)
_SAMPLE: Final = 1200
_SHOWN: Final = 80


@final
class TextParser:
    r"""Reads plain text; any text is an article of some sort.

    Example:
        >>> text = "Bridge reopens\n\nBy Ann Example\n\nIt opened. All went well."
        >>> PARSER.read(text, url=None).article.authors
        ('Ann Example',)

    .. versionadded:: 0.1.0
    """

    format = "text"
    media_types = ("text/plain",)
    suffixes = (".txt", ".text")
    summary = "an article as a reader pastes it or a wire sends it"

    def looks_like(self, head: bytes) -> int:
        """Return 1 for what can be text, 0 for markup and files of other kinds."""
        if _MARKUP.match(head) or (b"\0" in head and not has_mark(head)):
            return 0
        return 0 if other_kind(head) else 1

    def read(self, data: bytes | str, *, url: str | None = None) -> Explanation:
        """Return the article in a text, and how it was read.

        Bytes are UTF-8, or what a byte order mark says, or windows-1252; a
        ``str`` is taken as it is. Refuses a text that is blank, and a file of
        another kind that begins as such, as PDF and RTF do.

        Raises:
            ParseError: If there is no text.
        """
        refuse_other_kinds(data, self.format)
        text, notes = decode(data)
        findings = Findings(Document(text), notes)
        if url:
            findings.fields["url"] = url
        layout, pieces = pieces_of(findings.document.text)
        if not pieces:
            advice = "Give it at least one character that is not blank"
            raise ParseError("the document is empty", self.format, advice=advice)
        reader = FactReader(pieces)
        head = Head(pieces, reader, findings)
        head.read()
        closing = read_tail(pieces, reader, head.used, findings)
        left = [each for at, each in enumerate(pieces) if at not in head.used]
        language = language_of(_sample(left))
        drafts = read_body(left, language, findings)
        settle(head.facts + closing, _dateline(drafts), findings)
        if drafts:
            trace = Trace(layout, drafts[0].text[:_SHOWN], drafts[0].piece)
            findings.witness("body", trace)
        return self._explain(_cut(drafts, findings), language, findings)

    def _explain(
        self,
        drafts: list[Draft],
        language: str | None,
        findings: Findings,
    ) -> Explanation:
        """Find the quotes, and build the article."""
        order = list(texts_in_reading_order(drafts))
        found = find_quotes([drafts[at].text for at in order], language=language)
        quotes = dict(zip(order, found, strict=True))
        body = [draft.build(quotes[at]) for at, draft in enumerate(drafts)]
        for at, draft in enumerate(drafts):
            if draft.rule:
                piece = draft.piece
                trace = Trace(draft.rule, piece.text, piece)
                findings.witness(f"body[{at}]", trace)
        if language:
            first = drafts[0]
            trace = Trace("function-words", first.text[:_SHOWN], first.piece)
            findings.witness("language", trace)
        return findings.explanation(self.format, language=language, body=body)


def _dateline(drafts: list[Draft]) -> tuple[DatelineReading, Piece] | None:
    """Return the dateline of the first paragraph."""
    for draft in drafts:
        if draft.kind is Paragraph:
            reading = read_dateline(draft.text)
            if reading and (reading.sure or is_stopped(draft.text)):
                return reading, draft.piece
            return None
    return None


def _cut(drafts: list[Draft], findings: Findings) -> list[Draft]:
    """Cut texts that are longer than an article can hold."""
    for at, draft in enumerate(drafts):
        if len(draft.text) > TEXT_LIMIT:
            message = f"cut to {TEXT_LIMIT:,} characters of {len(draft.text):,}"
            findings.note("text-cut", message, draft.piece, TEXT_LIMIT)
            drafts[at] = draft._replace(text=draft.text[:TEXT_LIMIT])
    return drafts


def _sample(pieces: list[Piece]) -> str:
    """Return enough of the text to tell its language by."""
    texts: list[str] = []
    length = 0
    for piece in pieces:
        texts.append(piece.text[:_SAMPLE])
        length += len(piece.text)
        if length > _SAMPLE:
            break
    return "\n".join(texts)


PARSER: Final = TextParser()
