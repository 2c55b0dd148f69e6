"""Whether two texts tell the same with and without a negation: "was not yet ready" and "was ready"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.relate.words import Word, is_negation, runs, words_of

_TOLD = {
    form: forms.split()[0]
    for forms in ("will would", "can could", "may might", "is are was were am", "has have had", "shall should")
    for form in forms.split()
}
# How many words on either side of the negation must be the same, at least one of each side telling something.
_BEFORE, _AFTER = 2, 1
# What comes and goes with a negation: "did not say" and "said", "not yet ready" and "ready".
_WITH_NEGATION = frozenset("yet any longer ever do does did at all so far now already still".split())
_NOT_ONLY = frozenset("only just merely simply necessarily always".split())
# What the text without the negation may have more: "did report" for "did not report", "always" for "never".
_WITH_ASSERTION = frozenset("do does did always".split())
# Who a sentence may be about in one word. So few words being the same before, more must be behind the negation.
_SUBJECTS = frozenset("i we you he she they it".split())
_TELLING_AFTER_SUBJECT = 2


@dataclass(frozen=True, slots=True)
class Turned:
    """A place in each of two texts that tell the same, one with a negation: `negated` is true where it is the first text's."""

    one: tuple[int, int]
    other: tuple[int, int]
    negated: bool


def turned(one: str, other: str) -> Turned | None:
    """Where one of two texts denies in so many words what the other tells, or None.

    The words around the negation are the same in both, more of them than differ, and neither text has another negation there.
    """
    mine, theirs = words_of(one), words_of(other)
    if any(map(is_negation, mine)) is any(map(is_negation, theirs)) and not any(map(is_negation, mine)):
        return None
    for negated, first, second in ((True, mine, theirs), (False, theirs, mine)):
        if found := _denied(first, second):
            places = (_place(first, found[0]), _place(second, found[1]))
            return Turned(*(places if negated else places[::-1]), negated)
    return None


_Range = tuple[int, int]


def _denied(negative: tuple[Word, ...], positive: tuple[Word, ...]) -> tuple[_Range, _Range] | None:
    for at, word in enumerate(negative):
        if not is_negation(word) or (at + 1 < len(negative) and negative[at + 1].plain in _NOT_ONLY):
            continue
        bare = [index for index in range(len(negative)) if index != at and not _goes_with(negative, index, at)]
        told = [index for index, word in enumerate(positive) if word.plain not in _WITH_ASSERTION]
        blocks = runs([_as_told(negative[index]) for index in bare], [_as_told(positive[index]) for index in told])
        for a, b, size in blocks:
            left = sum(1 for index in bare[a : a + size] if index < at)
            right = size - left
            if not left or right < _AFTER:
                continue
            block, other = bare[a : a + size], told[b : b + size]
            said = [index for index in block if negative[index].weight]
            behind = sum(index > at for index in said)
            if not behind:
                continue
            if left < _BEFORE or not any(index < at for index in said):
                whole = block[-1] == len(negative) - 1 and other[-1] == len(positive) - 1
                if not _has_subject(negative, block, at) or not (whole or behind >= _TELLING_AFTER_SUBJECT):
                    continue
            if any(is_negation(word) for word in positive[max(0, other[0] - 2) : other[-1] + 3]):
                continue
            if not _opens_alike(negative, positive, block[0], other[0]):
                continue
            return _round(negative, block, at), _round(positive, other, other[left - 1])
    return None


def _as_told(word: Word) -> str:
    """A word as reported speech has it: "will" is told as "would", "is" as "was"."""
    return _TOLD.get(word.plain, word.stem)


def _has_subject(words: tuple[Word, ...], block: list[int], at: int) -> bool:
    return any(index < at and words[index].plain in _SUBJECTS for index in block)


def _goes_with(words: tuple[Word, ...], index: int, at: int) -> bool:
    return abs(index - at) <= 2 and words[index].plain in _WITH_NEGATION


def _opens_alike(negative: tuple[Word, ...], positive: tuple[Word, ...], first: int, other: int) -> bool:
    """Whether nothing before the shared words turns them in one text alone: a condition, a doubt, a question."""
    turning = {"if", "unless", "whether", "until", "before", "should", "would", "could", "may", "might", "can", "must"}
    ones = {word.plain for word in negative[max(0, first - 4) : first]} & turning
    others = {word.plain for word in positive[max(0, other - 4) : other]} & turning
    return ones == others


def _round(words: tuple[Word, ...], block: list[int], at: int) -> _Range:
    """The words of a shared run from the last that tells something before a place to the first behind it."""
    before = [index for index in block if index <= at and words[index].weight and index != at] or [block[0]]
    after = [index for index in block if index > at and words[index].weight] or [block[-1]]
    return before[-1], after[0]


def _place(words: tuple[Word, ...], found: _Range) -> tuple[int, int]:
    return words[found[0]].start, words[found[1]].end
