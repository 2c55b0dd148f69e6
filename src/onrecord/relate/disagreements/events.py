"""When one event was, as two sentences tell it."""

from __future__ import annotations

from onrecord.relate.disagreements import dates
from onrecord.relate.disagreements.dates import Reach, When
from onrecord.relate.disagreements.matter import (
    MANY,
    RECURRING,
    Matter,
    Shared,
    clauses,
    is_one_of_several,
    matter,
    shared,
    tell_two_acts,
)
from onrecord.relate.disagreements.sides import Pair
from onrecord.relate.disagreements.stated import Pairs, heading, printing, read
from onrecord.vocabulary.relations import Fact

# What two clauses must share to tell one event: names, content words, both together, and as a part of all their words; and how
# many full names they may have that the other lacks. Measured on the 924 articles of PolNeAR: no clash is found with these.
_NAMES, _WORDS, _TOGETHER, _ALIKE, _STRANGERS = 1, 2, 3, 0.5, 1
# In a clause of one word and names.
_NAMES_SHORT, _ALIKE_SHORT = 2, 0.75
# How many of the words beside two dates are the same where names tell nothing.
_BESIDE = 2
# What comes round is the same event only where more names are the same, its place among them.
_NAMES_RECURRING = 3
# Two times in one article are two events, unless it says the same twice.
_ALIKE_IN_ONE = 0.8


def times(one: Fact, other: Fact) -> Pairs:
    """The times that two facts give for one event. One by which something is to be is left out: plans change."""
    for mine in read(one).dates:
        for theirs in read(other).dates:
            if mine.is_day != theirs.is_day or Reach.BY in (mine.reach, theirs.reach):
                continue
            about, again = matter(one.text, mine.start, mine.end), matter(other.text, theirs.start, theirs.end)
            common = shared(about, again)
            if tell_two_acts(about, again) or not (
                _one_event(about, again, common) or _one_definite(one, about, other, again, common)
            ):
                continue
            clash = not dates.compatible(mine, theirs)
            if clash and one.article == other.article and common.alike < _ALIKE_IN_ONE:
                continue
            if clash and not (_is_alone(one, mine) and _is_alone(other, theirs)):
                continue
            printed = printing(one, mine.value, mine.start, mine.end), printing(other, theirs.value, theirs.start, theirs.end)
            yield Pair(*printed, common.alike if clash else 0.0, heading("when", one, about, other, again))


def _one_event(about: Matter, again: Matter, common: Shared) -> bool:
    """Whether two clauses tell one event, as they name the same things and tell the same of them."""
    if _may_recur(about, again, common) and len(common.names) < _NAMES_RECURRING:
        return False
    if common.strangers > _STRANGERS or common.alike < _ALIKE or len(common.names) < _NAMES:
        return False
    if len(common.words) >= _WORDS:
        return len(common.names) + len(common.words) >= _TOGETHER
    # "Veshia joined the Pact in": names make up for words where both tell nothing else.
    told = common.words & (about.verbs | again.verbs)
    return bool(told) and not common.strangers and len(common.names) >= _NAMES_SHORT and common.alike >= _ALIKE_SHORT


def _one_definite(one: Fact, about: Matter, other: Fact, again: Matter, common: Shared) -> bool:
    """Whether two clauses say when the same was done to one thing that both take for known: "the armistice signed on"."""
    if not (about.is_of_one and again.is_of_one) or common.strangers > _STRANGERS or not one.names & other.names:
        return False
    beside = set(about.beside) & set(again.beside)
    if len(beside) < _BESIDE or not beside & (about.verbs | again.verbs) or beside - about.verbs - again.verbs <= MANY:
        return False
    return not (about.named_beside - again.around and again.named_beside - about.around)


def _may_recur(about: Matter, again: Matter, common: Shared) -> bool:
    """Whether two clauses may tell two events of one kind: what comes round, or one of several ("signed a deal")."""
    return bool(common.words & RECURRING) or is_one_of_several(about) or is_one_of_several(again)


def _is_alone(fact: Fact, when: When) -> bool:
    """Whether a clause tells no other time."""
    begin, end = next(((a, b) for a, b in clauses(fact.text) if a <= when.start < b), (0, len(fact.text)))
    return sum(begin <= one.start < end for one in read(fact).dates) == 1
