"""Where a text says that something happened."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.relate.disagreements.names import key
from onrecord.text.spelling import fold

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*"
_IN = re.compile(rf"\b(?:in|at|near|outside)\s+(?P<place>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})(?!['’]s|\s+{_CAPITAL})")
# Kinds of places that have a name of their own, and are in another: a palace in a town is no other place than the town.
_KIND = (
    r"(?:Palace|Hotel|Castle|Hall|Hospital|Airport|Church|Cathedral|Stadium|School|Prison|University|Square|Theatre|Theater|Museum"
    r"|Monastery|Abbey|Villa|Fort|Harbour|Station|village|town|city|port|province|district|region|island)"
)
_PARTICLES = r"(?:\s+(?:de|da|do|dos|del|della|di|van|von|der|la|le|el|al))*"
_OF_KIND = re.compile(
    rf"\b(?:in|at|near|outside|inside)\s+(?:the\s+)?(?:old\s+|former\s+|nearby\s+)?"
    rf"(?:(?P<kind>{_KIND})\s+(?:of\s+)?(?P<name>{_CAPITAL}(?:{_PARTICLES}\s{_CAPITAL}){{0,2}})"
    rf"|(?P<named>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}?)\s+(?P<after>{_KIND}))\b"
)
_NO_PLACES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday english french german russian arabic spanish congress parliament".split()
)


@dataclass(frozen=True, slots=True)
class Where:
    """A place named at `[start, end)` of a text, the keys of its words, and its kind where that is told ("palace")."""

    start: int
    end: int
    name: str
    keys: frozenset[str]
    kind: str = ""


def places(text: str) -> list[Where]:
    """The places that a text names behind "in", "at", "near" or "outside", in order."""
    found = []
    for match in _IN.finditer(text):
        words = match["place"].split()
        if not _NO_PLACES & {fold(word) for word in words}:
            found.append(Where(*match.span("place"), match["place"], frozenset(key(word) for word in words)))
    return found


def venues(text: str) -> list[Where]:
    """The palaces, villages and other places of a kind with a name of their own that a text says something happened in."""
    found = []
    for match in _OF_KIND.finditer(text):
        group = "name" if match["name"] else "named"
        words = match[group].split()
        keys = frozenset(key(word) for word in words if word[0].isupper())
        found.append(Where(*match.span(group), match[group], keys, (match["kind"] or match["after"]).lower()))
    return found


def compatible(one: Where, other: Where) -> bool:
    """Whether two places may be one: they share a word, spelling apart. A town and its country share none: see `apart`."""
    return bool(one.keys & other.keys)


def apart(one: Where, text: str, other: Where, other_text: str) -> bool:
    """Whether two places are two as far as the texts around them tell: neither text names the other's place."""
    return not compatible(one, other) and other.name not in text and one.name not in other_text
