"""Utterances as they are listed: which are meant, and who reports them, copies apart from reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, false, func, or_, select, text

from onrecord.ledger.asking.filtering import rows_named
from onrecord.ledger.asking.listing import articles_of_readings
from onrecord.ledger.asking.phrasing import phrasing
from onrecord.ledger.queries import UtteranceOrder, UtteranceQuery
from onrecord.ledger.relations.judging import decided
from onrecord.ledger.relations.rows import UtteranceRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.rows import ArticleRow
from onrecord.ledger.storing.fulltext import STATEMENT_WORDS, holds_words
from onrecord.ledger.storing.relation_tables import drifts, relatings, tellings, utterances
from onrecord.ledger.storing.schema import actors, statements
from onrecord.vocabulary import ActorType, Drift, DriftType

_PORTION = 200

_TOLD = text(
    """SELECT tellings.utterance_row, tellings.statement_row, statements.id, statements.ordinal, tellings.article_row,
        articles.id AS article, articles.outlet, readings.published_earliest AS published, relatings.lineage
    FROM tellings JOIN statements ON statements.row = tellings.statement_row
    JOIN readings ON readings.row = statements.reading_row JOIN articles ON articles.row = tellings.article_row
    JOIN relatings ON relatings.article_row = tellings.article_row
    WHERE tellings.utterance_row IN (SELECT value FROM json_each(:rows))"""
)
_OF_STATEMENTS = text(
    """SELECT statements.id, tellings.utterance_row FROM statements JOIN tellings ON tellings.statement_row = statements.row
    WHERE statements.id IN (SELECT value FROM json_each(:ids)) AND tellings.utterance_row IS NOT NULL AND (:least = 1 OR :least <=
        (SELECT count(*) FROM tellings AS other WHERE other.utterance_row = tellings.utterance_row))"""
)
_DRIFTS = text(
    """SELECT utterance_row, of_.id AS of_id, to_.id AS to_id, drifts.type, before, after FROM drifts
    JOIN statements AS of_ ON of_.row = of_row JOIN statements AS to_ ON to_.row = to_row
    WHERE utterance_row IN (SELECT value FROM json_each(:rows)) ORDER BY utterance_row, drifts.ordinal"""
)
_COPIED = text(
    "SELECT article_row, of_row, id FROM copies WHERE of_row IS NOT NULL AND article_row IN (SELECT value FROM json_each(:rows))"
)


def list_utterances(connection: Connection, query: UtteranceQuery) -> Iterator[UtteranceRow]:
    """The utterances that a query means, in its order."""
    asked = _meant(query).limit(query.limit).offset(query.offset or None)
    for portion in connection.execute(asked).partitions(_PORTION):
        yield from utterance_rows(connection, [row.row for row in portion])


def utterances_of(connection: Connection, ids: Collection[str], *, alone: bool) -> dict[str, UtteranceRow]:
    """The utterance of each of some statements, by the statement's id."""
    told = connection.execute(_OF_STATEMENTS, {"ids": json.dumps(list(ids)), "least": 1 if alone else 2}).all()
    wanted = list(dict.fromkeys(row.utterance_row for row in told))
    found: dict[int, UtteranceRow] = {}
    for start in range(0, len(wanted), _PORTION):
        portion = wanted[start : start + _PORTION]
        found |= zip(portion, utterance_rows(connection, portion), strict=True)
    return {row.id: found[row.utterance_row] for row in told}


def utterance_number(query: UtteranceQuery) -> Select[int]:
    """How many utterances a query means, its limit and offset aside."""
    unordered = _meant(replace(query, order=UtteranceOrder.OLDEST)).order_by(None)
    return select(func.count()).select_from(unordered.subquery())


def utterance_rows(connection: Connection, rows: Sequence[int]) -> list[UtteranceRow]:
    """Utterances by their rows, in their order."""
    listed = {"rows": rows_json(rows)}
    roles = roles_of(connection, rows)
    drift = _drift(connection, listed)
    kept = {row.row: row for row in connection.execute(_ABOUT.where(utterances.c.row.in_(rows)))}
    fullest = [row.fullest_row for row in kept.values()]
    words = {role: _words(connection, fullest, role) for role in ("content", "cue", "source")}

    def made(row: Any) -> UtteranceRow:
        told = {role: found[row.fullest_row] for role, found in words.items() if row.fullest_row in found}
        return _utterance(row, roles[row.row], drift.get(row.row, ()), told)

    return [made(kept[row]) for row in rows]


@dataclass(frozen=True, slots=True)
class Role:
    """A statement of an utterance, and whether its article is the report that stands for its lineage."""

    told: Any
    reprint: bool


def roles_of(connection: Connection, rows: Sequence[int]) -> dict[int, list[Role]]:
    """The statements of some utterances by the day of publication; of each lineage one article is the report.

    That is one which is no copy of another article of the utterance; of several the first published.
    """
    found: dict[int, list[Any]] = defaultdict(list)
    told = connection.execute(_TOLD, {"rows": rows_json(rows)}).all()
    for row in told:
        found[row.utterance_row].append(row)
    rejected = decided(connection).rejected("copy")
    edges: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(_COPIED, {"rows": rows_json({row.article_row for row in told})}):
        if row.id not in rejected:
            edges[row.article_row].add(row.of_row)
    return {row: _withroles_of(members, edges) for row, members in found.items()}


def _withroles_of(members: Sequence[Any], edges: Mapping[int, set[int]]) -> list[Role]:
    here = {one.article_row for one in members}

    def rank(one: Any) -> tuple[int, bool, str, str]:
        return (len(edges.get(one.article_row, set()) & here), one.published is None, one.published or "", one.article)

    report: dict[int, int] = {}
    for one in sorted(members, key=rank):
        report.setdefault(one.lineage, one.article_row)
    ordered = sorted(members, key=lambda one: (one.published is None, one.published or "", one.article, one.ordinal))
    return [Role(one, report[one.lineage] != one.article_row) for one in ordered]


def _utterance(row: Any, roles: Sequence[Role], drift: Sequence[Drift], words: Mapping[str, str]) -> UtteranceRow:
    names = {one.told.statement_row: one.told.id for one in roles}
    return UtteranceRow(
        id=row.id,
        actor=row.actor,
        actor_name=row.actor_name or row.speaker_name,
        actor_type=ActorType(row.actor_type) if row.actor_type else None,
        said_on=(row.said_earliest, row.said_latest),
        statements=tuple(one.told.id for one in roles),
        articles=tuple(dict.fromkeys(one.told.article for one in roles)),
        reports=tuple(dict.fromkeys(one.told.article for one in roles if not one.reprint)),
        reprints=tuple(dict.fromkeys(one.told.article for one in roles if one.reprint)),
        fullest=names[row.fullest_row],
        earliest=names[row.earliest_row],
        drift=tuple(drift),
        words=words["content"],
        cue=words.get("cue"),
        negated=bool(row.negated),
        source=words.get("source"),
    )


def _drift(connection: Connection, listed: dict[str, str]) -> dict[int, list[Drift]]:
    found: dict[int, list[Drift]] = defaultdict(list)
    for row in connection.execute(_DRIFTS, listed):
        found[row.utterance_row].append(Drift(row.of_id, row.to_id, DriftType(row.type), row.before, row.after))
    return found


def _words(connection: Connection, rows: Iterable[int], role: str) -> dict[int, str]:
    asked = text(
        """SELECT statement_row, text FROM spans WHERE role = :role AND statement_row IN
        (SELECT value FROM json_each(:rows)) ORDER BY statement_row, ordinal"""
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(asked, {"rows": rows_json(rows), "role": role}):
        found[row.statement_row].append(row.text)
    return {row: " ".join(parts) for row, parts in found.items()}


def _meant(query: UtteranceQuery) -> Select[Any]:
    days = (utterances.c.said_earliest, utterances.c.said_latest)
    asked = select(utterances.c.row)
    counted = _counted()
    reports, told = (func.coalesce(counted.c[name], 1) for name in ("reports", "statements"))
    if query.reports > 1 or query.statements > 1:
        asked = asked.join(counted, counted.c.utterance_row == utterances.c.row)
        asked = asked.where(counted.c.reports >= query.reports, counted.c.statements >= query.statements)
    elif query.order is UtteranceOrder.REPORTS:
        asked = asked.join(counted, counted.c.utterance_row == utterances.c.row, isouter=True)
    if query.actor is not None:
        asked = asked.where(utterances.c.actor == query.actor)
    if query.speaker is not None:
        named = select(actors.c.id).where(actors.c.row.in_(rows_named(query.speaker)))
        asked = asked.where(utterances.c.actor.in_(named))
    if query.since is not None:
        asked = asked.where(or_(days[1] >= query.since, and_(days[1].is_(None), days[0].is_not(None))))
    if query.until is not None:
        asked = asked.where(or_(days[0] <= query.until, and_(days[0].is_(None), days[1].is_not(None))))
    if query.drift is not None:
        asked = asked.where(utterances.c.row.in_(select(drifts.c.utterance_row).where(drifts.c.type == query.drift.value)))
    if query.text is not None:
        sought = phrasing(query.text)
        within = select(tellings.c.utterance_row)
        holds = false() if sought.empty else holds_words(tellings.c.statement_row, STATEMENT_WORDS, sought, only="content")
        asked = asked.where(utterances.c.row.in_(within.where(holds)))
    by_day = (func.coalesce(*days).asc().nulls_last(), days[1].asc(), utterances.c.row)
    match query.order:
        case UtteranceOrder.REPORTS:
            return asked.order_by(reports.desc(), told.desc(), *by_day)
        case UtteranceOrder.NEWEST:
            newest = func.coalesce(days[1], days[0]).desc().nulls_last()
            return asked.order_by(newest, days[0].desc(), utterances.c.row.desc())
        case UtteranceOrder.OLDEST:
            return asked.order_by(*by_day)


def _counted() -> Subquery:
    """How many independent reports and how many statements each utterance has that several statements tell; an index tells which
    these are."""
    several = select(tellings.c.utterance_row).where(tellings.c.utterance_row.is_not(None))
    several = several.group_by(tellings.c.utterance_row).having(func.count() > 1)
    asked = select(
        tellings.c.utterance_row,
        func.count(relatings.c.lineage.distinct()).label("reports"),
        func.count(tellings.c.statement_row).label("statements"),
    )
    joined = asked.join(relatings, relatings.c.article_row == tellings.c.article_row)
    joined = joined.where(tellings.c.utterance_row.in_(several))
    return joined.group_by(tellings.c.utterance_row).subquery()


def articles_by_row(connection: Connection, rows: Iterable[int]) -> dict[int, ArticleRow]:
    """Articles as the ledger answers with, by the rows of the articles, as they are related."""
    asked = text("SELECT article_row, reading_row FROM relatings WHERE article_row IN (SELECT value FROM json_each(:rows))")
    pairs = {row.reading_row: row.article_row for row in connection.execute(asked, {"rows": rows_json(set(rows))})}
    found: dict[int, ArticleRow] = {}
    wanted = sorted(pairs)
    for start in range(0, len(wanted), 500):
        portion = articles_of_readings(connection, wanted[start : start + 500])
        found |= {pairs[reading]: about for reading, about in portion.items()}
    return found


_ABOUT = (
    select(
        utterances,
        actors.c.name.label("actor_name"),
        actors.c.type.label("actor_type"),
        statements.c.speaker_name,
        statements.c.negated,
    )
    .join(actors, actors.c.id == utterances.c.actor, isouter=True)
    .join(statements, statements.c.row == utterances.c.fullest_row)
)
