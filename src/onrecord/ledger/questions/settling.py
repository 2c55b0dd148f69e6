"""What was found of a statement and what persons said of it, put together: a person's word on a statement always wins.

1. What a person said is wrong is rejected.
2. What a person confirmed is confirmed, and what was put in the place of something else is corrected. It stands as a row of its
   own where no machine finds it.
3. Whatever else is found on a reading that a person decided on is rejected with it; so is that the statement is not about the
   question where a person says what it says on it, and the other way round.
4. All else is a candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from onrecord.ledger.questions.deciding import Ruling, Word, stand_of, words_on
from onrecord.ledger.storing.question_tables import placings, positions
from onrecord.ledger.storing.schema import statements
from onrecord.vocabulary import Position

# A row of `positions`, by the names of its columns.
Row = dict[str, Any]
_WRITTEN = tuple(column.name for column in positions.columns if column.name != "row")


def settled(found: Sequence[Row], word: Word, version: str) -> list[Row]:
    """The rows of one statement as they stand: those that a placer of this version found, and those that a person put."""
    ids = {row["id"]: row for row in found}
    ruled = {ruling.id: ruling for ruling in word.right.values()}
    rows = [row | _standing(row, word, ruled.get(row["id"]), version) for row in found]
    return rows + [_put(found, ruling) for ruling in ruled.values() if ruling.id not in ids]


def write(connection: Connection, rows: Iterable[Row]) -> None:
    """Puts rows into the table."""
    wanted = [{name: row[name] for name in _WRITTEN} for row in rows]
    if wanted:
        connection.execute(insert(positions), wanted)


def settle(connection: Connection, question: str, statement: str) -> None:
    """Lets what persons decided on a statement (its id) show in its positions; nothing where it is not placed now."""
    rows_of = select(statements.c.row).where(statements.c.id == statement)
    asked = select(positions).where(positions.c.statement_row.in_(rows_of), positions.c.question == question, positions.c.found)
    found = [row._asdict() for row in connection.execute(asked.order_by(positions.c.ordinal))]
    if not found:
        return
    statement_row, article_row = found[0]["statement_row"], found[0]["article_row"]
    placed = select(placings.c.version).where(placings.c.question == question, placings.c.article_row == article_row)
    version = connection.execute(placed).scalar_one()
    rows = settled(found, words_on(connection, question).get(statement) or Word(), version)
    put = delete(positions).where(positions.c.question == question, positions.c.statement_row == statement_row)
    connection.execute(put.where(positions.c.found.is_(False)))
    judged = update(positions).where(positions.c.row == bindparam("at")).values(status=bindparam("now"), by=bindparam("who"))
    connection.execute(judged, [{"at": row["row"], "now": row["status"], "who": row["by"]} for row in rows if row["found"]])
    write(connection, (row for row in rows if not row["found"]))


def examined(found: Iterable[Row], words: dict[str, Word], version: str, names: dict[int, str]) -> Iterator[Row]:
    """The rows of several statements as they stand, in their order; `names` are the ids of the statements by their rows."""
    within: dict[int, list[Row]] = {}
    for row in found:
        within.setdefault(row["statement_row"], []).append(row)
    for statement_row, rows in within.items():
        yield from settled(rows, words.get(names[statement_row]) or _SILENCE, version)


def _standing(row: Row, word: Word, ruling: Ruling | None, version: str) -> Row:
    if ruling is not None:
        return {"status": ruling.status, "by": ruling.judgement.by}
    own = stand_of(row["reading"], row["position"])
    return {"status": "rejected" if row["id"] in word.wrong or word.overruling(own[0]) else "candidate", "by": version}


def _put(found: Sequence[Row], ruling: Ruling) -> Row:
    """The row of a position that a person says is right and that no machine finds: of the statement, it has what it has."""
    reading, position = ruling.stand
    first = next((row for row in found if row["reading"] == reading and reading), found[0])
    by, why = ruling.judgement.by, ruling.judgement.why
    done = "put right" if ruling.status == "corrected" else "confirmed"
    return first | {
        "id": ruling.id,
        "ordinal": len(found) + (0 if reading is None else 1 + list(type(reading)).index(reading)),
        "reading": reading.value if reading else None,
        "position": position.value if position else None,
        "about": position is not Position.NOT_ABOUT,
        "confidence": 1.0,
        "reason": f"{done} by {by}" + (f": {why}" if why else ""),
        "words": [],
        "stage": first["stage"] if position is not Position.NOT_ABOUT else None,
        "found": False,
        "status": ruling.status,
        "by": by,
    }


_SILENCE = Word()
