"""Facts: sentences that state something checkable, kept with the names in them, and compared with those that share a name."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from onrecord.ledger.relations.disagreeing import put_findings
from onrecord.ledger.relations.fetching import plain_rows
from onrecord.ledger.relations.forgetting import Former
from onrecord.ledger.relations.nearing import FACTS_NEAR, MOST_FACTS, near_enough, nearness
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.telling import days_of
from onrecord.ledger.storing.relation_tables import fact_names, facts
from onrecord.ledger.storing.schema import articles, readings, statements
from onrecord.vocabulary import ActorType, Article, Disagreement, DisagreementKind, Fact, Place, Relater, Side, Statement

# Of the facts that name something the first ones are looked at: of the names that a whole story is about there are thousands.
_NAMING = 200
_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")

# Rows are handed over in lists, one a name: there are thousands of them, and each row of an answer costs more than its number.
_SHARING = text(
    """SELECT wanted.value AS name, (SELECT json_group_array(fact_row) FROM (SELECT fact_row FROM fact_names
        WHERE name = wanted.value ORDER BY fact_row LIMIT :most)) AS holders
    FROM json_each(:names) AS wanted"""
)
_VECTORS = text(
    """SELECT row, vector FROM facts WHERE row IN (SELECT value FROM json_each(:rows)) AND article_row != :own ORDER BY row"""
)
_NAMES = text("SELECT fact_row, name FROM fact_names WHERE fact_row IN (SELECT value FROM json_each(:rows))")
_WANTED = text("SELECT value FROM json_each(:rows)")
_OF_ARTICLE = text("SELECT facts.row FROM facts JOIN articles ON articles.row = article_row WHERE articles.id = :id")
# An article may print two of these, of two things.
_OF_VALUES = (DisagreementKind.DATE, DisagreementKind.NUMBER, DisagreementKind.PLACE)
_LAST = select(func.max(facts.c.row))


def put_facts(
    connection: Connection,
    relater: Relater,
    article: tuple[int, Article],
    said: Mapping[int, Statement],
    former: Former,
) -> dict[int, Fact]:
    """Keeps what an article states, and returns it by the row of each fact, with its vector."""
    article_row, about = article
    stated = relater.facts(about, list(said.values()))
    new = list(dict.fromkeys(one.text for one in stated if one.text not in former.vectors))
    made = dict(zip(new, relater.vectors([without_figures(words) for words in new]), strict=True)) if new else {}
    known = former.vectors | made
    first = (connection.execute(_LAST).scalar() or 0) + 1
    rows_of = {one.id: row for row, one in said.items()}
    rows: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    found: dict[int, Fact] = {}
    for row, one in enumerate(stated, first):
        numbered = {"row": row, "article_row": article_row, "ordinal": row - first, "vector": known[one.text]}
        statement_row = rows_of.get(one.statement) if one.statement else None
        place = {"start": one.start, "end": one.end, "text": one.text, "statement_row": statement_row}
        rows.append(numbered | place)
        names += [{"name": name, "fact_row": row} for name in sorted(one.names)]
        found[row] = replace(one, vector=known[one.text])
    if rows:
        connection.execute(insert(facts), rows)
    if names:
        connection.execute(insert(fact_names), names)
    return found


def find_clashes(connection: Connection, relater: Relater, article_row: int, stated: Mapping[int, Fact], former: Former) -> None:
    """Asks what each fact of an article and those of others cannot both be right about, and keeps it, pair by pair.

    Two facts are asked about at a time: what is said of two does not depend on what else there is.
    """
    others = _candidates(connection, article_row, stated)
    known = facts_of(connection, {row for rows in others.values() for row in rows})
    found: dict[tuple[Any, ...], Disagreement] = {}
    for row, among in others.items():
        for other in among:
            for clash in relater.clashes(stated[row], [known[other]]):
                theirs = facts_of(connection, connection.execute(_OF_ARTICLE, {"id": known[other].article}).scalars())
                if not (
                    _tells_both(relater, clash, stated[row], known[other], theirs.values())
                    or _tells_both(relater, clash, known[other], stated[row], stated.values())
                ):
                    for pair in _pairs(clash, stated[row]):
                        found[_key(pair)] = pair
    put_findings(connection, [found[key] for key in sorted(found)], relater.version, former)


def facts_of(connection: Connection, rows: Iterable[int]) -> dict[int, Fact]:
    """Facts as they are compared, by their rows."""
    listed = {"rows": rows_json(rows)}
    names: dict[int, set[str]] = defaultdict(set)
    for fact_row, name in plain_rows(connection, _NAMES, listed):
        names[fact_row].add(name)
    kept = connection.execute(_FACTS_WANTED, listed).all()
    return {
        row.row: Fact(
            row.article_id,
            row.outlet,
            row.start,
            row.end,
            row.text,
            frozenset(names[row.row]),
            days_of(row),
            row.statement_id,
            row.vector,
            row.speaker_name if row.speaker_type == ActorType.PERSON.value else None,
        )
        for row in kept
    }


def _tells_both(relater: Relater, clash: Disagreement, one: Fact, other: Fact, beside: Iterable[Fact]) -> bool:
    """Whether the article of a fact that clashes with one has the value of that one as well, in a sentence beside it: then it
    tells of two things."""
    if clash.kind not in _OF_VALUES:
        return False
    places = {(place.start, place.end) for side in clash.sides for place in side.places if place.article == one.article}
    agreeing = relater.agreements(clash.kind, one, [fact for fact in beside if fact.key != other.key])
    return any(agreed.one.start < end and start < agreed.one.end for agreed in agreeing for start, end in places)


def without_figures(words: str) -> str:
    """A sentence without its figures, so that two that differ in nothing else are near in meaning."""
    return " ".join(_FIGURES.sub(" ", words).split())


def _candidates(connection: Connection, article_row: int, stated: Mapping[int, Fact]) -> dict[int, list[int]]:
    """For each fact those of other articles that share a name with it and are near in meaning."""
    names = {name for one in stated.values() for name in one.names}
    asked = {"names": rows_json(names), "most": _NAMING}
    holders = {name: json.loads(rows) for name, rows in plain_rows(connection, _SHARING, asked)}
    listed = {"rows": rows_json({row for rows in holders.values() for row in rows}), "own": article_row}
    kept = plain_rows(connection, _VECTORS, listed)
    place = {row: number for number, (row, _) in enumerate(kept)}
    near = nearness([one.vector for one in stated.values()], [vector for _, vector in kept])
    found: dict[int, list[int]] = {}
    for number, (row, one) in enumerate(stated.items()):
        sharing = sorted({place[other] for name in one.names for other in holders[name] if other in place})
        of = near_enough(near[number, sharing], FACTS_NEAR, MOST_FACTS, sharing) if sharing else []
        found[row] = [kept[sharing[other]][0] for other in of]
    return found


def _pairs(clash: Disagreement, fact: Fact) -> list[Disagreement]:
    """A clash as pairs of places, one in the fact that was asked about: so the order of asking leaves no trace."""

    def is_own(place: Place) -> bool:
        return place.article == fact.article and fact.start <= place.start < fact.end

    told = [(side.value, place) for side in clash.sides for place in side.places]
    own = [one for one in told if is_own(one[1])]
    others = [one for one in told if not is_own(one[1])]
    if not own or not others:
        return [clash]
    pairs = [(one, other) for one, other in product(own, others) if one[0] != other[0]]
    return [
        Disagreement(clash.kind, clash.about, (Side(one[0], (one[1],)), Side(other[0], (other[1],))), clash.confidence)
        for one, other in pairs
    ]


def _key(pair: Disagreement) -> tuple[Any, ...]:
    told = ((place.article, place.start, place.end, side.value) for side in pair.sides for place in side.places)
    return (pair.kind.value, *sorted(told))


_FACTS = (
    select(
        facts,
        articles.c.id.label("article_id"),
        articles.c.outlet,
        readings.c.published_earliest,
        readings.c.published_latest,
        statements.c.id.label("statement_id"),
        statements.c.speaker_name,
        statements.c.speaker_type,
    )
    .join(articles, articles.c.row == facts.c.article_row)
    .join(readings, (readings.c.article_row == articles.c.row) & readings.c.shown)
    .join(statements, statements.c.row == facts.c.statement_row, isouter=True)
)
_FACTS_WANTED = _FACTS.where(facts.c.row.in_(_WANTED))
