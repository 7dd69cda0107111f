"""What readers of NewsML and NITF by others do alike."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from newsmodel.errors import Location, ParseError, short
from newsmodel.evidence import Explanation, Note
from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.elements import Element, name_of, whole_number
from newsmodel.markup.xml import local_name, path_of
from newsmodel.model import Source, When
from newsmodel.rules.dates import read_when
from newsmodel.rules.languages import language_tag
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._body_facts import credited, take_facts
from newsmodel.serialisers._datelines import Stated, offer_dateline
from newsmodel.serialisers._findings import Findings, Trace
from newsmodel.serialisers._makers import Makers
from newsmodel.serialisers._quoted_blocks import with_quotes
from newsmodel.serialisers._statuses import status_of

_LEAST_URGENCY, _MOST_URGENCY = 1, 9


class EmptyItemError(ParseError):
    """An item says nothing that an article could hold."""


class XmlReader:
    """Reads one item; knows the fields that all these formats state alike."""

    #: Whether an item that says nothing is refused.
    refuses_empty: ClassVar[bool] = True

    def __init__(
        self, item: Element, format: str, notes: Iterable[Note] = (), *, quiet: bool
    ) -> None:
        """Take an item.

        Args:
            item: The item.
            format: Name of its format.
            notes: What is to be said about it already.
            quiet: Whether only the article is wanted, without evidence and notes.
        """
        self._item = item
        self._format = format
        self._found = Findings(notes, quiet=quiet)
        self._makers = Makers(self._found)

    def _rule(self, element: Element) -> str:
        """Return what evidence calls an element."""
        return local_name(element)

    def _settle(self) -> None:
        """Settle what depends on what the text says."""

    def _list_left(self) -> None:
        """List what nobody read."""

    def _offer(
        self, field: str, value: Any, raw: str, element: Element, rule: str = ""
    ) -> None:
        if not self._found.quiet:
            rule = rule or self._rule(element)
        self._found.offer(field, value, Trace(rule, raw, element))

    def _offer_text(
        self, field: str, text: str, element: Element, rule: str = ""
    ) -> None:
        if text:
            self._offer(field, text, text, element, rule)

    def _when(self, field: str, raw: str, element: Element) -> When | None:
        """Return the date that words are; say so where they are none."""
        when = read_when(raw) if raw else None
        if raw and when is None:
            self._found.lose(field, Trace(self._rule(element), raw, element), "no date")
            self._found.note(element, "date-refused", f"{short(raw)} is no date")
        return when

    def _offer_date(self, field: str, raw: str, element: Element) -> None:
        if when := self._when(field, raw, element):
            self._offer(field, when, raw, element)

    def _offer_number(
        self, field: str, raw: str | None, element: Element, rule: str = ""
    ) -> None:
        if not raw:
            return
        number = whole_number(raw)
        if number is None:
            message = f"{short(raw)} is no number"
            self._found.note(element, "number-refused", message)
        else:
            self._offer(field, number, raw, element, rule)

    def _offer_urgency(self, raw: str, element: Element) -> None:
        number = whole_number(raw)
        if number is not None and _LEAST_URGENCY <= number <= _MOST_URGENCY:
            self._offer("urgency", number, raw, element)
        elif raw:
            message = f"{short(raw)} is no number from 1 to 9"
            self._found.note(element, "number-refused", message)

    def _offer_language(self, raw: str | None, element: Element) -> None:
        if not raw or raw.isspace():
            return
        if tag := language_tag(raw):
            rule = "" if name_of(element) == "language" else "lang"
            self._offer("language", tag, raw, element, rule)
        else:
            message = f"{short(raw)} is no language"
            self._found.note(element, "language-refused", message)

    def _offer_status(self, code: str, element: Element) -> None:
        if status := status_of(code):
            self._offer("status", status, code, element)
        elif code:
            self._found.note(element, "code-unknown", f"{short(code)} is no status")

    def _offer_source(self, name: str, element: Element) -> None:
        if name:
            source = Source(name=name, kind=kind_of_publisher(name))
            self._offer("source", source, name, element)

    def _article(
        self,
        body: BodyReader,
        datelines: Sequence[Stated] = (),
        places: Sequence[Stated] = (),
    ) -> Explanation:
        """Return the article, once all else is found.

        Args:
            body: Its text, with its pictures.
            datelines: The datelines that stand outside the text.
            places: Names of places that it is from.

        Raises:
            EmptyItemError: If nothing at all was found.
        """
        found = self._found
        stated = [*datelines, *take_facts(body, found, self._makers)]
        self._makers.settle()
        self._settle()
        offer_dateline(found, stated, places, body.blocks)
        if self.refuses_empty and not body.blocks and not found.fields:
            where = Location(line=self._item.sourceline, path=path_of(self._item))
            raise EmptyItemError("the item says nothing", self._format, where)
        self._list_left()
        language = found.fields.get("language")
        blocks = with_quotes(credited(body.blocks), language, body.said, body.speech)
        return found.explanation(self._format, body=blocks)
