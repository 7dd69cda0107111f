"""The same attacks on every format: nothing leaks, nothing grows, nothing crashes.

What is hostile in XML is hostile in the XML and HTML that JSON holds as strings, and
what is wrong with bytes is wrong in any format.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import newsmodel
from newsmodel.errors import ParseError

MARKER = "TOP-SECRET-MARKER"
START = '<?xml version="1.0" encoding="UTF-8"?>'
G2 = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"


def newsml(doctype: str, body: str) -> str:
    return (
        f'{START}{doctype.replace("ROOT", "newsItem")}<newsItem xmlns="{G2}">'
        "<itemMeta/><contentMeta><headline>Bridge</headline></contentMeta><contentSet>"
        f'<inlineXML><html xmlns="{XHTML}"><body><p>{body}</p></body></html>'
        "</inlineXML></contentSet></newsItem>"
    )


def nitf(doctype: str, body: str) -> str:
    return (
        f"{START}{doctype.replace('ROOT', 'nitf')}<nitf><head><title>Bridge</title>"
        f"</head><body><body.content><p>{body}</p></body.content></body></nitf>"
    )


def ninjs_with_nitf(doctype: str, body: str) -> str:
    return json.dumps(
        {"uri": "a", "headline": "Bridge", "body_nitf": nitf(doctype, body)}
    )


def page(doctype: str, body: str) -> str:
    root = doctype.replace("ROOT", "html")
    return f"{START}{root}<html><body><p>{body}</p></body></html>"


def ninjs_with_html(doctype: str, body: str) -> str:
    return json.dumps(
        {"uri": "a", "headline": "Bridge", "body_xhtml": page(doctype, body)}
    )


def jsonld(doctype: str, body: str) -> str:
    article = {"@type": "NewsArticle", "headline": "Bridge"}
    return json.dumps({**article, "articleBody": page(doctype, body)})


Carrier = Callable[[str, str], str]
CARRIERS: dict[Carrier, str] = {
    newsml: "newsml",
    nitf: "nitf",
    ninjs_with_nitf: "ninjs",
    ninjs_with_html: "ninjs",
    jsonld: "jsonld",
}
IN_XML = (newsml, nitf)


class Attack(NamedTuple):
    """What is done in the markup, and the paragraph that may be read of it.

    ``None`` is anything, as long as it neither leaks nor grows.
    """

    body: str
    doctype: str = ""
    said: str | None = None


LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{last};" * 10}">'
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ATTACKS = {
    "external entity": Attack(
        "A &x; B", '<!DOCTYPE ROOT [<!ENTITY x SYSTEM "SECRET">]>'
    ),
    "parameter entity": Attack(
        "A &y; B", '<!DOCTYPE ROOT [<!ENTITY % x SYSTEM "SECRET"> %x;]>'
    ),
    "external DTD": Attack("A B", '<!DOCTYPE ROOT SYSTEM "SECRET">', "A B"),
    "billion laughs": Attack(
        "A &i; B", f'<!DOCTYPE ROOT [<!ENTITY a "{"ha " * 10}">{LAUGHS}]>'
    ),
    "quadratic blow-up": Attack(
        "&a;" * 20_000, f'<!DOCTYPE ROOT [<!ENTITY a "{"x" * 20_000}">]>'
    ),
    "internal entity": Attack(
        "Caf&eacute; opens", '<!DOCTYPE ROOT [<!ENTITY eacute "é">]>', "Café opens"
    ),
    "entity in itself": Attack("A &a; B", '<!DOCTYPE ROOT [<!ENTITY a "&a;">]>'),
    "XInclude": Attack(
        'A <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="SECRET"'
        ' parse="text"/>B'
    ),
    "stylesheet": Attack('A <?xml-stylesheet href="SECRET"?>B', said="A B"),
    "deep nesting": Attack("<em>" * 3_000 + "A" + "</em>" * 3_000),
    "long text": Attack("A" * 240_000, said="A" * 240_000),
    "comments": Attack("One<!-- hidden --> two<?pi data?> three", said="One two three"),
    "script": Attack('<b onclick="alert(1)">Text</b> <script>alert(1)</script>end'),
    "escaped script": Attack(
        "&lt;script&gt;alert(1)&lt;/script&gt;", said="<script>alert(1)</script>"
    ),
    "reference to a control character": Attack("A&#xB;B"),
    "other scripts": Attack(
        "\u202eabc\u202c 😀 e\u0301 ع\ufeff x",
        said="\u202eabc\u202c 😀 e\u0301 ع\ufeff x",
    ),
    "white space": Attack("  x\n\t y  ", said="x y"),
}


@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_in_markup_does_no_harm(
    attack: Attack, carrier: Carrier, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(MARKER)
    for address in (secret.as_uri(), str(secret)):
        data = carrier(attack.doctype, attack.body).replace("SECRET", address)
        try:
            article = newsmodel.parse(data.encode(), CARRIERS[carrier])
        except ParseError as error:
            assert MARKER not in str(error)  # noqa: PT017  # or it is read
            assert attack.said is None
            assert carrier in IN_XML, "what is in a string costs no more than itself"
            continue
        assert article.headline == "Bridge"
        assert MARKER not in repr(article)
        assert len(article.text) < 1_000_000
        if attack.said is not None:
            assert article.paragraphs == (attack.said,)


def test_of_a_script_no_word_is_read() -> None:
    for carrier, format in CARRIERS.items():
        article = newsmodel.parse(carrier("", ATTACKS["script"].body), format)
        assert article.paragraphs == ("Text end",)


HEADLINE = "Café opens"
PLAIN = {
    "newsml": newsml("", "A").replace("Bridge", HEADLINE),
    "nitf": nitf("", "A").replace("Bridge", HEADLINE),
    "ninjs": json.dumps({"uri": "a", "headline": HEADLINE}, ensure_ascii=False),
    "jsonld": json.dumps(
        {"@type": "NewsArticle", "headline": HEADLINE}, ensure_ascii=False
    ),
}
EVERY = pytest.mark.parametrize("format", PLAIN)


@EVERY
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read(format: str, encoding: str) -> None:
    declared = encoding.removesuffix("-sig").upper()
    data = PLAIN[format].replace("UTF-8", declared).encode(encoding)
    assert newsmodel.parse(data, format).headline == HEADLINE
    assert newsmodel.parse(data).headline == HEADLINE


@EVERY
def test_white_space_at_the_start_is_let_pass(format: str) -> None:
    data = b"\r\n\t " + PLAIN[format].encode()
    assert newsmodel.parse(data, format).headline == HEADLINE
    assert newsmodel.parse(data).headline == HEADLINE


@EVERY
@pytest.mark.parametrize(
    "data",
    [b"", b" \n", b"\0" * 9, b"<!DOCTYPE html><p>Bridge", b"PK\3\4", b"\xff\xfe<"],
    ids=["empty", "blank", "NUL", "a page", "an archive", "half a character"],
)
def test_what_is_no_such_document_is_refused(format: str, data: bytes) -> None:
    with pytest.raises(ParseError):
        newsmodel.parse(data, format)


@EVERY
def test_a_document_that_is_broken_is_refused_or_read_without_what_is(
    format: str,
) -> None:
    whole = PLAIN[format]
    for data in (
        whole.encode()[: -len(whole) // 3],  # cut off
        whole.replace("opens", "\x0bopens").encode(),
        whole.replace("opens", "&#xB;opens").encode(),
        whole.encode().replace("é".encode(), b"\xe9"),  # not the encoding it declares
    ):
        try:
            headline = newsmodel.parse(data, format).headline
        except ParseError:
            continue
        assert headline is None or HEADLINE.startswith(headline[:3])
        assert "\x0b" not in (headline or "")
