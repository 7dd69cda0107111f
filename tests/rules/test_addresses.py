"""Whose host an address is on."""

import pytest

from newsmodel.rules.addresses import host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.com/a", "www.example.com"),
        ("https://Example.com", "example.com"),
        ("http://ann:secret@example.com:8080/a@b", "example.com"),
        ("https://example.com?at=//other.example", "example.com"),
        ("//example.com/a", "example.com"),
        ("android-app://example.reader/https/a", "example.reader"),
        ("/a//example.com", ""),
        ("example.com/a", ""),
        ("mailto:ann@example.com", ""),
        ("", ""),
    ],
)
def test_the_host_is_what_stands_behind_the_slashes(address: str, host: str) -> None:
    assert host_of(address) == host
