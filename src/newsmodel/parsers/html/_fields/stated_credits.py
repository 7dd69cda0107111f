"""Authors whom a page states: in JSON-LD, in its head, in microdata."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from newsmodel.model import Contributor
from newsmodel.parsers.html._fields.scene import (
    LONGEST_RUN,
    MOST_AUTHORS,
    Credit,
    Scene,
    address_of,
    changed,
    text_of,
)
from newsmodel.parsers.html._page.names import words_in
from newsmodel.rules._words import words
from newsmodel.rules.authors import is_other_part

_DEEPEST: Final = 3
_DEEPEST_ITEM: Final = 12
_NAME_PARTS: Final = ("givenName", "additionalName", "familyName")


def from_json_ld(scene: Scene) -> Iterator[Credit]:
    for name in ("author", "creator"):
        # Some pages state an author once for each of several nodes.
        found = islice(people_stated(scene.page.article.get(name), scene), MOST_AUTHORS)
        people = _together([found])
        if people:
            yield Credit(people, ", ".join([each.name for each in people]), None, name)


def people_stated(value: Any, scene: Scene, depth: int = 0) -> Iterator[Contributor]:
    """Return those whom a value of JSON-LD names."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:MOST_AUTHORS]:
            yield from people_stated(each, scene, depth + 1)
    elif isinstance(value, str):
        if not value.startswith(("http", "/", "#", "@", "_:")):
            yield from scene.authors(value)
    elif isinstance(value, dict):
        if "@list" in value:
            yield from people_stated(value["@list"], scene, depth + 1)
            return
        if "@value" in value:
            yield from people_stated(value["@value"], scene, depth + 1)
            return
        name = value.get("name")
        if not name:
            parts = [_literal(value.get(each)) for each in _NAME_PARTS]
            name = " ".join([part for part in parts if part])
        if isinstance(name, list | dict):
            yield from people_stated(name, scene, depth + 1)
        elif isinstance(name, str):
            found = scene.authors(name)
            yield from [_described(each, value) for each in found[:1]]
            yield from found[1:]


def _literal(value: Any, depth: int = 0) -> str:
    """Return the first string of a value of JSON-LD, or nothing."""
    if isinstance(value, str) or depth > _DEEPEST:
        return value if isinstance(value, str) else ""
    if isinstance(value, list):
        return _literal(value[0], depth + 1) if value else ""
    return _literal(value.get("@value"), depth + 1) if isinstance(value, dict) else ""


def _described(one: Contributor, node: dict[str, Any]) -> Contributor:
    """Return an author with what a node of JSON-LD says besides the name."""
    changes: dict[str, Any] = {}
    url = node.get("url")
    if isinstance(url, str) and (address := address_of(url)):
        changes["url"] = address
    if node.get("@type") in ("Organization", "NewsMediaOrganization") and (
        one.kind == "person"
    ):
        changes["kind"] = "organisation"
    works_for = node.get("worksFor") or node.get("affiliation")
    outlet = works_for.get("name") if isinstance(works_for, dict) else works_for
    if isinstance(outlet, str) and not one.affiliation and outlet.strip():
        changes["affiliation"] = " ".join(outlet.split())
    return changed(one, changes)


# The best first.
_METAS: Final = (
    "author",
    "article:author",
    "article:author:name",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "sailthru.byline_name",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "authors",
    "article.author",
    "article_author",
    "cxenseparse:author",
    "og:author",
    "og:article:author",
    "dcsext.author",
    "vr:author",
    "mediator_author",
    "author_name",
    "citation_author",
    "creator",
    "twitter:data1",
)
_NO_NAME: Final = re.compile(r"https?://|www\.|/|@\w|[0-9]+$")
_LABELS: Final = words(
    "author auteur autor by escrito par por verfasst von written écrit"
)


def from_metas(scene: Scene) -> Iterator[Credit]:
    metas = scene.page.metas
    found = []
    for name in _METAS:
        if name not in metas:
            continue
        if name == "twitter:data1" and _LABELS.isdisjoint(
            scene.page.meta("twitter:label1").casefold().split()
        ):
            continue
        contents = [
            each
            for each in metas[name][:MOST_AUTHORS]
            if " " in each or not _NO_NAME.match(each)
        ]
        people = _together(scene.authors(each) for each in contents)
        if people:
            found.append(Credit(people, "; ".join(contents), None, f"meta {name}"))
    # One name in the first of them may be one of several in another.
    for credit in found[1:]:
        names = {each.name for each in credit.people}
        if names > {each.name for each in found[0].people}:
            found.insert(0, credit)
            break
    yield from found


def _together(found: Iterable[Iterable[Contributor]]) -> tuple[Contributor, ...]:
    """Return all of several, none twice."""
    people: dict[str, Contributor] = {}
    for several in found:
        for each in several:
            people.setdefault(each.name.casefold(), each)
    return tuple(people.values())


def _is_of_comment(element: Any) -> bool:
    """Whether microdata is that of a comment on the article."""
    for each in islice(element.iterancestors(), _DEEPEST_ITEM):
        if "omment" in f"{each.get('itemtype')} {each.get('itemprop')}":
            return True
        if "comment" in words_in(each.get("class") or ""):
            return bool(each.tag != "body")
        if "itemscope" in each.attrib and each.get("itemprop") is None:
            return False  # the article itself
    return False


def from_items(scene: Scene) -> Iterator[Credit]:
    raws = []
    elements = scene.page.items.get("author", [])[:4]
    if len(elements) > 1:
        elements = [each for each in elements if not _is_of_comment(each)]
    for element in elements:
        text = element.get("content")
        if not text:
            inner = next(
                (
                    each
                    for each in element.iter()
                    if "name" in (each.get("itemprop") or "").split()
                ),
                element,
            )
            text = inner.get("content") or text_of(inner)
        if (
            text
            and len(text) < LONGEST_RUN
            and not _NO_NAME.match(text)
            and not is_other_part(text)
        ):
            raws.append(text)
    people = _together(scene.authors(text) for text in raws)
    if people:
        yield Credit(people, "; ".join(raws), elements[0], "author")
