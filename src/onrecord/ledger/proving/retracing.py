"""Whether who is who follows from what was read and from the log: everything is worked out again from both."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.ledger.actors.joining import persona_key, speaking
from onrecord.ledger.actors.judging import PLACING, chained, placed_by, standing
from onrecord.ledger.actors.portraying import portraits
from onrecord.ledger.relations.judging import UTTERANCE
from onrecord.ledger.reviewing.checking import CHECK
from onrecord.ledger.reviewing.ruling import PARTS, STATEMENT
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing.rebuilding import Columns
from onrecord.ledger.storing.schema import actor_keys, actor_names, actors, judgements, personas
from onrecord.vocabulary import Record, Verdict


def of_personas(connection: Connection, row: Columns, record: Record) -> Iterator[Failure]:
    """Where the personas of a reading (a row of `about_articles`, with its id) do not follow from its record, as it is shown."""
    said = speaking(record)
    asked = select(personas).where(personas.c.reading_row == row.reading_row).order_by(personas.c.ordinal)
    kept = connection.execute(asked).all()
    read = [one.ordinal for one in kept if one.put is None]
    if read != list(range(len(read))):
        yield Failure("personas", row.reading_id, "they are not numbered in order from 0")
    for one in kept:
        if (one.key, one.statements) != (persona_key(row.reading_id, one.id), said.get(one.id, 0)):
            yield Failure("personas", one.key, "its key or the number of its statements does not follow from its reading")


def of_log(connection: Connection) -> Iterator[Failure]:
    """Where the log of judgements is not the one that was written."""
    before = ""
    known: set[str] = set()
    for row in connection.execute(select(judgements).order_by(judgements.c.row)):
        if row.id != chained(before, row._asdict()):
            yield Failure("judgements", row.id, "it, or the one before it, was changed or lost since it was written")
        if (row.undoes is None) != (row.verdict != Verdict.UNDO) or (row.undoes is not None and row.undoes not in known):
            yield Failure("judgements", row.id, "it takes back nothing that was decided before it")
        if not _is_whole(row):
            yield Failure("judgements", row.id, "it lacks what its verdict needs to say")
        before = row.id
        known.add(row.id)


def of_actors(connection: Connection) -> Iterator[Failure]:
    """Where the actors do not follow from personas and judgements: which are one, and what is kept of each."""
    stands = standing(connection)
    placed = placed_by(connection, stands.undone)
    asked = select(personas.c.key, personas.c.id, personas.c.put, personas.c.home, actors.c.id.label("actor"))
    for row in connection.execute(asked.join(actors, actors.c.row == personas.c.actor_row, isouter=True)):
        home = placed.get(row.key, row.put or row.id)
        if (row.home, row.actor) != (home, stands.actor_of(row.key, home)):
            yield Failure("personas", row.key, "the actor that it belongs to does not follow from the judgements")
    kept = {row.row: row._asdict() for row in connection.execute(select(actors))}
    names = _by_actor(connection, select(actor_names))
    keys = _by_actor(connection, select(actor_keys))
    for number, portrait in portraits(connection):
        columns = portrait.columns(stands.name_of(portrait.id))
        found = kept.pop(number)
        found.pop("row")
        if found != columns:
            yield Failure("actors", portrait.id, "what is kept of it does not follow from its personas and the judgements")
        if names.pop(number, []) != sorted(portrait.name_rows().values(), key=lambda row: str(row["name"])):
            yield Failure("actor_names", portrait.id, "its names do not follow from its personas and the judgements")
        if {str(row["key"]) for row in keys.pop(number, [])} != portrait.keys():
            yield Failure("actor_keys", portrait.id, "the keys that it is looked up by do not follow from its names")
    for left in kept.values():
        yield Failure("actors", left["id"], "no persona belongs to it")
    for table, rest in (("actor_names", names), ("actor_keys", keys)):
        yield from (Failure(table, str(number), "it belongs to no actor") for number in rest)


def _by_actor(connection: Connection, asked: object) -> dict[int, list[dict[str, object]]]:
    """Rows by the actor that they belong to, which they then leave out, by name."""
    found: dict[int, list[dict[str, object]]] = {}
    for row in connection.execute(asked):  # type: ignore[call-overload]
        columns = row._asdict()
        found.setdefault(columns.pop("actor_row"), []).append(columns)
    for rows in found.values():
        rows.sort(key=lambda row: str(row.get("name", row.get("key"))))
    return found


def _is_whole(row: Columns) -> bool:
    """Whether the value of a judgement has what its kind and verdict need."""
    needed: dict[str, tuple[str, ...]] = {
        Verdict.MERGE: ("into",),
        Verdict.SPLIT: ("new", "personas", "names"),
        Verdict.RENAME: ("name",),
    } | {one.value: ("actor",) for one in PLACING}
    if row.kind == STATEMENT and row.verdict == Verdict.CORRECT and not set(PARTS) & row.value.keys():
        return False
    if row.kind == CHECK and row.verdict != Verdict.UNDO and not {"check", "wrong"} <= row.value.keys():
        return False
    if row.kind == UTTERANCE and row.verdict != Verdict.UNDO and "statements" not in row.value:
        return False
    return row.kind != "actor" or all(part in row.value for part in needed.get(row.verdict, ()))
