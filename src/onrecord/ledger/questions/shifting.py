"""Shifting: the changes of position of each actor whose positions changed, found anew; some actors are one transaction.

A shift that a person confirmed stays as long as both of its statements take the positions that it is between, though another
statement came in between since: what is found of the same change then, from or to one of the two, is that shift.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from onrecord.ledger.questions.deciding import verdicts_on_shifts
from onrecord.ledger.questions.holding import held_by
from onrecord.ledger.questions.rows import Placed
from onrecord.ledger.questions.sealing import sealed_shift
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.question_tables import questions, shifts, unshifted
from onrecord.vocabulary import Held, Placer, Position, Reading, Shift, ShiftKind, Verdict, content_id

_PORTION = 50
# The shown reading's row of each statement: the one that is placed.
_ROWS = text(
    """SELECT statements.id, statements.row FROM statements JOIN tellings ON tellings.statement_row = statements.row
    WHERE statements.id IN (SELECT value FROM json_each(:ids))"""
)
_WAITING = select(unshifted).join(questions, questions.c.id == unshifted.c.question).where(questions.c.until.is_(None))


def waits(connection: Connection) -> bool:
    """Whether positions of an actor changed since its shifts were found."""
    return connection.execute(_WAITING.limit(1)).first() is not None


def shift_next(connection: Connection, placer: Placer) -> Placed:
    """Finds the shifts of the next actors whose positions changed."""
    confirmed = [one for one in verdicts_on_shifts(connection).values() if one.verdict is Verdict.CONFIRM]
    number = 0
    for row in connection.execute(_WAITING.order_by(unshifted.c.question, unshifted.c.actor).limit(_PORTION)).all():
        number += _shift(connection, placer, (row.question, row.actor), confirmed)
        connection.execute(delete(unshifted).where(unshifted.c.question == row.question, unshifted.c.actor == row.actor))
    return Placed(0, 0, 0, number)


def shift_id(question: str, shift: Shift) -> str:
    """The id of a shift: made from the question's id, the two statements, and the positions that it is between."""
    ends = (":".join(part.value for part in end) for end in (shift.before, shift.after))
    return content_id("shift", question, *shift.statements, *ends)


def _shift(connection: Connection, placer: Placer, about: tuple[str, str], confirmed: Iterable[Judgement]) -> int:
    """Finds the shifts of an actor on a question; how many there are."""
    question, actor = about
    held = held_by(connection, question, actor)
    known = {one.statement for one in held}
    made = [shift for shift in (placer.shifts(held) if len(held) > 1 else ()) if known.issuperset(shift.statements)]
    found = {shift_id(question, shift) for shift in made}
    judged = [
        (_judged(one, actor), one.by) for one in confirmed if one.value["question"] == question and one.subject not in found
    ]
    kept = [(shift, by) for shift, by in judged if _stands(shift, held)]
    new = [(shift, placer.version) for shift in made if not any(_is_same(shift, own) for own, _ in kept)]
    rows = _rows(connection, question, new + kept)
    connection.execute(delete(shifts).where(shifts.c.question == question, shifts.c.actor == actor))
    # One that was another actor's until the two were merged is this one's now.
    connection.execute(delete(shifts).where(shifts.c.id.in_([row["id"] for row in rows])))
    if rows:
        connection.execute(insert(shifts), rows)
    return len(rows)


def _judged(one: Judgement, actor: str) -> Shift:
    """The shift that a judgement confirms, as it was when it was judged."""
    before, after = (_end(str(one.value[name])) for name in ("before", "after"))
    first, second = (str(statement) for statement in list(one.value["between"]))
    why = f"confirmed by {one.by}" + (f": {one.why}" if one.why else "")
    return Shift(actor, before, after, ShiftKind(str(one.value["kind"])), (first, second), 1.0, why)


def _end(words: str) -> tuple[Reading, Position]:
    reading, position = words.split(":")
    return Reading(reading), Position(position)


def _stands(shift: Shift, held: Iterable[Held]) -> bool:
    """Whether both statements of a shift take the positions that it is between."""
    taken = {(one.statement, (one.reading, one.position)) for one in held}
    return taken.issuperset(zip(shift.statements, (shift.before, shift.after), strict=True))


def _is_same(one: Shift, other: Shift) -> bool:
    """Whether two shifts are one change, told from or to one statement."""
    shared = [mine == yours for mine, yours in zip(one.statements, other.statements, strict=True)]
    return (one.before, one.after) == (other.before, other.after) and any(shared)


def _rows(connection: Connection, question: str, found: Sequence[tuple[Shift, str]]) -> list[dict[str, Any]]:
    """Shifts as rows of the table, each with who found it."""
    told = {statement for shift, _ in found for statement in shift.statements}
    rows = {row.id: row.row for row in connection.execute(_ROWS, {"ids": rows_json(told)})}
    written = {}
    for shift, by in found:
        first, second = shift.statements
        row = {
            "id": shift_id(question, shift),
            "question": question,
            "actor": shift.actor,
            "before_reading": shift.before[0].value,
            "before_position": shift.before[1].value,
            "after_reading": shift.after[0].value,
            "after_position": shift.after[1].value,
            "kind": shift.kind.value,
            "first_row": rows[first],
            "second_row": rows[second],
            "confidence": float(shift.confidence),
            "why": shift.why,
            "by": by,
        }
        written[row["id"]] = row | {"seal": sealed_shift(row, shift.statements)}
    return list(written.values())
