"""The network that reads a statement against a question: whether it is about it, what it says on it, and which words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.network import Network
from onrecord.relate.meaning import FOLDER, TOKENIZER, load_tokenizer
from onrecord.vocabulary.questions import Asked, Position, Question
from onrecord.vocabulary.spans import Span

NETWORK = "stance.onnx"
# In pieces: of the whole input, of the question, of the headline.
LIMIT, _OF_QUESTION, _OF_TITLE = 128, 32, 24
_BEGIN, _END = 101, 102
# What a question begins with; it says nothing of the matter, and not every question is worded on both readings.
_MODAL = re.compile(r"^(?:will|should|would|shall)\b(?:,? (?:and|or),? (?:will|should)\b,?)?\s+", re.IGNORECASE)
POSITIONS = (Position.SUPPORTS, Position.CONDITIONAL, Position.OPPOSES, Position.NONCOMMITTAL)
# The columns of the network's figures: about it, will (against should), the four positions, another's position.
ABOUT, WILL, OTHER = 0, 1, 6
COLUMNS = 7
Figures = NDArray[np.float64]
# Sentences on nothing that anyone asks. How far apart the network holds these and a question's own examples differs from question
# to question by more than what it holds of two statements; so it is asked of both first.
_OF_NOTHING = (
    "the meeting would begin on Monday",
    "two people had been hurt in the accident",
    "the weather had been bad for weeks",
    "he thanked the hosts for their welcome",
    "unemployment fell by two per cent last year",
    "the soldiers had crossed the river",
    "she would visit the region next month",
    "the report was published in March",
    "the price of bread had doubled",
    "they had spoken for two hours",
)
# The least distance between the two, in log odds: of a question whose examples the network takes for nothing of it.
_APART = 1.0


class Role(IntEnum):
    """What a piece of the input is part of; the network has a vector for each."""

    QUESTION = 0
    AROUND = 1
    SOURCE = 2
    CUE = 3
    CONTENT = 4
    TITLE = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A word piece of the input, and its place in the article where it is of the passage."""

    id: int
    role: Role
    start: int = -1
    end: int = -1


Part = tuple[Span, Role]


@dataclass(frozen=True, slots=True)
class Stance:
    """What the network says: log odds (`will`, `other`) and the log likelihood of each position; and whether it is `about` the
    question, on a scale on which a sentence on nothing has 0 and an example of the question 1, in the mean.
    """

    about: float
    will: float
    other: float
    positions: dict[Position, float]


class Stances:
    """The shipped network for stances: `read` gives what a statement says on a question, the same whatever else is asked.

    The files are loaded when the first statement is read.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._scales: dict[Question, tuple[float, float]] = {}

    def read(self, question: Question, one: Asked, without: Span | None = None) -> Stance:
        """What one statement says on a question, a slice of it left out. Raises ModelError where a file is missing or damaged."""
        taken = pieces(self._tokenizer, question.text, one.title, segments(one))
        kept = [piece for piece in taken if without is None or piece.end <= without.start or without.end <= piece.start]
        figures = self._figures(kept)
        likely = figures[WILL + 1 : OTHER] - np.logaddexp.reduce(figures[WILL + 1 : OTHER])
        nothing, example = self._scale(question)
        return Stance(
            about=(float(figures[ABOUT]) - nothing) / (example - nothing),
            will=float(figures[WILL]),
            other=float(figures[OTHER]),
            positions={position: float(likely[place]) for place, position in enumerate(POSITIONS)},
        )

    def _scale(self, question: Question) -> tuple[float, float]:
        """What the network says of sentences on nothing, with and without a name of the question, and of its examples."""
        if question not in self._scales:
            names = ["", *(f"{name}: " for name in question.subject[:1])]
            nothing = self._mean(question, [f"{name}{said}" for name in names for said in _OF_NOTHING])
            example = self._mean(question, [one.text for one in question.examples])
            self._scales[question] = nothing, max(example, nothing + _APART)
        return self._scales[question]

    def _mean(self, question: Question, texts: Sequence[str]) -> float:
        parts = [[(Span(0, len(text), text), Role.CONTENT)] for text in texts]
        found = [self._figures(pieces(self._tokenizer, question.text, None, part))[ABOUT] for part in parts]
        return float(np.mean(found)) if found else 0.0

    def _figures(self, taken: Sequence[Piece]) -> Figures:
        ids = np.array([[piece.id for piece in taken]], dtype=np.int64)
        roles = np.array([[int(piece.role) for piece in taken]], dtype=np.int64)
        (rows,) = self._network.run(["figures"], {"ids": ids, "roles": roles})
        figures: Figures = rows[0].astype(np.float64)
        return figures

    @cached_property
    def _network(self) -> Network:
        return Network(self._folder / NETWORK)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_tokenizer(self._folder / TOKENIZER)


def pieces(tokenizer: Tokenizer, question: str, title: str | None, parts: Sequence[Part]) -> list[Piece]:
    """The input of the network: the question, the headline, and the statement in what stands around it, at most `LIMIT` pieces.

    Where it is too long, what stands around goes first, two thirds of what is left being before the statement.
    """
    matter = _plain(tokenizer, _MODAL.sub("", question), Role.QUESTION)[:_OF_QUESTION]
    taken = [Piece(_BEGIN, Role.QUESTION), *matter, Piece(_END, Role.QUESTION)]
    if title:
        taken += [*_plain(tokenizer, title, Role.TITLE)[:_OF_TITLE], Piece(_END, Role.TITLE)]
    around = [piece for span, role in parts for piece in _of_part(tokenizer, span, role)]
    told = [place for place, piece in enumerate(around) if piece.role is not Role.AROUND]
    first, last = (told[0], told[-1] + 1) if told else (0, len(around))
    room = LIMIT - len(taken) - 1
    start = max(0, min(first - max(0, room - (last - first)) * 2 // 3, len(around) - room))
    return [*taken, *around[start : start + room], Piece(_END, Role.AROUND)]


def _plain(tokenizer: Tokenizer, text: str, role: Role) -> list[Piece]:
    return [Piece(number, role) for number in tokenizer.encode(text, add_special_tokens=False).ids]


def _of_part(tokenizer: Tokenizer, span: Span, role: Role) -> Iterator[Piece]:
    encoded = tokenizer.encode(span.text, add_special_tokens=False)
    for number, (start, end) in zip(encoded.ids, encoded.offsets, strict=True):
        yield Piece(number, role, span.start + start, span.start + end)


def segments(one: Asked) -> list[Part]:
    """The paragraph before the passage, and the passage cut where the source, the cue and the content of the statement begin and
    end, each part with its role. The places of the paragraph before are none of the article's: they are below zero.
    """
    said = one.telling.statement
    marked = [(span, Role.CONTENT) for span in said.content]
    marked += [(span, role) for span, role in ((said.source, Role.SOURCE), (said.cue, Role.CUE)) if span]
    found: list[Part] = [(Span(-len(one.before), 0, one.before), Role.AROUND)] if one.before else []
    at = one.passage.start
    for span, role in sorted(marked):
        if at <= span.start and span.end <= one.passage.end:
            found += [(_slice(one.passage, at, span.start), Role.AROUND)] if at < span.start else []
            found.append((span, role))
            at = span.end
    return [*found, (_slice(one.passage, at, one.passage.end), Role.AROUND)] if at < one.passage.end else found


def _slice(passage: Span, start: int, end: int) -> Span:
    return Span(start, end, passage.text[start - passage.start : end - passage.start])
