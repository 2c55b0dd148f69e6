"""Statements as annotations of the article's page: JSON-LD of the W3C Web Annotation Data Model.

The target is the address of the article, or the name of its version where it has none, with the words (TextQuoteSelector) and
their place in code points of the stored text (TextPositionSelector). The body says who, how and when. Terms that the model does
not have are onrecord's own, named in the second context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from onrecord import __version__
from onrecord.ledger import StatementRow
from onrecord.surfaces.edtf import edtf
from onrecord.surfaces.interchange import dumps, span_json
from onrecord.surfaces.takeaway.evidence import address_of, day_of, manner_of, printable, speaker_of, title_of, urn
from onrecord.vocabulary import Span, content_id

Json = dict[str, object]
CONTEXT: list[object] = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": urn("term", "")}]
_AROUND = 32  # characters of the text before and after the words, as the model's examples and its readers have


def annotation(row: StatementRow, text: str) -> Json:
    """A statement as one annotation that stands alone; `text` is that of its article."""
    return {"@context": CONTEXT} | _annotation(row, text)


def write_annotations(rows: Iterable[StatementRow], text_of: Callable[[str], str], target: TextIO) -> None:
    """Write statements as one collection of annotations, a line for each; `text_of` gives the text of an article (id)."""
    target.write(f'{{"@context": {dumps(CONTEXT)},\n"type": "AnnotationCollection",\n"label": "Statements",\n')
    target.write('"first": {"type": "AnnotationPage", "startIndex": 0, "items": [')
    number, identity = 0, content_id()
    for row in rows:
        target.write(f"{',' if number else ''}\n{dumps(_annotation(row, text_of(row.article.id)))}")
        number, identity = number + 1, content_id(identity, row.statement.id)
    page, whole = dumps(urn("page", identity)), dumps(urn("collection", identity))
    target.write(f'],\n"id": {page}, "partOf": {whole}}},\n"id": {whole},\n"total": {number}}}\n')


def _annotation(row: StatementRow, text: str) -> Json:
    return {
        "id": urn("annotation", row.statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "created": row.article.added_at,
        "generator": {"id": urn("software", __version__), "type": "Software", "name": f"onrecord {__version__}"},
        "body": [_words(row), _body(row)],
        "target": [_target(row, span, text) for span in row.statement.content],
    }


def _words(row: StatementRow) -> Json:
    day, basis = day_of(row)
    told = f"{speaker_of(row)}, {day} ({basis}); {manner_of(row) or 'in quotation marks'}"
    return {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": told}


def _body(row: StatementRow) -> Json:
    one, speaker, said_on = row.statement, row.statement.speaker, row.statement.said_on
    told: Json = {
        "speaker": speaker_of(row) if speaker is not None else None,
        "actor": urn("actor", speaker.actor) if speaker is not None and speaker.actor else None,
        "speakerType": speaker.type if speaker is not None else None,
        "office": speaker.office if speaker is not None else None,
        "kind": one.kind,
        "speechAct": one.speech_act,
        "negated": one.negated or None,
        "saidOn": edtf(said_on.earliest, said_on.latest) if said_on is not None else None,
        "saidOnBasis": said_on.reason if said_on is not None else None,
        "cue": _span(one.cue),
        "sourceOfStatement": _span(one.source),
        "confidence": one.confidence,
        "status": row.status,
        "judgedBy": row.by,
        "judgedAt": row.judgement.at if row.judgement else None,
        "judgedBecause": row.judgement.why if row.judgement else None,
        "model": row.article.provenance.model,
    }
    named = {f"onrecord:{name}": value for name, value in told.items() if value is not None}
    return {"id": urn("statement", one.id), "type": "onrecord:Statement"} | named


def _span(span: Span | None) -> Json | None:
    found = span_json(span)
    return None if found is None else {f"onrecord:{name}": value for name, value in found.items()}


def _target(row: StatementRow, span: Span, text: str) -> Json:
    quote = {"type": "TextQuoteSelector", "exact": span.text}
    quote["prefix"] = text[max(0, span.start - _AROUND) : span.start]
    quote["suffix"] = text[span.end : span.end + _AROUND]
    version = urn("article", row.article.id)
    told: Json = {
        "type": "SpecificResource",
        "source": address_of(row.article) or version,
        "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}],
        "state": {"type": "TimeState", "sourceDate": row.article.added_at},
        "onrecord:version": version,
        "onrecord:title": title_of(row.article),
    }
    return told | ({"onrecord:outlet": printable(row.article.outlet)} if row.article.outlet else {})
