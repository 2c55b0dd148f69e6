"""The positions that statements take on a question, each with its reason and the words that decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from onrecord.relate.positions import cues
from onrecord.relate.positions.matter import Matter, matter, stems, without
from onrecord.relate.positions.reasons import Why
from onrecord.relate.positions.signs import Signs, signs
from onrecord.relate.positions.weights import chance, chances
from onrecord.relate.positions.whose import whose
from onrecord.relate.stance import Stance
from onrecord.vocabulary.questions import Asked, Example, Position, Question, Reading, Taken
from onrecord.vocabulary.spans import Span

# Between these chances of being about the question nobody can tell (chosen; not measured). Below the third no position is sure
# enough to be called one: at 0.6 fewer are wrong, and too few are told (training/LOG.md, "Statements as they stand in articles").
_NOT_ABOUT, _ABOUT = 0.4, 0.6
_SURE = 0.5
_WHETHER = re.compile(r"\W*(?:whether|if|why|when|how|about)\b", re.IGNORECASE)


def positions(
    question: Question,
    asked: Sequence[Asked],
    confirmed: Sequence[Example],
    vectors: Callable[[Sequence[str]], list[bytes]],
    read: Callable[[Question, Asked, Span | None], Stance],
) -> list[Taken]:
    """The position of each of some statements, in their order.

    `vectors` gives meanings (`Meaning.vectors`), `read` what the network says of a statement (`Stances.read`),
    a slice of it left out.

    1. Whether it is about the question; in between it is said to be unsure.
    2. Which position it takes; where none is likely enough, it is unsure.
    3. On which reading: what will be, or what should be.
    """
    if not asked:
        return []
    about = matter(question, confirmed, vectors)
    bare = vectors([without(about.names, one.telling.content) for one in asked])

    reads = [partial(read, question, one) for one in asked]
    beside = [about.beside(one.telling.content) for one in asked]
    return [_taken(*each) for each in zip(beside, asked, bare, reads, strict=True)]


def _taken(about: Matter, one: Asked, bare: bytes, read: Callable[[Span | None], Stance]) -> Taken:
    stance = read(None)
    shown = signs(about, one, bare, stance)
    likely = chance("about", shown)
    if _is_question(one):
        return Taken(one.telling.id, None, Position.NOT_ABOUT, 1.0, "a question that somebody was asked, not what anyone holds")
    if cues.OF_REPORTING.match(one.telling.content):
        return Taken(one.telling.id, None, Position.NOT_ABOUT, 1.0, "how the source is named, or a comment that was asked for")
    if likely < _NOT_ABOUT:
        return Taken(one.telling.id, None, Position.NOT_ABOUT, round(1 - likely, 3), _not_about(shown))
    if one.inner:
        return Taken(
            one.telling.id, None, Position.NOT_ABOUT, 1.0, "what it tells is said by another: see the statement inside it"
        )
    found = chances(shown)
    position = max(found, key=lambda one: found[one])
    reading = _reading(about, shown)
    why, told = Why(about, one, reading, position, shown, stance, read), whose(one, stance)
    sure, reason = likely * found[position], f"{why.told}{told}"
    doubt = None
    if likely < _ABOUT:
        sure, doubt = likely, f"not sure that it is about the question ({likely:.0%})"
    elif found[position] < _SURE:
        near = sorted(found, key=lambda one: -found[one])[:2]
        doubt = "not sure which: " + " or ".join(f"{one.value} ({found[one]:.0%})" for one in near)
    return Taken(
        statement=one.telling.id,
        reading=reading,
        position=None if doubt else position,
        confidence=round(sure, 3),
        reason=doubt or reason,
        words=why.words,
        stage=_stage(about, one),
        second_hand=told.second_hand,
        holder=told.holder,
    )


def _reading(about: Matter, shown: Signs) -> Reading:
    """The likelier reading, of those that the question has examples of."""
    likelier = Reading.WILL if chance("will", shown) >= 0.5 else Reading.SHOULD
    asked = {phrased.example.reading for phrased in about.phrased}
    return likelier if likelier in asked or not asked else next(iter(asked))


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
