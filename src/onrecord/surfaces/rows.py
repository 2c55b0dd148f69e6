"""Rows of the ledger's tables with the field names of the interchange format, for JSON Lines, and for CSV (see `columns`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.ledger import (
    ActorRow,
    ArticleRow,
    ArticleText,
    CopyRow,
    DisagreementRow,
    Judgement,
    JudgementRow,
    MentionRow,
    PositionRow,
    QuestionRow,
    RejectionRow,
    ShiftRow,
    StatementRow,
    TableRow,
    UtteranceHistory,
    UtteranceRow,
)
from onrecord.surfaces.edtf import edtf
from onrecord.surfaces.interchange import (
    actor_json,
    mention_json,
    published_json,
    span_json,
    statement_json,
)
from onrecord.surfaces.telling import cue_of, cue_words
from onrecord.vocabulary import Drift

Row = dict[str, object]


def article_row(row: ArticleRow) -> Row:
    """An article without its text, as listed."""
    return {
        "id": row.id,
        "path": row.path,
        "url": row.url,
        "outlet": row.outlet,
        "title": row.title,
        "byline": list(row.byline),
        "language": row.language,
        "published": published_json(row.published),
        "characters": row.characters,
        "statements": row.statements,
        "mentions": row.mentions,
        "version": row.version,
        "superseded_by": row.superseded_by,
        "added_at": row.added_at,
        "provenance": {
            "onrecord": row.provenance.onrecord,
            "model": row.provenance.model,
            "settings": row.provenance.settings,
        },
    }


def text_row(row: ArticleText) -> Row:
    """A row of the table "articles"."""
    zones = [{"start": zone.start, "end": zone.end, "kind": zone.kind} for zone in row.zones]
    return article_row(row.article) | {"text": row.text, "zones": zones}


def statement_row(row: StatementRow) -> Row:
    """A row of the table "statements", which stands alone: with outlet, address, date and version of its article."""
    said_on = row.statement.said_on
    as_edtf = edtf(said_on.earliest, said_on.latest) if said_on else None
    judged = {"status": row.status, "by": row.by, "judged": judged_row(row.judgement)}
    return statement_json(row.statement) | {"said_on_edtf": as_edtf} | judged | {"article": _stands_alone(row.article)}


def mention_row(row: MentionRow) -> Row:
    """A row of the table "mentions"."""
    return mention_json(row.mention) | {"article": _stands_alone(row.article)}


def actor_row(row: ActorRow) -> Row:
    """An actor as listed, with what is counted of it."""
    return actor_json(row.actor) | {"statements": row.statements, "articles": row.articles}


def judged_row(one: Judgement | None) -> Row | None:
    """Who decided that something stands or falls, when and why; None where nobody did."""
    return {"by": one.by, "at": one.at, "why": one.why} if one is not None else None


def judgement_row(row: JudgementRow) -> Row:
    """A judgement of the log."""
    one = row.judgement
    return {
        "id": one.id,
        "kind": one.kind,
        "subject": one.subject,
        "verdict": one.verdict,
        "value": dict(one.value),
        "says": row.says,
        "score": one.score,
        "evidence": one.evidence,
        "by": one.by,
        "at": one.at,
        "why": one.why,
        "undoes": one.undoes,
        "undone_by": row.undone_by,
    }


def utterance_row(row: UtteranceRow) -> Row:
    """A row of the table "utterances"."""
    earliest, latest = row.said_on
    return {
        "id": row.id,
        "actor": row.actor,
        "name": row.actor_name,
        "type": row.actor_type,
        "said_on": {"earliest": earliest, "latest": latest} if earliest or latest else None,
        "statements": list(row.statements),
        "articles": list(row.articles),
        "reports": list(row.reports),
        "reprints": list(row.reprints),
        "fullest": row.fullest,
        "earliest": row.earliest,
        "cue": cue_words(row.cue, negated=row.negated, source=row.source) or None,
        "words": row.words,
        "drift": [drift_row(one) for one in row.drift],
    }


def drift_row(one: Drift) -> Row:
    """How one report of an utterance differs from the fullest."""
    return {"from": one.of, "to": one.to, "type": one.type, "before": one.before, "after": one.after}


def utterance_history_row(found: UtteranceHistory) -> Row:
    """An utterance with its reports, whose copies they are, why they are held to be of one, who was silent, what its reports
    cannot both be right about, and the judgements on it."""
    tellings = [
        statement_row(one.row) | {"reprint": one.reprint, "lineage": one.lineage, "sentence": one.sentence}
        for one in found.tellings
    ]
    links = [
        {
            "one": one.one,
            "other": one.other,
            "kind": one.kind,
            "score": one.score,
            "why": one.why,
            "by": one.by,
            "status": one.status,
            "judged": judged_row(one.judgement),
        }
        for one in found.links
    ]
    silence = [
        {"outlet": one.outlet, "article": one.article.id, "left_out": one.left_out, "shown_by": one.shown_by}
        for one in found.silence
    ]
    judged = [judgement_row(one) for one in found.judgements]
    found_with = {"copies": [copy_row(one) for one in found.copies], "links": links, "silence": silence}
    disputed = [disagreement_row(one) for one in found.disagreements]
    return utterance_row(found.row) | {"tellings": tellings} | found_with | {"disagreements": disputed, "judgements": judged}


def copy_row(row: CopyRow) -> Row:
    """That one article (an id) is a copy of another, or of the text of an agency (a name)."""
    return {
        "id": row.id,
        "article": row.article.id,
        "of": row.of,
        "kind": row.kind,
        "score": row.score,
        "shown_by": row.shown_by,
        "by": row.by,
        "status": row.status,
        "judged": judged_row(row.judgement),
    }


def disagreement_row(row: DisagreementRow) -> Row:
    """A row of the table "disagreements": a side for each place that prints its value."""
    sides = [
        {
            "value": side.value,
            "article": place.article,
            "start": place.start,
            "end": place.end,
            "text": place.text,
            "statement": place.statement,
            "witness": place.article in side.witnesses,
        }
        for side in row.sides
        for place in side.places
    ]
    return {
        "id": row.id,
        "kind": row.kind,
        "about": row.about,
        "sides": sides,
        "confidence": row.confidence,
        "status": row.status,
        "judged": judged_row(row.judgement),
        "utterances": list(row.utterances),
    }


def question_row(row: QuestionRow) -> Row:
    """A question that is followed, as it is asked now, with what was found on it."""
    asked = row.question
    return {
        "id": asked.id,
        "question": asked.text,
        "names": list(asked.subject),
        "words": list(asked.about),
        "examples": [{"reading": one.reading, "position": one.position, "text": one.text} for one in asked.examples],
        "stages": [{"name": one.name, "words": list(one.words)} for one in asked.stages],
        "version": row.version,
        "added_at": row.added_at,
        "statements": row.statements,
        "about": row.about,
        "positions": row.positions,
        "shifts": row.shifts,
        "waiting": row.waiting,
    }


def position_row(row: PositionRow) -> Row:
    """A row of the table "positions", which stands alone: with the words of the statement, and its article."""
    statement = row.row.statement
    said_on = statement.said_on
    days = (said_on.earliest, said_on.latest) if said_on else (None, None)
    return {
        "id": row.id,
        "question": row.question,
        "actor": row.actor,
        "name": row.actor_name,
        "type": row.actor_type,
        "statement": statement.id,
        "said_on": {"earliest": days[0], "latest": days[1]} if any(days) else None,
        "reading": row.reading,
        "position": row.position,
        "confidence": row.confidence,
        "reason": row.reason,
        "words": [span_json(span) for span in row.words],
        "stage": row.stage,
        "second_hand": row.second_hand,
        "status": row.status,
        "by": row.by,
        "judged": judged_row(row.judgement),
        "cue": cue_of(statement) or None,
        "content": [span_json(span) for span in statement.content],
        "article": _stands_alone(row.row.article),
    }


def shift_row(row: ShiftRow) -> Row:
    """A row of the table "shifts", from one position to another, with the ids of both statements and the days they were made."""
    (reading, before), (later, after) = row.before, row.after
    said = [one.row.statement.said_on for one in row.statements]
    return {
        "id": row.id,
        "question": row.question,
        "actor": row.actor,
        "name": row.actor_name,
        "type": row.actor_type,
        "reading": reading,
        "from": before,
        "to_reading": later,
        "to": after,
        "kind": row.kind,
        "statements": [one.row.statement.id for one in row.statements],
        "said_on": [edtf(one.earliest, one.latest) if one else None for one in said],
        "confidence": row.confidence,
        "why": row.why,
        "status": row.status,
        "by": row.by,
        "judged": judged_row(row.judgement),
    }


def rejection_row(row: RejectionRow) -> Row:
    """A rejected input."""
    one = row.rejection
    return {
        "path": one.path,
        "reason": one.reason,
        "detail": one.detail,
        "first_seen": row.first_seen,
        "last_seen": row.last_seen,
    }


def table_row(row: TableRow) -> Row:
    """A row of any table."""
    return _OF_TABLES[type(row)](row)


_OF_TABLES: dict[type, Callable[[Any], Row]] = {
    ArticleText: text_row,
    StatementRow: statement_row,
    MentionRow: mention_row,
    ActorRow: lambda row: actor_json(row.actor),
    UtteranceRow: utterance_row,
    DisagreementRow: disagreement_row,
    PositionRow: position_row,
    ShiftRow: shift_row,
}


def _stands_alone(row: ArticleRow) -> Row:
    kept = ("id", "outlet", "url", "path", "title", "published", "provenance")
    return {name: value for name, value in article_row(row).items() if name in kept}
