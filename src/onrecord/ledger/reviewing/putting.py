"""Personas that a person put into a reading: the actor of the ledger that was named as the speaker of a statement there.

It goes wherever the actor goes: it is part of whatever the actor is found to be part of, by a machine or a person. It tells
nothing of the actor but that it speaks here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, delete, func, insert, select, update

from onrecord.ledger.actors.correcting import settled_home
from onrecord.ledger.actors.joining import persona_key
from onrecord.ledger.actors.judging import standing
from onrecord.ledger.actors.portraying import new_rows, refresh
from onrecord.ledger.reviewing.ruling import Ruling, persona_id
from onrecord.ledger.storing.schema import actors, personas, readings, statements


def put(connection: Connection, reading_row: int, ruling: Ruling) -> None:
    """Puts the speaker that a ruling names into a reading, where it is not there yet."""
    actor, value = str(ruling.speaker), ruling.right["speaker"].value
    here = select(personas.c.row).where(personas.c.reading_row == reading_row, personas.c.id == persona_id(actor))
    if connection.execute(here).first() is not None:
        return
    key = persona_key(
        connection.execute(select(readings.c.id).where(readings.c.row == reading_row)).scalar_one(), persona_id(actor)
    )
    stands = standing(connection)
    home = settled_home(connection, stands, key) or actor
    belongs = stands.actor_of(key, home)
    row = connection.execute(select(actors.c.row).where(actors.c.id == belongs)).scalar()
    last = select(func.coalesce(func.max(personas.c.ordinal), -1)).where(personas.c.reading_row == reading_row)
    columns = {
        "key": key,
        "reading_row": reading_row,
        "ordinal": connection.execute(last).scalar_one() + 1,
        "id": persona_id(actor),
        "name": value["speaker_name"],
        "type": value["speaker_type"] or None,
        "names": [],
        "offices": [],
        "statements": 0,
        "home": home,
        "actor_row": new_rows(connection, [belongs])[belongs] if row is None else row,
        "put": actor,
    }
    connection.execute(insert(personas), columns)
    refresh(connection, stands, [columns["actor_row"]])


def tidy(connection: Connection, reading_row: int) -> None:
    """Takes away from a reading the personas that were put there and of which no statement is any more; the others are called
    as the first of their statements calls them."""
    for one in connection.execute(_PUT.where(personas.c.reading_row == reading_row)).all():
        own = personas.c.row == one.row
        if one.speaker_name is None:
            connection.execute(delete(personas).where(own))
        elif (one.name, one.type) != (one.speaker_name, one.speaker_type):
            connection.execute(update(personas).where(own).values(name=one.speaker_name, type=one.speaker_type))
        else:
            continue
        refresh(connection, standing(connection), [one.actor_row])


def _first(column: Column[Any]) -> Any:
    """A column of the first statement that is a persona's."""
    asked = select(column).where(statements.c.reading_row == personas.c.reading_row, statements.c.speaker_actor == personas.c.id)
    return asked.order_by(statements.c.ordinal).limit(1).scalar_subquery().label(column.name)


_PUT = select(personas, _first(statements.c.speaker_name), _first(statements.c.speaker_type)).where(personas.c.put.is_not(None))


def put_there(connection: Connection) -> list[Any]:
    """The rows of the personas that are put into readings, each with the name and the type that the first of its statements
    gives it."""
    return list(connection.execute(_PUT))
