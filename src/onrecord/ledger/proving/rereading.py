"""Whether what is shown of statements follows from what was read and what persons said; and samples, against their seals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.ledger.actors.portraying import portions
from onrecord.ledger.asking.listing import text_of
from onrecord.ledger.reviewing.checking import CHECK, drawn_in, sealed_check
from onrecord.ledger.reviewing.putting import put_there
from onrecord.ledger.reviewing.rows import Part
from onrecord.ledger.reviewing.ruling import STATEMENT, Ruling, persona_id, put_right, rulings
from onrecord.ledger.reviewing.setting import NEW, new_actor_id
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing.rebuilding import originals_in, statements_of
from onrecord.ledger.storing.review_tables import checked, checks, originals
from onrecord.ledger.storing.schema import articles, judgements, readings, statements
from onrecord.vocabulary import Statement, Verdict

_NOBODY = Ruling()


def of_reviews(connection: Connection) -> Iterator[Failure]:
    """Everything of what persons reviewed that does not hold."""
    said = rulings(connection)
    yield from _of_statements(connection, said)
    yield from _of_put(connection, said)
    yield from _of_made(connection)
    yield from _of_checks(connection)


def _of_statements(connection: Connection, said: dict[str, Ruling]) -> Iterator[Failure]:
    judged = select(judgements.c.subject).where(judgements.c.kind == STATEMENT)
    kept = select(originals.c.statement_row)
    touched = or_(statements.c.status != "candidate", statements.c.judged_by.is_not(None))
    of = or_(touched, statements.c.id.in_(judged), statements.c.row.in_(kept))
    # A statement without its reading or its article is named where all rows that refer to none are.
    asked = select(statements, readings.c.article_row).join(readings, readings.c.row == statements.c.reading_row)
    asked = asked.join(articles, articles.c.row == readings.c.article_row)
    for row in connection.execute(asked.where(of)).all():
        yield from (Failure("statements", row.id, wrong) for wrong in _wrongs(connection, row, said.get(row.id, _NOBODY)))


def _wrongs(connection: Connection, row: Any, ruling: Ruling) -> Iterator[str]:
    (shown,) = statements_of(connection, [row])
    read = originals_in(connection, row.reading_row).get(row.row)
    words = text_of(connection, row.article_row)
    if (row.status, row.judged_by) != (ruling.status, ruling.by):
        yield "what persons said of it does not follow from the judgements"
    try:
        right: Statement | None = put_right(read or shown, ruling, words)
    except (KeyError, ValueError):
        right = None
    if shown != right or read == shown:
        yield "what is shown of it does not follow from what was read and the judgements"
    if not all(span.holds_in(words) for span in shown.spans):
        yield "what is shown of it is not in the text at its place"


def _of_put(connection: Connection, said: dict[str, Ruling]) -> Iterator[Failure]:
    """Whether those personas are put into readings, and no others, that persons named as the speakers of statements there."""
    wanted: set[tuple[int, str]] = set()
    named = {statement: ruling.speaker for statement, ruling in said.items() if ruling.speaker is not None}
    for portion in portions(sorted(named)):
        asked = select(statements.c.id, statements.c.reading_row).where(statements.c.id.in_(portion))
        wanted |= {(row.reading_row, str(named[row.id])) for row in connection.execute(asked)}
    for row in put_there(connection):
        whole = (row.id, row.names, row.offices, row.wikidata, row.gender) == (persona_id(row.put), [], [], None, None)
        if not whole or (row.reading_row, row.put) not in wanted or (row.name, row.type) != (row.speaker_name, row.speaker_type):
            yield Failure("personas", row.key, "no person named it as a speaker there, or it is not the one that was named")
        wanted.discard((row.reading_row, row.put))
    for reading_row, actor in sorted(wanted):
        yield Failure("personas", actor, f"a person named it as a speaker in the reading {reading_row}, and it is not there")


def _of_made(connection: Connection) -> Iterator[Failure]:
    """Whether each actor that a person made has the id that its judgement gives."""
    asked = select(judgements).where(judgements.c.kind == STATEMENT, judgements.c.verdict == Verdict.CORRECT.value)
    for row in connection.execute(asked):
        made, value = row.value.get(NEW), row.value
        if made is not None and not (
            made == value.get("speaker") == new_actor_id(value["speaker_name"], value["speaker_type"], row.row)
        ):
            yield Failure("judgements", row.id, "the actor that it makes has not the id that its name and place in the log give")


def _of_checks(connection: Connection) -> Iterator[Failure]:
    samples: dict[str, set[str]] = {}
    for row in connection.execute(select(checks)).all():
        drawn = list(drawn_in(connection, row.id))
        samples[row.id] = set(drawn)
        if row.size != len(drawn) or row.seal != sealed_check(row._asdict(), drawn):
            yield Failure("checks", row.id, "it, or what was drawn, was changed since: its seal differs")
    ordinals = select(checked.c.check_row, checked.c.ordinal).order_by(checked.c.check_row, checked.c.ordinal)
    numbers: dict[int, list[int]] = {}
    for row in connection.execute(ordinals):
        numbers.setdefault(row.check_row, []).append(row.ordinal)
    for number, found in numbers.items():
        if found != list(range(len(found))):
            yield Failure("checked", str(number), "the statements are not numbered in order from 0")
    asked = select(judgements).where(judgements.c.kind == CHECK, judgements.c.undoes.is_(None))
    for row in connection.execute(asked):
        if row.subject not in samples.get(row.value["check"], ()) or not set(row.value["wrong"]) <= set(Part):
            yield Failure("judgements", row.id, "it answers what was not asked: its statement is not in the sample")
