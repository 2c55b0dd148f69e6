"""The tables `actors`, `actor_names` and `actor_keys`: what all personas of an actor tell of it, taken together.

They follow from `personas` and `judgements` and hold nothing of their own. They are kept because a new article is compared with
what is known, not with every article that told of it; `refresh` works them out anew, `absorb` adds one persona to them, and a
verification asks whether the two agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from onrecord.ledger.actors.judging import Standing
from onrecord.ledger.actors.keying import keys_of, sounds
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.rebuilding import Columns, office_rows, offices_of, persona_of
from onrecord.ledger.storing.schema import actor_keys, actor_names, actors, personas, readings
from onrecord.vocabulary import Actor, ActorType, Known

# Rows asked for at once: under SQLite's limit on parameters.
PORTION = 500

_COUNTS = ("seen", "fullest", "own")

_T = TypeVar("_T")


@dataclass(slots=True)
class Portrait:
    """What is known of an actor; `names` maps each to the numbers of personas that it occurs in, that it is the fullest name of,
    and that it is so of without having been merged into the actor.

    Type, Wikidata's id and gender are those of the first persona that has one.
    """

    id: str
    type: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    offices: set[tuple[str | None, ...]] = field(default_factory=set)
    names: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    articles: int = 0
    earliest: str | None = None
    latest: str | None = None

    def absorb(self, persona: Actor, home: str, day: str | None, *, new_article: bool) -> None:
        """Adds what a persona with this home tells; `new_article` where the actor has no other in the same article."""
        if self.type is None or persona.type is ActorType.PERSON:  # an office may turn out to be a person's
            self.type = persona.type.value if persona.type else self.type
        self.wikidata = self.wikidata or persona.wikidata
        self.gender = self.gender or persona.gender
        self.offices |= {tuple(office) for office in office_rows(persona.offices)}
        for name in {*persona.names, persona.name}:
            seen, fullest, own = self.names.get(name, (0, 0, 0))
            goes_by = name == persona.name
            self.names[name] = (seen + 1, fullest + goes_by, own + (goes_by and home == self.id))
        self._dated(day, new_article=new_article)

    def _dated(self, day: str | None, *, new_article: bool) -> None:
        self.articles += new_article
        if day:
            self.earliest = min(self.earliest or day, day)
            self.latest = max(self.latest or day, day)

    def lend(self, persona: Actor, day: str | None, *, new_article: bool) -> None:
        """Adds a persona that a person put where a statement is the actor's: its name and type are those of the actor, and
        count only where no reading tells another."""
        self.type = self.type or (persona.type.value if persona.type else None)
        self.names.setdefault(persona.name, (0, 0, 0))
        self._dated(day, new_article=new_article)

    def named(self, given: str | None) -> str:
        """The name that it goes by: the one given by a person, else the most frequent; of a person, a full one. What was merged
        into it does not count, as long as there is anything else."""
        if given is not None:
            self.names.setdefault(given, (0, 0, 0))
            return given
        full = self.type == ActorType.PERSON.value
        read = [name for name, counts in self.names.items() if any(counts)] or self.names
        return min(read, key=lambda name: (full and " " not in name, *(-count for count in self.names[name][::-1]), name))

    def columns(self, given: str | None) -> dict[str, object]:
        """Its row in `actors`; `given` is the name that a person gave it."""
        return {
            "id": self.id,
            "name": self.named(given),
            "type": self.type,
            "offices": [list(office) for office in sorted(self.offices, key=_sorting)],
            "wikidata": self.wikidata,
            "gender": self.gender,
            "articles": self.articles,
            "earliest": self.earliest,
            "latest": self.latest,
        }

    def name_rows(self) -> dict[str, dict[str, object]]:
        """Its rows in `actor_names`, by name."""
        return {
            name: {"name": name, "folded": folded(name), "sounds": sounds(name)} | dict(zip(_COUNTS, counts, strict=True))
            for name, counts in self.names.items()
        }

    def keys(self) -> set[str]:
        """Its keys in `actor_keys`."""
        return keys_of(self.names, self.type, ((office[0] or "", office[1]) for office in self.offices))


def portions(rows: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Rows, as many at a time as can be asked for at once."""
    return (rows[start : start + PORTION] for start in range(0, len(rows), PORTION))


def known(connection: Connection, rows: Sequence[int]) -> dict[int, Known]:
    """The actors in some rows, to be compared with, by row."""
    found: dict[int, Known] = {}
    for portion in portions(rows):
        names: dict[int, list[str]] = {}
        asked = select(actor_names.c.actor_row, actor_names.c.name).where(actor_names.c.actor_row.in_(portion))
        for row, name in connection.execute(asked.order_by(actor_names.c.actor_row, actor_names.c.name)):
            names.setdefault(row, []).append(name)
        for row in connection.execute(select(actors).where(actors.c.row.in_(portion))):
            found[row.row] = Known(_actor(row, names.get(row.row, [])), row.articles, row.earliest, row.latest)
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """A persona of a new reading, its home, and the row of the actor that it belongs to."""

    persona: Actor
    home: str
    row: int


def absorb(connection: Connection, standing: Standing, told: Sequence[Told], day: str | None, old: set[int]) -> None:
    """Adds the personas of one new reading to their actors; `old` are the rows of those that stand in another reading of the
    same article."""
    portraits = _kept(connection, sorted({one.row for one in told}))
    before = {row: _looked_up_by(portrait) for row, portrait in portraits.items()}
    for one in told:
        portraits[one.row].absorb(one.persona, one.home, day, new_article=one.row not in old)
        old = old | {one.row}
    _put(connection, standing, portraits)
    changed = {row: one for row, one in portraits.items() if _looked_up_by(one) != before[row]}
    _put_keys(connection, changed)


def _looked_up_by(portrait: Portrait) -> tuple[frozenset[str], frozenset[tuple[str | None, ...]], str | None]:
    """What the keys of a portrait follow from."""
    return frozenset(portrait.names), frozenset(portrait.offices), portrait.type


def refresh(connection: Connection, standing: Standing, rows: Iterable[int]) -> None:
    """Works out anew what is kept of the actors in some rows; an actor without a persona is one no longer."""
    wanted = sorted(set(rows))
    found = {row: portrait for portion in portions(wanted) for row, portrait in portraits(connection, portion)}
    for portion in portions(wanted):
        connection.execute(delete(actor_names).where(actor_names.c.actor_row.in_(portion)))
    _put(connection, standing, found)
    _put_keys(connection, found)
    for portion in portions([row for row in wanted if row not in found]):
        connection.execute(delete(actor_keys).where(actor_keys.c.actor_row.in_(portion)))
        connection.execute(delete(actors).where(actors.c.row.in_(portion)))


def portraits(connection: Connection, rows: Sequence[int] | None = None) -> Iterator[tuple[int, Portrait]]:
    """The portraits of actors, by row, worked out from their personas; of all where no rows are given. Names given are not in."""
    asked = _TOLD if rows is None else _TOLD.where(personas.c.actor_row.in_(rows))
    for actor_row, told in groupby(connection.execute(asked), key=attrgetter("actor_row")):
        portrait, articles = Portrait(""), set()
        for row in told:
            portrait.id = row.actor_id
            day = row.published_earliest[:10] if row.published_earliest else None
            new_article = row.article_row not in articles
            if row.put is None:
                portrait.absorb(persona_of(row), row.home, day, new_article=new_article)
            else:
                portrait.lend(persona_of(row), day, new_article=new_article)
            articles.add(row.article_row)
        yield actor_row, portrait


def new_rows(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The rows of new actors, of which nothing is kept yet, by id."""
    first = (connection.execute(select(func.max(actors.c.row))).scalar() or 0) + 1
    rows = {one: row for row, one in enumerate(ids, first)}
    if rows:
        empty = {"name": "", "offices": [], "articles": 0}
        connection.execute(insert(actors), [empty | {"row": row, "id": one} for one, row in rows.items()])
    return rows


def _actor(row: Columns, names: Iterable[str]) -> Actor:
    type_ = ActorType(row.type) if row.type else None
    return Actor(row.id, row.name, type_, tuple(names), offices_of(row.offices), row.wikidata, row.gender)


def _kept(connection: Connection, rows: Sequence[int]) -> dict[int, Portrait]:
    found: dict[int, Portrait] = {}
    for row in connection.execute(select(actors).where(actors.c.row.in_(rows))):
        offices = {tuple(office) for office in row.offices}
        found[row.row] = Portrait(row.id, row.type, row.wikidata, row.gender, offices, {}, row.articles, row.earliest, row.latest)
    for row in connection.execute(select(actor_names).where(actor_names.c.actor_row.in_(rows))):
        found[row.actor_row].names[row.name] = (row.seen, row.fullest, row.own)
    return found


def _put(connection: Connection, standing: Standing, portraits: Mapping[int, Portrait]) -> None:
    """Writes what is kept of some actors and their names; names that they no longer have are not taken away."""
    if portraits:
        rows = [one.columns(standing.name_of(one.id)) | {"at": row} for row, one in portraits.items()]
        connection.execute(_SET_ACTOR, rows)
        named = [columns | {"actor_row": row} for row, one in portraits.items() for columns in one.name_rows().values()]
        connection.execute(_PUT_NAME, named)


def _put_keys(connection: Connection, portraits: Mapping[int, Portrait]) -> None:
    kept: dict[int, set[str]] = {row: set() for row in portraits}
    for portion in portions(sorted(portraits)):
        for key, row in connection.execute(select(actor_keys).where(actor_keys.c.actor_row.in_(portion))):
            kept[row].add(key)
    new: list[dict[str, object]] = []
    for row, portrait in portraits.items():
        wanted = portrait.keys()
        new += [{"key": key, "actor_row": row} for key in sorted(wanted - kept[row])]
        if gone := kept[row] - wanted:
            connection.execute(delete(actor_keys).where(actor_keys.c.actor_row == row, actor_keys.c.key.in_(gone)))
    if new:
        connection.execute(insert(actor_keys), new)


def _sorting(office: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(part or "" for part in office)


def _told() -> Select[Any]:
    about = (readings.c.article_row, readings.c.published_earliest, actors.c.id.label("actor_id"))
    within = select(personas, *about).join(readings, readings.c.row == personas.c.reading_row)
    return within.join(actors, actors.c.row == personas.c.actor_row).order_by(personas.c.actor_row, personas.c.row)


_TOLD = _told()
_SET_ACTOR = update(actors).where(actors.c.row == bindparam("at"))
_PUT_NAME = insert(actor_names).prefix_with("OR REPLACE")
