"""Actors as they are listed and shown: counted over the readings that are shown of articles that none has replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from onrecord.ledger.actors import appearing
from onrecord.ledger.actors.judging import ACTOR, PLACING, Standing, logged, standing, undone_by
from onrecord.ledger.actors.naming import Meant, actor_meant
from onrecord.ledger.actors.portraying import portions
from onrecord.ledger.asking.filtering import is_shown, rows_named, shown
from onrecord.ledger.queries import ActorQuery
from onrecord.ledger.rows import ActorHistory, ActorRow, JudgedAlike, Judgement, JudgementRow
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.rebuilding import offices_of
from onrecord.ledger.storing.schema import actor_names, actors, articles, judgements, personas, readings, statements
from onrecord.vocabulary import Actor, ActorType, Office, Verdict

# So many actors are named in what a judgement says.
_NAMED = 3
# Of a place's kind: what is no person, body or group, and countries, which stand for their governments.
_is_place = or_(actors.c.type.is_(None), actors.c.type == ActorType.GOVERNMENT.value)


def list_actors(connection: Connection, query: ActorQuery, *, all_versions: bool = False) -> Iterator[ActorRow]:
    """The actors that a query means, in its order."""
    counted = _counted(query, all_versions=all_versions)
    said, seen = counted.selected_columns.statements, counted.selected_columns.articles
    asked = counted.order_by(said.desc(), seen.desc(), actors.c.row).limit(query.limit).offset(query.offset or None)
    for portion in connection.execute(asked).partitions(500):
        yield from _actor_rows(connection, portion, all_versions=all_versions)


def actor_number(query: ActorQuery) -> Select[int]:
    """How many actors a query means, its limit and offset aside."""
    return select(func.count()).select_from(_counted(query, all_versions=False).subquery())


def history(connection: Connection, words: str, newest: int | None = None) -> ActorHistory:
    """All that is known of the actor that a person means; where a number is given, so many of its newest articles at most, and
    only what persons judged. Raises UsageError where that is none, or may be several."""
    meant = actor_meant(connection, words)
    told = appearing.told_of(connection, meant.row)
    names = appearing.names_seen(told)
    counted = connection.execute(_all_counted(_with_id([meant.id]))).first()
    bare = _bare(connection, meant.row)
    row = _actor_row(counted, names, bare.offices) if counted else ActorRow(bare, 0, 0)
    stands = standing(connection)
    alike = _judged_alike(connection, meant.row)
    said = _about(connection, stands, meant, machine=newest is None)
    return ActorHistory(
        row,
        tuple(sorted(names.items(), key=lambda one: (-one[1], one[0]))),
        {name: one.article for one in reversed(told) for name in one.names},
        tuple(_months(connection, meant.row)),
        alike,
        tuple(JudgementRow(one, words, stands.undone.get(one.id)) for one, words in _told(connection, said)),
        _may_be(connection, stands, meant) if any(one.verdict is Verdict.UNSURE for one in alike) else (),
        appearing.offices_seen(told),
        appearing.outlets_seen(told),
        appearing.appearances(connection, told if newest is None else appearing.newest(told, newest)),
    )


def actor_known(connection: Connection, words: str) -> Actor:
    """The actor that a person means, without its names. Raises UsageError where that is none, or may be several."""
    return _bare(connection, actor_meant(connection, words).row)


def list_judgements(connection: Connection, *, machine: bool = True) -> Iterator[JudgementRow]:
    """The log in order; without the machine's, what persons decided."""
    undone = undone_by(logged(connection, select(judgements).where(judgements.c.undoes.is_not(None)).order_by(judgements.c.row)))
    asked = select(judgements).order_by(judgements.c.row)
    if not machine:
        asked = asked.where(judgements.c.score.is_(None))
    for one in logged(connection, asked):
        yield JudgementRow(one, says(connection, one), undone.get(one.id))


def _told(connection: Connection, said: Sequence[Judgement]) -> Iterator[tuple[Judgement, str]]:
    """Judgements with what each decides; of thousands the personas and the actors are looked up together."""
    placing = [one for one in said if one.kind == ACTOR and one.verdict in PLACING]
    placed = {row.key: row for portion in portions([one.subject for one in placing]) for row in _placed(connection, portion)}
    among = {id_ for one in placing for id_ in _candidates(one)[:_NAMED]}
    names = {id_: name for portion in portions(sorted(among)) for id_, name in _names_of(connection, portion)}
    for one in said:
        yield one, says(connection, one, placed, names)


def _placed(connection: Connection, keys: Sequence[str]) -> Iterator[Any]:
    """The names of some personas, and the articles that they stand in."""
    about = select(personas.c.key, personas.c.name, articles.c.id).join(readings, readings.c.row == personas.c.reading_row)
    within = about.join(articles, articles.c.row == readings.c.article_row).where(personas.c.key.in_(keys))
    yield from connection.execute(within)


def says(
    connection: Connection, one: Judgement, placed: Mapping[str, Any] | None = None, names: Mapping[str, str] | None = None
) -> str:
    """What a judgement decides, in one line; `placed` are the personas by their keys, and `names` those of actors by their ids,
    that were looked up before."""
    if one.verdict is Verdict.UNDO:
        return f"judgement {one.undoes} is taken back"
    if one.kind == ACTOR and one.verdict in PLACING:
        row = next(_placed(connection, [one.subject]), None) if placed is None else placed.get(one.subject)
        name = f"{row.name} in article {row.id}" if row else one.subject
        others = _candidates(one)
        known = dict(_names_of(connection, others[:_NAMED])) if names is None else names
        among = _called(others, known)
        words = {Verdict.SAME: "is", Verdict.DIFFERENT: "is none of", Verdict.UNSURE: "may be"}[one.verdict]
        return f"{name} {words} {among}"
    return one.evidence or f"{one.subject}: {one.verdict}"


def _candidates(one: Judgement) -> list[str]:
    """The ids of the actors that a judgement weighs."""
    others = one.value.get("candidates") or one.value.get("actor", "")
    return others if isinstance(others, list) else [str(others)]


def _names_of(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    for row in connection.execute(select(actors.c.id, actors.c.name).where(actors.c.id.in_(ids))):
        yield row.id, row.name


def _called(ids: Sequence[str], names: Mapping[str, str]) -> str:
    """The names of a few actors, each with the beginning of its id; of an actor that is one no longer, the id."""
    told = ", ".join(f"{names[one]} ({one[:8]})" if one in names else one for one in ids[:_NAMED])
    return told if len(ids) <= _NAMED else f"{told} or {len(ids) - _NAMED} more"


def _counted(query: ActorQuery, *, all_versions: bool) -> Select[Any]:
    asked = _all_counted(rows_named(query.name) if query.name is not None else None, all_versions=all_versions)
    if query.type is not None:
        asked = asked.where(actors.c.type == query.type.value)
    return asked if query.places else asked.where(or_(~_is_place, asked.selected_columns.statements > 0))


def _all_counted(which: Select[int] | None = None, *, all_versions: bool = False) -> Select[Any]:
    """The actors of which something that is shown tells, all or those of some rows, with their numbers.

    One reading is shown of each article, so that readings are counted: an index has all of it.
    """
    told = select(
        personas.c.actor_row,
        func.sum(personas.c.statements).label("statements"),
        func.count(personas.c.reading_row.distinct()).label("articles"),
    ).where(is_shown(personas.c.reading_row, all_versions=all_versions))
    counted = (told if which is None else told.where(personas.c.actor_row.in_(which))).group_by(personas.c.actor_row).subquery()
    return select(
        actors.c.row,
        actors.c.id,
        actors.c.name,
        actors.c.type,
        actors.c.wikidata,
        actors.c.gender,
        counted.c.statements,
        counted.c.articles,
    ).join(counted, counted.c.actor_row == actors.c.row)


def _actor_rows(connection: Connection, rows: Sequence[Any], *, all_versions: bool = False) -> list[ActorRow]:
    wanted = [row.row for row in rows]
    names = _names(connection, wanted, all_versions=all_versions)
    offices: dict[int, list[list[str]]] = {}
    for portion in portions(wanted):
        asked = select(actors.c.row, actors.c.offices).where(actors.c.row.in_(portion))
        offices |= {row.row: row.offices for row in connection.execute(asked)}
    return [_actor_row(row, names.get(row.row, Counter()), offices_of(offices[row.row])) for row in rows]


def _actor_row(row: Any, names: Counter[str], offices: tuple[Office, ...]) -> ActorRow:
    type_ = ActorType(row.type) if row.type else None
    ordered = tuple(name for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0])))
    actor = Actor(row.id, row.name, type_, ordered, offices, row.wikidata, row.gender)
    return ActorRow(actor, row.statements, row.articles)


def _with_id(ids: Sequence[str]) -> Select[int]:
    return select(actors.c.row).where(actors.c.id.in_(ids))


def list_cast(connection: Connection) -> Iterator[Actor]:
    """All actors that are told of, without their names."""
    told = select(personas.c.actor_row).where(is_shown(personas.c.reading_row, all_versions=False)).distinct()
    for row in connection.execute(select(actors).where(actors.c.row.in_(told)).order_by(actors.c.row)):
        yield _actor(row)


def list_called(connection: Connection, names: Collection[str]) -> Iterator[Actor]:
    """The actors that go by any of some names, whatever the case and diacritics, without their names; the best known first."""
    by_name = select(actor_names.c.actor_row).where(actor_names.c.folded.in_({folded(name) for name in names}))
    asked = select(actors).where(actors.c.row.in_(by_name)).order_by(actors.c.articles.desc(), actors.c.row)
    for row in connection.execute(asked):
        yield _actor(row)


def _bare(connection: Connection, row: int) -> Actor:
    """An actor of which nothing that is shown tells any more."""
    return _actor(connection.execute(select(actors).where(actors.c.row == row)).one())


def _actor(row: Any) -> Actor:
    """An actor from its row, without its names."""
    type_ = ActorType(row.type) if row.type else None
    return Actor(row.id, row.name, type_, (), offices_of(row.offices), row.wikidata, row.gender)


def _names(connection: Connection, rows: Sequence[int], *, all_versions: bool = False) -> dict[int, Counter[str]]:
    """For each actor, in how many articles each of its names stands.

    What is told alike is counted by SQLite, since a well-known actor has thousands of personas; where several of one article are
    one actor, what they have in common counts once.
    """
    found: dict[int, Counter[str]] = {}
    for portion in portions(rows):
        here = (personas.c.actor_row.in_(portion), is_shown(personas.c.reading_row, all_versions=all_versions))
        told = select(personas.c.actor_row, personas.c.name, personas.c.names, func.count().label("number"))
        alike = told.where(*here, personas.c.put.is_(None)).group_by(personas.c.actor_row, personas.c.name, personas.c.names)
        for row in connection.execute(alike):
            for name in {row.name, *row.names}:
                found.setdefault(row.actor_row, Counter())[name] += row.number
        for (actor_row, _), names in _of_several(connection, here).items():
            found[actor_row] -= Counter({name: number - 1 for name, number in names.items() if number > 1})
    return found


def _of_several(connection: Connection, here: Sequence[ColumnElement[bool]]) -> dict[tuple[int, int], Counter[str]]:
    """Where several personas of one reading are one actor: how many of them have each name, by the rows of the two."""
    place = (personas.c.actor_row, personas.c.reading_row)
    several = select(*place).where(*here).group_by(*place).having(func.count() > 1).subquery()
    asked = select(*place, personas.c.name, personas.c.names).where(personas.c.put.is_(None))
    both = and_(personas.c.actor_row == several.c.actor_row, personas.c.reading_row == several.c.reading_row)
    found: dict[tuple[int, int], Counter[str]] = {}
    for row in connection.execute(asked.join(several, both)):
        found.setdefault((row.actor_row, row.reading_row), Counter()).update({row.name, *row.names})
    return found


def _months(connection: Connection, row: int) -> Iterator[tuple[str, int]]:
    """The statements of each month; those whose day may be in several months, or is not known, under ""."""
    first, last = (func.substr(day, 1, 7) for day in (statements.c.day_earliest, statements.c.day_latest))
    month = case((first == last, first), else_="").label("month")
    asked = select(month, func.count()).select_from(personas).join(readings, readings.c.row == personas.c.reading_row)
    asked = asked.join(articles, articles.c.row == readings.c.article_row).join(
        statements, (statements.c.reading_row == personas.c.reading_row) & (statements.c.speaker_actor == personas.c.id)
    )
    asked = (
        asked.where(personas.c.actor_row == row, statements.c.status != "rejected", *shown(all_versions=False))
        .group_by(month)
        .order_by(month)
    )
    yield from ((str(name), int(number)) for name, number in connection.execute(asked))


def _placing(row: int) -> Select[Any]:
    """The judgements that placed personas of the actor in a row: a machine's, each with its score."""
    placed = select(personas.c.key).where(personas.c.actor_row == row)
    return select(judgements).where(
        judgements.c.kind == ACTOR, judgements.c.subject.in_(placed), judgements.c.verdict != Verdict.UNDO.value
    )


def _about(connection: Connection, stands: Standing, meant: Meant, *, machine: bool) -> list[Judgement]:
    """The judgements on an actor: those that placed its personas where machines' are asked for, those of persons that name it or
    what became part of it, and those that take one of them back; in order."""
    found = {one.id: one for one in logged(connection, _placing(meant.row))} if machine else {}
    for one in stands.judgements:
        named = [str(part) for part in (one.subject, *(one.value.get(part) for part in ("into", "new"))) if part]
        if one.verdict is not Verdict.UNDO and any(meant.id in (part, stands.onward(part)) for part in named):
            found[one.id] = one
    for one in stands.judgements:
        if one.undoes in found:
            found[one.id] = one
    order = {row.id: row.row for row in _order_of(connection, list(found))}
    return sorted(found.values(), key=lambda one: order[one.id])


def _judged_alike(connection: Connection, row: int) -> tuple[JudgedAlike, ...]:
    """How often machines judged the same of an actor, the commonest first."""
    said = (judgements.c.verdict, func.coalesce(judgements.c.evidence, "").label("evidence"), judgements.c.by)
    alike = _placing(row).with_only_columns(*said, func.count().label("number")).group_by(*said)
    rows = connection.execute(alike.order_by(func.count().desc(), *said)).all()
    return tuple(JudgedAlike(Verdict(verdict), *others) for verdict, *others in rows)


def _order_of(connection: Connection, ids: Sequence[str]) -> Iterator[Any]:
    for portion in portions(ids):
        yield from connection.execute(select(judgements.c.id, judgements.c.row).where(judgements.c.id.in_(portion)))


def _may_be(connection: Connection, stands: Standing, meant: Meant) -> tuple[ActorRow, ...]:
    """The actors that this one may be the same as, by the judgements that stand, those with most statements first."""
    unsure = logged(connection, _placing(meant.row).where(judgements.c.verdict == Verdict.UNSURE.value))
    standing = (one for one in unsure if one.id not in stands.undone)
    ids = {stands.onward(other) for one in standing for other in one.value.get("candidates", ())} - {meant.id}
    rows: list[ActorRow] = []
    for portion in portions(sorted(ids)):
        rows += _actor_rows(connection, connection.execute(_all_counted(_with_id(portion))).all())
    return tuple(sorted(rows, key=lambda row: (-row.statements, row.actor.id)))
