"""The root of a document is found in its first bytes."""

import pytest

from newsmodel.markup.look import root_name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<nitf>", "nitf"),
        (b"<nitf/>", "nitf"),
        (b"<nitf", "nitf"),
        (b"\xef\xbb\xbf\n <?xml version='1.0'?>\n<a:newsItem xmlns:a='x'>", "newsItem"),
        (b"<!-- a - b --><!-- --><?xml version='1.0'?><nitf>", "nitf"),
        (b'<!DOCTYPE NewsML [<!ENTITY % n SYSTEM "n.dtd"> %n; ]><NewsML>', "NewsML"),
        (b'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "n.dtd"><nitf>', "nitf"),
        (b"<?a b?><?c d?><body.content>", "body.content"),
        ("<?xml version='1.0'?><nitf>".encode("utf-16"), "nitf"),
        (b"", ""),
        (b"nitf", ""),
        (b"{}", ""),
        (b"<!-- <nitf>", ""),
        (b"< nitf>", ""),
    ],
)
def test_the_root_is_found_behind_all_that_may_stand_before_it(
    head: bytes, name: str
) -> None:
    assert root_name(head) == name


@pytest.mark.parametrize("part", [b"<!---->", b"<?a?>", b" ", b"<!--", b"<!DOCTYPE a"])
def test_many_of_what_may_stand_before_it_take_no_longer_each(part: bytes) -> None:
    assert root_name(part * 600) == ""
