"""Why a statement takes a position: the words without which it would read otherwise, the nearest example, how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import ceil

from onrecord.relate.meaning import nearest
from onrecord.relate.positions import cues
from onrecord.relate.positions.matter import Matter
from onrecord.relate.positions.signs import Signs
from onrecord.relate.positions.weights import leads
from onrecord.relate.stance import Stance
from onrecord.text.quoting import quoted
from onrecord.vocabulary.questions import Asked, Position, Reading
from onrecord.vocabulary.spans import Span

# Words decide where the network holds the position this much less likely without them, in log likelihood; so many are tried.
# Chosen; not measured.
_DECIDES, _TRIED = 0.15, 4
# Where no such word decides, the content is cut in so many parts, and the part that decides most is told. An example is told from
# this nearness on. Chosen; not measured.
_PARTS, _LIKE = 4, 0.45
_WORD = re.compile(r"\w[\w’'-]*")

_SAYS = {
    Position.SUPPORTS: "it says yes",
    Position.OPPOSES: "it says no",
    Position.CONDITIONAL: "it sets a condition",
    Position.NONCOMMITTAL: "it does not say",
}
# The signs of the examples; and which words may decide for a position, those of the cue and those of the content.
_OF_EXAMPLES = ("near-supports", "near-conditional", "near-noncommittal", "votes-will", "votes-should")
_IN_CUE = {
    Position.SUPPORTS: (cues.DENIES, cues.DEMANDS, cues.FORESEES),
    Position.OPPOSES: (cues.DENIES, cues.OPPOSES, cues.DEMANDS),
    Position.CONDITIONAL: (),
    Position.NONCOMMITTAL: (cues.REFUSES,),
}
_IN_CONTENT = {
    Position.SUPPORTS: (cues.FAVOUR, cues.NEGATION, cues.FORESIGHT),
    Position.OPPOSES: (cues.NEGATION, cues.OPPOSITION),
    Position.CONDITIONAL: (cues.STRONG_CONDITION, cues.CONDITION, cues.NEGATION),
    Position.NONCOMMITTAL: (cues.UNSAID, cues.NEGATION),
}


@dataclass(frozen=True)
class Why:
    """What decided for one position of a statement: `told` in words, `words` as slices of its cue and content.

    `without` gives what the network says when a slice is left out.
    """

    about: Matter
    one: Asked
    reading: Reading
    position: Position
    shown: Signs
    stance: Stance
    without: Callable[[Span], Stance]

    @property
    def told(self) -> str:
        """The grounds, the words first."""
        words = ", ".join(quoted(span.text) for span in self.words)
        says = _SAYS[self.position]
        if self.position is Position.NONCOMMITTAL and self.shown["refuses"]:
            says = "it is told as not said"
        told = [f"{says} ({words})" if words else f"{says}, as a whole"]
        return "; ".join([*told, *self._example()])

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words without which the position would be less likely, in order of the text."""
        tried = islice(dict.fromkeys(self._candidates()), _TRIED)
        if found := sorted(span for span in tried if self._loss(span) >= _DECIDES):
            return tuple(found)
        loss, part = max(((self._loss(part), part) for part in self._parts()), default=(0.0, None))
        return (part,) if part is not None and loss >= _DECIDES else ()

    def _loss(self, span: Span) -> float:
        """How much less likely the position is without a slice."""
        return self.stance.positions[self.position] - self.without(span).positions[self.position]

    def _parts(self) -> Iterator[Span]:
        """The longest span of the content, cut in parts of as many words each."""
        whole = max(self.one.telling.statement.content, key=lambda span: span.end - span.start)
        words = [match.span() for match in _WORD.finditer(whole.text)]
        size = max(1, ceil(len(words) / _PARTS))
        for at in range(0, len(words), size):
            start, end = words[at][0], words[min(at + size, len(words)) - 1][1]
            yield Span(whole.start + start, whole.start + end, whole.text[start:end])

    def _candidates(self) -> Iterator[Span]:
        said = self.one.telling.statement
        for pattern in _IN_CUE[self.position]:
            yield from _within(pattern, said.cue) if said.cue else ()
        for pattern in _IN_CONTENT[self.position]:
            for content in said.content:
                yield from _within(pattern, content)

    def _example(self) -> Iterator[str]:
        """The nearest example of the position on its reading, where it is near and the examples speak for it."""
        lifted = leads(self.position, self.shown)
        stand = self.reading, self.position
        of_it = [each for each in self.about.phrased if (each.example.reading, each.example.position) == stand]
        if of_it and self.one.telling.vector and sum(lifted.get(sign, 0.0) for sign in _OF_EXAMPLES) > 0:
            near = nearest(self.one.telling.vector, [phrased.vector for phrased in of_it])
            best = int(near.argmax())
            if near[best] >= _LIKE:
                yield f"like {quoted(of_it[best].example.text)} (nearness {near[best]:.2f})"


def _within(pattern: cues.Pattern, span: Span) -> list[Span]:
    places = cues.found(pattern, span.text)
    return [Span(span.start + one.start, span.start + one.end, one.text) for one in places]
