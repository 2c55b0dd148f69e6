"""How a vote went, in a sentence: "by 211 votes to 187", "voted 71-38"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|approv\w+|pass(?:ed|es)|ratif\w+|reject\w+|adopt\w+|back(?:ed|s)|defeat\w+|elect(?:ed|s)|confirm\w+)\b",
    re.IGNORECASE,
)
_FIGURE = r"\d{1,3}(?:,\d{3})*"
_TALLY = re.compile(
    rf"(?<![\w.,$£€:/–-])(?P<more>{_FIGURE})(?:\s+votes?)?(?:\s+in\s+favou?r)?(?:\s*[-–—]\s*|,?\s+(?:to|against)\s+)(?P<less>{_FIGURE})"
    r"(?!\s*(?:%|per\s?cent|percent|million|billion|years?|days?|hours?|months?|weeks?)|[\w:/–-]|[.,]\d)"
)
# A score of so few is one of a game, or of a court, which has many votes that went the same way.
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Tally:
    """Two counts of one vote at `[start, end)` of a text, as it has them."""

    start: int
    end: int
    counts: tuple[int, int]
    value: str


def tallies(text: str) -> list[Tally]:
    """The votes that a text gives with both of their counts, in order."""
    if not _VOTE.search(text):
        return []
    found = []
    for match in _TALLY.finditer(text):
        counts = int(match["more"].replace(",", "")), int(match["less"].replace(",", ""))
        if max(counts) >= _FEWEST and counts[0] != counts[1]:
            found.append(Tally(*match.span(), counts, match.group()))
    return found


def compatible(one: Tally, other: Tally) -> bool:
    """Whether two counts are the same, in either order."""
    return sorted(one.counts) == sorted(other.counts)


def is_one_vote(one: Tally, other: Tally) -> bool:
    """Whether two counts are of one vote by themselves: one of the two figures is the same, on its side."""
    return compatible(one, other) or any(a == b for a, b in zip(one.counts, other.counts, strict=True))
