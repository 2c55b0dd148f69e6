"""What persons decided on positions and shifts: rows of the log of judgements, as all others are.

A judgement on a position says what was judged (question, statement, reading, position) beside its id, so that it stands whatever
is found of the statement later. Of several on one id the last that stands counts, and of several positions on one reading of a
question the one that was decided on last. None counts any more once the words or the speaker of the statement were put right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select, text

from onrecord.ledger.actors.judging import logged, undone_by
from onrecord.ledger.questions.doubting import doubt, outdated
from onrecord.ledger.relations.sealing import rows_json, seal_of
from onrecord.ledger.rows import Judgement, Value
from onrecord.ledger.storing.schema import judgements
from onrecord.vocabulary import Example, Position, Reading, Verdict, content_id

# The kinds of judgements on what is found on questions; the subject is the id of the position or the shift.
POSITION, SHIFT = "position", "shift"
# A position is a reading of a question, and what is said on it.
Stand = tuple[Reading | None, Position | None]

_CONTENT = text(
    """SELECT statements.id, spans.text FROM statements JOIN spans ON spans.statement_row = statements.row
    WHERE spans.role = 'content' AND statements.row IN (SELECT max(row) FROM statements
        WHERE id IN (SELECT value FROM json_each(:ids)) GROUP BY id) ORDER BY statements.id, spans.ordinal"""
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A position that a person confirmed, or put in the place of another, by a judgement."""

    id: str
    stand: Stand
    judgement: Judgement

    @property
    def status(self) -> str:
        return "corrected" if self.judgement.verdict is Verdict.CORRECT else "confirmed"


@dataclass(slots=True)
class Word:
    """What persons said of one statement on one question: by its reading what is right, by its id what is wrong."""

    right: dict[Reading | None, Ruling] = field(default_factory=dict)
    wrong: dict[str, Judgement] = field(default_factory=dict)

    def overruling(self, reading: Reading | None) -> Ruling | None:
        """What rules out a position on a reading that nobody decided on itself: another on its reading, or that there is none, or
        some; None where nothing does."""
        if reading is None:
            return next(reversed(self.right.values()), None)
        return self.right.get(reading) or self.right.get(None)

    def on(self, position: str, reading: Reading | None) -> Judgement | None:
        """The judgement that a position (its id) on a reading stands or falls by; None where persons left it open."""
        ruling = next((one for one in self.right.values() if one.id == position), None)
        if ruling is None and position in self.wrong:
            return self.wrong[position]
        ruling = ruling or self.overruling(reading)
        return ruling.judgement if ruling else None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a placer learns from: statements that persons placed, and a digest of them."""

    examples: tuple[Example, ...]
    digest: str


def position_id(question: str, statement: str, stand: Stand) -> str:
    """The id of a position: made from the question's id, the statement's, the reading and the position."""
    return content_id("position", question, statement, *(part.value if part else "" for part in stand))


def shown_as(stand: Stand) -> str:
    """A position in words: "should:opposes", "not-about"."""
    return ":".join(part.value for part in stand if part) or "unsure"


def stand_of(reading: str | None, position: str | None) -> Stand:
    """A position from its parts as they are kept; nothing and "" are none."""
    return (Reading(reading) if reading else None, Position(position) if position else None)


def said_of_position(question: str, statement: str, stand: Stand) -> dict[str, str | list[str]]:
    """What a judgement on a position keeps of it."""
    reading, position = (part.value if part else "" for part in stand)
    return {"question": question, "statement": statement, "reading": reading, "position": position}


def words_on(connection: Connection, question: str, statements: Sequence[str] | None = None) -> dict[str, Word]:
    """What persons said of statements (by their ids) on a question, as far as it stands; of some alone where these are given."""
    found: dict[str, Word] = defaultdict(Word)
    of_other = outdated(connection)
    for one in standing(connection, POSITION, statements):
        if one.value.get("question") == question and one.id not in of_other:
            _take(found[str(one.value["statement"])], one, question)
    return dict(found)


def doubts(connection: Connection) -> dict[tuple[str, str], str]:
    """Why the positions of a statement on a question (by the ids of both) are to be looked at again: what persons decided on them
    was of other words or another speaker, and nobody decided since."""
    of_other = outdated(connection)
    found: dict[tuple[str, str], str] = {}
    for one in standing(connection, POSITION) if of_other else ():
        about = str(one.value["question"]), str(one.value["statement"])
        if one.id in of_other:
            found[about] = doubt(one, of_other[one.id])
        else:
            found.pop(about, None)
    return found


def lesson_of(connection: Connection, question: str) -> Lesson:
    """The statements that persons placed on a question, in the order of their ids.

    That one is not about the question is an example too: of no reading, so it is given as one of each.
    """
    said = words_on(connection, question)
    contents: dict[str, list[str]] = defaultdict(list)
    if said:
        for row in connection.execute(_CONTENT, {"ids": rows_json(said)}):
            contents[row.id].append(row.text)
    # Versions of an article and copies of it teach the same words once.
    examples = dict.fromkeys(
        Example(" ".join(contents[statement]), reading, position)
        for statement in sorted(contents)
        for ruling in said[statement].right.values()
        for reading, position in _taught(ruling.stand)
    )
    return Lesson(tuple(examples), seal_of("lesson", [[one.text, one.reading.value, one.position.value] for one in examples]))


def verdicts_on_shifts(connection: Connection) -> dict[str, Judgement]:
    """The last verdict that stands on each shift."""
    return {one.subject: one for one in standing(connection, SHIFT)}


def standing(connection: Connection, kind: str, statements: Sequence[str] | None = None) -> Iterator[Judgement]:
    """The judgements of a kind that count: of those on one subject the last that stands, in the order of the log; of positions of
    some statements alone where these are given."""
    asked = select(judgements).where(judgements.c.kind == kind).order_by(judgements.c.row)
    if statements is not None:
        named = func.json_extract(judgements.c.value, "$.statement").in_(statements)
        asked = asked.where(judgements.c.subject.in_(select(judgements.c.subject).where(judgements.c.kind == kind, named)))
    said = list(logged(connection, asked))
    undone = undone_by(said)
    stands = [one for one in said if one.verdict is not Verdict.UNDO and one.id not in undone]
    last = {one.subject: one.id for one in stands}
    return (one for one in stands if last[one.subject] == one.id)


def _take(word: Word, one: Judgement, question: str) -> None:
    """Lets one more judgement speak."""
    if one.verdict is not Verdict.CONFIRM:
        word.wrong[one.subject] = one
        word.right = {reading: ruling for reading, ruling in word.right.items() if ruling.id != one.subject}
    if one.verdict is not Verdict.REJECT:
        stand = stand_in(one.value, "right_" if one.verdict is Verdict.CORRECT else "")
        own = position_id(question, str(one.value["statement"]), stand)
        ruling = Ruling(own, stand, one)
        word.wrong.pop(own, None)
        # What is not about the question takes no position on it, and what takes one is about it.
        if stand[0] is None or None in word.right:
            word.right.clear()
        word.right[stand[0]] = ruling


def stand_in(value: Value, which: str) -> Stand:
    """The position that a judgement keeps: the one that was judged, or, as "right_", the one in its place."""
    return stand_of(str(value[f"{which}reading"]), str(value[f"{which}position"]))


def _taught(stand: Stand) -> list[tuple[Reading, Position]]:
    reading, position = stand
    if position is None:
        return []
    return [(reading, position)] if reading else [(one, position) for one in Reading]


def value_of_shift(row: Mapping[str, Any], question: str, between: tuple[str, str]) -> Value:
    """What a judgement on a shift keeps of it, from a row of `shifts`."""
    before, after = (f"{row[f'{end}_reading']}:{row[f'{end}_position']}" for end in ("before", "after"))
    return {"question": question, "before": before, "after": after, "kind": row["kind"], "between": list(between)}
