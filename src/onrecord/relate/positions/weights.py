"""The weights of the signs, as `training/fit_positions.py` wrote them: for `about`, `will` and each position."""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path

from onrecord.vocabulary.questions import Position

PATH = Path(__file__).with_name("weights.json")
Weights = dict[str, dict[str, float]]
_POSITIONS = (Position.SUPPORTS, Position.CONDITIONAL, Position.OPPOSES, Position.NONCOMMITTAL)


@cache
def weights() -> Weights:
    """What each sign weighs; "" is the bias."""
    found: Weights = json.loads(PATH.read_text(encoding="utf-8"))
    return found


def chance(of: str, signs: dict[str, float]) -> float:
    """How likely it is that a statement is about the question (`about`), or says what will be (`will`)."""
    return 1 / (1 + exp(-_sum(of, signs)))


def chances(signs: dict[str, float]) -> dict[Position, float]:
    """How likely each position is, given that the statement is about the question."""
    powers = {position: exp(min(_sum(position.value, signs), 50.0)) for position in _POSITIONS}
    whole = sum(powers.values())
    return {position: power / whole for position, power in powers.items()}


def leads(position: Position, signs: dict[str, float]) -> dict[str, float]:
    """What each sign adds to a position above what it adds to the others on the average."""
    others = [weights()[other.value] for other in _POSITIONS if other is not position]
    own = weights()[position.value]
    return {
        name: (weight - sum(other.get(name, 0.0) for other in others) / len(others)) * signs.get(name, 0.0)
        for name, weight in own.items()
        if name
    }


def _sum(of: str, signs: dict[str, float]) -> float:
    return sum(weight * (signs[name] if name else 1.0) for name, weight in weights()[of].items())
