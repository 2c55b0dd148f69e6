"""Lanes: where each actor stands on a question over time. A lane an actor, a thin track a reading, a mark for what was said.

A mark tells its position by shape, colour and height in the track: supports is a disc at the top, conditional a diamond and
noncommittal an open ring in the middle, opposes a square at the bottom. Marks of one position that would cover one another are
one with their number. What an actor moved from and to is joined by an arrow, and ringed where it moved to. A mark leads to the
place in the article, one with a number to the list of what it stands for, and says on hover and focus (by style alone) what was
said, when, and where it was printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import hypot

from markupsafe import Markup

from onrecord.surfaces import days
from onrecord.surfaces.desk.drawing.axis import Axis
from onrecord.surfaces.desk.drawing.marks import R_MANY, Mark, R, Spot, binned, cut, n, shape, tip
from onrecord.surfaces.isolating import isolated
from onrecord.vocabulary import Position, Reading

_NAME, _RIGHT = 0, 16
_TOP, _HEADING, _TRACK, _LEAST, _PAD = 58, 26, 26, 30, 6  # heights; above the first lane there is room for what a mark says
_LEVELS = {Position.SUPPORTS: -5.0, Position.CONDITIONAL: 0.0, Position.NONCOMMITTAL: 0.0, Position.OPPOSES: 5.0}
_CELL = 13.0  # marks nearer than this (in pixels) are one
# A page stays under 300 kB, so that there is an end to the words in all marks together.
_WORDS, _LONGEST, _SHORTEST = 16_000, 104, 36
_NAME_LENGTH, _BESIDE, _HEAD = 30, 44, 140  # characters of a name, of what stands beside it, of a mark's first line
_ARROWS = 8  # in one lane; more would hide its marks, of which each says that the actor moved there
# Pixels of an arrow that has room for its kind, of one on the narrow sheet (where words may reach beyond it), and between two
# such words.
_LABELLED, _LABELLED_NARROW, _APART = 96.0, 30.0, 70.0


@dataclass(frozen=True, slots=True)
class Track:
    """What is said on one reading, in order. `several` gives the address of what was said of one position from one day to another
    (ISO days), for a mark that stands for more than one; of those without a day for None."""

    reading: Reading
    spots: Sequence[Spot]
    several: Callable[[Position, str | None, str | None], str]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change from what one statement (id) says to what another does: its kind in words, and the address of what shows it; of
    those that there is no room to name all, the lower `rank` is named.
    """

    before: str
    after: str
    words: str
    href: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """An actor, or whatever else has positions of its own: the name, the address of its page, a track a reading, its turns, and
    what tells it from others of the name.
    """

    name: str
    href: str
    tracks: Sequence[Track]
    turns: Sequence[Turn] = ()
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes under a heading; None for lanes under none."""

    heading: str | None
    lanes: Sequence[Lane]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide a chart is: all of it, what stands left of the track, right of it for what has no day; above
    its tracks for the name; how many marks it has at most; whether these tell what they are of on hover."""

    width: float
    left: float
    undated: float
    above: float
    most: int
    told: bool


WIDE = Sheet(960, 268, 78, 0, 140, True)
NARROW = Sheet(360, 52, 52, 22, 70, False)


def lanes(groups: Sequence[Group], title: str, description: str, key: str = "lanes", sheet: Sheet = WIDE) -> Markup:
    """The chart as an <svg>; `key` begins the ids in it, so that a page may hold several. Time is drawn where a day is known."""
    every = [track for group in groups for lane in group.lanes for track in lane.tracks]
    undated = any(spot.day is None for track in every for spot in track.spots)
    axis = Axis(
        [spot.day for track in every for spot in track.spots if spot.day],
        sheet.left,
        sheet.width - _RIGHT - undated * sheet.undated,
    )
    chart = _Chart(axis, _cell(every, axis, sheet.most), key, sheet)
    body = list(chart.groups(groups))
    height = round(chart.y + 6)
    head = Markup(
        '<svg viewBox="0 0 {0} {1}" role="group" aria-labelledby="{2}-title" aria-describedby="{2}-desc" '
        'xmlns="http://www.w3.org/2000/svg"><title id="{2}-title">{3}</title><desc id="{2}-desc">{4}</desc>'
        '<defs><marker id="{2}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path class="arrow" d="M0 0 8 4 0 8z"/></marker></defs>'
    ).format(sheet.width, height, key, title, description)
    return Markup("").join((head, *axis.drawn(_TOP - 10, height - 4), *_no_day(undated, sheet, height), *body, Markup("</svg>")))


def charts(groups: Sequence[Group], title: str, description: str) -> Markup:
    """The chart twice, wide and narrow: the style shows the one that the window has room for, and hides the other wholly."""
    wide, narrow = (lanes(groups, title, description, key, sheet) for key, sheet in (("lanes", WIDE), ("narrow", NARROW)))
    return Markup(
        '<div class="narrow">{}</div>'
        '<div class="scrolled wide-chart" tabindex="0" role="region" aria-label="Positions over time">{}</div>'
    ).format(narrow, wide)


class _Chart:
    """Draws lanes one below another; `y` is how far down it is."""

    def __init__(self, axis: Axis, cell: float, key: str, sheet: Sheet) -> None:
        self.y = float(_TOP)
        self._axis, self._cell, self._key, self._sheet = axis, cell, key, sheet
        self._number = 0
        self._words = _LONGEST

    def groups(self, groups: Sequence[Group]) -> Iterator[Markup]:
        drawn = sum(len(binned(track.spots, self._axis, self._cell)) for g in groups for one in g.lanes for track in one.tracks)
        allowed = min(_LONGEST, _WORDS // max(drawn, 1))
        self._words = allowed if allowed >= _SHORTEST else 0
        for group in groups:
            together = group.heading is not None and len(group.lanes) > 1
            if together:
                self.y += _HEADING
                yield Markup('<text class="heading" x="{}" y="{}">{}</text>').format(_NAME, n(self.y - 8), group.heading)
            for lane in group.lanes:
                beside = group.heading if not together and group.heading != lane.name else None
                yield from self._lane(lane, lane.apart or beside, 10 if together else 0)

    def _lane(self, lane: Lane, beside: str | None, indent: int) -> Iterator[Markup]:
        sheet, top, name = self._sheet, self.y, _short(lane.name)
        yield Markup('<line class="lane" x1="0" x2="{}" y1="{}" y2="{}"/>').format(sheet.width, n(top), n(top))
        whole = Markup("<title>{}</title>").format(lane.name) if name != lane.name else ""
        yield Markup('<a href="{}"><text class="name" x="{}" y="{}">{}{}</text></a>').format(
            lane.href, indent, n(top + _PAD / 2 + 17), name, whole
        )
        if beside:
            yield Markup('<text class="beside" x="{}" y="{}">{}</text>').format(
                *((indent + 7 * len(name) + 12, n(top + _PAD / 2 + 17)) if sheet.above else (indent, n(top + _PAD / 2 + 30))),
                _short(beside, _BESIDE),
            )
        marks: list[tuple[Track, Mark]] = []
        for number, track in enumerate(lane.tracks):
            middle = top + sheet.above + _PAD / 2 + _TRACK * (number + 0.5)
            yield Markup('<text class="reading" x="{}" y="{}">{}</text>').format(
                max(sheet.left - 56, 0), n(middle + 4), track.reading.value
            )
            yield Markup('<line class="track" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
                sheet.left, sheet.width - _RIGHT, n(middle), n(middle)
            )
            marks += [(track, mark) for mark in self._marks(track, middle)]
            yield from self._held(track, middle)
        yield from self._turns(lane.name, lane.turns, [mark for _, mark in marks])
        moved = {turn.after: turn.words for turn in lane.turns}
        for track, mark in sorted(marks, key=lambda it: len(it[1].spots) == 1):  # the smaller on top
            yield self._drawn(lane, track, mark, moved)
        least = 0 if sheet.above else _LEAST + (10 if beside else 0)
        self.y = top + sheet.above + max(_TRACK * len(lane.tracks), least) + _PAD

    def _held(self, track: Track, middle: float) -> Iterator[Markup]:
        """A line for each run of one position, from the first time that it was taken to the last."""
        dated = sorted((spot for spot in track.spots if spot.day), key=lambda one: one.day or date.min)
        for position, run in groupby(dated, key=lambda one: one.position):
            days = [spot.day for spot in run if spot.day]
            begin, end, y = self._axis.at(days[0]), self._axis.at(days[-1]), n(middle + _LEVELS[position])
            if end - begin > max(R, self._cell / 2):
                yield Markup('<line class="held stroke-{}" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
                    position.value, n(begin), n(end), y, y
                )

    def _marks(self, track: Track, middle: float) -> Iterator[Mark]:
        for mark in binned([spot for spot in track.spots if spot.day], self._axis, self._cell):
            yield Mark(mark.x, middle + _LEVELS[mark.spots[0].position], mark.spots)
        undated: dict[Position, list[Spot]] = {}
        for spot in track.spots:
            if spot.day is None:
                undated.setdefault(spot.position, []).append(spot)
        for number, spots in enumerate(undated.values()):
            yield Mark(self._sheet.width - _RIGHT - self._sheet.undated + 22 + 17 * number, middle, spots)

    def _turns(self, name: str, turns: Sequence[Turn], marks: Sequence[Mark]) -> Iterator[Markup]:
        at = {one: mark for mark in marks for spot in mark.spots for one in spot.statements}
        drawn: dict[tuple[int, int], tuple[Turn, Mark, Mark]] = {}
        for turn in turns:
            one, other = at.get(turn.before), at.get(turn.after)
            if one is not None and other is not None and one is not other:
                drawn.setdefault((id(one), id(other)), (turn, one, other))
        if len(drawn) > _ARROWS:
            return
        labelled = self._labelled(list(drawn.values()))
        for key, (turn, one, other) in drawn.items():
            far = hypot(other.x - one.x, other.y - one.y) or 1.0
            back = (R_MANY + 1) / far if far > 2 * R_MANY else 0.0
            x, y = other.x - (other.x - one.x) * back, other.y - (other.y - one.y) * back
            line = Markup('<line class="shift" x1="{}" y1="{}" x2="{}" y2="{}" marker-end="url(#{}-arrow)"/>').format(
                n(one.x), n(one.y), n(x), n(y), self._key
            )
            words = Markup("")
            if key in labelled:
                words = Markup('<text class="turned" x="{}" y="{}">{}</text>').format(
                    n((one.x + other.x) / 2), n((one.y + other.y) / 2 - 7), turn.words
                )
            yield Markup('<a href="{}" aria-label="{}: {}">{}{}</a>').format(turn.href, name, turn.words, line, words)

    def _labelled(self, turns: Sequence[tuple[Turn, Mark, Mark]]) -> set[tuple[int, int]]:
        """The arrows that are labelled, each by its two marks: of those whose words would cover one another in one track the more
        telling kind, and of one kind the longer.
        """
        room = _LABELLED if self._sheet.told else _LABELLED_NARROW
        placed: list[tuple[float, float]] = []
        found = set()
        for _, one, other in sorted(turns, key=lambda it: (it[0].rank, -abs(it[2].x - it[1].x))):
            x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
            clear = all(abs(x - beside) > _APART or abs(y - above) > _TRACK / 2 for beside, above in placed)
            if hypot(other.x - one.x, other.y - one.y) > room and clear:
                placed.append((x, y))
                found.add((id(one), id(other)))
        return found

    def _drawn(self, lane: Lane, track: Track, mark: Mark, moved: dict[str, str]) -> Markup:
        spots = mark.spots
        first, last = spots[0], spots[-1]
        turned = next((moved[one] for spot in spots for one in sorted(spot.statements) if one in moved), "")
        if len(spots) == 1:
            head, href = f"{first.when} · {isolated(first.where)} · {track.reading}: {first.position}", first.href
            words = cut(first.words, self._words) if self._words else ""
        else:
            when = first.when if first.when == last.when else _when(spots) or f"{first.when} – {last.when}"
            head = f"{when} · {track.reading}: {first.position}, said {len(spots)} times: to all of them"
            ends = (one.day.isoformat() if one.day else None for one in (first, last))
            words, href = "", track.several(first.position, *ends)
        if turned:
            head += f" · moved here: {turned}"
        self._number += 1
        name = f"{self._key}-{self._number}"
        ring = Markup('<circle class="moved" cx="{}" cy="{}" r="{}"/>').format(n(mark.x), n(mark.y), R + 4) if turned else ""
        drawn = shape(first.position, mark.x, mark.y, len(spots))
        if not self._sheet.told:
            label = cut(f"{isolated(lane.name)}: {head}", _HEAD)
            return Markup('<a class="mark" href="{}" aria-label="{}">{}{}</a>').format(href, label, ring, drawn)
        told = tip(name, mark, cut(f"{isolated(lane.name)}: {head}", _HEAD), words, self._sheet.width)
        return Markup('<a class="mark" href="{}" aria-labelledby="{}">{}{}{}</a>').format(href, name, ring, drawn, told)


def _cell(tracks: Sequence[Track], axis: Axis, most: int) -> float:
    """How near marks must be to be one: nearer the fewer there are."""
    cell = _CELL
    while cell < WIDE.width and sum(len(binned(track.spots, axis, cell)) for track in tracks) > most:
        cell *= 1.6
    return cell


def _no_day(undated: bool, sheet: Sheet, height: int) -> Iterator[Markup]:
    if undated:
        left = sheet.width - _RIGHT - sheet.undated
        yield Markup('<text x="{}" y="{}" text-anchor="start">no day</text>').format(left + 8, _TOP - 14)
        yield Markup('<line class="apart" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(left + 4, _TOP - 24, height - 4)


def _when(spots: Sequence[Spot]) -> str:
    """From the first to the last of the days of some spots, in words; "" where one is not known."""
    begins, ends = zip(*(spot.days for spot in spots), strict=True)
    if not all(begins) or not all(ends):
        return ""
    printed = "printed " if all(spot.when.startswith("printed ") for spot in spots) else ""
    return printed + days.told((min(begins), max(ends)))


def _short(name: str, most: int = _NAME_LENGTH) -> str:
    line = " ".join(name.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
