"""What a page lacks: it is cut off by a paywall, or holds no article at all."""

import re
from typing import Final

from newsmodel.markup.json_ld import (
    is_article,
    string_of,
    types_of,
    values_of,
)
from newsmodel.parsers.html._body.body import Body
from newsmodel.parsers.html._findings import Findings
from newsmodel.parsers.html._page.page import Page
from newsmodel.rules._words import names, words
from newsmodel.rules.density import letters_worth

_LITTLE: Final = 200  # letters of body: less than an article has
_SHORT: Final = 2000  # characters that a page shows before its wall
# What stands where a text is cut off, in small letters.
OFFERS: Final = names(
    """
    already a subscriber
    continue reading with
    create a free account to
    for subscribers only
    log in to continue
    log in to read
    register to continue
    register to read
    sign in to continue
    sign in to read
    sign up to read
    subscribe for full access
    subscribe now to
    subscribe to continue
    subscribe to keep reading
    subscribe to read
    subscribe to unlock
    subscribers only
    this article is for subscribers
    to continue reading
    to keep reading
    to read the full
    to unlock this article
    artikel freischalten
    exklusiv für abonnent
    jetzt weiterlesen
    lesen sie weiter mit
    nur für abonnent
    um weiterzulesen
    weiterlesen mit
    article réservé aux abonnés
    il vous reste
    pour lire la suite
    réservé à nos abonnés
    réservée aux abonnés
    contenido exclusivo para
    para continuar leyendo
    para seguir leyendo
    solo para suscriptores
    contenuto riservato
    per continuare a leggere
    riservato agli abbonati
    conteúdo exclusivo para assinantes
    para continuar lendo
    alleen voor abonnees
    om verder te lezen
    exklusivt för prenumeranter
    för att läsa vidare
    for å lese videre
    for at læse videre
    kun for abonnenter
    jatkaaksesi lukemista
    czytaj dalej z
    dalsza część artykułu
    чтобы читать дальше
    только для подписчиков
    続きを読むには
    会員限定
    有料会員
    有料記事です
    구독자 전용
    登录后继续阅读
    """
)
_LISTS: Final = words(
    "CollectionPage ItemList SearchResultsPage ProfilePage ContactPage AboutPage"
)
_NO_PAGES: Final = re.compile(
    r"\b(?:404|403|500|502|503)\b.{0,20}\b(?:error|not\sfound|forbidden|unavailable)\b"
    r"|\b(?:error|fehler|erreur)\s(?:404|403|500|502|503)\b|\bpage\snot\sfound\b"
    r"|\baccess\sdenied\b|\bjust\sa\smoment\b|\battention\srequired\b"
    r"|\bseite\snicht\sgefunden\b|\bpage\s(?:introuvable|non\strouvée)\b"
    r"|\bpágina\sno\sencontrada\b|\bpagina\snon\strovata\b|\bare\syou\sa\srobot\b"
    r"|\bsecurity\scheck\b|\benable\sjavascript\b|\bservice\sunavailable\b",
    re.IGNORECASE,
)


def note_shortfall(page: Page, body: Body, taken: set[int], findings: Findings) -> None:
    """Say where a page holds no article, or a part of one."""
    runs = page.flow.runs
    texts = [runs[at].text for at in body.runs if at not in taken]
    length = sum(map(len, texts))
    letters = sum(map(letters_worth, texts)) if length < _LITTLE * 4 else length
    # A site's own rules name the body of an article, and of nothing else.
    reason = _no_article(page, letters, named=body.rule.startswith("site:"))
    if reason:
        had = ", ".join(sorted(findings.fields) + ["text"] * bool(length))
        message = f"the page holds no article: {reason}; read: {had or 'nothing'}"
        findings.note("no-article", message)
    elif length < _SHORT * 5 and (reason := _partial(page, body, length)):
        message = f"the text is only a part of the article: {reason}"
        findings.note("partial", message)


def _no_article(page: Page, length: int, *, named: bool) -> str | None:
    article = (
        named or is_article(page.article) or page.meta("og:type").lower() == "article"
    )
    if length < _LITTLE * 4 and not article:
        refused = _NO_PAGES.search(page.title[:200])
        if refused:
            return f"its title says {refused[0]!r}"
    if article:
        return "there is no text in it" if not length else None
    if _is_front(page):
        return "its address is that of a front page"
    if length >= _SHORT:
        return None
    listed = {name for node in page.json_ld for name in types_of(node)} & _LISTS
    if listed and "datePublished" not in page.article:
        return f"it calls itself {min(listed)}"
    return "there is hardly any text in it" if length < _LITTLE else None


def _is_front(page: Page) -> bool:
    """Whether a page has no address but that of its site."""
    known = [each.partition("://") for each in (page.canonical, page.url or "")]
    paths = [rest.partition("/")[2] for _, scheme, rest in known if scheme]
    return bool(paths) and not any(each.partition("#")[0] for each in paths)


def _number(value: object) -> int:
    """Return a count, or 0 where it is no number."""
    return int(str(value)) if re.fullmatch("[0-9]{1,6}", str(value)) else 0


def _partial(page: Page, body: Body, length: int) -> str | None:
    article = page.article
    free = [article.get("isAccessibleForFree")]
    free += [
        each.get("isAccessibleForFree")
        for each in values_of(article.get("hasPart"))
        if isinstance(each, dict)
    ]
    closed = any(string_of(each).lower() == "false" or each is False for each in free)
    whole = len(string_of(article.get("articleBody")))
    if whole > length * 3 // 2 and whole > length + _LITTLE:
        return f"the page states a text of {whole:,} characters, and shows {length:,}"
    runs = page.flow.runs
    if closed and (count := _number(article.get("wordCount"))):
        shown = sum([runs[at].text.count(" ") + 1 for at in body.runs])
        # Scripts without blanks between words are counted by the character.
        if shown * 3 < count * 2 and shown * 12 > length:
            return f"it is not free, and shows {shown:,} of {count:,} words"
    if length > _SHORT:
        return None
    near = [
        run.text
        for run in runs[max(body.last - 5, 0) : body.last + 12]
        if len(run.text) < 300
    ]
    together = "\n".join(near).casefold()
    if offers := [each for each in OFFERS if each in together]:
        for text in near:
            if any(each in text.casefold() for each in offers):
                return f"below it stands {text!r}"
    if closed and length < _SHORT // 2:
        return "it is not free to read"
    return None
