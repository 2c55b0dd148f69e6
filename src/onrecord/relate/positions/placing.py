"""The positions that statements take on a question, each with its reason and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.relate.positions import cues
from onrecord.relate.positions.matter import Matter, matter, stems, without
from onrecord.relate.positions.reasons import deciding, reason
from onrecord.relate.positions.signs import Signs, signs
from onrecord.relate.positions.weights import chance, chances
from onrecord.vocabulary.questions import Asked, Example, Position, Question, Reading, Taken

# Between these chances of being about the question nobody can tell; below the third no position is sure enough to be called one.
# Chosen; not measured.
_NOT_ABOUT, _ABOUT = 0.4, 0.6
_SURE = 0.4
_WHETHER = re.compile(r"\W*(?:whether|if|why|when|how|about)\b", re.IGNORECASE)


def positions(
    question: Question, asked: Sequence[Asked], confirmed: Sequence[Example], vectors: Callable[[Sequence[str]], list[bytes]]
) -> list[Taken]:
    """The position of each of some statements, in their order; `vectors` gives meanings (`Meaning.vectors`).

    1. Whether it is about the question; in between it is said to be unsure.
    2. Which position it takes; where none is likely enough, it is unsure.
    3. On which reading: what will be, or what should be.
    """
    if not asked:
        return []
    about = matter(question, confirmed, vectors)
    bare = vectors([without(about.names, one.telling.content) for one in asked])
    return [_taken(about, one, meaning) for one, meaning in zip(asked, bare, strict=True)]


def _taken(about: Matter, one: Asked, bare: bytes) -> Taken:
    shown = signs(about, one, bare)
    likely = chance("about", shown)
    statement = one.telling.id
    if _is_question(one):
        return Taken(statement, None, Position.NOT_ABOUT, 1.0, "a question that somebody was asked, not what anyone holds")
    second_hand = one.outer or bool(cues.OF_ANOTHER.match(one.telling.content))
    if likely < _NOT_ABOUT:
        return Taken(statement, None, Position.NOT_ABOUT, round(1 - likely, 3), _not_about(shown))
    readings = {phrased.example.reading for phrased in about.phrased}
    will = chance("will", shown)
    reading = Reading.WILL if will >= 0.5 else Reading.SHOULD
    if reading not in readings and readings:
        reading, will = next(iter(readings)), 1.0
    found = chances(shown)
    position = max(found, key=lambda one: found[one])
    sure = round(likely * found[position], 3)
    words = deciding(one, position)
    stage = _stage(about, one)
    if likely < _ABOUT:
        why = f"not sure that it is about the question ({likely:.0%})"
        return Taken(statement, reading, None, round(likely, 3), why, words, stage, second_hand)
    if found[position] < _SURE:
        near = sorted(found, key=lambda one: -found[one])[:2]
        why = f"not sure which: {near[0].value} ({found[near[0]]:.0%}) or {near[1].value} ({found[near[1]]:.0%})"
        return Taken(statement, reading, None, sure, why, words, stage, second_hand)
    return Taken(statement, reading, position, sure, reason(about, one, position, shown), words, stage, second_hand)


def _is_question(one: Asked) -> bool:
    cue = one.telling.statement.cue
    return bool(cue and cues.ASKED.match(cue.text) and _WHETHER.match(one.telling.content))


def _not_about(shown: Signs) -> str:
    if shown["neither"]:
        return "no name and no word of the question in it, and no example is near"
    if shown["only-name"]:
        return "it names whom the question is about, but not its matter"
    return "it is not near enough to any example"


def _stage(about: Matter, one: Asked) -> str | None:
    """The last stage of the process whose words stand in the statement."""
    content = stems(one.telling.content)
    told = [stage.name for stage in about.question.stages if any(stems(word) <= content for word in stage.words)]
    return told[-1] if told else None
