"""What is said in one block, by the patterns of a language pack.

English has a reader of its own, in ``utterances``. In a language whose pack has
patterns, and in one without a pack, words in marks are direct quotes, and a
speaker is named only where a pattern says so.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newsmodel.quotes.document import Document
from newsmodel.quotes.frames import Frame, signature
from newsmodel.quotes.packs import Pattern
from newsmodel.quotes.scanner import Region
from newsmodel.quotes.subjects import Span
from newsmodel.quotes.tokens import Tokens
from newsmodel.quotes.utterances import Utterance, is_title_case, word_before

_REACH = 60  # how many tokens a pattern sees
_NEAR = 25  # and one that ends at the region
_INTRODUCTION = 400  # characters of the block before
_SENTENCES = 3  # sentences before that of a region, which may say who speaks on
# In per cent: from here on a frame is one by its cue; what one is worth that
# stands in another sentence; and what marks are worth that nobody stands beside.
_SURE, _CONTEXT, _ALONE = 60, 45, 33
_REGION, _STOP, _LETTER = re.compile("[QSK]"), re.compile("[.S]"), re.compile(r"\w")
_ENDS = ("", ",", "-", ".")
_UNSPACED = re.compile("[\u2e80-\ud7ff]{2}")  # about a word, in Chinese and Japanese
_NEW = ("", "Q", "S", "K")
_FAR = 10**9
_NAMING = ("D", "y", "N", "M")  # what stands before a name in marks
_CUE = re.compile("[COLAZE]")
# Whose clause a comma parts from them, and those whose sentence goes on.
_TELLS, _SOURCES = frozenset("CLVE"), ("A", "i", "F", "B")
_NAMED = re.compile("(?:[iFU][dD]?)?[QSK]")  # "laut dem Blatt („Muster“)"
_REPORTS = "j"  # the shape of a verb in the mood of reported speech


def read_block(
    document: Document, block: int, regions: list[Region]
) -> list[Utterance]:
    """Return the utterances of one block."""
    low, high = document.starts[block], document.starts[block + 1] - 1
    tokens = Tokens(document.masked, low, high, document.language)
    return list(_Reader(document, block, tokens, regions).read())


class _Reader:
    """Reads one block from left to right.

    Attributes:
        sentences: Where each starts and ends, in tokens.
        frames: What says who speaks in each that has been read.
    """

    def __init__(
        self, document: Document, block: int, tokens: Tokens, regions: list[Region]
    ) -> None:
        self.document, self.block = document, block
        self.tokens, self.shape = tokens, tokens.shape
        self.patterns = document.language.patterns
        numbers = [each.start() for each in _REGION.finditer(self.shape)]
        self.regions = dict(zip(numbers, regions, strict=True))
        self.sentences = list(pairwise([0, *self._sentence_ends()]))
        self.frames: dict[int, Frame] = {}

    def _sentence_ends(self) -> Iterator[int]:
        shape, starts, masked = self.shape, self.tokens.starts, self.document.masked
        for match in _STOP.finditer(shape):
            index = match.end()
            if index < len(shape) and (
                match[0] == "."
                or shape[index] in _NEW
                or masked[starts[index]].isupper()
            ):
                yield index
        yield len(shape)

    def read(self) -> Iterator[Utterance]:
        """Yield what is said, sentence by sentence."""
        numbers = list(self.regions)
        if len(self.shape) == 1 and (outside := self._outside()):
            if self._is_said(0, 0, None):
                yield self._direct(0, *outside)
            return
        low = 0
        for sentence, (_, end) in enumerate(self.sentences):
            high = bisect_left(numbers, end, low)
            if high > low:
                yield from self._read_sentence(sentence, numbers[low:high])
            low = high

    def _read_sentence(self, sentence: int, numbers: list[int]) -> Iterator[Utterance]:
        start, end = self.sentences[sentence]
        done = start  # up to where it has been read
        clause: Frame | None = None  # that of the first region, if none is said
        said = False
        for number, following in pairwise([*numbers, end]):
            if self._is_subject(done, number, following):
                continue
            frame = self._frame(sentence, done, number, following)
            if self._is_said(number, done, frame):
                said = True
                speaking = self._speaking(sentence, done, number, frame)
                yield self._direct(number, speaking)
            elif clause is None:
                clause = self._speaking(sentence, done, number, frame)
            done = number + 1
            if frame and done < frame.end <= end:
                done = frame.end
        if clause and not said:
            yield from self._reported(clause, numbers, start, end)

    # -- who speaks -------------------------------------------------------

    def _outside(self) -> tuple[Frame, Tokens] | None:
        """Return the frame of a block that is a quotation, and whose tokens it counts.

        That is its signature, or the end of a block before it with a colon.
        """
        document = self.document
        masked, high = document.masked, document.starts[self.block]
        if span := document.signatures.get(self.block):
            tokens = Tokens(masked, *span, document.language)
            if signed := signature(tokens.shape):
                return signed, tokens
        while high and masked[high - 1] == "\n":
            high -= 1
        if masked[high - 1 : high] != ":":
            return None
        low = max(0, high - _INTRODUCTION)
        low = max(low, masked.rfind("\n", low, high) + 1)
        tokens = Tokens(masked, low, high, document.language)
        shape, end = tokens.shape, len(tokens.shape)
        start = max(shape.rfind(each, 0, end) for each in ".S") + 1
        frame = _found(
            self.patterns, "ahead", shape, max(start, end - _NEAR), end
        ) or _matched(self.patterns, "opening", shape, start, end)
        return (frame, tokens) if frame else None

    def _frame(
        self, sentence: int, done: int, number: int, following: int
    ) -> Frame | None:
        """Return the frame that a region has in its own sentence."""
        end = self.sentences[sentence][1]
        colon = max(self.shape.rfind(each, done, number - 1) for each in ":;") + 1
        frame = max(
            # The next region may be who speaks: schrieb die „Neue Welt“.
            self._match("behind", number + 1, min(following + 1, end)),
            self._search("ahead", max(done, number - _NEAR), number),
            self._match("opening", max(done, colon), number),
            key=lambda found: found.score if found else 0,
        )
        if colon > done and (frame is None or frame.score < _SURE):
            frame = self._match("opening", done, colon) or frame
        known = self.frames.get(sentence)
        if known and (frame is None or frame.score < known.score):
            frame = known
        if frame is None or frame.score < _SURE:
            frame = self._search("trailing", number + 1, end) or frame
        if frame:
            self.frames[sentence] = frame
        return frame

    def _is_subject(self, done: int, number: int, following: int) -> bool:
        """Tell whether a region ends a name that speaks: "the paper “News” wrote"."""
        if self.shape[number - 1 : number] not in _NAMING:
            return False
        frame = self._match("opening", done, following)
        return bool(frame and frame.subject and frame.subject[1] == number + 1)

    def _speaking(
        self, sentence: int, done: int, number: int, frame: Frame | None
    ) -> Frame | None:
        """Return a frame, or that of a sentence before where somebody speaks on."""
        start = self.sentences[sentence][0]
        if frame:
            low = max(start, frame.end - _REACH)
            if _has_cue(frame) or _REPORTS not in self.shape[low : frame.end]:
                return frame
        for before in range(sentence - 1, max(-1, sentence - 1 - _SENTENCES), -1):
            low, high = self.sentences[before]
            found = self.frames.get(before) or self._match("opening", low, high)
            if found is None or not (
                _has_cue(found) or _REPORTS not in self.shape[low:high]
            ):
                continue
            if before in self.frames and done == number and self._is_whole(number):
                return found  # more of the same utterance
            return found._replace(cue=(high, high), score=_CONTEXT)
        return frame

    def _match(self, place: str, start: int, end: int) -> Frame | None:
        return _matched(self.patterns, place, self.shape, start, end)

    def _search(self, place: str, start: int, end: int) -> Frame | None:
        return _found(self.patterns, place, self.shape, start, end)

    # -- what is said -----------------------------------------------------

    def _is_said(self, number: int, done: int, frame: Frame | None) -> bool:
        """Tell whether words in marks are said, or a name or the like."""
        document, shape = self.document, self.shape
        region = self.regions[number]
        low, high = document.inside(region)
        if not _LETTER.search(document.text, low, high):
            return False
        if region.spoken or not region.left:  # set apart, and introduced or signed
            return True
        if word_before(document.text, region.start) in document.language.works:
            return False
        words = _words(document.text[low:high])
        small = not words[0][:1].isupper()
        stops = shape[number] != "Q"  # like a sentence
        following = shape[number + 1 : number + 2]
        if frame and frame.end > number and frame.score >= _SURE:
            if stops or small or (done == number and following in ("-", ",")):
                return True
            return not is_title_case(words)
        if self._search("governs", max(done, number - _NEAR), number) or self._match(
            "governed", number + 1, len(shape)
        ):
            return True
        if shape[number - 1 : number] == ":" and frame and _has_cue(frame):
            return True
        if done == number or shape[number - 1] == ":":
            if done == number and not (stops or small or following in _ENDS):
                return len(words) > 6  # the name of what the sentence is about
            return (
                stops or len(words) > 3 or (len(words) > 2 and not is_title_case(words))
            )
        if small:
            told = frame and _has_cue(frame)
            reported = told or _REPORTS in shape[done : number + _REACH]
            return bool(reported) or len(words) > 2
        return frame is not None and len(words) > 5 and not is_title_case(words)

    def _direct(
        self, number: int, frame: Frame | None, tokens: Tokens | None = None
    ) -> Utterance:
        region = self.regions[number]
        start, end = self.document.inside(region)
        goes_on = frame is not None  # in one without a subject: "And she added: “…”"
        if frame is None:
            goes_on = self._is_whole(number) and self.shape[number] == "S"
            nowhere = number, number
            frame = Frame(nowhere, None, None, number, _ALONE)
        return Utterance(
            start, end, [region], frame, tokens or self.tokens, goes_on=goes_on
        )

    def _is_whole(self, number: int) -> bool:
        """Tell whether a region is a sentence of its own."""
        start, end = self.sentences[bisect_right(self.sentences, (number, _FAR)) - 1]
        return start == number and not self.shape[number + 1 : end].strip(".")

    def _reported(
        self, frame: Frame, numbers: list[int], start: int, end: int
    ) -> Iterator[Utterance]:
        """Yield a reported clause in which marks stand for names and the like."""
        first, last = self._clause(frame, numbers, start, end)
        tokens, shape = self.tokens, self.shape
        while last > first and shape[last - 1] in ".,;:-(":
            last -= 1
        while first < last and shape[first] in ",;:-)":
            first += 1
        regions = [self.regions[each] for each in numbers if first <= each < last]
        if regions:
            start, end = tokens.starts[first], tokens.end(last - 1)
            yield Utterance(start, end, regions, frame, tokens, mixed=True)

    def _clause(self, frame: Frame, numbers: list[int], start: int, end: int) -> Span:
        """Return where what is reported in a sentence starts and ends."""
        shape, nowhere, (low, high) = self.shape, (end, end), frame.cue
        if frame.score == _CONTEXT:  # who speaks is said in a sentence before
            said = _REPORTS in shape[start:end] and not _CUE.search(shape, start, end)
            return (start, end) if said else nowhere
        cue = shape[low:high]
        told = not _TELLS.isdisjoint(cue)
        if not told and cue[:1] not in _SOURCES:
            return nowhere
        if low > numbers[-1]:  # it stands behind the clause
            behind = (
                shape.rfind(",", numbers[-1], low)
                if told
                else min(low, frame.subject[0] if frame.subject else low)
            )
            return start, behind
        after = frame.end
        if told:  # the comma may be the end of the frame
            comma = shape.find(",", after - 1, numbers[0])
            return (comma + 1, end) if comma >= 0 else nowhere
        if named := _NAMED.match(shape, after):
            after = named.end()
        if shape[after : after + 1] == ",":
            after = shape.find(",", after + 1, numbers[0]) + 1 or after
        return after, end


_Patterns = Mapping[str, tuple[Pattern, ...]]


def _matched(
    patterns: _Patterns, place: str, shape: str, start: int, end: int
) -> Frame | None:
    """Return what the first pattern of a place says that fits at the start."""
    end = min(end, start + _REACH)
    for pattern, score in patterns.get(place, ()):
        if match := pattern.match(shape, start, end):
            return _as_frame(match, score)
    return None


def _found(
    patterns: _Patterns, place: str, shape: str, start: int, end: int
) -> Frame | None:
    """Return what the first pattern of a place says that fits anywhere."""
    end = min(end, start + _REACH)
    for pattern, score in patterns.get(place, ()):
        if match := pattern.search(shape, start, end):
            return _as_frame(match, score)
    return None


def _words(text: str) -> list[str]:
    words = text.split()
    return words if len(words) > 2 else _UNSPACED.findall(text) or words


def _has_cue(frame: Frame) -> bool:
    low, high = frame.cue
    return low < high


def _as_frame(match: re.Match[str], score: int) -> Frame:
    end = match.end()
    return Frame(
        cue=_span(match, "cue") or (end, end),
        subject=_span(match, "subject"),
        appositive=_span(match, "appositive"),
        end=end,
        score=score,
    )


def _span(match: re.Match[str], name: str) -> Span | None:
    """Return where a group stands that the pattern may have, and that may match."""
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return match.span(name)
