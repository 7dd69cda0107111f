"""Tables: what is data, what is only laid out, and what a cell says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.parsers.html._page.page import Page
from newsmodel.parsers.html._pictures.surroundings import Surroundings
from newsmodel.parsers.html._pictures.tables import TableReading, read_tables
from tests.parsers.html.test_pictures import body_of, page_of


def tables_of(part: str) -> list[TableReading]:
    """Return the tables of a page with *part* in its story."""
    page = Page(page_of(part), "https://example.com/a")
    body = body_of(page)
    return read_tables(page, body, Surroundings(page, body))


_DATA = (
    "<table><caption>Turnout</caption><thead><tr><td>Town</td><td>2024</td></tr></thead>"
    "<tr><th>Springfield</th><td>52<br>(+3)</td></tr>"
    "<tr><th>Shelbyville</th><td></td></tr></table>"
)


def test_a_table_of_data_is_read_with_its_headers() -> None:
    (found,) = tables_of(_DATA)
    rows = found.table.rows
    assert found.table.text == "Town\t2024\nSpringfield\t52\n(+3)\nShelbyville\t"
    assert [[cell.header for cell in row] for row in rows] == [
        [True, True],
        [True, False],
        [True, False],
    ]
    assert found.table.caption == "Turnout"
    assert found.trace.element.tag == "table"


def test_a_table_takes_its_runs_and_those_of_its_figure() -> None:
    (found,) = tables_of(
        f"<figure>{_DATA}<figcaption>Turnout in per cent</figcaption></figure>"
    )
    assert found.runs == tuple(range(found.at, found.at + len(found.runs)))
    assert len(found.runs) == 7


@pytest.mark.parametrize(
    "part",
    [
        "<table role='presentation'><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d"
        "</td></tr></table>",
        "<table><tr><td>Only one cell</td></tr><tr><td>and one more</td></tr></table>",
        f"<table><tr><td>{'a ' * 400}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
        "</table>",
        "<table><tr><td><table><tr><td>1</td></tr></table></td><td>b</td></tr></table>",
        "<table><tr><td><form></form></td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
        "</table>",
        f"<aside class='related'>{_DATA}</aside>",
        "<table></table>",
    ],
)
def test_other_tables_are_left_to_the_body(part: str) -> None:
    assert tables_of(part) == []


@given(st.lists(st.sampled_from(
    ("<table>", "<tr>", "<td>", "<th>", "</table>", "</td>", "</tr>", "a", "\x01")
)))  # fmt: skip
def test_any_table_is_read(parts: list[str]) -> None:
    tables_of("".join(parts))
