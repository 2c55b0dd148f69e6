"""What is kept of an article's relations, taken away before it is related anew; and what has to be remembered until it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, select, text, update

from onrecord.ledger.relations.copying import partners_of
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.storing.relation_tables import (
    copies,
    disagreements,
    drifts,
    fact_names,
    facts,
    finding_places,
    findings,
    fingerprints,
    links,
    quoted_runs,
    relatings,
    tellings,
    utterances,
    voices,
)
from onrecord.ledger.storing.schema import statements

# A place that a disagreement is about: the article's row, start, end.
Spot = tuple[int, int, int]

_MEMBERS = text(
    """SELECT tellings.statement_row, tellings.utterance_row, statements.id, utterances.id AS utterance
    FROM tellings JOIN statements ON statements.row = tellings.statement_row
    JOIN utterances ON utterances.row = tellings.utterance_row
    WHERE tellings.utterance_row IN (SELECT value FROM json_each(:rows))"""
)
_SPOTS = text(
    """SELECT findings.row, findings.kind, disagreements.id, place.article_row, place.start, place.end
    FROM findings JOIN disagreements ON disagreements.row = findings.disagreement_row
    JOIN finding_places AS place ON place.finding_row = findings.row
    WHERE findings.disagreement_row IN (SELECT value FROM json_each(:rows))"""
)


@dataclass(slots=True)
class Former:
    """What was before an article was related anew.

    Statements (ids) with the utterance that each was in, places with the disagreement that each was a part of; the rows of what
    was taken apart and has to be put together again; the articles that were its copies; the vectors of texts.
    """

    utterance_of: dict[str, str] = field(default_factory=dict)
    disagreement_of: dict[tuple[str, Spot], str] = field(default_factory=dict)
    loose_statements: set[int] = field(default_factory=set)
    loose_findings: set[int] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)
    vectors: dict[str, bytes] = field(default_factory=dict)


def forget(connection: Connection, article_row: int, former: Former) -> None:
    """Takes away all that is kept of an article's relations."""
    rows = set(connection.execute(select(tellings.c.statement_row).where(tellings.c.article_row == article_row)).scalars())
    former.partners |= partners_of(connection, article_row)
    _forget_facts(connection, article_row, former)
    told = select(tellings.c.utterance_row).where(tellings.c.article_row == article_row)
    take_apart(connection, {row for row in connection.execute(told).scalars() if row is not None}, former)
    former.loose_statements -= rows
    listed = rows_json(rows)
    for table, column in _OF_STATEMENTS:
        connection.execute(text(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(:rows))"), {"rows": listed})
    connection.execute(delete(copies).where((copies.c.article_row == article_row) | (copies.c.of_row == article_row)))
    for table_of_article in (fingerprints, relatings):
        connection.execute(delete(table_of_article).where(table_of_article.c.article_row == article_row))


def take_apart(connection: Connection, rows: Iterable[int], former: Former) -> None:
    """Takes away some utterances with what was found in them; their statements are loose then."""
    wanted = sorted(set(rows))
    if not wanted:
        return
    listed = {"rows": rows_json(wanted)}
    for row in connection.execute(_MEMBERS, listed):
        former.utterance_of[row.id] = row.utterance
        former.loose_statements.add(row.statement_row)
    found = text("SELECT row FROM findings WHERE utterance_row IN (SELECT value FROM json_each(:rows))")
    drop_findings(connection, connection.execute(found, listed).scalars().all(), former)
    connection.execute(
        update(tellings).where(tellings.c.utterance_row == bindparam("at")).values(utterance_row=None), _at(wanted)
    )
    connection.execute(delete(drifts).where(drifts.c.utterance_row == bindparam("at")), _at(wanted))
    connection.execute(delete(utterances).where(utterances.c.row == bindparam("at")), _at(wanted))


def drop_findings(connection: Connection, rows: Iterable[int], former: Former) -> None:
    """Takes away some findings; what else their disagreements were made of is loose then."""
    wanted = sorted(set(rows))
    if not wanted:
        return
    within = text("SELECT DISTINCT disagreement_row FROM findings WHERE row IN (SELECT value FROM json_each(:rows))")
    of = connection.execute(within, {"rows": rows_json(wanted)}).scalars().all()
    take_disagreements_apart(connection, {row for row in of if row is not None}, former)
    former.loose_findings -= set(wanted)
    connection.execute(delete(finding_places).where(finding_places.c.finding_row == bindparam("at")), _at(wanted))
    connection.execute(delete(findings).where(findings.c.row == bindparam("at")), _at(wanted))


def take_disagreements_apart(connection: Connection, rows: Iterable[int], former: Former) -> None:
    """Takes away some disagreements; the findings that they were made of are loose then."""
    wanted = sorted(set(rows))
    if not wanted:
        return
    for row in connection.execute(_SPOTS, {"rows": rows_json(wanted)}):
        former.disagreement_of[row.kind, (row.article_row, row.start, row.end)] = row.id
        former.loose_findings.add(row.row)
    loosened = update(findings).where(findings.c.disagreement_row == bindparam("at")).values(disagreement_row=None)
    connection.execute(loosened, _at(wanted))
    connection.execute(delete(disagreements).where(disagreements.c.row == bindparam("at")), _at(wanted))


def remember_vectors(connection: Connection, article_row: int, version: str, former: Former) -> None:
    """Remembers the vectors of an article's texts, where this version of the relater made them."""
    made_by = select(relatings.c.version).where(relatings.c.article_row == article_row)
    if connection.execute(made_by).scalar() != version:
        return
    told = select(statements.c.id, tellings.c.vector).join(statements, statements.c.row == tellings.c.statement_row)
    former.vectors |= {row.id: row.vector for row in connection.execute(told.where(tellings.c.article_row == article_row))}
    stated = select(facts.c.text, facts.c.vector).where(facts.c.article_row == article_row)
    former.vectors |= {row.text: row.vector for row in connection.execute(stated)}


def _forget_facts(connection: Connection, article_row: int, former: Former) -> None:
    """Takes away an article's facts, and what was found between sentences of it and of others."""
    found = select(findings.c.row).join(finding_places, finding_places.c.finding_row == findings.c.row)
    here = found.where(finding_places.c.article_row == article_row, findings.c.utterance_row.is_(None))
    drop_findings(connection, connection.execute(here).scalars().all(), former)
    own = select(facts.c.row).where(facts.c.article_row == article_row)
    connection.execute(delete(fact_names).where(fact_names.c.fact_row.in_(own)))
    connection.execute(delete(facts).where(facts.c.article_row == article_row))


def _at(rows: Iterable[int]) -> list[dict[str, int]]:
    return [{"at": row} for row in rows]


_OF_STATEMENTS = (
    (links.name, "one_row"),
    (links.name, "other_row"),
    (voices.name, "statement_row"),
    (quoted_runs.name, "statement_row"),
    (tellings.name, "statement_row"),
)
