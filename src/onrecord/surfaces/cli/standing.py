"""Prints where actors stand: a chart of all on one axis of time, then the words with which each position was taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from onrecord.ledger import PositionRow, ShiftRow
from onrecord.surfaces.cli import printing
from onrecord.surfaces.cli.charting import SHIFT, SHIFT_STYLE, SIGNS, STYLES, Axis, Mark, legend
from onrecord.surfaces.cli.positioning import signed
from onrecord.surfaces.cli.shifting import moved
from onrecord.surfaces.cli.wording import period, said_days, words_of
from onrecord.surfaces.days import in_words
from onrecord.surfaces.timeline import Point, Standing
from onrecord.vocabulary import Reading

Groups = Sequence[tuple[str | None, Sequence[Standing]]]

_NAME = 30  # characters of an actor's name beside the chart, at most
_READING = len("should ")
_UNDATED = len(" no day: ???")
_DAY = len("2031-05-04/06-12")
_STANDS = len("should ? noncommittal  ")
_WIDE = 110  # columns from which on the words stand beside the position, not below it
_LONGEST = {False: 110, True: 600}  # characters of a statement: in an overview, and where everything is shown
_OUTLETS = 3  # named with a statement that several outlets report


@dataclass(frozen=True, slots=True)
class Shown:
    """How much is printed: the beginnings of stretches and the evidence of shifts; or every statement."""

    everything: bool


def print_chart(out: Console, question: str, groups: Groups) -> None:
    """Print the question, what the signs mean, and a line for each reading that an actor takes a position on."""
    out.print(Text(question, "bold"))
    out.print(legend())
    out.print()
    everybody = [one for _, group in groups for one in group]
    name = min(max((len(_name(heading, group, one)) for heading, group in groups for one in group), default=0), _NAME) + 1
    undated = _UNDATED if any(one.undated for one in everybody) else 0
    days = [day for one in everybody for point in one.points if (day := point.middle)]
    axis = Axis(days, out.width - name - _READING - undated - 2 if days else 0)
    if days:
        out.print(Text(" " * (name + _READING) + axis.labels(), "dim"))
    for heading, group in groups:
        if heading is not None and len(group) > 1:
            out.print(Text(heading, "bold"))
        for one in group:
            for line in _lines(one, axis, _name(heading, group, one)[:_NAME].ljust(name)):
                out.print(line, soft_wrap=True)
    out.print()


def print_words(out: Console, groups: Groups, how: Shown) -> None:
    """Print, for each actor, the words of its positions in the order of days, with where they can be checked."""
    for heading, group in groups:
        for one in group:
            beside = f", {heading}" if heading is not None and heading != one.name else ""
            out.print(Text.assemble((one.name, "bold"), (beside, "dim")))
            for point in _told(one, how):
                if shift := one.shift_to(point):
                    printing.print_indented(out, _shift(shift), 2)
                _print_report(out, point, one, how)
            if how.everything:
                for what, rows in (("told by others", one.second_hand), ("not known which", one.unsure)):
                    if rows:
                        out.print(Text(f"  {what}:", "italic"))
                    for row in rows:
                        told = f"{in_words(row.reason)}; " if row.position is None else ""
                        _print_line(out, said_days(row), row, Text(f"  {told}{_where(row)}", "dim"), how)
    out.print()


def _name(heading: str | None, group: Sequence[Standing], one: Standing) -> str:
    """An actor's name in the chart: under its heading, or with the heading where it stands there alone."""
    if len(group) > 1:
        return f"  {one.name}"
    return f"{one.name} ({heading})" if heading is not None and heading != one.name else one.name


def _lines(one: Standing, axis: Axis, name: str) -> Iterator[Text]:
    for reading in Reading:
        points = [point for point in one.points if point.reading is reading]
        undated = [point for point in one.undated if point.reading is reading]
        if not points and not undated:
            continue
        marks = [Mark(day, point.position, one.shift_to(point) is not None) for point in points if (day := point.middle)]
        line = Text.assemble(name, (f"{reading:{_READING}}", "dim")).append_text(axis.line(marks))
        if undated:
            line.append(" " * max(1, len(name) + _READING + axis.width - len(line.plain) + 1)).append("no day: ", "dim")
            for position in dict.fromkeys(point.position for point in undated):
                line.append(SIGNS[position], STYLES[position])
        yield line
        name = " " * len(name)


def _told(one: Standing, how: Shown) -> list[Point]:
    """The points whose words are shown, in order of days, those without a day last."""
    if how.everything:
        return [*one.points, *one.undated]
    begins = {id(stretch.first) for reading in Reading for stretch in one.stretches(reading)}
    dated = [point for point in one.points if id(point) in begins or one.is_evidence(point)]
    known = {(point.reading, point.position) for point in one.points}
    new: dict[tuple[str, str], Point] = {}
    for point in one.undated:
        if (point.reading, point.position) not in known:
            new.setdefault((point.reading, point.position), point)
    return [*dated, *new.values()]


def _print_report(out: Console, point: Point, one: Standing, how: Shown) -> None:
    row = point.reports[0]
    known = point.days != (None, None)
    day = (f"({period(point.days)})" if point.printed else period(point.days)) if known else said_days(row)
    notes = [_where(row), *_beside(point), *([] if how.everything else _later(point, one))]
    if printing.decided(row):
        notes.append(printing.decided(row))
    _print_line(out, day, row, Text(f"  {'; '.join(notes)}", "dim"), how)


def _print_line(out: Console, day: str, row: PositionRow, notes: Text, how: Shown) -> None:
    wide = out.width >= _WIDE
    head = Text.assemble("  ", (f"{day:{_DAY}} ", "cyan"), (f"{row.reading or '':{_READING}}", "dim")).append_text(
        signed(row.position)
    )
    words = words_of(row, _LONGEST[how.everything]).append_text(notes)
    indent = 3 + _DAY + _STANDS if wide else 6
    lines = words.wrap(out, out.width - indent)
    if not wide:
        out.print(head)
    for number, line in enumerate(lines):
        line.rstrip()
        begin = head.append(" " * max(1, indent - len(head.plain))) if wide and not number else Text(" " * indent)
        out.print(begin.append_text(line), soft_wrap=True)


def _where(row: PositionRow) -> str:
    return f"{printing.where(row.row.article)}, statement {row.row.statement.id[:8]}"


def _beside(point: Point) -> Iterator[str]:
    """Which other outlets report it."""
    first = printing.where(point.reports[0].row.article)
    others = [name for name in dict.fromkeys(printing.where(row.row.article) for row in point.reports) if name != first]
    if others:
        left = f" and {len(others) - _OUTLETS} more" if len(others) > _OUTLETS else ""
        yield f"also in {', '.join(others[:_OUTLETS])}{left}"


def _later(point: Point, one: Standing) -> Iterable[str]:
    """How often the position was taken again, and until when, where a point begins a stretch."""
    for stretch in one.stretches(point.reading):
        if stretch.first is point and len(stretch.points) > 1:
            last = period(stretch.points[-1].days)
            until = f" to {last}" if last != period(point.days) else ""
            return [f"{len(stretch.points) - 1} more{until}"]
    return []


def _shift(shift: ShiftRow) -> Text:
    status = f", {printing.decided(shift)}" if printing.decided(shift) else ""
    line = Text.assemble((f"{SHIFT} {shift.kind}, ", SHIFT_STYLE)).append_text(moved(shift))
    return line.append(f"  shift {shift.id[:8]}, {shift.confidence:.2f}{status}", "dim")
