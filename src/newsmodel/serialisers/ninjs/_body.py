"""The body of an item, with what is associated with it."""

from typing import Any, Final, final

from newsmodel.errors import ParseError
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.fragments import parse_fragment
from newsmodel.markup.plain import paragraphs_of
from newsmodel.markup.xml import local_name, parse_xml
from newsmodel.model import Block, Heading, Paragraph, Quote, Source
from newsmodel.rules.languages import language_of
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._json_findings import Findings, Trace
from newsmodel.serialisers._json_item import Item, line_of
from newsmodel.serialisers._quoting import with_quotes
from newsmodel.serialisers.ninjs._pictures import Picture, read_film, read_picture
from newsmodel.serialisers.ninjs._placing import LEADS, placed, squeezed
from newsmodel.serialisers.ninjs._texts import Written, written_in
from newsmodel.serialisers.ninjs._vocabulary import (
    ABOUT_THE_DOCUMENT,
    ASSOCIATIONS,
    FILMS,
    FORMAT,
    PICTURES,
)

_REPEATED: Final = 60


@final
class Body:
    """Reads the body of one item.

    Attributes:
        blocks: Its blocks, without quotes.
    """

    def __init__(self, item: Item, findings: Findings) -> None:
        self._item = item
        self._findings = findings
        self.blocks: list[Block] = []
        # What the markup says of blocks, by their identity, since they move.
        self._said: dict[int, list[Quote]] = {}
        self._speech: list[int] = []

    def quoted(self) -> list[Block]:
        """Return the blocks with the quotes in them."""
        language = self._findings.fields.get("language")
        if language is None:
            sample = "\n".join([each.text for each in self.blocks[:12]])[:1200]
            language = language_of(sample)
        at = {id(block): at for at, block in enumerate(self.blocks)}
        said = {at[key]: quotes for key, quotes in self._said.items() if key in at}
        speech = [at[key] for key in self._speech if key in at]
        return with_quotes(self.blocks, language, said, speech)

    def read(self, picture: Picture | None) -> None:
        """Read it, with the pictures and films beside it.

        Args:
            picture: The picture that the item itself is, if it is one.
        """
        bodies = written_in(self._item, "bodies", "body")
        pictures, films, texts = self._associated()
        body = _best_body(bodies)
        read = self._read_body(body) if body else None
        blocks = read.blocks if read else []
        self._others_of(bodies, body)
        if picture:
            if [squeezed(each.text) for each in blocks] == [
                squeezed(picture.caption.text)
            ]:
                blocks = []  # superdesk repeats the caption of a picture as its body
            pictures.insert(0, picture._replace(name=LEADS[0]))
        blocks = self._without_headline(blocks)
        self.blocks = placed(blocks, pictures) + films
        for path, said in texts:
            self._findings.left_out(path, said, "it is an item of its own")
        if self.blocks:
            trace = Trace(
                f"body-{body.role or body.form}" if body else "associations",
                self.blocks[0].text,
                body.path if body else "$.associations",
            )
            self._findings.witness("body", trace)
        self._drop_repeated_standfirst()

    def _read_body(self, body: Written) -> BodyReader:
        def note(element: Any, code: str, message: str) -> None:
            path = f"{body.path} {local_name(element)}"
            self._findings.note(code, message, path)

        reader = BodyReader(note)
        if body.form == "plain":
            reader.blocks += [
                Paragraph(text=each) for each in paragraphs_of(body.value)
            ]
        elif (root := self._tree(body)) is not None:
            reader.read(root)
        blocks = reader.blocks
        self._said = {id(blocks[at]): said for at, said in reader.said.items()}
        self._speech = [id(blocks[at]) for at in reader.speech]
        for field, text, element in reader.facts:
            path = f"{body.path} {local_name(element)}"
            if field in ("byline", "standfirst", "headline"):
                self._findings.offer(field, text, Trace(f"{field}-in-body", text, path))
            elif field == "distributor":
                source = Source(name=text, kind=kind_of_publisher(text))
                trace = Trace("distributor-in-body", text, path)
                self._findings.offer("source", source, trace)
            else:
                self._findings.left_out(path, text)
        return reader

    def _tree(self, body: Written) -> Any:
        """Return the tree of a body, of XML if it is: NITF, or something like it."""
        if body.form == "xml":
            try:
                return parse_xml(body.value, FORMAT)
            except ParseError:  # TT leaves most of its elements open
                pass
        return parse_fragment(body.value, self._findings.notes)

    def _others_of(self, bodies: list[Written], body: Written | None) -> None:
        for each in bodies:
            if each is not body:
                reason = "another rendition of the body was taken"
                self._findings.left_out(each.path, line_of(each.value[:400]), reason)

    def _without_headline(self, blocks: list[Block]) -> list[Block]:
        """Return blocks without the headline that some bodies begin with."""
        headline = squeezed(self._findings.fields.get("headline", ""))
        first = blocks[0] if blocks else None
        if (
            headline
            and isinstance(first, Heading | Paragraph)
            and len(blocks) > 1
            and squeezed(first.text) == headline
        ):
            self._findings.note("repeated", "the body begins with the headline", "$")
            return blocks[1:]
        return blocks

    def _drop_repeated_standfirst(self) -> None:
        """Leave out a standfirst that is the start of the text, as cut by machines."""
        standfirst = squeezed(self._findings.fields.get("standfirst", ""))
        text = squeezed(" ".join([each.text for each in self.blocks[:8]]))
        if standfirst and text.startswith(standfirst[:_REPEATED]):
            self._findings.fields.pop("standfirst")
            message = "the description repeats the start of the text"
            self._findings.note("repeated", message, "$")

    def _associated(
        self,
    ) -> tuple[list[Picture], list[Block], list[tuple[str, str]]]:
        """Return the pictures and films beside the text, and the texts by path."""
        pictures: list[Picture] = []
        films: list[Block] = []
        texts: list[tuple[str, str]] = []
        for item in self._item.items(*ASSOCIATIONS):
            kind = line_of(item.peek("type")).lower()
            if kind in PICTURES or (not kind and item.peek("renditions")):
                if picture := read_picture(item):
                    pictures.append(picture)
            elif kind in FILMS:
                if film := read_film(item):
                    films.append(film)
            else:
                headlines = written_in(item, "headlines", "headline")
                words = [each.text for each in headlines] or [item.line("uri", "guid")]
                texts.append((item.path, " ".join(words)))
                continue
            for said, path in item.rest():
                if path.rpartition(".")[2].lower() not in ABOUT_THE_DOCUMENT:
                    self._findings.left_out(path, said)
        return pictures, films, texts


def _best_body(bodies: list[Written]) -> Written | None:
    """Return the rendition of the text that is read: markup before plain text."""
    for form in ("html", "plain", "xml"):
        for each in bodies:
            if each.form == form and not each.value.isspace():
                return each
    return None
