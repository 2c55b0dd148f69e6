"""Things: whatever persons decide on, by the kind of the decisions and its id: what it is in words, its page, how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.ledger import CopyRow, DisagreementRow, Ledger, PositionRow, ShiftRow, StatementRow
from onrecord.surfaces import telling
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.vocabulary import Statement, UsageError


@dataclass(frozen=True, slots=True)
class Thing:
    """What a thing is, in words, its page, and its row, which says what persons decided (None for none)."""

    words: str
    href: str
    row: StatementRow | PositionRow | ShiftRow | DisagreementRow | CopyRow | None


def things(ledger: Ledger, kind: str, one: str) -> Iterator[Thing]:
    """The thing of an id; nothing where it is not there (any more)."""
    try:
        yield from _of(ledger, kind, one)
    except UsageError:
        return


def _of(ledger: Ledger, kind: str, one: str) -> Iterator[Thing]:
    match kind:
        case "statement" | "utterance" | "check" if row := ledger.statement(one):
            yield Thing(_quoted(row.statement), links.statement_url(one), row)
        case "position" if held := ledger.position(one):
            yield Thing(_quoted(held.row.statement), links.review_url(position=one), held)
        case "shift" if shift := ledger.shift(one):
            first, second = (held.row.statement for held in shift.statements)
            words = f"of {shift.actor_name}, from {telling.quoted(first)} to {telling.quoted(second)},"
            yield Thing(words, f"{links.question_url(shift.question)}?show=moved#shift-{one}", shift)
        case "disagreement" if found := ledger.disagreement(one):
            sides = " or ".join(side.value for side in found.row.sides)
            yield Thing(f"on {found.row.about} ({sides})", links.disagreement_url(one), found.row)
        case "copy":
            for copy in (copy for copy in ledger.copies() if copy.id == one):
                words = f"{printing.where(copy.article)}, {printing.copy_of(copy)},"
                yield Thing(words, links.article_url(copy.article.id), copy)
        case "actor":
            actor = ledger.actor_meant(one)
            yield Thing(actor.name, links.actor_url(actor.id), None)


def _quoted(one: Statement) -> str:
    return f"{telling.quoted(one)} ({printing.speaker(one)})"
