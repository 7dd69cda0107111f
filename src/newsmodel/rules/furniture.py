"""Lines that belong to the page and not to the article: labels and buttons."""

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
_PATTERN: Final = re.compile(
    r"(?:for\s+)?immediate\s+release|(?:press|news|media)\s+release|pressemitteilung"
    r"|communiqué\s+de\s+presse"
    r"|this\s+article\s+is\s+more\s+than\s+[0-9]+\s+\w+\s+old",
    re.IGNORECASE,
)
_EDGES: Final = " \t\xa0.:…-–—|[]()*"
_LONGEST: Final = 60


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
