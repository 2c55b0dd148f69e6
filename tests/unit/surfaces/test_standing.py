"""The timeline is readable at any width: chart, words, shifts between them, and nothing longer than the line."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from tests.unit.surfaces.position_builders import CONDITIONAL, OPPOSES, SUPPORTS, WILL, position, shift

from onrecord.ledger import PositionRow, ShiftRow
from onrecord.surfaces.cli.standing import Groups, Shown, print_chart, print_words
from onrecord.surfaces.timeline import standings

ROWS = [
    position("1", "2031-05-04", SUPPORTS, words="we will have the bridge", reading=WILL),
    position("2", "2031-06-04", SUPPORTS, words="the bridge comes", reading=WILL),
    position("3", "2032-01-12", OPPOSES, words="there is no bridge and there will be none, " * 4, reading=WILL),
    position("4", None, CONDITIONAL, words="only with a vote", published=None),
    position("5", "2031-06-04", SUPPORTS, actor="Joren Pell", words="build it"),
    position("6", "2031-07-04", OPPOSES, actor="Joren Pell", words="he is against it", second_hand=True),
    position("7", "2031-08-04", None, actor="Joren Pell", words="bridges are bridges"),
]
SHIFTS = [shift(ROWS[1], ROWS[2])]


def printed(width: int, *, everything: bool = False, heading: str | None = "Tarvia") -> list[str]:
    groups: Groups = [(heading, standings(ROWS, SHIFTS, {}))]
    out = Console(file=io.StringIO(), width=width, highlight=False)
    print_chart(out, "Will, and should, the bridge be built?", groups)
    print_words(out, groups, Shown(everything=everything))
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [80, 100, 120, 200])
@pytest.mark.parametrize("everything", [True, False])
def test_no_line_is_longer_than_the_page_and_every_statement_can_be_found(width: int, everything: bool) -> None:
    lines = printed(width, everything=everything)
    assert all(len(line) <= width for line in lines)
    page = " ".join(" ".join(lines).split())
    for words in ("we will have the bridge", "Courier, statement s1", "only with a vote", "no day"):
        assert words in page
    assert ("bridges are bridges" in page) is everything


def test_the_chart_has_a_line_for_each_reading_and_what_has_no_day_beside_it() -> None:
    lines = printed(80)
    chart = lines[3 : lines.index("", 3)]
    assert chart[0].strip().startswith("|2031-") and chart[1] == "Tarvia"
    will, should = (next(line for line in chart if reading in line) for reading in ("will", "should"))
    assert will.startswith("  Ada Olan   will") and "+·" in will and will.rstrip().endswith("!-")
    assert should.endswith("no day: ~")


def test_a_shift_stands_between_the_two_statements_that_show_it() -> None:
    lines = printed(200)
    at = next(
        number for number, line in enumerate(lines) if line.startswith("  ! reversal, will: + supports → - opposes  shift f00d")
    )
    assert "the bridge comes" in lines[at - 1] and "2032-01-12" in lines[at + 1]


def test_an_actor_that_stands_alone_has_its_heading_beside_its_name() -> None:
    rows: list[PositionRow] = ROWS[:1]
    none: list[ShiftRow] = []
    out = Console(file=io.StringIO(), width=100, highlight=False)
    print_chart(out, "?", [("Tarvia", standings(rows, none, {}))])
    assert isinstance(out.file, io.StringIO)
    assert "Ada Olan (Tarvia) will   +" in out.file.getvalue()
