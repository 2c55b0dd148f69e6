"""Double check: a sample drawn at random, asked statement by statement; the answers are rows of the log of judgements.

The sample that was drawn last is the present one: it alone is asked. Of several answers on one statement of it the last that
stands counts. How often the ledger is wrong is told by the last sample that is finished, so drawing one more takes nothing back.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from onrecord.ledger.actors.judging import Draft, enter, logged, undone_by
from onrecord.ledger.asking.finding import find_statement
from onrecord.ledger.relations.sealing import seal_of
from onrecord.ledger.reviewing.rows import CheckItem, CheckRow, Part
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.review_tables import checked, checks
from onrecord.ledger.storing.schema import articles, judgements, readings, statements
from onrecord.vocabulary import UsageError, Verdict, content_id

# The kind of answers; the subject is the id of the statement, and the value has that of the check and what was wrong.
CHECK = "check"
_POPULATION = (
    select(statements.c.id)
    .join(readings, readings.c.row == statements.c.reading_row)
    .join(articles, articles.c.row == readings.c.article_row)
    .where(readings.c.shown, articles.c.superseded_by.is_(None), statements.c.status != "rejected")
)
_LAST_CHECK = select(checks).order_by(checks.c.row.desc()).limit(1)
_LARGEST_SEED = 2**31


def start_check(connection: Connection, size: int, seed: int | None, *, by: str) -> CheckRow:
    """Draws a sample; see `Ledger.start_check`."""
    if size < 1:
        raise UsageError("a sample has one statement or more: give its size")
    if seed is not None and not 0 <= seed < _LARGEST_SEED:
        raise UsageError(f"a seed is a whole number from 0 to {_LARGEST_SEED - 1}")
    # In the order of ids, which tells nothing of the statements: so the same seed draws the same however the ledger was filled.
    there = sorted(connection.execute(_POPULATION).scalars())
    if not there:
        raise UsageError("the ledger has no statement to check yet: add articles first")
    seed = secrets.randbelow(_LARGEST_SEED) if seed is None else seed
    drawn = random.Random(seed).sample(there, min(size, len(there)))
    last = connection.execute(_LAST_CHECK).first()
    columns: dict[str, Any] = {"seed": seed, "size": len(drawn), "drawn_from": len(there), "by": by, "at": clock.now()}
    columns |= {"row": (last.row if last else 0) + 1, "id": content_id("check", last.id if last else "", str(seed), *drawn)}
    connection.execute(insert(checks), columns | {"seal": sealed_check(columns, drawn)})
    rows = [{"check_row": columns["row"], "ordinal": number, "statement": one} for number, one in enumerate(drawn)]
    connection.execute(insert(checked), rows)
    return CheckRow(columns["id"], len(drawn), seed, by, columns["at"], len(there), 0)


def present_check(connection: Connection) -> CheckRow | None:
    """The sample that was drawn last; None where none was drawn."""
    return next(_checks(connection), None)


def telling_check(connection: Connection) -> CheckRow | None:
    """The sample that tells the error rate: the last one that is finished, the present one where none is."""
    finished = (one for one in _checks(connection) if one.answered == one.size)
    return next(finished, present_check(connection))


def next_check(connection: Connection) -> CheckItem | None:
    """The next statement of the present sample that was not checked; None for none."""
    check = present_check(connection)
    if check is None:
        return None
    done = answers(connection, check.id)
    for row in connection.execute(_of_check(check.id)):
        if row.statement not in done:
            found = find_statement(connection, row.statement)
            if found is not None:
                return CheckItem(check, row.ordinal + 1, found)
    return None


def answer_check(connection: Connection, prefix: str, wrong: Collection[Part], *, by: str, why: str | None) -> Judgement:
    """Keeps what is wrong of a statement of the present sample; see `Ledger.answer_check`."""
    check = present_check(connection)
    if check is None:
        raise UsageError("no sample was drawn to be checked: `onrecord check --size 100` draws one")
    drawn = [row.statement for row in connection.execute(_of_check(check.id)) if row.statement.startswith(prefix)]
    if len(drawn) != 1 or len(prefix) < 4:
        what = "fits more than one statement of the sample" if drawn else "is no statement of the sample"
        raise UsageError(f"{prefix!r} {what}: `onrecord check` shows the next one to check")
    parts = [part.value for part in Part if part in set(wrong)]
    if Part.NO_STATEMENT in set(wrong) and len(parts) > 1:
        raise UsageError("of what is no statement nothing else is wrong: give no-statement alone")
    found = f"wrong in {', '.join(parts)}" if parts else "right"
    found = "no statement" if parts == [Part.NO_STATEMENT.value] else found
    says = f"the statement {drawn[0]}, checked, is {found}"
    value: dict[str, str | list[str]] = {"check": check.id, "wrong": parts}
    verdict = Verdict.REJECT if parts else Verdict.CONFIRM
    draft = Draft(kind=CHECK, subject=drawn[0], verdict=verdict, value=value, evidence=says, by=by, why=why)
    (entered,) = enter(connection, [draft])
    return entered


def answers(connection: Connection, check: str) -> dict[str, frozenset[Part]]:
    """What was found wrong of each statement (by its id) of a sample that was checked; nothing where it is right."""
    said = list(logged(connection, select(judgements).where(judgements.c.kind == CHECK).order_by(judgements.c.row)))
    undone = undone_by(said)
    stands = (one for one in said if one.verdict is not Verdict.UNDO and one.id not in undone and one.value["check"] == check)
    return {one.subject: frozenset(Part(part) for part in one.value["wrong"]) for one in stands}


def sealed_check(columns: dict[str, Any], drawn: Collection[str]) -> str:
    """The seal of a row of `checks` with the statements that were drawn, in their order."""
    return seal_of("check", *(columns[name] for name in ("id", "seed", "size", "drawn_from", "by", "at")), list(drawn))


def drawn_in(connection: Connection, check: str) -> Iterator[str]:
    """The statements (ids) of a sample, in the order in which they are asked."""
    return (row.statement for row in connection.execute(_of_check(check)))


def _checks(connection: Connection) -> Iterator[CheckRow]:
    """The samples, the one that was drawn last first."""
    for row in connection.execute(select(checks).order_by(checks.c.row.desc())).all():
        answered = len(answers(connection, row.id))
        yield CheckRow(row.id, row.size, row.seed, row.by, row.at, row.drawn_from, answered)


def _of_check(check: str) -> Select[Any]:
    asked = select(checked).join(checks, checks.c.row == checked.c.check_row)
    return asked.where(checks.c.id == check).order_by(checked.c.ordinal)
