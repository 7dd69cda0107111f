from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.markup.escape import escape, escape_attribute
from newsmodel.testing import texts


@given(st.just("") | texts())
def test_a_text_comes_back_from_an_element(text: str) -> None:
    assert (etree.fromstring(f"<a>{escape(text)}</a>").text or "") == text


@given(st.just("") | texts())
def test_a_text_comes_back_from_an_attribute(text: str) -> None:
    assert etree.fromstring(f'<a b="{escape_attribute(text)}"/>').get("b") == text


def test_the_end_of_a_cdata_section_is_escaped() -> None:
    assert "]]>" not in escape("a]]>b")
