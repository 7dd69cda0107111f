"""What is said in one block: its regions hung on the frames around them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from newsmodel.quotes import frames
from newsmodel.quotes.document import Document
from newsmodel.quotes.frames import Frame
from newsmodel.quotes.scanner import Region
from newsmodel.quotes.subjects import Span
from newsmodel.quotes.tokens import Tokens, sentence_start


@dataclass(slots=True)
class Utterance:
    """A quote to be, before it is known who the speaker is.

    Attributes:
        start: Where it starts in the document.
        end: Where it ends there.
        regions: The regions it is made of.
        frame: The cue and its subject, if they stand beside it.
        tokens: What the numbers in the frame count.
        mixed: Whether it holds words outside of marks.
        goes_on: Whether it is more of what was said before it.
    """

    start: int
    end: int
    regions: list[Region]
    frame: Frame | None
    tokens: Tokens
    mixed: bool = False
    goes_on: bool = False

    @property
    def score(self) -> int:
        """How far its speaker is to be trusted, in per cent."""
        score = self.frame.score if self.frame else _NO_FRAME
        return min(score, _MIXED) - 5 if self.mixed else score

    @property
    def is_open(self) -> bool:
        """Whether its last quotation mark is never closed."""
        last = self.regions[-1]
        return not (last.right or last.spoken)


# Measured: so many in a hundred without a frame are right, and with the best one
# of clauses whose ends have to be guessed.
_NO_FRAME, _MIXED = 54, 72
# Where a reported clause ends before its sentence does.
_CLAUSE_END = re.compile(
    rf"""
      ,?c[ax]{{0,2}}[COL]       # "and later said"
    | ,?cPa?x?[CO]            # "but he said"
    | ,[Ga]*[GH]              # ", adding"
    | {frames.INTRODUCED}
    | ;
    """,
    re.VERBOSE,
)
# Where that ends which somebody is called.
_NAME_END = re.compile(r",(?!c?D?[QSK])|c(?=a?[evxCOLPTGH])|[;sGH]|-")
_REGIONS = ("", "Q", "S", "K")
_LITTLE = """a an the and or of in on for to at by with from"""
_SMALL = frozenset(_LITTLE.split())
_PAUSES = ",:.-T"
_SAYS_MORE = ("T", ":", "Q", "S", "K")
_SIGNS, _FEW = ",.:;()-QSK", 9
_POSSESSIVE, _LONGEST = ("’s", "'s", "s’", "s'"), 24  # characters of a word
_DASHES = ("-", "–", "—", "~")
_REGION, _STOP, _CUE = re.compile("[QSK]"), re.compile("[.S]"), re.compile("[COLGHA]")
_LETTER = re.compile(r"\w")


def read_block(
    document: Document,
    block: int,
    regions: list[Region],
    tokens: Tokens | None = None,
) -> list[Utterance]:
    """Return the utterances of one block.

    Its *tokens* are cut from where it matters if they are not given.
    """
    low, high = document.starts[block], document.starts[block + 1] - 1
    start = low
    if tokens is None:
        start = sentence_start(document.masked, low, regions[0].start)
        tokens = Tokens(document.masked, start, high, document.language)
    return _Reader(document, block, tokens, regions, whole=start == low).read()


class _Reader:
    """Reads one block from left to right."""

    def __init__(
        self,
        document: Document,
        block: int,
        tokens: Tokens,
        regions: list[Region],
        *,
        whole: bool,
    ) -> None:
        self.whole = whole  # whether the tokens start where the block does
        self.document, self.block, self.tokens = document, block, tokens
        self.shape, self.starts = tokens.shape, tokens.starts
        numbers = [each.start() for each in _REGION.finditer(self.shape)]
        self.regions = dict(zip(numbers, regions, strict=True))
        self.found: list[Utterance] = []

    def read(self) -> list[Utterance]:
        start = 0
        self.ahead: Span | None = None  # the sentence before, if it is free
        self.follows_speech = False
        self.attributed = 0  # up to where words say whose the quotation before is
        numbers = list(self.regions)
        low = 0
        for end in self._sentence_ends(numbers[-1]):
            high = bisect_left(numbers, end, low)
            if inside := numbers[low:high]:
                self._sentence(start, end, inside)
                self.ahead = None
                self.follows_speech = bool(self.found)
            elif start >= self.attributed:
                self.ahead = start, end
                self.follows_speech = False
            start, low = end, high
        return self.found

    def _sentence_ends(self, last: int) -> list[int]:
        """Return where sentences end, up to that of the last region."""
        ends = []
        text = self.document.masked
        for match in _STOP.finditer(self.shape):
            index = match.end()
            if (
                match[0] == "."
                or self.shape[index : index + 1] in _REGIONS
                or text[self.starts[index]].isupper()
            ):
                ends.append(index)
                if index > last:
                    return ends
        return [*ends, len(self.shape)]

    def _topic(self, start: int, end: int) -> Frame | None:
        guesses = self.document.language.guesses
        return frames.topic(self.shape, start, end) if guesses else None

    def _told(self, start: int, end: int) -> Frame | None:
        if self.document.language.guesses and (
            found := frames.telling(self.shape, start, end)
        ):
            return found
        return self._topic(start, end)

    # -- one sentence -----------------------------------------------------

    def _sentence(self, start: int, end: int, numbers: list[int]) -> None:
        done = start  # up to where the sentence has been read
        frame: Frame | None = None  # that of the piece before
        for number, stop in pairwise([*numbers, end]):
            if number >= done and not self._is_title(number):
                done, frame = self._region((start, end), done, frame, number, stop)

    def _region(
        self, sentence: Span, done: int, frame: Frame | None, number: int, stop: int
    ) -> tuple[int, Frame | None]:
        """Read one region of a sentence.

        Args:
            sentence: Where that starts and ends.
            done: Up to where it has been read.
            frame: That of the piece before.
            number: The region.
            stop: The next region, or the end of the sentence.

        Returns:
            Up to where it has been read now, and the frame of this piece.
        """
        shape, (start, end) = self.shape, sentence
        lead = shape[done:number]
        if follows := self._following(number, lead, frame, stop, end):
            self._direct(number, follows)
            self.attributed = follows.end
            return follows.end, follows
        if frame and self._goes_on(lead, frame, done, number):
            self._direct(number, frame)
            return number + 1, frame
        if number + 1 == end and done == start and not lead:
            self._bare(number, start)
            return end, frame
        leads = frames.put(shape, done, number)
        if leads is None:
            cue = self._cue_before(done, number)
            if cue is not None:
                return self._governed(cue, number, done, end)
            leads = self._unknown(done, number)
        if leads is None and lead.endswith(":"):
            leads = (
                frames.labelled(shape, done, number)
                or frames.announced(shape, done, number)
                or self._topic(done, number)
            )
        if leads:
            self._direct(number, leads)
            return number + 1, leads
        if trailing := self._trailing(number, end):
            behind, last = trailing
            self._mixed(number if frame else done, last, behind)
            return behind.end, behind
        if self.follows_speech and done == start:
            last = self._clause_end(number, end)
            self._mixed(start, last, None)
            return last, frame
        self._fragment(number, start)
        return number + 1, frame

    def _following(
        self, number: int, lead: str, frame: Frame | None, stop: int, end: int
    ) -> Frame | None:
        """Return the frame behind a region that opens its part of a sentence."""
        shape = self.shape
        # A sentence that goes on behind its quotation says whose it is.
        speech = number + 1 < end and shape[number] in "KS"
        if lead.strip("(") and not (
            speech
            and not frame
            and (lead[-1] in "-:," or shape[number : number + 2] in ("SC", "SO"))
            and self._is_said(number)
        ):
            return None
        follows = frames.after(shape, number + 1, stop, speech=speech)
        if follows is None and self._is_said(number):
            follows = frames.signed(shape, number + 1)
        if follows is None and number + 1 == end and shape[number] == "S":
            follows = self._peek(end, number)
        return follows

    def _unknown(self, start: int, number: int) -> Frame | None:
        """Return the frame of a verb before a region that looks like one of speech."""
        _, last = self.document.inside(self.regions[number])
        if not (self._is_said(number) or self.document.text[last - 1] in "?!"):
            return None
        frame = frames.unknown(self.shape, start, number)
        return frame if frame and frame.subject else None

    def _bare(self, number: int, start: int) -> None:
        """Read a sentence that is a quotation and nothing else."""
        tokens = self.tokens
        if number == 0 and self.whole:
            near, tokens = self._outside()
        else:
            near = self._told(*self.ahead) if self.ahead else None
        if near is None and self._is_label(number):
            return
        self._direct(number, near, goes_on=near is None, tokens=tokens)

    def _is_label(self, number: int) -> bool:
        """Tell whether a single word in marks is no utterance."""
        region, text = self.regions[number], self.document.text
        start, end = self.document.inside(region)
        alone = " " not in text[start:end] and bool(region.right)
        return alone and text[end - 1] not in ".!?…"

    def _outside(self) -> tuple[Frame | None, Tokens]:
        """Return the frame of a whole paragraph from the ones beside it."""
        starts, masked = self.document.starts, self.document.masked
        if span := self.document.signatures.get(self.block):
            tokens = Tokens(masked, *span, self.document.language)
            return frames.signature(tokens.shape), tokens
        if len(self.shape) == 1 and self.block + 2 < len(starts):
            low = starts[self.block + 1]
            while masked[low : low + 1] == "\n":
                low += 1
            if masked[low : low + 1] in _DASHES:
                line = masked.find("\n", low, low + 80)
                high = line if line >= 0 else min(low + 80, len(masked))
                tokens = Tokens(masked, low, high, self.document.language)
                if signed := frames.signed(tokens.shape, 0):
                    return signed, tokens
        high = starts[self.block]
        while high and masked[high - 1] == "\n":
            high -= 1
        low = masked.rfind("\n", max(0, high - 400), high) + 1
        tokens = Tokens(masked, max(low, high - 400), high, self.document.language)
        if masked[high - 1 : high] == ":":
            return _introduction(tokens.shape), tokens
        shape = tokens.shape
        start = _last_sentence(shape)
        if not _REGION.search(shape, start) and self.document.language.guesses:
            return frames.telling(shape, start, len(shape)), tokens
        return None, self.tokens

    def _peek(self, at: int, number: int) -> Frame | None:
        """Return an attribution that stands like a sentence of its own."""
        shape = self.shape
        if at == len(shape):
            return None
        if signed := frames.signed(shape, at):
            return signed
        _, last = self.document.inside(self.regions[number])
        cries = self.document.text[last - 1] in "?!"
        stop = min(len(shape), at + (40 if cries else 16))
        follows = frames.after(shape, at, stop, speech=cries)
        if follows is None:
            return None
        behind = shape[follows.end : follows.end + 1]
        if cries:
            return follows if behind not in _SAYS_MORE else None
        if follows.end > at + 8:
            return None
        told = shape[follows.cue[0]] == "O"
        return follows if behind in (".,iPtawN" if told else ".,iPta") else None

    def _goes_on(self, lead: str, frame: Frame, done: int, number: int) -> bool:
        """Tell whether words between two pieces leave the same frame in force."""
        if frame.end == done:  # the attribution stands between the pieces
            if not frames.RESUMED.fullmatch(lead):
                return False
            # "he said on “The Late Hour”" names a thing, and says nothing.
            return self.shape[number - 1] in _PAUSES or self._is_said(number)
        return bool(frames.LISTED.fullmatch(lead))

    def _cue_before(self, start: int, number: int) -> int | None:
        """Return the cue that the words before a region belong to.

        That is the one next to it if nothing else is said in between, and
        otherwise the first whose clause goes on to the region.
        """
        cues = [each.start() for each in _CUE.finditer(self.shape, start, number)]
        if not cues:
            return None
        last = cues[-1]
        slot = self.shape[last + 1 : number]
        if self.shape[last] not in "LH" and (
            frames.TIGHT.fullmatch(slot) or slot[-1:] in ",:"
        ):
            return last
        for cue in cues[:-1]:
            if frames.CLAUSE.match(self.shape, cue + 1, number):
                return cue
        if (
            self.shape[last] in "LH"
            and self.shape[number - 1] in ",:"
            and self._unknown(last + 1, number)
        ):
            return None  # "When they blamed her, Ann Example barked, “…”"
        return last

    def _governed(
        self, cue: int, number: int, low: int, end: int
    ) -> tuple[int, Frame | None]:
        """Read a region with a cue before it; return how far, and the frame."""
        shape = self.shape
        slot = shape[cue + 1 : number]
        named = shape[cue] in "LH"
        frame = (
            frames.according(shape, cue, number)
            if shape[cue] == "A"
            else frames.before(shape, cue, low)
        )
        tight = (
            not slot
            if named
            else frames.TIGHT.fullmatch(slot)
            or (self._capital(number) and frames.ASIDE.fullmatch(slot))
        ) or frames.COLON.fullmatch(slot)
        following = shape[number + 1 : number + 2]
        if tight and (shape[number] in "SK" or following in ".,;:)c-"):
            self._direct(number, frame)
            return number + 1, frame
        last = self._clause_end(number, end)
        begin = cue + 1
        if named:
            name_end = _NAME_END.search(shape, number + 1, last)
            last = name_end.start() if name_end else last
        elif shape[cue] == "A" and frame:
            comma = shape.find(",", frame.end, number)
            begin = comma + 1 if comma >= 0 else frame.end
        else:
            begin += frames.skipped(slot, addressee=shape[cue] in "OG")
        self._mixed(begin, last, frame)
        return last, frame

    def _capital(self, number: int) -> bool:
        start, _ = self.document.inside(self.regions[number])
        return self.document.text[start : start + 1].isupper()

    def _clause_end(self, number: int, end: int) -> int:
        found = _CLAUSE_END.search(self.shape, number + 1, end)
        return found.start() if found else end

    def _trailing(self, number: int, end: int) -> tuple[Frame, int] | None:
        """Return the attribution at the end of the sentence, and its start."""
        end = min(end, number + 80)  # no reader looks further ahead
        for mark, first in (",", 0), ("K", 1):
            at = self.shape.find(mark, number, end)
            while at >= 0:
                if found := frames.after(self.shape, at + first, end):
                    return found, at + first
                at = self.shape.find(mark, at + 1, end)
        return None

    # -- what comes out ---------------------------------------------------

    def _direct(
        self,
        number: int,
        frame: Frame | None,
        *,
        goes_on: bool = False,
        tokens: Tokens | None = None,
    ) -> None:
        region = self.regions[number]
        start, end = self.document.inside(region)
        if self.document.text[region.start - 1 : region.start] == "=":
            return  # what a tag says: date="last week"
        if _LETTER.search(self.document.text, start, end):
            tokens = tokens or self.tokens
            self.found.append(
                Utterance(start, end, [region], frame, tokens, goes_on=goes_on)
            )

    def _mixed(self, first: int, last: int, frame: Frame | None) -> None:
        while last > first and self.shape[last - 1] in ".,;:-oc(":
            last -= 1
        while first < last and self.shape[first] in ",:;.-)":
            first += 1
        inside = [self.regions[i] for i in range(first, last) if i in self.regions]
        if inside:
            start, end = self.starts[first], self.tokens.end(last - 1)
            self.found.append(
                Utterance(start, end, inside, frame, self.tokens, mixed=True)
            )

    def _fragment(self, number: int, start: int) -> None:
        if self._is_said(number) and not self._is_amid(number):
            self._direct(number, self._topic(start, number))

    def _is_said(self, number: int) -> bool:
        return _is_said(self.document.text, self.regions[number])

    def _is_title(self, number: int) -> bool:
        """Tell whether a region is what a work is called: "in NBC’s “Good Example”"."""
        document, (start, end, *_) = self.document, self.regions[number]
        ahead = word_before(document.text, start)
        return (
            ahead.endswith(_POSSESSIVE) or ahead in document.language.works
        ) and is_title_case(document.text[start:end].split())

    def _is_amid(self, number: int) -> bool:
        """Tell whether a few words in marks are a part of the sentence around them.

        As in: "They wore their “vote for us” shirts."
        """
        around = self.shape[number - 1 : number + 2]
        if len(around) < 3 or around[0] in _SIGNS or around[2] in _SIGNS:
            return False
        return self.document.text.count(" ", *self.regions[number][:2]) < _FEW


def word_before(text: str, at: int) -> str:
    """Return the word in front of an offset, in lower case."""
    ahead = text[max(0, at - _LONGEST) : at].rstrip(" \xa0,")
    return ahead[ahead.rfind(" ") + 1 :].lower()


def _is_said(text: str, region: Region) -> bool:
    """Tell whether a quotation without a frame is one of words that were said."""
    words = text[region.start : region.end].split()
    return len(words) > 2 and not is_title_case(words)


def is_title_case(words: list[str]) -> bool:
    """Tell whether words look like the name of a film, a book or a party."""
    if len(words) > 8:
        return False
    bare = [each.strip("\"“”‘’'`.,!?") for each in words]
    large = [each for each in bare if each.lower() not in _SMALL] or bare
    telling = [each for each in large if len(each) > 3] or large
    return all(each[:1].isupper() for each in telling)


def _last_sentence(shape: str) -> int:
    return max(shape.rfind(".", 0, -1), shape.rfind("S", 0, -1)) + 1


def _introduction(shape: str) -> Frame | None:
    """Return who speaks after a paragraph that ends with a colon."""
    start = _last_sentence(shape)
    for cue in range(len(shape) - 1, start - 1, -1):
        if shape[cue] in "COG":
            return frames.before(shape, cue, start)
    stop = len(shape)
    return (
        frames.labelled(shape, start, stop)
        or frames.announced(shape, start, stop)
        or frames.topic(shape, start, stop)
    )
