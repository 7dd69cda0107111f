"""Plain text inside a document, to paragraphs."""

import re
from typing import Final

from newsmodel.markup.characters import clean
from newsmodel.model.fieldtypes import TEXT_LIMIT

_LINES: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def paragraphs_of(text: str) -> list[str]:
    r"""Return the paragraphs of a text.

    Blank lines part them; where there are none, each line is one. A line that is
    indented goes on with a paragraph, or begins one where all are.

    Example:
        >>> paragraphs_of("Rivers rose\nfast.\n\nThey fell.")
        ['Rivers rose\nfast.', 'They fell.']
        >>> paragraphs_of("Rivers rose.\nThey fell.")
        ['Rivers rose.', 'They fell.']
    """
    lines = [clean(line) for line in _LINES.split(text)]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        lines.pop()
    if "" not in lines:
        return [line[:TEXT_LIMIT] for line in lines]
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return ["\n".join(each)[:TEXT_LIMIT] for each in paragraphs if each]
