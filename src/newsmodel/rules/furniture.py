"""Lines that belong to the page and not to the article: labels and buttons.

Such a line is never the article's. What only may be none of it is in ``asides``.
"""

import re
from typing import Final

from newsmodel.rules._words import names

_LABELS: Final = names(
    """
    ad
    ads
    advert
    advertisement
    advertising
    advertisement - scroll to continue
    advertisement feature
    article continues below
    article continues after ad
    continue reading below
    paid content
    promoted
    promoted content
    scroll to continue
    sponsored
    sponsored content
    story continues below
    story continues below advertisement
    story continues after ad
    anzeige
    anzeigen
    werbung
    annonce
    annons
    annonse
    advertentie
    publicité
    publicidad
    publicidade
    pubblicità
    reklama
    reklaama
    reklám
    reklam
    reclame
    reclamă
    iklan
    mainos
    ilmoitus
    oglas
    διαφήμιση
    реклама
    إعلان
    פרסומת
    विज्ञापन
    โฆษณา
    quảng cáo
    広告
    广告
    廣告
    광고
    comments
    copy link
    email
    facebook
    linkedin
    listen
    listen to article
    listen to this article
    play
    print
    reddit
    save
    share
    share this
    share this article
    share this story
    show more
    skip to content
    subscribe
    subscribe now
    tweet
    twitter
    unsubscribe
    view in browser
    view this email in your browser
    whatsapp
    weiterlesen nach der anzeige
    artikel teilen
    teilen
    partager
    compartir
    condividi
    delen
    """
)
_LINKS: Final = names(
    """
    more from this section
    more news
    more on this story
    more on this topic
    more stories
    most popular
    most read
    most viewed
    read more
    read next
    recommended
    recommended for you
    related
    related articles
    related content
    related news
    related stories
    related topics
    tags
    topics
    trending
    you may also like
    you might also like
    das könnte sie auch interessieren
    lesen sie auch
    mehr zum thema
    meistgelesen
    schlagwörter
    themen
    à lire aussi
    les plus lus
    lire aussi
    sur le même sujet
    thèmes
    lo más leído
    más información
    más noticias
    temas
    te puede interesar
    argomenti
    i più letti
    leggi anche
    leia também
    mais lidas
    lees ook
    lees meer
    meest gelezen
    läs mer
    läs också
    mest läst
    les også
    mest lest
    læs også
    mest læste
    lue myös
    luetuimmat
    czytaj także
    czytaj też
    zobacz także
    читайте также
    темы
    ilgili haberler
    اقرأ أيضا
    関連記事
    関連キーワード
    相关阅读
    相关新闻
    延伸閱讀
    관련기사
    """
)
_PATTERN: Final = re.compile(
    r"(?:for\s+)?immediate\s+release|(?:press|news|media)\s+release|pressemitteilung"
    r"|communiqué\s+de\s+presse"
    r"|this\s+article\s+is\s+more\s+than\s+[0-9]+\s+\w+\s+old",
    re.IGNORECASE,
)
_EDGES: Final = " \t\xa0.:…-–—|[]()*"
_LONGEST: Final = 60
# What leads to another article: words before a sign, or more words and a sign.
_POINTER: Final = re.compile(
    r"\W{0,4}(?:(?:(?:also\s+|must\s+)?read|watch|listen|see\s+also|related|(?:[àa]\s+)?lire"
    r"|lees|lies|siehe\s+auch|lee|leer|lea|legg[ie]|leia|veja|l[æäe]s|lue|czytaj|zobacz"
    r"|čtěte|čítajte|vezi|olvass|baca|đọc|xem|читайте|читать|смотрите|okuyun)\s*"
    r"|(?:read\s+(?:also|more|next|our)|related\s+\w+|see\s+more|more\s+(?:on|from)"
    r"|don[’']t\s+miss|(?:[àa]\s+)?(?:re)?lire\s+(?:aussi|également|la\s+suite)"
    r"|(?:[àa]\s+)?voir\s+aussi|sur\s+le\s+même\s+sujet|lees\s+(?:ook|meer|verder)"
    r"|lies\s+auch|lesen\s+sie|mehr\s+(?:dazu|zum?)|auch\s+interessant"
    r"|le(?:er?|a)\s+(?:más|también)|ver\s+también|[tl]e\s+puede\s+interesar"
    r"|(?:leggi|guarda|vedi)\s+anche|(?:leia|veja)\s+(?:mais|também)|saiba\s+mais"
    r"|l[æe]s\s+også|läs\s+(?:också|mer|även)|lue\s+(?:myös|lisää)"
    r"|(?:prze)?czytaj\s+(?:też|także|również|więcej)|zobacz\s+(?:też|także|również)"
    r"|přečtěte\s+si|cite[șş]te\s+și|vezi\s+și|baca\s+juga|đọc\s+thêm|xem\s+thêm"
    r"|читайте\s+(?:также|ещё|еще)|διαβάστε|δείτε|関連記事|関連|相关阅读|相关新闻|延伸閱讀"
    r"|관련\s?기사)\b[^:：|»›.?!]{0,30})[:：|»›]\s*[\w“\"‘'«„「]",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether a line is a label of the page, and no more.

    Example:
        >>> is_furniture("ADVERTISEMENT"), is_furniture("Share this article")
        (True, True)
        >>> is_furniture("Advertisement is an old trade")
        False
    """
    if len(line) > _LONGEST:
        return False
    line = line.strip(_EDGES)
    return line.casefold() in _LABELS or bool(_PATTERN.fullmatch(line))


def heads_links(line: str) -> bool:
    """Whether a line stands above links to other articles or topics, and no more.

    Example:
        >>> heads_links("Related stories"), heads_links("Mehr zum Thema:")
        (True, True)
        >>> heads_links("Related to the king")
        False
    """
    return len(line) <= _LONGEST and line.strip(_EDGES).casefold() in _LINKS


def points_elsewhere(line: str) -> bool:
    """Whether a line begins as those do that lead to another article.

    Example:
        >>> points_elsewhere("Read more: The ferry is late again")
        True
        >>> points_elsewhere("Lesen Sie auch: Die Fähre hat wieder Verspätung")
        True
        >>> points_elsewhere("Read the letter, said the mayor: it is short.")
        False
    """
    return bool(_POINTER.match(line))
