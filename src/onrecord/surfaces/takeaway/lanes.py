"""The chart of a dossier: that of the desk, each mark leading to the words in the dossier itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element, fromstring

from onrecord.surfaces import days
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk.drawing import lanes as drawing
from onrecord.surfaces.desk.drawing.lanes import Group, Lane, Track, Turn
from onrecord.surfaces.desk.drawing.marks import Spot
from onrecord.surfaces.takeaway.evidence import one_line, printable
from onrecord.surfaces.takeaway.gathering import Groups, holders
from onrecord.surfaces.telling import told
from onrecord.surfaces.timeline import TURNS, Point, Standing
from onrecord.vocabulary import Position, Reading

_XMLNS = ' xmlns="http://www.w3.org/2000/svg"'
# As many as the desk draws at first: of one whom nobody else names, a single early day would squeeze the time of all.
_ACTORS = 20
_LEGEND = (
    "● supports, at the top of its track · ◆ conditional and ○ noncommittal, in its middle · ■ opposes, at its bottom · an "
    "arrow: moved · a number: said so often at about that time; the mark leads to the first of them"
)


def lanes(groups: Groups, apart: Mapping[str, str] = MappingProxyType({})) -> Element:
    """An <svg>; its colours are those of the classes of the page's style. Each mark leads to its words (`#position-…`), each
    arrow to the shift (`#shift-…`), each name to the actor (`#actor-…`)."""
    kept = {one.actor for one in sorted(holders(groups), key=lambda one: (not one.shifts, -one.told))[:_ACTORS]}
    made = [
        Group(heading, [lane for one in group if one.actor in kept and (lane := _lane(one, apart)) is not None])
        for heading, group in groups
    ]
    listed = [group for group in made if group.lanes]
    many = sum(len(group.lanes) for group in listed)
    words = f"A lane for each of {printing.number(many, 'actor', 'actors')}. The same is told in words below."
    drawn = drawing.lanes(listed, "Positions over time", words)
    svg = fromstring(printable(str(drawn)).replace(_XMLNS, "", 1))
    svg.set("xmlns", "http://www.w3.org/2000/svg")
    svg.set("class", "lanes")
    return svg


def legend(groups: Groups) -> str:
    """What the shapes mean, and how many actors the chart leaves to the words."""
    of_all = len(holders(groups))
    if of_all <= _ACTORS:
        return f"{_LEGEND}."
    return f"{_LEGEND}. Drawn are the {_ACTORS} actors of {of_all} who moved or of whom most is told; all are told below."


def _lane(one: Standing, apart: Mapping[str, str]) -> Lane | None:
    tracks = [track for reading in Reading if (track := _track(one, reading)) is not None]
    turns = [
        Turn(
            before.row.statement.id,
            after.row.statement.id,
            TURNS[shift.kind],
            f"#shift-{shift.id}",
            list(TURNS).index(shift.kind),
        )
        for shift in one.shifts
        for before, after in (shift.statements,)
    ]
    tells = one_line(apart.get(one.actor, ""))
    return Lane(one_line(one.name), f"#actor-{one.actor}", tracks, turns, tells) if tracks else None


def _track(one: Standing, reading: Reading) -> Track | None:
    points = [point for point in (*one.points, *one.undated) if point.reading is reading]

    def several(position: Position, first: str | None, last: str | None) -> str:
        here = (point for point in points if point.position is position and _between(point, first, last))
        found = next(here, points[0])
        return f"#position-{found.reports[0].id}"

    return Track(reading, [_spot(point) for point in points], several) if points else None


def _between(point: Point, first: str | None, last: str | None) -> bool:
    day = point.middle.isoformat() if point.middle else None
    return day == first if first is None or last is None or day is None else first <= day <= last


def _spot(point: Point) -> Spot:
    row = point.reports[0]
    when = days.told(point.days) if point.days != (None, None) else "no day"
    statement = row.row.statement
    reports = frozenset(report.row.statement.id for report in point.reports)
    told_when = f"printed {when}" if point.printed else when
    href = f"#position-{row.id}"
    return Spot(
        point.position, point.middle, told_when, printing.where(row.row.article), told(statement), href, reports, point.days
    )
