"""Marks of lanes: what is said as a shape, what lies on one another as one mark, and what a mark says on hover and focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from onrecord.surfaces.desk.drawing.axis import Axis
from onrecord.vocabulary import Days, Position

R, R_MANY = 5.5, 7.5  # pixels of a mark for one statement, and for several
_LETTER = 6.5  # pixels of a letter, about
_MOST_TOLD = 99  # more than so many are told as "99+"


@dataclass(frozen=True, slots=True)
class Spot:
    """Something said: the position that it takes, its day (None where it is not known), the day in words, the outlet, the words
    as printed, the address of the place in the article. `statements` are the ids of all that report it, `days` those between
    which it was said.
    """

    position: Position
    day: date | None
    when: str
    where: str
    words: str
    href: str
    statements: frozenset[str] = frozenset()
    days: Days = (None, None)


@dataclass(slots=True)
class Mark:
    """Spots drawn as one: where, and what of."""

    x: float
    y: float
    spots: list[Spot] = field(default_factory=list)


def binned(spots: Sequence[Spot], axis: Axis, cell: float) -> list[Mark]:
    """Marks of one track in order: spots of one position that lie within a cell are one, whatever lies between them."""
    open_: dict[Position, tuple[float, Mark]] = {}
    found: list[Mark] = []
    for spot in sorted((one for one in spots if one.day), key=lambda one: one.day or date.min):
        assert spot.day is not None
        x = axis.at(spot.day)
        began, mark = open_.get(spot.position, (-1e9, None))
        if mark is None or x - began >= cell:
            mark = Mark(x, 0.0)
            open_[spot.position] = (x, mark)
            found.append(mark)
        mark.spots.append(spot)
        mark.x = (open_[spot.position][0] + x) / 2
    return found


def shape(position: Position, x: float, y: float, many: int) -> Markup:
    """The shape of a position, with the number of what it stands for where that is more than one."""
    r = R if many == 1 else R_MANY
    if position is Position.CONDITIONAL:
        far = r + 1.5
        points = f"{n(x)},{n(y - far)} {n(x + far)},{n(y)} {n(x)},{n(y + far)} {n(x - far)},{n(y)}"
        drawn = Markup('<polygon class="point fill-conditional" points="{}"/>').format(points)
    elif position is Position.OPPOSES:
        side = 2 * r - 1
        drawn = Markup('<rect class="point fill-opposes" x="{}" y="{}" width="{}" height="{}"/>').format(
            n(x - side / 2), n(y - side / 2), n(side), n(side)
        )
    else:
        look = "point fill-supports" if position is Position.SUPPORTS else "point ring"
        drawn = Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(look, n(x), n(y), r)
    if many == 1:
        return drawn
    look = "glyph dark" if position is Position.NONCOMMITTAL else "glyph"
    number = str(many) if many <= _MOST_TOLD else "99+"
    return drawn + Markup('<text class="{}" x="{}" y="{}">{}</text>').format(look, n(x), n(y + 3.2), number)


def tip(name: str, mark: Mark, head: str, words: str, right: float) -> Markup:
    """What a mark says, above it and left of an end (pixels); the style shows it on hover and focus."""
    lines = [head, *([words] if words else [])]
    wide = max(map(len, lines)) * _LETTER + 20
    left = max(0.0, min(mark.x - wide / 2, right - wide))
    high = 18 * len(lines) + 8
    top = mark.y - R_MANY - 5 - high
    told = [
        Markup('<text{} x="{}" y="{}">{}</text>').format(
            Markup(' class="said"') if number else "", n(left + 10), n(top + 18 * (number + 1)), line
        )
        for number, line in enumerate(lines)
    ]
    return Markup('<g class="tip" id="{}"><rect x="{}" y="{}" width="{}" height="{}"/>{}</g>').format(
        name, n(left), n(top), n(wide), high, Markup("").join(told)
    )


def cut(words: str, most: int) -> str:
    """The beginning of words, with a mark where they go on."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 4].rsplit(' ', 1)[0]} […]"


def n(number: float) -> str:
    """A coordinate, as short as a tenth of a pixel is written."""
    return f"{number:.1f}".removesuffix(".0")
