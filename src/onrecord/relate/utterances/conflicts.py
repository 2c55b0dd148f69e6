"""What in the words of two statements speaks against their being one utterance in other words."""

from __future__ import annotations

from onrecord.relate.utterances.wording import words
from onrecord.relate.words import Word, negations
from onrecord.vocabulary.relations import Telling


def contradict(one: Telling, other: Telling) -> bool:
    """Whether one says yes and the other no, or each has a number or a name that the other lacks."""
    mine, others = words(one), words(other)
    return deny(one, other) or _differ(_numbers(mine), _numbers(others)) or _differ(_names(mine), _names(others))


def deny(one: Telling, other: Telling) -> bool:
    """Whether one says yes and the other no, as far as their negations tell."""
    return _denies(one, words(one)) != _denies(other, words(other))


def _denies(one: Telling, words: tuple[Word, ...]) -> bool:
    return bool(len(negations(words)) % 2) != one.statement.negated


def _differ(one: set[str], other: set[str]) -> bool:
    """Whether each has something that the other lacks."""
    return bool(one - other) and bool(other - one)


def _numbers(words: tuple[Word, ...]) -> set[str]:
    return {word.plain for word in words if word.is_number}


def _names(words: tuple[Word, ...]) -> set[str]:
    return {word.stem[:4] for word in words if word.name}
