"""A dossier as Markdown, for whoever writes on in it; the chart is one of plain signs."""

from __future__ import annotations

import io

from rich.console import Console

from onrecord.surfaces.cli.standing import print_chart
from onrecord.surfaces.takeaway.blocks import Block, Chart, Heading, Inline, Line, Listing, Name, Prose, Quoted, Table
from onrecord.surfaces.takeaway.composing import composed
from onrecord.surfaces.takeaway.escaping import markdown
from onrecord.surfaces.takeaway.evidence import printable
from onrecord.surfaces.takeaway.gathering import Dossier, Groups

_WIDTH = 110  # characters of the chart


def dossier_markdown(found: Dossier) -> str:
    """The text (CommonMark with tables). Words of an article are text in it, never mark-up."""
    return "\n\n".join(_made(block) for block in composed(found)) + "\n"


def _made(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {markdown(words)}"
        case Prose(line):
            return _line(line)
        case Listing(lines):
            return "\n".join(f"- {_line(line)}" for line in lines)
        case Table():
            rows = [[_line(cell) for cell in row] for row in block.rows]
            cells_of = [list(block.columns), ["---"] * len(block.columns), *rows]
            return f"{markdown(block.caption)}:\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in cells_of)
        case Chart(groups):
            return _chart(groups)
        case Quoted():
            said = f"*{markdown(block.manner)}:* {markdown(block.words)}" if block.manner else markdown(block.words)
            notes = "".join(f"\n- {_line(note)}" for note in block.notes)
            return f"**{_line(block.lead)}**\n\n> {said}\n{notes}"


def _line(line: Line) -> str:
    """A line; what leads to a place of the dossier is words alone, since Markdown has no names for places."""
    return "".join(_part(one) for one in line)


def _part(one: Inline) -> str:
    if isinstance(one, str):
        edge = len(one) - len(one.rstrip()), len(one) - len(one.lstrip())
        return f"{' ' * bool(edge[1] and one.strip())}{markdown(one)}{' ' * bool(edge[0])}"
    if isinstance(one, Name):
        return markdown(one.words)
    return markdown(one.words) if one.address.startswith("#") else f"[{markdown(one.words)}](<{one.address}>)"


def _chart(groups: Groups) -> str:
    """The chart of the terminal, each line set in by four spaces: nothing in it can end the block."""
    drawn = io.StringIO()
    print_chart(Console(file=drawn, width=_WIDTH, color_system=None, highlight=False), "", groups)
    return "\n".join(f"    {printable(line)}".rstrip() for line in drawn.getvalue().strip("\n").splitlines())
