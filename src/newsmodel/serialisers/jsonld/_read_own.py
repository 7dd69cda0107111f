"""Reads back what :mod:`newsmodel.serialisers.jsonld._write` writes.

To the letter. That a document was written there is only a claim: what the model
refuses has it read as anybody's.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from newsmodel.evidence import Note
from newsmodel.model import (
    Article,
    Block,
    Contributor,
    Dateline,
    Embed,
    Image,
    ImageCaption,
    Paragraph,
    Quote,
    Rights,
    Subject,
    When,
)
from newsmodel.serialisers._quotation_nodes import kind_in, quote_fields, source_of
from newsmodel.serialisers.jsonld._vocabulary import (
    CONTRIBUTOR,
    MAKERS,
    PROFILE,
    PROFILE_VERSION,
    TEXTS,
    TIMES,
)

_Node = Mapping[str, Any]


def is_own(node: _Node) -> bool:
    """Whether a node says that newsmodel wrote it."""
    return node.get(PROFILE) == PROFILE_VERSION


def read_own(node: _Node, notes: list[Note]) -> Article:
    """Return the article that a node of ours is.

    Raises:
        ValueError: If a value is not what is written there, or the model refuses
            it.
        TypeError: The same.
    """
    fields: dict[str, Any] = {
        field: node[term] for term, field in TEXTS.items() if term in node
    }
    for term, field in TIMES.items():
        if term in node:
            fields[field] = _when(node[term])
    fields["version"] = node.get("version")
    fields["contributors"] = _makers(node)
    if "publisher" in node:
        fields["source"] = source_of(node["publisher"])
    if dateline := _given(
        text=node.get("dateline"), place=_name(node.get("locationCreated"))
    ):
        fields["dateline"] = Dateline(**dateline)
    terms = node.get("usageInfo")
    if rights := _given(
        holder=_name(node.get("copyrightHolder")),
        notice=node.get("copyrightNotice"),
        terms=terms.get("text") if isinstance(terms, Mapping) else None,
    ):
        fields["rights"] = Rights(**rights)
    fields["subjects"] = [_subject(each) for each in _nodes(node, "about")]
    fields["keywords"] = node.get("keywords", ())
    if "genre" in node:
        fields["genre"] = _subject(node["genre"])
    for each in _nodes(node, "interactionStatistic"):
        fields["views"] = each.get("userInteractionCount")
    fields["body"] = [*_paragraphs(node, notes), *_pictures(node), *_embeds(node)]
    return Article(**fields)


def _nodes(node: _Node, term: str) -> Iterator[_Node]:
    given = node.get(term)
    for each in given if isinstance(given, list) else [given]:
        if isinstance(each, Mapping):
            yield each


def _name(node: Any) -> Any:
    return node.get("name") if isinstance(node, Mapping) else None


def _given(**values: Any) -> dict[str, Any]:
    return {name: each for name, each in values.items() if each is not None}


def _when(text: str) -> When:
    if len(text) == len("2024-05-01"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)


def _makers(node: _Node) -> list[Contributor]:
    made: list[tuple[int, Contributor]] = []
    for term in (*MAKERS, CONTRIBUTOR):
        for each in _nodes(node, term):
            one = Contributor(
                name=each.get("name"),  # type: ignore[arg-type]  # the model checks it
                role=MAKERS.get(term) or each.get("nm:role", CONTRIBUTOR),
                kind=kind_in(each),
                location=_name(each.get("workLocation")),
                affiliation=_name(each.get("worksFor")),
                url=each.get("url"),
                identifiers=each.get("identifier") or (),
            )
            made.append((each.get("nm:position", len(made)), one))
    return [one for _, one in sorted(made, key=lambda pair: pair[0])]


def _subject(node: _Node) -> Subject:
    return Subject(
        name=node.get("name"),
        code=node.get("termCode"),
        scheme=node.get("inDefinedTermSet"),
    )


def _paragraphs(node: _Node, notes: list[Note]) -> Iterator[Block]:
    """Yield the paragraphs of the text, with the quotes at their places."""
    text = node.get("articleBody")
    if not isinstance(text, str):
        return
    quotes = [each for each in _nodes(node, "hasPart") if "position" in each]
    at = 0
    for part in text.split("\n\n"):
        here = [each for each in quotes if at <= each["position"] < at + len(part)]
        if part:
            marks = [_quote(each, part, each["position"] - at) for each in here]
            found = [each for each in marks if each is not None]
            if len(found) < len(here):
                message = "a quote that does not stand in the text at its place"
                notes.append(Note(code="part-unused", message=message))
            yield Paragraph(text=part, marks=found)
        at += len(part) + 2


def _quote(node: _Node, text: str, start: int) -> Quote | None:
    words = node.get("text")
    if not isinstance(words, str) or not text.startswith(words, start):
        return None
    return Quote(start=start, text=words, **quote_fields(node))


def _pictures(node: _Node) -> Iterator[Block]:
    for each in _nodes(node, "image"):
        image = _given(
            url=each.get("url"),
            alt=each.get("description"),
            width=each.get("width"),
            height=each.get("height"),
        )
        yield ImageCaption(
            text=each.get("caption", ""),
            credit_line=each.get("creditText"),
            credits=[source_of(one) for one in _nodes(each, "creator")],
            image=Image(**image) if image else None,
        )


def _embeds(node: _Node) -> Iterator[Block]:
    for each in _nodes(node, "associatedMedia"):
        yield Embed(
            url=each.get("embedUrl"),
            provider=_name(each.get("provider")),
            text=each.get("text", ""),
        )
