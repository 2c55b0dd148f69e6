"""What a person should look at next, as one query: the least sure and most used first.

Each thing is worth `base + (1 - base) * doubt * (1 + use) / (2 + use)`: `doubt` is how far the machine is from being sure, `use`
counts what rests on it (positions; of a position other reports of the utterance; shifts threefold), and `base` lifts what is a
claim about somebody (a shift, a position that one rests on, a disagreement) over what is a detail.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.queries import ReviewKind, ReviewQuery
from onrecord.ledger.questions.deciding import doubts, verdicts_on_shifts
from onrecord.ledger.relations.judging import DISAGREEMENT, decided
from onrecord.ledger.relations.weighing import settled_among
from onrecord.ledger.reviewing.explaining import why
from onrecord.ledger.reviewing.rows import ReviewItem
from onrecord.ledger.storing.question_tables import UNJUDGED
from onrecord.ledger.storing.relation_tables import UNSURE
from onrecord.ledger.storing.schema import ASKED

# The doubt about what is not known at all, and the confidence from which on a position is not asked about.
_UNKNOWN, _SURE = 0.6, 0.7
# The readings that are not shown, told by indices alone.
_HIDDEN = """(SELECT row FROM readings WHERE NOT shown
    OR article_row IN (SELECT row FROM articles WHERE superseded_by IS NOT NULL))"""
_TAKES = """EXISTS (SELECT 1 FROM positions AS own WHERE own.statement_row = {row} AND own.question = :question AND own.about = 1
    AND own.status != 'rejected')"""
_ABOUT = f"(:question IS NULL OR {_TAKES})"
# What the shifts rest on, as rows of `positions` (`one`).
_TURNING = """((SELECT count(*) FROM shifts WHERE first_row = one.statement_row AND shifts.question = one.question
        AND before_reading IS one.reading AND before_position IS one.position)
    + (SELECT count(*) FROM shifts WHERE second_row = one.statement_row AND shifts.question = one.question
        AND after_reading IS one.reading AND after_position IS one.position))"""
_BESIDE = "coalesce((SELECT count(*) - 1 FROM tellings AS other WHERE other.utterance_row = tellings.utterance_row), 0)"

_STATEMENTS = f"""SELECT 'statement' AS kind, id AS subject, NULL AS other, id AS statement, NULL AS question, confidence,
    0.0 AS base, max(1 - confidence, unknown * {_UNKNOWN}) AS doubt, taking + 3 * turning AS used,
    unknown, taking, turning, 0 AS beside, '' AS told FROM (
    SELECT one.id, one.confidence, one.speaker_name IS NULL AS unknown,
        (SELECT count(*) FROM positions WHERE statement_row = one.row AND about = 1 AND positions.status != 'rejected') AS taking,
        (SELECT count(*) FROM shifts WHERE first_row = one.row)
            + (SELECT count(*) FROM shifts WHERE second_row = one.row) AS turning
    FROM statements AS one
    WHERE {ASKED.replace("status", "one.status").replace("confidence", "one.confidence")} AND one.repeats IS NULL
        AND one.reading_row NOT IN {_HIDDEN} AND {_ABOUT.format(row="one.row")})"""
# Positions that persons decided on before the statement was put right, and why they are to be looked at again.
_DOUBTED = "one.question || '/' || statements.id"
_POSITIONS_THAT = f"""SELECT 'position', id, NULL, statement, question, confidence, (turning > 0) * 0.5,
    max(1 - confidence, unknown * {_UNKNOWN}, doubted * {_UNKNOWN}), 3 * turning + beside, unknown, 0, turning, beside,
    CASE WHEN doubted THEN (SELECT value FROM json_each(:doubts) WHERE key = about) || '; ' || reason ELSE reason END FROM (
    SELECT one.id, statements.id AS statement, one.question, one.confidence, one.position IS NULL AS unknown, one.reason,
        {_DOUBTED} AS about, {_DOUBTED} IN (SELECT key FROM json_each(:doubts)) AS doubted,
        {_TURNING} AS turning, {_BESIDE} AS beside
    FROM positions AS one JOIN statements ON statements.row = one.statement_row
    LEFT JOIN tellings ON tellings.statement_row = one.statement_row
    WHERE {{}} AND (:question IS NULL OR one.question = :question))
    WHERE confidence < {_SURE} OR unknown OR turning OR doubted"""
_POSITIONS = _POSITIONS_THAT.format(UNJUDGED.replace("about", "one.about").replace("status", "one.status"))
# A machine may hold the other words not to be about the question: that is looked at too.
_NOT_ABOUT_NOW = """one.about = 0 AND one.status = 'candidate' AND doubted AND one.statement_row IN (SELECT row FROM statements
    WHERE id IN (SELECT substr(key, -16) FROM json_each(:doubts)))"""
_SHIFTS = """SELECT 'shift', shifts.id, NULL, statements.id, shifts.question, shifts.confidence, 0.5, 1 - shifts.confidence, 1,
    0, 0, 0, 0, shifts.why
    FROM shifts JOIN statements ON statements.row = shifts.second_row
    WHERE shifts.id NOT IN (SELECT value FROM json_each(:shifts)) AND (:question IS NULL OR shifts.question = :question)
        AND EXISTS (SELECT 1 FROM positions WHERE statement_row = first_row AND positions.question = shifts.question
            AND reading = before_reading AND position = before_position AND positions.status != 'rejected')
        AND EXISTS (SELECT 1 FROM positions WHERE statement_row = second_row AND positions.question = shifts.question
            AND reading = after_reading AND position = after_position AND positions.status != 'rejected')"""
_DISAGREEMENTS = f"""SELECT 'disagreement', id, NULL, statement, NULL, confidence, 0.25, 1 - confidence, places - 2,
    0, 0, 0, 0, about FROM (
    SELECT disagreements.id, max(findings.confidence) AS confidence, min(findings.about) AS about,
        count(DISTINCT place.article_row) AS places, min(statements.id) AS statement
    FROM disagreements JOIN findings ON findings.disagreement_row = disagreements.row
    JOIN finding_places AS place ON place.finding_row = findings.row
    LEFT JOIN statements ON statements.row = place.statement_row
    WHERE disagreements.id NOT IN (SELECT value FROM json_each(:disagreements))
    GROUP BY disagreements.row
    HAVING :question IS NULL OR max({_TAKES.format(row="place.statement_row")}))"""
# The least sure links alone are looked at, in the order of an index: all that are asked for are among them.
_LINKS = f"""SELECT 'link', one, other, one, NULL, score, 0.0, 1 - score, 0, 0, 0, 0, 0, why FROM (
    SELECT one.id AS one, second.id AS other, links.score, links.why
    FROM links JOIN tellings ON tellings.statement_row = links.one_row
    JOIN tellings AS there ON there.statement_row = links.other_row AND there.utterance_row = tellings.utterance_row
    JOIN statements AS one ON one.row = links.one_row JOIN statements AS second ON second.row = links.other_row
    WHERE links.{UNSURE} AND links.kind != 'place' AND one.status != 'rejected' AND second.status != 'rejected'
        AND one.id || second.id NOT IN (SELECT value FROM json_each(:pairs))
        AND (:question IS NULL OR {_TAKES.format(row="links.one_row")})
    ORDER BY links.score, one.id, second.id LIMIT :most)"""
_OF = {
    ReviewKind.STATEMENT: _STATEMENTS,
    ReviewKind.POSITION: f"{_POSITIONS} UNION ALL {_POSITIONS_THAT.format(_NOT_ABOUT_NOW)}",
    ReviewKind.SHIFT: _SHIFTS,
    ReviewKind.DISAGREEMENT: _DISAGREEMENTS,
    ReviewKind.LINK: _LINKS,
}
# The names of the columns, which the first part of a union gives.
_NAMES = "kind, subject, other, statement, question, confidence, base, doubt, used, unknown, taking, turning, beside, told"


def review(connection: Connection, query: ReviewQuery) -> Iterator[ReviewItem]:
    """What a query means, the most worth a look first."""
    worth = "base + (1 - base) * doubt * (1.0 + used) / (2.0 + used)"
    asked = (
        f"SELECT *, {worth} AS worth FROM ({_union(query)}) ORDER BY worth DESC, kind, subject, other LIMIT :limit OFFSET :offset"
    )
    cut = {"limit": -1 if query.limit is None else query.limit, "offset": query.offset}
    cut |= {"most": -1 if query.limit is None else query.limit + query.offset} if ReviewKind.LINK in query.kinds else {}
    for row in connection.execute(text(asked), _known(connection, query) | cut):
        yield ReviewItem(
            kind=ReviewKind(row.kind),
            subject=row.subject,
            score=round(row.worth, 4),
            why=why(row),
            confidence=row.confidence,
            statement=row.statement,
            other=row.other,
            question=row.question,
        )


def review_number(connection: Connection, query: ReviewQuery) -> int:
    """How many things a query means, its limit and offset aside."""
    known = _known(connection, query) | ({"most": -1} if ReviewKind.LINK in query.kinds else {})
    number: int = connection.execute(text(f"SELECT count(*) FROM ({_union(query)})"), known).scalar_one()
    return number


def _union(query: ReviewQuery) -> str:
    first = f"WITH queue({_NAMES}) AS ("
    return first + " UNION ALL ".join(_OF[kind] for kind in ReviewKind if kind in query.kinds) + ") SELECT * FROM queue"


def _known(connection: Connection, query: ReviewQuery) -> dict[str, Any]:
    """What persons said already, and what is no disagreement any more."""
    says = decided(connection)
    judged = [subject for kind, subject in says.verdicts if kind == DISAGREEMENT]
    if ReviewKind.DISAGREEMENT in query.kinds:
        judged += settled_among(connection)
    pairs = [one + other for pair in says.together | says.apart for one, other in (pair, pair[::-1])]
    known = {"question": query.question, "shifts": json.dumps(list(verdicts_on_shifts(connection)))}
    known |= {"doubts": json.dumps({"/".join(about): why for about, why in doubts(connection).items()})}
    wanted = {"disagreements": json.dumps(judged), "pairs": json.dumps(pairs)}
    asked = "".join(_OF[kind] for kind in query.kinds)
    return {name: value for name, value in (known | wanted).items() if f":{name}" in asked}
