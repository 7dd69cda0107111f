"""Authors, as pages and their metadata name them: one name or several in a string.

Where a string is said to name authors it is read here. Whether a line of plain text
is a byline at all is the business of ``bylines``.
"""

import html
import re
from typing import Final

from attrs import evolve

from newsmodel.model import Contributor
from newsmodel.rules._author_words import (
    AFTER_NAMES,
    DEEDS,
    DEGREES,
    DESKS,
    GENERATIONS,
    HEADINGS,
    HONORIFICS,
    JOBS,
    LEADING,
    LEADS,
    NOBODY,
    TITLES,
)
from newsmodel.rules._calendar import WEEKDAYS
from newsmodel.rules.counts import first_count
from newsmodel.rules.datesearch import find_dates
from newsmodel.rules.density import letters_worth
from newsmodel.rules.likeness import key_of
from newsmodel.rules.names import is_agency, is_name, kind_of
from newsmodel.rules.stamps import before_label

# What stands before the names. None of them is how a name begins, since a blank,
# a colon or a capital letter has to follow.
_LEADS: Final = (
    r"(?:this\s+(?:article|post|story)\s+was\s+written\s+|(?:posted|written|words|story|text|report|reported|published|submitted"
    r"|authored|created|compiled|contributed|post|article|added|analysis|opinion|exclusive"
    r"|interview|review|commentary|guest\s+post|a\s+column|column)\s+)?by\b",
    r"(?:show|see)\s+all\s+(?:posts|articles|stories)\s+(?:by|from|of)|view\s+all\s+(?:posts|articles|stories)\s+(?:by|from)|(?:all|more|other)\s+(?:posts"
    r"|articles|stories)\s+(?:by|from)|posts?\s+by|about\s+the\s+author|autorenseite\s+von",
    r"vom|(?:(?:eine?\s+)?(?:analyse|artikel|beitrag|bericht|essay|foto|gastbeitrag|gastkommentar"
    r"|geschrieben|glosse|interview|kolumne|kommentar|kritik|leitartikel|meldung|porträt"
    r"|reportage|rezension|text|verfasst|veröffentlicht|erstellt|eingestellt|gepostet"
    r"|aufgezeichnet|übermittelt|publiziert)\s+)?von",
    r"(?:texte\s+(?:de|par)|(?:écrit|publié|rédigé|posté|propos\s+recueillis)\s+)?par",
    r"(?:(?:escrito|publicado|redactado|texto)\s+)?por|texto\s+de|testo\s+di|articolo\s+di",
    r"(?:(?:scritto|pubblicato)\s+)?da|(?:a\s+cura\s+)?di",
    r"(?:(?:geschreven|tekst|foto)\s+)?door|(?:skrevet|publisert|skrivet|tekst|text)\s+a[vf]"
    r"|a[vf]",
    r"autor(?:in|en|ka|zy)?|autore|autori|auteurs?|auteure|authors?|writers?|editors?"
    r"|contributors?|reporters?|text|texte|texto|testo|tekst|foto\s+(?:och|og)\s+text"
    r"|words|interview|reportage|forfatter|journalist|skribent|reporter|redaktör|автор[ыи]?|текст"
    r"|автора|kirjoittaja|szerző|scris\s+de|yazan|yazar|haber|συντάκτης|του|της|penulis"
    r"|oleh|editor|reporter|tác\s+giả|napsal[ai]?|piše|autori|por\s+favor",
    r"(?-i:[dD]e)\s+(?=(?-i:[^\Wa-z]\w+\s+[^\Wa-z]))",
    r"בקלם|מאת|بقلم|كتب[ت]?|द्वारा|लेखक|লেখক|作者|记者|記者|文|撰文|责编|責編|责任编辑|責任編輯|編輯|编辑|責任編集|執筆|著者|取材・文"
    r"|글|기자|編集",
)
_LEAD: Final = re.compile(
    r"[\s|•·–—:,/(（\[-]*(?:"
    + "|".join(_LEADS)
    + r")\b(?:\s*[:：|]\s*|\s+|(?=(?-i:[^\W\d_a-z])))",
    re.IGNORECASE,
)
# Most names are of two or three words and nothing else.
_SIMPLE: Final = re.compile(
    r"[^\W\d_a-zß-ÿ][a-zß-ÿ’'-]{1,20}(?:[ ][^\W\d_a-zß-ÿ]\.?)?"
    r"[ ][^\W\d_a-zß-ÿ][^\W\d_]{1,20}"
)
_ALONE: Final = re.compile(
    r"[\s|•·–—:,/-]*(?:" + "|".join(_LEADS[:10]) + r")[\s:：|]*", re.IGNORECASE
)
_BY: Final = re.compile(
    r"\W*(?:(?:post(?:ed)?|published|written|article|geschrieben|verfasst|veröffentlicht"
    r"|beitrag|escrito|publicado|publié|écrit)\s+)?(?:by|vo[nm]|par|por|door|av|af):?\s",
    re.IGNORECASE,
)
_POSTED: Final = re.compile(
    r"\W*(?:this\s+(?:article|post|story)\s+was\s+written|authored|eingestellt|escrito"
    r"|geschrieben|gepostet|geschreven|posted|publicado|published|publié|pubblicato"
    r"|rédigé|scritto|skrevet|skrivet|verfasst|veröffentlicht|written|écrit)"
    r"\s+(?:by|von|par|por|da|door|av|af)\b",
    re.IGNORECASE,
)
_BARE_LEAD: Final = re.compile(r"(?:By|BY|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ])")
_FIRST: Final = re.compile(r"[\s|•·–—:,/(（\[-]*([^\W\d_]+)")
_COLON_LEAD: Final = re.compile(
    r"[(（\[]?(?:" + _LEADS[7] + "|" + _LEADS[9] + r")\s*[:：／/|]\s*", re.IGNORECASE
)
_TAIL: Final = re.compile(
    r"(?:\n\s*(?:in|en|dans|under)\b|\s(?:in|en|dans|under)\n).*|\s*(?:[|•·]\s*)?(?:[-–—]\s+)?(?:\b(?:posted|published|updated|last\s+updated|modified|reviewed\s+by"
    r"|fact[\s-]checked|medically\s+reviewed|edited\s+by|photo(?:s|graph[sy])?\s+by|illustrat"
    r"|foto[s]?\s*:|bild(?:er)?\s*:|photos?\s*:|fotos\b|veröffentlicht|aktualisiert|publié|publicado|actualizado"
    r"|pubblicato|aggiornato|gepubliceerd|stand\s*:|illustration(?:en|s)?\b|insights\s+from|follow\b|read\s+more|share\b|email\b"
    r"|view\s+(?:bio|profile|all)|see\s+(?:all|more)|contributing\b|has\b|is\s+an?\b"
    r"|was\b|under\b|unter\b|lesezeit|min(?:ute)?s?\s+read|comments?\b|kommentare?\b|leave\s+a\b|filed\s+under"
    r"|in\s+collaboration)\b|(?:责任?编辑|責任?編輯|编辑|編輯|来源|來源|출처)\s?[:：]"
    r"|[0-9]{1,3}\s*[-‐]?\s*(?:min|comment|kommentar|shares?|views?)).*",
    re.IGNORECASE | re.DOTALL,
)
_PARTS: Final = re.compile(
    r"(?P<sign>\s*[;|/\n\t、，،•]\s*|\s*,\s*(?:(?:and|und|et|y|e|og|och|en|i|и|та|ve|dan)\s+)?"
    r"|\s+[-–—·]\s+|\s+(?:and|und|et|y|e|en|og|och|ja|és|oraz|и|та|і|ve|dan|và|και|&|\+"
    r"|with|mit|avec|con|med|met)\s+)",
    re.IGNORECASE,
)
_LINES: Final = re.compile(
    r"(?:\s*\n\s*|\s+)(and|und|et|y|e|en|og|och|with|mit|avec|con|med|met|&)(?:\s*\n\s*|\s+)"
)
_MARKED: Final = re.compile(r"[,;|/\n\t]|\s[-–—·•]\s|\sand\s[^,]*\sand\s")
# "Posted in News by Ann Example".
_INNER: Final = re.compile(
    r"""
    (?: [\s|•·,] by | [|•·,–—-]\s? (?: von | par | por ) ) \s+ (?= (?-i: [^\Wa-z] ) )
    | [0-9] (?: \s?Uhr )? [\s|•·,–—-]{1,4} (?: by | vo[nm] | par | por | door | av ) \s+
    | [0-9] [\s.|•·,–—-]{1,4} (?: autor(?:in|ka)? | auteure? | author | автор[ыи]?
        | текст ) \s* : \s*
    | (?: 作者 | 记者 | 記者 | 撰文 | 執筆 | 글 ) \s? [:：／] \s?
    | ^ \W{0,3} (?: posted | published | filed | eingetragen | veröffentlicht
        | publiziert | geschrieben | publicado | publié ) \b (?s: .{0,60}? )
        \s (?: by | vo[nm] | por | par ) \s+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_AUTHOR: Final = re.compile(
    r"(?:approved|checked|designed|directed|edited|hosted|illustrat(?:ed|ions?)"
    r"|photo(?:s|graph[sy]?)?|pictures|powered|presented|produced|reviewed|updated|verified)$",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\W*(?:(?:article|clinically|expert|facts?|last|legally|medically|post|scientifically"
    r"|technically)[\s-]+)*"
    r"(?:approved|checked|credits?|edit(?:ed|ing|or)|fotos?|illustrat|images?|photo"
    r"|pictures?|produced|review(?:ed|er)|translat|updated|verified|übersetz|bild)\w*\b",
    re.IGNORECASE,
)
_JOINER: Final = re.compile(
    r"(?:\s|^)(?:am|on|le|el|il|op|em|at|den|в|от|dne|kl\.?|,)\s*$"
)
_ADDRESS: Final = re.compile(
    r"[(<\[]?\s*(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,64}\w\s*[)>\]]?|(?<!\w)@+\w{1,30}"
    r"|(?:https?://|www\.)\S{1,300}|\((?!\w{2,20}\)\s[^\Wa-z0-9_])[^()]{0,60}\)"
)
# What no name of the model holds; tabs and line feeds part names here.
_REFUSED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PLACE: Final = re.compile(r"(?:^|\s+)(?:in|à|aus|em)\s+(?=[^\Wa-z])")
_OUTLET: Final = re.compile(r"(?:^|\s+)(?:[Ff]or|of|at)\s+(?:the\s+)?(?=[^\Wa-z])")
_GIVEN: Final = ("Da ", "De ", "Di ")  # before one word a part of a name: "Di Roe"
_OPENING: Final = tuple("(（[")
_CLOSING: Final = tuple(")）]")
_ASIDE: Final = (",", "-", "–", "—")
_LONGEST: Final = 400
_LONGEST_LEAD: Final = 80
_LONGEST_ALONE: Final = 40
_LONGEST_NAME: Final = 60
_LONGEST_SHORT_DAY: Final = 3  # "Ma" and "Sam" are names as well
_MOST_WORDS: Final = 6
_MOST_OF_TITLE: Final = 10
_MOST_OF_JOB: Final = 8
_DIGIT: Final = re.compile(r"[0-9٠-٩۰-۹०-९০-৯]")
# What goes on with a category: "Ann Example in".
_FUNCTION: Final = re.compile(r"\s(?:in|on|am|at|im|auf|en|em|dans|for)$")
_BEFORE_NAMES: Final = frozenset(("af", "av", "by", "door", "par", "por", "von"))
# "Reporter" in Chinese: names stand behind it, so "新华社记者" names nobody.
_BEFORE_CHINESE: Final = "记者"
_NO_SIGN: Final = re.compile("[+:：。！？「」【】《》_{}<>=]")
_COUNT: Final = re.compile(
    r"[0-9]+\W{1,3}\w{0,15}(?:\s(?![A-ZÀ-Þ]).{0,10})?|.{0,20}\W[0-9]+(?:\s?min\w*)?"
)


def is_same(one: str, other: str) -> bool:
    """Whether two names are one person's, of which one may be the longer.

    Example:
        >>> is_same("Ann B. EXAMPLE", "Dr. Ann Example"), is_same("Ann Roe", "Bob Roe")
        (True, False)
    """
    if key_of(one) == key_of(other):
        return True
    ones = {key_of(part) for part in one.split()} - HONORIFICS
    others = {key_of(part) for part in other.split()} - HONORIFICS
    fewer = min(ones, others, key=len)
    return len(fewer) > 1 and fewer == ones & others


def is_nobody(name: str) -> bool:
    """Whether a name is one that systems put where nobody is named.

    Example:
        >>> is_nobody("admin"), is_nobody("Staff Writer"), is_nobody("Ann Example")
        (True, True, False)
    """
    folded = name.casefold()
    return (
        key_of(name) in NOBODY
        or NOBODY.issuperset(folded.split())
        or folded.endswith("admin")
    )


def has_lead(text: str) -> bool:
    """Whether a text begins with what stands before the names of authors.

    Example:
        >>> has_lead("Von Anna Muster"), has_lead("Byron Example")
        (True, False)
    """
    if not _may_lead(text):
        return bool(_BARE_LEAD.match(text))
    return bool(_LEAD.match(text) or _BARE_LEAD.match(text) or _COLON_LEAD.match(text))


def _may_lead(text: str) -> bool:
    """Whether a text begins with a word that begins a lead, as few texts do."""
    first = _FIRST.match(text)
    return not first or not first[1].isascii() or first[1].casefold() in LEADING


def is_led_by(text: str) -> bool:
    """Whether a text begins with ``by`` in any language, and no mere label.

    Example:
        >>> is_led_by("Posted by jdoe"), is_led_by("Text: jdoe")
        (True, False)
    """
    return bool(_BY.match(text))


def is_posted(text: str) -> bool:
    """Whether a text begins with a deed and ``by``: ``Written by Ann Example``.

    Example:
        >>> is_posted("Posted by jdoe"), is_posted("By jdoe")
        (True, False)
    """
    return bool(_POSTED.match(text))


def has_inner_lead(text: str) -> bool:
    """Whether ``by`` and a name follow other words: ``Posted on Monday by Ann``.

    Example:
        >>> has_inner_lead("Posted on 1 June 2023 by Ann Example")
        True
    """
    return bool(_inner_lead(text))


def _inner_lead(text: str) -> int:
    """Return where a name begins that ``by`` stands before, inside a text, or 0."""
    found = _INNER.search(text, 0, _LONGEST_LEAD)
    if found and not _NO_AUTHOR.search(text, max(0, found.start() - 20), found.start()):
        return found.end()
    return 0


def is_other_part(text: str) -> bool:
    """Whether a byline names those who did something else than write.

    Example:
        >>> is_other_part("Reviewed by Ann Example"), is_other_part("By Ann Example")
        (True, False)
    """
    return bool(_OTHERS.match(text))


def is_lead(text: str) -> bool:
    """Whether a text is only what stands before names: ``Written by``.

    Example:
        >>> is_lead("By"), is_lead("By Ann")
        (True, False)
    """
    if len(text) >= _LONGEST_ALONE or not _may_lead(text):
        return False
    return bool(_ALONE.fullmatch(text))


def is_full(author: Contributor) -> bool:
    """Whether an author is a person with more than one name, as far as one can tell.

    Example:
        >>> [is_full(each) for each in read_authors("Ann Example and jdoe")]
        [True, False]
    """
    name = author.name.replace("(", "").replace(")", "")  # "Ann (Roe) Example"
    if author.kind != "person" or not is_name(name, 7):
        return False
    return " " in name.strip() or letters_worth(name) > len(name)


def credit_in(text: str, name: str) -> str:
    """Return the part of a line that credits someone, without dates and the like.

    Args:
        text: The line, which holds the name.
        name: The name, in any case.

    Example:
        >>> credit_in("By Ann Example | Published June 1, 2023", "Ann Example")
        'By Ann Example'
    """
    start = 0
    part = text
    for found in (*find_dates(text), None):
        part = text[start : found.start if found else len(text)]
        if name.casefold() in part.casefold():
            break
        start = found.end if found else start
    at = part.casefold().find(name.casefold())
    end = at + len(name)
    if at >= 0 and end < len(part):
        part = part[: first_count(part, end)]
        if tail := _TAIL.search(part, end):
            part = part[: tail.start()]
    if found:
        part = _less_joiner(part)
    return part.strip(" \n\t,;|•·–—-/(").lstrip(". ") or text


def read_authors(text: str) -> tuple[Contributor, ...]:
    """Return those whom a text names that is said to name authors.

    Degrees and job titles are left out, an outlet after a name becomes whom its
    bearer works for.

    Example:
        >>> one, two = read_authors("By Ann Example, PhD, Example Times and BOB ROE")
        >>> one.name, one.affiliation, two.name
        ('Ann Example', 'Example Times', 'BOB ROE')
    """
    if _SIMPLE.fullmatch(text) and text.partition(" ")[0].casefold() not in LEADS:
        return _named(text)
    text = _trimmed(text)
    if not text:
        return ()
    if (" and " in text or "&" in text) and not _MARKED.search(text):
        kind = kind_of(text.replace("&", "and"))
        if kind != "person" and len(text) <= _LONGEST_NAME:
            return (Contributor(name=" ".join(text.split()), kind=kind),)
    parts = _PARTS.split(_LINES.sub(r" \1 ", text))
    if len(parts) == 3 and parts[1].strip() == "," and _is_turned(parts[0], parts[2]):
        return _named(f"{parts[2]} {parts[0]}")
    authors: list[Contributor] = []
    sign = ""
    titled = False
    for at, part in enumerate(parts):
        if at % 2:
            sign = part.strip()
        elif part.strip():
            bare = part.strip(" .,:\xa0-–—")
            titled = _add(bare, sign, authors, titled=titled)
    return tuple(authors)


def _trimmed(text: str) -> str:
    """Return what is between the words before the names and those after them."""
    text = text[:_LONGEST]
    if "&" in text:
        text = html.unescape(text)
    if not text.isprintable():
        text = _REFUSED.sub("", text)
    if text.startswith(_OPENING) and text.endswith(_CLOSING) and has_lead(text):
        text = text[1:-1]
    text = _ADDRESS.sub(" ", text).replace("\xa0", " ").strip(" \n\t,;|•·–—-")
    led = False
    for _ in range(2):
        found = _LEAD.match(text) or _BARE_LEAD.match(text) or _COLON_LEAD.match(text)
        if (
            not found
            or found.end() == len(text)
            or (found[0] in _GIVEN and " " not in text[found.end() :])
        ):
            break
        text, led = text[found.end() :], True
    if not led and (end := _inner_lead(text)):
        text = text[end:]
    if _DIGIT.search(text):
        text = _less_dates(text)
        text = text[: first_count(text) or None]
    found = _TAIL.search(text)
    if found and found.start():
        text = text[: found.start()]
    return text.strip(" \n\t,;:|•·–—-/")


def _less_dates(text: str) -> str:
    """Return the names before or after the dates in a text."""
    dates = find_dates(text)
    if not dates:
        return text
    rest = text[dates[-1].end :].lstrip(" \n,|•·-–—")
    if lead := _BY.match(rest):
        return rest[lead.end() :]
    if dates[0].start:
        return _less_joiner(text[: dates[0].start])
    found = _LEAD.match(rest)
    return rest[found.end() :] if found else rest


def _less_joiner(text: str) -> str:
    """Return what stands before a date without "updated on" and the day of the week."""
    before, _, last = text.rstrip(" ,").replace("\n", " ").rpartition(" ")
    if len(last) > _LONGEST_SHORT_DAY and last.casefold() in WEEKDAYS:
        text = text[: len(before)]
    return _JOINER.sub("", before_label(text))


def _is_turned(last: str, first: str) -> bool:
    """Whether two words are a name with the surname first: ``Example, Ann``."""
    return (
        " " not in last
        and " " not in first.replace(". ", "")
        and is_name(last)
        and is_name(first)
        and not _is_degree(first)
        and not is_agency(last)
        and not is_agency(first)
        and first.casefold() not in GENERATIONS
        and first.casefold() not in TITLES
    )


def _add(part: str, sign: str, authors: list[Contributor], *, titled: bool) -> bool:
    """Add what one part says: an author, or something about the last one.

    Args:
        part: The part.
        sign: What stands before it.
        authors: Those before it, to be added to.
        titled: Whether the part before it was a job title.

    Returns:
        Whether it is a job title.
    """
    last = authors[-1] if authors else None
    joined = sign.isalpha() or sign in ("&", "+")
    if last:
        if part.casefold() in GENERATIONS:
            authors[-1] = evolve(last, name=f"{last.name}, {part}")
            return False
        if not joined and _is_degree(part):
            return False
        if is_title(part):
            return True
    part, place = cut_place(part)
    part, outlet = _cut_outlet(part)
    one = _one(part)
    if one is None:
        return False
    if place or outlet:
        one = evolve(one, location=place, affiliation=outlet)
    outside = one.kind != "person" or titled
    if last and last.kind == "person" and outside and not joined:
        authors[-1] = evolve(last, affiliation=one.name)
        return False
    if last and joined and _goes_on(last, one):
        authors[-1] = evolve(last, affiliation=f"{last.affiliation} {sign} {one.name}")
        return False
    if last and sign in _ASIDE and _is_aside(last, one):
        return False
    names = {each.name.casefold() for each in authors}
    if one.name.casefold() not in names:
        authors.append(one)
    return False


def _is_aside(last: Contributor, one: Contributor) -> bool:
    """Whether one word behind a sign is a place or a desk: ``Ann Example, Berlin``."""
    lone = " " not in one.name and one.name.isascii() and one.kind == "person"
    return lone and (is_full(last) or last.kind != "person")


def _goes_on(last: Contributor, one: Contributor) -> bool:
    """Whether an "and" stands in an outlet's name: ``School of Arts and Law``."""
    outlet = last.affiliation or ""
    return " of " in outlet and kind_of(f"{outlet} {one.name}") != "person"


def _cut_outlet(part: str) -> tuple[str, str | None]:
    """Part an outlet from the name of a person before it."""
    name, outlet = cut_outlet(part)
    if outlet and name and kind_of(name) == "person" and " " in name:
        return name, outlet
    return part, None


def _is_degree(part: str) -> bool:
    bare = [each.strip(".,()").replace(".", "").casefold() for each in part.split()]
    return 0 < len(bare) <= 4 and all(
        each in DEGREES or each in GENERATIONS for each in bare
    )


def is_title(part: str) -> bool:
    """Whether words are a job title, as far as one can tell.

    Example:
        >>> is_title("Science Editor"), is_title("Ann Example")
        (True, False)
    """
    parts = _folded(part)
    return len(parts) <= _MOST_OF_TITLE and not TITLES.isdisjoint(parts)


def has_job(line: str) -> bool:
    """Whether a short line names the job of one who makes news.

    Example:
        >>> has_job("Science editor Ann Example"), has_job("Doctor Ann Example")
        (True, False)
    """
    parts = _folded(line)
    return len(parts) <= _MOST_OF_JOB and not JOBS.isdisjoint(parts)


def _folded(text: str) -> list[str]:
    return [part.casefold().strip(".,") for part in text.split()]


def _named(name: str) -> tuple[Contributor, ...]:
    one = _one(name)
    return (one,) if one else ()


def _one(text: str) -> Contributor | None:
    """Return the author of this name, where it can be one."""
    name = " ".join(text.split()).strip(" .,;:'\"“”|-–—*")
    name = _FUNCTION.sub("", name)
    if text.rstrip().endswith(("Jr.", "Sr.")):
        name += "."
    parts = name.split()
    if (
        not 1 < len(name) <= _LONGEST_NAME
        or len(parts) > _MOST_WORDS + 2
        or not any(each.isalpha() for each in name)
        or name.startswith(("#", "/"))
        or key_of(name) in DEEDS
        or parts[-1].casefold() in _BEFORE_NAMES
        or _sentence(parts)
        or (_DIGIT.search(name) and _COUNT.fullmatch(name))
        or _NO_SIGN.search(name)
        or not HEADINGS.isdisjoint(name.casefold().split())
        or name.endswith(_BEFORE_CHINESE)
    ):
        return None
    name = _less_degrees(parts)
    if _ALONE.fullmatch(name):
        return None
    return Contributor(name=name, kind=kind_of(name))


def less_title(one: Contributor) -> Contributor:
    """Return an author without the job title that is printed beside the name.

    Example:
        >>> less_title(Contributor(name="Ann Example Senior Writer")).name
        'Ann Example'
    """
    return evolve(one, name=bare_name(one.name))


def bare_name(text: str) -> str:
    """Return a person's name without the job before or the title behind it.

    Example:
        >>> bare_name("Science Editor Ann Example"), bare_name("Ann Day Staff Writer")
        ('Ann Example', 'Ann Day')
    """
    parts = text.split()
    folded = _folded(text)
    start, end = 0, len(parts)
    if end > _MOST_OF_TITLE or TITLES.isdisjoint(folded):
        return text
    while end and (
        folded[end - 1] in TITLES or (end < len(parts) and folded[end - 1] in DESKS)
    ):
        end -= 1
    for at in range(end - 1):
        if folded[at] in JOBS:
            start = at + 1
    name = " ".join(parts[start:end])
    bare = end - start > 1 and not name[0].islower() and is_name(name)
    return name if bare and kind_of(name) == "person" else text


def cut_place(text: str) -> tuple[str, str | None]:
    """Part the place from a name: ``Ann Example in Kyiv``.

    Example:
        >>> cut_place("Ann Example in Kyiv")
        ('Ann Example', 'Kyiv')
    """
    return _cut(_PLACE, text)


def cut_outlet(text: str) -> tuple[str, str | None]:
    """Part the outlet from a name: ``Ann Example for Example Times``.

    Example:
        >>> cut_outlet("Ann Example for Example Times")
        ('Ann Example', 'Example Times')
    """
    return _cut(_OUTLET, text)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """Part a place or outlet from what stands before it."""
    found = pattern.search(text)
    if found and is_name(text[found.end() :]):
        return text[: found.start()], text[found.end() :]
    return text, None


def _less_degrees(parts: list[str]) -> str:
    """Return a name without the degrees and the agency that follow it."""
    while len(parts) > 2 and _is_degree(parts[-1]) and parts[-1].isupper():
        if parts[-1].casefold().strip(".") in GENERATIONS:
            break
        parts = parts[:-1]
    if len(parts) == 2 and parts[-1] in AFTER_NAMES:
        parts = parts[:-1]
    name = " ".join(parts).rstrip(",")
    at = name.find(" The ")
    if at > 0 and " " in name[:at] and kind_of(name[at + 1 :]) == "agency":
        name = name[:at]
    return name


def _sentence(parts: list[str]) -> bool:
    """Whether words are those of a sentence: too many, and most in small letters."""
    small = sum(each[0].islower() for each in parts)
    return len(parts) > 3 and small * 2 > len(parts)
