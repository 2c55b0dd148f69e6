"""How alike two actors are: a score, why, and whether they cannot be one; and what several kinds of comparing need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.vocabulary import Actor, Office

# How sure each kind of evidence is, by judgement; the order among them is what counts. At SAME and above, two are one.
WIKIDATA, OFFICE, EQUAL_NAME, EQUAL_BODY, VARIANT, COMPATIBLE, ONLY_BEARER = 1.0, 0.98, 0.95, 0.93, 0.9, 0.85, 0.8
SAME = 0.8
# May be one, but nothing more than names agree; a name that another has too; only an initial or a surname.
LIKELY, DOUBTFUL, SURNAME = 0.7, 0.5, 0.3

_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing two actors gave: a score of SAME or more is one; `apart` tells that they cannot be."""

    score: float
    why: str
    apart: bool = False


def items_differ(actor: Actor, other: Actor) -> bool:
    """Whether Wikidata has an item for each, and not the same."""
    return bool(actor.wikidata and other.wikidata and actor.wikidata != other.wikidata)


def countries(offices: Iterable[Office]) -> set[str]:
    """The codes of the countries that offices are of."""
    return {one.place for one in offices if one.place and _COUNTRY.fullmatch(one.place)}
