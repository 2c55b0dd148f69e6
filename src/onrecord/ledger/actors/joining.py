"""A new reading's actors, each joined to the actor of the ledger that it is: nothing is walked through, all is looked up.

1. Another reading of the same article that has an actor of this id: the same actor.
2. One actor of the ledger holds this id: the resolver is asked about that one alone; without a resolver it is the same.
3. Else the resolver is asked about all that share a key with it (see `keying`), Wikidata's id, or its own id.
4. Two persons of one article are two, whatever the resolver says of each.
5. What a person split off stays so: a name that was split off goes to the actor that it was given to.
6. Whoever is found to be nobody known is an actor of its own, under its own id if that is free, with the resolver's reason.
7. Those of whom only a surname was known are asked about again when an article names their surname in full.

What does not follow from equal ids is written to the log: who it is the same as, or may be, and why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, text, update

from onrecord.ledger.folding import folded
from onrecord.ledger.judging import ACTOR, Draft, Standing, enter, standing
from onrecord.ledger.keying import keys_of, sounds
from onrecord.ledger.portraying import Told, absorb, known, new_rows, portions, refresh
from onrecord.ledger.rebuilding import office_rows
from onrecord.ledger.rows import Judgement
from onrecord.ledger.schema import actor_keys, actors, articles, personas, readings
from onrecord.vocabulary import Actor, ActorType, Known, Record, Resolution, Resolver, Verdict, content_id

# Who judges where no resolver is given.
BY_ID = "onrecord.ledger/1"
# So many of those with this surname, of whom nothing else is known, are asked about again: the last ones met.
_ASKED_AGAIN = 8

# For each of some ids, steps from one actor that holds it to the next, so that one with ten thousand personas costs no more than
# one with one.
_HOLDERS = text(
    """WITH RECURSIVE held(id, actor_row) AS (
        SELECT value, (SELECT min(actor_row) FROM personas WHERE id = value) FROM json_each(:ids)
        UNION ALL
        SELECT id, (SELECT min(actor_row) FROM personas WHERE id = held.id AND actor_row > held.actor_row)
        FROM held WHERE held.actor_row IS NOT NULL)
    SELECT id, actor_row FROM held WHERE actor_row IS NOT NULL ORDER BY id, actor_row"""
)
_HERE = (
    select(personas.c.id, personas.c.home, personas.c.key, personas.c.actor_row, actors.c.id.label("actor"))
    .join(readings, readings.c.row == personas.c.reading_row)
    .join(articles, articles.c.row == readings.c.article_row)
    .join(actors, actors.c.row == personas.c.actor_row)
)


@dataclass(slots=True)
class Placed:
    """Where a persona belongs: `home` as judged, `actor` after all merging; the judgement to write, if it is one to write."""

    home: str
    actor: str
    draft: Draft | None = None


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
    joiner = _Joiner(connection, record, stands, resolve, {row.id: row for row in here})
    placed = joiner.place([persona_key(reading_id, actor.id) for actor in record.actors])
    rows = _rows_of(connection, placed)
    enter(connection, [one.draft for one in placed if one.draft])
    connection.execute(insert(personas), _persona_rows(record, reading_row, reading_id, placed, rows))
    told = [Told(actor, one.home, rows[one.actor]) for one, actor in zip(placed, record.actors, strict=True)]
    absorb(connection, stands, told, joiner.day, {row.actor_row for row in here})
    if resolve is not None:
        _ask_again(connection, stands, resolve, record.actors)


class _Joiner:
    """The actors of one article being placed."""

    def __init__(
        self, connection: Connection, record: Record, stands: Standing, resolve: Resolver | None, here: dict[str, Any]
    ) -> None:
        self._connection, self._record, self._stands, self._resolve = connection, record, stands, resolve
        self._here = here
        self._taken: set[str] = set()
        published = record.article.published
        self.day = published.earliest[:10] if published else None
        self._holders: dict[str, list[int]] = {}
        ids = [one.id for one in record.actors]
        for holder in connection.execute(_HOLDERS, {"ids": json.dumps([one for one in ids if one not in here])}):
            self._holders.setdefault(holder.id, []).append(holder.actor_row)
        self._actors = set(connection.execute(select(actors.c.id).where(actors.c.id.in_(ids))).scalars())
        self._alike = self._sharing_keys()
        self._known: dict[int, Known] = {}
        new = [one for one in record.actors if one.id not in here and one.id not in self._holders]
        self._learn({row for rows in self._holders.values() for row in rows} | {row for one in new for row in self._others(one)})

    def place(self, keys: Sequence[str]) -> list[Placed]:
        """Where each actor of the article belongs, in their order; the surest are placed first."""
        found: dict[int, Placed] = {}
        for number in sorted(range(len(keys)), key=self._surest):
            actor = self._record.actors[number]
            found[number] = self._of_article(actor, keys[number]) or self._of_ledger(actor, keys[number])
            if actor.type is ActorType.PERSON:
                self._taken.add(found[number].actor)
        return [found[number] for number in range(len(keys))]

    def _surest(self, number: int) -> tuple[bool, bool, bool, int]:
        actor = self._record.actors[number]
        return (actor.id not in self._here, not self._holders.get(actor.id), " " not in actor.name, number)

    def _of_article(self, actor: Actor, key: str) -> Placed | None:
        """Step 1."""
        other = self._here.get(actor.id)
        if other is None:
            return None
        home = other.home if self._stands.onward(other.home) == other.actor else other.actor
        said = _sure("another reading of the same article has it so")
        return Placed(home, other.actor, None if home == actor.id else _draft(key, home, said))

    def _of_ledger(self, actor: Actor, key: str) -> Placed:
        holders = self._holders.get(actor.id, [])
        said = self._merged(actor, holders)
        if said is None and len(holders) == 1:
            said = self._asked(actor, holders)
        if said is None or said.verdict is not Verdict.SAME:
            rows = sorted({*holders, *self._others(actor)})
            said = self._asked(actor, rows) if rows else None
        split = self._split_off(actor, said) if said else None
        if split is not None:
            home = str(split.value["new"])
            why = f"{split.by} split this name off" + (f": {split.why}" if split.why else "")
            return Placed(home, self._stands.onward(home), _draft(key, home, _sure(why)))
        if said is not None and said.verdict is Verdict.SAME and said.actor is not None:
            return self._same(actor, key, said)
        return self._own(actor, key, said)

    def _merged(self, actor: Actor, holders: Sequence[int]) -> Resolution | None:
        """Where the one that holds the id is what a person made it, nothing else is asked."""
        self._learn(holders)
        ids = [self._known[row].actor.id for row in holders]
        if len(ids) != 1 or ids[0] not in self._stands.touched:
            return None
        return _sure("the ids are equal", ids[0])

    def _asked(self, actor: Actor, rows: Sequence[int]) -> Resolution:
        self._learn(rows)
        if self._resolve is None:
            return _by_id(actor, [self._known[row].actor for row in rows])
        free = [self._known[row] for row in rows if self._known[row].actor.id not in self._taken]
        if not free:
            names = ", ".join(sorted({self._known[row].actor.name for row in rows}))
            return Resolution(Verdict.DIFFERENT, 1.0, f"the article has {names} beside it", BY_ID)
        return self._resolve(actor, free, self.day)

    def _split_off(self, actor: Actor, said: Resolution) -> Judgement | None:
        """Step 5."""
        names = {folded(name) for name in (actor.name, *actor.names)}
        meant = {said.actor, *(said.candidates if said.verdict is Verdict.UNSURE else ())}
        for split in reversed(self._stands.splits):
            ends = {self._stands.onward(split.subject), self._stands.onward(str(split.value["new"]))}
            if meant & ends and names & {folded(name) for name in split.value["names"]}:
                return split
        return None

    def _same(self, actor: Actor, key: str, said: Resolution) -> Placed:
        found = str(said.actor)
        home = actor.id if self._stands.onward(actor.id) == found else self._home_in(found, actor)
        return Placed(home, found, None if home == actor.id else _draft(key, home, said))

    def _home_in(self, found: str, actor: Actor) -> str:
        """Of several that a person merged into the actor, the one that goes by the name: so the merge can be taken back."""
        if found not in self._stands.touched:
            return found
        asked = select(personas.c.home, personas.c.names).join(actors, actors.c.row == personas.c.actor_row)
        kept = self._connection.execute(asked.where(actors.c.id == found).order_by(personas.c.row)).all()
        for alike in (folded, sounds):
            names = {alike(name) for name in (actor.name, *actor.names)}
            for row in kept:
                if self._stands.onward(row.home) == found and names & {alike(name) for name in row.names}:
                    return str(row.home)
        return found

    def _own(self, actor: Actor, key: str, said: Resolution | None) -> Placed:
        """Step 6."""
        held = self._stands.onward(actor.id) != actor.id or self._holders.get(actor.id) or actor.id in self._actors
        own = content_id("actor", actor.id, self._record.article.id) if held else actor.id
        if said is None and held:
            said = Resolution(Verdict.DIFFERENT, 1.0, "its id is taken", BY_ID)
        worth_telling = said is not None and (held or said.candidates)
        return Placed(own, self._stands.onward(own), _draft(key, own, said) if said and worth_telling else None)

    def _sharing_keys(self) -> dict[str, set[int]]:
        """For each key of the article's actors, the rows of the ledger's actors that have it."""
        if self._resolve is None:
            return {}
        unknown = (one for one in self._record.actors if one.id not in self._here)
        wanted = sorted({key for one in unknown for key in _lookup_keys(one)})
        found: dict[str, set[int]] = {}
        for portion in portions(wanted):
            asked = select(actor_keys).where(actor_keys.c.key.in_(portion))
            for key, row in self._connection.execute(asked):
                found.setdefault(key, set()).add(row)
        return found

    def _others(self, actor: Actor) -> set[int]:
        found = {row for key in _lookup_keys(actor) for row in self._alike.get(key, ())}
        if actor.wikidata and self._resolve is not None:
            found |= set(self._connection.execute(select(actors.c.row).where(actors.c.wikidata == actor.wikidata)).scalars())
        return found

    def _learn(self, rows: Iterable[int]) -> None:
        if new := sorted({row for row in rows if row not in self._known}):
            self._known |= known(self._connection, new)


def _lookup_keys(actor: Actor) -> set[str]:
    """The keys by which others are found; that nothing but a surname is known of one is no reason to compare it."""
    keys = keys_of((actor.name, *actor.names), actor.type.value if actor.type else None)
    return {key for key in keys if not key.startswith("l:")}


def _by_id(actor: Actor, holders: Sequence[Actor]) -> Resolution:
    """Without a resolver: equal ids are one actor; of several that hold the id, the only one that has the name."""
    if len(holders) > 1:
        holders = [one for one in holders if actor.name in one.names]
    if len(holders) == 1:
        return _sure("the ids are equal", holders[0].id)
    return Resolution(Verdict.UNSURE, 0.5, "several actors have this id", BY_ID, None, tuple(one.id for one in holders))


def _draft(key: str, home: str, said: Resolution) -> Draft:
    """The judgement that places a persona with an actor."""
    value: dict[str, str | list[str]] = {"actor": home}
    if said.candidates and said.verdict is not Verdict.SAME:
        value["candidates"] = list(said.candidates)
    return Draft(kind=ACTOR, subject=key, verdict=said.verdict, value=value, score=said.score, evidence=said.evidence, by=said.by)


def _sure(says: str, actor: str | None = None) -> Resolution:
    """What follows from ids, or from what a person decided."""
    return Resolution(Verdict.SAME, 1.0, says, BY_ID, actor)


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


def _ask_again(connection: Connection, stands: Standing, resolve: Resolver, told: Iterable[Actor]) -> None:
    """Step 7."""
    full = [actor for actor in told if actor.type is ActorType.PERSON and " " in actor.name]
    surnames = sorted({key[2:] for actor in full for key in _lookup_keys(actor) if key.startswith("s:")})
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


def _move(connection: Connection, stands: Standing, row: int, said: Resolution) -> None:
    """Lets an actor of whom nothing but a surname was known be part of another, unless some article has both."""
    into = connection.execute(select(actors.c.row).where(actors.c.id == said.actor)).scalar()
    if into is None or into == row or _stand_together(connection, row, into):
        return
    moved = connection.execute(select(personas.c.key).where(personas.c.actor_row == row).order_by(personas.c.row)).scalars().all()
    home = str(said.actor)
    if stands.onward(home) != home:
        return
    enter(connection, [_draft(key, home, said) for key in moved])
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
