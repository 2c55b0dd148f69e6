"""The scale of positions, and what a step on it is called."""

from __future__ import annotations

from onrecord.vocabulary.questions import Position, ShiftKind

SCALE = (Position.OPPOSES, Position.NONCOMMITTAL, Position.CONDITIONAL, Position.SUPPORTS)
# Neighbours that outlets, and speakers themselves, use for one another: with a condition named, and without.
_NEIGHBOURS = frozenset({Position.CONDITIONAL, Position.SUPPORTS})


def kind_of(before: Position, after: Position) -> ShiftKind:
    """What a step is called: end to end reversal, from a condition to support condition met, else softening (up) or hardening."""
    if {before, after} == {Position.OPPOSES, Position.SUPPORTS}:
        return ShiftKind.REVERSAL
    if (before, after) == (Position.CONDITIONAL, Position.SUPPORTS):
        return ShiftKind.CONDITION_MET
    return ShiftKind.SOFTENING if SCALE.index(after) > SCALE.index(before) else ShiftKind.HARDENING


def are_neighbours(one: Position, other: Position) -> bool:
    """Whether two positions differ only in whether a condition is named."""
    return {one, other} == _NEIGHBOURS
