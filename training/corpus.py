"""Reads PolNeAR (JSON Lines, xz) and GUM into texts with labelled pieces; the splits are those of the corpora."""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from gum import Document, Name
from tokenizers import Tokenizer

from onrecord.detect.windows import Piece, pieces, windows

ROLES = ("source", "cue", "content")
# O, then B and I of each role.
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
KINDS = ("person", "organisation", "place", "other")
NAME_LABELS = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))
# The classes of CoreNLP's recogniser, the silver layer of PolNeAR.
SILVER = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "other"}
IGNORED = -100


@dataclass(frozen=True)
class Span:
    role: str
    start: int  # pieces, half-open
    end: int
    relation: int


class Taught(NamedTuple):
    """What teachers make of the pieces of a text (see `teach.py`): posteriors of labels, of pairs of labels, of name labels."""

    nodes: np.ndarray  # [pieces, labels]
    pairs: np.ndarray  # [pieces, labels of the piece before, labels]
    names: np.ndarray  # [pieces, name labels]


@dataclass(frozen=True)
class Example:
    """One annotator's reading of one text: its pieces, two labels for each (IGNORED where not known), and its spans.

    `labels` are of attributions, `names` of names.
    """

    pieces: list[Piece]
    labels: np.ndarray
    names: np.ndarray
    spans: list[Span]
    taught: Taught | None = None


def read_articles(path: Path) -> list[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples(
    articles: list[dict], tokenizer: Tokenizer, *, every_annotator: bool = True, taught: Path | None = None
) -> list[Example]:
    """An example for each reading of each article; `taught`: what `teach.py` wrote for these articles."""
    found = []
    stored = np.load(taught) if taught else None
    for number, article in enumerate(articles):
        lesson = Taught(*(stored[f"{layer}{number}"] for layer in Taught._fields)) if stored is not None else None
        readings = article["annotators"] if every_annotator else article["annotators"][:1]
        names = silver_names(article)
        for reading in readings:
            found.append(replace(example(article["text"], reading, names, tokenizer), taught=lesson))
    return found


def example(text: str, reading: dict, names: list[Name], tokenizer: Tokenizer) -> Example:
    units = pieces_of(text, tokenizer)
    places = Places(units)
    labels = np.zeros(len(units), dtype=np.int64)
    spans = []
    for number, relation in enumerate(reading["relations"]):
        for index, role in enumerate(ROLES):
            for start, end in relation[role]:
                first, last = places.of(start, end)
                if first < last:
                    mark(labels, first, last, index)
                    spans.append(Span(role, first, last, number))
    for place in range(len(labels)):  # a span whose first piece another span took begins where it can
        label = labels[place]
        if label and label % 2 == 0 and (place == 0 or labels[place - 1] not in (label, label - 1)):
            labels[place] = label - 1
    for start, end in reading["discard"]:
        labels[slice(*places.of(start, end))] = IGNORED
    return Example(units, labels, name_labels(units, names), spans)


def named_examples(documents: list[Document], tokenizer: Tokenizer) -> list[Example]:
    """Examples of names alone."""
    found = []
    for document in documents:
        units = pieces_of(document.text, tokenizer)
        names = name_labels(units, document.names)
        places = Places(units)
        for start, end in document.open:
            names[slice(*places.of(start, end))] = IGNORED
        found.append(Example(units, np.full(len(units), IGNORED), names, []))
    return found


def pieces_of(text: str, tokenizer: Tokenizer) -> list[Piece]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return pieces(text, encoding.ids, encoding.offsets)


class Places:
    """Finds the pieces that a range of characters touches."""

    def __init__(self, units: list[Piece]) -> None:
        self._starts = np.array([piece.start for piece in units])
        self._ends = np.array([piece.end for piece in units])

    def of(self, start: int, end: int) -> tuple[int, int]:
        """The pieces of characters [start, end), half-open."""
        return int(np.searchsorted(self._ends, start, side="right")), int(np.searchsorted(self._starts, end, side="left"))


def mark(labels: np.ndarray, first: int, last: int, index: int) -> None:
    labels[first:last] = 2 + 2 * index
    labels[first] = 1 + 2 * index


def name_labels(units: list[Piece], names: list[Name]) -> np.ndarray:
    labels = np.zeros(len(units), dtype=np.int64)
    places = Places(units)
    for name in names:
        first, last = places.of(name.start, name.end)
        if first < last:
            mark(labels, first, last, KINDS.index(name.kind))
    return labels


def silver_names(article: dict) -> list[Name]:
    """Runs of words of one class in the machine annotation."""
    found: list[Name] = []
    for sentence in article["sentences"]:
        before = ""
        for token in sentence:
            start, end, kind = token[0], token[1], token[4]
            if kind in SILVER and kind == before:
                found[-1] = Name(found[-1].start, end, found[-1].kind)
            elif kind in SILVER:
                found.append(Name(start, end, SILVER[kind]))
            before = kind
    return found


@dataclass(frozen=True)
class Features:
    """One window's arrays, [CLS] and [SEP] included; spans in pieces of the window."""

    ids: np.ndarray
    case: np.ndarray
    quote: np.ndarray
    labels: np.ndarray
    names: np.ndarray
    spans: list[Span]
    taught: Taught | None = None  # [CLS] and [SEP] not included


def windowed(example: Example, limit: int, *, cls: int, sep: int) -> list[Features]:
    found = []
    for window in windows([piece.paragraph for piece in example.pieces], limit):
        inside = example.pieces[window.start : window.end]
        ids = np.array([cls, *(piece.id for piece in inside), sep])
        case = np.array([0, *(piece.case for piece in inside), 0])
        quote = np.array([0, *(piece.quote for piece in inside), 0])
        labels, names = (
            np.concatenate([[IGNORED], known[window.start : window.end], [IGNORED]]) for known in (example.labels, example.names)
        )
        for known in (labels, names):
            if known[1] > 0 and known[1] % 2 == 0:  # cut inside a span: a path may not begin with I
                known[1] = IGNORED
        shift = 1 - window.start
        spans = [
            Span(span.role, span.start + shift, span.end + shift, span.relation)
            for span in example.spans
            if window.start <= span.start and span.end <= window.end
        ]
        taught = example.taught and Taught(*(layer[window.start : window.end] for layer in example.taught))
        found.append(Features(ids, case, quote, labels, names, spans, taught))
    return found


def batches(features: list[Features], budget: int, shuffle: random.Random) -> list[list[Features]]:
    """Batches of about `budget` pieces each, of windows of like length, in random order."""
    order = sorted(features, key=lambda window: len(window.ids) + shuffle.random() * 16)
    found: list[list[Features]] = [[]]
    for window in order:
        if (len(found[-1]) + 1) * max(len(window.ids), *(len(w.ids) for w in found[-1]), 0) > budget and found[-1]:
            found.append([])
        found[-1].append(window)
    shuffle.shuffle(found)
    return found
