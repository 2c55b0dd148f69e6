"""Overtaking: what persons decided on a thing since somebody looked at it, so that no decision is overruled unseen."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, func, select, text

from onrecord.ledger.actors.judging import logged, undone_by
from onrecord.ledger.actors.profiling import says
from onrecord.ledger.reviewing.ruling import STATEMENT
from onrecord.ledger.rows import Judgement, JudgementRow
from onrecord.ledger.storing.schema import judgements


def newest(connection: Connection) -> str | None:
    """The id of the last judgement of the log; None where there is none."""
    return connection.execute(select(judgements.c.id).order_by(judgements.c.row.desc()).limit(1)).scalar()


def judged_at(connection: Connection, statements: Collection[str]) -> dict[str, str]:
    """When a person said something of each of some statements last, taking back too (UTC), by id; those of which nobody did left
    out."""
    last = func.max(judgements.c.at)
    asked = select(judgements.c.subject, last).where(judgements.c.kind == STATEMENT).group_by(judgements.c.subject)
    within = text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(statements)))
    return {row[0]: row[1] for row in connection.execute(asked.where(judgements.c.subject.in_(within)))}


def judged_since(connection: Connection, seen: str | None, kind: str, ids: Collection[str]) -> Iterator[JudgementRow]:
    """The judgements of persons of a kind, later than one (its id), that concern all of some ids; see `Ledger.judged_since`."""
    last = connection.execute(select(judgements.c.row).where(judgements.c.id == seen)).scalar() if seen else None
    asked = select(judgements).where(judgements.c.kind == kind, judgements.c.score.is_(None)).order_by(judgements.c.row)
    later = list(logged(connection, asked.where(judgements.c.row > (last or 0))))
    if not later:
        return
    said = {one.id: one for one in logged(connection, asked)}
    undone = undone_by(said.values())
    for one in later:
        target = one
        while target.undoes in said:
            target = said[target.undoes]
        if set(ids) <= _concerned(target):
            yield JudgementRow(one, says(connection, target), undone.get(one.id))


def _concerned(one: Judgement) -> set[str]:
    """All that a judgement names: its subject and whatever ids its value has."""
    values = ([value] if isinstance(value, str) else value for value in one.value.values())
    return {one.subject, *(part for value in values for part in value)}
