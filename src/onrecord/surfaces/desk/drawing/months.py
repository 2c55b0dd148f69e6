"""Months: how much was said when, as bars; and below them how often each position was taken, a row for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from markupsafe import Markup

from onrecord.vocabulary import Position

_BARS, _GAP, _ROW = 120, 24, 26  # heights: of the bars, of the axis below them, of a row of positions
_WIDEST_BAR, _WIDEST_DOT = 26.0, 10.0
# The sign of a position, so that it is never told by colour alone.
SIGNS = {Position.SUPPORTS: "+", Position.CONDITIONAL: "~", Position.OPPOSES: "−", Position.NONCOMMITTAL: "?"}
_NUMBERED = 6.5  # pixels of a dot that has room for its number


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a chart is drawn on: its width, from where to where bars stand, for how many labels and bars it has room."""

    width: int
    left: int
    right: int
    labels: int
    most: int


WIDE = Sheet(960, 130, 946, 12, 72)
NARROW = Sheet(360, 104, 352, 4, 24)


@dataclass(frozen=True, slots=True)
class Bar:
    """A month (or a longer period): its name, how many statements, how many of each position, and its address."""

    name: str
    label: str
    statements: int
    href: str
    positions: Mapping[Position, int] = field(default_factory=dict)


def months(periods: Sequence[Bar], title: str, description: str, sheet: Sheet = WIDE) -> Markup:
    """A chart of periods in order. Every bar and dot says in words what it shows, and leads to its statements."""
    rows = [position for position in SIGNS if any(one.positions.get(position) for one in periods)]
    height = _BARS + _GAP + _ROW * len(rows) + (6 if rows else 0) + 12
    step = (sheet.right - sheet.left) / max(len(periods), 1)
    parts = [
        Markup('<svg viewBox="0 0 {} {}" role="group" aria-label="{}" xmlns="http://www.w3.org/2000/svg">').format(
            sheet.width, height, title
        ),
        Markup("<title>{}</title><desc>{}</desc>").format(title, description),
        *_axis(periods, step, sheet),
        *_bars(periods, step, sheet),
    ]
    for number, position in enumerate(rows):
        parts.extend(_row(periods, position, _BARS + _GAP + 14 + _ROW * number, step, sheet))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def _axis(periods: Sequence[Bar], step: float, sheet: Sheet) -> list[Markup]:
    most = max((one.statements for one in periods), default=0)
    text = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>')
    parts = [
        Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(sheet.left, _BARS, sheet.right, _BARS),
        Markup('<line class="grid" x1="{}" y1="12" x2="{}" y2="12"/>').format(sheet.left, sheet.right),
        text.format(sheet.left - 10, 16, "end", f"{most:,}"),
        text.format(sheet.left - 10, _BARS, "end", "statements"),
    ]
    every = -(-len(periods) // sheet.labels) or 1
    for number, one in enumerate(periods):
        if number % every == 0:
            parts.append(text.format(f"{sheet.left + step * (number + 0.5):.1f}", _BARS + 16, "middle", one.label))
    return parts


def _bars(periods: Sequence[Bar], step: float, sheet: Sheet) -> list[Markup]:
    most = max((one.statements for one in periods), default=0) or 1
    wide = min(step * 0.72, _WIDEST_BAR)
    bar = Markup('<a href="{}"><title>{}</title><rect class="bar" x="{}" y="{}" width="{}" height="{}"/></a>')
    parts = []
    for number, one in enumerate(periods):
        if one.statements:
            high = max((_BARS - 12) * one.statements / most, 1.5)
            left = sheet.left + step * (number + 0.5) - wide / 2
            words = f"{one.name}: {one.statements:,} {'statement' if one.statements == 1 else 'statements'}"
            parts.append(bar.format(one.href, words, f"{left:.1f}", f"{_BARS - high:.1f}", f"{wide:.1f}", f"{high:.1f}"))
    return parts


def _row(periods: Sequence[Bar], position: Position, middle: float, step: float, sheet: Sheet) -> list[Markup]:
    # One scale for all rows, so that the dots of two positions can be compared.
    most = max(many for one in periods for many in one.positions.values())
    largest = min(_WIDEST_DOT, max(step * 0.48, 3.0))
    parts = [
        Markup('<text class="name" x="{}" y="{}" text-anchor="end">{} {}</text>').format(
            sheet.left - 10, middle + 4, position.value, SIGNS[position]
        ),
        Markup('<line class="lane" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(sheet.left, middle, sheet.right, middle),
    ]
    told = Markup('<text class="glyph" x="{}" y="{}" aria-hidden="true">{}</text>')
    dot = Markup('<circle class="point fill-{}" cx="{}" cy="{}" r="{}"><title>{}</title></circle>')
    for number, one in enumerate(periods):
        if many := one.positions.get(position, 0):
            words = f"{one.name}: {position.value}, {many:,} {'position' if many == 1 else 'positions'}"
            size = max(largest * sqrt(many / most), 2.5)
            parts.append(dot.format(position.value, f"{sheet.left + step * (number + 0.5):.1f}", middle, f"{size:.1f}", words))
            if many > 1 and size >= _NUMBERED:
                parts.append(told.format(f"{sheet.left + step * (number + 0.5):.1f}", middle + 3.5, many))
    return parts
