"""A placer of few rules, and a question about Tarvia."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.vocabulary import (
    Asked,
    Example,
    Held,
    Position,
    Question,
    Reading,
    Shift,
    ShiftKind,
    Span,
    Stage,
    Taken,
)

CHARTER = Question(
    "selm-charter",
    "Will, and should, Selm get a charter?",
    ("charter",),
    ("Selm",),
    (
        Example("Selm will get its charter", Reading.WILL, Position.SUPPORTS),
        Example("Selm should get its charter", Reading.SHOULD, Position.SUPPORTS),
    ),
    (Stage("signing", ("sign", "signed")),),
)
PIER = Question("selm-pier", "Will the old pier be pulled down?", ("pier",), ("Selm",), CHARTER.examples)


class FakePlacer:
    """Places by single words: what it is about, "will" or "should", and "not", "if" or "perhaps"."""

    def __init__(self, version: str = "places/1") -> None:
        self.version = version
        self.asked: list[Asked] = []
        self.confirmed: Sequence[Example] = ()

    def positions(self, question: Question, asked: Sequence[Asked], confirmed: Sequence[Example]) -> list[Taken]:
        self.asked += asked
        self.confirmed = confirmed
        return [taken for one in asked for taken in self._taken(question, one, confirmed)]

    def _taken(self, question: Question, one: Asked, confirmed: Sequence[Example]) -> list[Taken]:
        content, name = one.telling.content, one.telling.id
        if not set(question.about) & set(content.split()):
            return [Taken(name, None, Position.NOT_ABOUT, 0.9, "it names nothing of the matter")]
        learned = [example for example in confirmed if example.text == content]
        if learned:
            return [Taken(name, example.reading, example.position, 0.8, "as a person said") for example in learned]
        words = self._words(one)
        stage = next((stage.name for stage in question.stages if set(stage.words) & set(content.split())), None)
        readings = [reading for reading in Reading if reading.value in content.split()]
        if not readings:
            return [Taken(name, None, None, 0.3, "nothing tells which reading it is of", words)]
        return [Taken(name, reading, self._position(content), 0.7, "its words", words, stage, one.outer) for reading in readings]

    def _position(self, content: str) -> Position | None:
        said = set(content.split())
        if "perhaps" in said:
            return None
        return Position.OPPOSES if "not" in said else Position.CONDITIONAL if "if" in said else Position.SUPPORTS

    def _words(self, one: Asked) -> tuple[Span, ...]:
        span = one.telling.statement.content[0]
        return (Span(span.start, span.start + 5, span.text[:5]),)

    def shifts(self, held: Sequence[Held]) -> list[Shift]:
        assert list(held) == sorted(held, key=lambda one: one.said_on[0] or one.said_on[1] or "")
        found = []
        for reading in Reading:
            for one, two in pairwise(one for one in held if one.reading is reading):
                if one.position is not two.position and one.utterance != two.utterance:
                    ends = ((reading, one.position), (reading, two.position))
                    found.append(Shift(one.actor, *ends, ShiftKind.REVERSAL, (one.statement, two.statement), 0.6, "it changed"))
        return found
