"""Copies as they are listed, one by one and in lineages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.ledger.relations.asking import articles_by_row
from onrecord.ledger.relations.judging import COPY, decided
from onrecord.ledger.relations.rows import CopyRow, Lineage
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.storing.relation_tables import copies, relatings
from onrecord.vocabulary import CopyKind


def list_copies(connection: Connection) -> list[CopyRow]:
    """Every copy that was found, those that persons rejected too, in the order of the articles."""
    return [copy for _, copy in _copies(connection)]


def copies_of(connection: Connection, article_rows: Iterable[int]) -> list[CopyRow]:
    """What some articles are copies of, those that persons rejected too, in the order of the articles."""
    return [copy for _, copy in _copies(connection, sorted(article_rows))]


def list_lineages(connection: Connection) -> list[Lineage]:
    """The articles that are copies of one another, and those that are an agency's, in the order of their first articles."""
    within: dict[int, list[CopyRow]] = defaultdict(list)
    for lineage, copy in _copies(connection):
        if copy.status != "rejected":
            within[lineage].append(copy)
    members: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(select(relatings.c.article_row, relatings.c.lineage).order_by(relatings.c.article_row)):
        if row.lineage in within:
            members[row.lineage].append(row.article_row)
    about = articles_by_row(connection, [row for rows in members.values() for row in rows])
    found: list[Lineage] = []
    for lineage, rows in sorted(members.items()):
        made_of = {copy.article.id for copy in within[lineage] if copy.of_article is not None}
        ordered = sorted((about[row] for row in rows), key=lambda one: (one.id in made_of, *_published(one), one.id))
        found.append(Lineage(tuple(ordered), tuple(within[lineage])))
    return found


def _copies(connection: Connection, article_rows: Sequence[int] | None = None) -> Iterator[tuple[int, CopyRow]]:
    asked = select(copies, relatings.c.lineage).join(relatings, relatings.c.article_row == copies.c.article_row)
    if article_rows is not None:
        within = text("SELECT value FROM json_each(:rows)").bindparams(rows=rows_json(article_rows))
        asked = asked.where(copies.c.article_row.in_(within))
    kept = connection.execute(asked.order_by(copies.c.article_row, copies.c.row)).all()
    about = articles_by_row(connection, {row for one in kept for row in (one.article_row, one.of_row) if row is not None})
    says = decided(connection)
    for one in kept:
        of = about[one.of_row] if one.of_row is not None else None
        kind = CopyKind(one.kind)
        name = of.id if of is not None else one.agency
        said = (says.status(COPY, one.id), says.verdicts.get((COPY, one.id)))
        yield one.lineage, CopyRow(one.id, about[one.article_row], name, of, kind, one.score, one.shown_by, one.by, *said)


def _published(one: Any) -> tuple[bool, str]:
    return (one.published is None, one.published.earliest if one.published else "")
