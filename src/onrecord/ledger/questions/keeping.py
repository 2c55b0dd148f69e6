"""The questions that are followed: added, changed, removed; each text that was asked stays as a version."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, text, update

from onrecord.ledger.queries import ShiftQuery
from onrecord.ledger.questions.asking import digest_of, question_of, written
from onrecord.ledger.questions.deciding import lesson_of
from onrecord.ledger.questions.moving import shift_number
from onrecord.ledger.questions.rows import Asking, QuestionRow
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.question_tables import placings, positions, questions, shifts, unshifted
from onrecord.vocabulary import Question, UsageError

_NOW = questions.c.until.is_(None)
_COUNTS = text(
    """SELECT
        (SELECT coalesce(sum(statements), 0) FROM placings WHERE question = :id) AS statements,
        (SELECT count(DISTINCT statement_row) FROM positions WHERE question = :id AND about AND status != 'rejected') AS about,
        (SELECT count(*) FROM positions WHERE question = :id AND about AND reading IS NOT NULL AND position IS NOT NULL
            AND status != 'rejected') AS positions,
        (SELECT count(*) FROM relatings LEFT JOIN placings ON question = :id AND placings.article_row = relatings.article_row
            WHERE digest IS NOT :digest OR lesson IS NOT :lesson) AS waiting"""
)


def asked_now() -> Select[Any]:
    """The rows of the questions that are asked now, in the order in which they were first added."""
    first = questions.alias("first")
    met = select(func.min(first.c.row)).where(first.c.id == questions.c.id).scalar_subquery()
    return select(questions).where(_NOW).order_by(met)


def number_asked(connection: Connection) -> int:
    """How many questions are followed."""
    return connection.execute(select(func.count()).select_from(questions).where(_NOW)).scalar_one()


def is_asked(connection: Connection, question: Question, words: str) -> bool:
    """Whether a question is asked now, in just this text."""
    asked = select(questions.c.digest).where(questions.c.id == question.id, _NOW)
    return connection.execute(asked).scalar() == digest_of(question, words)


def add(connection: Connection, question: Question, words: str) -> Asking:
    """Asks a question from now on; see `Ledger.add_question`."""
    if not question.id.strip():
        raise UsageError("a question needs an id: give it one of letters, digits and hyphens")
    if is_asked(connection, question, words):
        return Asking.UNCHANGED
    ended = _end(connection, question.id)
    last = connection.execute(select(func.max(questions.c.number)).where(questions.c.id == question.id)).scalar() or 0
    row = {"id": question.id, "number": last + 1, "asked": written(question), "text": words, "added_at": clock.now()}
    connection.execute(insert(questions), row | {"digest": digest_of(question, words)})
    return Asking.CHANGED if ended else Asking.ADDED


def remove(connection: Connection, question: str) -> None:
    """Follows a question no more; see `Ledger.remove_question`."""
    if not _end(connection, question):
        known = connection.execute(select(questions.c.id).where(_NOW).order_by(questions.c.id)).scalars().all()
        followed = f"those that are followed are {', '.join(known)}" if known else "no question is followed"
        raise UsageError(f"there is no question {question!r}: {followed}")
    for table in (positions, placings, shifts, unshifted):
        connection.execute(delete(table).where(table.c.question == question))


def list_questions(connection: Connection) -> list[QuestionRow]:
    """The questions that are followed, with what was found on each."""
    found = []
    for row in connection.execute(asked_now()).all():
        about = {"id": row.id, "digest": row.digest, "lesson": lesson_of(connection, row.id).digest}
        counted = connection.execute(_COUNTS, about).one()
        found.append(
            QuestionRow(
                question=question_of(row.asked),
                text=row.text,
                version=row.number,
                added_at=row.added_at,
                statements=counted.statements,
                about=counted.about,
                positions=counted.positions,
                shifts=shift_number(connection, ShiftQuery(question=row.id)),
                waiting=counted.waiting,
            )
        )
    return found


def _end(connection: Connection, question: str) -> bool:
    """Whether a question was asked until now."""
    ended = update(questions).where(questions.c.id == question, _NOW).values(until=clock.now())
    return connection.execute(ended).rowcount > 0
