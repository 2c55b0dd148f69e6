"""Where the actors of an article belong, one by one: nothing is walked through, all is looked up.

1. Another reading of the same article that has an actor of this id: the same actor.
2. Another of this article that goes by the same full name, and is placed: the same actor.
3. One actor of the ledger holds this id: the resolver is asked about that one alone; without a resolver it is the same.
4. Else the resolver is asked about all that share a key with it (see `keying`), Wikidata's id, or its own id.
5. Two persons of one article are two, whatever the resolver says of each.
6. What a person split off stays so: a name that was split off goes to the actor that it was given to.
7. Whoever is found to be nobody known is an actor of its own, under its own id if that is free, with the resolver's reason.

What is judged is written to the log: who it is the same as, or may be, and why. So is that two of one full name are one, which
their ids already say: taken back, it makes an actor of its own. What ids alone decide (bodies, Wikidata's items) is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.ledger.actors.judging import ACTOR, ELSE, Draft, Standing
from onrecord.ledger.actors.keying import keys_of, sounds
from onrecord.ledger.actors.portraying import known, portions
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.schema import actor_keys, actors, personas
from onrecord.vocabulary import Actor, ActorType, Known, Record, Resolution, Resolver, Verdict, content_id

# Who judges where no resolver is given.
BY_ID = "onrecord.ledger/1"

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


@dataclass(slots=True)
class Placed:
    """Where a persona belongs: `home` as judged, `actor` after all merging; the judgement to write, if it is one to write."""

    home: str
    actor: str
    draft: Draft | None = None


class Homes:
    """Where the actors of one article belong, found out one after the other."""

    def __init__(
        self, connection: Connection, record: Record, stands: Standing, resolve: Resolver | None, here: dict[str, Any]
    ) -> None:
        self._connection, self._record, self._stands, self._resolve = connection, record, stands, resolve
        self._here = here
        self._taken: set[str] = set()
        self._named: dict[str, tuple[Actor, Placed]] = {}
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
            found[number] = self._placed(actor, keys[number])
            if actor.type is ActorType.PERSON:
                self._taken.add(found[number].actor)
                for name in (actor.name, *actor.names):
                    self._named.setdefault(folded(name), (actor, found[number]))
        return [found[number] for number in range(len(keys))]

    def _surest(self, number: int) -> tuple[bool, bool, bool, bool, int]:
        actor = self._record.actors[number]
        unknown = not self._holders.get(actor.id)
        return (actor.id not in self._here, unknown, actor.wikidata is None, " " not in actor.name, number)

    def _placed(self, actor: Actor, key: str) -> Placed:
        return self._of_article(actor, key) or self._named_alike(actor, key) or self._of_ledger(actor, key)

    def _of_article(self, actor: Actor, key: str) -> Placed | None:
        """Step 1."""
        other = self._here.get(actor.id)
        if other is None:
            return None
        home = other.home if self._stands.onward(other.home) == other.actor else other.actor
        said = _sure("another reading of the same article has it so")
        return Placed(home, other.actor, None if home == actor.id else drafted(key, home, said))

    def _named_alike(self, actor: Actor, key: str) -> Placed | None:
        """Step 2."""
        other, placed = self._named.get(folded(actor.name), (None, None))
        if other is None or placed is None or self._resolve is None or actor.type is not other.type or " " not in actor.name:
            return None
        if (actor.gender and other.gender and actor.gender != other.gender) or actor.id == other.id:
            return None
        draft = None if placed.home == actor.id else drafted(key, placed.home, _sure(f"the article calls both {actor.name}"))
        return Placed(placed.home, placed.actor, draft)

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
            return Placed(home, self._stands.onward(home), drafted(key, home, _sure(why)))
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
        """Step 6."""
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
        if home != actor.id:
            return Placed(home, found, drafted(key, home, said))
        if said.by == BY_ID or actor.type is not ActorType.PERSON or actor.wikidata:
            return Placed(home, found)
        return Placed(home, found, drafted(key, home, said, otherwise=self._own_id(actor)))

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
        """Step 7."""
        held = self._stands.onward(actor.id) != actor.id or self._holders.get(actor.id) or actor.id in self._actors
        own = self._own_id(actor) if held else actor.id
        if said is None and held:
            said = Resolution(Verdict.DIFFERENT, 1.0, "its id is taken", BY_ID)
        worth_telling = said is not None and (held or said.candidates)
        return Placed(own, self._stands.onward(own), drafted(key, own, said) if said and worth_telling else None)

    def _own_id(self, actor: Actor) -> str:
        """The id of an actor of this article whose own id is another's."""
        return content_id("actor", actor.id, self._record.article.id)

    def _sharing_keys(self) -> dict[str, set[int]]:
        """For each key of the article's actors, the rows of the ledger's actors that have it."""
        if self._resolve is None:
            return {}
        unknown = (one for one in self._record.actors if one.id not in self._here)
        wanted = sorted({key for one in unknown for key in lookup_keys(one)})
        found: dict[str, set[int]] = {}
        for portion in portions(wanted):
            asked = select(actor_keys).where(actor_keys.c.key.in_(portion))
            for key, row in self._connection.execute(asked):
                found.setdefault(key, set()).add(row)
        return found

    def _others(self, actor: Actor) -> set[int]:
        found = {row for key in lookup_keys(actor) for row in self._alike.get(key, ())}
        if actor.wikidata and self._resolve is not None:
            found |= set(self._connection.execute(select(actors.c.row).where(actors.c.wikidata == actor.wikidata)).scalars())
        return found

    def _learn(self, rows: Iterable[int]) -> None:
        if new := sorted({row for row in rows if row not in self._known}):
            self._known |= known(self._connection, new)


def offices_of(actor: Actor) -> list[tuple[str, str | None]]:
    """The offices of an actor as keys are made of them."""
    return [(one.title, one.place) for one in actor.offices]


def lookup_keys(actor: Actor) -> set[str]:
    """The keys by which others are found; that nothing but a surname is known of one is no reason to compare it."""
    offices = offices_of(actor) if actor.type is ActorType.OFFICE else []
    keys = keys_of((actor.name, *actor.names), actor.type.value if actor.type else None, offices)
    return {key for key in keys if not key.startswith("l:")}


def _by_id(actor: Actor, holders: Sequence[Actor]) -> Resolution:
    """Without a resolver: equal ids are one actor; of several that hold the id, the only one that has the name."""
    if len(holders) > 1:
        holders = [one for one in holders if actor.name in one.names]
    if len(holders) == 1:
        return _sure("the ids are equal", holders[0].id)
    return Resolution(Verdict.UNSURE, 0.5, "several actors have this id", BY_ID, None, tuple(one.id for one in holders))


def drafted(key: str, home: str, said: Resolution, *, otherwise: str | None = None) -> Draft:
    """The judgement that places a persona with an actor; `otherwise` is the one that it is if that is taken back."""
    value: dict[str, str | list[str]] = {"actor": home}
    if said.candidates and said.verdict is not Verdict.SAME:
        value["candidates"] = list(said.candidates)
    if otherwise is not None:
        value[ELSE] = otherwise
    return Draft(kind=ACTOR, subject=key, verdict=said.verdict, value=value, score=said.score, evidence=said.evidence, by=said.by)


def _sure(says: str, actor: str | None = None) -> Resolution:
    """What follows from ids, or from what a person decided."""
    return Resolution(Verdict.SAME, 1.0, says, BY_ID, actor)
