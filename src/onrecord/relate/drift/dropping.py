"""Drift by leaving out: a report clipped, and whether a condition or a hedge went with the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.relate.drift.diffing import Part
from onrecord.relate.drift.pairing import Pair
from onrecord.relate.words import Word, conditions, hedges, weight
from onrecord.vocabulary.relations import Drift, DriftType

# What dropped words must tell, together, for the report to be clipped and not only worded tightly.
_CLIPPED = 1.0
# So many words that nothing replaces are clipped, however little they tell.
_CLAUSE = 5
_HELPING = frozenset("is are was were be been has have had do does did will would".split())
_CLAUSE_ENDS = ",;:.!?—–"
# So many words on stands what a hedge makes less sure.
_REACH = 6


def condition(pair: Pair) -> Iterator[Drift]:
    """The condition that the fuller report sets and the other leaves out, with its clause."""
    if conditions(pair.after):
        return
    for first, past in conditions(pair.before):
        end = _clause_end(pair, past)
        clause = [word for word in pair.before[past:end] if word.weight]
        known = {word.stem for word in pair.after}
        told = weight(clause)
        if told and weight(word for word in clause if word.stem in known) <= told / 2:
            yield pair.made(DriftType.CONDITION_DROPPED, pair.cut(first, end))
            return


def hedge(pair: Pair) -> Iterator[Drift]:
    """What made the fuller report less than sure, and the other leaves out while it keeps what was said."""
    known = {word.stem for word in pair.after}
    kept = {_hedged(pair.after, past) for _, past in hedges(pair.after)}
    for first, past in hedges(pair.before):
        at = _next(pair.before, past)
        if at is None or pair.before[at].name or pair.before[at].stem not in known or _hedged(pair.before, past) in kept:
            continue
        if {word.plain for word in pair.before[first:past]} <= {word.plain for word in pair.after}:
            continue
        yield pair.made(DriftType.HEDGE_DROPPED, pair.cut(first, at + 1))
        return


def _next(words: Sequence[Word], at: int) -> int | None:
    """The next word that tells something, which a hedge makes less sure."""
    return next((after for after in range(at, min(at + _REACH, len(words))) if words[after].weight), None)


def _hedged(words: Sequence[Word], at: int) -> str | None:
    found = _next(words, at)
    return None if found is None else words[found].stem


def clipped(pair: Pair, taken: list[Drift]) -> Iterator[Drift]:
    """The stretch left out that tells most; not what is already told as a condition or hedge, nor what other words replace."""
    told = _told(pair, taken)
    ours, theirs = {word.stem for word in pair.before}, {word.stem for word in pair.after}
    new = weight(word for word in pair.after if word.stem not in ours)
    dropped = []
    for step in pair.steps:
        if step.part in (Part.ONLY_ONE, Part.CHANGED):
            first, past = _trimmed(step.one, told)
            if _is_opening(pair.before, first, past):
                continue
            rest = weight(word for word in pair.before[first:past] if word.stem not in theirs)
            whole = step.part is Part.ONLY_ONE and past - first >= _CLAUSE and weight(pair.before[first:past]) > 0
            dropped.append((max(rest, _CLIPPED) if whole else rest, -first, past))
    if not dropped or sum(rest for rest, *_ in dropped) - new < _CLIPPED:
        return
    rest, first, past = max(dropped)
    words = pair.cut(-first, past)
    if rest >= _CLIPPED and words:
        yield pair.made(DriftType.CLIPPED, words)


def _told(pair: Pair, taken: Sequence[Drift]) -> set[int]:
    """The numbers of the fuller report's words that are told as dropped already."""
    places = [(at, at + len(one.before)) for one in taken if one.before and (at := pair.of.content.find(one.before)) >= 0]
    return {n for n, word in enumerate(pair.before) if any(start <= word.start and word.end <= end for start, end in places)}


def _trimmed(stretch: tuple[int, int], told: set[int]) -> tuple[int, int]:
    """The longest part of a stretch of words that is not told already."""
    first, past = stretch
    starts = [at for at in range(first, past) if at not in told and (at == first or at - 1 in told)]
    ends = [next((at for at in range(start, past) if at in told), past) for start in starts]
    return max(zip(starts, ends, strict=True), key=lambda part: (part[1] - part[0], -part[0]), default=(first, first))


def _is_opening(words: Sequence[Word], first: int, past: int) -> bool:
    """Whether words only open a clause ("that the company had"): who it is about, and a verb that helps the one that follows."""
    if first or not 1 < past < len(words) or words[0].plain != "that" or words[past - 1].plain not in _HELPING:
        return False
    return sum(bool(word.weight) for word in words[:past]) <= 1


def _clause_end(pair: Pair, at: int) -> int:
    """Where the clause ends that goes on at a word: before the next mark between words, or at the end."""
    while at < len(pair.before):
        between = pair.of.content[pair.before[at - 1].end : pair.before[at].start]
        if any(mark in between for mark in _CLAUSE_ENDS):
            return at
        at += 1
    return at
