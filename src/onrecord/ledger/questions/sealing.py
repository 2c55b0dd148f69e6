"""What makes a lost or changed placing, position or shift noticed: hashes over all that they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.relations.sealing import seal_of

_PLACED = text(
    """SELECT question, articles.id, digest, version, lesson, statements, at FROM placings
    JOIN articles ON articles.row = article_row WHERE question = :question AND article_row = :at"""
)
_FOUND = text(
    """SELECT positions.id, statements.id, positions.ordinal, reading, position, positions.confidence, reason, words, stage,
        second_hand
    FROM positions JOIN statements ON statements.row = statement_row
    WHERE question = :question AND article_row = :at AND found ORDER BY statements.ordinal, positions.ordinal"""
)
_SHIFT = ("id", "question", "actor", "before_reading", "before_position", "after_reading", "after_position", "kind")
_MADE = ("confidence", "why", "by")


def seal_of_placing(connection: Connection, question: str, article_row: int) -> str:
    """The seal of an article's placing on a question, from what was found as it is kept now; the log has what persons said."""
    asked = {"question": question, "at": article_row}
    return seal_of(*([list(row) for row in connection.execute(part, asked)] for part in (_PLACED, _FOUND)))


def sealed_shift(row: Mapping[str, Any], statements: tuple[str | None, str | None]) -> str:
    """The seal of a row of `shifts` between two statements (ids)."""
    return seal_of("shift", *(row[name] for name in _SHIFT), *statements, *(row[name] for name in _MADE))
