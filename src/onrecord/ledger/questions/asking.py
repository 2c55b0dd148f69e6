"""A question as it is kept: all that it says in one column, so that a file which was lost can be asked on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.ledger.relations.sealing import seal_of
from onrecord.vocabulary import Example, Position, Question, Reading, Stage


def written(question: Question) -> dict[str, Any]:
    """A question as a column `asked` holds it."""
    return {
        "id": question.id,
        "text": question.text,
        "about": list(question.about),
        "subject": list(question.subject),
        "examples": [[one.text, one.reading.value, one.position.value] for one in question.examples],
        "stages": [[one.name, list(one.words)] for one in question.stages],
    }


def question_of(asked: Mapping[str, Any]) -> Question:
    """The question of a column `asked`."""
    examples = tuple(Example(text, Reading(reading), Position(position)) for text, reading, position in asked["examples"])
    stages = tuple(Stage(name, tuple(words)) for name, words in asked["stages"])
    return Question(asked["id"], asked["text"], tuple(asked["about"]), tuple(asked["subject"]), examples, stages)


def digest_of(question: Question, text: str) -> str:
    """What tells a question from every other, and from other texts of it."""
    return seal_of("question", written(question), text)
