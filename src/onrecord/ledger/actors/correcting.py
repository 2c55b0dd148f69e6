"""What a person decides on actors: merge, split, rename, and taking any judgement back. Each is a row of the log."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from onrecord.ledger.actors.judging import (
    ACTOR,
    PLACING,
    Draft,
    Standing,
    enter,
    home_by,
    judgement_with,
    logged,
    next_number,
    standing,
)
from onrecord.ledger.actors.naming import actor_meant, listed
from onrecord.ledger.actors.portraying import new_rows, portions, refresh
from onrecord.ledger.rows import Judgement, split_off
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.schema import actors, articles, judgements, personas, readings
from onrecord.vocabulary import UsageError, Verdict, content_id


def merge(connection: Connection, into: str, other: str, *, by: str, why: str | None) -> Judgement:
    """Makes two actors one, under the id of the first. Raises UsageError where they are one already."""
    one, two = actor_meant(connection, into), actor_meant(connection, other)
    if one.id == two.id:
        raise UsageError(f"{into!r} and {other!r} are one actor already: {listed(connection, [one.id])}")
    says = f"{two.name} is {one.name}"
    return _decide(
        connection,
        Draft(kind=ACTOR, subject=two.id, verdict=Verdict.MERGE, value={"into": one.id}, evidence=says, by=by, why=why),
    )


def split(
    connection: Connection, actor: str, names: Sequence[str], within: Sequence[str], *, by: str, why: str | None
) -> Judgement:
    """Makes an actor of its own of what goes by some names, or stands in some articles (ids), of an actor.

    Raises UsageError where the actor has none of a name or article, or nothing would be left of it.
    """
    one = actor_meant(connection, actor)
    keys = _with_names(connection, one.row, names) | _in_articles(connection, one.row, within)
    if not keys:
        raise UsageError("name what is to be split off: names of the actor, or articles that it is in")
    read = select(personas.c.key).where(personas.c.actor_row == one.row, personas.c.put.is_(None))
    if keys >= set(connection.execute(read).scalars()):
        raise UsageError(f"nothing would be left of {one.name} ({one.id}): to give it another name, rename it")
    new = content_id("split", one.id, str(next_number(connection)))
    value: dict[str, str | list[str]] = {"new": new, "names": list(names), "articles": list(within), "personas": sorted(keys)}
    says = f"{split_off(value)} from {one.name}"
    return _decide(
        connection, Draft(kind=ACTOR, subject=one.id, verdict=Verdict.SPLIT, value=value, evidence=says, by=by, why=why)
    )


def rename(connection: Connection, actor: str, name: str, *, by: str, why: str | None) -> Judgement:
    """Gives an actor the name that it is shown by; it is found by that name too."""
    one = actor_meant(connection, actor)
    plain = " ".join(name.split())
    if not folded(plain):
        raise UsageError(f"{name!r} is no name: give one with a letter or digit")
    if plain == one.name:
        raise UsageError(f"{one.id} is called {plain} already")
    says = f"{one.name} is called {plain}"
    draft = Draft(kind=ACTOR, subject=one.id, verdict=Verdict.RENAME, value={"name": plain}, evidence=says, by=by, why=why)
    return _decide(connection, draft)


def undo(connection: Connection, prefix: str, *, by: str, why: str | None) -> Judgement:
    """Takes a judgement back; taking back one that took another back lets that one stand again.

    Raises UsageError where there is no such judgement, or it is taken back already.
    """
    one = judgement_with(connection, prefix)
    before = standing(connection)
    if (already := before.undone.get(one.id)) is not None:
        raise UsageError(f"judgement {one.id} is taken back already, by {already}: undo that one to let it stand again")
    draft = Draft(kind=one.kind, subject=one.subject, verdict=Verdict.UNDO, undoes=one.id, by=by, why=why)
    return _decide(connection, draft)


def _decide(connection: Connection, draft: Draft) -> Judgement:
    """Enters a judgement, and lets everything that follows from the log follow."""
    (entered,) = enter(connection, [draft])
    settle(connection, standing(connection), entered)
    return entered


def settle(connection: Connection, stands: Standing, last: Judgement) -> None:
    """Puts every persona where the log now says that it belongs, and works out anew the actors that change by it."""
    changed = {row for row in (_row_of(connection, last.subject),) if row is not None}
    changed |= _replaced(connection, stands, last)
    rows: dict[str, int] = {row.id: row.row for row in connection.execute(select(actors.c.id, actors.c.row))}
    ids = {row: one for one, row in rows.items()}

    def row_of(actor: str) -> int:
        if actor not in rows:
            rows.update(new_rows(connection, [actor]))
        return rows[actor]

    chosen = stands.chosen | _once_chosen(stands)
    homes = select(personas.c.home, personas.c.actor_row).distinct()
    for home, row in connection.execute(homes).all():
        wanted = stands.onward(home)
        if ids.get(row) != wanted:
            here = select(personas.c.key).where(personas.c.home == home, personas.c.actor_row == row)
            moved = [key for key in connection.execute(here).scalars() if key not in chosen]
            target = row_of(wanted) if moved else row
            for portion in portions(moved):
                connection.execute(update(personas).where(personas.c.key.in_(portion)).values(actor_row=target))
                changed |= {row, target}
    for portion in portions(sorted(chosen)):
        kept = select(personas.c.key, personas.c.home, personas.c.actor_row).where(personas.c.key.in_(portion))
        for key, home, row in connection.execute(kept).all():
            target = row_of(stands.actor_of(key, home))
            if target != row:
                connection.execute(update(personas).where(personas.c.key == key).values(actor_row=target))
                changed |= {row, target}
    refresh(connection, stands, changed)


def _once_chosen(stands: Standing) -> set[str]:
    """The keys of the personas that any split names, taken back or not."""
    return {key for one in stands.judgements if one.verdict is Verdict.SPLIT for key in one.value["personas"]}


def _replaced(connection: Connection, stands: Standing, last: Judgement) -> set[int]:
    """Where one that placed a persona is taken back, or stands again: its home, put right; the rows of actors that change."""
    target = last
    while target.undoes is not None:
        target = judgement_with(connection, target.undoes)
    if target.verdict not in PLACING or target is last:
        return set()
    said = settled_home(connection, stands, target.subject)
    row = connection.execute(select(personas).where(personas.c.key == target.subject)).first()
    if row is None:  # a person put it there, and took that back
        return set()
    home = said or row.put or row.id
    connection.execute(update(personas).where(personas.c.key == target.subject).values(home=home))
    return {row.actor_row}


def settled_home(connection: Connection, stands: Standing, key: str) -> str | None:
    """The id of the actor that the judgements on a persona (its key) leave it with; None for the one of its own id."""
    asked = select(judgements).where(judgements.c.kind == ACTOR, judgements.c.subject == key)
    return home_by(logged(connection, asked.order_by(judgements.c.row)), stands.undone)


def _row_of(connection: Connection, actor: str) -> int | None:
    return connection.execute(select(actors.c.row).where(actors.c.id == actor)).scalar()


def _with_names(connection: Connection, row: int, names: Sequence[str]) -> set[str]:
    if not names:
        return set()
    asked = select(personas.c.key, personas.c.name, personas.c.names).where(personas.c.actor_row == row, personas.c.put.is_(None))
    kept = connection.execute(asked).all()
    found: set[str] = set()
    for name in names:
        fitting = {one.key for one in kept if folded(name) in {folded(form) for form in (one.name, *one.names)}}
        if not fitting:
            seen = ", ".join(sorted({form for one in kept for form in (one.name, *one.names)}))
            raise UsageError(f"the actor is never called {name!r}: it is called {seen}")
        found |= fitting
    return found


def _in_articles(connection: Connection, row: int, within: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for prefix in within:
        asked = select(personas.c.key).join(readings, readings.c.row == personas.c.reading_row)
        here = asked.join(articles, articles.c.row == readings.c.article_row).where(personas.c.actor_row == row)
        fitting = set(connection.execute(here.where(articles.c.id >= prefix, articles.c.id < prefix + "g")).scalars())
        if not fitting or len(prefix) < 4:
            raise UsageError(f"the actor is in no article whose id starts with {prefix!r}: `onrecord actors show` lists them")
        found |= fitting
    return found
