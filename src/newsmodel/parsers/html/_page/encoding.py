"""Which encoding a page is in, as the WHATWG has it for pages without headers.

Byte order mark, then what the bytes are evidence of, then what the page declares,
then what the bytes are likely to be.
Browsers believe the declaration first. They know the HTTP header, which wins over
it; saved pages have lost theirs, and have been saved as UTF-8 by tools that left
the declaration as it was: of the real pages that were UTF-8 with more than ASCII in
it and declared another encoding, none was in the encoding declared.

See https://encoding.spec.whatwg.org/ and, for the prescan,
https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
"""

import codecs
import re
from functools import cache
from typing import Final, NamedTuple

from newsmodel.errors import Location
from newsmodel.evidence import Note
from newsmodel.markup.decoding import MARKS, bytes_replaced
from newsmodel.parsers.html._page.guess import WINDOWS_1252, guess_encoding
from newsmodel.parsers.html._page.runaway import ATTRIBUTE

UTF_8: Final = ("utf-8",)

#: Codecs of Python for each encoding of the WHATWG, and the labels of it. Where
#: one codec lacks signs that browsers read, another that has them is tried next.
ENCODINGS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (
        UTF_8,
        # UTF-16 cannot be declared in bytes that are read as ASCII.
        "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"
        " unicodefffe utf-16be csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"
        " utf-16 utf-16le",
    ),
    (("cp866",), "866 cp866 csibm866 ibm866"),
    (
        ("iso8859_2",),
        "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2"
        " iso_8859-2:1987 l2 latin2",
    ),
    (
        ("iso8859_3",),
        "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3"
        " iso_8859-3:1988 l3 latin3",
    ),
    (
        ("iso8859_4",),
        "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4"
        " iso_8859-4:1988 l4 latin4",
    ),
    (
        ("iso8859_5",),
        "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595"
        " iso_8859-5 iso_8859-5:1988",
    ),
    (
        ("iso8859_6",),
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114"
        " iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596"
        " iso_8859-6 iso_8859-6:1987",
    ),
    (
        ("iso8859_7",),
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126"
        " iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    ),
    (
        ("iso8859_8",),
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138"
        " iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i"
        " iso-8859-8-i logical",
    ),
    (
        ("iso8859_10",),
        "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    ),
    (("iso8859_13",), "iso-8859-13 iso8859-13 iso885913"),
    (("iso8859_14",), "iso-8859-14 iso8859-14 iso885914"),
    (
        ("iso8859_15",),
        "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    ),
    (("iso8859_16",), "iso-8859-16"),
    (("koi8_r",), "cskoi8r koi koi8 koi8-r koi8_r"),
    (("koi8_u",), "koi8-ru koi8-u"),
    (("mac_roman",), "csmacintosh mac macintosh x-mac-roman"),
    (("mac_cyrillic",), "x-mac-cyrillic x-mac-ukrainian"),
    (
        ("cp874",),
        "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    ),
    (("cp1250",), "cp1250 windows-1250 x-cp1250"),
    (("cp1251",), "cp1251 windows-1251 x-cp1251"),
    (
        WINDOWS_1252,
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100"
        " iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii"
        " windows-1252 x-cp1252 x-user-defined",
    ),
    (("cp1253",), "cp1253 windows-1253 x-cp1253"),
    (
        ("cp1254",),
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
        " iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
    ),
    (("cp1255",), "cp1255 windows-1255 x-cp1255"),
    (("cp1256",), "cp1256 windows-1256 x-cp1256"),
    (("cp1257",), "cp1257 windows-1257 x-cp1257"),
    (("cp1258",), "cp1258 windows-1258 x-cp1258"),
    (
        ("gb18030", "gbk"),
        "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58"
        " x-gbk gb18030",
    ),
    (("big5hkscs", "cp950"), "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    (("euc_jp", "euc_jis_2004"), "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    (("iso2022_jp", "iso2022_jp_2004"), "csiso2022jp iso-2022-jp"),
    (
        ("cp932",),
        "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    ),
    (
        ("cp949",),
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987"
        " ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    ),
    # What may hide ASCII from filters: browsers refuse the page.
    (
        (),
        "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement",
    ),
)
CODECS: Final = {
    label: names for names, labels in ENCODINGS for label in labels.split()
}

# What those are called that may be guessed.
_LABELS: Final = {
    "cp874": "windows-874",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "big5hkscs": "big5",
    "koi8_r": "koi8-r",
    "iso8859_2": "iso-8859-2",
    "iso8859_5": "iso-8859-5",
} | {f"cp125{last}": f"windows-125{last}" for last in range(8)}

# UTF-16 without a mark: the sign that begins a page, beside a zero.
_UNMARKED: Final = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_SPACE: Final = b"\t\n\f\r "
# Where the prescan has to look closer: a comment or a meta element.
_STOP: Final = re.compile(rb"<(?:!--|meta(?=[\s/]))", re.I)
_CHARSET: Final = re.compile(
    rb"charset\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s;\"']+))", re.I
)
_XML: Final = re.compile(
    rb"<\?xml\s[^>]{0,200}?\bencoding\s*=\s*[\"']([^\"'>]{1,60})[\"']"
)
# Browsers wait for so many bytes, and read on with the encoding found in them.
# A later declaration makes them begin again.
_FIRST: Final = 1024
_FEW: Final = 3
# The bytes of a sign beyond ASCII, taken for two Latin signs that became UTF-8.
_TWICE: Final = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|[\xc5\xcb].|\xc6\x92|\xe2[\x80-\x84])",
    re.DOTALL,
)


def declared_encoding(page: bytes) -> str | None:
    """Return the label of the encoding that a page declares, in small letters.

    The ``meta`` elements outside comments are looked at in their order, however
    far down, since browsers begin again when they meet one late; then an XML
    declaration. Labels that nobody knows are passed over if a known one follows.

    Example:
        >>> declared_encoding(b'<html><meta charset="Shift_JIS">')
        'shift_jis'
    """
    unknown = None
    at = 0
    while found := _STOP.search(page, at):
        if found[0] == b"<!--":
            at = page.find(b"-->", found.start() + 2)
            if at < 0:
                break
        else:
            label, at = _declared_in(page, found.end())
            if label in CODECS:
                return label
            unknown = unknown or label
    if xml := _XML.match(page):
        return _label(xml[1])
    return unknown


def _declared_in(page: bytes, at: int) -> tuple[str | None, int]:
    """Return the label that a ``meta`` element declares, and where it ends."""
    values: dict[bytes, bytes] = {}
    while (found := ATTRIBUTE.match(page, at)) and found["name"]:
        at = found.end()
        value = found["double"] or found["single"] or found["bare"] or b""
        if value.startswith((b'"', b"'")):
            return None, len(page)  # a quote that is open to the end of the page
        values.setdefault(found["name"].lower(), value)
    if b"charset" in values:
        return _label(values[b"charset"]), at
    is_type = values.get(b"http-equiv", b"").strip(_SPACE).lower() == b"content-type"
    if is_type and (found := _CHARSET.search(values.get(b"content", b""))):
        return _label(found[1] or found[2] or found[3] or b""), at
    return None, at


def _label(raw: bytes) -> str | None:
    return raw.strip(_SPACE).lower().decode("ascii", "replace")[:60] or None


class Reading(NamedTuple):
    """A page as UTF-8, and whether it is known to be that in all its bytes."""

    page: bytes
    is_sure: bool


def quick_utf_8(data: bytes, notes: list[Note]) -> Reading:
    """Return a page as UTF-8, as far as a look at its start can tell.

    Most pages are UTF-8. To make sure of it takes a tenth of the time that the
    parse takes, and the parse does it as well: it says where it found something
    else, and then :func:`as_utf_8` is for the page.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            return Reading(_encoded(data, (encoding,), notes), is_sure=True)
    for start, encoding in _UNMARKED:
        if data.startswith(start):
            return Reading(_encoded(data, (encoding,), notes), is_sure=True)
    label = declared_encoding(data[:_FIRST])
    if label is None or CODECS.get(label) == UTF_8:
        return Reading(data, is_sure=data.isascii())
    return Reading(as_utf_8(data, notes), is_sure=True)


def as_utf_8(data: bytes, notes: list[Note]) -> bytes:
    """Return a page without byte order mark as UTF-8."""
    label = declared_encoding(data)
    names = CODECS.get(label or "")
    if label and not names:
        what = "browsers refuse" if names == () else "nobody knows"
        _note(notes, "encoding-refused", f"declares {label!r}, which {what}")
        names = None
    if data.isascii() and not (names and names[0] == "iso2022_jp"):
        return data
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = len(text) - bad - len(text.encode("ascii", "ignore"))
    if _is_utf_8(good, bad, names):
        if names not in (None, UTF_8):
            _note(notes, "encoding-mistaken", f"declares {label!r}, but is UTF-8")
        if not bad:
            return data
        notes.append(bytes_replaced(text, "utf-8"))
        return text.encode()
    if not names or names == UTF_8:
        first = len(text[: text.find("\ufffd")])
        names = guess_encoding(data)
        message = f"not UTF-8, so read as {_LABELS[names[0]]}"
        where = Location(offset=first)
        notes.append(Note(code="encoding-guessed", message=message, location=where))
    return _encoded(data, names, notes)


def once_encoded(page: bytes, notes: list[Note]) -> bytes:
    r"""Return a page as it was before its UTF-8 was taken for Latin and encoded again.

    Tools do that which take every page without a header for ISO 8859-1, and
    browsers that save one as windows-1252. No other page comes to be UTF-8 so: each
    sign of it beyond ASCII would have to be a part of one.

    Example:
        >>> once_encoded("<p>CafÃ©, openâ\x80\x99s".encode(), []).decode()
        '<p>Café, open’s'
    """
    first = page.find(b"\xc3")  # a twentieth of the time of a search for all of it
    if first < 0 or not _TWICE.match(page, first):
        return page
    text = page.decode("utf-8", "replace")
    for name, signs in (
        ("iso-8859-1", "".join(map(chr, range(256)))),
        ("windows-1252", _signs("cp1252")),
    ):
        try:
            once, _ = codecs.charmap_encode(text, "strict", codecs.charmap_build(signs))
            once.decode()
        except UnicodeError:
            continue
        what = f"is UTF-8 that was taken for {name} and encoded once more"
        _note(notes, "encoding-mistaken", what)
        return once
    return page


def _is_utf_8(good: int, bad: int, names: tuple[str, ...] | None) -> bool:
    """Whether bytes are UTF-8, by how many characters they are good and bad for.

    A page of UTF-8 may hold some bytes that are not: a word cut in the middle of
    a character, or a part from elsewhere. Read as windows-1252 all of it would be
    spoilt. In other encodings hardly any character is good by chance; but two
    bytes of Chinese are at times, so that a few of these prove nothing.
    """
    if not bad:
        is_wide = names is not None and names != UTF_8 and not _is_narrow(names)
        return good > _FEW or not is_wide
    if names == UTF_8:
        return good > bad
    return good > 10 * bad


def _encoded(data: bytes, names: tuple[str, ...], notes: list[Note]) -> bytes:
    for name in names:
        try:
            return data.decode(name).encode()
        except UnicodeError:  # the bytes are wrong, or surrogates come out
            continue
    if _is_narrow(names):
        text, _ = codecs.charmap_decode(data, "replace", _signs(names[0]))
    else:
        text = data.decode(names[0], "replace")
    if "\ufffd" in text:
        notes.append(bytes_replaced(text, names[0]))
    return text.encode("utf-8", "replace")


def _is_narrow(names: tuple[str, ...]) -> bool:
    """Whether an encoding has a byte for each character."""
    return bool(names) and names[0].startswith(
        ("cp125", "iso8859", "koi8", "mac", "cp8")
    )


@cache  # as many entries as there are encodings of one byte
def _signs(name: str) -> str:
    """Return the characters of all bytes.

    The WHATWG gives bytes of the C1 area that an encoding does not use the
    control characters of the same number; the codecs refuse them.
    """
    signs = []
    for number in range(256):
        sign = bytes([number]).decode(name, "replace")
        is_control = sign == "\ufffd" and 0x80 <= number < 0xA0
        signs.append(chr(number) if is_control else sign)
    return "".join(signs)


def _note(notes: list[Note], code: str, message: str) -> None:
    notes.append(Note(code=code, message=message))
