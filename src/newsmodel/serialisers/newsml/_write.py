"""Writes an article as a NewsML-G2 item.

The document is put together from strings, which takes a third of the time that
building a tree takes, and no parser has to be loaded.
"""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha1

from newsmodel.markup.escape import escape, escape_attribute
from newsmodel.markup.xhtml_writer import XhtmlWriter
from newsmodel.model import (
    Article,
    ImageCaption,
    Quote,
    Rights,
    Source,
    Subject,
    When,
)
from newsmodel.serialisers.newsml import _parties
from newsmodel.serialisers.newsml._vocabulary import (
    ALT_ROLE,
    CAPTION_ROLE,
    CATALOG,
    G2,
    IMAGE_ROLE,
    OURS,
    PART_SCHEME,
    PROFILE,
    PROFILE_VERSION,
    QUOTE_ROLES,
    ROLE_SCHEME,
    STATUSES,
    TEXTS,
    URL_ROLE,
    VERSION,
    VIEW_ACTION,
    concept,
    is_uri,
)

_START = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="{G2}" xmlns:nm="{OURS}" {{}} standard="NewsML-G2" \
standardversion="{VERSION}" conformance="power"{{}}>
  <catalogRef href="{CATALOG}"/>
  <catalog>
    <scheme alias="nmpart" uri="{PART_SCHEME}"/>
    <scheme alias="nmrole" uri="{ROLE_SCHEME}"/>
  </catalog>
"""
_PROFILE = f"""\
    <generator>newsmodel</generator>
    <profile versioninfo="{PROFILE_VERSION}">{PROFILE}</profile>
"""


def write(article: Article) -> bytes:
    """Return *article* as a NewsML-G2 document, in UTF-8."""
    body = XhtmlWriter()
    blocks = body.write(article.body)
    speakers: dict[Source, str] = {}
    item = "".join(
        [
            *_rights(article.rights),
            *_item_meta(article),
            *_content_meta(article),
            *_quote_parts(body.quotes, speakers),
            *_image_parts(body.captions),
            *_assertions(speakers),
            _content_set(article.headline, blocks),
            "</newsItem>\n",
        ]
    ).encode()
    guid = article.guid
    if guid is None:
        # NewsML-G2 wants one, and the same article has to get the same.
        digest = sha1(item, usedforsecurity=False).hexdigest()
        identity = f'guid="{OURS}:sha1:{digest}" nm:guid="derived"'
    else:
        identity = f'guid="{escape_attribute(guid)}"'
    # NewsML-G2 counts from 1, so 0 stands in itemMeta.
    version = f' version="{article.version}"' if article.version else ""
    language = f' xml:lang="{article.language}"' if article.language else ""
    return _START.format(identity + version, language).encode() + item


def _rights(rights: Rights | None) -> list[str]:
    if rights is None:
        return []
    lines = ["  <rightsInfo>\n"]
    if rights.holder is not None:
        name = f"<name>{escape(rights.holder)}</name>"
        lines.append(f"    <copyrightHolder>{name}</copyrightHolder>\n")
    if rights.notice is not None:
        notice = escape(rights.notice)
        lines.append(f"    <copyrightNotice>{notice}</copyrightNotice>\n")
    if rights.terms is not None:
        lines.append(f"    <usageTerms>{escape(rights.terms)}</usageTerms>\n")
    lines.append("  </rightsInfo>\n")
    return lines


def _item_meta(article: Article) -> list[str]:
    lines = ['  <itemMeta>\n    <itemClass qcode="ninat:text"/>\n']
    if article.source is None:
        lines.append('    <provider literal="unknown"/>\n')
    else:
        lines.append(f"    {_parties.provider(article.source)}\n")
    changed = _moment(article.modified or article.published or date(1970, 1, 1))
    lines.append(f"    <versionCreated>{changed}</versionCreated>\n")
    if article.published is not None:
        first = _moment(article.published)
        lines.append(f"    <firstCreated>{first}</firstCreated>\n")
    embargoed = article.embargoed
    if isinstance(embargoed, datetime):
        lines.append(f"    <embargoed>{embargoed.isoformat()}</embargoed>\n")
    elif embargoed is not None:
        # Empty: the receiver holds the item back until told otherwise.
        lines.append("    <embargoed/>\n")
    if article.status is not None:
        lines.append(f'    <pubStatus qcode="{STATUSES[article.status]}"/>\n')
    lines.append(_PROFILE)
    if article.editorial_note is not None:
        lines.append(f"    <edNote>{escape(article.editorial_note)}</edNote>\n")
    if article.url is not None and is_uri(article.url):
        lines.append(f"    <altRep>{escape(article.url)}</altRep>\n")
    if article.version == 0:
        lines.append("    <nm:version>0</nm:version>\n")
    if embargoed is not None and not isinstance(embargoed, datetime):
        lines.append(f"    <nm:embargoed>{embargoed.isoformat()}</nm:embargoed>\n")
    lines.append("  </itemMeta>\n")
    return lines


def _moment(when: When) -> str:
    """Return a time for an element that takes no date alone."""
    written = when.isoformat()
    return written if isinstance(when, datetime) else f"{written}T00:00:00Z"


def _content_meta(article: Article) -> list[str]:
    """Return contentMeta, its elements in the order that the schema wants."""
    lines = ["  <contentMeta>\n"]
    if article.urgency is not None:
        lines.append(f"    <urgency>{article.urgency}</urgency>\n")
    if article.published is not None:
        when = article.published.isoformat()
        lines.append(f"    <contentCreated>{when}</contentCreated>\n")
    if article.modified is not None:
        when = article.modified.isoformat()
        lines.append(f"    <contentModified>{when}</contentModified>\n")
    dateline = article.dateline
    if dateline is not None and dateline.place is not None:
        name = f"<name>{escape(dateline.place)}</name>"
        lines.append(f'    <located type="cpnat:geoArea">{name}</located>\n')
    for one in article.contributors:
        lines.append(f"    {_parties.contributor(one)}\n")
    if article.url is not None:
        url = escape(article.url)
        lines.append(f'    <altId role="{URL_ROLE}">{url}</altId>\n')
    if article.views is not None:
        lines.append(
            f'    <userInteraction interactions="{article.views}"'
            f' interactiontypeuri="{VIEW_ACTION}"/>\n'
        )
    if article.language is not None:
        lines.append(f'    <language tag="{article.language}"/>\n')
    if article.genre is not None:
        lines.append(_subject("genre", article.genre))
    for keyword in article.keywords:
        lines.append(f"    <keyword>{escape(keyword)}</keyword>\n")
    for subject in article.subjects:
        lines.append(_subject("subject", subject))
    for field, element, role in TEXTS:
        text = getattr(article, field)
        if text is not None:
            attribute = f' role="{role}"' if role else ""
            lines.append(f"    <{element}{attribute}>{escape(text)}</{element}>\n")
    if dateline is not None and dateline.text is not None:
        lines.append(f"    <dateline>{escape(dateline.text)}</dateline>\n")
    if dateline is not None and dateline.date is not None:
        when = dateline.date.isoformat()
        lines.append(f"    <nm:dateline-date>{when}</nm:dateline-date>\n")
    if article.section is not None:
        lines.append(f"    <nm:section>{escape(article.section)}</nm:section>\n")
    lines.append("  </contentMeta>\n")
    return lines


def _subject(element: str, subject: Subject) -> str:
    known = concept(subject.scheme, subject.code)
    attribute = f' {known[0]}="{known[1]}"' if known else ""
    inner = ""
    for name, text in (
        ("name", subject.name),
        ("nm:code", subject.code),
        ("nm:scheme", subject.scheme),
    ):
        if text is not None:
            inner += f"<{name}>{escape(text)}</{name}>"
    return f"    <{element}{attribute}>{inner}</{element}>\n"


def _quote_parts(quotes: list[Quote], speakers: dict[Source, str]) -> list[str]:
    """Return the parts of quotes, and put each new speaker into *speakers*.

    Speakers go with the reference that stands in their quotes.
    """
    lines: list[str] = []
    for number, quote in enumerate(quotes, 1):
        inner = ""
        speaker = quote.speaker
        if speaker is not None:
            reference = speakers.get(speaker)
            if reference is None:
                name = f"speaker-{len(speakers) + 1}"
                reference = speakers[speaker] = _parties.reference(name, speaker)
            inner = reference
        if quote.cue is not None:
            inner += f"<nm:cue>{escape(quote.cue)}</nm:cue>"
        if quote.mention is not None:
            inner += f"<nm:mention>{escape(quote.mention)}</nm:mention>"
        for fragment in quote.fragments:
            inner += f"<nm:fragment>{escape(fragment)}</nm:fragment>"
        if quote.group is not None:
            inner += f"<nm:group>{quote.group}</nm:group>"
        if quote.confidence != 100:
            inner += f"<nm:confidence>{quote.confidence}</nm:confidence>"
        lines.append(
            f'  <partMeta partid="quote-{number}">'
            f'<role qcode="{QUOTE_ROLES[quote.kind]}"/>{inner}</partMeta>\n'
        )
    return lines


def _assertions(speakers: Iterable[Source]) -> list[str]:
    return [
        f"  {_parties.assertion(f'speaker-{number}', speaker)}\n"
        for number, speaker in enumerate(speakers, 1)
    ]


def _image_parts(captions: list[ImageCaption]) -> list[str]:
    lines: list[str] = []
    for number, caption in enumerate(captions, 1):
        lines.append(
            f'  <partMeta partid="image-{number}">\n    <role qcode="{IMAGE_ROLE}"/>\n'
        )
        for source in caption.credits:
            lines.append(f"    {_parties.credited(source)}\n")
        if caption.credit_line is not None:
            credit = escape(caption.credit_line)
            lines.append(f"    <creditline>{credit}</creditline>\n")
        if caption.text:
            text = escape(caption.text)
            lines.append(
                f'    <description role="{CAPTION_ROLE}">{text}</description>\n'
            )
        if caption.image is not None and caption.image.alt is not None:
            alt = escape(caption.image.alt)
            lines.append(f'    <description role="{ALT_ROLE}">{alt}</description>\n')
        lines.append("  </partMeta>\n")
    return lines


def _content_set(headline: str | None, blocks: str) -> str:
    if not blocks:
        return ""
    title = escape(headline or "")
    return (
        '  <contentSet>\n    <inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>{title}</title></head>"
        # Not a space may be added or taken here.
        f'<body xml:space="preserve">{blocks}</body></html></inlineXML>\n'
        "  </contentSet>\n"
    )
