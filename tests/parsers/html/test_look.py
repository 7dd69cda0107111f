"""A page is known by how it begins, and so is a piece of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.parsers.html import PARSER


@pytest.mark.parametrize(
    ("head", "score"),
    [
        ("<!doctype html><p>A", 80),
        ("<html>", 80),
        ("\n<!-- a --><!-- b -->\n<head><title>A", 80),
        ("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", 80),
        ("<ul><li>A", 40),
        ("\n <UL>\n<LI>A", 40),
        ("<ol reversed><li>A", 40),
        ("<section>A", 40),
        ("<section class='a'>A", 40),
        ("<figure><img src=a.jpg></figure>", 40),
        ("<h2>Bridge reopens</h2>", 40),
        ("<table><tr><td>A", 40),
        ("<blockquote>A", 40),
        ("<br/>A", 40),
        ("<img src=a.jpg>", 40),
        ("<img\n  alt='A'>", 40),
        ("<div hidden>A", 40),
        ("<!-- a --><aside>A", 40),
        ("<meta name=a content=b>", 40),
        ("<b>Bridge reopens</b>", 40),
        ("<a href=/a>A", 40),
        ("<a\nhref='/a'>A", 40),
        ("<span>A <b>B</b></span>", 40),
        ("It is open.<p>All are glad.", 20),
        ("It is open.", 0),
        ("<3 this town", 0),
        ("< ul >", 0),
        ("<b> is the letter after <a>", 0),
        ("<a, b> = 3", 0),
        ("<Mark> It is open.", 0),
        ("<Ann> It is open. <Bob> It is.", 0),
        ("<table of contents> A", 0),
        ("<mail@example.com> wrote", 0),
        ("<https://example.com/>", 0),
        ("<unknown>A</unknown>", 0),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", 0),
        ("", 0),
    ],
)
def test_a_page_a_piece_and_a_text_are_told_apart(head: str, score: int) -> None:
    assert PARSER.looks_like(head.encode()) == score
    assert PARSER.looks_like(head.encode("utf-16-le")) == score


def test_a_file_of_another_kind_is_no_page_for_the_markup_in_it() -> None:
    assert PARSER.looks_like(b"%PDF-1.4 <p>A") == 0


@given(st.binary())
def test_anything_may_be_looked_at(head: bytes) -> None:
    assert PARSER.looks_like(head) in (0, 20, 40, 80)
