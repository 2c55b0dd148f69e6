"""Judging statements: confirmed, rejected, put right, taken back; what the log takes down, and what follows at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.ledger.actors.judging import Draft, enter, judgement_with, logged, undone_by
from onrecord.ledger.asking.finding import find_statement
from onrecord.ledger.asking.listing import by_actor
from onrecord.ledger.relations import judging
from onrecord.ledger.reviewing.checking import CHECK
from onrecord.ledger.reviewing.rows import Correction, StatementHistory
from onrecord.ledger.reviewing.ruling import PARTS, STATEMENT
from onrecord.ledger.reviewing.setting import setting, value_of
from onrecord.ledger.reviewing.settling import settle
from onrecord.ledger.rows import Judgement, JudgementRow, StatementRow
from onrecord.ledger.storing.rebuilding import originals_in, statements_of
from onrecord.ledger.storing.schema import judgements, readings, statements
from onrecord.vocabulary import UsageError, Verdict

_DONE = {Verdict.CONFIRM: "is right", Verdict.REJECT: "is no statement"}


def judge_statement(connection: Connection, prefix: str, verdict: Verdict, *, by: str, why: str | None) -> Judgement:
    """Confirms or rejects a statement, or takes back what was said of it last; see `Ledger.judge_statement`."""
    row, by = statement_meant(connection, prefix), named(by)
    subject = row.statement.id
    if verdict is Verdict.UNDO:
        last = last_on(connection, subject)
        if last is None:
            raise UsageError(f"nothing was decided on the statement {subject} itself, or it is taken back already")
        return _take_back(connection, last, by=by, why=why)
    if verdict not in _DONE:
        raise UsageError(f"a statement is confirmed, rejected or undone: {verdict} does none of these; `correct` puts it right")
    says = f"the statement {subject} {_DONE[verdict]}"
    return _decide(connection, Draft(kind=STATEMENT, subject=subject, verdict=verdict, evidence=says, by=by, why=why))


def correct_statement(connection: Connection, prefix: str, right: Correction, *, by: str, why: str | None) -> Judgement:
    """Puts a statement right; see `Ledger.correct_statement`."""
    row, by = statement_meant(connection, prefix), named(by)
    unknown = sorted(set(right) - set(PARTS))
    if unknown or not right:
        raise UsageError(f"say what is right of the statement: one or more of {', '.join(PARTS)}")
    value, told = setting(connection, row, right)
    present = value_of(row)
    if all(value[part] == present[part] for part in right):
        raise UsageError(f"the statement {row.statement.id} says just this already: confirm it")
    says = f"of the statement {row.statement.id} {', '.join(told)}"
    draft = Draft(kind=STATEMENT, subject=row.statement.id, verdict=Verdict.CORRECT, value=value, evidence=says, by=by, why=why)
    return _decide(connection, draft)


def history(connection: Connection, prefix: str) -> StatementHistory | None:
    """All that is known of the statement whose id starts so; None for none."""
    row = find_statement(connection, prefix)
    if row is None:
        return None
    asked = select(statements).join(readings, readings.c.row == statements.c.reading_row)
    latest = asked.where(statements.c.id == row.statement.id).order_by(readings.c.shown.desc(), statements.c.row.desc())
    kept = connection.execute(latest.limit(1)).one()
    (shown,) = statements_of(connection, [kept])
    said = list(logged(connection, _on(row.statement.id)))
    undone = undone_by(said)
    told = (JudgementRow(one, one.evidence or f"judgement {one.undoes} is taken back", undone.get(one.id)) for one in said)
    read = originals_in(connection, kept.reading_row).get(kept.row, shown)
    return StatementHistory(row, by_actor(connection, read, kept.reading_row), tuple(told))


def undo(connection: Connection, prefix: str, *, by: str, why: str | None) -> Judgement:
    """Takes back any judgement of the log; see `Ledger.undo`."""
    one = judgement_with(connection, prefix)
    if one.kind in (STATEMENT, CHECK):
        return _take_back(connection, one, by=by, why=why)
    return judging.undo(connection, prefix, by=by, why=why)


def judge(connection: Connection, subject: str, verdict: Verdict, *, other: str | None, by: str, why: str | None) -> Judgement:
    """Judges what was found, whatever it is; see `Ledger.judge`. Undone is what was said of a statement or its utterance last."""
    if verdict is Verdict.UNDO:
        kind, number = judging.meant(connection, subject)
        if kind is None:
            return undo(connection, number, by=by, why=why)
        mine = last_on(connection, number) if kind == judging.UTTERANCE else None
        theirs = judging.last_on(connection, kind, number)
        if mine is not None and (theirs is None or _number(connection, theirs) < _number(connection, mine)):
            return _take_back(connection, mine, by=by, why=why)
    return judging.judge(connection, subject, verdict, other=other, by=by, why=why)


def kind_of(connection: Connection, subject: str) -> str:
    """What an id, or the beginning of one, that may be judged is of; see `Ledger.kind_of`."""
    kind, _ = judging.meant(connection, subject)
    return {None: "judgement", judging.UTTERANCE: "statement"}.get(kind) or str(kind)


def last_on(connection: Connection, statement: str) -> Judgement | None:
    """The last judgement on a statement (its id) itself that stands."""
    said = list(logged(connection, _on(statement)))
    undone = undone_by(said)
    return next((one for one in reversed(said) if one.verdict is not Verdict.UNDO and one.id not in undone), None)


def statement_meant(connection: Connection, prefix: str) -> StatementRow:
    """The statement whose id starts so. Raises UsageError where there is none, or several."""
    row = find_statement(connection, prefix)
    if row is None:
        raise UsageError(f"there is no statement whose id starts with {prefix!r}: `onrecord statements` shows the ids")
    return row


def named(by: str) -> str:
    """Who decides. Raises UsageError for nobody."""
    if not by.strip():
        raise UsageError("say who decides: a decision is kept with a name")
    return by.strip()


def _decide(connection: Connection, draft: Draft) -> Judgement:
    (entered,) = enter(connection, [draft])
    settle(connection, entered.subject)
    return entered


def _take_back(connection: Connection, one: Judgement, *, by: str, why: str | None) -> Judgement:
    undone = undone_by(logged(connection, select(judgements).where(judgements.c.kind == one.kind).order_by(judgements.c.row)))
    if (already := undone.get(one.id)) is not None:
        raise UsageError(f"judgement {one.id} is taken back already, by {already}: undo that one to let it stand again")
    draft = Draft(kind=one.kind, subject=one.subject, verdict=Verdict.UNDO, undoes=one.id, by=by, why=why)
    (entered,) = enter(connection, [draft])
    if one.kind == STATEMENT:
        settle(connection, one.subject)
    return entered


def _on(statement: str) -> Select[Any]:
    return select(judgements).where(judgements.c.kind == STATEMENT, judgements.c.subject == statement).order_by(judgements.c.row)


def _number(connection: Connection, one: Judgement) -> int:
    return int(connection.execute(select(judgements.c.row).where(judgements.c.id == one.id)).scalar_one())
