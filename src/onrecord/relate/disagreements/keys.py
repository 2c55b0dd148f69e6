"""Keys by which sentences of other articles that may state the same fact are found: names, and what stands in for one.

A sentence may name nothing that the other names: "some 1,680 captives will go home", "the armistice signed on 9 May". Words alone
would find thousands, so a key joins two things. What is counted goes with the day of publication, as a figure of another day is
another figure, or with one of the names that its article is about; what is dated, two words beside the date, with such a name.
Most of them stand in a handful of sentences of a long story, so that they add few candidates to those that names find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from onrecord.relate.disagreements.matter import is_light, matter
from onrecord.relate.disagreements.names import NO_NAMES, key
from onrecord.relate.disagreements.numbers import Number
from onrecord.relate.disagreements.reading import Reading
from onrecord.relate.words import COMMON
from onrecord.text.spelling import fold
from onrecord.vocabulary.relations import Days

# How many of the names that an article has most are what it is about: two articles of one story share one of them.
_ABOUT = 3
# Of a sentence with more figures the first ones have keys: it is a table.
_MOST_NUMBERS, _MOST_DATES = 2, 2
_WITH = "@"
# A word with a capital behind a word without one: a name for sure.
_INSIDE = re.compile(r"(?<=[a-z,]\s)[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)*")


def about(text: str) -> tuple[str, ...]:
    """The keys of the names that a text has most often, which tell one story from another."""
    written = Counter(_INSIDE.findall(text))
    counted = Counter[str]()
    for word, times in written.items():
        if fold(word) not in NO_NAMES and (one := key(word)):
            counted[one] += times
    return tuple(sorted(counted, key=lambda one: (-counted[one], one))[:_ABOUT])


def keys(text: str, read: Reading, published: Days, names: Iterable[str]) -> frozenset[str]:
    """The keys of a sentence beside its names: for what it counts and what it dates, with its day and its article's names.

    A vote is told by either of its counts.
    """
    days, called = list(_days(published)), list(names)
    made = {f"votes{_WITH}{count}" for tally in read.tallies for count in tally.counts}
    for number in read.numbers[:_MOST_NUMBERS]:
        if noun := counted(number):
            made |= {f"{noun}{_WITH}{one}" for one in (*days, *called)}
    for when in read.dates[:_MOST_DATES]:
        told = matter(text, when.start, when.end)
        if told.is_of_one:
            pairs = list(combinations(sorted(set(told.beside)), 2))
            made |= {f"{one}+{other}{_WITH}{name}" for one, other in pairs for name in called}
    return frozenset(made)


def counted(number: Number) -> str | None:
    """What a number counts, where that tells something: soldiers, crowns, not people or per cent."""
    noun = number.unit or (number.nouns[-1] if number.nouns else "%")
    return None if noun == "%" or is_light(noun) or noun in COMMON or len(noun) < 2 else noun


def _days(published: Days) -> Iterator[str]:
    """Two days, so that what is published on the day after shares one."""
    first, last = published
    if first and last and first[:10] == last[:10]:
        day = date.fromisoformat(first[:10])
        yield from (day.isoformat(), (day + timedelta(1)).isoformat())
