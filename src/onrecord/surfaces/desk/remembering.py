"""Remembering: what persons decided, told by the words and the names that it is about; ids are for those who look closer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.ledger import Judgement, JudgementRow, Ledger
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk.things import things
from onrecord.vocabulary import Verdict

_ID = re.compile(r"\b[0-9a-f]{16}\b")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A decision of a person: what it says, in words; the ids that it says it by; what took it back (None where it stands)."""

    judgement: Judgement
    says: str
    ids: str
    undone_by: str | None
    undoing: Judgement | None


def remembered(ledger: Ledger, rows: Iterable[JudgementRow], log: Mapping[str, Judgement] | None = None) -> list[Remembered]:
    """Decisions without those that only take one back; `log` has those that may do so, by id (else they are among the rows)."""
    told = list(rows)
    known = {row.judgement.id: row.judgement for row in told} if log is None else log
    return [
        Remembered(
            row.judgement,
            in_words(ledger, row),
            f"{row.says} (decision {row.judgement.id})",
            row.undone_by,
            known.get(row.undone_by or ""),
        )
        for row in printing.standing(told)
    ]


def in_words(ledger: Ledger, row: JudgementRow) -> str:
    """What a judgement says, with the words of what it is about for each id: "the statement “…” (Orlan Vesk) is no statement"."""
    one = row.judgement
    if one.verdict is Verdict.UNDO:
        return "a decision is taken back"
    named = dict(_named(ledger, one, set(_ID.findall(row.says))))
    return _ID.sub(lambda found: named.get(found[0], found[0]), row.says)


def _named(ledger: Ledger, one: Judgement, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for found in ids:
        # Of a decision on two statements, or on one and its utterance, all ids are statements'.
        for thing in things(ledger, one.kind, found):
            yield found, thing.words
