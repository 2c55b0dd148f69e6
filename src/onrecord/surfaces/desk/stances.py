"""Stances: where actors stand on a question, gathered from a ledger for the pages that draw and tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import Ledger, Order, PositionQuery, PositionRow, ShiftQuery, ShiftRow
from onrecord.surfaces import days
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.drawing.lanes import Lane, Track, Turn
from onrecord.surfaces.desk.drawing.marks import Spot
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.headings import Headings
from onrecord.surfaces.telling import told as told_so
from onrecord.surfaces.timeline import TURNS, Point, Standing, grouped, standings
from onrecord.vocabulary import Actor, Days, Position, Reading

# Positions read for one page, the newest; a page of more would take seconds.
MOST = 4_000

# Which changes are named first where there is no room to name all: the order of their kinds, a reversal before all.
_RANKS = list(TURNS)


@dataclass(frozen=True, slots=True)
class Stance:
    """Where one actor stands, and under which heading it stands (None for none)."""

    heading: str | None
    standing: Standing
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Stances:
    """The stances on a question in the order of their headings. `nobody` are positions of which nobody knows who holds them;
    `read` is how many positions were read, `total` how many there are."""

    listed: Sequence[Stance]
    nobody: Sequence[PositionRow]
    shifts: Sequence[ShiftRow]
    read: int
    total: int

    @property
    def told(self) -> int:
        """How many acts of saying tell of it."""
        return sum(one.standing.told for one in self.listed)

    @property
    def holders(self) -> int:
        """How many actors take a position themselves; of the others somebody else tells, or nobody can place what they said."""
        return sum(one.standing.told > 0 for one in self.listed)

    def most(self, number: int) -> list[Stance]:
        """Those who moved and those of whom most is told, so many at most, in the order of all."""
        by_weight = sorted(self.listed, key=lambda one: (not one.standing.shifts, -one.standing.told))
        kept = {one.standing.actor for one in by_weight[:number]}
        return [one for one in self.listed if one.standing.actor in kept]


@dataclass(frozen=True, slots=True)
class Told:
    """A point as a list tells it: its best report, which other outlets have it, how often the same was said again and until
    when (None where it was not), and the shift that it begins."""

    point: Point
    others: tuple[str, ...]
    again: int = 0
    until: Days | None = None
    shift: ShiftRow | None = None

    @property
    def row(self) -> PositionRow:
        return self.point.reports[0]


def gathered(here: Opened, query: PositionQuery) -> Stances:
    """The stances that a query means; its limit and order aside."""
    ledger = here.ledger
    asked = {name: getattr(query, name) for name in ("question", "actor", "speaker", "reading", "since", "until")}
    rows = list(ledger.positions(PositionQuery(**asked, unsure=True, order=Order.NEWEST, limit=MOST)))
    total = ledger.count_positions(PositionQuery(**asked, unsure=True)) if len(rows) == MOST else len(rows)
    known = {row.id for row in rows}
    moved = ledger.shifts(
        ShiftQuery(**{name: asked[name] for name in ("question", "actor", "speaker", "since", "until")}), known=rows
    )
    shifts = [one for one in moved if one.statements[1].id in known]
    told = ledger.utterances_of([row.row.statement.id for row in rows], alone=False)
    actors, headings = here.kept("headings of actors", _headings)
    groups = grouped(standings(rows, shifts, told), headings, actors)
    nobody = [row for row in rows if row.actor is None]
    listed = [Stance(heading, one, actors.get(one.actor)) for heading, group in groups for one in group]
    return Stances(listed, nobody, shifts, len(rows), total)


def lane_of(one: Standing, question: str, *, name: str | None = None, href: str | None = None, apart: str = "") -> Lane | None:
    """The lane of a standing, by another name if one is given, with what tells it from namesakes; None where there is nothing to
    draw."""
    tracks = [track for reading in Reading if (track := _track(one, question, reading)) is not None]
    turns = [
        Turn(
            shift.statements[0].row.statement.id,
            shift.statements[1].row.statement.id,
            TURNS[shift.kind],
            turn_url(shift),
            _RANKS.index(shift.kind),
        )
        for shift in one.shifts
    ]
    return Lane(name or one.name, href or links.actor_url(one.actor), tracks, turns, apart) if tracks else None


def turn_url(shift: ShiftRow) -> str:
    """Where a shift is told, among all of its actor, however many there are on the question."""
    return links.with_query(links.question_url(shift.question), show="moved", actor=shift.actor) + f"#shift-{shift.id}"


def stretches(one: Standing) -> list[Told]:
    """Since when an actor stands where: the first point of each stretch, and those that a shift rests on, in order of days; of
    those without a day, one for each position that no dated one takes."""
    begins = {id(stretch.first): stretch for reading in Reading for stretch in one.stretches(reading)}
    found = []
    for point in one.points:
        stretch = begins.get(id(point))
        if stretch is not None:
            again, last = len(stretch.points) - 1, stretch.points[-1].days
            found.append(Told(point, _others(point), again, last if again and last != point.days else None, stretch.shift))
        elif one.shifts and one.is_evidence(point):
            found.append(Told(point, _others(point)))
    known = {(point.reading, point.position) for point in one.points}
    new: dict[tuple[str, str], Point] = {}
    for point in one.undated:
        if (point.reading, point.position) not in known:
            new.setdefault((point.reading, point.position), point)
    return found + [Told(point, _others(point)) for point in new.values()]


def cut(one: Standing, most: int) -> tuple[list[Told], str]:
    """Of the stretches of a standing as many as a short list shows, and what it leaves out, in words ("" for nothing).

    The last of each reading are always shown. Then come, up to `most` in all, what a shift rests on, then the others, the newest
    first, then those without a day.
    """
    rows = stretches(one)
    last = {id(runs[-1].first) for reading in Reading if (runs := one.stretches(reading))}

    def rank(at: int) -> tuple[bool, bool, bool, int]:
        point = rows[at].point
        return id(point) not in last, not one.is_evidence(point), point.middle is None, -at

    ranked = sorted(range(len(rows)), key=rank)
    left = set(ranked[max(most, len(last)) :])
    dayless = sum(rows[at].point.middle is None for at in left)
    numbers = {"earlier": len(left) - dayless, "without a day": dayless}
    words = " and ".join(f"{number:,} {what}" for what, number in numbers.items() if number)
    return [told for at, told in enumerate(rows) if at not in left], words


def every(one: Standing, asked: PositionQuery | None = None) -> list[Told]:
    """Every point of a standing, those without a day last. Where a position is asked for, what a mark of it stands for: points of
    that position alone, and where days are asked for too only those that are drawn within them.
    """
    points = [*one.points, *one.undated]
    if asked is not None and asked.position is not None:
        points = [point for point in points if point.position is asked.position and _drawn_within(point, asked)]
    return [Told(point, _others(point), shift=one.shift_to(point)) for point in points]


def _drawn_within(point: Point, asked: PositionQuery) -> bool:
    if asked.since is None and asked.until is None:
        return True
    day = point.middle.isoformat() if point.middle is not None else None
    return day is not None and (asked.since or day) <= day <= (asked.until or day)


def _headings(ledger: Ledger) -> tuple[Mapping[str, Actor], Headings]:
    known = {actor.id: actor for actor in ledger.cast()}
    return known, Headings(known.values())


def _track(one: Standing, question: str, reading: Reading) -> Track | None:
    spots = [_spot(point) for point in (*one.points, *one.undated) if point.reading is reading]

    def several(position: Position, first: str | None, last: str | None) -> str:
        asked = {"actor": one.actor, "reading": reading.value, "position": position.value, "since": first, "until": last}
        asked["show"] = "undated" if first is None else None
        return links.with_query(links.question_url(question), **asked) + "#said"

    return Track(reading, spots, several) if spots else None


def _spot(point: Point) -> Spot:
    row = point.reports[0]
    statement, article = row.row.statement, row.row.article
    when = days.told(point.days) if point.days != (None, None) else "no day"
    more = len(_others(point))
    outlet = printing.where(article) + (f" and {more} more" if more else "")
    at = (statement.content[0].start, statement.content[-1].end)
    reports = frozenset(one.row.statement.id for one in point.reports)
    told = f"printed {when}" if point.printed else when
    return Spot(
        point.position, point.middle, told, outlet, told_so(statement), links.article_url(article.id, at), reports, point.days
    )


def _others(point: Point) -> tuple[str, ...]:
    """Which outlets report a point beside that of its best report."""
    names = dict.fromkeys(printing.where(row.row.article) for row in point.reports)
    return tuple(names)[1:]
