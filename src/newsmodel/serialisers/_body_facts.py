"""What a body says of its article: byline, dateline, headline and the like."""

from newsmodel.markup.body_reader import BodyReader
from newsmodel.model import Rights, Source
from newsmodel.rules.names import kind_of_publisher
from newsmodel.serialisers._datelines import Stated
from newsmodel.serialisers._findings import Findings, Trace
from newsmodel.serialisers._makers import Makers


def take_facts(body: BodyReader, findings: Findings, makers: Makers) -> list[Stated]:
    """Take what a body says, where nothing else did; return its datelines."""
    datelines: list[Stated] = []
    for field, text, element in body.facts:
        trace = Trace(f"{field}-in-text", text, element)
        if field == "dateline":
            datelines.append((text, element))
        elif text == findings.fields.get(field):
            continue
        elif field == "byline":
            if findings.offer(field, text, trace) and not makers.has_author:
                makers.add_byline(text, trace)
        elif field == "distributor":
            kind = kind_of_publisher(text)
            findings.offer("source", Source(name=text, kind=kind), trace)
        elif field == "rights":
            findings.offer("rights", Rights(notice=text), trace)
        else:
            findings.offer(field, text, trace)
    return datelines
