"""Statements of the ledger as they are compared: with their articles, actors, sides, days and vectors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, select, text

from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.siding import sides_of
from onrecord.ledger.storing.rebuilding import Columns, offices_of, statements_of
from onrecord.ledger.storing.relation_tables import copies, tellings
from onrecord.ledger.storing.schema import actors, articles, personas, readings, statements
from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences
from onrecord.vocabulary import Actor, ActorType, Days, Statement, Telling

_PORTION = 500


def content_of(statement: Statement) -> str:
    """The text of a statement's content, spans joined by one space each."""
    return " ".join(span.text for span in statement.content)


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Where the sentences of an article stand, in order."""
    return [span for start, end in paragraphs(text) for span in sentences(text, start, end)]


def stands_in(statement: Statement, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From the first to the last sentence that has a part of a statement."""
    first, last = min(span.start for span in statement.spans), max(span.end for span in statement.spans)
    touched = [span for span in spans if span[0] < last and first < span[1]]
    return (min(first, touched[0][0]), max(last, touched[-1][1])) if touched else (first, last)


class Tellings:
    """Statements as they are compared, by the rows of `statements`; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Telling] = {}
        self.rows: dict[str, int] = {}

    def of(self, rows: Iterable[int]) -> list[Telling]:
        """The tellings of some rows, in their order."""
        wanted = list(rows)
        new = sorted({row for row in wanted if row not in self._known})
        for start in range(0, len(new), _PORTION):
            self._read(new[start : start + _PORTION])
        return [self._known[row] for row in wanted]

    def _read(self, rows: Sequence[int]) -> None:
        found = self._connection.execute(_ASKED, {"rows": rows_json(rows)}).all()
        for row, statement in zip(found, statements_of(self._connection, found), strict=True):
            self._known[row.row] = _telling(row, statement)
            self.rows[statement.id] = row.row


def _telling(row: Columns, statement: Statement) -> Telling:
    persona = None
    if row.persona_id is not None:
        own_type = ActorType(row.persona_type) if row.persona_type else None
        persona = Actor(row.persona_id, row.persona_name, own_type, (), offices_of(row.persona_offices))
    type_ = row.actor_type or row.speaker_type
    return Telling(
        statement=statement,
        article=row.article_id,
        outlet=row.outlet,
        content=content_of(statement),
        sentence=row.sentence,
        actor=row.actor_id,
        actor_name=row.actor_name or row.speaker_name,
        actor_type=ActorType(type_) if type_ else None,
        sides=sides_of(row.actor_id, persona),
        said_on=(row.said_earliest, row.said_latest),
        published=days_of(row),
        vector=row.vector,
        copied=bool(row.copied),
    )


def days_of(row: Columns) -> Days:
    """The days that an article may have been published on, from a row with the columns of its reading."""
    earliest, latest = row.published_earliest, row.published_latest
    return (earliest[:10] if earliest else None, latest[:10] if latest else None)


def _asked() -> Select[Any]:
    sentence = func.substr(articles.c.text, tellings.c.sentence_start + 1, tellings.c.sentence_end - tellings.c.sentence_start)
    about = (
        tellings.c.vector,
        exists().where(copies.c.article_row == tellings.c.article_row, copies.c.of_row.is_not(None)).label("copied"),
        articles.c.id.label("article_id"),
        articles.c.outlet,
        readings.c.published_earliest,
        readings.c.published_latest,
        sentence.label("sentence"),
        personas.c.id.label("persona_id"),
        personas.c.name.label("persona_name"),
        personas.c.type.label("persona_type"),
        personas.c.offices.label("persona_offices"),
        actors.c.id.label("actor_id"),
        actors.c.name.label("actor_name"),
        actors.c.type.label("actor_type"),
    )
    speaks = and_(personas.c.reading_row == statements.c.reading_row, personas.c.id == statements.c.speaker_actor)
    return (
        select(statements, *about)
        .join(tellings, tellings.c.statement_row == statements.c.row)
        .join(readings, readings.c.row == statements.c.reading_row)
        .join(articles, articles.c.row == readings.c.article_row)
        .join(personas, speaks, isouter=True)
        .join(actors, actors.c.row == personas.c.actor_row, isouter=True)
        .where(tellings.c.statement_row.in_(text("SELECT value FROM json_each(:rows)")))
        .order_by(tellings.c.statement_row)
    )


_ASKED = _asked()
