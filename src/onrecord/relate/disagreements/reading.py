"""What a sentence states, read once: times, numbers, votes, treaties, places of events and persons in offices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.relate.disagreements import dates, names, numbers, places, treaties, votes
from onrecord.relate.disagreements.dates import When
from onrecord.relate.disagreements.matter import ONCE, concept_of
from onrecord.relate.disagreements.names import Holder
from onrecord.relate.disagreements.numbers import Number
from onrecord.relate.disagreements.places import Where
from onrecord.relate.disagreements.treaties import Treaty
from onrecord.relate.disagreements.votes import Tally
from onrecord.relate.words import NEGATIONS, words_of
from onrecord.vocabulary.relations import Days

# Some letters of each word of `ONCE`, so that most sentences need not be read word by word.
_MAY_BE_ONCE = re.compile(
    r"sign|ink|die|dea|kill|slain|shot|born|birth|bur|marr|wedd|arrest|detain|found|establ|creat|crash|s[aiu]nk|collaps|explo|captur|execut|surrend",
    re.IGNORECASE,
)


_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(NEGATIONS))})\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence states: times, numbers, persons in offices, counts of votes, treaties with their year, places of events.

    `denies` is whether it has a word that denies something.
    """

    dates: tuple[When, ...]
    numbers: tuple[Number, ...]
    holders: tuple[Holder, ...]
    tallies: tuple[Tally, ...]
    treaties: tuple[Treaty, ...]
    places: tuple[Where, ...]
    denies: bool


@lru_cache(maxsize=4096)
def reading(text: str, published: Days) -> Reading:
    """What a sentence states, with the days that its article was published on to count from."""
    tallies = votes.tallies(text)
    counts = (one for one in numbers.numbers(text) if not any(vote.start < one.end and one.start < vote.end for vote in tallies))
    return Reading(
        tuple(dates.dates(text, published)),
        tuple(counts),
        tuple(names.holders(text)),
        tuple(tallies),
        tuple(treaties.treaties(text)),
        tuple(places_of_events(text)),
        _NEGATION.search(text) is not None,
    )


def places_of_events(text: str) -> list[Where]:
    """Where a sentence says that something happened which happens once: a signing, a death."""
    if not _MAY_BE_ONCE.search(text):
        return []
    found = places.venues(text) or places.places(text)
    return found if found and any(concept_of(word.stem) in ONCE for word in words_of(text)) else []
