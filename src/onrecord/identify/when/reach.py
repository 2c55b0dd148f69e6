"""What the words round a day say of it: whether something was on that day, before it, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from onrecord.identify.when.occasions import NOUN, WORK, occasions_in
from onrecord.text.timex import Timex

# A day that only a year is told of.
PLAIN_YEAR = re.compile(r"\d{4}")
# Prepositions after which a day is not the day of what is told: "since Tuesday", "until March", "the attack of Tuesday".
_NOT_ON = re.compile(
    r"\b(?:since|until|till|through|between|than|from|for|to|and|or|of|by|about|over|as)\s+(?:the\s+)?$", re.IGNORECASE
)
_OCCASION_OF = re.compile(rf"\b{NOUN}\s+(?:of|from|for)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\bover\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|ahead of|prior to|in advance of|(?:in the )?run-?up to)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following|since)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?$", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:day|night|morning|evening|week)s?\s+(?:before|after|following)\s+(?:the\s+)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|in|during|on|from|with)\s+(?:the\s+|an?\s+|his\s+|her\s+|their\s+|its\s+)?$", re.IGNORECASE)
DETERMINED = re.compile(r"\b(?:an?|the|his|her|their|its|[\w]+[’']s)\s+$", re.IGNORECASE)
# " National Sea Survey", " best seller": a work that a year before it dates.
HEADS_WORK = re.compile(rf"\s+(?:[\w’'-]+\s+){{0,3}}?(?:{WORK}|(?:Assessment|Survey|Census|Report|Study))\b(?!\s+[A-Z])")
POSSESSIVE = re.compile(r"[’']s?(?=\s)")


class Reach(Enum):
    """What a day says of the saying."""

    ON = "on"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression that tells when something was said, and the nouns of the occasions beside it."""

    timex: Timex
    reach: Reach = Reach.ON
    occasions: frozenset[str] = frozenset()


def reach_of(view: str, timex: Timex, start: int, end: int) -> Reach | None:
    """What the words round a day say: on it, before it, after it; None where it dates something else."""
    before, after = view[start : timex.start], view[timex.end : end]
    ahead = timex.side > 0 or timex.mod == "AFTER" or timex.value.startswith(("UNDEF-day-plus-1", "FUTURE_REF"))
    if ahead or _EVENT.search(before):  # "the day after | Tuesday’s debate"
        return None
    work = PLAIN_YEAR.fullmatch(timex.value) and DETERMINED.search(before) and HEADS_WORK.match(after)  # "in her 2003 book"
    if work or _BEFORE.search(before):
        return Reach.ON if work else Reach.BEFORE
    attributive = POSSESSIVE.match(after) or (
        DETERMINED.search(before) and re.match(r"\s+(?!(?:and|or|to|in|at|on|that|as)\b)[a-z]", after)
    )
    if attributive:
        if not occasions_in(" ".join(after.split()[:6])):
            return None
        named = PLAIN_YEAR.fullmatch(timex.value) or (POSSESSIVE.match(after) and not _NOT_ON.search(before))
        return Reach.ON if _AT.search(before) or _AFTER.search(before) or not before.strip() or named else None
    if _NOT_ON.search(before) and not (_OVER.search(before) and "week" in timex.value):
        return Reach.ON if _OCCASION_OF.search(before) else None
    return None if _AFTER.search(before) else Reach.ON
