"""Draws positions on an axis of time, in plain signs: a line for each reading, a sign for each position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from onrecord.vocabulary import Position

SIGNS = {Position.SUPPORTS: "+", Position.CONDITIONAL: "~", Position.OPPOSES: "-", Position.NONCOMMITTAL: "?"}
STYLES = {
    Position.SUPPORTS: "bold green",
    Position.CONDITIONAL: "bold yellow",
    Position.OPPOSES: "bold red",
    Position.NONCOMMITTAL: "bold blue",
}
SHIFT, SHIFT_STYLE = "!", "bold magenta"
_SAME = "·"  # between two signs: the same position at both ends

# Steps of an axis, in months; below a month it is labelled at its beginning and its end alone.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_YEAR = 12
_LABEL, _YEAR_LABEL = len("|2031-05 "), len("|2031 ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A position on a day; `shift` is whether it is one that the actor moved to."""

    day: date
    position: Position
    shift: bool = False


class Axis:
    """Days from the first to the last on so many cells."""

    def __init__(self, days: Iterable[date], width: int) -> None:
        """Take all days that will be marked, and the width in characters."""
        listed = sorted(days)
        self.first, self.last = (listed[0], listed[-1]) if listed else (date.min, date.min)
        self.width = max(1, width)

    def cell(self, day: date) -> int:
        """The cell of a day, from 0."""
        span = (self.last - self.first).days
        return round((day - self.first).days / span * (self.width - 1)) if span else 0

    def labels(self) -> str:
        """The line above the chart: months or years, each at its first day, after a stroke."""
        cells = [" "] * self.width
        for day, words in self._ticks():
            start = self.cell(day)
            free = start + len(words) <= self.width and not "".join(cells[max(0, start - 1) : start + len(words)]).strip()
            if free:
                cells[start : start + len(words)] = words
        return "".join(cells).rstrip()

    def _ticks(self) -> Iterator[tuple[date, str]]:
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        if months < 1:
            yield self.first, f"|{self.first}"
            return
        step = next((one for one in _STEPS if self._fits(one, months)), _STEPS[-1])
        at = self.first.year * 12 + self.first.month - 1
        ticks = [(month // 12, month % 12 + 1) for month in range(at + 1, at + months + 1) if month % step == 0]
        for year, month in ticks:
            yield date(year, month, 1), f"|{year}" if step >= _YEAR else f"|{year}-{month:02}"
        yield self.first, f"|{self.first:%Y-%m}"

    def _fits(self, step: int, months: int) -> bool:
        return self.width * step / months >= (_YEAR_LABEL if step >= _YEAR else _LABEL)

    def line(self, marks: Iterable[Mark]) -> Text:
        """A line of the chart: marks in the order of their days, several of one cell that differ beside one another."""
        cells = [(" ", "")] * self.width
        last: tuple[int, Position] | None = None
        for mark in sorted(marks, key=lambda one: one.day):
            at = self.cell(mark.day)
            if last is not None and last[1] is mark.position and at <= last[0] and not mark.shift:
                continue
            at = max(at, last[0] + 1 if last else 0)
            if mark.shift:
                # The sign of a shift stands before that of the position: there must be a cell for it.
                at = max(at, last[0] + 2 if last else 1)
                cells = _wide_enough(cells, at)
                cells[at - 1] = (SHIFT, SHIFT_STYLE)
            elif last is not None and last[1] is mark.position:
                for between in range(last[0] + 1, at):
                    cells[between] = (_SAME, "dim")
            cells = _wide_enough(cells, at)
            cells[at] = (SIGNS[mark.position], STYLES[mark.position])
            last = at, mark.position
        drawn = Text()
        for sign, style in cells:
            drawn.append(sign, style)
        drawn.rstrip()
        return drawn


def legend() -> Text:
    """What the signs mean, in a line."""
    told = [Text.assemble((sign, STYLES[position]), f" {position.value}") for position, sign in SIGNS.items()]
    told.append(Text.assemble((SHIFT, SHIFT_STYLE), " moved"))
    return Text("   ").join(told)


def _wide_enough(cells: list[tuple[str, str]], at: int) -> list[tuple[str, str]]:
    return cells + [(" ", "")] * (at + 1 - len(cells))
