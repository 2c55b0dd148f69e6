"""A new reading's actors, written, each joined to the actor of the ledger that it is (see `homing`)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from onrecord.ledger.actors.homing import Homes, Placed
from onrecord.ledger.actors.judging import enter, standing
from onrecord.ledger.actors.portraying import Told, absorb, new_rows, portions
from onrecord.ledger.actors.reconsidering import ask_again
from onrecord.ledger.storing.rebuilding import office_rows
from onrecord.ledger.storing.schema import actors, articles, personas, readings
from onrecord.vocabulary import Record, Resolver, content_id

_HERE = (
    select(personas.c.id, personas.c.home, personas.c.key, personas.c.actor_row, actors.c.id.label("actor"))
    .join(readings, readings.c.row == personas.c.reading_row)
    .join(articles, articles.c.row == readings.c.article_row)
    .join(actors, actors.c.row == personas.c.actor_row)
)


def persona_key(reading: str, actor: str) -> str:
    """What judgements call an actor of a reading: made from the two ids."""
    return content_id("persona", reading, actor)


def join(connection: Connection, record: Record, reading: tuple[int, str], resolve: Resolver | None) -> None:
    """Writes the actors of a new reading (its row and id), each joined to the actor of the ledger that it is."""
    if not record.actors:
        return
    reading_row, reading_id = reading
    stands = standing(connection)
    here = connection.execute(_HERE.where(articles.c.id == record.article.id).order_by(personas.c.row)).all()
    homes = Homes(connection, record, stands, resolve, {row.id: row for row in here})
    placed = homes.place([persona_key(reading_id, actor.id) for actor in record.actors])
    rows = _rows_of(connection, placed)
    enter(connection, [one.draft for one in placed if one.draft])
    connection.execute(insert(personas), _persona_rows(record, reading_row, reading_id, placed, rows))
    told = [Told(actor, one.home, rows[one.actor]) for one, actor in zip(placed, record.actors, strict=True)]
    absorb(connection, stands, told, homes.day, {row.actor_row for row in here})
    if resolve is not None:
        ask_again(connection, stands, resolve, record.actors)


def _rows_of(connection: Connection, placed: Sequence[Placed]) -> dict[str, int]:
    """The rows of the actors that personas are placed with, by id; made where there is none."""
    wanted = sorted({one.actor for one in placed})
    found: dict[str, int] = {}
    for portion in portions(wanted):
        found |= {
            row.id: row.row for row in connection.execute(select(actors.c.id, actors.c.row).where(actors.c.id.in_(portion)))
        }
    return found | new_rows(connection, [one for one in wanted if one not in found])


def _persona_rows(
    record: Record, reading_row: int, reading_id: str, placed: Sequence[Placed], rows: dict[str, int]
) -> list[dict[str, object]]:
    said = speaking(record)
    return [
        {
            "key": persona_key(reading_id, actor.id),
            "reading_row": reading_row,
            "ordinal": number,
            "id": actor.id,
            "name": actor.name,
            "type": actor.type.value if actor.type else None,
            "names": list(actor.names),
            "offices": office_rows(actor.offices),
            "wikidata": actor.wikidata,
            "gender": actor.gender,
            "statements": said.get(actor.id, 0),
            "home": where.home,
            "actor_row": rows[where.actor],
        }
        for number, (actor, where) in enumerate(zip(record.actors, placed, strict=True))
    ]


def speaking(record: Record) -> dict[str, int]:
    """How many statements of a record each actor is the speaker of, by id."""
    found: dict[str, int] = {}
    for one in record.statements:
        if one.speaker and one.speaker.actor:
            found[one.speaker.actor] = found.get(one.speaker.actor, 0) + 1
    return found
