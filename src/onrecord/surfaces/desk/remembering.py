"""Remembering: what persons decided, told by the words and the names that it is about; ids are for those who look closer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from onrecord.ledger import Judgement, JudgementRow, Ledger, split_off
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.things import Thing, things
from onrecord.surfaces.namesakes import told_in
from onrecord.vocabulary import Actor, UsageError, Verdict

_ID = re.compile(r"\b[0-9a-f]{16}\b")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A decision of a person: what it says, in words; the ids that it says it by; what took it back (None where it stands).

    `parted` are the actors that a split parted, as far as they are there.
    """

    judgement: Judgement
    says: str
    ids: str
    undone_by: str | None
    undoing: Judgement | None
    parted: Sequence[Thing] = ()


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
            list(_parted(ledger, row.judgement)),
        )
        for row in printing.standing(told)
    ]


def in_words(ledger: Ledger, row: JudgementRow) -> str:
    """What a judgement says, with the words of what it is about for each id: "the statement “…” (Orlan Vesk) is no statement"."""
    one = row.judgement
    if one.verdict is Verdict.UNDO:
        return "a decision is taken back"
    if one.verdict is Verdict.SPLIT and (parted := list(_parted(ledger, one))):
        return f"{split_off(one.value)} from {' to '.join(thing.words for thing in parted)}"
    named = dict(_named(ledger, one, set(_ID.findall(row.says))))
    return _ID.sub(lambda found: named.get(found[0], found[0]), row.says)


def _parted(ledger: Ledger, one: Judgement) -> Iterator[Thing]:
    """The actor that a split took from and the one that it made, with what tells them apart; of what is gone, nothing."""
    if one.verdict is not Verdict.SPLIT:
        return
    there: dict[str, Actor] = {}
    for id_ in (one.subject, str(one.value["new"])):
        with suppress(UsageError):
            there |= {actor.id: actor for actor in (ledger.actor_meant(id_),)}
    apart = told_in(ledger, there.values())
    for actor in there.values():
        words = f"{actor.name} ({apart[actor.id]})" if actor.id in apart else actor.name
        yield Thing(words, links.actor_url(actor.id), None)


def _named(ledger: Ledger, one: Judgement, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for found in ids:
        # Of a decision on two statements, or on one and its utterance, all ids are statements'.
        for thing in things(ledger, one.kind, found):
            yield found, thing.words
