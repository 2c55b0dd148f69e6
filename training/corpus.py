"""Reads PolNeAR (JSON Lines, xz) into texts with labelled pieces; the splits are those of the corpus."""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onrecord.detect.windows import Piece, pieces, windows

ROLES = ("source", "cue", "content")
# O, then B and I of each role.
LABELS = ("O", *(f"{prefix}-{role}" for role in ROLES for prefix in "BI"))
IGNORED = -100


@dataclass(frozen=True)
class Span:
    role: str
    start: int  # pieces, half-open
    end: int
    relation: int


@dataclass(frozen=True)
class Example:
    """One annotator's reading of one text: its pieces, a label for each (IGNORED where discarded), and its spans."""

    pieces: list[Piece]
    labels: np.ndarray
    spans: list[Span]


def read_articles(path: Path) -> list[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples(articles: list[dict], tokenizer: Tokenizer, *, every_annotator: bool = True) -> list[Example]:
    found = []
    for article in articles:
        readings = article["annotators"] if every_annotator else article["annotators"][:1]
        for reading in readings:
            found.append(example(article["text"], reading, tokenizer))
    return found


def example(text: str, reading: dict, tokenizer: Tokenizer) -> Example:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    units = pieces(text, encoding.ids, encoding.offsets)
    starts = np.array([piece.start for piece in units])
    ends = np.array([piece.end for piece in units])
    labels = np.zeros(len(units), dtype=np.int64)
    spans = []
    for number, relation in enumerate(reading["relations"]):
        for index, role in enumerate(ROLES):
            for start, end in relation[role]:
                first = int(np.searchsorted(ends, start, side="right"))
                last = int(np.searchsorted(starts, end, side="left"))
                if first >= last:
                    continue
                labels[first:last] = 2 + 2 * index
                labels[first] = 1 + 2 * index
                spans.append(Span(role, first, last, number))
    for place in range(len(labels)):  # a span whose first piece another span took begins where it can
        label = labels[place]
        if label and label % 2 == 0 and (place == 0 or labels[place - 1] not in (label, label - 1)):
            labels[place] = label - 1
    for start, end in reading["discard"]:
        first = int(np.searchsorted(ends, start, side="right"))
        last = int(np.searchsorted(starts, end, side="left"))
        labels[first:last] = IGNORED
    return Example(units, labels, spans)


@dataclass(frozen=True)
class Features:
    """One window's arrays, [CLS] and [SEP] included; spans in pieces of the window."""

    ids: np.ndarray
    case: np.ndarray
    quote: np.ndarray
    labels: np.ndarray
    spans: list[Span]


def windowed(example: Example, limit: int, *, cls: int, sep: int) -> list[Features]:
    found = []
    for window in windows([piece.paragraph for piece in example.pieces], limit):
        inside = example.pieces[window.start : window.end]
        ids = np.array([cls, *(piece.id for piece in inside), sep])
        case = np.array([0, *(piece.case for piece in inside), 0])
        quote = np.array([0, *(piece.quote for piece in inside), 0])
        labels = np.concatenate([[IGNORED], example.labels[window.start : window.end], [IGNORED]])
        if labels[1] > 0 and labels[1] % 2 == 0:  # cut inside a span: a path may not begin with I
            labels[1] = IGNORED
        shift = 1 - window.start
        spans = [
            Span(span.role, span.start + shift, span.end + shift, span.relation)
            for span in example.spans
            if window.start <= span.start and span.end <= window.end
        ]
        found.append(Features(ids, case, quote, labels, spans))
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
