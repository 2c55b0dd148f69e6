"""Where each actor stands on a question, since when, and who moved: the positions of a ledger in order, for whoever shows them.

Reports of one utterance are one point. A stretch is a run of points with one position on one reading: its first point tells since
when. What is second-hand, what has no day and what nobody can place stands apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ledger import PositionRow, ShiftRow, UtteranceRow
from onrecord.surfaces.headings import Headings
from onrecord.vocabulary import Actor, ActorType, Days, Position, Reading, SaidOnBasis, ShiftKind

# Days wider than this say too little of when a position was taken: such a statement stands with those without a day.
_WIDEST = timedelta(days=400)
_UNKNOWN = date.max
# What a day of saying rests on, the surest first.
_BASES = (SaidOnBasis.GIVEN, SaidOnBasis.PHRASE, SaidOnBasis.PUBLISHED)

# What a change is called on a page.
TURNS: Mapping[ShiftKind, str] = {
    ShiftKind.REVERSAL: "reversal",
    ShiftKind.SOFTENING: "softening",
    ShiftKind.HARDENING: "hardening",
    ShiftKind.CONDITION_MET: "condition met",
    ShiftKind.SPOKESPERSON: "another speaker",
    ShiftKind.DRIFT: "may be drift alone",
}


@dataclass(frozen=True, slots=True)
class Point:
    """A position taken in one act of saying; `reports` are the statements that tell of it, the best first.

    `days` are the narrowest that a report gives (see `_best_days`), `printed` whether they are those of publication.
    """

    reading: Reading
    position: Position
    days: Days
    printed: bool
    reports: tuple[PositionRow, ...]

    @property
    def middle(self) -> date | None:
        """The day in the middle of its days; None where they are not known, or too wide to say when."""
        return middle(self.days)

    @property
    def dated(self) -> PositionRow:
        """The report that gives its days."""
        return min(self.reports, key=_best_days)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of points of one actor, on one reading, with one position; `shift` is the change that begins it, if one is found."""

    points: tuple[Point, ...]
    shift: ShiftRow | None = None

    @property
    def first(self) -> Point:
        return self.points[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an actor stands: points in order of days, those without a day, what others tell of it, what nobody can place."""

    actor: str
    name: str
    type: ActorType | None
    points: tuple[Point, ...]
    undated: tuple[Point, ...]
    second_hand: tuple[PositionRow, ...]
    unsure: tuple[PositionRow, ...]
    shifts: tuple[ShiftRow, ...]

    @property
    def told(self) -> int:
        """How many acts of saying tell of it."""
        return len({row.row.statement.id for point in (*self.points, *self.undated) for row in point.reports[:1]})

    def stretches(self, reading: Reading) -> list[Stretch]:
        """The runs of one position on one reading, in order."""
        runs: list[list[Point]] = []
        for point in (one for one in self.points if one.reading is reading):
            if runs and runs[-1][0].position is point.position and self.shift_to(point) is None:
                runs[-1].append(point)
            else:
                runs.append([point])
        return [Stretch(tuple(run), self.shift_to(run[0])) for run in runs]

    def shift_to(self, point: Point) -> ShiftRow | None:
        """The shift whose new position a point takes."""
        told = {row.row.statement.id for row in point.reports}
        return next(
            (
                shift
                for shift in self.shifts
                if shift.after == (point.reading, point.position) and shift.statements[1].row.statement.id in told
            ),
            None,
        )

    def is_evidence(self, point: Point) -> bool:
        """Whether a shift rests on a point."""
        told = {row.row.statement.id for row in point.reports}
        return any(row.row.statement.id in told for shift in self.shifts for row in shift.statements)


def standings(rows: Iterable[PositionRow], shifts: Iterable[ShiftRow], utterances: Mapping[str, UtteranceRow]) -> list[Standing]:
    """Where each actor stands, those who said most first; `utterances` by the ids of their statements.

    Rows of which nobody knows who holds them, and of what is not about the question, are left out.
    """
    by_actor: dict[str, list[PositionRow]] = defaultdict(list)
    for row in rows:
        if row.actor is not None and row.reading is not None and row.position is not Position.NOT_ABOUT:
            by_actor[row.actor].append(row)
    changed: dict[str, list[ShiftRow]] = defaultdict(list)
    for shift in shifts:
        changed[shift.actor].append(shift)
    made = [_standing(actor, held, changed[actor], utterances) for actor, held in by_actor.items()]
    return sorted(made, key=lambda one: (one.type is ActorType.UNNAMED, -one.told, one.name, one.actor))


def grouped(made: Iterable[Standing], headings: Headings, known: Mapping[str, Actor]) -> list[tuple[str | None, list[Standing]]]:
    """Standings under whom each actor speaks for, institutions beside their people; the heading of whom most is told first.

    An actor without a heading stands alone, under None. `known` are the ledger's actors by their ids.
    """
    groups: dict[tuple[str | None, str], list[Standing]] = defaultdict(list)
    for one in made:
        day = next((point.middle.isoformat() for point in one.points if point.middle), None)
        heading = headings.of(known[one.actor], day) if one.actor in known else None
        groups[heading, "" if heading else one.actor].append(one)
    ordered = sorted(groups.items(), key=lambda group: -sum(one.told for one in group[1]))
    return [(heading, group) for (heading, _), group in ordered]


def middle(days: Days) -> date | None:
    """The day in the middle of some days; None where one end is not known, or they are too wide."""
    first, last = (_day(end) for end in days)
    return first + (last - first) / 2 if first and last and last - first <= _WIDEST else None


def middle_of(row: PositionRow) -> date | None:
    """The day in the middle of those on which a position was taken, as `middle` has it."""
    return middle(days_of(row)[0])


def days_of(row: PositionRow) -> tuple[Days, bool]:
    """The days on which a position was taken, and whether these are those of publication since no others are known."""
    said, published = row.row.statement.said_on, row.row.article.published
    if said is not None and (said.earliest or said.latest):
        return (said.earliest, said.latest), False
    if published is not None and published.latest:  # "that day or later" is said of a text that names no day of its own
        return (published.earliest and published.earliest[:10], published.latest[:10]), True
    return (None, None), False


def _standing(
    actor: str, rows: Sequence[PositionRow], shifts: Sequence[ShiftRow], utterances: Mapping[str, UtteranceRow]
) -> Standing:
    firm = [row for row in rows if row.position is not None and not row.second_hand]
    points = sorted(_points(firm, utterances), key=lambda one: (one.middle or _UNKNOWN, one.reading.value, one.reports[0].id))
    return Standing(
        actor,
        next((row.actor_name for row in rows if row.actor_name), actor),
        next((row.actor_type for row in rows if row.actor_type), None),
        tuple(one for one in points if one.middle is not None),
        tuple(one for one in points if one.middle is None),
        tuple(row for row in rows if row.position is not None and row.second_hand),
        tuple(row for row in rows if row.position is None),
        tuple(shifts),
    )


def _points(rows: Iterable[PositionRow], utterances: Mapping[str, UtteranceRow]) -> Iterator[Point]:
    together: dict[tuple[Reading, Position, str], list[PositionRow]] = defaultdict(list)
    for row in rows:
        assert row.reading is not None and row.position is not None
        utterance = utterances.get(row.row.statement.id)
        together[row.reading, row.position, utterance.id if utterance else row.row.statement.id].append(row)
    for (reading, position, _), told in together.items():
        reports = sorted(told, key=lambda row: _rank(row, utterances))
        days, printed = days_of(min(reports, key=_best_days))
        yield Point(reading, position, days, printed, tuple(reports))


def _rank(row: PositionRow, utterances: Mapping[str, UtteranceRow]) -> tuple[bool, bool, float, str]:
    """The order of the reports of one point: what a person confirmed, the fullest, the surest."""
    utterance = utterances.get(row.row.statement.id)
    fullest = utterance is not None and utterance.fullest == row.row.statement.id
    return row.status == "candidate", not fullest, -row.confidence, row.id


def _best_days(row: PositionRow) -> tuple[bool, bool, int, int, str]:
    """The order of the days of one point; of what is alike in all of it, the best report's stand (see `_rank`).

    1. Days that are known; those of saying before those of publication alone; the narrowest.
    2. What a person gave, what words or an occasion tell, what follows from the publication alone.
    3. Of those that follow from the publication, the earliest: nothing is printed before it is said.
    """
    (first, last), printed = days_of(row)
    begin, end = _day(first), _day(last)
    width = (end - begin).days if begin and end else _WIDEST.days
    said = row.row.statement.said_on
    basis = _BASES.index(said.basis if said is not None and not printed else SaidOnBasis.PUBLISHED)
    follows = _BASES[basis] is SaidOnBasis.PUBLISHED
    return begin is None and end is None, printed, width, basis, (last or first or "") if follows else ""


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None
