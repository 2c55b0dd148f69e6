"""Sentences that state one fact about the same things with values that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.relate.disagreements import dates, names, numbers
from onrecord.relate.disagreements.dates import When
from onrecord.relate.disagreements.matter import (
    RECURRING,
    Matter,
    Shared,
    clauses,
    is_one_of_several,
    matter,
    shared,
    tell_two_acts,
)
from onrecord.relate.disagreements.names import Holder
from onrecord.relate.disagreements.numbers import Number
from onrecord.relate.disagreements.sides import Pair, Printing, disagreements_of
from onrecord.relate.meaning import nearness
from onrecord.relate.words import stem
from onrecord.vocabulary.relations import Days, Disagreement, DisagreementKind, Fact, Place

# What two clauses must share to tell one event: names, content words, both together, and as a part of all their words; and how
# many names one may have that the other lacks. Measured on the 924 articles of PolNeAR, in which no clash is found with these.
_NAMES, _WORDS, _TOGETHER, _ALIKE, _STRANGERS = 1, 2, 3, 0.5, 1
# Figures change: more must be the same where no day is known. With its noun, a number shares so many words and names.
_ALIKE_NUMBER, _ALIKE_NO_DAY = 0.5, 0.65
_TOGETHER_NUMBER = 3
# What comes round is the same event only where more names are the same, its place among them.
_NAMES_RECURRING = 3
# What another figure tomorrow does not contradict.
_CHANGING = frozenset(
    stem(word) for word in "poll survey margin error respondent percentage rating index price share average lead".split()
)
_SURE_NAME = 0.8
# Two times in one article are two events, unless it says the same twice.
_ALIKE_IN_ONE = 0.8
# Sentences whose meanings are farther apart than this tell two things.
_NEAREST = 0.4


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a fact states: times, numbers and persons in offices."""

    dates: tuple[When, ...]
    numbers: tuple[Number, ...]
    holders: tuple[Holder, ...]


_Pairs = Iterator[Pair]


def clashes(fact: Fact, others: Sequence[Fact]) -> list[Disagreement]:
    """What one sentence and others that state the same fact cannot both be right about.

    1. A time: of one event, by the words and names of the clauses.
    2. A number: of the same noun, in sentences much alike, of one day where it may have changed since.
    3. A given name: before one surname, in one office.
    """
    near = [other for other in others if other.key != fact.key and other.names & fact.names and _may_be_near(fact, other)]
    near.sort(key=lambda other: other.key)
    kinds: tuple[tuple[DisagreementKind, Callable[[Fact, Fact], _Pairs]], ...] = (
        (DisagreementKind.DATE, _dates),
        (DisagreementKind.NUMBER, _numbers),
        (DisagreementKind.NAME, _holders),
    )
    found = []
    for kind, compare in kinds:
        pairs = [pair for other in near for pair in compare(fact, other)]
        found += disagreements_of(kind, pairs)
    return found


def _may_be_near(one: Fact, other: Fact) -> bool:
    return not one.vector or not other.vector or nearness(one.vector, other.vector) >= _NEAREST


@lru_cache(maxsize=4096)
def _reading(text: str, published: Days) -> _Reading:
    return _Reading(tuple(dates.dates(text, published)), tuple(numbers.numbers(text)), tuple(names.holders(text)))


def _read(fact: Fact) -> _Reading:
    return _reading(fact.text, fact.published)


def _matter(fact: Fact, value: When | Number) -> Matter:
    return matter(fact.text, value.start, value.end)


def _printing(fact: Fact, value: str, start: int, end: int) -> Printing:
    place = Place(fact.article, fact.start + start, fact.start + end, fact.text[start:end], fact.statement)
    return Printing(value, place)


def _dates(one: Fact, other: Fact) -> _Pairs:
    for mine in _read(one).dates:
        for theirs in _read(other).dates:
            if mine.is_day != theirs.is_day:
                continue
            about, again = _matter(one, mine), _matter(other, theirs)
            common = shared(about, again)
            if (
                tell_two_acts(about, again)
                or not _one_event(common)
                or (_may_recur(about, again, common) and len(common.names) < _NAMES_RECURRING)
            ):
                continue
            clash = not dates.compatible(mine, theirs)
            if clash and one.article == other.article and common.alike < _ALIKE_IN_ONE:
                continue
            if clash and not (_is_alone(one, mine) and _is_alone(other, theirs)):
                continue
            printed = _printing(one, mine.value, mine.start, mine.end), _printing(other, theirs.value, theirs.start, theirs.end)
            yield Pair(*printed, common.alike if clash else 0.0, _about("when", one, about, other, again))


def _about(what: str, one: Fact, about: Matter, other: Fact, again: Matter) -> str:
    return f"{what}: {about.text if one.key < other.key else again.text}"


def _may_recur(about: Matter, again: Matter, common: Shared) -> bool:
    """Whether two clauses may tell two events of one kind: what comes round, or one of several ("signed a deal")."""
    return bool(common.words & RECURRING) or is_one_of_several(about) or is_one_of_several(again)


def _is_alone(fact: Fact, when: When) -> bool:
    """Whether a clause tells no other time."""
    begin, end = next(((a, b) for a, b in clauses(fact.text) if a <= when.start < b), (0, len(fact.text)))
    return sum(begin <= one.start < end for one in _read(fact).dates) == 1


def _one_event(common: Shared) -> bool:
    return (
        common.strangers <= _STRANGERS
        and len(common.names) >= _NAMES
        and len(common.words) >= _WORDS
        and len(common.names) + len(common.words) >= _TOGETHER
        and common.alike >= _ALIKE
    )


def _numbers(one: Fact, other: Fact) -> _Pairs:
    if one.article == other.article:
        return  # two figures of one text are two things
    for mine in _read(one).numbers:
        for theirs in _read(other).numbers:
            if not mine.counts_with(theirs):
                continue
            about, again = _matter(one, mine), _matter(other, theirs)
            common = shared(about, again)
            if common.strangers or common.alike < _least_alike(one, other):
                continue
            if len(common.words) < _WORDS or len(common.words | common.names) < _TOGETHER_NUMBER:
                continue
            if not about.names & again.names or (about.words | again.words) & _CHANGING:
                continue
            clash = not numbers.compatible(mine, theirs)
            if clash and (not _of_one_time(one, other) or _is_among(mine, other) or _is_among(theirs, one)):
                continue
            printed = _printing(one, mine.value, mine.start, mine.stop), _printing(other, theirs.value, theirs.start, theirs.stop)
            yield Pair(*printed, common.alike if clash else 0.0, _about("how many", one, about, other, again))


def _is_among(number: Number, fact: Fact) -> bool:
    """Whether a sentence has a number of the same things that agrees with one."""
    return any(number.counts_with(one) and numbers.compatible(number, one) for one in _read(fact).numbers)


def _least_alike(one: Fact, other: Fact) -> float:
    return _ALIKE_NUMBER if _days(one) and _days(other) else _ALIKE_NO_DAY


def _days(fact: Fact) -> tuple[date, date] | None:
    first, last = fact.published
    return (date.fromisoformat(first[:10]), date.fromisoformat(last[:10])) if first and last else None


def _of_one_time(one: Fact, other: Fact) -> bool:
    """Whether two sentences tell of one time: both name it, or they were published within a day."""
    mine, theirs = _read(one).dates, _read(other).dates
    if dates.has_unread_month(one.text, mine) or dates.has_unread_month(other.text, theirs):
        return False
    if mine and theirs:
        return all(any(dates.compatible(when, then) for then in theirs) for when in mine)
    days, others = _days(one), _days(other)
    if days is None or others is None:
        return True
    return dates.apart(days, others).days <= 1


def _holders(one: Fact, other: Fact) -> _Pairs:
    for mine in _read(one).holders:
        for theirs in _read(other).holders:
            if mine.surname != theirs.surname or not mine.same_office(theirs):
                continue
            clash = not names.given_agree(mine.given, theirs.given)
            printed = (
                _printing(one, mine.name, mine.start, mine.end),
                _printing(other, theirs.name, theirs.start, theirs.end),
            )
            known = bool(mine.of & theirs.of)
            if clash and not known:
                continue
            yield Pair(
                *printed,
                _SURE_NAME if clash else 0.0,
                f"the given name of {min(mine.name, theirs.name).rpartition(' ')[2]}, {mine.office}",
            )
