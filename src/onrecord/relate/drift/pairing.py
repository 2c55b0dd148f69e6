"""Two reports of one utterance laid side by side, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.relate.drift.diffing import Part, Step, slice_of, steps
from onrecord.relate.words import Word, telling, weight, words_of
from onrecord.vocabulary.relations import Drift, DriftType, Telling
from onrecord.vocabulary.statements import Kind


@dataclass(frozen=True)
class Pair:
    """The fuller report `of`, another one `to`, and what each has of the other's words."""

    of: Telling
    to: Telling

    @cached_property
    def before(self) -> tuple[Word, ...]:
        return words_of(self.of.content, quoted=self.of.statement.kind is Kind.DIRECT)

    @cached_property
    def after(self) -> tuple[Word, ...]:
        return words_of(self.to.content, quoted=self.to.statement.kind is Kind.DIRECT)

    @cached_property
    def steps(self) -> list[Step]:
        """How the one becomes the other, by the stems of the words: tense and number are no difference here."""
        return steps([word.stem for word in self.before], [word.stem for word in self.after])

    @cached_property
    def kept(self) -> float:
        """The share of what the other report tells that the fuller one has too, in whatever order."""
        known = {word.stem for word in self.before}
        told = telling(self.after)
        return weight(word for word in told if word.stem in known) / weight(told) if told else 0.0

    @cached_property
    def aligned(self) -> float:
        """The share of all words of the longer that both have in the same order, small words too."""
        same = sum(step.one[1] - step.one[0] for step in self.steps if step.part is Part.SAME)
        return same / max(len(self.before), len(self.after), 1)

    def made(self, kind: DriftType, before: str | None = None, after: str | None = None) -> Drift:
        return Drift(self.of.id, self.to.id, kind, before, after)

    def cut(self, first: int, past: int) -> str | None:
        """Words of the fuller report as printed."""
        return slice_of(self.of.content, self.before, first, past)

    def put(self, first: int, past: int) -> str | None:
        """Words of the other report as printed."""
        return slice_of(self.to.content, self.after, first, past)
