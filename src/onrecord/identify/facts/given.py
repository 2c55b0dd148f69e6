"""Whether a given name is a woman's or a man's, by those who held an office under it."""

from __future__ import annotations

from functools import lru_cache

from onrecord.identify.facts.lines import shipped
from onrecord.text.spelling import fold

# A name is one gender's where at least this share of its bearers are; with fewer bearers than _SURE that is only likely.
_SHARE = 0.95
_SURE = 3


@lru_cache(maxsize=5_000)
def gender_of(given: str) -> tuple[str, bool] | None:
    """The gender ("female", "male") that a given name tells, and whether it is sure; None where it tells nothing."""
    word = fold(given)
    for form, women, men in shipped("given_names.txt").starting(f"{word}\t"):
        if form == word:
            counts = {"female": int(women), "male": int(men)}
            gender = max(counts, key=lambda name: counts[name])
            bearers = sum(counts.values())
            return (gender, bearers >= _SURE) if counts[gender] >= _SHARE * bearers else None
    return None
