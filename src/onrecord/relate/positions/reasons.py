"""Why a statement takes a position: in plain words, and as the verbatim slices that decided."""

from __future__ import annotations

import re

from onrecord.relate.meaning import nearest
from onrecord.relate.positions import cues
from onrecord.relate.positions.matter import Matter
from onrecord.relate.positions.signs import Signs
from onrecord.vocabulary.questions import Asked, Position
from onrecord.vocabulary.spans import Span

# An example that is nearer than this is named; of the words that decided, so many.
_LIKE, _MOST_WORDS = 0.45, 3

_IN_CONTENT = {
    Position.SUPPORTS: (cues.FAVOUR, cues.FORESIGHT),
    Position.OPPOSES: (cues.NEGATION, cues.OPPOSITION),
    Position.CONDITIONAL: (cues.STRONG_CONDITION, cues.CONDITION),
    Position.NONCOMMITTAL: (cues.UNSAID,),
}
_IN_CUE = {
    Position.SUPPORTS: (cues.DEMANDS, cues.FORESEES),
    Position.OPPOSES: (cues.OPPOSES, cues.DEMANDS),
    Position.CONDITIONAL: (),
    Position.NONCOMMITTAL: (cues.REFUSES,),
}
_SAYS = {
    Position.SUPPORTS: "it says yes",
    Position.OPPOSES: "it says no",
    Position.CONDITIONAL: "it sets a condition",
    Position.NONCOMMITTAL: "it does not say",
}


def reason(about: Matter, one: Asked, position: Position, shown: Signs) -> str:
    """What decided, in plain words: the words that say so, how the act of saying is told, and the nearest example."""
    said = [f"“{span.text}”" for span in deciding(one, position)]
    told = [f"{_SAYS[position]} ({', '.join(said)})" if said else _SAYS[position]]
    if shown["refuses"] and position is Position.NONCOMMITTAL:
        told = [f"it is told as not said ({', '.join(said)})" if said else "it is told as not said"]
    if like := _example(about, one, position):
        told.append(like)
    return "; ".join(told)


def deciding(one: Asked, position: Position) -> tuple[Span, ...]:
    """The words of a statement's cue and content that speak for a position, as slices of the article, in order; a few."""
    statement = one.telling.statement
    found: list[Span] = []
    for pattern in _IN_CUE[position]:
        if statement.cue:
            found += _within(pattern, statement.cue)
    for pattern in _IN_CONTENT[position]:
        if not found:
            found += [span for content in statement.content for span in _within(pattern, content)]
    return tuple(sorted(set(found))[:_MOST_WORDS])


def _within(pattern: re.Pattern[str], span: Span) -> list[Span]:
    places = cues.found(pattern, span.text)
    return [Span(span.start + one.start, span.start + one.end, one.text) for one in places]


def _example(about: Matter, one: Asked, position: Position) -> str | None:
    """The nearest example of a position, where it is near."""
    of_it = [phrased for phrased in about.phrased if phrased.example.position is position]
    if not of_it or not one.telling.vector:
        return None
    near = nearest(one.telling.vector, [phrased.vector for phrased in of_it])
    best = int(near.argmax())
    return f"like “{of_it[best].example.text}” ({near[best]:.2f})" if near[best] >= _LIKE else None
