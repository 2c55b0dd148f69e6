"""What persons decided on copies, utterances and disagreements: rows of the log of judgements, as those on actors are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, or_, select

from onrecord.ledger.actors import correcting
from onrecord.ledger.actors.judging import Draft, enter, judgement_with, logged, undone_by
from onrecord.ledger.relations.copying import put_lineages
from onrecord.ledger.rows import Judgement, JudgementRow
from onrecord.ledger.storing.relation_tables import copies, disagreements, tellings, unrelated
from onrecord.ledger.storing.schema import judgements, statements
from onrecord.vocabulary import UsageError, Verdict

# The kinds of judgements on relations; the subject is the id of the copy, the disagreement, or of one of the statements.
COPY, DISAGREEMENT, UTTERANCE = "copy", "disagreement", "utterance"
KINDS = (COPY, DISAGREEMENT, UTTERANCE)
_ANSWERS = (Verdict.CONFIRM, Verdict.REJECT)
_SHORTEST = 4
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Decided:
    """What the log says of relations at this moment: the last verdict that stands on each subject, and pairs of statements."""

    verdicts: dict[tuple[str, str], Judgement]
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
    pairs: dict[tuple[str, str], Verdict] = {}
    for one in said:
        if one.verdict not in _ANSWERS or one.id in undone:
            continue
        verdicts[one.kind, one.subject] = one
        for other in one.value.get("statements", ()):
            pairs[paired(one.subject, other)] = one.verdict
    together = frozenset(pair for pair, verdict in pairs.items() if verdict is Verdict.CONFIRM)
    return Decided(verdicts, together, frozenset(pairs) - together)


def said_of(connection: Connection, about: Callable[[str, frozenset[str]], bool]) -> tuple[JudgementRow, ...]:
    """The judgements of persons on relations that are about something, asked with their kind and the ids that they name."""
    said = list(logged(connection, _ABOUT_RELATIONS))
    undone = undone_by(said)
    found: list[JudgementRow] = []
    for one in said:
        target = one
        while target.undoes is not None:
            target = next(other for other in said if other.id == target.undoes)
        if about(target.kind, frozenset((target.subject, *target.value.get("statements", ())))):
            says = one.evidence or f"judgement {one.undoes} is taken back"
            found.append(JudgementRow(one, says, undone.get(one.id)))
    return tuple(found)


def paired(one: str, other: str) -> tuple[str, str]:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


def judge(connection: Connection, subject: str, verdict: Verdict, *, other: str | None, by: str, why: str | None) -> Judgement:
    """Confirms or rejects what is found, or takes back what was decided last; see `Ledger.judge`."""
    kind, number = _meant(connection, subject)
    if kind is None:
        if verdict is not Verdict.UNDO:
            raise UsageError(f"{number} is a judgement: it can be undone, not {verdict}ed")
        return undo(connection, number, by=by, why=why)
    if verdict is Verdict.UNDO:
        last = _last(connection, kind, number)
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


def _last(connection: Connection, kind: str, subject: str) -> Judgement | None:
    """The last judgement on a subject that stands; a statement's, where it is the one or the other of a pair."""
    said = list(logged(connection, _ABOUT_RELATIONS.where(judgements.c.kind == kind)))
    undone = undone_by(said)
    about = (one for one in said if one.subject == subject or (kind == UTTERANCE and subject in one.value.get("statements", ())))
    standing = [one for one in about if one.verdict in _ANSWERS and one.id not in undone]
    return standing[-1] if standing else None


def _drafted(
    connection: Connection, about: tuple[str, str], verdict: Verdict, *, other: str | None, by: str, why: str | None
) -> Draft:
    kind, number = about
    words = "confirmed" if verdict is Verdict.CONFIRM else "rejected"
    if kind != UTTERANCE:
        if other is not None:
            raise UsageError(f"{number} is a {kind}: only a statement is judged together with another")
        return Draft(kind=kind, subject=number, verdict=verdict, evidence=f"the {kind} {number} is {words}", by=by, why=why)
    if other is not None:
        second, found = _meant(connection, other)
        if second != UTTERANCE or found == number:
            raise UsageError(f"{other!r} is no other statement: give the id of one")
        number, *others = sorted((number, found))
        says = f"{number} and {others[0]} {'report' if verdict is Verdict.CONFIRM else 'do not report'} one utterance"
    elif verdict is Verdict.CONFIRM:
        raise UsageError("name the other statement that reports the same utterance")
    else:
        others = _beside(connection, number)
        if not others:
            raise UsageError(f"no other statement is held to report the same utterance as {number}")
        says = f"{number} does not report the utterance that it was put with"
    return Draft(kind=kind, subject=number, verdict=verdict, value={"statements": others}, evidence=says, by=by, why=why)


def _beside(connection: Connection, statement: str) -> list[str]:
    """The ids of the other statements of a statement's utterance."""
    own = select(tellings.c.utterance_row).join(statements, statements.c.row == tellings.c.statement_row)
    asked = select(statements.c.id).join(tellings, tellings.c.statement_row == statements.c.row)
    within = asked.where(tellings.c.utterance_row == own.where(statements.c.id == statement).scalar_subquery())
    return sorted(one for one in connection.execute(within).scalars() if one != statement)


def _settle(connection: Connection, one: Judgement) -> None:
    """Lets what follows from a judgement on a copy follow; what has to be compared anew is put into the queue."""
    if one.kind == COPY:
        ends = connection.execute(select(copies.c.article_row, copies.c.of_row).where(copies.c.id == one.subject)).first()
        if ends is not None:
            put_lineages(connection, {row for row in ends if row is not None}, decided(connection).rejected(COPY))
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


def _meant(connection: Connection, prefix: str) -> tuple[str | None, str]:
    """The kind and id of what a person means by an id or the beginning of one; the kind None is a judgement.

    Raises UsageError where it is nothing, or may be several (which are then listed).
    """
    found: list[tuple[str | None, str]] = []
    if len(prefix) >= _SHORTEST:
        tables: Sequence[tuple[str | None, Table]] = (
            (DISAGREEMENT, disagreements),
            (COPY, copies),
            (UTTERANCE, statements),
            (None, judgements),
        )
        for kind, table in tables:
            asked = select(table.c.id).distinct().where(table.c.id >= prefix, table.c.id < prefix + "g").order_by(table.c.id)
            found += [(kind, one) for one in connection.execute(asked.limit(_SHOWN)).scalars()]
        # An utterance's first id may be that of nothing else; a whole id is meant as it stands.
        found = [one for one in found if one[1] == prefix] or found
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{one} ({kind or 'judgement'})" for kind, one in found[:_SHOWN])
        raise UsageError(f"{prefix!r} fits more than one: give more digits of one of {listed}")
    raise UsageError(f"there is no disagreement, copy, statement or judgement whose id starts with {prefix!r}")


_ABOUT_RELATIONS: Any = select(judgements).where(or_(*(judgements.c.kind == kind for kind in KINDS))).order_by(judgements.c.row)
