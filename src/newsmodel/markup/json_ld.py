"""Statements in JSON-LD, and which of them are about the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from newsmodel.rules._words import words

Node = dict[str, Any]

_ARTICLES: Final = words(
    "APIReference BlogPosting DiscussionForumPosting LiveBlogPosting Report"
    " SocialMediaPosting"
)
_INSTEAD: Final = words("CreativeWork WebPage ItemPage MedicalWebPage")
# Where a node may name another by its address alone, as a plain string.
_NAMED_BY_URL: Final = words(
    "author contributor creator editor image primaryImageOfPage provider publisher"
    " sourceOrganization thumbnail translator"
)
# Articles inside these are others than the page's.
_OF_OTHERS: Final = words(
    "citation comment hasPart isBasedOn isRelatedTo itemListElement liveBlogUpdate"
    " mentions relatedLink significantLink subjectOf blogPost"
)
_DEEPEST: Final = 3
#: An address that says a vocabulary and a code in it.
CODED: Final = re.compile(
    r"(?P<scheme>https?://(?:www\.)?wikidata\.org/(?:entity|wiki))/(?P<code>Q[0-9]{1,12})"
    r"|(?P<vocabulary>https?://cv\.iptc\.org/newscodes/[a-z]{2,30})/(?P<term>[0-9a-zA-Z]{2,30})"
)
#: What sort of article some types are.
GENRES: Final = {
    "AdvertiserContentArticle": "advertiser content",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "background",
    "LiveBlogPosting": "live blog",
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "review",
    "SatiricalArticle": "satire",
}


def nodes_in(values: Iterable[Any]) -> list[Node]:
    """Return all nodes in some values, those inside others too, in order.

    Example:
        >>> [node["name"] for node in nodes_in([{"name": "a", "b": [{"name": "c"}]}])]
        ['a', 'c']
    """
    nodes: list[Node] = []
    left: list[Any] = [*values][::-1]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            nodes.append(each)
            each = list(each.values())
        if isinstance(each, list):
            inner = [value for value in each if isinstance(value, dict | list)]
            left += inner[::-1]
    return nodes


def types_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types of a node, without the address of their vocabulary.

    Example:
        >>> types_of({"@type": ["http://schema.org/NewsArticle", "Article"]})
        ('NewsArticle', 'Article')
    """
    stated = node.get("@type")
    if isinstance(stated, str):
        return (_type(stated),)
    if isinstance(stated, list):
        return tuple([_type(each) for each in stated if isinstance(each, str)])
    return ()


def _type(name: str) -> str:
    return name.rpartition("/")[2].rpartition(":")[2]


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether a node is of a type of article.

    Example:
        >>> is_article({"@type": "OpinionNewsArticle"}), is_article({"@type": "Person"})
        (True, False)
    """
    return any(each.endswith("Article") or each in _ARTICLES for each in types_of(node))


def choose_article(
    nodes: list[Node], addresses: Sequence[str], titles: Sequence[str]
) -> Node:
    """Return the node of the article that a page is about, or an empty one.

    Args:
        nodes: All nodes of the page.
        addresses: What the page says its own address is.
        titles: What it says its title is.

    Returns:
        The node, with the nodes it refers to by ``@id`` in their places. A node
        of the page itself stands in where none is of a type of article.
    """
    candidates = [node for node in nodes if is_article(node)]
    if not candidates:
        candidates = [
            node
            for node in nodes
            if "datePublished" in node and not _INSTEAD.isdisjoint(types_of(node))
        ]
    if not candidates:
        return {}
    if len(candidates) > 1:
        others = of_others(nodes)
        homes = {_bare(each) for each in addresses if each}
        names = {_plain(each) for each in titles if each}

        def weight(node: Node) -> tuple[bool, int, bool, int]:
            url = node.get("url"), node.get("mainEntityOfPage"), node.get("@id")
            here = any(_bare(_address(each)) in homes for each in url if each)
            title = _plain(string_of(node.get("headline") or node.get("name")))
            known = bool(title) and any(
                title in each or each in title for each in names
            )
            return (
                id(node) not in others,
                here + 2 * known,
                "headline" in node,
                len(node),
            )

        best = max(candidates, key=weight)
    else:
        best = candidates[0]
    if _is_of_another_page(best, addresses, titles):
        return {}
    return resolved(best, referred_to(nodes))


def _is_of_another_page(
    node: Node, addresses: Sequence[str], titles: Sequence[str]
) -> bool:
    """Whether a node names another host and a headline like no title of the page.

    Either alone is common: reprints name their source, titles are rewritten.
    """
    hosts = {_bare(each).partition("/")[0] for each in addresses if each}
    own = [_bare(_address(node[name])) for name in ("url", "@id") if node.get(name)]
    elsewhere = {each.partition("/")[0] for each in own if "." in each}
    if not hosts or not elsewhere or not hosts.isdisjoint(elsewhere):
        return False
    headline = _plain(string_of(node.get("headline")))
    title = _plain(" ".join(titles))
    # In writing without blanks the whole is one word, and stands in the title.
    words_of = set(headline.split())
    return bool(headline and title) and not (
        headline in title or words_of & set(title.split())
    )


def string_of(value: object) -> str:
    """Return a value as one string: itself, its ``@value`` or name, or its first.

    Example:
        >>> string_of([{"@value": "Bridge reopens"}])
        'Bridge reopens'
    """
    for _ in range(_DEEPEST):
        if isinstance(value, str):
            return value
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
        else:
            break
    return value if isinstance(value, str) else ""


def values_of(value: object) -> list[Any]:
    """Return a value as a list of what it holds: lists stay, the rest is alone.

    Example:
        >>> values_of("a"), values_of({"@list": ["a", "b"]}), values_of(None)
        (['a'], ['a', 'b'], [])
    """
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return string_of(value)


def _bare(address: str) -> str:
    """Return an address without what may differ between two of one page."""
    address = address.partition("#")[0].partition("?")[0].rstrip("/")
    return address.partition("://")[2].removeprefix("www.") or address


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def of_others(nodes: list[Node]) -> set[int]:
    """Return the identities of the nodes that lists of other articles hold."""
    others: set[int] = set()
    left: list[Any] = [
        value
        for node in nodes
        for name, value in node.items()
        if name in _OF_OTHERS and isinstance(value, list | dict)
    ]
    while left:
        each = left.pop()
        if isinstance(each, list):
            left += [inner for inner in each if isinstance(inner, list | dict)]
        elif id(each) not in others:
            others.add(id(each))
            left += [inner for inner in each.values() if isinstance(inner, list | dict)]
    return others


def referred_to(nodes: Iterable[Node]) -> dict[str, Node]:
    """Return the nodes that others can refer to, by their ``@id``.

    Of several with the same the one that says most.
    """
    known: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(known.get(name, ())):
            known[name] = node
    return known


def resolved(article: Node, known: Mapping[str, Node]) -> Node:
    """Return a node with the nodes it refers to in their places.

    Three levels deep, and every node once a level, so that neither circles nor
    references to references make it grow.
    """
    if not known:
        return article
    made: dict[tuple[int, int], Node] = {}

    def resolve(value: Any, depth: int) -> Any:
        if isinstance(value, list):
            return [
                resolve(each, depth) if isinstance(each, dict) else each
                for each in value
            ]
        if not isinstance(value, dict):
            return value
        name = value.get("@id")
        node = known.get(name, value) if isinstance(name, str) else value
        key = id(node), depth
        if key not in made:
            made[key] = node
            if depth < _DEEPEST:
                made[key] = {
                    field: resolve(_named(field, each, known), depth + 1)
                    for field, each in node.items()
                }
        return made[key]

    found: Node = resolve(article, 0)
    return found


def _named(field: str, value: Any, known: Mapping[str, Node]) -> Any:
    """Return the nodes that plain strings name, where a field holds parties."""
    if field not in _NAMED_BY_URL:
        return value
    if isinstance(value, str):
        return known.get(value, value)
    if isinstance(value, list):
        return [
            known.get(each, each) if isinstance(each, str) else each for each in value
        ]
    return value
