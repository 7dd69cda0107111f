"""What each sign of the body counts for, as learned from real pages.

The numbers are hundredths of a logit. They stand in ``body.json`` beside this
file, which ``tools/learn_body.py`` writes.
"""

import json
from importlib.resources import files
from typing import Final

_TABLES = json.loads(files("newsmodel.parsers.html").joinpath("body.json").read_bytes())

#: By the name of a part of a sign; one without a weight counts for nothing.
SIGNS: Final[dict[str, int]] = _TABLES["signs"]
#: By a word in class or id, or a tag, of any box around.
NAMES: Final[dict[str, int]] = _TABLES["names"]
#: By a word in the text of a run.
WORDS: Final[dict[str, int]] = _TABLES["words"]
#: What a run starts with, near and far.
BIAS_NEAR: Final[int] = _TABLES["bias"][0]
BIAS_FAR: Final[int] = _TABLES["bias"][1]
#: What a first guess counts for in the second, in per cent.
GUESS: Final[int] = SIGNS.get("first guess", 0)
