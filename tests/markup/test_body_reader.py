"""Bodies by others, read by the names of their elements."""

import pytest
from lxml import etree

from newsmodel.markup.body_reader import BodyReader
from newsmodel.markup.body_words import BLOCKS, FACTS, KINDS, LEVELS, MARKS
from newsmodel.model import (
    BlockQuote,
    Cell,
    Embed,
    Emphasis,
    Heading,
    Image,
    ImageCaption,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Source,
    Table,
)
from newsmodel.model.fieldtypes import TEXT_LIMIT

Note = tuple[str, str, str]


def read(body: str) -> tuple[BodyReader, list[Note]]:
    notes: list[Note] = []

    def note(element: etree._Element, code: str, message: str) -> None:
        notes.append((etree.QName(element).localname, code, message))

    reader = BodyReader(note)
    reader.read(etree.fromstring(f"<body>{body}</body>"))
    return reader, notes


def blocks(body: str) -> list[object]:
    return list(read(body)[0].blocks)


def test_paragraphs_fold_their_white_space_and_keep_their_lines() -> None:
    assert blocks("<p>\n It  is\n<br/> open. </p><p> </p><p/>") == [
        Paragraph(text="It is\nopen.")
    ]


def test_preformatted_text_keeps_its_white_space() -> None:
    assert blocks("<pre>\nA   1\nB   2\n</pre>") == [Paragraph(text="A   1\nB   2")]


def test_links_and_emphasis_are_marks() -> None:
    (paragraph,) = blocks('<p>See <a href="/a"><b>the</b> guide</a>, <I>now</I>.</p>')
    assert paragraph == Paragraph(
        text="See the guide, now.",
        marks=[
            Link(start=4, text="the guide", href="/a"),
            Emphasis(start=4, text="the", kind="strong"),
            Emphasis(start=15, text="now"),
        ],
    )


def test_a_link_that_would_run_a_script_is_left_out() -> None:
    reader, notes = read('<p><a href="javascript:alert(1)">here</a></p>')
    assert reader.blocks == [Paragraph(text="here")]
    assert [code for _, code, _ in notes] == ["link-left-out"]


def test_lists_know_their_depth_and_kind() -> None:
    assert blocks(
        "<ul><li>one<ol><li><p>two</p></li></ol></li></ul><dl><dt>a</dt><dd>b</dd></dl>"
    ) == [
        ListItem(text="one"),
        ListItem(text="two", depth=2, ordered=True),
        ListItem(text="a"),
        ListItem(text="b"),
    ]


def test_block_quotes_are_set_apart() -> None:
    assert blocks("<blockquote><p>a</p><p>b</p></blockquote><bq>c</bq>") == [
        BlockQuote(text="a"),
        BlockQuote(text="b"),
        BlockQuote(text="c"),
    ]


def test_a_heading_in_a_paragraph_is_a_heading() -> None:
    assert blocks("<p><h3>What next</h3></p>") == [Heading(text="What next", level=3)]


def test_a_table_has_rows_of_cells_whatever_is_in_them() -> None:
    assert blocks(
        "<table><caption>Votes</caption><thead><tr><th>Yes</th></tr></thead><tbody>"
        "<tr><td><p>5</p><p>2</p></td><td/></tr></tbody></table>"
    ) == [
        Table(
            rows=[[Cell(text="Yes", header=True)], [Cell(text="5\n2"), Cell()]],
            caption="Votes",
        )
    ]


@pytest.mark.parametrize(
    "figure",
    [
        '<figure><img src="a.jpg"/><figcaption>The bridge</figcaption></figure>',
        '<figure><a href="x"><img src="a.jpg"/></a><p>The bridge</p></figure>',
        '<media media-type="image"><media-reference source="a.jpg"/>'
        "<media-caption><p>The bridge</p></media-caption></media>",
        "<BILD><BILDFIL>a.jpg</BILDFIL><BILDTEXT><P>The bridge</P></BILDTEXT></BILD>",
    ],
)
def test_a_picture_has_its_caption(figure: str) -> None:
    assert blocks(figure) == [ImageCaption(text="The bridge", image=Image(url="a.jpg"))]


def test_a_credit_in_a_caption_is_its_credit_and_stays_in_it() -> None:
    (caption,) = blocks(
        '<figure><img src="a.jpg"/><figcaption>A bridge. '
        '<small class="credit">Photo: Jane Doe/EX</small></figcaption></figure>'
    )
    assert caption == ImageCaption(
        text="A bridge. Photo: Jane Doe/EX",
        credit_line="Jane Doe/EX",
        image=Image(url="a.jpg"),
    )


def test_of_several_files_the_largest_is_read_and_the_others_are_told() -> None:
    reader, notes = read(
        '<media media-type="image"><media-reference source="s.jpg" width="9"'
        ' height="9"/><media-reference source="l.jpg" width="90" height="90"/>'
        "<media-producer>Jane Doe</media-producer><media-producer>EX</media-producer>"
        "</media>"
    )
    image = Image(url="l.jpg", width=90, height=90)
    assert reader.blocks == [ImageCaption(text="", credit_line="Jane Doe", image=image)]
    assert [(name, message.split(": ")[1][:12]) for name, _, message in notes] == [
        ("media-reference", "source=s.jpg"),
        ("media-producer", "EX"),
    ]


def test_a_picture_in_a_paragraph_stands_behind_it() -> None:
    assert blocks(
        '<p>Look: <img src="a.jpg" alt="a bridge" width="9"/> there.</p>'
    ) == [
        Paragraph(text="Look: there."),
        ImageCaption(image=Image(url="a.jpg", alt="a bridge", width=9)),
    ]


def test_films_are_embeds() -> None:
    assert blocks(
        '<iframe src="a"/><video><source src="b"/></video>'
        '<media media-type="video"><media-reference source="c"/>'
        "<media-caption>Cars</media-caption></media>"
    ) == [Embed(url="a"), Embed(url="b"), Embed(url="c", text="Cars")]


def test_what_stands_beside_the_text_is_left_out_and_told() -> None:
    reader, notes = read(
        "<header><h1>A</h1></header><p>It is.</p><aside>More</aside><nav/>"
    )
    assert reader.blocks == [Paragraph(text="It is.")]
    assert [(name, code) for name, code, _ in notes] == [
        ("header", "left-out"),
        ("aside", "left-out"),
    ]
    assert notes[1][2].endswith("More")


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("12 ABC<p>It is.</p>DESK 7", ["It is."]),
        ("<div>By Ann Example</div><p>It is.</p>", ["It is."]),
        ("It is open.<p>It is.</p>", ["It is open.", "It is."]),
        ("<div>one</div><div>two</div>", ["one", "two"]),
        ("one<br/>two", ["one\ntwo"]),
        ("<p>It is.</p>" + "<div>line</div>" * 4, ["It is.", *["line"] * 4]),
    ],
)
def test_loose_lines_that_are_no_sentences_are_no_text_beside_paragraphs(
    body: str, texts: list[str]
) -> None:
    assert [block.text for block in read(body)[0].blocks] == texts


def test_unknown_elements_are_read_by_what_is_in_them() -> None:
    reader, notes = read(
        "<x><p>So <person>Tom Brook</person> and <person>Ann</person> said.</p></x>"
        '<map-embed id="7"/>'
    )
    assert reader.blocks == [Paragraph(text="So Tom Brook and Ann said.")]
    assert [(name, code) for name, code, _ in notes] == [
        ("person", "markup"),
        ("map-embed", "left-out"),
    ]


@pytest.mark.parametrize(
    ("body", "text", "start"),
    [
        ('<p>So: <q quote-source="Ann">“No.”</q></p>', "So: “No.”", 5),
        ("<p>So: <q>No.</q></p>", "So: “No.”", 5),
        ("<p>So: “<q>No.</q>”</p>", "So: “No.”", 5),
    ],
)
def test_a_q_is_a_quote_and_has_marks_of_its_own_only_if_there_are_none(
    body: str, text: str, start: int
) -> None:
    reader, _ = read(body)
    source = Source(name="Ann") if "Ann" in body else None
    assert [block.text for block in reader.blocks] == [text]
    assert reader.said == {0: [Quote(start=start, text="No.", speaker=source)]}


def test_what_the_body_says_of_the_article_is_kept_apart() -> None:
    reader, _ = read(
        "<hedline><hl1>A</hl1><hl2>B</hl2></hedline><byline>By Ann</byline>"
        "<dateline>ELMSWORTH</dateline><p>It is.</p><hl2>C</hl2>"
    )
    assert [(fact.field, fact.text) for fact in reader.facts] == [
        ("headline", "A"),
        ("subtitle", "B"),
        ("byline", "By Ann"),
        ("dateline", "ELMSWORTH"),
    ]
    assert reader.blocks == [Paragraph(text="It is."), Heading(text="C")]


def test_a_fact_that_opens_a_paragraph_stays_in_it() -> None:
    for dateline in (
        "<dateline><location>ELMSWORTH</location> (EX) - </dateline>",
        '<span class="dateline">ELMSWORTH (EX) - </span>',
    ):
        reader, _ = read(f"<p>{dateline}It is open.</p>")
        assert reader.blocks == [Paragraph(text="ELMSWORTH (EX) - It is open.")]
        assert [each[:2] for each in reader.facts] == [("dateline", "ELMSWORTH (EX) -")]


def test_a_header_is_left_out_but_for_the_byline_in_it() -> None:
    reader, notes = read(
        '<header><h1>Bridge</h1><p class="byline">By Ann Example</p></header>'
        "<p>It is open.</p>"
    )
    assert reader.blocks == [Paragraph(text="It is open.")]
    assert [each[:2] for each in reader.facts] == [("byline", "By Ann Example")]
    assert [name for name, _, _ in notes] == ["header"]


def test_a_block_quote_of_nitf_is_by_whom_it_is_credited_to() -> None:
    reader, _ = read("<bq><block><p>It is open.</p></block><credit>Tom</credit></bq>")
    assert reader.blocks == [BlockQuote(text="It is open.")]
    (quote,) = reader.said[0]
    assert quote.speaker == Source(name="Tom")


def test_a_text_beyond_measure_is_cut_with_a_note() -> None:
    for body in (
        f"<p>{'a' * (TEXT_LIMIT + 1)}</p>",
        f"<p>{'a' * TEXT_LIMIT}<b>b</b></p>",
    ):
        reader, notes = read(body)
        assert len(reader.blocks[0].text) == TEXT_LIMIT
        assert [code for _, code, _ in notes] == ["text-cut"]


def test_the_tables_of_names_agree() -> None:
    assert {KINDS[name] for name in FACTS} == {"fact"}
    assert {KINDS[name] for name in LEVELS} == {"heading"}
    assert {KINDS[name] for name in MARKS} == {"mark"}
    assert set(KINDS.values()) >= BLOCKS
    assert all(name == name.lower() for name in KINDS)
