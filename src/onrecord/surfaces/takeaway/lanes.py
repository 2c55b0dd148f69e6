"""The chart of a dossier as SVG: a lane for each actor and reading, a sign for each position, by shape and colour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from onrecord.surfaces.cli.charting import SIGNS
from onrecord.surfaces.cli.wording import period
from onrecord.surfaces.takeaway.elements import element
from onrecord.surfaces.takeaway.evidence import one_line
from onrecord.surfaces.takeaway.gathering import Groups
from onrecord.surfaces.timeline import Point, Standing
from onrecord.vocabulary import Position, Reading

_WIDTH, _NAME, _READING, _UNDATED = 960, 210, 56, 96
_LANE, _TOP, _R = 24, 34, 7
_LONGEST = 30  # characters of a name
_MONTH, _LABEL = 30.4, 52  # days; pixels that a label takes
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months


def lanes(groups: Groups, *, linked: bool = True) -> Element:
    """An <svg>; its colours are those of the classes `supports`, `conditional`, `opposes`, `noncommittal` of the page's style.

    With `linked`, each sign leads to the words in the dossier (`#position-…`).
    """
    listed = [(one, reading) for _, group in groups for one in group for reading in Reading if _has(one, reading)]
    days = [day for one, _ in listed for point in one.points if (day := point.middle)]
    height = _TOP + _LANE * len(listed) + 10
    svg = element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {height}", role="group", class_="lanes")
    svg.set("aria-labelledby", "lanes-title lanes-desc")
    many = len({one.actor for one, _ in listed})
    svg.append(element("title", "Positions over time", id="lanes-title"))
    told = f"{many} actors, {len(days)} dated positions" + (f", from {min(days)} to {max(days)}" if days else "")
    svg.append(element("desc", f"{told}. The same is told in words below.", id="lanes-desc"))
    axis = _Axis(days)
    svg.extend(axis.drawn(height))
    former = None
    for number, (one, reading) in enumerate(listed):
        middle = _TOP + _LANE * number + _LANE / 2
        svg.append(element("line", class_="lane", x1="0", x2=str(_WIDTH), y1=f"{middle + _LANE / 2}", y2=f"{middle + _LANE / 2}"))
        if former is not one:
            name = one_line(one.name)
            short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
            svg.append(element("text", short, class_="who", x="0", y=f"{middle + 4}"))
        former = one
        svg.append(element("text", reading.value, class_="reading", x=str(_NAME), y=f"{middle + 4}"))
        svg.extend(_lane(one, reading, middle, axis, linked=linked))
    return svg


class _Axis:
    """Days on the width between names and what has no day."""

    def __init__(self, days: list[date]) -> None:
        self.first, self.last = (min(days), max(days)) if days else (date.min, date.min)
        self._left, self._right = _NAME + _READING + _R, _WIDTH - _UNDATED - _R

    def at(self, day: date) -> float:
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return round(self._left + share * (self._right - self._left), 1)

    def drawn(self, height: int) -> Iterator[Element]:
        if self.first != date.min:
            for day, words in self._ticks():
                at = f"{self.at(day)}"
                yield element("line", class_="tick", x1=at, x2=at, y1="20", y2=str(height - 10))
                yield element("text", words, class_="label", x=at, y="14")
        yield element("text", "no day", class_="label", x=str(_WIDTH - _UNDATED / 2), y="14")

    def _ticks(self) -> Iterator[tuple[date, str]]:
        span = (self.last - self.first).days
        if span < 2 * _MONTH:
            yield self.first, self.first.isoformat()
            if (self.at(self.last) - self.at(self.first)) > 2 * _LABEL:
                yield self.last, self.last.isoformat()
            return
        room = (self._right - self._left) / span * _MONTH
        step = next((one for one in _STEPS if one * room >= _LABEL), _STEPS[-1])
        begin = self.first.year * 12 + self.first.month
        for month in range(begin, self.last.year * 12 + self.last.month):
            if month % step == 0:
                yield (
                    date(month // 12, month % 12 + 1, 1),
                    f"{month // 12}" if step >= 12 else f"{month // 12}-{month % 12 + 1:02}",
                )


def _has(one: Standing, reading: Reading) -> bool:
    return any(point.reading is reading for point in (*one.points, *one.undated))


def _lane(one: Standing, reading: Reading, y: float, axis: _Axis, *, linked: bool) -> Iterator[Element]:
    for stretch in one.stretches(reading):
        days = [day for point in stretch.points if (day := point.middle)]
        if len(days) > 1:
            ends = {"x1": f"{axis.at(days[0])}", "x2": f"{axis.at(days[-1])}", "y1": f"{y}", "y2": f"{y}"}
            yield element("line", class_=f"held {stretch.first.position}", **ends)
    for point in one.points:
        if point.reading is reading and (day := point.middle) is not None:
            yield _mark(one, point, axis.at(day), y, linked=linked)
    undated = [point for point in one.undated if point.reading is reading]
    for number, point in enumerate({point.position: point for point in reversed(undated)}.values()):
        yield _mark(one, point, _WIDTH - _UNDATED + _R + 6 + number * 2.6 * _R, y, linked=linked)


def _mark(one: Standing, point: Point, x: float, y: float, *, linked: bool) -> Element:
    shift = one.shift_to(point)
    moved = f", moved here ({shift.kind})" if shift is not None else ""
    day = f"published {period(point.days)}" if point.printed else period(point.days)
    told = f"{one_line(one.name)}, {day}, {point.reading}: {point.position}{moved}"
    mark = element("g", element("title", told), class_=f"mark {point.position}")
    if shift is not None:
        mark.append(element("circle", class_="moved", cx=f"{x}", cy=f"{y}", r=f"{_R + 3}"))
    mark.append(_shape(point.position, x, y))
    mark.append(element("text", SIGNS[point.position].replace("-", "−"), class_="sign", x=f"{x}", y=f"{y + 4}"))
    return element("a", mark, href=f"#position-{point.reports[0].id}") if linked else mark


def _shape(position: Position, x: float, y: float) -> Element:
    """A circle supports, a diamond does on a condition, a square opposes, a ring takes no side."""
    if position is Position.CONDITIONAL:
        far = _R + 2
        return element("polygon", points=f"{x},{y - far} {x + far},{y} {x},{y + far} {x - far},{y}")
    if position is Position.OPPOSES:
        return element("rect", x=f"{x - _R}", y=f"{y - _R}", width=str(2 * _R), height=str(2 * _R))
    return element("circle", cx=f"{x}", cy=f"{y}", r=str(_R))
