"""What each sign of the body counts for, as learned from real pages.

The numbers are hundredths of a logit, in ``body.json`` beside this file, which
``tools/learn_body.py`` writes.
"""

import json
from importlib.resources import files
from typing import Final

_TABLES = json.loads(
    files("newsmodel.parsers.html").joinpath("body.json").read_bytes()
)

#: By the sign's name; a sign without a weight counts for nothing.
SIGNS: Final[dict[str, int]] = _TABLES["signs"]
#: By a word in class or id, or a tag, of any box around: near and far.
NAMES: Final[dict[str, tuple[int, int]]] = _TABLES["names"]
#: By a word of the text.
WORDS: Final[dict[str, int]] = _TABLES["words"]
BIAS_NEAR: Final[int]
BIAS_FAR: Final[int]
BIAS_NEAR, BIAS_FAR = _TABLES["bias"]
#: What each hundredth of the first guess counts for in the second, in per cent.
GUESS: Final[int] = SIGNS.get("guess", 0)
