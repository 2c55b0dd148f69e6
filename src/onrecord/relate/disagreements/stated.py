"""What comparing two facts needs of each: what it reads, when it was published, how it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.relate.disagreements import dates, names
from onrecord.relate.disagreements.matter import Matter
from onrecord.relate.disagreements.reading import Reading, reading
from onrecord.relate.disagreements.sides import Pair, Printing
from onrecord.relate.meaning import nearness
from onrecord.vocabulary.relations import Fact, Place

Pairs = Iterator[Pair]


def read(fact: Fact) -> Reading:
    """What a fact states."""
    return reading(fact.text, fact.published)


def printing(fact: Fact, value: str, start: int, end: int) -> Printing:
    """A value of a fact, with its place in the article; `[start, end)` is one in the fact's text."""
    place = Place(fact.article, fact.start + start, fact.start + end, fact.text[start:end], fact.statement)
    return Printing(value, place)


def heading(what: str, one: Fact, about: Matter, other: Fact, again: Matter) -> str:
    """What two facts differ about, in the words of the first of them, whichever is asked about."""
    return f"{what}: {about.text if one.key < other.key else again.text}"


def published(fact: Fact) -> tuple[date, date] | None:
    """The days on which a fact may have been published, where both ends are known."""
    first, last = fact.published
    return (date.fromisoformat(first[:10]), date.fromisoformat(last[:10])) if first and last else None


def within(one: Fact, other: Fact, most: int) -> bool:
    """Whether two facts were published so many days apart at most, as far as is known."""
    days, others = published(one), published(other)
    return days is None or others is None or dates.apart(days, others).days <= most


def may_be_one_speaker(one: Fact, other: Fact) -> bool:
    """Whether two facts may be told by one: by the articles themselves, or in statements whose speakers may be one."""
    return not one.speaker or not other.speaker or names.compatible(one.speaker, other.speaker)


def are_near(one: Fact, other: Fact, least: float) -> bool:
    """Whether the meanings of two facts are so near, as far as is known."""
    return not one.vector or not other.vector or nearness(one.vector, other.vector) >= least
