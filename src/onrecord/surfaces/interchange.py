"""The interchange format: one JSON object a line for each article (`onrecord.article/1`) or rejected input."""

from __future__ import annotations

import json
from typing import TypedDict

from onrecord.vocabulary import Actor, Article, Mention, Published, Record, Rejection, SaidOn, Span, Speaker, Statement

ARTICLE_FORMAT = "onrecord.article/1"
REJECTION_FORMAT = "onrecord.rejection/1"


class SpanJson(TypedDict):
    """A span as JSON."""

    start: int
    end: int
    text: str


def record_line(record: Record) -> str:
    """One line of JSON for an article, without a line break at its end."""
    return dumps(
        {
            "format": ARTICLE_FORMAT,
            "article": article_json(record.article),
            "statements": [statement_json(one) for one in record.statements],
            "mentions": [mention_json(one) for one in record.mentions],
            "actors": [actor_json(one) for one in record.actors],
            "provenance": {
                "onrecord": record.provenance.onrecord,
                "model": record.provenance.model,
                "settings": record.provenance.settings,
            },
        }
    )


def rejection_line(rejection: Rejection) -> str:
    """One line of JSON for a rejected input, without a line break at its end."""
    return dumps({"format": REJECTION_FORMAT, "path": rejection.path, "reason": rejection.reason, "detail": rejection.detail})


def dumps(value: object) -> str:
    """JSON in UTF-8 as it should be printed: one line, nothing escaped that need not be."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def article_json(article: Article) -> dict[str, object]:
    """An article with the field names of the interchange format."""
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": list(article.byline),
        "language": article.language,
        "published": published_json(article.published),
        "text": article.text,
        "zones": [{"start": zone.start, "end": zone.end, "kind": zone.kind} for zone in article.zones],
    }


def statement_json(statement: Statement) -> dict[str, object]:
    """A statement with the field names of the interchange format."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "source": span_json(statement.source),
        "cue": span_json(statement.cue),
        "content": [span_json(span) for span in statement.content],
        "speaker": speaker_json(statement.speaker),
        "said_on": said_on_json(statement.said_on),
        "speech_act": statement.speech_act,
        "negated": statement.negated,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "within": statement.within,
        "repeats": statement.repeats,
        "confidence": statement.confidence,
    }


def mention_json(mention: Mention) -> dict[str, object]:
    """A mention with the field names of the interchange format."""
    return {
        "start": mention.start,
        "end": mention.end,
        "actor": mention.actor,
        "name": mention.name,
        "type": mention.type,
    }


def actor_json(actor: Actor) -> dict[str, object]:
    """An actor with the field names of the interchange format."""
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "names": list(actor.names),
        "offices": [
            {"title": one.title, "place": one.place, "from": one.start, "to": one.end, "basis": one.basis}
            for one in actor.offices
        ],
        "wikidata": actor.wikidata,
    }


def published_json(published: Published | None) -> dict[str, object] | None:
    """A date of publication as JSON."""
    if published is None:
        return None
    return {
        "earliest": published.earliest,
        "latest": published.latest,
        "basis": published.basis,
        "evidence": span_json(published.evidence),
    }


def speaker_json(speaker: Speaker | None) -> dict[str, object] | None:
    """A speaker as JSON."""
    if speaker is None:
        return None
    return {
        "actor": speaker.actor,
        "name": speaker.name,
        "type": speaker.type,
        "office": speaker.office,
        "reason": speaker.reason,
    }


def said_on_json(said_on: SaidOn | None) -> dict[str, object] | None:
    """The day of a statement as JSON."""
    if said_on is None:
        return None
    return {
        "earliest": said_on.earliest,
        "latest": said_on.latest,
        "basis": said_on.basis,
        "reason": said_on.reason,
        "evidence": span_json(said_on.evidence),
    }


def span_json(span: Span | None) -> SpanJson | None:
    """A span as JSON."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}
