"""Decisions on positions of which the statement was put right since: they were made of other words, or of another speaker's.

They are no word on the position of what stands there now, so it has to be looked at again. They hold again when the correction is
taken back.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, text

from onrecord.ledger.actors.judging import logged, undone_by
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.schema import judgements
from onrecord.vocabulary import Verdict

_SINCE = text(
    """SELECT said.id, later.id AS since, json_extract(later.value, '$.content') IS NOT NULL AS words
    FROM judgements AS said JOIN judgements AS later ON later.kind = 'statement'
        AND later.subject = json_extract(said.value, '$.statement') AND later.row > said.row
    WHERE said.kind = 'position' AND (json_extract(later.value, '$.content') IS NOT NULL
        OR json_extract(later.value, '$.speaker') IS NOT NULL)
    ORDER BY said.row, later.row"""
)
_OTHER_WORDS, _OTHER_SPEAKER = "of other words", "as said by somebody else"
_DONE = {Verdict.CONFIRM: "confirmed", Verdict.REJECT: "rejected", Verdict.CORRECT: "put right"}


def outdated(connection: Connection) -> dict[str, str]:
    """The decisions on positions (by their ids) after which the words or the speaker of the statement were put right, each with
    what it was made of, in words."""
    since = connection.execute(_SINCE).all()
    if not since:
        return {}
    taking_back = select(judgements).where(judgements.c.kind == "statement", judgements.c.verdict == Verdict.UNDO.value)
    undone = undone_by(logged(connection, taking_back.order_by(judgements.c.row)))
    found: dict[str, str] = {}
    for row in since:
        if row.since not in undone and found.get(row.id) != _OTHER_WORDS:
            found[row.id] = _OTHER_WORDS if row.words else _OTHER_SPEAKER
    return found


def doubt(one: Judgement, made_of: str) -> str:
    """Why a decision that is outdated asks for another look: "confirmed by Vera of other words: look again"."""
    return f"{_DONE[one.verdict]} by {one.by} {made_of}: look again"
