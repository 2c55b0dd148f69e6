"""Shifts as they are listed: each with the two positions that it lies between, as these stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select

from onrecord.ledger.asking.filtering import rows_named
from onrecord.ledger.asking.finding import only
from onrecord.ledger.queries import ShiftQuery
from onrecord.ledger.questions.deciding import verdicts_on_shifts
from onrecord.ledger.questions.listing import position_rows
from onrecord.ledger.questions.rows import PositionRow, ShiftRow
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.question_tables import positions, shifts
from onrecord.ledger.storing.schema import actors
from onrecord.vocabulary import ActorType, Position, Reading, ShiftKind, Verdict

_PORTION = 200
_first, _second = positions.alias("first"), positions.alias("second")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row of `shifts` with the rows of its positions and of its actor, and what a person said of it."""

    row: Row[Any]
    said: Judgement | None

    @property
    def ends(self) -> tuple[tuple[str, int], ...]:
        """The two positions: the id and the row of each."""
        row = self.row
        return ((row.first_position_id, row.first_position_row), (row.second_position_id, row.second_position_row))

    @property
    def status(self) -> str:
        if self.said is None:
            return "candidate"
        return "confirmed" if self.said.verdict is Verdict.CONFIRM else "rejected"


def list_shifts(connection: Connection, query: ShiftQuery, known: Iterable[PositionRow] = ()) -> Iterator[ShiftRow]:
    """The shifts that a query means, by the day of the new position; positions that are known already are not read again."""
    end = None if query.limit is None else query.offset + query.limit
    kept = islice(_kept(connection, _meant(query), query), query.offset, end)
    yield from _shown(connection, kept, {one.id: one for one in known})


def shift_number(connection: Connection, query: ShiftQuery) -> int:
    """How many shifts a query means, its limit and offset aside."""
    return sum(1 for _ in _kept(connection, _meant(query), query))


def find_shift(connection: Connection, prefix: str) -> ShiftRow | None:
    """The shift whose id starts so; None for none."""
    found = only(connection, shifts.c.id, prefix, "shift")
    query = ShiftQuery(rejected=True)
    return next(_shown(connection, _kept(connection, _meant(query).where(shifts.c.id == found), query), {}), None)


def _shown(connection: Connection, kept: Iterator[_Listed], known: Mapping[str, PositionRow]) -> Iterator[ShiftRow]:
    while portion := list(islice(kept, _PORTION)):
        ends = {id_: row for one in portion for id_, row in one.ends if id_ not in known}
        told = {**known, **{one.id: one for one in position_rows(connection, list(ends.values()))}}
        for one in portion:
            first, second = (told[id_] for id_, _ in one.ends)
            type_ = ActorType(one.row.actor_type) if one.row.actor_type else None
            confirmed = one.said is not None and one.status == "confirmed"
            yield ShiftRow(
                id=one.row.id,
                question=one.row.question,
                actor=one.row.actor,
                actor_name=one.row.actor_name,
                actor_type=type_,
                before=(Reading(one.row.before_reading), Position(one.row.before_position)),
                after=(Reading(one.row.after_reading), Position(one.row.after_position)),
                kind=ShiftKind(one.row.kind),
                confidence=1.0 if confirmed else one.row.confidence,
                why=one.row.why,
                statements=(first, second),
                status=one.status,
                by=one.said.by if confirmed and one.said else one.row.by,
                judgement=one.said,
            )


def _kept(connection: Connection, asked: Select[Any], query: ShiftQuery) -> Iterator[_Listed]:
    """Those of some shifts that a person's word on them lets through."""
    said = verdicts_on_shifts(connection)
    for row in connection.execute(asked):
        one = _Listed(row, said.get(row.id))
        if query.status is None and not query.rejected and one.status == "rejected":
            continue
        if query.status in (None, one.status):
            yield one


def _meant(query: ShiftQuery) -> Select[Any]:
    """The shifts whose positions stand: a person rejected neither, and their articles are placed."""
    asked = (
        select(
            shifts,
            *(end.c[name].label(f"{end.name}_position_{name}") for end in (_first, _second) for name in ("row", "id")),
            actors.c.name.label("actor_name"),
            actors.c.type.label("actor_type"),
        )
        .join(actors, actors.c.id == shifts.c.actor)
        .join(_first, _takes(_first, "first_row", "before"))
        .join(_second, _takes(_second, "second_row", "after"))
    )
    if query.question is not None:
        asked = asked.where(shifts.c.question == query.question)
    if query.actor is not None:
        asked = asked.where(shifts.c.actor == query.actor)
    if query.speaker is not None:
        asked = asked.where(actors.c.row.in_(rows_named(query.speaker)))
    if query.kind is not None:
        asked = asked.where(shifts.c.kind == query.kind.value)
    days = (_second.c.day_earliest, _second.c.day_latest)
    return asked.order_by(func.coalesce(*days).asc().nulls_last(), days[1].asc(), shifts.c.question, shifts.c.row)


def _takes(one: Any, statement: str, end: str) -> Any:
    return and_(
        one.c.statement_row == shifts.c[statement],
        one.c.question == shifts.c.question,
        one.c.reading == shifts.c[f"{end}_reading"],
        one.c.position == shifts.c[f"{end}_position"],
        one.c.status != "rejected",
    )
