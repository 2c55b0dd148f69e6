"""One row by its id, or by enough of its first digits to be the only one."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Column, Connection, select

from onrecord.ledger.asking.listing import articles_of_readings, record_of, statement_rows
from onrecord.ledger.rows import ArticleRow, StatementRow
from onrecord.ledger.storing.rebuilding import about_articles
from onrecord.ledger.storing.schema import articles, readings, statements
from onrecord.vocabulary import Record, UsageError

# Fewer digits than these are more likely a slip than an id: with 100 000 statements, 4 digits fit one or two.
SHORTEST_PREFIX = 4
_ID_DIGITS = 16
_SHOWN_CANDIDATES = 10


def find_statement(connection: Connection, prefix: str) -> StatementRow | None:
    """The statement with an id: as it is shown now, else as it was read last."""
    found = only(connection, statements.c.id, prefix, "statement")
    if found is None:
        return None
    within = select(statements).join(readings, readings.c.row == statements.c.reading_row).where(statements.c.id == found)
    latest = within.order_by(readings.c.shown.desc(), statements.c.row.desc()).limit(1)
    return next(statement_rows(connection, latest), None)


def find_article(connection: Connection, prefix: str) -> ArticleRow | None:
    """The article with an id, current or superseded."""
    row = _shown_reading(connection, prefix)
    return articles_of_readings(connection, [row])[row] if row is not None else None


def find_record(connection: Connection, prefix: str) -> Record | None:
    """The record of the article with an id, as it is shown now."""
    row = _shown_reading(connection, prefix)
    if row is None:
        return None
    return record_of(connection, connection.execute(about_articles().where(readings.c.row == row)).one())


def _shown_reading(connection: Connection, prefix: str) -> int | None:
    found = only(connection, articles.c.id, prefix, "article")
    asked = select(readings.c.row).join(articles, articles.c.row == readings.c.article_row)
    return connection.execute(asked.where(articles.c.id == found, readings.c.shown)).scalar()


def only(connection: Connection, ids: Column[Any], prefix: str, noun: str) -> str | None:
    """The one id that starts with the prefix; None for none. Raises UsageError where it is no prefix or fits several."""
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST_PREFIX},{_ID_DIGITS}}}", prefix):
        raise UsageError(f"{prefix!r} is not the id of any {noun}: give {SHORTEST_PREFIX} to {_ID_DIGITS} of its digits 0-9 a-f")
    # "g" is greater than every digit, so this is the range of all that start with the prefix.
    fitting = select(ids).distinct().where(ids >= prefix, ids < prefix + "g").order_by(ids)
    found = list(connection.execute(fitting.limit(_SHOWN_CANDIDATES + 1)).scalars())
    if len(found) > 1:
        listed = ", ".join(found[:_SHOWN_CANDIDATES]) + (", …" if len(found) > _SHOWN_CANDIDATES else "")
        raise UsageError(f"{prefix!r} fits more than one {noun}: give more digits of one of {listed}")
    return found[0] if found else None
