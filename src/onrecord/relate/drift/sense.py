"""Drift that turns the sense round: a negation lost or added, a figure changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.relate.drift.diffing import Part, Step
from onrecord.relate.drift.pairing import Pair
from onrecord.relate.words import Word, is_negation, words_of
from onrecord.vocabulary.relations import Drift, DriftType

# How many words around a negation show what is denied.
_AROUND = 2
_MONTHS = "january february march april may june july august september october november december".split()
_SPELLED = "one two three four five six seven eight nine ten eleven twelve".split()
_SCALES = frozenset("hundred thousand million billion trillion".split())
_PREFIXES = ("un", "in", "im", "dis", "non")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def negation(pair: Pair) -> Iterator[Drift]:
    """A negation that one report has and the other has not, where the words around it are the same.

    Reports in other words may deny in other words ("stay outside", "not join"), so both must keep most of what is said. Where
    the negations of both come to the same in all, one may have moved: then only a negation that goes alone, from words that
    both have on either side, is told, and only where nothing that the other puts in has one.
    """
    ours, theirs = _denials(pair.before), _denials(pair.after)
    if pair.of.statement.negated != pair.to.statement.negated:
        return
    even = len(ours) % 2 == len(theirs) % 2
    if _prefixed(pair.before, pair.after) or _prefixed(pair.after, pair.before):
        return
    for number, step in enumerate(pair.steps):
        if step.part is Part.SAME or (even and not _stands_alone(pair.steps, number)):
            continue
        lost = [at for at in ours if step.one[0] <= at < step.one[1]]
        added = [at for at in theirs if step.other[0] <= at < step.other[1]]
        if len(lost) % 2 == len(added) % 2:
            continue
        before, after = _around(len(pair.before), *step.one), _around(len(pair.after), *step.other)
        if lost and _short(step.one) and _kept_around(pair, lost[0]):
            yield pair.made(DriftType.NEGATION_LOST, pair.cut(*before), pair.put(*after))
            return
        if added and _short(step.other):
            yield pair.made(DriftType.NEGATION_ADDED, pair.cut(*before), pair.put(*after))
            return


def _stands_alone(steps: Sequence[Step], number: int) -> bool:
    """Whether one or two words go or come, between words that both reports have."""
    step = steps[number]
    place = {Part.ONLY_ONE: step.one, Part.ONLY_OTHER: step.other}.get(step.part)
    if place is None or place[1] - place[0] > 2 or not 0 < number < len(steps) - 1:
        return False
    return not any(other.part is not step.part for other in steps if other.part is not Part.SAME)


def _prefixed(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether one denies by a prefix what the other denies by a word: unshaken, not shaken."""
    stems = {word.stem for word in other if len(word.stem) > 3}
    return any(word.plain.startswith(prefix) and word.stem[len(prefix) :] in stems for word in one for prefix in _PREFIXES)


def _short(place: tuple[int, int]) -> bool:
    """Whether so few words differ that what is denied must be the same: a whole clause that goes takes its negation with it."""
    return place[1] - place[0] <= 4


def _kept_around(pair: Pair, at: int) -> bool:
    """Whether the other report has what follows the negation."""
    known = {word.stem for word in pair.after}
    following = [word for word in pair.before[at + 1 : at + 6] if word.weight]
    return bool(following) and any(word.stem in known for word in following[:2])


def _denials(words: Sequence[Word]) -> list[int]:
    return [at for at, word in enumerate(words) if is_negation(word)]


def _around(size: int, first: int, past: int) -> tuple[int, int]:
    return max(0, first - _AROUND), min(size, past + _AROUND)


def numbers(pair: Pair) -> Iterator[Drift]:
    """Figures that stand in one place in both reports and are not the same; else years that their sentences give."""
    ours, theirs = _figures(pair.before), _figures(pair.after)
    before, after = {key for key, _ in ours}, {key for key, _ in theirs}
    lost, new = [one for one in ours if one[0] not in after], [one for one in theirs if one[0] not in before]
    if len(lost) == len(new) and lost:
        for (_, mine), (_, others) in zip(lost, new, strict=True):
            yield pair.made(DriftType.NUMBER_CHANGED, pair.cut(*mine), pair.put(*others))
    elif not ours and not theirs:
        yield from _years(pair)


def _years(pair: Pair) -> Iterator[Drift]:
    """The one year that each sentence gives, where they are two; not where it is the year of printing."""
    mine, others = ({word.plain for word in words_of(one.sentence) if _YEAR.fullmatch(word.plain)} for one in (pair.of, pair.to))
    if len(mine) == len(others) == 1 and mine != others:
        yield pair.made(DriftType.NUMBER_CHANGED, *mine, *others)


def _figures(words: Sequence[Word]) -> list[tuple[str, tuple[int, int]]]:
    """The figures of a text: a key that compares, and their words, with a month or what they count in thousands."""
    found = []
    at = 0
    while at < len(words):
        word = words[at]
        if not (word.is_number or (word.plain in _SPELLED[1:] and at + 1 < len(words))):
            at += 1
            continue
        first, past = at, at + 1
        key = str(_SPELLED.index(word.plain) + 1) if word.plain in _SPELLED else word.plain.replace(",", "")
        if past < len(words) and words[past].plain in _SCALES:
            key += " " + words[past].plain
            past += 1 + (past + 1 < len(words))
        elif past < len(words) and words[past].plain in _MONTHS:
            key += " " + words[past].plain
            past += 1
        elif at and words[at - 1].plain in _MONTHS:
            key += " " + words[at - 1].plain
            first = at - 1
        found.append((key, (first, past)))
        at = past
    return found
