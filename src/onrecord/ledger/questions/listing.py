"""Positions in the order asked for, a portion at a time, each with its statement, its article and who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.ledger.asking.filtering import ordered, overlaps, rows_named
from onrecord.ledger.asking.finding import only
from onrecord.ledger.asking.listing import statement_rows
from onrecord.ledger.queries import PositionQuery
from onrecord.ledger.questions.deciding import doubts, stand_of, words_on
from onrecord.ledger.questions.rows import PositionRow
from onrecord.ledger.rows import Judgement, StatementRow
from onrecord.ledger.storing.question_tables import positions
from onrecord.ledger.storing.schema import actors, articles, personas, statements
from onrecord.vocabulary import ActorType, Days, Position, Span

_PORTION = 500

_ABOUT = (
    select(
        positions,
        actors.c.id.label("actor"),
        actors.c.name.label("actor_name"),
        actors.c.type.label("actor_type"),
    )
    .join(personas, personas.c.row == positions.c.persona_row, isouter=True)
    .join(actors, actors.c.row == personas.c.actor_row, isouter=True)
)


def list_positions(connection: Connection, query: PositionQuery) -> Iterator[PositionRow]:
    """The positions that a query means, in its order."""
    days = (positions.c.day_earliest, positions.c.day_latest)
    place = (positions.c.article_row, positions.c.statement_row, positions.c.ordinal)
    asked = select(positions.c.row).where(*_meant(query)).order_by(*ordered(query.order, *days), *place)
    for portion in connection.execute(asked.limit(query.limit).offset(query.offset or None)).partitions(_PORTION):
        yield from position_rows(connection, [row.row for row in portion])


def position_number(query: PositionQuery) -> Select[int]:
    """How many positions a query means, its limit and offset aside."""
    return select(func.count()).select_from(positions).where(*_meant(query))


def position_days(connection: Connection, query: PositionQuery) -> dict[tuple[Days, Position | None], int]:
    """How many positions of a query were taken on which days."""
    days = (positions.c.day_earliest, positions.c.day_latest)
    asked = select(*days, positions.c.position, func.count()).where(*_meant(query)).group_by(*days, positions.c.position)
    return {
        ((first, last), Position(taken) if taken else None): number for first, last, taken, number in connection.execute(asked)
    }


def find_position(connection: Connection, prefix: str) -> PositionRow | None:
    """The position whose id starts so; None for none."""
    found = only(connection, positions.c.id, prefix, "position")
    row = connection.execute(select(positions.c.row).where(positions.c.id == found)).scalar() if found else None
    return next(iter(position_rows(connection, [row])), None) if row is not None else None


def position_rows(connection: Connection, rows: Sequence[int]) -> list[PositionRow]:
    """Positions by their rows, in their order; at most as many as SQLite takes parameters."""
    kept = {row.row: row for row in connection.execute(_ABOUT.where(positions.c.row.in_(rows))).all()}
    wanted = sorted({row.statement_row for row in kept.values()})
    asked = select(statements).where(statements.c.row.in_(wanted)).order_by(statements.c.row)
    told = dict(zip(wanted, statement_rows(connection, asked), strict=True))
    said = _judged(
        connection, [(row, told[row.statement_row].statement.id) for row in kept.values() if row.status != "candidate"]
    )
    again = doubts(connection)
    return [_position(kept[row], told[kept[row].statement_row], said.get(row), again) for row in rows]


def _judged(connection: Connection, about: Sequence[tuple[Any, str]]) -> dict[int, Judgement]:
    """The judgements that positions (with the ids of their statements) stand or fall by, by their rows."""
    found: dict[int, Judgement] = {}
    for question in {row.question for row, _ in about}:
        asked = [(row, statement) for row, statement in about if row.question == question]
        words = words_on(connection, question, [statement for _, statement in asked])
        for row, statement in asked:
            word = words.get(statement)
            if word and (one := word.on(row.id, stand_of(row.reading, row.position)[0])):
                found[row.row] = one
    return found


def _position(row: Any, told: StatementRow, judgement: Judgement | None, again: Mapping[tuple[str, str], str]) -> PositionRow:
    reading, position = stand_of(row.reading, row.position)
    is_of_another = row.second_hand and told.statement.within is None
    speaker = None if is_of_another else told.statement.speaker
    type_ = ActorType(row.actor_type) if row.actor_type else None
    doubt = again.get((row.question, told.statement.id)) if row.status == "candidate" else None
    return PositionRow(
        id=row.id,
        question=row.question,
        row=told,
        actor=row.actor,
        actor_name=row.actor_name or (speaker.name if speaker else None),
        actor_type=type_ or (speaker.type if speaker else None),
        reading=reading,
        position=position,
        confidence=1.0 if row.status in ("confirmed", "corrected") else row.confidence,
        reason=f"{doubt}; {row.reason}" if doubt else row.reason,
        words=tuple(Span(start, end, text) for start, end, text in row.words),
        stage=row.stage,
        second_hand=row.second_hand,
        status=row.status,
        by=row.by,
        judgement=judgement,
    )


def _meant(query: PositionQuery) -> Iterator[ColumnElement[bool]]:
    if query.question is not None:
        yield positions.c.question == query.question
    if query.about and query.position is not Position.NOT_ABOUT:
        yield positions.c.about.is_(True)
    if not query.unsure:
        yield positions.c.position.is_not(None)
    if query.reading is not None:
        yield positions.c.reading == query.reading.value
    if query.position is not None:
        yield positions.c.position == query.position.value
    yield from _of_holder(query)
    if query.article is not None:
        yield positions.c.article_row.in_(select(articles.c.row).where(articles.c.id == query.article))
    if query.statement is not None:
        yield positions.c.statement_row.in_(select(statements.c.row).where(statements.c.id == query.statement))
    if query.second_hand is not None:
        yield positions.c.second_hand.is_(query.second_hand)
    yield from overlaps(positions.c.day_earliest, positions.c.day_latest, query.since, query.until)
    if query.status is not None:
        yield positions.c.status == query.status
    elif not query.rejected:
        yield positions.c.status != "rejected"


def _of_holder(query: PositionQuery) -> Iterator[ColumnElement[bool]]:
    held = select(personas.c.row)
    if query.actor is not None:
        own = select(actors.c.row).where(actors.c.id == query.actor).scalar_subquery()
        yield positions.c.persona_row.in_(held.where(personas.c.actor_row == own))
    if query.speaker is not None:
        yield positions.c.persona_row.in_(held.where(personas.c.actor_row.in_(rows_named(query.speaker))))
