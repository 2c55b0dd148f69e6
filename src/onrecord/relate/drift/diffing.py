"""The words of two reports side by side: what both have, what only one has, what is different, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from onrecord.relate.words import Word, words_of


class Part(StrEnum):
    """What a stretch of two texts is, seen from the first."""

    SAME = "same"
    ONLY_ONE = "only-in-one"
    ONLY_OTHER = "only-in-other"
    CHANGED = "changed"


_PARTS = {"equal": Part.SAME, "delete": Part.ONLY_ONE, "insert": Part.ONLY_OTHER, "replace": Part.CHANGED}


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two texts: `one[start:end]` and `other[start:end]` by their half-open places, None for nothing."""

    part: Part
    one: tuple[int, int] | None
    other: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Step:
    """The same in numbers of words: which words of one, which of the other."""

    part: Part
    one: tuple[int, int]
    other: tuple[int, int]


def differences(one: str, other: str) -> list[Difference]:
    """How one text becomes the other, word by word, in order, for showing.

    Case, kinds of quotation marks and what stands between words are no difference. The places of one text never overlap and
    are verbatim slices of it.
    """
    mine, others = words_of(one), words_of(other)
    return [
        Difference(step.part, place(mine, *step.one), place(others, *step.other))
        for step in steps([word.plain for word in mine], [word.plain for word in others])
    ]


def steps(one: list[str], other: list[str]) -> list[Step]:
    """How one list of words becomes the other."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [Step(_PARTS[tag], (a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes()]


def place(words: tuple[Word, ...], first: int, past: int) -> tuple[int, int] | None:
    """The place of a run of words, None for no words."""
    return (words[first].start, words[past - 1].end) if past > first else None


def slice_of(text: str, words: tuple[Word, ...], first: int, past: int) -> str | None:
    """A run of words as printed, None for no words."""
    found = place(words, first, past)
    return text[found[0] : found[1]] if found else None
