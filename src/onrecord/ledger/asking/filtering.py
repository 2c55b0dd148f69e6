"""A query as SQL: which rows, in what order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select

from onrecord.ledger.actors.keying import sounds
from onrecord.ledger.asking.phrasing import phrasing
from onrecord.ledger.queries import ArticleQuery, Order, StatementQuery
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.fulltext import READING_WORDS, STATEMENT_WORDS, holds_words
from onrecord.ledger.storing.schema import actor_names, actors, articles, personas, readings, statements


def statement_rows(query: StatementQuery) -> Select[Any]:
    """The rows of `statements` that a query means, in its order."""
    order = (*ordered(query.order, statements.c.day_earliest, statements.c.day_latest), statements.c.row)
    if query.limit is None:
        return _cut(select(statements).where(*_of_statements(query)).order_by(*order), query)
    # What is sorted are numbers of rows, of which few are looked at then: whole rows would be slower by ten times.
    few = _cut(select(statements.c.row).where(*_of_statements(query)).order_by(*order), query)
    return select(statements).where(statements.c.row.in_(few)).order_by(*order)


def statement_number(query: StatementQuery) -> Select[int]:
    """How many rows a query means, its limit and offset aside."""
    return select(func.count()).select_from(statements).where(*_of_statements(query))


def statement_days(query: StatementQuery) -> Select[Any]:
    """How many rows a query means on which days."""
    days = (statements.c.day_earliest, statements.c.day_latest)
    return select(*days, func.count()).where(*_of_statements(query)).group_by(*days)


def article_rows(query: ArticleQuery) -> Select[int]:
    """The rows of `readings` of the articles that a query means, in its order."""
    days = (readings.c.published_earliest, readings.c.published_latest)
    asked = select(readings.c.row).join(articles, articles.c.row == readings.c.article_row).where(*_of_articles(query))
    return _cut(asked.order_by(*ordered(query.order, *days), articles.c.row), query)


def article_number(query: ArticleQuery) -> Select[int]:
    """How many articles a query means, its limit and offset aside."""
    counted = select(func.count()).select_from(readings).join(articles, articles.c.row == readings.c.article_row)
    return counted.where(*_of_articles(query))


def shown(*, all_versions: bool) -> Iterator[ColumnElement[bool]]:
    """The conditions for what is shown: the reading shown of each article, and of articles those not superseded."""
    yield readings.c.shown
    if not all_versions:
        yield articles.c.superseded_by.is_(None)


def is_shown(reading_row: ColumnElement[int], *, all_versions: bool) -> ColumnElement[bool]:
    """The same condition on the row of a reading. Those that are not shown are few and told by indices alone, so that this is
    quicker than looking at each reading and its article."""
    superseded = select(articles.c.row).where(articles.c.superseded_by.is_not(None))
    hidden = ~readings.c.shown if all_versions else or_(~readings.c.shown, readings.c.article_row.in_(superseded))
    return reading_row.not_in(select(readings.c.row).where(hidden))


def _in_articles(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition that a statement stands in one of some articles."""
    found = select(readings.c.row).join(articles, articles.c.row == readings.c.article_row).where(which)
    return statements.c.reading_row.in_(found)


def _of_statements(query: StatementQuery) -> Iterator[ColumnElement[bool]]:
    yield is_shown(statements.c.reading_row, all_versions=query.all_versions)
    if query.status is not None:
        yield statements.c.status == query.status
    elif not query.rejected:
        yield statements.c.status != "rejected"
    if query.speaker is not None:
        yield _is_by(query.speaker)
    if query.actor is not None:
        yield statements.c.row.in_(_said_by(actors.c.id == query.actor))
    if query.outlet is not None:
        yield _in_articles(articles.c.outlet_folded == folded(query.outlet))
    if query.kind is not None:
        yield statements.c.kind == query.kind.value
    if query.article is not None:
        yield _in_articles(articles.c.id == query.article)
    yield from overlaps(statements.c.day_earliest, statements.c.day_latest, query.since, query.until)
    if query.within and query.since is not None:
        yield statements.c.day_earliest >= query.since
    if query.within and query.until is not None:
        yield statements.c.day_latest <= query.until
    if query.text is not None:
        yield _says(statements.c.row, STATEMENT_WORDS, query.text)


def _of_articles(query: ArticleQuery) -> Iterator[ColumnElement[bool]]:
    yield from shown(all_versions=query.all_versions)
    if query.outlet is not None:
        yield articles.c.outlet_folded == folded(query.outlet)
    earliest, latest = readings.c.published_earliest, readings.c.published_latest
    yield from overlaps(func.substr(earliest, 1, 10), func.substr(latest, 1, 10), query.since, query.until)
    if query.text is not None:
        yield _says(readings.c.row, READING_WORDS, query.text)


def _starts_a_word(voice: ColumnElement[str], words: str) -> ColumnElement[bool]:
    sought = folded(words)
    # Words without a letter or digit name nobody.
    return func.instr(voice, sought) > 0 if sought else false()


def _is_by(words: str) -> ColumnElement[bool]:
    """The condition that a statement is by an actor who is called so, in any spelling, or by somebody unknown in these words."""
    identified = exists().where(personas.c.reading_row == statements.c.reading_row, personas.c.id == statements.c.speaker_actor)
    named = statements.c.row.in_(_said_by(actors.c.row.in_(rows_named(words))))
    return or_(named, and_(_starts_a_word(statements.c.voice, words), ~identified))


def _said_by(which: ColumnElement[bool]) -> Select[int]:
    """The rows of the statements whose speaker is one of some actors."""
    own = statements.alias("own")
    spoken = select(own.c.row).join(
        personas, and_(personas.c.reading_row == own.c.reading_row, personas.c.id == own.c.speaker_actor)
    )
    return spoken.join(actors, actors.c.row == personas.c.actor_row).where(which, personas.c.statements > 0)


def rows_named(words: str) -> Select[int]:
    """The rows of the actors one of whose names has these words, or the first ones and the beginning of the last, in any
    spelling."""
    sought, heard = folded(words), sounds(words)
    if not sought:
        return select(actor_names.c.actor_row).where(false())
    alike = func.instr(actor_names.c.folded, sought) > 0
    return select(actor_names.c.actor_row).where(or_(alike, func.instr(actor_names.c.sounds, heard) > 0) if heard else alike)


def _says(rows: ColumnElement[int], index: str, words: str) -> ColumnElement[bool]:
    sought = phrasing(words)
    return false() if sought.empty else holds_words(rows, index, sought)


def overlaps(
    earliest: ColumnElement[Any], latest: ColumnElement[Any], since: str | None, until: str | None
) -> Iterator[ColumnElement[bool]]:
    """The conditions that the days of a row overlap those of a query."""
    # An end that is open, where the other is not, bounds nothing. Where neither is known the row is left out.
    if since is not None:
        yield or_(latest >= since, and_(latest.is_(None), earliest.is_not(None)))
    if until is not None:
        yield or_(earliest <= until, and_(earliest.is_(None), latest.is_not(None)))


def ordered(order: Order, earliest: ColumnElement[Any], latest: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """What rows with these days are ordered by."""
    match order:
        case Order.OLDEST:
            return [func.coalesce(earliest, latest).asc().nulls_last(), latest.asc()]
        case Order.NEWEST:
            return [func.coalesce(latest, earliest).desc().nulls_last(), earliest.desc()]
        case Order.ADDED:
            return []


def _cut(asked: Select[Any], query: ArticleQuery) -> Select[Any]:
    # SQLite takes an offset only with a limit; SQLAlchemy writes LIMIT -1 for it.
    return asked.limit(query.limit).offset(query.offset or None)
