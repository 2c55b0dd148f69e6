"""How often the ledger is wrong, estimated from a sample that persons checked."""

from __future__ import annotations

from math import sqrt

from sqlalchemy import Connection

from onrecord.ledger.reviewing.checking import answers, present_check
from onrecord.ledger.reviewing.rows import ErrorRate, Part, PartRate

_Z = 1.959963984540054  # 95 %, two-sided


def error_rate(connection: Connection) -> ErrorRate | None:
    """What the answers on the present sample show; None where none was drawn."""
    check = present_check(connection)
    if check is None:
        return None
    found = answers(connection, check.id)
    are = [wrong for wrong in found.values() if Part.NO_STATEMENT not in wrong]
    parts = tuple(
        _rate(part, len(found) - len(are), len(found))
        if part is Part.NO_STATEMENT
        else _rate(part, sum(part in wrong for wrong in are), len(are))
        for part in Part
    )
    return ErrorRate(check, len(found), _rate(None, sum(bool(wrong) for wrong in found.values()), len(found)), parts)


def wilson(wrong: int, checked: int) -> tuple[float, float]:
    """Wilson's score interval (95 %) of a rate: `wrong` out of `checked`; 0 to 1 where nothing was checked."""
    if not checked:
        return 0.0, 1.0
    rate, spread = wrong / checked, _Z * _Z / checked
    centre = rate + spread / 2
    reach = _Z * sqrt(rate * (1 - rate) / checked + spread / (4 * checked))
    return (
        max(0.0, (centre - reach) / (1 + spread)) if wrong else 0.0,
        min(1.0, (centre + reach) / (1 + spread)) if wrong < checked else 1.0,
    )


def _rate(part: Part | None, wrong: int, checked: int) -> PartRate:
    low, high = wilson(wrong, checked)
    return PartRate(part, wrong, checked, wrong / checked if checked else None, low, high)
