"""Whether what was found on questions is what was kept: rows against seals, positions against texts and what persons said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.ledger.questions.asking import digest_of, question_of
from onrecord.ledger.questions.deciding import Word, position_id, stand_of, words_on
from onrecord.ledger.questions.sealing import seal_of_placing, sealed_shift
from onrecord.ledger.questions.settling import Row, settled
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing.question_tables import placings, positions, questions, shifts, unshifted
from onrecord.ledger.storing.relation_tables import relatings
from onrecord.ledger.storing.schema import articles, statements
from onrecord.vocabulary import Position

_STATED = text(
    """SELECT statements.row, statements.id, statements.day_earliest, statements.day_latest, personas.row AS persona_row,
        articles.row AS article_row, articles.id AS article, statements.reading_row, tellings.statement_row IS NOT NULL AS told
    FROM statements JOIN readings ON readings.row = statements.reading_row JOIN articles ON articles.row = readings.article_row
    LEFT JOIN personas ON personas.reading_row = statements.reading_row AND personas.id = statements.speaker_actor
    LEFT JOIN tellings ON tellings.statement_row = statements.row
    WHERE statements.row IN (SELECT statement_row FROM positions WHERE question = :question)"""
)
_WORDS = text(
    """SELECT positions.id, word.value AS word FROM positions JOIN json_each(positions.words) AS word
    JOIN articles ON articles.row = positions.article_row
    WHERE word.value ->> 0 < 0 OR word.value ->> 1 <= word.value ->> 0
        OR substr(articles.text, (word.value ->> 0) + 1, (word.value ->> 1) - (word.value ->> 0)) IS NOT word.value ->> 2"""
)
_READ_IN = text(
    """SELECT row, reading_row FROM personas
    WHERE row IN (SELECT persona_row FROM positions WHERE question = :question AND second_hand)"""
)
_MADE = ("id", "reading", "position", "about", "confidence", "reason", "words", "stage", "status", "by", "second_hand")


def of_questions(connection: Connection) -> Iterator[Failure]:
    """Everything on questions that does not hold."""
    yield from _of_texts(connection)
    followed = set(connection.execute(select(questions.c.id).where(questions.c.until.is_(None))).scalars())
    yield from _of_placings(connection, followed)
    for question in sorted(set(connection.execute(select(positions.c.question).distinct()).scalars())):
        yield from _of_positions(connection, question)
    for row in connection.execute(_WORDS):
        yield Failure("positions", row.id, f"words that decided are not in the text at their place: {row.word}")
    yield from _of_shifts(connection, followed)


def _of_texts(connection: Connection) -> Iterator[Failure]:
    rows = connection.execute(select(questions).order_by(questions.c.id, questions.c.number)).all()
    for name, group in groupby(rows, key=attrgetter("id")):
        kept = list(group)
        if [row.number for row in kept] != list(range(1, len(kept) + 1)):
            yield Failure("questions", name, "its texts are not numbered in order from 1")
        if any(row.until is None for row in kept[:-1]):
            yield Failure("questions", name, "a text of it is asked that was replaced")
        for row in kept:
            asked = question_of(row.asked)
            if asked.id != name or digest_of(asked, row.text) != row.digest:
                yield Failure("questions", name, f"text {row.number} of it was changed since it was added: its digest differs")


def _of_placings(connection: Connection, followed: set[str]) -> Iterator[Failure]:
    related = set(connection.execute(select(relatings.c.article_row)).scalars())
    placed = set()
    asked = select(placings, articles.c.id).join(articles, articles.c.row == placings.c.article_row)
    for row in connection.execute(asked).all():
        placed.add((row.question, row.article_row))
        name = f"{row.question}/{row.id}"
        if row.question not in followed or row.article_row not in related:
            yield Failure("placings", name, "the question is not followed, or the article is not related")
        if row.seal != seal_of_placing(connection, row.question, row.article_row):
            yield Failure("placings", name, "it, or what was found then, was changed since: its seal differs")
    for row in connection.execute(select(positions.c.question, positions.c.article_row, positions.c.id)):
        if (row.question, row.article_row) not in placed:
            yield Failure("positions", row.id, "it is of an article that is not placed on the question")


def _of_positions(connection: Connection, question: str) -> Iterator[Failure]:
    stated = {row.row: row for row in connection.execute(_STATED, {"question": question})}
    words = words_on(connection, question)
    read_in = {row.row: row.reading_row for row in connection.execute(_READ_IN, {"question": question})}
    placed = select(placings.c.article_row, placings.c.version).where(placings.c.question == question)
    made_by = {row.article_row: row.version for row in connection.execute(placed)}
    asked = select(positions).where(positions.c.question == question)
    rows = [row._asdict() for row in connection.execute(asked.order_by(positions.c.statement_row, positions.c.ordinal))]
    for statement_row, group in groupby(rows, key=itemgetter("statement_row")):
        kept, about = list(group), stated.get(statement_row)
        if about is None:
            yield from (Failure("positions", row["id"], "its statement, or what that stands in, is not there") for row in kept)
            continue
        yield from (Failure("positions", row["id"], wrong) for row in kept for wrong in _wrongs(row, about, question, read_in))
        found = [row for row in kept if row["found"]]
        word, version = words.get(about.id) or Word(), made_by.get(about.article_row, "")
        if not found or _told(kept) != _told(settled(found, word, version)):
            yield Failure("positions", about.id, "the positions of this statement do not follow from what was found and judged")


def _wrongs(row: Row, about: Any, question: str, read_in: Mapping[int, int]) -> Iterator[str]:
    stand = stand_of(row["reading"], row["position"])
    if row["id"] != position_id(question, about.id, stand):
        yield "its id is not the one that question, statement, reading and position give"
    if row["about"] != (stand[1] is not Position.NOT_ABOUT) or (stand[1] is Position.NOT_ABOUT and stand[0] is not None):
        yield "whether it is about the question does not follow from its position"
    holder = row["persona_row"]
    is_told_of = row["second_hand"] and (holder is None or read_in.get(holder) == about.reading_row)
    if row["article_row"] != about.article_row or not (holder == about.persona_row or is_told_of) or not about.told:
        yield "it is not that of its statement: another article or holder, or the statement is not related"
    if (row["day_earliest"], row["day_latest"]) != (about.day_earliest, about.day_latest):
        yield "the days that filters look at are not those of its statement"


def _told(rows: list[Row]) -> list[tuple[Any, ...]]:
    return sorted((tuple(str(row[name]) for name in _MADE) for row in rows), key=itemgetter(0))


def _of_shifts(connection: Connection, followed: set[str]) -> Iterator[Failure]:
    waiting = {(row.question, row.actor) for row in connection.execute(select(unshifted))}
    taken: dict[tuple[str, int], set[tuple[str | None, str | None]]] = defaultdict(set)
    asked = select(positions.c.question, positions.c.statement_row, positions.c.reading, positions.c.position)
    for row in connection.execute(asked.where(positions.c.reading.is_not(None), positions.c.status != "rejected")):
        taken[row.question, row.statement_row].add((row.reading, row.position))
    names = {shifts.c.first_row: "first", shifts.c.second_row: "second"}
    ids = [select(statements.c.id).where(statements.c.row == at).scalar_subquery().label(name) for at, name in names.items()]
    for row in connection.execute(select(shifts, *ids)):
        if row.question not in followed or row.seal != sealed_shift(row._asdict(), (row.first, row.second)):
            yield Failure(
                "shifts", row.id, "it was changed since it was found, or its question is not followed: its seal differs"
            )
        ends = (
            (row.first_row, (row.before_reading, row.before_position)),
            (row.second_row, (row.after_reading, row.after_position)),
        )
        stands = all(end in taken[row.question, statement_row] for statement_row, end in ends)
        if not stands and (row.question, row.actor) not in waiting:
            yield Failure("shifts", row.id, "its statements do not take the positions that it is between")
