"""Which encoding a page is in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel.evidence import Note
from newsmodel.parsers.html._page.encoding import (
    CODECS,
    ENCODINGS,
    declared_encoding,
    quick_utf_8,
)
from newsmodel.parsers.html._page.tree import parse_html

# A text in each encoding, of signs that tell it from its neighbours.
SAMPLES = {
    "utf-8": "Żółć — „Mörder“",
    "cp866": "Мост снова открыт",
    "iso8859_2": "Źródło: żółć",
    "iso8859_3": "Ħaż-Żebbuġ",
    "iso8859_4": "Šķēres ĸ",
    "iso8859_5": "Мост снова открыт",
    "iso8859_6": "الجسر",
    "iso8859_7": "Η γέφυρα άνοιξε",
    "iso8859_8": "הגשר נפתח",
    "iso8859_10": "Þorláksmessa ĸ",
    "iso8859_13": "Šķēres ”",
    "iso8859_14": "Ŵy Ḃ",
    "iso8859_15": "Œuvre à 5 €",
    "iso8859_16": "Știri și „ș”",
    "koi8_r": "Мост снова открыт",
    "koi8_u": "Міст її ґанок",
    "mac_roman": "“Café” à 5 €",
    "mac_cyrillic": "Мост снова открыт",
    "cp874": "สะพานเปิด “€”",
    "cp1250": "„Źródło” ż – ł",
    "cp1251": "«Мост» — открыт",
    "cp1252": "“Café” – 5 €",
    "cp1253": "Η γέφυρα «Ά»",
    "cp1254": "“İstanbul’da köprü”",
    "cp1255": "“הגשר” ₪",
    "cp1256": "الجسر “پ”",
    "cp1257": "„Šķēres“ €",
    "cp1258": "Đươ\u0300ng ₫",
    "gb18030": "老桥重新开放，“镕”€",
    "big5hkscs": "舊橋重新開放",
    "euc_jp": "橋が再び開通した",
    "iso2022_jp": "橋が再び開通した",
    "cp932": "橋が再び開通～①㈱",
    "cp949": "다리가 다시 열렸다 똠",
}


def text_of(data: bytes | str) -> tuple[str, list[str]]:
    notes: list[Note] = []
    root, _ = parse_html(data, notes)
    return "".join(root.find("body").itertext()), [note.code for note in notes]


def page_of(text: str, label: str, codec: str) -> bytes:
    return f'<html><head><meta charset="{label}"></head><body>{text}'.encode(codec)


@pytest.mark.parametrize(
    ("label", "codec"), [(label, names[0]) for label, names in CODECS.items() if names]
)
def test_each_label_is_read(label: str, codec: str) -> None:
    text = SAMPLES[codec]
    assert text_of(page_of(text, label, codec)) == (text, [])


def test_each_label_stands_once() -> None:
    labels = [label for _, labels in ENCODINGS for label in labels.split()]
    assert len(labels) == len(set(labels)) == len(CODECS)
    assert all(label == label.lower() for label in labels)


def test_each_codec_exists() -> None:
    for names, _ in ENCODINGS:
        for name in names:
            assert codecs.lookup(name)


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<META CHARSET = ' UTF-8 ' />", "utf-8"),
        ("<meta/charset=koi8-r>", "koi8-r"),
        ("<meta name=a content=b charset=koi8-r>", "koi8-r"),
        ('<meta name="a>b" charset="koi8-r">', "koi8-r"),
        ("<meta charset=big5 charset=koi8-r>", "big5"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=Big5">',
            "big5",
        ),
        (
            "<meta content='text/html;charset = \"Big5\"' http-equiv=content-type>",
            "big5",
        ),
        ("<meta http-equiv=content-type content=text/html;charset=big5>", "big5"),
        ("<meta content='text/html; charset=big5'>", None),
        ("<meta http-equiv=refresh content='charset=big5'>", None),
        ("<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"),
        ("<!--><meta charset=big5>", "big5"),
        ("<!-- <meta charset=big5>", None),
        ("<metadata charset=big5>", None),
        ("<meta", None),
        ("<meta charset", None),
        ("<meta charset=", None),
        ("<meta charset=''>", None),
        ("<meta charset='big5", None),
        ("<meta charset=klingon>", "klingon"),
        ("<meta charset=klingon><meta charset=big5>", "big5"),
        ("<?xml version='1.0' encoding='Shift_JIS'?><html>", "shift_jis"),
        ("<?xml version='1.0'?><meta charset=big5>", "big5"),
        ("<?xml version='1.0' encoding='big5'?><meta charset=koi8-r>", "koi8-r"),
        (" " * 50_000 + "<meta charset=big5>", "big5"),
        ("", None),
        ("<p>charset=big5", None),
    ],
)
def test_what_a_page_declares_is_found(page: str, label: str | None) -> None:
    assert declared_encoding(page.encode()) == label


@pytest.mark.parametrize("space", [0, 2_000, 100_000])
def test_a_declaration_counts_wherever_it_stands(space: int) -> None:
    data = page_of("Мост", "windows-1251", "cp1251").replace(
        b"<meta", b"<script>" + b" " * space + b"</script><meta"
    )
    assert text_of(data) == ("Мост", [])


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_mark_or_zeros_say_which_form_of_unicode_it_is(codec: str) -> None:
    data = page_of("Żółć", "windows-1252", codec)
    assert text_of(data) == ("Żółć", [])


def test_a_mark_that_lies_costs_only_what_is_wrong() -> None:
    data = codecs.BOM_UTF8 + "<body>Żó".encode() + b"\xff" + "łć".encode()
    assert text_of(data) == ("Żó\ufffdłć", ["bytes-replaced"])


@pytest.mark.parametrize("label", ["iso-8859-1", "gb2312", "windows-1251", "euc-jp"])
def test_utf_8_is_known_though_another_encoding_is_declared(label: str) -> None:
    data = page_of("Żółć — „Mörder“", label, "utf-8")
    assert text_of(data) == ("Żółć — „Mörder“", ["encoding-mistaken"])


def test_a_few_bytes_that_could_be_utf_8_are_what_is_declared() -> None:
    # Two characters of GBK, well known for being good UTF-8.
    assert text_of(page_of("联通", "gb2312", "gb18030")) == ("联通", [])


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "none"])
def test_one_byte_that_is_wrong_does_not_spoil_a_page_of_utf_8(label: str) -> None:
    data = page_of("Żółć „Mörder“ Ä Ö Ü ä ö ü", label, "utf-8") + b"\xff"
    text, notes = text_of(data)
    assert text == "Żółć „Mörder“ Ä Ö Ü ä ö ü\ufffd"
    assert notes[-1] == "bytes-replaced"


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=utf-16>"])
def test_what_is_not_utf_8_and_says_no_better_is_windows_1252(head: str) -> None:
    data = (head + "<body>“Café” 5 €").encode("cp1252")
    assert text_of(data) == ("“Café” 5 €", ["encoding-guessed"])


def test_the_note_on_a_guess_says_where_the_first_byte_is() -> None:
    notes: list[Note] = []
    parse_html("<p>é".encode("cp1252"), notes)
    assert [note.location.offset for note in notes] == [3]


def test_bytes_that_windows_1252_leaves_free_are_control_characters() -> None:
    assert text_of(b"<p>\x81\x8d\x8f\x90\x9d \xe9")[0] == "\x81\x8d\x8f\x90\x9d é"


@pytest.mark.parametrize(
    "label", ["klingon", "iso-2022-kr", "hz-gb-2312", "replacement"]
)
@pytest.mark.parametrize(("text", "codec"), [("é", "utf-8"), ("é", "cp1252")])
def test_an_encoding_that_cannot_be_is_noted(label: str, text: str, codec: str) -> None:
    found, notes = text_of(page_of(text, label, codec))
    assert (found, notes[0]) == (text, "encoding-refused")


def test_bytes_that_the_declared_encoding_has_not_are_replaced() -> None:
    data = page_of("橋が再び", "shift_jis", "cp932") + b"\x81\xff"
    text, notes = text_of(data)
    assert (text[:4], notes) == ("橋が再び", ["bytes-replaced"])


@pytest.mark.parametrize(
    ("label", "codec"), [("euc-jp", "euc_jis_2004"), ("big5", "cp950")]
)
def test_signs_that_only_a_wider_codec_has_are_read(label: str, codec: str) -> None:
    text = "①日本" if label == "euc-jp" else "舊橋€"
    assert text_of(page_of(text, label, codec)) == (text, [])


def test_a_str_is_taken_as_it_is_whatever_it_declares() -> None:
    page = "<?xml version='1.0' encoding='big5'?><meta charset=big5><body>Żółć"
    assert text_of(page) == ("Żółć", [])


@pytest.mark.parametrize(
    "text", ["Café Größe", "“Bridge” – open’s", "Мост", "橋が開通"]
)
@pytest.mark.parametrize("codec", ["iso-8859-1", "windows-1252"])
def test_utf_8_that_was_taken_for_latin_becomes_what_it_was(
    text: str, codec: str
) -> None:
    wrong = "".join([_latin(byte, codec) for byte in f"<p>{text}".encode()])
    for page in (wrong, wrong.encode(), f"<meta charset=latin1>{wrong}".encode()):
        found, codes = text_of(page)
        assert (found, set(codes)) == (text, {"encoding-mistaken"})


def _latin(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:  # five are left free
        return chr(byte)


@pytest.mark.parametrize("text", ["NÃO É ÂNGULO", "Â© and ’", "Ã¤ ist ä", "ÃÉ"])
def test_latin_signs_that_are_meant_stay(text: str) -> None:
    assert text_of(f"<p>{text}") == (text, [])


def test_references_to_windows_1252_are_read_as_browsers_do() -> None:
    assert text_of("<p>&#150;&#x93;a&#148;")[0] == "–“a”"


@given(st.binary())
def test_whatever_is_no_utf_8_comes_out_as_utf_8(data: bytes) -> None:
    notes: list[Note] = []
    page, is_sure = quick_utf_8(data, notes)
    if is_sure:
        page.decode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf_8_is_read_as_it_is(text: str) -> None:
    data = f"<meta charset=utf-8>{text}".encode()
    assert quick_utf_8(data, []).page == data


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_page_is_known_by_its_look_in_any_encoding(codec: str) -> None:
    page = "<!doctype html><html><title>Bridge reopens</title></html>"
    assert newsmodel.explain(page.encode(codec)).format == "html"
