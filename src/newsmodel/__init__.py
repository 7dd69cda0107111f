r"""Any news article as one typed, immutable value, in every format of the trade.

    >>> import newsmodel
    >>> article = newsmodel.parse("Bridge reopens\n\nBy Ann Example\n\nIt is open.")
    >>> article.headline, article.authors
    ('Bridge reopens', ('Ann Example',))

Importing it loads nothing: each name is loaded when it is first used.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as in typing, which takes too long to import
if TYPE_CHECKING:
    from newsmodel.documents import dump as dump
    from newsmodel.documents import explain as explain
    from newsmodel.documents import load as load
    from newsmodel.documents import load_all as load_all
    from newsmodel.documents import parse as parse
    from newsmodel.documents import parse_all as parse_all
    from newsmodel.documents import serialise as serialise
    from newsmodel.documents import validate as validate
    from newsmodel.errors import Location as Location
    from newsmodel.errors import ModelError as ModelError
    from newsmodel.errors import NewsModelError as NewsModelError
    from newsmodel.errors import ParseError as ParseError
    from newsmodel.errors import SerialiseError as SerialiseError
    from newsmodel.errors import UnknownFormatError as UnknownFormatError
    from newsmodel.evidence import Candidate as Candidate
    from newsmodel.evidence import Evidence as Evidence
    from newsmodel.evidence import Explanation as Explanation
    from newsmodel.evidence import Note as Note
    from newsmodel.model import Article as Article
    from newsmodel.model import Block as Block
    from newsmodel.model import BlockQuote as BlockQuote
    from newsmodel.model import Cell as Cell
    from newsmodel.model import Contributor as Contributor
    from newsmodel.model import Dateline as Dateline
    from newsmodel.model import Embed as Embed
    from newsmodel.model import Emphasis as Emphasis
    from newsmodel.model import Heading as Heading
    from newsmodel.model import Image as Image
    from newsmodel.model import ImageCaption as ImageCaption
    from newsmodel.model import Link as Link
    from newsmodel.model import ListItem as ListItem
    from newsmodel.model import Mark as Mark
    from newsmodel.model import Paragraph as Paragraph
    from newsmodel.model import Quote as Quote
    from newsmodel.model import Rights as Rights
    from newsmodel.model import Source as Source
    from newsmodel.model import Subject as Subject
    from newsmodel.model import Table as Table
    from newsmodel.model import When as When
    from newsmodel.model import sort_key as sort_key
    from newsmodel.protocols import Parser as Parser
    from newsmodel.protocols import ReaderOfFiles as ReaderOfFiles
    from newsmodel.protocols import ReaderOfSeveral as ReaderOfSeveral
    from newsmodel.protocols import Serialiser as Serialiser
    from newsmodel.protocols import SiteReading as SiteReading
    from newsmodel.protocols import SiteRules as SiteRules
    from newsmodel.protocols import Validator as Validator
    from newsmodel.quotes import extract_quotes as extract_quotes
    from newsmodel.registry import FormatInfo as FormatInfo
    from newsmodel.registry import formats as formats

_NAMES = {
    "documents": "dump explain load load_all parse parse_all serialise validate",
    "errors": (
        "Location ModelError NewsModelError ParseError SerialiseError"
        " UnknownFormatError"
    ),
    "evidence": "Candidate Evidence Explanation Note",
    "model": (
        "Article Block BlockQuote Cell Contributor Dateline Embed Emphasis Heading"
        " Image ImageCaption Link ListItem Mark Paragraph Quote Rights Source Subject"
        " Table When sort_key"
    ),
    "protocols": (
        "Parser ReaderOfFiles ReaderOfSeveral Serialiser SiteReading SiteRules"
        " Validator"
    ),
    "quotes": "extract_quotes",
    "registry": "FormatInfo formats",
}
_MODULE_OF = {
    name: f"newsmodel.{module}"
    for module, names in _NAMES.items()
    for name in names.split()
}

__all__ = sorted(_MODULE_OF)  # noqa: PLE0605  # the table above is the list


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _MODULE_OF:
        msg = f"module 'newsmodel' has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module

    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value  # so that the next use is as fast as any
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
