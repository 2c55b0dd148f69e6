"""Lets what persons said of a statement show in every reading that has it, and puts into the queue what has to be found anew.

What was read is kept beside what is shown, so that a decision which is taken back leaves no trace.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from onrecord.ledger.asking.listing import text_of
from onrecord.ledger.questions.correcting import queue_holders
from onrecord.ledger.questions.placing import seal_placings
from onrecord.ledger.questions.settling import settle as settle_positions
from onrecord.ledger.relations.judging import queue
from onrecord.ledger.relations.resealing import seal_of_article
from onrecord.ledger.reviewing.putting import put, tidy
from onrecord.ledger.reviewing.ruling import STATEMENT, Ruling, put_right, ruling_on
from onrecord.ledger.storing import fulltext
from onrecord.ledger.storing.question_tables import placings, positions, shifts
from onrecord.ledger.storing.rebuilding import about_articles, article, originals_in, statements_of
from onrecord.ledger.storing.relation_tables import relatings
from onrecord.ledger.storing.review_tables import originals
from onrecord.ledger.storing.schema import judgements, personas, readings, spans, statements
from onrecord.ledger.storing.writing import span_rows, statement_columns
from onrecord.vocabulary import Published, Statement

# The columns that a person's word may change, and that `originals` keeps: all that tell a statement, but what follows from them.
CHANGING = (
    "kind",
    *(f"speaker_{part}" for part in ("name", "reason", "type", "actor", "office")),
    *(f"said_{part}" for part in ("earliest", "latest", "basis", "reason")),
)
_JUDGED_IN = (
    select(statements.c.id)
    .distinct()
    .join(judgements, (judgements.c.kind == STATEMENT) & (judgements.c.subject == statements.c.id))
    .where(statements.c.reading_row == bindparam("at"))
)
_HOLDER = text(
    """SELECT personas.row FROM statements JOIN personas ON personas.reading_row = statements.reading_row
    AND personas.id = statements.speaker_actor WHERE statements.row = :at"""
)


def settle_reading(connection: Connection, reading_row: int) -> None:
    """Lets what persons said of statements show in a reading that was just written."""
    for statement in connection.execute(_JUDGED_IN, {"at": reading_row}).scalars().all():
        settle(connection, statement)


def settle(connection: Connection, statement: str) -> None:
    """Lets what persons said of a statement (its id) show wherever it was read."""
    ruling = ruling_on(connection, statement)
    for row in connection.execute(select(statements).where(statements.c.id == statement).order_by(statements.c.row)).all():
        _settle(connection, row, ruling)
    of_it = select(positions.c.question).join(statements, statements.c.row == positions.c.statement_row).distinct()
    for question in connection.execute(of_it.where(statements.c.id == statement)).scalars().all():
        settle_positions(connection, question, statement)


def _settle(connection: Connection, row: Any, ruling: Ruling) -> None:
    about = connection.execute(about_articles().where(readings.c.row == row.reading_row)).one()
    words = text_of(connection, about.article_row)
    (before,) = statements_of(connection, [row])
    read = originals_in(connection, row.reading_row).get(row.row, before)
    now = put_right(read, ruling, words)
    queue_holders(connection, about.article_row)
    if ruling.speaker is not None:
        put(connection, row.reading_row, ruling)
    if now != before:
        _write(connection, row.row, now, article(about, words).published)
        _keep(connection, row.row, read, now)
    judged = update(statements).where(statements.c.row == row.row)
    connection.execute(judged.values(status=ruling.status, judged_by=ruling.by))
    _count(connection, row.reading_row)
    if now != before:
        _move_positions(connection, row.row)
    if "rejected" in (ruling.status, row.status):
        _drop_positions(connection, row.row, about.article_row)
    tidy(connection, row.reading_row)
    queue_holders(connection, about.article_row)
    if about.shown and (now != before or (ruling.status == "rejected") != (row.status == "rejected")):
        _queue(connection, about.article_row, compare_words=now.content != before.content)


def _write(connection: Connection, row: int, now: Statement, published: Published | None) -> None:
    fulltext.unindex_statement(connection, row)
    connection.execute(delete(spans).where(spans.c.statement_row == row))
    connection.execute(insert(spans), span_rows(row, now))
    connection.execute(update(statements).where(statements.c.row == row).values(statement_columns(now, published)))
    fulltext.index_statements(connection, row, row)


def _keep(connection: Connection, row: int, read: Statement, now: Statement) -> None:
    """Keeps what was read as long as something else is shown."""
    connection.execute(delete(originals).where(originals.c.statement_row == row))
    if now != read:
        columns = statement_columns(read, None)
        told = [[one["role"], one["start"], one["end"], one["text"]] for one in span_rows(row, read)]
        kept = {name: columns[name] for name in CHANGING} | {"spans": told}
        connection.execute(insert(originals), {"statement_row": row, "read": kept})


def _count(connection: Connection, reading_row: int) -> None:
    """Counts anew the statements that are shown of a reading, and of each actor in it."""
    shown = (statements.c.reading_row == reading_row, statements.c.status != "rejected")
    number = select(func.count()).select_from(statements).where(*shown)
    connection.execute(update(readings).where(readings.c.row == reading_row).values(statements=number.scalar_subquery()))
    said = number.where(statements.c.speaker_actor == personas.c.id).correlate(personas).scalar_subquery()
    connection.execute(update(personas).where(personas.c.reading_row == reading_row).values(statements=said))


def _move_positions(connection: Connection, row: int) -> None:
    """Lets the positions of a statement be those of its speaker and its days; its shifts are found anew."""
    holder = connection.execute(_HOLDER, {"at": row}).scalar()
    days = connection.execute(select(statements.c.day_earliest, statements.c.day_latest).where(statements.c.row == row)).one()
    moved = update(positions).where(positions.c.statement_row == row)
    connection.execute(moved.values(persona_row=holder, day_earliest=days.day_earliest, day_latest=days.day_latest))
    connection.execute(delete(shifts).where((shifts.c.first_row == row) | (shifts.c.second_row == row)))


def _drop_positions(connection: Connection, row: int, article_row: int) -> None:
    """Takes away the positions of a statement that is none, or was none: they are found anew once its article is related."""
    connection.execute(delete(positions).where(positions.c.statement_row == row))
    connection.execute(delete(shifts).where((shifts.c.first_row == row) | (shifts.c.second_row == row)))
    placed = connection.execute(select(placings.c.question).where(placings.c.article_row == article_row)).scalars().all()
    number = select(readings.c.statements).where(readings.c.article_row == article_row, readings.c.shown).scalar_subquery()
    connection.execute(update(placings).where(placings.c.article_row == article_row).values(statements=number))
    seal_placings(connection, [(question, article_row) for question in placed])


def _queue(connection: Connection, article_row: int, *, compare_words: bool) -> None:
    """Lets an article wait to be related anew; with its words compared anew, where they are others now."""
    queue(connection, [article_row])
    related = relatings.c.article_row == article_row
    if compare_words and connection.execute(update(relatings).where(related).values(version="")).rowcount:
        connection.execute(update(relatings).where(related).values(seal=seal_of_article(connection, article_row)))
