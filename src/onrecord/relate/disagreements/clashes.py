"""Sentences that state one fact about the same things with values that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.relate.disagreements import names, places, polarity
from onrecord.relate.disagreements.counts import amounts, tallies
from onrecord.relate.disagreements.events import times
from onrecord.relate.disagreements.matter import ONCE, matter, shared
from onrecord.relate.disagreements.sides import Pair, disagreements_of
from onrecord.relate.disagreements.stated import Pairs, are_near, heading, may_be_one_speaker, printing, read, within
from onrecord.vocabulary.relations import Agreement, Disagreement, DisagreementKind, Fact

# Sentences whose meanings are farther apart than this tell two things; of two that are the same but for a negation they are near.
_NEAREST, _NEAR_POLARITY = 0.4, 0.6
# Of a place more must be the same: what else happened there, a town and its country, are other places; less where it is one.
_WORDS_PLACE, _WORDS_SAME_PLACE, _ALIKE_PLACE = 3, 2, 0.6
# So many days after one another two articles tell what happened, or what was said, as news.
_HAPPENED, _SAID = 7, 2
# How sure each kind is; chosen.
_SURE_NAME, _SURE_TREATY, _SURE_POLARITY, _SURE_PLACE = 0.8, 0.8, 0.6, 0.6


def clashes(fact: Fact, others: Sequence[Fact]) -> list[Disagreement]:
    """What one sentence and others that state the same fact cannot both be right about.

    1. A time: of one event, by the words and names of the clauses; the year of a treaty, by its name.
    2. A number: of the same noun, in sentences much alike, of one day where it may have changed since; how a vote went.
    3. A place: of what happens once.
    4. A given name: before one surname, in one office.
    5. Whether: the same words, in one of them denied.

    What two speakers say need not agree.
    """
    near = [other for other in others if other.key != fact.key and other.names & fact.names and are_near(fact, other, _NEAREST)]
    near.sort(key=lambda other: other.key)
    of_one = [other for other in near if may_be_one_speaker(fact, other)]
    found = []
    for kind, compare in _COMPARISONS:
        pairs = [pair for other in (near if kind is DisagreementKind.NAME else of_one) for pair in compare(fact, other)]
        found += disagreements_of(kind, pairs)
    return found


def agreements(kind: DisagreementKind, fact: Fact, others: Sequence[Fact]) -> list[Agreement]:
    """Where others tell the same as a sentence of one matter, by the rules by which `clashes` finds what they differ about.

    Whoever says it, and however near in meaning the sentences are: another article may tell it by the way.
    """
    found = []
    for other in sorted((other for other in others if other.article != fact.article), key=lambda other: other.key):
        for of, compare in _COMPARISONS:
            if of is kind:
                found += [Agreement(kind, pair.one.place, pair.other.place) for pair in compare(fact, other) if not pair.sure]
    return found


def _treaties(one: Fact, other: Fact) -> Pairs:
    for mine in read(one).treaties:
        for theirs in read(other).treaties:
            if mine.keys == theirs.keys and one.article != other.article:
                printed = printing(one, mine.year, mine.start, mine.end), printing(other, theirs.year, theirs.start, theirs.end)
                yield Pair(*printed, _SURE_TREATY if mine.year != theirs.year else 0.0, f"when: {min(mine.name, theirs.name)}")


def _places(one: Fact, other: Fact) -> Pairs:
    if one.article == other.article or len(read(one).places) != 1 or len(read(other).places) != 1:
        return
    (mine,), (theirs,) = read(one).places, read(other).places
    if mine.kind != theirs.kind:
        return  # a palace in a town
    about, again = (matter(fact.text, at.start, at.end, whole=True) for fact, at in ((one, mine), (other, theirs)))
    common = shared(about, again)
    once, same = common.words & ONCE, mine.keys == theirs.keys
    least = _WORDS_SAME_PLACE if same else _WORDS_PLACE
    if not once or len(common.words) < least or not common.names - mine.keys - theirs.keys:
        return
    if not mine.kind and (common.alike < _ALIKE_PLACE or not within(one, other, _HAPPENED)):
        return
    if mine.keys & theirs.keys or places.apart(mine, one.text, theirs, other.text):
        printed = printing(one, mine.name, mine.start, mine.end), printing(other, theirs.name, theirs.start, theirs.end)
        sure = 0.0 if mine.keys & theirs.keys else min(_SURE_PLACE, common.alike)
        yield Pair(*printed, sure, heading("where", one, about, other, again))


def _holders(one: Fact, other: Fact) -> Pairs:
    for mine in read(one).holders:
        for theirs in read(other).holders:
            if mine.surname != theirs.surname or not mine.same_office(theirs):
                continue
            clash = not names.given_agree(mine.given, theirs.given)
            printed = (
                printing(one, mine.name, mine.start, mine.end),
                printing(other, theirs.name, theirs.start, theirs.end),
            )
            if clash and not mine.is_of_the_same(theirs):
                continue
            yield Pair(
                *printed,
                _SURE_NAME if clash else 0.0,
                f"the given name of {min(mine.name, theirs.name).rpartition(' ')[2]}, {mine.office}",
            )


def _polarity(one: Fact, other: Fact) -> Pairs:
    if one.article == other.article or not (read(one).denies or read(other).denies):
        return
    if not within(one, other, _SAID) or not are_near(one, other, _NEAR_POLARITY):
        return
    if found := polarity.turned(one.text, other.text):
        about = matter(other.text, *found.other) if found.negated else matter(one.text, *found.one)
        printed = (
            printing(one, "not" if found.negated else "so", *found.one),
            printing(other, "so" if found.negated else "not", *found.other),
        )
        yield Pair(*printed, _SURE_POLARITY, f"whether: {about.text}")


_COMPARISONS: tuple[tuple[DisagreementKind, Callable[[Fact, Fact], Pairs]], ...] = (
    (DisagreementKind.DATE, times),
    (DisagreementKind.DATE, _treaties),
    (DisagreementKind.NUMBER, amounts),
    (DisagreementKind.NUMBER, tallies),
    (DisagreementKind.PLACE, _places),
    (DisagreementKind.NAME, _holders),
    (DisagreementKind.POLARITY, _polarity),
)
