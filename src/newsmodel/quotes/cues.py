"""English words that matter to a quotation, and what each can do.

Every word has a *shape*, one character; see ``tokens``. A verb is listed once,
under what it can govern, and its forms are made here.
"""

from newsmodel.quotes.people import ROLES

# Verbs of speech that take the words said: "said", "wrote".
_SAY = """
acknowledge add admit affirm allege announce answer argue assert blog boast
caution chant claim clarify comment complain concede conclude confess confirm
contend continue counter cry declare deny disclose emphasize emphasise exclaim
explain fume gripe grumble hint indicate insist interject intone joke lament
maintain marvel mention murmur muse note object observe opine plead pledge
point post predict proclaim promise pronounce propose protest quip rail read
recall reaffirm recount reflect reiterate remark repeat reply respond retort
reveal roar scoff scream shout sigh snap sneer speculate state stress suggest
summarize summarise testify theorize thunder tweet venture vent vow whisper
wonder yell conceded recommend quote warn bark retaliate elaborate joke
volunteer shriek holler sing scrawl text email report lie estimate agree
believe think feel hope caption demand pray gush rave
"""
# Those that name whom they are said to: "told reporters".
_TELL = """
advise assure ask inform notify persuade remind tell urge promise beg implore
instruct order challenge lecture question
"""
# Those that give a thing its name: "called it “a farce”".
_LABEL = """
call describe dub label brand characterize characterise deride denounce
dismiss blast slam criticize criticise praise condemn mock hail refer declare
decry term portray accuse cite blame attack laud bill attribute ridicule
pan style tout trumpet nickname lambaste lambast rip defend urge
"""
_IRREGULAR = {
    "say": "says said",
    "tell": "tells told",
    "write": "writes wrote written",
    "speak": "speaks spoke spoken",
    "read": "reads",
    "put": "puts",
    "think": "thinks thought",
    "feel": "feels felt",
    "sing": "sings sang",
    "swear": "swears swore",
    "go": "goes went",
    "begin": "begins began",
    "quip": "quips quipped",
    "admit": "admits admitted",
    "beg": "begs begged",
    "dub": "dubs dubbed",
    "refer": "refers referred",
    "slam": "slams slammed",
    "pan": "pans panned",
    "rip": "rips ripped",
    "snap": "snaps snapped",
    "label": "labels labeled labelled",
}
_OFTEN_NOUNS = """
answer blog boast caution chant claim comment counter cry estimate gripe hint
joke lament mention murmur note object pledge point post promise quip quote read
recall remark repeat reply report roar scream shout sigh snap sneer state stress
text email tweet venture vent vow whisper wonder yell rail protest lie demand
order challenge lecture question call brand label bill style attack blame term
blast hail rip pan slam hope feel caption bark plead volunteer put go urge flout
sing
"""
# Base forms that are more often nouns; a cue only in their other forms.
_NOUNS = frozenset(_OFTEN_NOUNS.split())

_GROUPS = {
    "P": "he she they i we it you everyone somebody someone nobody",
    "W": "who which whom",
    "D": """the a an this these those his her their its our my your one
        another some several many most both all each every any no two three
        four five six other whose""",
    "x": """has had have having would will could can may might must should did
        does do hasn't hadn't haven't wouldn't won't couldn't can't didn't
        doesn't don't hasn’t hadn’t haven’t wouldn’t won’t couldn’t can’t didn’t
        doesn’t don’t cannot seems seemed appears appeared""",
    "b": """was were is are be been being am wasn't weren't isn't aren't wasn’t
        weren’t isn’t aren’t it's it’s that's that’s he's he’s she's she’s
        they're they’re there's there’s i'm i’m we're we’re""",
    "a": """also later then now not never even just once again still often
        always soon first earlier ago here there instead perhaps meanwhile
        however too simply thus only afterward afterwards nevertheless
        nonetheless indeed back so-called sometimes almost further
        likewise immediately similarly finally
        recently currently initially previously eventually additionally
        moreover furthermore nearby elsewhere ever shortly apparently
        reportedly clearly obviously maybe yes""",
    "T": "that dass",
    "i": """of for in on at from with to by about into over under during after
        before through against between among outside inside near across toward
        towards via within without around behind since until amid alongside
        upon like per beside beyond despite following as""",
    "t": """monday tuesday wednesday thursday friday saturday sunday yesterday
        today tonight tomorrow last week month year morning afternoon evening
        night weekend january february march april june july august september
        october november december recently jan feb aug sept oct nov dec""",
    "v": """took gave made went came saw got left held led ran won lost met kept
        stood sent spent found began became knew drew fell brought bought built
        broke chose drove paid let hit set cut hurt heard sought caught taught
        fought meant dealt sat rose grew threw flew wore spoke speaks takes gives
        makes goes comes sees gets leaves holds leads runs wins keeps stands
        sends finds begins becomes knows brings seeks looks wants needs likes
        loves hates uses works plays lives lists struck laid swung hung went""",
    "c": "and or but yet nor",
    "n": """de van von al el la di da du del della dos la le las los sans sur y ibn
        bin ter""",
    "s": """because when while if although though whether than so where why how
        what unless whereas""",
}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        forms = _IRREGULAR[verb].split()
    elif verb.endswith("e"):
        forms = [verb + "s", verb + "d"]
    elif verb.endswith("y") and verb[-2] not in "aeo":
        forms = [verb[:-1] + "ies", verb[:-1] + "ied"]
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        forms = [verb + "es", verb + "ed"]
    else:
        forms = [verb + "s", verb + "ed"]
    return forms if verb in _NOUNS else [verb, *forms]


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    if verb in ("quip", "admit", "beg", "dub", "refer", "slam", "pan", "rip", "snap"):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _lexicon() -> dict[str, str]:
    words: dict[str, str] = {}
    for shape, group in _GROUPS.items():
        words.update(dict.fromkeys(group.split(), shape))
    for shape, gerund, verbs in (
        ("L", "H", _LABEL),
        ("C", "G", _SAY + " say write put think feel swear"),
        ("O", "G", _TELL),
    ):
        for verb in verbs.split():
            words.update(dict.fromkeys(_forms(verb), shape))
            words[_gerund(verb)] = gerund
    return words


_PLURALS = {f"{role}s": "w" for role in ROLES if not role.endswith("s")}
WORDS = {**_PLURALS, **_lexicon(), "according": "A"}
"""The English words, and the shape of each."""

_GERMAN = {
    "C": """sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint
        schrieb schreibt teilte fügte ergänzte warnte warnt kritisierte kritisiert
        forderte fordert antwortete fragte fragt rief berichtete berichtet bemerkte
        kommentierte kommentiert äußerte behauptete behauptet versicherte twitterte
        zitierte so bekräftigte kündigte stellte hieß""",
    "L": "nannte nennt bezeichnete bezeichnet",
    "P": "er sie es wir ich ihr",
    "W": "welcher welche",
    "D": """der die das den dem des ein eine einen einem einer eines sein seine
        seiner ihre ihrer dieser diese dieses kein keine""",
    "x": "hat hatte haben hatten wird wurde würde kann könne soll solle will",
    "b": "ist war sind waren sei seien",
    "a": "auch dann nun jetzt zudem weiter außerdem später bereits noch nicht dazu",
    "T": "dass daß",
    "i": """von für in an auf aus bei mit zu nach über unter gegen durch um vor im am
        vom beim zum zur laut seit während gegenüber""",
    "t": """montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute
        morgen""",
    "c": "und oder aber sondern denn",
    "s": "weil wenn ob obwohl damit da als wie wo warum was nachdem",
}
GERMAN = {word: shape for shape, group in _GERMAN.items() for word in group.split()}
"""A few German words, enough for a name that stands tight by a quotation."""
