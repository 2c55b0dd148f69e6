"""The actor that a person means: by its id, the beginning of one, or any of its names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from sqlalchemy import Connection, func, or_, select

from onrecord.ledger.actors.judging import standing
from onrecord.ledger.actors.keying import sounds
from onrecord.ledger.asking.filtering import rows_named
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.schema import actor_names, actors, personas
from onrecord.vocabulary import ActorType, UsageError

# Fewer characters than these are no beginning of an id.
_SHORTEST_PREFIX = 4
_SHOWN = 8
# Among so many names that begin alike the nearest is looked for; and how near it must be (1 is equal), by eye on misspelt names.
_COMPARED, _NEAR = 5_000, 0.55


@dataclass(frozen=True, slots=True)
class Meant:
    """An actor that was asked for."""

    row: int
    id: str
    name: str


def actor_meant(connection: Connection, words: str) -> Meant:
    """The one actor that a person means. Raises UsageError, with candidates, where it is none or may be several.

    1. An id; where that actor was merged into another, the other.
    2. A name as it was seen, whatever its case and diacritics; of a person's surname alone, all persons of the surname.
    3. The beginning of an id, of 4 characters or more; where that actor was merged into another, the other.
    4. Part of a name, from the start of a word, in any spelling.
    """
    found = _with_id(connection, words)
    if not found and folded(words):
        found = _rows(connection, select(actor_names.c.actor_row).where(actor_names.c.folded == folded(words)))
        if any(_is_person(connection, one) for one in found) and " " not in folded(words).strip():
            persons = select(actors.c.row).where(actors.c.row.in_(rows_named(words)), actors.c.type == ActorType.PERSON.value)
            found = _rows(connection, persons)
    if not found and len(words) >= _SHORTEST_PREFIX:
        found = _with_beginning(connection, words)
    if not found:
        found = _rows(connection, rows_named(words))
    if len(found) == 1:
        return found[0]
    if found:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        ids = [one.id for one in found[:_SHOWN]]
        raise UsageError(f"{words!r} may be any of {len(found)} actors: give the id of one of {listed(connection, ids)}{more}")
    near = _nearest(connection, words)
    advice = f"the nearest are {listed(connection, near)}" if near else "`onrecord actors` lists them"
    raise UsageError(f"there is no actor {words!r}: {advice}")


def listed(connection: Connection, ids: Iterable[str]) -> str:
    """Actors with their names, types and ids, as a message names them."""
    names = {row.id: row for row in connection.execute(select(actors).where(actors.c.id.in_(list(ids))))}
    return "; ".join(f"{names[one].name} ({names[one].type or 'actor'}, {one})" for one in ids if one in names)


def _is_person(connection: Connection, one: Meant) -> bool:
    return connection.execute(select(actors.c.type).where(actors.c.row == one.row)).scalar() == ActorType.PERSON.value


def _with_beginning(connection: Connection, words: str) -> list[Meant]:
    end = words + "\uffff"
    found = _rows(connection, select(actors.c.row).where(actors.c.id >= words, actors.c.id < end))
    if found:
        return found
    homes = connection.execute(
        select(personas.c.home).where(personas.c.home >= words, personas.c.home < end).distinct()
    ).scalars()
    stands = standing(connection)
    return _rows(connection, select(actors.c.row).where(actors.c.id.in_({stands.onward(home) for home in homes})))


def _with_id(connection: Connection, words: str) -> list[Meant]:
    return _rows(connection, select(actors.c.row).where(actors.c.id == words)) or _rows(
        connection, select(actors.c.row).where(actors.c.id == standing(connection).onward(words))
    )


def _rows(connection: Connection, rows: object) -> list[Meant]:
    asked = select(actors.c.row, actors.c.id, actors.c.name).where(actors.c.row.in_(rows))  # type: ignore[arg-type]
    return [Meant(*row) for row in connection.execute(asked.order_by(actors.c.articles.desc(), actors.c.row))]


def _nearest(connection: Connection, words: str) -> list[str]:
    """The ids of the actors with the names nearest to some words, among those with a word that begins alike."""
    beginnings = {f" {word[:1]}" for word in sounds(words).split()}
    if not beginnings:
        return []
    alike = or_(*(func.instr(actor_names.c.sounds, beginning) > 0 for beginning in sorted(beginnings)))
    asked = select(actor_names.c.folded, actors.c.id).join(actors, actors.c.row == actor_names.c.actor_row).where(alike)
    ordered = asked.order_by(actors.c.articles.desc()).limit(_COMPARED)
    found: dict[str, str] = {row.folded: row.id for row in connection.execute(ordered)}
    close = get_close_matches(folded(words), list(found), n=5, cutoff=_NEAR)
    words_of = {word: one for name, one in found.items() for word in (f" {part}" for part in name.split())}
    close += get_close_matches(folded(words), list(words_of), n=3, cutoff=0.7) if len(close) < 3 else []
    return list(dict.fromkeys(found.get(name) or words_of[name] for name in close))
