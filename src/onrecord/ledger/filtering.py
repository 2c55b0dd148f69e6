"""A query as SQL: which rows, in what order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select

from onrecord.ledger.folding import folded
from onrecord.ledger.fulltext import READING_WORDS, STATEMENT_WORDS, holds_words
from onrecord.ledger.phrasing import phrasing
from onrecord.ledger.queries import ArticleQuery, Order, StatementQuery
from onrecord.ledger.schema import articles, readings, statements


def statement_rows(query: StatementQuery) -> Select[Any]:
    """The rows of `statements` that a query means, in its order."""
    days = (statements.c.day_earliest, statements.c.day_latest)
    asked = _joined(select(statements)).where(*_of_statements(query))
    return _cut(asked.order_by(*_ordered(query.order, *days), statements.c.row), query)


def statement_number(query: StatementQuery) -> Select[int]:
    """How many rows a query means, its limit and offset aside."""
    return _joined(select(func.count()).select_from(statements)).where(*_of_statements(query))


def article_rows(query: ArticleQuery) -> Select[int]:
    """The rows of `readings` of the articles that a query means, in its order."""
    days = (readings.c.published_earliest, readings.c.published_latest)
    asked = select(readings.c.row).join(articles, articles.c.row == readings.c.article_row).where(*_of_articles(query))
    return _cut(asked.order_by(*_ordered(query.order, *days), articles.c.row), query)


def article_number(query: ArticleQuery) -> Select[int]:
    """How many articles a query means, its limit and offset aside."""
    counted = select(func.count()).select_from(readings).join(articles, articles.c.row == readings.c.article_row)
    return counted.where(*_of_articles(query))


def shown(*, all_versions: bool) -> Iterator[ColumnElement[bool]]:
    """The conditions for what is shown: the reading shown of each article, and of articles those not superseded."""
    yield readings.c.shown
    if not all_versions:
        yield articles.c.superseded_by.is_(None)


def _joined(asked: Select[Any]) -> Select[Any]:
    within = asked.join(readings, readings.c.row == statements.c.reading_row)
    return within.join(articles, articles.c.row == readings.c.article_row)


def _of_statements(query: StatementQuery) -> Iterator[ColumnElement[bool]]:
    yield from shown(all_versions=query.all_versions)
    if query.speaker is not None:
        yield _starts_a_word(statements.c.voice, query.speaker)
    if query.outlet is not None:
        yield articles.c.outlet_folded == folded(query.outlet)
    if query.kind is not None:
        yield statements.c.kind == query.kind.value
    if query.article is not None:
        yield articles.c.id == query.article
    yield from _overlaps(statements.c.day_earliest, statements.c.day_latest, query.since, query.until)
    if query.text is not None:
        yield _says(statements.c.row, STATEMENT_WORDS, query.text, only="content")


def _of_articles(query: ArticleQuery) -> Iterator[ColumnElement[bool]]:
    yield from shown(all_versions=query.all_versions)
    if query.outlet is not None:
        yield articles.c.outlet_folded == folded(query.outlet)
    earliest, latest = readings.c.published_earliest, readings.c.published_latest
    yield from _overlaps(func.substr(earliest, 1, 10), func.substr(latest, 1, 10), query.since, query.until)
    if query.text is not None:
        yield _says(readings.c.row, READING_WORDS, query.text)


def _starts_a_word(voice: ColumnElement[str], words: str) -> ColumnElement[bool]:
    sought = folded(words)
    # Words without a letter or digit name nobody.
    return func.instr(voice, sought) > 0 if sought else false()


def _says(rows: ColumnElement[int], index: str, words: str, *, only: str = "") -> ColumnElement[bool]:
    sought = phrasing(words)
    return false() if sought.empty else holds_words(rows, index, sought, only=only)


def _overlaps(
    earliest: ColumnElement[Any], latest: ColumnElement[Any], since: str | None, until: str | None
) -> Iterator[ColumnElement[bool]]:
    # A comparison with a day that is not known is not true, which leaves the row out.
    if since is not None:
        yield latest >= since
    if until is not None:
        yield earliest <= until


def _ordered(order: Order, earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    match order:
        case Order.OLDEST:
            return [earliest.asc().nulls_last(), latest.asc()]
        case Order.NEWEST:
            return [latest.desc().nulls_last(), earliest.desc()]
        case Order.ADDED:
            return []


def _cut(asked: Select[Any], query: StatementQuery | ArticleQuery) -> Select[Any]:
    # SQLite takes an offset only with a limit; SQLAlchemy writes LIMIT -1 for it.
    return asked.limit(query.limit).offset(query.offset or None)
