"""The year by which a text calls a treaty: "the Lunde Convention of 2009"; there is one of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.relate.disagreements.names import key

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*"
_KIND = (
    r"(?:Convention|Treaty|Agreement|Accords?|Pact|Protocol|Charter|Declaration|Memorandum|Armistice|Truce|Concordat"
    r"|Communiqu[eé])"
)
_NAME = rf"(?P<name>(?:{_CAPITAL}\s+){{1,3}}{_KIND}|{_KIND}\s+(?:of|on)\s+(?:the\s+)?{_CAPITAL}(?:\s+{_CAPITAL})?)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_PATTERNS = (
    re.compile(
        rf"\b{_NAME},?\s+(?:(?:was\s+)?(?:signed|concluded|agreed|adopted|dating|made)\s+(?:in|from|of)|of|in|from)\s+{_YEAR}\b"
    ),
    re.compile(rf"\b{_YEAR}\s+{_NAME}\b"),
)
_NO_PART = frozenset({"the", "of", "on"})


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty's year at `[start, end)` of a text, and the keys of the words of its name."""

    start: int
    end: int
    name: str
    keys: frozenset[str]
    year: str


def treaties(text: str) -> list[Treaty]:
    """The treaties that a text names with their year, in order."""
    found = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            words = [word for word in match["name"].split() if word.lower() not in _NO_PART]
            treaty = Treaty(*match.span("year"), " ".join(words), frozenset(key(word) for word in words), match["year"])
            found[treaty.start] = treaty
    return [found[start] for start in sorted(found)]
