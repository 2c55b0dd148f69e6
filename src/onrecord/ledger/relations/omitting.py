"""Who covered the occasion of an utterance and left it out, or left out its condition or hedge."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, select, text

from onrecord.ledger.asking.listing import statement_rows
from onrecord.ledger.relations.rows import Silence, TellingRow, UtteranceRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.rows import StatementRow
from onrecord.ledger.storing.folding import holds
from onrecord.ledger.storing.relation_tables import tellings, utterances
from onrecord.ledger.storing.schema import articles, statements
from onrecord.vocabulary import DriftType

# An occasion is known by its day only where that is known to so many days.
_OCCASION_DAYS = 2
# An article covers an occasion that came out at most so many days after it; and a statement this near in meaning to an
# utterance may be a report of it that was not recognised. By judgement.
_COVERING_DAYS, _MAY_BE_IT = 4, 0.6
_DROPPED = (DriftType.CONDITION_DROPPED, DriftType.HEDGE_DROPPED)


def silence(connection: Connection, row: int, one: UtteranceRow, told: Sequence[TellingRow]) -> Iterator[Silence]:
    """Who covered the occasion and left the utterance out, or its condition; an outlet that has it anywhere did not leave it out.

    The occasion is what the same actor said on the same day; where both venues are known they must have a word in common. An
    article that came out much later only recalls it; one that prints the words, whoever is held to say them there or nobody, left
    nothing out; and one with a statement of that occasion that is near in meaning may print the utterance in words that were not
    recognised: none of them is silent.
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
    printing = _printing(connection, seen, told)
    left_out = (found for found in seen.values() if found.article.id not in printing)
    yield from sorted(left_out, key=lambda found: (found.outlet or "", found.article.id))


def _printing(connection: Connection, ids: Collection[str], told: Sequence[TellingRow]) -> set[str]:
    """Those of some articles (ids) whose text holds the words of any report, in whatever statement or in none."""
    wordings = {tuple(span.text for span in found.row.statement.content) for found in told}
    asked = text("SELECT id, text FROM articles WHERE id IN (SELECT value FROM json_each(:ids))")
    texts = connection.execute(asked, {"ids": json.dumps(list(ids))}).all() if ids else []
    return {one.id for one in texts if holds(one.text, wordings)}


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
