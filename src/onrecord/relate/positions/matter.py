"""A question as statements are compared with it: its words and names as stems, its examples with their meanings and tones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.relate.positions.tones import Tone, tone
from onrecord.relate.words import words_of
from onrecord.vocabulary.questions import Example, Position, Question

# A word that stands in as many examples is of the matter, though the question does not list it.
_OFTEN = 3
# From this nearness on a statement is much like another one. Chosen; not measured.
_MUCH_LIKE = 0.6
# Where one clause ends and another begins, as far as marks and "but" tell.
_CLAUSES = re.compile(r"[;:,—–]\s+|\s[—–-]\s|\bbut\b|\balthough\b|\bthough\b|(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Phrased:
    """An example with its meaning, its meaning without the names, and its tone; `taught` is one that a person placed."""

    example: Example
    vector: bytes
    bare: bytes
    tone: Tone
    taught: bool = False

    def near(self, figure: float) -> float:
        """How near it counts as: one that a person placed speaks for statements much like it alone."""
        return figure if not self.taught or figure >= _MUCH_LIKE else 0.0

    @property
    def agrees(self) -> bool:
        """Whether its tone is that of its position: so that the tones of statements tell something beside it."""
        return self.tone.sign == (1 if self.example.position is Position.SUPPORTS else -1)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a question is about. `words`, `names` and `often` are sets of stems; one set is one name or word."""

    question: Question
    phrased: tuple[Phrased, ...]
    words: tuple[frozenset[str], ...]
    names: tuple[frozenset[str], ...]
    often: frozenset[str]

    def beside(self, text: str) -> Matter:
        """The matter as a statement with this text is compared with it: a statement is no example for itself or its copies."""
        words = _worded(text)
        others = tuple(one for one in self.phrased if not one.taught or _worded(one.example.text) != words)
        return self if len(others) == len(self.phrased) else replace(self, phrased=others)


def matter(question: Question, confirmed: Sequence[Example], vectors: Callable[[Sequence[str]], list[bytes]]) -> Matter:
    """A question with the statements that persons placed as further examples."""
    examples = (*question.examples, *confirmed)
    names = tuple(stems(name) for name in question.subject)
    meanings = vectors([one.text for one in examples])
    bare = vectors([without(names, one.text) for one in examples])
    phrased = tuple(
        Phrased(one, vector, plain, tone(one.text), place >= len(question.examples))
        for place, (one, vector, plain) in enumerate(zip(examples, meanings, bare, strict=True))
    )
    return Matter(question, phrased, tuple(stems(word) for word in question.about), names, _often(question, names))


def _worded(text: str) -> list[str]:
    return [word.stem for word in words_of(text)]


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(word.stem for word in words_of(text))


def without(names: Iterable[frozenset[str]], text: str) -> str:
    """A text without some names: so that two that name the same are not near for that alone."""
    among = {stem for name in names for stem in name}
    left = text
    for word in reversed(words_of(text)):
        if word.stem in among:
            left = left[: word.start] + left[word.end :]
    return " ".join(left.split())


def focus(about: Matter, text: str) -> str:
    """The clauses of a text that have a word of the matter; the whole where none has, or where it is hardly divided."""
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    of_matter = [clause for clause in clauses if hits(about.words, stems(clause)) or about.often & stems(clause)]
    return " ; ".join(of_matter) if of_matter and len(of_matter) < len(clauses) else text


def hits(wanted: Iterable[frozenset[str]], among: frozenset[str]) -> int:
    """How many names or words stand in a text, whole."""
    return sum(bool(one) and one <= among for one in wanted)


def _often(question: Question, names: Sequence[frozenset[str]]) -> frozenset[str]:
    of_names = {stem for name in names for stem in name}
    counted = Counter(
        stem for one in question.examples for stem in {word.stem for word in words_of(one.text) if word.weight == 1}
    )
    return frozenset(stem for stem, number in counted.items() if number >= _OFTEN and stem not in of_names)
