"""Rows of the ledger in the order asked for, a portion at a time, so that no list of everything is ever held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.ledger.asking import filtering
from onrecord.ledger.queries import ArticleQuery, StatementQuery
from onrecord.ledger.reviewing.ruling import rulings
from onrecord.ledger.rows import ArticleRow, ArticleText, MentionRow, Sighting, StatementRow
from onrecord.ledger.storing.rebuilding import (
    Columns,
    about_articles,
    actors_in,
    article,
    article_row,
    mentions_in,
    provenance,
    statements_in,
    statements_of,
    zones,
)
from onrecord.ledger.storing.schema import actors, articles, personas, readings, sightings, statements
from onrecord.vocabulary import ActorType, Mention, Record, Statement

# Rows for which spans and articles are fetched at once: under SQLite's limit on parameters, and some 1 MB of statements.
_PORTION = 500


def list_statements(connection: Connection, query: StatementQuery) -> Iterator[StatementRow]:
    """The statements that a query means."""
    yield from statement_rows(connection, filtering.statement_rows(query))


def statement_rows(connection: Connection, asked: Select[Any]) -> Iterator[StatementRow]:
    """The rows of `statements` that a select gives, with the articles that report them."""
    known: dict[int, ArticleRow] = {}
    for portion in connection.execute(asked).partitions(_PORTION):
        wanted = {row.reading_row for row in portion}
        known = {row: known[row] for row in wanted & known.keys()}
        known |= articles_of_readings(connection, sorted(wanted - known.keys()))
        speakers = _speakers_of(connection, [row.row for row in portion])
        judged = [row.id for row in portion if row.status != "candidate"]
        said = rulings(connection, judged) if judged else {}
        for row, statement in zip(portion, statements_of(connection, portion), strict=True):
            told = _by_actor(statement, speakers.get(row.row))
            if row.status in ("confirmed", "corrected"):
                told = replace(told, confidence=1.0)
            last = said[row.id].last if row.id in said else None
            yield StatementRow(told, known[row.reading_row], row.status, row.judged_by, last)


def by_actor(connection: Connection, statement: Statement, reading_row: int) -> Statement:
    """A statement of a reading with the ledger's actor as its speaker."""
    here = statement.speaker.actor if statement.speaker else None
    asked = select(actors.c.id, actors.c.name, actors.c.type).join(personas, personas.c.actor_row == actors.c.row)
    found = connection.execute(asked.where(personas.c.reading_row == reading_row, personas.c.id == here)).first()
    return _by_actor(statement, found)


def _speakers_of(connection: Connection, rows: Sequence[int]) -> dict[int, Columns]:
    """For the speakers of some statements, by the rows of these: id, name and type of the ledger's actor that each is."""
    asked = select(statements.c.row, actors.c.id, actors.c.name, actors.c.type).join(
        personas, (personas.c.reading_row == statements.c.reading_row) & (personas.c.id == statements.c.speaker_actor)
    )
    within = asked.join(actors, actors.c.row == personas.c.actor_row).where(statements.c.row.in_(rows))
    return {row.row: row for row in connection.execute(within).all()}


def _actors_of(connection: Connection, reading_row: int) -> dict[str, Columns]:
    """For the actors of a reading, by their ids there: id, name and type of the ledger's actor that each is."""
    asked = select(personas.c.id.label("here"), actors.c.id, actors.c.name, actors.c.type)
    within = asked.join(actors, actors.c.row == personas.c.actor_row).where(personas.c.reading_row == reading_row)
    return {row.here: row for row in connection.execute(within)}


def _by_actor(statement: Statement, found: Columns | None) -> Statement:
    """The statement with the ledger's actor as its speaker; the words of its article stay in `source`."""
    speaker = statement.speaker
    if speaker is None or found is None:
        return statement
    type_ = speaker.type or (ActorType(found.type) if found.type else None)
    return replace(statement, speaker=replace(speaker, actor=found.id, name=found.name, type=type_))


def list_articles(connection: Connection, query: ArticleQuery) -> Iterator[ArticleRow]:
    """The articles that a query means."""
    for portion in connection.execute(filtering.article_rows(query)).partitions(_PORTION):
        rows = [row.row for row in portion]
        found = articles_of_readings(connection, rows)
        yield from (found[row] for row in rows)


def articles_of_readings(connection: Connection, rows: Sequence[int]) -> dict[int, ArticleRow]:
    """The articles of some readings, by the row of the reading."""
    if not rows:
        return {}
    found = connection.execute(about_articles().where(readings.c.row.in_(rows)))
    return {row.reading_row: article_row(row) for row in found.all()}


def list_texts(connection: Connection, *, all_versions: bool) -> Iterator[ArticleText]:
    """The articles with their texts, in the order they were added."""
    for row in _shown(connection, all_versions=all_versions):
        yield ArticleText(article_row(row), text_of(connection, row.article_row), zones(row))


def list_mentions(connection: Connection, *, all_versions: bool) -> Iterator[MentionRow]:
    """The mentions of all articles, in the order these were added."""
    for row in _shown(connection, all_versions=all_versions):
        about = article_row(row)
        known = _actors_of(connection, row.reading_row)
        for mention in mentions_in(connection, row.reading_row):
            found = known.get(mention.actor) if mention.actor else None
            yield MentionRow(replace(mention, actor=found.id) if found else mention, about)


def mentions_of(connection: Connection, article_id: str) -> list[Mention]:
    """The mentions of an article, in order, each with the ledger's actor; None where it is nobody of the ledger's."""
    reading = select(readings.c.row).join(articles, articles.c.row == readings.c.article_row)
    row = connection.execute(reading.where(articles.c.id == article_id, readings.c.shown)).scalar()
    if row is None:
        return []
    known = {here: found.id for here, found in _actors_of(connection, row).items()}
    return [replace(one, actor=known.get(one.actor or "")) for one in mentions_in(connection, row)]


def list_records(connection: Connection, *, all_versions: bool) -> Iterator[Record]:
    """The records of all articles, in the order these were added."""
    yield from (record_of(connection, row) for row in _shown(connection, all_versions=all_versions))


def record_of(connection: Connection, row: Columns) -> Record:
    """The record that a reading was made from, from a row of `about_articles`."""
    return Record(
        article(row, text_of(connection, row.article_row)),
        statements_in(connection, row.reading_row),
        mentions_in(connection, row.reading_row),
        provenance(row),
        actors_in(connection, row.reading_row),
    )


def text_of(connection: Connection, row: int) -> str:
    """The text of an article."""
    text: str = connection.execute(select(articles.c.text).where(articles.c.row == row)).scalar_one()
    return text


def list_sightings(connection: Connection, article_id: str) -> list[Sighting]:
    """Where an article was seen, in the order it was first met there."""
    asked = select(sightings.c.path, articles.c.url, sightings.c.first_seen, sightings.c.last_seen)
    within = asked.join(articles, articles.c.row == sightings.c.article_row).where(articles.c.id == article_id)
    return [Sighting(*row) for row in connection.execute(within.order_by(sightings.c.row))]


def _shown(connection: Connection, *, all_versions: bool) -> Iterator[Columns]:
    asked = about_articles().where(*filtering.shown(all_versions=all_versions)).order_by(articles.c.row)
    yield from connection.execute(asked)
