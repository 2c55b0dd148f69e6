"""Search: the statements and articles that hold some words, the best first, with the words found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, Table, func, literal, select

from onrecord.ledger.asking.filtering import shown
from onrecord.ledger.asking.highlighting import found_in, snippet
from onrecord.ledger.asking.listing import articles_of_readings, statement_rows, text_of
from onrecord.ledger.asking.phrasing import Phrasing, phrasing
from onrecord.ledger.rows import ArticleHit, Found, StatementHit
from onrecord.ledger.storing.fulltext import READING_WORDS, STATEMENT_WORDS, highlighted, holds_words, ranked
from onrecord.ledger.storing.schema import articles, readings, statements
from onrecord.vocabulary import Span


def search(connection: Connection, words: str, *, limit: int, offset: int, all_versions: bool) -> Found:
    """What a user's words find; words that only exclude find all that has none of them, in the order it was added."""
    sought = phrasing(words)
    if sought.empty:
        return Found((), 0, (), 0)
    said = _hits(statements, STATEMENT_WORDS, sought, all_versions=all_versions)
    read = _hits(readings, READING_WORDS, sought, all_versions=all_versions)
    return Found(
        tuple(_statement_hits(connection, _page(said, limit, offset), sought)),
        _number(connection, said),
        tuple(_article_hits(connection, _page(read, limit, offset), sought)),
        _number(connection, read),
    )


def _hits(table: Table, index: str, sought: Phrasing, *, all_versions: bool) -> Select[Any]:
    unranked = select(table.c.row, literal(0.0).label("score")).where(holds_words(table.c.row, index, sought))
    hits = (ranked(index, sought) if sought.wanted else unranked).subquery("hits")
    asked = select(hits.c.row, hits.c.score, readings.c.article_row).join(table, table.c.row == hits.c.row)
    if table is not readings:
        asked = asked.join(readings, readings.c.row == statements.c.reading_row).where(statements.c.status != "rejected")
    return asked.join(articles, articles.c.row == readings.c.article_row).where(*shown(all_versions=all_versions))


def _page(hits: Select[Any], limit: int, offset: int) -> Select[Any]:
    return hits.order_by(hits.selected_columns.score, hits.selected_columns.row).limit(limit).offset(offset)


def _number(connection: Connection, hits: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(hits.with_only_columns(readings.c.row).subquery())).scalar_one()


def _statement_hits(connection: Connection, page: Select[Any], sought: Phrasing) -> Iterator[StatementHit]:
    scores = {row.row: row.score for row in connection.execute(page)}
    asked = select(statements).where(statements.c.row.in_(scores)).order_by(statements.c.row)
    found = dict(zip(sorted(scores), statement_rows(connection, asked), strict=True))
    marked = highlighted(connection, STATEMENT_WORDS, sought, list(scores))
    for row, score in scores.items():
        statement = found[row].statement
        source = (statement.source,) if statement.source else ()
        matches = found_in(source, marked[row][0]) + found_in(statement.content, marked[row][1])
        yield StatementHit(found[row], tuple(sorted(matches)), score)


def _article_hits(connection: Connection, page: Select[Any], sought: Phrasing) -> Iterator[ArticleHit]:
    hits = connection.execute(page).all()
    about = articles_of_readings(connection, [hit.row for hit in hits])
    marked = highlighted(connection, READING_WORDS, sought, [hit.row for hit in hits])
    for hit in hits:
        text = text_of(connection, hit.article_row)
        matches = found_in((Span(0, len(text), text),), marked[hit.row][1])
        yield ArticleHit(about[hit.row], snippet(text, matches), matches, hit.score)
