"""Judging positions and shifts: what the log takes down, and what follows at once."""

from __future__ import annotations

from sqlalchemy import Connection, select, text

from onrecord.ledger.actors.judging import Draft, enter
from onrecord.ledger.asking.finding import only
from onrecord.ledger.questions.deciding import (
    POSITION,
    SHIFT,
    Stand,
    position_id,
    said_of_position,
    shown_as,
    stand_of,
    value_of_shift,
)
from onrecord.ledger.questions.settling import settle
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.question_tables import positions, shifts
from onrecord.ledger.storing.schema import statements
from onrecord.vocabulary import Position, UsageError, Verdict

_HOLDERS = text(
    """INSERT OR IGNORE INTO unshifted SELECT DISTINCT positions.question, actors.id FROM positions
    JOIN personas ON personas.row = positions.persona_row JOIN actors ON actors.row = personas.actor_row
    WHERE positions.article_row = :at AND positions.reading IS NOT NULL"""
)


def correct(connection: Connection, prefix: str, right: Stand, *, by: str, why: str | None) -> Judgement:
    """Puts a position right; see `Ledger.correct_position`."""
    reading, position = right
    if position is None or (reading is None) != (position is Position.NOT_ABOUT):
        raise UsageError("a position is taken on a reading, will or should, and only what is not about the question is on none")
    found = only(connection, positions.c.id, prefix, "position")
    if found is None:
        raise UsageError(f"there is no position whose id starts with {prefix!r}: `onrecord positions` shows the ids")
    question, statement, stand = _position(connection, found)
    if stand == right:
        raise UsageError(f"{found} is {shown_as(right)} already: confirm it")
    own = position_id(question, statement, right)
    value = said_of_position(question, statement, stand) | {"to": own} | _right(right)
    says = f"the position {found} is {shown_as(right)}, not {shown_as(stand)}"
    draft = Draft(kind=POSITION, subject=found, verdict=Verdict.CORRECT, value=value, evidence=says, by=by, why=why)
    (entered,) = enter(connection, [draft])
    settle(connection, question, statement)
    return entered


def draft_on_position(connection: Connection, subject: str, verdict: Verdict, *, by: str, why: str | None) -> Draft:
    """What confirms or rejects a position (its id)."""
    question, statement, stand = _position(connection, subject)
    if verdict is Verdict.CONFIRM and stand[1] is None:
        raise UsageError(f"nobody could tell which position {subject} is, so there is nothing to confirm: correct it")
    value = said_of_position(question, statement, stand)
    says = f"the position {subject} ({shown_as(stand)}) is {_done(verdict)}"
    return Draft(kind=POSITION, subject=subject, verdict=verdict, value=value, evidence=says, by=by, why=why)


def draft_on_shift(connection: Connection, subject: str, verdict: Verdict, *, by: str, why: str | None) -> Draft:
    """What confirms or rejects a shift (its id)."""
    row = connection.execute(select(shifts).where(shifts.c.id == subject)).one()._asdict()
    told = select(statements.c.row, statements.c.id).where(statements.c.row.in_((row["first_row"], row["second_row"])))
    names = {one.row: one.id for one in connection.execute(told)}
    value = value_of_shift(row, row["question"], (names[row["first_row"]], names[row["second_row"]]))
    says = f"the shift {subject} ({value['before']} to {value['after']}) is {_done(verdict)}"
    return Draft(kind=SHIFT, subject=subject, verdict=verdict, value=value, evidence=says, by=by, why=why)


def settle_position(connection: Connection, one: Judgement) -> None:
    """Lets what follows from a judgement on a position follow."""
    settle(connection, str(one.value["question"]), str(one.value["statement"]))


def queue_holders(connection: Connection, article_row: int) -> None:
    """Lets the shifts of whoever takes a position in an article be found anew: what it is a copy of was judged."""
    connection.execute(_HOLDERS, {"at": article_row})


def _position(connection: Connection, subject: str) -> tuple[str, str, Stand]:
    """The question and the statement (ids) of a position, and what it is."""
    asked = select(positions.c.question, statements.c.id, positions.c.reading, positions.c.position)
    row = connection.execute(
        asked.join(statements, statements.c.row == positions.c.statement_row).where(positions.c.id == subject)
    ).one()
    return row.question, row.id, stand_of(row.reading, row.position)


def _right(stand: Stand) -> dict[str, str | list[str]]:
    reading, position = (part.value if part else "" for part in stand)
    return {"right_reading": reading, "right_position": position}


def _done(verdict: Verdict) -> str:
    return "confirmed" if verdict is Verdict.CONFIRM else "rejected"
