"""Utterances as they are listed and shown, and who is silent about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, false, func, or_, select, text

from onrecord.ledger.asking.filtering import rows_named
from onrecord.ledger.asking.finding import only
from onrecord.ledger.asking.listing import articles_of_readings, statement_rows
from onrecord.ledger.asking.phrasing import phrasing
from onrecord.ledger.queries import UtteranceQuery
from onrecord.ledger.relations.judging import UTTERANCE, Decided, decided, paired, said_of
from onrecord.ledger.relations.rows import LinkRow, Silence, TellingRow, UtteranceHistory, UtteranceRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.rows import ArticleRow, StatementRow
from onrecord.ledger.storing.fulltext import STATEMENT_WORDS, holds_words
from onrecord.ledger.storing.relation_tables import relatings, tellings, utterances
from onrecord.ledger.storing.schema import actors, articles, statements
from onrecord.vocabulary import ActorType, Drift, DriftType, LinkKind

_PORTION = 200
# An occasion is known by its day only where that is known to so many days.
_OCCASION_DAYS = 2
# An article covers an occasion that came out at most so many days after it; and a statement this near in meaning to an
# utterance may be a report of it that was not recognised. By judgement.
_COVERING_DAYS, _MAY_BE_IT = 4, 0.6
_DROPPED = (DriftType.CONDITION_DROPPED, DriftType.HEDGE_DROPPED)

_TOLD = text(
    """SELECT tellings.utterance_row, tellings.statement_row, statements.id, statements.ordinal, tellings.article_row,
        articles.id AS article, articles.outlet, readings.published_earliest AS published, relatings.lineage
    FROM tellings JOIN statements ON statements.row = tellings.statement_row
    JOIN readings ON readings.row = statements.reading_row JOIN articles ON articles.row = tellings.article_row
    JOIN relatings ON relatings.article_row = tellings.article_row
    WHERE tellings.utterance_row IN (SELECT value FROM json_each(:rows))"""
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


def utterance_number(query: UtteranceQuery) -> Select[int]:
    """How many utterances a query means, its limit and offset aside."""
    return select(func.count()).select_from(_meant(query).subquery())


def history(connection: Connection, prefix: str) -> UtteranceHistory | None:
    """All that is known of the utterance whose id starts so; None for none. A statement's id means its utterance."""
    row = _row_meant(connection, prefix)
    if row is None:
        return None
    (one,) = utterance_rows(connection, [row])
    says = decided(connection)
    told = tuple(_tellings(connection, row, one, _roles(connection, [row])[row]))
    ids = frozenset(one.statements)
    judged = said_of(connection, lambda kind, about: kind == UTTERANCE and bool(ids & about))
    return UtteranceHistory(one, told, tuple(_silence(connection, row, one, told)), _links(connection, row, says), judged)


def utterance_rows(connection: Connection, rows: Sequence[int]) -> list[UtteranceRow]:
    """Utterances by their rows, in their order."""
    listed = {"rows": rows_json(rows)}
    roles = _roles(connection, rows)
    drift = _drift(connection, listed)
    kept = {row.row: row for row in connection.execute(_ABOUT.where(utterances.c.row.in_(rows)))}
    words = _words(connection, [row.fullest_row for row in kept.values()])
    return [_utterance(kept[row], roles[row], drift.get(row, ()), words[kept[row].fullest_row]) for row in rows]


@dataclass(frozen=True, slots=True)
class _Role:
    """A statement of an utterance, and whether its article is the report that stands for its lineage."""

    told: Any
    reprint: bool


def _roles(connection: Connection, rows: Sequence[int]) -> dict[int, list[_Role]]:
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
    return {row: _with_roles(members, edges) for row, members in found.items()}


def _with_roles(members: Sequence[Any], edges: Mapping[int, set[int]]) -> list[_Role]:
    here = {one.article_row for one in members}

    def rank(one: Any) -> tuple[int, bool, str, str]:
        return (len(edges.get(one.article_row, set()) & here), one.published is None, one.published or "", one.article)

    report: dict[int, int] = {}
    for one in sorted(members, key=rank):
        report.setdefault(one.lineage, one.article_row)
    ordered = sorted(members, key=lambda one: (one.published is None, one.published or "", one.article, one.ordinal))
    return [_Role(one, report[one.lineage] != one.article_row) for one in ordered]


def _utterance(row: Any, roles: Sequence[_Role], drift: Sequence[Drift], words: str) -> UtteranceRow:
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
        words=words,
    )


def _drift(connection: Connection, listed: dict[str, str]) -> dict[int, list[Drift]]:
    found: dict[int, list[Drift]] = defaultdict(list)
    for row in connection.execute(_DRIFTS, listed):
        found[row.utterance_row].append(Drift(row.of_id, row.to_id, DriftType(row.type), row.before, row.after))
    return found


def _words(connection: Connection, rows: Iterable[int]) -> dict[int, str]:
    asked = text(
        """SELECT statement_row, text FROM spans WHERE role = 'content' AND statement_row IN
        (SELECT value FROM json_each(:rows)) ORDER BY statement_row, ordinal"""
    )
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(asked, {"rows": rows_json(rows)}):
        found[row.statement_row].append(row.text)
    return {row: " ".join(parts) for row, parts in found.items()}


def _meant(query: UtteranceQuery) -> Select[Any]:
    days = (utterances.c.said_earliest, utterances.c.said_latest)
    asked = select(utterances.c.row)
    if query.reports > 1 or query.statements > 1:
        asked = asked.where(utterances.c.row.in_(_often(query)))
    if query.actor is not None:
        asked = asked.where(utterances.c.actor == query.actor)
    if query.speaker is not None:
        named = select(actors.c.id).where(actors.c.row.in_(rows_named(query.speaker)))
        asked = asked.where(utterances.c.actor.in_(named))
    if query.since is not None:
        asked = asked.where(or_(days[1] >= query.since, and_(days[1].is_(None), days[0].is_not(None))))
    if query.until is not None:
        asked = asked.where(or_(days[0] <= query.until, and_(days[0].is_(None), days[1].is_not(None))))
    if query.text is not None:
        sought = phrasing(query.text)
        told = select(tellings.c.utterance_row)
        holds = false() if sought.empty else holds_words(tellings.c.statement_row, STATEMENT_WORDS, sought, only="content")
        asked = asked.where(utterances.c.row.in_(told.where(holds)))
    return asked.order_by(func.coalesce(*days).asc().nulls_last(), days[1].asc(), utterances.c.row)


def _often(query: UtteranceQuery) -> Select[Any]:
    asked = select(tellings.c.utterance_row).join(relatings, relatings.c.article_row == tellings.c.article_row)
    grouped = asked.group_by(tellings.c.utterance_row)
    return grouped.having(
        func.count(relatings.c.lineage.distinct()) >= query.reports, func.count(tellings.c.statement_row) >= query.statements
    )


def _row_meant(connection: Connection, prefix: str) -> int | None:
    found = only(connection, utterances.c.id, prefix, "utterance")
    if found is not None:
        return connection.execute(select(utterances.c.row).where(utterances.c.id == found)).scalar()
    statement = only(connection, statements.c.id, prefix, "utterance")
    asked = select(tellings.c.utterance_row).join(statements, statements.c.row == tellings.c.statement_row)
    return connection.execute(asked.where(statements.c.id == statement)).scalar()


def _tellings(connection: Connection, row: int, one: UtteranceRow, roles: Sequence[_Role]) -> Iterator[TellingRow]:
    asked = select(statements).join(tellings, tellings.c.statement_row == statements.c.row)
    kept = {found.statement.id: found for found in statement_rows(connection, asked.where(tellings.c.utterance_row == row))}
    about = text(
        """SELECT statement_row, substr(text, sentence_start + 1, sentence_end - sentence_start) AS sentence FROM tellings
        JOIN articles ON articles.row = article_row WHERE utterance_row = :row"""
    )
    sentences = {found.statement_row: found.sentence for found in connection.execute(about, {"row": row})}
    lineages = text("SELECT row, id FROM articles WHERE row IN (SELECT value FROM json_each(:rows))")
    firsts = {found.row: found.id for found in connection.execute(lineages, {"rows": rows_json(r.told.lineage for r in roles)})}
    for role in roles:
        told = role.told
        drift = tuple(drift for drift in one.drift if drift.to == told.id)
        yield TellingRow(kept[told.id], role.reprint, firsts[told.lineage], sentences[told.statement_row], drift)


def _links(connection: Connection, row: int, says: Decided) -> tuple[LinkRow, ...]:
    asked = text(
        """SELECT one.id AS one, other.id AS other, links.kind, links.score, links.why, links.by FROM links
        JOIN statements AS one ON one.row = one_row JOIN statements AS other ON other.row = other_row
        JOIN tellings AS first ON first.statement_row = one_row JOIN tellings AS second ON second.statement_row = other_row
        WHERE first.utterance_row = :row AND second.utterance_row = :row ORDER BY one.id, other.id"""
    )
    return tuple(
        LinkRow(
            found.one, found.other, LinkKind(found.kind), found.score, found.why, found.by, _status(says, found.one, found.other)
        )
        for found in connection.execute(asked, {"row": row})
    )


def _status(says: Decided, one: str, other: str) -> str:
    pair = paired(one, other)
    return "confirmed" if pair in says.together else "rejected" if pair in says.apart else "candidate"


def _silence(connection: Connection, row: int, one: UtteranceRow, told: Sequence[TellingRow]) -> Iterator[Silence]:
    """Who covered the occasion and left the utterance out, or its condition; an outlet that has it anywhere did not leave it out.

    The occasion is what the same actor said on the same day; where both venues are known they must have a word in common. An
    article that came out much later only recalls it; and one with a statement of that occasion that is near in meaning may print
    the utterance in words that were not recognised: neither is silent.
    """
    whole = {found.row.article.outlet for found in told if not any(drift.type in _DROPPED for drift in found.drift)}
    for found in told:
        if found.row.article.outlet not in whole and any(drift.type in _DROPPED for drift in found.drift):
            yield Silence(found.row.article.outlet, found.row.article, "condition", found.row.statement.id)
    has = {found.row.article.outlet for found in told} | {None}
    articles_told = {found.row.article.id for found in told}
    seen: dict[str, Silence] = {}
    near = _near_in_meaning(connection, row)
    for other in _of_occasion(connection, row, one, told):
        about = other.article
        covers = about.published is None or (about.published.earliest or "")[:10] <= _after(one.said_on[1], _COVERING_DAYS)
        if covers and about.outlet not in has and about.id not in articles_told and about.id not in near:
            seen.setdefault(about.id, Silence(about.outlet, about, "utterance", other.statement.id))
    yield from sorted(seen.values(), key=lambda found: (found.outlet or "", found.article.id))


def _of_occasion(connection: Connection, row: int, one: UtteranceRow, told: Sequence[TellingRow]) -> Iterator[StatementRow]:
    """Every statement, in any article, of the other utterances of the same occasion."""
    first, last = one.said_on
    if one.actor is None or first is None or last is None or last > _days_after(first):
        return
    asked = select(utterances.c.row, utterances.c.said_earliest, utterances.c.said_latest).where(
        utterances.c.actor == one.actor,
        utterances.c.row != row,
        utterances.c.said_earliest <= last,
        utterances.c.said_latest >= first,
    )
    same = [found.row for found in connection.execute(asked) if found.said_latest <= _days_after(found.said_earliest)]
    within = text("SELECT value FROM json_each(:rows)").bindparams(rows=rows_json(same))
    members = select(statements).join(tellings, tellings.c.statement_row == statements.c.row)
    venues = {word for found in told for word in _venue(found.row)}
    for found in statement_rows(connection, members.where(tellings.c.utterance_row.in_(within)).order_by(statements.c.row)):
        if not venues or not (there := _venue(found)) or venues & there:
            yield found


def _near_in_meaning(connection: Connection, row: int) -> set[str]:
    """The ids of the articles with a statement by the same actor that is near in meaning to one of an utterance."""
    from onrecord.ledger.relations.nearing import nearness  # noqa: PLC0415  numpy is slow to import

    own = list(connection.execute(select(tellings.c.vector).where(tellings.c.utterance_row == row)).scalars())
    actor = select(utterances.c.actor).where(utterances.c.row == row).scalar_subquery()
    asked = (
        select(articles.c.id, tellings.c.vector)
        .join(tellings, tellings.c.article_row == articles.c.row)
        .join(utterances, utterances.c.row == tellings.c.utterance_row)
        .where(utterances.c.actor == actor, utterances.c.row != row)
    )
    others = connection.execute(asked).all()
    if not own or not others:
        return set()
    alike = nearness([other.vector for other in others], own).max(axis=1)
    return {other.id for other, like in zip(others, alike, strict=True) if like >= _MAY_BE_IT}


def _venue(row: StatementRow) -> set[str]:
    return {word.casefold() for word in (row.statement.venue or "").split() if word[:1].isupper() or len(word) > 3}


def _days_after(day: str) -> str:
    return _after(day, _OCCASION_DAYS - 1)


def _after(day: str | None, days: int) -> str:
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat() if day else "9999"


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
    )
    .join(actors, actors.c.id == utterances.c.actor, isouter=True)
    .join(statements, statements.c.row == utterances.c.fullest_row)
)
