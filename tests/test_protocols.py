"""Protocols: what the formats that are built in carry out."""

import pytest

from newsmodel import Parser, Serialiser, Validator, registry
from newsmodel.evidence import Explanation


@pytest.mark.parametrize("name", registry.BUILT_IN)
def test_every_format_is_a_parser_named_for_itself(name: str) -> None:
    found = registry.named(name)
    assert isinstance(found, Parser)
    assert found.format == name
    assert all("/" in each for each in found.media_types)
    assert all(each.startswith(".") for each in found.suffixes)
    assert all(registry.named(each) is found for each in found.media_types)
    assert found.looks_like(b"") in (0, 1)


@pytest.mark.parametrize("name", ["json", "newsml"])
def test_interchange_formats_write_and_validate(name: str) -> None:
    found = registry.named(name)
    assert isinstance(found, Serialiser)
    assert isinstance(found, Validator)
    assert registry.by_suffix(f"a{found.suffixes[0]}") is found


def test_text_is_only_read() -> None:
    assert not isinstance(registry.named("text"), Serialiser)
    assert not isinstance(registry.named("text"), Validator)


def test_whoever_has_the_members_need_not_inherit() -> None:
    class Own:
        format, media_types, suffixes = "own", ("text/own",), (".own",)

        def looks_like(self, head: bytes) -> int:
            return len(head)

        def read(self, data: bytes | str, *, url: str | None) -> Explanation:
            raise NotImplementedError  # only its shape is looked at

    parser: Parser = Own()
    assert isinstance(parser, Parser)
    assert not isinstance(parser, Serialiser)
