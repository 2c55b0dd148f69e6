"""How many there were, as two sentences tell it: counts of the same things at one time, and how a vote went."""

from __future__ import annotations

import re

from onrecord.relate.disagreements import dates, numbers, votes
from onrecord.relate.disagreements.keys import counted
from onrecord.relate.disagreements.matter import Matter, Shared, matter, shared
from onrecord.relate.disagreements.numbers import Number
from onrecord.relate.disagreements.sides import Pair
from onrecord.relate.disagreements.stated import Pairs, heading, printing, published, read, within
from onrecord.relate.words import stem
from onrecord.vocabulary.relations import Fact

# With its noun, a number shares so many words, so many words and names, and such a part of all of them; figures change, so more
# where no day is known. Measured on the 924 articles of PolNeAR, in which no clash is found with these.
_WORDS, _TOGETHER, _ALIKE, _ALIKE_NO_DAY = 2, 3, 0.5, 0.65
# Where no name is the same: more must be, unless two figures look like one that was copied wrongly.
_ALIKE_UNNAMED, _ALIKE_SLIP = 0.75, 0.45
# What another figure tomorrow does not contradict.
_CHANGING = frozenset(
    stem(word) for word in "poll survey margin error respondent percentage rating index price share average lead".split()
)
# What a figure goes with that grows, and says so.
_GROWING = re.compile(
    r"\b(?:so\s+far|to\s+date|as\s+of|initially|at\s+first|earlier\s+count|toll|reached"
    r"|(?:up|down)\s+from|(?:risen|rose|grown|grew|climbed|fallen|fell)\s+(?:to|from)"
    r"|by\s+(?:midday|noon|nightfall|evening|midnight|morning|nine|ten|eleven|then))\b",
    re.IGNORECASE,
)
# So many days after one another two articles tell of a vote at most, as news.
_VOTE_TOLD = 7
_SURE_VOTE = 0.8


def amounts(one: Fact, other: Fact) -> Pairs:
    """The counts and amounts that two facts give of the same things, at one time."""
    if one.article == other.article:
        return  # two figures of one text are two things
    for mine in read(one).numbers:
        for theirs in read(other).numbers:
            if not mine.counts_with(theirs):
                continue
            about, again = matter(one.text, mine.start, mine.end), matter(other.text, theirs.start, theirs.end)
            common = shared(about, again)
            if common.apart or (about.words | again.words) & _CHANGING:
                continue
            clash = not numbers.compatible(mine, theirs)
            if not (_one_count(one, about, other, again, common) or _one_unnamed_count(one, mine, other, theirs, common)) and (
                clash or not _in_same_words(common)
            ):
                continue
            if clash and (not _of_one_time(one, other) or _is_among(mine, other) or _is_among(theirs, one)):
                continue
            if clash and any(_GROWING.search(fact.text) for fact in (one, other)):
                continue
            printed = printing(one, mine.value, mine.start, mine.stop), printing(other, theirs.value, theirs.start, theirs.stop)
            yield Pair(*printed, common.alike if clash else 0.0, heading("how many", one, about, other, again))


def tallies(one: Fact, other: Fact) -> Pairs:
    """The counts that two facts give of one vote."""
    if one.article == other.article or not (read(one).tallies and read(other).tallies) or not within(one, other, _VOTE_TOLD):
        return
    for mine in read(one).tallies:
        for theirs in read(other).tallies:
            if votes.is_one_vote(mine, theirs):
                printed = (
                    printing(one, mine.value, mine.start, mine.end),
                    printing(other, theirs.value, theirs.start, theirs.end),
                )
                sure = 0.0 if votes.compatible(mine, theirs) else _SURE_VOTE
                yield Pair(*printed, sure, f"how many votes: {min(mine.value, theirs.value)} or {max(mine.value, theirs.value)}")


def _one_count(one: Fact, about: Matter, other: Fact, again: Matter, common: Shared) -> bool:
    """Whether two clauses count the same things, as both name what they are of and tell the same of them."""
    if common.strangers or common.alike < _least_alike(one, other):
        return False
    if len(common.words) < _WORDS or len(common.words | common.names) < _TOGETHER:
        return False
    return any(name & theirs for name in about.names for theirs in again.names)


def _one_unnamed_count(one: Fact, mine: Number, other: Fact, theirs: Number, common: Shared) -> bool:
    """Whether two clauses of one day tell the same of what they count, names apart: in the same words, or with other figures the
    same; less is enough where one figure may be a slip for the other.
    """
    days, others = published(one), published(other)
    if not days or not others or dates.apart(days, others).days > 1 or counted(mine) is None:
        return False
    figures = {number.low for number in read(one).numbers if number != mine}
    same = sum(number.low in figures for number in read(other).numbers if number != theirs)
    if len(common.words) + same < _TOGETHER:
        return False
    return common.alike >= (_ALIKE_SLIP if numbers.is_slip(mine, theirs) else _ALIKE_UNNAMED)


def _in_same_words(common: Shared) -> bool:
    """Whether two clauses with figures that agree tell the same for that alone, whenever they were published."""
    return len(common.words) >= _TOGETHER and common.alike >= _ALIKE_UNNAMED


def _is_among(number: Number, fact: Fact) -> bool:
    """Whether a sentence has a number of the same things that agrees with one."""
    return any(number.counts_with(one) and numbers.compatible(number, one) for one in read(fact).numbers)


def _least_alike(one: Fact, other: Fact) -> float:
    return _ALIKE if published(one) and published(other) else _ALIKE_NO_DAY


def _of_one_time(one: Fact, other: Fact) -> bool:
    """Whether two sentences tell of one time: both name it, or they were published within a day."""
    mine, theirs = read(one).dates, read(other).dates
    if dates.has_unread_month(one.text, mine) or dates.has_unread_month(other.text, theirs):
        return False
    if mine and theirs:
        return all(any(dates.compatible(when, then) for then in theirs) for when in mine)
    days, others = published(one), published(other)
    if days is None or others is None:
        return True
    return dates.apart(days, others).days <= 1
