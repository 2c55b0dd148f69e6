"""Echoes: the other statements that tell the same as one, which a person who puts its speaker right will want to look at too."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from sqlalchemy import Connection, Select, select

from onrecord.ledger.asking.filtering import is_shown
from onrecord.ledger.asking.listing import statement_rows
from onrecord.ledger.asking.phrasing import phrasing
from onrecord.ledger.rows import StatementRow
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.fulltext import STATEMENT_WORDS, holds_words
from onrecord.ledger.storing.relation_tables import relatings, tellings
from onrecord.ledger.storing.schema import readings, statements
from onrecord.vocabulary import Statement

# Fewer words than these are said by many on many days: alone they show nothing. And of two contents this part must be the same
# words in the same order. Both by judgement: reprints that drop an aside or change a figure are found, rewrites are not.
_WORDS, _ALIKE = 4, 0.8
_MOST = 200  # so many are compared at most of each way to be found


def echoes(connection: Connection, row: StatementRow) -> list[StatementRow]:
    """The statements that are shown and tell the same as one, by day of publication.

    1. Those of its utterance, whatever their words.
    2. Those in copies of its article, in nearly its words.
    3. Those anywhere that hold its words.
    """
    own = row.statement
    found = {one.statement.id: one for one in _shown(connection, _of_utterance(own.id))}
    near = _shown(connection, _of_lineage(own.id))
    found |= {one.statement.id: one for one in near if _alike(one.statement, own)}
    if len(_words(own)) >= _WORDS:
        held = phrasing(" ".join(f'"{span.text.replace(chr(34), " ")}"' for span in own.content))
        within = select(statements.c.row).where(holds_words(statements.c.row, STATEMENT_WORDS, held, only="content"))
        found |= {one.statement.id: one for one in _shown(connection, within) if _alike(one.statement, own)}
    found.pop(own.id, None)
    return sorted(found.values(), key=lambda one: (_day(one) or "9999", one.article.id, one.statement.content[0].start))


def _of_utterance(statement: str) -> Select[int]:
    own = select(tellings.c.utterance_row).join(statements, statements.c.row == tellings.c.statement_row)
    return select(tellings.c.statement_row).where(tellings.c.utterance_row.in_(own.where(statements.c.id == statement)))


def _of_lineage(statement: str) -> Select[int]:
    about = readings.alias()
    own = select(relatings.c.lineage).join(about, about.c.article_row == relatings.c.article_row)
    own = own.join(statements, statements.c.reading_row == about.c.row).where(statements.c.id == statement)
    within = select(statements.c.row).join(readings, readings.c.row == statements.c.reading_row)
    return within.join(relatings, relatings.c.article_row == readings.c.article_row).where(relatings.c.lineage.in_(own))


def _shown(connection: Connection, rows: Select[int]) -> Iterator[StatementRow]:
    asked = select(statements).where(statements.c.row.in_(rows), statements.c.status != "rejected")
    asked = asked.where(is_shown(statements.c.reading_row, all_versions=False))
    return statement_rows(connection, asked.order_by(statements.c.row).limit(_MOST))


def _alike(one: Statement, other: Statement) -> bool:
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio() >= _ALIKE


def _words(one: Statement) -> list[str]:
    return [word for span in one.content for word in folded(span.text).split()]


def _day(row: StatementRow) -> str | None:
    return row.article.published.earliest if row.article.published else None
