"""Where a text says that something happened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.relate.disagreements.names import key
from onrecord.text.spelling import fold

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_IN = re.compile(rf"\b(?:in|at|near|outside)\s+(?P<place>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})(?!['’]s|\s+{_CAPITAL})")
_NO_PLACES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english french german russian arabic spanish congress parliament".split()
)


@dataclass(frozen=True, slots=True)
class Where:
    """A place named at `[start, end)` of a text, and the keys of its words."""

    start: int
    end: int
    name: str
    keys: frozenset[str]


def places(text: str) -> list[Where]:
    """The places that a text names behind "in", "at", "near" or "outside", in order."""
    found = []
    for match in _IN.finditer(text):
        words = match["place"].split()
        if not _NO_PLACES & {fold(word) for word in words}:
            found.append(Where(*match.span("place"), match["place"], frozenset(key(word) for word in words)))
    return found


def compatible(one: Where, other: Where) -> bool:
    """Whether two places may be one: they share a word, spelling apart. A town and its country share none: see `apart`."""
    return bool(one.keys & other.keys)


def apart(one: Where, text: str, other: Where, other_text: str) -> bool:
    """Whether two places are two as far as the texts around them tell: neither text names the other's place."""
    return not compatible(one, other) and other.name not in text and one.name not in other_text
