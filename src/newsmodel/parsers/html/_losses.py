"""What a page for people does not show of an article."""

from typing import Final

from newsmodel.losses import Loss, all_but

LOSSES: Final = all_but(
    (
        "headline",
        "standfirst",
        "section",
        "byline",
        "published",
        "modified",
        "language",
    ),
    Loss("contributors", "the names of authors, where there is no byline"),
    Loss("source", "its name"),
    Loss("url", "left out where a browser might run it"),
    Loss("rights", "notice and terms"),
    Loss(
        "body",
        "all texts, with where quotes stand in them and no more of these; of pictures"
        " and embeds what is shown, and no address that a browser might run",
    ),
)
