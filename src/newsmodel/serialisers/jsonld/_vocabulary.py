"""Terms of schema.org for what an article holds, and what they cannot hold."""

from typing import Final

from newsmodel.losses import Loss
from newsmodel.rules._words import words

FORMAT: Final = "jsonld"
#: What marks a document that newsmodel wrote; such are read to the letter.
PROFILE: Final = "nm:profile"
PROFILE_VERSION: Final = "1"

#: Terms that hold a text of the article as it is.
TEXTS: Final = {
    "headline": "headline",
    "description": "standfirst",
    "articleSection": "section",
    "creditText": "byline",
    "inLanguage": "language",
    "url": "url",
    "identifier": "guid",
    "creativeWorkStatus": "status",
}
#: Terms that hold a time.
TIMES: Final = {"datePublished": "published", "dateModified": "modified"}
#: Terms for those who made it, by their role; all others are contributors.
MAKERS: Final = {"author": "author", "editor": "editor", "translator": "translator"}
CONTRIBUTOR: Final = "contributor"
#: What is of no use to a reader of the article, and not worth a note.
ABOUT_THE_DOCUMENT: Final = words(
    "@context @type @id potentialaction isaccessibleforfree wordcount speakable"
    " breadcrumb ispartof"
)
VIEWS: Final = "ViewAction"

#: What schema.org cannot hold, or what the public should not see.
LOSSES: Final = (
    Loss("slugline", "left out, since it is for the desk"),
    Loss("embargoed", "left out, since what is embargoed is not for the public"),
    Loss("urgency", "left out, since it is for the desk"),
    Loss("editorial_note", "left out, since it is not for publication"),
    Loss("dateline.date", "left out; it stands in the text of the dateline"),
    Loss("dateline", "left out where it is a date alone"),
    Loss(
        "body",
        "the texts as paragraphs, parted at blank lines, then the pictures, then the"
        " embeds; links and emphasis are left out, and so are quotes in tables,"
        " captions and embeds",
    ),
)
