"""The dated positions of an actor on a question, as shifts are found in them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.relations.judging import COPY, decided
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.telling import days_of
from onrecord.vocabulary import ActorType, Days, Held, Position, Reading

# Who tells what another holds, and what a person rejected, shows nothing of when who held what.
_HELD = text(
    """SELECT statements.id, statements.said_earliest, statements.said_latest, readings.published_earliest,
        readings.published_latest, actors.name, actors.type, positions.reading, positions.position, positions.confidence,
        positions.status, utterances.id AS utterance, articles.id AS article, articles.outlet, statements.ordinal,
        statements.kind = 'direct' AS quoted,
        EXISTS (SELECT 1 FROM copies WHERE copies.article_row = positions.article_row AND of_row IS NOT NULL
            AND copies.id NOT IN (SELECT value FROM json_each(:rejected))) AS copied
    FROM actors JOIN personas ON personas.actor_row = actors.row
    JOIN positions ON positions.persona_row = personas.row AND positions.question = :question
    JOIN statements ON statements.row = positions.statement_row JOIN readings ON readings.row = statements.reading_row
    JOIN articles ON articles.row = positions.article_row
    LEFT JOIN tellings ON tellings.statement_row = positions.statement_row
    LEFT JOIN utterances ON utterances.row = tellings.utterance_row
    WHERE actors.id = :actor AND positions.about AND positions.reading IS NOT NULL AND positions.position IS NOT NULL
        AND NOT positions.second_hand AND positions.status != 'rejected'"""
)


def held_by(connection: Connection, question: str, actor: str) -> list[Held]:
    """The positions that an actor (its id) takes on a question, in order of days; those whose day nothing bounds are left out."""
    rejected = rows_json(decided(connection).rejected(COPY))
    rows = connection.execute(_HELD, {"question": question, "actor": actor, "rejected": rejected}).all()
    found = [(_held(row, actor), row.ordinal) for row in rows]
    dated = [(one, ordinal) for one, ordinal in found if any(one.said_on)]
    return [
        one for one, _ in sorted(dated, key=lambda each: (_order(each[0].said_on), each[0].article, each[1], each[0].reading))
    ]


def _held(row: Any, actor: str) -> Held:
    said, printed = (row.said_earliest, row.said_latest), days_of(row)
    return Held(
        statement=row.id,
        actor=actor,
        actor_name=row.name,
        actor_type=ActorType(row.type) if row.type else None,
        # Nothing is printed before it is said.
        said_on=said if any(said) else (None, printed[1]),
        printed=printed,
        reading=Reading(row.reading),
        position=Position(row.position),
        confidence=row.confidence if row.status == "candidate" else 1.0,
        utterance=row.utterance or row.id,
        article=row.article,
        outlet=row.outlet,
        copied=bool(row.copied),
        quoted=bool(row.quoted),
    )


def _order(days: Days) -> tuple[str, str]:
    earliest, latest = days
    return (earliest or latest or "", latest or "9")
