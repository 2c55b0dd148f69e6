"""Axis: days along the width of a chart, with lines at days, months or years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from markupsafe import Markup

from onrecord.surfaces.days import MONTHS

_EDGE = 12.0  # pixels free at both ends
_LETTER = 6.5  # pixels of a letter, about
_LABEL, _YEAR_LABEL, _DAY_LABEL = 70.0, 44.0, 78.0  # pixels that a label needs, the first too, which is put inside
_MONTH_STEPS, _DAY_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200), (1, 2, 7, 14, 28)
_BY_DAYS = 62  # days: a shorter span is told in days
_MONTH, _YEAR = 30.44, 12
_ABBREVIATED = 3  # letters of a month


class Axis:
    """Days from the first to the last between two places (pixels)."""

    def __init__(self, days: Iterable[date], left: float, right: float) -> None:
        """Take all days that will be drawn; none is a chart without a line of time."""
        listed = list(days)
        self.known = bool(listed)
        self.first, self.last = (min(listed), max(listed)) if listed else (date.min, date.min)
        self._left, self._right = left + _EDGE, right - _EDGE

    def at(self, day: date) -> float:
        """Where a day is."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return self._left + share * (self._right - self._left)

    def drawn(self, top: float, bottom: float) -> Iterator[Markup]:
        """The lines from top to bottom, their days above them."""
        if not self.known:
            return
        for day, words in self._ticks():
            x = f"{self.at(day):.1f}"
            yield Markup('<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(x, top, bottom)
            at, anchor = self._placed(self.at(day), len(words) * _LETTER)
            yield Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(at, top - 4, anchor, words)

    def _placed(self, middle: float, width: float) -> tuple[str, str]:
        """Where a label is put, and by which of its ends: at either end of the axis it stays inside, clear of what is beyond."""
        if middle - width / 2 < self._left - _EDGE:
            return f"{self._left - _EDGE:.1f}", "start"
        if middle + width / 2 > self._right + _EDGE:
            return f"{self._right + _EDGE:.1f}", "end"
        return f"{middle:.1f}", "middle"

    def _ticks(self) -> Iterator[tuple[date, str]]:
        span = (self.last - self.first).days
        if span < _BY_DAYS:
            yield from self._days(span)
            return
        a_month = (self._right - self._left) / span * _MONTH
        step = next((one for one in _MONTH_STEPS if one * a_month >= (_YEAR_LABEL if one >= _YEAR else _LABEL)), _MONTH_STEPS[-1])
        begin = self.first.year * _YEAR + self.first.month - 1 + (self.first.day > 1)
        for month in range(begin, self.last.year * _YEAR + self.last.month):
            if month % step == 0:
                year, of_year = divmod(month, _YEAR)
                yield date(year, of_year + 1, 1), str(year) if step >= _YEAR else f"{MONTHS[of_year][:_ABBREVIATED]} {year}"

    def _days(self, span: int) -> Iterator[tuple[date, str]]:
        a_day = (self._right - self._left) / max(span, 1)
        step = next((one for one in _DAY_STEPS if one * a_day >= _DAY_LABEL), _DAY_STEPS[-1])
        for number in range(0, span + 1, step):
            day = self.first + timedelta(number)
            year = f" {day.year}" if number == 0 or (day - timedelta(step)).year != day.year else ""
            yield day, f"{day.day} {MONTHS[day.month - 1][:_ABBREVIATED]}{year}"
