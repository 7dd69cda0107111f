"""Names of the parts of a paper: ``World news``, ``Sport``."""

from typing import Final

from newsmodel.rules._words import names, words

_SECTIONS: Final = words(
    "africa americas art arts asia books business climate comment culture economy"
    " education editorial entertainment environment europe features film finance food"
    " football gaming health international leisure letters life lifestyle local markets"
    " media money music national news obituaries opinion opinions podcasts politics"
    " property regional science society sport sports style tech technology theatre"
    " travel tv uk us usa video weather world ausland inland kultur panorama politik"
    " wirtschaft wissen économie monde politique culture"
) | names(
    """
    asia pacific
    climate change
    latin america
    local news
    long read
    middle east
    north america
    real estate
    science & environment
    south asia
    the long read
    uk news
    uk politics
    us & canada
    us election
    us news
    us politics
    world news
    """
)


def is_section(line: str) -> bool:
    """Whether a line is the name of a part of a paper, and no more.

    Example:
        >>> is_section("WORLD NEWS"), is_section("World news is bad")
        (True, False)
    """
    return len(line) <= 30 and line.casefold() in _SECTIONS
