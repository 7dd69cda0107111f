"""Titles of pages: what in them is the name of the site, and what a label."""

import re
from collections.abc import Collection
from typing import Final

from newsmodel.rules.density import UNSPACED
from newsmodel.rules.likeness import key_of, words_of
from newsmodel.rules.lines import LONGEST_LINE

# "Bridge reopens | The Paper", "Bridge reopens - News - The Paper". Chinese and
# Japanese have no blanks around the dash.
_PARTED: Final = re.compile(
    r"\s*[|｜│ㅣ]\s*|\s+(?:[-–—·•»«:~/]|::|--)\s+|--|_(?=\S*\Z)"
    rf"|(?<=[{UNSPACED}！？。…])[-—](?=[{UNSPACED}])"
)
_LABEL: Final = re.compile(r"\s\|\s[^\W\d_]{3,20}(?:\s[^\W\d_]{1,20})?\Z")
_MOST_WORDS: Final = 4


def split_title(title: str) -> list[str]:
    """Return what bars and dashes part in a title.

    Example:
        >>> split_title("Bridge reopens - News | The Paper")
        ['Bridge reopens', 'News', 'The Paper']
    """
    return [each for each in _PARTED.split(title[:LONGEST_LINE]) if key_of(each)]


def without_site(
    title: str, sites: Collection[str], kickers: Collection[str] = ()
) -> str:
    """Return a title less the name of its site.

    Args:
        title: The title.
        sites: Names of the site, as :func:`key_of` gives them, that may stand before
            or after a bar or a dash.
        kickers: Those that may also stand before a colon.

    Example:
        >>> without_site("Bridge reopens - News | The Paper", ["thepaper"])
        'Bridge reopens - News'
        >>> without_site("The Paper: Bridge reopens", [], ["thepaper"])
        'Bridge reopens'
    """
    for _ in range(2):
        cuts = list(_PARTED.finditer(title, 0, LONGEST_LINE))
        if cuts and key_of(title[cuts[-1].end() :]) in sites:
            title = title[: cuts[-1].start()]
        elif cuts and key_of(title[: cuts[0].start()]) in sites:
            title = title[cuts[0].end() :]
        else:
            break
    kicker, _, rest = title.partition(": ")
    return rest if rest and key_of(kicker) in kickers else title


def without_last_part(title: str) -> str:
    """Return a title less a short last part, as the name of a site is.

    Example:
        >>> without_last_part("Old bridge reopens - The Paper")
        'Old bridge reopens'
    """
    cuts = list(_PARTED.finditer(title))
    if cuts:
        last, before = title[cuts[-1].end() :], title[: cuts[-1].start()]
        if len(words_of(last)) <= _MOST_WORDS and len(before) > len(last):
            return before
    return title


def without_label(title: str) -> str:
    """Return a title less a word or two after a bar, which say what kind it is.

    Example:
        >>> without_label("Let the bridge be | Opinion")
        'Let the bridge be'
    """
    return _LABEL.sub("", title)
