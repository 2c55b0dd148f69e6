"""Verification: everything in the ledger is worked out again from the texts, and whatever does not hold is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DatabaseError

from onrecord.ledger.articles.checking import wrongs
from onrecord.ledger.asking.listing import record_of
from onrecord.ledger.proving import comparing, reasking, rereading, retracing
from onrecord.ledger.proving.valuing import missing, wrong_values
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing import fulltext
from onrecord.ledger.storing.explaining import advice
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.rebuilding import Columns, about_articles, all_statements_in, shown_statements_in
from onrecord.ledger.storing.schema import articles, mentions, readings, spans, statements, versions, views
from onrecord.ledger.storing.seal import stamp, text_hash
from onrecord.ledger.storing.writing import filter_columns, span_rows
from onrecord.vocabulary import LedgerError, Record, content_id


def verify(connection: Connection, path: Path) -> Iterator[Failure]:
    """Everything that does not hold, in every version and every reading; nothing for a sound ledger.

    1. The file itself (SQLite's integrity and foreign key checks).
    2. Each value against what its column may hold. Where one is not that, the check ends after naming them all: nothing can be
       worked out from them.
    3. Each article's text against its hash.
    4. Each reading: ids and spans against the text, its rows against their numbers and its seal.
    5. What is shown, against the logs that it follows from.
    6. The log of judgements, against itself; who is who, against personas and judgements; and what persons put right, against
       what was read and judgements.
    7. What was found between articles: places against the texts, rows against their seals.
    8. What was found on questions: positions against the texts and the log, rows against their seals.
    9. The index of words, against the tables.

    Raises LedgerError where a table or a column is missing; `path` is the file to name then.
    """
    try:
        _refuse_incomplete(connection, path)
        yield from _of_file(connection)
        wrong = None
        for wrong in wrong_values(connection):
            yield wrong
        if wrong is not None:
            yield Failure("", "", "values are not what their columns may hold (named above), so the rest was not checked")
            return
        yield from _of_texts(connection)
        yield from _of_readings(connection)
        yield from _of_what_is_shown(connection)
        broken = None
        for broken in retracing.of_log(connection):
            yield broken
        if broken is None:
            yield from retracing.of_actors(connection)
            yield from rereading.of_reviews(connection)
            yield from comparing.of_relations(connection)
            yield from reasking.of_questions(connection)
        yield from (
            Failure(index, "", "the index of words is out of step with the tables") for index in fulltext.out_of_step(connection)
        )
    except DatabaseError as error:
        yield Failure("", "", f"the file is damaged, nothing after this could be read: {advice(error.orig)}")
    except (ValueError, sqlite3.Error) as error:
        yield Failure("", "", f"the file is damaged, nothing after this could be read: {error}")


def _refuse_incomplete(connection: Connection, path: Path) -> None:
    lost = missing(connection)
    if lost:
        raise LedgerError(
            f"the ledger {path} is damaged: it lacks {', '.join(lost)}: restore it from a copy, or make a new one by adding the "
            "articles again"
        )


def _of_file(connection: Connection) -> Iterator[Failure]:
    for (found,) in connection.execute(text("PRAGMA integrity_check")):
        if found != "ok":
            yield Failure("", "", f"the file is damaged: {found}")
    for table, row, other, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Failure(table, str(row), f"it refers to a row of {other} that is not there")


def _of_texts(connection: Connection) -> Iterator[Failure]:
    asked = (articles.c.id, articles.c.text, articles.c.text_sha256, articles.c.characters, articles.c.outlet)
    for row in connection.execute(select(*asked, articles.c.outlet_folded)):
        if text_hash(row.text) != row.text_sha256 or len(row.text) != row.characters:
            yield Failure("articles", row.id, "the text is not the one that was added: its hash or length differs")
        if row.outlet_folded != folded(row.outlet):
            yield Failure("articles", row.id, "the column that filters look at does not follow from its outlet")


def _of_readings(connection: Connection) -> Iterator[Failure]:
    judged = select(statements.c.reading_row).where(statements.c.status != "candidate").distinct()
    reviewed = set(connection.execute(judged).scalars())
    for row in connection.execute(about_articles().add_columns(readings.c.id.label("reading_id")).order_by(readings.c.row)):
        record = record_of(connection, row)
        yield from (Failure(*wrong) for wrong in wrongs(record))
        shown = record
        if row.reading_row in reviewed:
            kept = all_statements_in(connection, row.reading_row)
            shown = replace(record, statements=tuple(kept.values()))
        yield from _of_filters(connection, row.reading_row, shown)
        yield from _of_order(connection, row, shown)
        if row.reading_row in reviewed:
            told = shown_statements_in(connection, row.reading_row)
            shown = replace(record, statements=tuple(told.values()))
        yield from (Failure("readings", row.reading_id, wrong) for wrong in _of_reading(row, record, len(shown.statements)))
        yield from retracing.of_personas(connection, row, shown)


def _of_reading(row: Columns, record: Record, shown: int) -> Iterator[str]:
    for noun, kept, found in (("statements", row.statements, shown), ("mentions", row.mentions, len(record.mentions))):
        if kept != found:
            yield f"{kept} {noun} were added, {found} are there"
    stamped = stamp(record)
    if stamped.seal != row.seal:
        yield "something in it was changed since it was added: its seal differs"
    if (row.task, row.particulars) != (stamped.task, stamped.particulars) or row.reading_id != content_id(row.task, row.seal):
        yield "its id is not the one that article, metadata, provenance and seal give"


def _of_filters(connection: Connection, reading_row: int, record: Record) -> Iterator[Failure]:
    asked = select(statements.c.voice, statements.c.day_earliest, statements.c.day_latest)
    kept = connection.execute(asked.where(statements.c.reading_row == reading_row).order_by(statements.c.ordinal))
    for row, statement in zip(kept, record.statements, strict=True):
        if row._asdict() != filter_columns(statement, record.article.published):
            yield Failure("statements", statement.id, "the columns that filters look at do not follow from it")


def _of_order(connection: Connection, row: Columns, record: Record) -> Iterator[Failure]:
    """Statements, mentions and spans, each counted from 0: nothing is left over that no record is made of."""
    for table in (statements, mentions):
        asked = select(table.c.ordinal).where(table.c.reading_row == row.reading_row).order_by(table.c.ordinal)
        kept = list(connection.execute(asked).scalars())
        if kept != list(range(len(kept))):
            yield Failure(table.name, row.reading_id, "they are not numbered in order from 0")
    within = select(spans).join(statements, statements.c.row == spans.c.statement_row)
    asked_spans = within.where(statements.c.reading_row == row.reading_row).order_by(statements.c.ordinal)
    found = {
        number: {(one.role, one.ordinal) for one in group}
        for number, group in groupby(connection.execute(asked_spans), key=attrgetter("statement_row"))
    }
    rows = select(statements.c.row).where(statements.c.reading_row == row.reading_row).order_by(statements.c.ordinal)
    for number, statement in zip(connection.execute(rows).scalars(), record.statements, strict=True):
        if found.get(number, set()) != {(one["role"], one["ordinal"]) for one in span_rows(number, statement)}:
            yield Failure("spans", statement.id, "they are not the ones that the statement was written with")


def _of_what_is_shown(connection: Connection) -> Iterator[Failure]:
    last = select(views.c.article_row, func.max(views.c.row).label("row")).group_by(views.c.article_row).subquery()
    viewed = dict(
        connection.execute(select(views.c.article_row, views.c.reading_row).join(last, last.c.row == views.c.row)).all()
    )
    shown: dict[int, list[int]] = {}
    for article_row, reading_row in connection.execute(select(readings.c.article_row, readings.c.row).where(readings.c.shown)):
        shown.setdefault(article_row, []).append(reading_row)
    current = _current(connection)
    for row in connection.execute(select(articles.c.row, articles.c.id, articles.c.superseded_by)):
        if shown.get(row.row) != [viewed.get(row.row)]:
            yield Failure("readings", row.id, "the reading that is shown of the article is not the last one put in view")
        if (row.superseded_by is None) != (row.row in current):
            yield Failure("articles", row.id, "whether it is superseded does not follow from the versions")


def _current(connection: Connection) -> set[int]:
    """The rows of the articles that are the newest version of some document."""
    last = select(versions.c.document, func.max(versions.c.number).label("number")).group_by(versions.c.document).subquery()
    asked = select(versions.c.article_row).join(
        last, (last.c.document == versions.c.document) & (last.c.number == versions.c.number)
    )
    return set(connection.execute(asked).scalars())
