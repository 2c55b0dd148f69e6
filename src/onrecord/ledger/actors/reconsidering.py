"""Those of whom only a surname or an office was known, asked about again when an article names such a person in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, update

from onrecord.ledger.actors.homing import drafted, lookup_keys, offices_of
from onrecord.ledger.actors.judging import Standing, enter
from onrecord.ledger.actors.keying import PERSON, keys_of
from onrecord.ledger.actors.portraying import known, portions, refresh
from onrecord.ledger.storing.schema import actor_keys, actors, personas, readings
from onrecord.vocabulary import Actor, ActorType, Resolution, Resolver, Verdict

# So many of those with this surname, of whom nothing else is known, are asked about again: the last ones met.
_ASKED_AGAIN = 8


def ask_again(connection: Connection, stands: Standing, resolve: Resolver, told: Iterable[Actor]) -> None:
    """Asks the resolver again about whoever has but the surname, or the office, of one of the persons that an article told of."""
    _ask_for_offices(connection, stands, resolve, told)
    full = [actor for actor in told if actor.type is ActorType.PERSON and " " in actor.name]
    surnames = sorted({key[2:] for actor in full for key in lookup_keys(actor) if key.startswith("s:")})
    for portion in portions(surnames):
        asked = select(actor_keys).where(actor_keys.c.key.in_([f"l:{surname}" for surname in portion]))
        lone: dict[str, list[int]] = {}
        for key, row in connection.execute(asked.order_by(actor_keys.c.actor_row.desc())):
            lone.setdefault(key[2:], []).append(row)
        for surname, rows in sorted(lone.items()):
            same = select(actor_keys.c.actor_row).where(actor_keys.c.key == f"s:{surname}")
            all_rows = set(connection.execute(same).scalars())
            asked_about = known(connection, rows[:_ASKED_AGAIN])
            if len(all_rows - set(rows)) > 1:
                # Of several with the surname, nothing but an office can tell which is meant.
                asked_about = {row: one for row, one in asked_about.items() if one.actor.offices}
            if not asked_about:
                continue
            bearers = known(connection, sorted(all_rows))
            for row, one in asked_about.items():
                if one.actor.id not in stands.touched:
                    said = resolve(one.actor, [bearers[other] for other in bearers if other != row], one.latest)
                    if said.verdict is Verdict.SAME:
                        _move(connection, stands, row, said)


def _ask_for_offices(connection: Connection, stands: Standing, resolve: Resolver, told: Iterable[Actor]) -> None:
    persons = [actor for actor in told if actor.type is ActorType.PERSON and actor.offices]
    wanted = sorted({key for one in persons for key in keys_of((), PERSON, offices_of(one))})
    for portion in portions(wanted):
        sharing: dict[str, list[int]] = {}
        for key, row in connection.execute(select(actor_keys).where(actor_keys.c.key.in_(portion))):
            sharing.setdefault(key, []).append(row)
        for rows in sharing.values():
            alike = known(connection, sorted(rows)) if len(rows) > 1 else {}
            holders = [one for one in alike.values() if one.actor.type is ActorType.PERSON]
            for row, one in alike.items():
                if one.actor.type is ActorType.OFFICE and one.actor.id not in stands.touched and holders:
                    said = resolve(one.actor, holders, one.latest)
                    if said.verdict is Verdict.SAME:
                        _move(connection, stands, row, said)


def _move(connection: Connection, stands: Standing, row: int, said: Resolution) -> None:
    """Lets an actor of whom nothing but a surname was known be part of another, unless some article has both."""
    into = connection.execute(select(actors.c.row).where(actors.c.id == said.actor)).scalar()
    if into is None or into == row or _stand_together(connection, row, into):
        return
    moved = connection.execute(select(personas.c.key).where(personas.c.actor_row == row).order_by(personas.c.row)).scalars().all()
    home = str(said.actor)
    if stands.onward(home) != home:
        return
    enter(connection, [drafted(key, home, said) for key in moved])
    connection.execute(update(personas).where(personas.c.actor_row == row).values(home=home, actor_row=into))
    refresh(connection, stands, (row, into))


def _stand_together(connection: Connection, one: int, other: int) -> bool:
    """Whether some article has both actors."""

    def within(row: int) -> Any:
        return (
            select(readings.c.article_row)
            .join(personas, personas.c.reading_row == readings.c.row)
            .where(personas.c.actor_row == row)
        )

    return connection.execute(within(one).intersect(within(other)).limit(1)).first() is not None
