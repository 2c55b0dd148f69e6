"""Placing: some articles after the others, a question at a time, each portion in a transaction of its own, until none waits.

Finding positions takes a second or two a portion, in which others may write: it is done between reading a portion and keeping
what was found, which is dropped where the portion is another one by then.

An article waits on a question where its statements were not placed on it, or by another version of a placer, for another text of
the question, or before a person confirmed or corrected a position on it. What is found is kept as it was found; what persons said
of a statement is laid over it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from onrecord.ledger.questions.asking import question_of
from onrecord.ledger.questions.deciding import Lesson, lesson_of, position_id, words_on
from onrecord.ledger.questions.keeping import asked_now
from onrecord.ledger.questions.posing import Holders, asked_of, holder_of, holders_of, is_own, stated_in
from onrecord.ledger.questions.rows import Placed
from onrecord.ledger.questions.sealing import seal_of_placing
from onrecord.ledger.questions.settling import Row, examined, write
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.question_tables import placings, positions, questions
from onrecord.vocabulary import Asked, Placer, Position, Question, Span, Taken

# Articles are taken together until they have so many statements: a portion is a second or two of work, and one transaction.
_PORTION = 60

_WAITING = """FROM json_each(:lessons) AS lesson JOIN questions ON questions.id = lesson.key AND questions.until IS NULL
    JOIN relatings LEFT JOIN placings ON placings.question = questions.id AND placings.article_row = relatings.article_row
    WHERE placings.digest IS NOT questions.digest OR placings.lesson IS NOT lesson.value
        OR (:version IS NOT NULL AND placings.version IS NOT :version)"""
_NUMBER = text(f"SELECT count(*) {_WAITING}")
_NEXT = text(
    f"""SELECT questions.id, relatings.article_row, readings.statements {
        _WAITING.replace("WHERE", "JOIN readings ON readings.row = relatings.reading_row WHERE", 1)
    } ORDER BY questions.row, relatings.article_row LIMIT {_PORTION}"""
)


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as it is asked now: its digest, and what persons taught on it."""

    question: Question
    digest: str
    lesson: Lesson


def queue_all(connection: Connection) -> None:
    """Lets all articles wait on all questions; what was found of them stays until they are placed again."""
    connection.execute(placings.update().values(digest=""))
    placed = connection.execute(select(placings.c.question, placings.c.article_row)).all()
    seal_placings(connection, [(row.question, row.article_row) for row in placed])


def number_waiting(connection: Connection, version: str | None) -> int:
    """How many articles wait, each counted once for every question; for no version, whichever placed the others."""
    number: int = connection.execute(_NUMBER, _asked(connection, version)).scalar_one()
    return number


@dataclass(frozen=True, slots=True)
class Portion:
    """Articles that wait on one question, with all that their positions follow from."""

    posed: Posed
    article_rows: Sequence[int]
    stated: Sequence[Any]
    texts: Mapping[int, str]
    posing: Sequence[Asked]

    def take(self, placer: Placer) -> dict[str, list[Taken]]:
        """The positions of its statements, by their ids. It takes a second or two, and nothing of the ledger."""
        taken: dict[str, list[Taken]] = {}
        for one in placer.positions(self.posed.question, self.posing, self.posed.lesson.examples) if self.posing else ():
            taken.setdefault(one.statement, []).append(one)
        return taken


def next_portion(connection: Connection, placer: Placer) -> Portion | None:
    """The next articles that wait on a question; None where none waits."""
    waiting = connection.execute(_NEXT, _asked(connection, placer.version)).all()
    if not waiting:
        return None
    rows, number = list[int](), 0
    for row in waiting:
        if row.id != waiting[0].id or (rows and number + row.statements > _PORTION):
            break
        rows.append(row.article_row)
        number += row.statements
    kept = connection.execute(select(questions).where(questions.c.id == waiting[0].id, questions.c.until.is_(None))).one()
    posed = Posed(question_of(kept.asked), kept.digest, lesson_of(connection, kept.id))
    stated, texts = stated_in(connection, rows)
    return Portion(posed, rows, stated, texts, asked_of(connection, stated, texts))


def put(connection: Connection, placer: Placer, portion: Portion, taken: Mapping[str, Sequence[Taken]]) -> Placed | None:
    """Keeps what was found of a portion; None, and nothing is kept, where it was changed or placed meanwhile."""
    if next_portion(connection, placer) != portion:
        return None
    posed, stated, question = portion.posed, portion.stated, portion.posed.question.id
    holders = holders_of(connection, stated, taken)
    found = [
        row for about in stated for row in _rows(about, posed, taken.get(about.id, ()), portion.texts[about.article_row], holders)
    ]
    names = {about.row: about.id for about in stated}
    rows = list(examined(found, words_on(connection, question), placer.version, names))
    for article_row in portion.article_rows:
        here = (positions.c.question == question, positions.c.article_row == article_row)
        connection.execute(delete(positions).where(*here))
        connection.execute(delete(placings).where(placings.c.question == question, placings.c.article_row == article_row))
    write(connection, rows)
    _note(connection, placer, posed, [(row, sum(about.article_row == row for about in stated)) for row in portion.article_rows])
    taking = sum(row["about"] and row["position"] is not None and row["status"] != "rejected" for row in rows)
    return Placed(1, len(stated), taking, 0)


def _rows(about: Any, posed: Posed, taken: Sequence[Taken], words: str, holders: Holders) -> list[Row]:
    """What was found of a statement, as rows; what is not a slice of the text is not shown as one."""
    question, found = posed.question.id, dict[str, Row]()
    for one in taken:
        position = Position.NOT_ABOUT if one.reading is None and one.position is not None else one.position
        reading = None if position is Position.NOT_ABOUT else one.reading
        name = position_id(question, about.id, (reading, position))
        found.setdefault(
            name,
            {
                "id": name,
                "question": question,
                "article_row": about.article_row,
                "statement_row": about.row,
                "ordinal": len(found),
                "persona_row": holder_of(about, one, holders),
                "reading": reading.value if reading else None,
                "position": position.value if position else None,
                "about": position is not Position.NOT_ABOUT,
                "confidence": float(one.confidence),
                "reason": one.reason,
                "words": [[span.start, span.end, span.text] for span in one.words if is_slice(span, words)],
                "stage": one.stage,
                "second_hand": one.second_hand and not is_own(about, one, holders),
                "found": True,
                "day_earliest": about.day_earliest,
                "day_latest": about.day_latest,
            },
        )
    return list(found.values())


def is_slice(span: Span, words: str) -> bool:
    """Whether a span is in a text at its place."""
    return 0 <= span.start < span.end and words[span.start : span.end] == span.text


def _note(connection: Connection, placer: Placer, posed: Posed, numbers: Sequence[tuple[int, int]]) -> None:
    """Notes that articles were placed, with how many statements."""
    made_for = {"question": posed.question.id, "digest": posed.digest, "lesson": posed.lesson.digest}
    made_by = {"version": placer.version, "at": clock.now(), "seal": ""}
    rows = [made_for | made_by | {"article_row": article_row, "statements": number} for article_row, number in numbers]
    connection.execute(insert(placings), rows)
    seal_placings(connection, [(posed.question.id, article_row) for article_row, _ in numbers])


def seal_placings(connection: Connection, placed: Sequence[tuple[str, int]]) -> None:
    """Seals placings (question, article) as they are now."""
    own = (placings.c.question == bindparam("of"), placings.c.article_row == bindparam("at_row"))
    seals = [{"of": of, "at_row": row, "made": seal_of_placing(connection, of, row)} for of, row in placed]
    if seals:
        connection.execute(placings.update().where(*own).values(seal=bindparam("made")), seals)


def _asked(connection: Connection, version: str | None) -> dict[str, str | None]:
    asked = connection.execute(asked_now()).all()
    return {"version": version, "lessons": json.dumps({row.id: lesson_of(connection, row.id).digest for row in asked})}
