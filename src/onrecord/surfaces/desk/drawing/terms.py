"""Terms: offices over time, a bar each below its name: filled where the facts give the days, outlined where articles do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from onrecord.surfaces.desk.drawing.axis import Axis

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _HIGH = 340, 0, 0, 26, 34, 9
_LONGEST = 44  # characters of a title
_LEAST = 5.0  # pixels of a bar


@dataclass(frozen=True, slots=True)
class Term:
    """An office from one day to another (None: open), and whether the facts say so; `words` tell it all."""

    title: str
    start: date | None
    end: date | None
    known: bool
    words: str


def terms(rows: Sequence[Term], title: str) -> Markup | None:
    """The chart; None where no day of any office is known."""
    days = [day for row in rows for day in (row.start, row.end) if day]
    if not days:
        return None
    axis = Axis(days, _LEFT, _WIDTH - _RIGHT)
    dated = [row for row in rows if row.start or row.end]
    height = _TOP + _ROW * len(dated) + 4
    parts = [
        Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}" xmlns="http://www.w3.org/2000/svg"><title>{}</title>').format(
            _WIDTH, height, title, title
        ),
        *axis.drawn(_TOP - 6, height),
    ]
    for number, row in enumerate(dated):
        middle = _TOP + _ROW * (number + 0.75)
        begin = axis.at(row.start) if row.start else float(_LEFT)
        end = axis.at(row.end) if row.end else float(_WIDTH - _RIGHT)
        label = row.title if len(row.title) <= _LONGEST else f"{row.title[: _LONGEST - 1]}…"
        parts.append(Markup('<text class="name" x="0" y="{}">{}</text>').format(middle - _HIGH, label))
        parts.append(
            Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>').format(
                "term" if row.known else "told",
                f"{begin:.1f}",
                middle - _HIGH / 2,
                f"{max(end - begin, _LEAST):.1f}",
                _HIGH,
                row.words,
            )
        )
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)
