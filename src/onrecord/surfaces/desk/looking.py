"""Looking: what is shown of something that is to be reviewed: the statements it is about, each in its context in the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.ledger import (
    DisagreementHistory,
    Ledger,
    PositionRow,
    ReviewItem,
    ReviewKind,
    ShiftRow,
    StatementQuery,
    StatementRow,
)
from onrecord.surfaces.desk import showing
from onrecord.vocabulary import Actor, Article, UsageError


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph of an article: where it begins and ends in the text, its zone, and its words as mark-up.

    The words of the mark-up are the slice of the text and nothing else, so that what is selected in them has a place in it.
    """

    start: int
    end: int
    look: str
    words: Markup


@dataclass(frozen=True, slots=True)
class Looked:
    """A statement to look at, the paragraphs round it, and the position it takes where that is what is asked.

    `instead` is the position that a person put in the place of the one held, `formerly` the one in whose place it was put.
    """

    row: StatementRow
    context: list[Printed]
    held: PositionRow | None = None
    instead: PositionRow | None = None
    formerly: PositionRow | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is shown of an item: `statements` one, or the two of a shift or a link; of a disagreement its sides."""

    statements: list[Looked]
    shift: ShiftRow | None = None
    disagreement: DisagreementHistory | None = None


def sight(ledger: Ledger, item: ReviewItem) -> Sight | None:
    """What is shown of an item; None where it is gone meanwhile."""
    match item.kind:
        case ReviewKind.STATEMENT:
            return _of(ledger, [item.subject])
        case ReviewKind.LINK:
            return _of(ledger, [item.subject, item.other or ""])
        case ReviewKind.POSITION:
            held = ledger.position(item.subject)
            return Sight([look(ledger, held.row, held)]) if held else None
        case ReviewKind.SHIFT:
            shift = ledger.shift(item.subject)
            return Sight([look(ledger, one.row, one) for one in shift.statements], shift=shift) if shift else None
        case ReviewKind.DISAGREEMENT:
            found = ledger.disagreement(item.subject)
            return Sight([], disagreement=found) if found else None


def look(ledger: Ledger, row: StatementRow, held: PositionRow | None = None, more: int = 1) -> Looked:
    """A statement with so many paragraphs before and after it."""
    record = ledger.record(row.article.id)
    if record is None:
        raise UsageError(f"the article {row.article.id} of this statement is not in the ledger any more")
    places = showing.around(record.article.text, row.statement, more)
    return Looked(row, printed(record.article, places, row), held, *(_exchanged(ledger, held) if held else ()))


def printed(article: Article, places: Iterable[tuple[int, int]], row: StatementRow) -> list[Printed]:
    """Paragraphs with the parts of a statement marked."""
    marks = list(showing.bare_marks(row.statement))
    wanted = list(places)
    shown = showing.shown(article, wanted, marks)
    return [Printed(*place, one.look, _whole(one.words)) for place, one in zip(wanted, shown, strict=True)]


def speakers(ledger: Ledger, row: StatementRow) -> list[Actor]:
    """The actors that speak in the article of a statement, each once, by their names."""
    said = ledger.statements(StatementQuery(article=row.article.id, all_versions=True))
    ids = dict.fromkeys(one.statement.speaker.actor for one in said if one.statement.speaker and one.statement.speaker.actor)
    return sorted(map(ledger.actor_meant, ids), key=lambda one: one.name)


def _of(ledger: Ledger, ids: list[str]) -> Sight | None:
    rows = [ledger.statement(one) for one in ids]
    return Sight([look(ledger, row) for row in rows if row]) if all(rows) else None


def _exchanged(ledger: Ledger, held: PositionRow) -> tuple[PositionRow | None, PositionRow | None]:
    """The position that stands in the place of one by the judgement on it, and the one in whose place it stands."""
    one = held.judgement
    if one is None:
        return None, None
    right = str(one.value.get("to", one.subject))  # a position that is confirmed is the right one itself
    if held.status == "rejected":
        return (ledger.position(right) if right != held.id else None), None
    return None, (ledger.position(one.subject) if one.subject != held.id else None)


def _whole(words: Markup) -> Markup:
    """A carriage return that a browser would drop from the text, as one that it keeps."""
    return Markup(str(words).replace("\r", "&#13;"))
