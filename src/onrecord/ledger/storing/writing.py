"""A record as rows: what is inserted for an article, and for one reading of it."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from onrecord.ledger.storing import clock, fulltext
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.schema import articles, mentions, readings, spans, statements
from onrecord.ledger.storing.seal import Stamp
from onrecord.vocabulary import Article, Mention, Published, Record, SaidOn, Span, Speaker, Statement

Value = str | int | float | bool | None | list[str] | list[list[str | int]]
Row = dict[str, Value]


def write_article(connection: Connection, article: Article, text_sha256: str) -> int:
    """Inserts an article (its text and identity) and returns its row."""
    row: Row = {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_folded": folded(article.outlet),
        "text": article.text,
        "text_sha256": text_sha256,
        "characters": len(article.text),
        "added_at": clock.now(),
    }
    return _inserted(connection.execute(insert(articles), row).inserted_primary_key)


def write_reading(connection: Connection, record: Record, article_row: int, stamp: Stamp) -> int:
    """Inserts a reading of a stored article, with its statements, spans, mentions and words, and returns its row."""
    row = _reading_row(record, article_row, stamp)
    reading_row = _inserted(connection.execute(insert(readings), row).inserted_primary_key)
    fulltext.index_reading(connection, reading_row)
    if record.statements:
        _write_statements(connection, record, reading_row)
    if record.mentions:
        connection.execute(
            insert(mentions),
            [
                {"reading_row": reading_row, "ordinal": ordinal, **_mention_columns(mention)}
                for ordinal, mention in enumerate(record.mentions)
            ],
        )
    return reading_row


def _write_statements(connection: Connection, record: Record, reading_row: int) -> None:
    # The lock for writing is held, so nobody else takes these numbers; known beforehand, they let all spans go in at once.
    first = (connection.execute(select(func.max(statements.c.row))).scalar() or 0) + 1
    numbered = list(enumerate(record.statements, first))
    published = record.article.published
    connection.execute(
        insert(statements),
        [
            {"row": row, "reading_row": reading_row, "ordinal": row - first} | statement_columns(statement, published)
            for row, statement in numbered
        ],
    )
    connection.execute(insert(spans), [span for row, statement in numbered for span in span_rows(row, statement)])
    fulltext.index_statements(connection, first, first + len(numbered) - 1)


def _mention_columns(mention: Mention) -> Row:
    type_ = mention.type.value if mention.type else None
    return {"start": mention.start, "end": mention.end, "actor": mention.actor, "name": mention.name, "type": type_}


def _reading_row(record: Record, article_row: int, stamp: Stamp) -> Row:
    article, provenance = record.article, record.provenance
    return {
        "id": stamp.reading,
        "task": stamp.task,
        "particulars": stamp.particulars,
        "article_row": article_row,
        "shown": False,
        "title": article.title,
        "byline": list(article.byline),
        "language": article.language,
        **_published_columns(article.published),
        "zones": [[zone.start, zone.end, zone.kind.value] for zone in article.zones],
        "onrecord": provenance.onrecord,
        "model": provenance.model,
        "settings": provenance.settings,
        "statements": len(record.statements),
        "mentions": len(record.mentions),
        "seal": stamp.seal,
        "added_at": clock.now(),
    }


def _published_columns(published: Published | None) -> Row:
    evidence = published.evidence if published else None
    return {
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "published_basis": published.basis.value if published else None,
        "published_start": evidence.start if evidence else None,
        "published_end": evidence.end if evidence else None,
        "published_text": evidence.text if evidence else None,
    }


def statement_columns(statement: Statement, published: Published | None) -> Row:
    """The columns of `statements` that tell a statement, its place aside; `published` is the date of its article."""
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "confidence": statement.confidence,
        "speech_act": statement.speech_act.value if statement.speech_act else None,
        "negated": statement.negated,
        "addressee": statement.addressee,
        "venue": statement.venue,
        **_speaker_columns(statement.speaker),
        **_said_columns(statement.said_on),
        "within": statement.within,
        "repeats": statement.repeats,
        **filter_columns(statement, published),
    }


def _speaker_columns(speaker: Speaker | None) -> Row:
    return {
        "speaker_name": speaker.name if speaker else None,
        "speaker_reason": speaker.reason if speaker else None,
        "speaker_type": speaker.type.value if speaker and speaker.type else None,
        "speaker_actor": speaker.actor if speaker else None,
        "speaker_office": speaker.office if speaker else None,
    }


def _said_columns(said_on: SaidOn | None) -> Row:
    return {
        "said_earliest": said_on.earliest if said_on else None,
        "said_latest": said_on.latest if said_on else None,
        "said_basis": said_on.basis.value if said_on else None,
        "said_reason": said_on.reason if said_on else None,
    }


def filter_columns(statement: Statement, published: Published | None) -> Row:
    """What filters look at, worked out of a statement and its article's date: `voice`, `day_earliest`, `day_latest`.

    An end that is open stays empty, and so do both of what no day is known of; a day of the week alone is none, so that the
    article's date is looked at. The bar keeps a search from running over from the speaker's name into the words of the source.
    """
    name = folded(statement.speaker.name if statement.speaker else None)
    source = folded(statement.source.text if statement.source else None)
    said_on = statement.said_on
    days = said_on if said_on and (said_on.earliest or said_on.latest) else published
    return {
        "voice": name if name == source else f"{name} |{source}",
        "day_earliest": days.earliest[:10] if days and days.earliest else None,
        "day_latest": days.latest[:10] if days and days.latest else None,
    }


def span_rows(row: int, statement: Statement) -> list[Row]:
    """The rows of `spans` of a statement whose row is given."""
    evidence = statement.said_on.evidence if statement.said_on else None
    single = (("source", statement.source), ("cue", statement.cue), ("said-on", evidence))
    found: list[tuple[str, int, Span]] = [(role, 0, span) for role, span in single if span]
    found += [("content", ordinal, span) for ordinal, span in enumerate(statement.content)]
    return [
        {"statement_row": row, "role": role, "ordinal": n, "start": span.start, "end": span.end, "text": span.text}
        for role, n, span in found
    ]


def _inserted(key: object) -> int:
    return int(key[0])  # type: ignore[index]
