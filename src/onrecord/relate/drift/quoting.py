"""Drift inside quotation marks: words altered there, and marks put round words that nobody reports as said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.relate.drift.diffing import Part, Step, steps
from onrecord.relate.drift.pairing import Pair
from onrecord.relate.words import Word, weight
from onrecord.vocabulary.relations import Drift, DriftType
from onrecord.vocabulary.statements import Kind

# Share of the words of a quotation, small ones too, that the other has in order for it to be the same one with words altered.
_SAME_QUOTATION, _SAME_TOLD = 0.55, 0.55
# A run of more words that one leaves out is clipped.
_LEFT_OUT = 3
# Up to so many places where words differ, and from this share of words in order on, a quotation was altered; beyond, it was
# translated or recalled anew.
_PLACES, _ALTERED = 2, 0.7
# Share of what a quotation tells that an indirect report must have for the marks to stand round its words.
_TOLD = 0.3
# So many words around one that was altered show where it stands.
_AROUND = 1
# Words that come and go in one and the same sentence.
_EMPTY = frozenset("that the a an".split())


def altered(pair: Pair) -> Iterator[Drift]:
    """Words that differ in the middle of a quotation that both print: each change with a word on either side."""
    mine, others = quoted(pair.before), quoted(pair.after)
    if not is_one_quotation(mine, others) or is_anew(pair):
        return
    for step in _changes(mine, others):
        yield pair.made(DriftType.ALTERED, _shown(pair.of.content, mine, step.one), _shown(pair.to.content, others, step.other))


def is_anew(pair: Pair) -> bool:
    """Whether both print one quotation in words that differ all over, as two translations do."""
    mine, others = quoted(pair.before), quoted(pair.after)
    changes = _changes(mine, others)
    if not changes or not is_one_quotation(mine, others):
        return False
    return len(changes) > _PLACES or _same(mine, others) < _ALTERED * min(len(mine), len(others))


def is_one_quotation(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether most of the shorter run of quoted words stands in the other, in order, by number and by what they tell."""
    if not one or not other:
        return False
    both = [
        one[at]
        for step in steps([word.plain for word in one], [word.plain for word in other])
        if step.part is Part.SAME
        for at in range(*step.one)
    ]
    told = min(weight(one), weight(other))
    return len(both) >= _SAME_QUOTATION * min(len(one), len(other)) and weight(both) >= _SAME_TOLD * told


def quoted(words: Sequence[Word]) -> list[Word]:
    """The words in quotation marks."""
    return [word for word in words if word.quoted]


def _same(one: Sequence[Word], other: Sequence[Word]) -> int:
    found = steps([word.plain for word in one], [word.plain for word in other])
    return sum(step.one[1] - step.one[0] for step in found if step.part is Part.SAME)


def _changes(one: Sequence[Word], other: Sequence[Word]) -> list[Step]:
    """Where the words of two quotations differ: not by spelling alone, and not by being cut off at an end or shortened."""
    found = steps([word.plain for word in one], [word.plain for word in other])
    changes = []
    for number, step in enumerate(found):
        mine, others = one[slice(*step.one)], other[slice(*step.other)]
        if step.part is Part.SAME or _only_spelling(mine, others) or all(word.plain in _EMPTY for word in (*mine, *others)):
            continue
        left_out = step.part is Part.ONLY_ONE and step.one[1] - step.one[0] > _LEFT_OUT
        if left_out or (number in (0, len(found) - 1) and step.part is not Part.CHANGED):
            continue
        changes.append(step)
    return changes


def quotes_added(pair: Pair, others: Sequence[Sequence[Word]]) -> Iterator[Drift]:
    """Words in quotation marks that cannot have been said so, as far as the fuller report shows.

    1. `others` are the words of the other reports; a quotation that any of them prints too is one that was said.
    2. Where the fuller report has other words in quotation marks for it, the marks stand round a paraphrase.
    3. Where it tells of it without marks, it proves nothing, since another reporter may have heard the words; but a copy has
       them from what it copies.
    """
    if pair.of.statement.kind is pair.to.statement.kind is Kind.DIRECT:
        return
    known = {word.stem for word in pair.before}
    for first, past in _quotations(pair.after):
        words = pair.after[first:past]
        if len(words) < 2 or not weight(words):
            continue
        if any(is_one_quotation(words, quoted(report)) for report in (pair.before, *others)):
            continue
        place = _counterpart(pair, first, past)
        if not _is_quoted(pair, place) and (
            not pair.to.copied or weight(word for word in words if word.stem in known) < _TOLD * weight(words)
        ):
            continue
        yield pair.made(DriftType.QUOTES_ADDED, pair.cut(*place) if place else None, pair.put(first, past))


def _is_quoted(pair: Pair, place: tuple[int, int] | None) -> bool:
    """Whether words of the fuller report are in quotation marks, more of them than not by what they tell; as all of it may be."""
    if place is None:
        return pair.of.statement.kind is Kind.DIRECT
    words = pair.before[slice(*place)]
    return weight(word for word in words if word.quoted) > weight(words) / 2


def _counterpart(pair: Pair, first: int, past: int) -> tuple[int, int] | None:
    """Which words the fuller report has in place of some of the other."""
    places = [step.one for step in pair.steps if step.other[0] < past and first < step.other[1] and step.one[1] > step.one[0]]
    if not places:
        return None
    begin, end = min(place[0] for place in places), max(place[1] for place in places)
    same = [step for step in pair.steps if step.part is Part.SAME]
    starts = [step.one[0] + first - step.other[0] for step in same if step.other[0] <= first < step.other[1]]
    ends = [step.one[0] + past - step.other[0] for step in same if step.other[0] < past <= step.other[1]]
    return starts[0] if starts else begin, ends[0] if ends else end


def _quotations(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Runs of quoted words."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if not word.quoted:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _only_spelling(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether words differ by how they are spelt alone (centre, center)."""
    return [word.stem for word in one] == [word.stem for word in other] and all(
        abs(len(mine.plain) - len(others.plain)) <= 1 and mine.plain[-1:] == others.plain[-1:]
        for mine, others in zip(one, other, strict=True)
    )


def _shown(text: str, words: Sequence[Word], place: tuple[int, int]) -> str | None:
    """The words of a change with one on either side, as printed."""
    first, past = max(0, place[0] - _AROUND), min(len(words), place[1] + _AROUND)
    return text[words[first].start : words[past - 1].end] if past > first else None
