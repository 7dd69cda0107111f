"""Names of ninjs: what its versions and dialects call what a field holds.

IPTC ninjs 1.x has names in small letters and one value of most; 2.x has lists,
and 3.x the names of 2.x with capitals inside. Superdesk writes 1.x with names of
its own. So one table by the name in small letters reads all four.
"""

from typing import Final

from newsmodel.losses import Loss
from newsmodel.rules._words import words

FORMAT: Final = "ninjs"
VERSION: Final = "3.1"
SCHEMA: Final = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json"
MEDIA_TYPE: Final = "application/vnd.iptc.ninjs+json"
#: What marks a document that newsmodel wrote; such are read to the letter.
PROFILE: Final = "newsmodel-article-1"
#: What begins an address that was only made because ninjs wants one.
DERIVED: Final = "urn:newsmodel:article:ninjs:"
#: What begins the address of a subject whose vocabulary is none.
SUBJECT: Final = "urn:newsmodel:subject:"
#: Roles in documents that newsmodel writes.
GUID_ROLE: Final = "guid"
URL_ROLE: Final = "url"
SUMMARY: Final = "summary"
DATELINE: Final = "dateline"
QUOTES: Final = "quotes"
KEYWORD: Final = "keyword"
SECTION: Final = "section"
XHTML: Final = "application/xhtml+xml"
LD_JSON: Final = "application/ld+json"

#: Names, in small letters, under which a value of the article stands; the first
#: that has one counts, and the others lose.
GUID: Final = ("uri", "guid")
BYLINE: Final = ("by", "byline")
PUBLISHED: Final = (
    "firstcreated",
    "versioncreated",
    "firstpublished",
    "contentcreated",
)
MODIFIED: Final = ("versioncreated",)
EMBARGOED: Final = ("embargoeduntil", "embargoed")
SUBJECTS: Final = ("subjects", "subject")
GENRES: Final = ("genres", "genre")
SECTIONS: Final = ("service", "anpa_category")
SOURCES: Final = ("source", "provider", "sources")
PEOPLE: Final = ("people", "person")
AUTHORS: Final = ("authors", "bylines")
INFO_SOURCES: Final = ("infosources", "infosource")
RENDITIONS: Final = ("renditions", "rendition")
ASSOCIATIONS: Final = ("associations",)

#: Roles of headlines that are the headline; the first that there is.
MAIN_HEADLINES: Final = ("main", "headline", "title", "simple", "")
#: Roles of descriptions that say what a picture shows, or what a text is about.
CAPTIONS: Final = ("caption", "main", "", "text", "description", "longcaption")
STANDFIRSTS: Final = (
    "standfirst",
    "summary",
    "lead",
    "abstract",
    "ingress",
    "teaser",
    "main",
    "",
    "text",
    "html",
    "description",
)
CREDITS: Final = ("creditline", "credit")
#: What says that a text is markup.
HTML_TYPES: Final = ("text/html", "application/xhtml+xml", "application/html+xml")
#: What a relation of somebody to the text says of them as a contributor.
RELATIONS: Final = {
    "author": "author",
    "creator": "author",
    "byline": "author",
    "writer": "writer",
    "reporter": "reporter",
    "correspondent": "author",
    "journalist": "author",
    "editor": "editor",
    "contributor": "contributor",
    "photographer": "photographer",
    "translator": "translator",
}
#: Types of item, as what they become beside a text.
PICTURES: Final = words("picture graphic photo image")
FILMS: Final = words("video audio")
#: What is of no use to a reader of the article, and not worth a note.
ABOUT_THE_DOCUMENT: Final = words(
    "$standard $schema standard type mimetype charcount wordcount readtime profile"
    " representationtype"
)

#: What ninjs 3.1 cannot hold.
LOSSES: Final = (
    Loss("published", "a date is midnight UTC, a time without zone is UTC"),
    Loss("modified", "a date is midnight UTC, a time without zone is UTC"),
    Loss("embargoed", "a date is the last second of its day, UTC"),
    Loss("dateline", "left out where it is a date alone"),
    Loss("dateline.date", "left out; it stands in the text of the dateline"),
    Loss("views", "left out"),
)
