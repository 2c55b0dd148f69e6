"""Selecting: the tables of the record by the filters that the pages have, for programs and for files.

One query gives the rows and their number, so that a list, its file and its answer to a program always agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.ledger import (
    STATEMENT_STATUSES,
    ArticleQuery,
    ArticleRow,
    ArticleText,
    Ledger,
    PositionQuery,
    QuestionRow,
    StatementQuery,
    StatementRow,
    TableRow,
)
from onrecord.surfaces.desk import querying
from onrecord.surfaces.desk.asked import Asked
from onrecord.vocabulary import UsageError

_AT_ONCE = 1_000  # hits of a search


@dataclass(frozen=True, slots=True)
class View:
    """Rows that can be asked for with filters: their query from what an address asks, the rows of that, and their number.

    `table` is the one whose rows they are; a view of its name is all of it.
    """

    table: str
    query: Callable[[Asked], Any]
    rows: Callable[[Ledger, Any], Iterator[TableRow]]
    count: Callable[[Ledger, Any], int]

    def asked(self, ledger: Ledger, asked: Asked) -> Any:
        """The query of what an address asks. Raises UsageError where that is of a question that is not followed."""
        query = self.query(asked)
        if getattr(query, "question", None) is not None:
            question_meant(ledger, query.question)
        return query


def statement_query(asked: Asked) -> StatementQuery:
    """Which statements: what the pages ask, and status, rejected."""
    status = asked.one_of("status", STATEMENT_STATUSES)
    return replace(querying.statement_query(asked), status=status, rejected=asked.flag("rejected"))


def position_query(asked: Asked) -> PositionQuery:
    """Which positions: what the pages ask, and second_hand (1 or 0 alone), about (0: those not about the question too)."""
    told = asked.one_of("second_hand", ("0", "1"))
    about = asked.one_of("about", ("0", "1"), "1") == "1"
    return replace(querying.position_query(asked), second_hand=told == "1" if told else None, about=about)


def question_meant(ledger: Ledger, key: str | None) -> QuestionRow:
    """The question with an id, or the only one where none is named. Raises UsageError, which names them, where it is no single
    one."""
    questions = ledger.questions()
    meant = [row for row in questions if key in (row.question.id, None)]
    if len(meant) != 1:
        known = ", ".join(row.question.id for row in questions) or "none is followed"
        what = f"no question “{key}” is followed here" if key else "this is asked of one question"
        raise UsageError(f"{what}: say of which with “question” ({known})")
    return meant[0]


def texts(ledger: Ledger, query: ArticleQuery) -> Iterator[ArticleText]:
    """The articles that a query means, with their texts."""
    for row in ledger.articles(query):
        yield _with_text(ledger, row)


def search_query(asked: Asked) -> StatementQuery | str:
    """What the search shows in statements: words alone are ranked; with a filter they are found alike, and come by day."""
    words = asked.words("q")
    return words if words and not asked.values.keys() - {"q", "in"} else statement_query(asked)


def found(ledger: Ledger, sought: StatementQuery | str) -> Iterator[StatementRow]:
    """The statements that a search finds, in the order of its page."""
    if isinstance(sought, StatementQuery):
        yield from ledger.statements(sought)
        return
    offset = 0
    while hits := ledger.search(sought, limit=_AT_ONCE, offset=offset).statements:
        yield from (hit.row for hit in hits)
        offset += _AT_ONCE


def count_found(ledger: Ledger, sought: StatementQuery | str) -> int:
    """How many statements a search finds."""
    if isinstance(sought, StatementQuery):
        return ledger.count_statements(sought)
    return ledger.search(sought, limit=0).statements_total


def _with_text(ledger: Ledger, row: ArticleRow) -> ArticleText:
    record = ledger.record(row.id)
    return ArticleText(row, record.article.text, record.article.zones) if record else ArticleText(row, "", ())


VIEWS = {
    "statements": View("statements", statement_query, Ledger.statements, Ledger.count_statements),
    "search": View("statements", search_query, found, count_found),
    "articles": View("articles", querying.article_query, texts, Ledger.count_articles),
    "actors": View("actors", querying.actor_query, Ledger.actors, Ledger.count_actors),
    "utterances": View("utterances", querying.utterance_query, Ledger.utterances, Ledger.count_utterances),
    "disagreements": View("disagreements", querying.disagreement_query, Ledger.disagreements, Ledger.count_disagreements),
    "positions": View("positions", position_query, Ledger.positions, Ledger.count_positions),
    "shifts": View("shifts", querying.shift_query, Ledger.shifts, Ledger.count_shifts),
}
