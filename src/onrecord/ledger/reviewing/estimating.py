"""How often the ledger is wrong, estimated from a sample that persons checked.

The interval is Wilson's (1927, J. Am. Stat. Assoc. 22), for a sample drawn without replacement: the more of all statements were
checked, the less is left to chance. The variance is multiplied by (N − n) / (N − 1), the finite population correction (Cochran,
Sampling Techniques, 3rd ed. 1977, 2.6 and 3.2), which is to reckon with n (N − 1) / (N − n) statements in place of n (an
effective sample size, as Korn and Graubard 1998, Survey Methodology 24, put it into such intervals).
"""

from __future__ import annotations

from math import sqrt

from sqlalchemy import Connection

from onrecord.ledger.reviewing.checking import answers, present_check, telling_check
from onrecord.ledger.reviewing.rows import ErrorRate, Part, PartRate

_Z = 1.959963984540054  # 95 %, two-sided


def error_rate(connection: Connection) -> ErrorRate | None:
    """What the answers on the last finished sample show, on the present one where none is finished; None where none was drawn."""
    check, present = telling_check(connection), present_check(connection)
    if check is None:
        return None
    found = answers(connection, check.id)
    are = [wrong for wrong in found.values() if Part.NO_STATEMENT not in wrong]
    whole = check.drawn_from
    # How many of all are statements is estimated by the share of those checked that are.
    whole_are = round(whole * len(are) / len(found)) if found else whole
    parts = tuple(
        _rate(part, len(found) - len(are), len(found), whole)
        if part is Part.NO_STATEMENT
        else _rate(part, sum(part in wrong for wrong in are), len(are), whole_are)
        for part in Part
    )
    at_all = _rate(None, sum(bool(wrong) for wrong in found.values()), len(found), whole)
    return ErrorRate(check, len(found), at_all, parts, under_way=present if present != check else None)


def wilson(wrong: int, checked: int, whole: int | None = None) -> tuple[float, float]:
    """Wilson's score interval (95 %) of a rate: `wrong` out of `checked`, drawn from `whole` (None: from many more); 0 to 1 where
    nothing was checked, the rate itself where all were."""
    if not checked:
        return 0.0, 1.0
    rate = wrong / checked
    if whole is not None and whole <= checked:
        return rate, rate
    counts = checked * (whole - 1) / (whole - checked) if whole is not None else checked
    spread = _Z * _Z / counts
    centre = rate + spread / 2
    reach = _Z * sqrt(rate * (1 - rate) / counts + spread / (4 * counts))
    low = (centre - reach) / (1 + spread) if wrong else 0.0
    high = (centre + reach) / (1 + spread) if wrong < checked else 1.0
    if whole is not None:  # those found wrong are wrong, those found right are right, whatever the others are
        low, high = max(low, wrong / whole), min(high, 1 - (checked - wrong) / whole)
    return max(0.0, low), min(1.0, high)


def _rate(part: Part | None, wrong: int, checked: int, whole: int) -> PartRate:
    low, high = wilson(wrong, checked, whole)
    return PartRate(part, wrong, checked, wrong / checked if checked else None, low, high)
