"""What persons decided on copies, utterances and disagreements: rows of the log of judgements, as those on actors are.

Whatever is judged by its id is judged here; what that means for positions and shifts is in `questions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, insert, or_, select

from onrecord.ledger.actors import correcting
from onrecord.ledger.actors.judging import Draft, enter, judgement_with, logged, undone_by
from onrecord.ledger.questions.correcting import draft_on_position, draft_on_shift, queue_holders, settle_position
from onrecord.ledger.questions.deciding import POSITION, SHIFT
from onrecord.ledger.relations.copying import put_lineages
from onrecord.ledger.rows import Judgement, JudgementRow, Value
from onrecord.ledger.storing.question_tables import positions, shifts
from onrecord.ledger.storing.relation_tables import copies, disagreements, tellings, unrelated, utterances
from onrecord.ledger.storing.schema import actors, articles, judgements, statements
from onrecord.vocabulary import UsageError, Verdict

# The kinds of judgements on relations; the subject is the id of the copy, the disagreement, or of one of the statements.
COPY, DISAGREEMENT, UTTERANCE = "copy", "disagreement", "utterance"
KINDS = (COPY, DISAGREEMENT, UTTERANCE, POSITION, SHIFT)
# What the ids that a judgement takes are ids of, where that is not the kind.
_CALLED = {UTTERANCE: "statement", None: "judgement"}
_ANSWERS = (Verdict.CONFIRM, Verdict.REJECT)
# What is found on questions, and how a judgement on it is drawn up.
_ON_QUESTIONS = {POSITION: draft_on_position, SHIFT: draft_on_shift}
_SHORTEST = 4
_SHOWN = 10
_NAMED = 3  # so many statements are named in what a judgement says


@dataclass(frozen=True, slots=True)
class Decided:
    """What the log says of relations at this moment: the last verdict that stands on each subject and each pair of statements."""

    verdicts: dict[tuple[str, str], Judgement]
    pairs: dict[tuple[str, str], Judgement]
    together: frozenset[tuple[str, str]]
    apart: frozenset[tuple[str, str]]

    def rejected(self, kind: str) -> frozenset[str]:
        """The ids of what was rejected."""
        return frozenset(subject for (of, subject), one in self.verdicts.items() if of == kind and one.verdict is Verdict.REJECT)

    def status(self, kind: str, subject: str) -> str:
        """`candidate` where nobody decided, else `confirmed` or `rejected`."""
        one = self.verdicts.get((kind, subject))
        return "candidate" if one is None else "confirmed" if one.verdict is Verdict.CONFIRM else "rejected"


def decided(connection: Connection) -> Decided:
    """What persons decided on relations, as far as it stands."""
    said = list(logged(connection, _ABOUT_RELATIONS))
    undone = undone_by(said)
    verdicts: dict[tuple[str, str], Judgement] = {}
    pairs: dict[tuple[str, str], Judgement] = {}
    for one in said:
        if one.verdict not in _ANSWERS or one.id in undone:
            continue
        verdicts[one.kind, one.subject] = one
        for other in one.value.get("statements", ()):
            pairs[paired(one.subject, other)] = one
    together = frozenset(pair for pair, said in pairs.items() if said.verdict is Verdict.CONFIRM)
    return Decided(verdicts, pairs, together, frozenset(pairs) - together)


def said_of(connection: Connection, about: Callable[[Judgement], bool]) -> tuple[JudgementRow, ...]:
    """The judgements of persons on relations that are about something, and those that take one of them back."""
    said = list(logged(connection, _ABOUT_RELATIONS))
    undone = undone_by(said)
    found: list[JudgementRow] = []
    for one in said:
        target = one
        while target.undoes is not None:
            target = next(other for other in said if other.id == target.undoes)
        if about(target):
            says = one.evidence or f"judgement {one.undoes} is taken back"
            found.append(JudgementRow(one, says, undone.get(one.id)))
    return tuple(found)


def is_of_pair(one: Judgement) -> bool:
    """Whether a judgement on statements is on two of them, and not on one that was taken out of its utterance."""
    return "utterance" not in one.value and len(one.value.get("statements", ())) == 1


def paired(one: str, other: str) -> tuple[str, str]:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


def judge(connection: Connection, subject: str, verdict: Verdict, *, other: str | None, by: str, why: str | None) -> Judgement:
    """Confirms or rejects what is found, or takes back what was decided last; see `Ledger.judge`."""
    kind, number = meant(connection, subject)
    if kind is None:
        if verdict is not Verdict.UNDO:
            raise UsageError(f"{number} is a judgement: it can be undone, not {verdict}ed")
        return undo(connection, number, by=by, why=why)
    if verdict is Verdict.UNDO:
        last = last_on(connection, kind, number)
        if last is None:
            raise UsageError(f"nothing was decided on {number}, or it is taken back already")
        return take_back(connection, last, by=by, why=why)
    if verdict not in _ANSWERS:
        raise UsageError(f"a judgement confirms, rejects or undoes: {verdict} does none of these")
    draft = _drafted(connection, (kind, number), verdict, other=other, by=by, why=why)
    (entered,) = enter(connection, [draft])
    _settle(connection, entered)
    return entered


def undo(connection: Connection, prefix: str, *, by: str, why: str | None) -> Judgement:
    """Takes back any judgement of the log; see `Ledger.undo`."""
    one = judgement_with(connection, prefix)
    if one.kind in KINDS:
        return take_back(connection, one, by=by, why=why)
    return correcting.undo(connection, prefix, by=by, why=why)


def take_back(connection: Connection, one: Judgement, *, by: str, why: str | None) -> Judgement:
    """Takes back a judgement on relations. Raises UsageError where it is taken back already."""
    undone = undone_by(logged(connection, _ABOUT_RELATIONS))
    if (already := undone.get(one.id)) is not None:
        raise UsageError(f"judgement {one.id} is taken back already, by {already}: undo that one to let it stand again")
    draft = Draft(kind=one.kind, subject=one.subject, verdict=Verdict.UNDO, undoes=one.id, by=by, why=why)
    (entered,) = enter(connection, [draft])
    target = one
    while target.undoes is not None:
        target = judgement_with(connection, target.undoes)
    _settle(connection, target)
    return entered


def last_on(connection: Connection, kind: str, subject: str) -> Judgement | None:
    """The last judgement on a subject that stands; a statement's, where it is the one or the other of a pair."""
    said = list(logged(connection, _ABOUT_RELATIONS.where(judgements.c.kind == kind)))
    undone = undone_by(said)
    about = (
        one
        for one in said
        if subject in (one.subject, one.value.get("to")) or (is_of_pair(one) and subject in one.value["statements"])
    )
    standing = [one for one in about if one.verdict is not Verdict.UNDO and one.id not in undone]
    return standing[-1] if standing else None


def _drafted(
    connection: Connection, about: tuple[str, str], verdict: Verdict, *, other: str | None, by: str, why: str | None
) -> Draft:
    kind, number = about
    words = "confirmed" if verdict is Verdict.CONFIRM else "rejected"
    if kind != UTTERANCE and other is not None:
        raise UsageError(f"{number} is a {kind}: only a statement is judged together with another")
    if kind in _ON_QUESTIONS:
        return _ON_QUESTIONS[kind](connection, number, verdict, by=by, why=why)
    if kind != UTTERANCE:
        return Draft(kind=kind, subject=number, verdict=verdict, evidence=f"the {kind} {number} is {words}", by=by, why=why)
    if other is not None:
        second, found = meant(connection, other)
        if second != UTTERANCE or found == number:
            raise UsageError(f"{other!r} is no other statement: give the id of one")
        number, *others = sorted((number, found))
        says = f"{number} and {others[0]} {'report' if verdict is Verdict.CONFIRM else 'do not report'} one utterance"
        value: Value = {"statements": others}
    elif verdict is Verdict.CONFIRM:
        raise UsageError(f"{number} is a statement: name the other one that reports the same utterance (`--with ID`)")
    else:
        utterance, others = _beside(connection, number)
        if not others:
            raise UsageError(f"no other statement is held to report the same utterance as {number}: there is nothing to reject")
        says = f"{number} does not report the utterance of {_listed(others)}"
        value = {"statements": others, "utterance": utterance}
    return Draft(kind=kind, subject=number, verdict=verdict, value=value, evidence=says, by=by, why=why)


def _listed(ids: Sequence[str]) -> str:
    """Some ids in words; of many the first ones and how many more."""
    if len(ids) > _NAMED:
        return f"{', '.join(ids[:_NAMED])} and {len(ids) - _NAMED} more"
    return " and ".join([*([", ".join(ids[:-1])] if len(ids) > 1 else []), ids[-1]])


def _beside(connection: Connection, statement: str) -> tuple[str, list[str]]:
    """The id of a statement's utterance, and those of the other statements in it."""
    own = select(tellings.c.utterance_row).join(statements, statements.c.row == tellings.c.statement_row)
    asked = select(statements.c.id).join(tellings, tellings.c.statement_row == statements.c.row)
    within = asked.where(tellings.c.utterance_row == own.where(statements.c.id == statement).scalar_subquery())
    here = select(utterances.c.id).where(utterances.c.row == own.where(statements.c.id == statement).scalar_subquery())
    others = sorted(one for one in connection.execute(within).scalars() if one != statement)
    return connection.execute(here).scalar() or "", others


def _settle(connection: Connection, one: Judgement) -> None:
    """Lets what follows from a judgement on a copy or a position follow; what has to be compared anew is put into the queue."""
    if one.kind == POSITION:
        settle_position(connection, one)
    if one.kind == COPY:
        ends = connection.execute(select(copies.c.article_row, copies.c.of_row).where(copies.c.id == one.subject)).first()
        if ends is not None:
            rows = {row for row in ends if row is not None}
            put_lineages(connection, rows, decided(connection).rejected(COPY))
            queue(connection, rows)
            queue_holders(connection, ends.article_row)
    if one.kind == UTTERANCE:
        asked = select(tellings.c.article_row).join(statements, statements.c.row == tellings.c.statement_row)
        queue(connection, connection.execute(asked.where(statements.c.id == one.subject)).scalars().all())


def number_waiting(connection: Connection) -> int:
    """How many articles wait to be related."""
    return connection.execute(select(func.count()).select_from(unrelated)).scalar_one()


def queue(connection: Connection, rows: Iterable[int]) -> None:
    """Puts articles into the queue of those that wait to be related."""
    waiting = [{"article_row": row} for row in sorted(set(rows))]
    if waiting:
        connection.execute(insert(unrelated).prefix_with("OR IGNORE"), waiting)


def meant(connection: Connection, prefix: str) -> tuple[str | None, str]:
    """The kind and id of what a person means by an id or the beginning of one; the kind None is a judgement.

    Raises UsageError where it is nothing, or may be several (which are then listed).
    """
    found: list[tuple[str | None, str]] = []
    if len(prefix) >= _SHORTEST:
        tables: Sequence[tuple[str | None, Table]] = (
            (DISAGREEMENT, disagreements),
            (COPY, copies),
            (POSITION, positions),
            (SHIFT, shifts),
            (UTTERANCE, statements),
            (None, judgements),
        )
        for kind, table in tables:
            asked = select(table.c.id).distinct().where(_starts(table, prefix)).order_by(table.c.id)
            found += [(kind, one) for one in connection.execute(asked.limit(_SHOWN + 1)).scalars()]
        # An utterance's first id may be that of nothing else; a whole id is meant as it stands.
        found = [one for one in found if one[1] == prefix] or found
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{one} ({_CALLED.get(kind, kind)})" for kind, one in found[:_SHOWN])
        more = ", …" if len(found) > _SHOWN else ""
        raise UsageError(f"{prefix!r} fits more than one: give more digits of one of {listed}{more}")
    raise UsageError(_advice(connection, prefix))


def _advice(connection: Connection, prefix: str) -> str:
    """Why there is nothing to judge by an id, and where the ids are that a judgement takes."""
    if len(prefix) < _SHORTEST:
        return (
            f"there is no id so short as {prefix!r}: give {_SHORTEST} or more digits of a disagreement's, as "
            "`onrecord disagreements` shows it, of a position's or a shift's, as `onrecord positions` and `shifts` do, or of a "
            "copy's or a statement's, as `onrecord compare` does"
        )
    others = (
        (utterances, "an utterance: judge one of its statements, or a copy, by the ids that `onrecord compare` shows"),
        (articles, "an article: judge whether it is a copy by the copy's id, which `onrecord compare` shows"),
        (actors, "an actor: `onrecord actors merge`, `split` and `rename` say who is who"),
    )
    for table, what in others:
        if (one := connection.execute(select(table.c.id).where(_starts(table, prefix)).limit(1)).scalar()) is not None:
            return f"there is no judging {one}, which is {what}"
    return (
        f"there is no disagreement, copy, position, shift, statement or judgement whose id starts with {prefix!r}: "
        "`onrecord disagreements`, `compare`, `positions` and `shifts` show the ids"
    )


def _starts(table: Table, prefix: str) -> ColumnElement[bool]:
    # "g" is greater than every digit, so this is the range of all that start with the prefix.
    return and_(table.c.id >= prefix, table.c.id < prefix + "g")


_ABOUT_RELATIONS: Any = select(judgements).where(or_(*(judgements.c.kind == kind for kind in KINDS))).order_by(judgements.c.row)
