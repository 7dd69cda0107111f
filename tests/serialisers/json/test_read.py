"""Reading JSON: what fits the model, literally; of all else the place."""
# ruff: noqa: E501  # a table is read best with each case in a line

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import Location, ParseError
from newsmodel.evidence import Explanation
from newsmodel.model import Article
from newsmodel.serialisers.json import SERIALISER
from newsmodel.testing import articles
from tests.golden.makers import EVERYTHING

WHOLE = SERIALISER.write(EVERYTHING)


def refusal(data: bytes | str) -> ParseError:
    with pytest.raises(ParseError) as caught:
        SERIALISER.read(data)
    assert caught.value.format == "json"
    return caught.value


def place(data: bytes | str) -> tuple[str, str | None]:
    """Return what is wrong with a document, and the path of it."""
    error = refusal(data)
    assert error.location is not None
    return error.problem, error.location.path


def document(members: str, form: str = "1.0") -> str:
    return f'{{"newsmodel":"{form}",{members}}}'


def paragraph(members: str) -> str:
    return document(f'"body":[{{"type":"paragraph","text":"abcabc",{members}}}]')


# ------------------------------------------------------------------ the bytes


@pytest.mark.parametrize(
    ("data", "byte", "line"),
    [
        (b"\xff", 0, 1),
        (b'{\n"a":\n"\xe9"}', 8, 3),
        (b"\xef\xbb\xbf{\n\xff}", 5, 2),
        ('{"newsmodel":"1.0"}'.encode("utf-16"), 0, 1),
        ('{"newsmodel":"1.0"}'.encode("utf-32"), 0, 1),
        (b'{"a":"\xed\xa0\x80"}', 6, 1),  # a surrogate in UTF-8
        (b'{"a":"\xc0\x80"}', 6, 1),  # NUL in two bytes
    ],
)
def test_only_utf_8_is_read(data: bytes, byte: int, line: int) -> None:
    error = refusal(data)
    assert error.problem == f"byte {byte} is not UTF-8"
    assert error.location == Location(line=line)
    assert error.advice == "Write the document as UTF-8, the only encoding of JSON"


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [
        ("", 1, 0),
        (" \n ", 2, 3),
        ("article", 1, 0),
        ('{"newsmodel":"1.0",}', 1, 19),
        ('{\n"a": 1\n"b": 2}', 3, 9),
        ('{"a": 1} {}', 1, 9),
        ("{'a': 1}", 1, 1),
        ('{"a": 01}', 1, 7),
        ('{"a": +1}', 1, 6),
        ('{"a": .5}', 1, 6),
        ('{"a": "\t"}', 1, 7),
        ('{"a": "\\x41"}', 1, 7),
        ('{"a": "', 1, 6),
        ("\ufeff\ufeff{}", 1, 0),
        ("{\x00}", 1, 1),
        ('{\x00"\x00', 1, 1),  # UTF-16 without a mark
        ("// no\n{}", 1, 0),
    ],
)
def test_what_is_no_json_is_refused_with_its_line(
    data: str, line: int, offset: int
) -> None:
    for given_data in (data, data.encode()):
        location = refusal(given_data).location
        assert location is not None
        assert (location.line, location.path) == (line, None)
        assert location.offset in (offset, offset - 1, offset + 1)


# ------------------------------------------------- what json takes and we do not


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_is_none_is_refused_wherever_it_stands(name: str) -> None:
    for data, path in [
        (name, "$"),
        (document(f'"views":{name}'), "$.views"),
        (
            document(f'"source":{{"name":"a","x":[0,{{"y":{name}}}]}}'),
            "$.source.x[1].y",
        ),
        (document(f'"x":{name}', form="1.7"), "$.x"),
    ]:
        assert place(data) == (f"{name} is no JSON", path)


@pytest.mark.parametrize(
    ("data", "key", "path"),
    [
        ('{"a":1,"a":1}', "a", "$"),
        (document('"newsmodel":"1.0"'), "newsmodel", "$"),
        (document('"source":{"name":"a","name":"b"}'), "name", "$.source"),
        (document('"body":[{},{"x":[{"y":0,"\\u0079":1}]}]'), "y", "$.body[1].x[0]"),
        (document('"x":{"a":null,"b":{},"a":3}', form="1.7"), "a", "$.x"),
    ],
)
def test_a_doubled_key_is_refused_with_its_object(
    data: str, key: str, path: str
) -> None:
    assert place(data) == (f"the key {key!r} stands twice in one object", path)


def test_the_first_fault_of_the_document_is_the_one_that_is_named() -> None:
    data = document('"headline":null,"views":NaN,"x":{"a":1,"a":1}')
    assert place(data) == ("NaN is no JSON", "$.views")


@pytest.mark.parametrize(
    ("members", "path"),
    [
        ('"headline":null', "$.headline"),
        ('"headline":"null","views":null', "$.views"),
        ('"keywords":[null]', "$.keywords[0]"),
        ('"source":{"name":"a","role":null}', "$.source.role"),
        (
            '"body":[{"type":"table","rows":[[{}],[{},{"text":null}]]}]',
            "$.body[0].rows[1][1].text",
        ),
        ('"unknown":null', "$.unknown"),
    ],
)
def test_null_is_no_way_to_say_nothing(members: str, path: str) -> None:
    told = "null is no value; what is absent is left out"
    assert place(document(members)) == (told, path)


def test_the_word_null_in_a_text_is_a_word() -> None:
    article = Article(headline="Declared null and void")
    assert SERIALISER.read(SERIALISER.write(article)).article == article


@pytest.mark.parametrize("inner", ["", "null", "NaN", '{"a":1,"a":2}', "1e5"])
@pytest.mark.parametrize("depth", [50, 500, 900, 950, 980, 990, 1000, 5000, 100_000])
def test_deep_nesting_is_refused_at_any_depth(depth: int, inner: str) -> None:
    nested = "[" * depth + inner + "]" * depth
    for data in (
        nested,
        document(f'"x":{nested}'),
        document(f'"body":[{{"type":{nested}}}]', form="1.7"),
        document(f'"headline":{nested}'),
    ):
        assert refusal(data)
    assert refusal('{"a":' * depth)


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    data = document(f'"views":1{"0" * 10_000}')
    assert refusal(data).problem == "a number has more digits than can be read"
    problem, path = place(document(f'"views":1{"0" * 1_000}'))
    assert path == "$.views"
    assert problem.startswith("wanted a whole number from 0 to 9007199254740991, got")
    assert len(problem) < 150


# -------------------------------------------------------------- the form number


@pytest.mark.parametrize(
    ("data", "problem", "path"),
    [
        ("[]", "wanted an object, got a list", "$"),
        ('"article"', "wanted an object, got a string", "$"),
        ("3", "wanted an object, got 3", "$"),
        ("true", "wanted an object, got True", "$"),
        ("null", "wanted an object, got null", "$"),
        ("{}", "the field is missing", "$.newsmodel"),
        (
            '{"newsmodel":1.0}',
            'wanted a form number like "1.0", got 1.0',
            "$.newsmodel",
        ),
        (
            '{"newsmodel":"1"}',
            """wanted a form number like "1.0", got '1'""",
            "$.newsmodel",
        ),
        (
            '{"newsmodel":"1.0.0"}',
            """wanted a form number like "1.0", got '1.0.0'""",
            "$.newsmodel",
        ),
        (
            '{"newsmodel":"١.0"}',
            """wanted a form number like "1.0", got '١.0'""",
            "$.newsmodel",
        ),
        (
            '{"newsmodel":"2.0"}',
            "form 2.0 cannot be read; this release reads form 1",
            "$.newsmodel",
        ),
        (
            '{"newsmodel":"0.1","x":3}',
            "form 0.1 cannot be read; this release reads form 1",
            "$.newsmodel",
        ),
    ],
)
def test_a_document_says_its_form_first_of_all(
    data: str, problem: str, path: str
) -> None:
    assert place(data) == (problem, path)


def test_the_advice_for_an_unknown_form_is_to_upgrade() -> None:
    assert refusal('{"newsmodel":"2.0"}').advice == "Upgrade newsmodel"
    assert refusal('{"newsmodel":"0.9"}').advice == "No release ever wrote it"
    assert "that newsmodel wrote?" in refusal("{}").advice


def test_unknown_fields_of_a_newer_minor_form_are_left_out_with_a_note() -> None:
    form = {
        "newsmodel": "1.7",
        "mood": "calm",
        "type": "article",
        "headline": "Flood",
        "source": {"name": "Example Wire", "newsmodel": 3, "stars": None},
        "keywords": ["water"],
        "body": [
            {"type": "heading", "text": "One", "marks": [], "mood": {"a": [None]}},
            {
                "type": "paragraph",
                "text": "ab",
                "quotes": [
                    {"start": 0, "text": "a"},
                    {
                        "start": 1,
                        "text": "b",
                        "tone": 1,
                        "speaker": {"name": "c", "d": 1},
                    },
                ],
                "notes": [],
            },
            {"type": "table", "rows": [[{"text": "x", "colour": "red"}]]},
        ],
        "two words\x1b\ud800": True,
    }
    found = SERIALISER.read(json.dumps(form))
    assert found.article.headline == "Flood"
    assert [quote.text for quote in found.article.quotes] == ["a", "b"]
    assert [note.location.path for note in found.notes] == [
        "$.mood",
        "$.type",
        r"$['two words\x1b\ud800']",
        "$.source.newsmodel",
        "$.source.stars",
        "$.body[0].marks",
        "$.body[0].mood",
        "$.body[1].notes",
        "$.body[1].quotes[1].tone",
        "$.body[1].quotes[1].speaker.d",
        "$.body[2].rows[0][0].colour",
    ]
    assert {note.code for note in found.notes} == {"field-unknown"}
    first = "the field 'mood' of a newer form was left out ($.mood)"
    assert str(found.notes[0]) == first


@pytest.mark.parametrize(
    ("members", "problem", "path"),
    [
        (
            '"headline":null',
            "null is no value; what is absent is left out",
            "$.headline",
        ),
        ('"source":"a"', "wanted an object, got a string", "$.source"),
        ('"body":{}', "wanted a list, got an object", "$.body"),
        ('"body":[3]', "wanted an object, got 3", "$.body[0]"),
        (
            '"body":[{"x":1}]',
            "wanted one of paragraph, heading, list-item, block-quote, image-caption, table, embed; got None",
            "$.body[0].type",
        ),
        (
            '"body":[{"type":"poll"}]',
            "wanted one of paragraph, heading, list-item, block-quote, image-caption, table, embed; got 'poll'",
            "$.body[0].type",
        ),
        (
            '"body":[{"type":"paragraph","x":1}]',
            "the field is missing",
            "$.body[0].text",
        ),
    ],
)
def test_what_a_newer_minor_form_has_of_ours_still_has_to_fit(
    members: str, problem: str, path: str
) -> None:
    assert place(document(members, form="1.7")) == (problem, path)


# --------------------------------------------------------------------- the model

COUNT = "wanted a whole number from 0 to 9007199254740991, got"
TIME = 'wanted a time like "2023-06-01" or "2023-06-01T19:03:00+01:00", got'
KINDS = "paragraph, heading, list-item, block-quote, image-caption, table, embed"


@pytest.mark.parametrize(
    ("data", "problem", "path"),
    [
        # unknown and missing fields
        (document('"title":"a"'), "no such field", "$.title"),
        (document('"self":"a"'), "no such field", "$.self"),
        (document('"source":{"name":"a","typ":1}'), "no such field", "$.source.typ"),
        (document('"a b\\n\\ud800":1'), "no such field", r"$['a b\n\ud800']"),
        (document('"é":1'), "no such field", "$['é']"),
        (document(f'"{"k" * 81}":1'), "no such field", f"$['{'k' * 37}...{'k' * 38}']"),
        (paragraph('"marks":[]'), "no such field", "$.body[0].marks"),
        (paragraph('"level":2'), "no such field", "$.body[0].level"),
        (document('"body":[{"type":"paragraph"}]'), "the field is missing", "$.body[0].text"),
        (document('"contributors":[{"name":"a"},{}]'), "the field is missing", "$.contributors[1].name"),
        (paragraph('"quotes":[{"text":"a"}]'), "the field is missing", "$.body[0].quotes[0].start"),
        (paragraph('"links":[{"start":0,"text":"a"}]'), "the field is missing", "$.body[0].links[0].href"),
        # types
        (document('"headline":3'), "wanted a text, got int 3", "$.headline"),
        (document('"headline":["a"]'), "wanted a text, got list ['a']", "$.headline"),
        (document('"headline":{}'), "wanted a text, got dict {}", "$.headline"),
        (document('"keywords":"abc"'), "wanted several values, got str 'abc' alone", "$.keywords"),
        (document('"keywords":{"a":1}'), "wanted several values, got dict {'a': 1} alone", "$.keywords"),
        (document('"keywords":["a",3]'), "wanted one line of text, got int 3", "$.keywords[1]"),
        (document('"views":1.0'), f"{COUNT} float 1.0", "$.views"),
        (document('"views":1e400'), f"{COUNT} float inf", "$.views"),
        (document('"views":true'), f"{COUNT} bool True", "$.views"),
        (document('"views":"1"'), f"{COUNT} str '1'", "$.views"),
        (document('"views":-1'), f"{COUNT} int -1", "$.views"),
        (document('"views":9007199254740992'), f"{COUNT} int 9007199254740992", "$.views"),
        (document('"source":"Reuters"'), "wanted an object, got a string", "$.source"),
        (document('"source":[]'), "wanted an object, got a list", "$.source"),
        (document('"contributors":{}'), "wanted a list, got an object", "$.contributors"),
        (document('"contributors":["a"]'), "wanted an object, got a string", "$.contributors[0]"),
        (document('"body":"text"'), "wanted a list, got a string", "$.body"),
        (document('"body":[[]]'), "wanted an object, got a list", "$.body[0]"),
        (document('"body":[{"text":"a"}]'), f"wanted one of {KINDS}; got None", "$.body[0].type"),
        (document('"body":[{"type":["a"]}]'), f"wanted one of {KINDS}; got ['a']", "$.body[0].type"),
        (document('"body":[{"type":"video"}]'), f"wanted one of {KINDS}; got 'video'", "$.body[0].type"),
        (document('"body":[{"type":"list-item","text":"a","ordered":1}]'), "wanted True or False, got int 1", "$.body[0].ordered"),
        (document('"body":[{"type":"table","rows":[]}]'), "wanted at least 1, got 0", "$.body[0].rows"),
        (document('"body":[{"type":"table","rows":[[{}],[]]}]'), "wanted at least 1, got 0", "$.body[0].rows[1]"),
        (document('"body":[{"type":"table","rows":[[{}],[{},3]]}]'), "wanted an object, got 3", "$.body[0].rows[1][1]"),
        # texts
        (document('"headline":""'), 'wanted a text, got ""; where there is none it is absent', "$.headline"),
        (document('"headline":"a\\u0000"'), "wanted a text, got U+0000 at character 1, which it cannot hold", "$.headline"),
        (document('"headline":"\\ud800"'), "wanted a text, got U+D800 at character 0, which it cannot hold", "$.headline"),
        (document('"headline":"\\udc00\\ud800"'), "wanted a text, got U+DC00 at character 0, which it cannot hold", "$.headline"),
        (document('"headline":"a\\r\\n"'), "wanted a text, got U+000D at character 1, which it cannot hold", "$.headline"),
        (document('"section":"a\\n"'), "wanted one line of text, got U+000A at character 1, which it cannot hold", "$.section"),
        # choices, shapes, limits
        (document('"status":"cancelled"'), "wanted one of usable, withheld, canceled; got str 'cancelled'", "$.status"),
        (document('"language":"en_GB"'), "wanted a language tag like \"en-GB\" (BCP 47), got str 'en_GB'", "$.language"),
        (document('"urgency":0'), "wanted a whole number from 1 to 9, got int 0", "$.urgency"),
        (document('"source":{}'), "wanted name or description, got none of them", "$.source"),
        (document('"body":[{"type":"embed"}]'), "wanted url or provider or text, got none of them", "$.body[0]"),
        # times
        (document('"published":"June 1"'), f"{TIME} 'June 1'", "$.published"),
        (document('"published":20230601'), f"{TIME} 20230601", "$.published"),
        (document('"published":"2023-06-01+02:00"'), f"{TIME} '2023-06-01+02:00'", "$.published"),
        (document('"published":"2023-06-01T00:00:00+01:75"'), f"{TIME} '2023-06-01T00:00:00+01:75'", "$.published"),
        (document('"published":"2023-06-01T24:00:00"'), f"{TIME} '2023-06-01T24:00:00'", "$.published"),
        (document('"published":"٢٠٢٣-06-01"'), f"{TIME} '٢٠٢٣-06-01'", "$.published"),
        (document('"published":"2023-06-01\\n"'), f"{TIME} '2023-06-01\\n'", "$.published"),
        (document('"dateline":{"date":"2023-02-29"}'), "'2023-02-29' is no day of the calendar", "$.dateline.date"),
        (document('"published":"2023-06-01T00:00:00-14:01"'), "wanted an offset of whole minutes within 14 hours of UTC, got 2023-06-01T00:00:00-14:01", "$.published"),
        # marks
        (paragraph('"quotes":[{"start":1,"text":"a"}]'), "wanted the text at 1, 'b', got 'a'", "$.body[0].quotes[0]"),
        (paragraph('"quotes":[{"start":9,"text":"a"}]'), "wanted the text at 9, '', got 'a'", "$.body[0].quotes[0]"),
        (paragraph('"quotes":[{"start":-1,"text":"a"}]'), f"{COUNT} int -1", "$.body[0].quotes[0].start"),
        (paragraph('"quotes":[{"start":0,"text":"a","speaker":{"name":""}}]'), 'wanted one line of text, got ""; where there is none it is absent', "$.body[0].quotes[0].speaker.name"),
        (paragraph('"quotes":[{"start":0,"text":"ab","fragments":["b","a"]}]'), "wanted a stretch of the text after 2, got 'a'", "$.body[0].quotes[0].fragments[1]"),
        (paragraph('"emphasis":"a"'), "wanted a list, got a string", "$.body[0].emphasis"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_its_path(
    data: str, problem: str, path: str
) -> None:
    assert place(data) == (problem, path)


@pytest.mark.parametrize(
    ("members", "problem", "path"),
    [
        # The model sorts marks; the index is the one of the document.
        (
            '"quotes":[{"start":3,"text":"x"},{"start":0,"text":"a"}]',
            "wanted the text at 3, 'a', got 'x'",
            "quotes[0]",
        ),
        (
            '"quotes":[{"start":3,"text":"a"},{"start":1,"text":"b"}],'
            '"links":[{"start":4,"text":"b","href":"u"},{"start":2,"text":"x","href":"u"}]',
            "wanted the text at 2, 'c', got 'x'",
            "links[1]",
        ),
        (
            '"links":[{"start":2,"text":"ca","href":"u"},{"start":0,"text":"abc","href":"u"}]',
            "wanted links apart, got 'ca' inside another",
            "links[0]",
        ),
        (
            '"emphasis":[{"start":3,"text":"a"},{"start":0,"text":"a"},{"start":3,"text":"a"}]',
            "wanted each mark once, got 'a' twice",
            "emphasis[2]",
        ),
    ],
)
def test_a_mark_that_does_not_fit_is_named_as_the_document_counts(
    members: str, problem: str, path: str
) -> None:
    assert place(paragraph(members)) == (problem, f"$.body[0].{path}")


def test_the_seventeenth_mark_over_one_character_is_refused() -> None:
    marks = [{"start": 0, "text": "a", "group": group} for group in range(17)]
    block = {"type": "paragraph", "text": "a", "quotes": marks}
    assert place(json.dumps({"newsmodel": "1.0", "body": [block]})) == (
        "wanted at most 16 marks over one character, got more at 0",
        "$.body[0].quotes[16]",
    )


def test_what_may_be_left_out_may_be_written_out() -> None:
    data = document('"keywords":[],"body":[{"type":"heading","text":"a","level":2}]')
    assert SERIALISER.read(data) == SERIALISER.read(
        document('"body":[{"text":"a","type":"heading"}]')
    )


def test_the_url_given_changes_nothing() -> None:
    data = SERIALISER.write(Article(url="https://example.org/a"))
    assert SERIALISER.read(data, url="https://example.org/b") == SERIALISER.read(data)


def test_a_valid_document_has_no_faults() -> None:
    assert SERIALISER.validate(WHOLE) == ()
    with pytest.raises(ParseError):
        SERIALISER.validate(b"{}")


@pytest.mark.parametrize(
    ("head", "score"),
    [
        (WHOLE[:4096], 100),
        (b'\xef\xbb\xbf \n{"newsmodel"', 100),
        (b'{"a":1,"newsmodel":', 100),
        (b'{"a":1}', 0),
        (b'["newsmodel"]', 0),
        (b'He said "newsmodel" {', 0),
        (b"", 0),
    ],
)
def test_a_document_is_known_by_its_first_key(head: bytes, score: int) -> None:
    assert SERIALISER.looks_like(head) == score


# ------------------------------------------------------------------ hostile input


def check_that_nothing_else_comes_out(data: bytes | str) -> None:
    try:
        found = SERIALISER.read(data)
    except ParseError as error:
        str(error).encode()  # an error can be shown
    else:
        assert isinstance(found, Explanation)
        assert SERIALISER.read(SERIALISER.write(found.article)).article == found.article


@given(st.binary() | st.text() | st.text(st.characters()))
def test_any_bytes_give_an_article_or_a_parse_error(data: bytes | str) -> None:
    check_that_nothing_else_comes_out(data)


@given(st.data())
def test_damaged_documents_give_an_article_or_a_parse_error(
    data: st.DataObject,
) -> None:
    damaged = bytearray(WHOLE)
    places = st.integers(0, len(WHOLE) - 1)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(places)
        match data.draw(st.sampled_from(("flip", "cut", "put", "end"))):
            case "flip":
                damaged[at % len(damaged)] ^= 1 << data.draw(st.integers(0, 7))
            case "cut":
                del damaged[at : at + data.draw(st.integers(1, 30))]
            case "put":
                damaged[at:at] = data.draw(st.binary(max_size=8))
            case "end":
                del damaged[max(1, at) :]
        damaged = damaged or bytearray(b"{")
    check_that_nothing_else_comes_out(bytes(damaged))


PLACES_IN_TREE = st.integers(0, 10**6)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["paragraph", "2023-06-01", "1.0", "en", "direct"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "start", "name", "quotes", "marks"])
            | st.text(max_size=4),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


def containers(form: Any) -> list[Any]:
    found = [form]
    for each in form.values() if isinstance(form, dict) else form:
        if isinstance(each, dict | list) and each:
            found += containers(each)
    return found


@given(st.lists(st.tuples(PLACES_IN_TREE, PLACES_IN_TREE, ANY_JSON), min_size=1, max_size=3), st.sampled_from(["1.0", "1.9"]))  # fmt: skip
def test_documents_with_other_values_give_an_article_or_a_parse_error(
    edits: list[tuple[int, int, Any]], version: str
) -> None:
    form = json.loads(WHOLE)
    form["newsmodel"] = version
    for where, which, value in edits:
        inside = containers(form)
        container = inside[where % len(inside)]
        keys = list(container) if isinstance(container, dict) else range(len(container))
        key = keys[which % len(keys)]
        if which % 3 == 0:
            del container[key]
        elif which % 3 == 1 or isinstance(container, list):
            container[key] = value
        else:
            container[str(value)] = container.pop(key)
        if not form:
            return
    check_that_nothing_else_comes_out(json.dumps(form))


@given(articles())
def test_no_fault_costs_an_article_that_was_written(article: Article) -> None:
    form = json.loads(SERIALISER.write(article))
    form["newsmodel"] = f"1.{sys.maxsize % 10**9}"
    form["unknown"] = [{"type": "x"}, None]
    found = SERIALISER.read(json.dumps(form))
    assert found.article == article
    assert [note.location.path for note in found.notes] == ["$.unknown"]
