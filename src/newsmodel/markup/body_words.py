"""What the elements of a body are, whatever vocabulary they come from.

XHTML, NITF and the dialect of TT name much alike and contradict each other
nowhere, so one table by local name, in lower case, reads all three.
"""

from typing import Final, Literal, TypeAlias

from newsmodel.rules._words import words

Kind: TypeAlias = Literal[
    "aside",
    "break",
    "container",
    "embed",
    "fact",
    "figure",
    "heading",
    "hidden",
    "image",
    "item",
    "list",
    "mark",
    "paragraph",
    "plain",
    "quote",
    "set apart",
    "speech",
    "table",
]

#: What an element is to the reader; one that is not here is read by what is in it.
KINDS: Final[dict[str, Kind]] = {
    # Holds blocks.
    **dict.fromkeys(
        words(
            "address article block body brodtext content datacontent details dialog"
            " div fieldset form html ingress inlinexml main nitf section text"
            " body.content body.head body.end center hedline tagline"
        ),
        "container",
    ),
    # Is a block.
    **dict.fromkeys(words("p pre fn summary"), "paragraph"),
    **dict.fromkeys(words("h1 h2 h3 h4 h5 h6 hl2 mellis"), "heading"),
    **dict.fromkeys(words("ul ol dl menu dir"), "list"),
    **dict.fromkeys(words("li dt dd"), "item"),
    **dict.fromkeys(words("blockquote bq"), "set apart"),
    **dict.fromkeys(words("table nitf-table"), "table"),
    **dict.fromkeys(words("figure media bild"), "figure"),
    **dict.fromkeys(words("img"), "image"),
    **dict.fromkeys(words("audio embed iframe object video"), "embed"),
    "citat": "speech",
    # Stands in blocks.
    "br": "break",
    "q": "quote",
    **dict.fromkeys(words("a b em i strong"), "mark"),
    **dict.fromkeys(
        words(
            "abbr acronym bdi bdo big cite code data del dfn font ins kbd label lang"
            " mark name s samp small span strike sub sup time tt u var wbr"
        ),
        "plain",
    ),
    # Says something about the article.
    **dict.fromkeys(words("hl1 rubrik byline dateline dat abstract"), "fact"),
    **dict.fromkeys(words("distributor rights copyrite"), "fact"),
    # Stands beside the article.
    **dict.fromkeys(words("aside footer header nav note"), "aside"),
    **dict.fromkeys(
        words("button head hr input script select style template textarea"), "hidden"
    ),
}

#: Kinds that end a paragraph.
BLOCKS: Final[frozenset[Kind]] = frozenset(
    (
        "aside",
        "container",
        "fact",
        "figure",
        "heading",
        "item",
        "list",
        "paragraph",
        "set apart",
        "speech",
        "table",
    )
)

#: Which emphasis, or that it is a link.
MARKS: Final = {"a": "link", "b": "strong", "strong": "strong", "i": "em", "em": "em"}

LEVELS: Final = {f"h{level}": level for level in range(1, 7)} | {"hl2": 2, "mellis": 2}

#: Which field a fact is for.
FACTS: Final = {
    "hl1": "headline",
    "rubrik": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "dat": "dateline",
    "abstract": "standfirst",
    "distributor": "distributor",
    "rights": "rights",
    "copyrite": "rights",
}

#: The same, by the class of an element; what it holds stays where it stands.
CLASSES: Final = {"byline": "byline", "dateline": "dateline"}

#: What is in a figure: its caption, whose it is, where it lies.
CAPTIONS: Final = words("figcaption media-caption bildtext caption")
CREDITS: Final = words("media-producer bildskapare credit")
FILES: Final = words("img media-reference bildfil")
#: Media types of a NITF ``media`` that are pictures.
PICTURES: Final = words("image photo picture graphic illustration")
