"""Querying: what an address asks, as a query of the ledger: one function a table, each with the filters of its page."""

from __future__ import annotations

from typing import Any

from onrecord.ledger import (
    POSITION_STATUSES,
    STATUSES,
    ActorQuery,
    ArticleQuery,
    DisagreementQuery,
    Order,
    PositionQuery,
    ShiftQuery,
    StatementQuery,
    UtteranceOrder,
    UtteranceQuery,
)
from onrecord.surfaces.desk.asked import Asked
from onrecord.vocabulary import ActorType, DisagreementKind, DriftType, Kind, Position, Reading, ShiftKind


def article_query(asked: Asked) -> ArticleQuery:
    """Which articles: outlet, since, until, q, versions, order."""
    return ArticleQuery(**_of_articles(asked))


def _of_articles(asked: Asked) -> dict[str, Any]:
    """What both queries take."""
    return {
        "outlet": asked.line("outlet"),
        "since": asked.line("since"),
        "until": asked.line("until"),
        "text": asked.words("q"),
        "all_versions": asked.flag("versions"),
        "order": asked.choice("order", Order) or Order.NEWEST,
    }


def statement_query(asked: Asked) -> StatementQuery:
    """Which statements: as for articles, and speaker, actor, kind, article, within."""
    return StatementQuery(
        **_of_articles(asked),
        speaker=asked.line("speaker"),
        actor=asked.line("actor"),
        kind=asked.choice("kind", Kind),
        article=asked.line("article"),
        within=asked.flag("within"),
    )


def actor_query(asked: Asked) -> ActorQuery:
    """Which actors: name, type, places."""
    return ActorQuery(name=asked.line("name"), type=asked.choice("type", ActorType), places=asked.flag("places"))


def utterance_query(asked: Asked) -> UtteranceQuery:
    """Which utterances: speaker, actor, since, until, q, reports, statements, drift, order."""
    return UtteranceQuery(
        speaker=asked.line("speaker"),
        actor=asked.line("actor"),
        since=asked.line("since"),
        until=asked.line("until"),
        text=asked.words("q"),
        reports=asked.number("reports", 1, 1_000, 1),
        statements=asked.number("statements", 1, 1_000, 1),
        drift=asked.choice("drift", DriftType),
        order=asked.choice("order", UtteranceOrder) or UtteranceOrder.NEWEST,
    )


def disagreement_query(asked: Asked) -> DisagreementQuery:
    """Which disagreements: kind, status, q, rejected."""
    return DisagreementQuery(
        kind=asked.choice("kind", DisagreementKind),
        status=asked.one_of("status", STATUSES),
        text=asked.words("q"),
        rejected=asked.flag("rejected"),
    )


def position_query(asked: Asked, question: str | None = None) -> PositionQuery:
    """Which positions: question, actor, speaker, reading, position, since, until, article, unsure, status, rejected, order."""
    return PositionQuery(
        question=question or asked.line("question"),
        actor=asked.line("actor"),
        speaker=asked.line("speaker"),
        reading=asked.choice("reading", Reading),
        position=asked.choice("position", Position),
        since=asked.line("since"),
        until=asked.line("until"),
        article=asked.line("article"),
        statement=asked.line("statement"),
        unsure=asked.flag("unsure"),
        status=asked.one_of("status", POSITION_STATUSES),
        rejected=asked.flag("rejected"),
        order=asked.choice("order", Order) or Order.OLDEST,
    )


def shift_query(asked: Asked, question: str | None = None) -> ShiftQuery:
    """Which shifts: question, actor, speaker, kind, status, rejected."""
    return ShiftQuery(
        question=question or asked.line("question"),
        actor=asked.line("actor"),
        speaker=asked.line("speaker"),
        kind=asked.choice("kind", ShiftKind),
        status=asked.one_of("status", STATUSES),
        rejected=asked.flag("rejected"),
    )
