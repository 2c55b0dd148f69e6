"""What a ledger holds, in numbers: of each outlet, and of which days."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from onrecord.ledger.asking import filtering
from onrecord.ledger.queries import StatementQuery
from onrecord.ledger.rows import OutletSeen
from onrecord.ledger.storing.schema import articles, readings
from onrecord.vocabulary import Days


def outlets(connection: Connection) -> list[OutletSeen]:
    """The outlets of the articles that are shown, those with most articles first; what has none, under None."""
    number = func.count().label("articles")
    asked = select(articles.c.outlet, func.sum(readings.c.statements), number).select_from(readings)
    asked = asked.join(articles, articles.c.row == readings.c.article_row).where(*filtering.shown(all_versions=False))
    ordered = asked.group_by(articles.c.outlet).order_by(number.desc(), articles.c.outlet)
    return [OutletSeen(outlet, said, articles) for outlet, said, articles in connection.execute(ordered)]


def published(connection: Connection) -> Days:
    """The first and the last day on which an article that is shown may have been published, of those of which it is known between
    which days that was; None twice where it is of none: "not before 2027" says nothing of when."""
    earliest, latest = readings.c.published_earliest, readings.c.published_latest
    asked = select(func.min(earliest), func.max(latest)).where(earliest.is_not(None), latest.is_not(None))
    first, last = connection.execute(asked.where(filtering.is_shown(readings.c.row, all_versions=False))).one()
    return (first[:10], last[:10]) if first else (None, None)


def statement_days(connection: Connection, query: StatementQuery) -> Mapping[Days, int]:
    """How many statements of a query there are on which days."""
    return {(first, last): number for first, last, number in connection.execute(filtering.statement_days(query))}
